"""The strip that tells of long work: how far it is, with a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from mmdesk.ui.theme import Look
from mmdesk.ui.wrapped import WrappedLabel

_SHOWN_AFTER_MS = 300
"""What is over sooner needs no strip."""
_PARTS = 1000


class BusyStrip(QFrame):
    """Is there only while something is worked on.

    Signals:
        cancel_wanted: It is not wanted any more.

    Attributes:
        bar: How far it is.
        cancel_button: Ends it.
    """

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._name = ""
        self._words = WrappedLabel()
        self.bar, self.cancel_button = QProgressBar(), QPushButton()
        self.bar.setTextVisible(False)
        self.cancel_button.clicked.connect(self._on_cancel)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 2)
        self._row.addWidget(self.bar, 3)
        self._row.addWidget(self.cancel_button)
        self._later = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        self._later.timeout.connect(self.show)
        self.retranslate()
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take a size."""
        self._row.setContentsMargins(look.px(16), look.px(4), look.px(8), look.px(4))
        self._row.setSpacing(look.px(16))

    @Slot(str, object)
    def show_work(self, name: str, share: float | None) -> None:
        """Tell what is worked on and which share of it is done, in [0, 1]; None where that is not known."""
        if not self._name:
            self._later.start()
            self.cancel_button.setEnabled(True)
        if name != self._name:
            self._name = name
            self._set_words()
        self.bar.setRange(0, 0 if share is None else _PARTS)
        self.bar.setValue(round(_PARTS * (share or 0.0)))

    @Slot()
    def end(self) -> None:
        """Nothing is worked on any more."""
        self._name = ""
        self._later.stop()
        self.hide()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.cancel_button.setText(self.tr("Cancel"))
        self._set_words()

    def _set_words(self) -> None:
        words = self.tr("Working on “{name}” …").format(name=self._name)
        self._words.setText(words)
        self.bar.setAccessibleName(words)

    @Slot()
    def _on_cancel(self) -> None:
        self.cancel_button.setEnabled(False)  # it ends at its next step
        self.cancel_wanted.emit()
