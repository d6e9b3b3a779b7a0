"""What a model takes: inputs with a name and a kind, any number from 1 to ``MOST_INPUTS``.

A model's inputs stand in an order of its own: that of its weight columns, colours and panels. What is special to a
kind (how to draw it, perturb it, explain it) is looked up by the kind; nothing is looked up by a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mmdesk.core.modality import Modality

MOST_INPUTS = 5
"""How many inputs a model may have: their subsets are all evaluated at each tick, 2 to the power of it."""

_KIND = re.compile(r"[a-z][a-z0-9_]{0,31}")
# No point and no slash: names stand in those of tensors, columns and files.
_NAME = re.compile(r"\w(?:[\w -]{0,38}\w)?")


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a model.

    Attributes:
        name: What it is called, unique within a model: 1 to 40 letters, digits, blanks, ``-`` and ``_``. The only input
            of a kind is mostly called after its kind.
        kind: One of `Modality`, or that of a plug-in: small letters, digits and ``_``.

    Raises:
        ValueError: For another name or kind.
    """

    name: str
    kind: str

    def __post_init__(self) -> None:
        if not _KIND.fullmatch(self.kind):
            raise ValueError(f"a kind of input has small letters, digits and _, not {self.kind!r}")
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"an input's name has 1 to 40 letters, digits, blanks, - and _, not {self.name!r}")

    @property
    def column(self) -> str:
        """Its column in tables and its prefix among tensors: ``image``, or ``image:front`` for one called front."""
        return self.kind if self.name == self.kind else f"{self.kind}:{self.name}"

    @classmethod
    def of_column(cls, column: str) -> Input:
        """Return the input whose column this is: ``image``, or ``image:front``.

        Raises:
            ValueError: It is no such column.
        """
        kind, colon, name = column.partition(":")
        return cls(name if colon else kind, kind)

    @property
    def title(self) -> str:
        """Its name as fields of problems hold it: that of an input called after its kind is translated."""
        return Modality(self.name) if self in DEFAULT_INPUTS else self.name


DEFAULT_INPUTS: tuple[Input, ...] = tuple(Input(kind.value, kind.value) for kind in Modality)
"""What a window shows before it has a model, and the order of kinds."""


def in_order(inputs: Iterable[Input]) -> tuple[Input, ...]:
    """Return the inputs of a data set in the order that a model trained on it has.

    Kinds stand in the order of `DEFAULT_INPUTS`, those of plug-ins after them; inputs of one kind as they are given.
    """
    kinds = [one.kind for one in DEFAULT_INPUTS]
    return tuple(sorted(inputs, key=lambda one: kinds.index(one.kind) if one.kind in kinds else len(kinds)))


def misfits(given: Iterable[Input], known: Sequence[Input]) -> tuple[Input, ...]:
    """Return those of a table's inputs that a model seems meant to take and does not.

    Either the model has an input of that name and another kind; or it takes inputs of that kind, and none of those that
    are given. What a model takes nothing of is simply left out, and no misfit.
    """
    given = tuple(given)
    names = {one.name: one for one in known}
    fitting = {one.kind for one in given if one in known}
    kinds = {one.kind for one in known} - fitting
    return tuple(one for one in given if one not in known and (one.name in names or one.kind in kinds))


def inputs_fault(inputs: Iterable[Input]) -> str:
    """Return what is wrong with a model's inputs, as a phrase; empty if nothing is."""
    names = [each.name for each in inputs]
    if not 1 <= len(names) <= MOST_INPUTS:
        return f"a model has 1 to {MOST_INPUTS} inputs, not {len(names)}"
    twice = next((name for name in names if names.count(name) > 1), None)
    return "" if twice is None else f"two inputs are called {twice!r}"


class Slot(NamedTuple):
    """Where an input's source stands: the first camera, the second camera; whatever a model calls its inputs.

    Attributes:
        kind: The input's kind.
        number: Its place among the model's inputs of that kind, from 0.
    """

    kind: str
    number: int = 0


def slots_of(inputs: Iterable[Input]) -> dict[Slot, Input]:
    """Return a model's inputs by slot, in its order."""
    found: dict[Slot, Input] = {}
    for one in inputs:
        found[Slot(one.kind, sum(slot.kind == one.kind for slot in found))] = one
    return found


def stream_of(slot: Slot) -> str:
    """Return what a recording calls the stream of an input: ``image``, ``image-2`` for the second camera."""
    return slot.kind if slot.number == 0 else f"{slot.kind}-{slot.number + 1}"
