"""Encoders that a checkpoint folder borrows from the one beside it, so that models on the same encoders ship them once.

``config.json`` then has an entry ``borrowed``: for each such input, by its name, the folder beside (``model``), the
column that the encoder has there (``column``) and the SHA-256 of its weights. The weights themselves are left out of
``model.safetensors``. Only the encoder is bound: the lender's fusions may be trained anew. A single file borrows
nothing, and what is borrowed is not lent on.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

from mmdesk.core.errors import CheckpointError
from mmdesk.core.inputs import Input
from mmdesk.core.problem import Problem

# One step to the side and none up or down: no point, slash, backslash or colon.
_FOLDER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FIELDS = ("model", "column", "sha256")


class Borrowed(NamedTuple):
    """Where the weights of an encoder lie.

    Attributes:
        model: Name of the checkpoint folder beside the borrower's.
        column: The encoder's `Input.column` in that model.
        sha256: Of its weights (`weights_hash`), in hexadecimal digits.
    """

    model: str
    column: str
    sha256: str


def parse_borrowed(value: object, inputs: Collection[Input]) -> dict[Input, Borrowed]:
    """Validate the entry ``borrowed`` of a ``config.json``.

    Raises:
        ValueError: With one sentence about what is wrong.
    """
    by_name = {one.name: one for one in inputs}
    if not isinstance(value, dict) or not set(value) <= set(by_name):
        raise ValueError('"borrowed" must map inputs of the model to encoders of another')
    return {by_name[name]: _borrowed(entry) for name, entry in value.items()}


def _borrowed(entry: object) -> Borrowed:
    if not isinstance(entry, dict) or set(entry) != set(_FIELDS) or not all(isinstance(entry[f], str) for f in _FIELDS):
        raise ValueError(f'"borrowed" must have the texts {", ".join(_FIELDS)} for each input')
    found = Borrowed(**entry)
    if not _FOLDER.fullmatch(found.model):
        raise ValueError('"borrowed" must name a folder beside the model, in letters, digits, - and _')
    if not _SHA256.fullmatch(found.sha256):
        raise ValueError('"borrowed" must have a SHA-256 of 64 hexadecimal digits')
    try:
        Input.of_column(found.column)
    except ValueError as error:
        raise ValueError(f'"borrowed": {error}') from error
    return found


def borrowed_to_json(borrowed: Mapping[Input, Borrowed]) -> dict[str, dict[str, str]]:
    """Return what `parse_borrowed` reads."""
    return {one.name: each._asdict() for one, each in borrowed.items()}


def prefix_of(column: str) -> str:
    """Return how the names of an encoder's weights begin in a checkpoint."""
    return f"encoders.{column}."


def _weights_of(column: str, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return an encoder's weights by their names within it."""
    start = prefix_of(column)
    return {name.removeprefix(start): tensor for name, tensor in tensors.items() if name.startswith(start)}


def weights_hash(weights: Mapping[str, Tensor]) -> str:
    """Return the SHA-256 of tensors: of their names in order, types, shapes and bytes (little-endian)."""
    digest = hashlib.sha256()
    for name in sorted(weights):
        tensor = weights[name].detach().cpu().contiguous()
        heading = f"{name} {tensor.dtype} {tuple(tensor.shape)}\n".encode()
        digest.update(heading)
        digest.update(tensor.reshape(-1).view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()


def lend(
    borrower: Path,
    lenders: Mapping[Input, str],
    tensors: Mapping[str, Tensor],
    read: Callable[[Path], dict[str, Tensor]],
) -> dict[Input, Borrowed]:
    """Find a model's encoders in the folder beside it, before they are left out of its own file.

    Args:
        borrower: Where the model goes.
        lenders: Name of the folder beside, by input; the encoder has the same column there.
        tensors: All weights of the model.
        read: Returns all weights of a checkpoint.

    Raises:
        CheckpointError: A lender cannot be read, or its encoder is another.
        ValueError: A lender's name is none of a folder beside.
    """
    found = {}
    for one, model in lenders.items():
        entry = Borrowed(model, one.column, weights_hash(_weights_of(one.column, tensors)))
        found[one] = _borrowed(entry._asdict())
    _weights(borrower, found, read)
    return found


def borrow(
    borrower: Path, borrowed: Mapping[Input, Borrowed], read: Callable[[Path], dict[str, Tensor]]
) -> dict[str, Tensor]:
    """Return the weights that a checkpoint borrows, under their names in it.

    Args:
        borrower: The checkpoint's folder.
        borrowed: What it says about them.
        read: Returns all weights of a checkpoint.

    Raises:
        CheckpointError: The checkpoint is a single file, a lender is not there or cannot be read, or its encoder is
            another than the one that was lent.
    """
    if borrowed and not borrower.is_dir():
        raise CheckpointError(Problem("checkpoint.borrowed.single_file", name=borrower.name))
    return _weights(borrower, borrowed, read)


def _weights(
    borrower: Path, borrowed: Mapping[Input, Borrowed], read: Callable[[Path], dict[str, Tensor]]
) -> dict[str, Tensor]:
    lent: dict[str, dict[str, Tensor]] = {}
    found: dict[str, Tensor] = {}
    for one, each in borrowed.items():
        if each.model not in lent:
            # Not resolved: a model that is a link to a folder elsewhere has its lender beside the link.
            lender = borrower.absolute().parent / each.model
            if not lender.is_dir():
                raise CheckpointError(Problem("checkpoint.borrowed.missing", name=borrower.name, lender=each.model))
            lent[each.model] = read(lender)
        weights = _weights_of(each.column, lent[each.model])
        if weights_hash(weights) != each.sha256:
            raise CheckpointError(
                Problem("checkpoint.borrowed.changed", name=borrower.name, lender=each.model, input=one.title)
            )
        found |= {prefix_of(one.column) + name: tensor for name, tensor in weights.items()}
    return found
