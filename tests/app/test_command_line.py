"""The ``mmdesk`` command: one clear line for every mistake."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from mmdesk.app import doctor, log, paths
from mmdesk.app.command_line import COMMANDS, build_parser, main, main_window
from mmdesk.app.display import display_problem
from mmdesk.app.replay import run as run_replay
from mmdesk.app.settings import MIRROR, THEME, Settings
from mmdesk.app.window import recording_of
from mmdesk.engine.replay import answers_of
from mmdesk.models.checkpoint import save_checkpoint
from tests.many_inputs import model_of


@pytest.fixture(autouse=True)
def closed_log():
    yield
    log.stop_log()


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    error = capsys.readouterr().err
    assert error.count("\n") == 1, error
    assert "Traceback" not in error
    return error


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["paint"], "there is no command 'paint'"),
        (["--colour"], "unrecognized arguments: --colour"),
        (["--device", "tpu"], "invalid choice: 'tpu'"),
        (["--session", "a", "--camera", "0"], "--session replaces camera and microphone"),
        (["--seconds", "3"], "--seconds works only with --screenshot"),
        (["--screenshot", "/no/such/folder/a.png"], "there is no folder /no/such/folder"),
        (["replay", "/no/such/session", "--out", "x"], "/no/such/session"),
        (["replay", "x", "--out", "x", "--rate", "0"], "--rate 0 is out of range"),
        (["--max-rate", "0"], "--max-rate: 0 is out of range: give 1 to 240"),
        (["--max-rate", "nan"], "--max-rate: nan is out of range: give 1 to 240"),
        (["bench", "--max-rate", "1000"], "--max-rate: 1000 is out of range: give 1 to 240"),
        (["bench", "--seconds", "0"], "--seconds must be"),
    ],
)
def test_mistakes_are_reported_in_one_line(words, said, capsys):
    try:
        status = main(words)
    except SystemExit as end:
        status = end.code
    assert status == 2
    assert said in one_line(capsys)


def test_without_a_display_the_window_names_replay(capsys, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main([]) == 2
    assert "mmdesk replay" in one_line(capsys)


@pytest.mark.parametrize(
    ("environment", "problem"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, False),
        ({}, True),
        ({"DISPLAY": ":64321"}, True),
        ({"DISPLAY": "nonsense"}, True),
    ],
)
def test_display_problem(environment, problem, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    assert (display_problem(environment) is not None) is problem


def test_replay_is_deterministic_and_complete(tmp_path, capsys):
    for name in ("one", "two"):
        assert main(["replay", str(paths.sample_session()), "--out", str(tmp_path / name), "--rate", "2"]) == 0
    first, second = ((tmp_path / name / "predictions.csv").read_text() for name in ("one", "two"))
    assert first == second
    rows = list(csv.DictReader(first.splitlines()))
    summary = json.loads((tmp_path / "one" / "summary.json").read_text())
    assert len(rows) == summary["ticks"] == int(2 * summary["duration_s"])
    assert summary["without_prediction"] == sum(not row["label"] for row in rows) > 0
    labelled = [row for row in rows if row["label"]]
    for row in labelled:
        weights = [float(row[f"weight_{name}"]) for name in ("image", "audio", "text")]
        assert sum(weights) == pytest.approx(1.0, abs=1e-5)
        for name, weight in zip(("image", "audio", "text"), weights, strict=True):
            assert (weight > 0) or row[f"presence_{name}"] != "present"
    agreeing = [row["label"] for row in labelled if 2.0 <= float(row["time_s"]) <= 5.5]
    assert agreeing
    assert set(agreeing) == {"3"}
    assert "Report:" in capsys.readouterr().out


def test_a_replay_that_is_broken_off_leaves_its_rows_and_no_summary(tmp_path, monkeypatch):
    def broken_off(*arguments, **stretch):
        for count, prediction in enumerate(answers_of(*arguments, **stretch)):
            rows = list(csv.DictReader((tmp_path / "predictions.csv").read_text().splitlines()))
            assert len(rows) == count  # while it runs
            if count == 5:
                raise KeyboardInterrupt
            yield prediction

    (tmp_path / "predictions.csv").write_text("an earlier one")
    (tmp_path / "summary.json").write_text('{"generator": "an earlier one"}')
    monkeypatch.setattr("mmdesk.app.replay.check_output_folder", lambda *_: None)
    monkeypatch.setattr("mmdesk.app.replay.answers_of", broken_off)
    arguments = build_parser("replay").parse_args([str(paths.sample_session()), "--out", str(tmp_path)])
    with pytest.raises(KeyboardInterrupt):
        run_replay(arguments)
    assert len(list(csv.DictReader((tmp_path / "predictions.csv").read_text().splitlines()))) == 5
    assert not (tmp_path / "summary.json").exists()


def test_a_replay_of_a_torn_recording_leaves_the_rows_up_to_the_tear(tmp_path, capsys):
    session = tmp_path / "session"
    shutil.copytree(paths.sample_session(), session)
    content = (session / "audio.flac").read_bytes()
    (session / "audio.flac").write_bytes(content[: len(content) // 2])
    assert main(["replay", str(session), "--out", str(tmp_path / "out"), "--rate", "1"]) == 2
    assert "audio.flac" in one_line(capsys)
    rows = list(csv.DictReader((tmp_path / "out" / "predictions.csv").read_text().splitlines()))
    assert 10 < len(rows) < 35  # of 46
    assert not (tmp_path / "out" / "summary.json").exists()


def test_the_report_names_every_topic_and_counts_problems():
    report = doctor.report(doctor.diagnose())
    for topic in ("mmdesk", "packages", "display", "model runs on", "camera", "bundled model", "sample session", "log"):
        assert topic in report
    assert doctor.Verdict.PROBLEM not in {
        finding.verdict for finding in doctor.diagnose() if finding.topic in ("bundled model", "sample session")
    }


def test_every_bundled_model_is_looked_at(tmp_path, monkeypatch):
    plain, torn, missing = tmp_path / "plain", tmp_path / "torn", tmp_path / "missing"
    save_checkpoint(model_of(("text",)), plain, "card")
    torn.mkdir()
    (torn / "config.json").write_text("{", encoding="utf-8")
    monkeypatch.setattr(paths, "bundled_model", lambda: missing)
    monkeypatch.setattr(paths, "bundled_models", lambda: (torn, plain))
    found = list(doctor._models())
    problem, ok, note = doctor.Verdict.PROBLEM, doctor.Verdict.OK, doctor.Verdict.NOTE
    assert [finding.verdict for finding in found] == [problem, problem, ok, note]
    assert found[2].detail.startswith("plain: 3 classes")
    assert found[3].detail.startswith("plain: Calibration is missing")
    monkeypatch.undo()
    named = [finding.detail.split(":")[0] for finding in doctor._models() if finding.verdict is ok]
    assert named == [folder.name for folder in paths.bundled_models()]


def test_a_check_that_crashes_becomes_a_problem(monkeypatch):
    def broken():
        raise RuntimeError("driver from hell")

    monkeypatch.setattr(doctor, "_cameras", broken)
    findings = doctor.diagnose()
    assert any("driver from hell" in finding.detail for finding in findings)


def test_settings_keep_their_types(settings_dir):
    settings = Settings()
    assert settings.read(MIRROR) is True
    settings.write(MIRROR, False)
    settings.write(THEME, "light")
    settings._store.sync()
    again = Settings()
    assert again.read(MIRROR) is False  # the INI format would give the true string 'false'
    assert again.read(THEME) == "light"
    settings._store.setValue("view/forgotten", 1)
    assert settings.unknown_keys() == ["view/forgotten"]


def test_tick_costs_more_than_the_bare_networks():
    from mmdesk.app.tick_benchmark import TickBenchmark

    ticks = TickBenchmark(paths.bundled_model(), "CPU")
    # Ratios of medians; their size is the benchmark's business.
    assert ticks.tick_over_bare(pairs=5) > 0.5
    assert ticks.subsets_overhead(pairs=5) > 0.5


def test_a_model_may_stand_alone_and_only_once(capsys):
    assert build_parser(None).parse_args(["a.mmdesk"]).file == Path("a.mmdesk")
    assert main(["a.mmdesk", "--model", "b.mmdesk"]) == 2
    assert "Two models" in capsys.readouterr().err


def test_a_recording_may_stand_alone(tmp_path, capsys):
    folder = paths.sample_session()
    assert recording_of(folder) == recording_of(folder / "session.json") == folder
    assert recording_of(None) is recording_of(tmp_path) is recording_of(tmp_path / "a.mmdesk") is None
    for word in (folder, folder / "session.json"):
        assert main([str(word), "--camera", "0"]) == 2
        assert "--session replaces camera and microphone" in one_line(capsys)
    assert main([str(tmp_path)]) == 2
    assert "there is no command" in one_line(capsys)


def test_without_a_console_a_mistake_is_shown_and_logged(qtbot, capsys, monkeypatch):
    shown = []
    monkeypatch.setattr(QMessageBox, "critical", lambda *words: shown.append(words))
    monkeypatch.setattr("sys.argv", ["mmdesk-gui", "--session", "a", "--camera", "0"])
    assert main_window() == 2
    assert shown == [(None, "mmdesk", one_line(capsys).strip())]
    assert "--session replaces" in shown[0][2]
    assert "--session replaces" in paths.log_file().read_text(encoding="utf-8").splitlines()[-1]


def test_without_a_screen_there_is_nothing_to_show_a_mistake_on(capsys, monkeypatch):
    monkeypatch.setattr(QMessageBox, "critical", lambda *_: pytest.fail("there is no display"))
    monkeypatch.setattr("sys.argv", ["mmdesk-gui"])
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main_window() == 2
    assert "There is no display" in one_line(capsys)


def test_every_command_describes_itself(capsys):
    for command in COMMANDS:
        with pytest.raises(SystemExit) as end:
            main([command, "--help"])
        assert end.value.code == 0
        assert f"mmdesk {command}" in capsys.readouterr().out
