"""How the presenter likes the stage is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mmdesk.app import settings
from mmdesk.app.settings import Settings
from mmdesk.app.stage_desk import StageDesk
from mmdesk.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    yield window
    window.director.set_interval(0)


def test_type_interval_and_preview_are_as_they_were_last_time(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mmdesk.app.paths.settings_file", lambda: tmp_path / "settings.ini")
    store = Settings()
    StageDesk(window.director, store, window)
    menu = window.menus.stage_menu
    assert (window.audience.type_scale, window.director.interval_s, menu.preview.isChecked()) == (1.0, 0, True)
    menu.larger.trigger()
    menu.intervals[30].trigger()
    menu.preview.trigger()
    assert Settings.wait()
    other = MainWindow()
    qtbot.addWidget(other)
    StageDesk(other.director, Settings(), other)
    assert other.audience.type_scale == 1.15
    assert other.director.interval_s == 30
    assert not other.menus.stage_menu.preview.isChecked()
    other.director.set_interval(0)


@pytest.mark.parametrize("written", ["", "large", "nan", "-3", "1e99"])
def test_what_somebody_has_written_into_the_file_does_no_harm(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setattr("mmdesk.app.paths.settings_file", lambda: tmp_path / "settings.ini")
    store = Settings()
    store.write(settings.STAGE_TYPE, written)
    store.write(settings.STAGE_INTERVAL, written)
    StageDesk(window.director, store, window)
    assert window.audience.type_scale == 1.0
    assert window.director.interval_s == 0
