"""The work behind the Train window: what its thread does, in the core's values and without Qt."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mmdesk.app.train import run_folder
from mmdesk.core.errors import Finding, OptionError, TrainingError
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.output import writing
from mmdesk.core.problem import Problem
from mmdesk.core.training_plan import (
    MODEL_SUFFIX,
    ClassCount,
    EvaluationOutcome,
    FigureRow,
    FolderReport,
    TrainingOptions,
    TrainingOutcome,
    TrainingRequest,
)
from mmdesk.core.training_progress import EpochReport, TrainingProgress

if TYPE_CHECKING:
    from mmdesk.evaluation.evaluation_result import SubsetScores
    from mmdesk.training.dataset import Dataset, DatasetReport
    from mmdesk.training.loop import Listeners
    from mmdesk.training.settings import TrainingSettings
    from mmdesk.training.splits import Splits

_SPLIT_SEED = 0
"""As `mmdesk train` has it."""


def available_options(device: str) -> TrainingOptions:
    """Return what can be chosen; loads torch.

    Raises:
        DeviceError: If that device is not there.
    """
    from mmdesk.models.device import describe_device, resolve_device
    from mmdesk.models.encoders.registry import DEFAULT_ENCODERS, ENCODERS
    from mmdesk.models.fusion import FUSIONS

    encoders = {
        modality: tuple(sorted(ENCODERS[modality], key=lambda kind: kind != DEFAULT_ENCODERS[modality]))
        for modality in MODALITIES
    }
    fusions = tuple(kind for kind in FUSIONS if kind != "unimodal")
    return TrainingOptions(fusions, encoders, describe_device(resolve_device(device)))


def report_folder(folder: Path, progress: Callable[[int, int | None], None]) -> tuple[FolderReport, Dataset | None]:
    """Check a folder of data as `mmdesk dataset check` does, and say how a run would split it.

    Args:
        folder: The folder.
        progress: Told what is done and the total, None while it is unknown; may raise to stop the check.

    Raises:
        DatasetError: If there is no such folder.
    """
    from mmdesk.training.dataset import check_dataset
    from mmdesk.training.splits import split_dataset

    found = check_dataset(folder, progress=progress)
    splits = None if found.dataset is None else split_dataset(found.dataset, _SPLIT_SEED)
    out, interrupted = _place(folder, found.dataset, splits)
    return _folder_report(folder, found, splits, out, interrupted), found.dataset


def _folder_report(
    folder: Path, found: DatasetReport, splits: Splits | None, out: Path, interrupted: TrainingRequest | None
) -> FolderReport:
    from mmdesk.training.splits import split_warnings

    problems = found.problems
    if splits is not None and (len(splits.train) < 2 or not splits.validation):
        problems += (Finding("", 0, Problem("data.too_few")),)
    warnings: tuple[Finding, ...] = ()
    if splits is not None and found.dataset is not None:
        warnings = tuple(Finding("", 0, problem) for problem in split_warnings(found.dataset, splits))
    classes = tuple(
        ClassCount(label, counts[None] or 0, tuple_of_three(counts)) for label, counts in found.by_class.items()
    )
    return FolderReport(
        folder=str(folder),
        name=found.name,
        layout=found.layout,
        classes=classes,
        splits=None if splits is None else (len(splits.train), len(splits.validation), len(splits.test)),
        splits_given=bool(found.by_split),
        problems=problems,
        warnings=found.warnings + warnings,
        out=str(out),
        interrupted=interrupted,
    )


def tuple_of_three(counts: Mapping[Modality | None, int]) -> tuple[int, int, int]:
    """A count of each modality, in the order of `MODALITIES`."""
    image, audio, text = (counts[modality] for modality in MODALITIES)
    return image, audio, text


def _place(folder: Path, dataset: Dataset | None, splits: Splits | None) -> tuple[Path, TrainingRequest | None]:
    """Where the model goes: an interrupted run that can go on, else the first name that is free."""
    first = folder.resolve().with_name(f"{folder.resolve().name}{MODEL_SUFFIX}")
    if dataset is not None and splits is not None and not first.exists():
        request = _interrupted(first, dataset, splits)
        if request is not None:
            return first, request
    return free_place(first), None


def free_place(wanted: Path) -> Path:
    """Return ``wanted``, or with a number behind its name, where neither a model nor an interrupted run stands."""
    candidate, number = wanted, 1
    while candidate.exists() or not _is_free(run_folder(candidate)):
        number += 1
        candidate = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return candidate


def _is_free(folder: Path) -> bool:
    """Whether a new run's state may go there."""
    from mmdesk.training.state import check_run_folder

    try:
        check_run_folder(folder)
    except TrainingError:
        return False
    return not any(folder.glob("state-*.pt"))


