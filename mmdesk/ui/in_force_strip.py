"""The strip that says what stands between the inputs and the answer, as long as it does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mmdesk.core.in_force import InForce
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.in_force_words import control_words, recording_title, recording_words
from mmdesk.ui.plain_words import show_plain
from mmdesk.ui.theme import Look


class InForceStrip(QFrame):
    """A line for the recording that is played, a line for what the user holds, and one button to let go of all.

    Hidden while there is neither.

    Signals:
        let_go_wanted: Everything is to be let go.
        camera_wanted: The user wants to choose a camera in place of the recording.
        microphone_wanted: Likewise a microphone.
    """

    let_go_wanted = Signal()
    camera_wanted = Signal()
    microphone_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sample")
        self._in_force = InForce()
        self._has_devices = False
        self.recording_title, self.recording_words = QLabel(), QLabel()
        self.title, self.words = QLabel(), QLabel()
        show_plain(self.recording_words, self.words)
        for label in (self.recording_title, self.title):
            label.setObjectName("sampleTitle")
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for label in (self.recording_words, self.words):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.words.setObjectName("problem")
        self.camera_button, self.microphone_button, self.let_go_button = QPushButton(), QPushButton(), QPushButton()
        for button, wanted in (
            (self.camera_button, self.camera_wanted),
            (self.microphone_button, self.microphone_wanted),
            (self.let_go_button, self.let_go_wanted),
        ):
            # A click must not take the keyboard from the text box.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(wanted)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._lines = QVBoxLayout()
        self._recording_line, self._line = QHBoxLayout(), QHBoxLayout()
        for line, parts in (
            (self._recording_line, (self.recording_title, self.recording_words)),
            (self._line, (self.title, self.words)),
        ):
            line.addWidget(parts[0])
            line.addWidget(parts[1], 1)
            self._lines.addLayout(line)
        self._recording_line.addWidget(self.camera_button)
        self._recording_line.addWidget(self.microphone_button)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._lines, 1)
        self._row.addWidget(self.let_go_button, 0, Qt.AlignmentFlag.AlignTop)

    def show_in_force(self, in_force: InForce, *, has_devices: bool) -> None:
        """Say what is in force now, or go.

        Args:
            in_force: What is.
            has_devices: Whether there is a camera or a microphone to go back to from a recording.
        """
        if (in_force, has_devices) != (self._in_force, self._has_devices):
            self._in_force, self._has_devices = in_force, has_devices
            self._say()

    def set_look(self, look: Look) -> None:
        """Take a size."""
        self._row.setContentsMargins(look.px(12), look.px(5), look.px(12), look.px(5))
        for layout in (self._row, self._recording_line, self._line):
            layout.setSpacing(look.px(12))
        self._lines.setSpacing(look.px(5))

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.camera_button.setText(self.tr("Use a camera"))
        self.microphone_button.setText(self.tr("Use a microphone"))
        self.let_go_button.setText(self.tr("Reset all  F10"))
        self.let_go_button.setToolTip(
            self.tr("Resets weights, perturbations and mutes, and goes back to camera and microphone")
        )
        self._say()

    def _say(self) -> None:
        recording, items = self._in_force.recording, control_words(self._in_force)
        spoken = []
        if recording is not None:
            self.recording_title.setText(recording_title(recording))
            self.recording_words.setText(recording_words(recording))
            spoken = [self.recording_title.text(), self.recording_words.text()]
        if self._in_force.as_recorded:
            self.title.setText(self.tr("AS RECORDED"))
            self.title.setToolTip(self.tr("What was in force when this was recorded, and is again"))
        else:
            self.title.setText(self.tr("ACTIVE CHANGES"))
            self.title.setToolTip(self.tr("Everything that changes the inputs or the weights right now"))
        if items:
            self.words.setText("  ·  ".join(items))
            spoken += [self.title.text(), *items]
        for part in (self.recording_title, self.recording_words, self.camera_button, self.microphone_button):
            part.setVisible(recording is not None)
        for part in (self.title, self.words):
            part.setVisible(bool(items))
        # The sample session gives way to devices only; without any, letting go would change nothing.
        leads_back = recording is not None and (self._has_devices or not recording.sample)
        held = self._in_force.controls != UserControls() or bool(self._in_force.held)
        self.let_go_button.setVisible(held or leads_back)
        self.setAccessibleName(". ".join(words.rstrip(".") for words in spoken))
        self.setVisible(recording is not None or bool(items))
