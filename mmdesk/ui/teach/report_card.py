"""How well the taught classes are known, and what would help."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mmdesk.core.problem import Problem
from mmdesk.core.teaching import LessonState
from mmdesk.core.teaching_report import TeachingReport
from mmdesk.ui.language import number_text
from mmdesk.ui.panels.card import Aside, Card
from mmdesk.ui.problems import words_of
from mmdesk.ui.teach.accuracy_bars import AccuracyBars, AccuracyRow
from mmdesk.ui.theme import Look
from mmdesk.ui.words import input_name
from mmdesk.ui.wrapped import WrappedLabel

_MEASURED = {
    "leave_one_out": QT_TRANSLATE_NOOP("ReportCard", "measured by leaving out one example at a time"),
    "k_fold": QT_TRANSLATE_NOOP("ReportCard", "measured on examples left out in {folds} rounds"),
    "none": QT_TRANSLATE_NOOP("ReportCard", "not measured yet: no class has two examples"),
}


class ReportCard(Card):
    """Accuracy of all inputs together and of each alone, with the sentence about the whole.

    Attributes:
        report: What is shown; None before the first model.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report: TeachingReport | None = None
        self._state = LessonState()
        self._learning = False
        self._problem: Problem | None = None
        self.aside = Aside()
        self.header.addWidget(self.aside, 1)
        self.sentence, self.remedy = WrappedLabel(), WrappedLabel()
        self.sentence.setObjectName("problem")
        self.remedy.setObjectName("aside")
        for label in (self.sentence, self.remedy):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.bars = AccuracyBars()
        self._row, self._words = QHBoxLayout(), QVBoxLayout()
        self._words.addWidget(self.sentence)
        self._words.addWidget(self.remedy)
        self._words.addStretch(1)
        self._row.addWidget(self.bars, 3)
        self._row.addLayout(self._words, 2)
        self.body.addLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.retranslate()

    def show_state(self, state: LessonState) -> None:
        """The lesson is this one now."""
        self._state = state
        self._refresh()

    def show_learning(self, learning: bool) -> None:
        """Whether a model is being made; what stood in the way of the one before is said no longer."""
        self._learning = learning
        if learning:
            self._problem = None
        self._refresh()

    def show_report(self, report: TeachingReport | None, problem: Problem | None = None) -> None:
        """Show what is known of the newest model, or why there is none."""
        self.report, self._problem = report, problem
        self._refresh()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._row.setSpacing(look.px(24))
        self._words.setSpacing(look.px(2))
        self.bars.set_look(look)

    def retranslate(self) -> None:
        self.title.setText(self.tr("How well it knows them"))
        self.bars.setAccessibleName(self.title.text())
        self._refresh()

    def rows(self) -> list[AccuracyRow]:
        """What the bars show."""
        if self.report is None:
            return []
        places = {one.name: index for index, one in enumerate(self._state.inputs)}
        rows = [AccuracyRow(self.tr("All together"), self.report.fused, None)]
        alone = [
            AccuracyRow(input_name(name), found, places.get(name, 0)) for name, found in self.report.inputs.items()
        ]
        return rows + (alone if len(alone) > 1 else [])

    def _refresh(self) -> None:
        faults = self._state.faults()
        report = None if faults else self.report
        words = words_of(self._problem or (faults[0] if faults else None if report is None else report.advice))
        self.sentence.setText(words.sentence)
        self.remedy.setText(words.remedy)
        self.remedy.setVisible(bool(words.remedy))
        self.bars.setVisible(report is not None)
        self.bars.show_rows(self.rows() if report is not None else [])
        self.aside.setText(self._aside(report))

    def _aside(self, report: TeachingReport | None) -> str:
        if self._learning:
            return self.tr("Learning …")
        if report is None:
            return ""
        how = QCoreApplication.translate("ReportCard", str(_MEASURED.get(report.measured, ""))).format(
            folds=number_text(report.folds)
        )
        if "all" not in report.seconds:
            return how
        seconds = number_text(report.seconds["all"], ".1f")
        return self.tr("learnt in {seconds} s, {how}").format(seconds=seconds, how=how)
