"""What becomes of the output when nobody can take it."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mmdesk.app.command_line import main


class Broken(io.StringIO):
    """A stream that takes nothing, at once or when it is flushed."""

    def __init__(self, number: int, *, buffered: bool) -> None:
        super().__init__()
        self._number, self._buffered = number, buffered
        self.tried = False

    def write(self, text: str) -> int:
        self.tried = True
        if not self._buffered:
            raise OSError(self._number, os.strerror(self._number))
        return len(text)

    def flush(self) -> None:
        if self.tried:
            raise OSError(self._number, os.strerror(self._number))


@pytest.mark.parametrize("buffered", [False, True])
@pytest.mark.parametrize("words", [["--version"], ["dataset", "--help"], ["predict", "--text", "three"]])
def test_a_full_disk_is_reported_in_one_line_with_a_remedy(words, buffered, monkeypatch):
    reported: list[str] = []
    monkeypatch.setattr("sys.stdout", stream := Broken(errno.ENOSPC, buffered=buffered))
    assert main(words, reported.append) == 2
    assert len(reported) == 1
    assert os.strerror(errno.ENOSPC) in reported[0]
    assert "Free some" in reported[0]
    assert sys.stdout is stream


@pytest.mark.parametrize("buffered", [False, True])
def test_who_has_read_enough_is_reported_nothing(buffered, monkeypatch):
    reported: list[str] = []
    monkeypatch.setattr("sys.stdout", Broken(errno.EPIPE, buffered=buffered))
    assert main(["predict", "--text", "three"], reported.append) == 141
    assert not reported


def test_a_closed_output_is_no_fault(monkeypatch):
    reported: list[str] = []
    monkeypatch.setattr("sys.stdout", None)
    assert main(["predict", "--text", "three"], reported.append) == 0
    assert not reported
    assert sys.stdout is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_nothing_more_is_said_when_the_interpreter_ends(unbuffered, tmp_path):
    for err in ("/dev/full", str(tmp_path / "err")):
        with Path("/dev/full").open("w") as full, Path(err).open("w") as error:
            command = [sys.executable, "-m", "mmdesk", "predict", "--help"]
            environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
            assert subprocess.run(command, stdout=full, stderr=error, env=environment, check=False).returncode == 2
    assert (tmp_path / "err").read_text().count("\n") == 1
