"""Names that look like markup are shown letter by letter: labels, marks, titles and files come from anywhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocumentFragment
from PySide6.QtGui import Qt as TextQt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.app.command_line import main_window
from mmdesk.core.in_force import InForce, Recording
from mmdesk.core.lesson import Lesson
from mmdesk.core.perturbation import Perturbation, PerturbationKind
from mmdesk.core.problem import Problem
from mmdesk.core.teaching_report import TeachingOutcome
from mmdesk.core.training_plan import EvaluationOutcome, TrainingOutcome
from mmdesk.core.transport import AnswerStretch, Mark, PlayedContents
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.banners import NoticeStrip
from mmdesk.ui.elided import Elided
from mmdesk.ui.in_force_strip import InForceStrip
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.scrubber import Scrubber
from mmdesk.ui.teach import TeachWindow
from mmdesk.ui.train_window import TrainWindow
from mmdesk.ui.wrapped import WrappedLabel
from tests.three_inputs import input_of
from tests.ui import train_gallery
from tests.ui.teach_gallery import report, taught

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NASTY = '<img src="//elsewhere/share/a.png"><b>nine</b> & more'
NAME = "<b>mug</b>"


@pytest.fixture
def tips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, *_: shown.append(words))
    return shown


def asks_for_tip(widget: QWidget, x: int, y: int) -> None:
    place = QPoint(x, y)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))


def read(tip: str) -> str:
    """What a reader sees of a tool tip."""
    return QTextDocumentFragment.fromHtml(tip).toPlainText() if TextQt.mightBeRichText(tip) else tip


def shows_letters(label: QLabel) -> bool:
    return label.textFormat() == Qt.TextFormat.PlainText or not TextQt.mightBeRichText(label.text())


@pytest.mark.parametrize("words", ["", "3 < 5", "one\ntwo", NASTY, f"first\n{NASTY}", "&lt;b&gt;"])
def test_a_tool_tip_shows_the_words_as_they_are(words: str) -> None:
    assert read(plain_tip(words)).split() == words.split()


def test_the_title_of_a_recording_and_what_is_held_are_no_markup(qtbot: QtBot) -> None:
    strip = InForceStrip()
    qtbot.addWidget(strip)
    lie = Perturbation(input_of("text"), PerturbationKind.REPLACE, text=NASTY)
    in_force = replace(InForce(UserControls(perturbations=(lie,))), recording=Recording(NASTY))
    strip.show_in_force(in_force, has_devices=True)
    assert NASTY in strip.recording_words.text()
    assert NASTY in strip.words.text()
    assert all(shows_letters(label) for label in strip.findChildren(QLabel))


def test_a_notice_is_no_markup(qtbot: QtBot) -> None:
    strip = NoticeStrip()
    qtbot.addWidget(strip)
    strip.show_problem(Problem("session.other_model", models=NASTY, name=NASTY))
    labels = strip.findChildren(QLabel)
    assert any(NASTY in label.text() for label in labels)
    assert all(shows_letters(label) for label in labels)


def test_marks_and_answers_on_the_line_are_no_markup(qtbot: QtBot, tips: list[str]) -> None:
    line = Scrubber()
    qtbot.addWidget(line)
    line.resize(400, 80)
    line.show_contents(PlayedContents("x", 10.0, (Mark(5.0, NASTY),), (AnswerStretch(NASTY, 0.0, 4.0),)))
    for time_s in (5.0, 2.0):
        asks_for_tip(line, round(line.x_of(time_s)), 40)
    assert len(tips) == 2
    assert all(read(tip).endswith(NASTY) for tip in tips)


def test_words_without_room_are_no_markup(qtbot: QtBot, tips: list[str]) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    elided = Elided(widget)
    elided.short(widget.fontMetrics(), NASTY, 20)
    asks_for_tip(widget, 1, 1)
    assert [read(tip) for tip in tips] == [NASTY]


def test_a_tip_beside_words_without_room_is_read_once(qtbot: QtBot, tips: list[str]) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setToolTip(plain_tip(NASTY))
    Elided(widget).short(widget.fontMetrics(), "some other words", 20)
    asks_for_tip(widget, 1, 1)
    assert [read(tip).splitlines() for tip in tips] == [["some other words", NASTY]]


def assert_plain(window: QWidget, words: str) -> None:
    """Whatever label, tool tip or example's tip holds the words shows them letter by letter."""
    labels = [label for label in window.findChildren(QLabel) if words in label.text()]
    assert labels
    assert all(shows_letters(label) for label in labels), [label.text() for label in labels if not shows_letters(label)]
    told = [action for menu in window.findChildren(QMenu) if menu.toolTipsVisible() for action in menu.actions()]
    tips = [each.toolTip() for each in (*window.findChildren(QWidget), *told)]
    assert not [tip for tip in tips if words in tip]


