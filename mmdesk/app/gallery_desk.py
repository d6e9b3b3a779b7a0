"""Fills the start page: which models there are, looked at on a thread of its own, and which were opened lately."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.app import paths, settings
from mmdesk.app.model_choice import ModelChoice
from mmdesk.app.settings import Settings
from mmdesk.core.errands import Errands
from mmdesk.core.shelf import Shelf
from mmdesk.ui.main_window import MainWindow

log = logging.getLogger(__name__)

MOST_RECENT = 8


class GalleryDesk(QObject):
    """Knows the models that can be chosen, and shows them.

    Args:
        window: Where they are shown and chosen.
        models: Tells which one runs.
        store: Where the recent ones stand.
        parent: Owner.
    """

    _looked_at = Signal(object)

    def __init__(self, window: MainWindow, models: ModelChoice, store: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._models, self._store = window, models, store
        self._errands = Errands("gallery")
        self._stopped = False
        self._shelf = Shelf()
        self._looked_at.connect(self._on_looked_at)
        models.opened.connect(self._on_opened)
        window.start_page.shelf_wanted.connect(self.refresh)
        window.start_page.forgotten.connect(self._on_forgotten)
        window.start_page.at_start_toggled.connect(self._on_start_page_toggled)
        window.preferences.start_page_toggled.connect(self._on_start_page_toggled)
        window.start_page.welcomed.connect(self._on_welcomed)
        window.set_start_page(shown_at_start=store.read(settings.START_PAGE))

    @property
    def recent(self) -> list[Path]:
        """Models that were opened lately, the newest first."""
        return recent_models(self._store.read(settings.RECENT))

    @Slot()
    def refresh(self) -> None:
        """Look for models anew; returns at once."""
        recent = self.recent
        self._errands.add(lambda: self._look(recent))

    @Slot()
    def show_current(self) -> None:
        """Show which model runs, without looking for others."""
        self._window.show_shelf(self._shelf, self._models.wanted)

    def shutdown(self, timeout_s: float = 5.0) -> bool:
        """Wait for a look under way; False when a disk takes longer."""
        self._stopped = True
        return self._errands.wait(timeout_s)

    def _look(self, recent: list[Path]) -> None:
        if not self._stopped:
            self._looked_at.emit(look_around(recent))

    @Slot(object)
    def _on_looked_at(self, shelf: Shelf) -> None:
        if self._stopped:  # what was found while the window closed arrives after it
            return
        self._shelf = shelf
        self.show_current()

    @Slot(object)
    def _on_opened(self, model: Path) -> None:
        if not paths.is_bundled(model):
            self._keep([model, *(path for path in self.recent if path != model)])
        self.refresh()

    @Slot(str)
    def _on_forgotten(self, path: str) -> None:
        self._keep([one for one in self.recent if one != Path(path)])
        self.refresh()

    def _keep(self, recent: list[Path]) -> None:
        self._store.write(settings.RECENT, json.dumps([str(path) for path in recent[:MOST_RECENT]]))

    @Slot()
    def _on_welcomed(self) -> None:
        self._store.write(settings.WELCOME, False)

    @Slot(bool)
    def _on_start_page_toggled(self, shown: bool) -> None:
        self._store.write(settings.START_PAGE, shown)
        self._window.set_start_page(shown_at_start=shown)


def recent_models(stored: str) -> list[Path]:
    """Return the models that a setting names; whatever is no list of paths names none."""
    try:
        named = json.loads(stored or "[]")
    except (ValueError, RecursionError):
        named = []
    paths_named = [Path(one) for one in named if isinstance(one, str) and one] if isinstance(named, list) else []
    return list(dict.fromkeys(paths_named))[:MOST_RECENT]


def look_around(recent: list[Path]) -> Shelf:
    """Return every model that can be chosen, each once; waits for disks."""
    from mmdesk.sources.model_shelf import look_at, models_in

    bundled = paths.bundled_models()
    folders = [paths.models_folder(), *(path.parent for path in recent[:1])]
    known = {*bundled, *recent}
    found = dict.fromkeys(path for folder in folders for path in models_in(folder) if path not in known)
    return Shelf(
        tuple(look_at(path) for path in bundled),
        tuple(look_at(path) for path in recent),
        tuple(look_at(path) for path in found),
    )
