"""Going through a recording: at the speed of then, by steps, from place to place, as fast as answers come."""

from __future__ import annotations

import itertools
from pathlib import Path
from threading import Event, RLock, Thread

import numpy as np
import pytest

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.clock import monotonic_s
from mmdesk.core.inputs import DEFAULT_INPUTS, slots_of
from mmdesk.core.observation import AudioInput, ImageInput
from mmdesk.core.transport import AnswerStretch, PlayedContents, TransportWish
from mmdesk.core.user_controls import UserControls
from mmdesk.sources.session import Moment, SessionReader, SessionTransport
from mmdesk.sources.session.answer_stretches import MOST_STRETCHES, answer_stretches
from mmdesk.sources.session.recording_columns import AnswerColumn
from mmdesk.sources.session.recording_player import PlayerSinks, RecordingPlayer
from tests.fakes.recordings import FPS, HELD, tone, write_recording

WAIT_S = 10.0
ANSWERS = [(5 * number + 4) / FPS for number in range(10)]


class Played:
    """A recording that is played on a thread, and what came of it."""

    def __init__(self, folder: Path, *, taken: bool = True) -> None:
        self.contents: PlayedContents | None = None
        self.moments: list[Moment] = []
        self.frames: list[float] = []
        self.texts: list[str] = []
        self.ring = AudioRing()
        self.transport = SessionTransport(self._on_contents, self._on_moment)
        self._taken = taken
        self._stopping, self._opened, self._come = Event(), Event(), Event()
        sinks = PlayerSinks(lambda frame: self.frames.append(frame.time_s), self.ring, self._on_text)
        player = RecordingPlayer(SessionReader(folder), sinks, self.transport, self._stopping, RLock(), monotonic_s)
        self._thread = Thread(target=player.run)

    def _on_text(self, text: str, time_s: float) -> None:
        self.texts.append(text)

    def _on_contents(self, contents: PlayedContents) -> None:
        self.contents = contents
        self._opened.set()

    def _on_moment(self, moment: Moment) -> None:
        self.moments.append(moment)
        self._come.set()
        if self._taken:
            self.transport.note_taken()

    def __enter__(self) -> Played:
        self._thread.start()
        assert self._opened.wait(WAIT_S)
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self.transport.wake()
        self._thread.join(WAIT_S)
        assert not self._thread.is_alive()

    def wish(self, **wishes) -> Moment:
        """Wish for something and return the moment that is shown then."""
        self._come.clear()
        self.transport.wish(TransportWish(**wishes))
        assert self._come.wait(WAIT_S)
        return self.moments[-1]

    def wait_until(self, met) -> None:
        for _ in range(int(WAIT_S / 0.01)):
            if met():
                return
            Event().wait(0.01)
        raise AssertionError("it never came")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_recording(tmp_path / "recording")


def recorded_time(moment: Moment) -> float:
    """Pictures bear their time as their red."""
    image = moment.given["image"][0]
    assert isinstance(image, ImageInput)
    red = float(np.median(image.frame_rgb[..., 0]))
    return min(ANSWERS, key=lambda time_s: abs(40 + int(20 * time_s) - red))


def test_what_there_is_is_told_first(folder: Path) -> None:
    with Played(folder) as played:
        contents = played.contents
    assert contents is not None
    assert contents.duration_s == 2.0
    assert [mark.name for mark in contents.marks] == ["the three"]
    assert contents.answers == (AnswerStretch("3", 0.16, 1.16), AnswerStretch("5", 1.16, 1.96))
    assert contents.held
    assert contents.damage is None


def test_any_place_gives_the_answer_that_stood_there(folder: Path) -> None:
    with Played(folder) as played:
        played.wish(playing=False, seek_s=0.5)
        for place_s, stood_s in ((1.3, 1.16), (0.37, 0.36), (0.0, 0.16), (1.99, 1.96), (0.96, 0.96)):
            moment = played.wish(seek_s=place_s)
            assert recorded_time(moment) == pytest.approx(stood_s)
            assert played.transport.state.position_s == pytest.approx(place_s)
            assert moment.controls == (HELD if stood_s > 1.0 else UserControls())
            assert moment.label == ("5" if stood_s > 1.0 else "3")
            window = played.ring.latest(1 << 20)
            np.testing.assert_array_equal(window.wave_mono, tone(0, round(place_s * 16_000)))
            assert played.texts[-1] == ("three, 三" if place_s >= 0.2 else "")
        observation = moment.observation(slots_of(DEFAULT_INPUTS))
        np.testing.assert_array_equal(observation.captured("audio", AudioInput).wave_mono, tone(0, 2560))


