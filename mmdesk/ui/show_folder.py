"""A folder in the system's own window for files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mmdesk.core.problem import Problem


def show_folder(folder: Path) -> Problem | None:
    """Show a folder; returns what there is to tell where that does not work."""
    shown = QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    return None if shown else Problem("folder.not_shown", path=folder)
