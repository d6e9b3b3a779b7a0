"""What came out of a run: accuracies, and the figures of an evaluation."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QColor, QDesktopServices, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mmdesk.core.shares import Interval, decimal_number, range_numbers, share_interval
from mmdesk.core.training_plan import EvaluationOutcome, FigureRow, TrainingOutcome
from mmdesk.ui.language import localised, number_text
from mmdesk.ui.plain_words import show_plain
from mmdesk.ui.problems import words_of
from mmdesk.ui.spoken import show_as
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.training_words import alone_name, baseline_name, everything_name, inputs_name
from mmdesk.ui.words import percent

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AccuracyBar(NamedTuple):
    """A share of so many samples, and the colour of its bar."""

    name: str
    share: float
    samples: int
    colour: str

    @property
    def words(self) -> str:
        """The share with its interval and its number of samples: "96%  (86–99)  of 48"."""
        interval = share_interval(round(self.share * self.samples), self.samples)
        return QCoreApplication.translate("AccuracyBars", "{share}  ({interval})  of {count}").format(
            share=percent(self.share), interval=localised(range_numbers(interval)), count=number_text(self.samples, ",")
        )


class AccuracyBars(QWidget):
    """A bar for everything together and one for each input alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_as(self, QAccessible.Role.Chart)
        self._look = Look(DARK, 1.0)
        self._outcome = TrainingOutcome()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_outcome(self, outcome: TrainingOutcome) -> None:
        """Show a run's accuracies."""
        self._outcome = outcome
        self.setAccessibleDescription("; ".join(f"{bar.name}: {bar.words}" for bar in self.bars()))
        self.updateGeometry()
        self.update()

    def bars(self) -> list[AccuracyBar]:
        """What is drawn."""
        theme, outcome = self._look.theme, self._outcome
        found = []
        if outcome.accuracy is not None:
            found.append(AccuracyBar(everything_name(), outcome.accuracy, outcome.samples, theme.answer))
        for index, (name, share) in enumerate(outcome.input_accuracy.items()):
            if share is not None:
                count = outcome.input_samples[name]
                found.append(AccuracyBar(alone_name(name), share, count, theme.colour_of(index)))
        return found

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(500), self._look.px(40) * max(1, len(self.bars())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(300), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, bars = self._look, self.bars()
        font, bold = look.font(17), look.font(19, QFont.Weight.DemiBold)
        names = max((QFontMetricsF(font).horizontalAdvance(bar.name) for bar in bars), default=0) + look.px(18)
        values = max((QFontMetricsF(bold).horizontalAdvance(bar.words) for bar in bars), default=0) + look.px(16)
        track_width = min(self.width() - names - values, look.px(640))
        pitch = look.px(40)
        for number, bar in enumerate(bars):
            row = QRectF(0, number * pitch, self.width(), pitch)
            painter.setFont(font)
            painter.setPen(QColor(look.theme.text))
            painter.drawText(QRectF(0, row.top(), names, pitch), Qt.AlignmentFlag.AlignVCenter, bar.name)
            track = QRectF(names, row.top() + pitch / 2 - look.px(8), track_width, look.px(16))
            painter.setPen(Qt.PenStyle.NoPen)
            radius = track.height() / 2
            painter.setBrush(QColor(look.theme.track))
            painter.drawRoundedRect(track, radius, radius)
            if bar.share > 0:
                painter.setBrush(QColor(bar.colour))
                filled = max(track.width() * bar.share, track.height())
                painter.drawRoundedRect(QRectF(track.left(), track.top(), filled, track.height()), radius, radius)
            painter.setFont(bold)
            painter.setPen(QColor(look.theme.text))
            area = QRectF(track.right() + look.px(12), row.top(), values, pitch)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, bar.words)


