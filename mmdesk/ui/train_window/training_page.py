"""How a run goes: curves, and a warning when an input is being forgotten."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from mmdesk.core.forgetting import Forgetting, forgotten
from mmdesk.core.training_progress import EpochReport
from mmdesk.ui.theme import Look
from mmdesk.ui.train_window.curves import LearningCurves
from mmdesk.ui.words import input_name, percent

_REDRAW_MS = 200


class TrainingPage(QStackedWidget):
    """The curves of the run that is under way, or of the last one.

    Attributes:
        history: All epochs so far.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history: list[EpochReport] = []
        self.empty = QLabel()
        self.empty.setObjectName("aside")
        self.empty.setWordWrap(True)
        self.curves = LearningCurves()
        self.warning = QLabel()
        self.warning.setObjectName("warning")
        self.warning.setWordWrap(True)
        self.warning.hide()
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.addWidget(self.warning)
        self._column.addWidget(self.curves, 1)
        first = QWidget()
        self._first = QVBoxLayout(first)
        self._first.addWidget(self.empty)
        self._first.addStretch(1)
        self.addWidget(first)
        self.addWidget(page)
        # A fusion's epochs come by the dozen a second; the eye needs few of them, the last one always.
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.redraw)
        self.retranslate()

    def begin(self, earlier: tuple[EpochReport, ...]) -> None:
        """Start a run's curves, with the epochs it has behind it already."""
        self.history = list(earlier)
        self.redraw()
        self.setCurrentIndex(1)

    def add_epoch(self, report: EpochReport) -> None:
        """Add an epoch; it is drawn soon."""
        self.history.append(report)
        if self._timer.isActive():
            return
        elapsed = self._since.elapsed() if self._since.isValid() else _REDRAW_MS
        if elapsed >= _REDRAW_MS:
            self.redraw()
        else:
            self._timer.start(int(_REDRAW_MS - elapsed))

    def redraw(self) -> None:
        """Draw all epochs now."""
        self._timer.stop()
        self._since.restart()
        self.curves.show_history(self.history)
        self._warn()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        for column in (self._column, self._first):
            column.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(12))
            column.setSpacing(look.px(10))
        self.curves.set_look(look)
        self.curves.show_history(self.history)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.empty.setText(
            self.tr(
                "These curves show how well the model does on the validation samples as it learns: with all inputs, "
                "and with each input alone. If an input's own curve falls while the curve for all inputs rises, the "
                "model is forgetting that input."
            )
        )
        self.curves.retranslate()
        self._warn()

    def _warn(self) -> None:
        found = forgotten(self.history) if self.history else ()
        self.warning.setText("\n".join(self._warning_words(one) for one in found))
        self.warning.setVisible(bool(found))

    def _warning_words(self, one: Forgetting) -> str:
        return self.tr(
            "{name} is being forgotten: alone it fell from {then} to {now}, while all inputs together rose from "
            "{whole_then} to {whole_now}. Hold back the dominant input, raise the modality dropout, or train the "
            "encoders first."
        ).format(
            name=input_name(one.name),
            then=percent(one.alone_then),
            now=percent(one.alone_now),
            whole_then=percent(one.whole_then),
            whole_now=percent(one.whole_now),
        )