def test_names_of_classes_and_projects_are_no_markup_where_they_are_taught(qtbot: QtBot) -> None:
    lesson = taught(2)
    for one, name in zip(lesson.state.classes, (NAME, f"{NAME} 2"), strict=True):
        lesson.rename_class(one.id, name)
    window = TeachWindow(lesson)
    qtbot.addWidget(window)
    advice = Problem("teach.light.mixed", name=NAME, other=NAME)
    found = report(lesson)
    found = replace(found, advice=advice, classes=tuple(replace(one, advice=advice) for one in found.classes))
    window.show_outcome(TeachingOutcome(lesson.revision, report=found))
    project = Path("/somewhere") / NAME.replace("/", "")
    window.show_project(project)
    window.top_bar.menu.show_recent([project])
    window.open_review(lesson.state.classes[0].id)
    menu = window.review.move_menu()
    assert_plain(window, NAME)
    assert_plain(window, project.name)
    assert any(read(action.toolTip()) == f"{NAME} 2" for action in menu.actions())
    cards = window.cards.cards.values()
    assert NAME in [read(card.name.toolTip()) for card in cards]
    assert all(NAME in read(card.words.toolTip()) for card in cards if not card.is_background)


def test_the_words_of_an_example_are_no_markup(qtbot: QtBot, tips: list[str]) -> None:
    lesson = Lesson()
    made = lesson.add_class("mug")
    lesson.add_samples(made.id, [{"text": NASTY}])
    window = TeachWindow(lesson)
    qtbot.addWidget(window)
    asks_for_tip(window.cards.cards[made.id].thumbnails, 2, 2)
    assert [read(tip) for tip in tips] == [NASTY]
    window.open_review(made.id)
    model = window.review.list.model()
    assert NASTY in read(model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole))
    assert NASTY in model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)


def test_names_of_classes_and_files_are_no_markup_where_models_are_trained(qtbot: QtBot) -> None:
    window = TrainWindow()
    qtbot.addWidget(window)
    folder = f"/somewhere/{NASTY}"
    train_gallery.checked(window)
    window.show_report(replace(train_gallery.SOUND, folder=folder, name=NASTY, out=f"{folder}.mmdesk"))
    window.show_preview(tuple(replace(row, label=NASTY) for row in train_gallery.previews()))
    window.run_card.show_outcome(TrainingOutcome(problem=Problem("training.state_unwritable", path=NASTY, reason="")))
    window.result_page.show_outcome(replace(train_gallery.OUTCOME, model=folder))
    window.result_page.show_evaluation(EvaluationOutcome(problem=Problem("folder.not_shown", path=NASTY)))
    assert_plain(window, NASTY)
    for field in (window.folder_card.path, window.run_card.out):
        assert NASTY in read(field.toolTip())


def test_the_folder_of_recordings_is_no_markup(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.preferences.show_folder(Path(NASTY))
    window.preferences.open()
    dialog = window.preferences.dialog
    assert dialog is not None
    assert_plain(dialog, str(Path(NASTY)))
    dialog.close()


def test_wrapped_words_are_no_markup(qtbot: QtBot) -> None:
    label = WrappedLabel()
    qtbot.addWidget(label)
    label.setText(NASTY)
    assert shows_letters(label)


def test_a_mistake_of_the_command_line_is_no_markup(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "critical", lambda *words: shown.append(words[-1]))
    monkeypatch.setattr("sys.argv", ["mmdesk-gui", NASTY])
    assert main_window() == 2
    assert NASTY in read(shown[0])
