"""The live window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QWidget

from mmdesk.core.errors import MmdeskError
from mmdesk.core.explanation import Explanation
from mmdesk.core.frame import Frame
from mmdesk.core.fused_map import MapPoints
from mmdesk.core.history import HistorySpan, Rerun, Snapshot
from mmdesk.core.in_force import InForce, Recording
from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.live_stats import LiveStats, ModelState
from mmdesk.core.observation import SignalInput
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.core.shelf import Shelf
from mmdesk.core.sound_display import SoundDisplay
from mmdesk.core.source_state import DeviceChoice, SourceState
from mmdesk.core.transport import PlayedContents, TransportState
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.arrangement import Arrangement
from mmdesk.ui.audience.director import StageDirector
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.banners import NoticeStrip
from mmdesk.ui.controls_collector import ControlsCollector
from mmdesk.ui.cursor_line import CursorLine
from mmdesk.ui.drop_site import DropSite
from mmdesk.ui.file_writer import FileWriter
from mmdesk.ui.font_watch import FontWatch
from mmdesk.ui.frozen_view import FrozenView
from mmdesk.ui.help.desk import HelpDesk
from mmdesk.ui.in_force_strip import InForceStrip
from mmdesk.ui.in_force_view import InForceView
from mmdesk.ui.input_panels import InputPanels
from mmdesk.ui.language import LANGUAGES, install_language
from mmdesk.ui.menus import WindowMenus
from mmdesk.ui.microscope.workbench import Workbench
from mmdesk.ui.panels.answer import AnswerPanel
from mmdesk.ui.panels.card import InputCard
from mmdesk.ui.preferences import Preferences
from mmdesk.ui.record_strip import RecordStrip
from mmdesk.ui.recorder_view import RecorderView
from mmdesk.ui.resources import app_icon_path
from mmdesk.ui.rest_while_covered import RestWhileCovered, picture_of
from mmdesk.ui.screen_room import open_where_it_fits, stay_on_screen
from mmdesk.ui.stage import Stage
from mmdesk.ui.start_page import StartPage
from mmdesk.ui.status_line import StatusLine
from mmdesk.ui.text_size import set_text_size, text_size, wanted_scale
from mmdesk.ui.theme import THEMES, Look, Theme, chosen_theme, palette_of, smaller_scale, style_sheet
from mmdesk.ui.timeline import TimelineBar
from mmdesk.ui.tour import TourStrip
from mmdesk.ui.tour_guide import TourGuide
from mmdesk.ui.transport_bar import TransportBar

SMALLEST_PX = (640, 480)


class MainWindow(QMainWindow):
    """Inputs on the left, the answer and the microscope on the right; the time line below while it stands still.

    Every slot belongs to the GUI thread and only stores and asks for a repaint; nothing is drawn while the
    window is hidden or minimised. While it is frozen, frames, sound and predictions are ignored, so that what
    stands on screen belongs together; then moments of the last half minute can be shown.

    Signals:
        source_chosen: Name of an input, and the key of a `DeviceChoice`, or the file or address that was typed.
        text_edited: Name of an input, and the whole text, whenever the user (not a session) changed it.
        pause_toggled: Whether the window is frozen from now on.
        device_refresh_requested: The user wants the devices listed anew.
        session_chosen: Folder of a recorded session.
        sample_session_requested: The bundled session is wanted.
        devices_wanted: Camera and microphone are wanted in place of a recording.
        model_chosen: A checkpoint, folder or file.
        bundled_model_requested: The model that comes with the program is wanted.
        fusion_chosen: Kind of a fusion method of the loaded model.
        controls_changed: `UserControls`: weights, perturbations and mutes of the user.
        snapshot_wanted: Time of a kept moment, while frozen.
        rerun_wanted: Seconds that shall be run again, while frozen.
        transport_wished: A `TransportWish` about the recording that is played.
        reset_requested: A new visitor comes: everything of the one before is to be forgotten.
        doctor_requested: The diagnostics are wanted.
        report_requested: The diagnostics are to be copied, for a report.
        frame_painted: The `Frame` that has just been drawn.
        prediction_painted: The `Prediction` that has just been drawn.
        theme_chosen: "dark", "light" or "system", to be remembered.
        text_size_chosen: A size in percent, to be remembered.
        language_chosen: A language code, to be remembered.
        mirror_toggled: Whether the preview is mirrored, to be remembered.
        close_wanted: The `QCloseEvent` with which the window is to be closed; who ignores it keeps the window open.
        closing: The window is being closed.

    Attributes:
        inputs: The panels of the model's inputs.
        start_page: What this is, and every model that can be chosen.
        guide: What points at things while the tour runs.
        drops: Takes what is dropped on the window, or on the audience's.
        help: The help, the cheat sheet and the words about the program.
        preferences: Everything that is remembered, in one dialog.
        recorder: Recording, as the user sees and starts it.
        arrangement: How the panels stand, as the user has arranged them.
        director: What the presenter does on the stage for the audience.
    """

    source_chosen = Signal(str, str)
    text_edited = Signal(str, str)
    pause_toggled = Signal(bool)
    device_refresh_requested = Signal()
    session_chosen = Signal(str)
    sample_session_requested = Signal()
    devices_wanted = Signal()
    model_chosen = Signal(str)
    bundled_model_requested = Signal()
    fusion_chosen = Signal(str)
    controls_changed = Signal(object)
    in_force_changed = Signal(object, bool)
    snapshot_wanted = Signal(float)
    rerun_wanted = Signal(float)
    transport_wished = Signal(object)
    reset_requested = Signal()
    doctor_requested = Signal()
    report_requested = Signal()
    frame_painted = Signal(object)
    prediction_painted = Signal(object)
    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)
    language_chosen = Signal(str)
    mirror_toggled = Signal(bool)
    close_wanted = Signal(object)
    closing = Signal()

    def __init__(self, theme: str = "dark", language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme_name = theme
        self._look = Look(THEMES["dark"], 0.0)
        self._language = ""
        self._fitted_to: object = None
        self._fitting_scale = 0.0
        self._asked: tuple[Theme, float] | None = None
        self.setWindowTitle("mmdesk")
        if app_icon_path().is_file():
            self.setWindowIcon(QIcon(str(app_icon_path())))
        self.inputs = InputPanels(self)
        self.answer_panel = AnswerPanel()
        self.workbench = Workbench()
        self.timeline, self.transport = TimelineBar(), TransportBar()
        self.timeline.hide()
        self.tour, self.in_force_strip, self.record_strip = TourStrip(), InForceStrip(), RecordStrip()
        self.in_force_strip.hide()
        self.notice = NoticeStrip()
        self.status_line = StatusLine()
        self.files, self.fonts = FileWriter(self), FontWatch(self)
        self.files.failed.connect(self.show_notice)
        self.files.written.connect(self.show_written)
        self._model_problem: Problem | None = None
        self._frozen_view = FrozenView(self.inputs, self.answer_panel, self.workbench, self.timeline, self.transport)
        self.controls = ControlsCollector(self.workbench, self)
        self.audience = AudienceWindow()
        self.guide = TourGuide(self, self.tour, self.inputs, self.answer_panel, self.workbench, self.timeline)
        self._in_force = InForceView(self.in_force_strip, self.audience, self.in_force_changed.emit)
        self.menus = WindowMenus(
            [*self.workbench.page_actions, self.workbench.weights.sum_action],
            self.workbench.perturb.actions_with_keys(),
            self,
        )
        self.director = StageDirector(self.menus.stage_menu, self.audience, self)
        self.recorder = RecorderView(self.menus, self.record_strip, self.audience, self)
        self.recorder.add_inputs(self.inputs)
        self.help = HelpDesk(self.menus, self.tour, self)
        self.help.report_wanted.connect(self.report_requested)
        self.preferences = Preferences(self.menus, self.inputs, self)
        self.start_page = StartPage(self.menus, self)
        self.setMenuBar(self.menus)
        self.setStatusBar(self.status_line)
        self._lay_out()
        self.drops, self._stage_drops = DropSite(self, self._stage), DropSite(self.audience)
        self.arrangement = Arrangement(self._stage, self.menus.panels_menu, self)
        self._connect_panels()
        self.show_inputs(DEFAULT_INPUTS)
        self._connect_menus()
        self.setMinimumSize(*SMALLEST_PX)
        open_where_it_fits(self, 1280, 720)
        self.set_theme(theme)
        self.set_language(language)
        self._order_focus()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_theme)

    # --- what the program shows -------------------------------------------------------------------------------------

    @Slot(str, object)
    def show_frame(self, name: str, frame: Frame) -> None:
        """Show a camera frame of an input."""
        if not self.frozen:
            self.inputs.show_frame(name, frame, draw=not self.isMinimized())
            self.audience.show_frame(name, frame)

    @Slot(str, object)
    def show_sound(self, name: str, sound: SoundDisplay) -> None:
        """Show new sound of an input."""
        if not self.frozen:
            self.inputs.show_sound(name, sound)
            self.audience.show_sound(name, sound)

    @Slot(str, object)
    def show_signal(self, name: str, signal: SignalInput) -> None:
        """Show the newest stretch of an input's signal."""
        if not self.frozen:
            self.inputs.show_signal(name, signal)
            self.audience.show_signal(name, signal)

    @Slot(object)
    def show_prediction(self, prediction: Prediction) -> None:
        """Show a prediction in every panel."""
        if self.frozen:
            return
        self.answer_panel.show_prediction(prediction)
        self.workbench.show_prediction(prediction)
        self.tour.show_prediction(prediction)
        self.audience.show_prediction(prediction)
        self._in_force.note_effects(prediction)
        self.inputs.show_prediction(prediction)

    @Slot(object)
    def show_span(self, span: HistorySpan) -> None:
        """Show what can be gone back to; ignored unless frozen, like the following four."""
        if self.frozen:
            self._frozen_view.show_span(span)
            self.audience.show_span(span)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a kept moment in every panel."""
        if self.frozen:
            self._frozen_view.show_snapshot(snapshot)
            self._in_force.note_effects(snapshot.prediction)
            self.tour.show_prediction(snapshot.prediction)
            self.audience.show_snapshot(snapshot)
            self.guide.note_snapshot(snapshot)

    @Slot(object)
    def show_rerun(self, rerun: Rerun) -> None:
        """Show what came of running the last seconds again."""
        if self.frozen:
            self._frozen_view.show_rerun(rerun)

    @Slot(object)
    def show_explanation(self, explanation: Explanation) -> None:
        """Mark what speaks for the answer in each input."""
        if self.frozen:
            self._frozen_view.show_explanation(explanation)
            self.audience.show_explanation(explanation)
            self.guide.note_explanation()

    @Slot(object)
    def show_map(self, points: MapPoints | None) -> None:
        """Show the chosen method's map, or that there is none."""
        self.workbench.show_map(points)
        self.audience.show_map(points)

    @property
    def in_force(self) -> tuple[InForce, bool]:
        """What is in force, and whether there are devices to go back to from a recording."""
        return self._in_force.in_force, self._in_force.has_devices

    @property
    def recording(self) -> Recording | None:
        """What is played in place of the devices."""
        return self._in_force.in_force.recording

    @property
    def snapshot(self) -> Snapshot | None:
        """The kept moment on screen; None while the window runs."""
        return self._frozen_view.snapshot

    @Slot(str, object)
    def show_source_state(self, name: str, state: SourceState) -> None:
        """Show how an input's source is doing; problems are told in its own panel."""
        if name in self.inputs.cards:
            self.inputs.cards[name].show_state(state)
        self.audience.show_source_state(name, state)

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Show a panel for each of a model's inputs, in its order."""
        if not self.inputs.show_inputs(inputs):
            return
        self._stage.show_inputs(self.inputs.shares)
        self.inputs.hide_unused(self._look)
        self.controls.show_cards(tuple(self.inputs.cards.values()))
        for part in (self.workbench, self.audience):
            part.show_inputs(inputs)
        self._name_panels()
        self._order_focus()
        self._fitted_to = None
        self._apply_look()

    @Slot(object)
    def show_stats(self, stats: LiveStats) -> None:
        """Show rates and latencies."""
        self.status_line.show_stats(stats)

    @Slot(object)
    def show_model_state(self, state: ModelState) -> None:
        """Show that a model loads, is ready or failed. What was seen of the model before is forgotten.

        A model that is ready *and* has a problem is the one that ran before, and goes on: another could not be opened.
        """
        self.set_frozen(False)
        goes_on = state.ready and state.problem is not None
        if state.ready and state.problem is not None:
            self.show_notice(state.problem)
            self._model_problem = state.problem
            state = replace(state, problem=None)
        elif state.ready and self.notice.problem == self._model_problem:
            self.notice.dismiss()  # it was about a model that nobody asks for any more
        self.answer_panel.show_model(state)
        self.workbench.forget()
        self.tour.forget()
        self.audience.show_model_state(state)
        if state.ready:
            self.show_inputs(state.inputs)
        self.inputs.forget_presence()
        if state.ready and not goes_on:
            self.tour.show_model(state.about, state.labels, state.inputs)
            self.workbench.let_go()  # weights and labels are other ones
        if state.ready or state.problem:
            self.fonts.look_at(*state.labels)
            self.workbench.show_labels(state.labels)
            self.inputs.set_labels(state.labels, state.about.placeholders)
        if state.ready:
            for action in self.menus.show_fusions(state.fusions, state.fusion):
                self._take_key(action)
            self.guide.note_fusion(state.fusion, other_model=True)

    def show_shelf(self, shelf: Shelf, current: Path) -> None:
        """List the models that can be chosen, and the one that runs, in the menu and on the start page."""
        self.menus.show_models(shelf, current)
        self.start_page.show_shelf(shelf, current)

    def set_start_page(self, *, shown_at_start: bool) -> None:
        """Say whether the start page opens with the program."""
        self.preferences.show_start_page(shown=shown_at_start)
        self.start_page.set_at_start(shown=shown_at_start)

    @Slot(str, object, str)
    def set_devices(self, name: str, choices: Sequence[DeviceChoice], current_key: str) -> None:
        """List what an input's source can open."""
        card = self.inputs.cards.get(name)
        if card is not None and card.picker is not None:
            card.picker.set_choices(choices, current_key)
            self._in_force.note_devices(card.input.kind, choices)

    @Slot(object)
    def show_recording(self, recording: Recording | None) -> None:
        """Say what is played in place of the devices; None once nothing is."""
        self._in_force.play(recording)
        self.menus.set_playing(recording is not None and not recording.picture_only)
        self.tour.set_sample_session(recording is not None and not recording.picture_only)

    @Slot(object)
    def show_contents(self, contents: PlayedContents | None) -> None:
        """Show what there is in the recording that is played, and a bar to go through it; None once none is."""
        self.transport.show_contents(contents)
        if contents is None:
            self._in_force.follow(UserControls())
            self.set_frozen(False)
        elif contents.damage is not None:
            self.show_notice(contents.damage)

    @Slot(object)
    def show_transport(self, state: TransportState) -> None:
        """Show where the recording stands; the window stands still with it."""
        self.transport.show_state(state)
        if not state.playing:
            self.set_frozen(True)

    @Slot(object)
    def show_recorded_controls(self, controls: UserControls) -> None:
        """Show what is in force because it was when the recording was made that is played."""
        self._in_force.follow(controls)

    @Slot(object)
    def show_held(self, held: Mapping[str, str]) -> None:
        """Say which files stand for inputs, by the inputs' names; none for nothing."""
        self._in_force.hold_files(held)

    @Slot(str)
    def show_session_text(self, text: str) -> None:
        """Show the text that a session plays; `text_edited` stays silent."""
        if self.frozen:
            self.inputs.text.note_text(text)
        else:
            self.inputs.text.show_text(text)

    @Slot(object)
    def show_notice(self, problem: Problem) -> None:
        """Tell a problem, or what has been done, in a strip that stops nothing."""
        self.notice.show_problem(problem)

    @Slot(str)
    def show_written(self, path: str) -> None:
        """Tell where a file stands that the user wanted."""
        self.show_notice(Problem("file.saved", path=path))

    # --- what the program sets --------------------------------------------------------------------------------------

    @property
    def frozen(self) -> bool:
        """Whether the user stopped the picture."""
        return self.answer_panel.pause_button.isChecked()

    @property
    def look(self) -> Look:
        """Colours and size that the window has now."""
        return self._look

    @property
    def language(self) -> str:
        """Code of the language that is spoken."""
        return self._language

    @property
    def text(self) -> str:
        """What stands in the first text box."""
        return self.inputs.text.box.toPlainText()

    @Slot(bool)
    def set_frozen(self, frozen: bool) -> None:
        """Freeze or continue; reports `pause_toggled` when that changes anything."""
        self.answer_panel.pause_button.setChecked(frozen)

    @Slot(bool)
    def set_mirrored(self, mirrored: bool) -> None:
        """Mirror the previews or not."""
        self.inputs.set_mirrored(mirrored)
        self.audience.set_mirrored(mirrored)

    @Slot(str)
    def set_theme(self, name: str) -> None:
        """Dress the window in "dark", "light" or "system"."""
        self._theme_name = name
        self.menus.show_theme(name)
        hints = QGuiApplication.styleHints()
        schemes = {"dark": Qt.ColorScheme.Dark, "light": Qt.ColorScheme.Light}
        hints.setColorScheme(schemes.get(name, Qt.ColorScheme.Unknown))
        self._apply_look()

    def restore_view(self, geometry: QByteArray, panels: str) -> None:
        """Take the place, the size and the arrangement of panels of last time; the place must be on a screen."""
        if self.restoreGeometry(geometry):
            stay_on_screen(self)
        self.arrangement.restore(panels)

    @Slot(int)
    def set_text_size(self, percent: int) -> None:
        """Write everything in this size, as far as there is room for it."""
        set_text_size(percent)
        self.menus.text_size_menu.show_size()
        self._apply_look()

    @Slot(str)
    def set_language(self, code: str) -> None:
        """Speak a language of `LANGUAGES` from now on."""
        code = code if code in LANGUAGES else "en"
        self.menus.show_language(code)
        if code != self._language:
            self._language = code
            unreadable = install_language(code)
            self._retranslate()
            if unreadable:
                self.show_notice(Problem("translation.damaged", path=unreadable[0]))

    @Slot(str)
    def save_screenshot(self, path: str) -> None:
        """Write the window as a picture; the notice strip tells where it stands, or that it failed."""
        image = picture_of(self)

        def save() -> None:
            if not image.save(path):
                raise MmdeskError(Problem("screenshot.unwritable", path=path))

        self.files.write(Path(path), save)

    @Slot()
    def toggle_full_screen(self) -> None:
        """Enter or leave full screen; there the menus make room."""
        self._set_full_screen(not self.isFullScreen())

    # --- within -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.answer_panel.show_beside(self.director.preview)
        outputs = ((self.answer_panel, 46), (self.workbench, 54))
        self._stage = Stage(self._strips(), outputs, (self.timeline, self.transport))
        self._stage.changed.connect(self._apply_look)
        self.setCentralWidget(self._stage)
        self._rest = RestWhileCovered(self, self._stage)
        self._rest.waking.connect(self._apply_look)

    def _connect_panels(self) -> None:
        self._stage_drops.dropped.connect(self.drops.dropped)
        self._stage_drops.text_dropped.connect(self.drops.text_dropped)
        self.notice.play_wanted.connect(self.session_chosen)
        self.fonts.missing.connect(self.show_notice)
        self.inputs.source_chosen.connect(self.source_chosen)
        self.inputs.refresh_requested.connect(self.device_refresh_requested)
        self.inputs.text_edited.connect(self._on_text_edited)
        self.inputs.mirror_toggled.connect(self.menus.mirror.setChecked)
        self.inputs.mirror_toggled.connect(self.mirror_toggled)
        self.inputs.camera.preview.frame_painted.connect(self.frame_painted)
        self.answer_panel.view.prediction_painted.connect(self.prediction_painted)
        self.answer_panel.pause_toggled.connect(self._on_pause_toggled)
        self.answer_panel.full_screen_button.clicked.connect(self.toggle_full_screen)
        self.answer_panel.audience_button.clicked.connect(self.menus.audience.trigger)
        self.answer_panel.model_wanted.connect(self.menus.choose_model)
        self.answer_panel.bundled_model_wanted.connect(self.bundled_model_requested)
        self.answer_panel.doctor_wanted.connect(self.doctor_requested)
        self.controls.changed.connect(self._on_controls_changed)
        self.workbench.fusion_wanted.connect(self.menus.choose_fusion)
        self.timeline.snapshot_wanted.connect(self.snapshot_wanted)
        self.timeline.rerun_wanted.connect(self.rerun_wanted)
        self.timeline.live_wanted.connect(self._on_live_wanted)
        self.transport.wished.connect(self.transport_wished)
        self.transport.play_wanted.connect(self._on_play_wanted)
        self.in_force_strip.let_go_wanted.connect(self.let_go_of_all)
        for wanted, card in (
            (self.in_force_strip.camera_wanted, self.inputs.camera),
            (self.in_force_strip.microphone_wanted, self.inputs.microphone),
        ):
            if card.picker is not None:
                wanted.connect(card.picker.offer)
        self.tour.finished.connect(self.controls.let_go)  # what was played or open before the tour stays so

    def _connect_menus(self) -> None:
        self.menus.mirror.setChecked(True)
        self.menus.mirror.toggled.connect(self.set_mirrored)
        self.menus.pause.toggled.connect(self.set_frozen)
        self.menus.full_screen.triggered.connect(self._set_full_screen)
        self.menus.quit.triggered.connect(self.close)
        self.menus.screenshot_requested.connect(self.save_screenshot)
        self.menus.session_chosen.connect(self.session_chosen)
        self.menus.sample_session_requested.connect(self.sample_session_requested)
        self.menus.model_chosen.connect(self.model_chosen)
        self.menus.bundled_model_requested.connect(self.bundled_model_requested)
        self.menus.gallery_requested.connect(self.start_page.open)
        self.menus.welcome.triggered.connect(self.start_page.welcome)
        self.start_page.model_chosen.connect(self.model_chosen)
        self.start_page.open_wanted.connect(self.menus.choose_model)
        self.start_page.sample_wanted.connect(self.sample_session_requested)
        self.start_page.tour_wanted.connect(self.tour.start)
        self.menus.let_go.triggered.connect(self.let_go_of_all)
        self.menus.fusion_chosen.connect(self.fusion_chosen)
        self.menus.fusion_chosen.connect(self.guide.note_fusion)
        self.guide.fusion_wanted.connect(self.menus.choose_fusion)
        self.menus.doctor_requested.connect(self.doctor_requested)
        self.menus.reset.triggered.connect(self.reset)
        self.menus.audience.toggled.connect(self._show_audience)
        self.menus.tour.triggered.connect(self.tour.start)
        self.audience.closed.connect(self._on_audience_closed)
        self.audience.screen_lost.connect(self._on_screen_lost)
        self.audience.time_key_pressed.connect(self._on_time_key)
        self.menus.theme_chosen.connect(self.set_theme)
        self.menus.theme_chosen.connect(self.theme_chosen)
        self.menus.text_size_menu.chosen.connect(self.set_text_size)
        self.menus.text_size_menu.chosen.connect(self.text_size_chosen)
        self.menus.language_chosen.connect(self.set_language)
        self.menus.language_chosen.connect(self.language_chosen)
        for action in self.menus.actions_with_keys():
            self._take_key(action)

    def _take_key(self, action: QAction) -> None:
        """Let an action's key act in every live window, whatever has the focus; a text box keeps what it can type."""
        self.addAction(action)
        self.workbench.weights.sum_window.addAction(action)
        if action not in (self.menus.full_screen, *self.menus.text_size_menu.actions()):  # the stage has its own
            self.audience.addAction(action)

    def _order_focus(self) -> None:
        typed, others = self.inputs.focus_chains()
        chain = [*typed, *self.answer_panel.focus_chain(), *others]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        chain[0].setFocus()

    @Slot()
    def _apply_look(self) -> None:
        """Take the theme, and the largest size that leaves every part of the stage its room."""
        theme, scale = chosen_theme(self._theme_name), wanted_scale(self)
        asked = (theme, scale)
        if self._rest.rests and asked == self._asked:
            return  # nobody sees what has changed; fitting would hold up the window that is seen
        self._asked = asked
        stage = (self.size(), self._stage.guests, self._language, text_size(), self.arrangement.folded)
        if stage != self._fitted_to:
            self._fitted_to, self._fitting_scale = stage, scale
        self._dress(Look(theme, min(scale, self._fitting_scale)))
        if not self._language:
            return  # what has no words yet has no size either
        while self._stage.lacks_room and (less := smaller_scale(self._look.scale)) < self._look.scale:
            self._fitting_scale = less
            self._dress(Look(theme, less))

    def _dress(self, look: Look) -> None:
        if look == self._look:
            return
        recoloured = look.theme is not self._look.theme or not self._look.scale
        self._look = look
        application = QApplication.instance()
        if recoloured and isinstance(application, QApplication):
            application.setStyle("Fusion")
            application.setPalette(palette_of(look.theme))
        self.setStyleSheet(style_sheet(look))
        for part in (*self._panels(), *self._strips(), self.timeline, self.transport, self._stage):
            part.set_look(look)
        self.guide.set_look(look)
        self.drops.set_look(look)
        self._stage_drops.set_look(look)
        self.audience.set_theme(look.theme)
        self.help.set_look(look)
        self.preferences.set_look(look)
        self.start_page.set_look(look)

    def _panels(self) -> tuple[InputCard | AnswerPanel | Workbench, ...]:
        return (*self.inputs.made, self.answer_panel, self.workbench)

    def _strips(self) -> tuple[RecordStrip, InForceStrip, NoticeStrip, TourStrip]:
        return self.record_strip, self.in_force_strip, self.notice, self.tour

    def _name_panels(self) -> None:
        cards = {card.input.column: card for card in self.inputs.cards.values()}
        self.menus.show_panels({key: card.title.text() for key, card in cards.items()})
        self.arrangement.show_cards({**cards, "answer": self.answer_panel, "microscope": self.workbench})

    def _retranslate(self) -> None:
        for part in (*self._panels(), *self._strips(), self.timeline, self.transport, self.audience):
            part.retranslate()
        self._name_panels()
        self.menus.retranslate()
        self.status_line.retranslate()
        self.help.retranslate()
        self.preferences.retranslate()
        self.start_page.retranslate()
        self._name_window()

    def _name_window(self) -> None:
        self.setWindowTitle(self.tr("mmdesk – frozen") if self.frozen else "mmdesk")

    @property
    def _time_line(self) -> CursorLine:
        """What goes through time while the window stands still."""
        return self.timeline.view if self.transport.isHidden() else self.transport.scrubber

    @Slot(object)
    def _on_time_key(self, event: QKeyEvent) -> None:
        self._time_line.keyPressEvent(event)

    def _on_pause_toggled(self, paused: bool) -> None:
        self.menus.pause.setChecked(paused)
        self.audience.set_frozen(paused)
        if paused:
            self._frozen_view.begin()
            if not any(text.box.hasFocus() for text in self.inputs.texts):
                self._time_line.setFocus()  # the arrow keys go through time
        else:
            self._frozen_view.end()
        self._name_window()
        self.pause_toggled.emit(paused)

    @Slot()
    def reset(self) -> None:
        """A new visitor, unless the presenter thinks better of it: a recording ends."""
        if self.recorder.let_visitor_go():
            self.forget_visitor()

    def forget_visitor(self) -> None:
        """Go on, let go of everything, forget what was typed and kept."""
        self.set_frozen(False)
        self.let_go_of_all()
        for part in (self.workbench, self.audience.weights):
            part.forget()
        for text in self.inputs.texts:
            text.box.clear()
        self.tour.stop()
        self.reset_requested.emit()

    @Slot()
    def let_go_of_all(self) -> None:
        """Let nothing stand between the inputs and the answer: weights, perturbations, mutes, a recording."""
        self.controls.let_go()
        if self.recording is not None or self._in_force.in_force.held:
            self.devices_wanted.emit()

    @Slot(object)
    def _on_controls_changed(self, controls: UserControls) -> None:
        self._in_force.hold(controls)
        self.controls_changed.emit(controls)

    @Slot(str, str)
    def _on_text_edited(self, name: str, text: str) -> None:
        if self.frozen:
            self.inputs.note_text(name, text)  # else an older one would stand in the box when the window goes on
        self.guide.note_typed(name)
        self.fonts.look_at(text)
        self.text_edited.emit(name, text)

    @Slot()
    def _on_live_wanted(self) -> None:
        self.set_frozen(False)

    @Slot(bool)
    def _on_play_wanted(self, wanted: bool) -> None:
        self.set_frozen(not wanted)

    @Slot(bool)
    def _show_audience(self, shown: bool) -> None:
        if shown:
            self.audience.open_beside(self)
        else:
            self.audience.close()

    @Slot()
    def _on_audience_closed(self) -> None:
        self.menus.audience.setChecked(False)

    @Slot()
    def _on_screen_lost(self) -> None:
        self.show_notice(Problem("stage.screen_lost"))

    @Slot(object)
    def _on_system_theme(self, scheme: Qt.ColorScheme) -> None:  # noqa: ARG002
        if self._theme_name == "system":
            self._apply_look()

    @Slot(bool)
    def _set_full_screen(self, full: bool) -> None:
        self.menuBar().setVisible(not full)
        self.menus.full_screen.setChecked(full)
        if full:
            self.showFullScreen()
        else:
            self.showNormal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no focused widget wanted. The space bar freezes everywhere, so Enter presses a focused button."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self._set_full_screen(False)
        elif event.key() == Qt.Key.Key_Escape:
            self.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_look()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and not self.isFullScreen():
            # The window manager may end full screen by itself.
            self.menuBar().setVisible(True)
            self.menus.full_screen.setChecked(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_wanted.emit(event)
        if not event.isAccepted():
            return
        self.audience.close()
        self.closing.emit()
        super().closeEvent(event)
