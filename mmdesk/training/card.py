"""The model card of a model trained on a user's folder."""

from __future__ import annotations

from mmdesk.core.shares import percent_number, range_numbers, share_interval
from mmdesk.core.training_settings import TrainingSettings
from mmdesk.models.checkpoint_calibration import calibration_words
from mmdesk.models.checkpoint_config import describe
from mmdesk.models.trained_on import TrainedOn
from mmdesk.training.dataset import Dataset
from mmdesk.training.run import TrainingResult
from mmdesk.training.splits import Splits


def write_card(
    dataset: Dataset,
    splits: Splits,
    settings: TrainingSettings,
    result: TrainingResult,
    known: TrainedOn,
) -> str:
    """Return the card, Markdown: data, method, and what was measured on the validation samples."""
    best = result.best()[settings.fusion]
    alone = [
        _row(f"{name} alone", accuracy, best.input_samples[name])
        for name, accuracy in best.input_accuracy.items()
        if accuracy is not None
    ]
    others = [
        _row(f"{kind.replace('_', ' ')}, everything present", report.validation_accuracy, report.validation_samples)
        for kind, report in result.best().items()
        if kind != settings.fusion
    ]
    encoders = ", ".join(f"{one.column}: {kind}" for one, kind in settings.encoders.items())
    classes = ", ".join(dataset.labels[:12]) + (", …" if len(dataset.labels) > 12 else "")
    data = (
        f"Trained by mmdesk on {len(splits.train)} samples of {len(dataset.labels)} classes ({classes}); "
        f"{len(splits.validation)} samples decided when to stop, {len(splits.test)} were left for testing "
        f"(split seed {known.split_seed})."
    )
    draws = (
        f"- Augmentation {settings.augmentation}, modality dropout {settings.modality_dropout:g}, "
        f"balance {settings.balance}, seed {settings.seed}"
    )
    needed = sorted({f"{part.distribution} {part.version}" for part in describe(result.classifier).plugins})
    threads = f"{known.threads} thread{'s' if known.threads > 1 else ''}"
    rounding = f"- Computed on {threads}; another number, or another kind of processor, rounds a little differently"
    rows = [
        f"# {dataset.name}: {settings.fusion}",
        "",
        data,
        "",
        f"- Encoders: {encoders}",
        f"- Fusion: {settings.fusion}{'' if not settings.fusion_options else f' {settings.fusion_options}'}",
        f"- Plan: {'joint' if settings.joint else 'encoders first, then the fusion on their embeddings'}",
        draws,
        *([f"- Needs the plug-ins {', '.join(needed)}"] if needed else []),
        rounding,
        "",
        "| on the validation samples | n | accuracy | 95 % interval |",
        "|---|---|---|---|",
        _row("everything present", best.validation_accuracy, best.validation_samples),
        *alone,
        *others,
        "",
        "## When it knows, and how sure it is",
        "",
        *(f"- {words}" for words in calibration_words(result.classifier)),
        "",
        "These figures chose the model and so flatter it; `mmdesk evaluate` measures on the test samples.",
        "Licence and consent for the data are those of the folder it came from.",
    ]
    return "\n".join(rows) + "\n"


def _row(what: str, accuracy: float, count: int) -> str:
    interval = range_numbers(share_interval(round(accuracy * count), count), 1)
    return f"| {what} | {count} | {percent_number(accuracy)} % | {interval} |"
