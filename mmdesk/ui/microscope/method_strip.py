"""One fusion method over the last half minute."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.modality import MODALITIES
from mmdesk.core.prediction import Prediction
from mmdesk.ui.panels.strip import SHOWN_S
from mmdesk.ui.repaint_gate import RepaintGate
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.training_words import fusion_name

_LONGEST_STEP_S = 1.0
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class StripTick(NamedTuple):
    """What is remembered of a tick.

    Attributes:
        time_s: Its time.
        label: The method's answer; empty without one.
        shares: Shares of 1: its weights, else the sizes of its contributions; None where neither says anything.
    """

    time_s: float
    label: str
    shares: tuple[float, float, float] | None


class MethodStrip(QWidget):
    """Name, answers as stretches, and stacked shares: weights, or contributions where a method has no weights.

    Attributes:
        fusion: Kind of the method; empty for none.
        ticks: What is remembered, oldest first.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self.fusion = ""
        self.ticks: deque[StripTick] = deque()
        self._weighs = True
        self._gate = RepaintGate(self, 160)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        name = fusion_name(self.fusion) if self.fusion else ""
        self.setAccessibleName(self.tr("{name} over the last half minute").format(name=name))
        self.update()

    def show_method(self, kind: str) -> None:
        """Begin to remember a method; empty for none."""
        if kind != self.fusion:
            self.fusion = kind
            self.ticks.clear()
            self.retranslate()

    def append(self, prediction: Prediction) -> None:
        """Remember what the method made of a tick."""
        if not self.fusion:
            return
        if self.ticks and prediction.time_s < self.ticks[-1].time_s:
            self.ticks.clear()
        views = () if prediction.insight is None else prediction.insight.views
        view = next((each for each in views if each.fusion == self.fusion), None)
        if view is None:
            self.ticks.append(StripTick(prediction.time_s, "", None))
        else:
            self._weighs = view.weights is not None
            sizes = np.abs(view.contributions) if view.weights is None else view.weights
            total = float(sizes.sum())
            shares = None
            if total > 0:
                image, audio, text = (sizes / total).tolist()
                shares = image, audio, text
            self.ticks.append(StripTick(prediction.time_s, view.outcome.label, shares))
        while self.ticks[-1].time_s - self.ticks[0].time_s > SHOWN_S:
            self.ticks.popleft()
        self._gate.request()

    def stretches(self) -> list[tuple[str, list[StripTick]]]:
        """Runs of the same answer without a gap, oldest first; those without an answer are left out."""
        runs: list[tuple[str, list[StripTick]]] = []
        for tick in self.ticks:
            follows = runs and runs[-1][0] == tick.label and tick.time_s - runs[-1][1][-1].time_s <= _LONGEST_STEP_S
            if follows:
                runs[-1][1].append(tick)
            else:
                runs.append((tick.label, [tick]))
        return [(label, ticks) for label, ticks in runs if label]

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(80))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        theme, px = self._look.theme, self._look.px
        painter.fillRect(self.rect(), QColor(theme.card))
        painter.setFont(self._look.font(15, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text))
        line = QFontMetricsF(painter.font()).height()
        kind = self.tr("weights") if self._weighs else self.tr("contributions")
        words = f"{fusion_name(self.fusion)} · {kind}"
        short = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, 0, self.width(), line), _LEFT, short)
        plot = QRectF(0, 2 * line + px(4), self.width(), self.height() - 2 * line - px(4))
        painter.fillRect(plot, QColor(theme.screen))
        if not self.ticks:
            return
        now_s = self.ticks[-1].time_s
        for label, ticks in self.stretches():
            x = [plot.right() - (now_s - tick.time_s) / SHOWN_S * plot.width() for tick in ticks]
            right = max(x[-1], x[0] + 2)
            painter.setPen(QColor(theme.text))
            painter.setFont(self._look.font(15, QFont.Weight.Bold))
            if right - x[0] > QFontMetricsF(painter.font()).horizontalAdvance(label) + px(4):
                painter.drawText(QRectF(x[0], line, right - x[0], line), int(Qt.AlignmentFlag.AlignCenter), label)
            self._draw_shares(painter, plot, [*x[:-1], right], ticks)

    def _draw_shares(self, painter: QPainter, plot: QRectF, x: list[float], ticks: list[StripTick]) -> None:
        shares = np.array([tick.shares or (0.0, 0.0, 0.0) for tick in ticks])
        heights = np.cumsum(shares, axis=1)
        if len(x) == 1:
            x, heights = [x[0] - 2, x[0]], np.repeat(heights, 2, axis=0)
        painter.setPen(Qt.PenStyle.NoPen)
        for modality in reversed(MODALITIES):
            tops = plot.bottom() - heights[:, modality.column] * plot.height()
            outline = [QPointF(a, b) for a, b in zip(x, tops, strict=True)]
            outline += [QPointF(x[-1], plot.bottom()), QPointF(x[0], plot.bottom())]
            painter.setBrush(self._look.colour(modality))
            painter.drawPolygon(QPolygonF(outline))
        painter.setPen(QColor(self._look.theme.card))
        painter.drawLine(QPointF(x[0], plot.top()), QPointF(x[0], plot.bottom()))
