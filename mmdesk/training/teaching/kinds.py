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


@dataclass(frozen=True, slots=True)
class TaughtKind:
    """A kind of input that can be taught.

    Attributes:
        encoder: Makes its frozen encoder.
        usual: Evidence from which an input is recognised where nothing else is known; see
            `mmdesk.training.teaching.open_set`.
        astray: How often one example says nothing of the next, where no class has two and nothing else is known; see
            `mmdesk.training.teaching.rows`. Chosen on Tux Paint's stamps, with seeds that nothing is reported of.
        empty: Makes one that holds nothing, for the encoder's first run.
    """

    encoder: Callable[[], GeneralEncoder]
    usual: float
    astray: float
    empty: Callable[[], Any]


TAUGHT_KINDS: Mapping[str, TaughtKind] = {
    Modality.IMAGE: TaughtKind(GeneralPictureEncoder, 0.45, 0.1, lambda: np.zeros((240, 320, 3), np.uint8)),
    Modality.AUDIO: TaughtKind(GeneralWordEncoder, 0.5, 0.7, lambda: np.zeros(SAMPLE_RATE_HZ, np.float32)),
    Modality.TEXT: TaughtKind(GeneralTextEncoder, 0.4, 0.6, lambda: ""),
}
"""By kind; a plug-in's cannot be taught."""
