"""Class folders: splits around them, and everything that is not taken."""

from __future__ import annotations

import itertools
import os
import unicodedata
from pathlib import Path

import pytest

from mmdesk.training.dataset import DatasetReport, check_dataset
from mmdesk.training.splits import split_dataset
from tests.three_inputs import IMAGE, TEXT
from tests.training.test_dataset import write_picture, write_sound


def pictures(root: Path, *folders: str, count: int = 3) -> Path:
    for folder, index in itertools.product(folders, range(count)):
        write_picture(root / folder / f"{index}.png")
    return root


def findings_of(report: DatasetReport) -> list[str]:
    return [str(warning) for warning in report.warnings]


def bad(report: DatasetReport) -> list[str]:
    return [str(problem) for problem in report.problems]


@pytest.mark.parametrize("names", [("train", "val", "test"), ("Training", "dev", "TEST"), ("train", "validation")])
def test_folders_named_like_splits_around_the_classes_are_the_splits(tmp_path: Path, names: tuple[str, ...]) -> None:
    report = check_dataset(pictures(tmp_path, *(f"{name}/{label}" for name in names for label in ("rose", "tulip"))))
    assert not report.problems
    assert list(report.by_class) == ["rose", "tulip"]
    assert report.by_split["train"] == 6
    assert sum(report.by_split.values()) == 6 * len(names)
    assert any("; the folders in them are the classes" in warning for warning in findings_of(report))
    assert report.dataset is not None
    splits = split_dataset(report.dataset, 0)
    for index in splits.train:
        image = report.dataset.samples[index].values.get(IMAGE)
        assert image is not None
        assert image.parts[len(tmp_path.parts)] == names[0]


def test_a_text_is_found_in_a_split_and_a_table_there_is_not_read(tmp_path: Path) -> None:
    pictures(tmp_path, "train/a", "train/b", "test/a", "test/b")
    (tmp_path / "texts.csv").write_text("file,text\ntrain/a/0.png,one\n", encoding="utf-8")
    report = check_dataset(tmp_path)
    assert report.dataset is not None
    assert [sample.values.get(TEXT) for sample in report.dataset.samples if sample.values.get(TEXT)] == ["one"]
    (tmp_path / "test" / "texts.csv").write_text("file,text\na/0.png,one\n", encoding="utf-8")
    assert any(text.startswith("test/texts.csv: is ignored here") for text in bad(check_dataset(tmp_path)))


def test_splits_without_classes_and_splits_beside_classes_are_refused(tmp_path: Path) -> None:
    report = check_dataset(pictures(tmp_path / "one", "train", "test"))
    assert any("without class folders: 'test', 'train'; put class folders into them" in text for text in bad(report))
    report = check_dataset(pictures(tmp_path / "two", "train/a", "train/b", "rose"))
    assert any("contains split folders ('train') beside 'rose'" in text for text in bad(report))


def test_what_holds_nothing_beside_splits_is_left_out_and_reported(tmp_path: Path) -> None:
    pictures(tmp_path, "train/a", "train/b")
    (tmp_path / "scripts").mkdir()
    (tmp_path / "test").mkdir()
    report = check_dataset(tmp_path)
    assert not report.problems
    assert sum("is beside the splits and contains no class folders" in text for text in findings_of(report)) == 2


def test_a_class_may_be_called_train_among_others_and_that_is_reported(tmp_path: Path) -> None:
    report = check_dataset(pictures(tmp_path, "bus", "car", "train"))
    assert list(report.by_class) == ["bus", "car", "train"]
    assert any("used as classes, although named like splits: 'train'" in text for text in findings_of(report))


