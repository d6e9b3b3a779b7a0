"""Puts together what every input gives at one moment."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.frame import Frame
from mmdesk.core.input_kind import INPUT_KINDS
from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.core.observation import (
    NO_SIGNAL,
    PRESENT,
    AudioInput,
    Captured,
    ImageInput,
    Observation,
    Presence,
    Reason,
    SignalInput,
    TextInput,
)
from mmdesk.sources.image_presence import ImageJudge
from mmdesk.sources.speech import SpeechSegmenter

log = logging.getLogger(__name__)

STALE_S = 1.0
"""A picture or signal older than this is none: a hung camera must not vote."""

_EMPTY = Presence(Reason.EMPTY)

Raw = Frame | AudioRing | TextInput | SignalInput
"""What a source gives: the newest picture, all that is heard, what is typed, or the newest stretch of a signal."""
Judged = tuple[Captured | None, Presence]


class FrameJudge(Protocol):
    """Decides whether a picture shows anything."""

    def judge(self, frame: Frame) -> Presence:
        """The verdict on one picture."""


class InputJudge(Protocol):
    """Makes of one input's raw stream what a model may look at, with a verdict; remembers the moments before."""

    def judge(self, now_s: float, raw: Any) -> Judged:
        """Judge what a source gives at ``now_s``; never None."""


class PictureJudge:
    """The newest picture, while it is fresh.

    Args:
        judge: Decides whether it shows anything; `ImageJudge` unless given.
    """

    def __init__(self, judge: FrameJudge | None = None) -> None:
        self._judge: FrameJudge = ImageJudge() if judge is None else judge
        self._frame: Frame | None = None
        self._image: Judged = (None, NO_SIGNAL)

    def judge(self, now_s: float, raw: Frame) -> Judged:
        """See `InputJudge`."""
        if now_s - raw.time_s > STALE_S:
            # The reference would keep megabytes alive for nothing.
            self._frame, self._image = None, (None, NO_SIGNAL)
        elif raw is not self._frame:
            self._frame = raw
            self._image = ImageInput(raw.model_rgb, raw.time_s), self._judge.judge(raw)
        return self._image


class SoundJudge:
    """The utterance that counts, of all that is heard.

    Args:
        segmenter: Finds it; a `SpeechSegmenter` unless given.
    """

    def __init__(self, segmenter: SpeechSegmenter | None = None) -> None:
        self._segmenter = SpeechSegmenter() if segmenter is None else segmenter

    def judge(self, now_s: float, raw: AudioRing) -> tuple[AudioInput | None, Presence]:
        """See `InputJudge`."""
        return self._segmenter.update(raw, now_s)


class TextJudge:
    """What is typed, unless it is blank."""

    def judge(self, now_s: float, raw: TextInput) -> Judged:  # noqa: ARG002
        """See `InputJudge`."""
        return (raw, PRESENT) if raw.text.strip() else (None, _EMPTY)


class SignalJudge:
    """The newest stretch of a signal, while it is fresh.

    Args:
        kind: The kind of input; its plug-in may say whether the stretch holds anything.
    """

    def __init__(self, kind: str) -> None:
        self._verdict = INPUT_KINDS[kind].judge if kind in INPUT_KINDS else None
        self._known: Judged = (None, NO_SIGNAL)

    def judge(self, now_s: float, raw: SignalInput) -> Judged:
        """See `InputJudge`."""
        if now_s - raw.time_s > STALE_S:
            return None, NO_SIGNAL
        if raw is not self._known[0]:
            self._known = raw, self._verdict_on(raw)
        return self._known

    def _verdict_on(self, raw: SignalInput) -> Presence:
        if self._verdict is None:
            return PRESENT
        try:
            return self._verdict(raw)
        except Exception:  # the edge to code that is not ours
            log.exception("the plug-in's verdict on a signal failed; all of it counts as present from now on")
            self._verdict = None
            return PRESENT


JUDGES: dict[str, Callable[[], InputJudge]] = {
    Modality.IMAGE: PictureJudge,
    Modality.AUDIO: SoundJudge,
    Modality.TEXT: TextJudge,
}
"""Who judges each kind of input; a `SignalJudge` judges what a plug-in gives."""

_NOTHING = {Modality.TEXT.value: _EMPTY}


def nothing_given(kind: str) -> Presence:
    """Return the verdict on an input of a kind whose source gives nothing."""
    return _NOTHING.get(kind, NO_SIGNAL)


def with_text(observation: Observation, one: Input, typed: TextInput | None) -> Observation:
    """Return an observation with another text for an input, or none."""
    inputs = {name: each for name, each in observation.inputs.items() if name != one.name}
    if typed is not None:
        inputs[one.name] = typed
    verdict = nothing_given(one.kind) if typed is None else PRESENT
    return replace(observation, inputs=inputs, verdicts={**observation.verdicts, one.name: verdict})


class Observer:
    """Makes an `Observation` of the newest inputs; one thread owns it.

    It reads no clock: live and replayed moments with the same inputs and times give the same observation. An
    input that has not changed is the same object as before, so that encodings can be cached by identity.

    Args:
        judges: Makes the judge of each kind of input; ``JUDGES`` unless given.
    """

    def __init__(self, judges: Mapping[str, Callable[[], InputJudge]] = JUDGES) -> None:
        self._makers = judges
        self._judges: dict[Input, InputJudge] = {}

    def observe(self, now_s: float, given: Mapping[Input, Raw | None]) -> Observation:
        """Judge every input at ``now_s``, a time on the clock that they were stamped with.

        Args:
            now_s: The present.
            given: What each input's source gives, in the model's order; None without a source, or where it has given
                nothing yet.
        """
        for gone in self._judges.keys() - given.keys():  # another model's
            del self._judges[gone]
        judged = {one: self._judge(now_s, one, raw) for one, raw in given.items()}
        return Observation(
            time_s=now_s,
            inputs={one.name: captured for one, (captured, _) in judged.items() if captured is not None},
            verdicts={one.name: verdict for one, (_, verdict) in judged.items()},
        )

    def _judge(self, now_s: float, one: Input, raw: Raw | None) -> Judged:
        if raw is None:
            self._judges.pop(one, None)  # what it remembers may be megabytes
            return None, nothing_given(one.kind)
        if one not in self._judges:
            maker = self._makers.get(one.kind)
            self._judges[one] = SignalJudge(one.kind) if maker is None else maker()
        return self._judges[one].judge(now_s, raw)
