"""Options that several commands share."""

from __future__ import annotations

import argparse


def add_fusion_argument(parser: argparse.ArgumentParser) -> None:
    """Declare ``--fusion`` as every command that predicts has it."""
    parser.add_argument("--fusion", metavar="KIND", help="which of the model's fusion methods answers (its first)")


def add_device_argument(parser: argparse.ArgumentParser) -> None:
    """Declare ``--device`` as every command has it."""
    parser.add_argument(
        "--device", choices=("auto", "cuda", "mps", "cpu"), default="auto", help="where the model runs (auto)"
    )
