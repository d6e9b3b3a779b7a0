"""The red strip that stands there as long as something is recorded."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from mmdesk.core.recorder_state import RecorderState
from mmdesk.ui.recorder_words import record_title, record_words
from mmdesk.ui.theme import Look

LONGEST_NAME = 60


class _NameBox(QLineEdit):
    """A line for a name: Enter takes it, Esc leaves the one that was there."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class RecordStrip(QFrame):
    """Duration and room, a button for a mark and one to stop. Hidden while nothing is recorded.

    Signals:
        mark_wanted: This moment is to be marked.
        mark_named: What the newest mark shall be called.
        stop_wanted: The recording is to end.
    """

    mark_wanted = Signal()
    mark_named = Signal(str)
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("record")
        self._state = RecorderState()
        self._focus_before: QWidget | None = None
        self.title, self.words = QLabel(), QLabel()
        self.title.setObjectName("recordTitle")
        self.title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.words.setObjectName("problem")
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.name_box = _NameBox()
        self.name_box.setMaxLength(LONGEST_NAME)
        self.name_box.hide()
        self.name_box.returnPressed.connect(self._on_named)
        self.name_box.left.connect(self._close_name)
        self.mark_button, self.stop_button = QPushButton(), QPushButton()
        for button, wanted in ((self.mark_button, self.mark_wanted), (self.stop_button, self.stop_wanted)):
            # A click must not take the keyboard from the text box.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(wanted)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.title)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.name_box)
        self._row.addWidget(self.mark_button)
        self._row.addWidget(self.stop_button)
        self.hide()
        self.retranslate()

    def show_state(self, state: RecorderState) -> None:
        """Say how it is doing, or go."""
        self._state = state
        if not state.active:
            self._close_name()
        self._say()
        self.setVisible(state.active)

    def ask_name(self, name: str) -> None:
        """Let the newest mark be named, with a name to begin with."""
        focused = self.window().focusWidget()
        if focused is not self.name_box:
            self._focus_before = focused
        self.name_box.setText(name)
        self.name_box.show()
        self.name_box.setFocus()
        self.name_box.selectAll()

    def keep_name(self) -> None:
        """Take the name that is being typed, as Enter does: another mark or the end comes first."""
        if self.name_box.isVisibleTo(self) and self.name_box.isModified():
            self._on_named()

    def set_look(self, look: Look) -> None:
        """Take a size."""
        self._row.setContentsMargins(look.px(12), look.px(5), look.px(12), look.px(5))
        self._row.setSpacing(look.px(12))
        self.name_box.setFixedWidth(look.px(260))

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.mark_button.setText(self.tr("Mark  Ctrl+B"))
        self.mark_button.setToolTip(self.tr("Marks this moment, and asks what to call it"))
        self.stop_button.setText(self.tr("Stop  F12"))
        self.stop_button.setToolTip(self.tr("Ends the recording and saves it"))
        self.name_box.setPlaceholderText(self.tr("Name of the mark"))
        self.name_box.setToolTip(self.tr("Enter names the mark, Esc leaves it as it is"))
        self.name_box.setAccessibleName(self.tr("Name of the mark"))
        self._say()

    def _say(self) -> None:
        title, words = record_title(self._state), record_words(self._state)
        for label, said in ((self.title, title), (self.words, words)):
            if label.text() != said:
                label.setText(said)
        self.setAccessibleName(f"{title}. {words}")

    @Slot()
    def _on_named(self) -> None:
        name = self.name_box.text().strip()
        if name:
            self.mark_named.emit(name)
        self._close_name()

    @Slot()
    def _close_name(self) -> None:
        had_focus = self.name_box.hasFocus()
        self.name_box.hide()
        before, self._focus_before = self._focus_before, None
        if had_focus and before is not None:
            before.setFocus()
