"""One recording on its thread: what it takes, what it drops, how it ends."""

from __future__ import annotations

import csv
import json
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.clock import monotonic_s
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import DEFAULT_INPUTS, Input, Slot, slots_of
from mmdesk.core.modality import Modality
from mmdesk.core.observation import (
    NO_SIGNAL,
    PRESENT,
    AudioInput,
    Captured,
    ImageInput,
    Observation,
    Presence,
    Reason,
    TextInput,
)
from mmdesk.core.output import unwritable
from mmdesk.core.perturbation import Perturbation, PerturbationKind
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.core.user_controls import Recorded as RecordedControls
from mmdesk.core.user_controls import UserControls
from mmdesk.engine import recording_thread
from mmdesk.engine.prediction_log import PredictionLog
from mmdesk.engine.recording_room import LEAST_ROOM
from mmdesk.engine.recording_thread import MOST_ANSWERS, MOST_FRAMES, RecordingThread
from mmdesk.sources.session import SessionReader
from mmdesk.sources.session.recording_writer import SYNC_S
from mmdesk.sources.text_entry import TextEntry
from tests.fakes.recordings import PICTURE, SOUND, TEXT, picture, play, record_until_killed, tone
from tests.ui.random_predictions import random_predictions

WAIT_S = 10.0


class Recorded:
    """A recording and the sources it is made from."""

    def __init__(self, folder: Path, **options) -> None:
        self.ring, self.entry = AudioRing(), TextEntry()
        self.ended = threading.Event()
        self.problem: Problem | None = None
        self.folder = folder
        self.thread = RecordingThread(folder, "x", self.given, self.on_end, **options)

    def given(self, now_s: float):
        return {PICTURE: None, SOUND: self.ring, TEXT: self.entry.current(now_s)}

    def on_end(self, problem: Problem | None) -> None:
        self.problem = problem
        self.ended.set()

    def stop(self, **options) -> None:
        self.thread.stop(**options)
        assert self.thread.wait(WAIT_S)
        assert self.ended.is_set()

    def rows(self, kind: str) -> list[dict]:
        lines = (self.folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line.rpartition("\t")[0]) for line in lines]
        return [row for row in rows if row["k"] == kind]


def wait_until(met) -> None:
    for _ in range(int(WAIT_S / 0.01)):
        if met():
            return
        threading.Event().wait(0.01)
    raise AssertionError("it never came")


def frame(time_s: float, sequence: int = 0) -> Frame:
    return Frame(picture(time_s), time_s, sequence)


close_log = PredictionLog.close


def close_on_full_disk(table: PredictionLog) -> None:
    close_log(table)
    raise unwritable("predictions.csv", OSError(28, "No space left on device"))


def answer(recorded: Recorded, prediction: Prediction, controls: UserControls | None = None, **held: Captured) -> None:
    slots = {PICTURE.kind: PICTURE, SOUND.kind: SOUND, TEXT.kind: TEXT}
    verdicts = {name: PRESENT if name in held else NO_SIGNAL for name in slots}
    observation = Observation(prediction.time_s, held, verdicts)
    recorded.thread.take_answer(slots, observation, controls or UserControls(), prediction)


def test_everything_is_recorded_on_one_clock(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path / "s")
    recorded.ring.write(tone(0, 1600))  # heard before: none of it is taken
    begun_s = monotonic_s()
    recorded.thread.start()
    wait_until(lambda: (tmp_path / "s" / "journal.jsonl").exists() and recorded.thread._heard)
    recorded.thread.take_frame(PICTURE, frame(begun_s - 5.0))  # from before
    recorded.thread.take_frame(PICTURE, frame(monotonic_s()))
    wait_until(lambda: monotonic_s() > begun_s + 0.1)
    recorded.ring.write(tone(0, 800))
    recorded.entry.set("seven ", monotonic_s())
    number = recorded.thread.mark("Mark 1")
    recorded.thread.name_mark(number, "a seven")
    wait_until(lambda: recorded.rows("text") and recorded.rows("sound"))
    recorded.stop()
    assert recorded.problem is None
    reader = SessionReader(tmp_path / "s")
    assert len(list(reader.frames())) == 1
    assert [text for _, text in reader.text_events()] == ["seven"]
    assert [mark.name for mark in reader.marks] == ["a seven"]
    with reader.sound() as sound:
        heard = sound.read(1 << 20)
    assert np.count_nonzero(heard) == pytest.approx(800, abs=60)
    assert reader.damage is None


def test_predictions_are_rows_and_another_model_begins_another_table(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path / "s")
    recorded.thread.start()
    first = replace(next(iter(random_predictions(1))), time_s=monotonic_s())
    answer(recorded, first)
    other = replace(first, labels=tuple(f"other {label}" for label in first.labels), time_s=monotonic_s())
    answer(recorded, other)
    recorded.stop()
    for name, taken in (("predictions.csv", first), ("predictions-2.csv", other)):
        with (tmp_path / "s" / name).open(encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream))
        assert len(rows) == 1
        assert 0 <= float(rows[0]["time_s"]) < WAIT_S
        assert f"p_{taken.labels[0]}" in rows[0]
    assert len(recorded.rows("answer")) == 2


