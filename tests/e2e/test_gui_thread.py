"""On the window's thread no file is written and nothing is waited for, whatever is done in the window."""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from PySide6.QtCore import QSettings, QThread
from PySide6.QtGui import QImage, QPixmap

from mmdesk.app import log as app_log
from mmdesk.app import paths
from mmdesk.app.settings import MODEL, Settings
from mmdesk.app.wiring import LiveWindow
from mmdesk.core.modality import Modality
from mmdesk.core.source_state import OFF, SourceState
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.live_session import LiveSession
from mmdesk.engine.live_sources import SourceMakers
from mmdesk.ui.cheat_sheet import CheatSheet
from tests.three_inputs import by_name
from tests.training.tiny import write_tiny

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "os.chmod", "os.link", "os.symlink"}


class Watch:
    """Notes what a thread writes and waits for while it is switched on.

    Python's own files are seen by an audit hook, which can never be taken away again; Qt's and the waiting by the
    methods through which the program comes to them.
    """

    def __init__(self) -> None:
        self.thread = 0
        self.seen: list[str] = []
        sys.addaudithook(self._on_event)

    def _on_event(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.thread != threading.get_ident():
            return
        if event == "open":
            path, mode, flags = arguments
            if (isinstance(mode, str) and set(mode) & set("wax+")) or (mode is None and flags & _WRITES):
                self.note(f"opened {path} to write it")
        elif event in _CHANGES:
            self.note(f"{event} {arguments[0]}")

    @contextmanager
    def on(self) -> Iterator[None]:
        """Watch this thread."""
        self.thread = threading.get_ident()
        try:
            yield
        finally:
            self.thread = 0

    def note(self, what: str) -> None:
        """Add something, unless a thread is just being started, which waits until it runs."""
        if self.thread != threading.get_ident():
            return
        frame: FrameType | None = sys._getframe(1)
        while frame is not None:
            if frame.f_code is threading.Thread.start.__code__:
                return
            frame = frame.f_back
        self.seen.append(what + "\n" + "".join(traceback.format_stack(limit=8)))


_watch = Watch()


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    def noted(owner: type, name: str) -> None:
        original = getattr(owner, name)

        def method(*given: Any, **named: Any) -> Any:
            _watch.note(f"{owner.__name__}.{name}")
            return original(*given, **named)

        monkeypatch.setattr(owner, name, method)

    for owner, name in (
        (QImage, "save"), (QPixmap, "save"), (QSettings, "setValue"), (QSettings, "sync"), (QThread, "wait"),
        (threading.Thread, "join"), (threading.Condition, "wait"), (time, "sleep"),
    ):  # fmt: skip
        noted(owner, name)  # type: ignore[arg-type]
    _watch.seen.clear()
    yield _watch
    _watch.thread = 0


def test_the_watch_sees_files_and_waiting_here_and_none_elsewhere(watch: Watch, tmp_path: Path) -> None:
    def all_of_it() -> None:
        (tmp_path / "a").write_text("a", encoding="utf-8")
        os.close(os.open(tmp_path / "b", os.O_WRONLY | os.O_CREAT))
        (tmp_path / "c").mkdir()
        (tmp_path / "a").read_text(encoding="utf-8")
        QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat).setValue("a", 1)
        QImage(2, 2, QImage.Format.Format_RGB32).save(str(tmp_path / "p.png"))
        threading.Event().wait(0.001)
        time.sleep(0.001)

    with watch.on():
        all_of_it()
    kinds = [each.splitlines()[0].split()[0] for each in watch.seen]
    assert kinds[:5] == ["opened", "opened", "os.mkdir", "QSettings.setValue", "QImage.save"]
    assert kinds[5:] == ["Condition.wait", "time.sleep"]
    watch.seen.clear()
    (tmp_path / "c").rmdir()
    assert watch.seen == []
    thread = threading.Thread(target=all_of_it)
    with watch.on():
        thread.start()
        assert watch.seen == []
        thread.join()
    assert [each.splitlines()[0] for each in watch.seen] == ["Thread.join"]


def switch_everything(live: LiveWindow) -> None:
    """Choose, hold and switch whatever the window offers."""
    window = live.window
    window.menus.audience.setChecked(True)
    window.theme_chosen.emit("light")
    window.set_theme("light")
    window.menus.language_chosen.emit("de")
    window.mirror_toggled.emit(True)
    live.live.set_controls(UserControls(override=by_name(0.5, 0.3, 0.2), muted=frozenset({Modality.TEXT})))
    window.source_chosen.emit("image", "no-such-file.mp4")
    window.session_chosen.emit(str(paths.sample_session()))
    window.source_chosen.emit("audio", "no such microphone")
    window.sample_session_requested.emit()
    window.source_chosen.emit("image", str(paths.sample_session() / "video.mp4"))
    window.session_chosen.emit(str(paths.sample_session()))


def export_everything(live: LiveWindow, folder: Path) -> None:
    """Write every kind of file that the window writes."""
    live._exports.write_predictions(folder / "half-minute.csv")
    live._exports.write_snapshot(folder / "moment.html")
    for suffix in ("png", "svg"):
        live._exports.write_panel("answer", folder / f"answer.{suffix}")
    live.window.save_screenshot(str(folder / "window.png"))
    live.window.menus.cheat_sheet.trigger()
    for sheet in live.window.findChildren(CheatSheet):
        sheet.save(folder / "sheet.html")


