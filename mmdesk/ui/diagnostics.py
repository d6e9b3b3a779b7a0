"""The diagnostics report in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from mmdesk.core.problem import Problem
from mmdesk.ui.banners import NoticeStrip
from mmdesk.ui.screen_room import open_at
from mmdesk.ui.theme import DARK, Look


class DiagnosticsDialog(QDialog):
    """Shows the report as text that can be copied; does not block the main window.

    Args:
        report: The text.
        parent: The main window.
        look: Its colours and size.
    """

    def __init__(self, report: str, parent: QWidget | None = None, *, look: Look | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Diagnostics"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = QPlainTextEdit(report)
        self._text.setReadOnly(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setObjectName("report")
        self._text.setAccessibleName(self.tr("Diagnostics"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(self.tr("Copy"))
        copy.clicked.connect(self.copy)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self._notice = NoticeStrip()
        self._notice.set_look(look or Look(DARK, 1.0))
        layout = QVBoxLayout(self)
        layout.addWidget(self._notice)
        layout.addWidget(self._text)
        layout.addWidget(buttons)
        open_at(self, 900, 520)

    def copy(self) -> None:
        """Put the report on the clipboard, and say so."""
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self._notice.show_problem(Problem("report.copied"))
