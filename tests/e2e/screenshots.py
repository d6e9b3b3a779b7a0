"""Takes the pictures of the program that README and the help show: real windows, real keys, the sample session.

    python -m tests.e2e.screenshots [FOLDER]

Writes `window.png`, `frozen.png` and `stage.png` into the folder, `resources/screenshots` unless another is given; open
them afterwards. Needs Xvfb, xdotool and ffmpeg.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mmdesk.app import paths
from tests.e2e.live_program import LiveProgram, Row, Screen

SIZE_PX = (1366, 768)
TYPED, TYPED_LABEL = "nine", "9"
MOST_SURE = 0.97
"""Surer than that, no conflict is to be seen."""
_TEXT_BOX_PX = (300, 690)
_SETTLED_S = 0.7
_EXPLAINED_S = 8.0
"""Until the explanation is there, on a slow computer."""


def _shown_and_typed(row: Row) -> bool:
    """Another digit is shown than typed, and nothing is said."""
    present = {name for name, reason in row.presence.items() if reason == "present"}
    return present == {"image", "text"} and row.text == TYPED and 0.4 < (row.confidence or 1.0) < MOST_SURE


def _said_as_well(row: Row) -> bool:
    """Something is said as well, and the answer is not what is typed."""
    present = all(reason == "present" for reason in row.presence.values())
    return present and row.text == TYPED and row.label != TYPED_LABEL


def _wait_for(program: LiveProgram, true: Callable[[Row], bool], what: str) -> None:
    """Wait until something is true for a while, so that everything on the screen tells it."""
    for _ in range(20):
        program.wait_for(true, 120, what)
        time.sleep(_SETTLED_S)
        if true(program.rows()[-1]):
            return
    raise AssertionError(f"there was never for {_SETTLED_S} s {what}")


def take(folder: Path) -> None:
    """Take every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as private, Screen(f"{SIZE_PX[0]}x{SIZE_PX[1]}") as screen:
        program = LiveProgram(["--session", str(paths.sample_session())], Path(private), screen.name)
        try:
            program.wait_for(lambda row: row.presence["image"] == "present", 60, "a picture")
            program.resize(*SIZE_PX)
            program.focus_text_box(*_TEXT_BOX_PX)
            program.type_text(TYPED)
            _wait_for(program, _shown_and_typed, "one digit shown and another typed")
            screen.picture(folder / "window.png")
            program.press("Escape")
            _wait_for(program, _said_as_well, "a word said that is not typed")
            program.press("space")
            program.wait_for_title("frozen", 10)
            time.sleep(_EXPLAINED_S)
            screen.picture(folder / "frozen.png")
            program.press("space", "ctrl+shift+p")
            program.resize(*SIZE_PX, title="for the audience")
            _wait_for(program, _shown_and_typed, "one digit shown and another typed")
            screen.picture(folder / "stage.png")
        finally:
            status = program.stop()
    if status:
        raise SystemExit(f"the program ended with {status}: {program.errors()}")


if __name__ == "__main__":
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else paths.resources() / "screenshots")
