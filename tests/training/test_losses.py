"""The joint loss, class weights and modality dropout, against values worked out by hand."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from mmdesk.models.fusion.base import FusionOutput
from mmdesk.training.losses import FusionLoss, balanced_weights, withheld


def output(logits: list[list[float]], unimodal: torch.Tensor | None = None) -> FusionOutput:
    table = torch.tensor(logits)
    return FusionOutput(table, None, table, unimodal)


def test_without_heads_the_loss_is_the_cross_entropy():
    loss = FusionLoss(joint=True)(output([[0.0, 0.0]]), torch.tensor([[True, True]]), torch.tensor([0]))
    assert loss.item() == pytest.approx(math.log(2))


def test_heads_count_where_their_modality_is_present():
    # The second head is sure of the wrong class, but its modality is absent.
    heads = torch.tensor([[[0.0, 0.0], [-50.0, 50.0]]], requires_grad=True)
    loss = FusionLoss(joint=True)(output([[0.0, 0.0]], heads), torch.tensor([[True, False]]), torch.tensor([0]))
    assert loss.item() == pytest.approx(2 * math.log(2))
    loss.backward()
    assert heads.grad is not None
    assert heads.grad[0, 0].abs().sum() > 0
    assert heads.grad[0, 1].abs().sum() == 0


def test_late_fusion_trains_its_heads_alone():
    heads = torch.zeros(1, 2, 2)
    loss = FusionLoss(joint=False)(output([[-50.0, 50.0]], heads), torch.tensor([[True, True]]), torch.tensor([0]))
    assert loss.item() == pytest.approx(math.log(2))


def test_a_batch_without_anything_present_teaches_nothing_and_breaks_nothing():
    heads = torch.zeros(2, 2, 2, requires_grad=True)
    loss = FusionLoss(joint=False)(
        output([[0.0, 0.0]] * 2, heads), torch.zeros(2, 2, dtype=torch.bool), torch.tensor([0, 1])
    )
    loss.backward()
    assert loss.item() == 0
    assert heads.grad is not None
    assert not heads.grad.any()


def test_balanced_weights_are_one_on_average_and_inverse_to_frequency():
    targets = torch.tensor([0, 0, 0, 1])
    weights = balanced_weights(targets, 2)
    assert weights[targets].mean().item() == pytest.approx(1.0)
    assert (weights[1] / weights[0]).item() == pytest.approx(3.0)


@given(st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=1, max_size=40), st.floats(0, 0.99))
def test_withholding_never_adds_and_never_takes_the_last(rows: list[list[bool]], share: float):
    present = torch.tensor(rows)
    kept = withheld(present, share, torch.Generator().manual_seed(1))
    assert not (kept & ~present).any()
    assert torch.equal(kept.any(1), present.any(1))


def test_withholding_takes_about_its_share():
    present = torch.ones(20_000, 3, dtype=torch.bool)
    kept = withheld(present, 0.3, torch.Generator().manual_seed(0))
    # 0.7 of them, and the one that stays where all three would have gone: 0.3³ / 3 more each.
    assert kept.float().mean().item() == pytest.approx(0.7 + 0.3**3 / 3, abs=0.01)


def test_a_loss_of_the_methods_own_takes_the_place_of_cross_entropy() -> None:
    asked: list[tuple[torch.Tensor, torch.Tensor, float]] = []

    def own(given: FusionOutput, targets: torch.Tensor, own_targets: torch.Tensor, progress: float) -> torch.Tensor:
        asked.append((targets, own_targets, progress))
        return given.logits[:, 0]

    present = torch.tensor([[True, False], [True, True]])
    loss = FusionLoss(True, 0.2, torch.tensor([1.0, 3.0]), own)
    found = loss(output([[2.0, 0.0], [6.0, 0.0]]), present, torch.tensor([0, 1]), 0.25)
    assert float(found) == pytest.approx((1 * 2.0 + 3 * 6.0) / 4)
    ((targets, own_targets, progress),) = asked
    assert progress == 0.25
    torch.testing.assert_close(targets, torch.tensor([[0.9, 0.1], [0.1, 0.9]]))
    torch.testing.assert_close(own_targets[0], torch.tensor([[0.9, 0.1], [0.0, 0.0]]))
