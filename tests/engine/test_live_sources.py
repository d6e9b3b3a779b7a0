"""Several cameras are answered at the pace of the fastest, and a model's inputs find their sources."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mmdesk.core.frame import Frame
from mmdesk.core.inputs import DEFAULT_INPUTS, Input, slots_of
from mmdesk.core.observation import Reason
from mmdesk.core.source_state import OFF, SourceState
from mmdesk.engine.live_sources import LiveSources, SourceMakers
from mmdesk.sources.base import FrameSink, StateSink

FRONT, SIDE, WORDS = Input("front", "image"), Input("side", "image"), Input("words", "text")


class Camera:
    """Gives what it is told to."""

    def __init__(self, key: str, on_frame: FrameSink) -> None:
        self.name, self.on_frame, self.state = key, on_frame, OFF

    def start(self) -> None:
        """Nothing to open."""

    def stop(self, timeout_s: float = 2.0) -> bool:
        return True


class Desk:
    """Sources of two cameras and a text, and what the worker is woken for."""

    def __init__(self) -> None:
        self.cameras: dict[str, Camera] = {}
        self.wakes: list[float] = []
        self.now_s = 100.0
        self.sources = LiveSources(SourceMakers(camera=self._camera), self._on_picture, lambda: None)

    def _camera(self, key: str, on_frame: FrameSink, on_state: StateSink) -> Camera:
        self.cameras[key] = Camera(key, on_frame)
        return self.cameras[key]

    def _on_picture(self) -> None:
        self.wakes.append(self.now_s)

    def play(self, seconds: float, **fps: float) -> None:
        """Let cameras deliver, each at its rate and phase."""
        times = sorted(
            (self.now_s + (number + 0.4 * place) / rate, key)
            for place, (key, rate) in enumerate(fps.items())
            for number in range(round(seconds * rate))
        )
        for sequence, (self.now_s, key) in enumerate(times):
            self.cameras[key].on_frame(Frame(np.full((48, 64, 3), sequence % 200, np.uint8), self.now_s, sequence))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk()
    desk.sources.set_inputs((FRONT, SIDE, WORDS))
    desk.sources.set_source("front", "a")
    desk.sources.set_source("side", "b")
    assert desk.sources.wait_settled(5.0)
    yield desk
    desk.sources.ask_to_stop()
    desk.sources.shutdown()


@pytest.mark.parametrize(("a", "b", "most"), [(30.0, 30.0, 30), (10.0, 30.0, 30), (30.0, 25.0, 30), (30.0, 7.5, 30)])
def test_the_fastest_camera_sets_the_pace(desk: Desk, a: float, b: float, most: int) -> None:
    desk.play(2.0, a=a, b=b)
    assert 2 * most - 2 <= len(desk.wakes) <= 2 * most + 2


def test_when_one_camera_is_lost_the_other_goes_on(desk: Desk) -> None:
    desk.play(1.0, a=30.0, b=30.0)
    before = len(desk.wakes)
    desk.play(1.0, b=30.0)
    assert len(desk.wakes) - before >= 29


def test_each_input_holds_its_own_cameras_picture(desk: Desk) -> None:
    desk.play(0.5, a=30.0, b=30.0)
    seen = desk.sources.observe(desk.now_s)
    assert list(seen.verdicts) == ["front", "side", "words"]
    front, side = seen.inputs["front"], seen.inputs["side"]
    assert front.content is not side.content
    assert seen.presence("words").reason is Reason.EMPTY


def test_texts_have_names_too(desk: Desk) -> None:
    desk.sources.set_text("words", "seven ")
    desk.sources.set_text("nobody", "eight ")
    seen = desk.sources.observe(1e9)
    assert seen.inputs["words"].content == "seven"


def test_sources_run_on_under_another_models_names(desk: Desk) -> None:
    states: list[tuple[str, SourceState]] = []
    desk.sources.state_changed.connect(lambda name, state: states.append((name, state)))
    first = desk.cameras["a"]
    desk.sources.set_inputs(DEFAULT_INPUTS)
    assert desk.sources.wait_settled(5.0)
    desk.play(0.1, a=30.0)
    assert desk.cameras["a"] is first
    assert "image" in desk.sources.observe(desk.now_s).inputs
    assert states == [], "nothing was switched"


def test_what_was_typed_comes_back_with_a_model_that_reads_it(desk: Desk) -> None:
    desk.sources.set_text("words", "seven ")
    desk.sources.set_inputs((FRONT,))
    desk.sources.set_inputs((FRONT, Input("other", "text")))
    assert desk.sources.observe(1e9).inputs["other"].content == "seven"


def test_what_was_typed_for_another_model_is_forgotten_too(desk: Desk) -> None:
    desk.sources.set_text("words", "seven ")
    desk.sources.set_inputs((FRONT,))
    desk.sources.forget_texts()
    desk.sources.set_inputs((FRONT, SIDE, WORDS))
    assert desk.sources.observe(1e9).presence("words").reason is Reason.EMPTY
    assert not desk.sources.text_typed


def test_lost_sound_stays_counted_when_a_model_has_no_use_for_it(desk: Desk) -> None:
    desk.sources.set_inputs(DEFAULT_INPUTS)
    ring = desk.sources.rings()["audio"]
    ring.overruns += 1
    assert desk.sources.overruns == 1
    desk.sources.set_inputs((FRONT, SIDE, WORDS))
    assert desk.sources.overruns == 1


def test_what_is_held_is_served_whatever_the_model_takes(desk: Desk) -> None:
    desk.sources.hold(DEFAULT_INPUTS)
    desk.sources.set_inputs((Input("words", "text"),))
    assert {one.name for one in desk.sources.served.values()} == {"words", "image", "audio"}
    assert desk.sources.camera == "image"  # the first camera goes on, the second ends
    desk.play(0.5, a=30.0)
    given = desk.sources.given(desk.now_s, slots_of(DEFAULT_INPUTS))
    assert isinstance(given[DEFAULT_INPUTS[0]], Frame)
    assert set(desk.sources.observe(desk.now_s).verdicts) == {"words"}
    desk.sources.hold(())
    assert [one.name for one in desk.sources.served.values()] == ["words"]