def test_steps_go_from_answer_to_answer_and_stop_at_the_ends(folder: Path) -> None:
    with Played(folder) as played:
        assert recorded_time(played.wish(seek_s=0.5, playing=False)) == pytest.approx(0.36)
        found = [recorded_time(played.wish(steps=steps)) for steps in (1, 1, -1, -3, -5, 1, 100)]
    assert found == pytest.approx([0.56, 0.76, 0.56, 0.16, 0.16, 0.36, 1.96])


def test_twice_the_same_place_gives_the_same_in_every_number(folder: Path) -> None:
    seen = []
    for _ in range(2):
        with Played(folder) as played:
            played.wish(playing=False, seek_s=1.3)
            seen.append(played.moments[-1])
    for stream in ("image", "audio", "text"):
        one, other = (moment.given[stream][0].content for moment in seen)
        np.testing.assert_array_equal(one, other)
    assert seen[0].controls == seen[1].controls


def test_it_plays_to_the_end_of_the_stretch_and_from_its_beginning_again(folder: Path) -> None:
    with Played(folder) as played:
        played.wish(playing=False, begin_s=1.0, end_s=1.5)
        played.moments.clear()
        played.wish(playing=True)
        played.wait_until(lambda: not played.transport.state.playing)
        times = [recorded_time(moment) for moment in played.moments]
        assert played.transport.state.position_s == 1.5
        assert min(times[1:]) >= 0.96
        assert max(times) <= 1.5
        assert times == sorted(times)
        assert played.ring.written > 0
        played.moments.clear()
        played.wish(playing=True)  # it may be further by the time that this returns
        played.wait_until(lambda: any(recorded_time(each) == pytest.approx(0.96) for each in played.moments))


def test_as_fast_as_possible_every_answer_comes_in_order(folder: Path) -> None:
    with Played(folder) as played:
        played.wish(playing=False, seek_s=0.0)
        played.moments.clear()
        played.wish(playing=True, fast=True)
        played.wait_until(lambda: not played.transport.state.playing)
        times = [recorded_time(moment) for moment in played.moments]
    assert times[: len(ANSWERS)] == pytest.approx(ANSWERS)


def test_a_sound_that_is_the_same_stays_the_same_object(folder: Path) -> None:
    with Played(folder) as played:
        played.wish(playing=False, seek_s=0.0)
        played.wish(playing=True)
        played.wait_until(lambda: len(played.moments) > 5)
    sounds = [moment.given["audio"][0] for moment in played.moments[2:5]]
    assert sounds[0] is sounds[1] is sounds[2]


def test_before_it_is_known_what_there_is_it_can_be_told_to_stand_still_but_no_place_be_sought() -> None:
    transport = SessionTransport(lambda _: None, lambda _: None)
    transport.wish(TransportWish(seek_s=5.0, steps=3, playing=False))
    transport.open(PlayedContents("x", 10.0))
    assert not transport.state.playing
    assert transport.take_place() == (None, 0)


@pytest.mark.parametrize(
    ("wish", "begin_s", "end_s"),
    [
        (TransportWish(begin_s=3.0), 3.0, 10.0),
        (TransportWish(begin_s=3.0, end_s=2.0), 1.9, 2.0),
        (TransportWish(end_s=-4.0), 0.0, 0.1),
        (TransportWish(begin_s=1e9), 9.9, 10.0),
    ],
)
def test_a_stretch_is_never_empty(wish: TransportWish, begin_s: float, end_s: float) -> None:
    transport = SessionTransport(lambda _: None, lambda _: None)
    transport.open(PlayedContents("x", 10.0))
    transport.wish(wish)
    assert (transport.state.begin_s, transport.state.end_s) == pytest.approx((begin_s, end_s))


def test_hours_of_flicker_are_a_few_thousand_stretches() -> None:
    column, random = AnswerColumn(), np.random.default_rng(0)
    for number in range(200_000):
        label = str(random.integers(10))
        assert column.take(number / 30, number, {"of": {}, "label": label})
    stretches = answer_stretches(column, 200_000 / 30)
    assert len(stretches) <= 2 * MOST_STRETCHES
    assert stretches[0].from_s == 0.0
    assert all(before.to_s <= after.from_s + 1e-9 for before, after in itertools.pairwise(stretches))
