"""The window in which a model is trained."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path, PurePath

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from mmdesk.core.in_force import InForce
from mmdesk.core.problem import Problem
from mmdesk.core.training_plan import (
    EvaluationOutcome,
    FolderReport,
    PreviewRow,
    TrainingOptions,
    TrainingOutcome,
    TrainingRequest,
)
from mmdesk.core.training_progress import EpochReport, TrainingProgress
from mmdesk.ui.banners import NoticeStrip
from mmdesk.ui.in_force_strip import InForceStrip
from mmdesk.ui.panels.card import Card
from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.record_strip import RecordStrip
from mmdesk.ui.resources import app_icon_path
from mmdesk.ui.screen_room import open_at
from mmdesk.ui.show_folder import show_folder
from mmdesk.ui.text_size import Fitting
from mmdesk.ui.theme import Look, chosen_theme, palette_of
from mmdesk.ui.train_window.choices import ChoicesCard
from mmdesk.ui.train_window.data_page import DataPage
from mmdesk.ui.train_window.preview_page import PreviewPage
from mmdesk.ui.train_window.result_page import ResultPage
from mmdesk.ui.train_window.run_card import RunCard, RunState
from mmdesk.ui.train_window.style import train_style_sheet
from mmdesk.ui.train_window.training_page import TrainingPage

_ANY_PX = 16_777_215  # Qt's own for "no limit"


class FolderCard(Card):
    """The folder of data.

    Signals:
        folder_chosen: Its path.
    """

    folder_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = QLineEdit()
        self.path.returnPressed.connect(self._on_entered)
        self.path.textChanged.connect(self._on_path)
        self.choose_button = QPushButton()
        self.choose_button.clicked.connect(self.choose)
        self._row = QHBoxLayout()
        self._row.addWidget(self.path, 1)
        self._row.addWidget(self.choose_button)
        self.body.addLayout(self._row)
        self.retranslate()

    def choose(self) -> None:
        """Ask for a folder."""
        folder = QFileDialog.getExistingDirectory(self.window(), self.tr("Data folder"), self.path.text())
        if folder:
            self.path.setText(folder)
            self.folder_chosen.emit(folder)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._row.setSpacing(look.px(8))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Data"))
        self.path.setAccessibleName(self.tr("Data folder"))
        self.path.setPlaceholderText(self.tr("Drop a folder here"))
        self.choose_button.setText(self.tr("Choose…"))

    @Slot(str)
    def _on_path(self, path: str) -> None:
        self.path.setToolTip(plain_tip(path))  # the field may be shorter

    def _on_entered(self) -> None:
        if self.path.text().strip():
            self.folder_chosen.emit(self.path.text().strip())


class TrainWindow(QWidget):
    """Data, choices and run on the left; what is known about them on the right. Modeless, and a window of its own.

    Every slot belongs to the GUI thread and only shows what it is told. Closing the window ends nothing.

    Args:
        theme: "dark", "light" or "system".

    Signals:
        folder_chosen: A folder is to be checked.
        check_left: Its check is not wanted any more.
        preview_wanted: Name of an augmentation and a seed.
        start_wanted: A `TrainingRequest`, and whether the model at its place may be replaced.
        cancel_wanted: The run is to stop.
        evaluation_wanted: Path of a model and of the folder of data.
        model_wanted: Path of a model that is to run live.

    Attributes:
        record_strip: That the live session is recorded.
        in_force_strip: What stands between its inputs and its answer.
    """

    folder_chosen = Signal(str)
    check_left = Signal()
    preview_wanted = Signal(str, int)
    start_wanted = Signal(object, bool)
    cancel_wanted = Signal()
    evaluation_wanted = Signal(str, str)
    model_wanted = Signal(str)

    def __init__(self, theme: str = "dark", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        if app_icon_path().is_file():
            self.setWindowIcon(QIcon(str(app_icon_path())))
        self._theme_name = theme
        self._look: Look | None = None
        self._fitting = Fitting(self, self._dress)
        self._report: FolderReport | None = None
        self._asked_for = ""
        self._model, self._trained_on = "", ""
        self.folder_card, self.choices, self.run_card = FolderCard(), ChoicesCard(), RunCard()
        self.record_strip, self.in_force_strip, self.notice = RecordStrip(), InForceStrip(), NoticeStrip()
        self.in_force_strip.hide()
        self.data_page, self.preview_page = DataPage(), PreviewPage()
        self.data_page.copy_button.clicked.connect(self._on_copied)
        self.training_page, self.result_page = TrainingPage(), ResultPage()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(False)
        for page in (self.data_page, self.preview_page, self.training_page, self.result_page):
            self.tabs.addTab(page, "")
        self._lay_out()
        self._connect_parts()
        self.setMinimumSize(640, 480)
        open_at(self, 1280, 720)
        self.retranslate()
        self._apply_look()
        self._order_focus()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_theme)

    # --- what it is told --------------------------------------------------------------------------------------------

    @Slot(object)
    def set_options(self, options: TrainingOptions) -> None:
        """Offer what there is to choose from."""
        self.choices.set_options(options)
        if len(options.faults) == 1:
            self.show_notice(options.faults[0])
        elif options.faults:
            names = sorted({str(dict(fault.fields)["distribution"]) for fault in options.faults})
            self.show_notice(Problem("plugin.several_faulty", known=", ".join(names)))
        self._refresh_ready()

    @Slot(int, int)
    def show_check_progress(self, done: int, total: int) -> None:
        """How far the check of the folder is."""
        if self._report is None:
            self.data_page.show_checking(done, total)

    @Slot(object)
    def show_report(self, report: FolderReport) -> None:
        """What is in the folder; a sound one is previewed at once."""
        self._report = report
        self.folder_card.path.setText(report.folder)
        self.data_page.show_report(report)
        if report.inputs:
            self.choices.set_inputs(report.inputs)
        if report.interrupted is not None:
            self.choices.set_settings(report.interrupted)
        if not self._is_working:
            self.run_card.show_report(report)
        self.preview_page.set_possible(report.can_train)
        if report.can_train:
            self._ask_for_preview()
        self._refresh_ready()

    @Slot(object)
    def show_preview(self, rows: tuple[PreviewRow, ...]) -> None:
        """A draw of the augmentation."""
        self.preview_page.show_rows(rows)

    @Slot(object)
    def show_started(self, earlier: tuple[EpochReport, ...]) -> None:
        """The run has begun; with the epochs of an interrupted one it goes on."""
        self.run_card.show_started(bool(earlier))
        self.training_page.begin(earlier)

    @Slot(object)
    def show_epoch(self, report: EpochReport) -> None:
        """An epoch has ended."""
        self.training_page.add_epoch(report)

    @Slot(object)
    def show_progress(self, progress: TrainingProgress) -> None:
        """How far the stage is."""
        if self._is_working:
            self.run_card.show_progress(progress)

    @Slot(object)
    def show_outcome(self, outcome: TrainingOutcome) -> None:
        """The run has ended."""
        self.training_page.redraw()
        self.run_card.show_outcome(outcome)
        self._set_working(False)
        if outcome.model:
            self._model, self._trained_on = outcome.model, self._asked_for
            self.result_page.show_outcome(outcome)
            self.tabs.setCurrentWidget(self.result_page)
        for problem in outcome.left_out:
            self.show_notice(problem)
        (self.result_page.use_button if outcome.model else self.run_card.start_button).setFocus()

    @Slot(object)
    def show_evaluation(self, outcome: EvaluationOutcome) -> None:
        """The evaluation has ended."""
        self.run_card.end_evaluation()
        self.result_page.show_evaluation(outcome)
        self._set_working(False)
        (self.result_page.report_button if outcome.page else self.result_page.evaluate_button).setFocus()

    @Slot(object)
    def show_notice(self, problem: Problem) -> None:
        """Tell a problem in a strip that stops nothing."""
        self.notice.show_problem(problem)

    @Slot(object, bool)
    def show_in_force(self, in_force: InForce, has_devices: bool) -> None:
        """Say what stands between the inputs and the answer of the live windows."""
        self.in_force_strip.show_in_force(in_force, has_devices=has_devices)

    @Slot()
    def _on_copied(self) -> None:
        self.show_notice(Problem("findings.copied"))

    @Slot(str)
    def set_theme(self, name: str) -> None:
        """Dress the window in "dark", "light" or "system"."""
        self._theme_name = name
        self._apply_look()

    @Slot(str)
    def choose_folder(self, folder: str) -> None:
        """Take a folder and ask for its check; not while a job is under way, which works on the one before."""
        if self._is_working:
            return
        self._report = None
        self.folder_card.path.setText(folder)
        self.data_page.begin_check()
        self.preview_page.set_possible(False)
        self.tabs.setCurrentWidget(self.data_page)
        self._refresh_ready()
        self.folder_chosen.emit(folder)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setWindowTitle(self.tr("Train a model – mmdesk"))
        names = (self.tr("Data"), self.tr("Preview"), self.tr("Training"), self.tr("Result"))
        for index, name in enumerate(names):
            self.tabs.setTabText(index, name)
        for widget in (self.tabs, self.tabs.tabBar()):
            widget.setAccessibleName(self.tr("Details"))
        for part in self._parts():
            part.retranslate()
        self._give_room()

    # --- what the user does -----------------------------------------------------------------------------------------

    @property
    def _is_working(self) -> bool:
        return self.run_card.state in (RunState.RUNNING, RunState.STOPPING, RunState.EVALUATING)

    def _on_start(self) -> None:
        if self._report is None:
            return
        out = self.run_card.out.text().strip()
        request = TrainingRequest(self._report.folder, out, self.choices.settings())
        self._asked_for = request.folder
        self.run_card.begin()
        self._set_working(True)
        self.training_page.begin(())
        self.tabs.setCurrentWidget(self.training_page)
        self.run_card.cancel_button.setFocus()
        self.start_wanted.emit(request, self.run_card.replaces)

    def _on_cancel(self) -> None:
        self.run_card.show_stopping()
        self.cancel_wanted.emit()

    def _on_evaluate(self) -> None:
        self.run_card.begin_evaluation()
        self.result_page.begin_evaluation()
        self._set_working(True)
        self.run_card.cancel_button.setFocus()
        self.evaluation_wanted.emit(self._model, self._trained_on)

    def _on_use(self) -> None:
        self.model_wanted.emit(self._model)

    def _on_folder_wanted(self) -> None:
        if (problem := show_folder(Path(self._model).parent)) is not None:
            self.show_notice(problem)

    def _on_augmentation(self, name: str) -> None:
        self.preview_page.set_augmentation(name)
        if self._report is not None and self._report.can_train:
            self._ask_for_preview()

    def _ask_for_preview(self, seed: int | None = None) -> None:
        self.preview_page.set_augmentation(self.choices.augmentation.key)
        self.preview_wanted.emit(self.choices.augmentation.key, self.preview_page.seed if seed is None else seed)

    def _set_working(self, working: bool) -> None:
        self.choices.setEnabled(not working)
        self.folder_card.setEnabled(not working)
        self.result_page.set_busy(working)
        self._refresh_ready()

    def _refresh_ready(self) -> None:
        sound = self._report is not None and self._report.can_train
        self.run_card.set_ready(sound and self.choices.is_complete)

    # --- within -----------------------------------------------------------------------------------------------------

    def _parts(self) -> tuple[FolderCard | ChoicesCard | RunCard | DataPage | PreviewPage, ...]:
        pages = (self.data_page, self.preview_page, self.training_page, self.result_page)
        strips = (self.record_strip, self.in_force_strip, self.notice)
        return (self.folder_card, self.choices, self.run_card, *pages, *strips)  # type: ignore[return-value]

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout(self)
        for strip in (self.record_strip, self.in_force_strip, self.notice):
            self._rows.addWidget(strip)
        self._columns, self._left = QHBoxLayout(), QVBoxLayout()
        self._left.addWidget(self.folder_card)
        self._left.addWidget(self.choices, 1)
        self._left.addWidget(self.run_card)
        self._columns.addLayout(self._left)
        self._columns.addWidget(self.tabs, 1)
        self._rows.addLayout(self._columns, 1)

    def _connect_parts(self) -> None:
        self.folder_card.folder_chosen.connect(self.choose_folder)
        self.data_page.stop_wanted.connect(self.data_page.leave_check)
        self.data_page.stop_wanted.connect(self.check_left)
        self.choices.augmentation_chosen.connect(self._on_augmentation)
        for box in self.choices.encoder_boxes:
            box.currentIndexChanged.connect(self._refresh_ready)
        self.preview_page.draw_wanted.connect(self._ask_for_preview)
        self.run_card.start_wanted.connect(self._on_start)
        self.run_card.cancel_wanted.connect(self._on_cancel)
        self.result_page.use_wanted.connect(self._on_use)
        self.result_page.evaluation_wanted.connect(self._on_evaluate)
        self.result_page.folder_wanted.connect(self._on_folder_wanted)

    def _order_focus(self) -> None:
        run = self.run_card
        chain: list[QWidget] = [
            self.folder_card.path, self.folder_card.choose_button, *self.choices.focus_chain(), run.out,
            run.browse_button, run.start_button, run.cancel_button, self.tabs.tabBar(),
        ]  # fmt: skip
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        self.folder_card.choose_button.setFocus()

    @Slot()
    def on_text_size(self) -> None:
        """Take the text size that holds now."""
        self._apply_look()

    def _apply_look(self) -> None:
        self._fitting.apply()

    def _dress(self, scale: float) -> None:
        look = Look(chosen_theme(self._theme_name), scale)
        if look == self._look:
            return
        self._look = look
        self.setPalette(palette_of(look.theme))
        self.setStyleSheet(train_style_sheet(look))
        for part in self._parts():
            part.set_look(look)
        self._rows.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(12))
        for layout in (self._rows, self._columns, self._left):
            layout.setSpacing(look.px(12))
        self._give_room()

    def _give_room(self) -> None:
        """Beside one another, the cards on the left are as wide as their fields need; upright, all have the width."""
        upright = self.height() > self.width()
        direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        width = 0 if self._look is None else max(self._look.px(520), self.choices.needed_width())
        for card in (self.folder_card, self.choices, self.run_card):
            card.setMinimumWidth(0 if upright else width)
            card.setMaximumWidth(_ANY_PX if upright else width)

    @Slot(object)
    def _on_system_theme(self, scheme: Qt.ColorScheme) -> None:  # noqa: ARG002
        if self._theme_name == "system":
            self._apply_look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._is_working and len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        dropped = event.mimeData().urls()[0].toLocalFile()
        # Who drops the table means the folder it lies in.
        self.choose_folder(str(PurePath(dropped).parent) if dropped.endswith(".csv") else dropped)
        event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_look()
        self._give_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
