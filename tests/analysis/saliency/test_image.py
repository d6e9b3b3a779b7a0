"""Integrated gradients: they sum up, and they find a planted place."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from mmdesk.analysis.saliency.image import baseline_of, differentiable, explain_image, integrated_gradients
from mmdesk.analysis.saliency.target import AttributionTarget
from mmdesk.core.explanation import Measure
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.image import CNNEncoder
from mmdesk.models.encoders.pretrained_image import EfficientNetLiteEncoder, TorchvisionEncoder
from tests.analysis.saliency.planted import PATCH, PartEncoder, patch, picture, random_fuse

ALL = torch.ones(1, 3, dtype=torch.bool)


def going_on() -> bool:
    return False


def _target(encoder: Encoder, shown: Tensor, measure: Measure = Measure.CONTRIBUTION) -> AttributionTarget:
    torch.manual_seed(0)
    embeddings = torch.randn(1, 3, encoder.dim)
    with torch.no_grad():
        embeddings[:, 0] = encoder(shown[None]).embedding
    fuse = random_fuse(dim=encoder.dim)
    answer = int(fuse(embeddings, ALL).logits.argmax())
    return AttributionTarget(fuse, embeddings, ALL, 0, answer, measure)


@pytest.mark.parametrize("measure", list(Measure))
def test_attributions_sum_to_the_change(measure: Measure) -> None:
    torch.manual_seed(5)
    encoder = CNNEncoder(dim=8, size_px=32, channels=(4, 6, 8, 8)).eval()
    shown = encoder.prepare(picture())
    target = _target(encoder, shown, measure)
    found = integrated_gradients(encoder, target, shown, baseline_of(shown), going_on)
    finely = integrated_gradients(encoder, target, shown, baseline_of(shown), going_on, steps=512)
    assert found is not None
    assert finely is not None
    attributions, change = found
    with torch.no_grad():
        ends = target.of(encoder(torch.stack([shown, baseline_of(shown)])).embedding)
    assert change == pytest.approx(float(ends[0] - ends[1]), abs=1e-6)
    assert abs(change) > 0.01
    assert float(attributions.sum()) == pytest.approx(change, abs=0.15 * abs(change))
    assert float(finely[0].sum()) == pytest.approx(change, abs=0.02 * abs(change))


def test_a_jump_of_the_target_is_not_stepped_over() -> None:
    # Certain or not within a hundredth of the way: an even sum of 32 points would miss it or count it thrice.
    encoder = PartEncoder(lambda pictures: torch.tanh((patch(pictures) - 2.0) * 200))
    shown = encoder.prepare(picture())
    target = _target(encoder, shown)
    found = integrated_gradients(encoder, target, shown, torch.full_like(shown, 0.5), going_on)
    assert found is not None
    assert float(found[0].sum()) == pytest.approx(found[1], rel=0.05)


def test_a_model_that_looks_at_a_patch_lights_up_there() -> None:
    encoder = PartEncoder(patch)
    shown = encoder.prepare(picture())
    explanation = explain_image(encoder, _target(encoder, shown), shown, going_on)
    assert explanation is not None
    assert explanation.heat.shape == shown.shape[1:]
    assert explanation.heat.dtype == np.float32
    size = np.abs(explanation.heat)
    assert size.max() == pytest.approx(1.0)
    assert size[PATCH].sum() > 0.8 * size.sum()
    assert np.sign(explanation.heat[PATCH].sum()) == np.sign(explanation.change)
    assert 0 < explanation.scale <= abs(explanation.change)


def test_a_picture_that_changes_nothing_has_no_heat() -> None:
    encoder = PartEncoder(lambda pictures: patch(pictures) * 0)
    shown = encoder.prepare(picture())
    explanation = explain_image(encoder, _target(encoder, shown), shown, going_on)
    assert explanation is not None
    assert explanation.scale == 0.0
    assert explanation.change == 0.0
    assert not explanation.heat.any()


def test_the_baseline_keeps_the_light_and_loses_the_shapes() -> None:
    shown = PartEncoder(patch).prepare(picture())
    baseline = baseline_of(shown)
    assert float(baseline.mean()) == pytest.approx(float(shown.mean()), abs=0.03)
    assert float(baseline.std()) < 0.3 * float(shown.std())


@pytest.mark.parametrize(
    "encoder",
    [
        EfficientNetLiteEncoder(dim=4, size_px=64),
        TorchvisionEncoder(dim=4, architecture="resnet18", size_px=64, frozen=True),
        TorchvisionEncoder(dim=4, architecture="resnet18", size_px=64),
        CNNEncoder(dim=4, size_px=32, channels=(4, 4, 4, 4)),
    ],
    ids=["efficientnet", "torchvision-frozen", "torchvision", "cnn"],
)
def test_gradients_reach_the_pixels_through_every_encoder(encoder: Encoder) -> None:
    encoder.eval()
    batch = encoder.prepare(picture())[None].requires_grad_(True)
    embeddings = differentiable(encoder, batch)
    with torch.no_grad():
        assert torch.allclose(embeddings, encoder(batch).embedding, atol=1e-5)
    (gradient,) = torch.autograd.grad(embeddings[0, 0], batch)
    assert float(gradient.abs().sum()) > 0
    assert all(parameter.grad is None for parameter in encoder.parameters())


def test_it_stops_between_batches() -> None:
    encoder = PartEncoder(patch)
    shown = encoder.prepare(picture())
    asked: list[None] = []

    def stop_at_the_ninth() -> bool:
        asked.append(None)
        return len(asked) == 9

    assert explain_image(encoder, _target(encoder, shown), shown, stop_at_the_ninth) is None
    assert len(asked) == 9
