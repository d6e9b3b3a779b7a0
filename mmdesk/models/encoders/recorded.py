"""An encoder recorded as one computation for one sample at a time; see `mmdesk.models.recording`.

Of a general encoder what is frozen is recorded, once a process: a taught model is opened after every change of its
lesson, and recording a network holds the interpreter for half a second, for which the picture would stand still.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from mmdesk.core.modality import Modality
from mmdesk.models.encoders.base import Encoder, EncoderOutput
from mmdesk.models.encoders.general import GeneralEncoder, GeneralPictureEncoder, GeneralWordEncoder
from mmdesk.models.encoders.trial import examples_of
from mmdesk.models.recording import Recording, record_parts


class _Flat(nn.Module):
    """What an encoder says of a batch, or of its features, without what is None; a trace cannot return None."""

    def __init__(self, encoder: Encoder, features: bool) -> None:
        super().__init__()
        self.encoder, self.features = encoder, features

    def forward(self, batch: Tensor) -> tuple[Tensor, ...]:
        output: EncoderOutput = self.encoder.embed(batch) if self.features else self.encoder(batch)
        return tuple(each for each in output if each is not None)


class _Look(nn.Module):
    """What is frozen of a general encoder."""

    def __init__(self, encoder: GeneralEncoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, batch: Tensor) -> Tensor:
        return self.encoder.look(batch)


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
    parts = encoder.frozen_parts()
    if isinstance(encoder, GeneralEncoder):
        with _looking:
            if encoder.look_key not in _looks:
                _looks[encoder.look_key] = _recording(parts or (_Look(encoder),), encoder, input_kind)
        look = _looks[encoder.look_key]
        return None if look is None else RecordedEncoder(look, encoder)
    recording = _recording((*parts, _Flat(encoder, bool(parts))), encoder, input_kind)
    return None if recording is None else RecordedEncoder(recording)


def record_general() -> None:
    """Record now what taught models share of pictures and sounds, so that the first of them need not; a second.

    Raises:
        ValueError: A network's weights are missing or cannot be read.
    """
    for kind, make in ((Modality.IMAGE, GeneralPictureEncoder), (Modality.AUDIO, GeneralWordEncoder)):
        record_encoder(make().eval(), kind)


def _recording(parts: Sequence[nn.Module], encoder: Encoder, input_kind: str) -> Recording | None:
    prepared = [encoder.prepare(each)[None] for each in examples_of(input_kind)]
    return record_parts(parts, prepared[0], prepared)
