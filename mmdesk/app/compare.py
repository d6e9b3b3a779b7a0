"""``mmdesk compare``: every fusion method on the same encoders and split, with a report."""

from __future__ import annotations

import argparse
import os
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mmdesk.app.report_place import check_report_place, store_report
from mmdesk.app.streams import print_json
from mmdesk.app.train import Screen
from mmdesk.app.training_options import add_training_arguments, checked_dataset, chosen_settings
from mmdesk.core.errors import MmdeskError, OptionError
from mmdesk.core.modality import Modality

if TYPE_CHECKING:
    from mmdesk.models.encoders.base import Encoder
    from mmdesk.models.trained_on import TrainedOn
    from mmdesk.training.settings import TrainingSettings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``mmdesk compare``."""
    parser.add_argument("folder", metavar="DIR", type=Path, help="class folders with texts.csv, or samples.csv")
    parser.add_argument("--out", metavar="REPORT", type=Path, required=True, help="folder for the report")
    parser.add_argument("--fusions", metavar="KINDS", default="all", help="kinds with commas between, or all (all)")
    parser.add_argument("--seeds", metavar="N", type=int, default=5, help="how many trainings of each (5)")
    parser.add_argument(
        "--encoders-of", metavar="MODEL", type=Path, help="use this model's finished encoders instead of training some"
    )
    parser.add_argument("--test-share", metavar="P", type=float, default=0.25, help="where no split is given (0.25)")
    add_training_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Train, measure, write the report, and print a table."""
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # as for `mmdesk train`
    if not 1 <= arguments.seeds <= 100:
        raise OptionError(f"--seeds {arguments.seeds} is out of range.", "Give 1 to 100.")
    if not 0.05 <= arguments.test_share <= 0.5:
        raise OptionError(f"--test-share {arguments.test_share:g} is out of range.", "Give 0.05 to 0.5.")
    from mmdesk.evaluation.comparison import Comparison
    from mmdesk.evaluation.measured import without_seen
    from mmdesk.models.device import describe_device, resolve_device
    from mmdesk.training.loop import Listeners
    from mmdesk.training.splits import split_dataset

    check_report_place(arguments.out, arguments.folder)
    device = resolve_device(arguments.device)
    dataset = checked_dataset(arguments.folder)
    settings = chosen_settings(arguments, dataset, 0)
    test = arguments.test_share
    splits = split_dataset(dataset, arguments.split_seed, (0.85 - test, 0.15, test))
    encoders, settings, known = _finished_encoders(arguments.encoders_of, settings)
    splits, left_out = without_seen(dataset, splits, settings.encoders, known)
    screen = Screen()
    started = time.perf_counter()

    def on_run(method: str, seed: int, accuracy: float) -> None:
        screen.say(f"seed {seed}  {method:18} {accuracy:7.2%}  ({time.perf_counter() - started:.0f} s)")

    kinds_text = ", ".join(f"{modality} {settings.encoders[modality]}" for modality in settings.encoders)
    origin = _origin(arguments.encoders_of, known, kinds_text)
    counts = f"{len(splits.train)} samples to train, {len(splits.validation)} to validate, {len(splits.test)} to test"
    details = (
        f"Embedding length {settings.dim}, augmentation {settings.augmentation}, modality dropout "
        f"{settings.modality_dropout:g}, label smoothing {settings.label_smoothing:g}"
    )
    notes = [
        f"{counts}; one split for all (seed {arguments.split_seed}).",
        origin,
        f"{details}; computed on {describe_device(device)}.",
    ]
    if left_out:
        notes.append(f"{left_out} test samples were left out: they are copies of samples that were trained on.")
    try:
        comparison = Comparison(
            dataset,
            splits,
            settings,
            fusions=_fusions(arguments.fusions),
            seeds=range(arguments.seeds),
            device=device,
            encoders=encoders,
            listeners=Listeners(on_progress=screen.on_progress),
        )
    except ValueError as error:
        raise OptionError(f"{error}.", "See --help.") from error
    result = comparison.run(notes, on_run)
    # Before the report, so that a full disk does not take the figures with it.
    print_json(_table(result), indent=2)
    page = store_report(arguments.out, result)
    screen.say(f"report: {page}")
    return 0


def _finished_encoders(
    place: Path | None, settings: TrainingSettings
) -> tuple[dict[Modality, Encoder] | None, TrainingSettings, TrainedOn | None]:
    """Return a model's encoders, the settings that fit them, and what it was trained on; none without a model."""
    from mmdesk.models.checkpoint import load_checkpoint, load_trained_on

    if place is None:
        return None, settings, None
    model = load_checkpoint(place)
    encoders = {modality: model.encoder(modality) for modality in model.modalities if modality in settings.encoders}
    if not encoders:
        raise OptionError(f"--encoders-of {place}: it has {', '.join(model.modalities)} only.", "Use another model.")
    dim = next(iter(encoders.values())).dim
    kinds = {modality: kind for modality, kind in settings.encoders.items() if modality in encoders}
    return encoders, replace(settings, encoders=kinds, dim=dim), load_trained_on(place)


def _origin(place: Path | None, known: TrainedOn | None, kinds: str) -> str:
    if place is None:
        return f"Encoders ({kinds}) are trained anew with every seed; all methods of a seed share them."
    words = f"Encoders: those of {place.name}, finished beforehand."
    unknown = " It does not say what it was trained on: test samples that it knows are not left out."
    return words if known is not None else words + unknown


def _fusions(words: str) -> list[str]:
    from mmdesk.models.fusion import FUSIONS

    if words == "all":
        return [kind for kind in FUSIONS if kind != "unimodal"]
    return [word.strip() for word in words.split(",") if word.strip()]


def _table(result: object) -> dict[str, dict[str, str]]:
    from mmdesk.evaluation.comparison_result import ComparisonResult

    if not isinstance(result, ComparisonResult):
        raise MmdeskError("the comparison gave no result")
    return {
        method.name: {
            condition.name: (
                f"{result.accuracy(method.kind, condition.name).mean():.2%} ± "
                f"{result.accuracy(method.kind, condition.name).std(ddof=min(1, len(result.seeds) - 1)):.2%}"
            )
            for condition in result.conditions
        }
        for method in result.methods
    }
