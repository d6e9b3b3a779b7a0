"""Panels beside or above one another, whose borders can be moved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


def divided(room: int, shares: Sequence[float], limits: Sequence[tuple[int, int]]) -> list[int]:
    """Divide room by shares, no part below its least and none above its largest size, as far as there is room.

    Args:
        room: What there is to divide.
        shares: Positive numbers.
        limits: Least and largest size of each part.
    """
    sizes = [0] * len(shares)
    open_places, left = set(range(len(shares))), room
    while open_places:
        total = sum(shares[place] for place in open_places)
        wanted = {place: left * shares[place] / total for place in open_places}
        bounded = {place: min(max(wanted[place], limits[place][0]), limits[place][1]) for place in open_places}
        excess = sum(bounded.values()) - left
        # Those on the side on which more is bound than is free are settled first; the rest is divided again.
        settled = {
            place for place in open_places
            if (excess >= 0 and bounded[place] > wanted[place]) or (excess <= 0 and bounded[place] < wanted[place])
        } or open_places  # fmt: skip
        for place in settled:
            sizes[place] = round(bounded[place])
            left -= sizes[place]
        open_places = open_places - settled
    return sizes


class PanelSplitter(QSplitter):
    """Gives each panel its share of the room, as much as its least size and its largest leave; a user may move borders.

    Signals:
        moved: The user has moved a border.

    Attributes:
        own: The user's shares, which sum to 1, in place of the usual ones; empty for these.
    """

    moved = Signal()

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.own: tuple[float, ...] = ()
        self._usual: tuple[float, ...] = ()
        self.setChildrenCollapsible(False)
        self.setOpaqueResize(True)
        self.splitterMoved.connect(self._on_moved)

    def show_panels(self, panels: Sequence[tuple[QWidget, float]]) -> None:
        """Let these stand here, each with its usual share, in place of those before, which stay where they belong."""
        for place, (panel, share) in enumerate(panels):
            self.insertWidget(place, panel)
            self.setStretchFactor(place, max(1, round(share)))
        self._usual = tuple(share for _, share in panels)
        if len(self.own) != len(panels):
            self.own = ()
        self.share_out()

    def set_own(self, shares: Sequence[float]) -> None:
        """Take a user's shares, or the usual ones where they do not belong to these panels."""
        fits = len(shares) == len(self._usual) and all(share > 0 for share in shares)
        self.own = tuple(share / sum(shares) for share in shares) if fits else ()
        self.share_out()

    def share_out(self) -> None:
        """Give each panel its share."""
        shares = self.own or self._usual
        across = self.orientation() is Qt.Orientation.Horizontal
        room = (self.width() if across else self.height()) - self.handleWidth() * (len(shares) - 1)
        if shares and room > 0:
            panels = (self.widget(place) for place in range(len(shares)))
            limits = [self._limits(panel, across) for panel in panels if panel is not None]
            self.setSizes([*divided(room, shares, limits), *(0 for _ in range(self.count() - len(shares)))])

    @staticmethod
    def _limits(panel: QWidget, across: bool) -> tuple[int, int]:
        least = panel.minimumSizeHint().expandedTo(panel.minimumSize())
        return (least.width(), panel.maximumWidth()) if across else (least.height(), panel.maximumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_out()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # some panel needs more room than before, or less
            self.share_out()
        return handled

    @Slot()
    def _on_moved(self) -> None:
        sizes = [max(1, size) for size in self.sizes()[: len(self._usual)]]
        self.own = tuple(size / sum(sizes) for size in sizes)
        self.moved.emit()
