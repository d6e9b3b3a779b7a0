"""Records for the Teach window: the thread that looks at the inputs, and the three seconds of background."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from mmdesk.core.clock import monotonic_s
from mmdesk.core.teaching import BACKGROUND
from mmdesk.engine.burst_recorder import BurstRecorder, Given

BACKGROUND_S = 3.0
_COUNT_MS = 100


class TeachingRecorder(QObject):
    """Lives on the GUI thread and owns the recorder's; it starts with the first need and looks only while awake.

    Args:
        given: What each input's source gives; called on the recorder's thread.

    Signals:
        progressed: `BurstProgress`, while something is recorded.
        recorded: `Burst`.
        presence_changed: Dictionary of a `Presence` per input, by name: what would be recorded now.
        counted: Seconds of background that are still to come; 0 at the end.

    Attributes:
        class_id: What was last recorded for.
    """

    progressed = Signal(object)
    recorded = Signal(object)
    presence_changed = Signal(object)
    counted = Signal(float)

    _begin_requested = Signal(str, object)
    _end_requested = Signal()
    _drop_requested = Signal()
    _awake_requested = Signal(bool)
    _stop_requested = Signal()

    def __init__(self, given: Given, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recorder = BurstRecorder(given)
        self._recorder.progressed.connect(self.progressed)
        self._recorder.recorded.connect(self.recorded)
        self._recorder.presence_changed.connect(self.presence_changed)
        self._begin_requested.connect(self._recorder.begin)
        self._end_requested.connect(self._recorder.end)
        self._drop_requested.connect(self._recorder.drop)
        self._awake_requested.connect(self._recorder.set_awake)
        self._stop_requested.connect(self._recorder.stop)
        self._thread = QThread(self)
        self._thread.setObjectName("burst-recorder")
        self._recorder.moveToThread(self._thread)
        self._thread.started.connect(self._recorder.start)
        self._thread.start()
        self._until_s = 0.0
        self._timer = QTimer(self, interval=_COUNT_MS)
        self._timer.timeout.connect(self._count)
        self._recording = False
        self.class_id = BACKGROUND

    @property
    def is_recording(self) -> bool:
        """Whether a key is held, or background is recorded."""
        return self._recording

    def set_awake(self, awake: bool) -> None:
        """Look at the inputs from now on, or no longer: nothing is to be recorded."""
        if not awake:
            self.end()
        self._awake_requested.emit(awake)

    def begin(self, class_id: str, muted: Collection[str] = ()) -> None:
        """Record for a class until `end`; background that is being recorded ends first."""
        self.end()
        self._recording, self.class_id = True, class_id
        self._begin_requested.emit(class_id, frozenset(muted))

    def begin_background(self, muted: Collection[str] = ()) -> None:
        """Record background for three seconds; ignored while something is recorded."""
        if self._recording:
            return
        self.begin(BACKGROUND, muted)
        self._until_s = monotonic_s() + BACKGROUND_S
        self._timer.start()
        self._count()

    @Slot()
    def end(self) -> None:
        """Record no longer; what was recorded comes as `recorded`."""
        if self._recording:
            self._let_go()
            self._end_requested.emit()

    def drop(self) -> None:
        """Record no longer, and keep nothing of what was recorded and not handed over yet."""
        self._let_go()
        self._drop_requested.emit()

    def _let_go(self) -> None:
        self._recording = False
        if self._timer.isActive():
            self._timer.stop()
            self.counted.emit(0.0)

    def ask_to_stop(self) -> None:
        """Stop soon; does not wait."""
        self._timer.stop()
        self._recording = False
        self._stop_requested.emit()

    def shutdown(self) -> bool:
        """Wait for the thread; False when it does not end."""
        self.ask_to_stop()
        return self._thread.wait(5_000)

    @Slot()
    def _count(self) -> None:
        left_s = self._until_s - monotonic_s()
        if left_s <= 0:
            self.end()
        else:
            self.counted.emit(left_s)
