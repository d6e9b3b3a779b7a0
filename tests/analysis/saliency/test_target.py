"""What is explained of one modality agrees with the subsets."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from mmdesk.analysis.saliency.target import AttributionTarget, answer_of
from mmdesk.analysis.shapley import shapley_values
from mmdesk.core.explanation import Measure
from tests.analysis.saliency.planted import random_fuse, rounding_fuse


def _values(present: tuple[bool, bool, bool], answer: int, embeddings: torch.Tensor) -> np.ndarray:
    """The answer's probability in each of the eight subsets, the slow way."""
    fuse = random_fuse()
    values = np.full(1 << len(present), 1 / 5)
    for subset in range(len(values)):
        mask = torch.tensor([[here and bool(subset >> index & 1) for index, here in enumerate(present)]])
        if mask.any():
            with torch.no_grad():
                values[subset] = fuse(embeddings, mask).logits.double().softmax(dim=1)[0, answer]
    return values


@pytest.mark.parametrize("present", [(True, True, True), (True, False, True), (False, True, False)])
def test_both_measures_agree_with_the_subsets(present: tuple[bool, bool, bool]) -> None:
    torch.manual_seed(0)
    embeddings, fuse = torch.randn(1, 3, 4), random_fuse()
    answer = answer_of(fuse, embeddings, torch.tensor([present]))
    values = _values(present, answer, embeddings)
    for column in np.flatnonzero(present):
        own = embeddings[:, column]
        contribution = AttributionTarget(
            fuse, embeddings, torch.tensor([present]), int(column), answer, Measure.CONTRIBUTION
        )
        assert contribution.of(own).item() == pytest.approx(shapley_values(values)[column], abs=1e-6)
        everything = AttributionTarget(
            fuse, embeddings, torch.tensor([present]), int(column), answer, Measure.EVERYTHING
        )
        assert everything.of(own).item() == pytest.approx(values[7] - values[7 & ~(1 << column)], abs=1e-6)


def test_a_batch_is_measured_row_by_row_and_what_is_not_recognised_is_worth_nothing() -> None:
    torch.manual_seed(1)
    embeddings, others = torch.randn(1, 3, 4), torch.randn(6, 4)
    target = AttributionTarget(
        random_fuse(), embeddings, torch.ones(1, 3, dtype=torch.bool), 1, 2, Measure.CONTRIBUTION
    )
    together = target.of(others)
    assert torch.allclose(together, torch.cat([target.of(row[None]) for row in others]), atol=1e-7)
    gated = target.recognised(others, torch.tensor([True, False, False, True, True, False]))
    assert gated[[1, 2, 5]].tolist() == [0.0, 0.0, 0.0]
    assert torch.equal(gated[[0, 3, 4]], together[[0, 3, 4]])


@pytest.mark.parametrize("measure", list(Measure))
def test_equal_embeddings_have_the_same_measure_wherever_they_stand(measure: Measure) -> None:
    torch.manual_seed(2)
    embeddings, others = torch.randn(1, 3, 4), torch.randn(3, 4)
    target = AttributionTarget(rounding_fuse(), embeddings, torch.ones(1, 3, dtype=torch.bool), 1, 2, measure)
    values = target.of(others[[0, 1, 2, 1, 0, 0, 2]]).tolist()
    assert values[0] == values[4] == values[5]
    assert values[1] == values[3]
    assert values[2] == values[6]
    assert len(set(values)) == 3


def test_gradients_of_equal_embeddings_go_to_each() -> None:
    torch.manual_seed(2)
    target = AttributionTarget(
        random_fuse(), torch.randn(1, 3, 4), torch.ones(1, 3, dtype=torch.bool), 1, 2, Measure.CONTRIBUTION
    )
    rows = torch.randn(1, 4).expand(3, 4).clone().requires_grad_(True)
    (gradient,) = torch.autograd.grad(target.of(rows).sum(), rows)
    assert (gradient.abs().sum(dim=1) > 0).all()
    torch.testing.assert_close(gradient[0], gradient[2])


def test_a_change_of_rounding_size_is_none() -> None:
    measures = torch.tensor([0.5, 0.5 + 1e-8, 0.5 - 9e-7, 0.5 + 2e-6], dtype=torch.float64)
    assert AttributionTarget.change(measures[0], measures).tolist()[:3] == [0.0, 0.0, 0.0]
    assert AttributionTarget.change(measures[0], measures).tolist()[3] == pytest.approx(-2e-6)
