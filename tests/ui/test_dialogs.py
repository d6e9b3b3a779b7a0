"""Windows of their own beside the main one: their type, and that they fit their screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.problem import Problem
from mmdesk.ui.banners import NoticeStrip
from mmdesk.ui.cheat_sheet import CheatSheet
from mmdesk.ui.diagnostics import DiagnosticsDialog
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.screen_room import room_of
from mmdesk.ui.source_picker import AddressDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
REPORT = "camera   ok       Logitech BRIO\nlog      problem  /var/log cannot be written\n"


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    return window


def dialogs(window: MainWindow) -> list[QDialog]:
    return [
        DiagnosticsDialog(REPORT, window),
        CheatSheet(window.menus.actions_with_keys(), window.tour.tour, window),
        AddressDialog("Video file or address", "film.mp4", window),
    ]


def pixel_size(widget: QWidget) -> int:
    widget.ensurePolished()
    return QFontInfo(widget.font()).pixelSize()


def test_the_report_has_a_type_of_its_own(window: MainWindow) -> None:
    dialog = DiagnosticsDialog(REPORT, window)
    dialog.show()
    text = dialog.findChild(QPlainTextEdit)
    assert text is not None
    assert pixel_size(window.inputs.text.box) >= 28
    assert pixel_size(text) <= 16
    # Measured: not every font with letters of one width calls itself one, Noto Sans Mono for one.
    metrics = QFontMetricsF(text.font())
    assert metrics.horizontalAdvance("iiii") == pytest.approx(metrics.horizontalAdvance("WWWW"))


def test_no_dialog_takes_the_type_of_the_text_box(window: MainWindow) -> None:
    for dialog in dialogs(window):
        dialog.show()
        for part in dialog.findChildren(QWidget):
            assert pixel_size(part) <= 20, (type(dialog).__name__, type(part).__name__)


def test_no_dialog_is_larger_than_its_screen(window: MainWindow) -> None:
    for dialog in dialogs(window):
        dialog.show()
        room = room_of(dialog)
        assert dialog.width() <= room.width()
        assert dialog.height() <= room.height()


def test_what_was_saved_says_where_and_opens_the_folder(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    shown = [True]
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda address: (opened.append(address.toLocalFile()), shown[0])[1]
    )
    notice = window.notice
    window.show_notice(Problem("camera.frozen", name="HD Webcam"))
    assert notice.folder is None
    assert not notice.folder_button.isVisible()
    window.save_screenshot(str(tmp_path / "window.png"))
    qtbot.waitUntil(notice.folder_button.isVisible)
    notice.folder_button.click()
    assert not notice.play_button.isVisible()
    window.show_notice(Problem("record.saved", path=tmp_path / "2026-01-01 10.00.00"))
    assert notice.play_button.isVisible()
    notice.folder_button.click()
    assert opened == [str(tmp_path), str(tmp_path / "2026-01-01 10.00.00")]
    shown[0] = False
    notice.folder_button.click()
    assert notice.problem is not None
    assert notice.problem.code == "folder.not_shown"
    assert not notice.folder_button.isVisible()


def test_a_copy_is_told(qtbot: QtBot, window: MainWindow) -> None:
    dialog = DiagnosticsDialog(REPORT, window)
    dialog.show()
    dialog.copy()
    notice = dialog.findChild(NoticeStrip)
    assert notice is not None
    assert notice.isVisible()
    assert notice.problem == Problem("report.copied")
    dialog.close()
