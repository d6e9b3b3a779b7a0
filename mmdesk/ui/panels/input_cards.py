"""The panel of each kind of input."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.ui.panels.camera import CameraPanel
from mmdesk.ui.panels.card import InputCard
from mmdesk.ui.panels.microphone import MicrophonePanel
from mmdesk.ui.panels.signal import SignalPanel
from mmdesk.ui.panels.typed_text import TypedTextPanel


class CardKind(NamedTuple):
    """How a kind of input is shown.

    Attributes:
        make: Makes the panel of an input.
        share: Its share of the height of all inputs.
    """

    make: Callable[[Input], InputCard]
    share: int


CARDS: dict[str, CardKind] = {
    Modality.IMAGE: CardKind(CameraPanel, 50),
    Modality.AUDIO: CardKind(MicrophonePanel, 26),
    Modality.TEXT: CardKind(TypedTextPanel, 20),
}
"""How each of the program's own kinds is shown."""

_SIGNAL = CardKind(SignalPanel, 26)


def card_kind(kind: str) -> CardKind:
    """Return how a kind is shown; what plug-ins bring are signals, drawn as curves."""
    return CARDS.get(kind, _SIGNAL)
