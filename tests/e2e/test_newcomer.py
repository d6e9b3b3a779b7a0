"""A newcomer with a pointer and no knowledge of keys: how many actions from a cold start to each thing worth seeing.

Every action is one real click, drag or typed word on a control that can be seen; nothing else is done.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.live_program import LiveProgram, tools_missing
from tests.e2e.test_live_window import sample_media
from tests.fakes.mjpeg_server import MjpegServer

pytestmark = [
    pytest.mark.display,
    pytest.mark.slow,
    pytest.mark.skipif(bool(tools_missing()), reason="Xvfb or xdotool is missing"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs X11"),
]

PATIENCE_S = 90.0
LOOKS = 4
"""So many times in a row, a second together, a control stands in the same place before it is clicked."""


class Newcomer:
    """Sees what the window shows, and acts on it; every action counts."""

    def __init__(self, folder: Path, camera: str) -> None:
        self._seen = folder / "seen.json"
        self._environment = os.environ | {"MMDESK_NEWCOMER": str(self._seen), "MMDESK_CAMERA": camera}
        self.actions = 0
        self.program = LiveProgram([], folder, environment=self._environment, module="tests.e2e.newcomer_program")

    def look(self) -> dict[str, Any]:
        """What can be seen now."""
        return (
            json.loads(self._seen.read_text("utf-8"))
            if self._seen.is_file()
            else {"look": 0, "controls": [], "state": {}}
        )

    def wait(self, true: Callable[[dict[str, Any]], Any], what: str) -> Any:
        """Wait until something can be seen; waiting is no action."""
        end_s = time.perf_counter() + PATIENCE_S
        while time.perf_counter() < end_s:
            if self.program.process.poll() is not None:
                raise AssertionError(f"the program ended: {self.program.errors()}")
            if found := true(self.look()):
                return found
            time.sleep(0.05)
        raise AssertionError(f"{what} was never seen, but {self.look()['state']}")

    def find(self, words: str, kind: str = "") -> tuple[int, int, int, int]:
        """Where a control with these words stands, once it can be seen and has stopped moving."""

        def there(seen: dict[str, Any]) -> Any:
            return next(
                (one["place"] for one in seen["controls"] if one["words"].startswith(words) and kind in one["kind"]),
                None,
            )

        before: dict[int, Any] = {}  # by the number of the look: a window that is busy shows an old one for long

        def still(seen: dict[str, Any]) -> Any:
            before[seen["look"]] = there(seen)
            last = list(before.values())[-LOOKS:]
            return last[-1] if len(last) == LOOKS and all(each == last[-1] for each in last) else None

        return tuple(self.wait(still, f"“{words}”"))

    def click(self, words: str, kind: str = "") -> None:
        """Click a control: one action."""
        x, y, width, height = self.find(words, kind)
        self._xdotool("mousemove", str(x + width // 2), str(y + height // 2), "click", "1")
        self.actions += 1

    def type(self, word: str) -> None:
        """Type a word where the cursor is: one action."""
        self._xdotool("type", "--delay", "40", word)
        self.actions += 1

    def drag(self, words: str, kind: str, to: float) -> None:
        """Drag a slider to a share of its length: one action."""
        x, y, width, height = self.find(words, kind)
        row = str(y + height // 2)
        self._xdotool("mousemove", str(x + width // 3), row, "mousedown", "1")
        for share in (0.4, 0.5, to):
            self._xdotool("mousemove", str(x + round(width * share)), row)
        self._xdotool("mouseup", "1")
        self.actions += 1

    def sees(self, name: str) -> None:
        """Wait until the window shows something."""
        self.wait(lambda seen: seen["state"].get(name), name)

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True)


@pytest.fixture(scope="module")
def camera(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    pictures = sample_media(0.0, 2.0, tmp_path_factory.mktemp("media") / "unused.wav")
    with MjpegServer(pictures) as server:
        yield server.url


@pytest.fixture
def newcomer(camera: str) -> Iterator[Newcomer]:
    with tempfile.TemporaryDirectory(prefix="newcomer") as folder:
        someone = Newcomer(Path(folder), camera)
        try:
            yield someone
        finally:
            assert someone.program.stop() == 0
        assert someone.program.errors() == ""


def told(newcomer: Newcomer, what: str, most: int) -> None:
    print(f"{what}: {newcomer.actions} actions (at most {most})")  # noqa: T201 - shown with -s
    assert newcomer.actions <= most


def test_own_camera_on(newcomer: Newcomer) -> None:
    newcomer.sees("recording")
    assert not newcomer.look()["state"]["camera"], "not before it is wanted"
    newcomer.click("Use my camera and microphone")
    newcomer.sees("camera")
    told(newcomer, "own camera on", 2)


def test_a_conflict_staged(newcomer: Newcomer) -> None:
    newcomer.click("Use my camera and microphone")  # which shows a 3
    newcomer.sees("camera")
    newcomer.click("", kind="QPlainTextEdit")
    newcomer.type("nine")
    newcomer.wait(lambda seen: seen["state"]["relation"] == "conflict", "a conflict")
    told(newcomer, "a conflict staged", 4)


def test_an_override(newcomer: Newcomer) -> None:
    newcomer.click("Try the sample")
    newcomer.sees("ready")
    newcomer.click("Gate")
    newcomer.drag("", "WeightSlider", 0.9)
    newcomer.sees("override")
    told(newcomer, "an override", 3)


def test_an_explanation(newcomer: Newcomer) -> None:
    newcomer.click("Try the sample")
    newcomer.sees("ready")
    newcomer.click("Why?")
    newcomer.sees("explained")
    told(newcomer, "an explanation", 2)


def test_the_audience_window(newcomer: Newcomer) -> None:
    newcomer.click("Try the sample")
    newcomer.click("Audience window")
    newcomer.sees("audience")
    told(newcomer, "the audience window", 2)
