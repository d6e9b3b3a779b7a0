"""Connects the Train window, the session behind it, and the main window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.app.training_session import TrainingSession
from mmdesk.core.training_plan import EvaluationOutcome, TrainingOutcome, TrainingRequest
from mmdesk.core.training_progress import TrainingProgress
from mmdesk.ui.every_window import EveryWindowKeys
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.train_window import TrainWindow


class TrainingDesk(QObject):
    """Made when the Train window is first asked for.

    Args:
        main: The main window, whose status line tells of a run while the Train window is closed.
        theme: "dark", "light" or "system".
        device: Where to train.

    Signals:
        model_wanted: Path of a model that is to run live.

    Attributes:
        window: The Train window.
        session: What works for it.
    """

    model_wanted = Signal(str)

    def __init__(self, main: MainWindow, theme: str, device: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._main = main
        self.window = TrainWindow(theme)
        self.session = TrainingSession(device, self)
        self._connect()
        self.session.look_up_options()

    def show(self) -> None:
        """Bring the Train window to the front."""
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def ask_to_stop(self) -> None:
        """Stop a run without loss, and close the window; does not wait."""
        self.session.ask_to_stop()
        self.window.close()

    def shutdown(self) -> bool:
        """Stop and wait; see `TrainingSession.shutdown`."""
        self.ask_to_stop()
        return self.session.shutdown()

    def _connect(self) -> None:
        window, session = self.window, self.session
        session.options_ready.connect(window.set_options)
        session.folder_reported.connect(window.show_report)
        session.check_progressed.connect(window.show_check_progress)
        session.preview_ready.connect(window.show_preview)
        session.run_started.connect(window.show_started)
        session.epoch_ended.connect(window.show_epoch)
        session.progressed.connect(window.show_progress)
        session.progressed.connect(self._on_progress)
        session.run_ended.connect(window.show_outcome)
        session.run_ended.connect(self._on_run_ended)
        session.evaluation_ended.connect(window.show_evaluation)
        session.evaluation_ended.connect(self._on_evaluation_ended)
        session.failed.connect(window.show_notice)
        window.folder_chosen.connect(session.check_folder)
        window.check_left.connect(session.leave_check)
        window.preview_wanted.connect(session.draw_preview)
        window.start_wanted.connect(self._on_start)
        window.cancel_wanted.connect(session.cancel)
        window.evaluation_wanted.connect(session.evaluate)
        window.model_wanted.connect(self._on_model_wanted)
        self._connect_main()

    def _connect_main(self) -> None:
        window, strip = self.window, self.window.in_force_strip
        self._main.recorder.add_strip(window.record_strip)
        self._main.in_force_changed.connect(window.show_in_force)
        window.show_in_force(*self._main.in_force)
        strip.let_go_wanted.connect(self._main.let_go_of_all)
        for wanted, asked in (
            (strip.camera_wanted, self._main.in_force_strip.camera_wanted),
            (strip.microphone_wanted, self._main.in_force_strip.microphone_wanted),
        ):
            wanted.connect(self._come_to_main)  # the devices are listed there
            wanted.connect(asked)
        EveryWindowKeys(window, self._main.menus)
        self._main.theme_chosen.connect(window.set_theme)
        self._main.text_size_chosen.connect(window.on_text_size)

    @Slot(object, bool)
    def _on_start(self, request: TrainingRequest, replace_model: bool) -> None:
        self.session.start(request, replace_model)

    @Slot(object)
    def _on_progress(self, progress: TrainingProgress) -> None:
        self._main.status_line.show_training(progress if self.session.is_working else None)

    @Slot(object)
    def _on_run_ended(self, outcome: TrainingOutcome) -> None:
        self._main.status_line.show_training(None)
        if outcome.problem and not self.window.isVisible():
            self._main.show_notice(outcome.problem)

    @Slot(object)
    def _on_evaluation_ended(self, outcome: EvaluationOutcome) -> None:
        self._main.status_line.show_training(None)
        if outcome.problem and not self.window.isVisible():
            self._main.show_notice(outcome.problem)

    @Slot(str)
    def _on_model_wanted(self, path: str) -> None:
        self.model_wanted.emit(path)
        self._come_to_main()

    @Slot()
    def _come_to_main(self) -> None:
        self._main.raise_()
        self._main.activateWindow()