def _interrupted(out: Path, dataset: Dataset, splits: Splits) -> TrainingRequest | None:
    """The request whose run into ``out`` was interrupted, if this window can ask for just the same again."""
    from mmdesk.training.run import run_identity

    folder = run_folder(out)
    described = folder / "run.json"
    if not described.is_file() or not any(folder.glob("state-*.pt")):
        return None
    try:
        stored = json.loads(described.read_text(encoding="utf-8"))
        request = _request_of(stored["settings"], str(dataset.root), str(out))
        identity = run_identity(dataset, splits, settings_of(request))
    except (OSError, ValueError, KeyError, TypeError):  # written by hand, or by another version
        return None
    return request if json.loads(json.dumps(identity, default=str)) == stored else None


def _request_of(settings: Mapping[str, Any], folder: str, out: str) -> TrainingRequest:
    encoders = settings["encoders"]
    return TrainingRequest(
        folder=folder,
        out=out,
        fusion=settings["fusion"],
        every_fusion=bool(settings["others"]),
        encoders=tuple((modality, encoders[modality]) for modality in MODALITIES if modality in encoders),
        joint=settings["joint"],
        balance=settings["balance"] != "none",
        encoder_epochs=settings["encoder_stage"]["epochs"],
        fusion_epochs=settings["fusion_stage"]["epochs"],
        augmentation=settings["augmentation"],
        modality_dropout=settings["modality_dropout"],
        class_weights=settings["class_weights"],
        label_smoothing=settings["label_smoothing"],
        seed=settings["seed"],
    )


def settings_of(request: TrainingRequest) -> TrainingSettings:
    """Return the settings of a run, equal to those of `mmdesk train` with the same choices.

    Raises:
        ValueError: If a value is out of range.
    """
    from mmdesk.models.fusion import possible_fusions
    from mmdesk.training.settings import TrainingSettings

    plain = TrainingSettings()
    possible = possible_fusions(len(request.encoders) or len(MODALITIES), plain.dim) if request.every_fusion else ()
    others = tuple(kind for kind in possible if kind != request.fusion)
    return TrainingSettings(
        fusion=request.fusion,
        others=others,
        encoders=dict(request.encoders),
        joint=request.joint,
        balance="ogm_ge" if request.balance and request.joint else "none",
        encoder_stage=replace(plain.encoder_stage, epochs=request.encoder_epochs),
        fusion_stage=replace(plain.fusion_stage, epochs=request.fusion_epochs),
        augmentation=request.augmentation,
        modality_dropout=request.modality_dropout,
        class_weights=request.class_weights,
        label_smoothing=request.label_smoothing,
        seed=request.seed,
    )


