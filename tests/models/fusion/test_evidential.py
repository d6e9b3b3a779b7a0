"""Evidence, uncertainty and conflict, against the rule of combination as the paper has it, and its loss."""

from __future__ import annotations

import itertools

import pytest
import torch
from torch import Tensor
from torch.distributions import Dirichlet, kl_divergence

from mmdesk.models.fusion.evidential import EvidentialFusion, evidential_loss

M, D, C = 4, 6, 5


@pytest.fixture
def fusion() -> EvidentialFusion:
    torch.manual_seed(0)
    return EvidentialFusion(M, D, C).eval().requires_grad_(False)


def planted(evidence: list[list[float]]) -> tuple[EvidentialFusion, Tensor, Tensor]:
    """Return a fusion with inputs that give just that evidence."""
    rows = torch.tensor(evidence)
    fusion = EvidentialFusion(len(rows), rows.shape[1], rows.shape[1])
    with torch.no_grad():
        for head in fusion.own_heads.heads:
            head.weight.copy_(torch.eye(rows.shape[1]))
            head.bias.zero_()
    # The softplus undone; no evidence needs a score of minus infinity.
    scores = torch.where(rows > 0, rows.expm1().clamp(min=1e-30).log(), torch.tensor(-1e4))
    return fusion.requires_grad_(False), scores.unsqueeze(0), torch.ones(1, len(rows), dtype=torch.bool)


def combined(one: Tensor, other: Tensor) -> tuple[Tensor, Tensor]:
    """Join two Dirichlet parameters (B, C) step by step; return the joint ones and the conflict (B,)."""
    classes = one.shape[1]
    beliefs = [(each - 1) / each.sum(1, keepdim=True) for each in (one, other)]
    doubts = [classes / each.sum(1, keepdim=True) for each in (one, other)]
    conflict = beliefs[0].sum(1) * beliefs[1].sum(1) - (beliefs[0] * beliefs[1]).sum(1)
    belief = beliefs[0] * beliefs[1] + beliefs[0] * doubts[1] + beliefs[1] * doubts[0]
    left = (1 - conflict).unsqueeze(1)
    doubt = doubts[0] * doubts[1] / left
    return belief / left * classes / doubt + 1, conflict


