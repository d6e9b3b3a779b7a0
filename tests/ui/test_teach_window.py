"""The Teach window: cards, the record key, review, undo, files, and what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from mmdesk.core.burst import BurstProgress
from mmdesk.core.lesson import Lesson
from mmdesk.core.observation import PRESENT, Presence, Reason
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import BACKGROUND
from mmdesk.core.teaching_report import ClassReport, Light, SampleFault, SampleNote, TeachingOutcome
from mmdesk.ui.language import install_language
from mmdesk.ui.teach import TeachWindow
from mmdesk.ui.teach.record_key import DEFAULT_KEY, key_name, key_of, stored_key
from tests.ui.activation import activate
from tests.ui.planted_insight import seen
from tests.ui.teach_gallery import report, taught, thing, word

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Desk:
    """A window, and what it asks for."""

    def __init__(self, qtbot: QtBot, lesson: Lesson) -> None:
        self.qtbot, self.lesson = qtbot, lesson
        self.window = TeachWindow(lesson)
        qtbot.addWidget(self.window)
        self.asked: list[str] = []
        self.window.record_wanted.connect(lambda class_id: self.asked.append(f"record {self.name(class_id)}"))
        self.window.record_ended.connect(lambda: self.asked.append("end"))
        self.window.background_wanted.connect(lambda: self.asked.append("background"))
        with qtbot.waitExposed(self.window):
            self.window.show()
        activate(qtbot, self.window)

    def name(self, class_id: str) -> str:
        return self.lesson.state.class_of(class_id).name

    def card(self, name: str):
        return next(card for card in self.window.cards.cards.values() if card.name.text() == name)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.window.focusWidget() or self.window, words)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)
        self.qtbot.waitUntil(lambda: not self.window.key.held)


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    install_language("en")
    yield
    install_language("en")


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, Lesson())


@pytest.fixture
def full(qtbot: QtBot) -> Desk:
    return Desk(qtbot, taught(3))


def test_two_classes_are_named_and_recorded_by_the_keyboard_alone(desk: Desk) -> None:
    assert desk.window.cards.new_class.field.hasFocus()
    for name in ("mug", "cup"):
        desk.type(name)
        desk.press(Qt.Key.Key_Return)
        desk.press(Qt.Key.Key_Space)
        desk.press(Qt.Key.Key_Return)  # to the next name
    assert [one.name for one in desk.lesson.state.classes] == ["mug", "cup"]
    assert desk.asked == ["record mug", "end", "record cup", "end"]


def test_the_space_bar_types_in_a_name_and_another_key_records_there_too(desk: Desk) -> None:
    desk.type("my mug")
    assert desk.asked == []
    desk.press(Qt.Key.Key_Return)
    assert desk.lesson.state.classes[0].name == "my mug"
    desk.window.set_key(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_Return)
    desk.type("c")
    desk.press(Qt.Key.Key_F5)
    assert desk.asked == ["record my mug", "end"]
    assert desk.window.cards.new_class.field.text() == "c"


def test_a_repeating_key_is_one_hold_and_leaving_the_window_ends_it(full: Desk) -> None:
    full.window.setFocus()
    for _ in range(3):  # as X tells of it
        QTest.keyPress(full.window, Qt.Key.Key_Space)
        QTest.keyRelease(full.window, Qt.Key.Key_Space)
    QTest.keyPress(full.window, Qt.Key.Key_Space)
    assert full.asked == ["record 杯子"]
    other = TeachWindow(Lesson())
    full.qtbot.addWidget(other)
    other.show()
    activate(full.qtbot, other)
    assert full.asked == ["record 杯子", "end"]


def test_the_next_key_becomes_the_record_key(full: Desk) -> None:
    chosen: list[int] = []
    full.window.key_chosen.connect(chosen.append)
    full.window.top_bar.key_button.click()
    assert full.window.top_bar.key_button.text() == "Press a key …"
    full.press(Qt.Key.Key_B)
    assert chosen == [Qt.Key.Key_B]
    assert "B" in full.window.top_bar.key_button.text()
    full.window.setFocus()
    full.press(Qt.Key.Key_Space)
    assert full.asked == []
    full.press(Qt.Key.Key_B)
    assert full.asked == ["record 杯子", "end"]
    full.window.top_bar.key_button.click()
    full.press(Qt.Key.Key_Escape)
    assert full.window.key.key == Qt.Key.Key_B


@pytest.mark.parametrize("key", [DEFAULT_KEY, int(Qt.Key.Key_F5), int(Qt.Key.Key_PageDown), int(Qt.Key.Key_B)])
def test_a_key_is_stored_and_found_again(key: int) -> None:
    assert key_of(stored_key(key)) == key
    assert key_name(key)


@pytest.mark.parametrize("setting", ["", "nonsense key", "Ctrl+K, Ctrl+L"])
def test_a_setting_that_is_no_key_means_the_space_bar(setting: str) -> None:
    assert key_of(setting) == DEFAULT_KEY


def test_a_cards_button_records_for_its_class_and_holds_on_when_the_pointer_leaves(full: Desk) -> None:
    button = full.card("mug").record
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    QTest.mouseMove(button, button.rect().bottomRight() * 3)
    assert full.asked == ["record mug"]
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=button.rect().bottomRight() * 3)
    assert full.asked == ["record mug", "end"]
    assert full.name(full.window.selected) == "mug"
    full.window.setFocus()
    full.press(Qt.Key.Key_Space)
    assert full.asked[2:] == ["record mug", "end"]


def test_background_has_a_button_of_its_own(full: Desk) -> None:
    QTest.mousePress(full.window.cards.cards[BACKGROUND].record, Qt.MouseButton.LeftButton)
    assert full.asked == ["background"]
    full.window.show_countdown(2.2)
    full.window.show_progress(BurstProgress(BACKGROUND, 0.8, {"image": 4}))
    assert "2" in full.window.answer.view.headline()
    full.window.show_countdown(0.0)
    full.window.show_progress(None)
    assert "three more" in full.window.cards.cards[BACKGROUND].record.text()


def test_a_class_is_renamed_in_place_and_a_name_that_cannot_be_is_told(full: Desk) -> None:
    field = full.card("mug").name
    field.setFocus()
    field.selectAll()
    full.type("  Tasse ")
    full.press(Qt.Key.Key_Return)
    assert full.lesson.state.classes[0].name == field.text() == "Tasse"
    other = full.card("Schlüssel").name
    other.setFocus()
    other.selectAll()
    full.type("TASSE")
    full.press(Qt.Key.Key_Return)
    assert full.window.notice.problem == Problem("teach.name_taken", name="Tasse")
    assert full.lesson.state.classes[1].name == other.text() == "Schlüssel"


def test_a_deleted_class_comes_back_with_ctrl_z(full: Desk) -> None:
    mug = full.lesson.state.classes[0]
    full.card("mug").delete_wanted.emit(mug.id)
    assert mug.id not in full.window.cards.cards
    assert full.window.notice.problem == Problem("teach.class_deleted")
    full.window.setFocus()
    full.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert full.card("mug").thumbnails.shown()
    full.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert mug.id not in full.window.cards.cards
    full.window.top_bar.undo_button.click()
    assert full.lesson.state.classes[0] == mug


def test_examples_are_reviewed_moved_and_deleted(full: Desk) -> None:
    mug, key, _ = full.lesson.state.classes
    full.window.open_review(mug.id)
    page = full.window.review
    assert page.title.text() == "mug"
    assert page.list.model().rowCount() == 9
    assert not page.delete_button.isEnabled()
    full.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.selected) == 9
    page.list.clearSelection()
    page.list.setCurrentIndex(page.list.model().index(2, 0))
    full.press(Qt.Key.Key_Delete)
    assert page.list.model().rowCount() == len(full.lesson.state.of_class(mug.id)) == 8
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    (moved,) = page.selected
    next(action for action in page.move_menu().actions() if action.text() == "Schlüssel").trigger()
    assert moved in [sample.id for sample in full.lesson.state.of_class(key.id)]
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    next(action for action in page.move_menu().actions() if action.text() == "None of these").trigger()
    assert len(full.lesson.state.background) == 7
    full.press(Qt.Key.Key_Escape)
    assert full.window.pages.currentWidget() is full.window.cards
    for _ in range(3):
        full.window.editor.undo()
    assert len(full.lesson.state.of_class(mug.id)) == 9


def test_the_record_key_records_for_the_class_that_is_reviewed(full: Desk) -> None:
    full.window.open_review(full.lesson.state.classes[0].id)
    full.press(Qt.Key.Key_Space)
    full.window.open_review(BACKGROUND)
    full.press(Qt.Key.Key_Space)
    assert full.asked == ["record mug", "end", "background", "end"]


def test_a_review_ends_with_its_class(full: Desk) -> None:
    mug = full.lesson.state.classes[0]
    full.window.open_review(mug.id)
    full.window.editor.delete_class(mug.id)
    assert full.window.pages.currentWidget() is full.window.cards


def test_files_dropped_on_a_card_are_for_its_class(full: Desk, tmp_path: Path) -> None:
    dropped: list[tuple[str, list[str]]] = []
    full.window.files_dropped.connect(lambda class_id, paths: dropped.append((full.name(class_id), paths)))
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png")), QUrl("https://example.org/b.png")])
    card = full.card("mug")
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    card.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, files, left, none))
    assert dropped == [("mug", [str(tmp_path / "a.png")])]


def test_files_and_folders_are_chosen_from_a_cards_menu(full: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    dropped: list[list[str]] = []
    full.window.files_dropped.connect(lambda class_id, paths: dropped.append(paths))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["a.png", "b.wav"], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "mugs")
    actions = {action.text().replace("&", ""): action for action in full.card("mug").more_menu().actions()}
    actions["Add files…"].trigger()
    actions["Add a folder…"].trigger()
    assert dropped == [["a.png", "b.wav"], ["mugs"]]


def test_a_report_lights_every_card_and_shows_each_inputs_accuracy(full: Desk) -> None:
    full.window.show_outcome(TeachingOutcome(3, "model", report(full.lesson)))
    bars = full.window.report.bars
    assert [row.name for row in bars.rows] == ["All together", "Picture", "Sound", "Text"]
    assert bars.figures(bars.rows[0]) == "96% (82–99%) of 27"
    assert "left out" not in full.window.report.sentence.text()
    assert "1.8 s" in full.window.report.aside.text()
    assert full.card("mug").advice() == "“mug” has no examples yet. Show some."
    assert full.card("mug").light.light is not None


def test_an_example_that_cannot_be_used_is_named_on_its_card_and_marked_in_the_review(full: Desk) -> None:
    mug = full.lesson.state.classes[0]
    second, third = full.lesson.state.of_class(mug.id)[1:3]
    dark = SampleNote(second.id, "image", SampleFault.DARK)
    made = replace(report(full.lesson), notes=(dark, SampleNote(third.id, "audio", SampleFault.SILENT)))
    card, plain = full.card("mug"), full.card("Schlüssel")
    full.window.show_outcome(TeachingOutcome(3, "model", replace(made, notes=(dark,))))
    why = "The picture in example 2 of “mug” is too dark to learn from. Show it again in more light."
    assert card.unused_words.text() == card.unused_words.toolTip() == why
    assert not card.unused_words.isHidden()
    assert plain.unused_words.isHidden()
    full.window.show_outcome(TeachingOutcome(3, "model", made))
    assert card.unused_words.text() == f"{why} Others that cannot be used: 1."
    full.window.open_review(mug.id)
    full.qtbot.waitUntil(full.window.review.isVisible)
    model = full.window.review.list.model()
    tips = [model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert [why in tip for tip in tips] == [False, True, False]
    assert "is silent" in tips[2]
    assert tips == [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    marked = full.window.review.list.grab().toImage()
    full.lesson.rename_class(mug.id, "cup")
    assert "example 2 of “cup”" in card.unused_words.text()
    assert "example 2 of “cup”" in model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    full.window.show_outcome(TeachingOutcome(4, "model", report(full.lesson)))
    assert card.unused_words.isHidden()
    assert full.window.review.list.grab().toImage() != marked
    full.window.show_outcome(TeachingOutcome(5, "model", made))
    full.lesson.delete_samples([second.id])
    assert card.unused_words.text().startswith("The sound in example 2 of “cup” is silent.")


def test_an_example_of_background_that_cannot_be_used_is_named(full: Desk) -> None:
    notes = (SampleNote(full.lesson.state.background[0].id, "image", SampleFault.BLANK),)
    full.window.show_outcome(TeachingOutcome(3, "model", replace(report(full.lesson), notes=notes)))
    told = full.window.cards.cards[BACKGROUND].unused_words
    assert told.text().startswith("The picture in example 1 of “None of these” shows nothing.")
    full.lesson.forget_all()
    assert told.isHidden()


def test_the_answer_is_shown_only_of_a_model_that_was_taught_here(full: Desk) -> None:
    labels = tuple(one.name for one in full.lesson.state.classes)
    view = full.window.answer.view
    full.window.show_prediction(seen(1.0, (1, 1, None), labels=labels))
    assert view.headline() == "Learning …"
    full.window.show_live(True)
    full.window.show_prediction(seen(1.0, (1, 1, None), labels=labels))
    assert view.headline() == "Schlüssel"
    assert view.detail().startswith("91% sure. ")
    install_language("zh_CN")
    assert view.detail().startswith("91% 的把握。")
    install_language("en")
    strangers = (Reason.NOTHING_RECOGNISED, Reason.SILENCE, Reason.EMPTY)
    full.window.show_prediction(seen(2.0, (None, None, None), labels=labels, reasons=strangers))
    assert view.headline() == "None of these"
    nothing = (Reason.TOO_DARK, Reason.SILENCE, Reason.EMPTY)
    full.window.show_prediction(seen(3.0, (None, None, None), labels=labels, reasons=nothing))
    assert view.headline() == "—"
    for one in full.lesson.state.classes[1:]:
        full.lesson.delete_class(one.id)
    full.window.show_prediction(seen(4.0, (1, 1, None), labels=labels))
    assert view.headline() == "One more class"  # what runs still knows the others
    full.lesson.undo()
    full.lesson.undo()
    full.window.show_live(False)
    assert view.headline() == "Learning …"


def test_the_badges_say_what_would_be_recorded(full: Desk) -> None:
    full.window.show_presence({"image": PRESENT, "audio": Presence(Reason.SILENCE), "text": Presence(Reason.EMPTY)})
    assert full.window.inputs.camera.badge.filled
    assert full.window.inputs.microphone.badge.words == "silence"
    full.window.inputs.camera.mute_button.click()
    assert full.window.muted == frozenset({"image"})


def test_what_is_missing_is_said_where_the_answer_will_be(desk: Desk) -> None:
    view = desk.window.answer.view
    assert view.headline() == "What shall it know?"
    mug = desk.lesson.add_class("mug")
    desk.lesson.add_samples(mug.id, [{"image": thing(1)}])
    assert view.headline() == "One more class"
    cup = desk.lesson.add_class("cup")
    desk.lesson.add_samples(cup.id, [{"audio": word(1)}, {"text": "cup"}])
    assert view.headline() == "Learning …"
    assert desk.card("cup").counts._counts == {"image": 0, "audio": 1, "text": 1}


def test_what_is_said_of_the_answer_is_true_of_the_classes_and_of_what_runs(desk: Desk) -> None:
    view = desk.window.answer.view
    for name in ("mug", "cup"):
        desk.lesson.add_class(name)
    assert view.headline() == "Show examples"
    for one in desk.lesson.state.classes:
        desk.lesson.add_samples(one.id, [{"text": one.name}])
    desk.window.show_learning(True)
    assert view.headline() == "Learning …"
    unusable = Problem("teach.light.unusable", name="mug")
    desk.window.show_outcome(TeachingOutcome(1, problem=unusable))
    desk.window.show_learning(False)
    assert view.headline() == "No answer yet"
    assert "mug" in view.detail()
    desk.window.show_learning(True)
    desk.window.show_outcome(TeachingOutcome(2, "model", report(taught(2))))
    desk.window.show_live(True)
    desk.window.show_learning(False)
    desk.window.show_live(False)  # somebody has chosen another model
    assert view.headline() == "Another model answers"


def test_every_button_of_a_card_is_pressed_by_enter(full: Desk) -> None:
    pressed: list[str] = []
    card = full.card("mug")
    for name in ("dot", "more"):
        getattr(card, name).clicked.disconnect()
        getattr(card, name).clicked.connect(lambda _=False, name=name: pressed.append(name))
        getattr(card, name).setFocus()
        full.press(Qt.Key.Key_Return)
    assert pressed == ["dot", "more"]
    full.window.cards.cards[BACKGROUND].record.setFocus()
    full.press(Qt.Key.Key_Return)
    assert full.asked == ["background"]


def test_the_record_key_records_for_the_button_that_the_keyboard_has_come_to(full: Desk) -> None:
    card = full.card("mug")
    assert full.window.selected != card.class_id
    card.record.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyPress(card.record, Qt.Key.Key_Space)
    assert full.asked == ["record mug"]
    QTest.keyRelease(card.record, Qt.Key.Key_Space)
    full.qtbot.waitUntil(lambda: full.asked[-1] == "end")


def test_esc_leaves_a_name_as_it_was(full: Desk) -> None:
    field = full.card("mug").name
    field.setFocus()
    full.type("x")
    full.press(Qt.Key.Key_Escape)
    assert field.text() == full.lesson.state.classes[0].name == "mug"
    assert not field.hasFocus()


def test_a_cards_menu_is_called_after_its_class(full: Desk) -> None:
    card = full.card("mug")
    assert card.more.accessibleName() == "More about mug"
    full.lesson.rename_class(card.class_id, "cup")
    assert card.more.accessibleName() == "More about cup"
    assert full.window.cards.cards[BACKGROUND].more.accessibleName() == "More about None of these"


def test_forgetting_leaves_no_picture_behind(full: Desk) -> None:
    full.window.grab()
    assert full.window.pictures._made
    full.lesson.forget_all()
    full.window.grab()
    assert not full.window.pictures._made
    assert list(full.window.cards.cards) == [BACKGROUND]


def test_fifty_classes_of_names_in_any_script_and_length_fit(qtbot: QtBot) -> None:
    desk = Desk(qtbot, taught(50, 8))
    desk.window.editor.add_class("長" * 200)
    desk.window.editor.add_class("x" * 201)
    assert desk.window.notice.problem == Problem("teach.name_long", found=201, most=200)
    desk.window.resize(1366, 768)
    assert desk.window.minimumSizeHint().width() <= 1366
    cards = desk.window.cards.cards
    assert len(cards) == 52
    assert all(card.width() <= desk.window.cards.viewport().width() for card in cards.values())
    desk.window.open_review(desk.lesson.state.classes[-1].id)
    desk.window.show_project(Path("p" * 250))
    desk.qtbot.waitUntil(lambda: desk.window.minimumSizeHint().width() <= 1024)
    for aside in (desk.window.top_bar.aside, desk.window.review.aside):  # what stands beside a name is read, too
        desk.qtbot.waitUntil(lambda it=aside: it.width() >= min(it.sizeHint().width(), 120))
    assert max(len(action.text()) for action in desk.window.review.move_menu().actions()) <= 60


def test_a_name_without_blanks_is_broken_where_a_sentence_names_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot, taught(2))
    mug = desk.lesson.state.classes[0]
    desk.lesson.rename_class(mug.id, "W" * 200)
    told = Problem("teach.light.unusable", name="W" * 200)
    lights = (ClassReport(mug.id, Light.THIN, told),)
    made = replace(report(desk.lesson), classes=lights, advice=told)
    desk.window.show_outcome(TeachingOutcome(1, "model", made))
    desk.window.show_notice(told)
    desk.qtbot.waitUntil(lambda: desk.window.minimumSizeHint().width() <= 1024)
    assert "W" * 200 in desk.window.report.sentence.text()  # who asks for the words gets them whole


def test_the_window_speaks_the_language_that_is_chosen_while_it_is_open(full: Desk) -> None:
    install_language("de")
    full.qtbot.waitUntil(lambda: full.window.windowTitle() == "Beibringen – mmdesk")
    assert full.window.cards.cards[BACKGROUND].name.text() == "Nichts davon"
    assert full.card("mug").counts.accessibleDescription().startswith("Bild: 9")
    assert full.card("mug").thumbnails.accessibleName() == "Die neuesten Beispiele"


def test_undo_and_redo_have_keys(full: Desk) -> None:
    full.window.editor.add_class("teapot")
    assert "new class" in full.window.top_bar.undo_button.toolTip()
    assert not full.window.top_bar.redo_button.isEnabled()
    full.window.setFocus()
    full.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "new class" in full.window.top_bar.redo_button.toolTip()
    full.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert full.lesson.state.classes[-1].name == "teapot"


def test_what_stood_in_the_way_is_not_said_while_the_next_model_is_made(full: Desk) -> None:
    report = full.window.report
    report.show_report(None, Problem("teach.class_empty", name="Paula"))
    assert "Paula" in report.sentence.text()
    report.show_learning(True)
    assert report.sentence.text() == ""
    assert report.aside.text() == "Learning …"


def test_a_class_is_said_to_be_learnt_only_while_a_model_is_made(desk: Desk) -> None:
    mug = desk.lesson.add_class("mug").id
    card = desk.window.cards.cards[mug]
    assert card.words.text() == "Nothing shown yet."
    desk.lesson.add_samples(mug, [{"text": "mug"}])
    assert (card.words.text(), card.light.isHidden()) == ("", True)  # one class is nothing to tell apart
    desk.window.show_learning(True)
    shoe = desk.lesson.add_class("shoe").id
    desk.lesson.add_samples(shoe, [{"text": "shoe"}])
    for each in (mug, shoe):
        found = desk.window.cards.cards[each]
        assert (found.words.text(), found.light.isHidden()) == ("Learning …", False)
    desk.window.show_learning(False)
    assert card.words.text() == ""