def train(
    request: TrainingRequest,
    device: str,
    listeners: Listeners,
    on_start: Callable[[tuple[EpochReport, ...]], None],
    *,
    replace_model: bool = False,
) -> TrainingOutcome:
    """Train and save, as `mmdesk train` does.

    Args:
        request: What and how.
        device: ``auto``, ``cuda``, ``mps`` or ``cpu``.
        listeners: Told how it goes; may cancel.
        on_start: Told the epochs of an interrupted run that goes on; nothing for a new one.
        replace_model: Whether a model that stands at that place may be replaced.

    Raises:
        Cancelled: If a listener asked for it.
        MmdeskError: If it cannot be done, in the user's terms.
    """
    from mmdesk.models.checkpoint import check_place, save_checkpoint
    from mmdesk.models.device import resolve_device
    from mmdesk.training.card import write_card
    from mmdesk.training.contents import trained_on
    from mmdesk.training.dataset import read_dataset
    from mmdesk.training.run import TrainingResult, TrainingRun
    from mmdesk.training.splits import split_dataset

    out = _checked_place(request.out, replace_model)
    check_place(out)
    try:
        settings = settings_of(request)
    except ValueError as error:
        raise OptionError(Problem("training.settings", detail=str(error))) from error
    listeners.on_progress(TrainingProgress("reading", 0.0))
    dataset = read_dataset(Path(request.folder))
    splits = split_dataset(dataset, _SPLIT_SEED)
    known = trained_on(dataset, splits, _SPLIT_SEED, settings.encoders)
    training = TrainingRun(dataset, splits, settings, resolve_device(device), run_folder(out), listeners)
    on_start(_earlier(out, dataset, splits, settings) if training.resumes else ())

    def keep(result: TrainingResult) -> None:
        card = write_card(dataset, splits, settings, result, known)
        save_checkpoint(result.classifier, out, card, result.stored_map, known)

    result = training.train(keep)
    best = result.best()[settings.fusion]
    return TrainingOutcome(
        str(out),
        best.validation_accuracy,
        best.modality_accuracy,
        samples=best.validation_samples,
        modality_samples=best.modality_samples,
        next_out=str(free_place(out)),
    )


def _checked_place(place: str, replace_model: bool) -> Path:
    out = Path(place)
    if out.suffix != MODEL_SUFFIX:
        raise OptionError(Problem("model_file.suffix", name=out.name))
    if not out.is_absolute() or not out.parent.is_dir():
        raise OptionError(Problem("model_file.no_folder", path=out.parent))
    if out.exists() and not replace_model:
        raise OptionError(Problem("model_file.exists", name=out.name))
    return out


def _earlier(out: Path, dataset: Dataset, splits: Splits, settings: TrainingSettings) -> tuple[EpochReport, ...]:
    """The epochs that an interrupted run has behind it."""
    from mmdesk.training.run import run_identity
    from mmdesk.training.state import RunFolder

    folder = RunFolder(run_folder(out), run_identity(dataset, splits, settings))
    saved = [folder.load(stage) for stage in ("encoders", "fusion", "joint")]
    rows: Iterable[dict[str, Any]] = (row for stage in saved if stage is not None for row in stage.extra["history"])
    return tuple(EpochReport.from_json(row) for row in rows)


def evaluate_model(model: Path, folder: Path, device: str, listeners: Listeners) -> EvaluationOutcome:
    """Measure a model on the folder's test samples and write the report beside it, as `mmdesk evaluate` does.

    Raises:
        Cancelled: If a listener asked for it.
        MmdeskError: If it cannot be done, in the user's terms.
    """
    from mmdesk.evaluation.evaluation import evaluate
    from mmdesk.evaluation.measured import measured_samples
    from mmdesk.evaluation.report import write_report
    from mmdesk.models.checkpoint import load_checkpoint, load_trained_on
    from mmdesk.models.device import resolve_device
    from mmdesk.training.dataset import read_dataset

    classifier = load_checkpoint(model)
    dataset = read_dataset(folder)
    measured = measured_samples(dataset, load_trained_on(model), classifier.modalities)
    result = evaluate(classifier, model.name, dataset, measured, resolve_device(device), listeners=listeners)
    folder = model.with_name(f"{model.stem}-report")
    with writing(folder):
        page = write_report(folder, result)
    rows = sorted((_figures(subset) for subset in result.subsets), key=lambda row: -len(row.modalities))
    return EvaluationOutcome(result.scores.n, tuple(rows), str(page), seen_in_training=result.seen_in_training)


def _figures(subset: SubsetScores) -> FigureRow:
    scores = subset.scores
    return FigureRow(
        modalities=subset.modalities,
        samples=scores.n,
        accuracy=scores.accuracy,
        low=scores.accuracy_interval.low,
        high=scores.accuracy_interval.high,
        f1=scores.f1_macro,
        auc=scores.auc_macro,
        ece=scores.ece,
        brier=scores.brier,
        baselines=tuple((name, baseline.accuracy) for name, baseline in subset.baselines.items()),
    )
