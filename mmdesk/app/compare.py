"""``mmdesk compare``: every fusion method on the same encoders and splits, with a report."""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mmdesk.app.report_place import check_report_place, store_report
from mmdesk.app.streams import print_json
from mmdesk.app.train import Screen, forget_interrupted
from mmdesk.app.training_options import add_training_arguments, checked_folder, chosen_settings
from mmdesk.core.errors import MmdeskError, OptionError
from mmdesk.core.inputs import Input
from mmdesk.core.problem import Problem
from mmdesk.core.shares import counted, percent_number, range_numbers
from mmdesk.core.training_settings import TrainingSettings

if TYPE_CHECKING:
    import torch

    from mmdesk.evaluation.comparison import Comparison
    from mmdesk.evaluation.comparison_result import ComparisonResult
    from mmdesk.evaluation.comparison_workers import Workers
    from mmdesk.models.encoders.base import Encoder
    from mmdesk.models.trained_on import TrainedOn
    from mmdesk.training.dataset import Dataset
    from mmdesk.training.splits import Splits

UNFINISHED = "unfinished"
"""The folder in that of the report in which finished trainings are kept until all are."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``mmdesk compare``."""
    parser.add_argument(
        "folder", metavar="DIR", type=Path, help="data folder: class folders with texts.csv, or samples.csv"
    )
    parser.add_argument("--out", metavar="REPORT", type=Path, required=True, help="folder for the report")
    parser.add_argument(
        "--fusions", metavar="KINDS", default="all", help="fusion methods, separated by commas, or all (default: all)"
    )
    parser.add_argument(
        "--seeds", metavar="N", type=int, default=10, help="trainings per method, each on a new split (default: 10)"
    )
    parser.add_argument(
        "--fixed-split",
        action="store_true",
        help="use one split for all seeds; the result then holds for that split only",
    )
    parser.add_argument(
        "--encoders-of",
        metavar="MODEL",
        type=Path,
        help="use the trained encoders of this model instead of training new ones",
    )
    place = parser.add_mutually_exclusive_group()
    place.add_argument(
        "--jobs",
        metavar="N",
        type=int,
        help="number of trainings at a time, each on one core in its own process (default: one per core, or 1 if a "
        "graphics card trains; always 1 in the installed program on Windows)",
    )
    place.add_argument(
        "--scheduler",
        metavar="tcp://HOST:PORT",
        help="train on the workers of this running Dask cluster; they need the same versions of mmdesk and torch, and "
        "the data at the same path (see README)",
    )
    parser.add_argument(
        "--fresh", action="store_true", help="start over instead of continuing an interrupted comparison"
    )
    parser.add_argument(
        "--test-share",
        metavar="P",
        type=float,
        default=0.25,
        help="share of test samples where the data gives no split (default: 0.25)",
    )
    add_training_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Train, measure, write the report, and print a table."""
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # as for `mmdesk train`
    if not 1 <= arguments.seeds <= 100:
        raise OptionError(Problem("option.seeds", value=arguments.seeds))
    if not 0.05 <= arguments.test_share <= 0.5:
        raise OptionError(Problem("option.test_share", value=arguments.test_share))
    if arguments.jobs is not None and arguments.jobs < 1:
        raise OptionError(Problem("option.jobs", value=arguments.jobs))
    from mmdesk.models.device import resolve_device

    check_report_place(arguments.out, arguments.folder)
    device = resolve_device(arguments.device)
    screen = Screen()
    with _workers(arguments, device) as workers:
        comparison, notes = _comparison(arguments, device, screen)
        result = _compared(comparison, workers, notes, screen)
    # Before the report, so that a full disk does not take the figures with it.
    print_json(_table(result), indent=2)
    page = store_report(arguments.out, result)
    comparison.forget()
    screen.say(f"report: {page}")
    return 0


def _comparison(arguments: argparse.Namespace, device: torch.device, screen: Screen) -> tuple[Comparison, list[str]]:
    """Read the data, and return what is to be done with it and the notes of the report."""
    from mmdesk.evaluation.comparison import Comparison
    from mmdesk.models.device import describe_device
    from mmdesk.training.loop import Listeners

    dataset = checked_folder(arguments.folder).dataset
    settings = chosen_settings(arguments, dataset, 0)
    encoders, settings, known = _finished_encoders(arguments.encoders_of, settings)
    splits, split_notes = _chosen_splits(arguments, dataset, settings, known)
    kinds_text = ", ".join(f"{one.name} {kind}" for one, kind in settings.encoders.items())
    origin = _origin(arguments.encoders_of, known, kinds_text)
    details = (
        f"Embedding length {settings.dim}, augmentation {settings.augmentation}, modality dropout "
        f"{settings.modality_dropout:g}, label smoothing {settings.label_smoothing:g}"
    )
    notes = [*split_notes, origin, f"{details}; computed on {describe_device(device)}."]
    folder = arguments.out / UNFINISHED
    if arguments.fresh:
        forget_interrupted(folder)
    try:
        comparison = Comparison(
            dataset,
            splits,
            settings,
            fusions=_fusions(arguments.fusions),
            seeds=range(arguments.seeds),
            device=device,
            folder=folder,
            encoders=encoders,
            listeners=Listeners(on_progress=screen.on_progress),
        )
    except ValueError as error:
        raise OptionError(Problem("option.settings", detail=str(error))) from error
    if comparison.finished:
        done = f"{comparison.finished} of {comparison.count} trainings are finished"
        screen.say(f"continuing the interrupted comparison with the same settings and data: {done}")
    return comparison, notes


def _compared(comparison: Comparison, workers: Workers, notes: list[str], screen: Screen) -> ComparisonResult:
    started = time.perf_counter()

    def on_run(method: str, seed: int, accuracy: float) -> None:
        screen.say(f"seed {seed}  {method:18} {accuracy:7.2%}  ({time.perf_counter() - started:.0f} s)")

    try:
        return comparison.run(workers, notes, on_run)
    except KeyboardInterrupt:
        screen.say("stopped; run the same command to continue")
        raise


def _workers(arguments: argparse.Namespace, device: torch.device) -> Workers:
    from mmdesk.evaluation.comparison_workers import ClusterWorkers, LocalWorkers

    if arguments.scheduler is not None:
        return ClusterWorkers(arguments.scheduler)
    if getattr(sys, "frozen", False) and sys.platform == "win32":  # which joblib cannot start a second time
        return LocalWorkers(1)
    # A graphics card has not the memory for a process a core.
    return LocalWorkers(1 if arguments.jobs is None and device.type != "cpu" else arguments.jobs)


def _finished_encoders(
    place: Path | None, settings: TrainingSettings
) -> tuple[dict[Input, Encoder] | None, TrainingSettings, TrainedOn | None]:
    """Return a model's encoders, the settings that fit them, and what it was trained on; none without a model."""
    from mmdesk.app.jobs import open_model
    from mmdesk.models.checkpoint import load_trained_on

    if place is None:
        return None, settings, None
    model = open_model(place)
    encoders = {one: model.encoder(one.name) for one in settings.encoders if one in model.inputs}
    if not encoders:
        known = ", ".join(one.column for one in model.inputs)
        raise OptionError(Problem("option.encoders_of", path=place, known=known))
    dim = next(iter(encoders.values())).dim
    kinds = {one: kind for one, kind in settings.encoders.items() if one in encoders}
    return encoders, replace(settings, encoders=kinds, dim=dim), load_trained_on(place)


