"""The log's file, and who writes it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator

import pytest

from mmdesk.app import log, paths


@pytest.fixture(autouse=True)
def log_stopped() -> Iterator[None]:
    yield
    log.stop_log()


def test_the_file_is_written_elsewhere_meanwhile_and_here_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    threads: dict[str, int] = {}
    emit = logging.handlers.RotatingFileHandler.emit

    def noted(handler: logging.handlers.RotatingFileHandler, record: logging.LogRecord) -> None:
        threads[record.getMessage().splitlines()[0]] = threading.get_ident()
        emit(handler, record)

    monkeypatch.setattr(logging.handlers.RotatingFileHandler, "emit", noted)
    log.start_log()
    with log.written_elsewhere():
        log.log.info("there %d", 1)
        try:
            raise ValueError("told in full")
        except ValueError:
            log.log.exception("a fault")
    log.log.info("here")
    assert threads["here"] == threading.get_ident()
    assert threads["there 1"] != threading.get_ident()
    text = paths.log_file().read_text(encoding="utf-8")
    assert "MainThread mmdesk: there 1" in text
    assert text.count("ValueError: told in full") == 1
    assert "Traceback" in text


def test_nothing_is_lost_when_the_window_ends_with_an_error() -> None:
    log.start_log()

    def end_badly() -> None:
        with log.written_elsewhere():
            log.log.info("the last words")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        end_badly()
    assert "the last words" in paths.log_file().read_text(encoding="utf-8")
    assert not [each for each in logging.getLogger().handlers if isinstance(each, logging.handlers.QueueHandler)]
