"""What is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from mmdesk.core.explanation import Explanation, TextAttribution, TextSpan
from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.core.model_about import Wording
from mmdesk.core.observation import Captured, TextInput
from mmdesk.ui.glyphs import GlyphButton
from mmdesk.ui.language import installed_language
from mmdesk.ui.panels.card import Aside, InputCard
from mmdesk.ui.panels.explanation_marks import against, changes_nothing, matters, points, speaks_against, speaks_for
from mmdesk.ui.panels.text_marks import TextMarks
from mmdesk.ui.theme import Look

_NAMED_WORDS = 3
_INPUT = Input(Modality.TEXT, Modality.TEXT)


class TypedTextPanel(InputCard):
    """A large text box.

    Signals:
        text_edited: Name of the input, and the whole text, whenever the user (not a session) changed it.
    """

    text_edited = Signal(str, str)

    def __init__(self, one: Input = _INPUT, parent: QWidget | None = None) -> None:
        super().__init__(one, parent)
        self._text = ""
        self._kept: str | None = None
        self._labels: tuple[str, ...] = ()
        self._placeholder: Wording | None = None
        self._explanation: Explanation | None = None
        self.box = QPlainTextEdit()
        self.box.setObjectName("typed")
        self.box.setTabChangesFocus(True)
        self.box.setAcceptDrops(False)  # the window takes what is dropped; an address of a file is no text
        self.box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.box.textChanged.connect(self._on_text_changed)
        self.marks = TextMarks(self.box)
        self.clear_button = GlyphButton("close")
        self.clear_button.clicked.connect(self.box.clear)
        self.aside = Aside()
        self.header.addWidget(self.aside, 1)
        self.finish_header(self.clear_button)
        self.body.addWidget(self.box, 1)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.clear_button.set_look(look)
        self.marks.index = self.index
        self.marks.set_look(look)
        self.box.ensurePolished()
        chrome = self.box.height() - self.box.viewport().height()
        line = self.box.fontMetrics().lineSpacing() + round(2 * self.box.document().documentMargin())
        self.box.setMinimumHeight(max(look.px(64), line + max(chrome, 0)))

    def set_labels(self, labels: tuple[str, ...], placeholder: Wording | None = None) -> None:
        """The hint beside the title tells what can be typed: the model's own words, or some of its classes."""
        self._labels, self._placeholder = labels, placeholder
        self._set_hint()

    def show_text(self, text: str) -> None:
        """Show a text that the user did not type; `text_edited` stays silent."""
        if text == self._text:
            return
        self._text = text
        self.show_explanation(None)
        blocked = self.box.blockSignals(True)
        self.box.setPlainText(text)
        self.box.moveCursor(QTextCursor.MoveOperation.End)
        self.box.blockSignals(blocked)

    def begin_freeze(self) -> None:
        self._kept = None

    def note_text(self, text: str) -> None:
        """Something was typed while the window stands still: that is shown when it goes on."""
        self._kept = text

    def show_snapshot(self, captured: Captured | None, time_s: float, *, is_freeze: bool) -> None:  # noqa: ARG002
        if self._kept is None:
            self._kept = self.box.toPlainText()
        self.show_text(self._kept if is_freeze else captured.text if isinstance(captured, TextInput) else "")

    def end_freeze(self) -> None:
        if self._kept is not None:
            self.show_text(self._kept)
        self._kept = None

    def focus_chain(self) -> list[QWidget]:
        return [self.box, self.clear_button, *super().focus_chain()]

    def show_explanation(self, explanation: Explanation | None, newest_s: float | None = None) -> None:  # noqa: ARG002
        """Mark what in the text speaks for the answer, while the window is frozen; None clears it.

        Where another text was explained than the one in the box (a perturbed one), its words are only named.
        """
        if explanation is None and self._explanation is None:
            return
        self._explanation = explanation
        self.marks.show_explanation(self._explained(), explanation.label if explanation else "")
        self._set_hint()

    def retranslate(self) -> None:
        self.title.setText(self.named(self.tr("Text")))
        super().retranslate()
        self.box.setAccessibleName(self.tr("Text for the model"))
        self.clear_button.setAccessibleName(self.tr("Clear the text"))
        self.clear_button.setToolTip(self.tr("Clear the text"))
        self._set_hint()

    def _explained(self) -> TextAttribution | None:
        return None if self._explanation is None else self._explanation.part(self.input.name, TextAttribution)

    def _set_hint(self) -> None:
        explained = self._explained()
        if self._explanation is not None and explained is not None:
            hint = _named(explained, self._explanation.label)
        elif self._placeholder is not None:
            hint = self._placeholder.text(installed_language())
        elif self._labels:
            hint = self.tr("about: {names} …").format(names=", ".join(self._labels[:3]))
        else:
            hint = ""
        self.aside.setText(hint)
        self.box.setPlaceholderText(self.tr("Type here …"))

    def _on_text_changed(self) -> None:
        # An input method's unfinished syllables change the document, not its text.
        text = self.box.toPlainText()
        if text != self._text:
            self._text = text
            self.show_explanation(None)  # it was about another text
            self.text_edited.emit(self.input.name, text)


def _named(explanation: TextAttribution, label: str) -> str:
    """Name the strongest words for and against the answer, with their points."""
    parts: list[str] = []
    for sign in (1, -1):
        spans = [span for span in explanation.spans if span.change * sign > 0 and matters(span.change)]
        strongest = sorted(spans, key=lambda span: -abs(span.change))[:_NAMED_WORDS]
        if strongest:
            said = speaks_for(label) if sign > 0 else against() if parts else speaks_against(label)
            parts.append(f"{said}: " + ", ".join(_with_points(explanation, span) for span in strongest))
    return " · ".join(parts) if parts else changes_nothing(label)


def _with_points(explanation: TextAttribution, span: TextSpan) -> str:
    return f"{explanation.text[span.start : span.end]} {points(span.change)}"
