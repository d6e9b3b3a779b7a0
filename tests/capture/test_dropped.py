"""What a dropped file or folder is taken for, and what is said of one that is nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image

from mmdesk.app import paths
from mmdesk.core.errors import MmdeskError
from mmdesk.sources.dropped import MOST_CHARACTERS, DropKind, look_at_dropped


def picture(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.full((30, 50, 3), 90, np.uint8)).save(path)
    return path


def sound(path: Path) -> Path:
    soundfile.write(path, np.sin(np.arange(8000) / 9).astype(np.float32), 16_000)
    return path


def problem_of(*dropped: Path) -> str:
    with pytest.raises(MmdeskError) as raised:
        look_at_dropped(dropped)
    return raised.value.problem.code


def test_inputs_are_read(tmp_path: Path) -> None:
    found = look_at_dropped([picture(tmp_path / "a.PNG")])
    assert found.kind is DropKind.PICTURE
    assert found.content is not None
    assert found.content.shape == (30, 50, 3)
    found = look_at_dropped([sound(tmp_path / "b.wav")])
    assert (found.kind, found.content is not None and len(found.content)) == (DropKind.SOUND, 8000)
    (tmp_path / "c.txt").write_text("  seven\nis it \n", "utf-8")
    assert look_at_dropped([tmp_path / "c.txt"]).text == "seven is it"
    (tmp_path / "d.mp4").write_bytes(b"....ftypisom")
    assert look_at_dropped([tmp_path / "d.mp4"]).kind is DropKind.VIDEO


def test_a_file_without_a_kind_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    picture(tmp_path / "a.png").rename(tmp_path / "a")
    sound(tmp_path / "b.wav").rename(tmp_path / "b.dat")
    assert look_at_dropped([tmp_path / "a"]).kind is DropKind.PICTURE
    assert look_at_dropped([tmp_path / "b.dat"]).kind is DropKind.SOUND


def test_folders_and_the_lists_in_them(tmp_path: Path) -> None:
    session, model = paths.sample_session(), paths.bundled_model()
    for dropped in (session, session / "session.json"):
        assert (look_at_dropped([dropped]).kind, look_at_dropped([dropped]).path) == (DropKind.RECORDING, session)
    for dropped in (model, model / "config.json"):
        assert (look_at_dropped([dropped]).kind, look_at_dropped([dropped]).path) == (DropKind.MODEL, model)
    (tmp_path / "m.mmdesk").write_bytes(b"whatever")
    assert look_at_dropped([tmp_path / "m.mmdesk"]).kind is DropKind.MODEL, "whether it opens is seen when it is opened"
    picture(tmp_path / "flowers" / "rose" / "1.jpg")
    assert look_at_dropped([tmp_path / "flowers"]).kind is DropKind.DATASET
    (tmp_path / "table").mkdir()
    (tmp_path / "table" / "samples.csv").write_text("text,label\n")
    assert look_at_dropped([tmp_path / "table" / "samples.csv"]).path == tmp_path / "table"
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "lesson.json").write_text("{}")
    assert look_at_dropped([tmp_path / "project"]).kind is DropKind.PROJECT


def test_what_cannot_be_dropped_is_a_problem(tmp_path: Path) -> None:
    assert problem_of(*[tmp_path] * 10) == "drop.many"
    (tmp_path / "empty").mkdir()
    assert problem_of(tmp_path / "empty") == "drop.folder"
    picture(tmp_path / "loose" / "a.png")
    assert problem_of(tmp_path / "loose") == "drop.folder", "pictures without a class are no data folder"
    for name, content, code in (
        ("a.xyz", b"\x00\x01\x02" * 40, "drop.unknown"),
        ("b.heic", b"x" * 40, "picture.unread"),
        ("c.png", b"no picture", ""),
        ("d.wav", b"no sound", ""),
        ("e.png", b"", "file.empty"),
        ("f.txt", b"   \n", "drop.empty_text"),
        ("g.txt", b"a" * (MOST_CHARACTERS + 1), "drop.long_text"),
        ("h.txt", b"\xff\xfa\xe0\x80", "drop.unknown"),
    ):
        (tmp_path / name).write_bytes(content)
        found = problem_of(tmp_path / name)
        assert found == code or (not code and found.startswith(("picture.", "sound."))), (name, found)
    assert problem_of(tmp_path / "gone.png")
