"""A new visitor while something is recorded: what was asked for is what a scan of the files finds."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mmdesk.app import paths
from mmdesk.sources.session import SessionReader
from tests.e2e.live_program import LiveProgram, tools_missing

pytestmark = [pytest.mark.display, pytest.mark.slow]

JPEG, WAV = b"\xff\xd8\xff", b"RIFF"


def wait_until(true: Callable[[], bool], what: str, timeout_s: float = 20.0) -> None:
    deadline_s = time.monotonic() + timeout_s
    while not true():
        assert time.monotonic() < deadline_s, f"{what} within {timeout_s} s"
        time.sleep(0.05)


def holding(place: Path, *needles: bytes, but: Path) -> set[Path]:
    """Files below a place that hold any of some bytes, but for one that was asked for."""
    files = [path for path in place.rglob("*") if path.is_file() and path != but]
    return {path for path in files if any(needle in path.read_bytes() for needle in needles)}


def record(program: LiveProgram, videos: Path, text: str) -> Path:
    """Type a text, record, and wait until the recording holds picture, sound and text; returns its folder."""
    before = set(videos.rglob("journal.jsonl"))
    program.press("F12")
    program.type_text(text)
    wait_until(lambda: bool(set(videos.rglob("journal.jsonl")) - before), "a recording")
    (journal,) = set(videos.rglob("journal.jsonl")) - before
    folder = journal.parent
    wait_until(lambda: text.encode() in journal.read_bytes(), "the text in the recording")
    wait_until(lambda: all((folder / name).is_file() for name in ("image.mjpeg", "audio.wav")), "picture and sound")
    return folder


@pytest.mark.skipif(bool(tools_missing()), reason="Xvfb or xdotool is missing")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs X11")
def test_what_is_kept_and_what_is_deleted_is_what_was_answered() -> None:
    with tempfile.TemporaryDirectory(prefix="visitor") as private:
        place = Path(private)
        videos, temporary = place / "videos", place / "tmp"
        temporary.mkdir()
        environment = dict(os.environ) | {"XDG_VIDEOS_DIR": str(videos), "TMPDIR": str(temporary)}
        program = LiveProgram(["--session", str(paths.sample_session())], place, environment=environment)
        asked_for = program.predictions
        try:
            program.resize(1280, 720)
            program.wait_for(lambda row: bool(row.label), 60, "a label")
            deleted = record(program, videos, "zebra four seven")
            assert holding(place, b"zebra four", but=asked_for)
            program.press("ctrl+r")
            time.sleep(1.0)  # until the question is there
            assert deleted.exists(), "nothing is deleted before it was answered"
            program.press("Return")  # the default: delete it
            wait_until(lambda: not deleted.exists(), "the recording deleted")
            program.wait_for(lambda row: row.text != "zebra four seven", 10, "an empty text box")
            assert holding(place, b"zebra four", JPEG, WAV, but=asked_for) == set()

            program.resize(1280, 720)  # without a window manager nobody gives the focus back
            kept = record(program, videos, "okapi eight nine")
            program.press("ctrl+r")
            time.sleep(1.0)
            program.press("shift+Tab", "Return")  # the button before: keep it
            wait_until(lambda: SessionReader(kept).damage is None, "the recording finished")
            assert {path.parent for path in holding(place, b"okapi eight", JPEG, WAV, but=asked_for)} == {kept}
        finally:
            status = program.stop()
        assert status == 0
        assert program.errors() == ""
        assert {path.parent for path in holding(place, b"okapi eight", JPEG, WAV, but=asked_for)} == {kept}
