"""The guards of conftest.py see what they are there to see."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

TESTS = """
    import threading
    from PySide6.QtCore import QSettings, QThread, QTimer

    forgotten_timer, forgotten_thread = QTimer(), QThread()

    def test_thread():
        threading.Thread(target=threading.Event().wait, name="forgotten thread", daemon=True).start()

    def test_timer(qapp):
        forgotten_timer.setObjectName("forgotten timer")
        forgotten_timer.start(1000)

    def test_qthread(qapp):
        forgotten_thread.setObjectName("forgotten qthread")
        forgotten_thread.start()

    def test_tidy(qapp, settings_dir):
        thread, timer, plain = QThread(), QTimer(), threading.Thread(target=int)
        for item in (thread, plain):
            item.start()
        timer.start(1000)
        timer.stop()
        QTimer().start(1000)  # ends with the object
        thread.quit()
        assert thread.wait(3000)
        plain.join()
        settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "mmdesk", "mmdesk")
        assert settings.fileName().startswith(str(settings_dir))
"""


def test_a_leak_fails_the_test_that_left_it_and_no_other(pytester: pytest.Pytester) -> None:
    guards = (Path(__file__).parents[1] / "conftest.py").read_text(encoding="utf-8")
    (pytester.path / "guards.py").write_text(guards, encoding="utf-8")
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_subprocess("-p", "guards")
    assert result.parseoutcomes() == {"passed": 4, "errors": 3}
    for test, left in (
        ("test_thread", "thread 'forgotten thread' is running at *"),
        ("test_timer", "QTimer 'forgotten timer' is active, started at *"),
        ("test_qthread", "QThread 'forgotten qthread' is running, started at *"),
    ):
        result.stdout.fnmatch_lines([f"*ERROR at teardown of {test} *", "left running by this test:", f"*{left}"])
