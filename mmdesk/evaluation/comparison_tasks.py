"""The tasks of a comparison: a seed's encoders, and a method on them.

A task carries all that it needs but the files of the data, so it can run in any process, again where one has died, and
in any order. Its numbers are the same everywhere: one thread computes it (sums of two threads differ in the last bits
from those of one), and no other task of the process runs meanwhile, because torch's dropout draws from one generator
for the whole process.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import Any

import torch

from mmdesk.core.inputs import Input
from mmdesk.core.training_settings import TrainingSettings
from mmdesk.evaluation.comparison_result import CLEAN, Run
from mmdesk.evaluation.corruptions import CORRUPTIONS, missing
from mmdesk.evaluation.embedded import Embedded, probabilities
from mmdesk.evaluation.robustness import with_column
from mmdesk.models.encoders.base import Encoder
from mmdesk.training.columns import Column, ComputedColumn, StoredColumn, Storing, stored, untold, unvaried
from mmdesk.training.dataset import Dataset
from mmdesk.training.loop import Listeners
from mmdesk.training.memory_room import MemoryRoom
from mmdesk.training.run import TrainingRun
from mmdesk.training.samples import CachedFeatures, Samples, SplitData, TrainingData, embedding_column, embedding_split
from mmdesk.training.splits import Splits

FeatureKey = tuple[str, tuple[int, ...]]
"""Of frozen features: the input and its encoder's kind with its configuration, and the samples of their split."""

_ALONE = threading.Lock()  # a Dask worker has several threads


@contextmanager
def _alone_on_one_thread() -> Iterator[None]:
    with _ALONE:
        before = torch.get_num_threads()
        torch.set_num_threads(1)
        try:
            yield
        finally:
            torch.set_num_threads(before)


