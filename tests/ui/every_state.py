"""Puts every window into every state, language, theme and size; finds what does not fit or is not translated.

Run `QT_QPA_PLATFORM=offscreen python -m tests.ui.every_state FOLDER [PART-OF-A-NAME …]`. The folder gets a picture of
each, and `faults.txt` with what was found; the status is 1 if that is anything. A name is
`WINDOW.STATE-SCREEN-THEME-LANGUAGE`, and only those that hold every given part are done.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import mmdesk.app  # noqa: F401 - gives problems their words
from mmdesk.core.in_force import InForce, Recording
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.model_about import ModelAbout, Wording
from mmdesk.core.perturbation import Perturbation, PerturbationKind
from mmdesk.core.problem import Problem
from mmdesk.core.shelf import Shelf, ShelfModel
from mmdesk.core.transport import PlayedContents, TransportState
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.cheat_sheet import CheatSheet
from mmdesk.ui.diagnostics import DiagnosticsDialog
from mmdesk.ui.export_choice import ExportChoice
from mmdesk.ui.help.about import AboutDialog
from mmdesk.ui.in_force_words import control_words
from mmdesk.ui.language import install_language
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.preferences import PreferencesDialog
from mmdesk.ui.source_picker import AddressDialog
from mmdesk.ui.take_away import TakeAwayWindow
from mmdesk.ui.teach import TeachWindow
from mmdesk.ui.theme import THEMES
from mmdesk.ui.train_window import TrainWindow
from mmdesk.ui.training_words import fusion_name
from tests.ui import audience_gallery, gallery, teach_gallery, train_gallery
from tests.ui.fit import faults, settle
from tests.ui.shown_words import shown_words, untranslated

LANGUAGES = ("en", "de", "es", "zh_CN")
Make = Callable[[str, str], QWidget]
"""Makes a window from a theme and a language, which holds already."""


@dataclass(frozen=True)
class Screen:
    """A screen as a window sees it.

    Attributes:
        name: What it is.
        size: Width and height in logical pixels.
        scale: Pixels of the screen per logical pixel.
    """

    name: str
    size: tuple[int, int]
    scale: float = 1.0


SCREENS = (
    Screen("1024x600", (1024, 600)),
    Screen("1920x1080", (1920, 1080)),
    Screen("3840x2160", (3840, 2160)),
    Screen("1080x1920", (1080, 1920)),
    Screen("1366x768at125", (1093, 614), 1.25),
    Screen("1920x1080at200", (960, 540), 2.0),
)


def _main(show: Callable[[MainWindow], None]) -> Make:
    def make(theme: str, language: str) -> QWidget:
        window = MainWindow(theme=theme, language=language)
        window.show()
        show(window)
        return window

    return make


def _audience(show: Callable[[AudienceWindow], None]) -> Make:
    def make(theme: str, language: str) -> QWidget:
        window = AudienceWindow()
        window.set_theme(THEMES[theme])
        window.show()
        show(window)
        return window

    return make


def _train(show: Callable[[TrainWindow], None]) -> Make:
    def make(theme: str, language: str) -> QWidget:
        window = TrainWindow(theme)
        window.show()
        show(window)
        return window

    return make


def _teach(state: str) -> Make:
    def make(theme: str, language: str) -> QWidget:
        show, lesson = teach_gallery.STATES[state]
        window = TeachWindow(lesson(), theme)
        window.show()
        show(window)
        return window

    return make


_DIGITS = ShelfModel(
    Path("/models/digits"),
    ModelAbout(title=Wording({"en": "Digits & more"}), prompts=(Wording({"en": "Show a 3."}),)),
    gallery.DIGITS,
    DEFAULT_INPUTS,
    np.full((40, 64, 3), 90, np.uint8),
)
SHELF = Shelf(
    (_DIGITS,),
    (
        ShelfModel(Path("/mine/flowers.mmdesk"), ModelAbout(), gallery.OBJECTS, DEFAULT_INPUTS),
        ShelfModel(Path("/mine/gone"), ModelAbout(), problem=Problem("checkpoint.missing", path="/mine/gone")),
    ),
    (ShelfModel(Path("/mine/torn"), ModelAbout(), problem=Problem("checkpoint.not_a_model", name="torn.mmdesk")),),
)
_REPORT = "camera   ok       Logitech BRIO\nlog      problem  /var/log cannot be written\n"


def _beside(make: Callable[[MainWindow], QWidget]) -> Make:
    """A window that belongs to the main one, which lives as long."""

    def made(theme: str, language: str) -> QWidget:
        main = MainWindow(theme=theme, language=language)
        gallery.conflict(main)
        window = make(main)
        window.owner = main  # type: ignore[attr-defined]
        window.show()
        return window

    return made


def _models(main: MainWindow) -> QWidget:
    main.show_shelf(SHELF, _DIGITS.path)
    main.start_page.open()
    assert main.start_page.gallery is not None
    return main.start_page.gallery


def _sum(main: MainWindow) -> QWidget:
    main.workbench.weights.sum_window.open()
    return main.workbench.weights.sum_window


def _cheat_sheet(main: MainWindow) -> QWidget:
    return CheatSheet(main.menus.actions_with_keys(), main.tour.tour, main)


def _welcome(main: MainWindow) -> QWidget:
    main.show_shelf(SHELF, _DIGITS.path)
    main.start_page.welcome()
    assert main.start_page.gallery is not None
    return main.start_page.gallery


def _help(main: MainWindow) -> QWidget:
    main.help.show_help()
    window = main.help.help
    assert window is not None
    deadline = QDeadlineTimer(60_000)
    while not window.text and not deadline.hasExpired():  # its pages are read on a thread
        QTest.qWait(10)
    assert window.text
    return window


def _about(main: MainWindow) -> QWidget:
    main.help.show_about()
    return next(each for each in main.findChildren(AboutDialog))


def _preferences(main: MainWindow) -> QWidget:
    main.menus.preferences.trigger()
    return next(each for each in main.findChildren(PreferencesDialog))


def _take_away(main: MainWindow) -> QWidget:
    window = TakeAwayWindow(main)
    window.set_look(main.look)
    window.show_page(audience_gallery.CODE, ("192.168.1.20", "10.0.0.7"), "192.168.1.20")
    return window


def _take_away_asks(main: MainWindow) -> QWidget:
    window = TakeAwayWindow(main)
    window.set_look(main.look)
    window.ask()
    return window


def _export_choice(main: MainWindow) -> QWidget:
    lie = Perturbation(DEFAULT_INPUTS[2], PerturbationKind.REPLACE, text="a whole sentence to be read instead")
    controls = UserControls({"image": 0.2, "audio": 0.3, "text": 0.5}, (lie,), frozenset({"audio"}))
    title = main.menus.export_video.text()
    return ExportChoice(title, fusion_name("transformer"), control_words(InForce(controls)), main.look, parent=main)


def _replayed(window: MainWindow) -> None:
    """A recording stands still in place of the devices, with the bar to go through it."""
    gallery.live(window)
    window.show_recording(Recording("2026-01-01 10.00.00"))
    window.show_contents(PlayedContents("2026-01-01 10.00.00", 83.0))
    window.show_transport(TransportState(41.0, playing=False))


STATES: dict[str, Make] = {
    **{f"main.{name}": _main(show) for name, show in gallery.STATES.items()},
    **{f"audience.{name}": _audience(show) for name, show in audience_gallery.STATES.items()},
    **{f"train.{name}": _train(show) for name, show in train_gallery.STATES.items()},
    **{f"teach.{name}": _teach(name) for name in teach_gallery.STATES},
    "main.replayed": _main(_replayed),
    "models.open": _beside(_models),
    "welcome.open": _beside(_welcome),
    "help.open": _beside(_help),
    "about.open": _beside(_about),
    "preferences.open": _beside(_preferences),
    "take_away.asks": _beside(_take_away_asks),
    "take_away.open": _beside(_take_away),
    "sum.open": _beside(_sum),
    "cheat_sheet.open": _beside(_cheat_sheet),
    "diagnostics.open": _beside(lambda main: DiagnosticsDialog(_REPORT, main)),
    "export_choice.open": _beside(_export_choice),
    "address.open": _beside(lambda main: AddressDialog(main.menus.tr("Open recording"), "", main)),
}
"""Every window in every state, by name."""
_KEEP_THEIR_SIZE = (
    *("models", "welcome", "sum", "cheat_sheet", "diagnostics", "address", "export_choice"),
    *("help", "about", "preferences", "take_away"),
)
"""Windows beside the main one, never larger than the screen, but not as large either."""


def shown(state: str, theme: str, language: str) -> QWidget:
    """Return a window in a state; the language holds from now on."""
    install_language(language)
    window = STATES[state](theme, language)
    settle()
    return window


def let_go(window: QWidget) -> None:
    """Close a window and what it belongs to."""
    owner = getattr(window, "owner", None)
    for each in filter(None, (window, owner)):
        each.close()
        each.deleteLater()
    # Without a running event loop nothing is deleted later, and each window makes the next one slower.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()


def fit_into(window: QWidget, state: str, screen: Screen) -> None:
    """Give a window the size that it has on a screen."""
    width, height = screen.size
    if state.startswith(_KEEP_THEIR_SIZE):
        width, height = min(width, window.width()), min(height - 40, window.height())
    window.resize(width, height)
    settle()


def _translatable(window: QWidget) -> set[str]:
    """What a window says, without licences: they stay as their authors wrote them (their heading: `test_help`)."""
    words = shown_words(window)
    return words - set(window.page.toPlainText().splitlines()) if isinstance(window, AboutDialog) else words


@cache
def _in_english(state: str, screen: Screen) -> frozenset[str]:
    window = shown(state, "dark", "en")
    fit_into(window, state, screen)
    words = _translatable(window)
    let_go(window)
    return frozenset(words)


def found_in(
    state: str,
    screens: tuple[Screen, ...],
    language: str,
    theme: str = "dark",
    save: Callable[[QWidget, Screen], object] = lambda window, screen: None,
) -> list[str]:
    """Return what does not fit in a state on some screens, and what is not translated, each with where it is.

    Args:
        state: Which.
        screens: Where.
        language: Code of a language.
        theme: "dark" or "light".
        save: Gets the window on each screen.
    """
    english = set() if language == "en" else set(_in_english(state, screens[0]))
    window = shown(state, theme, language)
    found = []
    try:
        for screen in screens:
            fit_into(window, state, screen)
            save(window, screen)
            width, height = screen.size
            if window.width() > width or window.height() > height:
                found.append(f"{screen.name}: is {window.width()}×{window.height()}")
            found += [f"{screen.name}: {each}" for each in faults(window)]
            if screen is screens[0] and language != "en":
                found += [
                    f"“{each}” is not translated" for each in untranslated(_translatable(window), english, language)
                ]
    finally:
        let_go(window)
    return found


def _pictures(folder: Path, names: list[str], scale: float) -> Iterator[str]:
    """Save the pictures of the screens of one scale, and yield what is found."""
    screens = tuple(screen for screen in SCREENS if screen.scale == scale)
    for state in STATES:
        for language in LANGUAGES:
            for theme in THEMES:
                rows = {screen: f"{state}-{screen.name}-{theme}-{language}" for screen in screens}
                wanted = tuple(screen for screen, name in rows.items() if all(part in name for part in names))
                if not wanted:
                    continue
                files = {screen: str(folder / f"{rows[screen]}.png") for screen in wanted}

                def save(window: QWidget, screen: Screen, files: dict[Screen, str] = files) -> None:
                    window.grab().save(files[screen], None, 90)  # larger files, in a third of the time

                found = found_in(state, wanted, language, theme, save)
                yield from (f"{state}-{theme}-{language}: {each}" for each in found)


def main() -> int:
    """Do what is asked for, the screens of each scale in a process of their own."""
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    scale = os.environ.get("QT_SCALE_FACTOR")
    if scale is not None:
        application = QApplication.instance() or QApplication([])
        application.setStyle("Fusion")
        for each in _pictures(folder, names, float(scale)):
            sys.stdout.write(f"{each}\n")
            sys.stdout.flush()
        return 0
    any_found = False
    with (folder / "faults.txt").open("w", encoding="utf-8") as faults_file:
        for each_scale in sorted({screen.scale for screen in SCREENS}):
            with subprocess.Popen(
                [sys.executable, "-m", "tests.ui.every_state", *sys.argv[1:]],
                env={**os.environ, "QT_SCALE_FACTOR": str(each_scale)},
                stdout=subprocess.PIPE,
                text=True,
            ) as process:
                for line in process.stdout or ():
                    any_found = True
                    for file in (faults_file, sys.stdout):
                        file.write(line)
                        file.flush()
            if process.returncode:
                raise subprocess.CalledProcessError(process.returncode, process.args)
    return 1 if any_found else 0


if __name__ == "__main__":
    sys.exit(main())
