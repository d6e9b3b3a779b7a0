"""The microscope's pages in one card, and what the user holds across them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from mmdesk.core.fused_map import MapPoints
from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.perturbation import Perturbation
from mmdesk.core.prediction import Prediction
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.microscope.gate_page import GatePage
from mmdesk.ui.microscope.map_page import MapPage
from mmdesk.ui.microscope.methods_page import MethodsPage
from mmdesk.ui.microscope.perturb_page import PerturbPage
from mmdesk.ui.microscope.weights_page import WeightsPage
from mmdesk.ui.panels.card import Card
from mmdesk.ui.theme import Look


class Workbench(Card):
    """Five pages: weights beside contributions, the gate, perturbations, every method, the map.

    The pages stand for one another in one place; each goes on remembering while another is seen.

    Signals:
        controls_changed: `UserControls`, whenever the user takes hold of a weight or an input, or lets go.
        fusion_wanted: Kind of a fusion method picked in the table.

    Attributes:
        controls: What the user holds now.
        page_actions: One action a page, with its key, for the menus.
    """

    controls_changed = Signal(object)
    fusion_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controls = UserControls()
        self._inputs = DEFAULT_INPUTS
        self.weights, self.gate, self.perturb = WeightsPage(), GatePage(), PerturbPage()
        self.methods, self.map = MethodsPage(), MapPage()
        self._pages = (self.weights, self.gate, self.perturb, self.methods, self.map)
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self.page_actions: list[QAction] = []
        self.title.hide()
        for number, page in enumerate(self._pages):
            self._stack.addWidget(page)
            button = QPushButton()
            button.setCheckable(True)
            button.setObjectName("tab")
            self._group.addButton(button, number)
            self.header.addWidget(button)
            action = QAction(self, checkable=True)
            action.setShortcut(QKeySequence(f"F{number + 2}"))
            action.triggered.connect(button.click)
            self.page_actions.append(action)
        self.header.addStretch(1)
        self._group.idToggled.connect(self._on_tab)
        self.body.addWidget(self._stack)
        self._group.button(0).setChecked(True)
        self.gate.override_changed.connect(self._on_override)
        self.perturb.perturbations_changed.connect(self._on_perturbations)
        self.methods.fusion_wanted.connect(self.fusion_wanted)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        for page in self._pages:
            page.set_look(look)

    def retranslate(self) -> None:
        names = (self.tr("Weights"), self.tr("Gate"), self.tr("Perturb"), self.tr("Methods"), self.tr("Map"))
        for number, name in enumerate(names):
            button, action = self._group.button(number), self.page_actions[number]
            button.setText(name)
            button.setToolTip(f"{name} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
            action.setText(name)
        for page in self._pages:
            page.retranslate()

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Show a model's inputs, in its order, in place of those before; weights held for those are let go."""
        if tuple(inputs) == self._inputs:
            return
        self._inputs = tuple(inputs)
        for page in (self.weights, self.gate, self.perturb, self.map):
            page.show_inputs(inputs)
        self._hold(UserControls(perturbations=self.perturb.perturbations))

    def show_prediction(self, prediction: Prediction) -> None:
        """Show a prediction on every page; those that are not seen only remember."""
        for page in self._pages:
            page.show_prediction(prediction)

    def show_snapshot(self, prediction: Prediction) -> None:
        """Show a prediction of another time on every page; none of them remembers it."""
        for page in self._pages:
            page.show_snapshot(prediction)

    def show_labels(self, labels: Sequence[str]) -> None:
        """Offer a model's classes where one can be chosen."""
        self.perturb.set_labels(labels)

    def show_map(self, points: MapPoints | None) -> None:
        """Draw a model's map, or none."""
        self.map.set_points(points)

    def forget(self) -> None:
        """Begin anew. What the user holds stays held until it is let go."""
        for page in self._pages:
            page.forget()

    @Slot()
    def let_go(self) -> None:
        """Let go of weights and inputs."""
        self.gate.set_override(None)
        self.perturb.clear()
        self._hold(UserControls())

    @property
    def page(self) -> int:
        """Number of the page that is seen."""
        return self._stack.currentIndex()

    def show_page(self, number: int) -> None:
        """Bring a page to the front."""
        self._group.button(number).setChecked(True)

    def _on_tab(self, number: int, checked: bool) -> None:
        self.page_actions[number].setChecked(checked)
        if checked:
            self._stack.setCurrentIndex(number)

    @Slot(object)
    def _on_override(self, override: tuple[float, ...] | None) -> None:
        weights = None if override is None else dict(zip((one.name for one in self._inputs), override, strict=True))
        self._hold(replace(self.controls, override=weights))

    @Slot(object)
    def _on_perturbations(self, perturbations: tuple[Perturbation, ...]) -> None:
        self._hold(replace(self.controls, perturbations=perturbations))

    def _hold(self, controls: UserControls) -> None:
        if controls != self.controls:
            self.controls = controls
            self.controls_changed.emit(controls)
