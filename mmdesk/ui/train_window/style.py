"""The look of the Train window's widgets, over the style that all windows share."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from mmdesk.ui.glyphs import draw_glyph
from mmdesk.ui.theme import DARK, Look, style_sheet

_TICK = ((0.24, 0.52), (0.43, 0.72), (0.78, 0.3))


def train_style_sheet(look: Look) -> str:
    """The style sheet of the Train window."""
    t, px = look.theme, look.px
    field = f"background: {t.raised}; border: 1px solid {t.line}; border-radius: {px(8)}px;"
    return (
        style_sheet(look)
        + f"""
    QWidget#train {{ background: {t.window}; }}
    QLabel:disabled {{ color: {t.rest}; }}
    QLabel#headline {{ font-size: {px(23)}px; font-weight: 600; }}
    QLabel#section {{ font-weight: 600; }}
    QLabel#warning {{ font-weight: 600; color: {t.state}; }}
    QPushButton:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {{ color: {t.rest}; }}
    QPushButton#main {{ background: {t.state}; color: {t.on_state}; border-color: {t.state}; font-weight: 600; }}
    QPushButton#main:focus {{ border: 2px solid {t.text}; }}
    QPushButton#main:disabled {{ background: {t.raised}; color: {t.rest}; border-color: {t.line}; }}
    QLineEdit {{ {field} padding: {px(5)}px {px(9)}px; selection-background-color: {t.state};
        selection-color: {t.on_state}; }}
    QLineEdit:focus {{ border: 2px solid {t.state}; padding: {px(5) - 1}px {px(9) - 1}px; }}
    QSpinBox, QDoubleSpinBox {{ {field} padding: {px(4)}px {px(9)}px; selection-background-color: {t.state};
        selection-color: {t.on_state}; }}
    QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{ background: transparent; border: none;
        padding: 0; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
    QSpinBox:focus, QDoubleSpinBox:focus {{ border: 2px solid {t.state}; padding: {px(4) - 1}px {px(9) - 1}px; }}
    QPlainTextEdit {{ font-size: {px(15)}px; border: 1px solid {t.line}; }}
    QPlainTextEdit:focus {{ border: 1px solid {t.state}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QTabWidget::pane {{ background: {t.card}; border: 1px solid {t.line}; border-radius: {px(10)}px; top: -1px; }}
    QTabBar::tab {{ background: transparent; color: {t.muted}; padding: {px(8)}px {px(18)}px;
        border: 2px solid transparent; border-bottom: 3px solid transparent; }}
    QTabBar::tab:selected {{ color: {t.text}; border-bottom: 3px solid {t.state}; font-weight: 600; }}
    QTabBar::tab:hover {{ color: {t.text}; }}
    QTabBar::tab:selected:focus {{ color: {t.state}; }}
    QTableView {{ background: {t.screen}; alternate-background-color: {t.card}; gridline-color: {t.line};
        border: 1px solid {t.line}; border-radius: {px(8)}px; selection-background-color: {t.state};
        selection-color: {t.on_state}; }}
    QTableView:focus {{ border: 1px solid {t.state}; }}
    QTableView::item {{ padding: 0 {px(8)}px; }}
    QHeaderView {{ background: {t.raised}; border: none; }}
    QHeaderView::section {{ background: {t.raised}; color: {t.muted}; border: none; padding: {px(6)}px {px(10)}px;
        font-weight: 600; }}
    QTableCornerButton::section {{ background: {t.raised}; border: none; }}
    QProgressBar {{ background: {t.track}; border: none; border-radius: {px(7)}px; min-height: {px(14)}px;
        max-height: {px(14)}px; }}
    QProgressBar::chunk {{ background: {t.state}; border-radius: {px(7)}px; }}
    QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
    QScrollBar::handle {{ background: {t.line}; border-radius: {px(5)}px; min-height: {px(30)}px;
        min-width: {px(30)}px; margin: {px(2)}px; }}
    QScrollBar::handle:hover {{ background: {t.rest}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
    )


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
        self.setToolTip(self.currentText())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._look.px(16)
        right = self.width() - self._look.px(9) - side
        colour = QColor(self._look.theme.muted if self.isEnabled() else self._look.theme.line)
        draw_glyph(painter, "chevron", QRectF(right, (self.height() - side) / 2, side, side), colour)
