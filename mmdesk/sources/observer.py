"""Puts together what is seen, heard and typed at one moment."""

from __future__ import annotations

from typing import Protocol

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.frame import Frame
from mmdesk.core.observation import (
    PRESENT,
    AudioInput,
    ImageInput,
    Observation,
    Presence,
    Reason,
    TextInput,
)
from mmdesk.sources.image_presence import ImageJudge
from mmdesk.sources.speech import SpeechSegmenter

FRAME_STALE_S = 1.0
"""A picture older than this is no signal: a hung camera must not vote."""

_NO_SIGNAL = Presence(Reason.NO_SIGNAL)
_EMPTY = Presence(Reason.EMPTY)


class FrameJudge(Protocol):
    """Decides whether a picture shows anything."""

    def judge(self, frame: Frame) -> Presence:
        """The verdict on one picture."""


class Observer:
    """Makes an `Observation` of the newest inputs; one thread owns it.

    It reads no clock: live and replayed moments with the same inputs and times give the same observation. An
    input that has not changed is the same object as before, so that encodings can be cached by identity.

    Args:
        judge: Decides on pictures; `ImageJudge` unless given.
        segmenter: Finds the utterance; a `SpeechSegmenter` unless given.
    """

    def __init__(self, judge: FrameJudge | None = None, segmenter: SpeechSegmenter | None = None) -> None:
        self._judge: FrameJudge = ImageJudge() if judge is None else judge
        self._segmenter = SpeechSegmenter() if segmenter is None else segmenter
        self._frame: Frame | None = None
        self._image: tuple[ImageInput | None, Presence] = (None, _NO_SIGNAL)

    def observe(
        self,
        now_s: float,
        frame: Frame | None,
        ring: AudioRing | None,
        text: TextInput | None,
    ) -> Observation:
        """Judge every modality at ``now_s``, a time on the clock that the inputs were stamped with.

        Args:
            now_s: The present.
            frame: The newest picture, or None without a camera.
            ring: What the microphone hears, or None without one.
            text: What is typed, or None when nothing is.
        """
        image, seen = self._see(now_s, frame)
        audio, heard = self._hear(now_s, ring)
        typed = PRESENT if text is not None and text.text.strip() else _EMPTY
        return Observation(
            time_s=now_s,
            image=image,
            audio=audio,
            text=text if typed.present else None,
            verdicts=(seen, heard, typed),
        )

    def _see(self, now_s: float, frame: Frame | None) -> tuple[ImageInput | None, Presence]:
        if frame is None or now_s - frame.time_s > FRAME_STALE_S:
            # The reference would keep megabytes alive for nothing.
            self._frame, self._image = None, (None, _NO_SIGNAL)
        elif frame is not self._frame:
            self._frame = frame
            self._image = ImageInput(frame.frame_rgb, frame.time_s), self._judge.judge(frame)
        return self._image

    def _hear(self, now_s: float, ring: AudioRing | None) -> tuple[AudioInput | None, Presence]:
        if ring is None:
            return None, _NO_SIGNAL
        return self._segmenter.update(ring, now_s)
