"""Weights beside contributions, now and over the last half minute."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mmdesk.core.inputs import Input
from mmdesk.core.prediction import Prediction
from mmdesk.ui.microscope.contribution_bars import ContributionBars
from mmdesk.ui.microscope.honesty_line import HonestyLine
from mmdesk.ui.microscope.sum_window import SumWindow
from mmdesk.ui.panels.card import Aside
from mmdesk.ui.panels.strip import WeightStrip
from mmdesk.ui.theme import Look
from mmdesk.ui.training_words import fusion_name


class WeightsPage(QWidget):
    """Relation and honesty in words, two bars per input, and the weights of the last half minute.

    Attributes:
        sum_window: How a weight and a contribution are computed.
        sum_action: Opens it, at the input that it showed last.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._defined, self._doubts = True, False
        self._fusion = ""
        self.aside = Aside()
        self.honesty = HonestyLine()
        self.bars = ContributionBars()
        self.strip = WeightStrip()
        self.sum_window = SumWindow(self)
        self.sum_action = QAction(self)
        self.sum_action.setShortcut(QKeySequence("Ctrl+I"))
        self.sum_action.triggered.connect(self.sum_window.open)
        self.bars.opened.connect(self._open_sum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.aside)
        self._column.addWidget(self.honesty)
        self._column.addWidget(self.bars, 7)
        self._column.addWidget(self.strip, 5)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        for part in (self.honesty, self.bars, self.strip, self.sum_window):
            part.set_look(look)
        self._column.setSpacing(look.px(5))
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Leave the past out where the present needs its room."""
        rows = (self.aside, self.honesty, self.bars, self.strip)
        needed = sum(row.minimumSizeHint().height() for row in rows) + (len(rows) - 1) * self._column.spacing()
        self.strip.setVisible(self.height() >= needed)

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Show a row for each of a model's inputs, in its order."""
        self.bars.show_inputs(inputs)
        self.sum_window.show_inputs(inputs)
        self._give_room()

    def show_prediction(self, prediction: Prediction) -> None:
        """Show a prediction, and remember its weights."""
        self._show(prediction, alone=False)
        self.strip.append(prediction)

    def show_snapshot(self, prediction: Prediction) -> None:
        """Show a prediction of another time, and remember nothing."""
        self._show(prediction, alone=True)

    def _show(self, prediction: Prediction, *, alone: bool) -> None:
        doubts = prediction.insight is not None and prediction.insight.shown.doubt is not None
        now = (prediction.weights_defined, doubts, prediction.fusion)
        if now != (self._defined, self._doubts, self._fusion):
            self._defined, self._doubts, self._fusion = now
            self._name()
        self.honesty.show_prediction(prediction, alone=alone)
        self.bars.show_prediction(prediction)
        self.sum_window.show_prediction(prediction)

    def forget(self) -> None:
        """Begin anew: another model."""
        self.honesty.show_prediction(None)
        self.bars.show_prediction(None)
        self.sum_window.show_prediction(None)
        self.strip.forget()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self._name()
        self.honesty.retranslate()
        self.sum_action.setText(self.tr("How it is computed"))
        self.bars.setAccessibleName(self.tr("Weights and contributions now"))
        self.bars.setToolTip(self.tr("Click to see how a weight and a contribution are computed"))
        self.strip.setAccessibleName(self.tr("Attention weights over the last half minute"))
        self.bars.update()
        self.strip.forget_axes()

    @Slot(str)
    def _open_sum(self, name: str) -> None:
        self.sum_window.choose(name)
        self.sum_window.open()

    def _name(self) -> None:
        if self._defined:
            words = self.tr("full bar: weight (what was used) · outlined: contribution (what mattered)")
        elif self._doubts:
            words = self.tr("no weights of its own · grey: how unsure the input is · outlined: contribution")
        else:
            words = self.tr("no weights of its own · outlined: contribution (what mattered)")
        self.aside.setText(f"{fusion_name(self._fusion)} · {words}" if self._fusion else words)
