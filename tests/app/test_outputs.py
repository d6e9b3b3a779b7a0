"""No command writes over what it was not told is its own."""

from __future__ import annotations

import itertools
from pathlib import Path

import cv2
import numpy as np
import pytest

from mmdesk.app import paths
from mmdesk.app.command_line import main


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for label, index in itertools.product("ab", range(4)):
        (tmp_path / "d" / label).mkdir(parents=True, exist_ok=True)
        picture = np.full((40, 40, 3), 60 + 90 * (label == "b") + index, np.uint8)
        (tmp_path / "d" / label / f"{index}.png").write_bytes(cv2.imencode(".png", picture)[1].tobytes())
    return tmp_path / "d"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.png"
    path.write_bytes(cv2.imencode(".png", np.zeros((4, 4, 3), np.uint8))[1].tobytes())
    return path


@pytest.fixture(autouse=True)
def _no_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mmdesk.app.log.start_log", lambda *_: None)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_a_preview_takes_the_place_of_an_earlier_one(data: Path, tmp_path: Path, qapp: object, suffix: str) -> None:
    sheet = tmp_path / f"sheet{suffix}"
    for seed in ("0", "1"):
        assert main(["dataset", "preview", str(data), "--out", str(sheet), "--seed", seed]) == 0


@pytest.mark.parametrize("out", ["d/a/0.png", "d/a/new.png", "photo.png", "folder.png", "none/sheet.png"])
def test_a_preview_is_written_over_nothing_else(
    data: Path, photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], out: str
) -> None:
    (tmp_path / "folder.png").mkdir()
    before = everything(tmp_path)
    assert main(["dataset", "preview", str(data), "--out", str(tmp_path / out)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert everything(tmp_path) == before


def commands(out: Path, data: Path) -> list[list[str]]:
    model, session = str(paths.bundled_model()), str(paths.sample_session())
    return [
        ["evaluate", model, str(data), "--out", str(out)],
        ["compare", str(data), "--out", str(out)],
        ["replay", session, "--out", str(out)],
    ]


HOMES = ("session.json", "model.safetensors", "samples.csv")
REPORT = (*HOMES, "metrics.json", "report.html", "tables/a.csv", "plots/a.svg")


@pytest.mark.parametrize(
    ("command", "there"),
    [*((c, name) for c in (0, 1) for name in REPORT), *((2, n) for n in (*HOMES, "summary.json", "predictions.csv"))],
)
def test_a_report_is_written_over_nothing_of_somebody_else(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: int, there: str
) -> None:
    out = tmp_path / "out"
    (out / there).parent.mkdir(parents=True)
    (out / there).write_text("somebody's", encoding="utf-8")
    before = everything(tmp_path)
    assert main(commands(out, data)[command]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert everything(tmp_path) == before


@pytest.mark.parametrize("command", range(2))
def test_a_report_does_not_go_into_the_data(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: int
) -> None:
    before = everything(tmp_path)
    for out in (data, data / "report"):
        assert main(commands(out, data)[command]) == 2
        assert "which is read" in capsys.readouterr().err
    assert everything(tmp_path) == before
    assert not (data / "report").exists()


def test_a_replay_takes_the_place_of_an_earlier_one_and_does_not_go_into_the_session(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["replay", str(paths.sample_session()), "--rate", "1", "--out"]
    for _ in range(2):
        assert main([*words, str(tmp_path / "out")]) == 0
    assert main([*words, str(paths.sample_session() / "out")]) == 2
    assert "which is read" in capsys.readouterr().err
    assert not (paths.sample_session() / "out").exists()


@pytest.mark.parametrize("option", ["--screenshot", "--predictions"])
def test_the_window_writes_over_nothing_of_somebody_else(
    photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    (tmp_path / "texts.csv").write_text("file,text\n", encoding="utf-8")
    before = everything(tmp_path)
    for path in (photo, tmp_path / "texts.csv", tmp_path, tmp_path / "none" / "a.png"):
        assert main([option, str(path)]) == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert everything(tmp_path) == before


def test_an_export_is_written_over_no_graph_of_somebody_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.onnx", "b.pt2.json"):
        (tmp_path / name).write_text("somebody's", encoding="utf-8")
    before = everything(tmp_path)
    for name in ("a.onnx", "b.pt2"):
        assert main(["export", str(paths.bundled_model()), "--out", str(tmp_path / name)]) == 2
        assert "already exists" in capsys.readouterr().err
    assert everything(tmp_path) == before
