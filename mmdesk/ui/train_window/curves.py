"""The learning curves."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mmdesk.core.inputs import MOST_INPUTS
from mmdesk.core.training_progress import EpochReport
from mmdesk.ui.language import localised
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.training_words import alone_name, stage_words
from mmdesk.ui.words import percent

_WHOLE = "whole"
_PLACES = tuple(map(str, range(MOST_INPUTS)))
"""Names of the curves of inputs: whatever a model calls its inputs, the curves are made once."""
_DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotDotLine,
)
_FEW_POINTS = 15
_MOST_SEAMS = 2
_WIDTH_PX = 2.0
"""Widest pen that Qt draws antialiased in no time."""


class LineKey(QWidget):
    """A piece of a curve, beside its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = QPen()
        self._length_px = 28
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_pen(self, pen: QPen, length_px: int) -> None:
        """Take the curve's pen."""
        self._pen, self._length_px = pen, length_px
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._length_px, 12)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        middle = self.height() / 2
        painter.drawLine(QPointF(1, middle), QPointF(self.width() - 1, middle))


class _EpochAxis(pyqtgraph.AxisItem):
    """Whole epochs only."""

    def tickSpacing(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, float]]:
        levels = [level for level in super().tickSpacing(minVal, maxVal, size) if level[0] >= 1]
        return levels or [(1, 0)]


class _ShareAxis(pyqtgraph.AxisItem):
    """Shares as percentages."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:  # noqa: ARG002
        return [percent(float(value)) if -1e-9 <= value <= 1 + 1e-9 else "" for value in values]


class _NumberAxis(pyqtgraph.AxisItem):
    """Numbers as the language writes them."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [localised(text) for text in super().tickStrings(values, scale, spacing)]


