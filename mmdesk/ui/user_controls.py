"""Everything that the user holds in force, put together from the places where it is taken hold of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.core.hands import Hands
from mmdesk.core.modality import Modality
from mmdesk.ui.microscope.workbench import Workbench
from mmdesk.ui.panels.card import ModalityCard


class UserControls(QObject):
    """Weights and disturbances of the workbench, and the mutes of the cards.

    Args:
        workbench: Where weights and disturbances are held.
        cards: The inputs' panels, where they are muted.

    Signals:
        changed: `Hands`, whenever something else is held.

    Attributes:
        hands: What is held now.
    """

    changed = Signal(object)

    def __init__(self, workbench: Workbench, cards: Sequence[ModalityCard], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._cards = workbench, tuple(cards)
        self.hands = Hands()
        workbench.hands_changed.connect(self._on_change)
        for card in self._cards:
            card.mute_toggled.connect(self._on_mute_toggled)

    @Slot()
    def let_go(self) -> None:
        """Hold nothing any more: weights, disturbances, replaced text, mutes."""
        for card in self._cards:
            card.set_muted(False)
        self._workbench.let_go()
        self._on_change()

    @Slot(object, bool)
    def _on_mute_toggled(self, modality: Modality, muted: bool) -> None:  # noqa: ARG002
        self._on_change()

    @Slot()
    def _on_change(self) -> None:
        muted = frozenset(card.modality for card in self._cards if card.muted)
        hands = replace(self._workbench.hands, muted=muted)
        if hands != self.hands:
            self.hands = hands
            self.changed.emit(hands)
