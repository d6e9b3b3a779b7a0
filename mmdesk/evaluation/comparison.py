"""Train every fusion method on the same encoders and splits, several times, and measure all of them alike."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import torch

import mmdesk
from mmdesk.core.errors import TrainingError
from mmdesk.core.inputs import Input
from mmdesk.core.problem import Problem
from mmdesk.core.training_progress import TrainingProgress
from mmdesk.core.training_settings import TrainingSettings
from mmdesk.evaluation.comparison_result import (
    ComparisonResult,
    Method,
    Role,
    SeedSplit,
    TrainingCost,
)
from mmdesk.evaluation.comparison_tasks import (
    EncoderTask,
    FeatureKey,
    MethodResult,
    MethodTask,
    SeedPlan,
    SharedInputs,
    share_inputs,
    train_method,
)
from mmdesk.evaluation.comparison_workers import Workers
from mmdesk.evaluation.corruptions import conditions_of
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.fusion import FUSIONS
from mmdesk.training.columns import StoredColumn
from mmdesk.training.dataset import Dataset
from mmdesk.training.loop import Cancelled, Listeners
from mmdesk.training.run import run_identity
from mmdesk.training.splits import Splits
from mmdesk.training.state import RunFolder

T = TypeVar("T")

LATE, UNIMODAL = "late", "unimodal"

OnRun = Callable[[str, int, float], None]
"""Told a method, a seed and the clean test accuracy as soon as it is known."""


@dataclass(frozen=True, slots=True)
class Competitor:
    """A method and the options that make it."""

    method: str
    kind: str
    options: Mapping[str, Any]
    role: Role
    input: Input | None = None


def competitors(fusions: Iterable[str], inputs: Sequence[Input]) -> tuple[Competitor, ...]:
    """Return the fusion methods asked for, late fusion, and each input alone.

    Raises:
        ValueError: If a method is unknown.
    """
    chosen = list(dict.fromkeys(fusions))
    if unknown := [kind for kind in chosen if kind not in FUSIONS]:
        raise ValueError(f"there is no fusion method {unknown[0]!r}")
    for kind in chosen:
        FUSIONS[kind]  # a plug-in that cannot be used is told before anything trains
    methods = [Competitor(kind, kind, {}, Role.FUSION) for kind in chosen if kind not in (LATE, UNIMODAL)]
    methods.append(Competitor(LATE, LATE, {}, Role.LATE))
    methods += [
        Competitor(f"{one.name}_only", UNIMODAL, {"column": column}, Role.UNIMODAL, one)
        for column, one in enumerate(inputs)
    ]
    return tuple(methods)


class Comparison:
    """One comparison: for each seed the encoders once, then every method on them.

    Every finished task is kept in a folder until `forget` is called. A comparison of the same data and settings takes
    up what it finds there, however it ended and wherever its tasks run.

    Args:
        dataset: The data.
        splits: One for each seed, shared by all methods; or a single one that all seeds share.
        settings: How to train; the seed in them is replaced.
        fusions: Kinds of fusion; the baselines are added.
        seeds: Of training, at least one. Encoders are trained anew with each, unless given.
        device: Where.
        folder: Where finished tasks are kept.
        encoders: Finished encoders to use in place of training them.
        listeners: Told how training goes: step by step where the tasks run on this thread, otherwise task by task.

    Raises:
        ValueError: If a method is unknown, there is nothing to test on, or splits and seeds differ in number.
        TrainingError: If the folder cannot be made, or holds something else.
    """

    def __init__(  # noqa: PLR0913 - all that makes two comparisons the same
        self,
        dataset: Dataset,
        splits: Sequence[Splits] | Splits,
        settings: TrainingSettings,
        *,
        fusions: Iterable[str],
        seeds: Sequence[int],
        device: torch.device,
        folder: Path,
        encoders: Mapping[Input, Encoder] | None = None,
        listeners: Listeners | None = None,
    ) -> None:
        self._fixed = isinstance(splits, Splits)
        each = [splits] * len(seeds) if isinstance(splits, Splits) else list(splits)
        if len(each) != len(seeds):
            raise ValueError(f"{len(each)} splits do not fit {len(seeds)} seeds")
        if not all(split.test for split in each):
            raise ValueError(f"{dataset.name} leaves no sample to test on")
        self._dataset, self._given = dataset, encoders
        self._plans = {
            seed: SeedPlan(dataset, split, replace(settings, seed=seed), device)
            for seed, split in zip(seeds, each, strict=True)
        }
        self._listeners = Listeners() if listeners is None else listeners
        inputs = tuple(settings.encoders)
        self._competitors = competitors(fusions, inputs)
        self._conditions = conditions_of(inputs)
        identity = _identity(dataset, each, settings, device, encoders)
        self._folder = RunFolder(folder, {**identity, "seeds": list(seeds)})
        self._results: dict[tuple[str, int], MethodResult] = {}
        for seed in self._plans:
            for one in self._competitors:
                found = self._folder.read(_part(one.method, seed), MethodResult.from_document)
                if found is not None:
                    self._results[one.method, seed] = found

    @property
    def finished(self) -> int:
        """How many trainings of methods are finished."""
        return len(self._results)

    @property
    def count(self) -> int:
        """How many there are in all."""
        return len(self._plans) * len(self._competitors)

    def run(self, workers: Workers, notes: Sequence[str] = (), on_run: OnRun | None = None) -> ComparisonResult:
        """Train and measure everything that is not finished.

        Args:
            workers: Where; entered by the caller.
            notes: Sentences for the report.
            on_run: Told every new result on the clean test samples, in the order in which they come.

        Raises:
            Cancelled: If a listener asked for it.
            MediaError: If a file cannot be read.
            TrainingError: If a task or its workers failed, or what is finished cannot be kept.
        """
        self._share_inputs(workers)
        left = self.count - self.finished
        train = partial(train_method, listeners=self._listeners) if workers.in_process else train_method
        for result in self._reported("methods", left, workers, workers.results(train, self._method_tasks())):
            self._folder.write(_part(result.method, result.seed), result.to_document())
            self._results[result.method, result.seed] = result
            if on_run is not None:
                on_run(result.method, result.seed, result.runs[0].scores.accuracy)
        return self._result(notes)

    def forget(self) -> None:
        """Remove what is kept.

        Raises:
            TrainingError: If it cannot be removed.
        """
        self._folder.remove()

    # ---- encoders ----

    def _sharing_seed(self, seed: int) -> int:
        """Whose encoders a seed takes: its own, unless finished ones and a fixed split make them all alike."""
        return next(iter(self._plans)) if self._fixed and self._given is not None else seed

    def _shared(self, seed: int) -> SharedInputs | None:
        return self._folder.read(_part("encoders", seed), SharedInputs.from_document)

    def _share_inputs(self, workers: Workers) -> None:
        """Finish every encoder task that a method still waits for."""
        wanted = dict.fromkeys(self._sharing_seed(seed) for seed, _ in self._unfinished())
        seeds = [seed for seed in wanted if self._shared(seed) is None]
        first = next(iter(self._plans))
        features: Mapping[FeatureKey, StoredColumn] = {}
        if self._fixed and self._given is None:
            # All seeds take the frozen features of the first one, so it goes before the others.
            if first in seeds:
                self._run_encoders(workers, [first], features)
                seeds.remove(first)
            if seeds and (shared := self._shared(first)) is not None:
                features = shared.features
        self._run_encoders(workers, seeds, features)

    def _run_encoders(
        self, workers: Workers, seeds: Sequence[int], features: Mapping[FeatureKey, StoredColumn]
    ) -> None:
        first = next(iter(self._plans))
        tasks = (
            EncoderTask(
                self._plans[seed],
                self._given,
                features,
                first if self._fixed else seed,
                hands_on=self._fixed and seed == first,
                shared_by=workers.count,
            )
            for seed in seeds
        )
        share = partial(share_inputs, listeners=self._listeners) if workers.in_process else share_inputs
        for seed, shared in self._reported("encoders", len(seeds), workers, workers.results(share, tasks)):
            self._folder.write(_part("encoders", seed), shared.to_document())

    # ---- methods ----

    def _unfinished(self) -> Iterator[tuple[int, Competitor]]:
        for seed in self._plans:
            for one in self._competitors:
                if (one.method, seed) not in self._results:
                    yield seed, one

    def _method_tasks(self) -> Iterator[MethodTask]:
        """The tasks, read from the folder seed by seed, so that not all seeds are in memory at once."""
        read: tuple[int, SharedInputs] | None = None
        for seed, one in tuple(self._unfinished()):
            sharing = self._sharing_seed(seed)
            if read is None or read[0] != sharing:
                shared = self._shared(sharing)
                if shared is None:
                    raise TrainingError(Problem("comparison.removed", path=self._folder.path))
                read = sharing, replace(shared, features={})
            yield MethodTask(self._plans[seed], one.method, one.kind, one.options, read[1])

    def _reported(self, stage: str, count: int, workers: Workers, results: Iterator[T]) -> Iterator[T]:
        """Pass results on, and tell of the progress where the tasks do not do so themselves."""
        for done, result in enumerate(results, 1):
            yield result
            if self._listeners.cancelled():
                raise Cancelled
            if not workers.in_process:
                self._listeners.on_progress(TrainingProgress(stage, done / count))

    def _result(self, notes: Sequence[str]) -> ComparisonResult:
        results = [self._results[one.method, seed] for seed in self._plans for one in self._competitors]
        sizes = {result.method: result.parameters for result in results}
        methods = (
            Method(one.method, title(one.method), one.role, sizes[one.method], one.input) for one in self._competitors
        )
        return ComparisonResult(
            dataset=self._dataset.name,
            labels=self._dataset.labels,
            methods=tuple(methods),
            conditions=self._conditions,
            splits=tuple(_seed_split(seed, plan) for seed, plan in self._plans.items()),
            fixed_split=self._fixed,
            runs=tuple(run for result in results for run in result.runs),
            trainings=tuple(TrainingCost(result.method, result.seed, result.seconds) for result in results),
            notes=tuple(notes),
        )


def _part(name: str, seed: int) -> str:
    return f"{name}-{seed}"


def _seed_split(seed: int, plan: SeedPlan) -> SeedSplit:
    place = {label: index for index, label in enumerate(plan.dataset.labels)}
    targets = tuple(place[plan.dataset.samples[index].label] for index in plan.split.test)
    return SeedSplit(seed, len(plan.split.train) + len(plan.split.validation), targets)


def _identity(
    dataset: Dataset,
    splits: Sequence[Splits],
    settings: TrainingSettings,
    device: torch.device,
    encoders: Mapping[Input, Encoder] | None,
) -> dict[str, object]:
    """Return what makes two comparisons the same, so that one may take up the other's tasks."""
    digest = hashlib.sha256()
    for one, encoder in (encoders or {}).items():
        digest.update(f"{one.column} {type(encoder).__qualname__} {encoder.config()}".encode())
        for name, tensor in encoder.state_dict().items():
            digest.update(name.encode() + tensor.cpu().contiguous().numpy().tobytes())
    return {
        **run_identity(dataset, splits[0], settings),
        "rows": hashlib.sha256(repr(splits).encode()).hexdigest(),
        "encoders": digest.hexdigest() if encoders is not None else "",
        "device": device.type,
        "versions": [mmdesk.__version__, torch.__version__],
    }


def title(method: str) -> str:
    """A method's name as readers see it."""
    return method.replace("_", " ")
