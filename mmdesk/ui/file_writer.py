"""Files of what the window shows, written while it goes on drawing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mmdesk.core.errands import Errands
from mmdesk.core.errors import MmdeskError

log = logging.getLogger(__name__)


class FileWriter(QObject):
    """Encodes and writes files on a thread of its own, in the order in which they were asked for.

    What is written is taken from the widgets before, on the GUI thread.

    Signals:
        written: The path of a file that is there now.
        failed: Problem and remedy, in the language of the window.
    """

    written = Signal(str)
    failed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands = Errands("file-writer")

    def write(self, path: Path, job: Callable[[], None]) -> None:
        """Have ``job`` write ``path``; returns at once. An `MmdeskError` of the job becomes `failed`."""
        self._errands.add(lambda: self._write(path, job))

    def wait(self, timeout_s: float = 10.0) -> bool:
        """Wait until everything that was asked for is written, or has failed; False when it takes longer."""
        return self._errands.wait(timeout_s)

    def _write(self, path: Path, job: Callable[[], None]) -> None:
        try:
            job()
        except MmdeskError as error:
            self.failed.emit(error.problem, error.remedy)
        except Exception:  # the edge of a thread
            log.exception("writing %s failed", path)
            problem = QCoreApplication.translate("Export", "{path} could not be written because of an internal error.")
            remedy = QCoreApplication.translate("Export", "The log file has the details (Help, Diagnostics).")
            self.failed.emit(problem.format(path=path), remedy)
        else:
            self.written.emit(str(path))
