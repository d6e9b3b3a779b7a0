"""Stretches of a recorded session become samples, as if the record key had been held while it played."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mmdesk.app import paths
from mmdesk.core.errors import SourceError
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.teaching import BACKGROUND, TaughtStretch
from mmdesk.engine.stretch_bursts import stretch_bursts
from mmdesk.sources.session import SessionReader, SessionWriter
from mmdesk.sources.session.lesson import taught_stretches
from mmdesk.sources.session.recording_index import Mark

FPS = 10


def written(folder: Path, lesson: str = "") -> SessionReader:
    """Four seconds: a red picture and "one", then a green picture without a text; silence."""
    rng = np.random.default_rng(0)
    with SessionWriter(folder, "Two colours", fps=FPS) as writer:
        writer.add_audio(np.zeros(4 * SAMPLE_RATE_HZ, np.float32))
        for number in range(4 * FPS):
            picture = rng.integers(60, 120, (96, 128, 3)).astype(np.uint8)
            picture[..., 0 if number < 2 * FPS else 1] += 100
            writer.add_frame(picture, number / FPS)
        writer.add_text("one", 0.0)
        writer.add_text("", 2.0)
    if lesson:
        (folder / "lesson.csv").write_text(lesson, encoding="utf-8")
    return SessionReader(folder)


def test_each_stretch_holds_what_was_there_in_it(tmp_path: Path) -> None:
    reader = written(tmp_path / "session", "begin_s,end_s,class\n0.2,1.6,red\n2.2,3.8,green\n")
    stretches = taught_stretches(reader)
    assert stretches == (TaughtStretch(0.2, 1.6, "red"), TaughtStretch(2.2, 3.8, "green"))
    red, green = stretch_bursts(reader, stretches)
    assert (red.class_id, green.class_id) == ("red", "green")
    assert red.contents[0]["text"] == "one"
    assert all("text" not in content for content in (*red.contents[1:], *green.contents))
    for burst, channel in ((red, 0), (green, 1)):
        assert 5 <= len(burst.contents) <= 9
        for content in burst.contents:
            picture = content["image"]
            assert not isinstance(picture, str)
            assert picture.mean((0, 1)).argmax() == channel


def test_the_same_recording_gives_the_same_samples_again(tmp_path: Path) -> None:
    reader = written(tmp_path / "session", "begin_s,end_s,class\n0.2,3.9,all\n")
    first, second = (next(iter(stretch_bursts(reader, taught_stretches(reader)))) for _ in range(2))
    assert len(first.contents) == len(second.contents) > 0
    for one, other in zip(first.contents, second.contents, strict=True):
        assert one.keys() == other.keys()
        assert all(np.array_equal(one[name], other[name]) for name in one)


def test_each_mark_begins_a_stretch_of_its_name(tmp_path: Path) -> None:
    reader = written(tmp_path / "session")
    reader.marks = (Mark(0.5, "mug"), Mark(1.5, " "), Mark(2.0, "cup"))
    assert taught_stretches(reader) == (TaughtStretch(0.5, 1.5, "mug"), TaughtStretch(2.0, reader.duration_s, "cup"))


def test_without_marks_nothing_says_what_is_what(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        taught_stretches(written(tmp_path / "session"))
    assert caught.value.problem.code == "teach.no_marks"


@pytest.mark.parametrize(
    ("lesson", "line"),
    [
        ("begin,end\n1,2\n", 1),
        ("begin_s,end_s,class\n0,1,a\n1,x,b\n", 3),
        ("begin_s,end_s,class\n0,1\n", 2),
        ("begin_s,end_s,class\n2,1,a\n", 2),
        ("begin_s,end_s,class\n0,nan,a\n", 2),
        ("begin_s,end_s,class\n0,2,a\n1,3,b\n", 3),
    ],
)
def test_a_damaged_table_is_refused_with_its_line(tmp_path: Path, lesson: str, line: int) -> None:
    with pytest.raises(SourceError) as caught:
        taught_stretches(written(tmp_path / "session", lesson))
    assert dict(caught.value.problem.fields)["line"] == line


def test_the_bundled_session_teaches_three_things_by_picture_sound_and_text() -> None:
    reader = SessionReader(paths.teaching_session())
    background, *things = stretch_bursts(reader, taught_stretches(reader))
    assert background.class_id == BACKGROUND
    assert background.contents
    assert [burst.class_id for burst in things] == ["Bruno", "Paula", "Robo"]
    for burst in things:
        assert set(burst.contents[0]) == {"image", "audio", "text"}
        assert len(burst.contents) >= 15