def test_the_closed_form_is_the_rule_taken_step_by_step_in_any_order(fusion: EvidentialFusion) -> None:
    output = fusion(3 * torch.randn(20, M, D), torch.ones(20, M, dtype=torch.bool))
    assert output.unimodal is not None
    own = output.unimodal.exp().double()
    for order in itertools.permutations(range(M)):
        joint, kept = own[:, order[0]], torch.ones(20, dtype=torch.float64)
        for column in order[1:]:
            joint, conflict = combined(joint, own[:, column])
            kept = kept * (1 - conflict)
        torch.testing.assert_close(output.logits.double(), joint.log(), rtol=1e-5, atol=1e-5)
        torch.testing.assert_close(output.conflict, (1 - kept).float(), rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(output.joint_uncertainty, (C / joint.sum(1)).float())
        torch.testing.assert_close(output.fused, ((joint - 1) / joint.sum(1, keepdim=True)).float())


def test_an_example_reckoned_by_hand() -> None:
    fusion, embeddings, present = planted([[8.0, 0.0], [0.0, 8.0]])
    output = fusion(embeddings, present)
    # Each believes .8 in its own class and leaves .2 open; they contradict each other with .8 times .8.
    torch.testing.assert_close(output.uncertainty, torch.tensor([[0.2, 0.2]]))
    torch.testing.assert_close(output.conflict, torch.tensor([0.64]))
    torch.testing.assert_close(output.fused, torch.tensor([[0.16, 0.16]]) / 0.36)
    torch.testing.assert_close(output.joint_uncertainty, torch.tensor([0.04 / 0.36]))
    torch.testing.assert_close(output.logits.softmax(1), torch.tensor([[0.5, 0.5]]))


def test_agreement_leaves_less_open_than_the_surest_and_has_no_conflict() -> None:
    fusion, embeddings, present = planted([[8.0, 0.0, 0.0], [4.0, 0.0, 0.0], [1.0, 0.0, 0.0]])
    output = fusion(embeddings, present)
    assert float(output.joint_uncertainty) < float(output.uncertainty.min())
    assert float(output.conflict) == pytest.approx(0.0, abs=1e-6)


def test_absent_is_vacuous(fusion: EvidentialFusion) -> None:
    embeddings = torch.randn(3, M, D)
    present = torch.tensor([[True, False, True, False], [False, True, False, False], [False] * M])
    output = fusion(embeddings, present)
    assert torch.equal(output.uncertainty == 1, ~present)
    assert output.conflict[1:].tolist() == pytest.approx([0.0, 0.0], abs=1e-6)
    torch.testing.assert_close(output.joint_uncertainty[1], output.uncertainty[1, 1])
    torch.testing.assert_close(output.logits[1], output.unimodal[1, 1])
    assert output.logits[2].tolist() == [0.0] * C
    assert float(output.joint_uncertainty[2]) == pytest.approx(1.0)
    assert output.fused[2].tolist() == pytest.approx([0.0] * C, abs=1e-6)


def test_overwhelming_evidence_stays_finite() -> None:
    fusion = EvidentialFusion(6, 4, 3)
    embeddings = (1e6 * torch.randn(8, 6, 4)).requires_grad_()
    output = fusion(embeddings, torch.ones(8, 6, dtype=torch.bool))
    targets = torch.eye(3)[torch.arange(8) % 3]
    fusion.own_loss(output, targets, targets.unsqueeze(1).expand(-1, 6, -1), 1.0).sum().backward()
    for part in (output.logits, output.fused, output.uncertainty, output.joint_uncertainty, output.conflict):
        assert torch.isfinite(part).all()
    assert torch.isfinite(embeddings.grad).all()


def test_the_loss_is_the_expected_cross_entropy_and_the_divergence_of_wrong_evidence() -> None:
    torch.manual_seed(0)
    parameters = 1 + 5 * torch.rand(4, C)
    targets = torch.eye(C)[torch.tensor([0, 2, 4, 2])]
    draws = Dirichlet(parameters).sample((200_000,))
    expected = -(targets * draws.clamp(min=1e-30).log()).sum(-1).mean(0)
    torch.testing.assert_close(evidential_loss(parameters.log(), targets, 0.0), expected, rtol=0.02, atol=0.02)
    wrong = torch.where(targets > 0, 1.0, parameters)
    divergence = kl_divergence(Dirichlet(wrong), Dirichlet(torch.ones(4, C)))
    grown = evidential_loss(parameters.log(), targets, 0.5) - evidential_loss(parameters.log(), targets, 0.0)
    torch.testing.assert_close(grown, 0.5 * divergence, rtol=1e-4, atol=1e-5)


def test_what_is_absent_costs_nothing_and_the_divergence_counts_more_and_more(fusion: EvidentialFusion) -> None:
    present = torch.tensor([[True, True, False, False]])
    output = fusion(torch.randn(1, M, D), present)
    targets = torch.eye(C)[:1]
    own = targets.unsqueeze(1) * present.unsqueeze(2)
    losses = [float(fusion.own_loss(output, targets, own, progress)) for progress in (0.0, 0.05, 0.1, 1.0)]
    assert losses[0] < losses[1] < losses[2] == losses[3]
    parts = [evidential_loss(logits, targets, 1.0) for logits in (output.logits, *output.unimodal[:, :2].unbind(1))]
    assert losses[3] == pytest.approx(float(sum(parts)))


def test_training_leaves_open_what_cannot_be_told() -> None:
    torch.manual_seed(0)
    fusion = EvidentialFusion(2, 3, 3)
    optimiser = torch.optim.Adam(fusion.parameters(), 0.1)
    for step in range(200):
        classes = torch.randint(3, (64,))
        targets = torch.eye(3)[classes]
        embeddings = torch.stack([3 * targets, torch.randn(64, 3)], 1)  # the second says nothing
        output = fusion(embeddings, torch.ones(64, 2, dtype=torch.bool))
        optimiser.zero_grad()
        fusion.own_loss(output, targets, targets.unsqueeze(1).expand(-1, 2, -1), step / 200).mean().backward()
        optimiser.step()
    assert (output.logits.argmax(1) == classes).float().mean() > 0.95
    assert output.uncertainty[:, 0].mean() < 0.4
    assert output.uncertainty[:, 1].mean() > 0.7
