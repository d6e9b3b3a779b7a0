"""Watches the audio rings for the microphones' panels, on a thread of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class _Listening:
    """One ring, and how far it has been analysed."""

    ring: AudioRing
    analyser: SoundAnalyser = field(default_factory=SoundAnalyser)
    seen: int = 0


class SoundMeter(QObject):
    """Turns new sound into `SoundDisplay` values 25 times per second.

    Lives on its own QThread, because the inference thread is busy importing torch during the first seconds.

    Args:
        rings: Returns what is listened to now, by the names of the inputs; called on the meter's thread.
        on_sound: Is told, on the same thread, that there was new sound.

    Signals:
        available: Name of an input whose display lies in `displays`; emitted only when its slot was empty.
    """

    available = Signal(str)

    def __init__(self, rings: Callable[[], Mapping[str, AudioRing]], on_sound: Callable[[], None]) -> None:
        super().__init__()
        self.displays: defaultdict[str, Latest[Heard]] = defaultdict(Latest)
        self._rings = rings
        self._on_sound = on_sound
        self._listening: dict[str, _Listening] = {}
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
        rings = self._rings()
        # Another source is another ring, and begins anew.
        known = {name: each for name, each in self._listening.items() if rings.get(name) is each.ring}
        self._listening = {name: known.get(name) or _Listening(ring) for name, ring in rings.items()}
        for name, each in self._listening.items():
            fresh = each.ring.since(each.seen)
            if not len(fresh.wave_mono):
                continue
            each.seen = fresh.first_sample + len(fresh.wave_mono)
            self._on_sound()
            if self.displays[name].put(Heard(each.ring, each.analyser.analyse(fresh.wave_mono))):
                self.available.emit(name)
