"""A picture or a sound from a file that stands in for a camera or a microphone until it is let go."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.clock import Clock, monotonic_s
from mmdesk.core.frame import Frame
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import SourceStatus
from mmdesk.sources.base import FrameSink, Source, StateSink

BLOCK_SAMPLES = 320
PICTURE_S = 0.1
"""Time between two deliveries of the same picture: often enough that nobody takes it for a camera that is gone."""
SILENCE_S = 1.0
"""Rest between the end of a sound and its next beginning, so that each round is heard as one utterance."""

Content = NDArray[np.uint8] | NDArray[np.float32]
"""(H, W, 3) uint8 RGB, or (N,) float32 mono at 16 kHz."""


class HeldPicture(Source):
    """Delivers one picture again and again.

    Args:
        name: What the user calls it: the file's name.
        frame_rgb: (H, W, 3) uint8, from the reader of files.
        on_frame: Gets it, on the source's thread.
        on_state: Gets every change of state.
    """

    def __init__(
        self,
        name: str,
        frame_rgb: NDArray[np.uint8],
        on_frame: FrameSink,
        on_state: StateSink,
        clock: Clock = monotonic_s,
    ) -> None:
        super().__init__("held picture", name, on_state, Problem("held.internal", name=name))
        self._picture = np.ascontiguousarray(frame_rgb)
        self._picture.setflags(write=False)
        self._on_frame, self._clock = on_frame, clock

    def _run(self) -> None:
        sequence = 0
        self._set_state(SourceStatus.RUNNING)
        while not self._stopping.is_set():
            with self._gate:
                if self._stopping.is_set():
                    return
                self._on_frame(Frame(self._picture, self._clock(), sequence))
            sequence += 1
            self._stopping.wait(PICTURE_S)


class HeldSound(Source):
    """Plays one sound again and again, at its own speed, with a rest between.

    Args:
        name: What the user calls it: the file's name.
        wave_mono: (N,) float32 at 16 kHz, from the reader of files.
        ring: Gets the sound. This source must be its only writer.
        on_state: Gets every change of state.
    """

    def __init__(
        self,
        name: str,
        wave_mono: NDArray[np.float32],
        ring: AudioRing,
        on_state: StateSink,
        clock: Clock = monotonic_s,
    ) -> None:
        super().__init__("held sound", name, on_state, Problem("held.internal", name=name))
        rest = np.zeros(int(SILENCE_S * SAMPLE_RATE_HZ), np.float32)
        self._wave, self._ring, self._clock = np.concatenate([wave_mono, rest]), ring, clock

    def _run(self) -> None:
        self._set_state(SourceStatus.RUNNING)
        due_s, start = self._clock(), 0
        while True:
            block = self._wave[start : start + BLOCK_SAMPLES]
            due_s += len(block) / SAMPLE_RATE_HZ  # sound is there when it has been heard
            if self._stopping.wait(max(0.0, due_s - self._clock())):
                return
            due_s = max(due_s, self._clock() - SILENCE_S)  # after a standstill it goes on, and does not catch up
            with self._gate:
                if self._stopping.is_set():
                    return
                self._ring.write(block)
            start = (start + BLOCK_SAMPLES) if start + BLOCK_SAMPLES < len(self._wave) else 0


def held_source(
    name: str, content: Content, on_frame: FrameSink, ring: AudioRing, on_state: StateSink
) -> Callable[[], Source]:
    """Return what makes the source of a content: of a picture by its three axes, else of a sound."""
    if content.ndim == 3:
        return lambda: HeldPicture(name, content.astype(np.uint8, copy=False), on_frame, on_state)
    return lambda: HeldSound(name, content.astype(np.float32, copy=False), ring, on_state)
