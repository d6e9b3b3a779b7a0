"""What is recorded while a key is held: pictures, words and the text, and nothing that is not there."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.burst import Burst, BurstProgress
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.observation import SAMPLE_RATE_HZ, Reason, TextInput
from mmdesk.engine.burst_recorder import PICTURE_EVERY_S, PICTURE_PX, BurstRecorder, kept_picture
from mmdesk.sources.observer import Raw

IMAGE, AUDIO, TEXT = DEFAULT_INPUTS
STEP_S = 0.04


class Room:
    """A camera, a microphone and a text box on a clock that a test moves."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.text = ""
        self.dark = self.speaks = False
        self.ring = AudioRing(clock=lambda: self.now_s)
        self.rng = np.random.default_rng(0)
        self.picture = self.rng.integers(0, 256, (480, 640, 3), dtype=np.uint8)
        self.bursts: list[Burst] = []
        self.progress: list[BurstProgress] = []
        self.recorder = BurstRecorder(self.given, lambda: self.now_s)
        self.recorder.recorded.connect(self.bursts.append)
        self.recorder.progressed.connect(self.progress.append)

    def given(self, now_s: float) -> Mapping[Input, Raw | None]:
        frame = Frame(np.zeros_like(self.picture) if self.dark else self.picture, now_s, 0)
        return {IMAGE: frame, AUDIO: self.ring, TEXT: TextInput(self.text, now_s) if self.text else None}

    def go_on(self, seconds: float) -> None:
        """Let time pass; the microphone hears hiss, or a voice over it."""
        for _ in range(round(seconds / STEP_S)):
            self.now_s += STEP_S
            count = round(STEP_S * SAMPLE_RATE_HZ)
            t = self.now_s + np.arange(count) / SAMPLE_RATE_HZ
            voice = sum(np.sin(2 * np.pi * 150 * k * t) / k for k in range(1, 12)) if self.speaks else 0.0
            self.ring.write((0.12 * voice + self.rng.normal(0, 0.001, count)).astype(np.float32))
            self.recorder.look()

    def say(self, seconds: float) -> None:
        self.speaks = True
        self.go_on(seconds)
        self.speaks = False

    def hold(self, seconds: float = 1.0, muted: frozenset[str] = frozenset()) -> Burst:
        """Hold the key, and wait for what comes of it."""
        self.recorder.begin("mug", muted)
        self.go_on(seconds)
        self.recorder.end()
        self.go_on(2.0)
        assert len(self.bursts) == 1
        return self.bursts[0]


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    room = Room()
    room.go_on(2.0)
    return room


def held(burst: Burst, name: str) -> list[object]:
    return [content[name] for content in burst.contents if name in content]


def test_pictures_come_several_a_second_as_the_encoder_takes_them(room: Room) -> None:
    burst = room.hold(1.0)
    pictures = held(burst, "image")
    assert 1.0 / PICTURE_EVERY_S - 1 <= len(pictures) <= 1.0 / PICTURE_EVERY_S + 2
    assert {each.shape for each in pictures} == {(PICTURE_PX, PICTURE_PX, 3)}  # type: ignore[attr-defined]
    assert not held(burst, "audio")
    assert not held(burst, "text")
    assert room.progress[-1].counts["image"] == len(pictures)
    assert room.progress[-1].seconds == pytest.approx(1.0, abs=0.05)


def test_a_word_said_while_the_key_is_held_is_kept_whole(room: Room) -> None:
    room.recorder.begin("mug", ())
    room.go_on(0.2)
    room.say(0.5)
    room.recorder.end()  # let go with the word's last sound
    assert not room.bursts
    room.go_on(2.0)
    (sound,) = held(room.bursts[0], "audio")
    assert 0.5 <= len(sound) / SAMPLE_RATE_HZ <= 1.2  # type: ignore[arg-type]


def test_two_words_are_two_sounds_and_one_said_before_is_none(room: Room) -> None:
    room.say(0.5)
    room.go_on(1.0)
    room.recorder.begin("mug", ())
    room.say(0.5)
    room.go_on(1.0)
    room.say(0.4)
    room.recorder.end()
    room.go_on(2.0)
    assert len(held(room.bursts[0], "audio")) == 2


def test_the_text_goes_with_the_first_picture(room: Room) -> None:
    room.text = "my mug"
    burst = room.hold(0.6)
    assert held(burst, "text") == ["my mug"]
    assert set(burst.contents[0]) == {"image", "text"}


def test_dark_silent_and_muted_inputs_are_left_out(room: Room) -> None:
    room.dark, room.text = True, "my mug"
    room.go_on(1.0)
    burst = room.hold(0.6, muted=frozenset({"text"}))
    assert burst.contents == ()
    assert burst.class_id == "mug"
    assert burst.verdicts["image"].reason is Reason.TOO_DARK
    assert burst.verdicts["audio"].reason is Reason.SILENCE
    assert burst.verdicts["text"].reason is Reason.MUTED
    assert burst.fault().code == "teach.nothing.at_all"


def test_a_second_key_press_hands_over_what_waits(room: Room) -> None:
    room.recorder.begin("mug", ())
    room.say(0.4)
    room.recorder.end()
    room.recorder.begin("cup", ())
    assert [burst.class_id for burst in room.bursts] == ["mug"]
    room.go_on(0.4)
    room.recorder.end()
    room.go_on(2.0)
    assert [burst.class_id for burst in room.bursts] == ["mug", "cup"]


def test_a_fault_of_a_source_ends_nothing(room: Room, caplog: pytest.LogCaptureFixture) -> None:
    given, room.recorder._given = room.recorder._given, lambda now_s: 1 / 0
    room.go_on(0.2)
    assert caplog.text.count("recording failed") == 1
    room.recorder._given = given
    assert held(room.hold(0.6), "image")


def test_a_small_picture_is_kept_as_it_is() -> None:
    small = np.arange(100 * 140 * 3, dtype=np.uint8).reshape(100, 140, 3)
    kept = kept_picture(small)
    assert np.array_equal(kept, small[:, 20:120])
    assert not np.shares_memory(kept, small)
