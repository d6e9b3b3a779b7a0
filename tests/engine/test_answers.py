"""What wakes the inference worker, and how often: with a clock, inputs and a model that a test holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from mmdesk.analysis.microscope import Microscope
from mmdesk.core.errors import NotFiniteError
from mmdesk.core.modality import Modality
from mmdesk.core.observation import Observation, Presence, Reason
from mmdesk.core.prediction import Prediction
from mmdesk.core.user_controls import UserControls
from mmdesk.engine import inference_worker
from mmdesk.engine.inference_worker import InferenceWorker
from mmdesk.engine.live_microscope import LiveMicroscope
from mmdesk.engine.pace import HEARTBEAT_S, PICTURE_AHEAD_S, Pace
from mmdesk.models.predictor import Predictor
from tests.analysis.planted import snapshot, three_methods

FRAME_S = 1 / 30
TICK_S = 0.010


class Desk:
    """A worker on the test's own thread: a wake looks before it returns. Its timer never fires, nobody waits for it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, pace: Pace) -> None:
        self.now_s = 100.0
        self.tick_s = TICK_S
        self.inputs = snapshot(3, 3, 3, time_s=self.now_s)
        self.given: list[Observation] = []
        self.shown: list[Prediction] = []
        self.window_sleeps = False
        self.during_tick: Callable[[], None] = lambda: None
        monkeypatch.setattr(inference_worker, "monotonic_s", lambda: self.now_s)
        self.worker = InferenceWorker(lambda now_s: replace(self.inputs, time_s=now_s), pace)
        self.worker.prediction_available.connect(self.fetch)
        self.worker.start()
        scope = LiveMicroscope(Microscope(Predictor(three_methods(), torch.device("cpu"))), UserControls())
        plain_tick = scope.tick

        def tick(observation: Observation) -> Prediction:
            self.given.append(observation)
            self.now_s += self.tick_s
            self.during_tick()
            return plain_tick(observation)

        monkeypatch.setattr(scope, "tick", tick)
        self.worker._microscope = scope

    def fetch(self) -> None:
        if not self.window_sleeps and (prediction := self.worker.take()) is not None:
            self.shown.append(prediction)

    def at(self, time_s: float) -> None:
        """Let time pass; the timer would fire whenever something is due."""
        while self.worker._due_s() <= time_s:
            before = len(self.given), self.worker._due_s()
            self.now_s = max(self.now_s, self.worker._due_s())
            self.worker._look()
            assert (len(self.given), self.worker._due_s()) != before, "it would spin"
        self.now_s = max(self.now_s, time_s)

    def _renew(self, new: Observation) -> None:
        self.inputs = replace(self.inputs, inputs={**self.inputs.inputs, **new.inputs})

    def picture(self, digit: int) -> None:
        self.inputs = replace(
            self.inputs, inputs={**self.inputs.inputs, "image": snapshot(digit, time_s=self.now_s).inputs["image"]}
        )
        self.worker.wake_for_picture()

    def sound(self, digit: int) -> None:
        self.inputs = replace(
            self.inputs,
            inputs={**self.inputs.inputs, "audio": snapshot(None, digit, time_s=self.now_s).inputs["audio"]},
        )
        self.worker.wake()

    def text(self, digit: int) -> None:
        self.inputs = replace(
            self.inputs,
            inputs={**self.inputs.inputs, "text": snapshot(None, None, digit, time_s=self.now_s).inputs["text"]},
        )
        self.worker.wake()

    def stop(self) -> None:
        if self.worker._timer is not None:
            self.worker._timer.stop()


@pytest.fixture
def make_desk(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Desk]]:
    made: list[Desk] = []

    def make(pace: Pace | None = None) -> Desk:
        made.append(Desk(monkeypatch, pace or Pace()))
        return made[-1]

    yield make
    for desk in made:
        desk.stop()


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    """One that has just answered, and rested since."""
    desk = make_desk()
    desk.picture(1)
    assert len(desk.given) == 1
    desk.now_s = 100.1
    return desk


def seen(observation: Observation) -> int:
    assert observation.inputs.get("image") is not None
    return int(observation.inputs.get("image").frame_rgb[0, 0, 0])


