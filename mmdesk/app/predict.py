"""``mmdesk predict``: predictions from files and text, without a window."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mmdesk.app import paths
from mmdesk.app.arguments import add_device_argument, add_fusion_argument
from mmdesk.app.streams import print_json
from mmdesk.core.errors import MmdeskError, OptionError, SourceError
from mmdesk.core.file_names import why_no_file
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.observation import NO_SIGNAL, PRESENT, AudioInput, ImageInput, Observation, Presence, Reason, TextInput
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.sources.files import clean_text, read_image, read_speech

if TYPE_CHECKING:
    from mmdesk.models.predictor import Predictor

_COLUMNS = ("image", "audio", "text")
_BATCH_ROWS = 32
EXIT_BAD_ROW = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``mmdesk predict``."""
    parser.add_argument("--image", metavar="FILE", type=Path, help="a picture: PNG, JPEG, WebP, AVIF, BMP, GIF, TIFF …")
    parser.add_argument(
        "--audio", metavar="FILE", type=Path, help="a sound of up to 10 minutes: WAV, FLAC, OGG, MP3 …; any rate"
    )
    parser.add_argument("--text", metavar="TEXT", help="what was typed")
    parser.add_argument(
        "--batch",
        metavar="CSV",
        type=Path,
        help="a table with some of the columns image,audio,text and perhaps label and split; paths relative to it",
    )
    parser.add_argument("--model", metavar="MODEL", type=Path, help="a checkpoint: folder or .mmdesk file")
    add_fusion_argument(parser)
    add_device_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print one line of JSON for the inputs, or one for each row of the table.

    Returns:
        0, or 2 when a row of the table could not be used.
    """
    given = [name for name in _COLUMNS if getattr(arguments, name) is not None]
    if arguments.batch is not None and given:
        raise OptionError(Problem("option.batch_alone"))
    if arguments.batch is None and not given:
        raise OptionError(Problem("option.nothing_given"))
    rows = None if arguments.batch is None else _read_table(arguments.batch)
    observation = None if rows is not None else observe(arguments.image, arguments.audio, arguments.text)
    predictor = _load(arguments.model, arguments.device)
    choose_fusion(predictor, arguments.fusion)
    if rows is not None:
        return _run_batch(rows, predictor)
    if observation is not None:
        print_json(_answer(predictor.predict(observation)))
    return 0


def observe(image: Path | None, audio: Path | None, text: str | None) -> Observation:
    """Read the files and put an observation together; blank text counts as empty.

    Raises:
        MediaError: If a file is missing or cannot be decoded.
    """
    picture = None if image is None else ImageInput(read_image(image), 0.0)
    sound = None if audio is None else AudioInput(read_speech(audio), 0.0)
    cleaned = None if text is None else clean_text(text)
    typed = None if cleaned is None else TextInput(cleaned, 0.0)
    silent = sound is not None and not sound.wave_mono.any()
    verdicts = (
        PRESENT if picture is not None else NO_SIGNAL,
        NO_SIGNAL if sound is None else Presence(Reason.SILENCE) if silent else PRESENT,
        PRESENT if typed is not None else Presence(Reason.EMPTY) if text is not None else NO_SIGNAL,
    )
    names = [one.name for one in DEFAULT_INPUTS]
    given = dict(zip(names, (picture, sound, typed), strict=True))
    inputs = {name: each for name, each in given.items() if each is not None}
    return Observation(0.0, inputs, dict(zip(names, verdicts, strict=True)))


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the table.

    Attributes:
        line: The line it begins at, as an editor shows it.
        image: Its picture file, or None for a blank cell.
        audio: Its sound file, or None.
        text: Its text; "" for a blank cell.
        label: The truth, if the table tells it.
        fault: What is wrong with the row; "" for nothing.
    """

    line: int
    image: Path | None = None
    audio: Path | None = None
    text: str = ""
    label: str = ""
    fault: str = ""

    def observation(self) -> Observation:
        """Read what the row names; a blank cell is a missing modality.

        Raises:
            MmdeskError: Something is wrong with the row or its files.
        """
        if self.fault:
            raise SourceError(self.fault)
        return observe(self.image, self.audio, self.text or None)


def _read_table(path: Path) -> list[_Row]:
    """The rows of a table, those with a fault among them.

    Raises:
        SourceError: The table as a whole cannot be understood.
    """
    from mmdesk.training.media import load_text
    from mmdesk.training.table import Findings, read_rows
    from mmdesk.training.table_files import TableFiles

    if fault := why_no_file(path):
        raise SourceError(fault.at(path))
    findings = Findings()
    files = TableFiles(path.parent, path.name, findings, movable=False)
    rows: dict[int, _Row] = {}
    # A table of samples, made for training, is a table to predict from as well.
    for row in read_rows(path, (*_COLUMNS, "label", "split"), (), findings):
        cells = row.cells
        image, audio = (files.find(cells[name], name, row.line) for name in ("image", "audio"))
        if not any((cells["image"], cells["audio"], load_text(cells["text"]))):
            findings.problem(path.name, row.line, Problem("row.nothing"))
        rows[row.line] = _Row(row.line, image, audio, cells["text"], cells["label"])
    if findings.unreadable:
        listed = "; ".join(
            f"line {each.line} {each.problem}" if each.line else str(each.problem) for each in findings.problems[:10]
        )
        raise SourceError(f"{path}: {listed}", "Mend the table.")
    for found in findings.problems:
        row_then = rows.get(found.line, _Row(found.line))
        words = " ".join(filter(None, (row_then.fault, str(found.problem))))
        rows[found.line] = replace(row_then, fault=words)
    return [rows[line] for line in sorted(rows)]


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
        try:
            observations[row.line] = row.observation()
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
