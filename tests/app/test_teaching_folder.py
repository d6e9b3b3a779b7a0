"""Where taught models stand while the program runs, and what becomes of it when the program is killed."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mmdesk.app.teaching_folder import TeachingFolder, clear_left_folders

PROGRAM = """
import sys, tempfile
tempfile.tempdir = sys.argv[1]
from mmdesk.app.teaching_folder import TeachingFolder
folder = TeachingFolder()
(folder.path / "taught-1.mmdesk").write_text("a visitor")
print(folder.path, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program with a folder of its own; it tells which."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_what_a_killed_program_has_left_is_deleted_and_what_is_used_is_not(
    other: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert other.stdout is not None
    theirs, mine = Path(other.stdout.readline().strip()), TeachingFolder()
    (mine.path / "taught-1.mmdesk").write_text("my visitor")
    clear_left_folders()
    assert (theirs / "taught-1.mmdesk").is_file()
    assert (mine.path / "taught-1.mmdesk").is_file()
    other.kill()
    other.wait()
    assert theirs.is_dir()
    clear_left_folders()
    assert not theirs.exists()
    assert (mine.path / "taught-1.mmdesk").is_file()
    mine.close()
    mine.close()
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_its_own_is_left_alone(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "lesson.lock").touch()
    (elsewhere / "mine.txt").touch()
    (tmp_path / "mmdesk-teach-link").symlink_to(elsewhere)
    made_by_hand = tmp_path / "mmdesk-teach-notes"
    made_by_hand.mkdir()
    clear_left_folders()
    assert (elsewhere / "mine.txt").is_file()
    assert made_by_hand.is_dir()
