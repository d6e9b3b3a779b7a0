"""The methods that multiply (experts, tensors, pairs, modulations) and the one that weighs by energy, by formula."""

from __future__ import annotations

import itertools

import pytest
import torch
from torch import Tensor

from mmdesk.models.fusion import (
    BilinearFusion,
    FilmFusion,
    Fusion,
    LowRankFusion,
    ProductOfExpertsFusion,
    QualityAwareFusion,
)
from mmdesk.models.fusion.quality_aware import confidences

EVERYTHING = torch.ones(1, 3, dtype=torch.bool)


@pytest.fixture(autouse=True)
def _seed() -> None:
    torch.manual_seed(0)


def corners(fusion: Fusion, count: int = 3, dim: int = 4) -> Tensor:
    """Return the logits (2, …, 2, C) for each of two embeddings in every place."""
    choices = torch.randn(count, 2, dim)
    rows = torch.stack(
        [
            torch.stack([choices[m, i] for m, i in enumerate(chosen)])
            for chosen in itertools.product((0, 1), repeat=count)
        ]
    )
    return fusion(rows, torch.ones(len(rows), count, dtype=torch.bool)).logits.view(*[2] * count, -1)


def mixed(logits: Tensor, axes: tuple[int, ...]) -> float:
    """Return the largest mixed difference along some axes: 0 where no term holds all of those modalities."""
    for axis in sorted(axes, reverse=True):
        logits = logits.select(axis, 1) - logits.select(axis, 0)
    return logits.detach().abs().max().item()


def test_experts_multiply_their_probabilities() -> None:
    fusion, embeddings = ProductOfExpertsFusion(3, 4, 6), torch.randn(2, 3, 4)
    present = torch.tensor([[True, True, True], [True, False, True]])
    output = fusion(embeddings, present)
    own = torch.stack([head(embeddings[:, i]) for i, head in enumerate(fusion.own_heads.heads)], 1).softmax(2)
    expected = torch.stack([own[0].prod(0), own[1, [0, 2]].prod(0)])
    expected = expected / expected.sum(1, keepdim=True)
    torch.testing.assert_close(output.logits.softmax(1), expected)
    torch.testing.assert_close(output.fused, expected)


def test_an_expert_that_finds_a_class_impossible_vetoes_it() -> None:
    fusion = ProductOfExpertsFusion(2, 3, 3)
    with torch.no_grad():
        for head in fusion.own_heads.heads:
            head.weight.copy_(torch.eye(3))
            head.bias.zero_()
    embeddings = torch.tensor([[[5.0, 4.0, 0.0], [-50.0, 0.0, 0.0]]])
    output = fusion.requires_grad_(False)(embeddings, torch.ones(1, 2, dtype=torch.bool))
    assert int(output.logits.argmax()) == 1
    assert float(output.fused[0, 0]) < 1e-6


def test_quality_is_the_share_of_the_energy() -> None:
    fusion, embeddings = QualityAwareFusion(3, 4, 6), torch.randn(5, 3, 4)
    present = torch.ones(5, 3, dtype=torch.bool)
    present[1, 2] = False
    output = fusion(embeddings, present)
    own = torch.stack([head(embeddings[:, i]) for i, head in enumerate(fusion.own_heads.heads)], 1)
    trust = torch.log1p(own.exp().sum(2)) * present  # the softplus of a logarithm of a sum
    torch.testing.assert_close(output.weights, trust / trust.sum(1, keepdim=True))
    torch.testing.assert_close(output.logits, (output.weights.unsqueeze(2) * own).sum(1))


def test_higher_scores_count_more() -> None:
    weak = torch.tensor([[[1.0, 0.0, 0.0], [9.0, 0.0, 0.0]]])
    assert float(confidences(weak)[0, 1]) > float(confidences(weak)[0, 0]) > 0


def test_the_ranking_asks_for_less_confidence_where_the_loss_is_larger() -> None:
    fusion = QualityAwareFusion(1, 2, 2)
    targets = torch.eye(2)[torch.tensor([0, 1])]
    # Both samples claim class 0 alike; the second is wrong, and the surer of the two.
    own = torch.tensor([[[2.0, 0.0]], [[3.0, 0.0]]], requires_grad=True)
    output = fusion(torch.randn(2, 1, 2), torch.ones(2, 1, dtype=torch.bool))
    given = output._replace(unimodal=own, weights=torch.ones(2, 1), logits=own[:, 0])
    ranked = fusion.own_loss(given, targets, targets.unsqueeze(1), 0.0)
    entropy = -(targets * own[:, 0].log_softmax(1)).sum(1)
    asked = ranked - 2 * entropy  # the mixture's and the head's are the same
    assert (asked > 0).all()
    (gradient,) = torch.autograd.grad(asked.sum(), own)
    assert float(gradient[0].sum()) < 0 < float(gradient[1].sum())  # more confidence for the first, less for the second


def test_low_rank_fusion_is_a_linear_layer_on_the_outer_product() -> None:
    fusion, embeddings = LowRankFusion(2, 3, 2, rank=2), torch.randn(1, 2, 3)
    one, other = (torch.cat([embeddings[0, m], torch.ones(1)]) for m in (0, 1))
    factors = torch.cat([fusion.factors, fusion.constants.unsqueeze(1)], 1).view(2, 4, 2, 3)  # (M, D + 1, R, D)
    tensor = torch.einsum("r,iro,jro->ijo", fusion.mixture, *factors)
    expected = fusion.norm(torch.einsum("i,j,ijo->o", one, other, tensor))
    torch.testing.assert_close(fusion(embeddings, torch.ones(1, 2, dtype=torch.bool)).fused[0], expected)


def test_pairs_act_on_each_other_and_three_do_not() -> None:
    logits = corners(BilinearFusion(3, 4, 5, width=2))
    for pair in itertools.combinations(range(3), 2):
        assert mixed(logits, pair) > 1e-3
    assert mixed(logits, (0, 1, 2)) < 1e-4


@pytest.mark.parametrize("kind", [LowRankFusion, FilmFusion])
def test_all_three_act_on_each_other(kind: type[Fusion]) -> None:
    assert mixed(corners(kind(3, 4, 5)), (0, 1, 2)) > 1e-4


def test_a_pair_of_which_one_is_absent_adds_nothing() -> None:
    fusion, embeddings = BilinearFusion(3, 4, 5), torch.randn(1, 3, 4)
    alone = fusion(embeddings, torch.tensor([[False, True, False]]))
    expected = fusion.linear(torch.cat([torch.zeros(4), embeddings[0, 1], torch.zeros(4)]))
    torch.testing.assert_close(alone.fused[0], expected)


def test_a_modality_alone_is_not_modulated_and_two_modulate_each_other() -> None:
    fusion, embeddings = FilmFusion(2, 4, 3, hidden=5), torch.randn(1, 2, 4)
    alone = fusion(embeddings, torch.tensor([[True, False]]))
    torch.testing.assert_close(alone.fused, torch.nn.functional.gelu(embeddings[:, 0]))
    outputs = []
    for mine, other in ((0, 1), (1, 0)):
        message = torch.nn.functional.gelu(embeddings[0, other] @ fusion.messages[other])
        scale, shift = (message @ fusion.generators[mine]).split(4)
        outputs.append(torch.nn.functional.gelu((1 + scale) * embeddings[0, mine] + shift))
    both = fusion(embeddings, torch.ones(1, 2, dtype=torch.bool))
    torch.testing.assert_close(both.fused[0], (outputs[0] + outputs[1]) / 2)
