"""The guards of conftest.py see what they are there to see."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

LEAKS = {
    "thread": """
        import threading
        def test_leak():
            threading.Thread(target=threading.Event().wait, name="forgotten", daemon=True).start()
    """,
    "timer": """
        from PySide6.QtCore import QTimer
        timer = QTimer()
        def test_leak(qapp):
            timer.setObjectName("forgotten")
            timer.start(1000)
    """,
    "qthread": """
        from PySide6.QtCore import QThread
        thread = QThread()
        def test_leak(qapp):
            thread.setObjectName("forgotten")
            thread.start()
    """,
}


@pytest.mark.parametrize("kind", LEAKS)
def test_a_leak_fails_the_test_that_left_it(
    kind: str, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    guards = pytester.path / "guards.py"
    guards.write_text((Path(__file__).parents[1] / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8")
    pytester.makepyfile(LEAKS[kind])
    result = pytester.runpytest_subprocess("-p", "guards")
    assert result.parseoutcomes() == {"passed": 1, "errors": 1}
    result.stdout.fnmatch_lines(["*left running by this test*", "*'forgotten'*"])


def test_a_tidy_test_passes(pytester: pytest.Pytester) -> None:
    (pytester.path / "guards.py").write_text(
        (Path(__file__).parents[1] / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8"
    )
    pytester.makepyfile(
        """
        import threading
        from PySide6.QtCore import QSettings, QThread, QTimer
        def test_tidy(qapp, settings_dir):
            thread, timer, plain = QThread(), QTimer(), threading.Thread(target=int)
            for item in (thread, plain):
                item.start()
            timer.start(1000)
            timer.stop()
            QTimer().start(1000)
            thread.quit()
            assert thread.wait(3000)
            plain.join()
            settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "mmdesk", "mmdesk")
            assert settings.fileName().startswith(str(settings_dir))
        """
    )
    assert pytester.runpytest_subprocess("-p", "guards").parseoutcomes() == {"passed": 1}
