"""Real keys in the real program: nothing that has the focus takes them, and what is held is let go of."""

from __future__ import annotations

import csv
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mmdesk.app import paths
from tests.e2e.live_program import LiveProgram, tools_missing

pytestmark = [pytest.mark.display, pytest.mark.slow]


def perturbed(program: LiveProgram, *, is_so: bool) -> Callable[[object], bool]:
    """Whether the newest prediction was made under a perturbation, as the table tells."""

    def true(_: object) -> bool:
        with program.predictions.open(encoding="utf-8", newline="") as stream:
            rows = [row for row in csv.DictReader(stream) if row.get("model")]
        return bool(rows) and bool(rows[-1]["perturbations"]) is is_so

    return true


@pytest.mark.skipif(bool(tools_missing()), reason="Xvfb or xdotool is missing")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs X11")
def test_keys_act_whatever_has_the_focus() -> None:
    with tempfile.TemporaryDirectory(prefix="keys") as private:
        environment = dict(os.environ)
        program = LiveProgram(["--session", str(paths.sample_session())], Path(private), environment=environment)
        try:
            program.resize(1280, 720)
            program.wait_for(lambda row: bool(row.label), 60, "a label")
            for presses in range(4):  # from the text box to the buttons after it
                if presses:
                    program.press("Tab")
                program.press("F9")
                program.wait_for(perturbed(program, is_so=True), 20, "a replaced text")
                program.press("F10")
                program.wait_for(perturbed(program, is_so=False), 20, "nothing held")
                if presses:
                    program.press("space")
                    program.wait_for_title("frozen", 20)
                    program.press("space")
                    program.wait_for(lambda row: bool(row.presence), 20, "a prediction after the freeze")
                    row = program.rows()[-1]
                    assert "muted by you" not in row.presence.values(), "Space has pressed the button"
        finally:
            status = program.stop()
        assert status == 0
        assert program.errors() == ""
