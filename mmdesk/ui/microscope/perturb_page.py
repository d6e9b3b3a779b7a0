"""The perturbation desk: everything that can be done to the inputs, and what it does to the answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.insight import Outcome
from mmdesk.core.perturbation import PerturbationKind
from mmdesk.core.prediction import Prediction
from mmdesk.ui.microscope.answer_pair import AnswerPair
from mmdesk.ui.microscope.perturb_column import PerturbColumn
from mmdesk.ui.microscope.presets import (
    PRESET_KEYS,
    Perturbations,
    Preset,
    added,
    can_be,
    is_on,
    preset_name,
    preset_tip,
    scene,
    taken_back,
)
from mmdesk.ui.panels.badge import Badge
from mmdesk.ui.theme import DARK, Look

_ROOMY = 3
"""So many columns have the width for the longest names."""
_NATIVE = QKeySequence.SequenceFormat.NativeText


class PerturbPage(QWidget):
    """A column per input, scenes at one press, and the answer before and after.

    The scenes' actions are for the window's menus: a key reaches an action only through a widget that is shown.

    Signals:
        perturbations_changed: What is done to the inputs from now on, a tuple of `Perturbation`, at most one of each
            kind per input.
    """

    perturbations_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._current: Perturbations = ()
        self._labels: tuple[str, ...] = ()
        self._prediction: Prediction | None = None
        self._inputs = DEFAULT_INPUTS
        self.columns: tuple[PerturbColumn, ...] = ()
        self.answers = AnswerPair()
        self.marker = Badge()
        self.marker.belongs_to = self.answers.accessibleName
        self._actions = {preset: QAction(self, checkable=True) for preset in Preset}
        self.preset_buttons = {preset: QPushButton() for preset in Preset}
        self.clear_button = QPushButton()
        self._lay_out()
        for preset, action in self._actions.items():
            action.setShortcut(QKeySequence(PRESET_KEYS[preset]))
            action.triggered.connect(partial(self._on_preset, preset))
            self.preset_buttons[preset].setCheckable(True)
            self.preset_buttons[preset].clicked.connect(action.trigger)
        self.clear_button.clicked.connect(self.clear)
        self._make_columns()
        self.retranslate()

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        for button in (*self.preset_buttons.values(), self.clear_button):
            self._top.addWidget(button)
        self._top.addStretch(1)
        self._top.addWidget(self.marker)
        self._desk = QHBoxLayout()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addLayout(self._top)
        self._rows.addLayout(self._desk, 1)
        self._rows.addWidget(self.answers)

    def _make_columns(self) -> None:
        self.columns = tuple(PerturbColumn(one, index) for index, one in enumerate(self._inputs))
        for column in self.columns:
            column.set_narrow(len(self._inputs) > _ROOMY)
            self._desk.addWidget(column, 1)
            column.changed.connect(self._on_column)

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Make a column for each of a model's inputs, in its order; what was done to others is no longer done."""
        for column in self.columns:
            self._desk.removeWidget(column)
            column.hide()
            column.deleteLater()
        self._inputs, self._prediction = tuple(inputs), None
        self._make_columns()
        self.set_look(self._look)
        self.retranslate()
        self.set_labels(self._labels)

    @property
    def perturbations(self) -> Perturbations:
        """What is done to the inputs now."""
        return self._current

    def actions_with_keys(self) -> list[QAction]:
        """The scenes, for a menu."""
        return list(self._actions.values())

    # --- what the program shows -------------------------------------------------------------------------------------

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        sheet = f"QPushButton:disabled, QComboBox:disabled {{ color: {look.theme.rest}; }}"
        if sheet != self.styleSheet():  # it takes longer than a picture may wait
            self.setStyleSheet(sheet)
        self._rows.setSpacing(look.px(6))
        self._top.setSpacing(look.px(8))
        self._desk.setSpacing(look.px(18 if len(self._inputs) <= _ROOMY else 10))
        for column in self.columns:
            column.set_look(look)
        self.answers.set_look(look)
        self.marker.set_look(look)
        self._refresh()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        for preset, action in self._actions.items():
            self._name(action, self.preset_buttons[preset], preset_name(preset), preset_tip(preset))
        self.clear_button.setText(self.tr("Remove all"))
        self.clear_button.setAccessibleName(self.tr("Remove all"))
        self.clear_button.setToolTip(self.tr("Removes every perturbation"))
        for column in self.columns:
            column.retranslate()
        self.answers.setAccessibleName(self.tr("The answer unchanged and perturbed"))
        self.answers.update()
        self._refresh()

    def _name(self, action: QAction, button: QPushButton, name: str, tip: str) -> None:
        action.setText(name)
        action.setToolTip(tip)
        button.setText(f"{name}  {action.shortcut().toString(_NATIVE)}")
        button.setAccessibleName(name)
        button.setToolTip(tip)

    def set_labels(self, labels: Sequence[str]) -> None:
        """Offer a model's classes as what the text can be made to say; a lie that is none of them ends."""
        self._labels = tuple(labels)
        for column in self.columns:
            column.set_labels(self._labels)
        kept = tuple(
            each
            for each in self._current
            if each.input in self._inputs and (each.kind is not PerturbationKind.REPLACE or each.text in self._labels)
        )
        self._hold(kept)
        self._refresh()

    def show_prediction(self, prediction: Prediction) -> None:
        """Show the answer before and after, and which inputs are absent."""
        self._prediction = prediction
        for column in self.columns:
            column.show_presence(prediction.presence(column.input.name))
        label, confidence = prediction.label, prediction.confidence
        shown = None if label is None or confidence is None else Outcome(label, confidence)
        self.answers.show_answers(None if prediction.original is None else prediction.original.outcome, shown)

    def show_snapshot(self, prediction: Prediction) -> None:
        """Show a prediction of another time; nothing is remembered here anyway."""
        self.show_prediction(prediction)

    def forget(self) -> None:
        """Begin anew: another model. The perturbations stay until they are cleared."""
        self._prediction = None
        self.answers.show_answers(None, None)
        for column in self.columns:
            column.show_presence(None)

    @Slot()
    def clear(self) -> None:
        """Take every perturbation back."""
        self._hold(())

    # --- the user's hand --------------------------------------------------------------------------------------------

    def _on_column(self) -> None:
        self._hold(tuple(each for column in self.columns for each in column.perturbations()))

    def _on_preset(self, preset: Preset) -> None:
        if is_on(preset, self._inputs, self._current):
            self._hold(taken_back(self._current, preset))
        else:
            answer = None if self._prediction is None else self._prediction.label
            self._hold(added(self._current, scene(preset, self._inputs, self._labels, answer)))
        self._refresh()  # a press toggles the action itself, whatever came of it

    def _hold(self, perturbations: Perturbations) -> None:
        if set(perturbations) == set(self._current):
            self._refresh()
            return
        self._current = perturbations
        self._refresh()
        self.perturbations_changed.emit(perturbations)

    def _refresh(self) -> None:
        for column in self.columns:
            column.show_perturbations(self._current)
        for preset, action in self._actions.items():
            on = is_on(preset, self._inputs, self._current)
            action.setChecked(on)
            self.preset_buttons[preset].setChecked(on)
            possible = can_be(preset, self._inputs, self._labels)
            action.setEnabled(possible)
            self.preset_buttons[preset].setEnabled(possible)
        count, theme = len(self._current), self._look.theme
        self.clear_button.setEnabled(count > 0)
        words = self.tr("perturbations: {count}").format(count=count) if count else ""
        self.marker.say(words, theme.state, theme.on_state, filled=True)
