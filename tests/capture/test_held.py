"""Pictures and sounds from files that stand for a camera or a microphone."""

from __future__ import annotations

from threading import Event
from typing import Any

import numpy as np

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.frame import Frame
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.source_state import SourceStatus
from mmdesk.sources.held import SILENCE_S, HeldPicture, HeldSound, held_source

PATIENCE_S = 20.0


def test_a_picture_is_shown_again_and_again_until_it_is_let_go() -> None:
    picture = np.random.default_rng(1).integers(0, 255, (40, 60, 3), np.uint8)
    frames: list[Frame] = []
    states: list[Any] = []
    enough = Event()

    def take(frame: Frame) -> None:
        frames.append(frame)
        if len(frames) >= 3:
            enough.set()

    source = HeldPicture("cat.png", picture, take, states.append)
    source.start()
    assert enough.wait(PATIENCE_S)
    assert source.stop()
    count = len(frames)
    assert [frame.sequence for frame in frames] == list(range(count))
    assert all(np.array_equal(frame.frame_rgb, picture) for frame in frames)
    assert not frames[0].frame_rgb.flags.writeable
    times = [frame.time_s for frame in frames]
    assert times == sorted(times)
    assert states[1].status is SourceStatus.RUNNING
    assert states[1].name == "cat.png"
    assert len(frames) == count


def test_a_sound_is_played_at_its_own_speed_with_a_rest_between() -> None:
    wave = np.linspace(-0.5, 0.5, 4000, dtype=np.float32)
    clock_s = 0.0
    written: list[np.ndarray] = []

    class Ring(AudioRing):
        def write(self, samples: Any) -> None:
            nonlocal clock_s
            written.append(np.array(samples))

    def clock() -> float:
        nonlocal clock_s
        clock_s += 0.02
        return clock_s

    states: list[Any] = []
    source = HeldSound("yes.wav", wave, Ring(), states.append, clock)
    period = len(wave) + int(SILENCE_S * SAMPLE_RATE_HZ)
    source.start()
    done = Event()
    for _ in range(2000):
        if sum(map(len, written)) >= 2 * period:
            done.set()
            break
        Event().wait(0.01)
    assert source.stop()
    assert done.is_set()
    heard = np.concatenate(written)
    assert np.array_equal(heard[: len(wave)], wave)
    assert not heard[len(wave) : period].any()
    assert np.array_equal(heard[period : period + len(wave)], wave), "then again from its beginning"


def test_what_has_three_axes_is_a_picture() -> None:
    ring = AudioRing()
    made = held_source("a", np.zeros((4, 4, 3), np.uint8), lambda _: None, ring, lambda _: None)()
    assert isinstance(made, HeldPicture)
    assert isinstance(held_source("a", np.zeros(9, np.float32), lambda _: None, ring, lambda _: None)(), HeldSound)
