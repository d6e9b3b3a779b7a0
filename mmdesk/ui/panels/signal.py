"""A stream of numbers as scrolling curves: the panel of every kind of input that a plug-in brings."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from mmdesk.core.explanation import Explanation, SignalAttribution
from mmdesk.core.input_kind import INPUT_KINDS, InputKind
from mmdesk.core.inputs import Input
from mmdesk.core.observation import Captured, SignalInput
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.ui.panels.card import InputCard
from mmdesk.ui.panels.explanation_marks import changes_nothing, draw_legend, draw_note, matters, points, tinted
from mmdesk.ui.panels.input_view import InputView
from mmdesk.ui.panels.message import draw_message
from mmdesk.ui.problems import words_of
from mmdesk.ui.repaint_gate import RepaintGate
from mmdesk.ui.source_picker import SourcePicker
from mmdesk.ui.theme import Look
from mmdesk.ui.words import status_words

_MOST_POINTS = 600
# Channels share the input's colour and differ in lightness and stroke, so that nobody needs to tell hues apart.
_LIGHTER = (100, 150, 70)
_STROKES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)


class SignalView(InputView):
    """The newest stretch of a signal, oldest moment at the left, a curve per channel.

    Args:
        kind: The kind of input: names of channels, and the range that is shown.
        parent: Where it stands.

    Attributes:
        values: (T, C) float32, what is drawn; None when there is nothing.
    """

    def __init__(self, kind: InputKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._gate = RepaintGate(self)
        self._explanation: SignalAttribution | None = None
        self._answer = ""
        self._tiles = QImage()
        self.values: NDArray[np.float32] | None = None
        self._live: NDArray[np.float32] | None = None

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._colour_tiles()

    def show_state(self, state: SourceState) -> None:
        super().show_state(state)
        if state.status is not SourceStatus.RUNNING:
            self._live = None
            self.show_values(None)

    def show_live(self, signal: SignalInput) -> None:
        """Draw the newest stretch."""
        self._live = signal.values
        self.show_values(signal.values)

    def show_snapshot(self, captured: Captured | None, time_s: float, *, is_freeze: bool) -> None:  # noqa: ARG002
        kept = captured.values if isinstance(captured, SignalInput) else None
        self.show_values(self._live if is_freeze else kept)

    def end_freeze(self) -> None:
        self.show_values(self._live)

    def explain(self, explanation: Explanation | None, name: str, newest_s: float | None = None) -> None:  # noqa: ARG002
        part = None if explanation is None else explanation.part(name, SignalAttribution)
        self.show_explanation(part, "" if explanation is None else explanation.label)

    def show_values(self, values: NDArray[np.float32] | None) -> None:
        """Draw a stretch (T, C), or nothing."""
        self.values = values
        self._gate.request()

    def show_explanation(self, explanation: SignalAttribution | None, answer: str = "") -> None:
        """Draw the stretch that was explained, with marks on what speaks for the answer; with None, no marks."""
        self._explanation, self._answer = explanation, answer
        self._colour_tiles()
        self.setAccessibleDescription(self.explanation_words() if explanation is not None else "")
        self.update()

    def explanation_words(self) -> str:
        """What the strongest mark makes up when it is left out, or why nothing is marked, in words."""
        if self._explanation is None or not matters(self._explanation.scale):
            return changes_nothing(self._answer)
        strongest = float(self._explanation.grid.flat[np.abs(self._explanation.grid).argmax()])
        return self.tr("when left out: up to {points} points").format(points=points(strongest))

    def message(self) -> tuple[str, ...]:
        """What is told in place of curves; empty while there are some."""
        if self.values is not None and len(self.values):
            return ()
        if self.state is None or self.state.status is SourceStatus.OFF:
            return (self.tr("No source"), self.tr("Choose one above."))
        if self.state.problem is not None:
            return tuple(words_of(self.state.problem))
        return (status_words(self.state.status),)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._look.px(120))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(64))

    def plot_area(self) -> QRectF:
        """Where the curves lie."""
        px = self._look.px
        return QRectF(self.rect()).adjusted(px(52), px(8), -px(10), -px(8))

    def curves(self) -> list[QPolygonF]:
        """The curve of each channel, in pixels; of many moments every so many-th."""
        values = self._explanation.values if self._explanation is not None else self.values
        if values is None or not len(values):
            return []
        area, kind = self.plot_area(), self._kind
        step = max(1, len(values) // _MOST_POINTS)
        rows = np.arange(len(values))[::-step][::-1]  # the newest one always among them
        # A stretch that is not full yet ends at the right all the same: there is "now".
        full = len(values) if self._explanation is not None else max(kind.moments, len(values))
        x = area.right() - (len(values) - 1 - rows) * (area.width() / max(1, full - 1))
        share = np.clip((values[rows] - kind.low) / (kind.high - kind.low), 0.0, 1.0)
        y = area.bottom() - share * area.height()
        return [QPolygonF(list(map(QPointF, x.tolist(), column.tolist()))) for column in y.T]

    def _pen(self, channel: int) -> QPen:
        colour = self._look.colour(self.index)
        stroke = _STROKES[channel % len(_STROKES)]
        # Another lightness for each stroke, and others for the strokes that come again.
        lighter = _LIGHTER[(channel + channel // len(_STROKES)) % len(_LIGHTER)]
        return QPen(colour.lighter(lighter), self._look.px(2), stroke)

    def _colour_tiles(self) -> None:
        self._tiles = QImage()
        if self._explanation is not None and matters(self._explanation.scale):
            veil = QColor(self._look.theme.screen)
            veil.setAlpha(165)
            grid = self._explanation.grid / self._explanation.scale
            self._tiles = tinted(grid, self._look, self.index, veil, most_alpha=120)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        theme = self._look.theme
        painter.fillRect(self.rect(), QColor(theme.screen))
        if self._explanation is None and (lines := self.told()):
            draw_message(painter, QRectF(self.rect()), self._look, *lines)
            return
        area = self.plot_area()
        self._draw_scale(painter, area)
        if not self._tiles.isNull():  # a row per channel, a column per slice
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(area, self._tiles)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for channel, curve in enumerate(self.curves()):
            painter.setPen(self._pen(channel))
            painter.drawPolyline(curve)
        self._draw_names(painter, area)
        if self._explanation is not None:
            if self._tiles.isNull():
                draw_note(painter, area, self._look, self.explanation_words(), at_bottom=True)
            else:
                words = "" if self.bare else self.explanation_words()
                draw_legend(painter, area, self._look, self.index, self._answer, words, at_bottom=True)

    def _draw_scale(self, painter: QPainter, area: QRectF) -> None:
        kind, px = self._kind, self._look.px
        painter.setFont(self._look.font(14))
        height = QFontMetricsF(painter.font()).height()
        levels = [kind.low, kind.high] if kind.low * kind.high >= 0 else [kind.low, 0.0, kind.high]
        for level in levels:
            y = area.bottom() - area.height() * (level - kind.low) / (kind.high - kind.low)
            painter.setPen(QPen(QColor(self._look.theme.track), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(self._look.theme.muted))
            top = min(max(y - height / 2, 0.0), self.height() - height)
            room = QRectF(0, top, area.left() - px(6), height)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{level:g}")

    def _draw_names(self, painter: QPainter, area: QRectF) -> None:
        """Draw the channels' names with a piece of their curves, and the unit."""
        px = self._look.px
        painter.setFont(self._look.font(14, QFont.Weight.DemiBold))
        metrics = QFontMetricsF(painter.font())
        x, y = area.left() + px(6), area.top()
        for channel, name in enumerate(self._kind.channels):
            words = name + (f" ({self._kind.unit})" if self._kind.unit and channel == 0 else "")
            width = metrics.horizontalAdvance(words) + px(30)
            if x + width > area.right():
                break
            ground = QRectF(x - px(4), y, width, metrics.height())
            painter.fillRect(ground, QColor(self._look.theme.screen))
            painter.setPen(self._pen(channel))
            painter.drawLine(QPointF(x, ground.center().y()), QPointF(x + px(16), ground.center().y()))
            painter.setPen(QColor(self._look.theme.text))
            painter.drawText(ground.adjusted(px(26), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
            x += width + px(6)


class SignalPanel(InputCard):
    """Curves and a picker of sources, for an input of a plug-in's kind.

    Args:
        one: The input; its kind's plug-in is installed and sound, since a model has been opened that needs it.
        parent: Owner.
    """

    def __init__(self, one: Input, parent: QWidget | None = None) -> None:
        super().__init__(one, parent)
        self._kind = INPUT_KINDS[one.kind]
        self.view = self.plot = SignalView(self._kind)
        self.take_picker(SourcePicker(lambda: self.tr("Other source…"), lambda: self.tr("an address or a file")))
        self.finish_header()
        self.body.addWidget(self.plot, 1)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.plot.index = self.index
        self.plot.set_look(look)
        if self.picker is not None:
            self.picker.set_look(look)

    def show_signal(self, signal: SignalInput) -> None:
        """Draw the newest stretch."""
        self.plot.show_live(signal)

    def retranslate(self) -> None:
        self.title.setText(self.named(self._kind.title))
        super().retranslate()
        if self.picker is not None:
            self.picker.name(self.tr("Choose the source"))
            self.picker.retranslate()
        self.plot.update()
