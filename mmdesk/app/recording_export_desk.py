"""What becomes of a recording: a video or a table, asked for in the window and made in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QLabel, QProgressDialog

from mmdesk.app.model_choice import ModelChoice
from mmdesk.app.recording_export_process import VIDEO, ExportJob
from mmdesk.app.recording_export_run import ExportRun
from mmdesk.core.in_force import InForce
from mmdesk.core.problem import Problem
from mmdesk.core.transport import PlayedContents, TransportState
from mmdesk.core.user_controls import AS_RECORDED, ReplayControls, UserControls
from mmdesk.engine.prediction_parquet import can_write_parquet
from mmdesk.ui.export_choice import ExportChoice
from mmdesk.ui.in_force_words import control_words
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.plain_words import show_plain
from mmdesk.ui.save_path import ask_save_path
from mmdesk.ui.training_words import fusion_name


@dataclass(frozen=True, slots=True)
class Playing:
    """A recording that is played.

    Attributes:
        folder: Where it lies.
        state: Where it stands; None for a session that cannot be gone through.
        contents: What there is in it; None likewise.
        own_fusion: Whether the user has chosen the method that answers, and not the recording.
        text: A visitor's own text, which stands in place of the recorded one; None for none.
    """

    folder: Path
    state: TransportState | None = None
    contents: PlayedContents | None = None
    own_fusion: bool = False
    text: str | None = None


class RecordingExportDesk(QObject):
    """Asks where a video of the recording that is played, or a table of the answers to it, shall stand; makes it.

    Where the user has changed what is in force, it asks whether that counts, or what was when it was recorded. The
    window shows how far it is, and tells how it ended.

    Args:
        window: Where it is asked for.
        models: Knows the model that answers.
        playing: Gives the recording that is played; None while none is.
        parent: Owner.

    Signals:
        progressed: The share that is done, in [0, 1].
        ended: Whether the file is there, and what was wrong, or None.
    """

    progressed = Signal(float)
    ended = Signal(bool, object)

    def __init__(
        self,
        window: MainWindow,
        models: ModelChoice,
        playing: Callable[[], Playing | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._models, self._playing = window, models, playing
        self._run: ExportRun | None = None
        self._next: ExportJob | None = None
        self._dialog: QProgressDialog | None = None
        window.menus.export_video.triggered.connect(self._on_video_wanted)
        window.menus.export_answers.triggered.connect(self._on_answers_wanted)
        self.progressed.connect(self._on_progressed)

    @property
    def active(self) -> bool:
        """Whether one is being made."""
        return self._run is not None

    def write(self, path: Path, under: ReplayControls = AS_RECORDED) -> None:
        """Write the recording that is played, or its chosen stretch; returns at once.

        Nothing is done while another one is made; one that was cancelled is waited for.

        Args:
            path: Its ending says what is written; see `ExportJob`.
            under: What is in force.
        """
        playing = self._playing()
        if playing is None:
            return
        state = playing.state
        begin_s, end_s = (0.0, float("inf")) if state is None else (state.begin_s, state.end_s)
        job = ExportJob(
            playing.folder,
            self._models.wanted,
            self._window.menus.fusion,
            path,
            begin_s,
            end_s,
            self._window.look.theme.name,
            self._window.language,
            under,
        )
        if self._run is None:
            self._begin(job)
        elif self._run.cancelled:
            self._next = job

    def _begin(self, job: ExportJob) -> None:
        self._show_progress(job.path.name)
        self._run = run = ExportRun(job, self)
        run.progressed.connect(self.progressed)
        run.ended.connect(self._on_ended)

    @Slot()
    def cancel(self) -> None:
        """Make it no longer; nothing of it is left."""
        self._next = None
        if self._run is not None:
            self._run.cancel()
        self._close_dialog()  # it tells when it has ended, and only then another may begin

    def shutdown(self) -> bool:
        """End what is being made, and wait for it; idempotent."""
        run, self._run, self._next = self._run, None, None
        self._close_dialog()
        return run is None or run.shutdown()

    @Slot()
    def _on_video_wanted(self) -> None:
        self._ask(self.tr("Export the recording as a video"), "recording", [(self.tr("Videos"), VIDEO)])

    @Slot()
    def _on_answers_wanted(self) -> None:
        kinds = [(self.tr("Tables"), ".csv")]
        if can_write_parquet():
            kinds.append((self.tr("Parquet tables"), ".parquet"))
        self._ask(self.tr("Export the answers to the recording"), "answers", kinds)

    def _ask(self, title: str, name: str, kinds: Sequence[tuple[str, str]]) -> None:
        """Ask for a file of one of some kinds, each with its name and ending, and write it."""
        if self._dialog is not None:  # one after the other
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        under = self._wanted(title)
        if under is None:
            return
        filters = [f"{kind} (*{suffix})" for kind, suffix in kinds]
        path = ask_save_path(self._window, title, f"{name}{kinds[0][1]}", filters)
        if path is not None:
            self.write(path, under)

    def _wanted(self, title: str) -> ReplayControls | None:
        """What is to be in force, asked for where there is a choice; None where nothing is to be written."""
        playing = self._playing()
        if playing is None:
            return None
        under = self.shown_now(playing)
        contents, menus = playing.contents or PlayedContents("", 0.0), self._window.menus
        others = contents.fusions & set(menus.fusions) - {menus.fusion}
        method = fusion_name(menus.fusion) if others and not under.methods else ""
        changes = self._changes(under)
        lets_go = contents.held and under.controls == UserControls()
        if not (method or changes or lets_go):
            return AS_RECORDED
        choice = ExportChoice(title, method, changes, self._window.look, lets_go=lets_go, parent=self._window)
        accepted = choice.exec() == QDialog.DialogCode.Accepted
        choice.deleteLater()
        return None if not accepted else under if choice.as_shown else AS_RECORDED

    def shown_now(self, playing: Playing) -> ReplayControls:
        """Return what is in force in the window, as a recording that is played there is answered under it."""
        own, state = self._window.controls.controls, playing.state
        follows = state is not None and state.as_recorded
        controls = None if follows and own == UserControls() else own
        return ReplayControls(controls, follows and not playing.own_fusion, playing.text)

    def _changes(self, under: ReplayControls) -> list[str]:
        """What the user holds, in words."""
        inputs = tuple(self._window.inputs.cards)
        words = list(control_words(InForce(under.controls or UserControls(), inputs=inputs)))
        if under.text is not None:
            words.append(self.tr("The text is yours: “{text}”").format(text=under.text))
        return words

    def _show_progress(self, name: str) -> None:
        self._dialog = dialog = QProgressDialog(self._window)
        dialog.setWindowTitle(self.tr("Export the recording"))
        label = QLabel()
        show_plain(label)
        dialog.setLabel(label)
        dialog.setLabelText(self.tr("Writing {name} …").format(name=name))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setRange(0, 1000)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.setMinimumDuration(0)
        dialog.setMinimumWidth(self._window.look.px(420))
        dialog.canceled.connect(self.cancel)
        dialog.setValue(0)
        dialog.show()

    @Slot(float)
    def _on_progressed(self, share: float) -> None:
        if self._dialog is not None:
            self._dialog.setValue(round(1000 * share))

    @Slot(bool, object)
    def _on_ended(self, done: bool, problem: Problem | None) -> None:
        run, self._run = self._run, None
        if run is None:  # the window is closing
            return
        self._close_dialog()
        if problem is not None:
            self._window.show_notice(problem)
        elif done:
            self._window.show_written(str(run.job.path))
        wanted, self._next = self._next, None
        if wanted is not None:
            self._begin(wanted)
        self.ended.emit(done, problem)

    def _close_dialog(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.canceled.disconnect(self.cancel)
            dialog.close()
            dialog.deleteLater()
