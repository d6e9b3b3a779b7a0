"""A window of its own for the projector."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QHideEvent,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mmdesk.core.explanation import Explanation
from mmdesk.core.frame import Frame
from mmdesk.core.fused_map import MapPoints
from mmdesk.core.history import HistorySpan, Snapshot
from mmdesk.core.in_force import InForce
from mmdesk.core.inputs import Input
from mmdesk.core.live_stats import ModelState
from mmdesk.core.observation import SignalInput
from mmdesk.core.prediction import Prediction
from mmdesk.core.recorder_state import RecorderState
from mmdesk.core.sound_display import SoundDisplay
from mmdesk.core.source_state import SourceState
from mmdesk.core.take_away import PageCode
from mmdesk.ui.audience.board import StageBoard
from mmdesk.ui.audience.header import StageHeader
from mmdesk.ui.audience.layout import stage_look
from mmdesk.ui.audience.scenes import MapScene, MethodsScene, Scene, StageScene, WeightsScene, WithoutScene, take_all
from mmdesk.ui.audience.words import AudienceWords
from mmdesk.ui.panels.camera import PreviewView
from mmdesk.ui.panels.microphone import SpectrogramView
from mmdesk.ui.panels.signal import SignalView
from mmdesk.ui.resources import app_icon_path
from mmdesk.ui.screen_room import open_at, stay_on_screen
from mmdesk.ui.theme import DARK, Look, Theme

ScreenT = TypeVar("ScreenT")
SMALLEST_PX = (480, 270)


class AudienceWindow(QWidget):
    """A stage for two hundred people, and nothing to press: one scene at a time, with a header that stays in each.

    How large it writes is said in `mmdesk.ui.audience.layout`.

    It is a top-level window and ends only when it is closed: whoever opens it closes it with the main window, which
    else would not be the last one. On a screen of its own it leaves the keyboard to the main window when it opens.

    Signals:
        closed: The window was closed, by Esc or by its frame.
        scene_changed: The `Scene` that is seen from now on, or once no code stands in its place.
        seen: The window has come or gone.
        screen_lost: The screen on which it was has gone, and it has come back to another.
        time_key_pressed: A `QKeyEvent` while the picture stands still: it may go through time.

    Attributes:
        words: What is told.
        header: Signs and what is in force, in every scene.
        board: The answer's scene, and the explanation's.
        weights: The scene of the weights.
        methods: The scene of the methods.
        map: The scene of the map.
        without: The scene of the answers without each input.
        wanted: The scene that the presenter has chosen; another is seen while that one has nothing to show.
        type_scale: Size of type relative to the form's own.
    """

    closed = Signal()
    scene_changed = Signal(object)
    seen = Signal()
    screen_lost = Signal()
    time_key_pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        if app_icon_path().is_file():
            self.setWindowIcon(QIcon(str(app_icon_path())))
        self._theme = DARK
        self._frozen = False
        self._explanation: Explanation | None = None
        self._newest_s: float | None = None
        self._presenter: QWidget | None = None
        self.type_scale = 1.0
        self.wanted = self._scene = Scene.ANSWER
        self.words = AudienceWords()
        self.header, self.board = StageHeader(self.words), StageBoard(self.words)
        self.weights, self.methods = WeightsScene(self.words), MethodsScene(self.words)
        self.map, self.without = MapScene(self.words), WithoutScene(self.words)
        self._scenes: tuple[StageScene, ...] = (self.without, self.weights, self.methods, self.map)
        self._stack = QStackedWidget()
        take_all(self._stack)
        for page in (self.board, *self._scenes):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self.setMinimumSize(*SMALLEST_PX)
        self.setAutoFillBackground(True)
        open_at(self, 1280, 720)
        self.retranslate()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_removed)

    # --- scenes -----------------------------------------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        """What is seen."""
        return self._scene

    def can_show(self, scene: Scene) -> bool:
        """Whether a scene has something to show now: there are models without weights or a map, or of one input."""
        if scene is Scene.ANSWER:
            return True
        if scene is Scene.EXPLANATION:
            return self._frozen and self._explanation is not None
        return next(page for page in self._scenes if page.scene is scene).can_show(self.words.prediction)

    def show_scene(self, scene: Scene) -> None:
        """Show a scene from now on; where it has nothing to show, the answer until it has."""
        self.wanted = scene
        self._settle_scene()

    @Slot()
    def next_scene(self) -> None:
        """Show the next scene that has something to show; after the last one the first."""
        self._step(1)

    @Slot()
    def previous_scene(self) -> None:
        """Show the one before."""
        self._step(-1)

    def _step(self, way: int) -> None:
        shown = [scene for scene in Scene if self.can_show(scene)]
        self.show_scene(shown[(shown.index(self._scene) + way) % len(shown)])

    def _settle_scene(self) -> None:
        scene = self.wanted if self.can_show(self.wanted) else Scene.ANSWER
        if scene is self._scene:
            return
        self._scene = scene
        self._turn()
        self.scene_changed.emit(scene)

    def _turn(self) -> None:
        """Bring the scene to the front, or the code that stands in its place."""
        scene = Scene.ANSWER if self.board.offers else self._scene
        on_board = scene in (Scene.ANSWER, Scene.EXPLANATION)
        self.board.show_scene(explains=scene is Scene.EXPLANATION)
        self._mark()
        page = self.board if on_board else next(page for page in self._scenes if page.scene is scene)
        self._stack.setCurrentWidget(page)
        self.refresh()

    def _mark(self) -> None:
        """Mark what was explained in its own scene only: the answer's has bars."""
        self.board.show_explanation(self._explanation if self.board.explains else None, self._newest_s)

    @Slot(object)
    def show_code(self, code: PageCode | None) -> None:
        """Show the answer and a code to take it home, in place of any scene; None brings that back at once."""
        if code != self.board.code.code:
            self.board.show_code(code)
            self._turn()

    # --- what the program shows -------------------------------------------------------------------------------------

    @Slot(str, object)
    def show_frame(self, name: str, frame: Frame) -> None:
        """Show a camera frame of an input."""
        view = self.board.views.get(name)
        if isinstance(view, PreviewView):
            view.show_live(frame)

    @Slot(str, object)
    def show_sound(self, name: str, sound: SoundDisplay) -> None:
        """Show new sound of an input."""
        view = self.board.views.get(name)
        if isinstance(view, SpectrogramView):
            view.append(sound.columns_db)

    @Slot(str, object)
    def show_signal(self, name: str, signal: SignalInput) -> None:
        """Show the newest stretch of an input's signal."""
        view = self.board.views.get(name)
        if isinstance(view, SignalView):
            view.show_live(signal)

    @Slot(str, object)
    def show_source_state(self, name: str, state: SourceState) -> None:
        """Show how an input's source is doing: what it gave before must not pass for what it gives now."""
        if name in self.board.views:
            self.board.views[name].show_state(state)

    @Slot(object)
    def show_prediction(self, prediction: Prediction) -> None:
        """Show a prediction; hidden or minimised, nothing is drawn."""
        self.weights.remember(prediction)
        self._show(prediction)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a kept moment, and what each input held then."""
        self.show_explanation(None)
        prediction = snapshot.prediction
        is_freeze = snapshot.as_it_was and prediction.time_s == self._newest_s
        for name, view in self.board.views.items():
            view.show_snapshot(snapshot.inputs.get(name), prediction.time_s, is_freeze=is_freeze)
        self._show(prediction)

    def _show(self, prediction: Prediction) -> None:
        before = self.words.prediction
        self.words.take(prediction)
        told = self.words.prediction
        if told is None or told is before:
            return
        self.board.show_prediction(told)
        for page in self._scenes:
            page.show_prediction(told)
        self._settle_scene()
        if self.isVisible():
            self.header.refresh()
            self._name()

    @Slot(object)
    def show_span(self, span: HistorySpan) -> None:
        """Learn when the freeze was."""
        self._newest_s = span.ticks[-1].time_s if span.ticks else None

    @Slot(object)
    def show_explanation(self, explanation: Explanation | None) -> None:
        """Keep what speaks for the answer of the moment, for its scene."""
        if explanation is self._explanation:
            return
        self._explanation = explanation
        self._mark()
        self._settle_scene()

    @Slot(object)
    def show_map(self, points: MapPoints | None) -> None:
        """Take the chosen method's map, or that there is none."""
        self.map.set_points(points)
        self._settle_scene()

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Show each of a model's inputs, in its order."""
        self.words.inputs = tuple(inputs)
        self.board.show_inputs(inputs)
        for page in self._scenes:
            page.show_inputs(inputs)

    @Slot(object)
    def show_model_state(self, model: ModelState) -> None:
        """Show that a model loads or is ready; what an earlier one said is forgotten."""
        self.words.take_model(model)
        self._begin_anew()

    @Slot(object)
    def show_in_force(self, in_force: InForce) -> None:
        """Say what stands between the inputs and the answer, as long as it does."""
        self.words.take_in_force(in_force)
        self.refresh()

    @Slot(object)
    def show_recorder(self, state: RecorderState) -> None:
        """Say that something is recorded, for how long and how much longer it can be, as long as it is."""
        if self.words.take_recorder(state):
            self.refresh()

    @Slot(bool)
    def set_frozen(self, frozen: bool) -> None:
        """Say that the picture stands still, or no longer; predictions shown then are those of an earlier moment."""
        self._frozen = frozen
        self.words.set_frozen(frozen)
        for view in self.board.views.values():
            if frozen:
                view.begin_freeze()
            else:
                view.end_freeze()
        if not frozen:
            self._newest_s = None
            self.show_explanation(None)
        if self.words.prediction is not None:
            self.board.show_prediction(self.words.prediction)
        self._settle_scene()
        self.refresh()

    @Slot(bool)
    def set_mirrored(self, mirrored: bool) -> None:
        """Mirror the pictures or not."""
        for view in self.board.views.values():
            if isinstance(view, PreviewView):
                view.set_mirrored(mirrored)

    def forget(self) -> None:
        """Begin anew: another model."""
        self.words.forget()
        self._begin_anew()

    def _begin_anew(self) -> None:
        for page in self._scenes:
            page.forget()
        self.show_explanation(None)
        self._settle_scene()
        self.refresh()

    def refresh(self) -> None:
        """Draw what the words say now."""
        self._name()
        self.header.refresh()
        page = self._stack.currentWidget()
        if isinstance(page, StageScene):
            page.refresh()
        else:
            self.board.update()

    def _name(self) -> None:
        spoken = self.words.spoken()
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)

    # --- size, colours, language ------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take the colours; the size follows from the window's own."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.card))
        self.setPalette(palette)
        self._take_size()

    def set_type_scale(self, scale: float) -> None:
        """Write larger or smaller than the form does by itself."""
        if scale != self.type_scale:
            self.type_scale = scale
            self._take_size()

    @property
    def look(self) -> Look:
        """Colours and size."""
        return stage_look(self._theme, self.width(), self.height(), self.type_scale)

    def _take_size(self) -> None:
        look = self.look
        self.header.set_look(look)
        self.board.set_look(look)
        for page in self._scenes:
            page.set_look(look)
        self.update()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setWindowTitle(self.tr("mmdesk – for the audience"))
        self.words.say_again()
        for page in self._scenes:
            page.retranslate()
        self.header.retranslate()
        self.board.retranslate()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_size()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self.seen.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit()

    # --- the screen it is on ----------------------------------------------------------------------------------------

    def open_beside(self, window: QWidget) -> None:
        """Fill a screen on which the main window is not; where there is none, be an ordinary window."""
        self._presenter = window
        screen = screen_beside(QGuiApplication.screens(), window.screen())
        # On one screen, a window that does not become active may be put behind the one that is.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, screen is not None)
        if screen is None:
            self.showNormal()
        else:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
            self.showFullScreen()

    @Slot()
    def toggle_full_screen(self) -> None:
        """Enter or leave full screen on the screen where the window is."""
        if self.isFullScreen():
            self._leave_full_screen()
        else:
            self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.toggle_full_screen()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self._leave_full_screen()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif self._frozen:
            self.time_key_pressed.emit(event)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self.toggle_full_screen()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            # A pointer that somebody left on the projector is in everybody's way.
            self.setCursor(Qt.CursorShape.BlankCursor if self.isFullScreen() else Qt.CursorShape.ArrowCursor)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _leave_full_screen(self) -> None:
        self.showNormal()
        room = self.screen().availableGeometry()
        size = self.size().boundedTo(room.size() * 0.8)
        self.resize(size)
        self.move(room.center() - self.rect().center())

    @Slot(QScreen)
    def _on_screen_removed(self, screen: QScreen) -> None:  # noqa: ARG002
        # The window system moves windows by itself, or does not: it is looked at once that is over.
        QTimer.singleShot(0, self, self.come_back)

    @Slot()
    def come_back(self) -> None:
        """Be seen again after a screen has gone: where it filled that screen, or lay on it, as a window on another."""
        if not self.isVisible():
            return
        before = self.geometry()
        if not self.isFullScreen():
            stay_on_screen(self)
            if self.geometry() != before:
                self.screen_lost.emit()
        elif self._presenter is None or self.screen() is self._presenter.screen():
            # There it would cover the presenter's own window.
            other = None if self._presenter is None else screen_beside(QGuiApplication.screens(), self.screen())
            if other is None:
                self._leave_full_screen()
            elif self._presenter is not None:
                self.open_beside(self._presenter)
            self.screen_lost.emit()


def screen_beside(screens: Sequence[ScreenT], taken: ScreenT) -> ScreenT | None:
    """Return the first screen that is not taken; None when there is no other."""
    return next((screen for screen in screens if screen != taken), None)
