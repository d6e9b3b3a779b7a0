"""Reports of planted results: what they say, that they are whole, open offline, escape labels and fit many classes."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import torch

from mmdesk.core.errors import MmdeskError
from mmdesk.core.inputs import DEFAULT_INPUTS, MOST_INPUTS
from mmdesk.evaluation.comparison_result import CLEAN, ComparisonResult
from mmdesk.evaluation.confidence import Selective
from mmdesk.evaluation.embedded import Embedded
from mmdesk.evaluation.evaluation_result import EvaluationResult
from mmdesk.evaluation.metrics import measure
from mmdesk.evaluation.modality_shares import modality_shares
from mmdesk.evaluation.report import write_report
from mmdesk.evaluation.report.colours import DARK, LIGHT
from mmdesk.evaluation.report.comparison_page import comparison_report
from mmdesk.evaluation.report.content import Report
from mmdesk.evaluation.report.evaluation_page import evaluation_report
from mmdesk.evaluation.report.page import Kind, Table
from mmdesk.evaluation.report.svg import shortened, text_width, ticks
from mmdesk.models.fusion import LateFusion
from mmdesk.pages import rendering
from tests.evaluation.planted import planted_comparison, planted_evaluation

HOSTILE = ('<script>alert("1")</script>', "鱼 & 雨", "=1+1", "a\nb\x07", "\ud800 lone", "شاي", "x" * 200)


@pytest.fixture(scope="module")
def comparison() -> ComparisonResult:
    return planted_comparison()


@pytest.fixture(scope="module")
def evaluation() -> EvaluationResult:
    return planted_evaluation(n=200)


class Balanced(HTMLParser):
    """Checks that every element that is opened is closed in order, and that link targets exist."""

    VOID = frozenset({"meta", "link", "br", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"doubled attribute in {tag}"
        self.seen.add(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.targets += [value or "" for name, value in attrs if name in {"href", "src"}]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def checked_page(folder: Path) -> str:
    """Return the page's text after checking that it is well formed and asks for nothing beyond itself."""
    page = (folder / "report.html").read_text(encoding="utf-8")
    parser = Balanced()
    parser.feed(page)
    assert parser.open == []
    assert len(parser.ids) == len(set(parser.ids)) > 3
    assert {target.removeprefix("#") for target in parser.targets} == set(parser.ids), "the contents reach each section"
    assert not parser.seen & {"script", "link", "img", "iframe", "object"}
    assert "url(" not in page
    assert "@import" not in page
    for path in (folder / "plots").glob("*.svg"):
        ElementTree.parse(path)
    return page


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_comparison_says_who_wins_and_who_falls_behind(comparison: ComparisonResult, tmp_path: Path) -> None:
    write_report(tmp_path / "new folder", comparison)
    page = checked_page(tmp_path / "new folder")
    assert "In 4 of 4 conditions the best fusion method beats the best single input" in page
    assert page.count("Fusion beats the best single input: ") == 4
    for line in re.findall(r"Over 2 points below late fusion: [^<]*", page):
        assert "deep fusion (−" in line
        assert "concatenation" not in line
    assert "Single inputs over 2 points below late fusion" in page
    for word in ("300 test samples with each of 5 seeds", "paired", "Holm", "Nadeau and Bengio, 2003"):
        assert word in page
    assert "What this comparison can find" in page
    assert "With 5 seeds and 300 test samples each, a true gain of 3 points is found in" in page
    assert "this split only" not in page
    assert len(table(tmp_path / "new folder", "runs")) == len(comparison.runs)
    rows = {row["method"]: row for row in table(tmp_path / "new folder", "accuracy")}
    assert float(rows["late fusion"][CLEAN]) == pytest.approx(comparison.accuracy("late", CLEAN).mean())
    metrics = json.loads((tmp_path / "new folder" / "metrics.json").read_text(encoding="utf-8"))
    assert ComparisonResult.from_json(metrics["comparison"]) == comparison
    assert [one["condition"] for one in metrics["verdicts"]] == [one.name for one in comparison.conditions]


def test_the_comparison_admits_when_fusion_does_not_help(comparison: ComparisonResult, tmp_path: Path) -> None:
    """Every fusion gets the answers of the best single input: there is nothing to find."""
    single = {(run.condition, run.seed): run for run in comparison.runs if run.method == "image_only"}
    runs = tuple(
        replace(single[run.condition, run.seed], method=run.method)
        if run.method in {"concatenation", "weighted_average", "attention_gate", "deep"}
        else run
        for run in comparison.runs
    )
    write_report(tmp_path, replace(comparison, runs=runs))
    page = checked_page(tmp_path)
    assert "In 0 of 4 conditions" in page
    assert "Fusion is not clearly different from the best single input" in page
    assert "Fusion is worse than the best single input" in page, "where the image is covered, sound alone is better"


