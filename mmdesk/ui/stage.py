"""Where everything of the main window stands: strips above, inputs and outputs in columns, the time line below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mmdesk.ui.theme import Look


class Stage(QWidget):
    """Inputs on the left and outputs on the right, or one above the other where the stage is higher than wide.

    Args:
        strips: What may stand above the panels.
        outputs: The panels of what the model makes of the inputs, each with its share of their height.
        timeline: What may stand below.

    Signals:
        changed: Some part asks for another size, has come or has gone.
    """

    changed = Signal()

    def __init__(
        self,
        strips: Sequence[QWidget],
        outputs: Sequence[tuple[QWidget, int]],
        timeline: QWidget,
    ) -> None:
        super().__init__()
        self.setObjectName("stage")
        self._guests = (*strips, timeline)
        self._rows = QVBoxLayout(self)
        for strip in strips:
            self._rows.addWidget(strip)
        self._columns, self._inputs, self._outputs = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for panel, share in outputs:
            self._outputs.addWidget(panel, share)
        self._columns.addLayout(self._inputs, 42)
        self._columns.addLayout(self._outputs, 58)
        self._rows.addLayout(self._columns, 1)
        self._rows.addWidget(timeline)

    def set_look(self, look: Look) -> None:
        """Take a size."""
        self._rows.setContentsMargins(look.px(14), look.px(4), look.px(14), look.px(6))
        for layout in (self._rows, self._columns, self._inputs, self._outputs):
            layout.setSpacing(look.px(12))

    def show_inputs(self, inputs: Sequence[tuple[QWidget, int]]) -> None:
        """Let these panels stand on the left, each with its share of their height, in place of those before."""
        while self._inputs.count():
            self._inputs.takeAt(0)
        for panel, share in inputs:
            self._inputs.addWidget(panel, share)

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
        direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        if direction != self._columns.direction():
            self._columns.setDirection(direction)
        if self.lacks_room:  # what stands around it has taken some of its room, in a window of the same size
            self.changed.emit()
