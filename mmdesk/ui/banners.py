"""The strip above the panels that tells what went wrong, or what has been done."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from mmdesk.core.problem import Problem
from mmdesk.ui.glyphs import GlyphButton
from mmdesk.ui.problems import words_of
from mmdesk.ui.theme import Look


class NoticeStrip(QFrame):
    """A problem and its remedy; stays until dismissed or replaced, and stops nothing.

    Attributes:
        problem: What is shown; None when nothing is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.problem: Problem | None = None
        self._problem_words = QLabel()
        self._problem_words.setObjectName("problem")
        self._remedy_words = QLabel()
        self._remedy_words.setObjectName("aside")
        for label in (self._problem_words, self._remedy_words):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.close_button = GlyphButton("close")
        self.close_button.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._problem_words, 2)
        self._row.addWidget(self._remedy_words, 3)
        self._row.addWidget(self.close_button)
        self.retranslate()
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take a size."""
        self._row.setContentsMargins(look.px(16), look.px(4), look.px(8), look.px(4))
        self._row.setSpacing(look.px(16))
        self.close_button.set_look(look)

    def show_problem(self, problem: Problem) -> None:
        """Show a problem; a newer one replaces an older one."""
        self.problem = problem
        self._set_words()
        self.show()

    def dismiss(self) -> None:
        """Put it away."""
        self.problem = None
        self.hide()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.close_button.setAccessibleName(self.tr("Dismiss this notice"))
        self.close_button.setToolTip(self.tr("Dismiss this notice"))
        self._set_words()

    def _set_words(self) -> None:
        sentence, remedy = words_of(self.problem)
        self._problem_words.setText(sentence)
        self._remedy_words.setText(remedy)
        self._remedy_words.setVisible(bool(remedy))
        self.setAccessibleName(f"{sentence} {remedy}".strip())
