"""Watches the audio ring for the microphone panel, on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.latest import Latest
from mmdesk.core.sound_display import SoundAnalyser, SoundDisplay

INTERVAL_MS = 40


class Heard(NamedTuple):
    """What to show of a ring's newest sound."""

    ring: AudioRing
    display: SoundDisplay


class SoundMeter(QObject):
    """Turns new sound into `SoundDisplay` values 25 times a second.

    Lives on its own QThread, because the inference thread is busy importing torch during the first seconds.

    Args:
        ring: Returns what is listened to now; called on the meter's thread.
        on_sound: Is told, on the same thread, that there was new sound.

    Signals:
        available: A display lies in `display`; emitted only when the slot was empty.
    """

    available = Signal()

    def __init__(self, ring: Callable[[], AudioRing], on_sound: Callable[[], None]) -> None:
        super().__init__()
        self.display: Latest[Heard] = Latest()
        self._ring = ring
        self._on_sound = on_sound
        self._heard: AudioRing | None = None
        self._analyser = SoundAnalyser()
        self._seen = 0
        self._timer: QTimer | None = None

    @Slot()
    def start(self) -> None:
        """Begin; runs on the meter's thread."""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._measure)
        self._timer.start(INTERVAL_MS)

    @Slot()
    def stop(self) -> None:
        """Stop the timer and end the thread; runs on the meter's thread."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.thread().quit()

    @Slot()
    def _measure(self) -> None:
        ring = self._ring()
        if ring is not self._heard:  # another source
            self._heard, self._seen, self._analyser = ring, 0, SoundAnalyser()
        fresh = ring.since(self._seen)
        if not len(fresh.wave_mono):
            return
        self._seen = fresh.first_sample + len(fresh.wave_mono)
        self._on_sound()
        if self.display.put(Heard(ring, self._analyser.analyse(fresh.wave_mono))):
            self.available.emit()
