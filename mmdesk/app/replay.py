"""``mmdesk replay``: a recorded session through the model, without a window."""

from __future__ import annotations

import argparse
import json
import sys
from array import array
from collections import Counter
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

from mmdesk.app import paths
from mmdesk.app.arguments import add_device_argument, add_fusion_argument, add_model_argument
from mmdesk.app.predict import choose_fusion
from mmdesk.app.streams import print_json
from mmdesk.core.errors import MmdeskError, NotFiniteError, OptionError
from mmdesk.core.output import GENERATOR, check_output_folder, writing
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.engine.prediction_log import PredictionLog
from mmdesk.engine.replay import TICKS_PER_S, replay

_NAMES = ("predictions.csv", "summary.json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``mmdesk replay``."""
    parser.add_argument("session", metavar="SESSION", type=Path, help="folder of the recorded session")
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder for the report")
    add_model_argument(parser)
    parser.add_argument(
        "--rate", metavar="N", type=int, default=TICKS_PER_S, help="predictions per second (default: 10)"
    )
    add_fusion_argument(parser)
    add_device_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write predictions.csv and summary.json, and say where."""
    if not 1 <= arguments.rate <= 60:
        raise OptionError(Problem("option.rate", value=arguments.rate))
    check_output_folder(arguments.out, _NAMES, [arguments.session])
    import torch

    from mmdesk.analysis.microscope import Microscope
    from mmdesk.app.jobs import open_model
    from mmdesk.models.device import describe_device, resolve_device
    from mmdesk.models.predictor import Predictor
    from mmdesk.sources.session import SessionReader

    torch.set_num_threads(1)
    reader = SessionReader(arguments.session)
    device = resolve_device(arguments.device)
    model = arguments.model or paths.bundled_model()
    predictor = Predictor(open_model(model), device, name=model.stem, recorded=True)
    choose_fusion(predictor, arguments.fusion)
    summary_of = ReplaySummary(arguments.rate, predictor.classifier.names)
    with writing(arguments.out):
        arguments.out.mkdir(parents=True, exist_ok=True)
        (arguments.out / _NAMES[1]).unlink(missing_ok=True)  # an earlier replay's would not fit the rows
    # Each row is written as it comes: no prediction is held, and a replay that is killed leaves the rows until then.
    with PredictionLog(arguments.out / _NAMES[0]) as log:
        try:
            for prediction in replay(reader, Microscope(predictor), arguments.rate):
                log.write(prediction)
                summary_of.add(prediction)
        except NotFiniteError as error:
            raise MmdeskError(Problem("model.damaged", name=model.name, detail=str(error))) from error
    summary = summary_of.figures()
    summary |= {"session": str(arguments.session), "model": model.name, "device": describe_device(device)}
    with writing(arguments.out):
        text = json.dumps({"generator": GENERATOR, **summary}, indent=2)
        (arguments.out / _NAMES[1]).write_text(text + "\n", encoding="utf-8")
    print_json(summary, indent=2)
    print(f"Report: {arguments.out / 'predictions.csv'} and {arguments.out / 'summary.json'}")
    if reader.damage is not None:
        print(f"mmdesk: {reader.damage}", file=sys.stderr)
    return 0


class ReplaySummary:
    """Figures of a replay: what was predicted for how long, what was present, what the model relied on.

    Predictions are added one by one and not kept, but for 8 bytes each: the median needs every tick's time.

    Args:
        ticks_per_s: Predictions per second of the session.
        inputs: Names of the model's inputs, in its order.
    """

    def __init__(self, ticks_per_s: int, inputs: tuple[str, ...]) -> None:
        self._ticks_per_s, self._inputs = ticks_per_s, inputs
        self._labels: Counter[str] = Counter()
        self._present: Counter[str] = Counter()
        self._weights: NDArray[np.float32] = np.zeros(len(inputs), np.float32)
        self._weighted = 0
        self._totals_ms = array("d")

    def add(self, prediction: Prediction) -> None:
        """Count a prediction."""
        if prediction.label is not None:
            self._labels[prediction.label] += 1
        if prediction.weights is not None:
            self._weights += prediction.weights
            self._weighted += 1
        self._present.update(name for name in self._inputs if prediction.presence(name).present)
        self._totals_ms.append(prediction.latencies.total_ms)

    def figures(self) -> dict[str, object]:
        """Return the figures of all that was added: seconds, shares in [0, 1], ms."""
        ticks = len(self._totals_ms)
        return {
            "ticks": ticks,
            "duration_s": ticks / self._ticks_per_s,
            "without_prediction": ticks - self._labels.total(),
            "label_seconds": {label: count / self._ticks_per_s for label, count in sorted(self._labels.items())},
            "present_share": {str(name): self._present[name] / max(1, ticks) for name in self._inputs},
            "mean_weight": {
                str(name): float(total / self._weighted) if self._weighted else None
                for name, total in zip(self._inputs, self._weights, strict=True)
            },
            "tick_ms_median": median(self._totals_ms) if ticks else None,
        }
