"""A projector is pulled out while the audience window fills it: on an X server of its own, with monitors that go."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import subprocess
from PySide6.QtCore import QTimer
from mmdesk.ui.application import Application
from mmdesk.ui.main_window import MainWindow


def monitors(*commands):
    for command in commands:
        subprocess.run(["xrandr", *command.split()], check=True, stdout=subprocess.DEVNULL)


def tell(name):
    stage = window.audience
    screen = stage.screen()
    print(name, len(application.screens()), screen.name(), stage.isVisible(), stage.isFullScreen(),
          screen.geometry().contains(stage.geometry()), len(told), flush=True)


application = Application([])
monitors("--setmonitor laptop 960/254x1000/265+0+0 screen", "--setmonitor projector 640/170x480/127+960+0 none")
application.processEvents()
window = MainWindow()
told = []
shows = window.notice.show_problem
window.notice.show_problem = lambda problem: (told.append(problem.code), shows(problem))
window.show()
steps = [
    window.menus.audience.trigger,
    lambda: tell("opened"),
    lambda: monitors("--delmonitor projector"),
    lambda: tell("pulled"),
    lambda: tell("later"),
    lambda: monitors("--setmonitor projector 640/170x480/127+960+0 none"),
    window.audience.close,
    window.menus.audience.trigger,
    lambda: tell("again"),
    lambda: print(*told),
    application.quit,
]
timer = QTimer()
timer.timeout.connect(lambda: steps.pop(0)())
timer.start(400)
application.exec()
window.close()
"""


@pytest.mark.skipif(not (shutil.which("xvfb-run") and shutil.which("xrandr")), reason="needs Xvfb and xrandr")
def test_a_projector_that_is_pulled_out_leaves_a_window_and_one_notice(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(tmp_path)}
    ran = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", sys.executable, "-c", PROGRAM],
        capture_output=True, text=True, check=True, env=environment, timeout=120,
    )  # fmt: skip
    assert ran.stdout.splitlines() == [
        "opened 2 projector True True True 0",
        "pulled 1 laptop True False True 1",
        "later 1 laptop True False True 1",
        "again 2 projector True True True 1",
        "stage.screen_lost",
    ]