def test_of_each_answer_it_is_told_what_it_was_made_from(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path / "s")
    recorded.ring.write(tone(0, 4000))
    recorded.thread.start()
    wait_until(lambda: recorded.thread._heard)
    noise = np.random.default_rng(0).integers(0, 255, (720, 1280, 3), np.uint8)
    taken = recorded.thread.take_frame(PICTURE, Frame(noise, monotonic_s(), 0))
    assert taken.frame_rgb is noise
    assert taken.model_rgb.shape == (360, 640, 3)
    recorded.ring.write(tone(4000, 16_000))
    window = recorded.ring.since(6000)
    sound = AudioInput(window.wave_mono[:9000], monotonic_s(), 6000)
    controls = UserControls(
        {"image": 0.5, "audio": 0.25, "text": 0.25},
        (Perturbation(Input("image", "image"), PerturbationKind.BLUR, 3.0),),
        frozenset({"text"}),
    )
    seen = ImageInput(taken.model_rgb, taken.time_s)
    first = replace(next(iter(random_predictions(1))), time_s=monotonic_s())
    answer(recorded, first, controls, image=seen, audio=sound, text=TextInput("drei", monotonic_s() - 100.0))
    early = AudioInput(window.wave_mono[:9000], monotonic_s(), 3000)
    answer(recorded, replace(first, time_s=monotonic_s()), audio=early)  # of before the beginning
    answer(recorded, replace(first, time_s=monotonic_s()), audio=sound)
    recorded.stop()
    moments = SessionReader(tmp_path / "s").moments()
    assert moments is not None
    assert len(moments) == 2
    moment, later = moments.at(0), moments.at(1)
    assert moment is not None
    assert later is not None
    assert moment.whole
    assert later.whole
    assert (moment.controls, later.controls) == (controls, UserControls())
    assert (moment.label, moment.fusion) == (first.label or "", first.fusion)
    observation = moment.observation(slots_of(DEFAULT_INPUTS))
    np.testing.assert_array_equal(observation.captured("image", ImageInput).frame_rgb, taken.model_rgb)
    np.testing.assert_array_equal(observation.captured("audio", AudioInput).wave_mono, tone(6000, 9000))
    assert observation.captured("text", TextInput).text == "drei"
    assert later.observation(slots_of(DEFAULT_INPUTS)).input_of("audio") is observation.input_of("audio")
    assert later.observation(slots_of(DEFAULT_INPUTS)).presence("image") == Presence(Reason.NO_SIGNAL)


def test_an_answer_that_a_recording_gives_is_a_row_and_not_to_be_given_again(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path / "s")
    recorded.ring.write(tone(0, 16_000))
    recorded.thread.start()
    wait_until(lambda: recorded.thread._heard)
    now_s = monotonic_s()
    recorded.ring.write(tone(16_000, 16_000))
    played = AudioInput(tone(0, 9000), now_s, 17_000)  # a place in the recording that is played
    prediction = replace(next(iter(random_predictions(1))), time_s=now_s)
    observation = Observation(now_s, {"audio": played}, {"audio": PRESENT}, RecordedControls(UserControls(), "gate"))
    recorded.thread.take_answer({"audio": SOUND}, observation, UserControls(), prediction)
    recorded.stop()
    assert recorded.rows("answer") == []
    assert SessionReader(tmp_path / "s").moments() is None
    assert (tmp_path / "s" / "predictions.csv").read_text(encoding="utf-8").count("\n") == 2


def test_a_table_that_is_about_to_be_there_does_not_end_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []

    def slow(path: Path) -> PredictionLog:
        threading.Event().wait(3 * SYNC_S)  # what is brought to the disk meanwhile must be there
        synced.append(path.name)
        return PredictionLog(path)

    monkeypatch.setattr(recording_thread, "PredictionLog", slow)
    recorded = Recorded(tmp_path / "s")
    recorded.thread.start()
    answer(recorded, replace(next(iter(random_predictions(1))), time_s=monotonic_s()))
    wait_until(lambda: synced)
    recorded.stop()
    assert recorded.problem is None
    assert (tmp_path / "s" / "predictions.csv").stat().st_size


def test_answers_that_wait_for_the_disk_are_few(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path / "s")  # not begun: nothing is written
    taken = replace(next(iter(random_predictions(1))), time_s=monotonic_s())
    for _ in range(MOST_ANSWERS + 5):
        answer(recorded, taken)
    assert len(recorded.thread._jobs) == MOST_ANSWERS
    recorded.thread.mark("Mark 1")
    assert len(recorded.thread._jobs) == MOST_ANSWERS + 1


