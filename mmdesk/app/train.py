"""``mmdesk train``: a folder of data in, a model out."""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

from mmdesk.app import jobs
from mmdesk.app.streams import print_json
from mmdesk.app.training_options import add_training_arguments, checked_folder, chosen_settings
from mmdesk.core.errors import OptionError
from mmdesk.core.problem import Problem
from mmdesk.core.shares import share_interval
from mmdesk.core.training_plan import TrainingRequest
from mmdesk.core.training_progress import EpochReport, TrainingProgress
from mmdesk.core.training_settings import TrainingSettings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``mmdesk train``."""
    parser.add_argument(
        "folder", metavar="DIR", type=Path, help="data folder: class folders with texts.csv, or samples.csv"
    )
    parser.add_argument(
        "--out",
        metavar="MODEL",
        type=Path,
        required=True,
        help="where to save the model: a folder, or a file ending in .mmdesk",
    )
    parser.add_argument("--fusion", metavar="KIND", help="the method that answers first (default: attention_gate)")
    parser.add_argument(
        "--fusions",
        metavar="KINDS",
        default="all",
        help="methods to train, separated by commas, or all (default: all)",
    )
    parser.add_argument("--joint", action="store_true", help="train encoders and fusion together")
    parser.add_argument(
        "--balance",
        choices=("none", "ogm_ge"),
        default="none",
        help="with --joint: keeps one input from dominating (default: none)",
    )
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="random seed (default: 0)")
    parser.add_argument("--fresh", action="store_true", help="start over instead of continuing an interrupted run")
    add_training_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Train, save, and print one JSON summary; an interrupted run goes on when the same command is given again."""
    # Two OpenMP threads that spin while they wait starve everything else on a small machine. Read once, at import.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    from mmdesk.models.checkpoint import check_place
    from mmdesk.models.device import describe_device, resolve_device
    from mmdesk.training.loop import Listeners

    _check_folder(arguments.out)
    check_place(arguments.out)
    device = resolve_device(arguments.device)
    checked = checked_folder(arguments.folder, arguments.split_seed)
    settings = _settings(arguments, chosen_settings(arguments, checked.dataset, arguments.seed))
    folder = jobs.run_folder(arguments.out)
    if arguments.fresh:
        forget_interrupted(folder)
    interrupted = any(folder.glob("state-*.pt"))
    started = time.perf_counter()
    screen = Screen()
    request = TrainingRequest(str(arguments.folder), str(arguments.out), settings, arguments.split_seed)
    training = jobs.Training(request, checked.dataset, device, Listeners(screen.on_epoch, screen.on_progress))
    if training.resumes:
        screen.say("continuing the interrupted run with the same settings and data")
    elif interrupted:
        screen.say("replacing an interrupted run that had other settings or data")
    train, validation, test = map(len, training.splits)
    screen.say(
        f"{train} samples for training, {validation} for validation, {test} for testing; {describe_device(device)}"
    )
    for problem in checked.split_warnings:
        screen.say(str(problem))
    try:
        result = training.train()
    except KeyboardInterrupt:
        screen.say(f"stopped; run the same command to continue from the last complete epoch ({folder})")
        raise
    for problem in result.left_out:
        screen.say(str(problem))
    best = result.best()[settings.fusion]
    count = best.validation_samples
    interval = share_interval(round(best.validation_accuracy * count), count)
    summary = {
        "model": str(arguments.out),
        "fusion": settings.fusion,
        "epochs": len(result.history),
        "validation_samples": best.validation_samples,
        "validation_accuracy": best.validation_accuracy,
        "validation_interval": [interval.low, interval.high],
        "validation_loss": best.validation_loss,
        "input_accuracy": best.input_accuracy,
        "input_samples": best.input_samples,
        "methods": {kind: report.validation_accuracy for kind, report in result.best().items()},
        "curves": str(folder / "curves.csv"),
        "resumed": training.resumes,
        "seconds": round(time.perf_counter() - started, 1),
        "device": describe_device(device),
    }
    print_json(summary, indent=2)
    return 0


class Screen:
    """Tells a terminal, or a log, how the training goes: a line per epoch, and a bar in between on a terminal."""

    def __init__(self) -> None:
        self._bar = sys.stderr.isatty()

    def say(self, text: str) -> None:
        """Print one line."""
        self._clear()
        print(f"mmdesk: {text}", file=sys.stderr, flush=True)

    def on_epoch(self, report: EpochReport) -> None:
        """One line about an epoch."""
        shares = report.input_accuracy.items()
        alone = "  ".join(f"{name} {'–' if share is None else f'{share:.0%}':>4}" for name, share in shares)
        mark = " *" if report.best else ""
        self._clear()
        print(
            f"{report.stage} {report.epoch:3}/{report.epochs}  loss {report.train_loss:.4f}"
            f"  validation {report.validation_loss:.4f} {report.validation_accuracy:6.2%}"
            f"  alone: {alone}  {report.seconds:.1f} s{mark}",
            file=sys.stderr,
            flush=True,
        )

    def on_progress(self, progress: TrainingProgress) -> None:
        """The bar."""
        if not self._bar or progress.stage == "done":
            self._clear()
            return
        filled = round(progress.share * 30)
        left = "" if progress.seconds_left is None else f"  at most {_duration(progress.seconds_left)} left"
        bar = "█" * filled + "░" * (30 - filled)
        print(f"\r\x1b[K{progress.stage} {bar} {progress.share:4.0%}{left}", end="", file=sys.stderr, flush=True)

    def _clear(self) -> None:
        if self._bar:
            print("\r\x1b[K", end="", file=sys.stderr)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


def forget_interrupted(folder: Path) -> None:
    """Remove the state of an interrupted run, as --fresh asks for.

    Raises:
        OptionError: If it cannot be removed.
        TrainingError: If something else stands there.
    """
    from mmdesk.training.state import check_run_folder, forget_run

    check_run_folder(folder)
    try:
        forget_run(folder)
    except OSError as error:
        raise OptionError(Problem("option.fresh", path=folder, reason=error.strerror or str(error))) from error


def _check_folder(out: Path) -> None:
    if not out.resolve().parent.is_dir():
        raise OptionError(Problem("option.out_parent", path=out, folder=out.resolve().parent))


def _settings(arguments: argparse.Namespace, settings: TrainingSettings) -> TrainingSettings:
    from mmdesk.models.fusion import FUSIONS, offered_fusions, possible_fusions

    known = offered_fusions()
    possible = list(possible_fusions(len(settings.encoders), settings.dim))
    kinds = possible
    if arguments.fusions != "all":
        kinds = list(dict.fromkeys(word.strip() for word in arguments.fusions.split(",") if word.strip()))
    if not kinds:
        raise OptionError(Problem("option.no_methods", known=", ".join(known)))
    first = arguments.fusion or next((kind for kind in (settings.fusion, *kinds) if kind in kinds), settings.fusion)
    for option, chosen in (("--fusions", kinds), ("--fusion", [first])):
        if strange := [kind for kind in chosen if kind not in known]:
            if strange[0] in FUSIONS:
                FUSIONS[strange[0]]  # says what is wrong with a plug-in
            raise OptionError(
                Problem("option.unknown_method", option=option, method=strange[0], known=", ".join(known))
            )
    if first not in kinds and first in possible:
        raise OptionError(Problem("option.method_not_trained", method=first, known=arguments.fusions))
    others = tuple(kind for kind in kinds if kind != first)
    try:
        return replace(settings, fusion=first, others=others, joint=arguments.joint, balance=arguments.balance)
    except ValueError as error:
        raise OptionError(Problem("option.needs_joint", detail=str(error))) from error
