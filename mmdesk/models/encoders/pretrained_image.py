"""Image encoders over pretrained networks: EfficientNet-Lite0, which is at hand, or any of torchvision's."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from mmdesk.models.backbones.efficientnet_lite import DIM, EfficientNetLite0, pretrained_weights
from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue
from mmdesk.models.encoders.image import central_square
from mmdesk.models.extension_stand_ins import import_torchvision

_CHANNELS = 3
_IMAGENET_MEAN = (0.485, 0.456, 0.406)
_IMAGENET_DEVIATION = (0.229, 0.224, 0.225)
# They give more than one tensor while training, or end in no linear layer.
_UNSUITED = ("googlenet", "inception", "squeezenet")


class _Projection(nn.Module):
    """What is learnt on top of a backbone: norm, dropout, a linear map, norm; and the evidence."""

    def __init__(self, width: int, dim: int, dropout: float, evidence: bool) -> None:
        super().__init__()
        # A layer norm, no batch norm: a batch of one is allowed, and samples stay independent.
        self.enter = nn.LayerNorm(width, elementwise_affine=False)
        self.drop = nn.Dropout(dropout)
        self.project = nn.Linear(width, dim)
        self.norm = nn.LayerNorm(dim)
        self.evidence = nn.Linear(width, 1) if evidence else None

    def forward(self, pooled: Tensor) -> EncoderOutput:
        values = self.drop(self.enter(pooled))
        evidence = None if self.evidence is None else self.evidence(values).squeeze(1)
        return EncoderOutput(self.norm(self.project(values)), evidence)


def _checked(batch: Tensor, size_px: int) -> Tensor:
    if batch.ndim != 4 or tuple(batch.shape[1:]) != (_CHANNELS, size_px, size_px):
        raise ValueError(f"a batch must be (B, 3, {size_px}, {size_px}), got {tuple(batch.shape)}")
    return batch


class EfficientNetLiteEncoder(Encoder):
    """Frozen EfficientNet-Lite0 (ImageNet) → 1280 pooled values → learnt projection.

    The state dict includes the backbone (13.6 MB), so that a checkpoint needs no other file.

    Args:
        dim: Length D of the embedding.
        size_px: Side of the square input, 64 to 512; the backbone was trained with 224.
        dropout: Probability in [0, 1) of dropping a pooled value while training.
        evidence: Whether there is an evidence head.

    Raises:
        ValueError: An argument lies outside its range.
    """

    def __init__(self, dim: int = 64, size_px: int = 224, dropout: float = 0.3, evidence: bool = True) -> None:
        super().__init__()
        if dim < 1 or not 64 <= size_px <= 512 or not 0.0 <= dropout < 1.0:
            raise ValueError(f"need dim >= 1, size_px 64..512, dropout in [0, 1), got {dim}, {size_px}, {dropout}")
        self.dim = dim
        self.size_px = size_px
        self._dropout = dropout
        self.backbone = EfficientNetLite0()
        self.projection = _Projection(DIM, dim, dropout, evidence)

    @classmethod
    def fitted(cls, raws: Iterable[Any], **options: Any) -> Self:
        """Build the encoder with the pretrained backbone; ``raws`` are not read.

        Raises:
            ValueError: The package with the weights is missing, or an option is wrong.
        """
        encoder = super().fitted(raws, **options)
        encoder.backbone.load(pretrained_weights())
        return encoder

    @property
    def frozen_features(self) -> bool:
        """True: the backbone's pooled values are worth keeping."""
        return True

    def frozen_parts(self) -> tuple[nn.Module, ...]:
        """Return the parts of the backbone."""
        return self.backbone.parts()

    def config(self) -> dict[str, JsonValue]:
        """Return the constructor's keyword arguments as JSON values."""
        return {
            "dim": self.dim,
            "size_px": self.size_px,
            "dropout": self._dropout,
            "evidence": self.projection.evidence is not None,
        }

    def prepare(self, raw: NDArray[np.uint8]) -> Tensor:
        """Return the central square of a picture (H, W, 3) uint8 RGB as (3, S, S) float32 in [0, 1].

        Raises:
            ValueError: ``raw`` is not an RGB picture of bytes.
        """
        return central_square(raw, self.size_px)

    def features(self, batch: Tensor) -> Tensor:
        """Turn prepared pictures (B, 3, S, S) into the backbone's pooled values (B, 1280), without gradient."""
        with torch.no_grad():
            pooled: Tensor = self.backbone(_checked(batch, self.size_px))
        return pooled

    def embed(self, features: Tensor) -> EncoderOutput:
        """Encode pooled values (B, 1280)."""
        output: EncoderOutput = self.projection(features)
        return output


