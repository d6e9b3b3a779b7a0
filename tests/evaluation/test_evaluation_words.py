"""Sentences of a report at the edges: level classes, nothing wrong, nothing right, one class, one sample."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.evaluation.evaluation_result import CurvePoint, EvaluationResult, RobustnessCurve, SubsetScores
from mmdesk.evaluation.intervals import mean_interval
from mmdesk.evaluation.metrics import measure
from mmdesk.evaluation.report.evaluation_page import evaluation_report
from mmdesk.evaluation.report.evaluation_words import calibration_words, caveats, subset_words, weakest_words
from mmdesk.evaluation.report.page import listed, points
from mmdesk.evaluation.scores import Scores
from tests.three_inputs import AUDIO, IMAGE, TEXT

LABELS = ("circle", "square", "star")


def scores(truth: Sequence[int], named: Sequence[int], labels: Sequence[str] = LABELS) -> Scores:
    """Answers of 80 % confidence; -1 answers nothing."""
    count = len(labels)
    table = np.full((len(truth), count), 0.2 / (count - 1))
    for row, index in enumerate(named):
        table[row] = 1 / count if index < 0 else table[row]
        if index >= 0:
            table[row, index] = 0.8
    return measure(table, np.array(truth), labels, bootstrap=50)


def subset(modalities: Sequence[Input], right: int, count: int = 10) -> SubsetScores:
    named = [index % 3 if index < right else (index + 1) % 3 for index in range(count)]
    return SubsetScores(tuple(modalities), scores([index % 3 for index in range(count)], named), {})


@pytest.mark.parametrize(
    ("truth", "named", "said"),
    [
        ([0, 1, 2], [0, 1, 2], "No class is weaker than another: all 3 have an F1 of 100.0 % (1 sample each)."),
        ([0, 1, 2], [1, 2, 0], "All 3 classes have the same F1, 0.0 % (1 sample each)."),
        ([0, 1, 2, 0, 1, 2], [0, 1, 2, 1, 2, 0], "All 3 classes have the same F1, 50.0 % (2 samples each)."),
        (
            [0, 0, 1, 2],
            [0, 0, 2, 1],
            "The weakest classes are square and star, level with an F1 of 0.0 % (1 sample each).",
        ),
        ([0, 0, 1, 1], [0, 0, 1, 0], "The weakest class is square with an F1 of 66.7 % (2 samples)."),
        ([0, 0], [0, 0], "Only one class has samples here: circle, with an F1 of 100.0 % (2 samples)."),
        ([0], [1], "Only one class has samples here: circle, with an F1 of 0.0 % (1 sample)."),
    ],
)
def test_the_weakest_class(truth: list[int], named: list[int], said: str) -> None:
    assert weakest_words(scores(truth, named)).replace("\u00a0", " ") == said


def test_many_level_classes_are_counted() -> None:
    labels = [f"c{index}" for index in range(12)]
    said = weakest_words(scores(range(12), [0, *[0] * 11], labels))
    assert said.startswith("The weakest classes are c1, c2, c3, c4, c5 and 6 more, level")
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"


def test_a_difference_that_rounds_to_nothing_has_no_sign() -> None:
    assert [points(one) for one in (-0.0, 0.0, -0.0004, 0.0004, -0.0006, 0.021)] == [
        "0.0", "0.0", "0.0", "0.0", "−0.1", "+2.1",
    ]  # fmt: skip


def test_all_inputs_against_the_best_one() -> None:
    image, audio, both = (IMAGE,), (AUDIO,), (IMAGE, AUDIO)
    level = (subset(image, 8), subset(audio, 8), subset(both, 8))
    assert subset_words(level) == "With all inputs it scores the same as image and audio alone on 10 samples."
    ahead = (subset(image, 5), subset(audio, 5), subset(both, 9))
    assert "+40.0 points against image alone (level with audio) on 10 samples" in subset_words(ahead)
    assert subset_words((subset(image, 8),)) == ""


def test_counts_agree_with_their_nouns() -> None:
    one = scores([0, 1, 1], [-1, 1, 1])
    lines = " ".join(caveats(one)).replace("\u00a0", " ")
    assert "1 sample gave the model nothing to go by (33.3 %, 6–79). It counts as wrong" in lines
    assert "1 class has no sample here; means over classes leave it out." in lines
    assert "A single sample says next to nothing" in " ".join(caveats(scores([0], [0])))


def test_calibration_beside_what_chance_gives() -> None:
    assert "so this is no more than chance explains" in calibration_words(scores([0, 1, 2, 0, 1], [0, 1, 2, 0, 2]))
    wrong = calibration_words(scores([0] * 40, [1] * 40))
    assert "The calibration error is 0.800 over 40 answers." in wrong
    assert "so this is more than chance explains" in wrong
    assert calibration_words(scores([0, 1], [-1, -1])) == ""


EDGES = {
    "all right": ([0, 1, 2] * 4, [0, 1, 2] * 4),
    "all wrong": ([0, 1, 2] * 4, [1, 2, 0] * 4),
    "one class": ([1] * 5, [1] * 5),
    "one sample": ([0], [0]),
    "one wrong sample": ([0], [2]),
    "nothing answered": ([0, 1, 2], [-1, -1, -1]),
    "a class without samples": ([0, 0, 1], [0, 2, 1]),
}


@pytest.mark.parametrize("name", EDGES)
def test_a_whole_report_at_the_edges(name: str) -> None:
    """Nothing in it is a number that is none, a sign on nothing, a wrong plural or an interval of one point."""
    truth, named = EDGES[name]
    found = scores(truth, named)
    right = np.equal(truth, named).astype(float)
    line = tuple(CurvePoint(strength, float(right.mean()), mean_interval(right)) for strength in (0.0, 0.5))
    subsets = tuple(SubsetScores(one, found, {}) for one in ((IMAGE,), (TEXT,), DEFAULT_INPUTS))
    curves = (RobustnessCurve("text: typos", TEXT, "chance", {"late": line}),)
    result = EvaluationResult("m", "late", "d", DEFAULT_INPUTS, found, subsets, curves)
    report = evaluation_report(result)
    html = report.page.html()
    page = re.sub(r"<[^>]+>", " ", html[html.index("<h1>") :]).replace("\u00a0", " ")
    for wrong in (" nan ", "None", "−0.0", "-0.0", " inf ", "+0.0"):
        assert wrong not in page, wrong
    assert not re.findall(r"(?<![\d.–])1 (?:samples|classes|answers|points)\b", page)
    assert not re.findall(r"\b(\d+(?:\.\d+)?)–\1\b", page), "an interval of width 0"
    assert ("weakest class is" in page) == (name == "a class without samples")
    without = evaluation_report(replace(result, subsets=(), curves=()))
    assert "What each modality brings" not in without.page.html()


def test_every_table_names_its_columns_once_and_its_samples() -> None:
    result = EvaluationResult("m", "late", "d", DEFAULT_INPUTS, scores([0, 1, 2, 0], [0, 1, 1, 0]))
    tables = evaluation_report(result).tables
    for name, table in tables.items():
        columns = [title for title, _ in table.columns]
        assert len(set(columns)) == len(columns), name
    for name in ("overall", "probabilities", "classes"):
        assert "samples" in [title for title, _ in tables[name].columns]
    overall = {row[0]: row for row in tables["overall"].rows}
    assert overall["accuracy"][-1] == 4
    assert all(low < high for *_, low, high, _ in overall.values() if low is not None)
