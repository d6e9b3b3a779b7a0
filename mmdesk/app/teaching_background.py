"""The background of a lesson, which is recorded by itself as soon as there is something to record it from."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from mmdesk.app.teaching_inputs import TeachingInputs
from mmdesk.app.teaching_recorder import TeachingRecorder
from mmdesk.core.lesson import Lesson
from mmdesk.core.problem import Problem
from mmdesk.engine.live_session import LiveSession
from mmdesk.ui.teach import TeachWindow


class TeachingBackground(QObject):
    """Waits for what the devices give, and then records it as none of the classes; lives on the GUI thread.

    A sound begins it, and the first picture begins it again: a camera takes its time. What a session plays is no
    background, and neither is what is muted or what comes while the window is closed: it goes on waiting then.

    Args:
        window: The Teach window; it may also be asked for there.
        lesson: What is taught; an empty one begins with its background.
        live: Where the sources run.
        inputs: Knows which of them are the lesson's.
        recorder: Records.
    """

    def __init__(
        self,
        window: TeachWindow,
        lesson: Lesson,
        live: LiveSession,
        inputs: TeachingInputs,
        recorder: TeachingRecorder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._lesson, self._live = window, lesson, live
        self._inputs, self._recorder = inputs, recorder
        self._awaits_picture = self._awaits_sound = False
        live.frame_ready.connect(self._on_frame)
        live.sound_ready.connect(self._on_sound)
        window.opened.connect(self._on_opened)
        window.background_wanted.connect(self._on_wanted)

    def expect(self) -> None:
        """Have it recorded with the next picture or sound."""
        self._awaits_picture = self._awaits_sound = True

    def cancel(self) -> None:
        """It is not to be recorded by itself any more."""
        self._awaits_picture = self._awaits_sound = False

    @Slot()
    def _on_opened(self) -> None:
        if not self._lesson.state.samples:
            self.expect()

    @Slot()
    def _on_wanted(self) -> None:
        if not self._inputs.is_any_on:
            self._window.show_notice(Problem("teach.no_source"))
            return
        self.cancel()
        self._record()

    @Slot(str, object)
    def _on_frame(self, name: str, frame: object) -> None:  # noqa: ARG002
        if self._awaits_picture and self._is_background(name):
            self.cancel()
            self._recorder.end()  # a sound may have begun it
            self._record()

    @Slot(str, object)
    def _on_sound(self, name: str, sound: object) -> None:  # noqa: ARG002
        if self._awaits_sound and self._is_background(name):
            self._awaits_sound = False
            self._record()

    def _is_background(self, live_name: str) -> bool:
        own = self._inputs.own_name(live_name)
        if own is None or own in self._window.muted or not self._window.isVisible():
            return False
        return not self._live.sources.is_playing_session

    def _record(self) -> None:
        texts = {one.name for one in self._lesson.inputs if one.kind == "text"}
        self._recorder.begin_background(self._window.muted | texts)
