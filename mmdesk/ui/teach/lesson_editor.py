"""Does to the lesson what the window's cards and pages ask for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.core.lesson import Lesson, LessonError
from mmdesk.core.problem import Problem
from mmdesk.ui.teach.class_card import ClassCard


class LessonEditor(QObject):
    """Every change is a command of the lesson, so that each can be undone.

    Args:
        lesson: What is changed.

    Signals:
        refused: `Problem`: why a change was not made.
        class_added: Id of a class that the user has just named.
    """

    refused = Signal(object)
    class_added = Signal(str)

    def __init__(self, lesson: Lesson, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lesson = lesson

    @Slot(object)
    def take_card(self, card: ClassCard) -> None:
        """Do what a card asks for, from now on."""
        card.renamed.connect(self.rename_class)
        card.recoloured.connect(self.recolour_class)
        card.delete_wanted.connect(self.delete_class)

    @Slot(str)
    def add_class(self, name: str) -> None:
        """Add a class."""
        try:
            made = self._lesson.add_class(name)
        except LessonError as error:
            self.refused.emit(error.problem)
        else:
            self.class_added.emit(made.id)

    @Slot(str, str)
    def rename_class(self, class_id: str, name: str) -> None:
        """Rename a class."""
        try:
            self._lesson.rename_class(class_id, name)
        except LessonError as error:
            self.refused.emit(error.problem)
        except KeyError:
            return  # its card was about to go

    @Slot(str, str)
    def recolour_class(self, class_id: str, colour: str) -> None:
        """Give a class another colour."""
        if self._has(class_id):
            self._lesson.recolour_class(class_id, colour)

    @Slot(str)
    def delete_class(self, class_id: str) -> None:
        """Delete a class with its examples."""
        if self._has(class_id):
            self._lesson.delete_class(class_id)
            self.refused.emit(Problem("teach.class_deleted"))

    @Slot(list)
    def delete_samples(self, sample_ids: list[str]) -> None:
        """Delete examples."""
        self._lesson.delete_samples(self._known(sample_ids))

    @Slot(list, str)
    def move_samples(self, sample_ids: list[str], class_id: str) -> None:
        """Move examples to another class, or to the background."""
        if not class_id or self._has(class_id):
            self._lesson.move_samples(self._known(sample_ids), class_id)

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        self._lesson.undo()

    @Slot()
    def redo(self) -> None:
        """Make it again."""
        self._lesson.redo()

    def _has(self, class_id: str) -> bool:
        return any(one.id == class_id for one in self._lesson.state.classes)

    def _known(self, sample_ids: list[str]) -> list[str]:
        there = {sample.id for sample in self._lesson.state.samples}
        return [each for each in sample_ids if each in there]