@dataclass(frozen=True, slots=True, eq=False)
class SharedInputs:
    """What all methods of a seed share.

    Attributes:
        training: The embeddings that they train on.
        tests: The test samples by `Condition.name`.
        features: Frozen features, for the other seeds of the same split; empty where each seed has its own.
    """

    training: TrainingData
    tests: dict[str, Embedded]
    features: Mapping[FeatureKey, StoredColumn]

    def to_document(self) -> dict[str, Any]:
        """Return tensors, numbers and texts in plain containers; :meth:`from_document` gives the same back."""
        return {
            "inputs": [one.column for one in self.training.inputs],
            "class_count": self.training.class_count,
            "mixing": list(self.training.mixing),
            "train": _split_document(self.training.train),
            "validation": _split_document(self.training.validation),
            "tests": {name: [test.embeddings, test.present, test.targets] for name, test in self.tests.items()},
            "features": [
                [kind, list(indices), column.copies, column.present]
                for (kind, indices), column in self.features.items()
            ],
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> SharedInputs:
        """Build it from what `to_document` gave.

        Raises:
            KeyError: If a part is missing.
            TypeError: If a part is of another kind.
            ValueError: The same.
        """
        inputs = tuple(Input.of_column(column) for column in document["inputs"])
        train, validation = (_split(document[part]) for part in ("train", "validation"))
        return cls(
            TrainingData(inputs, document["class_count"], train, validation, tuple(document["mixing"])),
            {
                name: Embedded(embeddings, present, targets, inputs)
                for name, (embeddings, present, targets) in document["tests"].items()
            },
            {
                (kind, tuple(indices)): StoredColumn(copies, present)
                for kind, indices, copies, present in document["features"]
            },
        )


def _split_document(split: SplitData) -> dict[str, Any]:
    columns = [column for column in split.columns if isinstance(column, StoredColumn)]
    return {"columns": [[column.copies, column.present] for column in columns], "targets": split.targets}


def _split(document: Mapping[str, Any]) -> SplitData:
    return SplitData(tuple(StoredColumn(*tensors) for tensors in document["columns"]), document["targets"])


@dataclass(frozen=True, slots=True, eq=False)
class SeedPlan:
    """What a seed trains on, and how.

    Like all of a task it has slots and so no weak references: joblib would leave what has some with a single worker of
    a cluster, and lose it with that worker.

    Attributes:
        dataset: The data.
        split: Of the seed.
        settings: With the seed.
        device: Where.
    """

    dataset: Dataset
    split: Splits
    settings: TrainingSettings
    device: torch.device


@dataclass(frozen=True, slots=True, eq=False)
class EncoderTask:
    """Train a seed's encoders, unless they are given, and pass its samples through them.

    Attributes:
        plan: Of the seed.
        encoders: Finished ones, in place of training some.
        features: Frozen features of the first seed of the same split, as far as its memory had room for them.
        features_seed: Of the variations in frozen features: where seeds share a split, that of the first.
        hands_on: Whether other seeds can use the frozen features.
        shared_by: How many tasks run on the same machine, perhaps.
    """

    plan: SeedPlan
    encoders: Mapping[Input, Encoder] | None
    features: Mapping[FeatureKey, StoredColumn]
    features_seed: int
    hands_on: bool
    shared_by: int


def share_inputs(task: EncoderTask, listeners: Listeners | None = None) -> tuple[int, SharedInputs]:
    """Carry out a task and return its seed with what all methods share.

    Raises:
        Cancelled: If a listener asked for it.
        MediaError: If a file cannot be read.
        TrainingError: If the settings do not fit the data, or the loss is no number any more.
    """
    plan = task.plan
    with _alone_on_one_thread():
        samples = Samples(plan.dataset, room=MemoryRoom(task.shared_by))
        features: CachedFeatures = dict(task.features)
        training = TrainingRun(
            plan.dataset,
            plan.split,
            plan.settings,
            plan.device,
            listeners=listeners,
            samples=samples,
            features=features,
            features_seed=task.features_seed,
        )
        encoders = training.train_encoders().encoders if task.encoders is None else dict(task.encoders)
        embedded = training.embed(encoders)
        embedded = replace(embedded, train=_in_memory(embedded.train), validation=_in_memory(embedded.validation))
        tests = _test_sets(samples, plan.split.test, encoders, plan.device)
    kept = {key: column for key, column in features.items() if isinstance(column, StoredColumn)}
    return plan.settings.seed, SharedInputs(embedded, tests, kept if task.hands_on else {})


def _in_memory(split: SplitData) -> SplitData:
    """Keep all embeddings, which are small, whatever room there is: a method's task takes them along."""

    def kept(column: Column) -> Column:
        return stored(column, untold) if isinstance(column, ComputedColumn) else column

    return replace(split, columns=tuple(kept(column) for column in split.columns))


def _test_sets(
    samples: Samples, indices: Sequence[int], encoders: Mapping[Input, Encoder], device: torch.device
) -> dict[str, Embedded]:
    """Return the test samples under every condition; all methods see the same corrupted inputs."""
    for encoder in encoders.values():
        encoder.to(device)
    clean = _embed_test(samples, indices, encoders, Storing(unvaried, (False,), 0, device))
    tests = {CLEAN: clean}
    for one, encoder in encoders.items():
        corruption = CORRUPTIONS.get(one.kind)
        if corruption is None:
            continue
        stored = embedding_column(samples, indices, one, encoder, Storing(corruption.vary, (True,), 0, device))
        tests[corruption.condition(one).name] = with_column(clean, one, stored.copies[0], stored.present[0])
    if len(encoders) > 1:
        for gone in encoders:
            tests[missing(gone).name] = clean.subset([one for one in encoders if one != gone])
    for encoder in encoders.values():
        encoder.cpu()
    return tests


def _embed_test(
    samples: Samples, indices: Sequence[int], encoders: Mapping[Input, Encoder], storing: Storing
) -> Embedded:
    """Return samples as embeddings, version 0 of what ``storing`` makes."""
    split: SplitData = embedding_split(samples, indices, encoders, storing)
    batch = split.batch(range(len(split)))
    return Embedded(torch.stack(list(batch.inputs), 1), batch.present, batch.targets, tuple(encoders))


@dataclass(frozen=True, slots=True, eq=False)
class MethodTask:
    """Train a method on what its seed shares, and measure it under every condition.

    Attributes:
        plan: Of the seed.
        method: `Method.kind`.
        kind: Of fusion.
        options: Its constructor's.
        shared: By all methods of the seed.
    """

    plan: SeedPlan
    method: str
    kind: str
    options: Mapping[str, Any]
    shared: SharedInputs


@dataclass(frozen=True, slots=True)
class MethodResult:
    """A method with one seed.

    Attributes:
        method: `Method.kind`.
        seed: Of the training.
        parameters: Trainable numbers.
        seconds: Of wall-clock time that the training took; all else is the same in every run.
        runs: One for each condition, in order; the first is of the clean samples.
    """

    method: str
    seed: int
    parameters: int
    seconds: float
    runs: tuple[Run, ...]

    def to_document(self) -> dict[str, Any]:
        """Return numbers and texts in plain containers; :meth:`from_document` gives an equal object back."""
        return {**asdict(self), "runs": [run.to_json() for run in self.runs]}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> MethodResult:
        """Build it from what `to_document` gave.

        Raises:
            KeyError: If a part is missing.
            TypeError: If a part is of another kind.
            ValueError: The same.
        """
        return cls(**{**document, "runs": tuple(Run.from_json(one) for one in document["runs"])})


def train_method(task: MethodTask, listeners: Listeners | None = None) -> MethodResult:
    """Carry out a task.

    Raises:
        Cancelled: If a listener asked for it.
        TrainingError: If the method does not fit the settings, or the loss is no number any more.
    """
    plan, shared = task.plan, task.shared
    with _alone_on_one_thread():
        started = time.perf_counter()
        training = TrainingRun(plan.dataset, plan.split, plan.settings, plan.device, listeners=listeners)
        fusion, _ = training.train_fusion(task.kind, task.options, shared.training, stage=task.method)
        seconds = time.perf_counter() - started
        runs = tuple(
            Run.of(
                task.method,
                condition,
                plan.settings.seed,
                probabilities=probabilities(fusion, test),
                targets=test.targets.numpy(),
                labels=plan.dataset.labels,
            )
            for condition, test in shared.tests.items()
        )
    parameters = sum(parameter.numel() for parameter in fusion.parameters())
    return MethodResult(task.method, plan.settings.seed, parameters, seconds, runs)
