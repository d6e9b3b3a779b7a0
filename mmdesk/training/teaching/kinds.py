"""What teaching knows of each kind of input: its frozen encoder, from when it is recognised, and an empty one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from mmdesk.core.modality import Modality
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.models.encoders.general import (
    GeneralEncoder,
    GeneralPictureEncoder,
    GeneralTextEncoder,
    GeneralWordEncoder,
)
from mmdesk.models.encoders.general_sentence import GeneralSentenceEncoder, has_sentences


@dataclass(frozen=True, slots=True)
class TaughtKind:
    """A kind of input that can be taught.

    Attributes:
        encoder: Makes its frozen encoder.
        above: By how much the evidence of a known input usually lies above that of an unknown one, where no class has
            two samples; see `mmdesk.training.teaching.open_set`.
        spread: By how much that varies, a standard deviation. Both were seen on Tux Paint's stamps.
        astray: How often one example says nothing of the next, where no class has two and nothing else is known; see
            `mmdesk.training.teaching.rows`. Chosen on Tux Paint's stamps, with seeds that nothing is reported of.
        may_repeat: Whether a class may well show the same again and again: a word is typed alike each time.
        empty: Makes one that holds next to nothing, for the encoder's first run.
    """

    encoder: Callable[[], GeneralEncoder]
    above: float
    spread: float
    astray: float
    may_repeat: bool
    empty: Callable[[], Any]


def _text_encoder() -> GeneralEncoder:
    return GeneralSentenceEncoder() if has_sentences() else GeneralTextEncoder()


TAUGHT_KINDS: Mapping[str, TaughtKind] = {
    Modality.IMAGE: TaughtKind(GeneralPictureEncoder, 0.1, 0.13, 0.0, False, lambda: np.zeros((240, 320, 3), np.uint8)),
    Modality.AUDIO: TaughtKind(
        GeneralWordEncoder, 0.04, 0.18, 0.7, False, lambda: np.zeros(SAMPLE_RATE_HZ, np.float32)
    ),
    Modality.TEXT: TaughtKind(_text_encoder, 0.1, 0.16, 0.0 if has_sentences() else 0.6, True, lambda: "a"),
}
"""By kind; a plug-in's cannot be taught."""
