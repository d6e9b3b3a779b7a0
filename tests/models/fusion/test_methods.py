"""What each fusion method says of itself, with values that can be reckoned by hand."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from mmdesk.models.fusion import (
    FUSIONS,
    ConcatenationFusion,
    ElementwiseGateFusion,
    LateFusion,
    MultitaskFusion,
    SharedTrunkFusion,
    TransformerFusion,
    UnimodalFusion,
    WeightedAverageFusion,
)

TEXT, IMAGE = [1.0, 2, 3, 4, 5], [5.0, 6, 7, 8, 9]
GATE = [0.7, 0.5, 0.9, 0.8, 0.9]
BOTH = torch.ones(1, 2, dtype=torch.bool)


def test_worked_example_of_the_elementwise_gate() -> None:
    fusion = ElementwiseGateFusion(2, 5, 2, adapt=False)
    torch.nn.init.zeros_(fusion.gate.weight)
    with torch.no_grad():
        # Of two scores s and 0 the softmax is (sigmoid(s), 1 - sigmoid(s)).
        fusion.gate.bias.copy_(torch.cat([torch.tensor(GATE).logit(), torch.zeros(5)]))
    output = fusion(torch.tensor([[TEXT, IMAGE]]), BOTH)
    torch.testing.assert_close(output.fused, torch.tensor([[2.2, 4.0, 3.4, 4.8, 5.4]]))
    mean = sum(GATE) / 5
    torch.testing.assert_close(output.weights, torch.tensor([[mean, 1 - mean]]))


def test_worked_example_of_concatenation() -> None:
    output = ConcatenationFusion(2, 5, 2)(torch.tensor([[TEXT, IMAGE]]), BOTH)
    assert output.fused.tolist() == [[1, 2, 3, 4, 5, 5, 6, 7, 8, 9]]


def test_a_linear_head_over_a_concatenation_adds_one_term_a_modality() -> None:
    torch.manual_seed(0)
    fusion, embeddings = ConcatenationFusion(3, 4, 2), torch.randn(1, 3, 4)
    bias = fusion.head.bias
    alone = [fusion(embeddings, torch.tensor([[i == column for i in range(3)]])).logits - bias for column in range(3)]
    everything = fusion(embeddings, torch.ones(1, 3, dtype=torch.bool)).logits - bias
    torch.testing.assert_close(everything, torch.stack(alone).sum(0))


def test_weighted_average_has_the_same_weights_for_every_sample() -> None:
    fusion = WeightedAverageFusion(3, 4, 2, adapt=False)
    assert fusion(torch.randn(1, 3, 4), torch.ones(1, 3, dtype=torch.bool)).weights.tolist() == [
        [pytest.approx(1 / 3)] * 3
    ]
    with torch.no_grad():
        fusion.scores.copy_(torch.tensor([1.0, 2.0, 5.0]).log())
    embeddings, present = torch.randn(5, 3, 4), torch.ones(5, 3, dtype=torch.bool)
    present[1, 2] = False
    output = fusion(embeddings, present)
    torch.testing.assert_close(output.weights[[0, 2, 3, 4]], torch.tensor([[0.125, 0.25, 0.625]] * 4))
    torch.testing.assert_close(output.weights[1], torch.tensor([1 / 3, 2 / 3, 0.0]))
    torch.testing.assert_close(output.fused[1], embeddings[1, 0] / 3 + embeddings[1, 1] * 2 / 3)


def test_late_fusion_averages_probabilities() -> None:
    torch.manual_seed(0)
    fusion, embeddings = LateFusion(3, 4, 6), 3 * torch.randn(2, 3, 4)
    present = torch.tensor([[True, True, True], [True, False, True]])
    output = fusion(embeddings, present)
    own = torch.stack([head(embeddings[:, i]) for i, head in enumerate(fusion.own_heads.heads)], 1).softmax(2)
    expected = torch.stack([own[0].mean(0), own[1, [0, 2]].mean(0)])
    torch.testing.assert_close(output.logits.softmax(1), expected)
    torch.testing.assert_close(output.fused, expected)
    assert output.weights.tolist() == [[pytest.approx(1 / 3)] * 3, [0.5, 0.0, 0.5]]


def test_late_fusion_survives_certainty() -> None:
    fusion = LateFusion(2, 4, 3)
    embeddings = (1e4 * torch.randn(8, 2, 4)).requires_grad_()
    output = fusion(embeddings, torch.ones(8, 2, dtype=torch.bool))
    torch.nn.functional.cross_entropy(output.logits, torch.arange(8) % 3).backward()
    assert torch.isfinite(output.logits).all()
    assert torch.isfinite(embeddings.grad).all()


def test_one_modality_alone_abstains_where_it_is_absent() -> None:
    fusion = UnimodalFusion(3, 4, 2, column=1)
    output = fusion(torch.randn(2, 3, 4), torch.tensor([[True, True, False], [True, False, True]]))
    assert output.weights.tolist() == [[0, 1, 0], [0, 0, 0]]
    assert output.logits[1].tolist() == [0, 0]
    assert output.logits[0].abs().sum() > 0
    assert torch.equal(output.unimodal[:, 1], output.logits)
    assert output.unimodal[:, [0, 2]].abs().sum() == 0


def test_what_one_modality_teaches_the_shared_trunk_serves_the_others() -> None:
    torch.manual_seed(0)
    fusion, embedding = SharedTrunkFusion(3, 4, 2).eval(), torch.randn(4)
    rows = fusion(embedding.expand(3, 3, 4), torch.eye(3, dtype=torch.bool))
    torch.testing.assert_close(rows.logits, rows.logits[:1].expand(3, -1))


def test_own_heads_of_the_multitask_model_read_their_modality_only() -> None:
    torch.manual_seed(0)
    fusion, embeddings = MultitaskFusion(3, 4, 2).eval(), torch.randn(1, 3, 4)
    everything = torch.ones(1, 3, dtype=torch.bool)
    before = fusion(embeddings, everything)
    changed = embeddings.clone()
    changed[0, 2] += 1.0
    after = fusion(changed, everything)
    assert torch.equal(before.unimodal[:, :2], after.unimodal[:, :2])
    assert not torch.equal(before.unimodal[:, 2], after.unimodal[:, 2])
    assert not torch.equal(before.logits, after.logits)


def test_modalities_of_a_transformer_act_on_each_other() -> None:
    # With one term a modality the mixed difference of two changes would be 0.
    torch.manual_seed(0)
    fusion, everything = TransformerFusion(2, 8, 3).eval(), torch.ones(4, 2, dtype=torch.bool)
    one, two = torch.randn(2, 8), torch.randn(2, 8)
    corners = torch.stack([torch.stack([one[i], two[j]]) for i in (0, 1) for j in (0, 1)])
    logits = fusion(corners, everything).logits
    assert (logits[0] - logits[1] - logits[2] + logits[3]).abs().max() > 1e-3


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("attention_gate", {"gate_hidden": -1}),
        ("deep", {"hidden": 0}),
        ("deep", {"layers": 0}),
        ("deep", {"layers": 1_000}),
        ("deep", {"dropout": 1.0}),
        ("transformer", {"heads": 3}),
        ("transformer", {"heads": 0}),
        ("transformer", {"layers": 0}),
        ("shared", {"hidden": 0}),
        ("multitask", {"dropout": -0.1}),
        ("low_rank", {"rank": 0}),
        ("low_rank", {"rank": 65}),
        ("bilinear", {"width": 0}),
        ("film", {"hidden": 0}),
        ("unimodal", {"column": 3}),
        ("unimodal", {"column": -1}),
    ],
)
def test_impossible_options_are_refused(kind: str, options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"must|need"):
        FUSIONS[kind](3, 8, 2, **options)


@pytest.mark.parametrize("sizes", [(0, 8, 2), (3, 0, 2), (3, 8, 1)])
def test_impossible_sizes_are_refused(sizes: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="need"):
        ConcatenationFusion(*sizes)
