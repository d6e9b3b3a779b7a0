"""The live session with sources that a test controls and the bundled model."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from mmdesk.app import paths
from mmdesk.core.clock import monotonic_s
from mmdesk.core.frame import Frame
from mmdesk.core.modality import Modality
from mmdesk.core.observation import Reason
from mmdesk.core.perturbation import Perturbation, PerturbationKind
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import OFF, SourceState, SourceStatus
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.live_session import LiveSession
from mmdesk.engine.live_sources import SourceMakers
from mmdesk.ui.problem_table import filled
from tests.three_inputs import input_of


class ManualSource:
    """Delivers only what a test hands it."""

    def __init__(self, name: str, on_frame=None, on_state=None, ring=None, on_text=None) -> None:
        self.name = name
        self.on_frame, self.on_state, self.ring, self.on_text = on_frame, on_state, ring, on_text
        self.started = threading.Event()
        self.stopped = threading.Event()
        self.gate: threading.Event | None = None  # a driver that hangs until the test lets it go

    @property
    def state(self) -> SourceState:
        return OFF

    def start(self) -> None:
        self.started.set()

    def stop(self, timeout_s: float = 2.0) -> bool:
        if self.gate is not None:
            self.gate.wait(timeout_s)
        self.stopped.set()
        return self.gate is None or self.gate.is_set()


class Stage:
    """A live session and the sources it has made."""

    def __init__(self) -> None:
        self.made: list[ManualSource] = []
        self.live = LiveSession(SourceMakers(self._camera, self._microphone, self._session))
        self.predictions: list = []
        self.frames: list = []
        self.states: list = []
        self.live.prediction_ready.connect(self.predictions.append)
        self.live.frame_ready.connect(lambda _, frame: self.frames.append(frame))
        self.live.source_state_changed.connect(lambda name, state: self.states.append((name, state)))

    def _add(self, source: ManualSource) -> ManualSource:
        self.made.append(source)
        return source

    def _camera(self, key, on_frame, on_state):
        return self._add(ManualSource(key, on_frame, on_state))

    def _microphone(self, key, ring, on_state):
        return self._add(ManualSource(key or "default", on_state=on_state, ring=ring))

    def _session(self, folder, on_frame, ring, on_text, on_state, _):
        return self._add(ManualSource(Path(folder).name, on_frame, on_state, ring, on_text))

    def source(self) -> ManualSource:
        assert self.live.wait_sources_settled(5.0)
        return self.made[-1]


@pytest.fixture
def stage(qtbot):
    stage = Stage()
    yield stage
    stage.live.shutdown()
    stage.live.shutdown()  # idempotent


def elsewhere(deliver, value) -> None:
    """Deliver on another thread, as sources do: what is sent to the window then waits in its queue."""
    thread = threading.Thread(target=deliver, args=(value,))
    thread.start()
    thread.join()


def deliver_until(qtbot, deliver, seen) -> None:
    """Deliver again and again, as sources do: on a slow computer one delivery may grow old before it is answered."""
    delivered_s = -1.0

    def has_been_seen() -> bool:
        nonlocal delivered_s
        if seen():
            return True
        if monotonic_s() - delivered_s > 0.3:
            elsewhere(*deliver())
            delivered_s = monotonic_s()
        return False

    qtbot.waitUntil(has_been_seen)


def frame(shade: int = 128) -> Frame:
    """A picture with detail enough not to count as a covered lens."""
    rng = np.random.default_rng(shade)
    small = rng.integers(0, 255, (12, 16, 3), dtype=np.uint8)
    return Frame(np.kron(small, np.ones((40, 40, 1), np.uint8)), monotonic_s(), shade)


def test_frames_reach_the_window_and_old_sources_do_not(stage, qtbot):
    stage.live.set_source("image", "first")
    first = stage.source()
    first.on_frame(frame(1))
    qtbot.waitUntil(lambda: len(stage.frames) == 1)
    stage.live.set_source("image", "second")
    second = stage.source()
    assert first.stopped.is_set()
    first.on_frame(frame(2))  # a driver that delivers late
    second.on_frame(frame(3))
    qtbot.waitUntil(lambda: len(stage.frames) == 2)
    assert stage.frames[-1].sequence == 3


def test_what_an_old_source_delivers_late_reaches_nobody(stage, qtbot):
    stage.live.set_source("image", "old")
    old = stage.source()
    old.gate = threading.Event()
    old.on_frame(frame(1))
    qtbot.waitUntil(lambda: len(stage.frames) == 1)
    elsewhere(old.on_frame, frame(2))  # on its way to the window when the source is changed
    stage.live.set_source("image", "new")
    assert stage.live.sources.observe(monotonic_s()).input_of("image") is None
    elsewhere(old.on_frame, frame(3))  # its driver still hangs
    elsewhere(old.on_state, SourceState(SourceStatus.RUNNING, "old"))
    assert stage.live.sources.observe(monotonic_s()).input_of("image") is None
    old.gate.set()
    new = stage.source()
    elsewhere(new.on_frame, frame(4))
    elsewhere(old.on_frame, frame(5))
    qtbot.waitUntil(lambda: len(stage.frames) == 2)
    assert [each.sequence for each in stage.frames] == [1, 4]
    assert np.array_equal(stage.live.sources.observe(monotonic_s()).inputs["image"].frame_rgb, frame(4).frame_rgb)
    assert stage.states[-1] == (Modality.IMAGE, OFF)


def test_a_ring_has_one_writer_whatever_is_switched_how_quickly(stage):
    """Camera, session, microphone: the microphone and the session hang and go on writing."""
    loud, louder = np.full(320, 0.25, np.float32), np.full(320, 0.5, np.float32)
    stage.live.set_source("audio", "first")
    first = stage.source()
    first.gate = threading.Event()
    first.ring.write(loud)
    stage.live.play_session(Path("talk"))
    assert not first.stopped.is_set()  # nobody has waited for it
    assert stage.live.sources._lanes["image", 0].wait_idle(5.0)
    session = stage.made[-1]
    session.ring.write(louder)
    first.ring.write(loud)
    assert set(stage.live.sources.rings()["audio"].latest(10_000).wave_mono) == {0.5}
    session.gate = threading.Event()
    stage.live.set_source("image", "camera")
    stage.live.set_source("audio", "second")
    assert stage.live.sources.rings()["audio"].written == 0
    session.ring.write(louder)
    first.ring.write(loud)
    assert stage.live.sources.rings()["audio"].written == 0
    first.gate.set()
    session.gate.set()
    assert stage.live.wait_sources_settled(5.0)
    rings = [source.ring for source in stage.made if source.ring is not None]
    assert len({id(ring) for ring in rings}) == len(rings) == 3
    assert stage.live.sources.rings()["audio"] is rings[-1]


def test_lost_sound_is_counted_over_all_sources(stage, qtbot):
    stats = []
    stage.live.stats_ready.connect(stats.append)
    stage.live.set_source("audio", "first")
    stage.source().ring.overruns += 2
    stage.live.set_source("audio", "second")
    stage.source().ring.overruns += 1
    qtbot.waitUntil(lambda: bool(stats) and stats[-1].audio_overruns == 3)


def test_an_answer_about_what_was_there_before_a_switch_is_not_shown(stage, qtbot):
    stage.live.load_model(paths.bundled_model(), "cpu")
    stage.live.set_text("text", "seven")
    qtbot.waitUntil(lambda: bool(stage.predictions))
    old = stage.predictions[-1]
    stage.live.set_source("image", "other")
    count = len(stage.predictions)
    qtbot.waitUntil(lambda: len(stage.predictions) > count)
    stage.live._worker.prediction.put(old)
    stage.live._on_prediction_available()
    assert old not in stage.predictions[count:]
    assert all(prediction.time_s >= stage.live.sources.switched_s for prediction in stage.predictions[count:])


def test_a_source_that_hangs_does_not_hold_up_the_asking_to_stop(stage):
    stage.live.set_source("image", "hung")
    hung = stage.source()
    hung.gate = threading.Event()
    stage.live.ask_to_stop()
    stage.live.ask_to_stop()
    assert not hung.stopped.is_set()
    hung.gate.set()
    assert stage.live.shutdown()
    assert hung.stopped.is_set()


def test_states_of_the_running_source_are_reported(stage, qtbot):
    stage.live.set_source("audio", "pulse")
    source = stage.source()
    lost = SourceState(SourceStatus.LOST, "pulse", Problem("microphone.lost", name="pulse"))
    source.on_state(lost)
    qtbot.waitUntil(lambda: (Modality.AUDIO, lost) in stage.states)


def test_a_missing_model_is_a_state_with_a_remedy(stage, qtbot, tmp_path):
    states = []
    stage.live.model_state_changed.connect(states.append)
    stage.live.load_model(tmp_path / "none.mmdesk", "cpu")
    qtbot.waitUntil(lambda: len(states) == 2)
    assert not states[1].ready
    assert "none.mmdesk" in str(states[1].problem)
    assert filled(states[1].problem).remedy


def test_every_picture_is_answered_and_one_that_grows_old_is_no_signal(stage, qtbot):
    stage.live.load_model(paths.bundled_model(), "cpu")
    qtbot.waitUntil(lambda: bool(stage.predictions))
    stage.live.set_source("image", "camera")
    camera = stage.source()
    for number in range(1, 4):
        times_s: list[float] = []  # of this picture, one for each time that it is delivered

        def deliver(number=number, times_s=times_s):
            picture = frame(number)
            times_s.append(picture.time_s)
            return camera.on_frame, picture

        deliver_until(
            qtbot,
            deliver,
            lambda times_s=times_s: stage.predictions[-1].capture_time_s(Modality.IMAGE) in times_s,
        )
    qtbot.waitUntil(lambda: stage.predictions[-1].presence(Modality.IMAGE).reason is Reason.NO_SIGNAL)


def test_sound_is_heard_without_a_camera_and_its_end_without_anybody_telling(stage, qtbot):
    stage.live.load_model(paths.bundled_model(), "cpu")
    qtbot.waitUntil(lambda: bool(stage.predictions))
    stage.live.set_source("audio", "microphone")
    ring = stage.source().ring

    def reason() -> Reason:
        return stage.predictions[-1].presence(Modality.AUDIO).reason

    deliver_until(qtbot, lambda: (ring.write, np.zeros(1600, np.float32)), lambda: reason() is Reason.SILENCE)
    qtbot.waitUntil(lambda: reason() is Reason.NO_SIGNAL)


def test_a_most_of_predictions_is_kept_to(qtbot):
    slow = LiveSession(SourceMakers(), most_predictions_per_s=2.0)
    predictions: list = []
    slow.prediction_ready.connect(predictions.append)
    try:
        slow.load_model(paths.bundled_model(), "cpu")
        for text in ("seven ", "eight ", "nine ", "one "):
            slow.set_text("text", text)
            count = len(predictions)
            qtbot.waitUntil(lambda count=count: len(predictions) > count)
        times = [each.time_s for each in predictions]
        assert np.diff(times).min() >= 0.5
    finally:
        slow.shutdown()


def test_typed_text_is_predicted_muting_and_pausing_are_obeyed(stage, qtbot):
    stage.live.load_model(paths.bundled_model(), "cpu")
    stage.live.set_text("text", "seven ")
    qtbot.waitUntil(lambda: bool(stage.predictions) and stage.predictions[-1].label == "7")
    newest = stage.predictions[-1]
    assert newest.weights is not None
    assert newest.weights.tolist() == [0.0, 0.0, 1.0]
    assert newest.presence(Modality.IMAGE).reason is Reason.NO_SIGNAL

    stage.live.set_controls(UserControls(muted=frozenset({Modality.TEXT})))
    qtbot.waitUntil(lambda: stage.predictions[-1].presence(Modality.TEXT).reason is Reason.MUTED)
    assert stage.predictions[-1].label is None
    assert stage.predictions[-1].probabilities is None

    stage.live.set_paused(True)
    count = len(stage.predictions)
    stage.live.set_paused(False)
    qtbot.waitUntil(lambda: len(stage.predictions) > count)


def test_a_frozen_snapshot_is_looked_at_again(stage, qtbot):
    spans, snapshots, reasons, reruns, explaining = [], [], [], [], []
    stage.live.span_ready.connect(spans.append)
    stage.live.snapshot_ready.connect(snapshots.append)
    stage.live.explanation_ready.connect(reasons.append)
    stage.live.explaining_changed.connect(explaining.append)
    stage.live.rerun_ready.connect(reruns.append)
    stage.live.load_model(paths.bundled_model(), "cpu")
    stage.live.set_text("text", "seven")
    qtbot.waitUntil(lambda: len([each for each in stage.predictions if each.label == "7"]) > 5)
    insight = stage.predictions[-1].insight
    assert [view.fusion for view in insight.views][:3] == ["concatenation", "weighted_average", "attention_gate"]
    assert insight.shown.contributions[2] == pytest.approx(insight.shown.outcome.confidence - 0.1, abs=1e-6)

    stage.live.set_paused(True)
    qtbot.waitUntil(lambda: bool(snapshots) and bool(reasons))
    assert spans[0].ticks[-1].label == "7"
    assert snapshots[0].as_it_was
    assert snapshots[0].inputs["text"].content == "seven"
    assert explaining == [True, False]
    assert reasons[0].label == "7"
    assert "image" not in reasons[0].parts
    assert "text" in reasons[0].parts

    stage.live.run_again(10.0)
    qtbot.waitUntil(lambda: bool(reruns))
    assert reruns[0].same == len(reruns[0].before) == len(spans[0].ticks)

    seen = len(snapshots)
    stage.live.set_controls(
        UserControls(perturbations=(Perturbation(input_of(Modality.TEXT), PerturbationKind.REPLACE, text="4"),))
    )
    qtbot.waitUntil(lambda: len(snapshots) > seen)
    assert snapshots[-1].inputs["text"].content == "4"
    assert snapshots[-1].prediction.label == "4"
    assert not snapshots[-1].as_it_was

    count = len(stage.predictions)
    stage.live.set_paused(False)
    qtbot.waitUntil(lambda: len(stage.predictions) > count)
    assert stage.predictions[-1].label == "4"
    original = stage.predictions[-1].insight.original
    assert original.outcome.label == "7"


def test_wiping_leaves_nothing_to_go_back_to(stage, qtbot):
    spans = []
    stage.live.span_ready.connect(spans.append)
    stage.live.load_model(paths.bundled_model(), "cpu")
    stage.live.set_text("text", "seven")
    qtbot.waitUntil(lambda: len(stage.predictions) > 3)
    stage.live.set_paused(True)
    qtbot.waitUntil(lambda: len(spans) == 1)
    assert len(spans[0].ticks) > 3
    stage.live.wipe()
    assert stage.live.sources.text == ""
    stage.live.set_paused(True)
    qtbot.waitUntil(lambda: len(spans) == 2)
    assert spans[1].ticks == ()


def test_answers_that_are_no_numbers_are_dropped_and_counted(stage, qtbot, monkeypatch):
    # A recording has numbers of its own, which are out of reach here: the methods themselves run.
    monkeypatch.setattr("mmdesk.analysis.microscope.record", lambda fusions: None)
    stats, notices = [], []
    stage.live.stats_ready.connect(stats.append)
    stage.live.notice.connect(lambda *words: notices.append(words))
    stage.live.load_model(paths.bundled_model(), "cpu")
    stage.live.set_text("text", "seven")
    qtbot.waitUntil(lambda: bool(stage.predictions))
    microscope = stage.live._worker._microscope.microscope
    head = microscope.predictor.classifier.fusions()[microscope.predictor.fusion].head
    head.bias.data.fill_(float("nan"))
    qtbot.waitUntil(lambda: bool(stats) and stats[-1].dropped_predictions > 3)
    count = len(stage.predictions)
    stage.live.choose_fusion("concatenation")
    qtbot.waitUntil(lambda: len(stage.predictions) > count)
    assert stage.predictions[-1].label == "7"
    assert notices == []


def test_a_played_session_types_and_gives_way_to_a_camera(stage, qtbot):
    texts = []
    stage.live.session_text_changed.connect(texts.append)
    stage.live.play_session(Path("somewhere/talk"))
    session = stage.source()
    assert stage.live.sources.is_playing_session
    session.on_text("nine", 0.0)
    qtbot.waitUntil(lambda: texts == ["nine"])
    stage.live.set_source("image", "0")
    assert stage.source().name == "0"
    assert session.stopped.is_set()
    assert not stage.live.sources.is_playing_session
    session.on_text("late", 0.0)
    qtbot.waitUntil(lambda: texts == ["nine", ""])


def test_two_hundred_switches_leave_one_source_running(stage):
    for index in range(200):
        stage.live.set_source("image", f"camera {index}")
        stage.live.set_source("audio", f"microphone {index}")
    assert stage.live.wait_sources_settled(10.0)
    running = [source for source in stage.made if source.started.is_set() and not source.stopped.is_set()]
    assert sorted(source.name for source in running) == ["camera 199", "microphone 199"]
