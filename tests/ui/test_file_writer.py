"""Files are written elsewhere, and what became of them is told on the window's thread."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from mmdesk.core.errors import MmdeskError
from mmdesk.ui.file_writer import FileWriter


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

    @Slot(str, str)
    def on_failed(self, problem: str, remedy: str) -> None:
        self.heard.append((problem, remedy))
        self.threads.add(threading.get_ident())


def test_the_outcome_is_told_in_order(qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    writer = FileWriter()
    listener = Listener(writer)
    wrote: list[int] = []

    def write() -> None:
        wrote.append(threading.get_ident())
        (tmp_path / "a").write_text("a", encoding="utf-8")

    def refuse() -> None:
        raise MmdeskError("It is full.", "Free some space.")

    def stumble() -> None:
        raise KeyError("x")

    for job in (write, refuse, stumble):
        writer.write(tmp_path / "a", job)
    qtbot.waitUntil(lambda: len(listener.heard) == 3)
    assert listener.heard[:2] == [(str(tmp_path / "a"),), ("It is full.", "Free some space.")]
    assert str(tmp_path / "a") in str(listener.heard[2][0])
    assert "internal error" in str(listener.heard[2][0])
    assert listener.threads == {threading.get_ident()}
    assert threading.get_ident() not in wrote
    assert "KeyError" in caplog.text


def test_a_disk_that_hangs_holds_nobody_up(tmp_path: Path) -> None:
    writer, gate = FileWriter(), threading.Event()
    writer.write(tmp_path / "a", lambda: gate.wait(10.0) and None)
    assert not writer.wait(0.0)
    gate.set()
    assert writer.wait()
