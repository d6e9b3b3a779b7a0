"""``mmdesk evaluate``: what a model is worth on a folder of data, as a report."""

from __future__ import annotations

import argparse
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from mmdesk.app import jobs
from mmdesk.app.arguments import add_device_argument, add_model_argument
from mmdesk.app.report_place import check_report_place, store_report
from mmdesk.app.streams import print_json
from mmdesk.app.train import Screen
from mmdesk.app.training_options import add_split_seed, checked_folder
from mmdesk.core.shares import Interval
from mmdesk.core.training_settings import EvaluationSettings

if TYPE_CHECKING:
    from mmdesk.evaluation.confidence import Unknowns


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``mmdesk evaluate``."""
    add_model_argument(parser, "model")
    parser.add_argument(
        "folder", metavar="DIR", type=Path, help="data folder: class folders with texts.csv, or samples.csv"
    )
    parser.add_argument("--out", metavar="REPORT", type=Path, required=True, help="folder for the report")
    parser.add_argument("--all", action="store_true", help="test on every sample, even those used in training")
    parser.add_argument("--no-baselines", action="store_true", help="train no baselines (late fusion, single inputs)")
    parser.add_argument(
        "--unknowns",
        metavar="DIR",
        type=Path,
        help="folder of samples of nothing the model knows, laid out likewise: how well it tells them",
    )
    add_split_seed(parser, "seed of the split (default: the one used in training)", None)
    add_device_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Measure, write the report, print the main figures as JSON."""
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # as for `mmdesk train`
    from mmdesk.models.device import resolve_device
    from mmdesk.training.loop import Listeners

    check_report_place(arguments.out, arguments.folder)
    screen = Screen()
    result = jobs.evaluate_model(
        arguments.model,
        lambda: checked_folder(arguments.folder).dataset,
        EvaluationSettings(
            arguments.split_seed,
            arguments.all,
            not arguments.no_baselines,
            "" if arguments.unknowns is None else str(arguments.unknowns),
        ),
        resolve_device(arguments.device),
        Listeners(on_progress=screen.on_progress),
    )
    if result.membership:
        screen.say(result.membership)
    scores = result.scores
    summary = {
        "samples": scores.n,
        "seen_in_training": result.seen_in_training,
        "all_samples": result.all_samples,
        "accuracy": scores.accuracy,
        "f1_macro": scores.f1_macro,
        "auc_macro": scores.auc_macro,
        "ece": scores.ece,
        "brier": scores.brier,
        "intervals": {
            "accuracy": _ends(scores.accuracy_interval),
            "f1_macro": _ends(scores.f1_macro_interval),
            "auc_macro": _ends(scores.auc_macro_interval),
            "ece": _ends(scores.ece_interval),
            "brier": _ends(scores.brier_interval),
            "subsets": {one.name: _ends(one.scores.accuracy_interval) for one in result.subsets},
        },
        "subsets": {one.name: one.scores.accuracy for one in result.subsets},
        "calibration": {
            one.name: {"ece_before": one.ece_before, "ece": one.ece_after, "aurc": one.aurc} for one in result.selective
        },
        **({"unknowns": {one.name: _told(one) for one in result.unknowns}} if result.unknowns else {}),
        "report": str(arguments.out / "report.html"),
    }
    # Before the report, so that a full disk does not take the figures with it.
    print_json(summary, indent=2)
    store_report(arguments.out, result)
    return 0


def _told(one: Unknowns) -> dict[str, float | int | None]:
    return {name: value for name, value in asdict(one).items() if name != "name"}


def _ends(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [interval.low, interval.high]
