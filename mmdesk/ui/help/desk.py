"""Opens what helps: the help, the cheat sheet, and the words about the program."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from mmdesk.ui.cheat_sheet import CheatSheet
from mmdesk.ui.every_window import EveryWindowKeys
from mmdesk.ui.help.about import AboutDialog
from mmdesk.ui.help.window import HelpWindow
from mmdesk.ui.menus import WindowMenus
from mmdesk.ui.owner import owner
from mmdesk.ui.theme import Look
from mmdesk.ui.tour import TourStrip


class HelpDesk(QObject):
    """Serves the menu *Help*.

    Args:
        menus: Where it is wanted.
        tour: Knows the tour of the model that runs.
        window: The main window.

    Signals:
        report_wanted: The diagnostics are to be copied, for a report.

    Attributes:
        help: The help, once it has been opened.
    """

    report_wanted = Signal()

    def __init__(self, menus: WindowMenus, tour: TourStrip, window: QWidget) -> None:
        super().__init__(window)
        self._menus, self._tour = menus, tour
        self._look: Look | None = None
        self.help: HelpWindow | None = None
        menus.help.triggered.connect(self.show_help)
        menus.cheat_sheet.triggered.connect(self.show_cheat_sheet)
        menus.about_requested.connect(self.show_about)
        menus.report.triggered.connect(self.report_wanted)

    @Slot()
    def show_help(self) -> None:
        """Open the help, or bring it to the front."""
        if self.help is None:
            self.help = HelpWindow(owner(self))
            EveryWindowKeys(self.help, self._menus)
            if self._look is not None:
                self.help.set_look(self._look)
        self.help.show_at()

    @Slot()
    def show_cheat_sheet(self) -> None:
        """Open the presenter's sheet."""
        sheet = CheatSheet(self._menus.actions_with_keys(), self._tour.tour, owner(self))
        EveryWindowKeys(sheet, self._menus)
        if self._look is not None:
            sheet.set_look(self._look)
        sheet.show()

    @Slot()
    def show_about(self) -> None:
        """Say what the program is and what it is made of."""
        about = AboutDialog(owner(self))
        EveryWindowKeys(about, self._menus)
        about.report_wanted.connect(self.report_wanted)
        about.show()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        if self.help is not None:
            self.help.set_look(look)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        if self.help is not None:
            self.help.retranslate()
