"""A whole training run: from a folder of data to a model."""

from __future__ import annotations

import hashlib
import itertools
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import torch

from mmdesk.analysis.fused_map import make_map, reference_rows
from mmdesk.core.errors import TrainingError
from mmdesk.core.inputs import Input
from mmdesk.core.plugins import reason
from mmdesk.core.problem import Problem
from mmdesk.core.training_progress import EpochReport, TrainingProgress
from mmdesk.core.training_settings import TrainingSettings
from mmdesk.models.checkpoint import check_storable
from mmdesk.models.checkpoint_map import StoredMap
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.registry import DEFAULT_ENCODERS, ENCODER_PARTS, encoder_class, part_of
from mmdesk.models.fusion import FUSIONS, Fusion, fusion_kind
from mmdesk.models.fusion.trial import check_output
from mmdesk.sources.files import READER_VERSION
from mmdesk.training.augmentation import Augmentation
from mmdesk.training.calibration import Rows, calibrate
from mmdesk.training.columns import Storing, unvaried
from mmdesk.training.dataset import Dataset
from mmdesk.training.loop import Cancelled, Listeners, StageTrainer
from mmdesk.training.mixing import mixed, mixing_shares
from mmdesk.training.samples import CachedFeatures, Samples, SplitData, TrainingData, embedding_split, feature_split
from mmdesk.training.splits import Splits
from mmdesk.training.state import RunFolder
from mmdesk.training.trainable import FusionOnly, Trainable, WholeModel

log = logging.getLogger(__name__)

_CALIBRATING = 4_000
"""Training samples at most by which an encoder's classes are known again."""


