"""A page is served only while its code is shown, and only once the presenter has let telephones in."""

from __future__ import annotations

import socket
import threading
import urllib.request
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import cv2
import pytest
import segno
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from mmdesk.app import settings, take_away_desk
from mmdesk.app.page_server import PageServer
from mmdesk.app.settings import Settings
from mmdesk.app.take_away_desk import TakeAwayDesk
from mmdesk.core.errors import MmdeskError
from mmdesk.core.problem import Problem
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.take_away import TakeAwayWindow
from tests.ui.pictures import pixels_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LOOP = "127.0.0.1"
LONG_MS = 30_000


class Table:
    """A window, and what hands its moments over."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.window.show()
        self.page: Callable[[], str] | None = lambda: "<!doctype html><p>the moment</p>"
        self.addresses: tuple[str, ...] = (LOOP,)
        self.store = Settings()
        self.desk = TakeAwayDesk(self.window, self.store, lambda: self.page, lambda: self.addresses)

    def shown(self) -> str:
        self.window.menus.take_away.trigger()
        self.qtbot.waitUntil(lambda: bool(self.desk.url), timeout=LONG_MS)
        return self.desk.url


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[Table]:
    table = Table(qtbot)
    yield table
    assert table.desk.shutdown()


def fetch(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read().decode("utf-8")


def listens(url: str) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((LOOP, urlsplit(url).port or 0)) == 0


def test_nothing_is_served_before_the_presenter_lets_telephones_in(table: Table) -> None:
    table.window.menus.take_away.trigger()
    dialog = table.desk._dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.on_button.isVisible()
    assert not table.desk.url
    assert not table.window.frozen
    dialog.on_button.click()
    table.qtbot.waitUntil(lambda: bool(table.desk.url), timeout=LONG_MS)
    assert Settings().read(settings.TAKE_AWAY)
    assert fetch(table.desk.url) == "<!doctype html><p>the moment</p>"


def test_telephones_that_were_let_in_can_be_kept_out_again(table: Table) -> None:
    table.window.menus.preferences.trigger()
    preferences = table.window.preferences.dialog
    assert preferences is not None
    assert not preferences.telephones.isChecked()
    preferences.telephones.click()
    url = table.shown()
    preferences.telephones.click()
    assert not Settings().read(settings.TAKE_AWAY)
    table.qtbot.waitUntil(lambda: not listens(url), timeout=LONG_MS)
    table.window.menus.take_away.trigger()
    assert not table.desk.url
    assert table.desk._dialog is not None
    assert table.desk._dialog.on_button.isVisible()  # asked again


def test_the_page_is_gone_once_its_code_is_closed_and_the_picture_runs_on(table: Table) -> None:
    table.store.write(settings.TAKE_AWAY, True)
    url = table.shown()
    assert table.window.frozen
    fetch(url)
    dialog = table.desk._dialog
    assert dialog is not None
    table.qtbot.waitUntil(lambda: "Fetched" in dialog.rest.text(), timeout=LONG_MS)
    assert dialog.address.text() == url
    dialog.close()
    table.qtbot.waitUntil(lambda: not listens(url), timeout=LONG_MS)
    assert not table.desk.url
    assert dialog.address.text() == ""
    assert not table.window.frozen


def test_a_moment_that_was_frozen_stays_frozen(table: Table) -> None:
    table.store.write(settings.TAKE_AWAY, True)
    table.window.set_frozen(True)
    table.shown()
    table.desk.end()
    assert table.window.frozen


def test_a_new_visitor_ends_it(table: Table) -> None:
    table.store.write(settings.TAKE_AWAY, True)
    url = table.shown()
    table.window.reset_requested.emit()
    table.qtbot.waitUntil(lambda: not listens(url), timeout=LONG_MS)


def test_a_page_that_nobody_fetches_goes_by_itself(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(take_away_desk, "LIFETIME_S", 1.0)
    table.store.write(settings.TAKE_AWAY, True)
    url = table.shown()
    table.qtbot.waitUntil(lambda: not listens(url), timeout=LONG_MS)
    assert not table.desk.url
    assert table.desk._dialog is not None
    assert not table.desk._dialog.isVisible()


def test_without_a_network_it_says_so(table: Table) -> None:
    table.store.write(settings.TAKE_AWAY, True)
    table.addresses = ()
    table.window.menus.take_away.trigger()
    table.qtbot.waitUntil(lambda: table.window.notice.problem is not None, timeout=LONG_MS)
    assert table.window.notice.problem == Problem("take_away.no_network")
    assert not table.window.frozen


def test_of_several_networks_one_is_chosen(table: Table) -> None:
    table.store.write(settings.TAKE_AWAY, True)
    table.addresses = (LOOP, "127.0.0.2")
    first = table.shown()
    dialog = table.desk._dialog
    assert dialog is not None
    assert dialog.networks.isVisible()
    dialog.address_chosen.emit("127.0.0.2")
    table.qtbot.waitUntil(lambda: bool(table.desk.url) and table.desk.url != first, timeout=LONG_MS)
    assert urlsplit(table.desk.url).hostname == "127.0.0.2"
    assert not listens(first)


@pytest.mark.parametrize("again", ["begin", "address"])
def test_of_two_wishes_in_a_row_only_the_last_ones_page_is_there(
    table: Table, monkeypatch: pytest.MonkeyPatch, again: str
) -> None:
    made: list[PageServer] = []

    def serve(*arguments) -> PageServer:
        made.append(PageServer(*arguments))
        return made[-1]

    monkeypatch.setattr(take_away_desk, "PageServer", serve)
    table.store.write(settings.TAKE_AWAY, True)
    table.addresses = (LOOP, "127.0.0.2")
    go_on = threading.Event()

    def slow() -> str:
        go_on.wait(LONG_MS / 1000)
        return "<p>earlier"

    table.page = slow
    table.window.menus.take_away.trigger()
    if again == "begin":
        table.page = lambda: "<p>later"
        table.window.menus.take_away.trigger()
    else:
        table.desk._on_address_chosen("127.0.0.2")
    go_on.set()
    assert table.desk._errands.wait(LONG_MS / 1000)
    table.qtbot.waitUntil(lambda: bool(table.desk.url), timeout=LONG_MS)
    assert fetch(table.desk.url) == ("<p>later" if again == "begin" else "<p>earlier")
    table.desk.end()
    assert table.desk._errands.wait(LONG_MS / 1000)
    assert made
    assert not any(server._thread.is_alive() for server in made), "an earlier page is still served"


def test_a_problem_of_an_earlier_wish_does_not_end_the_later_one(table: Table) -> None:
    table.store.write(settings.TAKE_AWAY, True)
    go_on = threading.Event()

    def broken() -> str:
        go_on.wait(LONG_MS / 1000)
        raise MmdeskError(Problem("answer.none_to_keep"))

    table.page = broken
    table.window.menus.take_away.trigger()
    table.qtbot.waitUntil(lambda: not table.desk._errands._jobs, timeout=LONG_MS)  # it is under way
    table.page = lambda: "<p>later"
    table.window.menus.take_away.trigger()
    go_on.set()
    table.qtbot.waitUntil(lambda: bool(table.desk.url), timeout=LONG_MS)
    assert table.window.notice.problem is None
    assert fetch(table.desk.url) == "<p>later"


def test_without_an_answer_there_is_no_code(table: Table) -> None:
    table.store.write(settings.TAKE_AWAY, True)
    table.page = None
    table.window.menus.take_away.trigger()
    assert not table.desk.url
    assert not table.window.frozen


def test_the_code_that_is_drawn_is_that_of_the_address(table: Table) -> None:
    table.store.write(settings.TAKE_AWAY, True)
    url = table.shown()
    dialog = table.desk._dialog
    assert dialog is not None
    image = dialog.code.grab().toImage()
    wanted = [[bool(module) for module in row] for row in segno.make_qr(url, error="m").matrix]
    modules = len(wanted) + 8  # four white ones around it
    side = min(image.width(), image.height()) // modules
    left, top = (image.width() - side * modules) / 2, (image.height() - side * modules) / 2

    def dark(x: int, y: int) -> bool:
        return image.pixelColor(int(left + (x + 0.5) * side), int(top + (y + 0.5) * side)) == QColor("#000000")

    assert [[dark(x + 4, y + 4) for x in range(len(wanted))] for y in range(len(wanted))] == wanted
    assert not any(dark(x, y) for x in range(modules) for y in (0, 3, modules - 4, modules - 1))


def on_stage(table: Table) -> str:
    """What a telephone reads in the audience window; empty for nothing."""
    return cv2.QRCodeDetector().detectAndDecode(pixels_of(table.window.audience))[0]


@pytest.fixture
def staged(table: Table) -> Iterator[Table]:
    """With the audience window open, and telephones let in."""
    table.store.write(settings.TAKE_AWAY, True)
    with table.qtbot.waitExposed(table.window.audience):
        table.window.menus.audience.trigger()
    table.window.audience.resize(1280, 720)
    audience = table.window.audience
    yield table
    audience.close()
    # Its own last repaints may be asked for.
    table.qtbot.waitUntil(lambda: not any(timer.isActive() for timer in audience.findChildren(QTimer)))


def dialog_of(table: Table) -> TakeAwayWindow:
    assert table.desk._dialog is not None
    return table.desk._dialog


def test_the_stage_shows_no_code_unless_the_presenter_wants_it_and_that_is_remembered(staged: Table) -> None:
    url = staged.shown()
    dialog = dialog_of(staged)
    assert dialog.on_stage.isVisible()
    assert not dialog.on_stage.isChecked()
    assert on_stage(staged) == ""
    dialog.on_stage.click()
    assert on_stage(staged) == url
    assert Settings().read(settings.TAKE_AWAY_STAGE)
    dialog.on_stage.click()
    assert on_stage(staged) == ""
    assert not Settings().read(settings.TAKE_AWAY_STAGE)
    assert listens(url), "who has scanned it already still gets the page"


def test_the_stage_shows_the_code_as_long_as_the_page_is_there(staged: Table) -> None:
    staged.store.write(settings.TAKE_AWAY_STAGE, True)
    url = staged.shown()
    assert dialog_of(staged).on_stage.isChecked()
    assert on_stage(staged) == url
    assert fetch(on_stage(staged)) == "<!doctype html><p>the moment</p>"
    dialog_of(staged).close()
    assert not staged.window.audience.board.offers
    assert on_stage(staged) == ""
    again = staged.shown()
    assert on_stage(staged) == again != url
    staged.window.reset_requested.emit()
    assert on_stage(staged) == "", "a new visitor"


def test_a_page_that_is_gone_by_itself_is_gone_from_the_stage(staged: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(take_away_desk, "LIFETIME_S", 1.0)
    staged.store.write(settings.TAKE_AWAY_STAGE, True)
    staged.shown()
    assert staged.window.audience.board.offers
    staged.qtbot.waitUntil(lambda: not staged.desk.url, timeout=LONG_MS)
    assert on_stage(staged) == ""


def test_in_another_network_the_stage_shows_that_address_and_never_one_that_is_gone(staged: Table) -> None:
    staged.addresses = (LOOP, "127.0.0.2")
    staged.store.write(settings.TAKE_AWAY_STAGE, True)
    first = staged.shown()
    dialog_of(staged).address_chosen.emit("127.0.0.2")
    assert on_stage(staged) == "", "that page is about to go"
    staged.qtbot.waitUntil(lambda: bool(staged.desk.url) and staged.desk.url != first, timeout=LONG_MS)
    assert on_stage(staged) == staged.desk.url
