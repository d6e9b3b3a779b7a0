"""Options that several commands share."""

from __future__ import annotations

import argparse

from mmdesk.app.paths import model_path

SLOWEST_HZ, FASTEST_HZ = 1.0, 240.0
"""Bounds of ``--max-rate``."""


def add_model_argument(parser: argparse.ArgumentParser, flag: str = "--model") -> None:
    """Declare ``--model``, or the word MODEL under the flag ``model``, as every command that opens one has it."""
    words = "the model: a folder, a .mmdesk file, or the name of one that comes with the program"
    parser.add_argument(flag, metavar="MODEL", type=model_path, help=words)


def add_fusion_argument(parser: argparse.ArgumentParser) -> None:
    """Declare ``--fusion`` as every command that predicts has it."""
    parser.add_argument("--fusion", metavar="KIND", help="the fusion method that answers (default: the model's first)")


def add_device_argument(parser: argparse.ArgumentParser) -> None:
    """Declare ``--device`` as every command has it."""
    parser.add_argument(
        "--device", choices=("auto", "cuda", "mps", "cpu"), default="auto", help="where the model runs (default: auto)"
    )


def add_rate_argument(parser: argparse.ArgumentParser) -> None:
    """Declare ``--max-rate`` as the window and its benchmark have it."""
    parser.add_argument(
        "--max-rate",
        metavar="N",
        type=_rate,
        help="most predictions per second (default: one per camera picture)",
    )


def seed(words: str) -> int:
    """Read a seed from the command line; what draws takes 32 bits.

    Raises:
        ArgumentTypeError: It is negative or larger.
        ValueError: It is no whole number.
    """
    value = int(words)
    if not 0 <= value < 1 << 32:
        raise argparse.ArgumentTypeError(f"{value} is not in [0, 2³²)")
    return value


def _rate(words: str) -> float:
    rate = float(words)
    if not SLOWEST_HZ <= rate <= FASTEST_HZ:
        raise argparse.ArgumentTypeError(f"{words} is out of range: give {SLOWEST_HZ:g} to {FASTEST_HZ:g}")
    return rate
