"""The window opens a source for each input of the model, and follows another model's inputs."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mmdesk.app import settings
from mmdesk.app.settings import Settings
from mmdesk.core.inputs import Slot
from mmdesk.core.modality import Modality
from mmdesk.core.source_state import DeviceChoice, SourceState, SourceStatus
from mmdesk.models.checkpoint import save_checkpoint
from mmdesk.ui.panels.camera import CameraPanel
from tests.app.test_wiring import LONG_MS, Stage, stage  # noqa: F401 - a fixture
from tests.many_inputs import SETS, inputs_of, model_of

CAMERAS = [DeviceChoice("0", "Front camera"), DeviceChoice("1", "Document camera"), DeviceChoice("2", "Third")]
BOTH = ("image:front", "image:side", "text")


def saved(columns: tuple[str, ...], path: Path) -> Path:
    save_checkpoint(model_of(columns), path, "card")
    return path


def keys(window: object) -> dict[str, object]:
    return {
        name: card.picker.currentData()
        for name, card in window.inputs.cards.items()  # type: ignore[attr-defined]
        if card.picker is not None
    }


def test_two_cameras_have_two_pickers_and_two_previews(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:  # noqa: F811
    stage.cameras = CAMERAS
    live = stage.open(model=saved(BOTH, tmp_path / "both.mmdesk"))
    window = live.window
    assert list(window.inputs.cards) == ["front", "side", "text"]
    assert [card.title.text() for card in window.inputs.cards.values()] == ["front", "side", "Text"]
    assert keys(window) == {"front": "0", "side": "1"}, "the second takes what the first has not"
    assert not window.inputs.microphone.isVisible()
    window.inputs.cards["side"].source_chosen.emit("side", "2")
    assert Settings().read(settings.SOURCES[Slot(Modality.IMAGE, 1)]) == "2"
    assert live.live.wait_sources_settled(5.0)
    side = stage.made[-1]
    assert side.name == "2"
    side.on_state(SourceState(SourceStatus.LOST, "2"))
    qtbot.waitUntil(lambda: "lost" in window.inputs.cards["side"].badge.words)
    assert "lost" not in window.inputs.cards["front"].badge.words


def test_the_bundled_model_takes_over_the_first_camera(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:  # noqa: F811
    stage.cameras = CAMERAS
    live = stage.open(model=saved(BOTH, tmp_path / "both.mmdesk"))
    front = live.window.inputs.cards["front"]
    live.window.menus.bundled_model.trigger()
    stage.wait_for_model(live, "digits")
    assert list(live.window.inputs.cards) == ["image", "audio", "text"]
    assert live.window.inputs.cards["image"] is front is live.window.inputs.camera
    assert front.title.text() == "Camera"
    assert keys(live.window)["image"] == "0"
    assert live.live.wait_sources_settled(5.0)
    assert sum(source.name == "0" for source in stage.made) == 1, "it runs on"


@pytest.mark.parametrize("count", SETS)
def test_a_model_shows_as_many_panels_as_it_has_inputs(stage: Stage, tmp_path: Path, count: int) -> None:  # noqa: F811
    stage.cameras = CAMERAS
    live = stage.open(model=saved(SETS[count], tmp_path / "m.mmdesk"))
    cards = list(live.window.inputs.cards.values())
    assert [card.input for card in cards] == list(inputs_of(SETS[count]))
    assert [card.index for card in cards] == list(range(count))
    assert all(card.isVisible() for card in cards)
    shown = [card for card in live.window.findChildren(CameraPanel) if card.isVisible()]
    assert len(shown) == sum(column.startswith("image") for column in SETS[count])


def test_the_command_line_names_both_cameras(stage: Stage, tmp_path: Path, qtbot: QtBot) -> None:  # noqa: F811
    stage.cameras = CAMERAS
    live = stage.open(model=saved(BOTH, tmp_path / "both.mmdesk"), cameras=["2", "http://a.local/v"])
    qtbot.waitUntil(lambda: keys(live.window) == {"front": "2", "side": "http://a.local/v"}, timeout=LONG_MS)
