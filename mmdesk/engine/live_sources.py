"""The sources of a model's inputs: cameras, microphones, typed texts, or a recorded session in their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtCore import Slot as QtSlot

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.clock import monotonic_s
from mmdesk.core.frame import Frame
from mmdesk.core.input_kind import INPUT_KINDS, SignalSink
from mmdesk.core.inputs import DEFAULT_INPUTS, Input, Slot, slots_of
from mmdesk.core.modality import Modality
from mmdesk.core.observation import Observation, SignalInput
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import OFF, SourceState, SourceStatus
from mmdesk.core.transport import PlayedContents, TransportState, TransportWish
from mmdesk.core.user_controls import Recorded, UserControls
from mmdesk.engine.feed import Feed
from mmdesk.engine.source_lane import SourceFactory, SourceLane
from mmdesk.sources.base import FrameSink, Source, StateSink, TextSink
from mmdesk.sources.camera import CameraSource
from mmdesk.sources.held import Content, held_source
from mmdesk.sources.microphone import MicrophoneSource
from mmdesk.sources.observer import Observer, Raw, with_text
from mmdesk.sources.session import Moment, SessionSource, SessionTransport
from mmdesk.sources.text_entry import QUIET_S, TextEntry

DEFAULT_MICROPHONE = "default"
"""Key that stands for the system's default input."""

_PICTURE, _SOUND, _TEXT = (Slot(kind) for kind in Modality)


@dataclass(frozen=True, slots=True)
class SourceMakers:
    """How sources are made; tests pass fakes, and plug-ins add the kinds that they bring.

    Attributes:
        camera: From a device's key, a file or an address.
        microphone: From a device's key, or None for the system's default.
        session: From the folder of a recorded session; the last argument is for going through it.
        signals: Those of other kinds of input, from whatever the user chose; where none is given, the plug-in's own.
    """

    camera: Callable[[str, FrameSink, StateSink], Source] = CameraSource
    microphone: Callable[[str | None, AudioRing, StateSink], Source] = MicrophoneSource
    session: Callable[[Path, FrameSink, AudioRing, TextSink, StateSink, SessionTransport], Source] = SessionSource
    signals: Mapping[str, Callable[[str, SignalSink, StateSink], Source]] = field(default_factory=dict)


