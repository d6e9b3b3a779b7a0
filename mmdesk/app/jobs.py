"""What the Train window and the command line both do: look at a folder of data, train, evaluate. Without Qt."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mmdesk.core.errors import Finding, TrainingError
from mmdesk.core.inputs import MOST_INPUTS
from mmdesk.core.problem import Problem
from mmdesk.core.training_plan import MODEL_SUFFIX, ClassCount, FolderReport, TrainingOptions, TrainingRequest
from mmdesk.core.training_progress import EpochReport
from mmdesk.core.training_settings import EvaluationSettings, TrainingSettings

if TYPE_CHECKING:
    import torch

    from mmdesk.evaluation.evaluation_result import EvaluationResult
    from mmdesk.models.classifier import FusionClassifier
    from mmdesk.training.dataset import Dataset, DatasetReport
    from mmdesk.training.loop import Listeners
    from mmdesk.training.run import TrainingResult
    from mmdesk.training.splits import Splits


def available_options(device: str) -> TrainingOptions:
    """Return what can be chosen; loads torch.

    Raises:
        DeviceError: If that device is not there.
    """
    from mmdesk.core.input_kind import INPUT_KINDS
    from mmdesk.models.device import describe_device, resolve_device
    from mmdesk.models.encoders.registry import ENCODER_PARTS, offered_encoders
    from mmdesk.models.fusion import FUSIONS, offered_fusions, possible_fusions
    from mmdesk.training.media import DATA_KINDS

    encoders = {kind: offered_encoders(kind) for kind in DATA_KINDS}
    possible = {count: possible_fusions(count, TrainingSettings().dim) for count in range(1, MOST_INPUTS + 1)}
    device_words = describe_device(resolve_device(device))
    return TrainingOptions(
        offered_fusions(),
        possible,
        encoders,
        device_words,
        FUSIONS.faults() + ENCODER_PARTS.faults() + INPUT_KINDS.faults(),
    )


def open_model(path: Path) -> FusionClassifier:
    """Load a model, and tell on stderr which of its fusion methods are left out for want of a plug-in.

    Raises:
        CheckpointError: If it cannot be opened.
    """
    from mmdesk.models.checkpoint import load_checkpoint

    classifier = load_checkpoint(path)
    for problem in classifier.left_out.values():
        print(f"mmdesk: {problem}", file=sys.stderr)
    return classifier


class CheckedFolder(NamedTuple):
    """A folder of data, all that is wrong with it, and how a run would split it; None where it cannot run."""

    found: DatasetReport
    splits: Splits | None
    split_warnings: tuple[Problem, ...]


def check_folder(
    folder: Path, progress: Callable[[int, int | None], None], *, media: bool = True, split_seed: int = 0
) -> CheckedFolder:
    """Read a folder of data, and decode its pictures and sounds once unless ``media`` is False.

    Args:
        folder: The folder.
        progress: Called with what is done and the total, None while it is unknown; may raise to stop the check.
        media: Whether to decode.
        split_seed: Of the split, where the data gives none.

    Raises:
        DatasetError: If there is no such folder.
    """
    from mmdesk.training.dataset import check_dataset
    from mmdesk.training.splits import split_dataset, split_warnings

    found = check_dataset(folder, media=media, progress=progress)
    if found.dataset is None:
        return CheckedFolder(found, None, ())
    splits = split_dataset(found.dataset, split_seed)
    return CheckedFolder(found, splits, tuple(split_warnings(found.dataset, splits)))


def report_folder(folder: Path, progress: Callable[[int, int | None], None]) -> tuple[FolderReport, Dataset | None]:
    """Check a folder for the Train window; see `check_folder`."""
    checked = check_folder(folder, progress)
    found, splits = checked.found, checked.splits
    out, interrupted = _model_file(folder, found.dataset, splits)
    problems = found.problems
    if splits is not None and (len(splits.train) < 2 or not splits.validation):
        problems += (Finding("", 0, Problem("data.too_few")),)
    report = FolderReport(
        folder=str(folder),
        name=found.name,
        layout=found.layout,
        inputs=found.inputs,
        classes=tuple(
            ClassCount(label, counts[None], tuple(counts[one] for one in found.inputs))
            for label, counts in found.by_class.items()
        ),
        splits=None if splits is None else (len(splits.train), len(splits.validation), len(splits.test)),
        splits_given=bool(found.by_split),
        problems=problems,
        warnings=found.warnings + tuple(Finding("", 0, problem) for problem in checked.split_warnings),
        out=str(out),
        interrupted=interrupted,
    )
    return report, found.dataset


def run_folder(model: Path) -> Path:
    """Where the state and the curves of the run that makes ``model`` stand: beside it."""
    return model.with_name(f"{model.name}.training")


def _model_file(folder: Path, dataset: Dataset | None, splits: Splits | None) -> tuple[Path, TrainingSettings | None]:
    """Where the model goes: an interrupted run that can go on, else the first name that is free."""
    first = folder.resolve().with_name(f"{folder.resolve().name}{MODEL_SUFFIX}")
    if dataset is not None and splits is not None and not first.exists():
        settings = _interrupted(first, dataset, splits)
        if settings is not None:
            return first, settings
    return free_model_file(first), None


def free_model_file(wanted: Path) -> Path:
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


def _interrupted(out: Path, dataset: Dataset, splits: Splits) -> TrainingSettings | None:
    """The settings of the run into ``out`` that was interrupted, if the window can ask for just the same again."""
    from mmdesk.training.run import run_identity

    folder = run_folder(out)
    described = folder / "run.json"
    if not described.is_file() or not any(folder.glob("state-*.pt")):
        return None
    try:
        stored = json.loads(described.read_text(encoding="utf-8"))
        settings = _offered(TrainingSettings.from_json(stored["settings"]))
        identity = run_identity(dataset, splits, settings)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):  # written by hand, or by another version
        return None
    return settings if json.loads(json.dumps(identity, default=str)) == stored else None


def _offered(settings: TrainingSettings) -> TrainingSettings:
    """The settings as the window can ask for them: what it does not offer stands at its default."""
    from mmdesk.models.fusion import possible_fusions

    plain = TrainingSettings()
    possible = possible_fusions(len(settings.encoders), plain.dim) if settings.others else ()
    return replace(
        settings,
        fusion_options={},
        others=tuple(kind for kind in possible if kind != settings.fusion),
        dim=plain.dim,
        encoder_stage=replace(plain.encoder_stage, epochs=settings.encoder_stage.epochs),
        fusion_stage=replace(plain.fusion_stage, epochs=settings.fusion_stage.epochs),
        weight_decay=plain.weight_decay,
        copies=plain.copies,
    )


class Training:
    """A run that is ready to start, or to go on where it was interrupted.

    Args:
        request: What and how; the place of the model is checked by the caller.
        dataset: The folder of data, read.
        device: Where.
        listeners: Called on the thread that calls `train`; may cancel.

    Attributes:
        splits: How the data is split.
        folder: Where the run's state and its curves stand.
        resumes: Whether an interrupted run of the same data and settings goes on.

    Raises:
        MmdeskError: If the settings do not fit the data, or the state cannot be kept.
    """

    def __init__(self, request: TrainingRequest, dataset: Dataset, device: torch.device, listeners: Listeners) -> None:
        from mmdesk.training.contents import trained_on
        from mmdesk.training.run import TrainingRun
        from mmdesk.training.splits import split_dataset

        self._out, self._settings, self._dataset = Path(request.out), request.settings, dataset
        self.splits = split_dataset(dataset, request.split_seed)
        self._known = trained_on(dataset, self.splits, request.split_seed, request.settings.encoders)
        self.folder = run_folder(self._out)
        self._run = TrainingRun(dataset, self.splits, request.settings, device, self.folder, listeners)
        self.resumes = self._run.resumes

    def earlier(self) -> tuple[EpochReport, ...]:
        """The epochs that an interrupted run has behind it; none for a new one.

        Raises:
            TrainingError: If its state is damaged.
        """
        from mmdesk.training.run import run_identity
        from mmdesk.training.state import RunFolder

        if not self.resumes:
            return ()
        folder = RunFolder(self.folder, run_identity(self._dataset, self.splits, self._settings))
        saved = [folder.load(stage) for stage in ("encoders", "fusion", "joint")]
        rows: Iterable[dict[str, Any]] = (row for stage in saved if stage is not None for row in stage.extra["history"])
        return tuple(EpochReport(**row) for row in rows)

    def train(self) -> TrainingResult:
        """Train, and save the model.

        Raises:
            Cancelled: If a listener asked for it; what stands on disk is the end of the last whole epoch.
            MmdeskError: If it cannot be done, in the user's terms.
        """
        from mmdesk.models.checkpoint import save_checkpoint
        from mmdesk.training.card import write_card

        def keep(result: TrainingResult) -> None:
            card = write_card(self._dataset, self.splits, self._settings, result, self._known)
            save_checkpoint(result.classifier, self._out, card, result.stored_map, self._known)

        return self._run.train(keep)


def evaluate_model(
    model: Path, read: Callable[[], Dataset], settings: EvaluationSettings, device: torch.device, listeners: Listeners
) -> EvaluationResult:
    """Measure a model on the test samples of a folder of data.

    Args:
        model: A checkpoint.
        read: Reads the data; called once the model is known to be sound.
        settings: On which samples, and against what.
        device: Where.
        listeners: Called on this thread; may cancel.

    Raises:
        Cancelled: If a listener asked for it.
        MmdeskError: If it cannot be done, in the user's terms.
    """
    from mmdesk.evaluation.evaluation import evaluate
    from mmdesk.evaluation.measured import measured_samples
    from mmdesk.evaluation.unknowns import check_unknowns
    from mmdesk.models.checkpoint import load_trained_on
    from mmdesk.training.dataset import read_unknowns
    from mmdesk.training.loop import Cancelled

    def stoppable(_done: int, _total: int | None) -> None:
        if listeners.cancelled():
            raise Cancelled

    classifier = open_model(model)
    unknowns = None
    if settings.unknowns:
        unknowns = read_unknowns(Path(settings.unknowns), media=True, progress=stoppable)
        check_unknowns(unknowns, classifier, model.name)
    dataset = read()
    measured = measured_samples(
        dataset,
        load_trained_on(model),
        classifier.inputs,
        split_seed=settings.split_seed,
        all_samples=settings.all_samples,
    )
    return evaluate(
        classifier,
        model.name,
        dataset,
        measured,
        device,
        baselines=settings.baselines,
        unknowns=unknowns,
        listeners=listeners,
    )
