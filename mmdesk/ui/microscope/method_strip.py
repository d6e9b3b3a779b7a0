"""One fusion method over the last half minute."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.modality import MODALITIES
from mmdesk.core.prediction import Prediction
from mmdesk.ui.elided import Elided
from mmdesk.ui.half_minute_plot import LONGEST_STEP_S, SHOWN_S
from mmdesk.ui.repaint_gate import RepaintGate
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.training_words import fusion_name

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
    shares: tuple[float, ...] | None


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
        self._gate = RepaintGate(self, 250)
        self.elided = Elided(self)
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
        views = () if prediction.insight is None else prediction.insight.side_by_side
        view = next((each for each in views if each.fusion == self.fusion), None)
        if view is None:
            self.ticks.append(StripTick(prediction.time_s, "", None))
        else:
            self._weighs = view.weights is not None
            told = view.contribution if view.weights is None else view.weight
            sizes = [abs(told(modality) or 0.0) for modality in MODALITIES]
            total = sum(sizes)
            shares = tuple(size / total for size in sizes) if total > 0 else None
            self.ticks.append(StripTick(prediction.time_s, view.outcome.label, shares))
        while self.ticks[-1].time_s - self.ticks[0].time_s > SHOWN_S:
            self.ticks.popleft()
        self._gate.request()

    def stretches(self) -> list[tuple[str, list[StripTick]]]:
        """Runs of the same answer without a gap, oldest first; those without an answer are left out."""
        runs: list[tuple[str, list[StripTick]]] = []
        for tick in self.ticks:
            follows = runs and runs[-1][0] == tick.label and tick.time_s - runs[-1][1][-1].time_s <= LONGEST_STEP_S
            if follows:
                runs[-1][1].append(tick)
            else:
                runs.append((tick.label, [tick]))
        return [(label, ticks) for label, ticks in runs if label]

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(80))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self.elided.begin()
        painter = QPainter(self)
        theme, px = self._look.theme, self._look.px
        painter.fillRect(self.rect(), QColor(theme.card))
        painter.setFont(self._look.font(15, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text))
        line = QFontMetricsF(painter.font()).height()
        kind = self.tr("weights") if self._weighs else self.tr("sizes of contributions")
        words = f"{fusion_name(self.fusion)} · {kind}"
        short = self.elided.short(QFontMetricsF(painter.font()), words, self.width())
        painter.drawText(QRectF(0, 0, self.width(), line), _LEFT, short)
        plot = QRectF(0, 2 * line + px(4), self.width(), self.height() - 2 * line - px(4))
        painter.fillRect(plot, QColor(theme.screen))
        if not self.ticks:
            return
        now_s = self.ticks[-1].time_s
        painter.drawImage(plot.topLeft(), self._drawn_shares(max(1, int(plot.width())), max(1, int(plot.height()))))
        painter.setPen(QColor(theme.text))
        painter.setFont(self._look.font(15, QFont.Weight.Bold))
        metrics = QFontMetricsF(painter.font())
        for label, ticks in self.stretches():
            left, right = (
                plot.right() - (now_s - each.time_s) / SHOWN_S * plot.width() for each in (ticks[0], ticks[-1])
            )
            if right - left > px(12) and right - left > metrics.horizontalAdvance(label) + px(4):
                painter.drawText(QRectF(left, line, right - left, line), int(Qt.AlignmentFlag.AlignCenter), label)

    def _drawn_shares(self, width: int, height: int) -> QImage:
        """Stacked shares, column by column: a thousand polygons would take ten times as long."""
        nothing = (np.nan,) * len(MODALITIES)
        times_s = np.array([tick.time_s for tick in self.ticks])
        shares = np.array([tick.shares or nothing for tick in self.ticks])
        # The newest tick that is not later than the column.
        at_s = times_s[-1] - (width - 1 - np.arange(width)) / width * SHOWN_S
        place = np.searchsorted(times_s, at_s, side="right") - 1
        edges = np.cumsum(shares[np.maximum(place, 0)], axis=1)  # (W, M)
        known = (place >= 0) & (at_s - times_s[np.maximum(place, 0)] <= LONGEST_STEP_S) & ~np.isnan(edges[:, 0])
        level = (height - 0.5 - np.arange(height))[:, None] / height  # (H, 1), from the floor up
        modality = sum((level >= edge).astype(np.intp) for edge in edges[:, :-1].T)
        colours = [QColor(self._look.theme.colour_of(each)).rgb() for each in MODALITIES]
        table = np.array([*colours, QColor(self._look.theme.screen).rgb()], dtype=np.uint32)
        pixels = np.ascontiguousarray(table[np.where(known, modality, len(MODALITIES))])
        return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
