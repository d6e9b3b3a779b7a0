"""Terminals of every encoding, and file names in none."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from mmdesk.app.streams import PassingLine, prepare_streams, print_json
from mmdesk.core.errors import Finding, MmdeskError
from mmdesk.core.printable import printable
from mmdesk.core.problem import Problem
from tests.fakes.terminal import Terminal

UNNAMEABLE = os.fsdecode(b"caf\xe9")


def test_what_is_not_utf8_is_printable() -> None:
    assert printable(UNNAMEABLE) == "caf\\xe9"
    assert printable("七 \U0001f600 é") == "七 \U0001f600 é"
    assert printable("\ud800") == "\\ud800"
    assert str(MmdeskError(f"{UNNAMEABLE}: no", UNNAMEABLE)) == "caf\\xe9: no caf\\xe9"
    assert str(Finding(UNNAMEABLE, 3, Problem("row.outside_classes", file=UNNAMEABLE))) == (
        "caf\\xe9:3: names “caf\\xe9”, which is in no class folder."
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_is_json_on_every_terminal(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    content = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(content, encoding=encoding))
    prepare_streams()
    value = {"label": "é 七 \U0001f600", "path": UNNAMEABLE}
    print_json(value)
    assert json.loads(content.getvalue().decode(encoding)) == value
    content.truncate(0)
    print_json({"label": "七"})
    assert ("七" in content.getvalue().decode(encoding)) is (encoding == "utf-8")


def test_a_passing_line_is_written_over_on_a_terminal_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, shown in ((Terminal(), "\r\x1b[Kone\r\x1b[K"), (io.StringIO(), "")):
        monkeypatch.setattr(sys, "stderr", stream)
        with PassingLine() as line:
            line.say("one")
            line.say("two")  # too soon
        assert stream.getvalue() == shown


def _run(home: Path, *words: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"HOME": str(home), "PYTHONIOENCODING": encoding, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-m", "mmdesk", *words], env=environment, capture_output=True, check=False, timeout=120
    )


@pytest.mark.skipif(sys.platform == "win32" or sys.platform == "darwin", reason="names are Unicode there")
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_names_that_are_not_utf8_are_read_and_reported(tmp_path: Path, encoding: str) -> None:
    picture = cv2.imencode(".png", np.full((40, 40, 3), 200, np.uint8))[1].tobytes()
    data = tmp_path / UNNAMEABLE
    for label in (os.fsdecode(b"ros\xe9"), os.fsdecode(b"ros\xe8")):
        (data / label).mkdir(parents=True)
        for number in range(3):
            (data / label / f"{UNNAMEABLE}{number}.png").write_bytes(picture[:-1] + bytes([number]))
    (data / label / "broken.png").write_bytes(b"x")
    checked = _run(tmp_path, "dataset", "check", str(data), encoding=encoding)
    assert checked.returncode == 2
    assert b"ros\\xe8" in checked.stdout
    assert b"ros\\xe9" in checked.stdout
    assert checked.stderr.decode(encoding).splitlines()[0].startswith("ros\\xe8/broken.png: this is not a picture")
    (data / label / "broken.png").unlink()
    sheet = data / f"{UNNAMEABLE}.png"
    drawn = _run(tmp_path, "dataset", "preview", str(data), "--out", str(sheet), encoding=encoding)
    assert (drawn.returncode, drawn.stderr) == (0, b"")
    assert sheet.read_bytes().startswith(b"\x89PNG")
    missing = _run(tmp_path, "predict", "--image", str(data / "gone.png"), encoding=encoding)
    assert missing.returncode == 2
    reported = f"mmdesk: {tmp_path}/caf\\xe9/gone.png: there is no such file. Check the path."
    assert missing.stderr.decode(encoding).splitlines() == [reported]


def test_what_we_print_is_not_muffled_with_the_libraries(tmp_path: Path) -> None:
    code = (
        "import os, sys\n"
        "from mmdesk.app.streams import prepare_streams\n"
        "from mmdesk.sources.files.quiet import quiet_natives\n"
        "prepare_streams(); prepare_streams()\n"
        "with quiet_natives():\n"
        "    os.write(2, b'theirs\\n')\n"
        "    print('ours', file=sys.stderr)\n"
        "os.write(2, b'after\\n')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stderr.split() == [b"ours", b"after"]
