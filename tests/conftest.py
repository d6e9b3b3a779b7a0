"""What holds for every test: private settings, so many tensor threads, and nothing left running.

After napari's and qutebrowser's test set-up: a test that leaves a thread or a timer behind fails, and the line that
started it is named, because such a leftover aborts the process at some later, innocent test.
"""

from __future__ import annotations

import faulthandler
import functools
import gc
import os
import shutil
import sys
import tempfile
import threading
import time
import traceback
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# All of these are read when a library is loaded, so they come before the first import of one.
os.environ["OPENCV_LOG_LEVEL"] = "OFF"
os.environ.setdefault("OMP_NUM_THREADS", "1")
if sys.platform.startswith("linux"):
    if shutil.which("Xvfb"):  # pytest-xvfb gives each process a screen of its own: windows then fight for no focus
        os.environ.setdefault("QT_QPA_PLATFORM", "xcb")
    elif not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if "XDG_RUNTIME_DIR" not in os.environ:  # Qt warns without it, and a warning fails a test
        os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="mmdesk-tests-")  # with mode 0700, as Qt demands

import pytest
import shiboken6
from _pytest.faulthandler import fault_handler_stderr_fd_key
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThread, QThreadPool, QTimer
from pytestqt.qtbot import QtBot

import mmdesk.app  # noqa: F401 - gives problems their words
from mmdesk.engine.collector import collect_if_due

# As in the program: the collector runs on the GUI thread alone, for it could delete another thread's widgets.
gc.disable()

THREAD_END_LIMIT_S = 3.0
QT_THREAD_END_LIMIT_MS = 3000
WAIT_LIMIT_MS = 30_000


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what this machine cannot show or play."""
    if item.get_closest_marker("display") and os.environ.get("QT_QPA_PLATFORM", "").startswith(
        ("offscreen", "minimal")
    ):
        pytest.skip("needs a display; install xvfb")
    if item.get_closest_marker("pulse") and not (shutil.which("pulseaudio") and shutil.which("pactl")):
        pytest.skip("needs pulseaudio and pulseaudio-utils")


class StartRecorder:
    """Remembers which Python line started each object of a Qt class.

    Objects are held weakly, so that one which Python would have deleted is deleted; the Python side of one with a
    parent lives as long as the parent.

    Args:
        qt_class: A class with a `start` method.
    """

    def __init__(self, qt_class: type) -> None:
        self.qt_class = qt_class
        self.original = qt_class.start  # type: ignore[attr-defined]
        self.started: dict[int, tuple[weakref.ref[Any], str]] = {}

    def __enter__(self) -> StartRecorder:
        recorder = self

        def start(qt_object: Any, *arguments: Any, **named: Any) -> None:
            caller = sys._getframe(1)
            where = f"{caller.f_code.co_filename}:{caller.f_lineno}"
            recorder.started[id(qt_object)] = (weakref.ref(qt_object), where)
            recorder.original(qt_object, *arguments, **named)

        self.qt_class.start = start  # type: ignore[attr-defined]
        return self

    def __exit__(self, *_: object) -> None:
        self.qt_class.start = self.original  # type: ignore[attr-defined]
        self.started.clear()

    def alive(self) -> list[tuple[Any, str]]:
        """Return the recorded objects that still exist in C++, with the line that started them."""
        held = [(reference(), where) for reference, where in self.started.values()]
        return [(item, where) for item, where in held if item is not None and shiboken6.isValid(item)]


def running_threads() -> set[threading.Thread]:
    """Return the running Python threads; Qt's and PortAudio's own threads show up as dummies and are left out."""
    return {
        thread
        for thread in threading.enumerate()
        if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    }


def leftover_threads(before: set[threading.Thread]) -> list[str]:
    """Describe the threads started since `before` that do not end within the limit."""
    deadline = time.monotonic() + THREAD_END_LIMIT_S
    found = []
    for thread in running_threads() - before:
        thread.join(max(0.0, deadline - time.monotonic()))
        if thread.is_alive():
            frame = sys._current_frames().get(thread.ident or 0)
            at = traceback.extract_stack(frame)[-1] if frame else None
            found.append(f"thread {thread.name!r} is running" + (f" at {at.filename}:{at.lineno}" if at else ""))
    return found


def leftover_qt(threads: StartRecorder, timers: StartRecorder) -> list[str]:
    """Describe, and stop, the QThreads and QTimers that the test left running."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = []
    for timer, where in timers.alive():
        if timer.isActive():
            found.append(f"QTimer {timer.objectName()!r} is active, started at {where}")
            timer.stop()
    for thread, where in threads.alive():
        if thread.isRunning():
            found.append(f"QThread {thread.objectName()!r} is running, started at {where}")
            thread.quit()  # a running QThread aborts the process when it is destroyed
            thread.wait(QT_THREAD_END_LIMIT_MS)
    if not QThreadPool.globalInstance().waitForDone(QT_THREAD_END_LIMIT_MS):
        found.append("the global QThreadPool is busy")
    return found


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fail a test that leaves a thread, a QThread, a QTimer or a pool job running."""
    before = running_threads()
    with StartRecorder(QThread) as threads, StartRecorder(QTimer) as timers:
        yield
        found = leftover_qt(threads, timers)
    found += leftover_threads(before)
    collect_if_due()
    if found:
        pytest.fail("left running by this test:\n  " + "\n  ".join(found), pytrace=False)


def hold_tensor_threads() -> None:
    """Hold torch to OMP_NUM_THREADS, 1 unless set, once a test module has imported it: the program sets it, too."""
    torch = sys.modules.get("torch")
    if torch is not None and hasattr(torch, "set_num_threads"):
        torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))


@pytest.fixture(autouse=True, scope="module")
def cycles_of_module() -> Iterator[None]:
    """What a module's tests have left in cycles is gone before the next module's begin: some hold models.

    Windows go first, while all that they ask for in going is still there.
    """
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and isinstance(QCoreApplication.instance(), widgets.QApplication):
        for window in widgets.QApplication.topLevelWidgets():
            # Only the program's: a layout in a scene keeps a window of its own, which nobody else may delete.
            if type(window).__module__.startswith("mmdesk."):
                window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.fixture(autouse=True, scope="module")
def tensor_threads_of_module() -> None:
    """What a module shares is computed on as many threads as what it is compared with: others round differently."""
    hold_tensor_threads()


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Pytest-qt's own, but what is waited for may take as long as it takes a slow and busy computer."""
    for name in ("waitUntil", "waitSignal", "waitSignals"):
        setattr(qtbot, name, functools.partial(getattr(qtbot, name), timeout=WAIT_LIMIT_MS))
    return qtbot


@pytest.fixture(autouse=True)
def tensor_threads() -> None:
    """No test is left with what the one before has set."""
    hold_tensor_threads()


@pytest.fixture(autouse=True)
def crashes_told(pytestconfig: pytest.Config) -> Iterator[None]:
    """A crash is told where pytest tells it, also after a test of the program's log, which takes it for a file."""
    yield
    if not faulthandler.is_enabled():
        faulthandler.enable(pytestconfig.stash[fault_handler_stderr_fd_key])


@pytest.fixture(autouse=True)
def settings_dir(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A private, empty folder that stands for the user's own: QSettings and platformdirs lead into it."""
    folder = tmp_path_factory.mktemp("settings")
    for kind in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(folder / kind.lower()))
    for name in ("APPDATA", "LOCAL_APPDATA"):
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{name}", str(folder / name.lower()))
    for kind_of_file in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(kind_of_file, QSettings.Scope.UserScope, str(folder / "config"))
    return folder
