"""Whatever a model, a visitor or a computer brings: both windows keep everything in its room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.live_stats import ModelState
from mmdesk.ui.audience.scenes import Scene
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.repaint_gate import RepaintGate
from tests.ui import every_state
from tests.ui.fit import faults, settle
from tests.ui.planted_insight import seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HEBREW = "שבע מילים מימין לשמאל, ועוד כמה מילים כדי שהשורה תהיה ארוכה"
COMBINING = "z͑̂ä̧l̃g̈o " * 12
LONG = "a class whose name is eighty characters long, spelt out in full to the very end!"
NAMES = {
    "two hundred": tuple(f"class {number:03}" for number in range(200)),
    "eighty characters": tuple(f"{number:03} {LONG[4:]}" for number in range(12)),
    "one word": ("x" * 80, "y" * 80, "z" * 80),
    "right to left": (HEBREW, "שלוש", "seven"),
    "combining": (COMBINING.strip(), "zwei", "three"),
}
MAIN_SIZES = ((960, 500), (1366, 768))
STAGE_SIZES = ((640, 480), (800, 480), (1920, 1080))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.director.set_preview(False)
    with qtbot.waitExposed(window.audience):
        window.menus.audience.trigger()
    yield window
    window.audience.close()


def is_repaint_due(window: QWidget) -> bool:
    """Whether a gate is to let a repaint through."""
    return any(timer.isActive() for gate in window.findChildren(RepaintGate) for timer in gate.findChildren(QTimer))


def look_at(window: MainWindow) -> None:
    """Nothing is cut, pushed out or laid over anything else, on any page, in any scene, in any size."""
    for size in MAIN_SIZES:
        window.resize(*size)
        for page in range(5):
            window.workbench.show_page(page)
            settle()
            assert (window.width(), window.height()) == size
            assert faults(window) == [], (size, page)
    stage = window.audience
    for size in STAGE_SIZES:
        stage.resize(*size)
        for scene in (Scene.ANSWER, Scene.WITHOUT, Scene.WEIGHTS, Scene.METHODS):
            stage.show_scene(scene)
            settle()
            assert stage.scene is scene
            assert (stage.width(), stage.height()) == size
            assert faults(stage) == [], (size, scene)
    while is_repaint_due(window) or is_repaint_due(stage):
        QTest.qWait(10)


@pytest.mark.parametrize("names", NAMES)
def test_whatever_the_classes_are_called_and_however_many(window: MainWindow, names: str) -> None:
    labels = NAMES[names]
    window.show_model_state(ModelState("planted", True, labels=labels, inputs=DEFAULT_INPUTS))
    window.show_prediction(seen(1.0, (0, 0, 1), labels=labels, weights=(0.3, 0.4, 0.3)))
    look_at(window)
    assert window.answer_panel.view.headline() == window.audience.words.headline() == labels[0]


@pytest.mark.parametrize(
    "text", [HEBREW, COMBINING, "w" * 400, "a\nb\nc\nd\ne\nf", "👩‍👩‍👧‍👦" * 30, "\u202e" + "evil" * 20]
)
def test_whatever_the_visitor_types(qtbot: QtBot, window: MainWindow, text: str) -> None:
    labels = tuple("0123456789")
    window.show_model_state(ModelState("planted", True, labels=labels, inputs=DEFAULT_INPUTS))
    window.inputs.text.box.setPlainText(text)
    window.show_prediction(replace(seen(1.0, (3, 3, 9)), texts={"text": text}))
    look_at(window)
    assert window.text == text
    assert window.audience.board.views["text"].accessibleDescription() == text


BESIDE = ("preferences.open", "welcome.open", "help.open", "take_away.open", "address.open", "cheat_sheet.open")


@pytest.fixture
def enormous_type() -> Iterator[None]:
    before = QApplication.font()
    large = QApplication.font()
    large.setPointSize(36)
    QApplication.setFont(large)
    yield
    QApplication.setFont(before)


@pytest.mark.usefixtures("enormous_type")
def test_however_large_the_desktop_writes(window: MainWindow) -> None:
    labels = tuple("0123456789")
    window.show_model_state(ModelState("planted", True, labels=labels, inputs=DEFAULT_INPUTS))
    window.show_prediction(seen(1.0, (3, 3, 9), weights=(0.3, 0.4, 0.3)))
    look_at(window)


@pytest.mark.usefixtures("enormous_type")
@pytest.mark.parametrize("state", [*BESIDE, "teach.learnt", "train.evaluated"])
def test_however_large_the_desktop_writes_other_windows_stay_whole(qtbot: QtBot, state: str) -> None:
    shown: QWidget = every_state.shown(state, "dark", "en")
    try:
        room = shown.screen().availableGeometry()
        assert shown.height() <= room.height()
        assert shown.width() <= room.width()
        assert faults(shown) == []
    finally:
        every_state.let_go(shown)
