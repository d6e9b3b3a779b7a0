"""The code with which visitors take a moment home, large enough to be scanned from where they stand."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from mmdesk.core.take_away import PageCode
from mmdesk.ui.audience.layout import FIRST_PX, SMALLEST_PX
from mmdesk.ui.audience.scene_parts import ScenePart
from mmdesk.ui.audience.words import AudienceWords
from mmdesk.ui.code_view import draw_code
from mmdesk.ui.lettering import Lettering, broken, lettering, narrowed
from mmdesk.ui.spoken import show_as
from mmdesk.ui.theme import Look

_GAP_PX = 20
_ADDRESS_PX = 24
"""Height of the smallest type of the address: whoever types it stands near."""
_BESIDE = (0.54, 0.48, 0.42, 0.36, 0.3)
"""Shares of the width that the words may have beside the code."""
_LESS = (1.0, 0.8, 0.64)
"""Sizes of the words relative to the stage's type: where that is large and the stage small, the code goes before."""
_ENOUGH = 0.7
"""Share of the area's shorter side that the code is to have."""
_HIGHEST = 0.3
"""Share of the height that the sentence has at most where it stands above it."""


class _Plan(NamedTuple):
    """Where the code has its room, and where the sentence and the address stand; and whether they have theirs."""

    code: QRectF
    sentence: QRectF
    address: QRectF
    said: Lettering
    told: Lettering
    fits: bool


class StageCode(ScenePart):
    """A code, one sentence, and the address for whoever cannot scan; the words stand where they leave it more room.

    Telephones read a code from about ten times its width.

    Args:
        words: What is told in every scene.
        parent: The board.

    Attributes:
        code: What is shown; None for nothing.
    """

    def __init__(self, words: AudienceWords, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        show_as(self, QAccessible.Role.Graphic, self.spoken)
        self.code: PageCode | None = None
        self._plan: _Plan | None = None
        self.retranslate()

    def show_code(self, code: PageCode | None) -> None:
        """Show a code, or none."""
        self.code = code
        self.setAccessibleDescription(self.spoken())
        self._lay_out()

    def spoken(self) -> str:
        return "" if self.code is None else self.code.url

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setAccessibleName(self.tr("Take this moment home: scan with your telephone"))
        self._lay_out()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        self._plan = None if self.code is None else self._best()
        self.update()

    def _best(self) -> _Plan:
        found = []
        for less in _LESS:
            look = Look(self._look.theme, less * self._look.scale)
            plans = (self._above(look), *(self._beside(look, share) for share in _BESIDE))
            found.append(max(plans, key=self._room))
            if all(self._room(found[-1])):
                return found[-1]
        return max(found, key=self._room)

    def _room(self, plan: _Plan) -> tuple[bool, bool, bool, float]:
        """How good a plan is: a code that is large enough, all words, and the address broken between its parts."""
        side = min(plan.code.width(), plan.code.height())
        is_neat = all(line.endswith("/") for line in plan.told.lines[:-1])
        return side >= _ENOUGH * min(self.width(), self.height()), plan.fits, is_neat, side

    def _said(self, look: Look, room: QRectF) -> Lettering:
        font = look.font(FIRST_PX, QFont.Weight.Bold)
        return lettering(self.accessibleName(), room, font, look.px(SMALLEST_PX))

    def _told(self, look: Look, width: float) -> Lettering:
        """The address, its last part on one line if that can be read."""
        address = self.spoken()
        last = address.rpartition("/")[2]
        # A line that is laid out needs up to a hundredth more than the sum of its letters.
        font = narrowed(look.font(SMALLEST_PX), last, 0.98 * width, look.px(_ADDRESS_PX))
        return Lettering(font, broken(address, font, width))

    def _above(self, look: Look) -> _Plan:
        """The sentence above the code, the address below it."""
        area, gap = QRectF(self.rect()), look.px(_GAP_PX)
        said = self._said(look, area.adjusted(0, 0, 0, (_HIGHEST - 1) * area.height()))
        told = self._told(look, area.width())
        side = max(0.0, min(area.width(), area.height() - said.height - told.height - 2 * gap))
        top = area.center().y() - (said.height + side + told.height + 2 * gap) / 2
        sentence = QRectF(area.left(), top, area.width(), said.height)
        code = QRectF(area.left(), sentence.bottom() + gap, area.width(), side)
        address = QRectF(area.left(), code.bottom() + gap, area.width(), told.height)
        return _Plan(code, sentence, address, said, told, said.whole)

    def _beside(self, look: Look, share: float) -> _Plan:
        """The sentence and the address beside the code."""
        area, gap = QRectF(self.rect()), 2 * look.px(_GAP_PX)
        width = share * area.width()
        told = self._told(look, width)
        said = self._said(look, QRectF(0, 0, width, max(1.0, area.height() - told.height - gap)))
        side = min(area.height(), area.width() - width - gap)
        left = area.left() + (area.width() - side - gap - width) / 2
        top = area.center().y() - (said.height + gap + told.height) / 2
        sentence = QRectF(left + side + gap, top, width, said.height)
        address = QRectF(sentence.left(), sentence.bottom() + gap, width, told.height)
        code = QRectF(left, area.top(), side, area.height())
        return _Plan(code, sentence, address, said, told, said.whole and top >= area.top())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = self._begin()
        plan = self._plan
        if self.code is None or plan is None:
            return
        side = Qt.AlignmentFlag.AlignLeft if plan.sentence.left() > plan.code.left() else Qt.AlignmentFlag.AlignHCenter
        draw_code(painter, self.code.matrix, plan.code, self.devicePixelRatioF())
        painter.setPen(QColor(self._look.theme.text))
        plan.said.draw(painter, plan.sentence, side)
        painter.setPen(QColor(self._look.theme.muted))
        plan.told.draw(painter, plan.address, side)
