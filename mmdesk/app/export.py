"""``mmdesk export``: a model as one graph for other runtimes."""

from __future__ import annotations

import argparse
from pathlib import Path

from mmdesk.app.arguments import add_model_argument
from mmdesk.app.streams import print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``mmdesk export``."""
    add_model_argument(parser, "model")
    parser.add_argument(
        "--out", metavar="FILE", type=Path, required=True, help="FILE.onnx, or FILE.pt2 for torch.export"
    )
    parser.add_argument("--fusion", metavar="KIND", help="the fusion method to export (default: the model's first)")
    parser.add_argument("--opset", metavar="N", type=int, help="ONNX opset, 18 to 23 (default: 18)")


def run(arguments: argparse.Namespace) -> int:
    """Write the graph and its description; print where they are, as JSON."""
    from mmdesk.app.jobs import open_model
    from mmdesk.models.export import export_model

    description = export_model(open_model(arguments.model), arguments.out, arguments.fusion, arguments.opset)
    print_json({"graph": str(arguments.out), "description": str(description)})
    return 0
