"""The list from which a camera or a microphone is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mmdesk.core.source_state import DeviceChoice
from mmdesk.ui.glyphs import draw_glyph
from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.theme import DARK, Look

_FILE = object()
_REFRESH = object()


class AddressDialog(QDialog):
    """Asks for a file or an address."""

    def __init__(self, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setMinimumWidth(min(480, self.screen().availableGeometry().width() // 2))
        self.field.setAccessibleName(title)
        browse = QPushButton(self.tr("Browse…"))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(browse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(title))
        layout.addLayout(row)
        layout.addWidget(buttons)

    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.windowTitle())
        if path:
            self.field.setText(path)


class SourcePicker(QComboBox):
    """Real device names, and two more lines: a file or address, and a fresh look for devices.

    Args:
        file_entry: Gives the words of the line that asks for a file or an address.
        file_hint: Gives the hint inside that question.

    Signals:
        chosen: The key of a device, or the file or address that was typed.
        refresh_requested: The user wants the devices listed anew.
    """

    chosen = Signal(str)
    refresh_requested = Signal()

    def __init__(
        self, file_entry: Callable[[], str], file_hint: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._file_entry = file_entry
        self._file_hint = file_hint
        self._choices: tuple[DeviceChoice, ...] | None = None
        self._current_key = ""
        self._look = Look(DARK, 1.0)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(self._on_activated)
        self._fill()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.update()

    def set_choices(self, choices: Sequence[DeviceChoice], current_key: str) -> None:
        """Show what can be chosen. A current key that is no device (a file, an address) gets a line of its own."""
        self._choices = tuple(choices)
        self._current_key = current_key
        self._fill()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self._fill()

    def name(self, words: str) -> None:
        """Say what is chosen here; on hover the choice itself is told as well, which may be cut."""
        self.setAccessibleName(words)
        self._tell()

    def offer(self) -> None:
        """Open the list under the user's eyes."""
        self.setFocus()
        self.showPopup()

    def _fill(self) -> None:
        blocked = self.blockSignals(True)
        self.setPlaceholderText(self.tr("Choose…"))
        self.clear()
        for choice in self._choices or ():
            self.addItem(choice.name, choice.key)
        known = {named for choice in self._choices or () for named in (choice.key, choice.name)}
        if self._current_key and self._current_key not in known:
            self.addItem(_short(self._current_key), self._current_key)
        if not self.count():
            self.addItem(self.tr("Looking …") if self._choices is None else self.tr("No device found"), "")
        self.insertSeparator(self.count())
        self.addItem(self._file_entry(), _FILE)
        self.addItem(self.tr("Look for devices again"), _REFRESH)
        self._show_current()
        self.blockSignals(blocked)

    def _show_current(self) -> None:
        wanted = self._current_key
        of_name = next((each.key for each in self._choices or () if each.name == wanted), wanted)
        keys = [self.itemData(row) for row in range(self.count())]
        self.setCurrentIndex(next((i for i, key in enumerate(keys) if isinstance(key, str) and key == of_name), -1))
        self._tell()

    def _tell(self) -> None:
        self.setToolTip(plain_tip("\n".join(filter(None, (self.accessibleName(), self.currentText())))))

    def _on_activated(self, row: int) -> None:
        data = self.itemData(row)
        self._show_current()
        if data is _REFRESH:
            self.refresh_requested.emit()
        elif data is _FILE:
            if address := self.ask_address():
                self._choose(address)
        elif isinstance(data, str) and data:
            self._choose(data)

    def _choose(self, key: str) -> None:
        self._current_key = key
        self._fill()  # an address that is new gets a line of its own
        self.chosen.emit(key)

    def ask_address(self) -> str:
        """Ask for a file or an address; empty when the user thought better of it."""
        dialog = AddressDialog(self._file_entry().rstrip("…. "), self._file_hint(), self.window())
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        return dialog.field.text().strip() if accepted else ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A turn of the wheel in passing must not change the camera.
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.showPopup()  # stepping through devices would open each of them
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(110), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._look.px(16)
        right = self.width() - self._look.px(9) - side
        colour = QColor(self._look.theme.muted)
        draw_glyph(painter, "chevron", QRectF(right, (self.height() - side) / 2, side, side), colour)


def _short(address: str) -> str:
    """A file's name, or an address as it is."""
    return address if "://" in address else Path(address).name or address
