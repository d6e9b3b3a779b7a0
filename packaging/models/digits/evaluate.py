"""Measure the bundled model on held-out files, through the same command a user has.

    python evaluate.py --work build/digits [--model resources/models/digits] [--card]

Runs ``mmdesk predict --batch`` on the test files that image_train.py, audio_train.py and text_train.py wrote, prints
a table and writes ``evaluation.json``. Abstentions count as wrong.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fusion_card import write_card

from mmdesk.core.shares import share_interval

MODALITIES = ("image", "audio", "text")
_TRIPLES = 2_000
_TITLES = {
    "image_clean": "picture, clean scans",
    "image_other_writers": "picture, other writers' scans of 8 pixels",
    "image_composite": "picture, composites",
    "image_hands": "picture, hands as photographed",
    "image_hands_scenes": "picture, hands in scenes",
    "image_numbers": "picture, several digits",
    "image_scribbles": "picture, scribbles",
    "image_words": "picture, words",
    "image_objects": "picture, objects",
    "audio_synthetic": "sound, synthetic",
    "audio_synthetic_hard": "sound, synthetic, much disturbed",
    "audio_human": "sound, human (all)",
    "text": "text",
    "text_sentences": "text, sentences in ten languages",
    "text_short_words": "text, words of up to four letters",
}
"""Names of test tables as the card has them; the first word of a table's own name is its modality."""
_REPOSITORY = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Sample:
    """One test input: a file (absolute) or a text, its label ("" where there is no digit) and whose voice it is."""

    value: str
    label: str
    group: str = ""


def interval(hits: int, count: int) -> tuple[float, float]:
    """Return the ends of the 95 % interval of a share."""
    found = share_interval(hits, count)
    return found.low, found.high


def calibration_error(answers: list[tuple[float, bool]], bins: int = 15) -> float:
    """Return the expected calibration error of answers, each a confidence in [0, 1] and whether it was right.

    Bins of equal width; Guo et al., "On Calibration of Modern Neural Networks", 2017. 0 without answers.
    """
    gaps = [0.0] * bins
    for confidence, right in answers:
        gaps[min(bins - 1, int(confidence * bins))] += right - confidence
    return sum(map(abs, gaps)) / max(1, len(answers))


def read_samples(table: Path) -> list[Sample]:
    """Read a test table: ``file`` or ``text``, ``label``, and ``voice`` where there is one."""
    with table.open(encoding="utf-8", newline="") as stream:
        return [
            Sample(
                str((table.parent / row["file"]).resolve()) if "file" in row else row["text"],
                "" if row["label"] == "-1" else row["label"],
                row.get("voice") or "",
            )
            for row in csv.DictReader(stream)
        ]


