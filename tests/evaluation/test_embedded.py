"""A split as embeddings under hand-set fusions, so that every probability is known."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import Tensor

from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.evaluation.embedded import Embedded, probabilities, score
from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.base import Fusion, FusionOutput
from tests.three_inputs import AUDIO, IMAGE, TEXT


class SumFusion(Fusion):
    """Adds the present embeddings and takes the sum as logits; no weights."""

    def config(self) -> dict[str, JsonValue]:
        return {}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        fused = self.masked(embeddings, present).sum(dim=1)
        return FusionOutput(fused if not self.training else fused * math.nan, None, fused)


class TextOnly(SumFusion):
    """Looks at the third column alone and weighs it so."""

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        own = present & torch.tensor([False, False, True])
        output = super().forward(embeddings, own)
        return FusionOutput(output.logits + 1.0, own.float(), output.fused)


def planted(n: int = 6) -> Embedded:
    """Image says the right class, audio the next one but more softly, text is right; sample 0 has nothing."""
    targets = torch.arange(n) % 3
    embeddings = torch.zeros(n, 3, 3)
    rows = torch.arange(n)
    embeddings[rows, 0, targets] = 2.0
    embeddings[rows, 1, (targets + 1) % 3] = 1.0
    embeddings[rows, 2, targets] = 3.0
    present = torch.ones(n, 3, dtype=torch.bool)
    present[0] = False
    embeddings[0] = math.nan
    return Embedded(embeddings, present, targets)


def test_probabilities_are_those_of_the_fusion_and_even_where_nothing_is_present() -> None:
    table = probabilities(SumFusion(3, 3, 3), planted())
    assert table.shape == (6, 3)
    assert table.dtype == np.float64
    assert (table[0] == table[0, 0]).all()
    expected = np.exp([0.0, 5.0, 1.0])
    assert table[1] == pytest.approx(expected / expected.sum())


def test_a_subset_hides_the_others() -> None:
    embedded = planted()
    fusion = SumFusion(3, 3, 3)
    assert score(fusion, embedded, "abc", [AUDIO], bootstrap=1).accuracy == 0.0
    right = score(fusion, embedded, "abc", [IMAGE, AUDIO], bootstrap=1)
    assert (right.accuracy, right.unanswered) == (pytest.approx(5 / 6), 1)
    assert embedded.subset([TEXT]).present[1].tolist() == [False, False, True]
    assert embedded.present[1].all(), "the original stays as it was"
    nothing = score(fusion, embedded, "abc", [], bootstrap=1)
    assert nothing.unanswered == nothing.n == 6


def test_a_baseline_without_its_modality_has_not_answered() -> None:
    fusion = TextOnly(3, 3, 3)
    assert score(fusion, planted(), "abc", [IMAGE], bootstrap=1).unanswered == 6
    assert score(fusion, planted(), "abc", [TEXT], bootstrap=1).unanswered == 1


def test_the_fusion_is_asked_in_evaluation_mode_and_left_as_found() -> None:
    fusion = SumFusion(3, 3, 3).train()
    assert np.isfinite(probabilities(fusion, planted())).all()
    assert fusion.training


def test_large_splits_go_through_in_batches() -> None:
    table = probabilities(SumFusion(3, 3, 3), planted(5000))
    assert table.shape == (5000, 3)
    assert (table[4:-2:3] == table[1]).all()


def test_no_samples() -> None:
    none = Embedded(torch.zeros(0, 3, 3), torch.zeros(0, 3, dtype=torch.bool), torch.zeros(0, dtype=torch.int64))
    assert probabilities(SumFusion(3, 3, 3), none).shape == (0, 3)


@pytest.mark.parametrize(
    "change",
    [
        {"embeddings": torch.zeros(2, 3)},
        {"present": torch.ones(2, 3)},
        {"targets": torch.zeros(2)},
        {"targets": torch.zeros(3, dtype=torch.int64)},
        {"inputs": DEFAULT_INPUTS[:2]},
    ],
)
def test_parts_that_do_not_fit_are_refused(change: dict[str, object]) -> None:
    parts: dict[str, object] = {
        "embeddings": torch.zeros(2, 3, 4),
        "present": torch.ones(2, 3, dtype=torch.bool),
        "targets": torch.zeros(2, dtype=torch.int64),
    }
    with pytest.raises(ValueError, match=r"must be|need"):
        Embedded(**(parts | change))  # type: ignore[arg-type]


def test_a_subset_of_a_modality_without_column_is_refused() -> None:
    two = Embedded(
        torch.zeros(1, 2, 3),
        torch.ones(1, 2, dtype=torch.bool),
        torch.zeros(1, dtype=torch.int64),
        (IMAGE, TEXT),
    )
    assert two.subset([TEXT]).present.tolist() == [[False, True]]
    with pytest.raises(ValueError, match="no column for"):
        two.subset([AUDIO])
