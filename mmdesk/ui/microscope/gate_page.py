"""UserControls on the gate: the user's own weights in place of the model's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.insight import FlipPoint, Insight
from mmdesk.core.prediction import Prediction
from mmdesk.core.user_controls import uniform_weights
from mmdesk.ui.glyphs import GlyphLabel, glyph_of
from mmdesk.ui.microscope.gate_trace import GateTrace
from mmdesk.ui.microscope.weight_shares import Shares, moved, normalised, share_of_flip
from mmdesk.ui.microscope.weight_sliders import STEPS, LockButton, SliderMarks, WeightSlider
from mmdesk.ui.panels.name_label import NameLabel
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import input_name, percent, presence_words


class GatePage(QWidget):
    """A slider for each input, always summing to 1, each with a lock, and what the model itself would choose.

    While nothing is held the sliders follow the model. Moving one, locking one, or a button takes hold; "Let go" gives
    the weights back. An absent input's slider can still be moved: its share is given to the others in proportion until
    the input is there.

    Signals:
        override_changed: The weights now held, a tuple of floats summing to 1 in the order of the model's inputs, or
            None after letting go.
    """

    override_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._held: Shares | None = None
        self._prediction: Prediction | None = None
        self._inputs = DEFAULT_INPUTS
        self.status = QLabel()
        self.uniform_button, self.let_go_button = QPushButton(), QPushButton()
        self.trace = GateTrace()
        self._lay_out()
        self._make_rows()
        self.uniform_button.clicked.connect(self._on_uniform)
        self.let_go_button.clicked.connect(self._on_let_go)
        self.retranslate()

    def _lay_out(self) -> None:
        self.status.setWordWrap(True)
        self.status.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._top = QHBoxLayout()
        self._top.addWidget(self.status, 1)
        self._top.addWidget(self.uniform_button)
        self._top.addWidget(self.let_go_button)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(2, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addLayout(self._grid, 3)
        self._column.addWidget(self.trace, 2)

    def _make_rows(self) -> None:
        least_px = min(60, max(54, 200 / len(self._inputs)))
        self.sliders = tuple(WeightSlider(index, least_px) for index in range(len(self._inputs)))
        self.locks = tuple(LockButton() for _ in self._inputs)
        self.whole_buttons = tuple(QPushButton() for _ in self._inputs)
        self._glyphs = tuple(
            GlyphLabel(glyph_of(one.kind), self._look.colour(index)) for index, one in enumerate(self._inputs)
        )
        self._names = tuple(NameLabel() for _ in self._inputs)
        chain: list[QWidget] = [self.let_go_button]
        for index, row in enumerate(self._rows()):
            for column, widget in enumerate(row):
                self._grid.addWidget(widget, index, column)
            chain += row[2:]
            self.sliders[index].valueChanged.connect(partial(self._on_moved, index))
            self.locks[index].clicked.connect(partial(self._on_lock, index))
            self.whole_buttons[index].clicked.connect(partial(self._on_whole, index))
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _rows(self) -> list[tuple[QWidget, ...]]:
        return list(zip(self._glyphs, self._names, self.sliders, self.locks, self.whole_buttons, strict=True))

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Make a row for each of a model's inputs, in its order; weights held for others are let go without a word."""
        for row in self._rows():
            for widget in row:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._inputs, self._held, self._prediction = tuple(inputs), None, None
        self._make_rows()
        self.set_look(self._look)
        self.retranslate()

    @property
    def override(self) -> Shares | None:
        """The weights now held, or None."""
        return self._held

    # --- what the program shows -------------------------------------------------------------------------------------

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        sheet = f"QPushButton:disabled {{ color: {look.theme.rest}; }}"
        if sheet != self.styleSheet():  # it takes longer than a picture may wait
            self.setStyleSheet(sheet)
        self._column.setSpacing(look.px(6))
        self._top.setSpacing(look.px(8))
        self._grid.setHorizontalSpacing(look.px(10))
        self._grid.setVerticalSpacing(0)
        for index, (glyph, name) in enumerate(zip(self._glyphs, self._names, strict=True)):
            glyph.set_colour(look.colour(index), look.px(25))
            name.set_look(look)
        for slider, lock in zip(self.sliders, self.locks, strict=True):
            slider.set_look(look)
            lock.set_look(look)
        self.trace.set_look(look)
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Leave the past out where the sliders need its room."""
        # Asked of the parts themselves: while the size of type changes, the layout still knows the sizes before.
        top = max(self.status.heightForWidth(self.status.width()), self.let_go_button.sizeHint().height())
        rows = sum(max(widget.minimumSizeHint().height() for widget in row) for row in self._rows())
        spare = self.height() - top - rows - 2 * self._column.spacing()
        self.trace.setVisible(spare >= self.trace.minimumSizeHint().height())

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.uniform_button.setText(self.tr("Equal weights"))
        self.uniform_button.setToolTip(self.tr("Every input counts the same: the baseline for every fusion method"))
        self.let_go_button.setText(self.tr("Reset"))
        self.let_go_button.setToolTip(self.tr("Use the model's own weights again"))
        for column, one in enumerate(self._inputs):
            name = input_name(one)
            self._names[column].setText(name)
            self._names[column].set_look(self._look)
            self.sliders[column].setAccessibleName(self.tr("Weight: {name}").format(name=name))
            self.locks[column].setAccessibleName(self.tr("Lock: {name}").format(name=name))
            self.locks[column].setToolTip(self.tr("Keep this weight while the others move"))
            self.whole_buttons[column].setText(percent(1.0))
            self.whole_buttons[column].setAccessibleName(self.tr("All weight on: {name}").format(name=name))
            self.whole_buttons[column].setToolTip(self.tr("Only this input counts"))
        self.trace.setAccessibleName(self.tr("Weights in use and the model's own over the last half minute"))
        self.trace.forget_axes()
        self._refresh()

    def show_prediction(self, prediction: Prediction) -> None:
        """Show what the model would choose, follow it unless the user holds the weights, and remember both."""
        self.show_snapshot(prediction)
        self.trace.append(prediction)

    def show_snapshot(self, prediction: Prediction) -> None:
        """Show a prediction of another time, and remember nothing."""
        self._prediction = prediction
        if self.isVisible():
            self._refresh()

    def forget(self) -> None:
        """Begin anew: another model. What is held stays held until it is let go."""
        self._prediction = None
        self.trace.forget()
        self._refresh()

    @Slot(object)
    def set_override(self, override: Shares | None) -> None:
        """Show weights decided elsewhere, or that none are held, without reporting it. All locks open."""
        self._held = override
        self._unlock()
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    # --- the user's hand --------------------------------------------------------------------------------------------

    def _on_moved(self, column: int, value: int) -> None:
        base = self._shares()
        if base is not None:
            locked = [lock.isChecked() for lock in self.locks]
            shares = moved(base, column, value / STEPS, locked)
            if shares != base or self._held is None:
                self._hold(shares)
        self._refresh()

    def _on_lock(self, column: int) -> None:
        base = self._shares()
        if self.locks[column].isChecked() and self._held is None and base is not None:
            # A lock on weights that follow the model would hold nothing.
            self._hold(base)
        self._refresh()

    def _on_whole(self, column: int) -> None:
        self._unlock()
        self._hold(tuple(float(other == column) for other in range(len(self._inputs))))

    def _on_uniform(self) -> None:
        self._unlock()
        self._hold(uniform_weights(len(self._inputs)))

    def _on_let_go(self) -> None:
        self._unlock()
        self._hold(None)

    def _hold(self, shares: Shares | None) -> None:
        changed = shares != self._held
        self._held = shares
        self._refresh()
        if changed:
            self.override_changed.emit(shares)

    def _unlock(self) -> None:
        for lock in self.locks:
            lock.setChecked(False)

    # --- how it stands ----------------------------------------------------------------------------------------------

    @property
    def _insight(self) -> Insight | None:
        return None if self._prediction is None else self._prediction.insight

    @property
    def _defined(self) -> bool:
        return self._prediction is None or self._prediction.weights_defined

    def _own(self) -> Shares | None:
        insight = self._insight
        if insight is None or insight.own.weights is None:
            return None
        weights = [insight.own.weight(one.name) or 0.0 for one in self._inputs]
        return normalised(weights) if any(weights) else None

    def _shares(self) -> Shares | None:
        """What the sliders stand at: the weights held, or the model's own; None where there are neither."""
        return self._own() if self._held is None else self._held

    def _refresh(self) -> None:
        shares = self._shares() if self._defined else None
        own = self._own()
        several = len(self._inputs) > 1
        for column in range(len(self._inputs)):
            self.sliders[column].setEnabled(shares is not None and several)
            self.locks[column].setEnabled(shares is not None and several)
            self.whole_buttons[column].setEnabled(self._defined and several)
            share = 0.0 if shares is None else shares[column]
            self.sliders[column].show_share(share, self._marks(column, shares, own))
        self.uniform_button.setEnabled(self._defined and several)
        self.let_go_button.setEnabled(self._held is not None)
        words = self._status_words()
        if words != self.status.text():
            self.status.setText(words)

    def _marks(self, column: int, shares: Shares | None, own: Shares | None) -> SliderMarks:
        insight, name = self._insight, self._inputs[column].name
        flip = insight.flip(name) if insight is not None and shares is not None else None
        present = [insight is None or insight.shown.has(each.name) for each in self._inputs]
        at, words = None, ""
        # With another one locked the rest is not rescaled in proportion, and the answer changes elsewhere.
        others_free = not any(lock.isChecked() for index, lock in enumerate(self.locks) if index != column)
        if flip is not None and insight is not None and shares is not None and others_free:
            at = round(share_of_flip(shares, column, flip.weight, present), 3)
            words = self._flip_words(flip, insight.shown.weight(name))
        return SliderMarks(
            ghost=own[column] if own is not None and present[column] else None,
            flip=at,
            flip_words=words,
            note=self._note(column, shares),
            held=self._held is not None,
            valued=shares is not None,
        )

    def _flip_words(self, flip: FlipPoint, weight: float | None) -> str:
        upwards = weight is None or flip.weight >= weight
        words = self.tr("{label} from {share}") if upwards else self.tr("{label} up to {share}")
        return words.format(label=flip.label, share=percent(flip.weight))

    def _note(self, column: int, shares: Shares | None) -> str:
        one = self._inputs[column]
        if self._prediction is None or self._prediction.presence(one.name).present:
            return ""
        reason = presence_words(one, self._prediction.presence(one.name))
        if self._held is None or shares is None or shares[column] < 0.5 / STEPS:
            return reason
        return self.tr("{reason}: its share goes to the others").format(reason=reason)

    def _status_words(self) -> str:
        locked = sum(lock.isChecked() for lock in self.locks)
        if not self._defined:
            return self.tr("this method has no weights to set")
        if len(self._inputs) == 1:
            return self.tr("This model has one input, and that has all the weight")
        if locked == len(self._inputs):
            return self.tr("All are locked: unlock one to move")
        if locked == len(self._inputs) - 1:
            return self.tr("All but one are locked, so that one cannot move either")
        if self._held is not None:
            return self.tr("You set the weights. Open marks and thin lines show the model's own.")
        if self._own() is None:
            return self.tr("No input to weigh right now.")
        return self.tr("The model sets the weights. Move a slider to set them yourself.")
