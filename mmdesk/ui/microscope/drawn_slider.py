"""A horizontal slider that draws itself and goes to where it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QSlider, QWidget

from mmdesk.ui.theme import DARK, Look


class DrawnSlider(QSlider):
    """Mouse, keys and repaints of a slider; what it looks like is its heirs' business.

    `valueChanged` is for the user's hand only: `put` moves it without a report and with no more repaints than the gate
    lets through.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = Look(DARK, 1.0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def put(self, value: int) -> None:
        """Move to a value without reporting it."""
        blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(blocked)
        self.update()

    def track(self) -> QRectF:
        """Where the values lie, in pixels of the widget."""
        raise NotImplementedError

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        # Following the model must not repaint at every tick; the gate sees to that.
        if change == QAbstractSlider.SliderChange.SliderValueChange and self.signalsBlocked():
            return
        super().sliderChange(change)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a wheel in passing must not take hold of anything

    def _move_to(self, x_px: float) -> None:
        track = self.track()
        share = (x_px - track.left()) / max(track.width(), 1.0)
        self.setValue(self.minimum() + round(share * (self.maximum() - self.minimum())))
