"""Recordings of the window: where they are written, and who starts them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from mmdesk.app import paths, settings
from mmdesk.app.settings import Settings
from mmdesk.core.problem import Problem
from mmdesk.engine.live_session import LiveSession
from mmdesk.engine.recording_room import is_there
from mmdesk.engine.session_recorder import SessionRecorder
from mmdesk.ui.main_window import MainWindow


class RecordDesk(QObject):
    """Records the live session when the user wants it.

    Args:
        window: Where it is wanted and shown.
        live: What is recorded.
        store: Where the folder of recordings stands.
        parent: Owner.

    Attributes:
        recorder: What records.
    """

    def __init__(self, window: MainWindow, live: LiveSession, store: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._store = window, store
        self._show_folder()
        window.preferences.folder_chosen.connect(self._on_folder_chosen)
        self.recorder = recorder = SessionRecorder(live, self)
        live.model_state_changed.connect(recorder.note_model)
        live.source_state_changed.connect(recorder.note_source)
        window.controls_changed.connect(recorder.note_controls)
        window.pause_toggled.connect(recorder.note_frozen)
        view = window.recorder
        view.start_wanted.connect(self.start)
        view.stop_wanted.connect(self._on_stop)
        view.mark_wanted.connect(recorder.mark)
        view.mark_named.connect(recorder.name_mark)
        recorder.changed.connect(view.show_state)
        recorder.ended.connect(self._on_ended)

    @Slot()
    def start(self) -> None:
        """Record into a new folder from now on."""
        begun = datetime.now()  # noqa: DTZ005 - the user's own clock, for a name
        self.recorder.start(self.folder / f"{begun:%Y-%m-%d %H.%M.%S}", f"{begun:%Y-%m-%d %H:%M}", free_folder)

    @property
    def folder(self) -> Path:
        """The folder in which recordings are made, each in one of its own."""
        chosen = self._store.read(settings.RECORDINGS)
        return Path(chosen) if chosen else paths.recordings_folder()

    @Slot(str)
    def _on_folder_chosen(self, folder: str) -> None:
        self._store.write(settings.RECORDINGS, folder)
        self._show_folder()

    def _show_folder(self) -> None:
        self._window.preferences.show_folder(self.folder)
        self._window.menus.recordings = str(self.folder)

    @Slot()
    def on_visitor_forgotten(self) -> None:
        """Somewhere else a visitor was forgotten: ask what becomes of a recording that has them too."""
        self._window.recorder.let_visitor_go(besides=False)

    def shutdown(self) -> bool:
        """End the recording and wait until it is written; False when the disk hangs."""
        return self.recorder.shutdown()

    @Slot(bool)
    def _on_stop(self, discard: bool) -> None:
        self.recorder.stop(discard=discard)

    @Slot(object, bool)
    def _on_ended(self, problem: Problem, failed: bool) -> None:  # noqa: ARG002
        self._window.show_notice(problem)


def free_folder(folder: Path) -> Path:
    """Return the folder, or one with a number behind its name where something is there already; asks the disk."""
    numbered = (folder.with_name(f"{folder.name} ({number})") for number in range(2, 1000))
    return next((each for each in (folder, *numbered) if not is_there(each)), folder)