def _origin(place: Path | None, known: TrainedOn | None, kinds: str) -> str:
    if place is None:
        return f"Encoders ({kinds}) are trained anew with every seed; all methods of a seed share them."
    words = f"Encoders: those of {place.name}, finished beforehand."
    unknown = " It does not say what it was trained on: test samples that it knows are not left out."
    return words if known is not None else words + unknown


def _chosen_splits(
    arguments: argparse.Namespace, dataset: Dataset, settings: TrainingSettings, known: TrainedOn | None
) -> tuple[list[Splits] | Splits, list[str]]:
    """Return a split for each seed, or the one that all share, and what the report says of them."""
    from mmdesk.evaluation.measured import without_seen
    from mmdesk.training.splits import LARGEST_SEED, split_dataset

    test, seed = arguments.test_share, arguments.split_seed
    why = _fixed_split_reason(arguments, dataset, settings, known)
    count = 1 if why else arguments.seeds
    if seed + count - 1 > LARGEST_SEED:
        raise OptionError(Problem("option.split_seed", seed=seed, count=count, most=LARGEST_SEED - count + 1))
    drawn = [split_dataset(dataset, seed + index, (0.85 - test, 0.15, test)) for index in range(count)]
    kept = [without_seen(dataset, split, settings.encoders, known) for split in drawn]
    splits, left_out = [split for split, _ in kept], [count for _, count in kept]
    first = splits[0]
    about = "" if len({tuple(len(part) for part in split) for split in splits}) == 1 else "About "
    train, validation, test = len(first.train), len(first.validation), len(first.test)
    counts = f"{train} samples for training, {validation} for validation, {test} for testing"
    origin = why or f"every seed splits the data anew (split seeds {seed} to {seed + len(splits) - 1})"
    if not why and len(splits) == 1:
        origin = f"one seed, and so one split (split seed {seed})"
    notes = [f"{about}{counts}; {origin}."]
    if any(left_out):
        fewest, most = min(left_out), max(left_out)
        number = counted(most, "test sample") if fewest == most else f"{fewest} to {most} test samples"
        trained = "of what the encoders were trained on, or " if known is not None else ""
        notes.append(f"Left out of a split: {number}, {trained}copies of samples that were trained on.")
    return (first if why else splits), notes


