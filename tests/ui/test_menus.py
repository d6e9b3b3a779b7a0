"""Every entry of the menus, clicked with the mouse, does something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMenuBar
from pytestqt.exceptions import TimeoutError as QtTimeout
from pytestqt.qtbot import QtBot

from mmdesk.app import export_desk
from mmdesk.app.export_desk import ExportDesk
from mmdesk.core.live_stats import ModelState
from mmdesk.ui import menus
from mmdesk.ui.cheat_sheet import CheatSheet
from mmdesk.ui.help.about import AboutDialog
from mmdesk.ui.language import install_language
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.menus import WindowMenus
from tests.ui import gallery
from tests.ui.activation import activate
from tests.ui.planted_insight import DIGITS, seen

# Qt's offscreen platform says so of every window with a smallest size, and of every list that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KINDS = ("concatenation", "attention_gate", "late")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    activate(qtbot, window)
    desk = ExportDesk(window, window)
    gallery.live(window)
    window.show_model_state(ModelState("digits", True, labels=DIGITS, fusions=KINDS, fusion="attention_gate"))
    desk.remember(seen(1.0, (7, 7, 7)))
    window.show_prediction(seen(1.0, (7, 7, 7)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "session.json"), ""))
    for module in (export_desk, menus):
        monkeypatch.setattr(module, "ask_save_path", lambda _, __, name, *___: tmp_path / name)
    yield window
    window.audience.close()
    window.set_theme("dark")
    window.set_text_size(100)
    install_language("en")


def click(qtbot: QtBot, bar: QMenuBar, *way: QAction) -> None:
    """Open a menu with the mouse, go down into its sub-menus, and click the last entry."""
    holder: QMenuBar | QMenu = bar
    button = Qt.MouseButton.LeftButton
    for action in way:
        spot = settled(qtbot, holder, action)
        assert not holder.actionGeometry(action).isEmpty(), f"{action.text()} is not in the menu"
        qtbot.mouseMove(holder, spot)
        if isinstance(holder, QMenu) and action.menu() is not None:
            holder.setActiveAction(action)  # as the pointer does that rests on it; a click meanwhile may close it again
        else:
            qtbot.mouseClick(holder, button, pos=spot)
        if action.menu() is not None:
            holder = action.menu()
            qtbot.waitUntil(holder.isVisible)


def settled(qtbot: QtBot, holder: QMenuBar | QMenu, action: QAction) -> QPoint:
    """The middle of an entry, once it has stopped moving: a strip that comes may change the size of all type."""
    seen_at: list[QPoint] = []

    def stands() -> bool:
        seen_at.append(holder.actionGeometry(action).center())
        return len(seen_at) > 2 and seen_at[-1] == seen_at[-2] == seen_at[-3]

    qtbot.waitUntil(stands)
    return seen_at[-1]


def ways(holder: QMenuBar | QMenu, before: tuple[QAction, ...] = ()) -> Iterator[tuple[QAction, ...]]:
    """Each entry that can be seen, with the menus that lead to it."""
    for action in holder.actions():
        if action.menu() is not None:
            yield from ways(action.menu(), (*before, action))
        elif action.isVisible() and not action.isSeparator():
            yield (*before, action)


def emits(signal: SignalInstance, *arguments: object) -> Callable[[], Callable[[], bool]]:
    """A probe: from now on, whether a signal has been emitted, with these arguments if any are given."""

    def watch() -> Callable[[], bool]:
        emitted: list[tuple[object, ...]] = []
        signal.connect(lambda *given: emitted.append(given))
        return lambda: bool(emitted) and (not arguments or emitted[-1] == arguments)

    return watch


def becomes(read: Callable[[], object]) -> Callable[[], Callable[[], bool]]:
    """A probe: whether something is another thing than now."""

    def watch() -> Callable[[], bool]:
        before = read()
        return lambda: read() != before

    return watch


def written(window: MainWindow, path: Path) -> Callable[[], Callable[[], bool]]:
    """A probe: whether a file has been written, and the window says where."""

    def watch() -> Callable[[], bool]:
        path.unlink(missing_ok=True)
        window.notice.dismiss()
        return lambda: path.is_file() and path.stat().st_size > 100 and str(path) in str(window.notice.problem)

    return watch


def welcome_is_shown(window: MainWindow) -> bool:
    gallery = window.start_page.gallery
    return gallery is not None and gallery.welcome.isVisible()


def effects(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[QAction, Callable[[], Callable[[], bool]]]:
    """What each entry must do."""
    menus, held = window.menus, becomes(lambda: window.controls.controls)
    window.resize(1100, 640)
    menus.set_playing(True)
    found = {
        menus.open_session: emits(window.session_chosen, str(folder)),
        menus.sample: emits(window.sample_session_requested),
        menus.gallery: emits(window.start_page.shelf_wanted),
        menus.open_model: emits(window.model_chosen, str(folder / "session.json")),
        menus.record: emits(window.recorder.start_wanted),
        menus.screenshot: written(window, folder / "mmdesk.png"),
        menus.export_predictions: written(window, folder / "predictions.csv"),
        menus.export_snapshot: written(window, folder / "snapshot.html"),
        menus.export_video: emits(menus.export_video.triggered),
        menus.export_answers: emits(menus.export_answers.triggered),
        menus.take_away: emits(menus.take_away.triggered),
        menus.reset: emits(window.reset_requested),
        menus.quit: emits(window.closing),
        menus.bundled_model: emits(window.bundled_model_requested),
        menus.train: emits(menus.train_requested),
        menus.teach: emits(menus.teach_requested),
        menus.let_go: held,
        menus.pause: becomes(lambda: window.frozen),
        menus.mirror: emits(window.mirror_toggled),
        menus.full_screen: becomes(window.isFullScreen),
        menus.audience: becomes(window.audience.isVisible),
        menus.welcome: becomes(
            lambda: window.start_page.gallery is not None and window.start_page.gallery.welcome.isVisible()
        ),
        menus.tour: becomes(window.tour.isVisible),
        menus.cheat_sheet: becomes(lambda: len(window.findChildren(CheatSheet))),
        menus.doctor: emits(window.doctor_requested),
        menus.preferences: becomes(
            lambda: window.preferences.dialog is not None and window.preferences.dialog.isVisible()
        ),
        menus.report: emits(window.report_requested),
        menus.about: becomes(lambda: len(window.findChildren(AboutDialog))),
        menus.help: becomes(lambda: window.help.help is not None and window.help.help.isVisible()),
    }
    found |= {action: written(window, folder / f"{key}.png") for key, action in menus.panels.items()}
    found |= {action: emits(window.fusion_chosen, kind) for kind, action in menus.fusions.items()}
    sizes = menus.text_size_menu
    found |= {action: emits(window.text_size_chosen, size) for size, action in sizes.sizes.items()}
    found |= dict.fromkeys((sizes.larger, sizes.smaller, sizes.usual), emits(window.text_size_chosen))
    folded = becomes(lambda: window.arrangement.folded)
    found |= dict.fromkeys(menus.panels_menu.panels.values(), folded) | {menus.panels_menu.usual: folded}
    found |= {action: emits(window.theme_chosen, name) for name, action in menus.themes.items()}
    found |= {action: emits(window.language_chosen, code) for code, action in menus.languages.items()}
    found |= dict.fromkeys(window.workbench.perturb.actions_with_keys(), held)
    found |= stage_effects(window)
    found |= {action: becomes(lambda: window.workbench.page) for action in window.workbench.page_actions}
    found[window.workbench.weights.sum_action] = becomes(window.workbench.weights.sum_window.isVisible)
    return found


def stage_effects(window: MainWindow) -> dict[QAction, Callable[[], Callable[[], bool]]]:
    """What the entries about the stage must do; of a scene that it is asked for, whether or not there is any to see."""
    menu, stage = window.menus.stage_menu, window.audience
    found = {action: emits(menu.scene_chosen, scene) for scene, action in menu.scenes.items()}
    found |= {action: emits(menu.interval_chosen, seconds) for seconds, action in menu.intervals.items()}
    found |= dict.fromkeys((menu.next, menu.previous), becomes(lambda: stage.scene))
    found |= dict.fromkeys((menu.larger, menu.smaller, menu.normal), becomes(lambda: stage.type_scale))
    found[menu.preview] = emits(window.director.preview_toggled)
    return found


def test_every_entry_does_something_when_it_is_clicked(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = effects(window, tmp_path, monkeypatch)
    found = list(ways(window.menus))
    assert {way[-1] for way in found} == set(expected), "an entry without a test, or a test without an entry"
    found.sort(key=lambda way: way[-1] is window.menus.quit)  # last of all
    for way in found:
        name = " ▸ ".join(action.text() for action in way)
        if way[-1] in window.workbench.page_actions:
            window.workbench.show_page((window.workbench.page_actions.index(way[-1]) + 1) % 5)
        elif way[-1] is window.menus.let_go:
            window.inputs.text.mute_button.click()
        elif way[-1] is window.menus.stage_menu.normal:
            window.director.set_type_scale(1.5)
        done = expected[way[-1]]()
        for _ in range(5):  # a strip that has come or gone lets everything find its place anew
            QApplication.processEvents()
        click(qtbot, window.menus, *way)
        try:
            qtbot.waitUntil(done)
        except QtTimeout:
            pytest.fail(f"{name} does nothing")
        if way[-1] is window.menus.full_screen:  # there the menus make room
            window.toggle_full_screen()
            qtbot.waitUntil(window.menus.isVisible)
        window.audience.close()
        for other in (window.start_page.gallery, window.preferences.dialog, window.help.help):
            if other is not None:  # open, it would keep the keyboard
                other.close()
        if window.isVisible():
            activate(qtbot, window)
    assert not window.isVisible(), "it was quit"


def test_every_method_of_the_program_says_what_it_can_represent(qtbot: QtBot) -> None:
    menus = WindowMenus([], [])
    qtbot.addWidget(menus)
    menus.show_fusions(gallery.METHODS, gallery.METHODS[0])
    tips = [menus.fusions[kind].toolTip() for kind in gallery.METHODS]
    assert len(set(tips)) == len(gallery.METHODS)
    assert all(tip.endswith(".") for tip in tips)
    assert menus.fusion_menu.toolTipsVisible()
    assert [len(action.shortcuts()) for action in menus.fusions.values()] == [2] * 9 + [0] * 6
