"""The attention gate: weights, masking, gradients and the worked two-modality example."""

from __future__ import annotations

import itertools

import pytest
import torch

from mmdesk.models.fusion import FUSIONS, AttentionGateFusion, masked_softmax

MASKS = torch.tensor(list(itertools.product([False, True], repeat=3)))


@pytest.fixture(params=[0, 5], ids=["linear", "hidden"])
def gate(request: pytest.FixtureRequest) -> AttentionGateFusion:
    torch.manual_seed(0)
    fusion = AttentionGateFusion(3, 4, 6, gate_hidden=request.param)
    assert fusion.adapters is not None
    torch.nn.init.normal_(fusion.adapters)
    return fusion


def test_weights_sum_to_one_and_absent_is_exactly_zero(gate: AttentionGateFusion) -> None:
    output = gate(50 * torch.randn(8, 3, 4), MASKS)
    assert output.logits.shape == (8, 6)
    assert output.fused.shape == (8, 4)
    assert torch.equal(output.weights[~MASKS], torch.zeros(int((~MASKS).sum())))
    torch.testing.assert_close(output.weights.sum(1), MASKS.any(1).float())


def test_nothing_present_gives_zero_weights_and_finite_gradients(gate: AttentionGateFusion) -> None:
    embeddings = torch.randn(2, 3, 4, requires_grad=True)
    output = gate(embeddings, torch.zeros(2, 3, dtype=torch.bool))
    assert torch.equal(output.weights, torch.zeros(2, 3))
    assert torch.equal(output.fused, torch.zeros(2, 4))
    output.logits.sum().backward()
    for name, parameter in gate.named_parameters():
        assert parameter.grad is None or torch.isfinite(parameter.grad).all(), name


def test_absent_embedding_changes_nothing_even_as_nan(gate: AttentionGateFusion) -> None:
    clean = torch.randn(8, 3, 4)
    dirty = clean.masked_fill(~MASKS.unsqueeze(-1), float("nan"))
    for ours, theirs in zip(gate(clean, MASKS)[:3], gate(dirty, MASKS)[:3], strict=True):
        assert torch.equal(ours, theirs)


def test_gradient_reaches_every_present_modality_and_no_absent_one(gate: AttentionGateFusion) -> None:
    embeddings = torch.randn(8, 3, 4, requires_grad=True)
    gate(embeddings, MASKS).logits.square().sum().backward()
    assert embeddings.grad is not None
    reached = embeddings.grad.abs().sum(-1) > 0
    assert torch.equal(reached, MASKS)


def test_batch_equals_one_by_one(gate: AttentionGateFusion) -> None:
    embeddings = torch.randn(8, 3, 4)
    together = gate(embeddings, MASKS)
    for row in range(8):
        alone = gate(embeddings[row : row + 1], MASKS[row : row + 1])
        for ours, theirs in zip(alone[:3], together[:3], strict=True):
            torch.testing.assert_close(ours[0], theirs[row])


def test_permuting_modalities_and_parameters_permutes_the_weights() -> None:
    torch.manual_seed(1)
    gate = AttentionGateFusion(3, 4, 6)
    order = [2, 0, 1]
    moved = AttentionGateFusion(3, 4, 6)
    moved.load_state_dict(gate.state_dict())
    assert isinstance(gate.gate, torch.nn.Linear)
    assert isinstance(moved.gate, torch.nn.Linear)
    with torch.no_grad():
        columns = gate.gate.weight.view(3, 3, 4)[order][:, order]
        moved.gate.weight.copy_(columns.reshape(3, 12))
        moved.gate.bias.copy_(gate.gate.bias[order])
    embeddings = torch.randn(8, 3, 4)
    before = gate(embeddings, MASKS)
    after = moved(embeddings[:, order], MASKS[:, order])
    torch.testing.assert_close(after.weights, before.weights[:, order])
    torch.testing.assert_close(after.logits, before.logits)


def test_two_modalities_are_the_sigmoid_gate() -> None:
    # The element-wise worked example, a = [.7 .5 .9 .8 .9], taken one scalar gate at a time.
    text, image = torch.tensor([1.0, 2, 3, 4, 5]), torch.tensor([5.0, 6, 7, 8, 9])
    gate = AttentionGateFusion(2, 5, 2)
    assert isinstance(gate.gate, torch.nn.Linear)
    mixed = []
    for share in (0.7, 0.5, 0.9, 0.8, 0.9):
        torch.nn.init.zeros_(gate.gate.weight)
        with torch.no_grad():
            gate.gate.bias.copy_(torch.tensor([torch.logit(torch.tensor(share)), 0.0]))
        output = gate(torch.stack([text, image])[None], torch.ones(1, 2, dtype=torch.bool))
        torch.testing.assert_close(output.weights, torch.tensor([[share, 1 - share]]))
        mixed.append(output.fused[0])
    torch.testing.assert_close(torch.stack(mixed).diagonal(), torch.tensor([2.2, 4.0, 3.4, 4.8, 5.4]))


def test_masked_softmax_survives_extreme_scores() -> None:
    scores = torch.tensor([[1e30, -1e30, 0.0], [3.0, 1e38, 2.0]])
    present = torch.tensor([[False, True, False], [True, False, True]])
    weights = masked_softmax(scores, present)
    assert torch.equal(weights[0], torch.tensor([0.0, 1.0, 0.0]))
    assert weights[1, 1] == 0
    torch.testing.assert_close(weights[1].sum(), torch.tensor(1.0))


def test_config_rebuilds_through_the_registry(gate: AttentionGateFusion) -> None:
    rebuilt = FUSIONS["attention_gate"](3, 4, 6, **gate.config())
    rebuilt.load_state_dict(gate.state_dict())
    embeddings = torch.randn(8, 3, 4)
    assert torch.equal(rebuilt(embeddings, MASKS).logits, gate(embeddings, MASKS).logits)


@pytest.mark.parametrize(
    ("embeddings", "present"),
    [
        (torch.zeros(2, 3, 5), torch.ones(2, 3, dtype=torch.bool)),
        (torch.zeros(2, 3, 4), torch.ones(2, 2, dtype=torch.bool)),
        (torch.zeros(2, 3, 4), torch.ones(2, 3)),
    ],
)
def test_wrong_shapes_are_refused(gate: AttentionGateFusion, embeddings: torch.Tensor, present: torch.Tensor) -> None:
    with pytest.raises(ValueError, match="must be"):
        gate(embeddings, present)
