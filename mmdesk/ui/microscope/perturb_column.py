"""What can be done to one input, with its switches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mmdesk.core.inputs import Input
from mmdesk.core.observation import Presence
from mmdesk.core.perturbation import Perturbation, PerturbationKind, perturbations_of
from mmdesk.ui.choice_boxes import CheckBox, ChoiceBox
from mmdesk.ui.glyphs import GlyphButton, GlyphLabel, glyph_of
from mmdesk.ui.microscope.perturbation_words import perturbation_name
from mmdesk.ui.microscope.strength_slider import StrengthSlider
from mmdesk.ui.panels.card import Aside
from mmdesk.ui.panels.name_label import NameLabel
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import input_name, presence_words

_WITHOUT_SLIDER = (PerturbationKind.OFF, PerturbationKind.REPLACE)


class PerturbColumn(QWidget):
    """A check box and a slider for each kind; moving a slider switches its kind on.

    Args:
        one: The input.
        index: Its place in the model's order.
        parent: Where it stands.

    Signals:
        changed: The user has changed something; `perturbations` tells what stands now.
    """

    changed = Signal()

    def __init__(self, one: Input, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input, self._index = one, index
        self._look = Look(DARK, 1.0)
        self._presence: Presence | None = None
        self._glyph = GlyphLabel(glyph_of(one.kind), Look(DARK, 1.0).colour(index))
        self._name = NameLabel()
        self.reason = Aside()
        self.off_button = GlyphButton("mute", checkable=True)
        self.off_button.clicked.connect(self.changed)
        kinds: list[PerturbationKind] = [
            kind for kind in perturbations_of(one.kind) if kind is not PerturbationKind.OFF
        ]
        self.boxes = {kind: CheckBox() for kind in kinds}
        self.sliders = {kind: StrengthSlider(one.kind, index, kind) for kind in kinds if kind not in _WITHOUT_SLIDER}
        self.say_box = ChoiceBox() if PerturbationKind.REPLACE in kinds else None
        self._lay_out()
        for box in self.boxes.values():
            box.clicked.connect(self._on_changed)
        for kind, slider in self.sliders.items():
            slider.valueChanged.connect(partial(self._on_strength, kind))
        if self.say_box is not None:
            self.say_box.activated.connect(partial(self._on_strength, PerturbationKind.REPLACE))
        self.set_labels(())

    def _lay_out(self) -> None:
        self._header = QHBoxLayout()
        for widget in (self._glyph, self._name):
            self._header.addWidget(widget)
        self._header.addWidget(self.reason, 1)
        self._header.addWidget(self.off_button)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        for row, (kind, box) in enumerate(self.boxes.items()):
            self._grid.addWidget(box, row, 0)
            if kind in self.sliders:
                self._grid.addWidget(self.sliders[kind], row, 1)
            elif self.say_box is not None:
                self._say_row = QHBoxLayout()
                self._say_name = QLabel()
                self._say_row.addWidget(self._say_name)
                self._say_row.addWidget(self.say_box, 1)
                self._grid.addLayout(self._say_row, row, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._header)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)

    # --- what the page shows ----------------------------------------------------------------------------------------

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._name.set_look(look)
        self._glyph.set_colour(look.colour(self._index), look.px(25))
        self._header.setSpacing(look.px(9))
        self._column.setSpacing(0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(look.px(1))
        self.off_button.set_look(look)
        for box in self.boxes.values():
            box.set_look(look)
            box.setFixedWidth(look.px(32))
        for slider in self.sliders.values():
            slider.set_look(look)
            slider.setFixedHeight(look.px(38))
        for row in range(len(self.boxes)):  # the same in every column, so that the rows stand in line
            self._grid.setRowMinimumHeight(row, look.px(38))
        if self.say_box is not None:
            self.say_box.set_look(look)
            self._say_row.setContentsMargins(look.px(12), 0, 0, 0)
            self._say_row.setSpacing(look.px(10))

    def set_narrow(self, narrow: bool) -> None:
        """Do with less width, or have what the longest names need."""
        self._name.most_px = 90 if narrow else 150
        for slider in self.sliders.values():
            slider.least_px = 116 if narrow else 170
        if self.say_box is not None:
            self.say_box.setMinimumContentsLength(1 if narrow else 4)
            self._say_row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        name = input_name(self.input)
        self._name.setText(name)
        self._name.set_look(self._look)
        self.off_button.setAccessibleName(f"{perturbation_name(self.input.kind, PerturbationKind.OFF)}: {name}")
        self.off_button.setToolTip(self.tr("Leave this input out, as if it were not there"))
        for kind, box in self.boxes.items():
            words = f"{name}: {perturbation_name(self.input.kind, kind)}"
            box.setAccessibleName(words)
            if kind in self.sliders:
                self.sliders[kind].setAccessibleName(self.tr("{what}: strength").format(what=words))
                self.sliders[kind].update()
            elif self.say_box is not None:
                self._say_name.setText(perturbation_name(self.input.kind, kind))
                self.say_box.setAccessibleName(self.tr("{what}: choice").format(what=words))
        self._say_presence()

    def show_presence(self, presence: Presence | None) -> None:
        """Say why the input is absent, if it is."""
        if presence != self._presence:
            self._presence = presence
            self._say_presence()

    def _say_presence(self) -> None:
        verdict = self._presence
        words = "" if verdict is None or verdict.present else presence_words(self.input, verdict)
        self.reason.setText(self.tr("not present: {reason}").format(reason=words) if words else "")

    def set_labels(self, labels: Sequence[str]) -> None:
        """Offer the classes that the text can be made to name."""
        if self.say_box is not None:
            self.say_box.offer([(label, label) for label in labels])
            self.say_box.setEnabled(bool(labels))
            self.boxes[PerturbationKind.REPLACE].setEnabled(bool(labels))

    # --- what the user holds ----------------------------------------------------------------------------------------

    def perturbations(self) -> tuple[Perturbation, ...]:
        """What is switched on."""
        found = []
        for kind, box in self.boxes.items():
            if not box.isChecked():
                continue
            if kind in self.sliders:
                found.append(Perturbation(self.input, kind, self.sliders[kind].strength))
            elif self.say_box is not None and self.say_box.key:
                found.append(Perturbation(self.input, kind, text=self.say_box.key))
        if self.off_button.isChecked():
            found.append(Perturbation(self.input, PerturbationKind.OFF))
        return tuple(found)

    def show_perturbations(self, perturbations: Sequence[Perturbation]) -> None:
        """Stand as given, without reporting it; what is switched off keeps its strength."""
        given = {each.kind: each for each in perturbations if each.input == self.input}
        for kind, box in self.boxes.items():
            box.setChecked(kind in given)
            if kind in self.sliders:
                self.sliders[kind].show_active(kind in given)
                if kind in given:
                    self.sliders[kind].show_strength(given[kind].strength)
            elif kind in given and self.say_box is not None:
                self.say_box.setCurrentIndex(self.say_box.findData(given[kind].text))
        self.off_button.setChecked(PerturbationKind.OFF in given)

    def _on_changed(self) -> None:
        self.changed.emit()

    def _on_strength(self, kind: PerturbationKind, _: int) -> None:
        self.boxes[kind].setChecked(True)
        self.changed.emit()
