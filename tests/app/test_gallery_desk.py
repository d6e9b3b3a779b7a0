"""Which models the start page gets: bundled, recent and found, from settings and folders as they are."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mmdesk.app import paths, settings
from mmdesk.app.gallery_desk import MOST_RECENT, GalleryDesk, look_around, recent_models
from mmdesk.app.settings import Settings
from mmdesk.app.window import add_arguments, asks_for_nothing
from mmdesk.core.shelf import Shelf
from tests.app.test_wiring import LONG_MS, Stage, other_model, stage  # noqa: F401

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("stored", ["", "[]", "{", "7", '{"a": 1}', '[1, null, ""]', "[" * 100_000])
def test_a_setting_that_is_no_list_of_paths_names_no_model(stored: str) -> None:
    assert recent_models(stored) == []


def test_recent_models_are_bounded_and_named_once() -> None:
    named = [f"/m/{number}" for number in range(20)]
    wanted = [Path("/m/3"), *(Path(one) for one in named if one != "/m/3")]
    assert recent_models(json.dumps(["/m/3", *named])) == wanted[:MOST_RECENT]


def test_every_model_stands_there_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = {"format": "mmdesk-checkpoint", "version": 2, "labels": ["a", "b"], "inputs": []}
    config["inputs"] = [{"name": "text", "kind": "text"}]
    for place in ("own/a", "beside/b", "beside/c"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "config.json").write_text(json.dumps(config))
    monkeypatch.setattr(paths, "models_folder", lambda: tmp_path / "own")
    shelf = look_around([tmp_path / "beside" / "b", tmp_path / "gone.mmdesk"])
    assert [model.path for model in shelf.bundled] == list(paths.bundled_models())
    assert shelf.bundled[0].path == paths.bundled_model()
    assert [(model.name, model.missing) for model in shelf.recent] == [("b", False), ("gone", True)]
    assert [model.name for model in shelf.found] == ["a", "c"]


def test_a_model_that_runs_is_among_the_recent_ones(stage: Stage, other_model: Path, qtbot: QtBot) -> None:  # noqa: F811
    live = stage.open(model=other_model)
    qtbot.waitUntil(lambda: len(live.window.menus.models) > len(paths.bundled_models()) - 1, timeout=LONG_MS)
    assert recent_models(Settings().read(settings.RECENT)) == [other_model]
    live.window.start_page.open()
    assert live.window.start_page.gallery is not None
    assert other_model in [card.model.path for card in live.window.start_page.gallery.cards]
    live.window.start_page.forgotten.emit(str(other_model))
    qtbot.waitUntil(lambda: len(live.window.menus.models) == len(paths.bundled_models()) - 1, timeout=LONG_MS)
    assert recent_models(Settings().read(settings.RECENT)) == []


def test_what_is_found_while_the_window_closes_changes_nothing(stage: Stage, qtbot: QtBot) -> None:  # noqa: F811
    live = stage.open()
    qtbot.waitUntil(lambda: len(live.window.menus.models) > 0, timeout=LONG_MS)
    desk = live.findChild(GalleryDesk)
    assert desk is not None
    assert desk.shutdown()
    before = list(live.window.menus.models)
    desk._looked_at.emit(Shelf((), (), ()))
    assert list(live.window.menus.models) == before


def test_the_start_page_comes_only_where_it_is_wanted(stage: Stage) -> None:  # noqa: F811
    live = stage.open()
    live.show_start_page()
    assert live.window.start_page.gallery is not None
    assert live.window.start_page.gallery.welcome.isVisible()
    live.window.start_page.gallery.close()
    live.show_start_page()
    assert live.window.start_page.gallery.isVisible()
    assert not live.window.start_page.gallery.welcome.isVisible(), "once is enough"
    live.window.start_page.gallery.at_start.click()
    live.window.start_page.gallery.close()
    live.show_start_page()
    assert not live.window.start_page.gallery.isVisible()


@pytest.mark.parametrize(
    ("words", "nothing"),
    [
        ([], True),
        (["--device", "cpu"], True),
        (["--model", "digits"], False),
        (["m.mmdesk"], False),
        (["--session", "x"], False),
        (["--camera", "0"], False),
        (["--screenshot", "x.png"], False),
    ],
)
def test_who_says_what_to_look_at_is_not_asked(words: list[str], nothing: bool) -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert asks_for_nothing(parser.parse_args(words)) is nothing


def test_bundled_models_have_sample_sessions_of_their_own() -> None:
    sessions = paths.sample_sessions()
    assert sessions[paths.bundled_model()] == paths.sample_session()
    assert len(set(sessions.values())) == len(sessions)
    assert paths.is_bundled(paths.bundled_model())
    assert not paths.is_bundled(Path("/elsewhere/digits"))
