"""Files are written elsewhere, and what became of them is told on the window's thread."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from mmdesk.core.errors import MmdeskError
from mmdesk.core.problem import Problem
from mmdesk.ui.file_writer import FileWriter

FULL = Problem("predictions.slow", path="a")


class Listener(QObject):
    def __init__(self, writer: FileWriter) -> None:
        super().__init__()
        self.heard: list[tuple[object, ...]] = []
        self.threads: set[int] = set()
        writer.written.connect(self.on_written)
        writer.failed.connect(self.on_failed)

    @Slot(str)
    def on_written(self, path: str) -> None:
        self.heard.append((path,))
        self.threads.add(threading.get_ident())

    @Slot(object)
    def on_failed(self, problem: Problem) -> None:
        self.heard.append((problem,))
        self.threads.add(threading.get_ident())


def test_the_outcome_is_reported_in_order(qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    writer = FileWriter()
    listener = Listener(writer)
    wrote: list[int] = []

    def write() -> None:
        wrote.append(threading.get_ident())
        (tmp_path / "a").write_text("a", encoding="utf-8")

    def refuse() -> None:
        raise MmdeskError(FULL)

    def stumble() -> None:
        raise KeyError("x")

    for job in (write, refuse, stumble):
        writer.write(tmp_path / "a", job)
    qtbot.waitUntil(lambda: len(listener.heard) == 3)
    assert listener.heard[:2] == [(str(tmp_path / "a"),), (FULL,)]
    assert listener.heard[2] == (Problem("file.internal", path=tmp_path / "a"),)
    assert listener.threads == {threading.get_ident()}
    assert threading.get_ident() not in wrote
    assert "KeyError" in caplog.text


def test_a_disk_that_hangs_holds_nobody_up(tmp_path: Path) -> None:
    writer, gate = FileWriter(), threading.Event()
    writer.write(tmp_path / "a", lambda: gate.wait(10.0) and None)
    assert not writer.wait(0.0)
    gate.set()
    assert writer.wait()