def test_everything_that_is_left_out_is_reported_at_once(tmp_path: Path) -> None:
    pictures(tmp_path, "a", "b", "a/inner", count=2)
    write_picture(tmp_path / "loose.png")
    write_sound(tmp_path / "loose.wav")
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "b" / "c.gpx").write_text("x")
    (tmp_path / "empty").mkdir()
    report = check_dataset(tmp_path)
    assert report.samples == 6
    assert not report.problems
    warnings = findings_of(report)
    for expected in (
        "contains files beside the class folders (pictures: 1, sounds: 1): 'loose.png', 'loose.wav'",
        "contains 'notes.txt' beside the class folders",
        "b: contains 1 × .gpx, neither pictures nor sounds",
        "a: contains folders with pictures or sounds ('inner'), which count as “a” too",
        "empty: is a class folder without pictures or sounds",
    ):
        assert any(expected in warning for warning in warnings), (expected, warnings)


def test_a_folder_around_the_folder_of_data_is_seen(tmp_path: Path) -> None:
    report = check_dataset(pictures(tmp_path, "flowers/rose", "flowers/tulip"))
    assert any("if these are the classes, choose the folder “flowers” itself" in text for text in findings_of(report))
    assert any("only one class, “flowers”" in text for text in bad(report))


def test_linked_folders_are_followed_once(tmp_path: Path) -> None:
    root = pictures(tmp_path / "d", "a", "b")
    pictures(tmp_path, "more", count=4)
    try:
        (root / "a" / "more").symlink_to(tmp_path / "more", target_is_directory=True)
        (root / "a" / "circle").symlink_to(root / "a", target_is_directory=True)
        (root / "b" / "more").symlink_to(tmp_path / "more", target_is_directory=True)
        (root / "b" / "gone.png").symlink_to(tmp_path / "gone.png")
    except OSError:
        pytest.skip("this system lets nobody make links")
    report = check_dataset(root)
    assert report.samples == 3 + 4 + 3
    assert any("a/circle: is the same folder as “a”" in text for text in findings_of(report))
    assert any("b/more: is the same folder as “a/more”" in text for text in findings_of(report))
    assert bad(report) == ["b/gone.png: is a broken link."]


def test_a_folder_that_may_not_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures(tmp_path, "a", "b", "c")
    scandir = os.scandir

    def forbidding(path: Path) -> object:
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("os.scandir", forbidding)
    report = check_dataset(tmp_path)
    assert list(report.by_class) == ["a", "c"]
    assert "b: cannot be read (Permission denied); it is left out." in findings_of(report)


@pytest.mark.parametrize(
    "name", ["@eaDir", "$RECYCLE.BIN", ".Trash-1000", "__MACOSX", "System Volume Information", "lost+found", ".git"]
)
def test_what_systems_leave_behind_is_no_class(tmp_path: Path, name: str) -> None:
    pictures(tmp_path, "a", "b", name, f"a/{name}", count=2)
    for file in ("Thumbs.db", "desktop.ini", ".DS_Store", "a/Thumbs.db", "a/._0.png"):
        (tmp_path / file).write_text("x")
    report = check_dataset(tmp_path)
    assert list(report.by_class) == ["a", "b"]
    assert report.samples == 4
    assert findings_of(report) == [str(w) for w in report.warnings if "fewer than 3" in str(w.problem)]


def test_folders_that_are_one_class_are_reported(tmp_path: Path) -> None:
    composed, decomposed = (unicodedata.normalize(form, "Äpfel") for form in ("NFC", "NFD"))
    pictures(tmp_path, composed, decomposed, "b", "b ", " c")
    report = check_dataset(tmp_path)
    assert list(report.by_class) == ["b", "c", composed]
    warnings = findings_of(report)
    assert any(
        f"is the same class as “{decomposed}”" in text or f"is the same class as “{composed}”" in text
        for text in warnings
    )
    assert any(text.startswith("b : counts as the class “b”") for text in warnings)
    assert any(text.startswith(" c: counts as the class “c”") for text in warnings)


def test_a_table_of_another_name_or_place_is_reported(tmp_path: Path) -> None:
    pictures(tmp_path, "a", "b")
    (tmp_path / "Texts.CSV").write_text("file,text\na/0.png,one\n", encoding="utf-8")
    if (tmp_path / "texts.csv").exists():
        pytest.skip("upper and lower case are the same here")
    assert "Texts.CSV: is ignored; it must be called texts.csv." in bad(check_dataset(tmp_path))
