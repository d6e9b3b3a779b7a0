"""Asks under what a recording is exported: what was in force when it was made, or what is in force now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from mmdesk.ui.plain_words import show_plain
from mmdesk.ui.theme import Look
from mmdesk.ui.wrapped import WrappedLabel

_WIDTH_PX, _INDENT_PX = 460, 26


class ExportChoice(QDialog):
    """Two choices: as it was recorded, or as it is shown now, which is what the user sees and so comes first to mind.

    Args:
        title: What is exported.
        method: Name of the method that answers now in place of those of then; empty where those do.
        changes: What the user holds, in words.
        lets_go: Whether what was in force then is not now, though the user holds nothing in its place.
        look: The window's.
        parent: The window.

    Attributes:
        recorded_button: As it was recorded.
        shown_button: As it is shown now.
        differences: What is other than then, a line each.
    """

    def __init__(
        self,
        title: str,
        method: str,
        changes: Sequence[str],
        look: Look,
        *,
        lets_go: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.recorded_button = QRadioButton(self.tr("As recorded"))
        self.shown_button = QRadioButton(self.tr("As shown now"))
        self.recorded_button.setToolTip(self.tr("What was in force when it was recorded: method, weights and changes"))
        self.shown_button.setChecked(True)
        self.differences = [*([self.tr("method: {name}").format(name=method)] if method else []), *changes]
        if lets_go:
            self.differences.append(self.tr("without the changes of then"))
        listed = WrappedLabel()
        show_plain(listed)
        listed.setText("\n".join(self.differences))
        listed.setObjectName("aside")
        listed.setIndent(look.px(_INDENT_PX))
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Choose a file…"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (self.recorded_button, self.shown_button, listed):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(look.px(_WIDTH_PX))

    @property
    def as_shown(self) -> bool:
        """Whether it is exported as it is shown now."""
        return self.shown_button.isChecked()
