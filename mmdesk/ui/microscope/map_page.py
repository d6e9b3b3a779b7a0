"""The map of the fused space: training samples as clouds, and the live point that moves among them."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mmdesk.core.fused_map import MapPoints
from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.prediction import Prediction
from mmdesk.ui.elided import Elided
from mmdesk.ui.glyphs import draw_glyph, glyph_of
from mmdesk.ui.panels.card import Aside
from mmdesk.ui.repaint_gate import RepaintGate
from mmdesk.ui.spoken import show_as
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.training_words import fusion_name
from mmdesk.ui.words import input_name, presence_words

TRAIL_S = 3.0
_LONGEST_STEP_S = 1.0
# More names than this would cover the clouds; the callout at the live point still names the answer.
_MOST_NAMES = 20
_GOLDEN_TURN = 0.618034


class TrailPoint(NamedTuple):
    """Where the live point was: its time in seconds, and its position, None where there was nothing to go on."""

    time_s: float
    position: tuple[float, float] | None


class MapView(QWidget):
    """The drawn map. The clouds and their names are drawn once into a pixmap; a tick draws the trail alone.

    Attributes:
        points: The map that is shown, or None.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_as(self, QAccessible.Role.Chart)
        self._look = Look(DARK, 1.0)
        self.points: MapPoints | None = None
        self._known = False
        self._inputs = DEFAULT_INPUTS
        self._prediction: Prediction | None = None
        self._trail: deque[TrailPoint] = deque()
        self._clouds: QPixmap | None = None
        self._callout: tuple[str, QPixmap] | None = None
        self._absent: tuple[tuple[str, ...], QPixmap] | None = None
        self._gate = RepaintGate(self)
        self.elided = Elided(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._redraw()

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Tell of these inputs which of them are absent."""
        self._inputs, self._absent = tuple(inputs), None
        self.update()

    def set_points(self, points: MapPoints | None) -> None:
        """Show another map, or that the model has none."""
        self.points, self._known = points, True
        self._trail.clear()
        self._redraw()

    def show_prediction(self, prediction: Prediction) -> None:
        """Move the live point. A prediction by another method or of other classes is not on it."""
        before = self._prediction
        if before is not None and (before.fusion != prediction.fusion or prediction.time_s < before.time_s):
            self._trail.clear()  # another map, or time ran backwards
        self._prediction = prediction
        if self._trail and self._trail[-1].time_s == prediction.time_s:
            self._trail.pop()  # the same tick, looked at again
        self._trail.append(TrailPoint(prediction.time_s, self.position()))
        while prediction.time_s - self._trail[0].time_s > TRAIL_S:
            self._trail.popleft()
        self._gate.request()

    def forget(self) -> None:
        """Forget the live point; the map stays until another is set."""
        self._prediction = None
        self._trail.clear()
        self.update()

    def position(self) -> tuple[float, float] | None:
        """Where the live point lies, x and y in [-1, 1]; None where it has no position on the map that is shown."""
        prediction, points = self._prediction, self.points
        if prediction is None or points is None or prediction.insight is None:
            return None
        if (prediction.fusion, prediction.labels) != (points.fusion, points.labels):
            return None
        return prediction.insight.map_position

    def trail(self) -> list[list[TrailPoint]]:
        """The live point's stretches without a gap during the last three seconds, oldest first."""
        stretches: list[list[TrailPoint]] = [[]]
        for point in self._trail:
            stretch = stretches[-1]
            if point.position is None or (stretch and point.time_s - stretch[-1].time_s > _LONGEST_STEP_S):
                stretches.append([])
            if point.position is not None:
                stretches[-1].append(point)
        return [stretch for stretch in stretches if stretch]

    def note(self) -> str:
        """What is said instead of a live point, or ""."""
        if not self._known:
            return self.tr("The map of what the model knows will appear here.")
        if self.points is None:
            return self.tr("This model has no map.")
        if self._prediction is not None and self._prediction.probabilities is None:
            return self.tr("no input")
        return ""

    def missing(self) -> list[tuple[int, str]]:
        """The inputs that the live point does without: index, and in words which and why."""
        prediction = self._prediction
        if prediction is None or self.points is None:
            return []
        verdicts = [(index, one, prediction.presence(one.name)) for index, one in enumerate(self._inputs)]
        return [
            (index, f"{input_name(one)}: {presence_words(one, verdict)}")
            for index, one, verdict in verdicts
            if not verdict.present
        ]

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(360), self._look.px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._clouds = self._absent = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        if self._clouds is None or self._clouds.devicePixelRatio() != self.devicePixelRatioF():
            self._clouds = self._drawn_clouds()
        painter.drawPixmap(0, 0, self._clouds)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.points is not None:
            if (absent := self._drawn_absent()) is not None:
                painter.drawPixmap(self._look.px(12), self.height() - self._look.px(36), absent)
            for stretch in self.trail():
                self._draw_stretch(painter, stretch)
            position = self.position()
            if position is not None and self._prediction is not None:
                self._draw_live(painter, self._at(position), self._prediction.label or "")
        if words := self.note():
            painter.setFont(self._look.font(21, QFont.Weight.DemiBold))
            self._draw_note(painter, words)

    # --- what a tick draws ------------------------------------------------------------------------------------------

    def _draw_stretch(self, painter: QPainter, stretch: list[TrailPoint]) -> None:
        now_s = self._trail[-1].time_s
        colour = QColor(self._look.theme.state)
        for older, newer in pairwise(stretch):
            if older.position is None or newer.position is None:
                continue
            fresh = max(0.0, 1.0 - (now_s - newer.time_s) / TRAIL_S)
            colour.setAlphaF(0.1 + 0.8 * fresh)
            width = self._look.px(2) + self._look.px(4) * fresh
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(self._at(older.position), self._at(newer.position))

    def _draw_live(self, painter: QPainter, at: QPointF, label: str) -> None:
        theme, px = self._look.theme, self._look.px
        painter.setBrush(QColor(theme.state))
        painter.setPen(QPen(QColor(theme.answer), px(3)))
        painter.drawEllipse(at, px(11), px(11))
        callout = self._drawn_callout(label)
        size = callout.deviceIndependentSize()
        gap = px(16)
        left = at.x() + gap if at.x() + gap + size.width() < self.width() else at.x() - gap - size.width()
        # Below, for the clouds' names stand above.
        top = min(at.y() + px(4), self.height() - size.height())
        painter.drawPixmap(QPointF(left, top), callout)

    def _drawn_callout(self, label: str) -> QPixmap:
        """The answer's name on a tag, kept until another one is needed."""
        if self._callout is None or self._callout[0] != label:
            theme, px = self._look.theme, self._look.px
            font = self._look.font(24, QFont.Weight.Bold)
            metrics = QFontMetricsF(font)
            words = self.elided.short(metrics, label, px(210))
            size = QSize(round(metrics.horizontalAdvance(words)) + px(20), round(metrics.height()) + px(2))
            pixmap, painter = self._blank(size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.answer))
            painter.drawRoundedRect(QRectF(QPointF(), size.toSizeF()), px(8), px(8))
            painter.setPen(QColor(theme.screen))
            painter.setFont(font)
            painter.drawText(QRectF(QPointF(), size.toSizeF()), Qt.AlignmentFlag.AlignCenter, words)
            painter.end()
            self._callout = label, pixmap
        return self._callout[1]

    def _drawn_absent(self) -> QPixmap | None:
        """What the point does without, in one line, kept until it changes; None when nothing is absent."""
        missing = self.missing()
        if not missing:
            return None
        said = tuple(words for _, words in missing)
        if self._absent is None or self._absent[0] != said:
            px = self._look.px
            side, gap, height = px(22), px(8), px(30)
            metrics = QFontMetricsF(self._look.font(17))
            most = self.width() / len(said) - side - gap - px(30)
            words = [self.elided.short(metrics, each, most) for each in said]
            widths = [metrics.horizontalAdvance(each) for each in words]
            pixmap, painter = self._blank(QSize(round(sum(widths)) + len(said) * (side + gap + px(22)), height))
            painter.setFont(self._look.font(17))
            painter.setPen(QColor(self._look.theme.muted))
            x = 0.0
            for (index, _), short, width in zip(missing, words, widths, strict=True):
                icon = QRectF(x, (height - side) / 2, side, side)
                draw_glyph(painter, glyph_of(self._inputs[index].kind), icon, self._look.colour(index))
                painter.setPen(QColor(self._look.theme.muted))
                area = QRectF(icon.right() + gap, 0, width + px(4), height)
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, short)
                x = area.right() + px(18)
            painter.end()
            self._absent = said, pixmap
        return self._absent[1]

    def _draw_note(self, painter: QPainter, words: str) -> None:
        theme, px = self._look.theme, self._look.px
        metrics = QFontMetricsF(painter.font())
        tag = QRectF(0, 0, metrics.horizontalAdvance(words) + px(36), metrics.height() + px(16))
        tag.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(tag, px(10), px(10))
        painter.setPen(QColor(theme.text))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)

    # --- what is drawn once -----------------------------------------------------------------------------------------

    def _redraw(self) -> None:
        self._clouds = self._callout = self._absent = None
        self.update()

    def _blank(
        self, size: QSize, ground: QColor | Qt.GlobalColor = Qt.GlobalColor.transparent
    ) -> tuple[QPixmap, QPainter]:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(ground)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return pixmap, painter

    def _at(self, position: Sequence[float]) -> QPointF:
        """The pixel of a position on the map. Both axes fill the widget: their units mean nothing."""
        px = self._look.px
        plot = QRectF(self.rect()).adjusted(px(28), px(34), -px(28), -px(46))
        return QPointF(
            plot.left() + (position[0] + 1) / 2 * plot.width(), plot.top() + (1 - position[1]) / 2 * plot.height()
        )

    def _drawn_clouds(self) -> QPixmap:
        # Without transparency it is copied, not blended.
        self.elided.begin()
        pixmap, painter = self._blank(self.size(), QColor(self._look.theme.card))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.theme.screen))
        painter.drawRoundedRect(QRectF(self.rect()), self._look.px(10), self._look.px(10))
        if self.points is not None:
            radius = 4.0 * self._look.scale
            for position, number in zip(self.points.positions.tolist(), self.points.classes.tolist(), strict=True):
                painter.setBrush(class_colour(self._look, number))
                painter.drawEllipse(self._at(position), radius, radius)
            self._draw_names(painter, self.points)
        painter.end()
        return pixmap

    def _draw_names(self, painter: QPainter, points: MapPoints) -> None:
        """Write each class at its cloud's median, above or below it where that hides less, unless it covers another."""
        taken: list[QRectF] = []
        for number in np.unique(points.classes)[:_MOST_NAMES].tolist():
            label = points.labels[number]
            font = self._look.font(28 if len(label) < 4 else 19, QFont.Weight.Bold)
            metrics = QFontMetricsF(font)
            words = self.elided.short(metrics, label, self._look.px(190))
            size = QSizeF(metrics.horizontalAdvance(words), metrics.ascent())
            area = self._name_area(points.positions[points.classes == number], size, taken)
            if area is None:
                continue
            taken.append(area)
            outline = QPainterPath()
            # The capitals' height above the base line is what is seen of a name's height.
            base = area.center().y() + metrics.capHeight() / 2
            outline.addText(QPointF(area.left(), base), font, words)
            painter.strokePath(outline, QPen(QColor(self._look.theme.screen), self._look.px(5)))
            painter.fillPath(outline, QColor(self._look.theme.text))

    def _name_area(self, cloud: NDArray[np.float32], size: QSizeF, taken: list[QRectF]) -> QRectF | None:
        middle = self._at(np.median(cloud, axis=0).tolist())
        top = self._at(np.quantile(cloud, 0.9, axis=0).tolist()).y() - size.height() * 0.6
        bottom = self._at(np.quantile(cloud, 0.1, axis=0).tolist()).y() + size.height() * 0.6
        for y in (top, bottom, middle.y()):
            area = QRectF(QPointF(), size)
            area.moveCenter(QPointF(middle.x(), y))
            area.moveLeft(min(max(area.left(), 2.0), self.width() - size.width() - 2))
            inside = area.top() >= 0 and area.bottom() <= self.height() - self._look.px(36)
            if inside and not any(area.intersects(other) for other in taken):
                return area
        return None


