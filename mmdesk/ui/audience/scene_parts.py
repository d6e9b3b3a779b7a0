"""What the scenes beside the answer's are made of: a heading with the answer, weights in figures, answers without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.ui.audience.layout import FIRST_PX, SMALLEST_PX, form_of, least_first_px
from mmdesk.ui.audience.words import AudienceWords
from mmdesk.ui.glyphs import draw_glyph, glyph_of
from mmdesk.ui.lettering import lettering, narrowed
from mmdesk.ui.repaint_gate import RepaintGate
from mmdesk.ui.spoken import show_as
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import input_name

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_MOST_ROW_PX = 190


class ScenePart(QWidget):
    """Something drawn of what the words tell.

    Args:
        words: What is told.
        parent: The scene.
    """

    def __init__(self, words: AudienceWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        show_as(self, QAccessible.Role.StaticText, self.spoken)
        self._look = Look(DARK, 1.0)
        self._inputs: tuple[Input, ...] = DEFAULT_INPUTS
        self._gate = RepaintGate(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Tell of these inputs."""
        self._inputs = tuple(inputs)
        self.update()

    def spoken(self) -> str:
        """What is drawn, in words."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Draw what the words say now."""
        self._gate.request()

    def _begin(self) -> QPainter:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        return painter

    def _draw_named(self, painter: QPainter, index: int, row: QRectF, words: str, size: float) -> None:
        """Draw an input's icon, and words in one line beside it."""
        px = self._look.px
        side = min(px(size), row.height() * 0.8)
        spot = QRectF(row.left(), row.center().y() - side / 2, side, side)
        draw_glyph(painter, glyph_of(self._inputs[index].kind), spot, self._look.colour(index))
        room = row.adjusted(side + px(14), 0, 0, 0)
        painter.setFont(narrowed(self._look.font(size, QFont.Weight.DemiBold), words, room.width(), px(SMALLEST_PX)))
        short = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, max(1.0, room.width()))
        painter.drawText(room, int(_LEFT | Qt.TextFlag.TextDontClip), short)


class SceneHeading(ScenePart):
    """What is seen, in a few words, and the answer of the moment.

    Attributes:
        title: What is seen.
    """

    def __init__(self, words: AudienceWords, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.title = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, title: str) -> None:
        """Head the scene so."""
        if title != self.title:
            self.title = title
            self.setAccessibleName(title)
            self.update()

    def spoken(self) -> str:
        return f"{self._words.headline()}, {self._words.detail()}"

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(104))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = self._begin()
        area, px = QRectF(self.rect()), self._look.px
        answer, sure = self._words.headline(), self._words.detail()
        right = area.right()
        least = px(least_first_px(form_of(self.window().width(), self.window().height())))
        painter.setPen(QColor(self._look.theme.text))
        for words, size, weight, share in (
            (sure, FIRST_PX, QFont.Weight.DemiBold, 0.3),
            (answer, 72, QFont.Weight.Bold, 0.24),
        ):
            painter.setFont(narrowed(self._look.font(size, weight), words, area.width() * share, least))
            metrics = QFontMetricsF(painter.font())
            short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width() * share)
            width = metrics.horizontalAdvance(short)
            painter.drawText(QRectF(right - width - 2, area.top(), width + 2, area.height()), _RIGHT, short)
            right -= width + px(28)
        room = QRectF(area.left(), area.top(), max(1.0, right - px(20) - area.left()), area.height())
        painter.setPen(QColor(self._look.theme.muted))
        letters = lettering(self.title, room, self._look.font(48, QFont.Weight.DemiBold), px(SMALLEST_PX))
        letters.draw(painter, room, Qt.AlignmentFlag.AlignLeft)


