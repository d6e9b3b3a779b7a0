"""The options that the commands which train have in common."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mmdesk.app.arguments import add_device_argument, seed
from mmdesk.app.jobs import check_folder
from mmdesk.core.errors import DatasetError, OptionError
from mmdesk.core.inputs import Input
from mmdesk.core.problem import Problem
from mmdesk.core.training_settings import TrainingSettings

if TYPE_CHECKING:
    from mmdesk.training.dataset import Dataset


def add_training_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare them."""
    parser.add_argument(
        "--encoder",
        metavar="INPUT=KIND",
        action="append",
        default=[],
        help="image=cnn or audio=mel_rnn for all inputs of that kind, front=cnn for the one called front, or "
        "text=none to leave one out; may be repeated, the last one counts",
    )
    parser.add_argument("--dim", metavar="D", type=int, default=64, help="length of every embedding (default: 64)")
    parser.add_argument(
        "--encoder-epochs", metavar="N", type=int, default=40, help="most epochs for the encoders (default: 40)"
    )
    parser.add_argument(
        "--fusion-epochs", metavar="N", type=int, default=60, help="most epochs for the fusion (default: 60)"
    )
    parser.add_argument(
        "--batch-size",
        metavar="N",
        type=int,
        default=64,
        help="samples per training step of the encoders (default: 64)",
    )
    parser.add_argument(
        "--learning-rate", metavar="R", type=float, default=2e-3, help="learning rate of the encoders (default: 0.002)"
    )
    parser.add_argument(
        "--augmentation",
        choices=("none", "light", "strong"),
        default="light",
        help="how strongly to vary the samples (default: light)",
    )
    parser.add_argument(
        "--modality-dropout", metavar="P", type=float, default=0.3, help="chance to withhold an input (default: 0.3)"
    )
    parser.add_argument(
        "--label-smoothing",
        metavar="P",
        type=float,
        default=0.05,
        help="label smoothing of the cross-entropy (default: 0.05)",
    )
    parser.add_argument("--class-weights", action="store_true", help="give rare classes more weight")
    add_split_seed(parser, "seed of the split where the data gives none (default: 0)")
    add_device_argument(parser)


class SoundFolder(NamedTuple):
    """A folder of data that may be trained on, and what its split lacks."""

    dataset: Dataset
    split_warnings: tuple[Problem, ...]


def checked_folder(folder: Path, split_seed: int = 0) -> SoundFolder:
    """Read a folder, every picture and sound in it decoded once; warnings go to stderr.

    Raises:
        DatasetError: With everything that is wrong, before anything trains.
    """
    from mmdesk.app.dataset import ProgressLine

    with ProgressLine() as line:
        checked = check_folder(folder, line.show, split_seed=split_seed)
    report = checked.found
    if report.dataset is None:
        raise DatasetError(str(folder), report.problems)
    for warning in report.warnings:
        print(f"mmdesk: {warning}", file=sys.stderr)
    return SoundFolder(report.dataset, checked.split_warnings)


def add_split_seed(parser: argparse.ArgumentParser, help_text: str, default: int | None = 0) -> None:
    """Declare ``--split-seed``."""
    parser.add_argument("--split-seed", metavar="N", type=seed, default=default, help=help_text)


def chosen_encoders(words: list[str], dataset: Dataset) -> dict[Input, str]:
    """Return the kind of encoder for every input that takes part.

    A word names an input by its name or its column, or all inputs of a kind; of two that say different things of an
    input the later one counts.

    Raises:
        OptionError: If a word names no encoder, or nothing is left.
    """
    from mmdesk.models.encoders.registry import DEFAULT_ENCODERS, ENCODERS

    chosen = {one: DEFAULT_ENCODERS[one.kind] for one in dataset.inputs}
    for word in words:
        name, _, kind = word.partition("=")
        meant = [one for one in dataset.inputs if name in (one.kind, one.name, one.column)]
        if not meant and name not in ENCODERS:
            known = ", ".join(dict.fromkeys([*(one.name for one in dataset.inputs), *map(str, ENCODERS)]))
            raise OptionError(Problem("option.encoder_input", word=word, known=known))
        for of in {one.kind for one in meant} or {name}:
            if kind != "none" and kind not in ENCODERS[of]:
                known = ", ".join([*ENCODERS[of], "none"])
                raise OptionError(Problem("option.encoder_kind", word=word, known=known))
        if not meant and kind != "none":
            raise OptionError(Problem("option.encoder_absent", word=word, dataset=dataset.name))
        chosen |= dict.fromkeys(meant, kind)
    encoders = {one: kind for one, kind in chosen.items() if kind != "none"}
    if not encoders:
        raise OptionError(Problem("option.no_input"))
    return encoders


def chosen_settings(arguments: argparse.Namespace, dataset: Dataset, seed: int) -> TrainingSettings:
    """Return the settings that the options describe.

    Raises:
        OptionError: If one is out of range.
    """
    plain = TrainingSettings()
    try:
        return TrainingSettings(
            encoders=chosen_encoders(arguments.encoder, dataset),
            dim=arguments.dim,
            encoder_stage=replace(
                plain.encoder_stage,
                epochs=arguments.encoder_epochs,
                batch_size=arguments.batch_size,
                learning_rate=arguments.learning_rate,
            ),
            fusion_stage=replace(plain.fusion_stage, epochs=arguments.fusion_epochs),
            label_smoothing=arguments.label_smoothing,
            class_weights=arguments.class_weights,
            modality_dropout=arguments.modality_dropout,
            augmentation=arguments.augmentation,
            seed=seed,
        )
    except ValueError as error:
        raise OptionError(Problem("training.settings", detail=str(error))) from error
