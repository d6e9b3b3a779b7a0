"""Folders of data: both layouts, and everything that can be wrong in them."""

from __future__ import annotations

import itertools
from pathlib import Path

import cv2
import numpy as np
import pytest
import soundfile

from mmdesk.core.errors import DatasetError
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.limits import MOST_LABELS
from mmdesk.training.dataset import check_dataset, read_dataset
from mmdesk.training.splits import split_dataset
from tests.three_inputs import AUDIO, IMAGE, TEXT


def write_picture(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(cv2.imencode(".png", np.full((6, 8, 3), 99, np.uint8))[1].tobytes())


def write_sound(path: Path) -> None:
    soundfile.write(path, np.sin(np.arange(800) / 9).astype(np.float32) / 2, 8000)


def table(root: Path, content: str | bytes, name: str = "samples.csv") -> Path:
    root.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def problems(root: Path) -> list[str]:
    return [str(problem) for problem in check_dataset(root).problems]


def test_class_folders_with_blanks_and_foreign_letters(tmp_path: Path) -> None:
    root = tmp_path / "meine Daten 数据"
    for label, index in itertools.product(("Kätzchen", "Hund"), range(3)):
        write_picture(root / label / f"bild {index}.png")
        write_sound(root / label / f"bild {index}.wav")
    write_sound(root / "Hund" / "allein.wav")
    table(root, b"\xef\xbb\xbffile,text\nK\xc3\xa4tzchen/bild 1.png,\xe5\x96\xb5\n", "texts.csv")
    report = check_dataset(root)
    assert report.problems == ()
    dataset = report.dataset
    assert dataset is not None
    assert dataset.labels == ("Hund", "Kätzchen")
    assert dataset.inputs == DEFAULT_INPUTS
    texts = {
        sample.values.get(IMAGE).name: sample.values.get(TEXT)
        for sample in dataset.samples
        if sample.values.get(IMAGE) and sample.values.get(TEXT)
    }
    assert texts == {"bild 1.png": "喵"}
    assert [
        sample.values.get(AUDIO).name
        for sample in dataset.samples
        if sample.values.get(IMAGE) is None and sample.values.get(AUDIO)
    ] == ["allein.wav"]
    assert report.by_class["Hund"] == {None: 4, IMAGE: 3, AUDIO: 4, TEXT: 0}


def test_blank_cells_are_missing_modalities(tmp_path: Path) -> None:
    write_picture(tmp_path / "a b.png")
    root = table(tmp_path, "label,text,image,split\nx, hello ,,train\ny,,a b.png,train\nx,again,,test\n")
    dataset = read_dataset(root)
    first, second, _ = dataset.samples
    assert (first.values.get(IMAGE), first.values.get(AUDIO), first.values.get(TEXT), first.split, first.row) == (
        None,
        None,
        "hello",
        "train",
        2,
    )
    assert (second.values.get(IMAGE), second.values.get(TEXT)) == (root / "a b.png", None)
    assert dataset.inputs == (IMAGE, TEXT)


def test_every_bad_row_is_listed_at_once_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "empty.png").touch()
    (tmp_path / "torn.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    soundfile.write(tmp_path / "nan.wav", np.array([0.1, np.nan], np.float32), 16000, subtype="FLOAT")
    rows = (
        "image,audio,text,label", ",,fine,x", ",,also,y", "../a.png,,,x", "/etc/a.png,,,x", "C:\\a.png,,,x",
        "none.png,,,x", "empty.png,,,x", ",,,x", ",,word,", ",,short", "torn.png,,,x", ",nan.wav,,y", ",,other,X",
    )  # fmt: skip
    found = problems(table(tmp_path, "\n".join(rows).encode() + b"\n,,\xff\xfe,y\n"))
    expected = {
        4: "leads outside", 5: "leads outside", 6: "leads outside", 7: "there is no file", 8: "empty file",
        9: "has no input", 10: "no label", 11: "has 3 cells", 12: "not a picture", 13: "not numbers",
        14: "differ only in case", 15: "not UTF-8",
    }  # fmt: skip
    for line, words in expected.items():
        assert any(text.startswith(f"samples.csv:{line}: ") and words in text for text in found), (line, found)
    assert len(found) == len(expected)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("image,label,txt\n,x,a\n", "unknown column “txt”"),
        ("image,text\n,a\n", "lacks the column “label”"),
        ("text,label,label\na,x,x\n", "twice"),
        ("text;label\na;x\n", "not separate its cells with commas"),
        ("text,label\na,x\nb,x\n", "only one class, “x”"),
        ("text,label\na,x\nb,y\n", "one sample per class"),
        ('text,label\na,x\n"torn,y\n', "not valid CSV"),
        ("text,label\na,x\nb,y\n".encode("utf-16"), "UTF-16"),
        ("text,label,split\na,x,train\nb,y,\nc,x,test\nd,y,train\n", "has no split"),
        ("text,label,split\na,x,train\nb,y,later\n", "names the split “later”"),
        ("text,label,split\na,x,train\nb,x,train\nc,y,test\n", "class “y” in other splits"),
        ("text,label,split\na,x,train\na,x,test\nc,y,train\n", "another split as well"),
    ],
)
def test_tables_that_cannot_be_trained_on(tmp_path: Path, content: str | bytes, words: str) -> None:
    with pytest.raises(DatasetError) as caught:
        read_dataset(table(tmp_path, content))
    assert any(words in str(problem.problem) for problem in caught.value.problems), caught.value.problems


