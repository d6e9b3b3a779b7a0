"""Subsets and curves under hand-set fusions, and perturbations planted as functions."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.evaluation.ablation import every_subset, subsets_of
from mmdesk.evaluation.embedded import Embedded
from mmdesk.evaluation.robustness import missing_rate_curve, perturbation_curve, with_column
from tests.evaluation.test_embedded import SumFusion, TextOnly, planted
from tests.three_inputs import AUDIO, TEXT


def without_gaps(n: int = 60) -> Embedded:
    """Every sample has everything; each modality alone names the right class except audio, which never does."""
    embedded = planted(n)
    embeddings, present = embedded.embeddings.clone(), torch.ones_like(embedded.present)
    embeddings[0] = 0.0
    embeddings[0, 0, 0], embeddings[0, 1, 1], embeddings[0, 2, 0] = 2.0, 1.0, 3.0
    return Embedded(embeddings, present, embedded.targets)


def test_subsets_stand_in_a_fixed_order() -> None:
    names = [" + ".join(part.name for part in one) for one in subsets_of(DEFAULT_INPUTS)]
    assert names == [
        "image",
        "audio",
        "text",
        "image + audio",
        "image + text",
        "audio + text",
        "image + audio + text",
    ]


def test_every_subset_beside_its_baselines() -> None:
    fusion, text = SumFusion(3, 3, 3), TextOnly(3, 3, 3)
    found = every_subset(
        fusion,
        without_gaps(),
        "abc",
        late={"late fusion": SumFusion(3, 3, 3)},
        unimodal={TEXT: text},
        bootstrap=20,
    )
    accuracy = {one.name: one.scores.accuracy for one in found}
    assert len(accuracy) == 7
    assert accuracy["audio"] == 0.0
    assert accuracy["image"] == accuracy["image + audio + text"] == 1.0
    assert set(found[0].baselines) == {"late fusion"}
    assert set(found[2].baselines) == {"late fusion", "text alone"}
    assert found[2].baselines["text alone"].accuracy == 1.0


def test_a_planted_perturbation_gives_the_planted_curve() -> None:
    embedded = without_gaps()
    asked: list[float] = []

    def embed(strength: float) -> Embedded:
        """Turn the first share of the samples' text towards a wrong class, more strongly than image can answer."""
        asked.append(strength)
        column = embedded.embeddings[:, 2].clone()
        wrong = round(strength * len(embedded))
        column[:wrong] = 9.0 * torch.roll(torch.eye(3)[embedded.targets], 1, dims=1)[:wrong]
        return with_column(embedded, TEXT, column, torch.ones(len(embedded), dtype=torch.bool))

    curve = perturbation_curve(
        {"model": SumFusion(3, 3, 3), "text alone": TextOnly(3, 3, 3)},
        name="text: turned",
        axis="share of the samples",
        perturbed=TEXT,
        strengths=(0.0, 0.25, 0.5),
        embed=embed,
    )
    assert asked == [0.0, 0.25, 0.5]
    assert [point.accuracy for point in curve.lines["model"]] == pytest.approx([1.0, 0.75, 0.5])
    middle = curve.lines["model"][1]
    assert middle.interval.low < 0.75 < middle.interval.high
    assert list(curve.lines) == ["model", "text alone"]


def test_a_new_column_leaves_the_rest_and_the_original() -> None:
    embedded = without_gaps(6)
    changed = with_column(embedded, AUDIO, torch.ones(6, 3), torch.zeros(6, dtype=torch.bool))
    assert not changed.present[:, 1].any()
    assert embedded.present.all()
    assert torch.equal(changed.embeddings[:, 0], embedded.embeddings[:, 0])
    with pytest.raises(ValueError, match="a column of 6"):
        with_column(embedded, AUDIO, torch.ones(5, 3), torch.ones(5, dtype=torch.bool))


def test_accuracy_falls_with_the_missing_rate_as_computed() -> None:
    embedded = without_gaps(600)
    curve = missing_rate_curve({"model": SumFusion(3, 3, 3)}, embedded, rates=(0.0, 0.5, 1.0), repeats=4)
    first, half, nothing = curve.lines["model"]
    assert first.accuracy == 1.0
    # Right unless image and text both go: 1 - 0.5 ** 2.
    assert half.accuracy == pytest.approx(0.75, abs=0.03)
    assert nothing.accuracy == 0.0


def test_one_modality_alone_goes_missing() -> None:
    embedded = without_gaps()
    fusions = {"model": SumFusion(3, 3, 3), "text alone": TextOnly(3, 3, 3)}
    curve = missing_rate_curve(fusions, embedded, rates=(0.0, 1.0), only=TEXT)
    assert [point.accuracy for point in curve.lines["model"]] == [1.0, 1.0]
    assert [point.accuracy for point in curve.lines["text alone"]] == [1.0, 0.0]


def test_what_is_missing_once_stays_missing_at_higher_rates() -> None:
    embedded = without_gaps(300)
    curve = missing_rate_curve({"model": SumFusion(3, 3, 3)}, embedded, rates=np.linspace(0, 1, 11).tolist(), repeats=1)
    assert (np.diff([point.accuracy for point in curve.lines["model"]]) <= 0).all()


def test_impossible_rates_are_refused() -> None:
    with pytest.raises(ValueError, match="rates must"):
        missing_rate_curve({}, without_gaps(), rates=(1.5,))
    with pytest.raises(ValueError, match="rates must"):
        missing_rate_curve({}, without_gaps(), repeats=0)
