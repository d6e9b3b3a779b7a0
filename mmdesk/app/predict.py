"""``mmdesk predict``: predictions from files and text, without a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mmdesk.app import paths
from mmdesk.app.arguments import add_device_argument, add_fusion_argument, add_model_argument
from mmdesk.app.streams import print_json
from mmdesk.core.errors import MmdeskError, OptionError, SourceError
from mmdesk.core.file_names import why_no_file
from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.core.observation import (
    PRESENT,
    AudioInput,
    Captured,
    ImageInput,
    Observation,
    Presence,
    Reason,
    SignalInput,
    TextInput,
)
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.sources.files import clean_text
from mmdesk.training.layouts import column_problems, row_values
from mmdesk.training.media import DATA_KINDS, Value, raw_of

if TYPE_CHECKING:
    from mmdesk.models.predictor import Predictor

_BATCH_ROWS = 32
EXIT_BAD_ROW = 2


class _Given(NamedTuple):
    """The option with which a kind of input is given, and what is observed of it."""

    metavar: str
    help_text: str
    observed: Callable[[Any], tuple[Captured | None, Presence]]


def _picture(frame_rgb: Any) -> tuple[Captured | None, Presence]:
    return ImageInput(frame_rgb, 0.0), PRESENT


def _sound(wave_mono: Any) -> tuple[Captured | None, Presence]:
    return AudioInput(wave_mono, 0.0), PRESENT if wave_mono.any() else Presence(Reason.SILENCE)


def _typed(words: str) -> tuple[Captured | None, Presence]:
    cleaned = clean_text(words)
    return (None, Presence(Reason.EMPTY)) if cleaned is None else (TextInput(cleaned, 0.0), PRESENT)


GIVEN: dict[str, _Given] = {
    Modality.IMAGE: _Given("[NAME=]FILE", "a picture: PNG, JPEG, WebP, AVIF, BMP, GIF, TIFF …", _picture),
    Modality.AUDIO: _Given("[NAME=]FILE", "a sound of up to 10 minutes: WAV, FLAC, OGG, MP3 …", _sound),
    Modality.TEXT: _Given("[NAME=]TEXT", "a typed text", _typed),
}
"""Kinds of input that options give; a table may have others."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``mmdesk predict``."""
    for kind, given in GIVEN.items():
        # A path may stand in the log, a text may not.
        parser.add_argument(
            f"--{kind}",
            metavar=given.metavar,
            type=Path if DATA_KINDS[kind].in_files else str,
            action="append",
            default=[],
            help=given.help_text,
        )
    parser.add_argument(
        "--input", metavar="NAME=FILE", type=Path, action="append", default=[], help="an input of a plug-in's kind"
    )
    parser.add_argument(
        "--batch",
        metavar="CSV",
        type=Path,
        help="a table with a column for each input (image,audio,text, or image:NAME …) and optionally label and "
        "split; paths are relative to it",
    )
    parser.epilog = "If a model has several inputs of a kind, NAME says which one is given; repeat the option for each."
    add_model_argument(parser)
    add_fusion_argument(parser)
    add_device_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print one line of JSON for the inputs, or one for each row of the table.

    Returns:
        0, or 2 when a row of the table could not be used.
    """
    given = any(getattr(arguments, kind) for kind in (*GIVEN, "input"))
    if arguments.batch is not None and given:
        raise OptionError(Problem("option.batch_alone"))
    if arguments.batch is None and not given:
        raise OptionError(Problem("option.nothing_given"))
    table = None if arguments.batch is None else _read_table(arguments.batch)
    predictor = _load(arguments.model, arguments.device)
    choose_fusion(predictor, arguments.fusion)
    status = 0
    if table is not None:
        _check_columns(arguments.batch, table.inputs, predictor)
        status = _run_batch(table.rows, predictor)
    else:
        print_json(_answer(predictor.predict(observe(_given_values(arguments, predictor.classifier.inputs)))))
    for problem in predictor.faults.values():
        print(f"mmdesk: {problem}", file=sys.stderr)
    return status


def _given_values(arguments: argparse.Namespace, inputs: Sequence[Input]) -> dict[Input, Value]:
    """Return what the options give of each of a model's inputs; what it does not take is left out.

    Raises:
        OptionError: If an option could mean several inputs.
    """
    values: dict[Input, Value] = {}
    for kind in GIVEN:
        known = {one.name: one for one in inputs if one.kind == kind}
        for word in map(str, getattr(arguments, kind)):
            name, equals, rest = word.partition("=")
            if equals and name in known:
                one, value = known[name], rest
            elif len(known) == 1:
                one, value = next(iter(known.values())), word
            elif known:
                raise OptionError(Problem("option.which_input", option=f"--{kind}", known=", ".join(known)))
            else:
                one, value = Input(kind, kind), word
            values[one] = Path(value) if DATA_KINDS[kind].in_files else value
    plugged = {one.name: one for one in inputs if one.kind not in GIVEN}
    for word in map(str, arguments.input):
        name, _, file = word.partition("=")
        if name not in plugged:
            raise OptionError(Problem("option.no_such_input", word=word, known=", ".join(plugged) or "–"))
        values[plugged[name]] = Path(file)
    return values


def observe(values: Mapping[Input, Value]) -> Observation:
    """Read files and put an observation together; blank text counts as empty.

    Args:
        values: A file or a text by input; an input that is missing is left out.

    Raises:
        MediaError: If a file is missing or cannot be decoded.
    """
    inputs: dict[str, Captured] = {}
    verdicts: dict[str, Presence] = {}
    for one, value in values.items():
        raw = raw_of(one.kind, value)
        given = GIVEN.get(one.kind)
        captured, verdicts[one.name] = (SignalInput(raw, 0.0), PRESENT) if given is None else given.observed(raw)
        if captured is not None:
            inputs[one.name] = captured
    return Observation(0.0, inputs, verdicts)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the table.

    Attributes:
        line: The line it begins at, as an editor shows it.
        values: A file or a text by input; blank cells are left out.
        label: The truth, if the table tells it.
        faults: What is wrong with the row.
    """

    line: int
    values: Mapping[Input, Value] = field(default_factory=dict)
    label: str = ""
    faults: tuple[Problem, ...] = ()