class TrainedEncoders(NamedTuple):
    """Finished encoders and how they got there."""

    encoders: dict[Input, Encoder]
    history: tuple[EpochReport, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TrainingResult:
    """A trained model.

    Attributes:
        classifier: On the CPU, in evaluation mode.
        history: All epochs of the stages that made the encoders and the first fusion.
        others: All epochs of each further fusion, by its kind.
        stored_map: Where training samples lie in the space of the fusion; None where there were too few.
        left_out: Why further fusions of plug-ins that were asked for are not in the model.
    """

    classifier: FusionClassifier
    history: tuple[EpochReport, ...]
    stored_map: StoredMap | None = None
    others: Mapping[str, tuple[EpochReport, ...]] = field(default_factory=dict)
    left_out: tuple[Problem, ...] = ()

    def best(self) -> dict[str, EpochReport]:
        """Return the epoch that was kept of each fusion by its kind, the first fusion's first."""
        histories = {fusion_kind(self.classifier.fusion): self.history, **self.others}
        return {kind: [one for one in history if one.best][-1] for kind, history in histories.items()}


class TrainingRun:
    """One data set, one split, one set of settings.

    Args:
        dataset: What to learn from.
        splits: Which samples train and which decide when to stop.
        settings: How.
        device: Where.
        folder: Kept up to date so that a killed run can go on; None for a run that is not worth it.
        listeners: Who is told; called on the thread that calls `train`.
        samples: The data set's decoded inputs, when another run has them already.
        features: Frozen features of another run with the same data, split and kinds of encoder; filled here otherwise.
        features_seed: Of the variations in frozen features; the settings' unless given.

    Raises:
        TrainingError: If the settings do not fit the data.
    """

    def __init__(  # noqa: PLR0913 - most with a default
        self,
        dataset: Dataset,
        splits: Splits,
        settings: TrainingSettings,
        device: torch.device,
        folder: Path | None = None,
        listeners: Listeners | None = None,
        samples: Samples | None = None,
        features: CachedFeatures | None = None,
        *,
        features_seed: int | None = None,
    ) -> None:
        unknown = [one for one in settings.encoders if one not in dataset.inputs]
        if unknown:
            raise TrainingError(Problem("training.unknown_input", dataset=dataset.name, input=unknown[0].title))
        if len(splits.train) < 2 or not splits.validation:
            raise TrainingError(
                Problem(
                    "training.too_few",
                    dataset=dataset.name,
                    training=len(splits.train),
                    validation=len(splits.validation),
                )
            )
        self._dataset, self._splits, self._settings, self._device = dataset, splits, settings, device
        self._samples = Samples(dataset) if samples is None else samples
        self._features: CachedFeatures = {} if features is None else features
        self._features_seed = settings.seed if features_seed is None else features_seed
        self._listeners = Listeners() if listeners is None else listeners
        self._augmentation = getattr(Augmentation, settings.augmentation)()
        self._folder = None if folder is None else RunFolder(folder, run_identity(dataset, splits, settings))
        self._left_out: dict[str, Problem] = {}
        self._kinds = dict(settings.encoders) or {one: DEFAULT_ENCODERS[one.kind] for one in dataset.inputs}

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The model's columns."""
        return tuple(self._kinds)

    @property
    def resumes(self) -> bool:
        """Whether an interrupted run of the same data and settings goes on."""
        return self._folder is not None and self._folder.started

    def train(self, keep: Callable[[TrainingResult], None] = lambda _result: None) -> TrainingResult:
        """Run all stages.

        Args:
            keep: Stores the result. Called before the run's state is removed, so that a model which cannot be stored
                is not lost: what ``keep`` raises goes on to the caller, and the same run again ends at once.

        Raises:
            Cancelled: If a listener asked for it.
            TrainingError: If the run's state cannot be written or read, or the loss is no number any more.
            MediaError: If a file cannot be read.
        """
        for kind in self._settings.others:
            self._new_fusion(kind, {})  # fails now, not after the encoders
        self._new_fusion(self._settings.fusion, self._settings.fusion_options)
        if self._settings.joint:
            result = self._train_together()
        else:
            trained = self.train_encoders()
            embedded = self.embed(trained.encoders)
            fusion, history = self.train_fusion(self._settings.fusion, self._settings.fusion_options, embedded)
            others = self._train_others(embedded)
            rows = self._map_rows()
            history = trained.history + history
            data = (embedded.train, embedded.validation)
            result = self._result(trained.encoders, fusion, history, others, data, rows)
        keep(result)
        if self._folder is not None:
            self._folder.finish([*result.history, *chain.from_iterable(result.others.values())])
        self._listeners.on_progress(TrainingProgress("done", 1.0, 0.0))
        return result

    def train_encoders(self) -> TrainedEncoders:
        """Train every encoder with a head of its own, all in one pass over the data."""
        encoders = self._new_encoders()
        late = FUSIONS["late"](len(encoders), self._settings.dim, len(self._dataset.labels))
        self._check_storable(encoders)
        history = self._train_stage("encoders", WholeModel(encoders, late), encoders)
        return TrainedEncoders(encoders, history)

    def embed(self, encoders: Mapping[Input, Encoder]) -> TrainingData:
        """Pass training rows (with augmented versions) and validation rows through finished encoders.

        What is returned says how far a fusion's training is to mix them, see `mmdesk.training.mixing`.
        """
        for encoder in encoders.values():
            encoder.to(self._device)
        data = TrainingData(
            self.inputs,
            len(self._dataset.labels),
            embedding_split(self._samples, self._splits.train, encoders, self._storing(True, 0.0, 0.9), self._features),
            embedding_split(
                self._samples, self._splits.validation, encoders, self._storing(False, 0.9, 1.0), self._features
            ),
        )
        for encoder in encoders.values():
            encoder.cpu()
        if not self._settings.mixing:
            return data
        shares = mixing_shares(data.train, data.validation, data.class_count, self._settings.seed)
        return replace(data, mixing=shares)

    def train_fusion(
        self,
        kind: str,
        options: Mapping[str, Any],
        embedded: TrainingData,
        stage: str = "fusion",
        listeners: Listeners | None = None,
    ) -> tuple[Fusion, tuple[EpochReport, ...]]:
        """Train one fusion method on embeddings; ``listeners`` stand in for the run's own."""
        fusion = self._new_fusion(kind, options)
        if embedded.mixing:
            embedded = replace(embedded, train=mixed(embedded.train, embedded.mixing))
        trainer = self._trainer(stage, FusionOnly(fusion), embedded, listeners)
        history = trainer.run(None if self._folder is None else self._folder.load(stage))
        return fusion.cpu(), history

    def _train_others(self, embedded: TrainingData) -> dict[str, tuple[Fusion, tuple[EpochReport, ...]]]:
        """Train every further fusion on the same embeddings; of their hundreds of epochs only the progress is told.

        A plug-in's that fails is left out: it must not cost the user the others.
        """
        found = {}
        for index, kind in enumerate(self._settings.others):

            def report(progress: TrainingProgress, index: int = index) -> None:
                share = (index + progress.share) / len(self._settings.others)
                self._listeners.on_progress(TrainingProgress("methods", share))

            listeners = Listeners(on_progress=report, cancelled=self._listeners.cancelled)
            try:
                trained = self.train_fusion(kind, {}, embedded, f"fusion-{kind}", listeners)
                if FUSIONS.origin(kind) is not None:
                    check_output(trained[0])
            except Cancelled:
                raise
            except Exception as error:
                if (origin := FUSIONS.origin(kind)) is None:
                    raise
                log.warning("the fusion method %s is left out", kind, exc_info=True)
                self._left_out[kind] = Problem(
                    "training.method_left_out",
                    method=kind,
                    distribution=origin.distribution,
                    version=origin.version,
                    detail=reason(error),
                )
            else:
                found[kind] = trained
        return found

    def _train_together(self) -> TrainingResult:
        encoders = self._new_encoders()
        fusion = self._new_fusion(self._settings.fusion, self._settings.fusion_options)
        self._check_storable(encoders)
        history = self._train_stage("joint", WholeModel(encoders, fusion), encoders)
        others = self._train_others(self.embed(encoders)) if self._settings.others else {}
        rows = self._map_rows()
        chosen = [self._splits.train[row] for row in rows]
        clean = Storing(unvaried, (False,), self._settings.seed, self._device, self._heed)
        for encoder in encoders.values():
            encoder.to(self._device)
        embedded = embedding_split(self._samples, chosen, encoders, clean)
        validation = embedding_split(self._samples, self._splits.validation, encoders, clean)
        for encoder in encoders.values():
            encoder.cpu()
        return self._result(encoders, fusion, history, others, (embedded, validation), range(len(rows)))

    def _train_stage(self, stage: str, model: Trainable, encoders: Mapping[Input, Encoder]) -> tuple[EpochReport, ...]:
        model.to(self._device)
        seed, kept = self._features_seed, self._features
        storing = [replace(self._storing(*part), seed=seed) for part in ((True, 0.0, 0.9), (False, 0.9, 1.0))]
        train = feature_split(self._samples, self._splits.train, encoders, storing[0], kept)
        validation = feature_split(self._samples, self._splits.validation, encoders, storing[1], kept)
        data = TrainingData(self.inputs, len(self._dataset.labels), train, validation)
        trainer = self._trainer(stage, model, data)
        history = trainer.run(None if self._folder is None else self._folder.load(stage))
        model.cpu()
        return history

    def _trainer(
        self, stage: str, model: Trainable, data: TrainingData, listeners: Listeners | None = None
    ) -> StageTrainer:
        alone = isinstance(model, FusionOnly)
        return StageTrainer(
            stage,
            model,
            data,
            self._settings.fusion_stage if alone else self._settings.encoder_stage,
            self._settings,
            self._device,
            self._folder,
            self._listeners if listeners is None else listeners,
        )

    def _new_encoders(self) -> dict[Input, Encoder]:
        torch.manual_seed(self._settings.seed)
        encoders: dict[Input, Encoder] = {}
        for one, kind in self._kinds.items():
            mine = [index for index in self._splits.train if self._samples.has(index, one)]
            if not mine:
                raise TrainingError(Problem("training.input_missing", dataset=self._dataset.name, input=one.title))
            raws = (self._samples.raw(index, one) for index in mine)
            try:
                encoders[one] = encoder_class(one.kind, kind).fitted(raws, dim=self._settings.dim, evidence=False)
            except ValueError as error:
                raise TrainingError(Problem("training.encoder", kind=kind, detail=str(error))) from error
        return encoders

    def _check_storable(self, encoders: Mapping[Input, Encoder]) -> None:
        """Refuse before the first step what could not be opened after the last."""
        fusion = self._new_fusion(self._settings.fusion, self._settings.fusion_options)
        others = [self._new_fusion(kind, {}) for kind in self._settings.others]
        model = FusionClassifier(self._dataset.labels, encoders, fusion, others)
        check_storable(model, len(self._splits.train) + len(self._splits.validation))

    def _new_fusion(self, kind: str, options: Mapping[str, Any]) -> Fusion:
        torch.manual_seed(self._settings.seed)
        try:
            return FUSIONS[kind](len(self._kinds), self._settings.dim, len(self._dataset.labels), **options)
        except ValueError as error:
            raise TrainingError(Problem("training.fusion", kind=kind, detail=str(error))) from error

    def _storing(self, training: bool, low: float, high: float) -> Storing:
        """How features and embeddings are computed; progress runs from ``low`` to ``high``."""
        copies = self._settings.copies if training and self._settings.augmentation != "none" else 1

        def report(share: float) -> None:
            self._heed(share)
            self._listeners.on_progress(TrainingProgress("features", low + (high - low) * share))

        varied = tuple(version > 0 for version in range(copies))
        return Storing(self._augmentation.apply, varied, self._settings.seed, self._device, report)

    def _heed(self, _share: float) -> None:
        if self._listeners.cancelled():
            raise Cancelled

    def _map_rows(self) -> list[int]:
        """Rows of the training split that make the map."""
        train, samples = self._splits.train, self._samples
        richness = [sum(samples.has(index, one) for one in self.inputs) for index in train]
        targets = [samples.target(index) for index in train]
        return reference_rows(targets, richness, len(self._dataset.labels), self._settings.seed)

    def _result(
        self,
        encoders: Mapping[Input, Encoder],
        fusion: Fusion,
        history: tuple[EpochReport, ...],
        others: Mapping[str, tuple[Fusion, tuple[EpochReport, ...]]],
        data: tuple[SplitData, SplitData],
        rows: Sequence[int],
    ) -> TrainingResult:
        """Put the model together, calibrate it, and lay out some rows of training samples' embeddings on its map."""
        embedded, validation = data
        further = [other for other, _ in others.values()]
        classifier = FusionClassifier(self._dataset.labels, encoders, fusion, further).cpu().eval()
        self._calibrate(classifier, embedded, validation)
        batch = embedded.batch(rows)
        stored_map = make_map(classifier, torch.stack(batch.inputs, 1), batch.present, batch.targets, tick=self._heed)
        histories = {kind: epochs for kind, (_, epochs) in others.items()}
        return TrainingResult(classifier, history, stored_map, histories, tuple(self._left_out.values()))

    def _calibrate(self, classifier: FusionClassifier, train: SplitData, validation: SplitData) -> None:
        """Choose thresholds and temperatures on the validation samples, embedded without variations."""
        learnt, held_out = (
            Rows(torch.stack(batch.inputs, 1), batch.present.clone(), batch.targets)
            for batch in (train.batch(_spread(len(train))), validation.batch(range(len(validation))))
        )
        for column, (one, kind) in enumerate(self._kinds.items()):
            # A plug-in's encoder may have evidence of its own, asked for or not; it stays with that.
            if ENCODER_PARTS.origin(part_of(one.kind, kind)) is not None and self._gives_evidence(classifier, one):
                learnt.present[:, column] = False
        calibrate(classifier, held_out, training=learnt)

    def _gives_evidence(self, classifier: FusionClassifier, one: Input) -> bool:
        encoder = classifier.encoder(one.name)
        rows = (index for index in self._splits.train if self._samples.has(index, one))
        with torch.no_grad():
            return any(
                encoder(encoder.prepare(self._samples.raw(index, one))[None]).evidence is not None
                for index in itertools.islice(rows, 1)
            )


def _spread(count: int) -> list[int]:
    """Return at most ``_CALIBRATING`` rows, evenly spread."""
    return torch.linspace(0, count - 1, min(count, _CALIBRATING)).long().tolist()


def run_identity(dataset: Dataset, splits: Splits, settings: TrainingSettings) -> dict[str, object]:
    """Return what makes two runs the same: settings, split, and the samples with their files' sizes and times."""
    digest = hashlib.sha256()
    for sample in dataset.samples:
        digest.update(repr((sample.label, sample.split)).encode())
        for one, value in sample.values.items():
            digest.update(repr((one.column, str(value))).encode())
            if isinstance(value, Path):
                status = value.stat()
                digest.update(repr((status.st_size, status.st_mtime_ns)).encode())
    kinds = (settings.fusion, *settings.others)
    origins = [FUSIONS.origin(kind) for kind in kinds]
    origins += [ENCODER_PARTS.origin(part_of(one.kind, kind)) for one, kind in settings.encoders.items()]
    plugins = [asdict(origin) for origin in origins if origin is not None]
    return {
        "reader": READER_VERSION,
        "settings": settings.to_json(),
        **({"plugins": plugins} if plugins else {}),
        "splits": [len(indices) for indices in splits],
        "rows": hashlib.sha256(repr(tuple(splits)).encode()).hexdigest(),
        "data": digest.hexdigest(),
    }