@pytest.mark.slow
def test_the_live_window_goes_through_all_it_can_do(watch: Watch, qtbot, tmp_path: Path) -> None:
    predictions: list = []
    snapshots: list = []
    app_log.start_log()
    live = LiveWindow(
        session=paths.sample_session(), model=paths.bundled_model(), device="cpu", predictions=tmp_path / "p.csv"
    )
    window = live.window
    qtbot.addWidget(window)
    live.live.prediction_ready.connect(predictions.append)
    live.live.snapshot_ready.connect(snapshots.append)

    def wait_for_answers(count: int) -> None:
        seen = len(predictions)
        qtbot.waitUntil(lambda: len(predictions) >= seen + count, timeout=60_000)

    window.show()
    with app_log.written_elsewhere(), watch.on():
        live.start()
        wait_for_answers(10)
        switch_everything(live)
        wait_for_answers(20)
        window.set_frozen(True)
        qtbot.waitUntil(lambda: bool(snapshots))
        export_everything(live, tmp_path)
        live.live.run_again(5.0)
        window.set_frozen(False)
        window.reset_requested.emit()
        window.model_chosen.emit(str(tmp_path / "missing.mmdesk"))
        wait_for_answers(5)
        window.close()
        assert not window.isVisible()
    assert live.shutdown()
    app_log.stop_log()
    assert watch.seen == []
    written = {"p.csv", "half-minute.csv", "moment.html", "answer.png", "answer.svg", "window.png", "sheet.html"}
    assert {path.name for path in tmp_path.iterdir() if path.stat().st_size > 100} == written
    assert "missing.mmdesk" in paths.log_file().read_text(encoding="utf-8")
    assert Settings().read(MODEL) == ""  # what never ran is not remembered


@pytest.mark.slow
def test_the_train_window_goes_from_a_folder_to_a_model_and_its_report(watch: Watch, qtbot, tmp_path: Path) -> None:
    folder = write_tiny(tmp_path / "tiny")
    app_log.start_log()
    live = LiveWindow(device="cpu")
    qtbot.addWidget(live.window)
    live.window.show()
    with app_log.written_elsewhere(), watch.on():
        live.window.menus.train.trigger()
        desk = live._training
        assert desk is not None
        window, session = desk.window, desk.session
        window.choose_folder(str(folder))
        qtbot.waitUntil(window.run_card.start_button.isEnabled, timeout=60_000)
        qtbot.waitUntil(lambda: bool(window.preview_page.rows), timeout=60_000)
        choices = window.choices
        choices.encoder_epochs.setValue(2)
        choices.fusion_epochs.setValue(2)
        for box, kind in zip(choices.encoders.values(), ("cnn", "none", "bag_of_words"), strict=True):
            box.setCurrentIndex(box.findData(kind))
        with qtbot.waitSignal(session.run_ended, timeout=120_000):
            window.run_card.start_button.click()
        with qtbot.waitSignal(session.evaluation_ended, timeout=120_000) as evaluated:
            window.result_page.evaluate_button.click()
        assert evaluated.args[0].problem is None
        window.choose_folder(str(tmp_path / "missing"))
        window.close()
        live.window.close()
    assert live.shutdown()
    app_log.stop_log()
    assert watch.seen == []
    assert (tmp_path / "tiny.mmdesk").is_file()


class HungCamera:
    """A driver that does not let go until the test lets it."""

    name = "hung"

    def __init__(self, gate: threading.Event) -> None:
        self._gate = gate
        self.stopping = threading.Event()

    @property
    def state(self) -> SourceState:
        return OFF

    def start(self) -> None:
        pass

    def stop(self, timeout_s: float = 2.0) -> bool:
        self.stopping.set()
        return self._gate.wait(10.0)


@pytest.mark.parametrize("by_closing", [True, False], ids=["closed", "signal"])
def test_a_driver_that_hangs_is_waited_for_when_no_window_is_left(
    qtbot, monkeypatch: pytest.MonkeyPatch, by_closing: bool
) -> None:
    gate = threading.Event()
    camera = HungCamera(gate)
    live = LiveWindow(cameras=["hung"], makers=SourceMakers(camera=lambda *_: camera))  # type: ignore[arg-type]
    qtbot.addWidget(live.window)
    live.window.show()
    live.window.menus.audience.setChecked(True)
    live.live.set_source("image", "hung")
    assert live.live.wait_sources_settled(5.0)
    visible: list[tuple[bool, bool]] = []
    shutdown = LiveSession.shutdown

    def noted(session: LiveSession) -> bool:
        visible.append((live.window.isVisible(), live.window.audience.isVisible()))
        gate.set()
        return shutdown(session)

    monkeypatch.setattr(LiveSession, "shutdown", noted)
    if by_closing:
        live.window.close()
        assert not live.window.isVisible()
        assert camera.stopping.wait(5.0)  # asked at once …
        assert not gate.is_set()  # … and not waited for
    assert live.shutdown()
    assert visible == [(False, False)]
