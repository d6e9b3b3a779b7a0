"""An input's name as a heading."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mmdesk.ui.panels.card import Aside
from mmdesk.ui.theme import Look


class NameLabel(Aside):
    """A name, shortened where it is long: names are given by whoever trains a model.

    Attributes:
        most_px: How wide it is at most, at 1920 × 1080.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.most_px = 150
        self.setObjectName("title")

    def set_look(self, look: Look) -> None:
        """Take the room that the name needs, but not more than there is."""
        self.ensurePolished()
        self.setFixedWidth(max(1, min(self.sizeHint().width(), look.px(self.most_px))))
