"""Check and choice boxes that draw their marks in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from mmdesk.ui.glyphs import draw_glyph
from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.theme import DARK, Look

_TICK = ((0.24, 0.52), (0.43, 0.72), (0.78, 0.3))


class CheckBox(QCheckBox):
    """A check box whose box and tick take the theme's colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().size(int(Qt.TextFlag.TextShowMnemonic), self.text())
        return QSize(words.width() + self._look.px(38), max(words.height(), self._look.px(22)) + self._look.px(8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, theme = self._look, self._look.theme
        side = look.px(20)
        box = QRectF(look.px(2), (self.height() - side) / 2, side, side)
        active = self.isEnabled()
        filled = self.isChecked() and active
        painter.setPen(QPen(QColor(theme.state if self.hasFocus() else theme.rest if active else theme.line), 2))
        painter.setBrush(QColor(theme.state if filled else theme.raised))
        painter.drawRoundedRect(box, look.px(5), look.px(5))
        if self.isChecked():
            painter.setPen(QPen(QColor(theme.on_state if active else theme.rest), look.px(3)))
            points = [QPointF(box.left() + side * x, box.top() + side * y) for x, y in _TICK]
            painter.drawPolyline(points)
        painter.setPen(QColor(theme.text if active else theme.rest))
        words = QRectF(box.right() + look.px(10), 0, self.width(), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic), self.text())


class ChoiceBox(QComboBox):
    """A list of kinds: shown by their names, reported by their keys; the wheel changes nothing in passing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setPlaceholderText("…")

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.update()

    @property
    def key(self) -> str:
        """What is chosen."""
        return str(self.currentData() or "")

    def offer(self, choices: list[tuple[str, str]], key: str | None = None) -> None:
        """List (key, name); ``key`` or what was chosen before stays chosen where it is offered. Reports nothing."""
        wanted = self.key if key is None else key
        blocked = self.blockSignals(True)
        self.clear()
        for one, name in choices:
            self.addItem(name, one)
        self.setCurrentIndex(max(0, self.findData(wanted)) if choices else -1)
        self.blockSignals(blocked)
        self.setToolTip(plain_tip(self.currentText()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._look.px(16)
        right = self.width() - self._look.px(9) - side
        colour = QColor(self._look.theme.muted if self.isEnabled() else self._look.theme.line)
        draw_glyph(painter, "chevron", QRectF(right, (self.height() - side) / 2, side, side), colour)
