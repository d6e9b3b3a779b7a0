"""The ``map.safetensors`` of a checkpoint: training samples' embeddings and where they lie on a map.

Like the weights it is only ever read as safetensors, and everything in it is compared with the model before use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_safetensors
from safetensors.torch import save as save_safetensors
from torch import Tensor

from mmdesk.models.classifier import FusionClassifier

MOST_ROWS = 2_000
"""Each tick is compared with all of them."""

_EMBEDDINGS, _PRESENT, _CLASSES, _LAYOUT = "embeddings", "present", "classes", "layout."
# A float32 that was computed as 1 may come out a little above.
_EDGE = 1.0 + 1e-5


@dataclass(frozen=True, slots=True, eq=False)
class StoredMap:
    """A map as a checkpoint holds it.

    Attributes:
        embeddings: (N, M, D) float16 or float32, columns as the model's inputs; N is 2 to 2,000.
        present: (N, M) bool; each row has something.
        classes: (N,) int64, index into the model's labels.
        layouts: (N, 2) float32 in [-1, 1] for each of the model's fusion methods.
    """

    embeddings: Tensor
    present: Tensor
    classes: Tensor
    layouts: Mapping[str, Tensor]

    def to_bytes(self) -> bytes:
        """Return the content of ``map.safetensors``."""
        tensors = {_EMBEDDINGS: self.embeddings, _PRESENT: self.present, _CLASSES: self.classes}
        tensors |= {_LAYOUT + kind: layout for kind, layout in self.layouts.items()}
        return save_safetensors({name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()})

    def check(self, classifier: FusionClassifier) -> None:
        """Compare the map with the model that it belongs to.

        Raises:
            ValueError: With half a sentence about the first thing that is wrong.
        """
        count = len(self.classes) if self.classes.ndim == 1 else -1
        if self.classes.dtype != torch.int64 or not 2 <= count <= MOST_ROWS:
            found = f"{tuple(self.classes.shape)} {self.classes.dtype}"
            raise ValueError(f"{_CLASSES} must be 2 to {MOST_ROWS} int64, not {found}")
        if int(self.classes.min()) < 0 or int(self.classes.max()) >= len(classifier.labels):
            raise ValueError(f"{_CLASSES} names a class that the model does not have")
        columns, halves = len(classifier.names), (torch.float16, torch.float32)
        _expect(_EMBEDDINGS, self.embeddings, (count, columns, classifier.fusion.dim), halves)
        _expect(_PRESENT, self.present, (count, columns), (torch.bool,))
        if not bool(self.present.any(dim=1).all()):
            raise ValueError(f"{_PRESENT} has a row with nothing in it")
        kinds = set(classifier.fusions())
        if strange := sorted(set(self.layouts) ^ kinds):
            raise ValueError(f"{_LAYOUT + strange[0][:100]} {'is missing' if strange[0] in kinds else 'is foreign'}")
        for kind, layout in self.layouts.items():
            _expect(_LAYOUT + kind, layout, (count, 2), (torch.float32,))
            if float(layout.abs().max()) > _EDGE:
                raise ValueError(f"{_LAYOUT + kind} leaves the map")


def parse_map(content: bytes, classifier: FusionClassifier) -> StoredMap:
    """Read and check the content of a ``map.safetensors``.

    Raises:
        ValueError: With half a sentence about the first thing that is wrong.
    """
    try:
        tensors = load_safetensors(content)
    except (SafetensorError, ValueError, KeyError, RuntimeError) as error:
        raise ValueError(f"it is damaged ({(str(error).splitlines() or [type(error).__name__])[0][:200]})") from error
    wanted = (_EMBEDDINGS, _PRESENT, _CLASSES)
    if missing := [name for name in wanted if name not in tensors]:
        raise ValueError(f"{missing[0]} is missing")
    layouts = {name.removeprefix(_LAYOUT): tensor for name, tensor in tensors.items() if name.startswith(_LAYOUT)}
    layouts = {kind: layout for kind, layout in layouts.items() if kind not in classifier.left_out}
    known = {_LAYOUT + kind for kind in (*layouts, *classifier.left_out)}
    if strange := sorted(tensors.keys() - set(wanted) - known):
        raise ValueError(f"it holds {strange[0][:100]}, which a map does not have")
    stored = StoredMap(tensors[_EMBEDDINGS], tensors[_PRESENT], tensors[_CLASSES], layouts)
    stored.check(classifier)
    return stored


def _expect(name: str, tensor: Tensor, shape: tuple[int, ...], dtypes: tuple[torch.dtype, ...]) -> None:
    if tuple(tensor.shape) != shape or tensor.dtype not in dtypes:
        raise ValueError(f"{name} is {tuple(tensor.shape)} {tensor.dtype}, not {shape} {dtypes[-1]}")
    if tensor.is_floating_point() and not bool(torch.isfinite(tensor).all()):
        raise ValueError(f"{name} holds values that are not finite")