class TorchvisionEncoder(Encoder):
    """Any of torchvision's classification networks, without its classifier, and a learnt projection.

    Args:
        dim: Length D of the embedding.
        architecture: Name in ``torchvision.models`` ("resnet18", "convnext_tiny", "vit_b_16" …). Googlenet, Inception
            and SqueezeNet are built otherwise and refused.
        size_px: Side of the square input, 64 to 512.
        frozen: Whether the backbone keeps its weights and statistics; makes sense with pretrained ones only.
        dropout: Probability in [0, 1) of dropping a pooled value while training.
        evidence: Whether there is an evidence head.

    Raises:
        ValueError: An argument lies outside its range, or torchvision has no such network.
    """

    def __init__(
        self,
        dim: int = 64,
        architecture: str = "resnet18",
        size_px: int = 224,
        frozen: bool = False,
        dropout: float = 0.3,
        evidence: bool = True,
    ) -> None:
        super().__init__()
        if dim < 1 or not 64 <= size_px <= 512 or not 0.0 <= dropout < 1.0:
            raise ValueError(f"need dim >= 1, size_px 64..512, dropout in [0, 1), got {dim}, {size_px}, {dropout}")
        self.dim, self.architecture, self.size_px, self.frozen = dim, architecture, size_px, bool(frozen)
        self._dropout = dropout
        self.backbone, self.classifier_name, width = _headless(architecture, size_px)
        if self.frozen:
            self.backbone.requires_grad_(False)
        mean = torch.tensor(_IMAGENET_MEAN).view(1, 3, 1, 1)
        deviation = torch.tensor(_IMAGENET_DEVIATION).view(1, 3, 1, 1)
        self.register_buffer("mean", mean, persistent=False)
        self.register_buffer("deviation", deviation, persistent=False)
        self.projection = _Projection(width, dim, dropout, evidence)

    mean: Tensor
    deviation: Tensor

    @classmethod
    def fitted(cls, raws: Iterable[Any], **options: Any) -> Self:
        """Build the encoder, with pretrained weights where a file is given; ``raws`` are not read.

        Args:
            raws: Unused.
            options: Constructor arguments, and ``weights``: path of a local file with the network's state dict
                (``.pth`` as torchvision publishes them, or ``.safetensors``), or None. With a file the backbone is
                frozen unless ``frozen`` says otherwise; without one it is trained. The path goes into no config.

        Raises:
            ValueError: The file does not fit the network, or an option is wrong, or a random backbone would be frozen.
        """
        weights = options.pop("weights", None)
        options.setdefault("frozen", weights is not None)
        if weights is None and options["frozen"]:
            raise ValueError("a frozen torchvision backbone needs a file of weights")
        encoder = super().fitted(raws, **options)
        if weights is not None:
            _load(encoder.backbone, encoder.classifier_name, Path(weights))
        return encoder

    @property
    def frozen_features(self) -> bool:
        """Whether the backbone is frozen, and its pooled values worth keeping."""
        return self.frozen

    def train(self, mode: bool = True) -> Self:
        """Set the mode; a frozen backbone stays in evaluation mode, with its own batch statistics."""
        super().train(mode)
        if self.frozen:
            self.backbone.eval()
        return self

    def config(self) -> dict[str, JsonValue]:
        """Return the constructor's keyword arguments as JSON values."""
        return {
            "dim": self.dim,
            "architecture": self.architecture,
            "size_px": self.size_px,
            "frozen": self.frozen,
            "dropout": self._dropout,
            "evidence": self.projection.evidence is not None,
        }

    def prepare(self, raw: NDArray[np.uint8]) -> Tensor:
        """Return the central square of a picture (H, W, 3) uint8 RGB as (3, S, S) float32 in [0, 1].

        Raises:
            ValueError: ``raw`` is not an RGB picture of bytes.
        """
        return central_square(raw, self.size_px)

    def features(self, batch: Tensor) -> Tensor:
        """Turn prepared pictures (B, 3, S, S) into pooled values (B, W) if frozen, else leave them as they are."""
        if not self.frozen:
            return batch
        with torch.no_grad():
            return self._pooled(batch)

    def embed(self, features: Tensor) -> EncoderOutput:
        """Encode pooled values (B, W) if frozen, else prepared pictures (B, 3, S, S)."""
        output: EncoderOutput = self.projection(features if self.frozen else self._pooled(features))
        return output

    def _pooled(self, batch: Tensor) -> Tensor:
        pooled: Tensor = self.backbone((_checked(batch, self.size_px) - self.mean) / self.deviation)
        return pooled


def _headless(architecture: str, size_px: int) -> tuple[nn.Module, str, int]:
    """Return a network without its last linear layer, that layer's name, and how many values it read."""
    torchvision = import_torchvision()
    known = torchvision.models.list_models(module=torchvision.models)
    if architecture not in known or str(architecture).startswith(_UNSUITED):
        raise ValueError(f"{architecture!r} is no classification network of torchvision that can be used here")
    options = {"image_size": size_px} if architecture.startswith("vit_") else {}
    network: nn.Module = torchvision.models.get_model(architecture, weights=None, **options)
    name, last = [(name, module) for name, module in network.named_modules() if isinstance(module, nn.Linear)][-1]
    parent, _, leaf = name.rpartition(".")
    setattr(network.get_submodule(parent), leaf, nn.Identity())
    return network, name, last.in_features


def _load(backbone: nn.Module, classifier_name: str, file: Path) -> None:
    """Load a state dict into a network, leaving out its classifier."""
    try:
        if file.suffix == ".safetensors":
            from safetensors.torch import load_file

            tensors = load_file(file)
        else:
            tensors = torch.load(file, map_location="cpu", weights_only=True)
    except Exception as error:  # a torn pickle raises nearly anything
        raise ValueError(f"{file.name} cannot be read as weights: {error}") from error
    if not isinstance(tensors, dict):
        raise ValueError(f"{file.name} holds no state dict")
    kept = {name: tensor for name, tensor in tensors.items() if not name.startswith(f"{classifier_name}.")}
    try:
        backbone.load_state_dict(kept)
    except RuntimeError as error:
        raise ValueError(f"{file.name} does not fit the network: {error}") from error