def test_a_picture_is_answered_at_once(desk: Desk) -> None:
    desk.picture(7)
    assert desk.given[-1].time_s == 100.1
    assert seen(desk.given[-1]) == 7
    assert desk.shown[-1].capture_time_s(Modality.IMAGE) == 100.1


def test_every_picture_of_a_camera_is_answered(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    for number in range(60):
        desk.now_s = max(desk.now_s, 100 + number * FRAME_S)
        desk.picture(number % 10)
    assert [seen(each) for each in desk.given] == [number % 10 for number in range(60)]
    assert [each.time_s for each in desk.given] == pytest.approx([100 + number * FRAME_S for number in range(60)])


@pytest.mark.parametrize("give", [Desk.sound, Desk.text])
def test_sound_and_text_are_answered_without_a_picture(desk: Desk, give: Callable[[Desk, int], None]) -> None:
    give(desk, 8)
    assert len(desk.given) == 2
    assert desk.given[-1].time_s == 100.1


@pytest.mark.parametrize("give", [Desk.sound, Desk.text])
def test_sound_and_text_go_with_the_next_picture(desk: Desk, give: Callable[[Desk, int], None]) -> None:
    desk.picture(2)
    desk.at(100.1 + 0.7 * FRAME_S)
    give(desk, 8)
    assert len(desk.given) == 2, "an answer of its own would delay the next picture's"
    desk.at(100.1 + FRAME_S)
    desk.picture(3)
    assert len(desk.given) == 3
    desk.at(100.1 + FRAME_S + 0.9 * PICTURE_AHEAD_S)
    assert len(desk.given) == 3


def test_a_wake_without_anything_new_is_not_answered_again(desk: Desk) -> None:
    for number in range(4):
        desk.at(100.1 + number / 30)
        desk.worker.wake()  # sound came, and it was silence
    assert len(desk.given) == 1


def test_a_picture_is_answered_with_the_sound_that_is_encoded_already(desk: Desk) -> None:
    desk.picture(2)
    desk.sound(8)
    heard_s = desk.inputs.inputs["audio"].time_s
    desk.at(100.1 + FRAME_S)
    desk.picture(3)
    before, answered = desk.shown[-2:]
    assert answered.capture_time_s(Modality.IMAGE) == pytest.approx(100.1 + FRAME_S)
    assert answered.capture_time_s(Modality.AUDIO) == before.capture_time_s(Modality.AUDIO)
    desk.at(100.1 + 2 * FRAME_S)
    desk.picture(4)
    assert desk.shown[-1].capture_time_s(Modality.AUDIO) == heard_s, "it was encoded behind the picture"


def test_sound_that_has_ended_is_absent_at_once(desk: Desk) -> None:
    desk.picture(2)
    verdicts = {**desk.inputs.verdicts, "audio": Presence(Reason.SILENCE)}
    desk.inputs = replace(desk.inputs, verdicts=verdicts)
    desk.at(100.1 + FRAME_S)
    desk.picture(3)
    assert desk.shown[-1].presence(Modality.AUDIO).reason is Reason.SILENCE


def test_without_anything_new_the_heartbeat_goes_on_and_notices_what_is_absent(desk: Desk) -> None:
    desk.at(100.9)
    assert len(desk.given) == 4
    others = {name: each for name, each in desk.inputs.inputs.items() if name != "image"}
    verdicts = {**desk.inputs.verdicts, "image": Presence(Reason.NO_SIGNAL)}
    desk.inputs = replace(desk.inputs, inputs=others, verdicts=verdicts)  # nobody tells that a picture has grown old
    desk.at(100.9 + HEARTBEAT_S)
    assert desk.shown[-1].presence(Modality.IMAGE).reason is Reason.NO_SIGNAL
    assert len(desk.given) == 5


def test_the_newest_wins_and_nothing_queues(desk: Desk) -> None:
    def five_more() -> None:
        desk.during_tick = lambda: None
        for digit in range(2, 7):
            desk.inputs = replace(
                desk.inputs, inputs={**desk.inputs.inputs, "image": snapshot(digit, time_s=desk.now_s).inputs["image"]}
            )
            desk.worker._picture_waits = True  # as from the camera's thread, whose wake waits in the worker's queue
            desk.worker._wakes.put(True)

    desk.during_tick = five_more
    desk.picture(1)
    desk.at(100.2)
    assert [seen(each) for each in desk.given[1:]] == [1, 6]


def test_many_wakes_are_one(qtbot: Any, make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    heard: list[bool] = []
    desk.worker._woken.disconnect(desk.worker._look)
    desk.worker._woken.connect(lambda: heard.append(True))
    for digit in range(9):
        desk.picture(digit)
        desk.sound(digit)
    assert heard == [True]


def test_a_wake_before_the_thread_has_started_does_not_swallow_the_later_ones(qtbot: Any) -> None:
    heard: list[bool] = []
    worker = InferenceWorker(lambda now_s: pytest.fail("there is no model"))
    worker.wake()
    worker._woken.connect(lambda: heard.append(True))
    worker.wake()
    assert heard == [True]


def test_never_more_often_than_asked_for(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(Pace(10.0))
    for number in range(90):
        desk.at(100 + number * FRAME_S)
        desk.picture(number % 10)
        desk.sound(number % 10)
    times = [each.time_s for each in desk.given]
    assert np.diff(times).min() >= 0.1 - 1e-9
    assert len(times) == 30
    assert desk.given[-1].inputs.get("image") is not None
    assert (
        max(each.time_s - each.inputs.get("image").time_s for each in desk.given if each.inputs.get("image")) <= FRAME_S
    ), "the newest, not an old"


def test_a_slow_machine_is_given_less_to_do(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    desk.tick_s = 0.040
    for number in range(90):
        desk.at(100 + number * FRAME_S)
        desk.picture(number % 10)
    assert np.diff([each.time_s for each in desk.given]).min() >= 0.080 - 1e-9


def test_a_window_that_falls_behind_is_waited_for(desk: Desk) -> None:
    desk.window_sleeps = True
    desk.picture(2)
    desk.at(100.15)
    desk.picture(3)
    assert len(desk.given) == 2, "the answer before has not been fetched"
    desk.at(100.1 + HEARTBEAT_S)
    assert len(desk.given) == 3, "the half minute behind a dialogue is kept all the same"
    desk.window_sleeps = False
    desk.now_s += 0.030
    desk.fetch()
    assert seen(desk.given[-1]) == 3
    late_s = desk.now_s
    desk.picture(4)
    assert len(desk.given) == 3
    desk.at(late_s + 0.030 + 1e-6)
    assert seen(desk.given[-1]) == 4


def test_a_fetched_answer_lets_the_waiting_picture_be_answered(desk: Desk) -> None:
    desk.window_sleeps = True
    desk.picture(2)
    desk.at(100.15)
    desk.picture(3)
    desk.window_sleeps = False
    desk.fetch()
    desk.at(100.2)
    assert [seen(each) for each in desk.given[1:]] == [2, 3]
    assert desk.given[-1].time_s < 100.1 + HEARTBEAT_S


def test_controls_and_method_are_answered_without_a_new_input(desk: Desk) -> None:
    desk.worker.set_controls(UserControls(muted=frozenset({Modality.TEXT})))
    assert desk.shown[-1].presence(Modality.TEXT).reason is Reason.MUTED
    desk.now_s = 100.2
    desk.worker.choose_fusion("late")
    assert desk.shown[-1].fusion == "late"


def test_nothing_is_answered_while_frozen_and_something_at_once_afterwards(desk: Desk) -> None:
    desk.worker.set_paused(True)
    desk.picture(5)
    desk.now_s = 105.0
    desk.worker._look()
    assert len(desk.given) == 1
    desk.worker.set_paused(False)
    assert seen(desk.given[-1]) == 5


def test_answers_that_fail_keep_the_pace(desk: Desk) -> None:
    def fail() -> None:
        raise NotFiniteError("no number")

    desk.during_tick = fail
    for number in range(30):
        desk.at(101 + number * FRAME_S)
        desk.picture(number % 10)
    assert desk.worker.dropped >= 30
    assert len(desk.shown) == 1


def test_inputs_that_cannot_be_read_are_tried_no_more_often_than_the_heartbeat(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[float] = []

    def observe(now_s: float) -> Observation:
        tried.append(now_s)
        raise RuntimeError("a fault of a source")

    monkeypatch.setattr(desk.worker, "_observe", observe)
    problems: list[Any] = []
    desk.worker.tick_failed.connect(problems.append)
    desk.at(desk.now_s + 4 * HEARTBEAT_S)
    assert 3 <= len(tried) <= 5
    assert len(problems) == 1
