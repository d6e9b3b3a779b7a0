"""A project's folder: saved and opened again, torn, locked, full, shared and exported."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest

from mmdesk.core.csv_file import CsvFile
from mmdesk.core.errors import OutputError, SourceError
from mmdesk.core.lesson import Lesson
from mmdesk.core.teaching import BACKGROUND, LessonState
from mmdesk.sources.teaching import project as project_module
from mmdesk.sources.teaching.manifest import FILE_NAME, parse_manifest
from mmdesk.sources.teaching.media import SHORT_SIDE_PX, sample_picture
from mmdesk.sources.teaching.project import DAMAGED, PREVIOUS, TeachingProject
from mmdesk.sources.teaching.shared import export_dataset, is_lesson_alone, read_shared, write_shared


def picture(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (24, 32, 3)).astype(np.uint8)


def wave(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-0.5, 0.5, 4000).astype(np.float32)


def lesson() -> Lesson:
    found = Lesson()
    mug, shoe = found.add_class("mug: a/b"), found.add_class("鞋")
    found.add_samples(mug.id, [{"image": picture(1), "audio": wave(1), "text": "mug"}, {"image": picture(2)}])
    found.add_samples(shoe.id, [{"text": "=1+1 shoe"}], "shoe.txt")
    found.add_samples(BACKGROUND, [{"image": picture(3)}])
    return found


def same(one: LessonState, other: LessonState) -> None:
    assert one.classes == other.classes
    assert [(s.id, s.class_id, s.origin, s.visitor, s.burst, list(s.inputs)) for s in one.samples] == [
        (s.id, s.class_id, s.origin, s.visitor, s.burst, list(s.inputs)) for s in other.samples
    ]
    for mine, its in zip(one.samples, other.samples, strict=True):
        for name, content in mine.inputs.items():
            if isinstance(content, str):
                assert its.inputs[name] == content
            else:
                # Sounds are stored in 16 bits.
                assert np.allclose(np.asarray(its.inputs[name], float), np.asarray(content, float), atol=1 / 32_000)


def code(error: pytest.ExceptionInfo[OutputError] | pytest.ExceptionInfo[SourceError]) -> str:
    return error.value.problem.code


def test_what_is_saved_is_opened_again(tmp_path: Path) -> None:
    taught = lesson()
    project = TeachingProject.create(tmp_path / "p", taught.state)
    taught.add_samples(taught.state.classes[1].id, [{"audio": wave(5)}])
    taught.delete_samples([taught.state.samples[1].id])
    project.save(taught.state)
    project.close()
    project, opened = TeachingProject.open(tmp_path / "p")
    project.close()
    same(taught.state, opened.state)
    assert (opened.findings, opened.read_only) == ((), None)
    assert len(list((tmp_path / "p" / "samples").iterdir())) == 4


def test_a_project_from_before_bursts_opens_with_samples_that_are_apart(tmp_path: Path) -> None:
    taught = lesson()
    TeachingProject.create(tmp_path / "p", taught.state).close()
    file = tmp_path / "p" / "lesson.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    assert all(one.pop("burst") for one in document["samples"])
    file.write_text(json.dumps(document), encoding="utf-8")
    project, opened = TeachingProject.open(tmp_path / "p")
    project.close()
    assert [sample.burst for sample in opened.state.samples] == [""] * 4
    assert opened.findings == ()


def test_a_deleted_sample_that_is_brought_back_is_written_again(tmp_path: Path) -> None:
    taught = lesson()
    project = TeachingProject.create(tmp_path / "p", taught.state)
    taught.delete_class(taught.state.classes[0].id)
    project.save(taught.state)
    assert len(list((tmp_path / "p" / "samples").iterdir())) == 1
    taught.undo()
    project.save(taught.state)
    project.close()
    project, opened = TeachingProject.open(tmp_path / "p")
    project.close()
    same(taught.state, opened.state)


def test_forgetting_leaves_nothing_of_what_was_wiped(tmp_path: Path) -> None:
    taught = lesson()
    project = TeachingProject.create(tmp_path / "p", taught.state)
    project.model.write_bytes(b"a model")
    taught.next_visitor()
    taught.add_samples(taught.state.classes[0].id, [{"text": "a secret word", "image": picture(9)}])
    project.save(taught.state)
    project.save(taught.state)
    wiped = taught.forget_visitor()
    project.forget(taught.state)
    project.close()
    assert wiped.inputs == {"image": 1, "text": 1}
    assert not project.model.exists()
    for file in (tmp_path / "p").rglob("*"):
        assert not file.is_file() or b"secret" not in file.read_bytes()
    assert len(list((tmp_path / "p" / "samples").iterdir())) == 4


def test_a_torn_table_opens_the_state_before_and_says_so(tmp_path: Path) -> None:
    taught = lesson()
    project = TeachingProject.create(tmp_path / "p", taught.state)
    before = taught.state
    taught.add_class("hat")
    project.save(taught.state)
    project.close()
    file = tmp_path / "p" / FILE_NAME
    file.write_bytes(file.read_bytes()[:200])
    project, opened = TeachingProject.open(tmp_path / "p")
    same(before, opened.state)
    assert [each.problem.code for each in opened.findings] == ["teach.project.earlier"]
    project.save(opened.state)
    assert parse_manifest((tmp_path / "p" / PREVIOUS).read_bytes(), "p").classes == before.classes
    project.close()


def test_what_only_the_torn_table_named_is_kept(tmp_path: Path) -> None:
    taught = lesson()
    project = TeachingProject.create(tmp_path / "p", taught.state)
    before = {file.name for file in (tmp_path / "p" / "samples").iterdir()}
    first = taught.state.classes[0].id
    taught.add_samples(first, [{"image": np.full((8, 8, 3), 9, np.uint8)}])
    project.save(taught.state)
    project.close()
    new = {file.name for file in (tmp_path / "p" / "samples").iterdir()} - before
    file = tmp_path / "p" / FILE_NAME
    file.write_bytes(torn := file.read_bytes()[:200])
    project, opened = TeachingProject.open(tmp_path / "p")
    project.save(opened.state)
    project.close()
    kept = tmp_path / "p" / DAMAGED
    assert {each.name for each in kept.iterdir()} == {*new, FILE_NAME}
    assert (kept / FILE_NAME).read_bytes() == torn


def test_a_damaged_sample_is_never_deleted(tmp_path: Path) -> None:
    taught = lesson()
    TeachingProject.create(tmp_path / "p", taught.state).close()
    samples, kept = tmp_path / "p" / "samples", tmp_path / "p" / DAMAGED
    first, second = sorted(samples.glob("*.png"))[:2]
    first.write_bytes(b"one")
    second.write_bytes(b"two")
    project, opened = TeachingProject.open(tmp_path / "p")
    assert first.is_file(), "who only looks changes nothing"
    assert {each.file for each in opened.findings} == {f"samples/{first.name}", f"samples/{second.name}"}
    kept.mkdir()
    (kept / first.name).write_bytes(b"an earlier one")
    for _ in range(2):
        project.save(opened.state)
    project.close()
    project, opened = TeachingProject.open(tmp_path / "p")
    assert opened.findings == ()
    project.save(opened.state)
    project.close()
    assert sorted(each.read_bytes() for each in kept.iterdir()) == [b"an earlier one", b"one", b"two"]
    assert (kept / second.name).read_bytes() == b"two"


def test_both_tables_torn_is_named(tmp_path: Path) -> None:
    TeachingProject.create(tmp_path / "p", lesson().state).close()
    (tmp_path / "p" / FILE_NAME).write_bytes(b"{")
    with pytest.raises(SourceError) as error:
        TeachingProject.open(tmp_path / "p")
    assert code(error) == "teach.project.torn"


def test_a_torn_sample_is_left_out_and_named(tmp_path: Path) -> None:
    taught = lesson()
    TeachingProject.create(tmp_path / "p", taught.state).close()
    torn = next((tmp_path / "p" / "samples").glob("*.wav"))
    torn.write_bytes(torn.read_bytes()[:20])
    next((tmp_path / "p" / "samples").glob(f"{taught.state.samples[1].id}*")).unlink()
    project, opened = TeachingProject.open(tmp_path / "p")
    project.close()
    assert len(opened.findings) == 2
    assert len(opened.state.samples) == 3
    assert list(opened.state.samples[0].inputs) == ["image", "text"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"version": 2}, "teach.project.newer"),
        ({"version": "1"}, "teach.project.torn"),
        ({"format": "other"}, "teach.project.torn"),
        ({"classes": [{"id": "a", "name": "", "colour": "#000000"}]}, "teach.project.torn"),
        ({"samples": [{"id": "a", "class": "", "files": {"image": "../../x.png"}, "texts": {}}]}, "teach.project.torn"),
        ({"samples": [{"id": "a", "class": "nobody", "files": {}, "texts": {"text": "x"}}]}, "teach.project.torn"),
        ({"samples": 7}, "teach.project.torn"),
    ],
)
def test_a_table_that_cannot_be_is_named(tmp_path: Path, change: dict[str, object], expected: str) -> None:
    TeachingProject.create(tmp_path / "p", lesson().state).close()
    file = tmp_path / "p" / FILE_NAME
    file.write_text(json.dumps({**json.loads(file.read_text(encoding="utf-8")), **change}), encoding="utf-8")
    with pytest.raises(SourceError) as error:
        TeachingProject.open(tmp_path / "p")
    assert code(error) == expected
    assert file.exists()


def test_two_programs_on_one_project(tmp_path: Path) -> None:
    first = TeachingProject.create(tmp_path / "p", lesson().state)
    with pytest.raises(SourceError) as error:
        TeachingProject.open(tmp_path / "p")
    assert code(error) == "teach.project.in_use"
    first.close()
    second, _ = TeachingProject.open(tmp_path / "p")
    second.close()


def test_no_project_and_one_in_the_way_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as missing:
        TeachingProject.open(tmp_path / "nothing")
    assert code(missing) == "teach.project.not_found"
    with pytest.raises(SourceError) as other:
        TeachingProject.open(tmp_path)
    assert code(other) == "teach.project.missing"
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(OutputError) as in_way:
        TeachingProject.create(tmp_path, lesson().state)
    assert code(in_way) == "teach.project.in_way"
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_that_moves_away_while_it_is_open_is_not_made_anew(tmp_path: Path) -> None:
    taught = lesson()
    project = TeachingProject.create(tmp_path / "p", taught.state)
    (tmp_path / "p").rename(tmp_path / "q")
    with pytest.raises(OutputError) as error:
        project.save(taught.state)
    assert code(error) == "teach.project.gone"
    assert not (tmp_path / "p").exists()
    (tmp_path / "q").rename(tmp_path / "p")
    project.save(taught.state)
    project.close()


def test_a_project_is_known_where_it_was_moved_to_and_a_copy_is_another(tmp_path: Path) -> None:
    project = TeachingProject.create(tmp_path / "p", lesson().state)
    shutil.copytree(tmp_path / "p", tmp_path / "copy")
    shutil.copytree(tmp_path / "p", tmp_path / "linked", copy_function=os.link)
    assert [project.is_at(tmp_path / name) for name in ("p", "copy", "linked")] == [True, False, False]
    shutil.rmtree(tmp_path / "linked")
    (tmp_path / "p").rename(tmp_path / "q")
    assert [project.is_at(tmp_path / name) for name in ("q", "copy")] == [True, False]
    project.close()
    assert not project.is_at(tmp_path / "q")


def test_a_folder_that_cannot_be_written_opens_and_says_that_nothing_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taught = lesson()
    TeachingProject.create(tmp_path / "p", taught.state).close()
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)  # who runs tests as root may write anything
    project, opened = TeachingProject.open(tmp_path / "p")
    same(taught.state, opened.state)
    assert opened.read_only is not None
    assert opened.read_only.code == "teach.project.read_only"
    with pytest.raises(OutputError) as error:
        project.save(opened.state)
    assert code(error) == "teach.project.read_only"
    project.close()


def test_a_disk_that_fills_while_saving_keeps_the_state_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taught = lesson()
    project = TeachingProject.create(tmp_path / "p", taught.state)
    before = taught.state
    written = project_module._write
    left = [2]

    def full(path: Path, content: bytes) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device", str(path))
        written(path, content)

    taught.add_samples(taught.state.classes[0].id, [{"image": picture(seed)} for seed in range(10, 15)])
    monkeypatch.setattr(project_module, "_write", full)
    with pytest.raises(OutputError) as error:
        project.save(taught.state)
    assert code(error) == "output.full"
    monkeypatch.setattr(project_module, "_write", written)
    project.close()
    project, opened = TeachingProject.open(tmp_path / "p")
    same(before, opened.state)
    project.save(taught.state)  # with room again, what was in memory is saved
    project.close()
    project, opened = TeachingProject.open(tmp_path / "p")
    project.close()
    same(taught.state, opened.state)


def test_a_project_that_could_not_be_made_leaves_its_place_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(project_module, "_write", full)
        with pytest.raises(OutputError):
            TeachingProject.create(tmp_path / "p", lesson().state)
    TeachingProject.create(tmp_path / "p", lesson().state).close()


@pytest.mark.parametrize(
    ("content", "origin"), [({"text": "word " * 20_000}, "long.txt"), ({"text": "mug"}, "no letter \udcff.txt")]
)
def test_whatever_is_saved_opens_again(tmp_path: Path, content: dict[str, str], origin: str) -> None:
    found = Lesson()
    found.add_samples(found.add_class("mug").id, [content], [origin])
    TeachingProject.create(tmp_path / "p", found.state).close()
    project, opened = TeachingProject.open(tmp_path / "p")
    project.close()
    assert [sample.inputs for sample in opened.state.samples] == [content]


def test_one_file_brings_the_samples_along(tmp_path: Path) -> None:
    taught = lesson()
    write_shared(tmp_path / "gift.mmdesk", taught.state)
    assert is_lesson_alone(tmp_path / "gift.mmdesk")
    opened = read_shared(tmp_path / "gift.mmdesk")
    same(taught.state, opened.state)
    assert opened.findings == ()


def test_a_file_without_samples_or_torn_is_named(tmp_path: Path) -> None:
    file = tmp_path / "model.mmdesk"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("config.json", "{}")
    assert not is_lesson_alone(file)
    with pytest.raises(SourceError) as plain:
        read_shared(file)
    assert code(plain) == "teach.shared.no_lesson"
    write_shared(file, lesson().state)
    content = bytearray(file.read_bytes())
    content[60:400] = bytes(340)
    file.write_bytes(bytes(content))
    with pytest.raises(SourceError) as torn:
        read_shared(file)
    assert code(torn) in ("teach.shared.damaged", "teach.project.torn")


def test_exported_samples_are_a_folder_of_data(tmp_path: Path) -> None:
    taught = lesson()
    assert export_dataset(tmp_path / "data", taught.state) == 3
    table = (tmp_path / "data" / "samples.csv").read_text(encoding="utf-8").splitlines()
    assert table[0] == "image,audio,text,label"
    assert table[3] == ",,'=1+1 shoe,鞋"
    assert (tmp_path / "data" / table[1].split(",")[0]).is_file()
    assert len((tmp_path / "data" / "unknown" / "samples.csv").read_text(encoding="utf-8").splitlines()) == 2
    with pytest.raises(OutputError):
        export_dataset(tmp_path / "data", taught.state)


@pytest.mark.parametrize("is_there", [False, True])
@pytest.mark.parametrize("rows", [0, 4])
def test_an_export_that_fails_leaves_its_place_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool, rows: int
) -> None:
    folder, write, left = tmp_path / "data", CsvFile.write, [rows]
    if is_there:
        folder.mkdir()

    def filling(file: CsvFile, cells: list[str]) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        write(file, cells)

    with monkeypatch.context() as patch:
        patch.setattr(CsvFile, "write", filling)
        with pytest.raises(OutputError) as error:
            export_dataset(folder, lesson().state)
    assert code(error) == "output.full"
    assert list(tmp_path.rglob("*")) == ([folder] if is_there else [])
    assert export_dataset(folder, lesson().state) == 3


def test_an_export_that_fails_deletes_only_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: CsvFile, cells: object) -> None:
        (tmp_path / "data" / "letter.txt").write_text("dear", encoding="utf-8")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(CsvFile, "write", full)
    with pytest.raises(OutputError):
        export_dataset(tmp_path / "data", lesson().state)
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["letter.txt"]


def test_large_pictures_are_kept_small() -> None:
    assert sample_picture(np.zeros((1080, 1920, 3), np.uint8)).shape == (SHORT_SIDE_PX, 512, 3)
    small = picture(0)
    kept = sample_picture(small)
    assert np.array_equal(kept, small)
    assert kept is not small
