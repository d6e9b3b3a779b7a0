"""What loses nothing measures the same, bit by bit."""

from __future__ import annotations

import torch
from torch import Tensor

from mmdesk.analysis.saliency.occlusion import measured
from mmdesk.analysis.saliency.target import AttributionTarget
from mmdesk.core.explanation import Measure
from mmdesk.models.encoders.base import EncoderOutput
from tests.analysis.saliency.planted import PartEncoder, rounding_fuse

CPU = torch.device("cpu")


class RoundingEncoder(PartEncoder):
    """Gives every row of a batch a rounding of its own, and counts its rows."""

    rows = 0

    def embed(self, features: Tensor) -> EncoderOutput:
        self.rows += len(features)
        embedding, evidence = super().embed(features)
        return EncoderOutput(embedding + 1e-4 * torch.arange(len(features))[:, None], evidence)


def _target() -> AttributionTarget:
    torch.manual_seed(0)
    return AttributionTarget(
        rounding_fuse(2), torch.randn(1, 3, 2), torch.ones(1, 3, dtype=torch.bool), 2, 0, Measure.CONTRIBUTION
    )


def test_equal_inputs_are_encoded_once_and_measure_the_same() -> None:
    encoder = RoundingEncoder(float)
    inputs = [torch.tensor([value]) for value in (1.0, 2.0, 1.0, 1.0, 3.0, 2.0, 1.0)]
    found = measured(encoder, _target(), inputs, CPU, 2, lambda: False)
    assert found is not None
    assert found.shape == (7,)
    values = found.tolist()
    assert encoder.rows == 3
    assert values[0] == values[2] == values[3] == values[6]
    assert values[1] == values[5]
    assert len(set(values)) == 3


def test_what_is_not_recognised_measures_nothing() -> None:
    found = measured(PartEncoder(float, least=1.5), _target(), map(torch.tensor, ([1.0], [2.0])), CPU, 8, lambda: False)
    assert found is not None
    assert found[0] == 0.0
    assert found[1] != 0.0


def test_it_stops_when_asked() -> None:
    asked: list[None] = []

    def at_the_third() -> bool:
        asked.append(None)
        return len(asked) == 3

    encoder = RoundingEncoder(float)
    inputs = [torch.tensor([float(value)]) for value in range(9)]
    assert measured(encoder, _target(), inputs, CPU, 2, at_the_third) is None
    assert encoder.rows == 0
