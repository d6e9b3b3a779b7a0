"""The panel of each kind of input."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mmdesk.core.input_kind import INPUT_KINDS
from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.ui.panels.camera import CameraPanel, PreviewView
from mmdesk.ui.panels.card import InputCard
from mmdesk.ui.panels.input_view import InputView
from mmdesk.ui.panels.microphone import MicrophonePanel, SpectrogramView
from mmdesk.ui.panels.signal import SignalPanel, SignalView
from mmdesk.ui.panels.typed_text import TypedTextPanel
from mmdesk.ui.panels.words_view import WordsView


class CardKind(NamedTuple):
    """How a kind of input is shown.

    Attributes:
        make: Makes the panel of an input.
        share: Its share of the height of all inputs.
        draw: Makes what is drawn of it alone, for an audience.
    """

    make: Callable[[Input], InputCard]
    share: int
    draw: Callable[[Input], InputView]


CARDS: dict[str, CardKind] = {
    Modality.IMAGE: CardKind(CameraPanel, 50, lambda _: PreviewView()),
    Modality.AUDIO: CardKind(MicrophonePanel, 26, lambda _: SpectrogramView()),
    Modality.TEXT: CardKind(TypedTextPanel, 20, lambda _: WordsView()),
}
"""How each of the program's own kinds is shown."""

_SIGNAL = CardKind(SignalPanel, 26, lambda one: SignalView(INPUT_KINDS[one.kind]))


def card_kind(kind: str) -> CardKind:
    """Return how a kind is shown; what plug-ins bring are signals, drawn as curves."""
    return CARDS.get(kind, _SIGNAL)
