"""What is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from mmdesk.core.modality import Modality
from mmdesk.ui.glyphs import GlyphButton
from mmdesk.ui.panels.card import Aside, ModalityCard
from mmdesk.ui.theme import Look

_DIGITS = tuple("0123456789")


class TypedTextPanel(ModalityCard):
    """A large text box.

    Signals:
        text_edited: The whole text, whenever the user (not a session) changed it.
    """

    text_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Modality.TEXT, parent)
        self._text = ""
        self._labels: tuple[str, ...] = ()
        self.box = QPlainTextEdit()
        self.box.setTabChangesFocus(True)
        self.box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.box.textChanged.connect(self._on_text_changed)
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
        self.box.setMinimumHeight(look.px(64))

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """The model's classes: the hint beside the title names what can be typed."""
        self._labels = labels
        self._set_hint()

    def show_text(self, text: str) -> None:
        """Show a text that the user did not type; `text_edited` stays silent."""
        if text == self._text:
            return
        self._text = text
        blocked = self.box.blockSignals(True)
        self.box.setPlainText(text)
        self.box.moveCursor(QTextCursor.MoveOperation.End)
        self.box.blockSignals(blocked)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Text"))
        super().retranslate()
        self.box.setAccessibleName(self.tr("Text for the model"))
        self.clear_button.setAccessibleName(self.tr("Clear the text"))
        self.clear_button.setToolTip(self.tr("Clear the text"))
        self._set_hint()

    def _set_hint(self) -> None:
        if self._labels == _DIGITS:
            hint = self.tr("a digit in words: three, 三, drei, tres …")
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
            self.text_edited.emit(text)
