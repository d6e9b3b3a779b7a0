"""Colours and sizes of the window, declared once.

Inputs have colours by their place in the model's order. The first three are those of Okabe and Ito, "Color Universal
Design" (2008): sky blue, orange and bluish green on dark, blue, vermillion and bluish green on light; violet and yellow
(brown on light) follow. Each has a contrast of at least 3:1 with the cards it is drawn on; a test measures that, and
the distances under simulated colour blindness.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from mmdesk.ui.fonts import fixed_families, font_families

_BLACK, _WHITE = "#06090c", "#ffffff"


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours "#rrggbb", from 1 to 21 (WCAG 2.2, "relative luminance")."""
    shares = np.array([[int(c[i : i + 2], 16) / 255 for i in (1, 3, 5)] for c in (first, second)])
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    darker, lighter = sorted(linear @ (0.2126, 0.7152, 0.0722))
    return float((lighter + 0.05) / (darker + 0.05))


@dataclass(frozen=True, slots=True)
class Theme:
    """A set of colours, "#rrggbb".

    Attributes:
        name: "dark" or "light".
        window: Behind the cards.
        card: Behind everything written or plotted.
        screen: Behind the picture and the sound.
        raised: Buttons and fields.
        line: Borders and grid lines.
        track: The empty part of a bar.
        text: Words that matter.
        muted: Words beside them.
        answer: The most probable class; no input's colour.
        rest: The other classes.
        state: The program speaking about itself (frozen, problem, sample session): reddish purple.
        on_state: Words on `state`.
        record: That something is recorded: red, and nothing else is.
        on_record: Words on `record`.
        accent: What is selected or has the focus in the text box.
        link: Words that open something.
        inputs: One colour per input, by its index in the model's order; as many as a model may have.
        loudest: The loud end of the spectrogram.
    """

    name: str
    window: str
    card: str
    screen: str
    raised: str
    line: str
    track: str
    text: str
    muted: str
    answer: str
    rest: str
    state: str
    on_state: str
    record: str
    on_record: str
    accent: str
    link: str
    inputs: tuple[str, ...]
    loudest: str

    def colour_of(self, index: int) -> str:
        """The one colour of an input."""
        return self.inputs[index]

    def ink_on(self, index: int) -> str:
        """Black or white, whichever is read better on an input's colour."""
        return self.ink_over(self.colour_of(index))

    def ink_over(self, colour: str) -> str:
        """Black or white, whichever is read better on any colour."""
        return max((_BLACK, _WHITE), key=lambda ink: contrast(ink, colour))


DARK = Theme(
    name="dark",
    window="#0b0e13",
    card="#151a21",
    screen="#090b0f",
    raised="#222a34",
    line="#2c3541",
    track="#232b35",
    text="#f1f4f8",
    muted="#a3b0bf",
    answer="#f1f4f8",
    rest="#7f8d9c",
    state="#e58fbd",
    on_state="#1b0d15",
    record="#d32f2f",
    on_record="#ffffff",
    accent="#009e73",
    link="#56b4e9",
    inputs=("#56b4e9", "#e69f00", "#009e73", "#ac59ff", "#f0e442"),
    loudest="#fff6df",
)
LIGHT = Theme(
    name="light",
    window="#e9ecf0",
    card="#ffffff",
    screen="#f4f5f7",
    raised="#eef1f4",
    line="#cfd6de",
    track="#e4e8ed",
    text="#12171d",
    muted="#505c69",
    answer="#1d2630",
    rest="#697480",
    state="#a03a78",
    on_state="#ffffff",
    record="#c62828",
    on_record="#ffffff",
    accent="#009e73",
    link="#0072b2",
    inputs=("#0072b2", "#d55e00", "#009e73", "#7c3aed", "#664400"),
    loudest="#3a1400",
)
THEMES = {theme.name: theme for theme in (DARK, LIGHT)}

_REFERENCE_PX = (1920, 1080)
_READABLE_SCALE = 0.8
_SMALLEST_SCALE = 0.45
_STEP = 0.05
_LARGEST_SCALE = 4.0


