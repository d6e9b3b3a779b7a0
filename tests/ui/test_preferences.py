"""The preferences: each choice is the menus' own, and each holds at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from mmdesk.core.source_state import DeviceChoice
from mmdesk.ui.language import LANGUAGES, install_language
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.preferences import PreferencesDialog
from mmdesk.ui.text_size import TEXT_SIZES, set_text_size, text_size

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.set_devices("image", [DeviceChoice("0", "HD Webcam"), DeviceChoice("1", "Desk camera")], "0")
    yield window
    window.audience.close()
    set_text_size(100)
    install_language("en")


def opened(window: MainWindow) -> PreferencesDialog:
    window.menus.preferences.trigger()
    assert window.preferences.dialog is not None
    return window.preferences.dialog


def choose(box: QComboBox, row: int) -> None:
    box.setCurrentIndex(row)
    box.activated.emit(row)


def test_what_is_chosen_here_is_chosen_in_the_menus(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(window)
    assert dialog.language.count() == len(LANGUAGES)
    assert dialog.text_size.count() == len(TEXT_SIZES)
    with qtbot.waitSignal(window.theme_chosen) as theme:
        choose(dialog.theme, dialog.theme.findText("Light"))
    assert theme.args == ["light"]
    assert window.menus.themes["light"].isChecked()
    with qtbot.waitSignal(window.text_size_chosen):
        choose(dialog.text_size, 0)
    assert text_size() == TEXT_SIZES[0]
    with qtbot.waitSignal(window.language_chosen) as language:
        choose(dialog.language, list(LANGUAGES).index("de"))
    assert language.args == ["de"]
    assert dialog.windowTitle() == "Einstellungen"
    assert dialog.theme.currentText() == "Hell"
    assert opened(window) is dialog


def test_what_is_chosen_in_the_menus_is_shown_here(window: MainWindow) -> None:
    dialog = opened(window)
    window.menus.themes["system"].trigger()
    assert dialog.theme.currentText() == "As the system"
    before = dialog.mirror.isChecked()
    window.menus.mirror.trigger()
    assert dialog.mirror.isChecked() is not before
    dialog.mirror.click()
    assert window.menus.mirror.isChecked() is before


def test_devices_are_chosen_as_in_their_panels(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(window)
    camera = dialog.sources["image"]
    assert camera.currentText() == "HD Webcam"
    with qtbot.waitSignal(window.source_chosen) as chosen:
        choose(camera, camera.findText("Desk camera"))
    assert chosen.args == ["image", "1"]
    assert camera.currentText() == "Desk camera"


def test_the_start_page_and_the_folder_of_recordings(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.preferences.show_folder(tmp_path)
    dialog = opened(window)
    assert dialog.folder.text() == str(tmp_path)
    assert dialog.start_page.isChecked()
    with qtbot.waitSignal(window.preferences.start_page_toggled) as toggled:
        dialog.start_page.click()
    assert toggled.args == [False]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mine"))
    with qtbot.waitSignal(window.preferences.folder_chosen) as folder:
        dialog.choose_button.click()
    assert folder.args == [str(tmp_path / "mine")]
    with qtbot.assertNotEmitted(window.preferences.start_page_toggled):
        window.set_start_page(shown_at_start=True)
    assert dialog.start_page.isChecked()


def test_every_choice_has_a_name(window: MainWindow) -> None:
    dialog = opened(window)
    assert all(box.accessibleName() for box in dialog.findChildren(QComboBox))
