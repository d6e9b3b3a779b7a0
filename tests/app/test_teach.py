"""``mmdesk teach``: from a folder of data to a project with a model, and what it prints."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from mmdesk.app import log
from mmdesk.app.command_line import main
from mmdesk.core.lesson import Lesson
from mmdesk.core.teaching import LessonState
from mmdesk.models.checkpoint import load_checkpoint
from mmdesk.sources.teaching.project import TeachingProject
from mmdesk.training.teaching.teacher import Teacher


@pytest.fixture(autouse=True)
def closed_log() -> Iterator[None]:
    yield
    log.stop_log()


def dataset(folder: Path) -> Path:
    """Three classes of five pictures with a word each: plain colours with a mark."""
    rng = np.random.default_rng(0)
    rows = ["image,text,label"]
    for label, colour in (("red", (40, 40, 200)), ("green", (40, 180, 40)), ("blue", (200, 60, 40))):
        for number in range(5):
            picture = np.full((96, 96, 3), 255, np.uint8)
            x, y = rng.integers(30, 66, 2).tolist()
            cv2.circle(picture, (x, y), 22, colour, -1)
            (folder / "pictures").mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(folder / "pictures" / f"{label}{number}.png"), picture)
            rows.append(f"pictures/{label}{number}.png,{label} number {number},{label}")
    (folder / "samples.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def test_a_folder_of_data_becomes_a_project_and_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, project = dataset(tmp_path / "data"), tmp_path / "project"
    assert main(["teach", str(project), "--from", str(source), "--shots", "3", "--classes", "2", "--seed", "1"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["classes"], told["samples"], told["test_samples"]) == (2, 6, 4)
    assert set(told["accuracy"]) == {"fused", "image", "text"}
    assert told["accuracy"]["fused"]["of"] == 4
    assert told["accuracy"]["fused"]["right"] >= 3
    assert told["open_set"]["fused"]["unknown"] == 5
    assert told["held_out"]["measured"] == "leave_one_out"
    assert told["held_out"]["fused"]["of"] == 6
    assert told["seconds"]["training"] > 0
    model = load_checkpoint(Path(told["model"]))
    assert len(model.labels) == 2
    opened, lesson = TeachingProject.open(project)
    opened.close()
    assert len(lesson.state.samples) == 6
    assert main(["teach", str(project)]) == 0
    again = json.loads(capsys.readouterr().out)
    assert again["held_out"]["fused"] == told["held_out"]["fused"]
    assert "accuracy" not in again


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--shots", "0"], "--shots must be at least 1"),
        (["--shots", "2"], "--shots needs --from"),
        (["--fusion", "magic"], "magic"),
        (["--seed", "-1"], "--seed"),
        ([], "There is no folder"),
    ],
)
def test_what_cannot_be_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    try:
        status = main(["teach", str(tmp_path / "nothing"), *options])
    except SystemExit as leaving:
        status = leaving.code
    assert status == 2
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said


def stored(folder: Path) -> LessonState:
    """A project of two classes of words, with two pictures in "mug": the second is black."""
    lesson = Lesson()
    mug, shoe = lesson.add_class("mug"), lesson.add_class("shoe")
    noise = np.random.default_rng(0).integers(0, 256, (96, 96, 3), dtype=np.uint8)
    lesson.add_samples(mug.id, [{"image": noise, "text": "mug"}, {"image": np.zeros_like(noise)}, {"text": "a mug"}])
    lesson.add_samples(shoe.id, [{"text": "shoe"}, {"text": "my shoe"}])
    TeachingProject.create(folder, lesson.state).close()
    return lesson.state


def test_what_cannot_be_read_or_used_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state = stored(tmp_path / "p")
    damaged = next((tmp_path / "p" / "samples").glob(f"{state.samples[0].id}*"))
    damaged.write_bytes(b"damaged")
    assert main(["teach", str(tmp_path / "p")]) == 0
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert [one["file"] for one in told["unread"]] == [f"samples/{damaged.name}"]
    assert f"mmdesk: samples/{damaged.name}: {told['unread'][0]['why']}" in said.err
    assert told["unused"] == [
        {
            "sample": state.samples[1].id,
            "input": "image",
            "why": "The picture in example 2 of “mug” is too dark to learn from. Show it again in more light.",
        }
    ]


def test_a_project_that_cannot_be_written_is_refused_before_it_is_trained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(tmp_path / "p")
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)  # who runs tests as root may write anything
    monkeypatch.setattr(Teacher, "teach", lambda *_: pytest.fail("it is trained"))
    assert main(["teach", str(tmp_path / "p")]) == 2
    assert "cannot be written, so the taught model could not be saved there" in capsys.readouterr().err


def test_a_project_in_the_way_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = dataset(tmp_path / "data")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "letter.txt").write_text("dear", encoding="utf-8")
    assert main(["teach", str(tmp_path / "project"), "--from", str(source), "--shots", "1"]) == 2
    assert "already contains something else" in capsys.readouterr().err
