"""Where everything of the main window stands: strips above, inputs and outputs in columns, time lines below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mmdesk.ui.panel_splitter import PanelSplitter
from mmdesk.ui.theme import Look


class Stage(QWidget):
    """Inputs on the left and outputs on the right, or one above the other where the stage is higher than wide.

    Args:
        strips: What may stand above the panels.
        outputs: The panels of what the model makes of the inputs, each with its share of their height.
        feet: What may stand below.

    Signals:
        changed: Some part asks for another size, has come or has gone.
        moved: The user has moved a border between panels.
    """

    changed = Signal()
    moved = Signal()

    def __init__(
        self,
        strips: Sequence[QWidget],
        outputs: Sequence[tuple[QWidget, int]],
        feet: Sequence[QWidget],
    ) -> None:
        super().__init__()
        self.setObjectName("stage")
        self._guests = (*strips, *feet)
        self._input_count = 0
        self._own: dict[str, Sequence[float]] = {}
        self._rows = QVBoxLayout(self)
        for strip in strips:
            self._rows.addWidget(strip)
        self._columns = PanelSplitter(Qt.Orientation.Horizontal)
        self._inputs, self._outputs = PanelSplitter(Qt.Orientation.Vertical), PanelSplitter(Qt.Orientation.Vertical)
        self._outputs.show_panels(outputs)
        self._columns.show_panels([(self._inputs, 42), (self._outputs, 58)])
        for splitter in self._splitters:
            splitter.moved.connect(self.moved)
        self._rows.addWidget(self._columns, 1)
        for foot in feet:
            self._rows.addWidget(foot)

    def set_look(self, look: Look) -> None:
        """Take a size."""
        self._rows.setContentsMargins(look.px(14), look.px(4), look.px(14), look.px(6))
        self._rows.setSpacing(look.px(12))
        for splitter in self._splitters:
            splitter.setHandleWidth(look.px(12))

    def show_inputs(self, inputs: Sequence[tuple[QWidget, int]]) -> None:
        """Let these panels stand on the left, each with its share of their height, in place of those before."""
        self._inputs.show_panels(inputs)
        self._input_count = len(inputs)

    @property
    def _splitters(self) -> tuple[PanelSplitter, ...]:
        return self._columns, self._inputs, self._outputs

    def _named(self) -> dict[str, PanelSplitter]:
        """The borders that can be moved, by name: beside and above one another, and of so many inputs."""
        across = "across" if self._columns.orientation() is Qt.Orientation.Horizontal else "upright"
        return {across: self._columns, f"inputs{self._input_count}": self._inputs, "outputs": self._outputs}

    def own_shares(self) -> dict[str, list[float]]:
        """The shares that a user has given to panels."""
        return {name: list(splitter.own) for name, splitter in self._named().items() if splitter.own}

    def set_own_shares(self, shares: Mapping[str, Sequence[float]]) -> None:
        """Give panels a user's shares; those that are not there get the usual ones."""
        self._own = dict(shares)
        for name, splitter in self._named().items():
            splitter.set_own(shares.get(name, ()))

    def share_out(self) -> None:
        """A panel has been folded or opened: the others take its room, or give it."""
        for splitter in reversed(self._splitters):
            splitter.refresh()
            splitter.share_out()

    @property
    def guests(self) -> tuple[bool, ...]:
        """Which of the parts that come and go are there."""
        return tuple(not guest.isHidden() for guest in self._guests)

    def needed(self) -> QSize:
        """The least size at which every part has room, with words wrapped at the present width."""
        self._rows.activate()
        least = self._rows.totalMinimumSize()
        if self._rows.hasHeightForWidth():
            least.setHeight(max(least.height(), self._rows.totalMinimumHeightForWidth(self.width())))
        return least

    @property
    def lacks_room(self) -> bool:
        """Whether some part is smaller than it may be."""
        needed = self.needed()
        return needed.width() > self.width() or needed.height() > self.height()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.changed.emit()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        upright = self.height() > self.width()
        orientation = Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal
        if orientation != self._columns.orientation():
            self._own |= self.own_shares()
            self._columns.setOrientation(orientation)
            self.set_own_shares(self._own)
        if self.lacks_room:  # what stands around it has taken some of its room, in a window of the same size
            self.changed.emit()
