"""``mmdesk train``, ``evaluate`` and ``compare`` on a tiny folder: what they leave behind, and what they refuse."""

from __future__ import annotations

import csv
import json
import shutil
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import soundfile

from mmdesk.app.command_line import main
from mmdesk.app.jobs import evaluate_model
from mmdesk.core.training_settings import EvaluationSettings
from mmdesk.evaluation.evaluation import evaluate
from mmdesk.evaluation.measured import MeasuredSamples
from mmdesk.models.checkpoint import load_card, load_checkpoint, load_trained_on, save_checkpoint
from mmdesk.models.device import resolve_device
from mmdesk.models.fusion import FUSIONS, fusion_kind
from mmdesk.training.dataset import read_dataset
from mmdesk.training.loop import Cancelled, Listeners
from mmdesk.training.splits import split_dataset
from tests.many_inputs import model_of
from tests.three_inputs import IMAGE
from tests.training.test_dataset import write_picture
from tests.training.tiny import write_tiny

QUICK = [
    "--encoder", "image=cnn", "--encoder", "audio=none", "--encoder", "text=tfidf", "--dim", "16",
    "--encoder-epochs", "4", "--fusion-epochs", "6", "--batch-size", "8", "--device", "cpu",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _no_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mmdesk.app.log.start_log", lambda *_: None)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("tiny") / "mes données", per_class=16)


@pytest.fixture(scope="module")
def model(data: Path) -> Path:
    out = data.parent / "tiny.mmdesk"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mmdesk.app.log.start_log", lambda *_: None)
        assert main(["train", str(data), "--out", str(out), "--fusion", "concatenation", *QUICK]) == 0
    return out


def test_training_leaves_a_model_its_card_and_its_curves(model: Path) -> None:
    classifier = load_checkpoint(model)
    assert classifier.labels == ("alpha", "beta", "gamma")
    assert fusion_kind(classifier.fusion) == "concatenation"
    assert list(classifier.fusions()) == [kind for kind in FUSIONS if kind != "unimodal"]
    assert "mes données" in load_card(model)
    curves = (model.parent / "tiny.mmdesk.training" / "curves.csv").read_text(encoding="utf-8").splitlines()
    assert len(curves) == 1 + 4 + 15 * 6
    known = load_trained_on(model)
    assert f"Computed on {known.threads} thread" in load_card(model)
    assert "attention gate, everything present" in load_card(model)


def test_only_the_methods_that_are_asked_for_are_trained(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "few.mmdesk"
    assert main(["train", str(data), "--out", str(out), "--fusions", "late, deep", *QUICK]) == 0
    summary = json.loads(capsys.readouterr().out)
    assert summary["fusion"] == "late"
    assert list(summary["methods"]) == ["late", "deep"]
    classifier = load_checkpoint(out)
    assert fusion_kind(classifier.fusion) == "late"
    assert set(classifier.fusions()) == {"late", "deep"}


def test_evaluation_reports_every_subset_beside_its_baselines(
    model: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(model), str(data), "--out", str(tmp_path / "report"), "--device", "cpu"]) == 0
    summary = json.loads(capsys.readouterr().out)
    assert set(summary["subsets"]) == {"image", "text", "image + text"}
    assert summary["accuracy"] == summary["subsets"]["image + text"]
    low, high = summary["intervals"]["accuracy"]
    assert low < high
    assert summary["intervals"]["subsets"]["image + text"] == [low, high]
    assert 0 <= summary["brier"] <= 2
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert "late fusion" in page
    assert (tmp_path / "report" / "metrics.json").is_file()


def test_what_a_model_was_trained_on_is_left_out_of_its_evaluation(
    model: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def evaluated(folder: Path, *words: str) -> dict[str, object]:
        words = ("--out", str(tmp_path / "report"), "--no-baselines", "--device", "cpu", *words)
        assert main(["evaluate", str(model), str(folder), *words]) == 0
        summary: dict[str, object] = json.loads(capsys.readouterr().out)
        written = json.loads((tmp_path / "report" / "metrics.json").read_text(encoding="utf-8"))
        assert all(written[name] == summary[name] for name in ("samples", "seen_in_training", "all_samples"))
        return summary

    count = len(split_dataset(read_dataset(data), 0).test)
    assert evaluated(data).items() >= {"samples": count, "seen_in_training": 0}.items()
    grown = Path(shutil.copytree(data, tmp_path / "grown"))
    rows = (grown / "samples.csv").read_text(encoding="utf-8").splitlines()
    known = read_dataset(data).samples[split_dataset(read_dataset(data), 0).train[0]].values[IMAGE]
    copies = [f"copy{number}.png,,,{rows[1].split(',')[-1]}" for number in range(30)]
    for row in copies:
        shutil.copy(known, grown / row.split(",")[0])
    (grown / "samples.csv").write_text("\n".join([*rows, *copies]) + "\n", encoding="utf-8")
    found = evaluated(grown)
    assert found["samples"] == count
    assert found["seen_in_training"] == len(split_dataset(read_dataset(grown), 0).test) - count > 0
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert "left out, because the model was trained on them" in page
    everything = evaluated(data, "--all")
    assert everything["samples"] == 48
    assert everything["seen_in_training"] == 48 - count
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert f"trained on {48 - count} of these 48" in page


def test_a_folder_of_which_a_model_knows_everything_is_refused_in_one_line(
    model: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dataset = read_dataset(data)
    known = tmp_path / "known"
    for index in split_dataset(dataset, 0).train:
        sample = dataset.samples[index]
        place = known / sample.label / f"renamed {index}.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(sample.values[IMAGE], place)
    assert main(["evaluate", str(model), str(known), "--out", str(tmp_path / "report"), "--device", "cpu"]) == 2
    said = capsys.readouterr().err
    assert len(said.strip().splitlines()) == 1
    assert "known: the model was trained on every test sample" in said
    assert "--all" in said


def test_every_bad_file_of_the_unknowns_is_named_before_the_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    save_checkpoint(model_of(("image", "text")), tmp_path / "m.mmdesk", "card")
    unknowns = tmp_path / "unknowns" / "spoon"
    write_picture(unknowns / "whole.png")
    for name in ("first.jpg", "second.png"):
        (unknowns / name).write_bytes((unknowns / "whole.png").read_bytes()[:40])
    monkeypatch.setattr("mmdesk.app.evaluate.checked_folder", lambda *_: pytest.fail("the work has begun"))
    (tmp_path / "known").mkdir()
    words = ["--unknowns", str(unknowns.parent), "--out", str(tmp_path / "report"), "--device", "cpu"]
    assert main(["evaluate", str(tmp_path / "m.mmdesk"), str(tmp_path / "known"), *words]) == 2
    said = capsys.readouterr().err
    assert "spoon/first.jpg" in said
    assert "spoon/second.png" in said
    assert "whole.png" not in said


def test_reading_the_unknowns_can_be_stopped(tmp_path: Path) -> None:
    save_checkpoint(model_of(("image", "text")), tmp_path / "m.mmdesk", "card")
    write_picture(tmp_path / "unknowns" / "spoon" / "whole.png")
    settings = EvaluationSettings(unknowns=str(tmp_path / "unknowns"))
    read = partial(pytest.fail, "it went on")
    with pytest.raises(Cancelled):
        evaluate_model(tmp_path / "m.mmdesk", read, settings, resolve_device("cpu"), Listeners(cancelled=lambda: True))


def test_an_evaluation_can_be_stopped(model: Path, data: Path) -> None:
    dataset = read_dataset(data)
    asked = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 1

    with pytest.raises(Cancelled):
        evaluate(
            load_checkpoint(model),
            "tiny",
            dataset,
            MeasuredSamples(split_dataset(dataset, 0), None),
            resolve_device("cpu"),
            baselines=False,
            listeners=Listeners(cancelled=cancelled),
        )


def test_comparison_measures_all_methods_and_baselines_under_all_conditions(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["compare", str(data), "--out", str(tmp_path / "report"), "--seeds", "2", "--fusions", "deep,multitask"]
    assert main([*words, "--jobs", "1", *QUICK]) == 0
    table = json.loads(capsys.readouterr().out)
    assert set(table) == {"deep", "multitask", "late", "image only", "text only"}
    assert set(table["late"]) == {"clean", "image: occlusion 50 %", "text: typos", "image: missing", "text: missing"}
    page = (tmp_path / "report" / "report.html").read_text(encoding="utf-8")
    assert "every seed splits the data anew (split seeds 0 to 1)" in page
    metrics = json.loads((tmp_path / "report" / "metrics.json").read_text(encoding="utf-8"))
    first, second = metrics["comparison"]["splits"]
    assert (metrics["one_split"], metrics["comparison"]["fixed_split"]) == (False, False)
    assert all(len(one["targets"]) + one["fitted"] == 48 for one in (first, second))
    assert ", 2 seeds of " in table["late"]["clean"]


def test_seeds_of_splits_do_not_run_past_the_largest(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["compare", str(data), "--out", str(tmp_path / "none"), "--seeds", "2", "--split-seed", "4294967295"]
    assert main(words) == 2
    assert (
        "--split-seed 4294967295 leaves too few seeds for 2 splits. Give at most 4294967294." in capsys.readouterr().err
    )


def test_seeds_share_a_split_where_the_user_or_the_data_fixes_it(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["compare", str(data), "--out", str(tmp_path / "asked"), "--seeds", "2", "--fusions", "deep"]
    assert main([*words, "--fixed-split", "--jobs", "1", *QUICK]) == 0
    page = (tmp_path / "asked" / "report.html").read_text(encoding="utf-8")
    assert "one split for all seeds (split seed 0)" in page
    assert "The split was fixed, so every statement here holds for this split only." in page
    given = shutil.copytree(data, tmp_path / "given")
    with (given / "samples.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for index, row in enumerate(rows):
        row["split"] = ("test", "validation", "train", "train")[index % 4]
    with (given / "samples.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    words = ["compare", str(given), "--out", str(tmp_path / "own"), "--seeds", "2", "--fusions", "deep"]
    assert main([*words, "--jobs", "1", *QUICK]) == 0
    page = (tmp_path / "own" / "report.html").read_text(encoding="utf-8")
    assert "the data itself says which sample is in which split" in page
    assert "The split was fixed, so every statement here holds for this split only." in page
    capsys.readouterr()


def test_what_is_wrong_with_a_folder_is_said_before_anything_trains(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write_tiny(tmp_path / "data", per_class=3)
    soundfile.write(data / "alpha0.wav", np.full(8_000, np.nan, np.float32), 16_000, subtype="FLOAT")
    (data / "beta1.png").write_bytes(b"")
    assert main(["train", str(data), "--out", str(tmp_path / "m.mmdesk"), *QUICK]) == 2
    said = capsys.readouterr().err
    assert "alpha0.wav" in said
    assert "beta1.png" in said
    assert "Traceback" not in said
    assert not list(tmp_path.glob("m.mmdesk*"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--fusion", "magic"], "--fusion magic"),
        (["--fusions", "late,magic"], "--fusions magic"),
        (["--fusions", "unimodal"], "--fusions unimodal"),
        (["--fusions", "late", "--fusion", "deep"], "--fusion deep is not among"),
        (["--fusions", ""], "--fusions"),
        (["--encoder", "image=magic"], "--encoder image=magic"),
        (["--encoder", "smell=cnn"], "smell=cnn: there is no such input"),
        (["--encoder-epochs", "0"], "epochs"),
        (["--balance", "ogm_ge"], "--joint"),
        (["--split-seed", "-1"], "split-seed"),
    ],
)
def test_impossible_options_are_one_clear_line(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    try:
        status = main(["train", str(data), "--out", str(tmp_path / "m.mmdesk"), *words])
    except SystemExit as leaving:
        status = leaving.code
    assert status == 2
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error
