"""Predictions as rows of a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from mmdesk.core.csv_file import CsvFile
from mmdesk.core.errors import MmdeskError
from mmdesk.core.modality import Modality
from mmdesk.core.output import writing
from mmdesk.core.perturbation import NO_STRENGTH, Perturbation, perturbations_of
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem


class PredictionLog:
    """Writes one row per prediction; the columns follow from the first one's labels and inputs.

    Columns: ``time_s`` (monotonic, or from the session's start), ``label``, ``confidence``, ``weight_M`` and
    ``presence_M`` for each of the model's inputs M, ``text`` (as the model read it; ``text_M`` for
    one of another name), ``fusion``, ``p_L`` for each label
    L; then what the microscope saw: ``contribution_M`` (Shapley value of the label's probability, in its unit),
    ``relation`` and ``weights_from`` ("model", or "hand" where the user's weights are in force); then what the
    prediction was made under: ``override`` (the user's weights, one per input), ``perturbations``
    (``input.kind=strength``, in the order in which they were done) and ``model``. Several things in a cell are
    separated by blanks. What is not defined is left empty; a text that a spreadsheet would run as a formula begins with
    an apostrophe. Every row is flushed: a killed program loses none.

    Args:
        path: The file; one that exists is replaced.

    Raises:
        MmdeskError: The file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with writing(path):
            self._file = CsvFile(path)
        self._shape: tuple[tuple[str, ...], tuple[str, ...]] | None = None

    def __enter__(self) -> PredictionLog:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, prediction: Prediction) -> None:
        """Append a prediction.

        Raises:
            MmdeskError: The disk is full, or another model's labels or inputs do not fit the columns.
        """
        with writing(self._path):
            if self._shape is None:
                self._write_header(prediction)
            elif _shape(prediction) != self._shape:
                raise MmdeskError(Problem("predictions.labels_changed"))
            self._file.write(_row(prediction))
            self._file.flush()

    def close(self) -> None:
        """Close the file; idempotent.

        Raises:
            OutputError: What the system had not taken yet finds no room.
        """
        with writing(self._path):
            self._file.close()

    def _write_header(self, prediction: Prediction) -> None:
        self._shape = _shape(prediction)
        names = prediction.inputs
        self._file.write(
            ["time_s", "label", "confidence"]
            + [f"weight_{name}" for name in names]
            + [f"presence_{name}" for name in names]
            + ["text" if name == Modality.TEXT else f"text_{name}" for name in prediction.texts]
            + ["fusion"]
            + [f"p_{label}" for label in prediction.labels]
            # Behind all that was there before: who reads by position goes on reading.
            + [f"contribution_{name}" for name in names]
            + ["relation", "weights_from"]
            + ["override", "perturbations", "model"]
        )


def write_predictions(path: Path, predictions: Sequence[Prediction]) -> None:
    """Write predictions that are already there, oldest first.

    Raises:
        MmdeskError: There are none, the file cannot be written, or two models' labels or inputs are mixed; a file that
            stood there before is then left alone unless the disk ran full.
    """
    if not predictions:
        raise MmdeskError(Problem("predictions.none"))
    if len({_shape(prediction) for prediction in predictions}) > 1:
        raise MmdeskError(Problem("predictions.two_models"))
    with PredictionLog(path) as log:
        for prediction in predictions:
            log.write(prediction)


def _shape(prediction: Prediction) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the columns follow from."""
    return prediction.labels, prediction.inputs


def _row(prediction: Prediction) -> list[str]:
    weights = [None] * len(prediction.inputs) if prediction.weights is None else prediction.weights.tolist()
    unknown = [None] * len(prediction.labels)
    chances = unknown if prediction.probabilities is None else prediction.probabilities.tolist()
    return [
        f"{prediction.time_s:.3f}",
        prediction.label or "",
        _cell(prediction.confidence),
        *(_cell(weight) for weight in weights),
        *(verdict.reason.value for verdict in prediction.verdicts),
        *prediction.texts.values(),
        prediction.fusion,
        *(_cell(chance) for chance in chances),
        *_insight_cells(prediction),
        " ".join(_cell(weight) for weight in prediction.override or ()),
        " ".join(_perturbation(each) for each in _in_order(prediction.perturbations, prediction.inputs)),
        prediction.model,
    ]


def _insight_cells(prediction: Prediction) -> list[str]:
    insight = prediction.insight
    if insight is None:
        return [""] * (len(prediction.inputs) + 2)
    origin = "" if insight.shown.weights is None else "model" if insight.shown is insight.own else "hand"
    # Without an answer there is nothing to contribute to.
    contributions = (
        [None] * len(prediction.inputs) if prediction.label is None else insight.shown.contributions.tolist()
    )
    return [*(_cell(value) for value in contributions), insight.shown.relation.value, origin]


def _in_order(perturbations: Sequence[Perturbation], inputs: Sequence[str]) -> list[Perturbation]:
    def order(each: Perturbation) -> tuple[int, int]:
        name = each.input.name
        column = inputs.index(name) if name in inputs else len(inputs)
        return column, list(perturbations_of(each.input.kind)).index(each.kind)

    return sorted(perturbations, key=order)


def _perturbation(done: Perturbation) -> str:
    name = f"{done.input.name}.{done.kind}"
    return name if perturbations_of(done.input.kind)[done.kind] is NO_STRENGTH else f"{name}={done.strength:g}"


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}"
