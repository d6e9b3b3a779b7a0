"""Points at what the tour speaks of, sees what the visitor does there, and lets go of it all at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QScrollArea, QWidget

from mmdesk.core.history import Snapshot
from mmdesk.ui.input_panels import InputPanels
from mmdesk.ui.microscope.presets import Preset
from mmdesk.ui.microscope.workbench import Workbench
from mmdesk.ui.owner import owner
from mmdesk.ui.panels.answer import AnswerPanel
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.timeline import TimelineBar
from mmdesk.ui.tour import TourStrip
from mmdesk.ui.tour_steps import pictures

_WEIGHTS, _GATE, _PERTURB, _METHODS = range(4)
_PAGES = {"contribution": _WEIGHTS, "honesty": _WEIGHTS, "override": _GATE, "method": _METHODS}
_WIDTH_PX, _AIR_PX = 4, 3
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Outline(QWidget):
    """Rings around widgets of a window; they take no click, and nothing under them is drawn anew for them.

    Attributes:
        rings: The rings' outer edges, in the window's coordinates.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look = Look(DARK, 1.0)
        self.rings: list[QRect] = []
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.update()

    def surround(self, widgets: Sequence[QWidget]) -> None:
        """Draw a ring around each of these that is on the screen; around nothing else."""
        window = owner(self)
        air = self._look.px(_AIR_PX) + self._look.px(_WIDTH_PX)
        rings = []
        for widget in widgets:
            area = _area_in(widget, window)
            if not area.isEmpty():
                rings.append(area.adjusted(-air, -air, air, air).intersected(window.rect()))
        if rings == self.rings and self.geometry() == window.rect():
            self.raise_()
            return
        self.rings = rings
        self.setGeometry(window.rect())
        region = QRegion()
        width = self._look.px(_WIDTH_PX) + 1
        for ring in rings:
            region |= QRegion(ring) - QRegion(ring.adjusted(width, width, -width, -width))
        self.setMask(region)
        self.setVisible(bool(rings))
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        width = self._look.px(_WIDTH_PX)
        painter.setPen(QPen(QColor(self._look.theme.state), width, j=Qt.PenJoinStyle.MiterJoin))
        for ring in self.rings:
            half = width // 2
            painter.drawRect(ring.adjusted(half, half, -half - 1, -half - 1))


