"""Hands the moment on screen to telephones: a page on the local network, and the code that leads there."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mmdesk.app import settings
from mmdesk.app.page_server import PageServer, network_addresses
from mmdesk.app.settings import Settings
from mmdesk.core.clock import monotonic_s
from mmdesk.core.errands import Errands
from mmdesk.core.errors import MmdeskError
from mmdesk.core.problem import Problem
from mmdesk.core.take_away import PageCode
from mmdesk.ui.every_window import EveryWindowKeys
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.take_away import TakeAwayWindow

log = logging.getLogger(__name__)

LIFETIME_S = 300.0
"""How long a page is there that no telephone fetches."""
_COUNT_MS = 500


@dataclass(frozen=True, slots=True, eq=False)
class _Offer:
    """A page that is there now."""

    server: PageServer
    code: PageCode
    addresses: tuple[str, ...]
    address: str


class TakeAwayDesk(QObject):
    """Serves a page only while its code is shown, and only once the presenter has let telephones in.

    The dialog shows the code, and the stage too where the presenter wants that, as long as the page is there.

    Lives on the GUI thread, which waits for nothing: the page is made and served elsewhere.

    Args:
        window: Its menu asks; a new visitor ends what is served.
        store: Remembers whether telephones are let in, and whether the audience sees the code.
        page_of_moment: Freezes what is on screen and returns what makes the page of it, on any thread; None, and a
            notice, where there is nothing to tell of.
        addresses: This computer's.
    """

    _made = Signal(int, object)
    _fetched = Signal()

    def __init__(
        self,
        window: MainWindow,
        store: Settings,
        page_of_moment: Callable[[], Callable[[], str] | None],
        addresses: Callable[[], tuple[str, ...]] = network_addresses,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._store, self._page_of_moment, self._addresses = window, store, page_of_moment, addresses
        self._errands = Errands("take-away")
        self._dialog: TakeAwayWindow | None = None
        self._offer: _Offer | None = None
        self._make: Callable[[], str] | None = None
        self._was_frozen = False
        # Counts what was wished for. A page of an earlier wish comes too late, and must not be served beside the newer.
        self._wish = 0
        self._times, self._until_s = 0, 0.0
        self._timer = QTimer(self, interval=_COUNT_MS)
        self._timer.timeout.connect(self._count)
        self._made.connect(self._on_made)
        self._fetched.connect(self._on_fetched)
        window.menus.take_away.triggered.connect(self.begin)
        window.reset_requested.connect(self.end)
        window.preferences.telephones_toggled.connect(self._on_toggled)
        window.preferences.show_telephones(let_in=store.read(settings.TAKE_AWAY))

    @property
    def url(self) -> str:
        """Where the page is that is served; empty for none."""
        return "" if self._offer is None else self._offer.code.url

    @Slot()
    def begin(self) -> None:
        """Show the code of the moment on screen, or ask first whether telephones are let in."""
        self.end()
        if self._store.read(settings.TAKE_AWAY):
            self._hand_over()
        else:
            self._the_dialog().ask()

    @Slot()
    def end(self) -> None:
        """Serve no longer."""
        if self._dialog is not None:
            self._dialog.close()
        self._end()

    def shutdown(self) -> bool:
        """Serve no longer, and wait; False where that does not end."""
        self.end()
        return self._errands.wait(10.0)

    def _the_dialog(self) -> TakeAwayWindow:
        if self._dialog is None:
            self._dialog = TakeAwayWindow(self._window)
            EveryWindowKeys(self._dialog, self._window.menus)
            self._dialog.turned_on.connect(self._on_turned_on)
            self._dialog.address_chosen.connect(self._on_address_chosen)
            self._dialog.set_on_stage(self._store.read(settings.TAKE_AWAY_STAGE))
            self._dialog.on_stage_toggled.connect(self._on_stage_toggled)
            self._dialog.left.connect(self._end)
        self._dialog.set_look(self._window.look)
        return self._dialog

    @Slot()
    def _on_turned_on(self) -> None:
        self._store.write(settings.TAKE_AWAY, True)
        self._window.preferences.show_telephones(let_in=True)
        self._hand_over()

    @Slot(bool)
    def _on_toggled(self, let_in: bool) -> None:
        self._store.write(settings.TAKE_AWAY, let_in)
        self._window.preferences.show_telephones(let_in=let_in)
        if not let_in:
            self.end()

    def _hand_over(self) -> None:
        self._was_frozen = self._window.frozen
        self._window.set_frozen(True)  # what is handed over is what stands still
        self._make = self._page_of_moment()
        if self._make is not None:
            self._serve("")
        else:
            self._window.set_frozen(self._was_frozen)
            if self._dialog is not None:
                self._dialog.close()

    def _serve(self, address: str) -> None:
        make, told = self._make, self._fetched.emit
        if make is None:
            return
        self._wish += 1
        wish, before, self._offer = self._wish, self._offer, None
        self._show_on_stage()  # that page is about to go

        def work() -> None:
            if before is not None:
                before.server.close()
            if wish != self._wish:
                return
            try:
                offer = _offered(make(), address, self._addresses(), told)
                if wish == self._wish:
                    self._made.emit(wish, offer)
                else:  # nobody may be there any more to close it
                    offer.server.close()
            except MmdeskError as error:
                self._made.emit(wish, error.problem)
            except Exception as error:  # the edge of a thread
                log.exception("a page cannot be handed over")
                self._made.emit(wish, Problem("internal", detail=f"{type(error).__name__}: {error}"))

        self._errands.add(work)

    @Slot(int, object)
    def _on_made(self, wish: int, made: _Offer | Problem) -> None:
        if wish != self._wish:  # closed, or wished for anew meanwhile
            if isinstance(made, _Offer):
                self._close(made)
        elif isinstance(made, Problem):
            self.end()
            self._window.show_notice(made)
        else:
            self._offer, self._times = made, 0
            self._until_s = monotonic_s() + LIFETIME_S
            self._the_dialog().show_page(made.code, made.addresses, made.address)
            self._show_on_stage()
            self._timer.start()
            self._count()

    @Slot(bool)
    def _on_stage_toggled(self, shown: bool) -> None:
        self._store.write(settings.TAKE_AWAY_STAGE, shown)
        self._show_on_stage()

    def _show_on_stage(self) -> None:
        """Let the audience see the code of the page that is there, or none."""
        offer = self._offer if self._store.read(settings.TAKE_AWAY_STAGE) else None
        self._window.audience.show_code(None if offer is None else offer.code)

    @Slot(str)
    def _on_address_chosen(self, address: str) -> None:
        self._serve(address)

    @Slot()
    def _on_fetched(self) -> None:
        if self._offer is not None and self._dialog is not None:
            self._times += 1
            self._dialog.show_fetched(self._times)

    @Slot()
    def _count(self) -> None:
        left_s = self._until_s - monotonic_s()
        if left_s <= 0:
            self.end()
        elif self._dialog is not None:
            self._dialog.show_rest(left_s)

    def _close(self, offer: _Offer) -> None:
        def work() -> None:
            if not offer.server.close():
                log.warning("what serves a page did not end")

        self._errands.add(work)

    @Slot()
    def _end(self) -> None:
        """Forget the page; the picture runs on where it was stopped for it."""
        self._timer.stop()
        self._wish += 1
        offer, self._offer = self._offer, None
        self._show_on_stage()
        if offer is not None:
            self._close(offer)
        if self._make is not None:
            self._make = None
            if not self._was_frozen:
                self._window.set_frozen(False)


def _offered(page: str, address: str, addresses: tuple[str, ...], fetched: Callable[[], None]) -> _Offer:
    """Serve a page and make its code; waits."""
    import segno

    if not addresses:
        raise MmdeskError(Problem("take_away.no_network"))
    chosen = address if address in addresses else addresses[0]
    server = PageServer(page, chosen, fetched)
    matrix = segno.make_qr(server.url, error="m").matrix
    code = PageCode(server.url, tuple(tuple(bool(module) for module in row) for row in matrix))
    return _Offer(server, code, addresses, chosen)