class MapPage(QWidget):
    """The map with a line about how it is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self.view = MapView()
        self.aside = Aside()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.aside)
        self._column.addWidget(self.view, 1)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._column.setSpacing(look.px(8))
        self.view.set_look(look)

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Tell of a model's inputs which of them are absent."""
        self.view.show_inputs(inputs)

    def set_points(self, points: MapPoints | None) -> None:
        """Show a model's map under one of its methods, or that it has none."""
        self.view.set_points(points)
        self.retranslate()

    def show_prediction(self, prediction: Prediction) -> None:
        """Move the live point."""
        self.view.show_prediction(prediction)

    def show_snapshot(self, prediction: Prediction) -> None:
        """Move the point to another time's; where time ran backwards it has no trail."""
        self.view.show_prediction(prediction)

    def forget(self) -> None:
        """Begin anew: another model. Its map is set on its own."""
        self.view.forget()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        points = self.view.points
        reading = self.tr("Each dot is a training sample. Dots close together look alike to the model.")
        if points is None:
            words = self.tr("Where the fused inputs lie among the training samples")
        else:
            words = self.tr("{method}: {reading}").format(method=fusion_name(points.fusion), reading=reading)
        self.aside.setText(words)
        self.view.setAccessibleName(self.tr("Map of the fused space"))
        self.view.setAccessibleDescription(words)
        self.view.update()


def class_colour(look: Look, number: int) -> QColor:
    """A pale tint for the dots of a class; neighbours in number are far apart in hue.

    Pale, because full colours mean the inputs; a cloud's name, not its tint, says which class it is.
    """
    hue = (0.07 + number * _GOLDEN_TURN) % 1.0
    return QColor.fromHslF(hue, 0.42, 0.62) if look.theme.name == "dark" else QColor.fromHslF(hue, 0.38, 0.5)
