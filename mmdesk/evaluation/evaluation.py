"""Measure one model on a folder of data: every subset, baselines, robustness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch

from mmdesk.core.errors import DatasetError, Finding
from mmdesk.core.inputs import Input
from mmdesk.core.problem import Problem
from mmdesk.core.training_settings import TrainingSettings
from mmdesk.evaluation.ablation import every_subset
from mmdesk.evaluation.comparison import LATE, UNIMODAL, title
from mmdesk.evaluation.corruptions import PERTURBED, Perturbed
from mmdesk.evaluation.embedded import Embedded, score
from mmdesk.evaluation.evaluation_result import EvaluationResult, RobustnessCurve
from mmdesk.evaluation.judged import JudgedColumn, judged_column
from mmdesk.evaluation.judged import embedded as joined
from mmdesk.evaluation.measured import MeasuredSamples
from mmdesk.evaluation.modality_shares import modality_shares
from mmdesk.evaluation.robustness import missing_rate_curve, perturbation_curve
from mmdesk.evaluation.selective import selective
from mmdesk.evaluation.unknowns import judge_unknowns
from mmdesk.models.checkpoint_calibration import calibration_words
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.registry import encoder_kind
from mmdesk.models.fusion import Fusion, fusion_kind
from mmdesk.training.columns import Storing, Tick, unvaried
from mmdesk.training.dataset import Dataset, check_columns
from mmdesk.training.loop import Cancelled, Listeners
from mmdesk.training.run import TrainingRun
from mmdesk.training.samples import Samples
from mmdesk.training.splits import Splits


def evaluate(  # noqa: PLR0913 - most with a default
    classifier: FusionClassifier,
    name: str,
    dataset: Dataset,
    measured: MeasuredSamples,
    device: torch.device,
    *,
    baselines: bool = True,
    unknowns: Dataset | None = None,
    listeners: Listeners | None = None,
    bootstrap: int = 1000,
) -> EvaluationResult:
    """Return everything that can be said about a model on the test samples of a split.

    Args:
        classifier: The model.
        name: Its name, for the report.
        dataset: The data; its classes must be among the model's.
        measured: Test samples are measured; the baselines learn from training and validation samples.
        device: Where to compute.
        baselines: Whether to train late fusion and each input alone on the model's own encoders, for comparison.
        unknowns: Samples of nothing that the model knows, with labels that it lacks (`check_unknowns`).
        listeners: Told how the baselines' training goes.
        bootstrap: Resamples of each interval.

    Raises:
        Cancelled: If a listener asked for it.
        DatasetError: If the data has a class that the model lacks.
        MmdeskError: If its columns do not fit the model's inputs.
        MediaError: If a file cannot be read.
    """
    _check(classifier, name, dataset)
    splits = measured.splits
    labels = classifier.labels
    classifier.to(device)
    samples = Samples(dataset, labels)
    tick = _stoppable(listeners)
    split = _Split.of(classifier, samples, splits.test, Storing(unvaried, (False,), 0, device, tick))
    embedded = split.embedded({})
    late: dict[str, Fusion] = {}
    alone: dict[Input, Fusion] = {}
    notes = [f"{len(splits.test)} test samples; an input in which an encoder recognises nothing counts as absent."]
    if baselines and _learnable(classifier, dataset, splits):
        late, alone = _baselines(classifier, dataset, splits, samples, device, listeners)
        notes.append("The baselines learnt from the folder's training samples, on the model's own encoders.")
    elif baselines:
        notes.append("No baselines: they need training samples of all the model's classes and inputs.")
    kind = title(fusion_kind(classifier.fusion))
    lines: dict[str, Fusion] = {kind: classifier.fusion}
    lines |= {name: fusion for name, fusion in late.items() if name != kind}
    lines |= {f"{one.name} alone": fusion for one, fusion in alone.items()}
    storing = Storing(unvaried, (True,), 0, device, tick)
    subsets = every_subset(classifier.fusion, embedded, labels, late=late, unimodal=alone, bootstrap=bootstrap)
    notes += calibration_words(classifier)
    result = EvaluationResult(
        model=name,
        fusion=kind,
        dataset=f"{dataset.name} ({'all samples' if measured.all_samples else 'test'})",
        inputs=classifier.inputs,
        scores=score(classifier.fusion, embedded, labels, bootstrap=bootstrap),
        subsets=subsets,
        curves=_curves(split, lines, embedded, storing),
        notes=tuple(notes),
        seen_in_training=measured.seen_in_training,
        all_samples=measured.all_samples,
        modality=modality_shares(classifier.fusion, embedded),
        selective=selective(classifier.fusion, embedded, labels, [one.inputs for one in subsets]),
        unknowns=() if unknowns is None else judge_unknowns(classifier, samples, splits.test, unknowns, device, tick),
    )
    classifier.cpu()
    return result


def _learnable(classifier: FusionClassifier, dataset: Dataset, splits: Splits) -> bool:
    """Whether baselines can be trained: there are samples to learn from, of all the model's inputs and classes.

    The classes' order is the model's and need not be the folder's: `Samples` counts in the model's.
    """
    fits = set(classifier.inputs) <= set(dataset.inputs) and set(classifier.labels) == set(dataset.labels)
    return fits and len(splits.train) > 1 and bool(splits.validation)


@dataclass(frozen=True, slots=True, eq=False)
class _Split:
    """The samples that are measured, in all of the model's columns; an input that the data lacks is nowhere there."""

    classifier: FusionClassifier
    samples: Samples
    indices: Sequence[int]
    columns: Mapping[Input, JudgedColumn]

    @classmethod
    def of(cls, classifier: FusionClassifier, samples: Samples, indices: Sequence[int], storing: Storing) -> _Split:
        split = cls(classifier, samples, indices, {})
        return replace(split, columns={one: split.column(one, storing) for one in classifier.inputs})

    def column(self, one: Input, storing: Storing) -> JudgedColumn:
        return judged_column(self.samples, self.indices, one, self.classifier.encoder(one.name), storing)

    def embedded(self, changed: Mapping[Input, JudgedColumn]) -> Embedded:
        targets = torch.tensor([self.samples.target(index) for index in self.indices], dtype=torch.int64)
        return joined(self.classifier, list({**self.columns, **changed}.values()), targets)


