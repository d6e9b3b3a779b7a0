"""Records bursts of samples from everything that is on, while a key or a button is held down."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from mmdesk.core.burst import Burst, BurstProgress
from mmdesk.core.clock import Clock, monotonic_s
from mmdesk.core.frame import central_square
from mmdesk.core.inputs import Input
from mmdesk.core.observation import SAMPLE_RATE_HZ, AudioInput, ImageInput, Observation, Presence, TextInput
from mmdesk.core.teaching import Content
from mmdesk.sources.capture import load_cv2
from mmdesk.sources.observer import Observer, Raw

log = logging.getLogger(__name__)

PICTURE_PX = 224
"""Side of a kept picture: what the image encoder takes, so that it sees in training just what it sees live."""
PICTURE_EVERY_S = 0.2
MOST_PICTURES = 40
LONGEST_WAIT_S = 1.2
"""How long after the key is let go a word under way may last."""
_LOOK_MS = 40
_SETTLED_S = 0.4
_SAME_ONSET_S = 0.15

Given = Callable[[float], Mapping[Input, Raw | None]]
"""What each input's source gives at a monotonic time; called on the recorder's thread."""


@dataclass(slots=True)
class _Hold:
    """What has been recorded since the key went down."""

    class_id: str
    began_s: float
    muted: frozenset[str]
    released_s: float | None = None
    pictures: dict[str, list[NDArray[np.uint8]]] = field(default_factory=dict)
    picture_s: dict[str, float] = field(default_factory=dict)
    sounds: dict[str, list[AudioInput]] = field(default_factory=dict)
    sound_changed_s: float = 0.0
    texts: dict[str, str] = field(default_factory=dict)
    verdicts: Mapping[str, Presence] = field(default_factory=dict)

    def contents(self) -> list[dict[str, Content]]:
        """Each thing that was recorded in one sample: the first picture with the first word and the text, and so on."""
        columns: dict[str, list[Content]] = {
            **{name: list(found) for name, found in self.pictures.items()},
            **{name: [each.wave_mono for each in found] for name, found in self.sounds.items()},
            **{name: [text] for name, text in self.texts.items()},
        }
        rows = zip_longest(*columns.values())
        return [{name: each for name, each in zip(columns, row, strict=True) if each is not None} for row in rows]


class BurstRecorder(QObject):
    """Looks at the inputs all the time, so that it knows how loud the room is, and keeps what it sees while told to.

    Lives on a thread of its own. Of pictures it keeps the central square, several per second; of sound every word,
    cut as the model hears it live; and the text that stands there at the end. What is absent (a dark picture, silence)
    or muted is left out.

    Args:
        given: What each input's source gives.
        clock: The sources' clock.

    Signals:
        progressed: `BurstProgress`, while it records.
        recorded: `Burst`, once the key was let go and a word under way has ended.
        presence_changed: Dictionary of a `Presence` per input, by name: what would be recorded now.
    """

    progressed = Signal(object)
    recorded = Signal(object)
    presence_changed = Signal(object)

    def __init__(self, given: Given, clock: Clock = monotonic_s) -> None:
        super().__init__()
        self._given, self._clock = given, clock
        self._observer = Observer()
        self._hold: _Hold | None = None
        self._timer: QTimer | None = None
        self._failing = False
        self._verdicts: Mapping[str, Presence] = {}

    @Slot()
    def start(self) -> None:
        """Set up; runs on the recorder's thread."""
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    @Slot(bool)
    def set_awake(self, awake: bool) -> None:
        """Look from now on, or no longer; what waits for its last word is handed over as it is."""
        if self._timer is None:
            return
        self._verdicts = {}
        if awake:
            self._timer.start()
            return
        self._timer.stop()
        self.finish()

    def finish(self) -> None:
        """Hand over what is being recorded as it is, at once."""
        if self._hold is not None:
            self._hand_over(self._hold)

    @Slot()
    def stop(self) -> None:
        """Look no more and end the thread; runs on the recorder's thread. What was under way is dropped."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._hold = None
        self.thread().quit()

    @Slot()
    def drop(self) -> None:
        """Keep nothing of what is being recorded."""
        self._hold = None

    @Slot(str, object)
    def begin(self, class_id: str, muted: Collection[str]) -> None:
        """Record for a class from now on; one that still waits for its last word is handed over as it is."""
        self.finish()
        self._hold = _Hold(class_id, self._clock(), frozenset(muted))
        self.look()

    @Slot()
    def end(self) -> None:
        """The key was let go: a word under way is still heard to its end."""
        if self._hold is not None and self._hold.released_s is None:
            self._hold.released_s = self._clock()
            self.look()

    @Slot()
    def look(self) -> None:
        """Look at the inputs once."""
        now_s = self._clock()
        try:
            observation = self._observer.observe(now_s, self._given(now_s))
            if observation.verdicts != self._verdicts:
                self._verdicts = dict(observation.verdicts)
                self.presence_changed.emit(self._verdicts)
            if self._hold is not None:
                self._record(self._hold, observation, now_s)
        except Exception:  # a thread's edge: said once, and tried again with the next look
            if not self._failing:
                log.exception("recording failed")
            self._failing = True
        else:
            self._failing = False

    def _record(self, hold: _Hold, observation: Observation, now_s: float) -> None:
        hold.verdicts = dict(observation.without(hold.muted).verdicts)
        for name, captured in observation.inputs.items():
            if name in hold.muted or not observation.presence(name).present:
                continue
            if isinstance(captured, ImageInput) and hold.released_s is None:
                self._keep_picture(hold, name, captured)
            elif isinstance(captured, AudioInput):
                self._keep_sound(hold, name, captured, now_s)
            elif isinstance(captured, TextInput):
                hold.texts[name] = captured.text
        if hold.released_s is None:
            self.progressed.emit(_progress(hold, now_s))
        elif now_s - hold.sound_changed_s >= _SETTLED_S or now_s - hold.released_s >= LONGEST_WAIT_S:
            self._hand_over(hold)

    @staticmethod
    def _keep_picture(hold: _Hold, name: str, captured: ImageInput) -> None:
        kept = hold.pictures.setdefault(name, [])
        fresh = captured.time_s >= hold.began_s - PICTURE_EVERY_S
        due = captured.time_s - hold.picture_s.get(name, -np.inf) >= PICTURE_EVERY_S
        if fresh and due and len(kept) < MOST_PICTURES:
            kept.append(kept_picture(captured.frame_rgb))
            hold.picture_s[name] = captured.time_s

    @staticmethod
    def _keep_sound(hold: _Hold, name: str, captured: AudioInput, now_s: float) -> None:
        if captured.time_s <= hold.began_s:  # said before
            return
        kept = hold.sounds.setdefault(name, [])
        if kept and kept[-1] is captured:
            return
        same = bool(kept) and abs(_onset_s(kept[-1]) - _onset_s(captured)) < _SAME_ONSET_S
        if not same and hold.released_s is not None and _onset_s(captured) > hold.released_s:
            return
        kept[-1:] = [captured] if same else [*kept[-1:], captured]
        hold.sound_changed_s = now_s

    def _hand_over(self, hold: _Hold) -> None:
        self._hold = None
        contents = tuple(hold.contents())
        self.recorded.emit(Burst(hold.class_id, contents, hold.verdicts))


def _onset_s(sound: AudioInput) -> float:
    return sound.time_s - len(sound.wave_mono) / SAMPLE_RATE_HZ


def _progress(hold: _Hold, now_s: float) -> BurstProgress:
    counts = {name: len(found) for name, found in hold.pictures.items() if found}
    counts |= {name: len(found) for name, found in hold.sounds.items() if found}
    return BurstProgress(hold.class_id, now_s - hold.began_s, counts | dict.fromkeys(hold.texts, 1))


def kept_picture(frame_rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the central square of an (H, W, 3) picture, shrunk to `PICTURE_PX` where it is larger; a copy."""
    top, left, side = central_square(frame_rgb.shape[0], frame_rgb.shape[1])
    square = frame_rgb[top : top + side, left : left + side]
    if side <= PICTURE_PX:
        return square.copy()
    cv2 = load_cv2()
    shrunk: NDArray[np.uint8] = cv2.resize(square, (PICTURE_PX, PICTURE_PX), interpolation=cv2.INTER_AREA)
    return shrunk
