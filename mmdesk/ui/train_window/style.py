"""The look of the Train window's widgets, over the style that all windows share."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from mmdesk.ui.glyphs import draw_glyph
from mmdesk.ui.theme import DARK, Look, style_sheet


def train_style_sheet(look: Look) -> str:
    """The style sheet of the Train window."""
    t, px = look.theme, look.px
    field = f"background: {t.raised}; border: 1px solid {t.line}; border-radius: {px(8)}px;"
    return (
        style_sheet(look)
        + f"""
    QWidget#train {{ background: {t.window}; }}
    QLabel:disabled, QCheckBox:disabled {{ color: {t.rest}; }}
    QLabel#headline {{ font-size: {px(23)}px; font-weight: 600; }}
    QLabel#section {{ font-weight: 600; }}
    QLabel#warning {{ font-weight: 600; color: {t.state}; }}
    QPushButton:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {{ color: {t.rest}; }}
    QPushButton#main {{ background: {t.state}; color: {t.on_state}; border-color: {t.state}; font-weight: 600; }}
    QPushButton#main:focus {{ border: 2px solid {t.text}; }}
    QPushButton#main:disabled {{ background: {t.raised}; color: {t.rest}; border-color: {t.line}; }}
    QSpinBox, QDoubleSpinBox {{ {field} padding: {px(4)}px {px(9)}px; selection-background-color: {t.state};
        selection-color: {t.on_state}; }}
    QSpinBox:focus, QDoubleSpinBox:focus {{ border: 2px solid {t.state}; padding: {px(4) - 1}px {px(9) - 1}px; }}
    QCheckBox {{ spacing: {px(9)}px; padding: {px(3)}px; border: 1px solid transparent; border-radius: {px(6)}px; }}
    QCheckBox:focus {{ border: 1px solid {t.state}; }}
    QLineEdit {{ {field} padding: {px(5)}px {px(9)}px; selection-background-color: {t.state};
        selection-color: {t.on_state}; }}
    QLineEdit:focus {{ border: 2px solid {t.state}; padding: {px(5) - 1}px {px(9) - 1}px; }}
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
