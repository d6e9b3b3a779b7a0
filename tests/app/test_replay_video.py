"""A recording as a finished video, or as a table: from command line and window, in a process of its own."""

from __future__ import annotations

import csv
import io
import shutil
import sys
from pathlib import Path

import cv2
import numpy as np
import psutil
import pytest
from pyarrow import parquet
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from mmdesk.app import log, paths, recording_export_desk, recording_export_run
from mmdesk.app.command_line import main
from mmdesk.app.recording_export_desk import Playing, RecordingExportDesk
from mmdesk.app.replay_video import FPS, SIZE_PX
from mmdesk.core.live_stats import ModelState
from mmdesk.core.transport import PlayedContents, TransportState
from mmdesk.core.user_controls import AS_RECORDED, ReplayControls, UserControls
from mmdesk.ui.export_choice import ExportChoice
from mmdesk.ui.main_window import MainWindow
from tests.fakes.recordings import write_recording
from tests.fakes.terminal import Terminal

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WAIT_MS = 120_000


@pytest.fixture(autouse=True)
def closed_log():
    yield
    log.stop_log()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_recording(tmp_path_factory.mktemp("s") / "recording")


def pictures(path: Path) -> list[np.ndarray]:
    capture, found = cv2.VideoCapture(str(path)), []
    while (read := capture.read())[0]:
        found.append(read[1])
    capture.release()
    return found


def test_a_stretch_becomes_a_video_with_panels_and_sound(folder: Path, tmp_path: Path, qapp, capsys) -> None:
    path = tmp_path / "film.webm"
    assert main(["replay", str(folder), "--video", str(path), "--from", "0.5", "--to", "1.5"]) == 0
    assert str(path) in capsys.readouterr().out
    shown = pictures(path)
    assert len(shown) == FPS
    assert shown[0].shape == (SIZE_PX[1], SIZE_PX[0], 3)
    assert np.abs(shown[0].astype(int) - shown[-1]).mean() > 0.5, "the picture and the answer change"
    assert shown[-1].std() > 20, "something is drawn"
    assert b"A_OPUS" in path.read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == ["film.webm"]
    assert main(["replay", str(folder), "--video", str(path), "--to", "0.2"]) == 0, "its own may be written over"


def test_on_stderr_it_is_told_how_far_a_video_is_and_once_what_is_damaged(
    folder: Path, tmp_path: Path, qapp, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copytree(folder, tmp_path / "damaged")
    content = bytearray((copy / "image.mjpeg").read_bytes())
    content[len(content) // 2] ^= 0xFF
    (copy / "image.mjpeg").write_bytes(content)
    monkeypatch.setattr(sys, "stderr", Terminal())
    words = ["--out", str(tmp_path / "report"), "--video", str(tmp_path / "film.webm")]
    assert main(["replay", str(copy), *words]) == 0
    told = sys.stderr.getvalue()
    assert "video: " in told
    assert told.count("is damaged in places") == 1
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert main(["replay", str(copy), "--video", str(tmp_path / "film.webm")]) == 0
    told = sys.stderr.getvalue()
    assert "video: " not in told, "a file keeps every line"
    assert told.count("is damaged in places") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "There is nothing to write."),
        (["--video", "film.mp4"], "film.mp4 is no name of a video."),
        (["--video", "never.webm", "--from", "7"], "There is no answer in this stretch of the recording."),
    ],
)
def test_mistakes_are_reported_in_one_line(words: list[str], said: str, folder: Path, capsys) -> None:
    assert main(["replay", str(folder), *words]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert said in error
    assert not Path("never.webm").exists()


class Models:
    wanted = paths.bundled_model()


@pytest.fixture
def desk(qtbot: QtBot, folder: Path):
    window = MainWindow()
    qtbot.addWidget(window)
    desk = RecordingExportDesk(
        window, Models(), lambda: Playing(folder, TransportState(begin_s=0.0, end_s=0.4)), window
    )
    yield desk
    assert desk.shutdown()
    window.audience.close()


def test_the_window_has_one_made_and_says_where_it_stands(
    qtbot: QtBot, desk: RecordingExportDesk, tmp_path: Path
) -> None:
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS) as ended:
        desk.write(tmp_path / "film.webm")
    assert ended.args == [True, None]
    assert len(pictures(tmp_path / "film.webm")) == round(0.4 * FPS)
    assert str(tmp_path / "film.webm") in str(desk._window.notice.problem)
    assert not desk.active


