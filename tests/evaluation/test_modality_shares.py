"""Shares, interactions, the kind of task and harm, on made-up data of each kind."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import numpy as np
import pytest
import torch
from torch import Tensor

from mmdesk.core.inputs import Input
from mmdesk.evaluation import modality_shares as module
from mmdesk.evaluation.embedded import Embedded
from mmdesk.evaluation.evaluation_result import EvaluationResult
from mmdesk.evaluation.metrics import measure
from mmdesk.evaluation.modality_result import ModalityShares, TaskKind
from mmdesk.evaluation.modality_shares import modality_shares
from mmdesk.evaluation.report.evaluation_page import evaluation_report
from mmdesk.evaluation.report.modality_section import harm_words, task_words
from mmdesk.models.fusion.base import Fusion, FusionOutput

CLASSES, COUNT = 4, 200
CERTAIN = 12.0
NAMES = ("front", "side", "heard", "typed", "pulse")


class SumFusion(Fusion):
    """Adds what each input says of each class: inputs can stand in for each other."""

    def config(self) -> dict:
        return {}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        logits = self.masked(embeddings, present).sum(dim=1)
        return FusionOutput(logits, None, logits)


class ModuloFusion(SumFusion):
    """Adds the inputs' numbers modulo the number of classes: an absent number may be any."""

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        parts = self.masked(embeddings, present).softmax(dim=2)  # an absent one is even
        found, order = parts[:, 0], -torch.arange(CLASSES)
        for column in range(1, parts.shape[1]):
            turned = [parts[:, column][:, (order + total) % CLASSES] for total in range(CLASSES)]
            found = torch.stack([(found * each).sum(dim=1) for each in turned], dim=1)
        return FusionOutput(found.clamp(min=1e-9).log(), None, found)


def says(numbers: np.ndarray, strength: float = CERTAIN) -> Tensor:
    return strength * torch.nn.functional.one_hot(torch.from_numpy(numbers), CLASSES).float()


def data(columns: list[Tensor], targets: np.ndarray, present: Tensor | None = None) -> Embedded:
    table = torch.stack(columns, 1)
    inputs = tuple(Input(name, "image") for name in NAMES[: len(columns)])
    there = torch.ones(table.shape[:2], dtype=torch.bool) if present is None else present
    return Embedded(table, there, torch.from_numpy(targets), inputs)


def measured(fusion: type[Fusion], embedded: Embedded) -> ModalityShares:
    found = modality_shares(fusion(len(embedded.inputs), CLASSES, CLASSES), embedded)
    assert found is not None
    return found


