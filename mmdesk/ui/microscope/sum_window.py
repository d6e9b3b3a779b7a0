"""The sum behind a weight and a contribution, opened beside the main window."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.prediction import Prediction
from mmdesk.ui.microscope.sum_words import SumTable, contribution_table, weight_table
from mmdesk.ui.screen_room import open_at
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import input_name

_SIZE = 560, 560
_BESIDE_PX = 24
"""How far in from the main window's corner it opens: over the inputs, not over the numbers that it takes apart."""


class SumWindow(QDialog):
    """How the weight and the contribution of an input are computed, for the prediction that is on screen.

    It stays open beside the main window and follows it.

    Args:
        parent: The main window, or a part of it.

    Attributes:
        tables: What is shown: the weight's and the contribution's; empty before the first prediction.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._inputs: tuple[Input, ...] = ()
        self._name = ""
        self._prediction: Prediction | None = None
        self._placed = False
        self.tables: tuple[SumTable, ...] = ()
        self._tabs = QHBoxLayout()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_tab)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._text)
        column = QVBoxLayout(self)
        column.addLayout(self._tabs)
        column.addWidget(self._scroll, 1)
        self.show_inputs(DEFAULT_INPUTS)
        self.retranslate()
        open_at(self, *_SIZE)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._text.setFont(look.font(18))
        self._text.setMargin(look.px(10))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setWindowTitle(self.tr("How it is computed"))
        self._text.setAccessibleName(self.windowTitle())
        self._scroll.setAccessibleName(self.windowTitle())
        self._name_tabs()
        self._say()

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Offer a model's inputs, in its order."""
        if tuple(inputs) == self._inputs:
            return
        self._inputs, self._prediction = tuple(inputs), None
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._tabs.removeWidget(button)
            button.hide()  # it is deleted a little later
            button.deleteLater()
        for number in range(len(self._inputs)):
            button = QPushButton()
            button.setCheckable(True)
            button.setObjectName("tab")
            self._group.addButton(button, number)
            self._tabs.addWidget(button)
        self._name_tabs()
        self.choose(self._name if any(one.name == self._name for one in self._inputs) else self._inputs[0].name)

    def choose(self, name: str) -> None:
        """Show one of the inputs."""
        self._name = name
        number = [one.name for one in self._inputs].index(name)
        self._group.button(number).setChecked(True)
        self._say()

    def show_prediction(self, prediction: Prediction | None) -> None:
        """Show the sums of a prediction; None for none."""
        self._prediction = prediction
        if self.isVisible():
            self._say()

    def open(self) -> None:
        """Come to the front, without keeping the main window from being used."""
        parent = self.parentWidget()
        if not self._placed and parent is not None:
            corner = parent.window().frameGeometry().topLeft()
            self.move(corner.x() + _BESIDE_PX, corner.y() + 2 * _BESIDE_PX)
            self._placed = True
        self.show()
        self._say()
        self.raise_()
        self.activateWindow()

    @Slot(int)
    def _on_tab(self, number: int) -> None:
        self.choose(self._inputs[number].name)

    def _name_tabs(self) -> None:
        for number, one in enumerate(self._inputs):
            self._group.button(number).setText(input_name(one).replace("&", "&&"))

    def _say(self) -> None:
        prediction = self._prediction
        if prediction is None:
            self.tables = ()
            self._text.setText(escape(self.tr("Waiting for the first answer …")))
            return
        self.tables = (
            weight_table(prediction, self._inputs, self._name),
            contribution_table(prediction, self._inputs, self._name),
        )
        self._text.setText("".join(map(self._html, self.tables)))

    def _html(self, table: SumTable) -> str:
        muted, line = self._look.theme.muted, self._look.theme.line
        parts = [f"<h3>{escape(table.heading)}</h3><p style='color:{muted}'>{escape(table.rule)}</p>"]
        if table.columns:
            rows = [_row(table.columns, f"color:{muted}")]
            for number, row in enumerate(table.rows):
                rows.append(_row(row, "font-weight:700" if number == table.strong else ""))
            rows.append(_row(table.result, f"font-weight:700; border-top:1px solid {line}"))
            parts.append(
                f"<table width='100%' cellspacing='0' cellpadding='{self._look.px(3)}'>{''.join(rows)}</table>"
            )
        if table.source:
            parts.append(f"<p style='color:{muted}'><small>{escape(table.source)}</small></p>")
        return "".join(parts)


def _row(cells: Sequence[str], style: str) -> str:
    columns = (
        f"<td align='{'right' if number else 'left'}' style='{style}'>{escape(cell)}</td>"
        for number, cell in enumerate(cells)
    )
    return f"<tr>{''.join(columns)}</tr>"
