"""An encoder recorded as one computation for one sample at a time; see `mmdesk.models.recording`.

Of a general encoder what is frozen is recorded, once a process: a taught model is opened after every change of its
lesson, and recording a network holds the interpreter for half a second, for which the picture would stand still.
"""

from __future__ import annotations

import threading

import torch
from torch import Tensor, nn

from mmdesk.models.encoders.base import Encoder, EncoderOutput
from mmdesk.models.encoders.general import GeneralEncoder
from mmdesk.models.encoders.trial import examples_of
from mmdesk.models.recording import Recording, record_module


class _Flat(nn.Module):
    """The encoder's output without what is None; a trace cannot return None."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, batch: Tensor) -> tuple[Tensor, ...]:
        return tuple(each for each in self.encoder(batch) if each is not None)


class _Look(nn.Module):
    """What is frozen of a general encoder."""

    def __init__(self, encoder: GeneralEncoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, batch: Tensor) -> tuple[Tensor, ...]:
        return (self.encoder.look(batch),)


class RecordedEncoder:
    """Encodes a batch of one as the encoder would have when this was made; use `record_encoder` to make one.

    Args:
        recording: Of the encoder, or of what is frozen of ``general``.
        general: Does the rest.
    """

    def __init__(self, recording: Recording, general: GeneralEncoder | None = None) -> None:
        self._recording, self._general = recording, general

    def __call__(self, batch: Tensor) -> EncoderOutput:
        """Encode one prepared input (1, …)."""
        found = self._recording(batch)
        if self._general is not None:
            return self._general.embed(self._general.unit(found[0]))
        embedding, *evidence = found
        return EncoderOutput(embedding, evidence[0] if evidence else None)


_looks: dict[tuple[str, ...], Recording | None] = {}
_looking = threading.Lock()


@torch.no_grad()
def record_encoder(encoder: Encoder, input_kind: str) -> RecordedEncoder | None:
    """Record an encoder in evaluation mode, with parameters on the CPU.

    Returns:
        None if it cannot be recorded: the encoder itself is to be used.
    """
    if isinstance(encoder, GeneralEncoder):
        with _looking:
            if encoder.look_key not in _looks:
                _looks[encoder.look_key] = _recording(_Look(encoder), encoder, input_kind)
        look = _looks[encoder.look_key]
        return None if look is None else RecordedEncoder(look, encoder)
    recording = _recording(_Flat(encoder), encoder, input_kind)
    return None if recording is None else RecordedEncoder(recording)


def _recording(module: nn.Module, encoder: Encoder, input_kind: str) -> Recording | None:
    prepared = [encoder.prepare(each)[None] for each in examples_of(input_kind)]
    return record_module(module, (prepared[0],), [(each,) for each in prepared])