def predict(rows: list[dict[str, str]], model: Path) -> list[dict[str, Any]]:
    """Return ``mmdesk predict --batch``'s answer for each row.

    Raises:
        RuntimeError: If the command fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "rows.csv"
        with table.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, MODALITIES)
            writer.writeheader()
            writer.writerows(rows)
        command = [sys.executable, "-c", "import sys; from mmdesk.app.command_line import main; sys.exit(main())"]
        command += ["predict", "--batch", str(table), "--model", str(model), "--device", "cpu"]
        done = subprocess.run(command, cwd=_REPOSITORY, capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode or len(answers) != len(rows):
        errors = [answer["error"] for answer in answers if "error" in answer]
        raise RuntimeError(f"mmdesk predict ended with {done.returncode}: {done.stderr} {errors[:3]}")
    return answers


class Evaluation:
    """Collects rows, predicts them all in one start, and counts.

    Args:
        model: The checkpoint.
    """

    def __init__(self, model: Path) -> None:
        self._model = model
        self._rows: list[dict[str, str]] = []
        self._labels: list[str] = []
        self._sets: list[tuple[str, range]] = []

    def add(self, name: str, columns: dict[str, list[Sample]]) -> None:
        """Add a set: one or more columns of equal length whose labels agree row by row."""
        first = next(iter(columns.values()))
        start = len(self._rows)
        for index, sample in enumerate(first):
            self._rows.append({modality: samples[index].value for modality, samples in columns.items()})
            self._labels.append(sample.label)
        self._sets.append((name, range(start, len(self._rows))))

    def result(self) -> dict[str, Any]:
        """Predict everything and return the two tables."""
        predicted = predict(self._rows, self._model)
        answers = [answer["label"] for answer in predicted]
        accuracy, alarms = [], []
        for name, indices in self._sets:
            known = [index for index in indices if self._labels[index]]
            if known:
                right = sum(answers[index] == self._labels[index] for index in known)
                abstained = sum(answers[index] is None for index in known)
                row = {"name": name, "n": len(known), "accuracy": right / len(known)}
                row |= {"interval": interval(right, len(known)), "abstained": abstained / len(known)}
                sure = [(predicted[i]["confidence"], answers[i] == self._labels[i]) for i in known if answers[i]]
                accuracy.append(row | {"calibration_error": calibration_error(sure)})
            nothing = [index for index in indices if not self._labels[index]]
            if nothing:
                false = sum(answers[index] is not None for index in nothing)
                row = {"name": name, "n": len(nothing), "share": false / len(nothing)}
                alarms.append(row | {"interval": interval(false, len(nothing))})
        return {"accuracy": accuracy, "false_alarms": alarms}


def paired(samples: dict[str, list[Sample]], count: int, seed: int) -> dict[str, list[Sample]]:
    """Draw ``count`` rows in which all modalities show the same digit."""
    chance = random.Random(seed)
    by_label: dict[str, dict[str, list[Sample]]] = {}
    for modality, pool in samples.items():
        by_label[modality] = {str(digit): [s for s in pool if s.label == str(digit)] for digit in range(10)}
    return {
        modality: [chance.choice(groups[str(index % 10)]) for index in range(count)]
        for modality, groups in by_label.items()
    }


def test_tables(work: Path) -> dict[str, list[Sample]]:
    """Return every table of test samples that the other scripts wrote, so that none can be left out of the card.

    The named ones come first, in the order in which the card lists them.
    """
    found = {path.stem: path for path in sorted((work / "test").glob("*.csv")) if ".partial" not in path.name}
    names = [*(name for name in _TITLES if name in found), *(name for name in found if name not in _TITLES)]
    return {name: read_samples(found[name]) for name in names}


def evaluate(work: Path, model: Path) -> dict[str, Any]:
    """Return the tables of all test sets and combinations."""
    tables = test_tables(work)
    evaluation = Evaluation(model)
    for name, samples in tables.items():
        modality = name.partition("_")[0]
        evaluation.add(_TITLES.get(name, name), {modality: samples})
        if name == "audio_human":
            for voice in sorted({sample.group for sample in samples}):
                mine = [sample for sample in samples if sample.group == voice]
                evaluation.add(f"sound, human: {voice}", {modality: mine})
    pools = {"image": tables["image_composite"], "audio": tables["audio_synthetic"], "text": tables["text"]}
    triples = paired(pools, _TRIPLES, seed=1)
    for left, right in (("image", "audio"), ("image", "text"), ("audio", "text")):
        evaluation.add(f"{left} + {right}", {left: triples[left], right: triples[right]})
    evaluation.add("all three", triples)
    return evaluation.result()


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/digits"))
    parser.add_argument("--model", type=Path, default=_REPOSITORY / "resources" / "models" / "digits")
    parser.add_argument("--card", action="store_true", help="write the figures into the model's card")
    arguments = parser.parse_args()
    result = evaluate(arguments.work, arguments.model.resolve())
    weights = arguments.model / "model.safetensors"
    if arguments.card:
        fusion = json.loads((arguments.work / "fusion.json").read_text(encoding="utf-8"))
        (arguments.model / "card.md").write_text(write_card(fusion, result), encoding="utf-8")
    result["model_sha256"] = hashlib.sha256(weights.read_bytes()).hexdigest()
    (arguments.work / "evaluation.json").write_text(json.dumps(result, indent=1), encoding="utf-8")
    for row in result["accuracy"]:
        low, high = row["interval"]
        print(
            f"{row['name']:32} n={row['n']:5}  accuracy {row['accuracy']:.4f} [{low:.4f}, {high:.4f}]"
            f"  abstained {row['abstained']:.4f}  calibration error {row['calibration_error']:.4f}"
        )
    for row in result["false_alarms"]:
        low, high = row["interval"]
        print(f"{row['name']:32} n={row['n']:5}  false alarms {row['share']:.4f} [{low:.4f}, {high:.4f}]")


if __name__ == "__main__":
    main()
