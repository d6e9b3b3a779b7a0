"""The Teach window: classes are shown, said and typed on one page, and are recognised a moment later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from mmdesk.core.burst import BurstProgress
from mmdesk.core.frame import Frame
from mmdesk.core.in_force import InForce
from mmdesk.core.lesson import ChangeKind, Lesson, LessonChange
from mmdesk.core.observation import Presence
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.core.sound_display import SoundDisplay
from mmdesk.core.source_state import DeviceChoice, SourceState
from mmdesk.core.teaching import BACKGROUND
from mmdesk.core.teaching_report import TeachingOutcome
from mmdesk.ui.language import number_text
from mmdesk.ui.problems import words_of
from mmdesk.ui.teach.class_card import ClassCard
from mmdesk.ui.teach.lesson_editor import LessonEditor
from mmdesk.ui.teach.record_key import RecordKey, key_name
from mmdesk.ui.teach.stage import TeachStage


class TeachWindow(TeachStage):
    """Inputs on the left as in the main window; the answer, the classes and how well they are known on the right.

    A window of its own, modeless. It changes the lesson, and shows it however it was changed; the rest it is told.
    Every slot belongs to the GUI thread.

    Args:
        lesson: What is taught.
        theme: "dark", "light" or "system".

    Signals:
        record_wanted: Id of a class for which everything that is on is to be recorded.
        record_ended: The key or the button was let go.
        background_wanted: Three seconds of background are to be recorded.
        files_dropped: Id of a class, and paths of files and folders.
        example_wanted: A teaching is to be shown from start to end.
        source_chosen: Name of an input, and what it is to open.
        refresh_requested: The devices are to be listed anew.
        text_edited: Name of an input, and the whole text.
        mute_toggled: Name of an input, and whether it is left out from now on.
        mirror_toggled: Whether the preview is mirrored from now on.
        key_chosen: The key that records from now on.
        frame_painted: The `Frame` that has just been drawn.
        prediction_painted: The `Prediction` that has just been drawn.
        opened: It is on the screen from now on.
        left: It was closed.
    """

    record_wanted = Signal(str)
    record_ended = Signal()
    background_wanted = Signal()
    files_dropped = Signal(str, list)
    example_wanted = Signal()
    source_chosen = Signal(str, str)
    refresh_requested = Signal()
    text_edited = Signal(str, str)
    mute_toggled = Signal(str, bool)
    mirror_toggled = Signal(bool)
    key_chosen = Signal(int)
    frame_painted = Signal(object)
    prediction_painted = Signal(object)
    opened = Signal()
    left = Signal()

    def __init__(self, lesson: Lesson, theme: str = "dark", parent: QWidget | None = None) -> None:
        super().__init__(lesson, theme, parent)
        self._lesson = lesson
        self._selected = ""
        self._is_live = self._can_learn = self._learning = False
        self._outcome: TeachingOutcome | None = None
        self._countdown = 0.0
        self.editor = LessonEditor(lesson, self)
        self.key = RecordKey(self)
        self._connect_parts()
        lesson.listen(self._on_lesson)
        self._show_lesson()
        self.retranslate()
        self._apply_look()

    # --- what it is told --------------------------------------------------------------------------------------------

    @Slot(str, object)
    def show_frame(self, name: str, frame: Frame) -> None:
        """Show a camera frame of an input."""
        if self.isVisible():
            self.inputs.show_frame(name, frame, draw=not self.isMinimized())

    @Slot(str, object)
    def show_sound(self, name: str, sound: SoundDisplay) -> None:
        """Show new sound of an input."""
        if self.isVisible():
            self.inputs.show_sound(name, sound)

    @Slot(str, object)
    def show_source_state(self, name: str, state: SourceState) -> None:
        """Show how an input's source is doing."""
        if name in self.inputs.cards:
            self.inputs.cards[name].show_state(state)

    @Slot(str, object, str)
    def set_devices(self, name: str, choices: Sequence[DeviceChoice], current_key: str) -> None:
        """List what an input's source can open."""
        card = self.inputs.cards.get(name)
        if card is not None and card.picker is not None:
            card.picker.set_choices(choices, current_key)

    @Slot(bool)
    def set_mirrored(self, mirrored: bool) -> None:
        """Mirror the previews or not."""
        self.inputs.set_mirrored(mirrored)

    @Slot(str)
    def show_text(self, text: str) -> None:
        """Show a text that was typed elsewhere."""
        self.inputs.text.show_text(text)

    def set_muted(self, name: str, muted: bool) -> None:
        """Show whether an input is left out."""
        if name in self.inputs.cards:
            self.inputs.cards[name].set_muted(muted)

    @Slot(object)
    def show_prediction(self, prediction: Prediction) -> None:
        """Show what the model says that runs; only a taught one is answered for here."""
        if self.isVisible():
            told = self._is_live and self._can_learn and self._countdown <= 0
            self.answer.view.show_prediction(prediction if told else None)

    @Slot(object)
    def show_presence(self, verdicts: Mapping[str, Presence]) -> None:
        """Show of each input whether it would be recorded now."""
        for name, verdict in verdicts.items():
            if name in self.inputs.cards:
                self.inputs.cards[name].show_presence(verdict)

    def show_live(self, live: bool) -> None:
        """Say whether the model that runs is the one that is taught here."""
        self._is_live = live
        if not live:
            self.answer.view.show_prediction(None)
        self._name_waiting()

    @Slot(object)
    def show_progress(self, progress: BurstProgress | None) -> None:
        """Show how far a recording is; None once there is none."""
        self.cards.show_recording(progress)

    def show_countdown(self, seconds: float) -> None:
        """Say how long the background is still recorded; 0 for not at all."""
        self._countdown = seconds
        if seconds > 0:
            self.answer.view.show_prediction(None)
        self._name_waiting()

    def show_learning(self, learning: bool) -> None:
        """Say whether a model is being made."""
        self._learning = learning
        self.report.show_learning(learning)
        self.cards.show_learning(learning)
        self._name_waiting()

    def show_outcome(self, outcome: TeachingOutcome) -> None:
        """Show what is known of the newest model."""
        self._outcome, report = outcome, outcome.report
        self.report.show_report(report, outcome.problem)
        notes = {} if report is None else report.notes_by_sample
        self.cards.show_reports({} if report is None else {each.class_id: each for each in report.classes}, notes)
        self.review.show_notes(notes)

    @Slot(object)
    def show_notice(self, problem: Problem) -> None:
        """Tell a problem, or what was done, in a strip that stops nothing."""
        self.notice.show_problem(problem)

    @Slot(object, bool)
    def show_in_force(self, in_force: InForce, has_devices: bool) -> None:
        """Say what stands between the inputs and the answer."""
        self.in_force_strip.show_in_force(in_force, has_devices=has_devices)

    def show_project(self, project: Path | None, *, saved: bool = True) -> None:
        """Say where the lesson is kept, None for memory alone, and whether changes can be saved there."""
        self.top_bar.show_project(project, saved=saved)
        self._name_window()

    def set_key(self, key: int) -> None:
        """Record with this key from now on."""
        self.key.key = key
        self.top_bar.show_key(key, choosing=False)
        self.cards.show_selected(self._selected, key_name(key))

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        super().retranslate()
        self._name_waiting()
        self._name_window()

    @property
    def muted(self) -> frozenset[str]:
        """Names of the inputs that are left out."""
        return frozenset(name for name, card in self.inputs.cards.items() if card.muted)

    @property
    def selected(self) -> str:
        """Id of the class that the record key records for; empty for none."""
        return self._selected

    # --- what the user does -----------------------------------------------------------------------------------------

    @Slot(str)
    def select(self, class_id: str) -> None:
        """Let the record key record for a class from now on."""
        self._selected = class_id
        self.cards.show_selected(class_id, key_name(self.key.key))

    @Slot(str)
    def open_review(self, class_id: str) -> None:
        """Show all examples of a class; what is recorded from now on is for it."""
        if class_id != BACKGROUND:
            self.select(class_id)
        self.review.show_class(self._lesson.state, class_id)
        self.pages.setCurrentWidget(self.review)
        self.review.list.setFocus()

    @Slot()
    def close_review(self) -> None:
        """Show the cards again."""
        self.pages.setCurrentWidget(self.cards)
        self.setFocus()

    @Slot(str)
    def _on_class_added(self, class_id: str) -> None:
        self.select(class_id)
        self.cards.new_class.field.clear()
        self.notice.dismiss()
        self.setFocus()  # the record key is no letter of a name any more
        QTimer.singleShot(0, self._reveal_selected)

    @Slot()
    def _reveal_selected(self) -> None:
        card = self.cards.cards.get(self._selected)
        if card is not None:
            self.cards.ensureWidgetVisible(card, 0, 20)

    @Slot(str)
    def _on_hold_began(self, class_id: str) -> None:
        if class_id == BACKGROUND:
            self.background_wanted.emit()
        else:
            self.record_wanted.emit(class_id)

    @Slot()
    def _on_key_pressed(self) -> None:
        if self.pages.currentWidget() is self.review and self.review.class_id == BACKGROUND:
            self.background_wanted.emit()
        elif self._selected:
            self.record_wanted.emit(self._selected)
        else:
            self.show_notice(Problem("teach.no_class"))

    @Slot(int)
    def _on_key_chosen(self, key: int) -> None:
        self.set_key(key)
        self.key_chosen.emit(key)

    @Slot()
    def _on_key_wanted(self) -> None:
        self.key.begin_choice()
        self.top_bar.show_key(self.key.key, choosing=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no focused widget wanted: Enter presses a button or names a class, Esc leaves what has focus."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QAbstractButton):
                focused.click()  # the space bar records
            else:
                self.close_review()
                self.cards.new_class.field.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_review()
        else:
            super().keyPressEvent(event)

    # --- within -----------------------------------------------------------------------------------------------------

    def _connect_parts(self) -> None:
        self.inputs.source_chosen.connect(self.source_chosen)
        self.inputs.refresh_requested.connect(self.refresh_requested)
        self.inputs.text_edited.connect(self.text_edited)
        self.inputs.mirror_toggled.connect(self.mirror_toggled)
        self.inputs.camera.preview.frame_painted.connect(self.frame_painted)
        for card in self.inputs.cards.values():
            card.mute_toggled.connect(lambda muted, card=card: self.mute_toggled.emit(card.input.name, muted))
        for wanted, panel in (
            (self.in_force_strip.camera_wanted, self.inputs.camera),
            (self.in_force_strip.microphone_wanted, self.inputs.microphone),
        ):
            if panel.picker is not None:
                wanted.connect(panel.picker.offer)
        self.answer.view.prediction_painted.connect(self.prediction_painted)
        self.cards.card_made.connect(self._take_card)
        self.cards.new_class.named.connect(self.editor.add_class)
        self.cards.new_class.example_wanted.connect(self.example_wanted)
        self.editor.class_added.connect(self._on_class_added)
        self.editor.refused.connect(self.show_notice)
        self.review.closed.connect(self.close_review)
        self.review.delete_wanted.connect(self.editor.delete_samples)
        self.review.move_wanted.connect(self.editor.move_samples)
        self.key.pressed.connect(self._on_key_pressed)
        self.key.released.connect(self.record_ended)
        self.key.chosen.connect(self._on_key_chosen)
        self.top_bar.key_wanted.connect(self._on_key_wanted)
        for button, keys, do in (
            (self.top_bar.undo_button, ("Ctrl+Z",), self.editor.undo),
            (self.top_bar.redo_button, ("Ctrl+Shift+Z", "Ctrl+Y"), self.editor.redo),
        ):
            button.clicked.connect(do)
            for key in keys:
                QShortcut(QKeySequence(key), self, do)

    @Slot(object)
    def _take_card(self, card: ClassCard) -> None:
        self.editor.take_card(card)
        card.selected.connect(self.select)
        card.hold_began.connect(self._on_hold_began)
        card.hold_ended.connect(self.record_ended)
        card.review_wanted.connect(self.open_review)
        card.files_dropped.connect(self.files_dropped)

    def _on_lesson(self, change: LessonChange) -> None:
        if change.kind in (ChangeKind.FORGET, ChangeKind.OPEN):
            self.pictures.forget()
            self.report.show_report(None)
            self.cards.show_reports({}, {})
            self.review.show_notes({})
            self._outcome = None
        self._show_lesson()

    def _show_lesson(self) -> None:
        state = self._lesson.state
        self.cards.show_state(state)
        ids = [one.id for one in state.classes]
        if self._selected not in ids:
            self._selected = ids[-1] if ids else ""
        self.cards.show_selected(self._selected, key_name(self.key.key))
        self._can_learn = not state.faults()
        self.report.show_state(state)
        self.answer.view.show_colours({one.name: one.colour for one in state.classes})
        self.top_bar.show_undo(self._lesson.undoable, self._lesson.redoable)
        if self.review.class_id not in (BACKGROUND, *ids):
            self.close_review()
        elif self.pages.currentWidget() is self.review:
            self.review.show_class(state, self.review.class_id)
        self._name_waiting()

    def _name_waiting(self) -> None:
        state = self._lesson.state
        if self._countdown > 0:
            headline = self.tr("Background … {seconds}").format(seconds=number_text(self._countdown, ".0f"))
            words = self.tr("Show nothing for a moment: what is there now will count as “none of these”.")
        elif not state.classes:
            headline = self.tr("What shall it know?")
            words = self.tr("Name a class, then hold the record key and show it, say it and type it.")
        elif state.faults():
            headline = self.tr("One more class") if len(state.classes) == 1 else self.tr("Show examples")
            words = self.tr("It needs two classes with examples to tell apart.")
        elif not self._learning and self._outcome is not None and self._outcome.problem is not None:
            headline = self.tr("No answer yet")
            words = words_of(self._outcome.problem).sentence
        elif not self._learning and self._outcome is not None and not self._is_live:
            headline = self.tr("Another model answers")
            words = self.tr("Choose “Teach” in the menu again, and what is taught here answers.")
        else:
            headline = self.tr("Learning …")
            words = self.tr("A few seconds, then it answers here.")
        self.answer.view.show_waiting(headline, words)

    def _name_window(self) -> None:
        self.setWindowTitle(self.tr("Teach – mmdesk"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.key.watch(True)
            self.cards.new_class.field.setFocus()
            self.opened.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.key.watch(False)
        self.left.emit()
        super().closeEvent(event)
