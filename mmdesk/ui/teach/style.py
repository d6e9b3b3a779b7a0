"""The look of the Teach window's widgets, over the style that all windows share."""

from __future__ import annotations

from mmdesk.ui.theme import Look, style_sheet


def teach_style_sheet(look: Look) -> str:
    """The style sheet of the Teach window."""
    t, px = look.theme, look.px
    return (
        style_sheet(look)
        + f"""
    QWidget#teach {{ background: {t.window}; }}
    QLabel#headline {{ font-size: {px(22)}px; font-weight: 600; }}
    QLabel#aside:disabled, QPushButton:disabled {{ color: {t.rest}; }}
    QPushButton#main {{ background: {t.state}; color: {t.on_state}; border-color: {t.state}; font-weight: 600; }}
    QPushButton#main:focus {{ border: 2px solid {t.text}; }}
    QPushButton#main:disabled {{ background: {t.raised}; color: {t.rest}; border-color: {t.line}; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QLineEdit {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: {px(8)}px;
        padding: {px(5)}px {px(9)}px; selection-background-color: {t.state}; selection-color: {t.on_state}; }}
    QLineEdit:focus {{ border: 2px solid {t.state}; padding: {px(5) - 1}px {px(9) - 1}px; }}
    QLineEdit#name {{ background: transparent; border: 1px solid transparent; font-size: {px(19)}px; font-weight: 600;
        padding: {px(2)}px {px(5)}px; }}
    QLineEdit#name:hover {{ border-color: {t.line}; }}
    QLineEdit#name:focus {{ border: 2px solid {t.state}; padding: {px(2) - 1}px {px(5) - 1}px; }}
    QLineEdit#name:read-only {{ border-color: transparent; color: {t.text}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QListView {{ background: {t.screen}; border: 1px solid {t.line}; border-radius: {px(10)}px; outline: none; }}
    QListView:focus {{ border-color: {t.state}; }}
    QProgressBar {{ background: {t.track}; border: none; border-radius: {px(7)}px; min-height: {px(14)}px;
        max-height: {px(14)}px; }}
    QProgressBar::chunk {{ background: {t.state}; border-radius: {px(7)}px; }}
    QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
    QScrollBar::handle {{ background: {t.line}; border-radius: {px(5)}px; min-height: {px(30)}px; margin: {px(2)}px; }}
    QScrollBar::handle:hover {{ background: {t.rest}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
    )
