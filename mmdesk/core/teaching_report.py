"""What is told of a taught model: how good it is and how that was measured, what it confuses, what each class needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mmdesk.core.problem import Problem
from mmdesk.core.shares import share_interval


class Light(StrEnum):
    """What a class needs."""

    ENOUGH = "enough"
    THIN = "thin"
    CONTRADICTORY = "contradictory"


@dataclass(frozen=True, slots=True)
class HeldOut:
    """How many samples a model got right that it had not been trained on.

    Attributes:
        right: Of these it was right.
        total: Samples that were asked.
        low: Lower end of the 95 % interval of the share (Wilson).
        high: Upper end.
    """

    right: int
    total: int
    low: float
    high: float

    @classmethod
    def of(cls, right: int, total: int) -> HeldOut:
        """Count so many right, with the interval."""
        interval = share_interval(right, total)
        return cls(right, total, interval.low, interval.high)

    @property
    def share(self) -> float:
        """In [0, 1]; 0 where nothing was asked."""
        return self.right / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Confusion:
    """Held-out samples of one class that were taken for another.

    Attributes:
        class_id: What they are.
        taken_for: The class that was said.
        count: How many.
    """

    class_id: str
    taken_for: str
    count: int


@dataclass(frozen=True, slots=True)
class OpenSetFigures:
    """What a rule for "none of these" did on samples that it was not made of.

    Attributes:
        known: Held-out samples of taught classes that hold the input.
        refused: Those of them that were refused.
        unknown: Background samples that hold it, and held-out samples of classes that were left out.
        claimed: Those of them that were claimed all the same.
    """

    known: int
    refused: int
    unknown: int
    claimed: int


@dataclass(frozen=True, slots=True)
class ClassReport:
    """One class.

    Attributes:
        class_id: Which.
        light: What it needs.
        advice: The sentence beside the light.
        held_out: Of its own samples; None where none could be held out.
    """

    class_id: str
    light: Light
    advice: Problem
    held_out: HeldOut | None = None


class SampleFault(StrEnum):
    """Why nothing can be learnt of an input of a sample."""

    DARK = "dark"
    BLANK = "blank"
    SILENT = "silent"
    SHORT = "short"
    NO_WORD = "no word"
    UNUSABLE = "unusable"

    def problem(self, name: str, number: int) -> Problem:
        """Say it of the sample of a number, from 1, of the class of a name."""
        match self:
            case SampleFault.DARK:
                return Problem("teach.sample.dark", name=name, number=number)
            case SampleFault.BLANK:
                return Problem("teach.sample.blank", name=name, number=number)
            case SampleFault.SILENT:
                return Problem("teach.sample.silent", name=name, number=number)
            case SampleFault.SHORT:
                return Problem("teach.sample.short", name=name, number=number)
            case SampleFault.NO_WORD:
                return Problem("teach.sample.no_word", name=name, number=number)
            case SampleFault.UNUSABLE:
                return Problem("teach.sample.unusable", name=name, number=number)


@dataclass(frozen=True, slots=True)
class SampleNote:
    """A sample of which an input could not be used.

    Attributes:
        sample_id: Which.
        input_name: Which input of it.
        fault: Why: a black picture, a silent sound.
    """

    sample_id: str
    input_name: str
    fault: SampleFault


@dataclass(frozen=True, slots=True)
class TeachingReport:
    """What is known of a taught model.

    Attributes:
        revision: The lesson's when it was trained.
        measured: "leave_one_out", "k_fold" or "none", where no class has two samples.
        folds: How many models were made to measure it.
        fusion: Kind of the method that answers, which `fused` is of.
        fused: With everything that a sample holds; None where nothing was measured.
        inputs: With one input alone, by name, among the samples that hold it, in the order of the model.
        fusions: Every method by kind, as `fused`.
        classes: Each class of the lesson, in its order.
        confusions: The commonest first.
        advice: The sentence about the whole.
        open_set: By the input's name, and "fused" for all together.
        notes: Samples with an input that could not be used.
        seconds: Of "embedding", "training", "measuring", "saving" and "all".
    """

    revision: int
    measured: str
    folds: int
    fusion: str
    fused: HeldOut | None
    inputs: Mapping[str, HeldOut]
    fusions: Mapping[str, HeldOut]
    classes: tuple[ClassReport, ...]
    confusions: tuple[Confusion, ...]
    advice: Problem
    open_set: Mapping[str, OpenSetFigures] = field(default_factory=dict)
    notes: tuple[SampleNote, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)

    @property
    def notes_by_sample(self) -> dict[str, list[SampleNote]]:
        """The notes on each sample that has any, by its id."""
        found: dict[str, list[SampleNote]] = {}
        for note in self.notes:
            found.setdefault(note.sample_id, []).append(note)
        return found


@dataclass(frozen=True, slots=True)
class TeachingOutcome:
    """What the teaching process answers to one state of a lesson.

    Attributes:
        revision: The lesson's.
        model: The checkpoint that was written; "" where none could be made.
        report: What is known of it; None with a problem, and until it has been measured.
        problem: Why there is no model; None when there is one.
        trained: Whether a model was trained, and not only its names changed.
        whole: Whether it has every method and was measured; else one that is follows, unless a newer lesson comes.
    """

    revision: int
    model: str = ""
    report: TeachingReport | None = None
    problem: Problem | None = None
    trained: bool = True
    whole: bool = True
