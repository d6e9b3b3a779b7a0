"""A window of its own for the projector."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QIcon, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mmdesk.core.in_force import InForce
from mmdesk.core.inputs import Input
from mmdesk.core.live_stats import ModelState
from mmdesk.core.prediction import Prediction
from mmdesk.core.recorder_state import RecorderState
from mmdesk.ui.audience_view import AudienceView
from mmdesk.ui.resources import app_icon_path
from mmdesk.ui.screen_room import open_at
from mmdesk.ui.theme import Theme

ScreenT = TypeVar("ScreenT")


class AudienceWindow(QWidget):
    """The answer, weights, contributions, relation and honesty for two hundred people, and nothing to press.

    Type sizes: a letter is read from a distance of at most 200 times its height, so from 5 m it must be 25 mm high. On
    a picture 2 m wide, 1920 px make one pixel about 1 mm; letters of 34 px type are at most 34 × 0.73 ≈ 25 mm high, and
    no type is smaller than that. Names are 46 px, values 44 px, the relation 44 px, honesty 38 px, confidence 68 px,
    the answer up to 620 px. On a larger picture, or one of fewer pixels, all of it grows alike: what counts is the
    picture's width, of which the smallest type is 1/56.

    It is a top-level window and ends only when it is closed: whoever opens it closes it with the main window, which
    else would not be the last one. On a screen of its own it leaves the keyboard to the main window when it opens.

    Signals:
        closed: The window was closed, by Esc or by its frame.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        if app_icon_path().is_file():
            self.setWindowIcon(QIcon(str(app_icon_path())))
        self.view = AudienceView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setMinimumSize(480, 270)
        open_at(self, 1280, 720)
        self._name_window()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_removed)

    @Slot(object)
    def show_prediction(self, prediction: Prediction) -> None:
        """Show a prediction; hidden or minimised, nothing is drawn."""
        self.view.show_prediction(prediction)

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Show a row for each of a model's inputs, in its order."""
        self.view.show_inputs(inputs)

    @Slot(object)
    def show_model_state(self, model: ModelState) -> None:
        """Show that a model loads or is ready; what an earlier one said is forgotten."""
        self.view.words.take_model(model)
        self.view.refresh()

    @Slot(object)
    def show_in_force(self, in_force: InForce) -> None:
        """Say what stands between the inputs and the answer, as long as it does."""
        self.view.words.take_in_force(in_force)
        self.view.refresh()

    @Slot(object)
    def show_recorder(self, state: RecorderState) -> None:
        """Say that something is recorded, for how long and how much longer it can be, as long as it is."""
        if self.view.words.take_recorder(state):
            self.view.refresh()

    @Slot(bool)
    def set_frozen(self, frozen: bool) -> None:
        """Say that the picture stands still, or no longer; predictions shown then are those of an earlier moment."""
        self.view.words.set_frozen(frozen)
        self.view.refresh()

    def forget(self) -> None:
        """Begin anew: another model."""
        self.view.words.forget()
        self.view.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours; the size follows from the window's own."""
        self.view.set_theme(theme)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self._name_window()
        self.view.retranslate()

    def open_beside(self, window: QWidget) -> None:
        """Fill a screen on which the main window is not; where there is none, be an ordinary window."""
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
        """Without its projector the window would cover the presenter's own screen."""
        if self.isFullScreen() and len(QGuiApplication.screens()) < 2:
            self._leave_full_screen()

    def _name_window(self) -> None:
        self.setWindowTitle(self.tr("mmdesk – for the audience"))


def screen_beside(screens: Sequence[ScreenT], taken: ScreenT) -> ScreenT | None:
    """Return the first screen that is not taken; None when there is no other."""
    return next((screen for screen in screens if screen != taken), None)
