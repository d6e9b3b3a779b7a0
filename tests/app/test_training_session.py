"""The Train window's work: folders checked, previews drawn, a tiny model trained, stopped, resumed and evaluated."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
import pytest
from pytestqt.qtbot import QtBot

from mmdesk.app.child_work import problem_of
from mmdesk.app.jobs import free_model_file, run_folder
from mmdesk.app.training_process import NICENESS, PREVIEW_ROWS
from mmdesk.app.training_session import TrainingSession
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.problem import Problem
from mmdesk.core.training_plan import (
    EvaluationOutcome,
    FolderReport,
    PreviewRow,
    TrainingOptions,
    TrainingOutcome,
    TrainingRequest,
)
from mmdesk.core.training_progress import EpochReport
from mmdesk.core.training_settings import StageSettings, TrainingSettings
from mmdesk.models.fusion import possible_fusions
from mmdesk.ui.problem_table import filled
from tests.three_inputs import IMAGE, TEXT
from tests.training.tiny import WORDS, write_tiny

LONG_MS = 60_000
PLAIN = TrainingSettings()
OTHERS = tuple(kind for kind in possible_fusions(2, PLAIN.dim) if kind != PLAIN.fusion)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("with space é") / "tiny")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[TrainingSession]:
    session = TrainingSession("cpu")
    yield session
    assert session.shutdown()


def epochs_of(stage: StageSettings, epochs: int) -> StageSettings:
    return replace(stage, epochs=epochs)


def with_settings(request: TrainingRequest, **changes: object) -> TrainingRequest:
    return replace(request, settings=replace(request.settings, **changes))  # type: ignore[arg-type]


def request_for(folder: Path, out: Path) -> TrainingRequest:
    return TrainingRequest(
        folder=str(folder),
        out=str(out),
        settings=TrainingSettings(
            others=OTHERS,
            encoders={IMAGE: "cnn", TEXT: "bag_of_words"},
            encoder_stage=epochs_of(PLAIN.encoder_stage, 3),
            fusion_stage=epochs_of(PLAIN.fusion_stage, 4),
        ),
    )


def long_request(folder: Path, out: Path) -> TrainingRequest:
    return with_settings(request_for(folder, out), encoder_stage=epochs_of(PLAIN.encoder_stage, 500))


def run(qtbot: QtBot, session: TrainingSession, request: TrainingRequest) -> TrainingOutcome:
    with qtbot.waitSignal(session.run_ended, timeout=LONG_MS) as ended:
        session.start(request)
    return ended.args[0]


def test_options_name_every_kind_and_the_default_first(qtbot: QtBot, session: TrainingSession) -> None:
    with qtbot.waitSignal(session.options_ready, timeout=LONG_MS) as ready:
        session.look_up_options()
    options: TrainingOptions = ready.args[0]
    assert "attention_gate" in options.fusions
    assert "unimodal" not in options.fusions
    assert options.encoders["text"][0] == "tfidf"
    assert options.device.startswith("CPU")


def test_a_sound_folder_is_counted_split_and_given_a_place(
    qtbot: QtBot, session: TrainingSession, folder: Path
) -> None:
    with qtbot.waitSignal(session.folder_reported, timeout=LONG_MS) as reported:
        session.check_folder(str(folder))
    report: FolderReport = reported.args[0]
    assert report.can_train
    assert [one.label for one in report.classes] == sorted(WORDS)
    assert [one.having for one in report.classes] == [(12, 12, 12)] * 3
    assert report.inputs == DEFAULT_INPUTS
    assert report.splits is not None
    assert sum(report.splits) == 36
    assert Path(report.out) == folder.with_name("tiny.mmdesk")
    assert report.interrupted is None


def test_problems_are_reported_with_file_and_line(qtbot: QtBot, session: TrainingSession, tmp_path: Path) -> None:
    (tmp_path / "samples.csv").write_text("image,text,label\nmissing.png,a,x\n,b,\n", encoding="utf-8")
    with qtbot.waitSignal(session.folder_reported, timeout=LONG_MS) as reported:
        session.check_folder(str(tmp_path))
    report: FolderReport = reported.args[0]
    assert not report.can_train
    assert {(problem.file, problem.line) for problem in report.problems} >= {("samples.csv", 2), ("samples.csv", 3)}
    with qtbot.waitSignal(session.folder_reported, timeout=LONG_MS) as reported:
        session.check_folder(str(tmp_path / "nowhere"))
    assert "no such folder" in str(reported.args[0].problems[0])


def test_a_newer_folder_takes_the_place_of_an_older_one(
    qtbot: QtBot, session: TrainingSession, folder: Path, tmp_path: Path
) -> None:
    reports: list[FolderReport] = []
    session.folder_reported.connect(reports.append)
    session.check_folder(str(folder))
    session.check_folder(str(tmp_path))
    qtbot.waitUntil(lambda: bool(reports) and reports[-1].folder == str(tmp_path), timeout=LONG_MS)
    assert session.shutdown()
    assert reports[-1].folder == str(tmp_path)


def test_a_check_that_is_given_up_reports_nothing(
    qtbot: QtBot, session: TrainingSession, folder: Path, tmp_path: Path
) -> None:
    reports: list[FolderReport] = []
    session.folder_reported.connect(reports.append)
    session.check_folder(str(folder))
    session.leave_check()
    session.check_folder(str(tmp_path))
    qtbot.waitUntil(lambda: bool(reports), timeout=LONG_MS)
    assert [report.folder for report in reports] == [str(tmp_path)]


def test_the_preview_holds_originals_and_variations(qtbot: QtBot, session: TrainingSession, folder: Path) -> None:
    with qtbot.waitSignal(session.folder_reported, timeout=LONG_MS):
        session.check_folder(str(folder))
    draws: list[tuple[PreviewRow, ...]] = []
    for name, seed in (("strong", 1), ("strong", 1), ("strong", 2), ("none", 1)):
        with qtbot.waitSignal(session.preview_ready, timeout=LONG_MS) as ready:
            session.draw_preview(name, seed)
        draws.append(ready.args[0])
    first, again, other, plain = draws
    assert len(first) == PREVIEW_ROWS
    assert {row.label for row in first} == set(WORDS)
    for row in first:
        for name in ("image", "audio"):
            cell = row.cells[name]
            assert cell is not None
            assert all(isinstance(picture, np.ndarray) and picture.dtype == np.uint8 for picture in cell)
    varied = [np.asarray(row.cells["image"][1]) for row in first]  # type: ignore[index]
    assert all(np.array_equal(a, row.cells["image"][1]) for a, row in zip(varied, again, strict=True))  # type: ignore[index]
    assert not all(np.array_equal(a, row.cells["image"][1]) for a, row in zip(varied, other, strict=True))  # type: ignore[index]
    assert all(np.array_equal(*row.cells["image"]) for row in plain)  # type: ignore[misc]


def test_a_tiny_model_is_trained_then_evaluated(
    qtbot: QtBot, session: TrainingSession, folder: Path, tmp_path: Path
) -> None:
    epochs: list[EpochReport] = []
    session.epoch_ended.connect(epochs.append)
    out = tmp_path / "modèle.mmdesk"
    outcome = run(qtbot, session, request_for(folder, out))
    assert outcome.problem is None
    assert outcome.model == str(out)
    assert out.is_file()
    assert [report.stage for report in epochs] == ["encoders"] * 3 + ["fusion"] * 4
    assert outcome.accuracy == [report for report in epochs if report.best][-1].validation_accuracy
    assert list(outcome.input_accuracy) == ["image", "text"]
    assert outcome.next_out.endswith("modèle-2.mmdesk")
    assert not session.is_working
    with qtbot.waitSignal(session.evaluation_ended, timeout=LONG_MS) as ended:
        session.evaluate(str(out), str(folder))
    figures: EvaluationOutcome = ended.args[0]
    assert figures.problem is None
    assert figures.rows[0].inputs == ("image", "text")
    assert 0 <= figures.rows[0].low <= figures.rows[0].accuracy <= figures.rows[0].high <= 1
    assert Path(figures.page).is_file()
    assert Path(figures.page).parent == tmp_path / "modèle-report"


def test_a_stopped_run_goes_on_to_the_same_end(
    qtbot: QtBot, session: TrainingSession, folder: Path, tmp_path: Path
) -> None:
    whole = run(qtbot, session, request_for(folder, tmp_path / "whole.mmdesk"))
    request = request_for(folder, tmp_path / "tiny.mmdesk")
    starts: list[tuple[EpochReport, ...]] = []
    session.run_started.connect(starts.append)
    session.epoch_ended.connect(session.cancel)
    stopped = run(qtbot, session, request)
    session.epoch_ended.disconnect(session.cancel)
    assert stopped.cancelled
    assert not (tmp_path / "tiny.mmdesk").exists()
    resumed = run(qtbot, session, request)
    assert starts[0] == ()
    assert len(starts[1]) >= 1
    assert starts[1][0].stage == "encoders"
    assert (resumed.accuracy, resumed.input_accuracy) == (whole.accuracy, whole.input_accuracy)


def test_an_interrupted_run_is_found_with_its_choices(qtbot: QtBot, session: TrainingSession, tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "mine", per_class=6)
    request = with_settings(request_for(folder, tmp_path / "mine.mmdesk"), fusion="concatenation", others=(), seed=7)
    session.epoch_ended.connect(session.cancel)
    assert run(qtbot, session, request).cancelled
    with qtbot.waitSignal(session.folder_reported, timeout=LONG_MS) as reported:
        session.check_folder(str(folder))
    assert reported.args[0].interrupted == request.settings
    assert Path(reported.args[0].out) == tmp_path / "mine.mmdesk"
    described = run_folder(tmp_path / "mine.mmdesk") / "run.json"
    document = json.loads(described.read_text(encoding="utf-8"))
    described.write_text(json.dumps(document | {"data": "other"}), encoding="utf-8")
    with qtbot.waitSignal(session.folder_reported, timeout=LONG_MS) as reported:
        session.check_folder(str(folder))
    assert reported.args[0].interrupted is None
    assert Path(reported.args[0].out) == tmp_path / "mine-2.mmdesk"


def test_shutdown_in_the_middle_of_a_run_keeps_its_state(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    session = TrainingSession("cpu")
    ended: list[TrainingOutcome] = []
    session.run_ended.connect(ended.append)
    with qtbot.waitSignal(session.epoch_ended, timeout=LONG_MS):
        session.start(long_request(folder, tmp_path / "tiny.mmdesk"))
    assert session.shutdown()
    assert ended == []
    assert list(run_folder(tmp_path / "tiny.mmdesk").glob("state-*.pt"))


@pytest.mark.parametrize(
    ("name", "words"),
    [("taken.mmdesk", "exists already"), ("model.zip", "does not end in"), ("nowhere/a.mmdesk", "no folder")],
)
def test_an_impossible_place_is_reported_before_anything_is_trained(
    qtbot: QtBot, session: TrainingSession, folder: Path, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "taken.mmdesk").write_bytes(b"")
    outcome = run(qtbot, session, request_for(folder, tmp_path / name))
    assert words in str(outcome.problem)
    assert filled(outcome.problem).remedy
    assert not list(tmp_path.glob("*.training"))


def test_a_model_is_replaced_only_when_asked(
    qtbot: QtBot, session: TrainingSession, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.mmdesk"
    one = epochs_of(PLAIN.encoder_stage, 1)
    quick = with_settings(request_for(folder, out), others=(), encoder_stage=one, fusion_stage=one)
    assert run(qtbot, session, quick).model
    assert "exists already" in str(run(qtbot, session, quick).problem)
    with qtbot.waitSignal(session.run_ended, timeout=LONG_MS) as ended:
        session.start(quick, True)
    assert ended.args[0].model == str(out)


def test_an_evaluation_that_cannot_be_is_reported(
    qtbot: QtBot, session: TrainingSession, folder: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.evaluation_ended, timeout=LONG_MS) as ended:
        session.evaluate(str(tmp_path / "none.mmdesk"), str(folder))
    assert "none.mmdesk" in str(ended.args[0].problem)
    assert ended.args[0].rows == ()


def test_free_places_avoid_models_and_interrupted_runs(tmp_path: Path) -> None:
    wanted = tmp_path / "m.mmdesk"
    assert free_model_file(wanted) == wanted
    wanted.write_bytes(b"")
    (tmp_path / "m-2.mmdesk.training").mkdir()
    (tmp_path / "m-2.mmdesk.training" / "state-encoders.pt").write_bytes(b"")
    assert free_model_file(wanted) == tmp_path / "m-3.mmdesk"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_killed_run_is_reported_and_goes_on_to_the_same_end(
    qtbot: QtBot, session: TrainingSession, folder: Path, tmp_path: Path
) -> None:
    whole = run(qtbot, session, request_for(folder, tmp_path / "whole.mmdesk"))
    request = request_for(folder, tmp_path / "killed.mmdesk")
    with qtbot.waitSignal(session.run_ended, timeout=LONG_MS) as ended:
        # The state of an epoch is written after its report: with the second one that of the first is there.
        second = [session.epoch_ended, session.epoch_ended]
        with qtbot.waitSignals(second, timeout=LONG_MS):
            session.start(request)
        assert session.pid is not None
        os.kill(session.pid, signal.SIGKILL)
    problem = ended.args[0].problem
    assert problem == Problem("training.process_killed")
    assert "start again" in filled(problem).remedy
    assert not session.is_working
    starts: list[tuple[EpochReport, ...]] = []
    session.run_started.connect(starts.append)
    resumed = run(qtbot, session, request)
    assert len(starts[0]) >= 1
    assert (resumed.accuracy, resumed.input_accuracy) == (whole.accuracy, whole.input_accuracy)


@pytest.mark.skipif(sys.platform != "linux", reason="reads what a process has loaded")
def test_the_process_steps_back_loads_no_qt(
    qtbot: QtBot, session: TrainingSession, folder: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.epoch_ended, timeout=LONG_MS):
        session.start(long_request(folder, tmp_path / "tiny.mmdesk"))
    assert session.pid is not None
    process = psutil.Process(session.pid)
    assert process.nice() == NICENESS
    loaded = {Path(one.path).name for one in process.memory_maps()}
    assert any("torch" in name for name in loaded)
    assert not any("Qt6" in name or "pyside" in name.lower() for name in loaded)
    with qtbot.waitSignal(session.run_ended, timeout=LONG_MS):
        session.cancel()
    assert session.shutdown()
    assert not psutil.pid_exists(process.pid)


@pytest.mark.parametrize(
    "error", [MemoryError(), RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory")]
)
def test_a_lack_of_memory_is_reported_as_that(error: Exception) -> None:
    assert problem_of(error) == Problem("training.no_memory")
    assert problem_of(ValueError("x")).code == "internal"


def test_what_the_process_logs_is_logged_here(
    qtbot: QtBot, session: TrainingSession, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(session.folder_reported, timeout=LONG_MS):
        session.check_folder(str(folder))
    with qtbot.waitSignal(session.failed, timeout=LONG_MS) as failed:
        session.draw_preview("unheard of", 0)
    assert failed.args[0].code == "internal"
    (record,) = [each for each in caplog.records if each.name == "mmdesk.app.child_work"]
    assert record.getMessage().startswith("preview failed")
    assert "KeyError" in record.getMessage()