def chosen_theme(name: str) -> Theme:
    """The theme of that name; "system" is dark unless the system says that it is light."""
    if name in THEMES:
        return THEMES[name]
    return LIGHT if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Light else DARK


def scale_for(width_px: int, height_px: int, zoom: float = 1.0) -> float:
    """Size of everything relative to a window of 1920 × 1080, or as much upright, in steps that spare restyles.

    Below 0.8 type can no longer be read from a few metres, so smaller windows give up air first, up to a fifth.

    Args:
        width_px: Width of the window.
        height_px: Its height.
        zoom: How much larger the user wants everything than that.
    """
    fit = min(max(width_px, height_px) / _REFERENCE_PX[0], min(width_px, height_px) / _REFERENCE_PX[1])
    scale = zoom * max(fit, min(_READABLE_SCALE, 1.2 * fit))
    return min(max(round(round(scale / _STEP) * _STEP, 2), _SMALLEST_SCALE), _LARGEST_SCALE)


def smaller_scale(scale: float) -> float:
    """The next smaller size; the same where there is none."""
    return max(_SMALLEST_SCALE, round(scale - _STEP, 2))


@dataclass(frozen=True, slots=True)
class Look:
    """A theme at a size; every drawn part gets one through `set_look`."""

    theme: Theme
    scale: float

    def px(self, at_reference: float) -> int:
        """Logical pixels for a length given at 1920 × 1080; never 0."""
        return max(1, round(at_reference * self.scale))

    def font(self, at_reference_px: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """A font of the given height at 1920 × 1080."""
        font = QFont()
        font.setFamilies(font_families())
        font.setPixelSize(self.px(at_reference_px))
        font.setWeight(weight)
        return font

    def colour(self, index: int) -> QColor:
        """An input's colour, ready to draw with."""
        return QColor(self.theme.colour_of(index))


@lru_cache
def spectrogram_table(theme: Theme, index: int) -> tuple[int, ...]:
    """256 colours "0xAARRGGBB" from quiet to loud through the colour of an input; background noise stays dim."""
    ramp = (theme.screen, theme.colour_of(index), theme.loudest)
    stops = np.array([[QColor(c).red(), QColor(c).green(), QColor(c).blue()] for c in ramp], dtype=float)
    position = np.linspace(0.0, 1.0, 256)
    channels: list[NDArray[np.float64]] = [np.interp(position**1.6, (0.0, 0.6, 1.0), stops[:, i]) for i in range(3)]
    rgb = np.stack(channels, axis=1).round().astype(int)
    return tuple(int(0xFF000000 | (r << 16) | (g << 8) | b) for r, g, b in rgb)


def palette_of(theme: Theme) -> QPalette:
    """The palette for dialogs and whatever else the style sheet does not reach."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.card,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.screen,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.state,
        QPalette.ColorRole.HighlightedText: theme.on_state,
        QPalette.ColorRole.Link: theme.link,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.rest))
    return palette


def style_sheet(look: Look) -> str:
    """The style of the ordinary widgets; the drawn ones take their colours from the `Look`."""
    t, px = look.theme, look.px
    quoted, fixed = (", ".join(f"'{name}'" for name in names) for names in (font_families(), fixed_families()))
    return f"""
    QMainWindow, QWidget#stage {{ background: {t.window}; }}
    QWidget {{ font-family: {quoted}; font-size: {px(16)}px; color: {t.text}; }}
    QFrame#card {{ background: {t.card}; border: 1px solid {t.line}; border-radius: {px(14)}px; }}
    QLabel {{ background: transparent; border: none; }}
    QLabel#title {{ font-size: {px(19)}px; font-weight: 600; }}
    QLabel#aside {{ font-size: {px(15)}px; color: {t.muted}; }}
    QLabel#figure {{ font-size: {px(15)}px; color: {t.muted}; padding: 0 {px(9)}px; }}
    QLabel#figure[slow="true"] {{ color: {t.state}; font-weight: 600; }}
    QPlainTextEdit {{ background: {t.screen}; border: 1px solid {t.line}; border-radius: {px(10)}px;
        padding: {px(4)}px {px(8)}px; font-size: {px(15)}px;
        selection-background-color: {t.state}; selection-color: {t.on_state}; }}
    QPlainTextEdit:focus {{ border-color: {t.state}; }}
    QPlainTextEdit#typed {{ border-width: 2px; font-size: {px(40)}px;
        selection-background-color: {t.accent}; selection-color: {t.ink_over(t.accent)}; }}
    QPlainTextEdit#typed:focus {{ border-color: {t.accent}; }}
    QPlainTextEdit#report {{ font-family: {fixed}; }}
    QPushButton {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: {px(8)}px;
        padding: {px(6)}px {px(14)}px; }}
    QPushButton:hover {{ border-color: {t.muted}; }}
    QPushButton:focus {{ border: 2px solid {t.state}; padding: {px(6) - 1}px {px(14) - 1}px; }}
    QPushButton:checked {{ background: {t.state}; color: {t.on_state}; border-color: {t.state}; }}
    QPushButton:checked:focus {{ border: 2px solid {t.text}; }}
    QTextBrowser:focus, QScrollArea:focus {{ border: 2px solid {t.state}; }}
    QRadioButton::indicator {{ width: {px(12)}px; height: {px(12)}px; border: {px(2)}px solid {t.muted};
        border-radius: {(px(12) + 2 * px(2)) // 2}px; background: {t.screen}; }}
    QRadioButton::indicator:checked {{ border-color: {t.state}; background: qradialgradient(cx: 0.5, cy: 0.5,
        radius: 0.5, fx: 0.5, fy: 0.5, stop: 0.55 {t.state}, stop: 0.65 {t.screen}); }}
    QRadioButton:focus {{ text-decoration: underline; }}
    QComboBox {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: {px(8)}px;
        padding: {px(4)}px {px(28)}px {px(4)}px {px(10)}px; }}
    QComboBox:hover {{ border-color: {t.muted}; }}
    QComboBox:focus {{ border: 2px solid {t.state}; }}
    QComboBox::drop-down {{ border: none; width: {px(26)}px; }}
    QComboBox::down-arrow {{ image: none; }}
    QComboBox QAbstractItemView {{ background: {t.raised}; border: 1px solid {t.line}; outline: none;
        selection-background-color: {t.state}; selection-color: {t.on_state}; }}
    QMenuBar {{ background: {t.window}; padding: {px(2)}px {px(8)}px; }}
    QMenuBar::item {{ background: transparent; padding: {px(5)}px {px(11)}px; border-radius: {px(6)}px; }}
    QMenuBar::item:selected {{ background: {t.raised}; }}
    QMenu {{ background: {t.card}; border: 1px solid {t.line}; padding: {px(5)}px; }}
    QMenu::item {{ padding: {px(7)}px {px(26)}px {px(7)}px {px(26)}px; border-radius: {px(6)}px; }}
    QMenu::item:selected {{ background: {t.state}; color: {t.on_state}; }}
    QMenu::item:disabled {{ color: {t.rest}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(5)}px {px(10)}px; }}
    QStatusBar {{ background: {t.window}; }}
    QStatusBar::item {{ border: none; }}
    QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; padding: {px(5)}px; }}
    QFrame#notice, QFrame#sample {{ background: {t.card}; border: 2px solid {t.state}; border-radius: {px(10)}px; }}
    QLabel#sampleTitle {{ background: {t.state}; color: {t.on_state}; font-weight: 700; border-radius: {px(6)}px;
        padding: {px(3)}px {px(11)}px; }}
    QFrame#record {{ background: {t.card}; border: 2px solid {t.record}; border-radius: {px(10)}px; }}
    QLabel#recordTitle {{ background: {t.record}; color: {t.on_record}; font-weight: 700; border-radius: {px(6)}px;
        padding: {px(3)}px {px(11)}px; }}
    QLabel#problem {{ font-weight: 600; }}
    """