class CurvePlot(QWidget):
    """One plot over epochs with its title and its key; stages are parted by a line.

    Args:
        shares: Whether the values are shares in [0, 1].

    Attributes:
        curves: Plotted items by name.
    """

    def __init__(self, names: Sequence[str], *, shares: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = shares
        self.title = QLabel()
        self.title.setObjectName("section")
        axes = {"bottom": _EpochAxis("bottom"), "left": _ShareAxis("left") if shares else _NumberAxis("left")}
        self.plot = pyqtgraph.PlotWidget(axisItems=axes)
        item = self.plot.getPlotItem()
        item.setMenuEnabled(False)
        item.setMouseEnabled(x=False, y=False)
        item.hideButtons()
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.curves: dict[str, Any] = {name: item.plot([], [], antialias=True) for name in names}
        # Made once; taking items from a scene at every epoch would be work for nothing.
        self._seams = [pyqtgraph.InfiniteLine(angle=90, movable=False) for _ in range(_MOST_SEAMS)]
        for seam in self._seams:
            item.addItem(seam, ignoreBounds=True)
            seam.hide()
        self.keys = {name: (LineKey(), QLabel()) for name in names}
        self._legend = QHBoxLayout()
        self._legend.addWidget(self.title)
        self._legend.addStretch(1)
        for key, words in self.keys.values():
            words.setObjectName("aside")
            self._legend.addWidget(key)
            self._legend.addWidget(words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._legend)
        self._column.addWidget(self.plot, 1)

    def seams(self) -> list[Any]:
        """The lines between stages, the hidden ones too."""
        return self._seams

    def set_look(self, look: Look, pens: dict[str, QPen]) -> None:
        """Take colours, a size and the curves' pens."""
        theme = look.theme
        self._column.setSpacing(look.px(4))
        self._legend.setSpacing(look.px(8))
        self.plot.setBackground(QColor(theme.screen))
        item = self.plot.getPlotItem()
        for side in ("left", "bottom"):
            axis = item.getAxis(side)
            axis.setPen(QPen(QColor(theme.line)))
            axis.setTextPen(QPen(QColor(theme.muted)))
            axis.setTickFont(look.font(13))
            axis.setStyle(tickTextOffset=look.px(5))
        item.getAxis("left").setWidth(look.px(58))
        item.getAxis("bottom").setHeight(look.px(26))
        item.showGrid(x=False, y=True, alpha=0.25)
        for name, pen in pens.items():
            self.curves[name].setPen(pen)
            self.curves[name].setSymbolPen(None)
            self.curves[name].setSymbolBrush(pen.color())
            self.keys[name][0].set_pen(pen, look.px(34))
        for seam in self._seams:
            seam.setPen(_seam_pen(look))

    def show_values(self, series: dict[str, list[float]], seams: Sequence[int]) -> None:
        """Plot values by epoch; NaN where there is none.

        Args:
            series: By name; equally long, or empty. One that has no value at all is left out of the key.
            seams: Places in the series at which a new stage begins.
        """
        item = self.plot.getPlotItem()
        length = max((len(values) for values in series.values()), default=0)
        for name, values in series.items():
            x, y, joined = _pieces(values, seams)
            curve = self.curves[name]
            curve.setSymbol("o" if length <= _FEW_POINTS else None)
            curve.setSymbolSize(5)
            curve.setData(x, y, connect=joined if len(x) else "all")
            for part in self.keys[name]:
                part.setVisible(bool(len(x)) or (not length and name not in _PLACES))
        for index, line in enumerate(self._seams):
            line.setVisible(index < len(seams))
            if index < len(seams):
                line.setValue(seams[index] + 0.5)
        item.setXRange(1, max(5, length), padding=0.03)
        finite = [value for values in series.values() for value in values if math.isfinite(value)]
        if self._shares:
            item.setYRange(0, 1, padding=0.04)
        elif finite:
            item.setYRange(0, max(finite), padding=0.06)


class LearningCurves(QWidget):
    """Accuracy of everything and of each input alone above, the losses below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._history: tuple[EpochReport, ...] = ()
        self.accuracy = CurvePlot((_WHOLE, *_PLACES), shares=True)
        self.loss = CurvePlot(("train", "validation"), shares=False)
        self.stages = QLabel()
        self.stages.setObjectName("aside")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.accuracy, 3)
        self._column.addWidget(self.loss, 2)
        self._column.addWidget(self.stages)
        self.retranslate()

    def show_history(self, history: Sequence[EpochReport]) -> None:
        """Plot all epochs of a run."""
        self._history = tuple(history)
        self._plot()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._column.setSpacing(look.px(10))
        theme = look.theme
        accuracy = {_WHOLE: _pen(theme.answer, Qt.PenStyle.SolidLine)}
        accuracy |= {_PLACES[index]: _pen(theme.colour_of(index), dash) for index, dash in enumerate(_DASHES)}
        self.accuracy.set_look(look, accuracy)
        losses = {"train": _pen(theme.rest, Qt.PenStyle.DashLine), "validation": _pen(theme.answer)}
        self.loss.set_look(look, losses)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.accuracy.title.setText(self.tr("Validation accuracy"))
        self.loss.title.setText(self.tr("Loss"))
        self.accuracy.keys[_WHOLE][1].setText(self.tr("Everything"))
        self.loss.keys["train"][1].setText(self.tr("Training"))
        self.loss.keys["validation"][1].setText(self.tr("Validation"))
        self._plot()

    def _plot(self) -> None:
        history = self._history
        seams = [i for i in range(1, len(history)) if history[i].stage != history[i - 1].stage]
        shares = {_WHOLE: [report.validation_accuracy for report in history], **{place: [] for place in _PLACES}}
        for place, name in zip(_PLACES, history[-1].input_accuracy if history else (), strict=False):
            values = [report.input_accuracy[name] for report in history]
            shares[place] = [math.nan if value is None else value for value in values]
            self.accuracy.keys[place][1].setText(alone_name(name))
        self.accuracy.show_values(shares, seams)
        losses = {"train": [r.train_loss for r in history], "validation": [r.validation_loss for r in history]}
        self.loss.show_values(losses, seams)
        starts = [0, *seams] if history else []
        named = [stage_words(history[start].stage) for start in starts]
        self.stages.setText(self.tr("Epochs, from left to right: {stages}").format(stages=" ┊ ".join(named)))
        self.stages.setVisible(bool(named))
        self.accuracy.setAccessibleDescription(self._last_words())

    def _last_words(self) -> str:
        if not self._history:
            return ""
        last = self._history[-1]
        parts = [f"{self.tr('Everything')}: {percent(last.validation_accuracy)}"]
        for name, value in last.input_accuracy.items():
            if value is not None:
                parts.append(f"{alone_name(name)}: {percent(value)}")
        return "; ".join(parts)


def _pieces(
    values: Sequence[float], seams: Sequence[int]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int32]]:
    """Return epochs and values without NaN, and for each point whether a line leads to the next one.

    Symbols at nothing but NaN crash pyqtgraph 0.14 in its paint event, so no NaN is ever handed over.
    """
    y = np.array(values, dtype=np.float64)
    at = np.flatnonzero(np.isfinite(y))
    stage = np.searchsorted(np.array(seams, dtype=int), at, side="right")
    joined = np.zeros(len(at), dtype=np.int32)
    joined[:-1] = (np.diff(at) == 1) & (np.diff(stage) == 0)
    return at.astype(np.float64) + 1.0, y[at], joined


def _seam_pen(look: Look) -> QPen:
    pen = QPen(QColor(look.theme.rest), 1, Qt.PenStyle.DotLine)
    pen.setCosmetic(True)  # else its width is that of one epoch
    return pen


def _pen(colour: str, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(QColor(colour), _WIDTH_PX, style)
    pen.setCosmetic(True)
    return pen
