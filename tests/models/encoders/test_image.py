"""The image encoder's shapes, its preparation of pictures, and its pooling."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from mmdesk.models.encoders.image import CNNEncoder


@pytest.fixture
def encoder() -> CNNEncoder:
    """Return an untrained encoder with fixed weights, in evaluation mode."""
    torch.manual_seed(0)
    return CNNEncoder().eval()


def test_embedding_and_evidence_have_their_shapes(encoder: CNNEncoder) -> None:
    output = encoder(torch.rand(3, 3, 96, 96))
    assert output.embedding.shape == (3, 64)
    assert output.evidence is not None
    assert output.evidence.shape == (3,)
    # LayerNorm starts as the identity after standardising.
    assert torch.allclose(output.embedding.mean(dim=1), torch.zeros(3), atol=1e-5)
    assert torch.allclose(output.embedding.std(dim=1, correction=0), torch.ones(3), atol=1e-2)


def test_every_parameter_receives_a_gradient() -> None:
    encoder = CNNEncoder()
    output = encoder(torch.rand(4, 3, 96, 96))
    assert output.evidence is not None
    (output.embedding.pow(3).sum() + output.evidence.sum()).backward()
    without = [name for name, value in encoder.named_parameters() if value.grad is None]
    assert without == []


def test_config_rebuilds_the_same_encoder(encoder: CNNEncoder) -> None:
    twin = CNNEncoder(**json.loads(json.dumps(encoder.config()))).eval()
    twin.load_state_dict(encoder.state_dict())
    batch = torch.rand(2, 3, 96, 96)
    assert torch.equal(encoder(batch).embedding, twin(batch).embedding)
    other = CNNEncoder(dim=16, size_px=48, channels=[4, 8, 8, 12], depths=[0, 0, 1, 0], dropout=0.0)
    assert CNNEncoder(**json.loads(json.dumps(other.config()))).config() == other.config()


def test_prepare_takes_the_central_square_in_rgb(encoder: CNNEncoder) -> None:
    frame = np.zeros((480, 640, 3), np.uint8)
    frame[:, :80] = (255, 0, 0)  # outside the square
    frame[:, 80:320] = (0, 255, 0)
    frame[:, 320:560] = (0, 0, 51)
    prepared = encoder.prepare(frame)
    assert prepared.shape == (3, 96, 96)
    assert prepared.dtype == torch.float32
    assert prepared[0].max() == 0
    assert torch.equal(prepared[1, :, :48], torch.ones(96, 48))
    assert torch.allclose(prepared[2, :, 48:], torch.full((96, 48), 0.2))


def test_prepare_averages_when_shrinking_and_copies_at_equal_size(encoder: CNNEncoder) -> None:
    stripes = np.zeros((192, 192, 3), np.uint8)
    stripes[::2] = 254
    assert torch.allclose(encoder.prepare(stripes), torch.full((3, 96, 96), 127 / 255))
    same = np.full((96, 96, 3), 7, np.uint8)
    prepared = encoder.prepare(same)
    same[:] = 0
    assert torch.allclose(prepared, torch.full((3, 96, 96), 7 / 255))


def test_prepare_enlarges_a_small_portrait_and_reads_a_frozen_array(encoder: CNNEncoder) -> None:
    small = np.full((40, 20, 3), 128, np.uint8)
    small.flags.writeable = False
    assert encoder.prepare(small).shape == (3, 96, 96)


@pytest.mark.parametrize(
    "raw",
    [
        np.zeros((480, 640), np.uint8),
        np.zeros((480, 640, 4), np.uint8),
        np.zeros((480, 640, 3), np.float32),
        np.zeros((0, 640, 3), np.uint8),
    ],
)
def test_prepare_refuses_what_is_no_rgb_picture(encoder: CNNEncoder, raw: np.ndarray) -> None:
    with pytest.raises(ValueError, match="uint8"):
        encoder.prepare(raw)


def test_forward_refuses_another_size(encoder: CNNEncoder) -> None:
    with pytest.raises(ValueError, match="batch"):
        encoder(torch.rand(1, 3, 48, 48))


@pytest.mark.parametrize(
    "arguments",
    [
        {"dim": 0},
        {"size_px": 100},
        {"channels": (8, 8, 8)},
        {"channels": (8, 8, 8, 0)},
        {"depths": (0, 0, 0, -1)},
        {"dropout": 1.0},
    ],
)
def test_constructor_refuses_values_out_of_range(arguments: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"must|needed"):
        CNNEncoder(**arguments)  # type: ignore[arg-type]


def test_room_light_hardly_changes_the_embedding(encoder: CNNEncoder) -> None:
    picture = torch.rand(1, 3, 96, 96)
    bright, dim = encoder(picture).embedding, encoder(picture * 0.5).embedding
    inverted = encoder(1 - picture).embedding
    assert (bright - dim).norm() < 0.5 * (bright - inverted).norm()


def test_a_flat_picture_gives_finite_values(encoder: CNNEncoder) -> None:
    for level in (0.0, 0.5, 1.0):
        output = encoder(torch.full((1, 3, 96, 96), level))
        assert output.evidence is not None
        assert torch.isfinite(output.embedding).all()
        assert torch.isfinite(output.evidence).all()


def test_the_model_is_small_enough_for_live_use(encoder: CNNEncoder) -> None:
    assert sum(value.numel() for value in encoder.parameters()) <= 1_500_000
