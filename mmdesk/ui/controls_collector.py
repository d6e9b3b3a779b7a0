"""Everything that the user holds in force, put together from the places where it is taken hold of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.core.user_controls import UserControls
from mmdesk.ui.microscope.workbench import Workbench
from mmdesk.ui.panels.card import InputCard


class ControlsCollector(QObject):
    """Weights and perturbations of the workbench, and the mutes of the cards.

    Args:
        workbench: Where weights and perturbations are held.
        parent: Owner.

    Signals:
        changed: `UserControls`, whenever something else is held.

    Attributes:
        controls: What is held now.
    """

    changed = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._cards: tuple[InputCard, ...] = ()
        self.controls = UserControls()
        workbench.controls_changed.connect(self._on_change)

    def show_cards(self, cards: Sequence[InputCard]) -> None:
        """Take these for the inputs' panels, where they are muted, from now on."""
        for card in self._cards:
            card.mute_toggled.disconnect(self._on_change)
        self._cards = tuple(cards)
        for card in self._cards:
            card.mute_toggled.connect(self._on_change)
        self._on_change()

    @Slot()
    def let_go(self) -> None:
        """Hold nothing any more: weights, perturbations, replaced text, mutes."""
        for card in self._cards:
            card.set_muted(False)
        self._workbench.let_go()
        self._on_change()

    @Slot()
    def _on_change(self) -> None:
        muted = frozenset(card.input.name for card in self._cards if card.muted)
        controls = replace(self._workbench.controls, muted=muted)
        if controls != self.controls:
            self.controls = controls
            self.changed.emit(controls)