class ResultPage(QWidget):
    """The finished model and what can be done with it.

    Signals:
        use_wanted: The model is wanted in the live window.
        evaluation_wanted: The model is to be measured on the test samples.
        folder_wanted: The folder in which the model lies is to be shown.
    """

    use_wanted = Signal()
    evaluation_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._outcome: TrainingOutcome | None = None
        self._evaluation: EvaluationOutcome | None = None
        self._evaluating = False
        self._busy = False
        self.headline, self.words, self.place = QLabel(), QLabel(), QLabel()
        self.headline.setObjectName("headline")
        self.words.setObjectName("aside")
        self.place.setObjectName("aside")
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bars = AccuracyBars()
        self.use_button, self.evaluate_button, self.report_button = QPushButton(), QPushButton(), QPushButton()
        self.folder_button = QPushButton()
        self.folder_button.clicked.connect(self.folder_wanted)
        self.use_button.setObjectName("main")
        self.use_button.clicked.connect(self.use_wanted)
        self.evaluate_button.clicked.connect(self.evaluation_wanted)
        self.report_button.clicked.connect(self.open_report)
        self.measured = QLabel()
        self.measured.setObjectName("section")
        self.table = QTableWidget()
        self._set_up_table()
        self.legend = QLabel()
        self.legend.setObjectName("aside")
        show_plain(self.place, self.measured)
        for label in (self.headline, self.words, self.place, self.measured, self.legend):
            label.setWordWrap(True)
        self._lay_out()
        self.retranslate()

    def show_outcome(self, outcome: TrainingOutcome) -> None:
        """Show how a run ended; what an earlier model measured is forgotten."""
        self._outcome, self._evaluation, self._evaluating = outcome, None, False
        self.retranslate()

    def show_evaluation(self, outcome: EvaluationOutcome) -> None:
        """Show the figures of an evaluation, or why there are none."""
        self._evaluation, self._evaluating = outcome, False
        self.retranslate()

    def begin_evaluation(self) -> None:
        """Say that an evaluation is under way."""
        self._evaluation, self._evaluating = None, True
        self.retranslate()

    def set_busy(self, busy: bool) -> None:
        """While a job is under way nothing can be evaluated."""
        self._busy = busy
        self.retranslate()

    def open_report(self) -> None:
        """Open the report in the browser."""
        if self._evaluation is not None and self._evaluation.page:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._evaluation.page))

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._column.setContentsMargins(look.px(24), look.px(18), look.px(24), look.px(16))
        self._column.setSpacing(look.px(10))
        self._buttons.setSpacing(look.px(10))
        self.bars.set_look(look)
        self.table.verticalHeader().setDefaultSectionSize(look.px(34))

    def retranslate(self) -> None:
        self.bars.setAccessibleName(self.tr("Accuracy"))
        """Say everything again in the language that now holds."""
        self.use_button.setText(self.tr("Use live"))
        self.evaluate_button.setText(self.tr("Evaluate"))
        self.evaluate_button.setToolTip(
            self.tr("Measure the model on the test samples, which it has never seen, and write a report")
        )
        self.report_button.setText(self.tr("Open the report"))
        self.folder_button.setText(self.tr("Open folder"))
        self.table.setAccessibleName(self.tr("Figures on the test samples"))
        self._say_outcome()
        self._say_evaluation()

    def _say_outcome(self) -> None:
        outcome = self._outcome
        done = outcome is not None and bool(outcome.model)
        self.bars.show_outcome(outcome or TrainingOutcome())
        for part in (self.bars, self.use_button, self.evaluate_button, self.folder_button, self.place):
            part.setVisible(done)
        self.evaluate_button.setEnabled(done and not self._busy)
        if outcome is None or not done:
            self.headline.setText(self.tr("No model yet"))
            self.words.setText(self.tr("When a run is done, its model appears here."))
            return
        self.headline.setText(self.tr("The model is ready"))
        self.words.setText(
            self.tr(
                "Accuracy on the validation samples, with its 95 % interval. Training stopped where these samples "
                "looked best, so the figure is a little too good. An evaluation measures the model on samples it "
                "has never seen."
            )
        )
        self.place.setText(self.tr("Saved as {path}").format(path=outcome.model))

    def _say_evaluation(self) -> None:
        found = self._evaluation
        rows = () if found is None else found.rows
        self.table.setVisible(bool(rows))
        self.legend.setVisible(bool(rows))
        self.report_button.setVisible(bool(rows))
        self.measured.setObjectName("warning" if found is not None and found.problem else "section")
        if self._evaluating:
            self.measured.setText(self.tr("Measuring on the test samples and training baselines for comparison …"))
        elif found is not None and found.problem:
            self.measured.setText(" ".join(words_of(found.problem)).strip())
        elif rows and found is not None:
            self.measured.setText(self._measured_words(found))
            self._fill_table(rows)
        self.measured.setVisible(self._evaluating or bool(rows) or (found is not None and found.problem is not None))
        self.measured.style().polish(self.measured)
        self.legend.setText(
            self.tr(
                "Accuracy with its 95 % interval. F1 and AUC are means over the classes. ECE is how far confidence "
                "and accuracy are apart. The Brier score is the squared distance of the probabilities from the "
                "truth. Beside them is the accuracy of models trained for comparison."
            )
        )

    def _measured_words(self, found: EvaluationOutcome) -> str:
        one = found.samples == 1
        words = self.tr("On one test sample") if one else self.tr("On {count} test samples").format(count=found.samples)
        if found.seen_in_training is None:
            unknown = self.tr("the model does not say what it was trained on, so samples it knows may be among them")
            return f"{words}; {unknown}"
        if found.seen_in_training:
            left_out = self.tr("{count} more were left out, because the model was trained on them")
            return f"{words}; {left_out.format(count=found.seen_in_training)}"
        return words

    def _fill_table(self, rows: tuple[FigureRow, ...]) -> None:
        inputs = max((row.inputs for row in rows), key=len)
        baselines = list(dict.fromkeys(name for row in rows for name, _ in row.baselines))
        headings = [self.tr("Inputs"), self.tr("Samples"), self.tr("Accuracy"), "F1", "AUC", "ECE", "Brier"]
        self.table.setColumnCount(len(headings) + len(baselines))
        for column, words in enumerate([*headings, *(baseline_name(name, inputs) for name in baselines)]):
            heading = QTableWidgetItem(words)
            heading.setTextAlignment(_RIGHT if column else _LEFT)
            self.table.setHorizontalHeaderItem(column, heading)
        self.table.setRowCount(len(rows))
        for at, row in enumerate(rows):
            known = dict(row.baselines)
            accuracy = f"{percent(row.accuracy)}  ({range_numbers(Interval(row.low, row.high))})"
            cells = [inputs_name(row.inputs, len(inputs)), str(row.samples), accuracy]
            cells += [_number(value) for value in (row.f1, row.auc, row.ece, row.brier)]
            cells += [percent(known[name]) if name in known else "–" for name in baselines]
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setTextAlignment(_RIGHT if column else _LEFT)
                self.table.setItem(at, column, item)

    def _set_up_table(self) -> None:
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.setDefaultAlignment(_RIGHT)

    def _lay_out(self) -> None:
        self._buttons = QHBoxLayout()
        for button in (self.use_button, self.evaluate_button, self.report_button, self.folder_button):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        for part in (self.headline, self.words, self.bars, self.place):
            self._column.addWidget(part)
        self._column.addLayout(self._buttons)
        self._column.addWidget(self.measured)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.legend)
        self._column.addStretch(0)


def _number(value: float | None) -> str:
    return "–" if value is None else localised(decimal_number(value, 2))