def test_methods_that_all_give_the_same_answers_have_a_report(comparison: ComparisonResult, tmp_path: Path) -> None:
    """Every difference and every interval is 0, and the axis of the gains has no length of its own."""
    first = {run.seed: run for run in comparison.runs}
    runs = tuple(replace(first[run.seed], method=run.method, condition=run.condition) for run in comparison.runs)
    write_report(tmp_path, replace(comparison, runs=runs))
    page = checked_page(tmp_path)
    assert "In 0 of 4 conditions" in page
    assert page.count("All 8 methods have the same mean accuracy") == len(comparison.conditions)
    assert page.count("is level with image alone (level with audio alone and text alone)") == len(comparison.conditions)
    assert "Over all conditions all 8 methods have the same mean accuracy" in page
    for wrong in ("+0.0", "−0.0", "0.0 points above", "points 0.0 to 0.0"):
        assert wrong not in page


def test_one_seed_is_called_what_it_is(comparison: ComparisonResult, tmp_path: Path) -> None:
    runs = tuple(run for run in comparison.runs if run.seed == 0)
    write_report(tmp_path, replace(comparison, splits=comparison.splits[:1], runs=runs, trainings=()))
    page = checked_page(tmp_path)
    assert "With one seed, luck in training is not measured" in page
    assert "There is one seed, and so one split, so every statement here holds for this split only." in page
    assert "All of this holds for one split of the data only." in page
    assert "1 seeds" not in page


def test_a_fixed_split_is_said_to_be_the_only_one(tmp_path: Path) -> None:
    write_report(tmp_path, planted_comparison(n=120, seeds=(0, 1, 2), fixed=True))
    page = checked_page(tmp_path)
    assert "The split was fixed, so every statement here holds for this split only." in page
    assert "All of this holds for one split of the data only." in page
    assert "beyond the noise of this split (95 % interval over test samples" in page
    assert "p over samples" in page


def test_a_single_method_has_a_report(comparison: ComparisonResult, tmp_path: Path) -> None:
    """No baseline, no second method, one condition, one seed."""
    method = comparison.methods[0]
    runs = tuple(run for run in comparison.runs if (run.method, run.condition, run.seed) == (method.kind, CLEAN, 0))
    single = replace(
        comparison,
        methods=(method,),
        conditions=comparison.conditions[:1],
        splits=comparison.splits[:1],
        runs=runs,
        trainings=(),
    )
    write_report(tmp_path, single)
    page = checked_page(tmp_path)
    assert "The only method, concatenation, has" in page
    assert "There is no pair of fusion method and single input to compare." in page
    assert "1 method · 1 condition · 1 seed · 300 test samples each" in page
    assert "What this comparison can find" not in page


def test_the_evaluation_holds_every_part(evaluation: EvaluationResult, tmp_path: Path) -> None:
    assert write_report(tmp_path, evaluation) == tmp_path / "report.html"
    page = checked_page(tmp_path)
    assert page.count("What this shows.") == page.count("How to read it.") == 7
    assert f"{100 * evaluation.scores.accuracy:.1f}\u00a0%" in page
    assert page.count("<svg") == 8
    plots = {path.stem for path in (tmp_path / "plots").iterdir()}
    assert {"confusion", "roc", "reliability", "classes", "subsets", "robustness_1_image_covered"} <= plots
    metrics = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["scores"]["accuracy"] == evaluation.scores.accuracy
    assert len(metrics["subsets"]) == 7
    assert [row["inputs"] for row in table(tmp_path, "subsets")][-1] == "image + audio + text"
    assert len(table(tmp_path, "robustness")) == 3 * 5 * 5


def test_labels_are_data_and_never_markup(tmp_path: Path) -> None:
    result = planted_evaluation(n=200, labels=HOSTILE)
    write_report(tmp_path, replace(result, model="<b>&\"'", notes=("<i>",)))
    page = checked_page(tmp_path)
    assert "&lt;script&gt;" in page
    assert "鱼 &amp; 雨" in page
    assert "شاي" in page
    assert {"script", "b" * 2, "i"}.isdisjoint(set(re.findall(r"<(\w+)", page)))
    assert "'=1+1" in [row["class"] for row in table(tmp_path, "classes")], "a spreadsheet must not run a label"


def test_fifty_classes_stay_readable(tmp_path: Path) -> None:
    write_report(tmp_path, planted_evaluation(n=600, labels=[f"类别 {index}" for index in range(50)]))
    checked_page(tmp_path)
    drawing = ElementTree.parse(tmp_path / "plots" / "confusion.svg").getroot()
    width, height = float(drawing.get("width", 0)), float(drawing.get("height", 0))
    assert width < 1000
    assert height < 1000
    texts = [one for one in drawing.iter() if one.tag.endswith("text")]
    assert min(float(one.get("font-size", 0)) for one in texts) >= 10
    assert sum(one.text == "类别 49" for one in texts) == 2, "both axes name every class"