@pytest.mark.parametrize("name", ["answers.csv", "answers.parquet"])
def test_the_answers_become_a_table(qtbot: QtBot, desk: RecordingExportDesk, tmp_path: Path, name: str) -> None:
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS) as ended:
        desk.write(tmp_path / name)
    assert ended.args == [True, None]
    assert [each.name for each in tmp_path.iterdir()] == [name]
    if name.endswith(".csv"):
        with (tmp_path / name).open(encoding="utf-8", newline="") as stream:
            times = [float(row["time_s"]) for row in csv.DictReader(stream)]
    else:
        times = parquet.read_table(tmp_path / name)["time_s"].to_pylist()
    assert times
    assert all(0 <= time_s < 0.4 for time_s in times), "only the chosen stretch"


def test_a_stretch_without_answers_is_no_table(
    qtbot: QtBot, desk: RecordingExportDesk, folder: Path, tmp_path: Path
) -> None:
    desk._playing = lambda: Playing(folder, TransportState(begin_s=1.999, end_s=2.0))
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS):
        desk.write(tmp_path / "answers.csv")
    assert desk._window.notice.problem.code == "recording_export.no_answers"
    assert list(tmp_path.iterdir()) == []


def test_one_that_is_cancelled_leaves_nothing(qtbot: QtBot, desk: RecordingExportDesk, tmp_path: Path) -> None:
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS) as ended:
        desk.write(tmp_path / "film.webm")
        desk.cancel()
    assert ended.args == [False, None]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("cancel", [False, True], ids=["killed", "killed when cancelled"])
def test_one_whose_process_is_killed_leaves_nothing_and_another_can_be_made(
    qtbot: QtBot, desk: RecordingExportDesk, folder: Path, tmp_path: Path, cancel: bool
) -> None:
    desk._playing = lambda: Playing(folder, TransportState(begin_s=0.0, end_s=2.0))
    with qtbot.waitSignal(desk.progressed, timeout=WAIT_MS):
        desk.write(tmp_path / "film.webm")
    qtbot.waitUntil(lambda: any(tmp_path.iterdir()), timeout=WAIT_MS)
    process = psutil.Process(desk._run._process.pid)
    process.suspend()  # it hears nothing any more
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS) as ended:
        if cancel:
            desk.cancel()
        process.kill()
    assert ended.args[0] is False
    assert (ended.args[1] is None) == cancel
    assert list(tmp_path.iterdir()) == []
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS) as ended:
        desk.write(tmp_path / "answers.csv")
    assert ended.args == [True, None]


def test_one_that_hangs_when_it_is_cancelled_is_ended_and_the_next_waits_for_that(
    qtbot: QtBot, desk: RecordingExportDesk, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording_export_run, "STOP_S", 0.2)
    desk._playing = lambda: Playing(folder, TransportState(begin_s=0.0, end_s=2.0))
    with qtbot.waitSignal(desk.progressed, timeout=WAIT_MS):
        desk.write(tmp_path / "film.webm")
    qtbot.waitUntil(lambda: any(tmp_path.iterdir()), timeout=WAIT_MS)
    psutil.Process(desk._run._process.pid).suspend()
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS) as ended:
        desk.cancel()
        desk.write(tmp_path / "answers.csv")
    assert ended.args == [False, None]
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS) as ended:
        assert desk.active
    assert ended.args == [True, None]
    assert [each.name for each in tmp_path.iterdir()] == ["answers.csv"]


def test_while_one_is_made_no_other_is_asked_for(
    qtbot: QtBot, desk: RecordingExportDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write(tmp_path / "film.webm")
    monkeypatch.setattr(recording_export_desk, "ask_save_path", lambda *_: pytest.fail("it would not be written"))
    desk._window.menus.set_playing(True)
    desk._window.menus.export_answers.trigger()
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS):
        desk.cancel()


def test_what_goes_wrong_is_said(qtbot: QtBot, desk: RecordingExportDesk, tmp_path: Path) -> None:
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS):
        desk.write(tmp_path / "missing" / "film.webm")
    assert "missing" in str(desk._window.notice.problem)


OWN = UserControls({"image": 0.2, "audio": 0.3, "text": 0.5}, muted=frozenset({"audio"}))
GATE, CONCATENATION = "attention_gate", "concatenation"


