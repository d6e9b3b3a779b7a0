"""``mmdesk record``: recordings without a window."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from mmdesk.app import log, paths
from mmdesk.app.command_line import main
from mmdesk.app.record import RecordingDesk
from mmdesk.app.streams import PassingLine
from mmdesk.core.clock import monotonic_s
from mmdesk.core.errors import MmdeskError
from mmdesk.core.modality import Modality
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import OFF, DeviceChoice, SourceState, SourceStatus
from mmdesk.engine.device_lister import DeviceLister
from mmdesk.engine.live_sources import SourceMakers
from mmdesk.sources.session import SessionReader
from tests.fakes.recordings import write_recording
from tests.fakes.terminal import Terminal

WORKS = None
BROKEN = Problem("camera.silent", name="Broken")
MUTE = Problem("microphone.silent", name="Mute")


@pytest.fixture(autouse=True)
def closed_log():
    yield
    log.stop_log()


def test_a_session_is_recorded_and_can_be_replayed(tmp_path, capsys, qapp):
    out = tmp_path / "recording"
    assert main(["record", "--out", str(out), "--seconds", "4", "--session", str(paths.sample_session())]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["recorded"] == ["audio", "image", "text"] or figures["recorded"] == ["audio", "image"]
    assert figures["duration_s"] == pytest.approx(4.0, abs=0.5)
    reader = SessionReader(out)
    assert reader.damage is None
    assert {Modality.IMAGE, Modality.AUDIO} <= reader.modalities
    assert sum(1 for _ in reader.frames()) > 10
    assert (out / "predictions.csv").read_text(encoding="utf-8").count("\n") > 3
    pictures = out / "image.mjpeg"
    content = pictures.read_bytes()
    pictures.write_bytes(content[: len(content) // 2])  # more than the last answer needs, on a slow machine too
    assert main(["replay", str(out), "--out", str(tmp_path / "report")]) == 0
    assert (tmp_path / "report" / "predictions.csv").exists()
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "is damaged in places" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--seconds", "0"], "--seconds 0 is out of range"),
        (["--seconds", "nan"], "--seconds nan is out of range"),
        (["--seconds", "1", "--session", "a", "--camera", "0"], "--session replaces camera and microphone"),
        (["--seconds", "1", "--fusion", "magic", "--session", "a"], "no fusion method magic"),
    ],
)
def test_mistakes_are_reported_in_one_line(words, said, tmp_path, capsys, qapp):
    assert main(["record", "--out", str(tmp_path / "s"), *words]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert said in error
    assert not (tmp_path / "s").exists()


def test_a_session_that_cannot_be_played_ends_it_at_once_and_nothing_is_left(tmp_path: Path, capsys, qapp):
    begun_s = monotonic_s()
    words = ["record", "--out", str(tmp_path / "s"), "--seconds", "600", "--session", str(tmp_path / "missing")]
    assert main(words) == 2
    assert monotonic_s() - begun_s < 600
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "There is no session folder" in error
    assert not (tmp_path / "s").exists()


def test_what_is_there_is_spared(tmp_path: Path, capsys, qapp):
    (tmp_path / "notes.txt").write_text("mine")
    session = str(paths.sample_session())
    assert main(["record", "--out", str(tmp_path), "--seconds", "1", "--session", session]) == 2
    assert "notes.txt" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


class Told:
    """A source that tells one state after the other, and gives nothing."""

    def __init__(self, name: str, on_state, problems) -> None:
        self.name, self._on_state, self._problems = name, on_state, problems

    @property
    def state(self) -> SourceState:
        return OFF

    def start(self) -> None:
        for problem in self._problems:
            status = SourceStatus.RUNNING if problem is WORKS else SourceStatus.FAILED
            self._on_state(SourceState(status, self.name, problem))

    def stop(self, timeout_s: float = 2.0) -> bool:
        return True


def record(out: Path, seconds: float, pictures=(), sounds=(), **asked: str) -> None:
    """Record from a camera and a microphone that tell of problems, one after the other; `WORKS` for none."""
    makers = SourceMakers(
        camera=lambda key, _, on_state: Told(key, on_state, pictures),
        microphone=lambda key, _, on_state: Told(str(key), on_state, sounds),
    )
    unsaid = dict.fromkeys(("model", "fusion", "max_rate", "session", "camera", "microphone"))
    arguments = Namespace(**{**unsaid, "out": out, "seconds": seconds, "device": "cpu", **asked})
    with PassingLine() as line:
        RecordingDesk(arguments, line, makers).run()


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A camera and a microphone that the system lists."""
    devices = [DeviceChoice("0", "Camera")], [DeviceChoice("1", "Microphone")]
    monkeypatch.setattr(DeviceLister, "_list", lambda lister: lister.listed.emit(*devices))


def test_a_camera_that_is_not_there_ends_it_at_once_and_nothing_is_left(tmp_path: Path, capsys, qapp):
    begun_s = monotonic_s()
    assert main(["record", "--out", str(tmp_path / "s"), "--seconds", "600", "--camera", "Typo"]) == 2
    assert monotonic_s() - begun_s < 300
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "Typo" in error
    assert not (tmp_path / "s").exists()


def test_each_device_that_was_asked_for_counts(tmp_path: Path, qapp):
    with pytest.raises(MmdeskError) as raised:
        record(tmp_path / "s", 600, [WORKS], [MUTE], camera="0", microphone="1")
    assert raised.value.problem == MUTE
    assert not (tmp_path / "s").exists()


def test_of_devices_that_nobody_asked_for_one_is_enough(tmp_path: Path, qapp, listed):
    record(tmp_path / "s", 1, [BROKEN], [WORKS])
    assert (tmp_path / "s" / "journal.jsonl").exists()
    with pytest.raises(MmdeskError) as raised:
        record(tmp_path / "t", 600, [BROKEN], [MUTE])
    assert raised.value.problem in (BROKEN, MUTE)
    assert not (tmp_path / "t").exists()


def test_a_device_that_has_given_something_may_come_back(tmp_path: Path, qapp):
    record(tmp_path / "s", 1, [WORKS, BROKEN], camera="0")
    assert (tmp_path / "s" / "journal.jsonl").exists()


def test_where_nothing_came_until_the_end_nothing_is_left(tmp_path: Path, qapp, listed):
    with pytest.raises(MmdeskError) as raised:
        record(tmp_path / "s", 1)
    assert raised.value.problem == Problem("session.empty")
    assert not (tmp_path / "s").exists()


def test_a_recording_with_answers_is_not_recorded_again(tmp_path: Path, capsys, qapp):
    session = write_recording(tmp_path / "before")
    words = ["--out", str(tmp_path / "s"), "--seconds", "600", "--session", str(session)]
    assert main(["record", *words]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert f"{session} is a recording with answers" in error
    assert "mmdesk replay" in error
    assert not (tmp_path / "s").exists()


def test_a_terminal_is_told_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp, capsys):
    monkeypatch.setattr(sys, "stderr", Terminal())
    words = ["--out", str(tmp_path / "s"), "--seconds", "2", "--session", str(paths.sample_session())]
    assert main(["record", *words]) == 0
    assert "recording 0:01 of 0:02, " in sys.stderr.getvalue()
    assert " MB" in sys.stderr.getvalue()
    json.loads(capsys.readouterr().out)