class WeightFigures(ScenePart):
    """The weight of each input now, in its colour."""

    def spoken(self) -> str:
        told = [(one, self._words.row(one)) for one in self._inputs]
        return "; ".join(f"{input_name(one)}: {row.reason or row.weight_words}" for one, row in told)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(520), self._look.px(len(self._inputs) * 130))

    def rows(self) -> list[QRectF]:
        """Where the inputs' rows lie."""
        area = QRectF(self.rect())
        pitch = min(area.height() / len(self._inputs), self._look.px(_MOST_ROW_PX))
        top = area.top() + (area.height() - pitch * len(self._inputs)) / 2
        return [QRectF(area.left(), top + n * pitch, area.width(), pitch) for n in range(len(self._inputs))]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = self._begin()
        theme, px = self._look.theme, self._look.px
        for index, (one, row) in enumerate(zip(self._inputs, self.rows(), strict=True)):
            said = self._words.row(one)
            painter.setPen(QColor(theme.muted if said.reason else theme.text))
            if said.reason:  # on as many lines as it takes
                room = row.adjusted(row.width() * 0.52, 0, 0, 0)
                letters = lettering(said.reason, room, self._look.font(48, QFont.Weight.Bold), px(SMALLEST_PX))
                letters.draw(painter, room, Qt.AlignmentFlag.AlignRight)
                width = room.width()
            else:
                font, most = self._look.font(66, QFont.Weight.Bold), row.width() * 0.45
                painter.setFont(narrowed(font, said.weight_words, most, px(SMALLEST_PX)))
                metrics = QFontMetricsF(painter.font())
                value = metrics.elidedText(said.weight_words, Qt.TextElideMode.ElideRight, most)
                width = metrics.horizontalAdvance(value) + 2
                painter.drawText(QRectF(row.right() - width, row.top(), width, row.height()), _RIGHT, value)
            self._draw_named(painter, index, row.adjusted(0, 0, -width - px(16), 0), input_name(one), 46)


class Columns(NamedTuple):
    """Where an input's name, the answer without it, and the rest of the sentence stand."""

    name: QRectF
    answer: QRectF
    rest: QRectF


class WithoutRows(ScenePart):
    """What would have been said without each input, a row each."""

    def spoken(self) -> str:
        told = []
        for one in self._inputs:
            label, rest, _ = self._words.without(one)
            name = self.tr("without {input}").format(input=input_name(one)) if label else input_name(one)
            told.append(f"{name}: {' '.join(filter(None, (label, rest)))}")
        return "; ".join(told)

    def rows(self) -> list[QRectF]:
        """Where the inputs' rows lie."""
        area = QRectF(self.rect())
        gap = self._look.px(18)
        pitch = min((area.height() + gap) / len(self._inputs), self._look.px(270))
        top = area.top() + (area.height() + gap - pitch * len(self._inputs)) / 2
        return [QRectF(area.left(), top + n * pitch, area.width(), pitch - gap) for n in range(len(self._inputs))]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = self._begin()
        theme, px = self._look.theme, self._look.px
        for index, (one, row) in enumerate(zip(self._inputs, self.rows(), strict=True)):
            label, rest, other = self._words.without(one)
            painter.setPen(QPen(QColor(theme.state), px(5)) if other else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(row.adjusted(px(3), px(3), -px(3), -px(3)), px(16), px(16))
            inside = row.adjusted(px(28), px(6), -px(28), -px(6))
            name = input_name(one)
            words = self.tr("without {input}").format(input=name) if label else name
            left, middle, right = self._columns(inside)
            painter.setPen(QColor(theme.text if label else theme.muted))
            self._draw_named(painter, index, left, words, FIRST_PX)
            painter.setPen(QColor(theme.state if other else theme.text if label else theme.muted))
            if label:
                lettering(label, middle, self._look.font(160, QFont.Weight.Bold), px(FIRST_PX)).draw(painter, middle)
            room = right if label else middle.united(right)
            letters = lettering(rest, room, self._look.font(FIRST_PX, QFont.Weight.DemiBold), px(SMALLEST_PX))
            letters.draw(painter, room)

    def _columns(self, row: QRectF) -> Columns:
        gap, first, second = self._look.px(24), row.width() * 0.4, row.width() * 0.64
        return Columns(
            row.adjusted(0, 0, first - gap - row.width(), 0),
            row.adjusted(first, 0, second - gap - row.width(), 0),
            row.adjusted(second, 0, 0, 0),
        )
