"""What every registered fusion method owes: masking, weights, symmetry, gradients, batching, saving."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from mmdesk.core.modality import MODALITIES
from mmdesk.core.weight_sum import WeightRule
from mmdesk.models.checkpoint import load_checkpoint, save_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.image import CNNEncoder
from mmdesk.models.encoders.text import SubwordTextEncoder
from mmdesk.models.fusion import FUSIONS, Fusion, FusionOutput, masked_softmax
from tests.three_inputs import by_input

M, D, C = 3, 8, 5
MASKS = torch.tensor(list(itertools.product([False, True], repeat=M)))
WITHOUT_WEIGHTS = {
    "concatenation", "deep", "transformer", "shared", "multitask", "evidential", "product_of_experts", "low_rank",
    "bilinear", "film",
}  # fmt: skip
WITH_OWN_HEADS = {"multitask", "late", "evidential", "quality_aware", "product_of_experts", "unimodal"}
FUSED_BY_CLASS = {"late", "evidential", "quality_aware", "product_of_experts"}


def build(kind: str, modality_count: int = M, column: int = 0, seed: int = 0) -> Fusion:
    """Return a fusion whose every parameter is random, so that no symmetry of a fresh one can hide a fault."""
    torch.manual_seed(seed)
    options: dict[str, Any] = {"column": column} if kind == "unimodal" else {}
    fusion = FUSIONS[kind](modality_count, D, C, **options).eval()
    with torch.no_grad():
        for parameter in fusion.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))
    return fusion


@pytest.fixture(params=list(FUSIONS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _parts(output: FusionOutput) -> list[Tensor]:
    return [part for part in output if part is not None]


def _looks_at(fusion: Fusion, present: Tensor) -> Tensor:
    """Return ``present`` (B, M), less what a baseline of one modality does not look at."""
    column = fusion.config().get("column")
    return present if column is None else present & (torch.arange(present.shape[1]) == column)


def test_the_offered_order_is_that_of_the_keys() -> None:
    assert list(FUSIONS) == [
        "concatenation", "weighted_average", "attention_gate", "elementwise_gate", "deep", "transformer", "shared",
        "multitask", "late", "evidential", "quality_aware", "product_of_experts", "low_rank", "bilinear", "film",
        "unimodal",
    ]  # fmt: skip
    assert {name for name, found in FUSIONS.items() if not found.joint} == {"late", "unimodal"}


@pytest.mark.parametrize("modality_count", [1, 2, 3])
def test_shapes_for_any_number_of_modalities(kind: str, modality_count: int) -> None:
    fusion = build(kind, modality_count)
    output = fusion(torch.randn(4, modality_count, D), torch.ones(4, modality_count, dtype=torch.bool))
    width = modality_count * D if kind == "concatenation" else C if kind in FUSED_BY_CLASS else D
    assert output.logits.shape == (4, C)
    assert output.fused.shape == (4, width)
    if kind in WITHOUT_WEIGHTS:
        assert output.weights is None
    else:
        assert output.weights.shape == (4, modality_count)
    if kind in WITH_OWN_HEADS:
        assert output.unimodal.shape == (4, modality_count, C)
    else:
        assert output.unimodal is None
    if kind == "evidential":
        assert output.uncertainty.shape == (4, modality_count)
        assert output.joint_uncertainty.shape == output.conflict.shape == (4,)
    else:
        assert output.uncertainty is output.joint_uncertainty is output.conflict is None
    assert all(torch.isfinite(part).all() for part in _parts(output))


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(set(FUSIONS) - WITHOUT_WEIGHTS)), st.integers(0, 2**31), st.floats(1e-3, 1e3))
def test_weights_are_shares_of_what_is_present(kind: str, seed: int, scale: float) -> None:
    fusion = build(kind, seed=seed)
    weights = fusion(scale * torch.randn(len(MASKS), M, D), MASKS).weights
    seen = _looks_at(fusion, MASKS)
    assert torch.equal(weights[~seen], torch.zeros(int((~seen).sum())))
    torch.testing.assert_close(weights.sum(1), seen.any(1).float())
    assert (weights >= 0).all()


@pytest.mark.parametrize("filler", [float("nan"), float("inf"), 1e30])
def test_what_stands_at_an_absent_place_changes_nothing(kind: str, filler: float) -> None:
    fusion = build(kind)
    clean = torch.randn(len(MASKS), M, D)
    dirty = clean.masked_fill(~MASKS.unsqueeze(-1), filler)
    for ours, theirs in zip(_parts(fusion(clean, MASKS)), _parts(fusion(dirty, MASKS)), strict=True):
        assert torch.equal(ours, theirs)


@pytest.mark.parametrize("training", [False, True])
def test_nothing_present_gives_finite_output_and_gradients(kind: str, training: bool) -> None:
    fusion = build(kind).train(training)
    embeddings = torch.full((2, M, D), float("nan"), requires_grad=True)
    output = fusion(embeddings, torch.zeros(2, M, dtype=torch.bool))
    assert all(torch.isfinite(part).all() for part in _parts(output))
    sum(part.sum() for part in _parts(output)).backward()
    assert all(torch.isfinite(p.grad).all() for p in fusion.parameters() if p.grad is not None)


def test_gradient_reaches_every_present_modality_and_no_absent_one(kind: str) -> None:
    fusion = build(kind)
    embeddings = torch.randn(len(MASKS), M, D, requires_grad=True)
    torch.nn.functional.cross_entropy(fusion(embeddings, MASKS).logits, torch.arange(len(MASKS)) % C).backward()
    assert embeddings.grad is not None
    assert torch.equal(embeddings.grad.abs().sum(-1) > 0, _looks_at(fusion, MASKS))


def test_every_parameter_is_reached_by_the_losses(kind: str) -> None:
    # A transformer's last layer moves tokens that nobody reads, but its weights serve the summary token as well.
    fusion = build(kind)
    output = fusion(torch.randn(4, M, D), torch.ones(4, M, dtype=torch.bool))
    torch.stack([part.square().sum() for part in (output.logits, output.unimodal) if part is not None]).sum().backward()
    for name, parameter in fusion.named_parameters():
        assert parameter.grad is not None, name
        assert parameter.grad.abs().sum() > 0, name


def test_batch_equals_one_by_one(kind: str) -> None:
    fusion = build(kind)
    embeddings = torch.randn(len(MASKS), M, D)
    together = _parts(fusion(embeddings, MASKS))
    for row in range(len(MASKS)):
        alone = _parts(fusion(embeddings[row : row + 1], MASKS[row : row + 1]))
        for ours, theirs in zip(alone, together, strict=True):
            torch.testing.assert_close(ours[0], theirs[row])


# Permuting the input modalities must permute nothing but the names of the columns. What that means for the parameters:
# those indexed by modality along the first axis move along it, those that read (or make) the concatenation move in
# blocks of D, those in a list of one layer a modality change places in the list.
Order = Sequence[int]


def _rows(tensor: Tensor, order: Order) -> Tensor:
    return tensor[list(order)]


def _row_blocks(tensor: Tensor, order: Order) -> Tensor:
    return tensor.unflatten(0, (M, D))[list(order)].flatten(0, 1)


def _column_blocks(tensor: Tensor, order: Order) -> Tensor:
    return _row_blocks(tensor.T, order).T


def _pairs(tensor: Tensor, order: Order) -> Tensor:
    """Move what stands for pairs (P, K, K, …); a pair whose order turns has its two axes exchanged."""
    pairs = list(itertools.combinations(range(M), 2))
    moved = []
    for one, other in pairs:
        first, second = order[one], order[other]
        kept = tensor[pairs.index((min(first, second), max(first, second)))]
        moved.append(kept if first < second else kept.transpose(0, 1))
    return torch.stack(moved)


def _blocks_then_flags(tensor: Tensor, order: Order) -> Tensor:
    return torch.cat([_column_blocks(tensor[:, : M * D], order), tensor[:, M * D :][:, list(order)]], dim=1)


MOVES: dict[str, dict[str, Callable[[Tensor, Order], Tensor]]] = {
    "concatenation": {"head.weight": _column_blocks},
    "weighted_average": {"scores": _rows, "adapters": _rows},
    "attention_gate": {
        "gate.weight": lambda tensor, order: _rows(_column_blocks(tensor, order), order),
        "gate.bias": _rows,
        "adapters": _rows,
    },
    "elementwise_gate": {
        "gate.weight": lambda tensor, order: _row_blocks(_column_blocks(tensor, order), order),
        "gate.bias": _row_blocks,
        "adapters": _rows,
    },
    "deep": {"joint_layers.0.weight": _blocks_then_flags},
    "transformer": {"types": _rows},
    "shared": {"adapters": _rows},
    "multitask": {"join.weight": _column_blocks},
    "low_rank": {"factors": _rows, "constants": _rows},
    "bilinear": {"linear.weight": _column_blocks, "projections": _rows, "products": _pairs},
    "film": {"adapters": _rows, "messages": _rows, "generators": _rows},
}
LISTS = {"multitask": ("layers", "own_heads.heads")} | dict.fromkeys(FUSED_BY_CLASS, ("own_heads.heads",))


def permuted(kind: str, fusion: Fusion, order: Order) -> Fusion:
    """Return the fusion that sees modality ``order[i]`` of ``fusion`` in its column i."""
    column = fusion.config().get("column")
    twin = build(kind, column=0 if column is None else list(order).index(column))
    state = fusion.state_dict()
    for name, move in MOVES.get(kind, {}).items():
        state[name] = move(fusion.state_dict()[name], order)
    for prefix, index in itertools.product(LISTS.get(kind, ()), range(M)):
        for name in ("weight", "bias"):
            state[f"{prefix}.{index}.{name}"] = fusion.state_dict()[f"{prefix}.{order[index]}.{name}"]
    twin.load_state_dict(state)
    return twin


@pytest.mark.parametrize("order", list(itertools.permutations(range(M)))[1:])
@pytest.mark.parametrize("column", range(M))
def test_the_order_of_the_modalities_is_only_a_name(kind: str, order: tuple[int, ...], column: int) -> None:
    fusion = build(kind, column=column)
    embeddings = torch.randn(len(MASKS), M, D)
    before = fusion(embeddings, MASKS)
    after = permuted(kind, fusion, order)(embeddings[:, order], MASKS[:, order])
    torch.testing.assert_close(after.logits, before.logits)
    for name in ("weights", "unimodal", "uncertainty"):
        ours, theirs = getattr(after, name), getattr(before, name)
        assert (ours is None) == (theirs is None)
        if ours is not None:
            torch.testing.assert_close(ours, theirs[:, list(order)])


@pytest.mark.parametrize("suffix", ["", ".mmdesk"])
def test_saved_and_loaded_is_bit_equal(kind: str, suffix: str, tmp_path: Path) -> None:
    fusion = build(kind, modality_count=2, column=1)
    encoders = {
        MODALITIES[0]: CNNEncoder(dim=D, size_px=16, channels=(1, 1, 1, 1), depths=(0, 0, 0, 0), evidence=False),
        MODALITIES[2]: SubwordTextEncoder(dim=D, buckets=16, width=2, hidden=2, tokens=2, ngrams=3),
    }
    save_checkpoint(FusionClassifier("abcde", by_input(encoders), fusion), tmp_path / f"model{suffix}", "card")
    loaded = load_checkpoint(tmp_path / f"model{suffix}")
    assert type(loaded.fusion) is type(fusion)
    assert loaded.fusion.config() == fusion.config()
    embeddings = torch.randn(4, 2, D)
    for present in itertools.product([False, True], repeat=2):
        mask = torch.tensor([present] * 4)
        for ours, theirs in zip(_parts(loaded.fuse(embeddings, mask)), _parts(fusion(embeddings, mask)), strict=True):
            assert torch.equal(ours, theirs)


@pytest.mark.parametrize(
    ("embeddings", "present"),
    [
        (torch.zeros(2, M, D + 1), torch.ones(2, M, dtype=torch.bool)),
        (torch.zeros(2, M, D), torch.ones(2, M - 1, dtype=torch.bool)),
        (torch.zeros(2, M, D), torch.ones(2, M)),
    ],
)
def test_wrong_shapes_are_refused(kind: str, embeddings: Tensor, present: Tensor) -> None:
    with pytest.raises(ValueError, match="must be"):
        build(kind)(embeddings, present)


# --- weights given by hand ---


def test_blending_with_its_own_weights_changes_nothing_and_with_all_on_one_is_that_one_alone(kind: str) -> None:
    fusion = build(kind)
    embeddings, present = torch.randn(4, M, D), torch.ones(4, M, dtype=torch.bool)
    if not fusion.weighs:
        with pytest.raises(ValueError, match="has no weights"):
            fusion.blend(embeddings, present, torch.full((4, M), 1 / M))
        return
    own = fusion(embeddings, present)
    again = fusion.blend(embeddings, present, own.weights)
    torch.testing.assert_close(again.logits, own.logits)
    for column in range(M):
        share = torch.zeros(4, M)
        share[:, column] = 1.0
        held, alone = fusion.blend(embeddings, present, share), fusion(embeddings, share.bool())
        torch.testing.assert_close(held.weights, share)
        torch.testing.assert_close(held.logits.log_softmax(1), alone.logits.log_softmax(1))
        torch.testing.assert_close(held.fused, alone.fused)


WEIGHING = ("weighted_average", "attention_gate", "elementwise_gate", "late", "quality_aware")


@pytest.mark.parametrize("weighing", WEIGHING)
def test_held_weights_mix_each_modality_alone_and_what_they_contain_of_the_own_gate(weighing: str) -> None:
    fusion = build(weighing)
    embeddings, present = torch.randn(1, M, D), torch.ones(1, M, dtype=torch.bool)
    own = fusion(embeddings, present)
    alone = fusion(embeddings.expand(M, -1, -1), torch.eye(M).bool()).logits
    weights = torch.cat([torch.rand(20, M).softmax(dim=1), torch.tensor([[0.0, 0.3, 0.7], [1.0, 0.0, 0.0]])])
    blended = fusion.blend(embeddings.expand(22, -1, -1), present.expand(22, -1), weights)
    torch.testing.assert_close(blended.weights, weights)
    kept = (weights / own.weights).amin(dim=1, keepdim=True)
    lines = fusion.additive(alone)
    scores = weights @ lines + kept * (fusion.additive(own.logits) - own.weights @ lines)
    torch.testing.assert_close(fusion.additive(blended.logits), scores)
    if weighing != "elementwise_gate":
        torch.testing.assert_close(scores, weights @ lines)


@pytest.mark.parametrize("weighing", WEIGHING)
def test_terms_add_up_to_the_scores_and_an_absent_modality_has_none(weighing: str) -> None:
    fusion = build(weighing)
    embeddings = torch.randn(5, M, D)
    present = torch.tensor([[True, True, True]] * 4 + [[True, False, True]])
    weights = present / present.sum(dim=1, keepdim=True)
    for held, output in ((None, fusion(embeddings, present)), (weights, fusion.blend(embeddings, present, weights))):
        terms = fusion.terms(embeddings, present, held)
        assert not terms[4, 1].any()
        nothing = fusion.additive(output.logits) - terms.sum(dim=1)
        bias = torch.zeros(1) if weighing in FUSED_BY_CLASS else fusion.head.bias
        torch.testing.assert_close(nothing, bias.expand_as(nothing))


@pytest.mark.parametrize("column", range(M))
def test_the_terms_of_any_method_tell_which_embedding_it_reads(column: int) -> None:
    fusion = build("unimodal", column=column)
    embeddings, present = torch.randn(3, M, D), torch.ones(3, M, dtype=torch.bool)
    terms = fusion.terms(embeddings, present)
    assert [bool(terms[:, other].any()) for other in range(M)] == [other == column for other in range(M)]
    torch.testing.assert_close(terms[:, column], fusion(embeddings, present).logits - fusion.own_heads.heads[0].bias)


def test_weights_are_the_shares_of_the_parts(kind: str) -> None:
    fusion = build(kind)
    embeddings = torch.randn(5, M, D)
    present = torch.tensor([[True, True, True]] * 3 + [[True, False, True], [False, True, False]])
    weights, parts = fusion(embeddings, present).weights, fusion.weight_parts(embeddings, present)
    assert (parts is None) is (weights is None) is (fusion.weight_rule is None)
    if parts is None or weights is None:
        return
    assert not parts.parts[~present].any()
    torch.testing.assert_close(parts.parts / parts.parts.sum(dim=1, keepdim=True).clamp(min=1e-9), weights)
    if parts.scores is not None and fusion.weight_rule is not WeightRule.TRUST:
        torch.testing.assert_close(masked_softmax(parts.scores, present), weights)


def test_the_methods_that_can_be_taken_hold_of() -> None:
    weighing = {name for name, found in FUSIONS.items() if found.weighs}
    assert weighing == set(WEIGHING)
