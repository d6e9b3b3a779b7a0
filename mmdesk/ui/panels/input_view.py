"""What every drawing of an input has in common, in a panel of the main window and on the stage for an audience."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.explanation import Explanation
from mmdesk.core.observation import Captured
from mmdesk.core.source_state import SourceState
from mmdesk.ui.spoken import show_as
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import status_words


class InputView(QWidget):
    """Draws what an input gives: its picture, its sound, its words, its curves.

    Attributes:
        state: How the source is doing; a problem is told over the drawing. None until that is known.
        index: The input's place in the model's order, which gives its colour.
        present: Whether the model looks at the input at this moment.
        bare: Whether it is drawn for an audience: without axes, advice and whatever the stage says by itself.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_as(self, QAccessible.Role.Graphic)
        self._look = Look(DARK, 1.0)
        self.state: SourceState | None = None
        self.index = 0
        self.present = False
        self.bare = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.update()

    def message(self) -> tuple[str, ...]:
        """What is told instead of, or over, the drawing: a headline, the problem, the remedy."""
        return ()

    def told(self) -> tuple[str, ...]:
        """What of the message is drawn: an audience is told what is, not what to do about it."""
        return self.message()[:1] if self.bare else self.message()

    def show_state(self, state: SourceState) -> None:
        """Show how the source is doing."""
        self.state = state
        self.setAccessibleDescription(" ".join(self.message()) or status_words(state.status))
        self.update()

    def show_present(self, present: bool) -> None:
        """Show whether the model looks at the input."""
        if present != self.present:
            self.present = present
            self.update()

    def begin_freeze(self) -> None:
        """The window stands still from now on."""

    def show_snapshot(self, captured: Captured | None, time_s: float, *, is_freeze: bool) -> None:
        """Show what the input held at a kept moment; at the moment of the freeze, what was on screen then."""

    def end_freeze(self) -> None:
        """The window goes on."""

    def explain(self, explanation: Explanation | None, name: str, newest_s: float | None = None) -> None:
        """Mark what in the input speaks for the answer; None clears it.

        Args:
            explanation: The explanation.
            name: The input's name.
            newest_s: The time of the freeze, on the observations' clock.
        """
