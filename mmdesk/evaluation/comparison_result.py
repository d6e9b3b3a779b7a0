"""What a comparison of fusion methods measured: every method under every condition with every seed, sample by sample.

Named classes are kept for each test sample, because the tests of :mod:`mmdesk.evaluation.comparison_tests` are paired:
all methods of a seed share the encoders, the split and the corrupted inputs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mmdesk.core.inputs import Input
from mmdesk.evaluation.metrics import UNANSWERED, measure, predicted_labels
from mmdesk.evaluation.scores import Scores

CLEAN = "clean"


class Role(StrEnum):
    """What a method stands for in the comparison."""

    FUSION = "fusion"
    LATE = "late"
    UNIMODAL = "unimodal"


@dataclass(frozen=True, slots=True)
class Method:
    """One competitor.

    Attributes:
        kind: Its unique key ("attention_gate", "image_only").
        name: What a reader sees ("attention gate").
        role: Fusion, the late-fusion baseline or a unimodal one.
        parameters: Trainable numbers of the fusion and its heads, encoders left out.
        input: That of a unimodal baseline, otherwise None.
    """

    kind: str
    name: str
    role: Role
    parameters: int
    input: Input | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """How the test inputs were changed.

    Attributes:
        name: Unique, for readers: "clean", "image: occlusion 50 %".
        input: The one that is corrupted; None for none or several.
        description: One sentence on how it is done.
    """

    name: str
    input: Input | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One trained method under one condition.

    Attributes:
        method: `Method.kind`.
        condition: `Condition.name`.
        seed: Training seed.
        scores: On the test samples, without ROC curves and resampled intervals (hundreds of runs would make a file of
            many megabytes, in minutes).
        predicted: (N,) named class of each test sample of that seed, -1 where none was named.
    """

    method: str
    condition: str
    seed: int
    scores: Scores
    predicted: tuple[int, ...]

    @classmethod
    def of(
        cls,
        method: str,
        condition: str,
        seed: int,
        *,
        probabilities: ArrayLike,
        targets: ArrayLike,
        labels: Sequence[str],
    ) -> Run:
        """Measure ``probabilities`` (N, C) against ``targets`` (N,) int64.

        Raises:
            ValueError: As :func:`mmdesk.evaluation.metrics.measure`.
        """
        scores = measure(probabilities, targets, labels, bootstrap=0)
        named = predicted_labels(probabilities)
        return cls(method, condition, seed, replace(scores, roc=()), tuple(int(one) for one in named))

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON values; :meth:`from_json` gives an equal object back."""
        return {**asdict(self), "scores": self.scores.to_json()}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Run:
        """Build the run from what :meth:`to_json` gave.

        Raises:
            KeyError: If a field is missing.
            TypeError: If one is unknown, or of the wrong kind.
            ValueError: If the scores are none.
        """
        fields = {**value, "scores": Scores.from_json(value["scores"]), "predicted": tuple(value["predicted"])}
        return cls(**fields)


@dataclass(frozen=True, slots=True)
class SeedSplit:
    """The samples of one seed, the same for all methods.

    Attributes:
        seed: Of the training, and of the split unless that is fixed.
        fitted: How many samples the training had, those that chose the moment to stop included.
        targets: (N,) true classes of the test samples.
    """

    seed: int
    fitted: int
    targets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TrainingCost:
    """Seconds of wall-clock time that training ``method`` (`Method.kind`) with ``seed`` took, encoders left out."""

    method: str
    seed: int
    seconds: float


@dataclass(frozen=True, slots=True)
class ComparisonResult:
    """The whole comparison; a full grid of methods x conditions x seeds.

    Attributes:
        dataset: Name of the data.
        labels: The C class names.
        methods: In the order in which tables list them.
        conditions: The same.
        splits: One for each seed; what stands under a seed is of its test samples.
        fixed_split: Whether they are one split, so that nothing is known of others.
        runs: One for each (method, condition, seed); given in any order, kept in that of methods, conditions and seeds.
        trainings: Times; may be empty.
        notes: Sentences for the report (encoders, split, settings).

    Raises:
        ValueError: If the grid has holes or doubles, names are not unique, or samples differ in number.
    """

    dataset: str
    labels: tuple[str, ...]
    methods: tuple[Method, ...]
    conditions: tuple[Condition, ...]
    splits: tuple[SeedSplit, ...]
    fixed_split: bool
    runs: tuple[Run, ...]
    trainings: tuple[TrainingCost, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        kinds = [method.kind for method in self.methods]
        names = [condition.name for condition in self.conditions]
        for what, values in (("methods", kinds), ("conditions", names), ("seeds", list(self.seeds))):
            if not values or len(set(values)) != len(values):
                raise ValueError(f"{what} must be unique and at least one, got {values}")
        found = {(run.method, run.condition, run.seed): run for run in self.runs}
        wanted = [(kind, name, seed) for kind in kinds for name in names for seed in self.seeds]
        if len(self.runs) != len(found) or found.keys() != set(wanted):
            odd = sorted(set(wanted) ^ found.keys(), key=str)[:3]
            raise ValueError(f"{len(self.runs)} runs do not fill the grid of {len(wanted)}; first differences: {odd}")
        object.__setattr__(self, "runs", tuple(found[index] for index in wanted))
        if self.fixed_split and len({(split.fitted, split.targets) for split in self.splits}) > 1:
            raise ValueError("the split is said to be fixed, and differs from seed to seed")
        tested = {split.seed: len(split.targets) for split in self.splits}
        for run in self.runs:
            if len(run.predicted) != tested[run.seed]:
                raise ValueError(f"{run.method} predicts {len(run.predicted)} of {tested[run.seed]} samples")
            if run.predicted and not UNANSWERED <= min(run.predicted) <= max(run.predicted) < len(self.labels):
                raise ValueError(f"{run.method} names a class that does not exist")

    @property
    def seeds(self) -> tuple[int, ...]:
        """The S seeds, in the order of `splits`."""
        return tuple(split.seed for split in self.splits)

    @property
    def tested(self) -> int:
        """Mean number of test samples of a seed, rounded."""
        return round(sum(len(split.targets) for split in self.splits) / len(self.splits))

    @property
    def one_split(self) -> bool:
        """Whether all that is known is of one split: a fixed one, or that of a single seed."""
        return self.fixed_split or len(self.splits) == 1

    def method(self, kind: str) -> Method:
        """Return the method of that key.

        Raises:
            KeyError: If there is none.
        """
        return {method.kind: method for method in self.methods}[kind]

    def of_role(self, role: Role) -> tuple[Method, ...]:
        """Return the methods of a role in their order."""
        return tuple(method for method in self.methods if method.role is role)

    def scores(self, method: str, condition: str) -> tuple[Scores, ...]:
        """Return the S scores of a method under a condition in the order of `seeds`."""
        return tuple(run.scores for run in self._cell(method, condition))

    def accuracy(self, method: str, condition: str) -> NDArray[np.float64]:
        """Return the S accuracies of a method under a condition in the order of `seeds`."""
        return np.array([one.accuracy for one in self.scores(method, condition)])

    def correct(self, method: str, condition: str) -> tuple[NDArray[np.bool_], ...]:
        """Return for each of the S seeds (N,): whether the method was right on each of its test samples."""
        cell = self._cell(method, condition)
        return tuple(
            np.array(run.predicted) == np.array(split.targets) for run, split in zip(cell, self.splits, strict=True)
        )

    def _cell(self, method: str, condition: str) -> tuple[Run, ...]:
        """The S runs of a method under a condition; found by its place, as a report asks for every cell many times."""
        row = [one.kind for one in self.methods].index(method)
        column = [one.name for one in self.conditions].index(condition)
        first = (row * len(self.conditions) + column) * len(self.splits)
        return self.runs[first : first + len(self.splits)]

    def training_seconds(self, method: str) -> float | None:
        """Return the mean training time of a method; None when it was not recorded."""
        times = [one.seconds for one in self.trainings if one.method == method]
        return float(np.mean(times)) if times else None

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON values; :meth:`from_json` gives an equal object back."""
        plain = asdict(self)
        plain["methods"] = [{**asdict(one), "input": _column(one.input)} for one in self.methods]
        plain["conditions"] = [{**asdict(one), "input": _column(one.input)} for one in self.conditions]
        plain["runs"] = [run.to_json() for run in self.runs]
        return plain

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> ComparisonResult:
        """Build the result from what :meth:`to_json` gave, before or after a trip through a file.

        Raises:
            ValueError: If a field is missing, unknown or of the wrong kind.
        """
        try:
            fields = dict(value)
            for name in ("labels", "notes"):
                fields[name] = tuple(fields[name])
            fields["methods"] = tuple(
                Method(**{**one, "role": Role(one["role"]), "input": _input(one["input"])}) for one in fields["methods"]
            )
            fields["conditions"] = tuple(
                Condition(**{**one, "input": _input(one["input"])}) for one in fields["conditions"]
            )
            fields["runs"] = tuple(Run.from_json(one) for one in fields["runs"])
            fields["splits"] = tuple(SeedSplit(**{**one, "targets": tuple(one["targets"])}) for one in fields["splits"])
            fields["trainings"] = tuple(TrainingCost(**one) for one in fields["trainings"])
            return cls(**fields)
        except (KeyError, TypeError) as error:
            raise ValueError(f"this is no comparison: {error}") from error


def _column(one: Input | None) -> str | None:
    return None if one is None else one.column


def _input(column: str | None) -> Input | None:
    return None if column is None else Input.of_column(column)
