"""What the Teach window shows of the inputs, and chooses for them, whatever the model that runs calls them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Slot

from mmdesk.app.source_desk import SourceDesk
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import Input, slots_of
from mmdesk.core.inputs import Slot as Place
from mmdesk.core.sound_display import SoundDisplay
from mmdesk.core.source_state import DeviceChoice, SourceState
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.live_session import LiveSession
from mmdesk.sources.observer import Raw
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.teach import TeachWindow


class TeachingInputs(QObject):
    """Connects the inputs' panels of the Teach window with the sources, and with the panels of the main window.

    A lesson's inputs are places: the first camera, the first microphone, the first text.

    Args:
        window: The Teach window.
        main: The main window.
        live: Where the sources run.
        sources: Chooses them.
        inputs: The lesson's.
    """

    def __init__(
        self,
        window: TeachWindow,
        main: MainWindow,
        live: LiveSession,
        sources: SourceDesk,
        inputs: Sequence[Input],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._main, self._live, self._sources = window, main, live, sources
        self._places = slots_of(inputs)
        live.frame_ready.connect(self._on_frame)
        live.sound_ready.connect(self._on_sound)
        live.source_state_changed.connect(self._on_source_state)
        live.session_text_changed.connect(window.show_text)
        sources.listed.connect(self._on_listed)
        window.source_chosen.connect(self._on_source_chosen)
        window.text_edited.connect(self._on_text_edited)
        window.mute_toggled.connect(self._on_mute_toggled)
        window.mirror_toggled.connect(main.inputs.mirror_toggled)
        window.refresh_requested.connect(main.device_refresh_requested)
        main.text_edited.connect(self._on_text_edited_in_main)
        main.controls_changed.connect(self._on_controls)

    def begin(self) -> None:
        """The Teach window is on the screen: its inputs are served from now on, whatever the model takes."""
        self._sources.hold(tuple(self._places.values()))
        self._window.set_mirrored(self._main.inputs.camera.preview.mirrored)
        self._window.show_text(self._main.text)
        for place, one in self._places.items():
            card = self._main.inputs.cards.get(self._live_name(place))
            self._window.set_muted(one.name, card is not None and card.muted)
            if card is not None and card.state is not None:
                self._window.show_source_state(one.name, card.state)
        self._sources.show_choices()

    def end(self) -> None:
        """It was closed: the sources are the model's alone again."""
        self._sources.hold(())

    def given(self, now_s: float) -> Mapping[Input, Raw | None]:
        """What each input's source gives; on any thread."""
        return self._live.sources.given(now_s, self._places)

    @property
    def is_any_on(self) -> bool:
        """Whether a camera or a microphone gives anything."""
        newest, now = self._live.sources.newest, self._live.sources
        return newest is not None or any(ring.written for ring in now.rings().values())

    def own_name(self, live_name: str) -> str | None:
        """What the lesson calls an input of the sources; None for one that it does not have."""
        served = self._live.sources.served
        place = next((place for place, one in served.items() if one.name == live_name), None)
        one = None if place is None else self._places.get(place)
        return None if one is None else one.name

    def _live_name(self, place: Place) -> str:
        one = self._live.sources.served.get(place)
        return "" if one is None else one.name

    def _live_name_of(self, own_name: str) -> str:
        return next((self._live_name(place) for place, one in self._places.items() if one.name == own_name), "")

    @Slot(str, object)
    def _on_frame(self, name: str, frame: Frame) -> None:
        if (own := self.own_name(name)) is not None:
            self._window.show_frame(own, frame)

    @Slot(str, object)
    def _on_sound(self, name: str, sound: SoundDisplay) -> None:
        if (own := self.own_name(name)) is not None:
            self._window.show_sound(own, sound)

    @Slot(str, object)
    def _on_source_state(self, name: str, state: SourceState) -> None:
        if (own := self.own_name(name)) is not None:
            self._window.show_source_state(own, state)

    @Slot(str, object, str)
    def _on_listed(self, name: str, choices: Sequence[DeviceChoice], key: str) -> None:
        if (own := self.own_name(name)) is not None:
            self._window.set_devices(own, choices, key)

    @Slot(str, str)
    def _on_source_chosen(self, name: str, key: str) -> None:
        if live_name := self._live_name_of(name):
            self._main.source_chosen.emit(live_name, key)

    @Slot(str, str)
    def _on_text_edited(self, name: str, text: str) -> None:
        live_name = self._live_name_of(name)
        if live_name:
            self._live.set_text(live_name, text)
            self._main.show_session_text(text)

    @Slot(str, str)
    def _on_text_edited_in_main(self, name: str, text: str) -> None:
        if self.own_name(name) is not None:
            self._window.show_text(text)

    @Slot(object)
    def _on_controls(self, controls: UserControls) -> None:
        """An input that the main window mutes or lets go of is so here, too: what is muted is not recorded."""
        for place, one in self._places.items():
            if (name := self._live_name(place)) in self._main.inputs.cards:
                self._window.set_muted(one.name, name in controls.muted)

    @Slot(str, bool)
    def _on_mute_toggled(self, name: str, muted: bool) -> None:
        """A mute is about the input, so it counts for the model that runs, too."""
        card = self._main.inputs.cards.get(self._live_name_of(name))
        if card is not None:
            card.mute_button.setChecked(muted)