class LiveSources(QObject):
    """Runs one source per input, and puts observations together from what they give.

    Lives on the GUI thread; `observe` and the sinks run on others. Sources are known by slot (the first camera, the
    second), so that a model that calls its inputs otherwise takes them over as they run.

    Args:
        makers: How sources are made.
        wake_for_picture: Called on a source's thread when there is a new picture.
        wake: Called on any thread when something else may be new.
        parent: Owner.

    Signals:
        frame_ready: Name of an input, and its newest `Frame`.
        signal_ready: Name of an input, and its newest `SignalInput`.
        state_changed: Name of an input, and its source's `SourceState`.
        session_text_changed: Text that a played session has typed.
        text_typed_changed: Whether the text is a visitor's own, which no session replaces.
        contents_changed: `PlayedContents` of a recording that can be gone through; None once none is played.
        damage_found: `Problem` that says what is missing of a recording that cannot be gone through.
        moment_stands: A recording stands still at a moment, which can be observed now.

    Attributes:
        paused: Whether pictures are held back; the sources keep running.
        tap: Called on a source's thread with each picture and its slot, while something is recorded; returns it with
            what a model shall see of it. None else.
        switched_s: Time of the last change of sources: what was made of those before comes too late.
    """

    frame_ready = Signal(str, object)
    signal_ready = Signal(str, object)
    state_changed = Signal(str, object)
    session_text_changed = Signal(str)
    text_typed_changed = Signal(bool)
    contents_changed = Signal(object)
    damage_found = Signal(object)
    moment_stands = Signal()

    _contents_arrived = Signal(object, object)
    _damage_arrived = Signal(object, object)
    _frame_available = Signal(object)
    _signal_available = Signal(object)
    _state_arrived = Signal(object, object)
    _session_text_arrived = Signal(object, str, float)

    def __init__(
        self,
        makers: SourceMakers,
        wake_for_picture: Callable[[], None],
        wake: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._makers = makers
        self._wake_for_picture, self._wake = wake_for_picture, wake
        # The GUI thread exchanges these as a whole and the others read: no lock is needed, no tick mixes two choices.
        self._inputs: dict[Slot, Input] = slots_of(DEFAULT_INPUTS)
        self._model_inputs = self._inputs
        self._held: dict[Slot, Input] = {}
        self._feeds: dict[Slot, Feed] = {_PICTURE: Feed(), _SOUND: Feed()}
        self._texts: dict[Slot, TextEntry] = {_TEXT: TextEntry()}
        self._lanes: dict[Slot, SourceLane] = {}
        # Cameras that gave a picture since the one that the worker was last woken for, that one's own included. Two
        # capture threads may overwrite each other here; a wake is then a picture late or early.
        self._waiting: frozenset[Slot] = frozenset()
        self._observer = Observer()
        self._overruns = 0
        self._text_typed = False
        self._is_playing = False
        self._transport: SessionTransport | None = None
        self._moment: Moment | None = None
        self._closed = False
        self.paused = False
        self.tap: Callable[[Slot, Frame], Frame] | None = None
        self.switched_s = 0.0
        self._frame_available.connect(self._on_frame_available)
        self._signal_available.connect(self._on_signal_available)
        self._state_arrived.connect(self._on_state)
        self._session_text_arrived.connect(self._on_session_text)
        self._contents_arrived.connect(self._on_contents)
        self._damage_arrived.connect(self._on_damage)
        self._text_timer = QTimer(self, singleShot=True, interval=int(1000 * QUIET_S) + 5)
        self._text_timer.timeout.connect(wake)

    # ---- commands, on the GUI thread ----

    def set_inputs(self, inputs: Sequence[Input]) -> None:
        """Serve a model's inputs from now on. Sources of slots that it has too go on; those of others end.

        What was typed stays: its box shows it again when a model reads it again.
        """
        self._serve(slots_of(inputs), self._held)

    def hold(self, inputs: Sequence[Input]) -> None:
        """Serve these inputs besides, whatever a model takes: somebody records from them. None lets go of them."""
        self._serve(self._model_inputs, slots_of(inputs))

    def _serve(self, of_model: Mapping[Slot, Input], held: Mapping[Slot, Input]) -> None:
        names = {one.name for one in of_model.values()}
        extra = {slot: one for slot, one in held.items() if slot not in of_model and one.name not in names}
        self._model_inputs, self._held = dict(of_model), dict(held)
        if {**of_model, **extra} == self._inputs:
            return
        self._inputs = {**of_model, **extra}
        kept = {*self._inputs, *((_PICTURE, _SOUND) if self._is_playing else ())}
        for slot in set(self._lanes) - kept:
            self._lanes[slot].request(None)
        self._overruns += sum(ring.overruns for slot, ring in self._rings().items() if slot not in kept)
        texts = {slot: TextEntry() for slot in kept if slot.kind == Modality.TEXT}
        self._texts = {**texts, **self._texts}
        self._feeds = {slot: self._feeds.get(slot) or Feed() for slot in kept if slot.kind != Modality.TEXT}
        self.switched_s = monotonic_s()
        self._wake()

    def set_source(self, name: str, key: str) -> None:
        """Switch an input to another device, file or address; an empty key means none. Ends a played session."""
        self._end_session()
        slot = next((slot for slot, one in self._inputs.items() if one.name == name), None)
        if slot is None or slot.kind == Modality.TEXT:
            return
        feed = self._renew(slot)
        self._lane(slot).request(self._factory(slot, key, feed) if key else None)

    def hold_file(self, name: str, title: str, content: Content) -> None:
        """Let a picture or a sound from a file stand for an input until it gets another source; ends a session."""
        self._end_session()
        slot = next((slot for slot, one in self._inputs.items() if one.name == name), None)
        if slot is None:
            return
        feed = self._renew(slot)
        on_frame, on_state = partial(self._take_frame, slot, feed), partial(self._take_state, feed)
        self._lane(slot).request(held_source(title, content, on_frame, feed.ring, on_state))

    def play_session(self, folder: Path) -> None:
        """Play a recorded session in place of the first camera, microphone and text; further ones give nothing."""
        self._is_playing = True
        self._let_go_of_transport()
        for lane in self._lanes.values():
            lane.request(None)
        feed = Feed()
        for slot in {*self._feeds, _PICTURE, _SOUND}:
            self._renew(slot, feed if slot in (_PICTURE, _SOUND) else None)
        self._texts = {_TEXT: TextEntry(), **self._texts}
        on_frame, on_text = partial(self._take_frame, _PICTURE, feed), partial(self._take_text, feed)
        on_state = partial(self._take_state, feed)
        transport = self._transport = SessionTransport(
            lambda contents: self._contents_arrived.emit(transport, contents),
            lambda moment: self._take_moment(transport, moment),
            lambda damage: self._damage_arrived.emit(transport, damage),
        )
        self._lane(_PICTURE).request(
            lambda: self._makers.session(folder, on_frame, feed.ring, on_text, on_state, transport)
        )

    def wish(self, wish: TransportWish) -> None:
        """Go through the recording that is played."""
        if self._transport is not None:
            self._transport.wish(wish)

    @property
    def transport(self) -> TransportState | None:
        """Where the recording stands that is played; None while none is, or none that can be gone through."""
        return None if self._transport is None or self._moment is None else self._transport.state

    def set_text(self, name: str, text: str) -> None:
        """Take over what a visitor has typed; until it is emptied, no session's text takes its place."""
        slot = next((slot for slot, one in self._inputs.items() if one.name == name), None)
        if slot in self._texts:
            self._type(slot, text)

    def forget_texts(self) -> None:
        """Forget everything that was typed, for other models too, and whatever was made of anything until now."""
        for slot in self._texts:
            self._type(slot, "")
        self.switched_s = monotonic_s()

    @property
    def served(self) -> Mapping[Slot, Input]:
        """The inputs of the model that runs, and those that are held besides, by slot."""
        return self._inputs

    @property
    def is_playing_session(self) -> bool:
        """Whether a recorded session stands in for the devices."""
        return self._is_playing

    @property
    def text_typed(self) -> bool:
        """Whether the first text is a visitor's own."""
        return self._text_typed

    @property
    def text(self) -> str:
        """What the model takes for the first text now."""
        entry = self._texts.get(_TEXT)
        settled = None if entry is None else entry.current(monotonic_s())
        return settled.text if settled is not None else ""

    @property
    def camera(self) -> str:
        """Name of the first input that is a picture; empty without one."""
        return next((one.name for slot, one in self._inputs.items() if slot.kind == Modality.IMAGE), "")

    @property
    def newest(self) -> Frame | None:
        """The newest picture of the first camera."""
        feed = self._feeds.get(_PICTURE)
        return None if feed is None else feed.newest

    @property
    def overruns(self) -> int:
        """Stretches of sound that were lost since the start."""
        return self._overruns + sum(ring.overruns for ring in self._rings().values())

    def wait_settled(self, timeout_s: float) -> bool:
        """Wait until all requested changes have been carried out."""
        return all(lane.wait_idle(timeout_s) for lane in self._lanes.values())

    def ask_to_stop(self) -> None:
        """Ask every source to stop; returns at once."""
        self._closed = True
        self._text_timer.stop()
        self._feeds = {}
        for lane in self._lanes.values():
            lane.ask_to_stop()

    def shutdown(self) -> None:
        """Wait until they have stopped, or a hung driver has been given up."""
        for lane in self._lanes.values():
            lane.shutdown()

    # ---- on other threads ----

    def observe(self, now_s: float) -> Observation:
        """Put the newest of a model's inputs together; on the worker's thread."""
        moment, transport = self._moment, self._transport
        if moment is not None and transport is not None:
            transport.note_taken()
            return self._observe_moment(moment, now_s, as_recorded=transport.state.as_recorded)
        return self._observer.observe(now_s, self.given(now_s, self._model_inputs))

    def _observe_moment(self, moment: Moment, now_s: float, *, as_recorded: bool) -> Observation:
        observation = moment.observation(self._model_inputs)
        if not as_recorded:
            observation = replace(observation, recorded=Recorded(UserControls(), ""))
        text = self._model_inputs.get(_TEXT)
        if text is None or not self._text_typed:
            return observation
        return with_text(observation, text, self._texts[_TEXT].current(now_s))

    def given(self, now_s: float, inputs: Mapping[Slot, Input]) -> dict[Input, Raw | None]:
        """Return what sources give now, under the names of these inputs; on any thread."""
        feeds, texts = self._feeds, self._texts
        given: dict[Input, Raw | None] = {}
        for slot, one in inputs.items():
            if slot.kind == Modality.TEXT:
                given[one] = texts[slot].current(now_s) if slot in texts else None
            else:
                given[one] = feeds[slot].raw(slot.kind) if slot in feeds else None
        return given

    def rings(self) -> dict[str, AudioRing]:
        """What is listened to now, by the names of the inputs; on the meter's thread."""
        inputs = self._inputs
        return {inputs[slot].name: ring for slot, ring in self._rings().items() if slot in inputs}

    def _rings(self) -> dict[Slot, AudioRing]:
        return {slot: feed.ring for slot, feed in self._feeds.items() if slot.kind == Modality.AUDIO}

    def _take_frame(self, slot: Slot, feed: Feed, frame: Frame) -> None:
        tap = self.tap
        if tap is not None and self._feeds.get(slot) is feed and slot in self._inputs:
            frame = tap(slot, frame)
        if feed.put(frame):
            self._frame_available.emit(slot)
        # The fastest camera sets the pace, and takes the others' pictures along: two of 30 fps are not 60 answers.
        waiting = self._waiting
        if slot in waiting or not waiting:
            self._waiting = frozenset({slot})
            self._wake_for_picture()
        else:
            self._waiting = waiting | {slot}

    def _take_signal(self, slot: Slot, feed: Feed, signal: SignalInput) -> None:
        if feed.put_signal(signal):
            self._signal_available.emit(slot)
        self._wake()

    def _take_moment(self, transport: SessionTransport, moment: Moment) -> None:
        if transport is not self._transport:
            return
        self._moment = moment
        if transport.state.playing:
            self._wake_for_picture()
        else:
            self.moment_stands.emit()

    def _take_state(self, feed: Feed, state: SourceState) -> None:
        self._state_arrived.emit(feed, state)

    def _take_text(self, feed: Feed, text: str, time_s: float) -> None:
        self._session_text_arrived.emit(feed, text, time_s)

    # ---- within, on the GUI thread ----

    def _lane(self, slot: Slot) -> SourceLane:
        if slot not in self._lanes:
            self._lanes[slot] = SourceLane(f"{slot.kind}-{slot.number + 1}-lane")
        return self._lanes[slot]

    def _factory(self, slot: Slot, key: str, feed: Feed) -> SourceFactory:
        on_state = partial(self._take_state, feed)
        if slot.kind == Modality.IMAGE:
            return partial(self._makers.camera, key, partial(self._take_frame, slot, feed), on_state)
        if slot.kind == Modality.AUDIO:
            device = None if key == DEFAULT_MICROPHONE else key
            return partial(self._makers.microphone, device, feed.ring, on_state)
        make = self._makers.signals.get(slot.kind) or INPUT_KINDS[slot.kind].open_source
        return partial(make, key, partial(self._take_signal, slot, feed), on_state)

    def _renew(self, slot: Slot, feed: Feed | None = None) -> Feed:
        """Look at another feed of a slot from now on; what was made of the former one comes too late."""
        feed = feed or Feed()
        if slot.kind == Modality.AUDIO and slot in self._feeds:
            self._overruns += self._feeds[slot].ring.overruns
        self._feeds = {**self._feeds, slot: feed}
        self.switched_s = monotonic_s()
        self._wake()
        if slot in self._inputs:
            self.state_changed.emit(self._inputs[slot].name, OFF)
        return feed

    def _end_session(self) -> None:
        if not self._is_playing:
            return
        self._is_playing = False
        self._let_go_of_transport()
        self._lane(_PICTURE).request(None)
        for slot in tuple(self._feeds):
            self._renew(slot)
        self._show_session_text("", monotonic_s())

    def _let_go_of_transport(self) -> None:
        self._transport = self._moment = None
        self.contents_changed.emit(None)

    @QtSlot(object, object)
    def _on_contents(self, transport: SessionTransport, contents: PlayedContents) -> None:
        if transport is self._transport and not self._closed:
            self.contents_changed.emit(contents)

    @QtSlot(object, object)
    def _on_damage(self, transport: SessionTransport, damage: Problem) -> None:
        if transport is self._transport and not self._closed:
            self.damage_found.emit(damage)

    @QtSlot(object)
    def _on_frame_available(self, slot: Slot) -> None:
        feed, one = self._feeds.get(slot), self._inputs.get(slot)
        frame = None if feed is None else feed.shown.take()
        if frame is not None and one is not None and not self.paused:
            self.frame_ready.emit(one.name, frame)

    @QtSlot(object)
    def _on_signal_available(self, slot: Slot) -> None:
        feed, one = self._feeds.get(slot), self._inputs.get(slot)
        signal = None if feed is None else feed.shown_signals.take()
        if signal is not None and one is not None and not self.paused:
            self.signal_ready.emit(one.name, signal)

    @QtSlot(object, object)
    def _on_state(self, feed: Feed, state: SourceState) -> None:
        if self._closed:
            return
        if state.status is SourceStatus.FAILED and self._is_playing and self._feeds.get(_PICTURE) is feed:
            self._let_go_of_transport()  # what it gave last must not pass for what it gives now
        for other, one in self._inputs.items():  # a session's one source stands for two inputs
            if self._feeds.get(other) is feed:
                self.state_changed.emit(one.name, state)

    @QtSlot(object, str, float)
    def _on_session_text(self, feed: Feed, text: str, time_s: float) -> None:
        if self._feeds.get(_PICTURE) is feed and not self._closed:
            self._show_session_text(text, time_s)

    def _show_session_text(self, text: str, time_s: float) -> None:
        if not self._text_typed and _TEXT in self._texts:
            self._enter_text(_TEXT, text, time_s)
            self.session_text_changed.emit(text)

    def _type(self, slot: Slot, text: str) -> None:
        self._enter_text(slot, text, monotonic_s())
        if slot == _TEXT and bool(text) != self._text_typed:
            self._text_typed = bool(text)
            self.text_typed_changed.emit(self._text_typed)

    def _enter_text(self, slot: Slot, text: str, time_s: float) -> None:
        """Hold a text, and look at it at once (it may count at once) and when it has settled."""
        self._texts[slot].set(text, time_s)
        self._wake()
        self._text_timer.start()
