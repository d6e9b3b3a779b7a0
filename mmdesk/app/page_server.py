"""One page on the local network, at an address that nobody guesses, for as long as somebody shows it."""

from __future__ import annotations

import ipaddress
import logging
import secrets
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import psutil

from mmdesk.core.errors import MmdeskError
from mmdesk.core.problem import Problem

log = logging.getLogger(__name__)

MOST_AT_ONCE = 64
"""Connections at a time: browsers open one or two ahead, and a whole audience may scan one code. Of more, that one
gives way that has asked for nothing for longest; where all are being answered, a further one is closed at once."""
_TOKEN_BYTES = 16
_SLOWEST_S = 10.0
"""For a request, and for each piece of the page."""
_PIECE = 1 << 16
_POLL_S = 0.1
_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def network_addresses() -> tuple[str, ...]:
    """Return this computer's IPv4 addresses that a telephone may reach: private ones first, none of its own loop."""
    states = psutil.net_if_stats()
    found = [
        ipaddress.IPv4Address(each.address)
        for name, addresses in psutil.net_if_addrs().items()
        if name in states and states[name].isup
        for each in addresses
        if each.family is socket.AF_INET
    ]
    usable = [each for each in found if not (each.is_loopback or each.is_link_local or each.is_unspecified)]
    return tuple(str(each) for each in sorted(usable, key=lambda each: not each.is_private))


class PageServer:
    """Serves one page, and nothing else, from when it is made until it is closed.

    It listens on one address of this computer alone, on a port that is free. The page has a random path of 128 bits;
    every other path is answered with 404 and nothing. The page is held in memory and goes with it. Any thread may call.

    Args:
        page: The page, HTML.
        address: An IPv4 address of this computer.
        fetched: Called each time the page was sent, on a thread of its own.

    Attributes:
        url: Where the page is.

    Raises:
        MmdeskError: Nothing can listen at the address.
    """

    def __init__(self, page: str, address: str, fetched: Callable[[], None]) -> None:
        path = f"/{secrets.token_urlsafe(_TOKEN_BYTES)}"
        try:
            self._server = _Server((address, 0), page.encode("utf-8"), path, fetched)
        except OSError as error:
            raise MmdeskError(
                Problem("take_away.no_port", address=address, reason=error.strerror or str(error))
            ) from error
        self.url = f"http://{address}:{self._server.server_address[1]}{path}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL_S,), name="page-server", daemon=True
        )
        self._thread.start()

    def close(self, timeout_s: float = 5.0) -> bool:
        """Serve no longer, end what is under way, and forget the page; idempotent. False when that takes longer."""
        self._server.shutdown()
        self._server.end()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()


class _Server(ThreadingHTTPServer):
    """Answers each connection on a thread, a few at once."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = MOST_AT_ONCE

    def __init__(self, address: tuple[str, int], page: bytes, path: str, fetched: Callable[[], None]) -> None:
        self.page, self.path, self.fetched = page, path, fetched
        self._open: set[socket.socket] = set()
        self._silent: dict[socket.socket, None] = {}  # those that have asked for nothing yet, the oldest first
        self._guard = threading.Lock()
        super().__init__(address, _Answer)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._guard:
            oldest = next(iter(self._silent), None) if len(self._open) >= MOST_AT_ONCE else None
            has_room = len(self._open) < MOST_AT_ONCE or oldest is not None
            if oldest is not None:
                del self._silent[oldest]
            if has_room:
                self._open.add(request)
                self._silent[request] = None
        if oldest is not None:
            with suppress(OSError):
                oldest.shutdown(socket.SHUT_RDWR)
        if has_room:
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def note_asked(self, request: socket.socket) -> None:
        """A connection has asked for something: it is answered, whoever else comes."""
        with self._guard:
            self._silent.pop(request, None)

    def shutdown_request(self, request: Any) -> None:
        with self._guard:
            self._open.discard(request)
            self._silent.pop(request, None)
        super().shutdown_request(request)

    def end(self) -> None:
        """Listen no longer, and let no connection outlive the page."""
        self.server_close()
        with self._guard:
            under_way, self.page = list(self._open), b""
        for each in under_way:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        log.debug("a telephone went away")


class _Answer(BaseHTTPRequestHandler):
    """The page at its path; else nothing."""

    timeout = _SLOWEST_S
    server: _Server

    def do_GET(self) -> None:
        if self._answered():
            page = memoryview(self.server.page)
            for begin in range(0, len(page), _PIECE):  # in one, all of it would have to be sent within the time
                self.wfile.write(page[begin : begin + _PIECE])
            self.server.fetched()

    def do_HEAD(self) -> None:
        self._answered()

    def _answered(self) -> bool:
        self.server.note_asked(self.connection)
        found = secrets.compare_digest(self.path.encode("utf-8", "replace"), self.server.path.encode("ascii"))
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        for name, value in _HEADERS.items() if found else ():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(self.server.page) if found else 0))
        self.end_headers()
        return found

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answer whatever is no request for a page with a status and nothing."""
        self.send_response(code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def version_string(self) -> str:
        """Tell nothing of what serves."""
        return "mmdesk"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Who fetches is nobody's business."""
