"""Options that several commands share."""

from __future__ import annotations

import argparse

SLOWEST_HZ, FASTEST_HZ = 1.0, 240.0
"""Bounds of ``--max-rate``."""


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


def _rate(words: str) -> float:
    rate = float(words)
    if not SLOWEST_HZ <= rate <= FASTEST_HZ:
        raise argparse.ArgumentTypeError(f"{words} is out of range: give {SLOWEST_HZ:g} to {FASTEST_HZ:g}")
    return rate
