"""Recorded methods answer as the methods themselves do."""

import pytest
import torch
from torch import Tensor

from mmdesk.models.fusion import FUSIONS, ConcatenationFusion, Fusion, FusionOutput, offered_fusions, record
from mmdesk.models.temperature import Reliability, Temperatures

M, D, C = 3, 8, 5


def assert_same(one: FusionOutput, other: FusionOutput) -> None:
    for left, right in zip(one, other, strict=True):
        assert (left is None) is (right is None)
        if left is not None and right is not None:
            torch.testing.assert_close(left, right, rtol=1e-4, atol=1e-5)


def methods() -> dict[str, Fusion]:
    torch.manual_seed(0)
    return {kind: FUSIONS[kind](M, D, C).eval() for kind in offered_fusions()}


def batch(rows: int) -> tuple[Tensor, Tensor]:
    present = torch.rand(rows, M) < 0.5
    present[:, 1] = True
    return torch.randn(rows, M, D), present


@pytest.mark.parametrize("rows", [1, 3, 7, 31])
@torch.inference_mode()
def test_every_method_is_recorded_and_answers_as_it_does_itself(rows: int) -> None:
    fusions = methods()
    recorded = record(fusions)
    assert recorded is not None
    assert recorded.kinds == tuple(fusions)
    embeddings, present = batch(rows)
    for kind, (output, _, parts) in recorded(embeddings, present).items():
        assert_same(output, fusions[kind](embeddings, present))
        own = fusions[kind].weight_parts(embeddings, present)
        assert (parts is None) is (own is None)
        for one, other in zip(parts or (), own or (), strict=True):
            assert (one is None) is (other is None)
            if one is not None and other is not None:
                torch.testing.assert_close(one[present], other[present], rtol=1e-4, atol=1e-5)


@torch.inference_mode()
def test_logits_are_calibrated_as_the_method_itself_calibrates_them() -> None:
    fusions = methods()
    fusions["late"].set_temperatures(Temperatures([0.5, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0], Reliability(1, 0.0, 0.0)))
    recorded = record(fusions)
    assert recorded is not None
    embeddings, present = batch(6)
    for kind, (output, logits, _) in recorded(embeddings, present).items():
        torch.testing.assert_close(logits, fusions[kind].tempered(output.logits, present), rtol=1e-5, atol=1e-6)


@torch.inference_mode()
def test_an_absent_input_changes_nothing_even_if_it_is_nan() -> None:
    recorded = record(methods())
    assert recorded is not None
    embeddings, present = batch(4)
    with_nan = embeddings.masked_fill(~present[..., None], torch.nan)
    for kind, (output, _, _) in recorded(with_nan, present).items():
        assert_same(output, recorded(embeddings, present)[kind].output)


@torch.inference_mode()
def test_the_same_rows_give_the_same_numbers_in_every_run() -> None:
    recorded = record(methods())
    assert recorded is not None
    rows = batch(7)
    first = recorded(*rows)
    for _ in range(5):
        for kind, (output, logits, _) in recorded(*rows).items():
            pairs = [*zip(output, first[kind].output, strict=True), (logits, first[kind].logits)]
            assert all(one is other or torch.equal(one, other) for one, other in pairs)


class Fickle(ConcatenationFusion):
    """Another formula for positive sums: a trace would hold one of them only."""

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        output = super().forward(embeddings, present)
        return output._replace(logits=output.logits if float(embeddings.sum()) > 0 else -output.logits)


def test_a_method_whose_steps_depend_on_the_values_is_left_out() -> None:
    fusions = {**methods(), "fickle": Fickle(M, D, C).eval()}
    recorded = record(fusions)
    assert recorded is not None
    assert recorded.kinds == tuple(methods())
    assert record({"fickle": fusions["fickle"]}) is None


def test_nothing_to_record_is_no_fault() -> None:
    assert record({}) is None
