"""``mmdesk replay``: a recorded session through the model, without a window."""

from __future__ import annotations

import argparse
import json
import sys
from array import array
from collections import Counter
from collections.abc import Iterable
from math import inf
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

from mmdesk.app import paths
from mmdesk.app.arguments import add_device_argument, add_fusion_argument, add_model_argument
from mmdesk.app.predict import choose_fusion
from mmdesk.app.replay_controls import add_controls_arguments, replay_controls
from mmdesk.app.streams import PassingLine, print_json
from mmdesk.core.errors import MmdeskError, NotFiniteError, OptionError
from mmdesk.core.output import GENERATOR, check_output_file, check_output_folder, writing
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.core.transport import other_model
from mmdesk.engine.prediction_log import PredictionLog
from mmdesk.engine.prediction_parquet import check_parquet, write_parquet
from mmdesk.engine.replay import answers_of

_NAMES = ("predictions.csv", "summary.json")
_PARQUET = "predictions.parquet"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``mmdesk replay``."""
    parser.add_argument("session", metavar="SESSION", type=Path, help="folder of the recorded session")
    parser.add_argument("--out", metavar="DIR", type=Path, help="folder for the report")
    parser.add_argument(
        "--parquet", action="store_true", help="with --out, write the predictions as predictions.parquet, too"
    )
    parser.add_argument("--video", metavar="FILE", type=Path, help="write a video with answers and sound (.webm)")
    add_model_argument(parser)
    parser.add_argument(
        "--rate",
        metavar="N",
        type=int,
        help="predictions per second (default: those of the recording, from what they were made from and under what "
        "was in force; 10 where it has none)",
    )
    parser.add_argument("--from", dest="from_s", metavar="N", type=float, default=0.0, help="second to begin at")
    parser.add_argument("--to", dest="to_s", metavar="N", type=float, default=inf, help="second to end before")
    add_fusion_argument(parser)
    add_controls_arguments(parser)
    add_device_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write predictions.csv and summary.json, or a video, or all of them, and say where."""
    if arguments.out is None and arguments.video is None:
        raise OptionError(Problem("option.replay_output"))
    if arguments.video is not None:
        check_output_file(arguments.video)
        if arguments.video.suffix.lower() != ".webm":
            raise OptionError(Problem("option.video_suffix", path=arguments.video))
    if arguments.rate is not None and not 1 <= arguments.rate <= 60:
        raise OptionError(Problem("option.rate", value=arguments.rate))
    if not 0 <= arguments.from_s < arguments.to_s:
        raise OptionError(Problem("option.stretch", begin=arguments.from_s, end=arguments.to_s))
    if arguments.parquet:
        if arguments.out is None:
            raise OptionError(Problem("option.parquet_alone"))
        check_parquet(arguments.out / _PARQUET)
    told: set[str] = set()
    if arguments.out is not None:
        check_output_folder(arguments.out, (*_NAMES, _PARQUET), [arguments.session])
        _tell(_report(arguments), told)
    if arguments.video is not None:
        _tell(_film(arguments), told)
    return 0


def _tell(found: Iterable[Problem | None], told: set[str]) -> None:
    """Say what there is to be said of a recording that has been played, each of a kind once."""
    for problem in found:
        if problem is not None and problem.code not in told:
            told.add(problem.code)
            print(f"mmdesk: {problem}", file=sys.stderr)


