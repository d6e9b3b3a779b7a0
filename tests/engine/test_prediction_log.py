"""Predictions as CSV, read back."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from mmdesk.core.csv_file import unguarded
from mmdesk.core.errors import MmdeskError
from mmdesk.core.insight import Relation
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.perturbation import Perturbation, PerturbationKind
from mmdesk.engine.prediction_log import PredictionLog, write_predictions
from mmdesk.ui.problem_table import filled
from tests.three_inputs import input_of
from tests.ui.planted_insight import seen, without_insight

BEFORE = ["time_s", "label", "confidence", "weight_image", "weight_audio", "weight_text", "presence_image",
          "presence_audio", "presence_text", "text", "fusion", *(f"p_{digit}" for digit in range(10))]  # fmt: skip


def read(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_what_was_shown_is_read_back(tmp_path: Path) -> None:
    ticks = [
        replace(seen(1.0, (3, 3, 3)), texts={"text": "three"}),
        seen(1.1, (3, 5, None)),
        replace(seen(1.2, (3, 3, 9), by_hand=(0.1, 0.1, 0.8)), texts={"text": 'nine, "9"\n九'}),
    ]
    write_predictions(tmp_path / "strip.csv", ticks)
    rows = read(tmp_path / "strip.csv")
    assert len(rows) == 3
    for row, prediction in zip(rows, ticks, strict=True):
        assert prediction.insight is not None
        assert prediction.weights is not None
        assert float(row["time_s"]) == prediction.time_s
        assert row["label"] == prediction.label
        assert float(row["confidence"]) == pytest.approx(prediction.confidence, abs=1e-6)
        assert row["text"] == prediction.texts["text"]
        assert row["fusion"] == "attention_gate"
        assert row["relation"] == prediction.insight.shown.relation
        contributions = [float(row[f"contribution_{modality}"]) for modality in MODALITIES]
        assert contributions == pytest.approx(list(prediction.insight.shown.contributions), abs=1e-6)
        assert sum(contributions) == pytest.approx(float(row["confidence"]) - 0.1, abs=1e-5)
        for modality in MODALITIES:
            assert float(row[f"weight_{modality}"]) == pytest.approx(prediction.weights[modality.column], abs=1e-6)
            assert row[f"presence_{modality}"] == prediction.presence(modality).reason
    assert [row["relation"] for row in rows] == [Relation.AGREE, Relation.CONFLICT, Relation.CONFLICT]
    assert [row["weights_from"] for row in rows] == ["model", "model", "hand"]
    assert rows[1]["presence_text"] == "empty"
    assert float(rows[1]["contribution_text"]) == 0


def test_where_two_classes_share_the_first_place_there_is_no_answer_to_contribute_to(tmp_path: Path) -> None:
    write_predictions(tmp_path / "a.csv", [seen(1.0, (3, 3, 9), weights=(0.25, 0.25, 0.5))])
    (row,) = read(tmp_path / "a.csv")
    assert (row["label"], row["confidence"]) == ("", "")
    assert float(row["p_3"]) == float(row["p_9"])
    assert [row[f"contribution_{modality}"] for modality in MODALITIES] == ["", "", ""]
    assert row["relation"] == "conflict"


def test_the_columns_of_before_keep_their_order(tmp_path: Path) -> None:
    write_predictions(tmp_path / "a.csv", [seen(1.0)])
    header = (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    assert header[: len(BEFORE)] == BEFORE
    new = ["contribution_image", "contribution_audio", "contribution_text", "relation", "weights_from"]
    new += ["override", "perturbations", "model"]
    assert header[len(BEFORE) :] == new


def test_what_is_not_defined_is_empty(tmp_path: Path) -> None:
    with PredictionLog(tmp_path / "a.csv") as log:
        log.write(without_insight(seen(1.0)))
        log.write(seen(1.1, (None, None, None)))
        log.write(seen(1.2, weights=None, fusion="deep"))
    unseen, nothing, unweighted = read(tmp_path / "a.csv")
    assert unseen["label"] == "7"
    for row in (unseen, nothing):
        assert {row[key] for key in ("contribution_image", "relation", "weights_from")} == {""}
    assert nothing["label"] == nothing["weight_text"] == ""
    assert unweighted["weight_image"] == unweighted["weights_from"] == ""
    assert float(unweighted["contribution_image"]) > 0


def test_what_it_was_made_from_and_under_is_taken_from_the_prediction(tmp_path: Path) -> None:
    done = (
        Perturbation(input_of(Modality.TEXT), PerturbationKind.REPLACE, text="zero"),
        Perturbation(input_of(Modality.AUDIO), PerturbationKind.NOISE, -5.0),
    )
    prediction = replace(
        seen(1.0, by_hand=(0.1, 0.2, 0.7)),
        texts={"text": "zero"},
        model="mine",
        override=(0.1, 0.2, 0.7),
        perturbations=done,
    )
    write_predictions(tmp_path / "a.csv", [prediction, seen(1.1)])
    first, second = read(tmp_path / "a.csv")
    assert first["text"] == "zero"
    assert first["model"] == "mine"
    assert first["override"] == "0.100000 0.200000 0.700000"
    assert first["perturbations"] == "audio.noise=-5 text.replace"
    assert second["override"] == second["perturbations"] == second["text"] == ""


@pytest.mark.parametrize("text", ["=1+1", "+nine", "-nine", "@nine", "\tnine", "\rnine", " =1+1", "＝1+1"])
def test_a_text_is_never_a_formula(tmp_path: Path, text: str) -> None:
    write_predictions(tmp_path / "a.csv", [replace(seen(1.0), texts={"text": text})])
    (row,) = read(tmp_path / "a.csv")
    assert row["text"] == f"'{text}"
    assert unguarded(row["text"]) == text
    negative = [row[f"contribution_{modality}"] for modality in MODALITIES]
    assert not any("'" in cell for cell in negative)


def test_a_label_is_never_a_formula_and_a_number_stays_one(tmp_path: Path) -> None:
    labels = ("=cmd|' /C calc'!A0", "-1")
    write_predictions(tmp_path / "a.csv", [seen(1.0, (0, 0, 1), labels=labels), seen(1.1, (1, 1, 1), labels=labels)])
    rows = read(tmp_path / "a.csv")
    assert [row["label"] for row in rows] == ["'=cmd|' /C calc'!A0", "-1"]
    assert float(rows[0]["contribution_text"]) < 0


def test_nothing_is_no_file_and_other_labels_are_another_model(tmp_path: Path) -> None:
    kept = tmp_path / "kept.csv"
    kept.write_text("old", encoding="utf-8")
    with pytest.raises(MmdeskError, match="no prediction"):
        write_predictions(kept, [])
    two = [seen(1.0), seen(1.1, (0, 0, 1), labels=("cup", "key"))]
    with pytest.raises(MmdeskError, match="two models"):
        write_predictions(kept, two)
    assert kept.read_text(encoding="utf-8") == "old"


def test_a_place_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    with pytest.raises(MmdeskError, match="cannot be written") as reported:
        write_predictions(tmp_path / "missing" / "a.csv", [seen(1.0)])
    assert filled(reported.value.problem).remedy
