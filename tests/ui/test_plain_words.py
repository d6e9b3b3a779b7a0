"""Names that look like markup are shown letter by letter: labels, marks, titles and files come from anywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocumentFragment
from PySide6.QtGui import Qt as TextQt
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.in_force import InForce, Recording
from mmdesk.core.perturbation import Perturbation, PerturbationKind
from mmdesk.core.problem import Problem
from mmdesk.core.transport import AnswerStretch, Mark, PlayedContents
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.banners import NoticeStrip
from mmdesk.ui.elided import Elided
from mmdesk.ui.in_force_strip import InForceStrip
from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.scrubber import Scrubber
from tests.three_inputs import input_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NASTY = '<img src="//elsewhere/share/a.png"><b>nine</b> & more'


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