def _film(arguments: argparse.Namespace) -> tuple[Problem | None, ...]:
    """Write a video, and say where; return what is to be said of the recording."""
    from mmdesk.app.replay_video import VideoOptions, film_recording, offscreen_application
    from mmdesk.engine.model_loading import load_model
    from mmdesk.sources.session import SessionReader

    application = offscreen_application()
    reader = SessionReader(arguments.session)
    loaded = load_model(arguments.model or paths.bundled_model(), arguments.device)
    choose_fusion(loaded.microscope.predictor, arguments.fusion)
    under = replay_controls(arguments, loaded.state.inputs)
    options = VideoOptions(arguments.from_s, arguments.to_s, under)
    with PassingLine() as line:

        def tell(share: float) -> bool:
            line.say(f"video: {share:.0%}")
            return True

        try:
            film_recording(reader, loaded, arguments.video, options, tell)
        except NotFiniteError as error:
            raise MmdeskError(Problem("model.damaged", name=loaded.state.name, detail=str(error))) from error
    del application  # it had to live until here
    print(f"Video: {arguments.video}")
    return reader.damage, other_model(reader.models, loaded.state.name)


def _report(arguments: argparse.Namespace) -> tuple[Problem | None, ...]:
    """Write predictions.csv and summary.json, and say where; return what is to be said of the recording."""
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
    under = replay_controls(arguments, predictor.classifier.inputs)
    summary_of = ReplaySummary(predictor.classifier.names)
    with writing(arguments.out):
        arguments.out.mkdir(parents=True, exist_ok=True)
        (arguments.out / _NAMES[1]).unlink(missing_ok=True)  # an earlier replay's would not fit the rows
    # Each row is written as it comes: no prediction is held, and a replay that is killed leaves the rows until then.
    with PredictionLog(arguments.out / _NAMES[0]) as log:
        try:
            stretch = {"from_s": arguments.from_s, "to_s": arguments.to_s}
            for prediction in answers_of(reader, Microscope(predictor), arguments.rate, **stretch, under=under):
                log.write(prediction)
                summary_of.add(prediction)
        except NotFiniteError as error:
            raise MmdeskError(Problem("model.damaged", name=model.name, detail=str(error))) from error
    tables = [arguments.out / _NAMES[0]]
    if arguments.parquet:
        tables.append(arguments.out / _PARQUET)
        write_parquet(*tables)
    summary = summary_of.figures()
    summary |= {"session": str(arguments.session), "model": model.name, "device": describe_device(device)}
    with writing(arguments.out):
        text = json.dumps({"generator": GENERATOR, **summary}, indent=2)
        (arguments.out / _NAMES[1]).write_text(text + "\n", encoding="utf-8")
    print_json(summary, indent=2)
    print(f"Report: {', '.join(map(str, tables))} and {arguments.out / _NAMES[1]}")
    return reader.damage, other_model(reader.models, model.stem)


class ReplaySummary:
    """Figures of a replay: what was predicted for how long, what was present, what the model relied on.

    Predictions are added one by one and not kept, but for 8 bytes each: the median needs every tick's time.

    Args:
        inputs: Names of the model's inputs, in its order.
    """

    def __init__(self, inputs: tuple[str, ...]) -> None:
        self._inputs = inputs
        self._begin_s = self._end_s = -1.0
        self._labels: Counter[str] = Counter()
        self._present: Counter[str] = Counter()
        self._weights: NDArray[np.float32] = np.zeros(len(inputs), np.float32)
        self._weighted = 0
        self._totals_ms = array("d")

    def add(self, prediction: Prediction) -> None:
        """Count a prediction."""
        self._begin_s = prediction.time_s if self._begin_s < 0 else self._begin_s
        self._end_s = prediction.time_s
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
        # A prediction stands until the next; the last for as long as they do on average.
        tick_s = (self._end_s - self._begin_s) / (ticks - 1) if ticks > 1 else 0.0
        return {
            "ticks": ticks,
            "duration_s": round(ticks * tick_s, 6),
            "without_prediction": ticks - self._labels.total(),
            "label_seconds": {label: round(count * tick_s, 6) for label, count in sorted(self._labels.items())},
            "present_share": {str(name): self._present[name] / max(1, ticks) for name in self._inputs},
            "mean_weight": {
                str(name): float(total / self._weighted) if self._weighted else None
                for name, total in zip(self._inputs, self._weights, strict=True)
            },
            "tick_ms_median": median(self._totals_ms) if ticks else None,
        }
