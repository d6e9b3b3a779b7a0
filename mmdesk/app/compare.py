"""``mmdesk compare``: every fusion method on the same encoders and split, with a report."""

from __future__ import annotations

import argparse
import json
import os
import time
from dataclasses import replace
from pathlib import Path

from mmdesk.app.report_place import check_report_place, store_report
from mmdesk.app.train import Screen
from mmdesk.app.training_options import add_training_arguments, checked_dataset, chosen_settings
from mmdesk.core.errors import MmdeskError, OptionError


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
    from mmdesk.models.checkpoint import load_checkpoint
    from mmdesk.models.device import describe_device, resolve_device
    from mmdesk.training.loop import Listeners
    from mmdesk.training.splits import split_dataset

    check_report_place(arguments.out)
    device = resolve_device(arguments.device)
    dataset = checked_dataset(arguments.folder)
    settings = chosen_settings(arguments, dataset, 0)
    test = arguments.test_share
    splits = split_dataset(dataset, arguments.split_seed, (0.85 - test, 0.15, test))
    encoders = None
    if arguments.encoders_of is not None:
        model = load_checkpoint(arguments.encoders_of)
        encoders = {modality: model.encoder(modality) for modality in model.modalities if modality in settings.encoders}
        if not encoders:
            known = ", ".join(model.modalities)
            raise OptionError(f"--encoders-of {arguments.encoders_of}: it has {known} only.", "Use another model.")
        dim = next(iter(encoders.values())).dim
        kinds = {modality: kind for modality, kind in settings.encoders.items() if modality in encoders}
        settings = replace(settings, encoders=kinds, dim=dim)
    screen = Screen()
    started = time.perf_counter()

    def on_run(method: str, seed: int, accuracy: float) -> None:
        screen.say(f"seed {seed}  {method:18} {accuracy:7.2%}  ({time.perf_counter() - started:.0f} s)")

    kinds_text = ", ".join(f"{modality} {settings.encoders[modality]}" for modality in settings.encoders)
    if arguments.encoders_of is None:
        origin = f"Encoders ({kinds_text}) are trained anew with every seed; all methods of a seed share them."
    else:
        origin = f"Encoders: those of {arguments.encoders_of.name}, finished beforehand."
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
    print(json.dumps(_table(result), indent=2, ensure_ascii=False), flush=True)
    page = store_report(arguments.out, result)
    screen.say(f"report: {page}")
    return 0


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
