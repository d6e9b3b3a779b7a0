"""Files and folders that are dropped on the window, from the pointer to what becomes of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from mmdesk.app import paths
from mmdesk.app.drop_desk import DropDesk
from mmdesk.app.wiring import LiveWindow
from mmdesk.core.lesson import Lesson
from mmdesk.sources.teaching.shared import write_shared
from tests.app.test_wiring import CAMERA, LONG_MS, Stage, broken_model, stage  # noqa: F401

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def drop(live: LiveWindow, data: list[Path] | str, on: QWidget | None = None) -> bool:
    """Drop files or words as a pointer does; whether the window took them."""
    window = live.window if on is None else on.window()
    mime = QMimeData()
    if isinstance(data, str):
        mime.setText(data)
    else:
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in data])
    place = window.rect().center() if on is None else on.mapTo(window, on.rect().center())
    actions, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(place), actions, mime, button, keys)
    QApplication.sendEvent(window, enter)
    event = QDropEvent(QPointF(place), actions, mime, button, keys)
    QApplication.sendEvent(window, event)
    return enter.isAccepted() and event.isAccepted()


def digit(path: Path) -> Path:
    Image.fromarray(np.full((60, 80, 3), 180, np.uint8)).save(path)
    return path


def code(live: LiveWindow) -> str:
    problem = live.window.notice.problem
    return "" if problem is None else problem.code


def test_a_picture_is_held_and_shown_as_in_force_until_it_is_let_go(stage: Stage, tmp_path: Path) -> None:  # noqa: F811
    stage.cameras = [CAMERA]
    live = stage.open()
    window, wait = live.window, stage.qtbot.waitUntil
    frames: list[object] = []
    live.live.frame_ready.connect(lambda _, frame: frames.append(frame.frame_rgb.shape))
    assert drop(live, [digit(tmp_path / "three.png")])
    wait(window.in_force_strip.isVisible, timeout=LONG_MS)
    assert "Picture: the file “three.png”" in window.in_force_strip.words.text()
    assert any("three.png" in held for held in window.audience.words.held), "the audience is told, too"
    assert window.in_force_strip.let_go_button.isVisible()
    wait(lambda: (60, 80, 3) in frames, timeout=LONG_MS)
    window.in_force_strip.let_go_button.click()
    wait(lambda: stage.made[-1].name == CAMERA.key)
    assert not window.in_force_strip.isVisible()
    assert not any("three.png" in held for held in window.audience.words.held)


def test_a_sound_over_the_sample_session_ends_it(stage: Stage, tmp_path: Path) -> None:  # noqa: F811
    soundfile.write(tmp_path / "yes.wav", np.sin(np.arange(8000) / 9).astype(np.float32), 16_000)
    live = stage.open()
    assert live.window.recording is not None
    assert drop(live, [tmp_path / "yes.wav"])
    stage.qtbot.waitUntil(lambda: "yes.wav" in live.window.in_force_strip.words.text(), timeout=LONG_MS)
    assert live.window.recording is None
    ring = live.live.sources.rings()["audio"]
    stage.qtbot.waitUntil(lambda: float(np.abs(ring.latest(16_000).wave_mono).max(initial=0)) > 0.5, timeout=LONG_MS)
    live.window.let_go_of_all()
    stage.qtbot.waitUntil(lambda: live.window.recording is not None, timeout=LONG_MS)
    assert not live.window.in_force_strip.words.isVisible()


def test_another_source_lets_go_of_a_file(stage: Stage, tmp_path: Path) -> None:  # noqa: F811
    stage.cameras = [CAMERA]
    live = stage.open()
    drop(live, [digit(tmp_path / "three.png")])
    stage.qtbot.waitUntil(live.window.in_force_strip.isVisible, timeout=LONG_MS)
    live.window.source_chosen.emit("image", CAMERA.key)
    assert not live.window.in_force_strip.isVisible()


def test_the_audience_window_takes_what_is_dropped_too(stage: Stage, tmp_path: Path) -> None:  # noqa: F811
    live = stage.open()
    live.window.menus.audience.trigger()
    stage.qtbot.waitUntil(live.window.audience.isVisible)
    assert drop(live, "seven", on=live.window.audience)
    assert live.window.text == "seven"
    (tmp_path / "what.xyz").write_bytes(bytes(range(200)))
    assert drop(live, [tmp_path / "what.xyz"], on=live.window.audience)
    stage.qtbot.waitUntil(lambda: code(live) == "drop.unknown", timeout=LONG_MS)
    assert live.window.notice.isVisible()


def test_words_and_text_files_are_typed(stage: Stage, tmp_path: Path) -> None:  # noqa: F811
    live = stage.open()
    (tmp_path / "word.txt").write_text("seven\n")
    box = live.window.inputs.text.box
    assert drop(live, [tmp_path / "word.txt"], on=box)
    stage.qtbot.waitUntil(lambda: live.window.text == "seven", timeout=LONG_MS)
    assert drop(live, "eight", on=box)
    assert live.window.text == "eight"


def test_recordings_models_projects_and_data_go_where_they_belong(stage: Stage, tmp_path: Path) -> None:  # noqa: F811
    live = stage.open()
    wait = stage.qtbot.waitUntil
    drop(live, [paths.resources() / "sessions" / "calculator"])
    wait(lambda: "calculator" in stage.made[-1].name, timeout=LONG_MS)
    drop(live, [paths.resources() / "models" / "calculator"])
    stage.wait_for_model(live, "calculator")
    (tmp_path / "flowers" / "rose").mkdir(parents=True)
    digit(tmp_path / "flowers" / "rose" / "1.png")
    drop(live, [tmp_path / "flowers"])
    wait(lambda: live._training is not None, timeout=LONG_MS)
    assert live._training is not None
    assert live._training.window.folder_card.path.text() == str(tmp_path / "flowers")
    desk = live.findChild(DropDesk)
    assert desk is not None
    with stage.qtbot.waitSignal(desk.project_dropped, timeout=LONG_MS) as wanted:
        live._drops.project_dropped.disconnect(live._on_project_dropped)
        (tmp_path / "project").mkdir()
        (tmp_path / "project" / "lesson.json").write_text("{}")
        drop(live, [tmp_path / "project"])
    assert wanted.args == [str(tmp_path / "project")]
    lesson = Lesson()
    lesson.add_samples(lesson.add_class("mug").id, [{"text": "mug"}])
    write_shared(tmp_path / "gift.mmdesk", lesson.state)  # no model has been made of it yet
    with stage.qtbot.waitSignal(desk.project_dropped, timeout=LONG_MS) as wanted:
        live.open_file(str(tmp_path / "gift.mmdesk"))
    assert wanted.args == [str(tmp_path / "gift.mmdesk")]
    live.window.model_chosen.emit(str(tmp_path / "gift.mmdesk"))
    wait(lambda: code(live) == "checkpoint.lesson_alone", timeout=LONG_MS)


def test_what_cannot_be_used_is_told(stage: Stage, tmp_path: Path, broken_model: Path) -> None:  # noqa: F811
    live = stage.open()
    wait = stage.qtbot.waitUntil
    (tmp_path / "what.xyz").write_bytes(bytes(range(200)))
    (tmp_path / "torn.png").write_bytes(b"no picture")
    drop(live, [tmp_path / "what.xyz"] * 10)
    wait(lambda: code(live) == "drop.many", timeout=LONG_MS)
    drop(live, [tmp_path / "what.xyz"])
    wait(lambda: code(live) == "drop.unknown", timeout=LONG_MS)
    drop(live, [tmp_path / "torn.png"])
    wait(lambda: code(live).startswith("picture."), timeout=LONG_MS)
    drop(live, [broken_model])
    wait(lambda: "broken.mmdesk" in str(live.window.notice.problem) and code(live) != "drop.reading", timeout=LONG_MS)
    assert not live.window.in_force_strip.words.isVisible()
