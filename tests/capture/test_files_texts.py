"""Texts, and what libraries print while files are read."""

from __future__ import annotations

import os
import struct
import sys
import threading
from pathlib import Path

import pytest
from PIL import Image

from mmdesk.app.predict import observe
from mmdesk.core.errors import MediaError
from mmdesk.sources.files import clean_text, open_text, read_image
from mmdesk.sources.files.quiet import quiet_natives
from mmdesk.sources.text_entry import QUIET_S, TextEntry
from mmdesk.training.media import load_text
from tests.three_inputs import values


def test_texts_are_cleaned_but_not_changed() -> None:
    assert clean_text(" e\u0301te\u0301\t\n \x00 Là ") == "été Là"
    assert clean_text("नमस्ते 喵") == "नमस्ते 喵"
    assert clean_text("\ufeffsieben") == "sieben"
    assert clean_text(" \t\n") is None
    assert load_text is clean_text


@pytest.mark.parametrize("text", ["  two\twords ", "e\u0301\n", "\ufeffa", " \r\n "])
def test_typed_given_and_trained_on_is_the_same(text: str) -> None:
    entry = TextEntry()
    entry.set(text, 0.0)
    typed, given = entry.current(1.0 + QUIET_S), observe(values(text=text)).input_of("text")
    assert [None if each is None else each.text for each in (typed, given)] == [load_text(text)] * 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_files_in_unicode_are_decoded(encoding: str, tmp_path: Path) -> None:
    mark = "\ufeff" if encoding in {"utf-16-le", "utf-16-be"} else ""
    (tmp_path / "a.csv").write_bytes((mark + "eins,zwei\r\ndrei\rvier\n").encode(encoding))
    with open_text(tmp_path / "a.csv") as stream:
        assert list(stream) == ["eins,zwei\n", "drei\n", "vier\n"]
    (tmp_path / "b.csv").write_bytes(b"caf\xe9")
    with open_text(tmp_path / "b.csv") as stream, pytest.raises(UnicodeDecodeError):
        stream.read()


def broken_tiff(path: Path) -> Path:
    """A TIFF of which libtiff complains at length."""
    Image.new("L", (64, 64), 9).save(path, compression="tiff_lzw")
    content = bytearray(path.read_bytes())
    at = content.find(struct.pack("<HHI", 258, 3, 1))
    content[at + 8] = 4
    path.write_bytes(content[:-40])
    return path


def test_libraries_say_nothing_beside_our_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(MediaError, match=r"a\.tif"):
        read_image(broken_tiff(tmp_path / "a.tif"))
    assert capfd.readouterr() == ("", "")


def test_quiet_is_for_natives_and_ends_with_the_last_of_several(capfd: pytest.CaptureFixture[str]) -> None:
    inside, leave = threading.Event(), threading.Event()

    def longer() -> None:
        with quiet_natives():
            inside.set()
            leave.wait(10)

    other = threading.Thread(target=longer)
    with quiet_natives():
        os.write(2, b"native one\n")
        other.start()
        assert inside.wait(10)
    os.write(2, b"native two\n")
    leave.set()
    other.join()
    os.write(2, b"ours\n")
    sys.stderr.flush()
    assert capfd.readouterr().err == "ours\n"
