"""What the Train window asks for, done and told in the core's values; without Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mmdesk.app import jobs
from mmdesk.app.report_place import store_report
from mmdesk.core.errors import OptionError
from mmdesk.core.problem import Problem
from mmdesk.core.training_plan import MODEL_SUFFIX, EvaluationOutcome, FigureRow, TrainingOutcome, TrainingRequest
from mmdesk.core.training_progress import EpochReport, TrainingProgress
from mmdesk.core.training_settings import EvaluationSettings

if TYPE_CHECKING:
    from mmdesk.evaluation.evaluation_result import SubsetScores
    from mmdesk.training.loop import Listeners


def train(
    request: TrainingRequest,
    device: str,
    listeners: Listeners,
    on_start: Callable[[tuple[EpochReport, ...]], None],
    *,
    replace_model: bool = False,
) -> TrainingOutcome:
    """Train and save.

    Args:
        request: What and how.
        device: ``auto``, ``cuda``, ``mps`` or ``cpu``.
        listeners: Hear how it goes; may cancel.
        on_start: Called with the epochs of an interrupted run that goes on; with none for a new one.
        replace_model: Whether a model that stands at that place may be replaced.

    Raises:
        Cancelled: If a listener asked for it.
        MmdeskError: If it cannot be done, in the user's terms.
    """
    from mmdesk.models.checkpoint import check_place
    from mmdesk.models.device import resolve_device
    from mmdesk.training.dataset import read_dataset

    out = _checked_file(request.out, replace_model)
    check_place(out)
    listeners.on_progress(TrainingProgress("reading", 0.0))
    training = jobs.Training(request, read_dataset(Path(request.folder)), resolve_device(device), listeners)
    on_start(training.earlier())
    result = training.train()
    best = result.best()[request.settings.fusion]
    return TrainingOutcome(
        str(out),
        best.validation_accuracy,
        best.input_accuracy,
        samples=best.validation_samples,
        input_samples=best.input_samples,
        next_out=str(jobs.free_model_file(out)),
        left_out=result.left_out,
    )


def _checked_file(name: str, replace_model: bool) -> Path:
    out = Path(name)
    if out.suffix != MODEL_SUFFIX:
        raise OptionError(Problem("model_file.suffix", name=out.name))
    if not out.is_absolute() or not out.parent.is_dir():
        raise OptionError(Problem("model_file.no_folder", path=out.parent))
    if out.exists() and not replace_model:
        raise OptionError(Problem("model_file.exists", name=out.name))
    return out


def evaluate(model: Path, folder: Path, device: str, listeners: Listeners) -> EvaluationOutcome:
    """Measure a model on the folder's test samples and write the report beside it.

    Raises:
        Cancelled: If a listener asked for it.
        MmdeskError: If it cannot be done, in the user's terms.
    """
    from mmdesk.models.device import resolve_device
    from mmdesk.training.dataset import read_dataset

    result = jobs.evaluate_model(
        model, lambda: read_dataset(folder), EvaluationSettings(), resolve_device(device), listeners
    )
    page = store_report(model.with_name(f"{model.stem}-report"), result)
    rows = sorted((_figures(subset) for subset in result.subsets), key=lambda row: -len(row.inputs))
    return EvaluationOutcome(result.scores.n, tuple(rows), str(page), seen_in_training=result.seen_in_training)


def _figures(subset: SubsetScores) -> FigureRow:
    scores = subset.scores
    return FigureRow(
        inputs=tuple(one.name for one in subset.inputs),
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