RNG = np.random.default_rng(0)
TARGETS = RNG.integers(0, CLASSES, COUNT)
OTHERS = RNG.integers(0, CLASSES, (4, COUNT))
NOTHING = torch.zeros(COUNT, CLASSES)
FIRST_HALF = (torch.arange(COUNT) < COUNT // 2)[:, None]


@pytest.mark.parametrize("count", [2, 3, 5])
def test_inputs_that_tell_the_same_are_redundant(count: int) -> None:
    found = measured(SumFusion, data([says(TARGETS)] * count, TARGETS))
    assert found.task is TaskKind.REDUNDANT
    assert [one.share for one in found.shares] == pytest.approx([1 / count] * count)
    assert all(one.mean < 0 for one in found.interactions)
    assert len(found.interactions) == count * (count - 1) // 2
    assert len(found.accuracies) == 1 << count
    assert "redundant" in task_words(found, "late")
    assert "(redundancy)" in task_words(found, "late")


@pytest.mark.parametrize("count", [2, 3])
def test_inputs_that_only_know_together_are_complementary(count: int) -> None:
    numbers = OTHERS[:count]
    found = measured(ModuloFusion, data([says(each) for each in numbers], numbers.sum(axis=0) % CLASSES))
    assert found.accuracies[-1] == 1
    assert found.task is TaskKind.COMPLEMENTARY
    assert all(one.mean > 0.1 for one in found.interactions)
    assert "only together" in task_words(found, "late")
    assert "(synergy)" in task_words(found, "late")


def test_an_input_that_knows_nearly_all_dominates() -> None:
    found = measured(SumFusion, data([says(TARGETS), NOTHING, says(OTHERS[0], 0.1)], TARGETS))
    assert found.task is TaskKind.DOMINATED
    assert found.shares[0].share > 0.9
    assert found.shares[1].share == pytest.approx(0, abs=1e-6)
    assert found.shares[0].interval.low <= found.shares[0].share <= found.shares[0].interval.high
    assert "front gives most" in task_words(found, "late")


def test_inputs_that_know_a_half_each_are_mixed() -> None:
    columns = [says(TARGETS) * FIRST_HALF, says(TARGETS) * ~FIRST_HALF]
    found = measured(SumFusion, data(columns, TARGETS))
    assert found.recovered == pytest.approx((1 / 3, 1 / 3), abs=0.2)
    early = (torch.arange(COUNT) < 3 * COUNT // 4)[:, None]
    late = (torch.arange(COUNT) >= COUNT // 4)[:, None]
    found = measured(SumFusion, data([says(TARGETS) * early, says(TARGETS) * late], TARGETS))
    assert found.task is TaskKind.MIXED
    assert "mixed" in task_words(found, "late")


def test_a_model_no_better_than_chance_is_undecided() -> None:
    found = measured(SumFusion, data([says(OTHERS[0]), says(OTHERS[1])], TARGETS))
    assert found.task is TaskKind.UNDECIDED
    assert "cannot be told" in task_words(found, "late")


def test_an_input_that_says_nothing_is_not_redundant_where_classes_are_uneven() -> None:
    uneven = np.where(np.arange(COUNT) % 5 < 4, 0, 1)
    always = says(np.zeros(COUNT, dtype=np.int64), 0.1)
    found = measured(SumFusion, data([says(uneven), always], uneven))
    assert found.accuracies[2] == found.chance == 0.8
    assert found.recovered == pytest.approx((1, 0))
    assert found.task is TaskKind.DOMINATED


def test_a_method_that_joins_nothing_of_inputs_near_chance_is_undecided() -> None:
    count = 1000
    numbers = np.random.default_rng(1).integers(0, CLASSES, (2, count))
    targets = np.where(np.arange(count) % 10 == 0, numbers[0], numbers.sum(axis=0) % CLASSES)
    found = measured(SumFusion, data([says(numbers[0]), says(numbers[0])], targets))
    assert found.recovered == pytest.approx((1, 1)), "better than chance, and each like both"
    assert found.joins_nothing
    assert found.task is TaskKind.UNDECIDED
    assert "cannot combine them" in task_words(found, "late")
    assert "redundant" not in task_words(found, "late")


def test_few_complete_samples_are_undecided() -> None:
    present = torch.zeros(COUNT, 2, dtype=torch.bool)
    present[:, 0] = True
    present[:10, 1] = True
    found = measured(SumFusion, data([says(TARGETS)] * 2, TARGETS, present))
    assert found.samples == 10
    assert found.task is TaskKind.UNDECIDED
    assert [one.samples for one in found.without] == [10, 10]


def test_an_input_that_misleads_does_harm_and_the_other_does_not() -> None:
    wrong = np.where(np.arange(COUNT) < COUNT // 3, (TARGETS + 1) % CLASSES, TARGETS)
    found = measured(SumFusion, data([says(TARGETS), says(wrong, 2 * CERTAIN)], TARGETS))
    assert [one.harms for one in found.without] == [False, True]
    harmful = found.without[1]
    assert harmful.accuracy_without == 1
    assert harmful.gain == pytest.approx(harmful.accuracy_with - 1)
    (words,) = harm_words(found.without)
    size, low, high = (f"{100 * -one:.1f}" for one in (harmful.gain, harmful.interval.high, harmful.interval.low))
    assert words == (
        f"Without side, accuracy is {size} points higher (95 % interval {low} to {high}): this input does harm."
    )
    assert found.to_json()["harmful"] == ["side"]


def test_a_loss_within_the_interval_is_no_harm() -> None:
    wrong = TARGETS.copy()
    wrong[0] = (wrong[0] + 1) % CLASSES
    found = measured(SumFusion, data([says(TARGETS), says(wrong, 2 * CERTAIN)], TARGETS))
    assert found.without[1].gain < 0
    assert not found.without[1].harms
    assert harm_words(found.without) == []


def test_of_a_large_set_a_part_is_drawn_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_SAMPLES", 50)
    embedded = data([says(TARGETS)] * 2, TARGETS)
    found = measured(SumFusion, embedded)
    assert (found.samples, found.drawn_from) == (50, COUNT)
    assert found == measured(SumFusion, embedded), "the draw is always the same"


def test_nothing_is_said_of_a_single_input() -> None:
    assert modality_shares(SumFusion(1, CLASSES, CLASSES), data([says(TARGETS)], TARGETS)) is None
    present = torch.tensor([[True, False]] * COUNT)
    two = data([says(TARGETS)] * 2, TARGETS, present)
    assert modality_shares(SumFusion(2, CLASSES, CLASSES), two) is None


def test_an_input_that_no_sample_has_is_left_out() -> None:
    present = torch.tensor([[True, False, True]] * COUNT)
    found = measured(SumFusion, data([says(TARGETS)] * 3, TARGETS, present))
    assert [one.input for one in found.shares] == ["front", "heard"]
    assert found.task is TaskKind.REDUNDANT


def test_the_report_and_its_figures_tell_it() -> None:
    found = measured(SumFusion, data([says(TARGETS)] * 2, TARGETS))
    table = np.eye(CLASSES)[TARGETS] * 0.9 + 0.025
    scores = measure(table, TARGETS, ("a", "b", "c", "d"), bootstrap=0)
    inputs = (Input("front", "image"), Input("side", "image"))
    result = EvaluationResult("m", "late", "d", inputs, scores, modality=found)
    report = evaluation_report(result)
    page = report.page.html()
    assert "What kind of task it is" in page
    assert "With the method late, the task is redundant" in page
    assert {"shares", "interactions", "without"} <= set(report.tables)
    plain = json.loads(json.dumps(result.to_json()))["modality"]
    assert plain["task"] == "redundant"
    assert plain["shares"][0]["share"] == pytest.approx(0.5)
    assert "What kind of task" not in evaluation_report(replace(result, modality=None)).page.html()
    assert asdict(found)["samples"] == COUNT
