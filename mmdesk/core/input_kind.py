"""Kinds of input that plug-ins bring: streams of numbers, from wherever they come."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.modality import MODALITIES
from mmdesk.core.observation import Presence, SignalInput
from mmdesk.core.plugins import INPUTS_GROUP, Registry
from mmdesk.core.source_state import DeviceChoice, SourceState

SignalSink = Callable[[SignalInput], None]
"""Receives the newest stretch of a signal on the source's thread; must return at once."""

MOST_CHANNELS, MOST_MOMENTS = 16, 4_096
_KIND = re.compile(r"[a-z][a-z0-9_]{0,31}")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class InputKind:
    """A kind of input, as the entry points of ``mmdesk.inputs`` give it; their names are the kinds.

    Attributes:
        title: What people call it ("Motion sensor").
        channels: What each of the C numbers of a moment is called, 1 to 16 of them; the plot's legend.
        moments: How many moments T a model looks at: the newest ones live, all of a file in training.
        low: The lowest number that the plot shows.
        high: The highest one.
        open_source: Makes a source, stopped yet, of what the user chose: given the key of a choice or whatever was
            typed in its place, what receives each newest stretch (at most T moments), and what receives its states. It
            is a `mmdesk.sources.base.Source`, most simply a `mmdesk.sources.signal.SignalSource`.
        choices: What is offered to choose from; may be called on any thread.
        suffixes: Ends of the names of its files in a folder of data, in small letters with the point.
        read: Reads such a file: (T, C) float32, finite, at least one moment. Raises `mmdesk.core.errors.MediaError`.
        encoder: The encoder that a model gets unless another is asked for: of "motion.mlp", the part behind the point.
        judge: Whether a fresh stretch holds anything; None where all of them do.
        unit: Of the numbers; may be empty.
    """

    title: str
    channels: tuple[str, ...]
    moments: int
    low: float
    high: float
    open_source: Callable[[str, SignalSink, Callable[[SourceState], None]], Any]
    choices: Callable[[], tuple[DeviceChoice, ...]]
    suffixes: frozenset[str]
    read: Callable[[Path], NDArray[np.float32]]
    encoder: str
    judge: Callable[[SignalInput], Presence] | None = None
    unit: str = ""

    def example(self, moments: int = 0) -> NDArray[np.float32]:
        """Return what may come in, (T, C) float32; T as a model looks at unless given. The same at each call."""
        draws = np.random.default_rng(0)
        return draws.uniform(self.low, self.high, (moments or self.moments, len(self.channels))).astype(np.float32)


def _check(name: str, found: object) -> None:
    if not isinstance(found, InputKind):
        raise ValueError("it is no mmdesk.core.input_kind.InputKind")
    if not _KIND.fullmatch(name) or name in list(MODALITIES):
        raise ValueError("its kind must be up to 32 small letters, digits and _, and none of the program's own")
    if not 1 <= len(found.channels) <= MOST_CHANNELS or not all(isinstance(each, str) for each in found.channels):
        raise ValueError(f"it must have 1 to {MOST_CHANNELS} channels with a name each")
    if not 1 <= found.moments <= MOST_MOMENTS:
        raise ValueError(f"a model must look at 1 to {MOST_MOMENTS:,} moments of it")
    if not -np.inf < found.low < found.high < np.inf:
        raise ValueError("its lowest number must lie below its highest one")
    if not found.suffixes or not all(_SUFFIX.fullmatch(each) for each in found.suffixes):
        raise ValueError("the suffixes of its files must be small letters and digits with a point before them")


INPUT_KINDS: Registry[InputKind] = Registry(INPUTS_GROUP, {}, _check)
"""Kinds of input by name; the program's own (`Modality`) are none of them."""