def _fixed_split_reason(
    arguments: argparse.Namespace, dataset: Dataset, settings: TrainingSettings, known: TrainedOn | None
) -> str:
    """Return why all seeds share one split; "" where each has its own."""
    from mmdesk.training.contents import seen_in_training

    if any(sample.split == "test" for sample in dataset.samples):
        return "the data itself says which sample is in which split, so all seeds share it"
    if arguments.fixed_split:
        return f"one split for all seeds (split seed {arguments.split_seed})"
    everything = range(len(dataset.samples))
    if known is not None and seen_in_training(dataset, everything, known, settings.encoders):
        return "the finished encoders were trained on some of these samples, so all seeds share the split that is left"
    return ""


def _fusions(words: str) -> list[str]:
    from mmdesk.models.fusion import offered_fusions

    if words == "all":
        return list(offered_fusions())
    return [word.strip() for word in words.split(",") if word.strip()]


def _table(result: object) -> dict[str, dict[str, str]]:
    from mmdesk.evaluation.comparison_result import ComparisonResult

    if not isinstance(result, ComparisonResult):
        raise MmdeskError(Problem("comparison.no_result"))
    return {
        method.name: {condition.name: _cell(result, method.kind, condition.name) for condition in result.conditions}
        for method in result.methods
    }


def _cell(result: ComparisonResult, method: str, condition: str) -> str:
    """Return "93.40% ± 0.52% (95 % interval 92–95, 10 seeds of 219 test samples)"."""
    from mmdesk.evaluation.comparison_tests import accuracy_interval
    from mmdesk.evaluation.report.comparison_words import tested_words

    values = result.accuracy(method, condition)
    spread = values.std(ddof=1) if len(values) > 1 else 0.0
    interval = range_numbers(accuracy_interval(result, method, condition))
    samples = f"{counted(len(values), 'seed')} of {tested_words(result)}"
    return f"{percent_number(float(values.mean()), 2)}% ± {spread:.2%} (95 % interval {interval}, {samples})"
