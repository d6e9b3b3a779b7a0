"""Measure one model on a folder of data: every subset, baselines, robustness."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import torch
from torch import Tensor

from mmdesk.analysis.perturbation import audio, image, text
from mmdesk.core.errors import DatasetError, Finding
from mmdesk.core.modality import Modality
from mmdesk.core.problem import Problem
from mmdesk.core.training_settings import TrainingSettings
from mmdesk.evaluation.ablation import every_subset
from mmdesk.evaluation.comparison import LATE, UNIMODAL, title
from mmdesk.evaluation.embedded import Embedded, score
from mmdesk.evaluation.evaluation_result import EvaluationResult, RobustnessCurve
from mmdesk.evaluation.measured import MeasuredSamples
from mmdesk.evaluation.robustness import EmbedColumn, missing_rate_curve, perturbation_curve
from mmdesk.models.classifier import FusionClassifier, modalities_of
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.registry import encoder_kind
from mmdesk.models.fusion import Fusion, fusion_kind
from mmdesk.training.columns import Storing, Tick, unvaried
from mmdesk.training.dataset import Dataset
from mmdesk.training.loop import Cancelled, Listeners
from mmdesk.training.run import TrainingRun
from mmdesk.training.samples import Samples, embedding_column
from mmdesk.training.splits import Splits

Change = Callable[[Any, float, np.random.Generator], Any]

# Name, modality, axis, strengths from none to strong, and what brings it about.
PERTURBATIONS: tuple[tuple[str, Modality, str, tuple[float, ...], Change], ...] = (
    (
        "image: occlusion",
        Modality.IMAGE,
        "share of the picture's central square that is covered",
        (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7),
        image.occlude,
    ),
    (
        "image: noise",
        Modality.IMAGE,
        "standard deviation of the noise, 1 being the full range",
        (0.0, 0.05, 0.1, 0.2, 0.3, 0.5),
        image.noise,
    ),
    (
        "audio: noise",
        Modality.AUDIO,
        "signal-to-noise ratio in dB",
        (30.0, 20.0, 15.0, 10.0, 5.0, 0.0, -5.0, -10.0),
        audio.noise,
    ),
    (
        "text: typos",
        Modality.TEXT,
        "chance that a word gets a slip",
        (0.0, 0.2, 0.4, 0.6, 0.8, 1.0),
        text.typos,
    ),
)


def evaluate(
    classifier: FusionClassifier,
    name: str,
    dataset: Dataset,
    measured: MeasuredSamples,
    device: torch.device,
    *,
    baselines: bool = True,
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
        baselines: Whether to train late fusion and each modality alone on the model's own encoders, for comparison.
        listeners: Told how the baselines' training goes.
        bootstrap: Resamples of each interval.

    Raises:
        Cancelled: If a listener asked for it.
        DatasetError: If the data has a class that the model lacks, or no modality in common with it.
        MediaError: If a file cannot be read.
    """
    _check(classifier, name, dataset)
    splits = measured.splits
    labels = classifier.labels
    classifier.to(device)
    samples = Samples(dataset, labels)
    encoders = {modality: classifier.encoder(modality) for modality in modalities_of(classifier)}
    tick = _stoppable(listeners)
    embedded = _embedded(classifier, samples, splits.test, device, tick)
    late: dict[str, Fusion] = {}
    alone: dict[Modality, Fusion] = {}
    notes = [f"{len(splits.test)} test samples; a modality in which an encoder recognises nothing counts as absent."]
    # In the order of the model's classes, which need not be the folder's: `samples` counts in the model's.
    learnable = set(modalities_of(classifier)) <= set(dataset.modalities) and set(labels) == set(dataset.labels)
    if baselines and learnable and len(splits.train) > 1 and splits.validation:
        late, alone = _baselines(classifier, dataset, splits, samples, device, listeners)
        notes.append("The baselines learnt from the folder's training samples, on the model's own encoders.")
    elif baselines:
        notes.append("No baselines: they need training samples of all the model's classes and modalities.")
    kind = title(fusion_kind(classifier.fusion))
    lines: dict[str, Fusion] = {kind: classifier.fusion}
    lines |= {name: fusion for name, fusion in late.items() if name != kind}
    lines |= {f"{modality} alone": fusion for modality, fusion in alone.items()}
    perturbed = Storing(unvaried, (True,), 0, device, tick)
    curves = [
        _perturbed(perturbation, lines, samples, splits.test, encoders, embedded, perturbed)
        for perturbation in PERTURBATIONS
        if perturbation[1] in encoders and perturbation[1] in dataset.modalities
    ]
    curves.append(missing_rate_curve(lines, embedded))
    result = EvaluationResult(
        model=name,
        fusion=kind,
        dataset=f"{dataset.name} ({'all samples' if measured.all_samples else 'test'})",
        scores=score(classifier.fusion, embedded, labels, bootstrap=bootstrap),
        subsets=every_subset(classifier.fusion, embedded, labels, late=late, unimodal=alone, bootstrap=bootstrap),
        curves=tuple(curves),
        notes=tuple(notes),
        seen_in_training=measured.seen_in_training,
        all_samples=measured.all_samples,
    )
    classifier.cpu()
    return result


