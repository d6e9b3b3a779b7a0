"""Files of what the window shows, written while it goes on drawing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mmdesk.core.errands import Errands
from mmdesk.core.errors import MmdeskError
from mmdesk.core.problem import Problem

log = logging.getLogger(__name__)


class FileWriter(QObject):
    """Encodes and writes files on a thread of its own, in the order in which they were asked for.

    What is written is taken from the widgets before, on the GUI thread.

    Signals:
        written: The path of a file that is there now.
        failed: `Problem`: why it could not be written.
    """

    written = Signal(str)
    failed = Signal(object)

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
            self.failed.emit(error.problem)
        except Exception:  # the edge of a thread
            log.exception("writing %s failed", path)
            self.failed.emit(Problem("file.internal", path=path))
        else:
            self.written.emit(str(path))