class Asked:
    """What the desk asks and writes, and what is answered."""

    def __init__(self, desk: RecordingExportDesk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk, self.folder = desk, folder
        self.offered: list[list[str]] = []
        self.written: list[ReplayControls] = []
        self.recorded, self.accepts = False, True
        desk._window.menus.set_playing(True)
        desk._window.show_model_state(ModelState("digits", True, fusions=(GATE, CONCATENATION), fusion=GATE))
        answer = self.answer

        def asked(choice: ExportChoice) -> QDialog.DialogCode:
            return answer(choice)

        monkeypatch.setattr(ExportChoice, "exec", asked)
        monkeypatch.setattr(desk, "write", lambda path, under: self.written.append(under))
        monkeypatch.setattr(recording_export_desk, "ask_save_path", lambda *_: Path("a.csv"))

    def answer(self, choice: ExportChoice) -> QDialog.DialogCode:
        self.offered.append(choice.differences)
        if self.recorded:
            choice.recorded_button.click()
        return QDialog.DialogCode.Accepted if self.accepts else QDialog.DialogCode.Rejected

    def plays(self, *, as_recorded: bool = True, own_fusion: bool = False, held: bool = False, text: str | None = None):
        contents = PlayedContents("x", 2.0, held=held, fusions=frozenset({GATE}))
        playing = Playing(self.folder, TransportState(as_recorded=as_recorded), contents, own_fusion, text)
        self.desk._playing = lambda: playing

    def export(self) -> list[ReplayControls]:
        self.written.clear()
        self.offered.clear()
        for action in (self.desk._window.menus.export_answers, self.desk._window.menus.export_video):
            action.trigger()
        return self.written


@pytest.fixture
def asked(desk: RecordingExportDesk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    return Asked(desk, folder, monkeypatch)


def test_who_has_changed_nothing_is_not_asked(asked: Asked) -> None:
    for as_recorded in (True, False):
        asked.plays(as_recorded=as_recorded)
        assert asked.export() == [AS_RECORDED] * 2
    asked.plays(held=True, own_fusion=True)  # the method of then, chosen once more
    assert asked.export() == [AS_RECORDED] * 2
    assert asked.offered == []


def test_own_controls_and_methods_are_offered_and_what_was_recorded_too(asked: Asked) -> None:
    menus, window = asked.desk._window.menus, asked.desk._window
    asked.plays(held=True)
    window.controls.controls = OWN
    assert asked.export() == [ReplayControls(OWN)] * 2
    assert len(asked.offered[0]) == 2
    asked.recorded = True
    assert asked.export() == [AS_RECORDED] * 2
    asked.recorded = False
    menus.tick_fusion(CONCATENATION)
    asked.plays(own_fusion=True)
    assert asked.export() == [ReplayControls(OWN, methods=False)] * 2
    assert (asked.offered[0][0], len(asked.offered[0])) == ("method: Concatenation", 3)
    window.controls.controls = UserControls()
    assert asked.export() == [ReplayControls(methods=False)] * 2
    assert asked.offered[0] == ["method: Concatenation"]
    menus.tick_fusion(GATE)
    asked.plays(text="nine")
    assert asked.export() == [ReplayControls(text="nine")] * 2
    asked.plays(as_recorded=False, held=True)
    assert asked.export() == [ReplayControls(UserControls(), methods=False)] * 2
    assert asked.offered[0] == ["without the changes of then"]
    asked.accepts = False
    assert asked.export() == []


def test_a_table_under_own_controls_is_made_in_the_process(
    qtbot: QtBot, desk: RecordingExportDesk, tmp_path: Path
) -> None:
    for name, under in (("then.csv", AS_RECORDED), ("own.csv", ReplayControls(OWN))):
        with qtbot.waitSignal(desk.ended, timeout=WAIT_MS) as ended:
            desk.write(tmp_path / name, under)
        assert ended.args == [True, None]
    tables = ((tmp_path / name).read_text("utf-8").splitlines() for name in ("then.csv", "own.csv"))
    then, own = (list(csv.DictReader(lines)) for lines in tables)
    assert {row["presence_audio"] for row in own} == {"muted by you"} != {row["presence_audio"] for row in then}
    assert {row["override"] for row in own} == {"0.200000 0.300000 0.500000"}
    assert [row["time_s"] for row in own] == [row["time_s"] for row in then]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--weights", "image"], "--weights image gives no shares"),
        (["--weights", "nose=1"], "--weights nose=1 gives no shares"),
        (["--weights", "image=0,audio=0"], "gives no shares"),
        (["--weights", "image=-1,audio=2"], "gives no shares"),
        (["--perturb", "image.babble"], "names nothing that can be done"),
        (["--perturb", "image.blur=99"], "Give a strength from 0 to 24."),
        (["--perturb", "image.blur=x"], "Give a strength from 0 to 24."),
        (["--perturb", "image.blur", "--perturb", "image.blur=2"], "a second time"),
        (["--mute", "nose"], "There are these: image, audio, text."),
    ],
)
def test_what_cannot_be_in_force_is_reported(
    words: list[str], said: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", str(folder), "--out", str(tmp_path / "r"), *words]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert said in error
    assert not (tmp_path / "r").exists()
