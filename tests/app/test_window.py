"""The window's start and end, as the system sees them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from PySide6.QtCore import QLibraryInfo

from mmdesk.app import paths
from mmdesk.app.display import plugin_problem


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_a_signal_in_the_middle_of_a_paint_event_ends_quietly():
    program = dedent("""
        import os, signal
        from PySide6.QtWidgets import QWidget
        from mmdesk.app.window import quit_on_signals
        from mmdesk.ui.application import Application

        application = Application(["mmdesk"])
        quit_on_signals(application.quit)

        class Window(QWidget):
            def paintEvent(self, event):
                os.kill(os.getpid(), signal.SIGTERM)
                assert self.isVisible()
                print("painted")

        window = Window()
        window.show()
        print("ended", application.exec())
    """)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert done.stdout.split() == ["painted", "ended", "0"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="plug-ins are named as on Linux")
@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_a_plugin_that_qt_cannot_load_is_reported_before_qt_ends_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
):
    monkeypatch.setattr(QLibraryInfo, "path", lambda _: str(tmp_path))
    if damage == "damaged":
        (tmp_path / "platforms").mkdir()
        (tmp_path / "platforms" / "libqxcb.so").write_bytes(b"nothing that can be loaded")

    problem = plugin_problem({"DISPLAY": ":0"})

    assert problem is not None
    assert str(tmp_path / "platforms" / "libqxcb.so") in str(problem)
    assert "Install mmdesk again" in str(problem)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="plug-ins are named as on Linux")
def test_one_plugin_of_those_that_qt_tries_is_enough():
    assert plugin_problem({"QT_QPA_PLATFORM": "nonsense;offscreen:size=1"}) is None
    problem = plugin_problem({"QT_QPA_PLATFORM": "nonsense"})
    assert problem is not None
    assert "libqnonsense.so" in str(problem)


def test_a_file_opened_from_the_finder_is_announced():
    program = dedent("""
        from PySide6.QtGui import QFileOpenEvent
        from mmdesk.ui.application import Application

        application = Application(["mmdesk"])
        application.file_opened.connect(print)
        application.sendEvent(application, QFileOpenEvent("/some/model.mmdesk"))
    """)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "/some/model.mmdesk"


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_the_predictions_is_one_line_and_status_2(tmp_path: Path):
    picture = tmp_path / "window.png"
    command = [sys.executable, "-m", "mmdesk", "--session", str(paths.sample_session()), "--predictions", "/dev/full"]
    command += ["--screenshot", str(picture), "--seconds", "1"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("mmdesk: /dev/full cannot be written")
    assert picture.stat().st_size > 1000


@pytest.mark.slow
def test_a_screenshot_that_cannot_be_saved_is_one_line_and_status_2(tmp_path: Path):
    command = [sys.executable, "-m", "mmdesk", "--session", str(paths.sample_session())]
    command += ["--screenshot", str(tmp_path / "window.nonsense"), "--seconds", "1"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "window.nonsense" in line
    assert list(tmp_path.iterdir()) == []
