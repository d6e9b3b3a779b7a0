"""Train every fusion method on the same encoders and splits, several times, and measure all of them alike."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch

from mmdesk.core.modality import Modality
from mmdesk.core.training_settings import TrainingSettings
from mmdesk.evaluation.comparison_result import (
    CLEAN,
    ComparisonResult,
    Condition,
    Method,
    Role,
    Run,
    SeedSplit,
    TrainingCost,
)
from mmdesk.evaluation.corruptions import CORRUPTIONS, missing
from mmdesk.evaluation.embedded import Embedded, probabilities
from mmdesk.evaluation.robustness import with_column
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.fusion import FUSIONS, Fusion
from mmdesk.training.columns import Storing, unvaried
from mmdesk.training.dataset import Dataset
from mmdesk.training.loop import Listeners
from mmdesk.training.run import TrainingRun
from mmdesk.training.samples import KeptFeatures, Samples, SplitData, TrainingData, embedding_column, embedding_split
from mmdesk.training.splits import Splits

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
    modality: Modality | None = None


def competitors(fusions: Iterable[str], modalities: Sequence[Modality]) -> tuple[Competitor, ...]:
    """Return the fusion methods asked for, late fusion, and each modality alone.

    Raises:
        ValueError: If a method is unknown.
    """
    chosen = list(dict.fromkeys(fusions))
    if unknown := [kind for kind in chosen if kind not in FUSIONS]:
        raise ValueError(f"there is no fusion method {unknown[0]!r}")
    methods = [Competitor(kind, kind, {}, Role.FUSION) for kind in chosen if kind not in (LATE, UNIMODAL)]
    methods.append(Competitor(LATE, LATE, {}, Role.LATE))
    methods += [
        Competitor(f"{modality}_only", UNIMODAL, {"column": column}, Role.UNIMODAL, modality)
        for column, modality in enumerate(modalities)
    ]
    return tuple(methods)


class Comparison:
    """One comparison.

    Args:
        dataset: The data.
        splits: One for each seed, shared by all methods; or a single one that all seeds share.
        settings: How to train; the seed in them is replaced.
        fusions: Kinds of fusion; the baselines are added.
        seeds: Of training, at least one. Encoders are trained anew with each, unless given.
        device: Where.
        encoders: Finished encoders to use in place of training them.
        listeners: Told how training goes.

    Raises:
        ValueError: If a method is unknown, there is nothing to test on, or splits and seeds differ in number.
    """

    def __init__(
        self,
        dataset: Dataset,
        splits: Sequence[Splits] | Splits,
        settings: TrainingSettings,
        *,
        fusions: Iterable[str],
        seeds: Sequence[int],
        device: torch.device,
        encoders: Mapping[Modality, Encoder] | None = None,
        listeners: Listeners | None = None,
    ) -> None:
        self._fixed = isinstance(splits, Splits)
        each = [splits] * len(seeds) if isinstance(splits, Splits) else list(splits)
        if len(each) != len(seeds):
            raise ValueError(f"{len(each)} splits do not fit {len(seeds)} seeds")
        if not all(split.test for split in each):
            raise ValueError(f"{dataset.name} leaves no sample to test on")
        self._dataset, self._settings, self._device = dataset, settings, device
        self._splits, self._given = dict(zip(seeds, each, strict=True)), encoders
        self._listeners = Listeners() if listeners is None else listeners
        self._samples = Samples(dataset)
        self._modalities = tuple(settings.encoders)
        self._competitors = competitors(fusions, self._modalities)
        self._conditions = (
            Condition(CLEAN, None, "The test samples as they are."),
            *(one.condition for one in CORRUPTIONS if one.modality in self._modalities),
            *(missing(modality) for modality in self._modalities if len(self._modalities) > 1),
        )

    def run(self, notes: Sequence[str] = (), on_run: OnRun | None = None) -> ComparisonResult:
        """Train and measure everything.

        Args:
            notes: Sentences for the report.
            on_run: Told every result on the clean test samples.

        Raises:
            Cancelled: If a listener asked for it.
            MediaError: If a file cannot be read.
        """
        runs: list[Run] = []
        costs: list[TrainingCost] = []
        sizes: dict[str, int] = {}
        shared: tuple[TrainingData, dict[str, Embedded]] | None = None
        features: KeptFeatures = {}
        for seed, split in self._splits.items():
            if not self._fixed:  # what is kept belongs to the samples of one split
                shared, features = None, {}
            training = TrainingRun(
                self._dataset,
                split,
                replace(self._settings, seed=seed),
                self._device,
                listeners=self._listeners,
                samples=self._samples,
                features=features,
            )
            if self._given is None or shared is None:
                encoders = training.train_encoders().encoders if self._given is None else dict(self._given)
                shared = training.embed(encoders), self._test_sets(encoders, split.test)
            embedded, tests = shared
            for one in self._competitors:
                started = time.perf_counter()
                fusion, _ = training.train_fusion(one.kind, one.options, embedded, stage=one.method)
                costs.append(TrainingCost(one.method, seed, time.perf_counter() - started))
                sizes[one.method] = sum(parameter.numel() for parameter in fusion.parameters())
                measured = [self._measured(one.method, seed, fusion, name, test) for name, test in tests.items()]
                if on_run is not None:
                    on_run(one.method, seed, measured[0].scores.accuracy)
                runs += measured
        methods = tuple(
            Method(one.method, title(one.method), one.role, sizes[one.method], one.modality)
            for one in self._competitors
        )
        return ComparisonResult(
            dataset=self._dataset.name,
            labels=self._dataset.labels,
            methods=methods,
            conditions=self._conditions,
            splits=tuple(self._seed_split(seed, split) for seed, split in self._splits.items()),
            fixed_split=self._fixed,
            runs=tuple(runs),
            trainings=tuple(costs),
            notes=tuple(notes),
        )

    def _seed_split(self, seed: int, split: Splits) -> SeedSplit:
        targets = tuple(self._samples.target(index) for index in split.test)
        return SeedSplit(seed, len(split.train) + len(split.validation), targets)

    def _measured(self, method: str, seed: int, fusion: Fusion, condition: str, test: Embedded) -> Run:
        return Run.of(
            method,
            condition,
            seed,
            probabilities=probabilities(fusion, test),
            targets=test.targets.numpy(),
            labels=self._dataset.labels,
        )

    def _test_sets(self, encoders: Mapping[Modality, Encoder], indices: Sequence[int]) -> dict[str, Embedded]:
        """Return the test samples under every condition; all methods see the same corrupted inputs."""
        for encoder in encoders.values():
            encoder.to(self._device)
        plain = Storing(unvaried, (False,), 0, self._device)
        clean = embed_test(self._samples, indices, encoders, plain)
        tests = {CLEAN: clean}
        for corruption in CORRUPTIONS:
            if corruption.modality not in encoders:
                continue
            storing = Storing(corruption.vary, (True,), 0, self._device)
            stored = embedding_column(
                self._samples, indices, corruption.modality, encoders[corruption.modality], storing
            )
            tests[corruption.condition.name] = with_column(
                clean, corruption.modality, stored.copies[0], stored.present[0]
            )
        if len(self._modalities) > 1:
            for modality in self._modalities:
                rest = [one for one in self._modalities if one is not modality]
                tests[missing(modality).name] = clean.subset(rest)
        for encoder in encoders.values():
            encoder.cpu()
        return tests


def embed_test(
    samples: Samples, indices: Sequence[int], encoders: Mapping[Modality, Encoder], storing: Storing
) -> Embedded:
    """Return samples as embeddings, version 0 of what ``storing`` makes."""
    split: SplitData = embedding_split(samples, indices, encoders, storing)
    batch = split.batch(range(len(split)))
    modalities = tuple(modality for modality in Modality if modality in encoders)
    return Embedded(torch.stack(list(batch.inputs), 1), batch.present, batch.targets, modalities)


def title(method: str) -> str:
    """A method's name as readers see it."""
    return method.replace("_", " ")
