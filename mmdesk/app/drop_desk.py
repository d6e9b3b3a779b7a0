"""What is dropped on the window becomes what it is: an input, a model, a recording, a project or a data folder."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.app.source_desk import SourceDesk
from mmdesk.core.errands import Errands
from mmdesk.core.errors import MmdeskError
from mmdesk.core.problem import Problem
from mmdesk.sources.dropped import INPUT_OF, DropKind, Dropped, look_at_dropped
from mmdesk.ui.main_window import MainWindow

log = logging.getLogger(__name__)


class DropDesk(QObject):
    """Looks at what was dropped on a thread of its own; only the newest drop counts.

    Args:
        window: Where it is dropped.
        sources: Holds a picture or a sound as an input.
        parent: Owner.

    Signals:
        model_dropped: Path of a model.
        recording_dropped: Folder of a recorded session.
        project_dropped: Folder of a teaching project, or a file that holds one and no model.
        dataset_dropped: A data folder.
    """

    model_dropped = Signal(str)
    recording_dropped = Signal(str)
    project_dropped = Signal(str)
    dataset_dropped = Signal(str)
    _looked_at = Signal(int, object, str)

    def __init__(self, window: MainWindow, sources: SourceDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._sources = window, sources
        self._errands = Errands("drops")
        self._number = 0
        self._stopped = False
        self._looked_at.connect(self._on_looked_at)
        window.drops.dropped.connect(self._on_dropped)
        window.drops.text_dropped.connect(self._on_text)

    def shutdown(self, timeout_s: float = 5.0) -> bool:
        """Wait for a file that is being read; False when a disk takes longer."""
        self._stopped = True
        return self._errands.wait(timeout_s)

    @Slot(object, str)
    def _on_dropped(self, paths: list[str], name: str) -> None:
        self._number += 1
        number, files = self._number, [Path(path) for path in paths]
        if len(files) == 1:
            self._window.show_notice(Problem("drop.reading", name=files[0].name))
        self._errands.add(lambda: self._look(number, files, name))

    def _look(self, number: int, files: list[Path], name: str) -> None:
        if self._stopped or number != self._number:
            return
        found: Dropped | Problem
        try:
            found = look_at_dropped(files)
        except MmdeskError as error:
            found = error.problem
        except Exception:  # the edge of a thread
            log.exception("what was dropped could not be looked at")
            found = Problem("drop.unknown", path=files[0])
        self._looked_at.emit(number, found, name)

    @Slot(int, object, str)
    def _on_looked_at(self, number: int, found: Dropped | Problem, name: str) -> None:
        if self._stopped or number != self._number:
            return
        if isinstance(found, Problem):
            self._window.show_notice(found)
            return
        notice = self._window.notice
        if notice.problem is not None and notice.problem.code == "drop.reading":
            notice.dismiss()
        if found.kind in INPUT_OF:
            self._hold(found, name)
            return
        opened = {
            DropKind.MODEL: self.model_dropped,
            DropKind.RECORDING: self.recording_dropped,
            DropKind.PROJECT: self.project_dropped,
            DropKind.DATASET: self.dataset_dropped,
        }
        opened[found.kind].emit(str(found.path))

    def _hold(self, found: Dropped, name: str) -> None:
        kind = INPUT_OF[found.kind]
        fitting = [one.name for one in self._sources.inputs if one.kind == kind]
        if not fitting:
            self._window.show_notice(Problem("drop.no_input", name=found.path.name, kind=kind))
            return
        held = name if name in fitting else fitting[0]
        self._window.set_frozen(False)
        if found.content is not None:
            self._sources.hold_file(held, found.path, found.content)
        elif found.kind is DropKind.VIDEO:
            self._window.source_chosen.emit(held, str(found.path))
        else:
            self._window.inputs.type_text(held, found.text)

    @Slot(str, str)
    def _on_text(self, text: str, name: str) -> None:
        self._number += 1
        self._on_looked_at(self._number, Dropped(DropKind.TEXT, Path(), text=text.strip()), name)
