"""The panels of a model's inputs: as many as it has, made when they are first needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from mmdesk.core.frame import Frame
from mmdesk.core.inputs import Input, slots_of
from mmdesk.core.inputs import Slot as Place
from mmdesk.core.model_about import Wording
from mmdesk.core.observation import SignalInput
from mmdesk.core.prediction import Prediction
from mmdesk.core.sound_display import SoundDisplay
from mmdesk.ui.panels.camera import CameraPanel
from mmdesk.ui.panels.card import InputCard
from mmdesk.ui.panels.input_cards import card_kind
from mmdesk.ui.panels.microphone import MicrophonePanel
from mmdesk.ui.panels.signal import SignalPanel
from mmdesk.ui.panels.typed_text import TypedTextPanel
from mmdesk.ui.theme import Look


class InputPanels(QObject):
    """Finds and makes the panels of inputs; they belong to the window's layout.

    A panel stands for a place (the first camera, the second camera), so that another model's inputs take over the
    panels that there are. One that the model has no use for is hidden.

    Signals:
        source_chosen: Name of an input, and the key of a `DeviceChoice`, or the file or address that was typed.
        refresh_requested: The user wants the devices listed anew.
        text_edited: Name of an input, and the whole text, whenever the user changed it.
        mirror_toggled: Whether the previews are mirrored from now on.

    Attributes:
        cards: The panels of the model's inputs, by name, in its order.
        camera: The first camera's panel; not among the cards while the model has no picture.
        microphone: Likewise.
        text: Likewise.
    """

    source_chosen = Signal(str, str)
    refresh_requested = Signal()
    text_edited = Signal(str, str)
    mirror_toggled = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.camera, self.microphone, self.text = CameraPanel(), MicrophonePanel(), TypedTextPanel()
        self.cards: dict[str, InputCard] = {}
        self._made: dict[Place, InputCard] = {}
        self._recording = False
        self._labels: tuple[str, ...] = ()
        self._placeholders: Mapping[str, Wording] = {}
        for card in (self.camera, self.microphone, self.text):
            self._take(Place(card.input.kind), card)

    def show_inputs(self, inputs: Sequence[Input]) -> bool:
        """Let there be a panel for each of a model's inputs; False if they were those already."""
        if self.cards and [card.input for card in self.cards.values()] == list(inputs):
            return False
        self.cards = {}
        for index, (place, one) in enumerate(slots_of(inputs).items()):
            if place not in self._made:
                self._take(place, card_kind(one.kind).make(one))
            self.cards[one.name] = self._made[place]
            self.cards[one.name].show_input(one, index)
        return True

    def hide_unused(self, look: Look) -> None:
        """Show the model's panels only; call it once they have a place in the window."""
        for card in self._made.values():
            card.setVisible(card in self.cards.values())
        for card in self.cards.values():
            card.set_look(look)  # the style sheet, and with it the size of type, holds for what is in the window

    def show_recording(self, *, active: bool) -> None:
        """Say at every mute button what a mute does while something is recorded, or no longer."""
        self._recording = active
        for card in self._made.values():
            card.show_recording(active=active)

    def _take(self, place: Place, card: InputCard) -> None:
        self._made[place] = card
        card.show_recording(active=self._recording)
        card.source_chosen.connect(self.source_chosen)
        card.refresh_requested.connect(self.refresh_requested)
        if isinstance(card, CameraPanel):
            card.set_mirrored(self.camera.mirror_button.isChecked())
            card.mirror_toggled.connect(self.mirror_toggled)
        elif isinstance(card, TypedTextPanel):
            card.set_labels(self._labels, self._placeholders.get(card.input.name))
            card.text_edited.connect(self.text_edited)

    @property
    def made(self) -> tuple[InputCard, ...]:
        """Every panel that there ever was."""
        return tuple(self._made.values())

    @property
    def shares(self) -> list[tuple[QWidget, int]]:
        """The model's panels, each with its share of their height."""
        return [(card, card_kind(card.input.kind).share) for card in self.cards.values()]

    @property
    def texts(self) -> list[TypedTextPanel]:
        """Every text's panel."""
        return [card for card in self._made.values() if isinstance(card, TypedTextPanel)]

    def show_frame(self, name: str, frame: Frame, *, draw: bool) -> None:
        """Show a camera frame of an input."""
        card = self.cards.get(name)
        if isinstance(card, CameraPanel):
            card.show_frame(frame, draw=draw)

    def show_sound(self, name: str, sound: SoundDisplay) -> None:
        """Show new sound of an input."""
        card = self.cards.get(name)
        if isinstance(card, MicrophonePanel):
            card.show_sound(sound)

    def show_signal(self, name: str, signal: SignalInput) -> None:
        """Show the newest stretch of an input's signal."""
        card = self.cards.get(name)
        if isinstance(card, SignalPanel):
            card.show_signal(signal)

    def show_prediction(self, prediction: Prediction) -> None:
        """Show what the model looks at, and what was done to it."""
        for name, card in self.cards.items():
            card.show_presence(prediction.presence(name))
            if isinstance(card, CameraPanel):
                card.show_perturbed(prediction.perturbed.get(name))

    def note_text(self, name: str, text: str) -> None:
        """Something was typed while the window stands still: that is shown when it goes on."""
        card = self.cards.get(name)
        if isinstance(card, TypedTextPanel):
            card.note_text(text)

    def type_text(self, name: str, text: str) -> None:
        """Put a text into an input's box, as if the user had typed it."""
        card = self.cards.get(name)
        if isinstance(card, TypedTextPanel):
            card.box.setPlainText(text)
            card.box.moveCursor(QTextCursor.MoveOperation.End)

    def forget_presence(self) -> None:
        """Say nothing about presence until the next prediction."""
        for card in self.cards.values():
            card.forget_presence()

    def set_labels(self, labels: tuple[str, ...], placeholders: Mapping[str, Wording] | None = None) -> None:
        """The model's classes, and its own words by the names of inputs: the texts hint at what can be typed."""
        self._labels, self._placeholders = labels, placeholders or {}
        for text in self.texts:
            text.set_labels(labels, self._placeholders.get(text.input.name))

    def set_mirrored(self, mirrored: bool) -> None:
        """Mirror the previews or not."""
        for card in self._made.values():
            if isinstance(card, CameraPanel):
                card.set_mirrored(mirrored)

    def focus_chains(self) -> tuple[list[QWidget], list[QWidget]]:
        """Return what the Tab key goes through: in the texts, and in the other panels."""
        cards = self.cards.values()
        typed = [widget for card in cards if isinstance(card, TypedTextPanel) for widget in card.focus_chain()]
        others = [widget for card in cards if not isinstance(card, TypedTextPanel) for widget in card.focus_chain()]
        return typed, others
