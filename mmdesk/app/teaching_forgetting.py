"""Forgetting a visitor in the Teach window: what is asked before, and what is said after."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox

from mmdesk.core.lesson import Lesson, Wiped
from mmdesk.core.problem import Problem
from mmdesk.ui.language import number_text
from mmdesk.ui.teach import TeachWindow
from mmdesk.ui.teach.sample_pictures import shortened
from mmdesk.ui.words import input_name

_MOST_NAMED = 5
"""Classes that are named when they are wiped; the strip that tells of it has a few lines."""


class TeachingForgetting(QObject):
    """Wipes what a visitor has shown; of who has shown nothing yet, what the visitor before has, once that is wanted.

    Args:
        window: The Teach window.
        lesson: What is taught.

    Signals:
        forgotten: `Wiped`, which may be nothing; the next visitor comes.
    """

    forgotten = Signal(object)

    def __init__(self, window: TeachWindow, lesson: Lesson, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._lesson = window, lesson
        window.top_bar.menu.forget_wanted.connect(self._on_forget)

    @Slot()
    def _on_forget(self) -> None:
        visitor = self._lesson.last_shown
        earlier = visitor != self._lesson.visitor
        if earlier and not self._ask(self._lesson.to_wipe(visitor)):
            visitor = self._lesson.visitor
        wiped = self._lesson.forget_visitor(visitor)
        self._lesson.next_visitor()
        if not wiped:
            self._window.show_notice(Problem("teach.nothing_to_forget"))
        elif earlier:
            self._window.show_notice(Problem("teach.forgotten_earlier", what=self._words(wiped)))
        else:
            self._window.show_notice(Problem("teach.forgotten", what=self._words(wiped)))
        self.forgotten.emit(wiped)

    def _ask(self, wiped: Wiped) -> bool:
        """Ask whether the visitor before is meant; waits for the answer."""
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Teach"), "", parent=self._window)
        box.setText(self.tr("This visitor has shown nothing yet. Forget the visitor before?"))
        words = self.tr("This would be wiped: {what}. Nothing can bring it back.")
        box.setInformativeText(words.format(what=self._words(wiped)))
        forget = box.addButton(self.tr("Forget the visitor before"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return clicked is forget

    def _words(self, wiped: Wiped) -> str:
        parts = []
        if wiped.samples:
            inputs = [f"{input_name(name)}: {number_text(count, ',')}" for name, count in wiped.inputs.items()]
            words = self.tr("examples: {count} ({inputs})")
            parts.append(words.format(count=number_text(wiped.samples, ","), inputs=", ".join(inputs)))
        if wiped.classes:
            named = [f"“{shortened(name, 40)}”" for name in wiped.classes[:_MOST_NAMED]]
            names = ", ".join([*named, "…"] if len(wiped.classes) > _MOST_NAMED else named)
            parts.append(self.tr("classes: {names}").format(names=names))
        if wiped.background:
            parts.append(self.tr("background: {count}").format(count=number_text(wiped.background, ",")))
        return "; ".join(parts)
