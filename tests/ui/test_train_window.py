"""The Train window driven with core values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.errors import Finding, as_written
from mmdesk.core.inputs import DEFAULT_INPUTS, MOST_INPUTS
from mmdesk.core.problem import Problem
from mmdesk.core.training_plan import EvaluationOutcome, TrainingOutcome, TrainingRequest
from mmdesk.core.training_progress import TrainingProgress
from mmdesk.core.training_settings import TrainingSettings
from mmdesk.ui.language import LANGUAGES, install_language
from mmdesk.ui.problem_words import Words
from mmdesk.ui.problems import words_of
from mmdesk.ui.theme import DARK, LIGHT
from mmdesk.ui.train_window import TrainWindow, data_page, run_card
from tests.three_inputs import AUDIO, IMAGE, TEXT, by_name
from tests.ui import train_gallery as gallery
from tests.ui.activation import activate

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[TrainWindow]:
    window = TrainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    activate(qtbot, window)
    yield window
    install_language("en")


def plotted(curve: Any) -> tuple[np.ndarray, np.ndarray]:
    """What a curve draws."""
    return curve.getData()


# --- data -----------------------------------------------------------------------------------------------------------


def test_at_first_the_two_layouts_are_explained(window: TrainWindow) -> None:
    gallery.empty(window)
    assert window.data_page.currentIndex() == 0
    words = [hint.words.text() for hint in window.data_page.empty.hints]
    assert all(text.count("\n") == 1 for text in words)
    assert "texts.csv" in words[0]
    assert "image,audio,text,label" in words[1]
    assert not window.run_card.start_button.isEnabled()


def test_a_check_can_be_given_up(qtbot: QtBot, window: TrainWindow) -> None:
    window.show()
    gallery.checking(window)
    page = window.data_page
    assert page.stop_button.isVisible()
    with qtbot.waitSignal(window.check_left):
        page.stop_button.click()
    assert not page.stop_button.isVisible()
    assert page.currentWidget() is page.empty
    window.show_report(gallery.SOUND)
    assert not page.stop_button.isVisible()


def test_a_folder_is_counted_by_class_and_input(window: TrainWindow) -> None:
    gallery.checking(window)
    assert window.data_page.headline.text() == "Checking the folder … 128 of 601"
    window.show_report(gallery.SOUND)
    model = window.data_page.counts
    cells = [model.data(model.index(9, column)) for column in range(model.columnCount())]
    assert cells == ["watermelon", "27", "27", "0", "25"]
    assert model.data(model.index(9, 3), Qt.ItemDataRole.ForegroundRole).name() == DARK.state
    assert [model.headerData(c, Qt.Orientation.Horizontal) for c in (0, 3)] == ["Class", "Sound"]
    assert "220 for training, 47 for validation, 48 for testing" in window.data_page.splits.text()
    assert window.run_card.start_button.isEnabled()
    assert window.run_card.out.text() == gallery.SOUND.out


def test_problems_stand_with_file_and_line_and_can_be_copied(window: TrainWindow) -> None:
    gallery.problems(window)
    page = window.data_page
    lines = page.findings.toPlainText().splitlines()
    assert lines[0] == "samples.csv:3: image: there is no file “pictures/apple 1.png”."
    assert lines[-1].startswith("Warning: samples.csv:133")
    page.copy_button.click()
    assert QGuiApplication.clipboard().text().splitlines() == lines
    assert page.findings_title.text() == "Fix these first (33)"
    assert not window.run_card.start_button.isEnabled()


def test_a_dropped_table_means_its_folder(qtbot: QtBot, window: TrainWindow, tmp_path: Path) -> None:
    for dropped, meant in ((tmp_path, tmp_path), (tmp_path / "samples.csv", tmp_path)):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(dropped))])
        event = QDropEvent(
            QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        with qtbot.waitSignal(window.folder_chosen) as chosen:
            window.dropEvent(event)
        assert chosen.args == [str(meant)]
        assert window.data_page.headline.text() == "Checking the folder …"


# --- choices --------------------------------------------------------------------------------------------------------


def test_the_choices_make_the_request_of_mmdesk_train(qtbot: QtBot, window: TrainWindow) -> None:
    gallery.checked(window)
    with qtbot.waitSignal(window.start_wanted) as wanted:
        window.run_card.start_button.click()
    encoders = {IMAGE: "efficientnet_lite0", AUDIO: "speech_rnn", TEXT: "tfidf"}
    others = tuple(kind for kind in gallery.FUSIONS if kind != "attention_gate")
    settings = TrainingSettings(others=others, encoders=encoders)
    assert wanted.args == [TrainingRequest(gallery.SOUND.folder, gallery.SOUND.out, settings), False]


def test_every_choice_reaches_the_request(window: TrainWindow) -> None:
    gallery.checked(window)
    plain = TrainingSettings()
    wished = TrainingSettings(
        fusion="transformer", encoders={IMAGE: "cnn", TEXT: "subword"}, joint=True, balance="ogm_ge",
        encoder_stage=replace(plain.encoder_stage, epochs=7), fusion_stage=replace(plain.fusion_stage, epochs=9),
        augmentation="strong", modality_dropout=0.15, class_weights=True, label_smoothing=0.12, seed=42,
    )  # fmt: skip
    window.choices.set_settings(wished)
    assert window.choices.settings() == wished
    window.choices.plan.setCurrentIndex(0)
    assert not window.choices.balance.isEnabled()
    assert window.choices.settings().balance == "none"


def test_choices_made_by_a_report_wait_for_the_options(window: TrainWindow) -> None:
    window.choices.set_settings(TrainingSettings(fusion="deep", encoders={TEXT: "embedding"}))
    window.set_options(gallery.OPTIONS)
    settings = window.choices.settings()
    assert (settings.fusion, settings.encoders) == ("deep", {TEXT: "embedding"})


def test_without_an_encoder_nothing_can_start(window: TrainWindow) -> None:
    gallery.checked(window)
    for box in window.choices.encoders.values():
        box.setCurrentIndex(box.findData("none"))
    assert not window.run_card.start_button.isEnabled()


def test_of_very_many_findings_only_those_shown_are_put_into_words(
    window: TrainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = tuple(Finding("samples.csv", line, Problem("row.nothing")) for line in range(2, 5002))
    asked = []

    def words(problem: Problem) -> Words:
        asked.append(problem)
        return words_of(problem)

    monkeypatch.setattr(data_page, "words_of", words)
    window.data_page.show_report(replace(gallery.SOUND, problems=found[:1500], warnings=found[1500:]))
    lines = window.data_page.findings.toPlainText().splitlines()
    assert len(asked) == 2000
    assert len(lines) == 2001
    assert lines[0].startswith("samples.csv:2: ")
    assert lines[1500].startswith("Warning: samples.csv:1502: ")
    assert lines[-1] == "… and 3000 more; “Copy all” copies them too"
    assert window.data_page.findings_title.text() == "Fix these first (1500)"
    window.data_page.copy_findings()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 5000


def test_an_interrupted_run_sets_its_choices_and_says_so(window: TrainWindow) -> None:
    window.set_options(gallery.OPTIONS)
    interrupted = TrainingSettings(fusion="late", encoders={TEXT: "tfidf"}, seed=5)
    window.show_report(replace(gallery.SOUND, interrupted=interrupted))
    assert window.choices.settings() == interrupted
    assert "interrupted" in window.run_card.words.text()


def test_the_preview_follows_the_augmentation(qtbot: QtBot, window: TrainWindow) -> None:
    gallery.preview(window)
    with qtbot.waitSignal(window.preview_wanted) as wanted:
        window.choices.augmentation.setCurrentIndex(2)
    assert wanted.args == ["strong", 0]
    with qtbot.waitSignal(window.preview_wanted) as wanted:
        window.preview_page.again_button.click()
    assert wanted.args == ["strong", 1]
    texts = [label.text() for label in window.preview_page.findChildren(QLabel)]
    assert "a rpie apple fmro market" in texts
    assert texts.count("missing") == 2
    pictures = [label for label in window.preview_page.findChildren(QLabel) if not label.pixmap().isNull()]
    assert len(pictures) == 2 * 6 + 2 * 5


# --- a run ----------------------------------------------------------------------------------------------------------


def test_curves_are_drawn_in_the_inputs_colours_and_stages_are_parted(window: TrainWindow) -> None:
    gallery.training(window)
    curves = window.training_page.curves
    history = window.training_page.history
    assert len(history) == 42
    x, y = plotted(curves.accuracy.curves["whole"])
    assert list(x) == list(range(1, 43))
    assert list(y) == [report.validation_accuracy for report in history]
    for index, one in enumerate(DEFAULT_INPUTS):
        curve = curves.accuracy.curves[str(index)]
        assert list(plotted(curve)[1]) == [report.input_accuracy[one.name] for report in history]
        assert curve.opts["pen"].color().name() == DARK.colour_of(index)
    assert list(plotted(curves.loss.curves["train"])[1]) == [report.train_loss for report in history]
    assert list(plotted(curves.loss.curves["validation"])[1]) == [report.validation_loss for report in history]
    joined = curves.accuracy.curves["whole"].opts["connect"]
    assert [epoch for epoch, leads_on in zip(x, joined, strict=True) if not leads_on] == [24, 42]
    assert [line.value() for line in curves.accuracy.seams() if line.isVisible()] == [24.5]
    assert "Training the encoders ┊ Training the fusion" in curves.stages.text()
    window.set_theme("light")
    assert curves.accuracy.curves["1"].opts["pen"].color().name() == LIGHT.colour_of(1)


def test_a_collapse_is_said_in_a_sentence(window: TrainWindow) -> None:
    gallery.collapsed(window)
    assert window.training_page.warning.isVisible()
    assert window.training_page.warning.text().startswith("Sound is being forgotten: alone it fell from 52% to 26%")


def test_nothing_is_said_while_all_goes_well(window: TrainWindow) -> None:
    gallery.training(window)
    assert not window.training_page.warning.isVisible()


def test_an_input_that_no_sample_has_and_those_beyond_the_models_have_no_key(window: TrainWindow) -> None:
    gallery.checked(window)
    reports = [replace(report, input_accuracy=by_name(0.5, None, 0.6)) for report in gallery.epochs("joint", 5, 9)]
    window.show_started(tuple(reports))
    window.tabs.setCurrentWidget(window.training_page)
    keys = window.training_page.curves.accuracy.keys
    assert [keys[str(index)][1].isVisible() for index in range(MOST_INPUTS)] == [True, False, True, False, False]


def test_a_running_job_keeps_its_folder(qtbot: QtBot, window: TrainWindow) -> None:
    gallery.training(window)
    with qtbot.assertNotEmitted(window.folder_chosen):
        window.choose_folder("/somewhere/else")
    assert window.folder_card.path.text() == gallery.SOUND.folder
    assert not window.folder_card.isEnabled()
    window.show_outcome(gallery.OUTCOME)
    with qtbot.waitSignal(window.folder_chosen):
        window.choose_folder("/somewhere/else")


def test_progress_says_stage_share_and_time_left(window: TrainWindow) -> None:
    gallery.training(window)
    card = window.run_card
    assert card.words.text() == "Training the fusion · 31% · at most 1 min 23 s left"
    assert (card.bar.value(), card.bar.maximum()) == (310, 1000)
    assert "close this window" in card.note.text()
    assert not card.start_button.isEnabled()
    assert card.cancel_button.isEnabled()
    assert not window.choices.isEnabled()


def test_a_cancelled_run_says_that_it_goes_on(qtbot: QtBot, window: TrainWindow) -> None:
    gallery.training(window)
    with qtbot.waitSignal(window.cancel_wanted):
        window.run_card.cancel_button.click()
    assert window.run_card.words.text() == "Stopping …"
    window.show_outcome(TrainingOutcome(cancelled=True))
    assert window.run_card.words.text() == "Stopped. Nothing is lost."
    assert "continues from the last complete epoch" in window.run_card.note.text()
    assert window.run_card.start_button.isEnabled()


def test_a_failure_is_reported_with_its_remedy(window: TrainWindow) -> None:
    gallery.failed(window)
    assert "No space left" in window.run_card.words.text()
    assert "Free some" in window.run_card.note.text()
    assert window.run_card.start_button.isEnabled()


def test_closing_the_window_leaves_the_run_alone(qtbot: QtBot, window: TrainWindow) -> None:
    gallery.training(window)
    with qtbot.assertNotEmitted(window.cancel_wanted):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    window.show_progress(TrainingProgress("fusion", 0.5, 1.0))
    window.show()
    assert "50%" in window.run_card.words.text()


def test_replacing_a_model_is_agreed_in_the_file_dialog_only(
    qtbot: QtBot, window: TrainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery.checked(window)
    assert not window.run_card.replaces
    monkeypatch.setattr(run_card, "ask_save_path", lambda *_: Path("/data/old.mmdesk"))
    window.run_card.browse_button.click()
    assert window.run_card.replaces
    window.run_card.out.setText("/data/other.mmdesk")
    assert not window.run_card.replaces


# --- the result -----------------------------------------------------------------------------------------------------


def test_the_folder_of_a_finished_model_can_be_opened(window: TrainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    shown = [True]
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda address: (opened.append(address.toLocalFile()), shown[0])[1]
    )
    gallery.checked(window)
    button = window.result_page.folder_button
    assert not button.isVisibleTo(window.result_page)
    gallery.done(window)
    assert button.isVisible()
    button.click()
    assert opened == [str(Path(gallery.OUTCOME.model).parent)]
    assert window.notice.problem is None
    shown[0] = False
    button.click()
    assert window.notice.problem is not None
    assert window.notice.problem.code == "folder.not_shown"


def test_a_finished_model_can_be_used_and_evaluated(
    qtbot: QtBot, window: TrainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery.done(window)
    page = window.result_page
    assert window.tabs.currentWidget() is page
    assert [(bar.name, bar.words) for bar in page.bars.bars()] == [
        ("Everything", "96%  (86–99)  of 47"), ("Picture alone", "85%  (72–93)  of 47"),
        ("Sound alone", "55%  (41–69)  of 47"), ("Text alone", "66%  (52–78)  of 47"),
    ]  # fmt: skip
    assert window.run_card.out.text() == gallery.OUTCOME.next_out
    with qtbot.waitSignal(window.model_wanted) as wanted:
        page.use_button.click()
    assert wanted.args == [gallery.OUTCOME.model]
    with qtbot.waitSignal(window.evaluation_wanted) as wanted:
        page.evaluate_button.click()
    assert wanted.args == [gallery.OUTCOME.model, gallery.SOUND.folder]
    assert not page.evaluate_button.isEnabled()
    window.show_evaluation(gallery.FIGURES)
    assert page.evaluate_button.isEnabled()
    assert QApplication.focusWidget() is page.report_button
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.report_button.click()
    assert [url.toLocalFile() for url in opened] == [gallery.FIGURES.page]


def test_figures_stand_in_the_table(window: TrainWindow) -> None:
    gallery.evaluated(window)
    table = window.result_page.table
    headings = [table.horizontalHeaderItem(column).text() for column in range(table.columnCount())]
    assert headings[:8] == ["Inputs", "Samples", "Accuracy", "F1", "AUC", "ECE", "Brier", "Late fusion"]
    row = [table.item(0, column).text() for column in range(8)]
    assert row == ["Everything", "48", "94%  (83–98)", "0.94", "0.99", "0.05", "0.09", "90%"]
    last = [table.item(6, column).text() for column in (0, 4, 5, 8)]
    assert last == ["Text", "–", "–", "–"]


def test_a_failed_evaluation_is_reported(window: TrainWindow) -> None:
    gallery.done(window)
    window.result_page.evaluate_button.click()
    window.show_evaluation(EvaluationOutcome(problem=as_written("It broke.", "Mend it.")))
    assert window.result_page.measured.text() == "It broke. Mend it."
    assert not window.result_page.table.isVisible()
    assert window.run_card.start_button.isEnabled()


# --- the window -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", gallery.STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_clipped_at_1366_by_768(window: TrainWindow, state: str, language: str) -> None:
    install_language(language)
    gallery.STATES[state](window)
    for _ in range(3):
        QApplication.processEvents()
    assert (window.width(), window.height()) == (1366, 768)
    words = [w for kind in (QLabel, QPushButton) for w in window.findChildren(kind) if w.isVisible()]
    tight = [w.text() for w in words if w.width() < w.minimumSizeHint().width()]
    low = [
        w.text() for w in words if isinstance(w, QLabel) and w.wordWrap() and w.height() < w.heightForWidth(w.width())
    ]
    assert tight == []
    assert low == []


def test_the_language_changes_while_the_window_is_open(window: TrainWindow) -> None:
    gallery.evaluated(window)
    install_language("de")
    QApplication.processEvents()
    assert window.run_card.start_button.text() == "&Start"
    assert window.choices.title.text() == "Modell"
    assert window.choices.fusion.currentText() == "Aufmerksamkeits-Gate"
    assert window.choices.settings().fusion == "attention_gate"
    assert window.result_page.table.item(0, 0).text() == "Alles"


@pytest.mark.parametrize(
    ("seen", "words"),
    [(0, ""), (7, "7 more were left out, because the model was trained on them"), (None, "may be among")],
)
def test_the_result_says_what_the_figures_rest_on(window: TrainWindow, seen: int | None, words: str) -> None:
    gallery.done(window)
    window.show_evaluation(replace(gallery.FIGURES, seen_in_training=seen))
    text = window.result_page.measured.text()
    assert text.startswith(f"On {gallery.FIGURES.samples} test samples")
    assert words in text
    assert (";" in text) == bool(words)


def test_everything_that_takes_the_focus_has_a_name_and_tab_visits_it(qtbot: QtBot, window: TrainWindow) -> None:
    gallery.evaluated(window)
    focusable = [w for w in window.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    named = [w for w in focusable if w.accessibleName() or getattr(w, "text", lambda: "")()]
    nameless = [w for w in focusable if w not in named and w.objectName() != "qt_spinbox_lineedit"]
    assert [(type(w).__name__, w.objectName()) for w in nameless] == []
    window.folder_card.path.setFocus()
    visited = []
    for _ in range(9):
        visited.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    choices = window.choices
    assert visited == [
        window.folder_card.path, window.folder_card.choose_button, choices.fusion, choices.every_fusion,
        *choices.encoders.values(), choices.plan, choices.encoder_epochs,
    ]  # fmt: skip


def test_every_page_shows_five_inputs_by_name_and_in_colours_of_their_own(window: TrainWindow) -> None:
    gallery.five_evaluated(window)
    window.show_preview(gallery.five_previews())
    names = ["front", "side", "Sound", "title", "body"]
    model, choices = window.data_page.counts, window.choices
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads == ["Class", "Samples", *names]
    assert [box.isVisibleTo(choices) for box in choices.encoder_boxes] == [True] * 5
    assert list(choices.settings().encoders) == list(gallery.FIVE_INPUTS)
    assert choices.settings().encoders[gallery.FIVE_INPUTS[3]] == "tfidf"
    keys = window.training_page.curves.accuracy.keys
    assert [keys[str(index)][1].text() for index in range(5)] == [f"{name} alone" for name in names]
    bars = window.result_page.bars.bars()
    assert [bar.name for bar in bars] == ["Everything", *(f"{name} alone" for name in names)]
    assert [bar.colour for bar in bars[1:]] == list(DARK.inputs)
    table = window.result_page.table
    assert table.rowCount() == 31
    assert [table.item(row, 0).text() for row in (0, 1, 30)] == ["Everything", "front + side + Sound + title", "body"]
    texts = [label.text() for label in window.preview_page.findChildren(QLabel)]
    assert [text for text in texts if text in names] == names


def test_choices_stay_with_their_input_when_another_folder_has_others(window: TrainWindow) -> None:
    gallery.five_data(window)
    boxes = window.choices.encoders
    boxes[gallery.FIVE_INPUTS[1]].setCurrentIndex(boxes[gallery.FIVE_INPUTS[1]].findData("cnn"))
    fewer = (gallery.FIVE_INPUTS[1], gallery.FIVE_INPUTS[4])
    window.show_report(replace(gallery.FIVE, inputs=fewer))
    assert window.choices.settings().encoders == {fewer[0]: "cnn", fewer[1]: "tfidf"}
    assert [box.isVisibleTo(window.choices) for box in window.choices.encoder_boxes] == [True] * 2 + [False] * 3
