"""Ending the window from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from textwrap import dedent

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_a_signal_in_the_middle_of_a_paint_event_ends_quietly():
    program = dedent("""
        import os, signal
        from PySide6.QtWidgets import QWidget
        from mmdesk.app.window import make_application, quit_on_signals

        application = make_application()
        quit_on_signals(application)

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