def test_an_evaluation_without_answers_or_extras(tmp_path: Path) -> None:
    scores = measure(np.full((4, 3), 1 / 3), [0, 0, 1, 1], ["a", "b", "c"], bootstrap=10)
    write_report(tmp_path, EvaluationResult("m", "late", "d", DEFAULT_INPUTS, scores))
    page = checked_page(tmp_path)
    assert "4 samples gave the model nothing to go by" in page
    assert "AUC is not defined for: c" in page
    assert "nothing to calibrate" in page
    assert not (tmp_path / "plots" / "reliability.svg").exists()


def test_other_files_in_the_folder_are_left_alone(evaluation: EvaluationResult, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")
    write_report(tmp_path, evaluation)
    write_report(tmp_path, evaluation)
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "keep"


def test_the_figures_are_kept_where_no_page_can_be_made(
    evaluation: EvaluationResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "TEMPLATES", tmp_path / "nowhere")
    rendering._environment.cache_clear()
    try:
        with pytest.raises(MmdeskError, match=r"nowhere.report\.html is missing\. Install mmdesk again"):
            write_report(tmp_path, evaluation)
    finally:
        rendering._environment.cache_clear()
    assert not (tmp_path / "report.html").exists()
    metrics = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["scores"]["accuracy"] == evaluation.scores.accuracy
    assert len(table(tmp_path, "subsets")) == 7


def luminance(colour: str) -> float:
    shares = np.array([int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)])
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_words_and_marks_stand_out_from_the_paper(theme: dict[str, str]) -> None:
    def contrast(first: str, second: str) -> float:
        low, high = sorted((luminance(theme[first]), luminance(theme[second])))
        return (high + 0.05) / (low + 0.05)

    for paper in ("paper", "panel"):
        assert all(contrast(name, paper) >= 4.5 for name in ("ink", "muted", "state", "accent"))
        assert all(
            contrast(name, paper) >= 3 for name in (*(f"input{place}" for place in range(1, 1 + MOST_INPUTS)), "rest")
        )


def test_colours_are_those_of_the_window() -> None:
    theme = pytest.importorskip("mmdesk.ui.theme")
    for ours, window in ((LIGHT, theme.LIGHT), (DARK, theme.DARK)):
        assert tuple(ours[f"input{place}"] for place in range(1, 1 + MOST_INPUTS)) == window.inputs


def test_ticks_cover_the_range_in_round_steps() -> None:
    assert ticks(0, 1) == [0, 0.2, 0.4, 0.6, 0.8, 1.0]
    assert ticks(0.913, 0.968)[0] <= 0.913
    assert ticks(0.913, 0.968)[-1] >= 0.968
    assert ticks(-10, 20) == [-10, 0, 10, 20]
    assert len(ticks(0.5, 0.5)) >= 1


def test_long_labels_are_shortened_to_their_room() -> None:
    assert shortened("short", 100, 12) == "short"
    cut = shortened("鱼" * 40, 100, 12)
    assert cut.endswith("…")
    assert text_width(cut, 12) <= 100


def test_composing_a_report_needs_no_torch() -> None:
    code = "import sys, mmdesk.evaluation.report; print('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def tables_of(report: Report) -> dict[str, Table]:
    """Every table of a report, those for files and those on its page."""
    blocks = [block for section in report.page.sections for block in section.blocks if isinstance(block, Table)]
    return report.tables | {f"page {number}": table for number, table in enumerate(blocks)}


NO_SAMPLES = ("is found in",)
"""Columns of shares that are not shares of samples."""


def test_every_share_stands_beside_its_number_of_samples() -> None:
    result = planted_evaluation(n=200)
    coverage = Selective((DEFAULT_INPUTS[0],), 0.1, 0.05, 0.2, (0.5, 1.0), (0.9, 0.8), 40)
    present = torch.ones(30, 3, dtype=torch.bool)
    embedded = Embedded(torch.randn(30, 3, 8), present, torch.arange(30) % 4, DEFAULT_INPUTS)
    shares = modality_shares(LateFusion(3, 8, 4).eval(), embedded)
    reports = [
        evaluation_report(replace(result, selective=(coverage,), modality=shares)),
        comparison_report(planted_comparison()),
    ]
    seen = 0
    for report in reports:
        for name, table in tables_of(report).items():
            shares_of = [title for title, kind in table.columns if kind is Kind.SHARE and title not in NO_SAMPLES]
            counts = [title for title, kind in table.columns if kind is Kind.COUNT and "sample" in title]
            assert counts or not shares_of, (name, shares_of)
            seen += bool(shares_of)
    assert seen > 12


@pytest.mark.parametrize("truth", [[0, 1, 2], [0, 0, 1, 2], [0] * 9 + [1]])
def test_nothing_that_is_all_right_is_called_weakest(truth: list[int]) -> None:
    result = planted_evaluation(n=30, labels=("a", "b", "c"))
    right = measure(np.eye(3)[truth] * 0.91 + 0.03, np.array(truth), ("a", "b", "c"), bootstrap=50)
    words = str(evaluation_report(replace(result, scores=right, subsets=(), curves=())).page)
    assert "weakest" not in words
    assert "100.0" in words
