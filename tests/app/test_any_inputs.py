"""Models of one to five inputs by the command line: trained, opened again, evaluated, and predicting from a table."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from mmdesk.app.command_line import main
from mmdesk.core.inputs import Input, in_order
from mmdesk.models.checkpoint import load_checkpoint
from tests.training.generated import CLASSES, COLUMNS, TINY_ENCODERS, write_generated

FAST = ("--dim", 16, "--encoder-epochs", 6, "--fusion-epochs", 10, "--batch-size", 16, "--learning-rate", 0.01)
FAST_TOO = ("--augmentation", "none", "--device", "cpu", "--fusions", "attention_gate")


@pytest.fixture(autouse=True)
def _no_log(monkeypatch: pytest.MonkeyPatch) -> None:
    # The log and the crash file belong to a process, not to a call; many calls share this one.
    monkeypatch.setattr("mmdesk.app.log.start_log", lambda *_: None)


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main([str(word) for word in words])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def trained(capsys: pytest.CaptureFixture[str], folder: Path, columns: tuple[str, ...]) -> tuple[Path, dict[str, Any]]:
    """Train on a folder with these columns."""
    model = folder.with_suffix(".mmdesk")
    kinds = dict.fromkeys(Input.of_column(column).kind for column in columns)
    encoders = [word for kind in kinds for word in ("--encoder", f"{kind}={TINY_ENCODERS[kind]}")]
    status, out, err = run(capsys, "train", folder, "--out", model, *encoders, *FAST, *FAST_TOO)
    assert status == 0, err
    return model, json.loads(out)


@pytest.mark.parametrize("count", COLUMNS)
def test_a_model_of_any_number_of_inputs(capsys: pytest.CaptureFixture[str], tmp_path: Path, count: int) -> None:
    columns = COLUMNS[count]
    folder = write_generated(tmp_path / "data", columns)
    inputs = in_order(Input.of_column(column) for column in columns)
    names = [one.name for one in inputs]
    model, summary = trained(capsys, folder, columns)
    assert list(summary["input_accuracy"]) == list(summary["input_samples"]) == names
    assert summary["validation_accuracy"] > 0.6  # of three classes
    assert load_checkpoint(model).inputs == inputs

    status, out, err = run(capsys, "evaluate", model, folder, "--out", tmp_path / "report")
    assert status == 0, err
    figures = json.loads(out)
    assert len(figures["subsets"]) == 2**count - 1
    assert list(figures["subsets"])[-1] == " + ".join(names)
    assert figures["accuracy"] > 0.4
    written = json.loads((tmp_path / "report" / "metrics.json").read_text(encoding="utf-8"))
    assert written["inputs"] == {one.name: one.kind for one in inputs}
    curves = {curve["input"] for curve in written["curves"]}
    assert curves == {*names, None}
    with (tmp_path / "report" / "tables" / "subsets.csv").open(encoding="utf-8-sig", newline="") as table:
        heads = next(csv.reader(table))
    assert [head for head in heads if head.endswith(" alone")] == [f"{name} alone" for name in names]

    status, out, err = run(capsys, "predict", "--batch", folder / "samples.csv", "--model", model)
    assert status == 0, err
    answers = [json.loads(line) for line in out.splitlines()]
    assert len(answers) == 48
    assert sum(answer["label"] == answer["truth"] for answer in answers) > 0.6 * len(answers)
    assert all(list(answer["weights"]) == list(answer["present"]) == names for answer in answers)
    if count > 1:
        gone = Input.of_column(columns[0]).name
        assert answers[0]["weights"][gone] == 0
        assert not answers[0]["present"][gone]["present"]


def test_encoders_by_kind_and_by_name(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = write_generated(tmp_path / "data", ("image:front", "text:title", "text:body"))
    words = ("--encoder", "image=none", "--encoder", "text=bag_of_words", "--encoder", "body=tfidf")
    status, _, err = run(capsys, "train", folder, "--out", tmp_path / "m.mmdesk", *words, *FAST, *FAST_TOO)
    assert status == 0, err
    classifier = load_checkpoint(tmp_path / "m.mmdesk")
    assert classifier.names == ("title", "body")
    assert [type(classifier.encoder(name)).__name__ for name in classifier.names] == [
        "BagOfWordsEncoder",
        "TfidfEncoder",
    ]
    status, _, err = run(capsys, "train", folder, "--out", tmp_path / "n.mmdesk", "--encoder", "side=cnn")
    assert status == 2
    assert "--encoder side=cnn: there is no such input. Use one of: front, title, body, image" in err


def test_columns_that_do_not_fit_the_model(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    columns = ("image:front", "text")
    model, _ = trained(capsys, write_generated(tmp_path / "data", columns), columns)
    for other, wrong in (("image,text", "image"), ("text:front", "text:front"), ("image:side", "image:side")):
        folder = write_generated(tmp_path / f"with {wrong.replace(':', ' ')}", other.split(","))
        told = f"the column “{wrong}” is not an input of"
        status, out, err = run(capsys, "evaluate", model, folder, "--out", tmp_path / "report")
        assert (status, out) == (2, "")
        assert f"samples.csv, line 1: {told} data.mmdesk (image:front, text)" in err
        assert "Call it as the model calls its input, or leave it out." in err
        status, out, err = run(capsys, "predict", "--batch", folder / "samples.csv", "--model", model)
        assert (status, out) == (2, "")
        assert f"samples.csv, line 1: {told} data (image:front, text)" in err
        assert "Call it as the model calls its input, or leave it out." in err
    folder = write_generated(tmp_path / "nothing", ("audio",))
    status, _, err = run(capsys, "predict", "--batch", folder / "samples.csv", "--model", model)
    assert status == 2
    assert "samples.csv, line 1: it has none of the model’s inputs (image:front, text)" in err


def test_what_a_model_does_not_take_is_left_out(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    columns = ("image:front", "text")
    model, _ = trained(capsys, write_generated(tmp_path / "data", columns), columns)
    folder = write_generated(tmp_path / "more", ("audio", "image:side", "text", "image:front"))
    status, out, err = run(capsys, "predict", "--batch", folder / "samples.csv", "--model", model)
    assert status == 0, err
    assert list(json.loads(out.splitlines()[1])["present"]) == ["front", "text"]


def test_an_input_is_given_by_its_name(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    columns = ("image", "text:title", "text:body")
    folder = write_generated(tmp_path / "data", columns)
    model, _ = trained(capsys, folder, columns)
    picture = folder / "image1.png"
    status, out, err = run(
        capsys, "predict", "--model", model, "--image", picture, "--text", "title=a = b", "--text", "body=c"
    )
    assert status == 0, err
    assert {name: told["present"] for name, told in json.loads(out)["present"].items()} == {
        "image": True, "title": True, "body": True,
    }  # fmt: skip
    status, out, err = run(capsys, "predict", "--model", model, "--text", "red apple")
    assert (status, out) == (2, "")
    assert "--text: the model has several inputs of this kind: title, body." in err


BAD = {
    "image:front,audio:front,label": "has two inputs called “front”, in the columns “image:front” and “audio:front”",
    "image:Front,text:front,label": "has two inputs called “front”, in the columns “image:Front” and “text:front”",
    "image,image:image,label": "has two inputs called “image”, in the columns “image” and “image:image”",
    "image,image,label": "has the column “image” twice",
    "text:a,text:b,text:c,text:d,text:e,text:f,label": "has 6 inputs; a model takes at most 5",
    "smell:front,text,label": "has a column “smell:front” of an unknown kind of input, “smell”",
    "imgae,text,label": "has an unknown column “imgae”; known columns: image, audio, text, label, split",
    "image:,text,label": "has a column “image:”, but the part after its colon is not a name",
    "image:a/b,text,label": "has a column “image:a/b”, but the part after its colon is not a name",
    "text:a:b,label": "has a column “text:a:b”, but the part after its colon is not a name",
}


@pytest.mark.parametrize("heading", BAD)
def test_bad_headings(capsys: pytest.CaptureFixture[str], tmp_path: Path, heading: str) -> None:
    table = tmp_path / "samples.csv"
    columns = heading.split(",")
    rows = [",".join(["hello"] * (len(columns) - 1) + [label]) for label in CLASSES * 2]
    table.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    status, _, err = run(capsys, "dataset", "check", tmp_path, "--no-media")
    assert status == 2
    assert f"samples.csv:1: {BAD[heading]}" in err
    status, _, err = run(capsys, "predict", "--batch", table)
    assert status == 2
    assert f"samples.csv, line 1: {BAD[heading]}" in err
