"""Colours of the report's pages and plots, light and dark, as CSS variables.

Inputs have the colours of the window, by their place in the model's order.
"""

from __future__ import annotations

from collections.abc import Sequence

from mmdesk.core.inputs import Input
from mmdesk.pages import colour_variables

LIGHT = {
    "paper": "#ffffff",
    "bold": "#06090c",
    "panel": "#f4f5f7",
    "ink": "#12171d",
    "muted": "#505c69",
    "line": "#cfd6de",
    "accent": "#1d2630",
    "state": "#a03a78",
    "rest": "#697480",
    "input1": "#0072b2",
    "input2": "#d55e00",
    "input3": "#009e73",
    "input4": "#7c3aed",
    "input5": "#664400",
}
DARK = {
    "paper": "#151a21",
    "bold": "#06090c",
    "panel": "#1c222b",
    "ink": "#f1f4f8",
    "muted": "#a3b0bf",
    "line": "#364150",
    "accent": "#f1f4f8",
    "state": "#e58fbd",
    "rest": "#8d9aa9",
    "input1": "#56b4e9",
    "input2": "#e69f00",
    "input3": "#009e73",
    "input4": "#ac59ff",
    "input5": "#f0e442",
}
FONT = (
    "Inter, 'Segoe UI', 'SF Pro Text', 'Noto Sans', Ubuntu, 'DejaVu Sans', 'Noto Sans CJK SC', 'Microsoft YaHei UI', "
    "'PingFang SC', sans-serif"
)


def input_colours(inputs: Sequence[Input]) -> dict[str, str]:
    """Return the colour of each input by its name."""
    return {one.name: f"input{place}" for place, one in enumerate(inputs, 1)}


def variables() -> str:
    """Return the style that declares every colour, dark where the reader's system asks for it, light in print."""
    return colour_variables(LIGHT, DARK)


def plot_classes() -> str:
    """Return the style of the plots: `f-ink` fills and `s-ink` strokes with the colour "ink", and so on."""
    rules = [f".f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}" for name in LIGHT]
    return "\n".join(rules)
