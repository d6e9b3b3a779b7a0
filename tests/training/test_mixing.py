"""Mixing of embeddings: as much as the encoders overfit, never of what is absent, and what a gate learns from it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
import torch
from torch import Tensor

from mmdesk.core.inputs import Input
from mmdesk.core.training_settings import StageSettings, TrainingSettings
from mmdesk.models.fusion import FUSIONS
from mmdesk.training.columns import StoredColumn
from mmdesk.training.loop import StageTrainer
from mmdesk.training.mixing import MixedColumn, mixed, mixing_shares
from mmdesk.training.samples import SplitData, TrainingData
from mmdesk.training.trainable import FusionOnly

CLASSES, DIM = 6, 16
CENTRES = 4 * torch.eye(CLASSES, DIM)


def drawn(targets: Tensor, right: float, spread: float, seed: int) -> Tensor:
    """Embeddings (N, D) around the centre of the class, or, of a share of them, around that of any class."""
    generator = torch.Generator().manual_seed(seed)
    anywhere = torch.randint(CLASSES, targets.shape, generator=generator)
    seen = torch.where(torch.rand(targets.shape, generator=generator) < right, targets, anywhere)
    return CENTRES[seen] + spread * torch.randn(len(targets), DIM, generator=generator)


def targets_of(count: int, seed: int) -> Tensor:
    return torch.randint(CLASSES, (count,), generator=torch.Generator().manual_seed(seed))


def split(columns: Sequence[Tensor], targets: Tensor, present: Tensor | None = None) -> SplitData:
    there = torch.ones(len(columns), 1, len(targets), dtype=torch.bool) if present is None else present
    return SplitData(
        tuple(StoredColumn(column.unsqueeze(0), one) for column, one in zip(columns, there, strict=True)), targets
    )


def shares(train: Sequence[Tensor], validation: Sequence[Tensor], targets: tuple[Tensor, Tensor]) -> tuple[float, ...]:
    return mixing_shares(split(train, targets[0]), split(validation, targets[1]), CLASSES, seed=0)


LEARNT, HELD_OUT = targets_of(400, 1), targets_of(200, 2)


def test_nothing_is_mixed_where_new_samples_are_as_certain_as_known_ones() -> None:
    """Of a good input and of a poor one."""
    train = [drawn(LEARNT, 1.0, 0.8, 3), drawn(LEARNT, 0.6, 0.8, 4)]
    validation = [drawn(HELD_OUT, 1.0, 0.8, 5), drawn(HELD_OUT, 0.6, 0.8, 6)]
    assert max(shares(train, validation, (LEARNT, HELD_OUT))) < 0.2


def test_the_more_an_encoder_overfits_the_more_is_mixed() -> None:
    train = [drawn(LEARNT, 1.0, 0.3, seed) for seed in (3, 4, 5)]
    validation = [drawn(HELD_OUT, right, 0.3, 6) for right in (0.9, 0.6, 0.0)]
    good, poor, useless = shares(train, validation, (LEARNT, HELD_OUT))
    assert 0.3 < good < poor - 0.05
    assert useless == 1


def test_the_scale_of_embeddings_is_of_no_consequence() -> None:
    train, validation = drawn(LEARNT, 1.0, 0.3, 3), drawn(HELD_OUT, 0.7, 0.3, 6)
    scales = (1, 1e4, 1e-4)
    of_train, of_validation = [one * train for one in scales], [one * validation for one in scales]
    found = shares(of_train, of_validation, (LEARNT, HELD_OUT))
    assert found[1:] == pytest.approx([found[0]] * 2, abs=0.01)
    assert found == shares(of_train, of_validation, (LEARNT, HELD_OUT)), "the draw is always the same"


@pytest.mark.parametrize("memorised", [0.0, 0.4])
def test_what_inputs_say_only_together_is_not_mixed(memorised: float) -> None:
    """The class is a sum of which each input shows one part; besides, encoders may have learnt the answers by heart."""
    train, validation = _sums(400, 1, memorised), _sums(200, 2, 0.0)
    useless = [targets_of(len(columns[0]), 3) for columns, _ in (train, validation)]
    learnt_by_heart = [drawn(train[1], 1.0, 0.3, 4), drawn(useless[1], 1.0, 0.3, 5)]
    found = shares([*train[0], learnt_by_heart[0]], [*validation[0], learnt_by_heart[1]], (train[1], validation[1]))
    assert found[:2] == (0.0, 0.0)
    assert found[2] == 1, "what is worth nothing with the others either is mixed"


def _sums(count: int, seed: int, memorised: float) -> tuple[list[Tensor], Tensor]:
    parts = torch.stack([targets_of(count, 10 * seed + column) for column in range(2)])
    targets = parts.sum(0) % CLASSES
    ways = CENTRES.roll(CLASSES, dims=1)  # where the centres of the parts are 0
    noise = torch.Generator().manual_seed(seed)
    columns = [
        CENTRES[part] + memorised * ways[targets] + 0.3 * torch.randn(count, DIM, generator=noise) for part in parts
    ]
    return columns, targets


def test_too_few_samples_choose_nothing() -> None:
    train = drawn(LEARNT, 1.0, 0.3, 3)
    few = HELD_OUT[:9]
    assert shares([train], [drawn(few, 0.0, 0.3, 6)], (LEARNT, few)) == (0.0,)
    singles = torch.arange(CLASSES)
    assert shares([CENTRES], [drawn(HELD_OUT, 0.0, 0.3, 6)], (singles, HELD_OUT)) == (0.0,)


def test_a_class_that_lacks_the_input_in_training_does_not_count() -> None:
    present = torch.ones(1, 1, len(LEARNT), dtype=torch.bool)
    present[0, 0, LEARNT == 0] = False
    train = split([drawn(LEARNT, 1.0, 0.3, 3)], LEARNT, present)
    held_out = drawn(HELD_OUT, 0.7, 0.3, 6)
    (found,) = mixing_shares(train, split([held_out], HELD_OUT), CLASSES, seed=0)
    other = HELD_OUT != 0
    (known,) = mixing_shares(train, split([held_out[other]], HELD_OUT[other]), CLASSES, seed=0)
    assert found == known > 0


def test_rows_for_training_lie_between_two_embeddings_and_others_stay_as_they_are() -> None:
    embeddings = torch.randn(1, 30, DIM, generator=torch.Generator().manual_seed(0))
    present = torch.ones(1, 30, dtype=torch.bool)
    present[0, 20:] = False
    embeddings[0, 20:] = float("nan")
    column = MixedColumn(StoredColumn(embeddings.nan_to_num(1e6), present), 30, 0.5)
    rows = list(range(30))
    clean, there = column.take(rows, None)
    assert torch.equal(clean[:20], embeddings[0, :20])
    assert torch.equal(there, present[0])
    given, there = column.take(rows, np.random.default_rng(0))
    assert torch.equal(there, present[0])
    moved = (given - clean)[:20]
    ways = embeddings[0, None, :20] - embeddings[0, :20, None]  # (20, 20, D)
    lengths = ways.norm(dim=2).clamp(min=1e-6)
    along = torch.einsum("id,ijd->ij", moved, ways) / lengths**2
    off = (moved.unsqueeze(1) - along.unsqueeze(2) * ways).norm(dim=2)
    nearest = off.argmin(1)
    share = along[torch.arange(20), nearest]
    assert float(off.amin(1).max()) < 1e-4
    assert float(share.max()) <= 0.5 + 1e-5
    assert float(share.max()) > 0.2, "something is mixed"
    again, _ = column.take(rows, np.random.default_rng(0))
    assert torch.equal(given, again)


def test_columns_without_a_share_are_the_same() -> None:
    data = split([drawn(LEARNT, 1.0, 0.3, 3), drawn(LEARNT, 1.0, 0.3, 4)], LEARNT)
    found = mixed(data, (0.0, 0.5))
    assert found.columns[0] is data.columns[0]
    assert isinstance(found.columns[1], MixedColumn)


def test_a_gate_learns_to_trust_the_input_that_can_be_trusted() -> None:
    """Both inputs were learnt by heart; on new samples one is right in 90 %, the other in 45 %."""
    tested = targets_of(1000, 9)
    train = [drawn(LEARNT, 1.0, 0.3, 3), drawn(LEARNT, 1.0, 0.3, 4)]
    validation = [drawn(HELD_OUT, 0.9, 0.6, 5), drawn(HELD_OUT, 0.45, 0.6, 6)]
    test = torch.stack([drawn(tested, 0.9, 0.6, 7), drawn(tested, 0.45, 0.6, 8)], 1)
    present = torch.ones(test.shape[:2], dtype=torch.bool)
    settings = TrainingSettings(fusion_stage=StageSettings(15, 128, 1e-2, 0))
    plain = TrainingData(
        (Input("a", "image"), Input("b", "image")), CLASSES, split(train, LEARNT), split(validation, HELD_OUT)
    )
    right, weights = {}, {}
    for name, most in (("plain", (0.0, 0.0)), ("mixed", shares(train, validation, (LEARNT, HELD_OUT)))):
        torch.manual_seed(0)
        gate = FUSIONS["attention_gate"](2, DIM, CLASSES)
        data = TrainingData(plain.inputs, CLASSES, mixed(plain.train, most), plain.validation)
        StageTrainer("fusion", FusionOnly(gate), data, settings.fusion_stage, settings, torch.device("cpu")).run()
        with torch.inference_mode():
            output = gate(test, present)
        right[name] = float((output.logits.argmax(1) == tested).float().mean())
        weights[name] = float(output.weights[:, 0].mean())
    assert weights["mixed"] > weights["plain"] + 0.1
    assert right["mixed"] > right["plain"] + 0.05
