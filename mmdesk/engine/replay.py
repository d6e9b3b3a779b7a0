"""Runs a recorded session through the model as fast as it can, with the same outcome every time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING, Generic, TypeVar

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import DEFAULT_INPUTS, Input, Slot, slots_of
from mmdesk.core.modality import Modality
from mmdesk.core.observation import SAMPLE_RATE_HZ, Observation, TextInput
from mmdesk.core.prediction import Prediction
from mmdesk.core.user_controls import AS_RECORDED, ReplayControls, UserControls
from mmdesk.engine.perturber import Perturber
from mmdesk.sources.files import clean_text
from mmdesk.sources.observer import Observer, Raw, with_text
from mmdesk.sources.text_entry import TextEntry

if TYPE_CHECKING:
    from mmdesk.analysis.microscope import Microscope
    from mmdesk.sources.session import SessionReader
    from mmdesk.sources.session.moments import Moment

TICKS_PER_S = 10
_TEXT = Slot(Modality.TEXT)

Answer = tuple[Prediction, UserControls]
"""An answer, and what was held in force for it."""

T = TypeVar("T")


class _Timeline(Generic[T]):
    """Timed things, handed out up to a moment."""

    def __init__(self, events: Iterator[tuple[float, T]]) -> None:
        self._events = events
        self._next = next(events, None)

    def until(self, time_s: float) -> Iterator[tuple[float, T]]:
        while self._next is not None and self._next[0] <= time_s:
            yield self._next
            self._next = next(self._events, None)


def answer_moment(
    microscope: Microscope,
    perturber: Perturber,
    observation: Observation,
    controls: UserControls,
) -> Prediction:
    """Answer what was observed, under what was in force: what `LiveMicroscope.tick` gives, and nothing is kept.

    Raises:
        NotFiniteError: The model's answer is no number.
    """
    given = observation.without(controls.muted)
    encoded = microscope.encode(given, lambda judged: perturber.apply(judged, controls))
    prediction = microscope.read(encoded, controls.weights(microscope.predictor.classifier.names))
    inputs = encoded.observation.inputs.items()
    perturbed = {name: each for name, each in inputs if each is not observation.input_of(name)}
    return replace(prediction, perturbations=controls.perturbations, perturbed=perturbed)


class Answerer:
    """Answers what a recording holds as a live replay does; one thread owns it.

    Args:
        microscope: The model's; where the method of then is wanted, that is chosen in it.
        under: What is in force.
    """

    def __init__(self, microscope: Microscope, under: ReplayControls = AS_RECORDED) -> None:
        self._microscope, self._under, self._perturber = microscope, under, Perturber()
        self._slots = slots_of(microscope.predictor.classifier.inputs)
        text = None if under.text is None else clean_text(under.text)
        self._typed = None if text is None else TextInput(text, 0.0)  # one object: encodings are cached by identity

    def again(self, moment: Moment) -> Answer:
        """Give an answer of then again, from what it was made from.

        Raises:
            NotFiniteError: The model's answer is no number.
        """
        predictor = self._microscope.predictor
        wanted = moment.fusion if self._under.methods else predictor.fusion
        if wanted != predictor.fusion and wanted in predictor.classifier.fusions():
            predictor.choose(wanted)
        return self._answer(moment.observation(self._slots), moment.controls)

    def answer(self, observation: Observation) -> Answer:
        """Answer what was observed in a session that tells of no answers.

        Raises:
            NotFiniteError: The model's answer is no number.
        """
        return self._answer(observation, UserControls())

    def _answer(self, observation: Observation, then: UserControls) -> Answer:
        under, text = self._under, self._slots.get(_TEXT)
        if under.text is not None and text is not None:
            observation = with_text(observation, text, self._typed)
        controls = then if under.controls is None else under.controls
        return answer_moment(self._microscope, self._perturber, observation, controls), controls


def replay_answers(
    reader: SessionReader,
    microscope: Microscope,
    from_s: float = 0.0,
    to_s: float = inf,
    under: ReplayControls = AS_RECORDED,
) -> Iterator[Prediction]:
    """Give a recording's answers again: each from what it was made from, under what was in force then or is wanted.

    The same recording, model and controls give the same numbers, whatever the machine's speed. Answers whose parts are
    damaged are left out.

    Args:
        reader: A recording in which it is told what its answers were made from.
        microscope: The model's.
        from_s: Where to begin.
        to_s: Where to end.
        under: What is in force.

    Raises:
        NotFiniteError: The model's answer is no number.
        SourceError: A part of the recording is gone.
    """
    moments, answerer = reader.moments(), Answerer(microscope, under)
    for number in range(0 if moments is None else len(moments)):
        if moments is None or not from_s <= moments.times_s[number] < to_s:
            continue
        moment = moments.at(number)
        if moment is not None and moment.whole:
            yield answerer.again(moment)[0]


def answers_of(
    reader: SessionReader,
    microscope: Microscope,
    rate: int | None = None,
    *,
    from_s: float = 0.0,
    to_s: float = inf,
    under: ReplayControls = AS_RECORDED,
) -> Iterator[Prediction]:
    """Give the answers of a recording again, or answer a session at a steady rate.

    Args:
        reader: The recording or session.
        microscope: The model's.
        rate: Answers a second; None for those of the recording, and `TICKS_PER_S` where it has none.
        from_s: Where to begin.
        to_s: Where to end.
        under: What is in force.

    Raises:
        NotFiniteError: The model's answer is no number.
        SourceError: A part of the recording is damaged or gone.
    """
    if rate is None and reader.moments() is not None:
        return replay_answers(reader, microscope, from_s, to_s, under)
    return replay(reader, microscope, rate or TICKS_PER_S, from_s, to_s, under)


Given = Mapping[Input, Raw | None]
"""What each input gives."""


def ticks(reader: SessionReader, ticks_per_s: int = TICKS_PER_S, to_s: float = inf) -> Iterator[tuple[float, Given]]:
    """Yield what each input gives, every ``1 / ticks_per_s`` seconds of the session, with that time.

    At each tick exactly those frames, samples and texts are known that a live session would have had by then. The
    session's own time is the only clock, so the outcome does not depend on the machine's speed.

    Raises:
        SourceError: A part of the session is damaged; raised when it is come to.
    """
    session_now_s = 0.0
    ring = AudioRing(clock=lambda: session_now_s)
    text_entry = TextEntry()
    frames, texts = _Timeline(_frames(reader)), _Timeline(reader.text_events())
    frame: Frame | None = None
    heard = 0
    with reader.sound() as sound:
        for tick in range(1, int(min(reader.duration_s, to_s) * ticks_per_s) + 1):
            session_now_s = tick / ticks_per_s
            for _, newest in frames.until(session_now_s):
                frame = newest
            for typed_s, text in texts.until(session_now_s):
                text_entry.set(text, typed_s)
            due = int(session_now_s * SAMPLE_RATE_HZ)
            fresh, heard = sound.read(due - heard), due
            # The reader gives silence where the session's microphone was off; live, nothing is written then.
            if not reader.is_off(Modality.AUDIO, session_now_s):
                ring.write(fresh, session_now_s)
            raw: tuple[Raw | None, ...] = (frame, ring, text_entry.current(session_now_s))
            yield session_now_s, dict(zip(DEFAULT_INPUTS, raw, strict=True))


def replay(
    reader: SessionReader,
    microscope: Microscope,
    ticks_per_s: int = TICKS_PER_S,
    from_s: float = 0.0,
    to_s: float = inf,
    under: ReplayControls = AS_RECORDED,
) -> Iterator[Prediction]:
    """Yield a prediction for each of a session's `ticks`; their times count from its start.

    Args:
        reader: The session.
        microscope: The model's.
        ticks_per_s: How often it is answered.
        from_s: Where to begin; what came before is looked at too, since a sound is judged by what was heard before.
        to_s: Where to end.
        under: What is in force; nothing was then, as far as is known.

    Raises:
        NotFiniteError: The model's answer is no number.
        SourceError: A part of the session is damaged; raised when it is come to.
    """
    observer, answerer = Observer(), Answerer(microscope, under)
    for session_now_s, given in ticks(reader, ticks_per_s, to_s):
        observation = observer.observe(session_now_s, given)
        if session_now_s >= from_s:
            yield answerer.answer(observation)[0]


def _frames(reader: SessionReader) -> Iterator[tuple[float, Frame]]:
    for sequence, (time_s, shown, seen) in enumerate(reader.pictures()):
        yield time_s, Frame(shown, time_s, sequence, seen)
