"""What confidence is worth, and known samples against unknown ones."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
import torch

from mmdesk.core.errors import DatasetError, MmdeskError
from mmdesk.core.inputs import Input
from mmdesk.evaluation.selective import risk_coverage, told_apart
from mmdesk.evaluation.unknowns import check_unknowns, judge_unknowns
from mmdesk.models.checkpoint_calibration import calibration_words
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.fusion import FUSIONS
from mmdesk.models.open_set import DistanceRule, Judged
from mmdesk.models.temperature import Reliability, Temperatures
from mmdesk.training.dataset import Dataset, Sample, read_dataset, read_unknowns
from mmdesk.training.samples import Samples
from tests.many_inputs import inputs_of, model_of
from tests.training.test_dataset import write_picture


def test_the_area_under_the_risk_coverage_curve_is_the_mean_risk() -> None:
    table = np.array([[0.9, 0.1], [0.8, 0.2], [0.3, 0.7], [0.5, 0.5]])
    area, coverage, accuracy = risk_coverage(table, [0, 1, 1, 0])
    # Right, wrong, right, and no answer at last: risks 0, 1/2, 1/3, 2/4.
    assert area == pytest.approx((0 + 1 / 2 + 1 / 3 + 2 / 4) / 4)
    assert coverage == (0.25, 0.5, 0.75, 1.0)
    assert accuracy == pytest.approx((1, 1 / 2, 2 / 3, 1 / 2))


def test_scores_that_are_apart_have_an_area_of_one_and_ties_count_half() -> None:
    assert told_apart([3, 4], [1, 2]) == 1.0
    assert told_apart([1, 1], [1, 1]) == 0.5
    assert told_apart([1], [2]) == 0.0
    assert told_apart([], [2]) is None


def _folder(root: Path, label: str, texts: list[str]) -> Path:
    root.mkdir()
    rows = [f"{text},{label}" for text in texts]
    (root / "samples.csv").write_text("\n".join(["text,label", *rows]) + "\n", encoding="utf-8")
    return root


def test_a_folder_of_unknowns_may_be_of_one_class_and_holds_none_that_the_model_knows(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "strange", "purple", ["a b", "c d"])
    with pytest.raises(DatasetError):
        read_dataset(folder)
    strange = read_unknowns(folder)
    assert len(strange.samples) == 2
    model = model_of(("text",), ("concatenation",))
    check_unknowns(strange, model, "colours")
    with pytest.raises(DatasetError) as caught:
        check_unknowns(read_unknowns(_folder(tmp_path / "known", "red", ["a b", "c d"])), model, "colours")
    assert caught.value.problems[0].problem.code == "evaluation.unknowns_known"


def _model_of(*labels: str) -> FusionClassifier:
    model = model_of(("image", "text"), ("concatenation",))
    encoders = {one: model.encoder(one.name) for one in model.inputs}
    return FusionClassifier(labels, encoders, FUSIONS["concatenation"](2, 8, len(labels)))


def test_known_classes_are_found_in_any_spelling_and_named_with_their_place(tmp_path: Path) -> None:
    model = _model_of("cup", "banana", "hair dryer", "Müll-eimer")
    rows = ("a,Cup", "b,BANANA", "c,spoon", "d,Cup", "e,hair_dryer", "g,müll eimer", "h,cupboard")
    (tmp_path / "samples.csv").write_text("\n".join(("text,label", *rows)) + "\n", encoding="utf-8")
    with pytest.raises(DatasetError) as caught:
        check_unknowns(read_unknowns(tmp_path), model, "things")
    found = caught.value.problems
    assert [one.place for one in found] == [f"samples.csv:{line}" for line in (2, 3, 6, 7)]
    assert [dict(one.problem.fields)["known"] for one in found] == ["cup", "banana", "hair dryer", "Müll-eimer"]
    assert "Take its samples out" in str(found[0])


@pytest.mark.parametrize("split", ["", "test"])
def test_of_class_folders_the_folder_of_a_known_class_is_named(tmp_path: Path, split: str) -> None:
    for label in ("Cup", "spoon"):
        write_picture(tmp_path / split / label / "more" / "a.png")
    with pytest.raises(DatasetError) as caught:
        check_unknowns(read_unknowns(tmp_path), _model_of("cup", "plate"), "things")
    (found,) = caught.value.problems
    assert found.place == f"{split}/Cup".lstrip("/")


def test_a_folder_of_unknowns_needs_no_training_samples(tmp_path: Path) -> None:
    (tmp_path / "samples.csv").write_text("text,label,split\na b,purple,test\nc d,,\ne f,mauve,\n", encoding="utf-8")
    with pytest.raises(DatasetError) as caught:
        read_unknowns(tmp_path)
    assert [one.problem.code for one in caught.value.problems] == ["row.no_label"], "what else is wrong is told"
    (tmp_path / "samples.csv").write_text("text,label,split\na b,purple,test\ne f,mauve,\n", encoding="utf-8")
    assert len(read_unknowns(tmp_path).samples) == 2


def test_known_and_unknown_texts_are_told_apart_by_the_rule_of_their_input() -> None:
    columns = ("text",)
    model = model_of(columns, ("concatenation",))
    (one,) = inputs_of(columns)
    encoder = model.encoder("text")
    with torch.no_grad():
        means = encoder(torch.stack([encoder.prepare(word) for word in ("red", "green", "blue")])).embedding
    encoder.set_open_set(DistanceRule(torch.eye(8), means, -0.1, Judged(10, 0.0)))
    words = ("red", "green", "blue")
    known = Dataset(Path(), "known", tuple(Sample({one: word}, word) for word in words), words, (one,))
    others = ("red green", "green blue", "nothing", "red")
    unknown = Dataset(Path(), "unknown", tuple(Sample({one: word}, "other") for word in others), ("other",), (one,))
    found = judge_unknowns(model, Samples(known, words), range(3), unknown, torch.device("cpu"), lambda _share: None)
    assert [each.name for each in found] == ["text", "all inputs"]
    assert (found[0].known, found[0].unknown) == (3, 4)
    assert found[0].rejected == 0.0
    assert found[0].claimed == 0.25
    assert found[0].auroc is not None
    assert 0.75 <= found[0].auroc <= 1.0
    assert found[1].claimed == 0.25


def test_unknowns_with_none_of_the_models_inputs_are_refused(tmp_path: Path) -> None:
    strange = read_unknowns(_folder(tmp_path / "strange", "purple", ["a b"]))
    for columns, code in ((("text:title", "image"), "data.misfit"), (("image",), "data.no_common_input")):
        with pytest.raises(MmdeskError) as caught:
            check_unknowns(strange, model_of(columns, ("concatenation",)), "colours")
        assert caught.value.problem.code == code
        assert dict(caught.value.problem.fields)["path"] == str(tmp_path / "strange" / "samples.csv")


@pytest.mark.parametrize("empty", ["known", "unknown"])
def test_a_side_that_has_none_of_the_inputs_has_no_figures(empty: str) -> None:
    columns = ("text",)
    model = model_of(columns, ("concatenation",))
    (one,) = inputs_of(columns)
    other = Input.of_column("image")

    def side(name: str) -> Dataset:
        given = {other: Path("a.png")} if name == empty else {one: "red"}
        return Dataset(Path(), name, (Sample(given, name),), (name,), tuple(given))

    samples = Samples(side("known"), ("known",))
    found = judge_unknowns(model, samples, range(1), side("unknown"), torch.device("cpu"), lambda _share: None)
    (together,) = found
    assert (together.name, together.auroc) == ("all inputs", None)
    assert (together.rejected is None, together.claimed is None) == (empty == "known", empty == "unknown")
    json.dumps(asdict(together), allow_nan=False)


def test_a_card_says_what_was_chosen_or_that_calibration_is_missing() -> None:
    model = model_of(("text",), ("concatenation",))
    assert calibration_words(model)[0].startswith("Calibration is missing")
    model.encoder("text").set_open_set(DistanceRule(torch.eye(8), torch.zeros(1, 8), -2.0, Judged(20, 0.05, 10, 0.1)))
    model.fusion.set_temperatures(Temperatures([2.0], Reliability(20, 0.2, 0.05)))
    rule, sure = calibration_words(model)
    assert "gave up 5.0 % of 20 validation inputs and claimed 10.0 % of 10 unknown ones" in rule
    assert "these are few" in rule
    assert sure.startswith("Temperatures of 1 method for every subset")
    assert "0.200 before, 0.050 after" in sure
