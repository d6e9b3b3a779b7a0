"""Where everything lies on the stage: four forms, chosen from the window's size, and one size of type for each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF

from mmdesk.ui.theme import Look, Theme

FIRST_PX = 54
"""Height of the smallest type of the first lines (the answer, who helped and who misled) at the form's own size.

A capital is then 0.714 × 54 ≈ 38.6 px high, on a picture 1920 px and 2 m wide 40 mm, and from 8 m 17 minutes of arc;
ISO 9241-3 asks for at least 16. ``tests/e2e/stage_legibility.py`` measures it on the screen's own pixels.
"""
_LEAST_FIRST_PX = {"wide": 52, "square": 44, "upright": 52, "booth": 36}
"""What a long first line may be made smaller to in each form: 16.6 minutes of arc or more, on a longer side of 2 m."""
SMALLEST_PX = 34
"""Height of the smallest type of all: 11 minutes of arc, twice what an eye of normal acuity resolves."""
TYPE_STEPS = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5)
"""Sizes of type that can be chosen, relative to the form's own."""


class Form(StrEnum):
    """How the parts of the stage lie to each other.

    WIDE: 16:9 and the like: the answer on the left, the inputs in rows on the right.
    SQUARE: 4:3 and the like: the answer above, the inputs in columns below.
    UPRIGHT: Higher than wide: the answer above, the inputs in rows below.
    BOOTH: A small wide screen that is looked at from near: as WIDE, with larger type and less of it.
    """

    WIDE = "wide"
    SQUARE = "square"
    UPRIGHT = "upright"
    BOOTH = "booth"


_REFERENCES_PX = {
    Form.WIDE: (1920, 1080),
    Form.SQUARE: (1600, 1200),
    Form.UPRIGHT: (1080, 1920),
    Form.BOOTH: (1280, 768),
}
_UPRIGHT_BELOW, _WIDE_FROM = 0.9, 1.5
_BOOTH_BELOW_PX = 1000
_MOST_COLUMNS = 3
_LEAST_TILE_PX = 112


def form_of(width_px: float, height_px: float) -> Form:
    """Return the form for a window of that size."""
    shape = width_px / max(1.0, height_px)
    if shape < _UPRIGHT_BELOW:
        return Form.UPRIGHT
    if shape < _WIDE_FROM:
        return Form.SQUARE
    return Form.BOOTH if width_px < _BOOTH_BELOW_PX else Form.WIDE


def stage_look(theme: Theme, width_px: float, height_px: float, type_scale: float) -> Look:
    """Return colours and size for a window: not in steps, for a projector with fewer pixels makes each of them larger.

    Args:
        theme: The colours.
        width_px: Of the window.
        height_px: Likewise.
        type_scale: One of ``TYPE_STEPS``.
    """
    width, height = _REFERENCES_PX[form_of(width_px, height_px)]
    return Look(theme, max(0.1, min(width_px / width, height_px / height) * type_scale))


def least_first_px(form: Form) -> int:
    """Return the height of the smallest type of the first lines, at the form's own size."""
    return _LEAST_FIRST_PX[form]


@dataclass(frozen=True, slots=True)
class BoardPlan:
    """Where the parts of the answer's scene lie, or those of the explanation's.

    Attributes:
        answer: The answer, or the heading of the explanation.
        inputs: An area per input, in the model's order.
        relation: How the inputs stand to each other; empty in the explanation.
    """

    answer: QRectF
    inputs: tuple[QRectF, ...]
    relation: QRectF


def plan_of(form: Form, area: QRectF, look: Look, count: int, *, explains: bool) -> BoardPlan:
    """Lay out a board.

    Args:
        form: The window's.
        area: All there is, margins left out.
        look: Its size.
        count: How many inputs the model has.
        explains: Whether the inputs take the room for what speaks for the answer in them.
    """
    px = look.px
    if explains:
        answer = QRectF(area.left(), area.top(), area.width(), px(84))
        return BoardPlan(answer, _explained(form, area.adjusted(0, px(100), 0, 0), px(36), count), QRectF())
    # Where a line is short, the sentence may take two.
    high = px(78 if form in (Form.WIDE, Form.SQUARE) else 104)
    relation = QRectF(area.left(), area.bottom() - high, area.width(), high)
    plan = _answered(form, area.adjusted(0, 0, 0, -high - px(20)), look, count)
    if plan.inputs[0].height() >= px(_LEAST_TILE_PX):
        return BoardPlan(plan.answer, plan.inputs, relation)
    return _answered(form, area, look, count)  # where the inputs have no room, the sentence on all of them has none


def _answered(form: Form, area: QRectF, look: Look, count: int) -> BoardPlan:
    px = look.px
    gap = px(20 if count <= _MOST_COLUMNS else 10)
    if form in (Form.WIDE, Form.BOOTH):
        left = area.width() * (0.34 if form is Form.WIDE else 0.3)
        answer = QRectF(area.left(), area.top(), left, area.height())
        return BoardPlan(answer, _rows(area.adjusted(left + px(56), 0, 0, 0), gap, count), QRectF())
    share = 0.36 if form is Form.SQUARE else 0.32
    answer = QRectF(area.left(), area.top(), area.width(), area.height() * share)
    lower = area.adjusted(0, answer.height() + px(24), 0, 0)
    if form is Form.SQUARE and count <= _MOST_COLUMNS:
        return BoardPlan(answer, _columns(lower, px(40), count), QRectF())
    return BoardPlan(answer, _rows(lower, gap, count), QRectF())


def _rows(area: QRectF, gap: float, count: int) -> tuple[QRectF, ...]:
    pitch = (area.height() + gap) / count
    return tuple(QRectF(area.left(), area.top() + n * pitch, area.width(), pitch - gap) for n in range(count))


def _columns(area: QRectF, gap: float, count: int) -> tuple[QRectF, ...]:
    pitch = (area.width() + gap) / count
    return tuple(QRectF(area.left() + n * pitch, area.top(), pitch - gap, area.height()) for n in range(count))


def _explained(form: Form, area: QRectF, gap: float, count: int) -> tuple[QRectF, ...]:
    """A grid; of an odd number of inputs the first is as high as two."""
    if form is Form.UPRIGHT or count == 1:
        return _rows(area, gap, count)
    columns = _columns(area, gap, (count + 2) // 2 if count % 2 else count // 2 if count > 2 else count)
    if count == 2:
        return columns
    halves = [_rows(column, gap, 2) for column in columns]
    if count % 2 == 0:
        return tuple(half[row] for row in range(2) for half in halves)
    return (columns[0], *(half[row] for row in range(2) for half in halves[1:]))