def _area_in(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget is seen in its window; what is scrolled out of sight is left out."""
    if not widget.isVisibleTo(window):
        return QRect()
    area, above = QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size()), widget.parentWidget()
    while above is not None and above is not window:
        area &= QRect(above.mapTo(window, above.rect().topLeft()), above.size())
        above = above.parentWidget()
    return area


class TourGuide(QObject):
    """Keeps the outline where it belongs, and tells the strip what the visitor does.

    Args:
        window: The main window.
        tour: The strip with the steps.
        inputs: The inputs' panels.
        answer: The answer's panel, with the button that freezes.
        workbench: The microscope.
        timeline: Where moments are chosen.

    Signals:
        fusion_wanted: The method that was chosen before the tour.

    Attributes:
        outline: What points.
    """

    fusion_wanted = Signal(str)

    def __init__(
        self,
        window: QWidget,
        tour: TourStrip,
        inputs: InputPanels,
        answer: AnswerPanel,
        workbench: Workbench,
        timeline: TimelineBar,
    ) -> None:
        super().__init__(window)
        self._tour, self._inputs, self._answer = tour, inputs, answer
        self._workbench, self._timeline = workbench, timeline
        self.outline = Outline(window)
        self._runs, self._was_frozen, self._page_before = False, False, 0
        self._fusion, self._fusion_before = "", ""
        self._typed: set[str] = set()
        self._watched: list[QObject] = []
        tour.step_changed.connect(self._on_step)
        tour.finished.connect(self._on_finished)
        tour.changed.connect(self._point)
        answer.pause_toggled.connect(self._on_pause_toggled)
        timeline.snapshot_wanted.connect(self._on_moment)
        weights = workbench.weights
        weights.bars.opened.connect(self._on_sum)
        weights.sum_action.triggered.connect(self._on_sum)
        weights.honesty.installEventFilter(self)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self.outline.set_look(look)
        self._place()

    def note_fusion(self, kind: str, *, other_model: bool = False) -> None:
        """This method answers now; another model has none of those before."""
        self._fusion = kind
        if other_model:
            self._fusion_before = kind

    def note_typed(self, name: str) -> None:
        """The visitor has typed something."""
        if self._runs:
            self._typed.add(name)
            self._tour.note("typed")

    def note_snapshot(self, snapshot: Snapshot) -> None:
        """A kept moment is on the screen."""
        ticks = self._timeline.view.ticks
        if ticks and snapshot.prediction.time_s < ticks[-1].time_s:
            self._tour.note("rewound")

    def note_explanation(self) -> None:
        """The moment on the screen is explained."""
        self._tour.note("explained")

    def targets(self) -> list[QWidget]:
        """What the step speaks of, as things stand now."""
        cards, workbench = list(self._inputs.cards.values()), self._workbench
        texts: list[QWidget] = [text.box for text in self._inputs.texts if text in cards]
        mutes: list[QWidget] = [card.mute_button for card in cards]
        cameras = [self._inputs.cards[name] for name in sorted(pictures([card.input for card in cards]))]
        held: list[QWidget] = [card.mute_button for card in cameras] if self._tour.recorded else list(cameras)
        lying: list[QWidget] = [workbench.perturb.preset_buttons[Preset.LIAR]]
        frozen = self._answer.pause_button.isChecked()
        found: dict[str, Callable[[], list[QWidget]]] = {
            "agree": lambda: list(cards),
            "complement": lambda: list(cards),
            "contribution": lambda: [workbench.weights.bars],
            "mute": lambda: mutes,
            "cover": lambda: held,
            "contradict": lambda: lying if self._tour.recorded or not texts else texts,
            "honesty": lambda: [workbench.weights.honesty],
            "override": lambda: list(workbench.gate.sliders),
            "method": lambda: [workbench.methods.room],
            "rewind": lambda: [self._timeline.view] if frozen else [self._answer.pause_button],
            "explain": lambda: list(cards) if frozen else [self._answer.pause_button],
        }
        return found[self._tour.tour.steps[self._tour.number].kind]()

    @Slot(int)
    def _on_step(self, number: int) -> None:
        if self._tour.isHidden():
            return
        if not self._runs:
            self._runs, self._typed = True, set()
            self._was_frozen = self._answer.pause_button.isChecked()
            self._page_before, self._fusion_before = self._workbench.page, self._fusion
        kind = self._tour.tour.steps[number].kind
        page = _PERTURB if kind == "contradict" and self._tour.recorded else _PAGES.get(kind)
        if page is not None:
            self._workbench.show_page(page)
        self._point()

    @Slot()
    def _point(self) -> None:
        """Look for the step's targets anew, bring them into view and follow them."""
        for watched in self._watched:
            watched.removeEventFilter(self)
        self._watched = []
        self._workbench.weights.honesty.installEventFilter(self)  # even if it was one of them
        if not self._runs:
            self.outline.surround(())
            return
        window = owner(self)
        chain: dict[QObject, None] = {window: None}
        for target in self.targets():
            above: QWidget | None = target
            while above is not None and above is not window:
                chain[above] = None
                if isinstance(above, QScrollArea):
                    above.ensureWidgetVisible(target)
                above = above.parentWidget()
        self._watched = list(chain)
        for watched in self._watched:
            watched.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        if self._runs:
            self.outline.surround(self.targets())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        asked = event.type() in (QEvent.Type.ToolTip, QEvent.Type.MouseButtonPress)
        if asked and watched is self._workbench.weights.honesty:
            self._tour.note("honesty")
        elif event.type() in _MOVES:
            self._place()
        return False

    @Slot(bool)
    def _on_pause_toggled(self, paused: bool) -> None:
        if paused:
            self._tour.note("moment")
        self._point()

    @Slot()
    def _on_moment(self) -> None:
        self._tour.note("moment")

    @Slot()
    def _on_sum(self) -> None:
        self._tour.note("sum")

    @Slot()
    def _on_finished(self) -> None:
        """Leave the window as it was before; the user's controls are let go of by the window itself."""
        self._runs = False
        self._point()
        self._workbench.weights.sum_window.close()
        if not self._was_frozen:
            self._answer.pause_button.setChecked(False)
        for text in self._inputs.texts:
            if text.input.name in self._typed:
                text.box.clear()
        if self._fusion_before and self._fusion_before != self._fusion:
            self.fusion_wanted.emit(self._fusion_before)
        self._workbench.show_page(self._page_before)