def test_pictures_are_dropped_and_counted_when_the_disk_stands_still(tmp_path: Path, monkeypatch) -> None:
    going, come = threading.Event(), threading.Event()
    write = recording_thread.RecordingWriter.add_picture

    def slow(*arguments) -> None:
        come.set()
        going.wait(WAIT_S)
        write(*arguments)

    monkeypatch.setattr(recording_thread.RecordingWriter, "add_picture", slow)
    recorded = Recorded(tmp_path / "s")
    recorded.thread.start()
    recorded.thread.take_frame(PICTURE, frame(monotonic_s()))
    assert come.wait(WAIT_S)
    for number in range(MOST_FRAMES + 7):  # returns at once, however the disk is
        recorded.thread.take_frame(PICTURE, frame(monotonic_s(), number))
    assert recorded.thread.state().dropped == 7
    going.set()
    recorded.stop()
    assert len(list(SessionReader(tmp_path / "s").frames())) == MOST_FRAMES + 1
    assert recorded.rows("dropped")[-1]["pictures"] == 7


def test_a_full_disk_ends_it_and_what_is_there_plays(tmp_path: Path) -> None:
    room = [10 * LEAST_ROOM]
    recorded = Recorded(tmp_path / "s", room_of=lambda _: room[0])
    recorded.thread.start()
    recorded.thread.take_frame(PICTURE, frame(monotonic_s()))
    wait_until(lambda: recorded.thread.state().room == room[0])
    room[0] = LEAST_ROOM - 1
    assert recorded.ended.wait(WAIT_S)
    assert recorded.problem == Problem("record.full", path=tmp_path / "s")
    recorded.thread.wait(WAIT_S)
    reader = SessionReader(tmp_path / "s")
    assert reader.damage is None
    assert len(list(reader.frames())) == 1


def test_without_room_nothing_begins(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path / "new" / "s", room_of=lambda _: LEAST_ROOM)
    recorded.thread.start()
    assert recorded.ended.wait(WAIT_S)
    assert recorded.problem is not None
    assert recorded.problem.code == "record.no_room"
    assert not (tmp_path / "new").exists()


def test_a_folder_that_disappears_ends_it(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path / "s")
    recorded.thread.start()
    wait_until(lambda: recorded.thread.state().room > 0)
    shutil.rmtree(tmp_path / "s")
    assert recorded.ended.wait(WAIT_S)
    assert recorded.problem is not None
    assert recorded.problem.code in ("record.folder_gone", "output.no_folder")


def test_a_clock_that_jumps_leaves_times_in_order(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path / "s")
    recorded.thread.start()
    now_s = monotonic_s()
    for time_s in (now_s, now_s + 86_400.0, now_s + 0.001, now_s + 1e9):
        recorded.thread.take_frame(PICTURE, frame(time_s))
    recorded.stop()
    times = [row["t"] for row in recorded.rows("picture")]
    assert len(times) == 4
    assert times == sorted(times)
    assert times[-1] < WAIT_S
    assert len(list(SessionReader(tmp_path / "s").frames())) == 4


def test_another_source_is_heard_from_its_beginning(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path / "s")
    recorded.thread.start()
    wait_until(lambda: recorded.thread._heard)
    recorded.ring.write(tone(0, 800))
    wait_until(lambda: len(recorded.rows("sound")) == 1)
    another = AudioRing()
    another.write(tone(0, 400))
    recorded.ring = another
    wait_until(lambda: len(recorded.rows("sound")) == 2)
    recorded.stop()
    assert [(row["n"], row.get("fresh", False)) for row in recorded.rows("sound")] == [(800, True), (400, True)]


def test_what_is_discarded_leaves_nothing_behind(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path / "s")
    recorded.thread.start()
    recorded.thread.take_frame(Slot(Modality.IMAGE, 1), frame(monotonic_s()))
    wait_until((tmp_path / "s" / "image-2.mjpeg").exists)
    recorded.stop(discard=True)
    assert recorded.problem is None
    assert list(tmp_path.iterdir()) == []


def test_what_is_discarded_goes_even_where_the_disk_takes_no_more(tmp_path: Path, monkeypatch) -> None:
    recorded = Recorded(tmp_path / "s")
    recorded.thread.start()
    answer(recorded, replace(next(iter(random_predictions(1))), time_s=monotonic_s()))
    wait_until((tmp_path / "s" / "predictions.csv").exists)

    monkeypatch.setattr(PredictionLog, "close", close_on_full_disk)
    recorded.stop(discard=True)
    assert recorded.problem is None
    assert recorded.thread.deleted
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_cannot_be_closed_does_not_tear_the_rest(tmp_path: Path, monkeypatch) -> None:
    recorded = Recorded(tmp_path / "s")
    recorded.thread.start()
    recorded.thread.take_frame(PICTURE, frame(monotonic_s()))
    answer(recorded, replace(next(iter(random_predictions(1))), time_s=monotonic_s()))

    monkeypatch.setattr(PredictionLog, "close", close_on_full_disk)
    recorded.stop()
    assert recorded.problem is not None
    assert recorded.problem.code == "output.full"
    assert SessionReader(tmp_path / "s").damage is None


@pytest.mark.parametrize("after_s", [1.0, 2.3])
def test_a_kill_loses_next_to_nothing(tmp_path: Path, after_s: float) -> None:
    recorded_s = record_until_killed(tmp_path / "s", after_s)
    played = play(tmp_path / "s")
    assert played.opened
    assert played.pictures > 0
    assert recorded_s - played.duration_s <= 2.0
    assert "torn off" in played.line
