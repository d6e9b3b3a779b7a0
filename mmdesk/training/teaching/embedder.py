"""Looks at each sample of a lesson once, and says of which inputs nothing can be learnt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from mmdesk.core.inputs import Input
from mmdesk.core.observation import Reason
from mmdesk.core.teaching import Content, TaughtSample
from mmdesk.core.teaching_report import SampleFault, SampleNote
from mmdesk.models.encoders.general import GeneralEncoder
from mmdesk.sources.image_presence import judge_frame
from mmdesk.training.teaching.fit import Superseded
from mmdesk.training.teaching.kinds import TAUGHT_KINDS

_SILENT_RMS = 3e-4
_SHORTEST_SAMPLES = 800
_AT_ONCE = 8


class Embedder:
    """Holds the frozen encoders and what they made of each sample. One thread owns it.

    Args:
        inputs: What samples may hold, in order; kinds without a general encoder are left out.

    Attributes:
        encoders: By input, in evaluation mode.

    Raises:
        ValueError: An encoder's weights cannot be read.
    """

    def __init__(self, inputs: Sequence[Input]) -> None:
        self.encoders: dict[Input, GeneralEncoder] = {
            one: TAUGHT_KINDS[one.kind].encoder().eval() for one in inputs if one.kind in TAUGHT_KINDS
        }
        self._known: dict[tuple[str, str], Tensor | SampleFault] = {}

    def embed(self, samples: Iterable[TaughtSample], wanted: Callable[[], bool] = lambda: True) -> int:
        """Embed what is not embedded yet, a few at a time; returns how many inputs were.

        Raises:
            Superseded: ``wanted`` said no; what was done stays.
        """
        done = 0
        given = list(samples)
        for one, encoder in self.encoders.items():
            new = [sample for sample in given if one.name in sample.inputs and (sample.id, one.name) not in self._known]
            for start in range(0, len(new), _AT_ONCE):
                if not wanted():
                    raise Superseded
                self._embed(one, encoder, new[start : start + _AT_ONCE])
            done += len(new)
        return done

    def _embed(self, one: Input, encoder: GeneralEncoder, samples: Sequence[TaughtSample]) -> None:
        prepared, owners = [], []
        for sample in samples:
            content = sample.inputs[one.name]
            fault = content_fault(content)
            if fault is None:
                prepared.append(encoder.prepare(content))
                owners.append(sample.id)
            else:
                self._known[sample.id, one.name] = fault
        if prepared:
            with torch.inference_mode():
                found = encoder.features(torch.stack(prepared))
            for owner, one_row in zip(owners, found.unbind(0), strict=True):
                whole = bool(torch.isfinite(one_row).all())
                self._known[owner, one.name] = one_row.clone() if whole else SampleFault.UNUSABLE

    def features(self, sample_id: str, input_name: str) -> Tensor | None:
        """What was made of an input (W,), of length 1; None where it has none."""
        found = self._known.get((sample_id, input_name))
        return found if isinstance(found, Tensor) else None

    def put(self, sample_id: str, input_name: str, features: Tensor) -> None:
        """Take features (W,) of length 1 that were made before."""
        self._known[sample_id, input_name] = features

    def notes(self, samples: Iterable[TaughtSample]) -> tuple[SampleNote, ...]:
        """Why inputs of these samples could not be used."""
        found = []
        for sample in samples:
            for name in sample.inputs:
                fault = self._known.get((sample.id, name))
                if isinstance(fault, SampleFault):
                    found.append(SampleNote(sample.id, name, fault))
        return tuple(found)

    def keep(self, sample_ids: Iterable[str]) -> int:
        """Forget every sample but these; returns of how many inputs something was wiped."""
        kept = set(sample_ids)
        gone = [key for key in self._known if key[0] not in kept]
        for key in gone:
            del self._known[key]
        return len(gone)


def content_fault(content: Content) -> SampleFault | None:
    """Return why nothing can be learnt of a picture, sound or text; None where something can."""
    if isinstance(content, str):
        return None if any(sign.isalnum() for sign in content) else SampleFault.NO_WORD
    if content.dtype == np.uint8:
        return _picture_fault(np.asarray(content, np.uint8))
    return _sound_fault(np.asarray(content, np.float32))


def _picture_fault(picture: NDArray[np.uint8]) -> SampleFault | None:
    match judge_frame(picture).reason:
        case Reason.TOO_DARK:
            return SampleFault.DARK
        case Reason.COVERED:
            return SampleFault.BLANK
        case _:
            return None


def _sound_fault(wave_mono: NDArray[np.float32]) -> SampleFault | None:
    if not np.isfinite(wave_mono).all():
        return SampleFault.UNUSABLE
    if len(wave_mono) < _SHORTEST_SAMPLES:
        return SampleFault.SHORT
    level = float(np.sqrt(np.mean(np.square(wave_mono - wave_mono.mean()))))
    return SampleFault.SILENT if level < _SILENT_RMS else None
