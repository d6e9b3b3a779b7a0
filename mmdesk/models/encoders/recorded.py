"""An encoder recorded as one computation for one sample at a time; see `mmdesk.models.recording`."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from mmdesk.models.encoders.base import Encoder, EncoderOutput
from mmdesk.models.encoders.trial import examples_of
from mmdesk.models.recording import Recording, record_module


class _Flat(nn.Module):
    """The encoder's output without what is None; a trace cannot return None."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, batch: Tensor) -> tuple[Tensor, ...]:
        return tuple(each for each in self.encoder(batch) if each is not None)


class RecordedEncoder:
    """Encodes a batch of one as the encoder would have when this was made; use `record_encoder` to make one."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording

    def __call__(self, batch: Tensor) -> EncoderOutput:
        """Encode one prepared input (1, …)."""
        embedding, *evidence = self._recording(batch)
        return EncoderOutput(embedding, evidence[0] if evidence else None)


@torch.no_grad()
def record_encoder(encoder: Encoder, input_kind: str) -> RecordedEncoder | None:
    """Record an encoder in evaluation mode, with parameters on the CPU.

    Returns:
        None if it cannot be recorded: the encoder itself is to be used.
    """
    prepared = [encoder.prepare(each)[None] for each in examples_of(input_kind)]
    recording = record_module(_Flat(encoder), (prepared[0],), [(each,) for each in prepared])
    return None if recording is None else RecordedEncoder(recording)
