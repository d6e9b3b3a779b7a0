"""How a user has arranged the panels of the main window: their borders, and those that are folded."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.ui.panels.card import Card
from mmdesk.ui.stage import Stage
from mmdesk.ui.view_menus import PanelsMenu


class Arrangement(QObject):
    """Keeps the arrangement through other models and other sizes, and tells it so that it can be remembered.

    Args:
        stage: Where the panels stand.
        menu: Where they are folded and opened, beside a double click on their heading.

    Signals:
        changed: The arrangement in words for `restore`.
    """

    changed = Signal(str)

    def __init__(self, stage: Stage, menu: PanelsMenu, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage, self._menu = stage, menu
        self._cards: dict[str, Card] = {}
        self._folded: set[str] = set()
        self._shares: dict[str, list[float]] = {}
        menu.folded.connect(self._on_folded)
        menu.usual_wanted.connect(self.forget)
        stage.moved.connect(self._on_moved)

    def show_cards(self, cards: Mapping[str, Card]) -> None:
        """These are the panels, by key; what was folded stays so."""
        for card in self._cards.values():
            card.fold_wanted.disconnect(self._on_fold_wanted)
        self._cards = dict(cards)
        for key, card in self._cards.items():
            card.fold_wanted.connect(self._on_fold_wanted)
            card.set_folded(key in self._folded)
            self._menu.show_folded(key, folded=key in self._folded)
        self._stage.set_own_shares(self._shares)

    def restore(self, words: str) -> None:
        """Take an arrangement that `changed` told; words that it did not are none."""
        try:
            found = json.loads(words or "{}")
            folded = {str(key) for key in found.get("folded", ())}
            shares = {str(key): [float(each) for each in found["shares"][key]] for key in found.get("shares", ())}
        except (AttributeError, TypeError, ValueError):
            return
        self._folded, self._shares = folded, shares
        self.show_cards(self._cards)

    @property
    def folded(self) -> frozenset[str]:
        """Keys of the panels that are folded to their heading."""
        return frozenset(self._folded)

    @Slot()
    def forget(self) -> None:
        """Open every panel, and give each its usual share."""
        self._folded, self._shares = set(), {}
        self.show_cards(self._cards)
        self._tell()

    @Slot(str, bool)
    def _on_folded(self, key: str, folded: bool) -> None:
        if key not in self._cards or folded == (key in self._folded):
            return
        self._folded ^= {key}
        self._cards[key].set_folded(folded)
        self._menu.show_folded(key, folded=folded)
        self._stage.share_out()
        self._tell()

    @Slot()
    def _on_fold_wanted(self) -> None:
        key = next((key for key, card in self._cards.items() if card is self.sender()), "")
        self._on_folded(key, key not in self._folded)

    @Slot()
    def _on_moved(self) -> None:
        self._shares |= self._stage.own_shares()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(json.dumps({"folded": sorted(self._folded), "shares": self._shares}))