class _Table(NamedTuple):
    """Rows, those with a fault among them, and the inputs of the columns."""

    rows: list[_Row]
    inputs: tuple[Input, ...]


def _read_table(path: Path) -> _Table:
    """Read a table.

    Raises:
        SourceError: There is no such table, or as a whole it cannot be understood.
    """
    from mmdesk.training.table import Findings, read_rows
    from mmdesk.training.table_files import TableFiles

    if fault := why_no_file(path):
        raise SourceError(fault.at(path))
    findings = Findings()
    files = TableFiles(path.parent, path.name, findings, movable=False)
    rows: dict[int, _Row] = {}
    inputs: tuple[Input, ...] = ()
    # A table of samples, made for training, is a table to predict from as well.
    for row in read_rows(path, ("label", "split"), (), findings, kinds=DATA_KINDS):
        inputs = tuple(row.inputs)
        values = row_values(row, path.name, files, findings)
        rows[row.line] = _Row(row.line, values, row.cells["label"])
    if findings.unreadable:
        first = findings.problems[0]
        raise SourceError(first.problem.at(path, first.line))
    for found in findings.problems:
        row_then = rows.get(found.line, _Row(found.line))
        rows[found.line] = replace(row_then, faults=(*row_then.faults, found.problem))
    return _Table([rows[line] for line in sorted(rows)], inputs)


def _check_columns(path: Path, inputs: Sequence[Input], predictor: Predictor) -> None:
    """Whether a table's columns fit a model's inputs.

    Raises:
        SourceError: They do not.
    """
    for problem in column_problems(inputs, predictor.classifier.inputs, predictor.name):
        raise SourceError(problem.at(path, 1))


def _run_batch(rows: list[_Row], predictor: Predictor) -> int:
    status = 0
    for start in range(0, len(rows), _BATCH_ROWS):
        for answer in _answers(rows[start : start + _BATCH_ROWS], predictor):
            status = EXIT_BAD_ROW if "error" in answer else status
            print_json(answer)
    return status


def _answers(rows: list[_Row], predictor: Predictor) -> Iterator[dict[str, Any]]:
    """Yield one answer a row, in order; all readable rows share one batch."""
    observations: dict[int, Observation] = {}
    errors: dict[int, str] = {}
    for row in rows:
        if row.faults:
            errors[row.line] = " ".join(map(str, row.faults))
            continue
        try:
            observations[row.line] = observe(row.values)  # a blank cell is a missing input
        except MmdeskError as error:
            errors[row.line] = str(error)
    predictions = dict(zip(observations, predictor.predict_batch(list(observations.values())), strict=True))
    for row in rows:
        answer: dict[str, Any] = {"line": row.line}
        if row.line in errors:
            answer["error"] = errors[row.line]
        else:
            answer |= _answer(predictions[row.line])
        if row.label:
            answer["truth"] = row.label
        yield answer


def _load(model: Path | None, device: str) -> Predictor:
    import torch

    from mmdesk.app.jobs import open_model
    from mmdesk.models.device import resolve_device
    from mmdesk.models.predictor import Predictor

    torch.set_num_threads(1)
    target = resolve_device(device)
    path = model or paths.bundled_model()
    return Predictor(open_model(path), target, name=path.stem)


def _answer(prediction: Prediction) -> dict[str, Any]:
    """Return what is printed of a prediction."""
    probabilities, weights = prediction.probabilities, prediction.weights
    verdicts = {
        str(name): {"present": verdict.present, "reason": str(verdict.reason)}
        for name, verdict in zip(prediction.inputs, prediction.verdicts, strict=True)
    }
    return {
        "label": prediction.label,
        "confidence": prediction.confidence,
        "probabilities": None
        if probabilities is None
        else dict(zip(prediction.labels, map(float, probabilities), strict=True)),
        "weights": None
        if weights is None
        else dict(zip(map(str, prediction.inputs), map(float, weights), strict=True)),
        "present": verdicts,
        "fusion": prediction.fusion,
    }


def choose_fusion(predictor: Predictor, kind: str | None) -> None:
    """Let the fusion method answer that ``--fusion`` names; None leaves the model's first.

    Raises:
        OptionError: If the model has none of that kind.
    """
    if kind is None:
        return
    try:
        predictor.choose(kind)
    except ValueError as error:
        raise OptionError(Problem("option.no_fusion", method=kind, detail=str(error))) from error
