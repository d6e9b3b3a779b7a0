"""What is taught: classes and their samples, as frozen values, and the names that classes may have.

A sample holds what was recorded of it, input by input; any input may be missing. Pictures are (H, W, 3) uint8 RGB,
sounds (N,) float32 mono at 16 kHz in [-1, 1], texts not empty. `mmdesk.core.lesson` holds the document that changes.
"""

from __future__ import annotations

import colorsys
import math
import secrets
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.limits import MOST_LABEL_CHARS, label_fault
from mmdesk.core.problem import Problem

Content = NDArray[np.uint8] | NDArray[np.float32] | str
"""What one input of a sample holds: a picture, a sound or a text."""

BACKGROUND = ""
"""The class of background: what stands for "none of these". No taught class has this id."""

MOST_CLASSES = 200
MOST_SAMPLES = 10_000

# The golden section: hues that never come round to one another.
_GOLDEN = 0.618033988749895


@dataclass(frozen=True, slots=True)
class TaughtClass:
    """A class that somebody makes.

    Attributes:
        id: Unique in its lesson, never shown, and the same through every renaming.
        name: As it is shown: composed (NFC), without blanks around it, 1 to 200 characters.
        colour: ``#rrggbb``.
    """

    id: str
    name: str
    colour: str


@dataclass(frozen=True, slots=True, eq=False)
class TaughtSample:
    """One example of a class, or of background.

    Attributes:
        id: Unique in its lesson; letters and digits.
        class_id: Its class; `BACKGROUND` for none of them.
        inputs: What was recorded, by the names of inputs; at least one, and none is changed.
        origin: Where it is from, for people: "live", or the name of a file.
        visitor: Number of the visitor who showed it; see `Lesson.next_visitor`.
        burst: What was recorded in one go has this in common, letters and digits; "" for what was not: a file, say.

    Raises:
        ValueError: Nothing is given, or an array has another type or shape.
    """

    id: str
    class_id: str
    inputs: Mapping[str, Content]
    origin: str = "live"
    visitor: int = 0
    burst: str = ""

    def __post_init__(self) -> None:
        if not self.inputs:
            raise ValueError("a sample holds at least one input")
        for content in self.inputs.values():
            _check(content)
        object.__setattr__(self, "inputs", dict(self.inputs))


def _check(content: Content) -> None:
    if isinstance(content, str):
        if not content.strip():
            raise ValueError("a text is not empty")
        return
    is_picture = content.dtype == np.uint8 and content.ndim == 3 and content.shape[2] == 3
    is_sound = content.dtype == np.float32 and content.ndim == 1
    if not (is_picture or is_sound) or not content.size:
        raise ValueError(f"a picture is (H, W, 3) uint8, a sound (N,) float32, not {content.dtype} {content.shape}")
    content.flags.writeable = False


@dataclass(frozen=True, slots=True)
class LessonState:
    """Everything that is taught at one moment; safe to hand to any thread.

    Attributes:
        classes: In their order.
        samples: In the order in which they were added, background among them.
        inputs: What samples may hold, in the order of the model that is made of them.
    """

    classes: tuple[TaughtClass, ...] = ()
    samples: tuple[TaughtSample, ...] = ()
    inputs: tuple[Input, ...] = DEFAULT_INPUTS

    def class_of(self, class_id: str) -> TaughtClass:
        """Return a class.

        Raises:
            KeyError: There is none of that id.
        """
        for one in self.classes:
            if one.id == class_id:
                return one
        raise KeyError(class_id)

    def of_class(self, class_id: str) -> tuple[TaughtSample, ...]:
        """The samples of a class, or of `BACKGROUND`."""
        return tuple(sample for sample in self.samples if sample.class_id == class_id)

    @property
    def background(self) -> tuple[TaughtSample, ...]:
        """The samples of none of the classes."""
        return self.of_class(BACKGROUND)

    def counts(self, class_id: str) -> dict[str, int]:
        """How many samples of a class hold each input, by its name, in order."""
        samples = self.of_class(class_id)
        return {one.name: sum(one.name in sample.inputs for sample in samples) for one in self.inputs}

    def faults(self) -> tuple[Problem, ...]:
        """Return why no model can be made of this yet; empty when one can.

        A class without samples is in nobody's way: the model is made of the others.
        """
        if not self.classes:
            return (Problem("teach.no_class"),)
        filled = {sample.class_id for sample in self.samples} - {BACKGROUND}
        if len(self.classes) == 1:
            return (Problem("teach.one_class", name=self.classes[0].name),)
        if len(filled) < 2:
            empty = [one.name for one in self.classes if one.id not in filled]
            return tuple(Problem("teach.class_empty", name=name) for name in empty)
        return ()


@dataclass(frozen=True, slots=True)
class TaughtStretch:
    """A stretch of a recorded session that shows a class.

    Attributes:
        begin_s: Its beginning, in seconds from the session's.
        end_s: Its end.
        name: Of the class; empty for background.

    Raises:
        ValueError: It does not end after it begins, or a time is no finite number or negative.
    """

    begin_s: float
    end_s: float
    name: str

    def __post_init__(self) -> None:
        if not 0 <= self.begin_s < self.end_s < math.inf:
            raise ValueError(f"a stretch goes from one time to a later one, not from {self.begin_s} to {self.end_s} s")


def new_id() -> str:
    """Return an id for a class or a sample: 16 random hexadecimal digits."""
    return secrets.token_hex(8)


def class_colour(number: int) -> str:
    """Return ``#rrggbb`` for the class of a number from 0: neighbours differ in hue, every third one is darker."""
    hue = (0.58 + number * _GOLDEN) % 1.0
    lightness = (0.55, 0.42, 0.66)[number % 3]
    channels = colorsys.hls_to_rgb(hue, lightness, 0.62)
    return "#" + "".join(f"{round(255 * value):02x}" for value in channels)


def tidy_name(name: str) -> str:
    """Return a class's name as it is kept: composed, its blanks and line ends one blank each, none around it."""
    kept = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in name)
    return " ".join(unicodedata.normalize("NFC", kept).split())


def name_fault(name: str, others: Iterable[str] = ()) -> Problem | None:
    """Return why a class cannot have a name; None where it can.

    Args:
        name: As it was typed; `tidy_name` of it is what counts.
        others: Names of the other classes. One that differs by case, or by how its letters are composed, is the same.
    """
    tidy = tidy_name(name)
    if not any(unicodedata.category(letter)[0] not in "CZ" for letter in tidy):
        return Problem("teach.name_empty")
    if len(tidy) > MOST_LABEL_CHARS:
        return Problem("teach.name_long", found=len(tidy), most=MOST_LABEL_CHARS)
    if label_fault(tidy) is not None:
        return Problem("teach.name_letters")
    twin = next((other for other in others if same_name(other, tidy)), None)
    return None if twin is None else Problem("teach.name_taken", name=twin)


def same_name(one: str, other: str) -> bool:
    """Return whether two names are one: case, and how letters are composed, make no difference."""
    return _key(tidy_name(one)) == _key(tidy_name(other))


def _key(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return unicodedata.normalize("NFKC", "".join(each for each in folded if unicodedata.category(each) != "Cf"))