def test_repeated_rows_are_left_out_and_reported(tmp_path: Path) -> None:
    dataset = read_dataset(table(tmp_path, "text,label\na,x\nb,y\na,x\nc,x\n"))
    assert len(dataset.samples) == 3
    assert any(warning.line == 4 and "repeats line 2" in str(warning.problem) for warning in dataset.warnings)


def test_an_empty_folder_and_a_missing_one(tmp_path: Path) -> None:
    assert "has no samples" in problems(tmp_path)[0]
    with pytest.raises(DatasetError, match="no such folder"):
        check_dataset(tmp_path / "nowhere")


def test_texts_that_name_no_sample(tmp_path: Path) -> None:
    for label, index in itertools.product("ab", range(2)):
        write_picture(tmp_path / label / f"{index}.png")
    write_picture(tmp_path / "lonely.png")
    found = problems(table(tmp_path, "file,text\na/0.png,one\nlonely.png,two\na/0.png,three\n", "texts.csv"))
    assert len(found) == 2
    assert any(text.startswith("texts.csv:3: ") and "in no class folder" in text for text in found)
    assert any(text.startswith("texts.csv:4: ") and "of line 2 again" in text for text in found)


def test_a_hundred_thousand_rows_stream_with_progress(tmp_path: Path) -> None:
    rows = "".join(f"word {index},c{index % 7}\n" for index in range(100_000))
    reported: list[int] = []
    dataset = read_dataset(table(tmp_path, "text,label\n" + rows), lambda done, total: reported.append(done))
    assert len(dataset.samples) == 100_000
    assert len(reported) > 50
    assert reported == sorted(reported)


def test_given_splits_are_kept_and_a_missing_one_is_taken_from_training(tmp_path: Path) -> None:
    rows = "".join(f"{i},{'xy'[i % 2]},{'test' if i < 4 else 'train'}\n" for i in range(24))
    dataset = read_dataset(table(tmp_path, "text,label,split\n" + rows))
    splits = split_dataset(dataset, 0)
    assert splits.test == (0, 1, 2, 3)
    assert splits.validation
    assert sorted(splits.train + splits.validation) == list(range(4, 24))


@pytest.mark.parametrize(("label", "said"), [("x" * 201, "201 characters"), ("y" * 1_000, "1,000 characters")])
def test_labels_that_no_model_file_can_hold_are_problems(tmp_path: Path, label: str, said: str) -> None:
    found = problems(table(tmp_path, f"text,label\none,{label}\ntwo,{label}\nthree,b\nfour,b\n"))
    assert len(found) == 1
    assert found[0].startswith("samples.csv:2: ")
    assert said in found[0]


def test_as_many_classes_as_a_model_file_can_hold_and_no_more(tmp_path: Path) -> None:
    rows = "".join(f"{text} {label},c{label}\n" for label in range(MOST_LABELS) for text in ("one", "two"))
    assert len(read_dataset(table(tmp_path, "text,label\n" + rows)).labels) == MOST_LABELS
    found = problems(table(tmp_path, "text,label\n" + rows + "more,more\n"))
    assert len(found) == 1
    assert "10,001 classes" in found[0]
