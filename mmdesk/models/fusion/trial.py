"""Whether a fusion method does what `Fusion` promises: tried on every plug-in's before it is used."""

from __future__ import annotations

import itertools

import torch
from torch import Tensor

from mmdesk.models.fusion.base import Fusion, FusionOutput

_SIZES = ((1, 8, 2), (2, 16, 3), (3, 64, 4))
_CLOSE = 1e-4
_PARTS_OF_ONE = ("uncertainty", "joint_uncertainty", "conflict")


def check_fusion(_name: str, found: object) -> None:
    """Try a class in small sizes, with fresh weights.

    Raises:
        ValueError: With half a sentence about the first promise that it does not keep.
    """
    if not (isinstance(found, type) and issubclass(found, Fusion)):
        raise ValueError("it is no subclass of mmdesk.models.fusion.base.Fusion")
    # Without touching what the program's own draws depend on.
    with torch.random.fork_rng(devices=[]), torch.device("cpu"):
        torch.manual_seed(0)
        tried = [_refused(found, sizes) for sizes in _SIZES]
    if all(tried):
        raise ValueError(f"it refuses every size ({tried[-1]})")


def _refused(kind: type[Fusion], sizes: tuple[int, int, int]) -> str:
    """Return why a class does not come in a size, "" where it does, and does what it should."""
    try:
        fusion = kind(*sizes)
    except ValueError as error:  # it may: a transformer's heads must share the length evenly
        return str(error) or "no reason given"
    options = fusion.config()
    again = kind(*sizes, **options)  # type: ignore[arg-type]
    if again.config() != options:
        raise ValueError("config() does not rebuild it: the rebuilt one's is another")
    with torch.device("meta"):
        kept = {name: tensor.shape for name, tensor in kind(*sizes, **options).state_dict().items()}  # type: ignore[arg-type]
    if kept != {name: tensor.shape for name, tensor in fusion.state_dict().items()}:
        raise ValueError("config() does not rebuild it: the rebuilt one's weights have other shapes")
    check_output(fusion)
    return ""


@torch.inference_mode()
def check_output(fusion: Fusion) -> None:
    """Try a fusion, trained or not, on drawn embeddings and every subset of inputs; leaves it in evaluation mode.

    Raises:
        ValueError: With half a sentence about the first promise that it does not keep.
    """
    fusion.eval()
    count, dim = fusion.modality_count, fusion.dim
    present = torch.tensor([mask for mask in itertools.product((False, True), repeat=count) if any(mask)])  # (B, M)
    draws = torch.Generator().manual_seed(0)
    embeddings = torch.randn(len(present), count, dim, generator=draws)
    output = fusion(embeddings, present)
    _check_shapes(fusion, output, present)
    if output.weights is not None:
        _check_weights(output.weights, present)
    if output.uncertainty is not None and bool((output.uncertainty[~present] != 1).any()):
        raise ValueError("its uncertainty of absent inputs is not exactly 1")
    again = fusion(embeddings.masked_fill(~present.unsqueeze(-1), torch.nan), present)
    if not _close(output.logits, again.logits):
        raise ValueError("what stands at the place of an absent input changes its answer")
    nothing = fusion(torch.zeros(1, count, dim), torch.zeros(1, count, dtype=torch.bool))
    if (nothing.weights is None) != (output.weights is None):
        raise ValueError("it has weights for some inputs and none for others")
    if fusion.weighs:
        if output.weights is None:
            raise ValueError("it says that it weighs and gives no weights")
        given = present / present.sum(dim=1, keepdim=True)
        _check_shapes(fusion, fusion.blend(embeddings, present, given), present)


def _check_shapes(fusion: Fusion, output: object, present: Tensor) -> None:
    batch, count = present.shape
    if not isinstance(output, FusionOutput):
        raise ValueError(f"it returns a {type(output).__name__}, not a FusionOutput")
    wanted: dict[str, tuple[int | None, ...]] = {
        "logits": (batch, fusion.class_count),
        "weights": (batch, count),
        "fused": (batch, None),
        "unimodal": (batch, count, fusion.class_count),
        "uncertainty": (batch, count),
        "joint_uncertainty": (batch,),
        "conflict": (batch,),
    }
    if len({output.uncertainty is None, output.joint_uncertainty is None, output.conflict is None}) > 1:
        raise ValueError("it gives only some of uncertainty, joint_uncertainty and conflict")
    for name, shape in wanted.items():
        value = getattr(output, name)
        if value is None and name not in ("logits", "fused"):
            continue
        if not isinstance(value, Tensor) or not value.is_floating_point():
            raise ValueError(f"its {name} are no float tensor")
        if value.ndim != len(shape) or any(size not in (None, value.shape[axis]) for axis, size in enumerate(shape)):
            expected = ", ".join("F" if size is None else str(size) for size in shape)
            raise ValueError(f"its {name} are of shape {tuple(value.shape)}, not ({expected})")
        if not bool(torch.isfinite(value).all()):
            raise ValueError(f"its {name} hold values that are not finite")
        if name in _PARTS_OF_ONE and bool(((value < 0) | (value > 1)).any()):
            raise ValueError(f"its {name} lies outside 0 to 1")


def _check_weights(weights: Tensor, present: Tensor) -> None:
    if bool((weights[~present] != 0).any()):
        raise ValueError("its weights of absent inputs are not exactly 0")
    if not _close(weights.sum(dim=1), torch.ones(len(weights))):
        raise ValueError("its weights do not sum to 1 over the present inputs")


def _close(one: Tensor, other: Tensor) -> bool:
    return bool(torch.allclose(one, other, rtol=_CLOSE, atol=_CLOSE))  # NaN is close to nothing
