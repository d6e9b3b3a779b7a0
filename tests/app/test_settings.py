"""Settings are read once and written elsewhere."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from mmdesk.app import paths, settings
from mmdesk.app.settings import GEOMETRY, MIRROR, THEME, Settings


def test_what_was_written_is_read_back_at_once_and_by_the_next(qtbot) -> None:
    store = Settings()
    assert store.read(THEME) == "dark"
    assert store.read(MIRROR) is True
    store.write(THEME, "light")
    store.write(MIRROR, False)
    store.write(GEOMETRY, QByteArray(b"\x01\x02"))
    store.write(THEME, "system")
    assert (store.read(THEME), store.read(MIRROR)) == ("system", False)
    later = Settings()
    assert (later.read(THEME), later.read(MIRROR)) == ("system", False)
    assert later.read(GEOMETRY) == QByteArray(b"\x01\x02")
    assert "theme=system" in paths.settings_file().read_text(encoding="utf-8")
    assert later.unknown_keys() == []


def test_the_file_is_never_written_by_who_stores(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []
    write = QSettings.setValue

    def noted(self: QSettings, *given: object) -> None:
        threads.append(threading.get_ident())
        write(self, *given)

    monkeypatch.setattr(QSettings, "setValue", noted)
    store = Settings()
    store.write(THEME, "light")
    assert store.wait()
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()


def test_a_place_that_cannot_be_written_is_logged(
    qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(settings.paths, "settings_file", lambda: tmp_path / "file" / "settings.ini")
    store = Settings()
    store.write(THEME, "light")
    assert store.wait()
    assert store.read(THEME) == "light"
    assert "view/theme could not be stored" in caplog.text
