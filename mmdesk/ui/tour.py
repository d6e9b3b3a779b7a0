"""The guided tour: a strip that tells a newcomer what to do, sees that it was done, and says what to look at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mmdesk.core.inputs import Input
from mmdesk.core.model_about import ModelAbout
from mmdesk.core.prediction import Prediction
from mmdesk.ui.glyphs import GlyphButton
from mmdesk.ui.theme import Look
from mmdesk.ui.tour_steps import StepWatch, Tour


class TourStrip(QFrame):
    """One step at a time above the panels; it stops nothing, and every step can be left undone.

    Whether a step was done is read from the predictions and from what the visitor does, so the tour also runs on a
    recording and without a camera. It keeps its height from step to step, so that nothing below it moves.

    Signals:
        started: The tour has been opened.
        finished: The tour was closed, at its end or before.
        step_changed: Number of the step that is shown from now on, from 0.
        changed: The step stays, and speaks of something else.

    Attributes:
        tour: The tour of the model that runs.
        number: Number of the step that is shown, from 0.
    """

    started = Signal()
    finished = Signal()
    step_changed = Signal(int)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sample")  # the same dress: a strip in which the program speaks
        self.number = 0
        self._recorded = False
        self._lacks_weights = False
        self._last: Prediction | None = None
        self.tour = Tour()
        self._watch = StepWatch(self.tour.steps[0], self.tour.inputs)
        self._title = QLabel()
        self._title.setObjectName("sampleTitle")
        self._task = QLabel()
        self._task.setObjectName("problem")
        self._sight = QLabel()
        self._words = QVBoxLayout()
        for label in (self._task, self._sight):
            label.setTextFormat(Qt.TextFormat.PlainText)  # a model's words may hold anything
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._words.addWidget(label)
        self.back_button, self.next_button = QPushButton(), QPushButton()
        self.close_button = GlyphButton("close")
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.next)
        self.close_button.clicked.connect(self.stop)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._words, 1)
        for button in (self.back_button, self.next_button, self.close_button):
            # A click must not take the keyboard from the text box: a digit typed elsewhere switches the method.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.addWidget(button)
        self.retranslate()
        self.hide()

    @property
    def done(self) -> bool:
        """Whether the step that is shown has been done."""
        return self._watch.done

    @property
    def recorded(self) -> bool:
        """Whether it speaks of a recording that plays in place of the devices."""
        return self._recorded

    @property
    def words(self) -> str:
        """What the strip says about the step."""
        return f"{self._task.text()} {self._sight.text()}".strip()

    @Slot()
    def start(self) -> None:
        """Begin with the first step."""
        self._last = None
        if self.isHidden():
            self.started.emit()
        self.show()
        self._go_to(0)

    @Slot()
    def stop(self) -> None:
        """Put the tour away."""
        if not self.isHidden():
            self.hide()
            self.finished.emit()

    @Slot()
    def back(self) -> None:
        """Go to the step before."""
        self._go_to(max(0, self.number - 1))

    @Slot()
    def next(self) -> None:
        """Go to the next step, done or not; after the last one the tour ends."""
        if self.number + 1 < len(self.tour.steps):
            self._go_to(self.number + 1)
        else:
            self.stop()

    @Slot(object)
    def show_prediction(self, prediction: Prediction) -> None:
        """See from a prediction whether the step has been done."""
        if self.isHidden():
            return
        self._last = prediction
        lacks_weights = self.tour.steps[self.number].needs_weights and not prediction.weights_defined
        if self._watch.see(prediction) or lacks_weights != self._lacks_weights:
            self._lacks_weights = lacks_weights
            self._set_words()

    def note(self, deed: str) -> None:
        """The visitor has done one of `mmdesk.ui.tour_steps.DEEDS`."""
        self._watch.note(deed)
        if self._last is not None:
            self.show_prediction(self._last)

    @Slot(bool)
    def set_sample_session(self, playing: bool) -> None:
        """Say what can be done while a recording plays, or again what can be done live."""
        self._recorded = self._watch.recorded = playing
        self._keep_height()
        self._set_words()
        self.changed.emit()

    def show_model(self, about: ModelAbout, labels: Sequence[str], inputs: Sequence[Input]) -> None:
        """Another model runs: its own tour takes the place of the one before, at its beginning."""
        self.tour = Tour(about, labels, inputs)
        self._last = None
        self._keep_height()
        self._go_to(0)

    def forget(self) -> None:
        """What was there before is not comparable any more."""
        self._go_to(self.number)

    def set_look(self, look: Look) -> None:
        """Take a size."""
        self._row.setContentsMargins(look.px(12), look.px(6), look.px(8), look.px(6))
        self._row.setSpacing(look.px(12))
        self._words.setSpacing(look.px(2))
        self.close_button.set_look(look)
        self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.back_button.setText(self.tr("Back"))
        self.close_button.setAccessibleName(self.tr("End the tour"))
        self.close_button.setToolTip(self.tr("End the tour"))
        self._keep_height()
        self._set_words()

    def _keep_height(self) -> None:
        """Give every step the room of the one with the most words, and the buttons that of their longest word."""
        count = len(self.tour.steps)
        for part, words in (
            (self._title, (self.tr("TOUR {number}/{count}").format(number=count, count=count),)),
            (self.next_button, (self.tr("Finish"), self.tr("Next"))),
        ):
            before, widths = part.text(), []
            for text in words:
                part.setText(text)
                widths.append(part.sizeHint().width())
            part.setText(before)
            part.setFixedWidth(max(widths))
        self._row.activate()
        task = "recorded_task" if self._recorded else "task"
        tasks = [self.tour.words(number, task) for number in range(count)]
        sights = [self._done_words(number) for number in range(count)] + [self._lacking_words(), self._waiting_words()]
        for label, texts in ((self._task, tasks), (self._sight, sights)):
            metrics, width = QFontMetrics(self._bold(label)), max(1, label.width())
            flags = int(Qt.TextFlag.TextWordWrap)
            most = max(metrics.boundingRect(QRect(0, 0, width, 10_000), flags, text).height() for text in texts)
            label.setMinimumHeight(most)

    @staticmethod
    def _bold(label: QLabel) -> QFont:
        """Both labels may be bold; the wider letters are measured."""
        font = label.font()
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _done_words(self, number: int) -> str:
        return self.tr("Done – look: {what}").format(what=self.tour.words(number, "look"))

    def _lacking_words(self) -> str:
        return self.tr("The current method has no weights to set. Choose the attention gate first.")

    def _waiting_words(self) -> str:
        return self.tr("The tour notices by itself when you have done it.")

    def _go_to(self, number: int) -> None:
        self.number = number
        self._watch = StepWatch(self.tour.steps[number], self.tour.inputs)
        self._watch.recorded = self._recorded
        self._lacks_weights = False
        self._set_words()
        self.step_changed.emit(number)

    def _set_words(self) -> None:
        count = len(self.tour.steps)
        place = self.tr("TOUR {number}/{count}").format(number=self.number + 1, count=count)
        self._title.setText(place)
        self._task.setText(self.tour.words(self.number, "recorded_task" if self._recorded else "task"))
        if self.done:
            look = self._done_words(self.number)
        else:
            look = self._lacking_words() if self._lacks_weights else self._waiting_words()
        self._sight.setText(look)
        self._sight.setObjectName("problem" if self.done else "aside")
        # A name counts in the style sheet from the next polish on.
        self._sight.style().unpolish(self._sight)
        self._sight.style().polish(self._sight)
        self.back_button.setEnabled(self.number > 0)
        last = self.number + 1 == count
        self.next_button.setText(self.tr("Finish") if last else self.tr("Next"))
        self.setAccessibleName(f"{place}. {self.words}")
