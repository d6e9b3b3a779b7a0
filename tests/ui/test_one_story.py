"""Answer, badge, sentence, bars and marks tell one story: read from the widgets, at 500 random moments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mmdesk.core.live_stats import ModelState
from mmdesk.core.modality import MODALITIES
from mmdesk.core.prediction import Prediction
from mmdesk.core.steady import AT_ONCE
from mmdesk.core.verdict import KNOWS_SLACK, STILL_DOMINANT, STILL_MATCHES, STILL_PARTED, STILL_SHARED
from mmdesk.ui.language import install_language
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.microscope.words import relation_tip
from mmdesk.ui.words import input_name
from tests.three_inputs import input_of
from tests.ui.random_predictions import noisy_predictions, random_predictions

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PREDICTIONS = 500
NOTHING = "The weights match what mattered."
CHANGING = "Whether the weights match what mattered keeps changing."


@dataclass(frozen=True)
class Row:
    """What is written about one input."""

    name: str
    weight: str
    contribution: str
    present: bool

    @property
    def percent(self) -> float | None:
        found = re.fullmatch(r"[<>]?(\d+)%", self.weight)
        return float(found[1]) if found else None

    @property
    def points(self) -> float | None:
        found = re.fullmatch(r"([+−]?)(\d+) points", self.contribution)
        return None if found is None else float(found[2]) * (-1 if found[1] == "−" else 1)


@dataclass(frozen=True)
class Story:
    """Everything that one window writes about one moment."""

    headline: str
    detail: str
    rows: tuple[Row, ...]
    badge: str
    meaning: str
    sentence: str
    figures: str
    class_count: int

    def here(self) -> list[Row]:
        return [row for row in self.rows if row.present]

    def sure(self) -> float | None:
        found = re.fullmatch(r"[<>]?(\d+)% sure", self.detail)
        return float(found[1]) if found else None


def of_main_window(window: MainWindow, class_count: int) -> Story:
    answer, page = window.answer_panel.view, window.workbench.weights
    rows = tuple(
        Row(input_name(modality), row.weight_words, row.contribution_words, not row.reason)
        for modality in MODALITIES
        for row in (page.bars.row(input_of(modality)),)
    )
    line = page.honesty
    said = (line.badge(), line.relation_detail(), line.sentence(), line.toolTip().splitlines()[0])
    assert said[0]
    return Story(answer.headline(), answer.detail(), rows, *said, class_count)


def of_audience(window: MainWindow, class_count: int) -> Story:
    words = window.audience.words
    rows = tuple(
        Row(input_name(modality), row.weight_words, row.contribution_words, not row.reason)
        for modality in MODALITIES
        for row in (words.row(input_of(modality)),)
    )
    badge, meaning = words.badge()
    return Story(words.headline(), words.detail(), rows, badge, meaning, words.honesty, "", class_count)


def check_numbers(story: Story) -> None:
    """The numbers agree with each other."""
    guess = 100 / story.class_count
    for row in story.rows:
        if not row.present:
            assert row.weight in ("0%", "not defined", "unsure 100%")
            assert row.contribution in ("0 points", "–")
    weights = [row.percent for row in story.rows if row.percent is not None]
    if weights:
        assert sum(weights) == pytest.approx(100, abs=2.5)
    points = [row.points for row in story.rows]
    if story.headline == "—":
        assert points == [None, None, None], "without an answer nothing contributes to it"
        assert story.detail == "no clear answer"
        return
    sure = story.sure()
    assert sure is not None
    assert sure >= guess - 1
    assert sum(point or 0 for point in points) == pytest.approx(sure - guess, abs=2.5)


def check_badge(story: Story) -> None:
    """The badge, and what it is said to mean, hold for the numbers."""
    guess = 100 / story.class_count
    here, sure = story.here(), story.sure()
    points = {row.name: row.points or 0.0 for row in story.rows}
    speaking_for = sum(max(0.0, each) for each in points.values())
    assert (story.badge == "one alone") == (len(here) == 1)
    assert (story.meaning == "Only one input is present.") == (len(here) == 1)
    if story.badge == "changing":
        assert story.meaning == "How the inputs stand to each other keeps changing."
    elif story.badge == "unsure":
        assert sure is None or (sure - guess) / (100 - guess) < 0.2 + KNOWS_SLACK + 1 / (100 - guess)
    elif story.badge not in ("one alone", "conflict"):
        assert sure is not None
        assert (sure - guess) / (100 - guess) >= 0.2 - KNOWS_SLACK - 1 / (100 - guess)
    if story.badge == "one dominates":
        name = re.fullmatch(r"Most of the support for this answer comes from one input: (.*)\.", story.meaning)
        assert name is not None
        assert points[name[1]] > 0
        assert points[name[1]] >= STILL_DOMINANT * speaking_for - 1.5
        assert points[name[1]] == max(points.values())
    if story.badge == "together":
        assert sum(each > 0 for each in points.values()) >= 2
        assert max(points.values()) < STILL_SHARED * speaking_for + 1.5
    if story.badge == "agreement":
        assert len(here) >= 2
        if named := re.match(r"Each of these alone gives this answer: (.*)\. The others", story.meaning):
            names = named[1].split(", ")
            assert 2 <= len(names) < len(here)
            assert set(names) < {row.name for row in here}
    if named := re.fullmatch(r"(\w+) and (\w+) (are worth more together|repeat each other)\.", story.meaning):
        assert {named[1], named[2]} <= {row.name for row in here}


def check_doubt(story: Story) -> bool:
    """What is said of conflict and of what stays open, if it is: all together leave no more open than any one does."""
    found = re.fullmatch(
        r"(?:By its own account the input leaves|Conflict: the inputs contradict each other in <?(\d+)% of what "
        r"they claim\.) "
        r"<?(\d+)% (?:stays )?open\.",
        story.figures,
    )
    if found is None:
        assert all("unsure" not in row.weight for row in story.rows) or not story.figures
        return "contradict" in story.sentence
    open_share = int(found[2])
    unsure = [int(re.sub(r"\D", "", row.weight)) for row in story.here()]
    assert all(row.weight.startswith("unsure ") for row in story.here())
    assert open_share <= min(unsure) + 1
    if found[1] is None:
        assert [open_share] == unsure
        assert story.sentence == "Nothing to compare: only one input is present."
        return True
    assert len(unsure) >= 2
    conflict = int(found[1])
    if "hardly" in story.sentence:
        assert conflict <= 16
    elif " part " in story.sentence:
        assert 4 <= conflict <= 61
    elif " most " in story.sentence:
        assert 50 <= conflict <= 100
    else:
        assert story.sentence == "How far the inputs contradict each other keeps changing."
    return True


def check_sentence(story: Story) -> None:
    """What is claimed of the weights is so, by the figures on hover and by those that stand on the screen."""
    by_name = {row.name: row for row in story.rows}
    if check_doubt(story):
        return
    found = re.fullmatch(
        r"(\w+) has (more|weight|less)( weight than effect| effect than weight|, but .*)\.", story.sentence
    )
    if found is None:
        assert story.sentence in (
            NOTHING,
            CHANGING,
            "Nothing to compare: this method has no weights.",
            "Nothing to compare: no input changes the answer.",
            "Nothing to compare: only one input is present.",
        )
        if story.sentence == NOTHING:
            assert len(story.here()) >= 2
        return
    row = by_name[found[1]]
    assert row.present
    figures = re.fullmatch(r"(\w+) has (only )?(\S+) of the weight, but (only )?(\S+) of the effect\.", story.figures)
    if figures is not None and figures[1] == row.name:
        assert row.weight == figures[3]
        share = float(re.sub(r"\D", "", figures[5]))
        if "effect than weight" in story.sentence:
            assert (row.percent or 0) <= share
        else:
            assert (row.percent or 0) >= share


def check_main_window(window: MainWindow, story: Story, prediction: Prediction) -> None:
    """What only the main window has: answers without an input, the gauge, flip points, the table of methods."""
    workbench = window.workbench
    page = workbench.weights
    for modality, row in zip(MODALITIES, story.rows, strict=True):
        bar = page.bars.row(input_of(modality))
        assert (bar.without == "") == (not row.present or len(story.here()) == 1)
        if bar.without and story.headline != "—":
            assert bar.decides == (bar.without != f"without: {story.headline}")
        if story.sentence.startswith(f"{row.name} ") and "removing it changes nothing" in story.sentence:
            assert bar.without == f"without: {story.headline}"
            assert not bar.decides
    gauge = page.honesty.agreement()
    if story.sentence == NOTHING:
        assert gauge is not None
        assert gauge >= STILL_MATCHES
    elif " weight" in story.sentence and "this method" not in story.sentence and story.sentence != CHANGING:
        assert gauge is not None
        assert gauge <= STILL_PARTED
    elif story.sentence != CHANGING:
        assert gauge is None
    for slider, row in zip(workbench.gate.sliders, story.rows, strict=True):
        if slider.marks.flip is not None:
            assert row.present
            assert not slider.marks.flip_words.startswith(f"{story.headline} "), "a mark must name another answer"
    table = workbench.methods.table
    chosen = next(view for view in table.views if view.fusion == prediction.fusion)
    assert (chosen.outcome.label or "—") == story.headline
    assert not table.differs(chosen)
    best = [label for label, share in window.answer_panel.bars.rows() if share == prediction.probabilities.max()]
    assert story.headline == "—" or story.headline in best


def check(window: MainWindow, count: int, prediction: Prediction) -> Story:
    """Read both windows, and compare everything with everything."""
    main, audience = of_main_window(window, count), of_audience(window, count)
    check_numbers(main)
    check_badge(main)
    check_sentence(main)
    check_main_window(window, main, prediction)
    assert audience == replace(main, figures="")
    return main


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    install_language("en")
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_nothing_on_screen_contradicts_anything_else(window: MainWindow) -> None:
    window.workbench.page_actions[1].trigger()  # sliders take up what is shown only while they are seen
    badges: Counter[str] = Counter()
    sentences = 0
    count = 0
    for prediction in random_predictions(PREDICTIONS):
        if len(prediction.labels) != count:
            count = len(prediction.labels)
            window.show_model_state(ModelState("planted", True, labels=prediction.labels))
        window.show_prediction(prediction)
        story = check(window, count, prediction)
        badges[story.badge] += 1
        sentences += " effect" in story.sentence or "changes nothing" in story.sentence
    # All of it has been tried.
    assert set(badges) >= {"one alone", "agreement", "together", "one dominates", "conflict", "unsure"}
    assert min(badges[each] for each in set(badges) - {"changing"}) >= 5
    assert sentences > 50


@pytest.mark.parametrize("seed", range(6))
def test_in_noise_what_is_said_can_be_read_and_is_never_untrue(window: MainWindow, seed: int) -> None:
    window.workbench.page_actions[1].trigger()
    said: list[tuple[str, str]] = []
    loose: list[str] = []
    first = None
    for prediction in noisy_predictions(200, seed=seed):
        if first is None:
            first = prediction
            window.show_model_state(ModelState("planted", True, labels=prediction.labels))
        window.show_prediction(prediction)
        story = check(window, len(prediction.labels), prediction)
        said.append((story.badge + story.meaning, story.sentence))
        assert prediction.insight is not None
        loose.append(relation_tip(prediction.insight.shown))
    assert first is not None
    lasted_s = prediction.time_s - first.time_s
    for sentences in zip(*said, strict=True):
        assert changes(sentences) <= lasted_s + AT_ONCE
    if seed < 3:
        assert changes(loose) > 3 * lasted_s, "the noise changes what would be said with every answer"


def changes(said: Sequence[str]) -> int:
    return sum(one != other for one, other in pairwise(said))


class Paints(QObject):
    """Which objects were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.seen.append(watched)
        return False


def test_answer_bars_and_badge_are_painted_in_one_pass(window: MainWindow, qtbot: QtBot) -> None:
    first, *others = random_predictions(6)
    window.show_model_state(ModelState("planted", True, labels=first.labels))
    page = window.workbench.weights
    window.workbench.page_actions[0].trigger()
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    together = {window.answer_panel.view, page.bars, page.honesty}
    paints = Paints()
    for widget in together:
        widget.installEventFilter(paints)
    for prediction in (first, *others):
        paints.seen.clear()
        window.show_prediction(prediction)
        QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        assert set(paints.seen) == together
