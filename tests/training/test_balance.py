"""Gradient modulation slows whoever is ahead, and nobody else."""

from __future__ import annotations

import pytest
import torch

from mmdesk.training.balance import GradientModulation


def test_only_the_leader_is_slowed():
    scores = torch.tensor([[0.9, 0.3, 0.3], [0.9, 0.3, 0.3]])
    factors = GradientModulation(0.5).coefficients(scores, torch.ones(2, 3, dtype=torch.bool))
    # Ratio 0.9 / 0.3 = 3, a lead of 2, times 0.5.
    assert factors[0].item() == pytest.approx(1 - torch.tanh(torch.tensor(1.0)).item())
    assert factors[1:].tolist() == [1.0, 1.0]


def test_parity_and_a_single_modality_change_nothing():
    everything = torch.ones(4, 2, dtype=torch.bool)
    assert GradientModulation().coefficients(torch.full((4, 2), 0.4), everything).tolist() == [1.0, 1.0]
    lonely = everything.clone()
    lonely[:, 1] = False
    assert GradientModulation().coefficients(torch.rand(4, 2), lonely).tolist() == [1.0, 1.0]


def test_absent_rows_do_not_count():
    scores = torch.tensor([[0.5, 0.5], [0.0, 0.5]])
    present = torch.tensor([[True, True], [False, True]])
    assert GradientModulation().coefficients(scores, present).tolist() == [1.0, 1.0]
