"""``mmdesk replay``: a recorded session through the model, without a window."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from statistics import median

from mmdesk.app import paths
from mmdesk.app.arguments import add_device_argument, add_fusion_argument
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
    parser.add_argument("--model", metavar="MODEL", type=Path, help="a checkpoint: folder or .mmdesk file")
    parser.add_argument("--rate", metavar="N", type=int, default=TICKS_PER_S, help="predictions a second (10)")
    add_fusion_argument(parser)
    add_device_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write predictions.csv and summary.json, and say where."""
    if not 1 <= arguments.rate <= 60:
        raise OptionError(Problem("option.rate", value=arguments.rate))
    check_output_folder(arguments.out, _NAMES, [arguments.session])
    import torch

    from mmdesk.analysis.microscope import Microscope
    from mmdesk.models.checkpoint import load_checkpoint
    from mmdesk.models.device import describe_device, resolve_device
    from mmdesk.models.predictor import Predictor
    from mmdesk.sources.session import SessionReader

    torch.set_num_threads(1)
    reader = SessionReader(arguments.session)
    device = resolve_device(arguments.device)
    model = arguments.model or paths.bundled_model()
    predictor = Predictor(load_checkpoint(model), device, name=model.stem)
    choose_fusion(predictor, arguments.fusion)
    try:
        predictions = list(replay(reader, Microscope(predictor), arguments.rate))
    except NotFiniteError as error:
        raise MmdeskError(Problem("model.damaged", name=model.name, detail=str(error))) from error
    with writing(arguments.out):
        arguments.out.mkdir(parents=True, exist_ok=True)
        with PredictionLog(arguments.out / _NAMES[0]) as log:
            for prediction in predictions:
                log.write(prediction)
        summary = summarise(predictions, arguments.rate, predictor.classifier.modalities)
        summary |= {"session": str(arguments.session), "model": model.name, "device": describe_device(device)}
        text = json.dumps({"generator": GENERATOR, **summary}, indent=2)
        (arguments.out / _NAMES[1]).write_text(text + "\n", encoding="utf-8")
    print_json(summary, indent=2)
    print(f"Report: {arguments.out / 'predictions.csv'} and {arguments.out / 'summary.json'}")
    return 0


def summarise(predictions: list[Prediction], ticks_per_s: int, inputs: tuple[str, ...]) -> dict[str, object]:
    """Figures of a replay: what was predicted for how long, what was present, what the model relied on."""
    labels = Counter(prediction.label for prediction in predictions if prediction.label is not None)
    weights = [prediction.weights for prediction in predictions if prediction.weights is not None]
    count = max(1, len(predictions))
    totals_ms = [prediction.latencies.total_ms for prediction in predictions]
    return {
        "ticks": len(predictions),
        "duration_s": len(predictions) / ticks_per_s,
        "without_prediction": sum(prediction.label is None for prediction in predictions),
        "label_seconds": {label: count / ticks_per_s for label, count in sorted(labels.items())},
        "present_share": {
            str(name): sum(prediction.presence(name).present for prediction in predictions) / count for name in inputs
        },
        "mean_weight": {
            str(name): float(sum(row[column] for row in weights) / len(weights)) if weights else None
            for column, name in enumerate(inputs)
        },
        "tick_ms_median": median(totals_ms) if totals_ms else None,
    }
