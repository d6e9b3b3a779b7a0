"""Starting, stopping and switching, many times over, with real media and the real model."""

from __future__ import annotations

import threading

import pytest

from mmdesk.app import paths
from mmdesk.app.settings import MODEL, Settings
from mmdesk.app.wiring import LiveWindow
from mmdesk.core.modality import Modality
from mmdesk.core.source_state import SourceStatus

pytestmark = pytest.mark.slow


def names() -> set[str]:
    return {thread.name for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)}


def test_twenty_starts_and_stops(qtbot):
    before = names()
    for _ in range(20):
        predictions: list = []
        live = LiveWindow(session=paths.sample_session(), model=paths.bundled_model(), device="cpu")
        qtbot.addWidget(live.window)
        live.live.prediction_ready.connect(predictions.append)
        live.window.show()
        live.start()
        qtbot.waitUntil(lambda: any(one.label for one in predictions))  # noqa: B023
        live.window.close()
        assert live.shutdown()
        assert names() <= before


def test_two_hundred_switches_between_real_sources(qtbot):
    live = LiveWindow(model=paths.bundled_model(), device="cpu")
    qtbot.addWidget(live.window)
    live.window.show()
    frames: list = []
    states: list = []
    live.live.frame_ready.connect(lambda _, frame: frames.append(frame))
    # The microphone's failure may be told after the camera's success.
    live.live.source_state_changed.connect(
        lambda modality, state: states.append(state) if modality == Modality.IMAGE else None
    )
    video = str(paths.sample_session() / "video.mp4")
    try:
        for _ in range(50):
            for switch in (
                lambda: live.live.set_source("image", video),
                lambda: live.live.set_source("image", "no-such-file.mp4"),
                lambda: live.live.play_session(paths.sample_session()),
                lambda: live.live.set_source("audio", "no such microphone"),
            ):
                switch()
                assert live.live.wait_sources_settled(10.0)  # so that none is overtaken by the next
        frames.clear()
        live.live.set_source("image", video)
        qtbot.waitUntil(lambda: len(frames) > 5)
        qtbot.waitUntil(lambda: states[-1].status is SourceStatus.RUNNING)
    finally:
        live.window.close()
        assert live.shutdown()


def test_a_model_that_was_moved_away_gives_way_to_the_bundled_one(qtbot, tmp_path):
    Settings().write(MODEL, str(tmp_path / "gone.mmdesk"))
    states: list = []
    live = LiveWindow(session=paths.sample_session(), device="cpu")
    qtbot.addWidget(live.window)
    live.live.model_state_changed.connect(states.append)
    live.start()
    qtbot.waitUntil(lambda: len(states) == 2)
    live.window.close()
    assert live.shutdown()
    assert states[1].ready
    assert states[1].name == paths.bundled_model().name
