"""One page at a secret address, and nothing else, for as long as it is shown."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

import psutil
import pytest

from mmdesk.app import page_server
from mmdesk.app.page_server import MOST_AT_ONCE, PageServer, network_addresses
from mmdesk.core.errors import MmdeskError

LOOP = "127.0.0.1"
PAGE = "<!doctype html><title>é 三</title>"


class Served:
    def __init__(self, page: str = PAGE) -> None:
        self.fetched = threading.Semaphore(0)
        self.server = PageServer(page, LOOP, self.fetched.release)
        self.parts = urlsplit(self.server.url)

    def ask(self, path: str, method: str = "GET") -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection(LOOP, self.parts.port, timeout=10)
        connection.request(method, path)
        return connection.getresponse()

    def connect(self) -> socket.socket:
        return socket.create_connection((LOOP, self.parts.port), timeout=10)


@pytest.fixture
def served() -> Iterator[Served]:
    served = Served()
    yield served
    assert served.server.close()


def test_the_page_is_sent_whole_and_that_it_was_is_told(served: Served) -> None:
    answer = served.ask(served.parts.path)
    assert answer.status == 200
    assert answer.read().decode("utf-8") == PAGE
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "Python" not in str(answer.headers)
    assert served.fetched.acquire(timeout=10)


def test_to_look_whether_it_is_there_is_not_to_fetch_it(served: Served) -> None:
    answer = served.ask(served.parts.path, "HEAD")
    assert (answer.status, answer.read()) == (200, b"")
    assert not served.fetched.acquire(blocking=False)


@pytest.mark.parametrize("path", ["/", "/favicon.ico", "/../../etc/passwd", "/%2e%2e/secret"])
def test_nothing_else_is_served(served: Served, path: str) -> None:
    answer = served.ask(path)
    assert (answer.status, answer.read()) == (404, b"")
    assert not served.fetched.acquire(blocking=False)


def test_the_start_of_the_address_is_not_enough(served: Served) -> None:
    assert served.ask(served.parts.path[:-1]).status == 404
    assert served.ask(served.parts.path + "/").status == 404
    assert served.ask(f"{served.parts.path}?a=1").status == 404


def test_what_is_no_request_for_a_page_gets_a_status_and_nothing(served: Served) -> None:
    assert served.ask(served.parts.path, "DELETE").read() == b""
    with served.connect() as raw:
        raw.sendall(b"\x16\x03\x01\x02\x00nonsense\r\n\r\n")
        assert PAGE.encode() not in raw.recv(4096)
    assert served.ask(served.parts.path).status == 200


def test_every_page_has_an_address_of_its_own() -> None:
    one, other = Served(), Served()
    try:
        assert one.parts.path != other.parts.path
        assert len(one.parts.path) > 20
        assert other.ask(one.parts.path).status == 404
    finally:
        assert one.server.close()
        assert other.server.close()


def test_once_closed_nothing_listens_and_no_connection_lives(served: Served) -> None:
    waiting = served.connect()  # a telephone that never asks
    served.ask(served.parts.path).read()
    assert served.server.close()
    assert served.server.close()
    assert waiting.recv(10) == b""
    waiting.close()
    with pytest.raises(ConnectionRefusedError):
        served.connect()
    listening = [each.laddr.port for each in psutil.Process().net_connections() if each.status == psutil.CONN_LISTEN]
    assert served.parts.port not in listening


def test_telephones_that_never_ask_keep_nobody_out(served: Served) -> None:
    silent = [served.connect() for _ in range(MOST_AT_ONCE + 5)]
    answer = served.ask(served.parts.path)
    assert (answer.status, answer.read().decode("utf-8")) == (200, PAGE)
    assert silent[0].recv(10) == b"", "the oldest gave way"
    for each in silent:
        each.close()


def test_where_all_are_being_answered_a_further_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_server, "MOST_AT_ONCE", 2)
    served = Served("x" * (64 << 20))  # more than the system takes from the program before anybody reads
    busy = [served.connect() for _ in range(2)]
    for each in busy:
        each.sendall(f"GET {served.parts.path} HTTP/1.0\r\n\r\n".encode())
        assert each.recv(8) == b"HTTP/1.0"
    with served.connect() as further, suppress(ConnectionResetError):
        assert further.recv(10) == b""
    assert served.server.close()
    for each in busy:
        each.close()


def test_a_slow_telephone_gets_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_server._Answer, "timeout", 0.5)
    page = "y" * (24 << 20)
    served = Served(page)
    try:
        with served.connect() as slow:
            slow.sendall(f"GET {served.parts.path} HTTP/1.0\r\n\r\n".encode())
            got, pause = 0, threading.Event()
            while part := slow.recv(1 << 18):
                got += len(part)
                pause.wait(0.02)
        assert got > len(page)
        assert served.fetched.acquire(timeout=10)
    finally:
        assert served.server.close()


def test_an_address_that_is_not_this_computers_is_refused_in_words() -> None:
    with pytest.raises(MmdeskError) as caught:
        PageServer(PAGE, "203.0.113.9", print)
    assert caught.value.problem.code == "take_away.no_port"


def test_no_address_of_its_own_loop_is_offered() -> None:
    assert not any(each.startswith(("127.", "169.254.")) for each in network_addresses())