def _check(classifier: FusionClassifier, name: str, dataset: Dataset) -> None:
    strange = [label for label in dataset.labels if label not in classifier.labels]
    problems = []
    if strange:
        known = ", ".join(classifier.labels[:10])
        problems.append(Finding("", 0, Problem("data.strange_class", label=strange[0], model=name, known=known)))
    if not set(modalities_of(classifier)) & set(dataset.modalities):
        problems.append(Finding("", 0, Problem("data.no_common_input", known=", ".join(modalities_of(classifier)))))
    if problems:
        raise DatasetError(str(dataset.root), problems)


def _stoppable(listeners: Listeners | None) -> Tick:
    """Return what ends the work with `Cancelled` as soon as a listener asks for it."""

    def tick(_share: float) -> None:
        if listeners is not None and listeners.cancelled():
            raise Cancelled

    return tick


def _embedded(
    classifier: FusionClassifier, samples: Samples, indices: Sequence[int], device: torch.device, tick: Tick
) -> Embedded:
    """Return samples in all of the model's columns; a modality that the data lacks is absent throughout."""
    plain = Storing(unvaried, (False,), 0, device, tick)
    columns, present = [], []
    for modality in modalities_of(classifier):
        encoder = classifier.encoder(modality)
        if modality in samples.dataset.modalities:
            stored = embedding_column(samples, indices, modality, encoder, plain)
            columns.append(stored.copies[0])
            present.append(stored.present[0])
        else:
            columns.append(torch.zeros(len(indices), encoder.dim))
            present.append(torch.zeros(len(indices), dtype=torch.bool))
    targets = torch.tensor([samples.target(index) for index in indices], dtype=torch.int64)
    return Embedded(torch.stack(columns, 1), torch.stack(present, 1), targets, modalities_of(classifier))


def _baselines(
    classifier: FusionClassifier,
    dataset: Dataset,
    splits: Splits,
    samples: Samples,
    device: torch.device,
    listeners: Listeners | None,
) -> tuple[dict[str, Fusion], dict[Modality, Fusion]]:
    """Train late fusion and each modality alone on the model's encoders."""
    encoders = {modality: classifier.encoder(modality) for modality in modalities_of(classifier)}
    settings = TrainingSettings(
        encoders={modality: encoder_kind(modality, encoder) for modality, encoder in encoders.items()},
        dim=classifier.fusion.dim,
    )
    training = TrainingRun(dataset, splits, settings, device, listeners=listeners, samples=samples)
    learnt = training.embed(encoders)
    for encoder in encoders.values():
        encoder.to(device)
    late, _ = training.train_fusion(LATE, {}, learnt)
    alone = {
        modality: training.train_fusion(UNIMODAL, {"column": column}, learnt)[0]
        for column, modality in enumerate(modalities_of(classifier))
    }
    return {"late fusion": late}, alone


def _perturbed(
    perturbation: tuple[str, Modality, str, tuple[float, ...], Change],
    lines: Mapping[str, Fusion],
    samples: Samples,
    indices: Sequence[int],
    encoders: Mapping[Modality, Encoder],
    embedded: Embedded,
    storing: Storing,
) -> RobustnessCurve:
    name, modality, axis, strengths, change = perturbation

    def embed(strength: float) -> tuple[Tensor, Tensor]:
        def vary(_modality: Modality, raw: Any, rng: np.random.Generator) -> Any:
            return change(raw, strength, rng)

        stored = embedding_column(samples, indices, modality, encoders[modality], replace(storing, vary=vary))
        return stored.copies[0], stored.present[0]

    column: EmbedColumn = embed
    return perturbation_curve(
        lines, embedded, name=name, axis=axis, modality=modality, strengths=strengths, embed_column=column
    )
