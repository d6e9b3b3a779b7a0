"""Backbones whose weights the program already has, and a checkpoint need not carry."""

from __future__ import annotations

from functools import partial
from typing import Any

from torch import Tensor, nn


def leave_out(owner: nn.Module, child: str) -> None:
    """Leave a frozen part out of its owner's state dict; loading one keeps the part as it is.

    The owner's constructor must fill the part with its weights, or a model that is opened would hold others.

    Args:
        owner: The module whose state dict is meant, wherever it stands in a larger one.
        child: Name of the part among the owner's own.

    Raises:
        AttributeError: If the owner has no such part.
    """
    owner.get_submodule(child)
    owner.register_state_dict_post_hook(partial(_drop, child))  # type: ignore[no-untyped-call]
    owner.register_load_state_dict_pre_hook(partial(_put_back, child))  # type: ignore[no-untyped-call]


def _drop(child: str, _owner: nn.Module, state: dict[str, Any], prefix: str, _metadata: Any) -> None:
    for name in [name for name in state if name.startswith(f"{prefix}{child}.")]:
        del state[name]


def _put_back(child: str, owner: nn.Module, state: dict[str, Any], prefix: str, *_rest: Any) -> None:
    own: dict[str, Tensor] = owner.get_submodule(child).state_dict()
    for name, tensor in own.items():
        state.setdefault(f"{prefix}{child}.{name}", tensor)


def is_without_memory(module: nn.Module) -> bool:
    """Whether a module was built on the device "meta", as a checkpoint is measured before it is opened."""
    return any(tensor.is_meta for tensor in module.state_dict().values())
