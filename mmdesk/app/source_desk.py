"""What each input's source opens: what was asked for, or used last time, the first device, or the sample session."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtCore import Slot as QtSlot

from mmdesk.app import settings
from mmdesk.app.model_choice import ModelChoice
from mmdesk.app.played_recording import PlayedRecording
from mmdesk.app.settings import Settings
from mmdesk.core.input_kind import INPUT_KINDS
from mmdesk.core.inputs import DEFAULT_INPUTS, Input, Slot, slots_of
from mmdesk.core.live_stats import ModelState
from mmdesk.core.modality import Modality
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import DeviceChoice
from mmdesk.engine.live_session import LiveSession
from mmdesk.sources.held import Content
from mmdesk.ui.main_window import MainWindow

log = logging.getLogger(__name__)

_CAMERA = Slot(Modality.IMAGE)


class _Opened(NamedTuple):
    """What was open when the tour began.

    Attributes:
        folder: The recorded session that was played; None for none.
        keys: What each input's source had open.
        held: Names of the files that stood for inputs.
    """

    folder: Path | None = None
    keys: Mapping[Slot, str] = {}
    held: Mapping[Slot, str] = {}


class SourceDesk(QObject):
    """Opens sources for the inputs of the model that runs, and shows what can be chosen.

    Args:
        window: Where they are chosen.
        live: Where they run.
        stored: What was used last time.
        recording: Says what is played in place of the devices.
        models: Knows the sample session of the model that runs.
        asked: By kind, what the command line asked for: the first camera, the second …
        parent: Owner.

    Signals:
        listed: Name of an input, what its source can open, and the key of what it has open.
    """

    listed = Signal(str, object, str)

    def __init__(
        self,
        window: MainWindow,
        live: LiveSession,
        stored: Settings,
        recording: PlayedRecording,
        models: ModelChoice,
        asked: Mapping[str, Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._live, self._settings, self._recording = window, live, stored, recording
        self._models = models
        self._asked = {kind: keys for kind, keys in asked.items() if keys}
        self._inputs: dict[Slot, Input] = slots_of(DEFAULT_INPUTS)
        self._devices: dict[str, Sequence[DeviceChoice]] = {}
        self._keys: dict[Slot, str] = {}
        self._chosen = False
        self._waits, self._asked_for_devices = False, False
        self._held: dict[Slot, str] = {}
        self._before_tour = _Opened()
        window.source_chosen.connect(self._on_source_chosen)
        window.tour.started.connect(self._on_tour_started)
        window.tour.finished.connect(self._on_tour_finished)

    def begin(self, session: Path | None) -> None:
        """Open what the command line asked for; else wait for the list of devices."""
        if session is not None:
            self.play(session)
        elif self._asked:
            # What was not asked for stays closed: the user has said what shall be looked at.
            self._open({slot: self._asked_for(slot) for slot in self._device_slots()})

    def wait_to_be_asked(self) -> None:
        """Open no device until the user wants one: somebody starts the program for the first time."""
        self._waits = True

    def ask_for_devices(self) -> None:
        """Open camera and microphone once they have been listed anew, or say that there are none."""
        self._waits, self._chosen, self._asked_for_devices = False, False, True

    @property
    def inputs(self) -> Sequence[Input]:
        """What is served now."""
        return tuple(self._inputs.values())

    def hold_file(self, name: str, path: Path, content: Content) -> None:
        """Let a picture or a sound from a file stand for an input until it is let go; a recording ends."""
        slot = next((slot for slot, one in self._inputs.items() if one.name == name), None)
        if slot is None:
            return
        if self._live.sources.is_playing_session:
            self._recording.end()
            self._keys = {slot: str(path)}
            for other in self._device_slots():
                if other != slot:
                    self._set(other, self._usual(other))
        elif slot == _CAMERA:
            self._recording.end()  # a video that stood for it
        self._chosen = True
        self._keys[slot] = str(path)
        self._live.hold_file(name, path.name, content)
        self._held[slot] = path.name
        self._mirror()
        self.show_choices()
        self._tell_held()

    def _tell_held(self) -> None:
        self._window.show_held({self._inputs[slot].name: name for slot, name in self._held.items()})

    def play(self, folder: Path) -> None:
        """Play a recorded session in place of the devices."""
        self._window.set_frozen(False)
        self._held = {}
        self._tell_held()
        self._chosen = True
        self._keys = {}
        self._recording.begin(folder, own=self._models.sample, text_typed=self._live.sources.text_typed)
        self._mirror()
        self._live.play_session(folder)
        self.show_choices()

    @QtSlot(list, list)
    def on_listed(self, cameras: list[DeviceChoice], microphones: list[DeviceChoice]) -> None:
        """Devices have been listed anew."""
        self._devices = {Modality.IMAGE: cameras, Modality.AUDIO: microphones}
        if not self._chosen:
            self._choose()
        if self._asked_for_devices and not (cameras or microphones):
            self._window.show_notice(Problem("device.none"))
        self._asked_for_devices = False
        self.show_choices()

    @QtSlot(object)
    def on_model_state(self, state: ModelState) -> None:
        """Another model may have other inputs: those that it has too keep their sources."""
        if state.ready:
            self._serve()

    def hold(self, inputs: Sequence[Input]) -> None:
        """Serve these inputs besides, whatever the model takes; none lets go of them."""
        self._live.sources.hold(inputs)
        self._serve()

    def _serve(self) -> None:
        if self._live.sources.served == self._inputs:
            return
        self._inputs = dict(self._live.sources.served)
        self._keys = {slot: key for slot, key in self._keys.items() if slot in self._inputs}
        self._held = {slot: name for slot, name in self._held.items() if slot in self._inputs}
        self._tell_held()
        if self._chosen and not self._live.sources.is_playing_session:
            for slot in self._device_slots():
                if slot not in self._keys:
                    self._set(slot, self._asked_for(slot) or self._last_or_next(slot))
        self.show_choices()

    @QtSlot()
    def on_model_settled(self) -> None:
        """One model's sample session gives way to the other's, and plays where there are no devices."""
        self._recording.set_own_sample(self._models.sample)
        own = self._models.sample
        if self._recording.is_sample and own is not None and self._recording.folder != own:
            self.play(own)
        elif self._chosen and not self._recording.is_played and not any(self._keys.values()):
            self._choose()

    @QtSlot()
    def on_devices_wanted(self) -> None:
        """Leave a recording for the devices; the sample session goes on where there are none."""
        if any(self._devices.values()) or not self._recording.is_sample:
            self._waits = False
            self._choose()

    @property
    def is_mirrored(self) -> bool:
        """Whether the first camera looks at its user, so that its preview is mirrored where the user wants it."""
        return self._is_device(self._keys.get(_CAMERA, ""))

    def _device_slots(self) -> list[Slot]:
        return [slot for slot in self._inputs if slot.kind != Modality.TEXT]

    def _choose(self) -> None:
        """Open what was used last time and is still there, else the first there is, else the sample session.

        A sample session belongs to a model that comes with the program. Another model would answer for pictures it was
        never made for; without devices it waits for something to be opened.
        """
        self._keys = {}
        for slot in () if self._waits else self._device_slots():
            self._keys[slot] = self._last_or_next(slot)
        if not any(self._keys.values()) and self._models.sample is not None:
            self.play(self._models.sample)
        else:
            self._open(self._keys)

    def _asked_for(self, slot: Slot) -> str:
        return next(iter(self._asked.get(slot.kind, ())[slot.number :]), "")

    def _last_or_next(self, slot: Slot) -> str:
        """The device of last time if it is still there, else the first that no other input has."""
        taken = {key for other, key in self._keys.items() if other.kind == slot.kind and other != slot}
        free = [each.key for each in self._choices(slot.kind) if each.key not in taken]
        option = settings.SOURCES.get(slot)
        wanted = "" if option is None else self._settings.read(option)
        return wanted if wanted in free else next(iter(free), "")

    def _usual(self, slot: Slot) -> str:
        """The device that an input has of itself; none before the user wants one."""
        return "" if self._waits else self._last_or_next(slot)

    def _open(self, keys: Mapping[Slot, str]) -> None:
        self._chosen = True
        self._keys = dict(keys)
        for slot, key in keys.items():
            self._set(slot, key)
        self.show_choices()

    def _set(self, slot: Slot, key: str) -> None:
        self._keys[slot] = key
        if self._held.pop(slot, None) is not None:
            self._tell_held()
        if slot == _CAMERA:
            self._announce_video(key)
            self._mirror()
        self._live.set_source(self._inputs[slot].name, key)

    def _mirror(self) -> None:
        """Mirror the preview of a camera that looks at its user; a recording or a far camera is shown as it is."""
        self._window.set_mirrored(self.is_mirrored and self._settings.read(settings.MIRROR))

    def _announce_video(self, camera: str) -> None:
        """Say whether a video file stands for the camera; an address may be live."""
        if not self._is_device(camera) and _is_file(camera):
            self._recording.begin_video(Path(camera))
        else:
            self._recording.end()

    def _is_device(self, camera: str) -> bool:
        return any(camera in (choice.key, choice.name) for choice in self._devices.get(Modality.IMAGE, ()))

    def _choices(self, kind: str) -> Sequence[DeviceChoice]:
        """The devices of a kind; those of a plug-in's kind are for it to say."""
        if kind in list(Modality):
            return self._devices.get(kind, ())
        try:
            return INPUT_KINDS[kind].choices()
        except Exception:
            log.exception("the plug-in of the inputs %s does not say what can be chosen", kind)
            return ()

    def show_choices(self) -> None:
        """Show what each input can open."""
        for slot in self._device_slots():
            choices, name = self._choices(slot.kind), self._inputs[slot].name
            self._window.set_devices(name, choices, self._keys.get(slot, ""))
            self.listed.emit(name, choices, self._keys.get(slot, ""))

    @QtSlot(str, str)
    def _on_source_chosen(self, name: str, key: str) -> None:
        slot = next((slot for slot, one in self._inputs.items() if one.name == name), None)
        if slot is None:
            return
        if slot in settings.SOURCES and not _is_file(key):  # a file is for now: it may be a visitor's
            self._settings.write(settings.SOURCES[slot], key)
        if self._live.sources.is_playing_session:  # leaving it, the visitor expects to be heard too
            self._keys = {slot: key}
            others = [other for other in self._device_slots() if other != slot]
            for other in others:
                self._keys[other] = self._last_or_next(other)
            self._open(self._keys)
        else:
            self._set(slot, key)

    @QtSlot()
    def _on_tour_started(self) -> None:
        folder = self._recording.folder if self._live.sources.is_playing_session else None
        self._before_tour = _Opened(folder, dict(self._keys), dict(self._held))

    @QtSlot()
    def _on_tour_finished(self) -> None:
        """Let go of the files that have come to stand for inputs during the tour; nothing else is opened or closed."""
        before, files = self._before_tour, set(self._held)
        if self._recording.is_video:
            files.add(_CAMERA)
        fresh = [slot for slot in files if self._keys.get(slot) != before.keys.get(slot)]
        if fresh and before.folder is not None:
            self.play(before.folder)
            return
        for slot in fresh:
            key = None if slot in before.held else before.keys.get(slot)
            self._set(slot, self._usual(slot) if key is None else key)
        self.show_choices()


def _is_file(key: str) -> bool:
    """Whether a source is a file; an address may be live."""
    return "://" not in key and Path(key).is_file()