def _curves(
    split: _Split, lines: Mapping[str, Fusion], embedded: Embedded, storing: Storing
) -> tuple[RobustnessCurve, ...]:
    """Return how each line holds against what may befall each input, and against inputs that are missing."""
    curves = [
        _curve(perturbed, one, lines, split, storing)
        for one in split.columns
        if one in split.samples.dataset.inputs
        for perturbed in PERTURBED.get(one.kind, ())
    ]
    return (*curves, missing_rate_curve(lines, embedded))


def _check(classifier: FusionClassifier, name: str, dataset: Dataset) -> None:
    check_columns(dataset, classifier.inputs, name)
    strange = [label for label in dataset.labels if label not in classifier.labels]
    if strange:
        known = ", ".join(classifier.labels[:10])
        problem = Problem("data.strange_class", label=strange[0], model=name, known=known)
        raise DatasetError(str(dataset.root), [Finding("", 0, problem)])


def _stoppable(listeners: Listeners | None) -> Tick:
    """Return what ends the work with `Cancelled` as soon as a listener asks for it."""

    def tick(_share: float) -> None:
        if listeners is not None and listeners.cancelled():
            raise Cancelled

    return tick


def _baselines(
    classifier: FusionClassifier,
    dataset: Dataset,
    splits: Splits,
    samples: Samples,
    device: torch.device,
    listeners: Listeners | None,
) -> tuple[dict[str, Fusion], dict[Input, Fusion]]:
    """Train late fusion and each input alone on the model's encoders."""
    encoders = {one: classifier.encoder(one.name) for one in classifier.inputs}
    settings = TrainingSettings(
        encoders={one: encoder_kind(one.kind, encoder) for one, encoder in encoders.items()},
        dim=classifier.fusion.dim,
    )
    training = TrainingRun(dataset, splits, settings, device, listeners=listeners, samples=samples)
    learnt = training.embed(encoders)
    for encoder in encoders.values():
        encoder.to(device)
    late, _ = training.train_fusion(LATE, {}, learnt)
    alone = {one: training.train_fusion(UNIMODAL, {"column": column}, learnt)[0] for column, one in enumerate(encoders)}
    return {"late fusion": late}, alone


def _curve(
    perturbed: Perturbed, one: Input, lines: Mapping[str, Fusion], split: _Split, storing: Storing
) -> RobustnessCurve:
    def embed(strength: float) -> Embedded:
        def vary(_kind: str, raw: Any, rng: np.random.Generator) -> Any:
            return perturbed.change(raw, strength, rng)

        return split.embedded({one: split.column(one, replace(storing, vary=vary))})

    return perturbation_curve(
        lines,
        name=f"{one.name}: {perturbed.name}",
        axis=perturbed.axis,
        perturbed=one,
        strengths=perturbed.strengths,
        embed=embed,
    )
