"""The start page as the main window has it: made when it is first wanted, and told what it will show until then."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from mmdesk.core.shelf import Shelf
from mmdesk.ui.every_window import EveryWindowKeys
from mmdesk.ui.menus import WindowMenus
from mmdesk.ui.model_gallery import ModelGallery
from mmdesk.ui.theme import DARK, Look


class StartPage(QObject):
    """Opens the page of models, and says what is chosen there. Lives on the GUI thread.

    Args:
        menus: Whose keys act here, too.
        window: The main window, its owner.

    Signals:
        model_chosen: Path of a model that is to run.
        forgotten: Path of a recent model that is to be taken off.
        open_wanted: Another file is to be looked for.
        shelf_wanted: The models that can be chosen are to be shown anew.
        at_start_toggled: Whether it opens with the program, to be remembered.
        welcomed: A newcomer has seen what this is, to be remembered.
        sample_wanted: The bundled session is wanted.
        devices_wanted: The camera and the microphone of this computer are wanted.
        tour_wanted: The tour is wanted.

    Attributes:
        gallery: The page, once it has been opened.
    """

    model_chosen = Signal(str)
    forgotten = Signal(str)
    open_wanted = Signal()
    shelf_wanted = Signal()
    at_start_toggled = Signal(bool)
    welcomed = Signal()
    sample_wanted = Signal()
    devices_wanted = Signal()
    tour_wanted = Signal()

    def __init__(self, menus: WindowMenus, window: QWidget) -> None:
        super().__init__(window)
        self._menus, self._window = menus, window
        self.gallery: ModelGallery | None = None
        self._shelf, self._current = Shelf(), Path()
        self._at_start = True
        self._look = Look(DARK, 1.0)

    def show_shelf(self, shelf: Shelf, current: Path) -> None:
        """List the models that can be chosen, and the one that runs."""
        self._shelf, self._current = shelf, current
        if self.gallery is not None:
            self.gallery.show_shelf(shelf, current)

    def set_at_start(self, *, shown: bool) -> None:
        """Say whether it opens with the program."""
        self._at_start = shown
        if self.gallery is not None:
            self.gallery.at_start.setChecked(shown)

    def set_look(self, look: Look) -> None:
        """Dress it."""
        self._look = look
        if self.gallery is not None:
            self.gallery.set_look(look)

    def retranslate(self) -> None:
        """Speak the language that holds."""
        if self.gallery is not None:
            self.gallery.retranslate()

    @Slot()
    def open(self) -> None:
        """Open it, or bring it to the front."""
        gallery = self._made()
        self.shelf_wanted.emit()
        gallery.show()
        gallery.raise_()
        gallery.activateWindow()

    @Slot()
    def welcome(self) -> None:
        """Open it with what a newcomer needs above the models."""
        self.open()
        self._made().show_welcome()

    def _made(self) -> ModelGallery:
        if self.gallery is None:
            self.gallery = gallery = ModelGallery(at_start=self._at_start, parent=self._window)
            EveryWindowKeys(gallery, self._menus)
            gallery.chosen.connect(self.model_chosen)
            gallery.removed.connect(self.forgotten)
            gallery.open_wanted.connect(self.open_wanted)
            gallery.at_start_toggled.connect(self.at_start_toggled)
            gallery.welcomed.connect(self.welcomed)
            gallery.welcome.sample_wanted.connect(self.sample_wanted)
            gallery.welcome.devices_wanted.connect(self.devices_wanted)
            gallery.welcome.tour_wanted.connect(self.tour_wanted)
            gallery.set_look(self._look)
            gallery.show_shelf(self._shelf, self._current)
        return self.gallery
