"""The look of the Train window's widgets, over the style that all windows share."""

from __future__ import annotations

from mmdesk.ui.theme import Look, style_sheet

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
