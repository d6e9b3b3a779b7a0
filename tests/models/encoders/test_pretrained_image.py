"""Encoders over pretrained image networks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file

from mmdesk.models.encoders.pretrained_image import EfficientNetLiteEncoder, TorchvisionEncoder
from mmdesk.models.extension_stand_ins import import_torchvision

SMALL: dict[str, Any] = {"architecture": "resnet18", "size_px": 64, "dim": 4}


def test_efficientnet_keeps_its_statistics_while_training() -> None:
    encoder = EfficientNetLiteEncoder.fitted([], size_px=64, dropout=0.0).train()
    pictures = torch.rand(2, 3, 64, 64)
    before = encoder.features(pictures)
    assert torch.equal(encoder.features(pictures), before)
    assert torch.equal(encoder.eval().features(pictures), before)
    assert before.shape == (2, 1280)


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
def test_a_local_file_of_weights_freezes_the_backbone(suffix: str, tmp_path: Path) -> None:
    torch.manual_seed(0)
    network = import_torchvision().models.resnet18(weights=None).eval()
    file = tmp_path / f"wéights{suffix}"
    state = network.state_dict()
    if suffix == ".pth":
        torch.save(state, file)
    else:
        save_file(state, file)
    encoder = TorchvisionEncoder.fitted([], weights=file, **SMALL).train()
    assert encoder.frozen_features
    assert "weights" not in encoder.config()
    network.fc = torch.nn.Identity()
    pictures = torch.rand(2, 3, 64, 64)
    normal = (pictures - encoder.mean) / encoder.deviation
    torch.testing.assert_close(encoder.features(pictures), network(normal))
    assert not any(parameter.requires_grad for parameter in encoder.backbone.parameters())
    tuned = TorchvisionEncoder.fitted([], weights=file, frozen=False, **SMALL)
    assert not tuned.frozen_features
    assert all(parameter.requires_grad for parameter in tuned.parameters())
    assert torch.equal(tuned.backbone.conv1.weight, state["conv1.weight"])


@pytest.mark.parametrize("content", [b"", b"no weights at all", b"PK\x03\x04"])
def test_a_file_that_is_no_weights_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "bad.pth"
    file.write_bytes(content)
    with pytest.raises(ValueError, match=r"bad\.pth"):
        TorchvisionEncoder.fitted([], weights=file, **SMALL)


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    torch.save(import_torchvision().models.mobilenet_v3_small(weights=None).state_dict(), tmp_path / "other.pth")
    with pytest.raises(ValueError, match=r"other\.pth does not fit"):
        TorchvisionEncoder.fitted([], weights=tmp_path / "other.pth", **SMALL)


def test_a_random_backbone_is_not_frozen() -> None:
    with pytest.raises(ValueError, match="needs a file"):
        TorchvisionEncoder.fitted([], frozen=True, **SMALL)


@pytest.mark.parametrize("architecture", ["os", "inception_v3", "squeezenet1_0", "fasterrcnn_resnet50_fpn", ""])
def test_unsuited_networks_are_refused(architecture: str) -> None:
    with pytest.raises(ValueError, match="no classification network"):
        TorchvisionEncoder(architecture=architecture)


@pytest.mark.parametrize("architecture", ["densenet121", "convnext_tiny", "shufflenet_v2_x0_5", "vit_b_32"])
def test_networks_of_every_build_lose_their_classifier(architecture: str) -> None:
    with torch.device("meta"):
        encoder = TorchvisionEncoder(dim=4, architecture=architecture, size_px=64)
        output = encoder.eval()(torch.rand(2, 3, 64, 64))
    assert output.embedding.shape == (2, 4)


@pytest.mark.parametrize("options", [{"dim": 0}, {"size_px": 32}, {"size_px": 1024}, {"dropout": 1.0}])
def test_impossible_options_are_refused(options: dict[str, Any]) -> None:
    for encoder in (EfficientNetLiteEncoder, TorchvisionEncoder):
        with pytest.raises(ValueError, match="need"):
            encoder(**options)


def test_wrong_shapes_are_refused() -> None:
    encoder = EfficientNetLiteEncoder(size_px=64)
    with pytest.raises(ValueError, match="must be"):
        encoder(torch.zeros(1, 3, 32, 32))
