"""Whether an encoder does what `Encoder` promises: tried on every plug-in's before it is used."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor

from mmdesk.core.input_kind import INPUT_KINDS
from mmdesk.core.modality import Modality
from mmdesk.models.encoders.base import Encoder, EncoderOutput

_DIM = 16
_CLOSE = 1e-4


def examples_of(input_kind: str) -> list[Any]:
    """Return two small raw inputs of a kind, of different sizes: what `Encoder.prepare` takes.

    Raises:
        KeyError: There is no such kind of input.
        PluginError: It is a plug-in's, and cannot be used.
    """
    draws = np.random.default_rng(0)
    match input_kind:
        case Modality.IMAGE:
            return [draws.integers(0, 256, size, np.uint8) for size in ((48, 64, 3), (65, 40, 3))]
        case Modality.AUDIO:
            return [draws.uniform(-0.5, 0.5, count).astype(np.float32) for count in (8_000, 24_000)]
        case Modality.TEXT:
            return ["a few words", "seven"]
    kind = INPUT_KINDS[input_kind]
    return [kind.example(), kind.example(max(1, kind.moments // 2))]


def check_encoder(name: str, found: object) -> None:
    """Try a class, with fresh weights, on examples of its kind of input.

    Raises:
        ValueError: With half a sentence about the first promise that it does not keep.
    """
    kind, point, rest = name.partition(".")
    if not point or not rest:
        raise ValueError('its name must be that of a kind of input and its own, with a point between ("motion.mlp")')
    if not (isinstance(found, type) and issubclass(found, Encoder)):
        raise ValueError("it is no subclass of mmdesk.models.encoders.base.Encoder")
    if kind not in list(Modality) and kind not in INPUT_KINDS:
        raise ValueError(f"there is no kind of input {kind!r}")
    examples = examples_of(kind)
    # Without touching what the program's own draws depend on.
    with torch.random.fork_rng(devices=[]), torch.device("cpu"):
        torch.manual_seed(0)
        encoder = found.fitted(examples, dim=_DIM, evidence=False).eval()
        if encoder.dim != _DIM:
            raise ValueError(f"its dim is {encoder.dim}, not the {_DIM} that was asked for")
        check_encoder_output(encoder, kind)
        arguments: Any = encoder.config()
        again = found(**arguments).eval()
        if again.config() != arguments:
            raise ValueError("config() does not rebuild it: the rebuilt one's is another")
        with torch.device("meta"):
            kept = {key: tensor.shape for key, tensor in found(**arguments).state_dict().items()}
        if kept != {key: tensor.shape for key, tensor in encoder.state_dict().items()}:
            raise ValueError("config() does not rebuild it: the rebuilt one's weights have other shapes")
        again.load_state_dict(encoder.state_dict())
        batch = torch.stack([encoder.prepare(each) for each in examples])
        with torch.inference_mode():
            same = torch.allclose(encoder(batch).embedding, again(batch).embedding, rtol=_CLOSE, atol=_CLOSE)
        if not same:
            raise ValueError("config() and its weights do not make the same encoder again")


@torch.inference_mode()
def check_encoder_output(encoder: Encoder, input_kind: str) -> None:
    """Try an encoder, trained or not, in evaluation mode.

    Raises:
        ValueError: With half a sentence about the first promise that it does not keep.
    """
    encoder.eval()
    prepared = [encoder.prepare(each) for each in examples_of(input_kind)]
    if not all(isinstance(each, Tensor) for each in prepared):
        raise ValueError("prepare gives no tensor")
    if prepared[0].shape != prepared[1].shape:
        raise ValueError(f"prepare gives tensors of shapes {_shape(prepared[0])} and {_shape(prepared[1])}, not of one")
    output = encoder(torch.stack(prepared))
    if not isinstance(output, EncoderOutput):
        raise ValueError(f"it returns a {type(output).__name__}, not an EncoderOutput")
    wanted = {"embedding": (len(prepared), encoder.dim), "evidence": (len(prepared),)}
    for name, shape in wanted.items():
        value = getattr(output, name)
        if value is None and name == "evidence":
            continue
        if not isinstance(value, Tensor) or not value.is_floating_point():
            raise ValueError(f"its {name} is no float tensor")
        if tuple(value.shape) != shape:
            raise ValueError(f"its {name} is of shape {_shape(value)}, not {shape}")
        if not bool(torch.isfinite(value).all()):
            raise ValueError(f"its {name} holds values that are not finite")


def _shape(tensor: Tensor) -> tuple[int, ...]:
    return tuple(tensor.shape)
