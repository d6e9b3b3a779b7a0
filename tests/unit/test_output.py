"""Nothing is written over that is not the program's own, and what goes wrong is one line with a remedy."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from mmdesk.core.errors import OutputError
from mmdesk.core.output import check_output_file, check_output_folder, is_own_file, unwritable, writing
from mmdesk.ui.problem_table import filled

OWN = [
    b"\x89PNG\r\n\x1a\n....tEXtSoftware\0mmdesk....",
    b"\xff\xd8\xff\xfe..Software: mmdesk",
    b'<!DOCTYPE html><head><meta name="generator" content="mmdesk">',
    b'{\n "generator": "mmdesk",\n',
    b"time_s,label,confidence,weight_image,weight_audio\n",
    b"\xef\xbb\xbftime_s,label,confidence,weight_image,weight_audio\n",
]
FOREIGN = [b"\x89PNG\r\n\x1a\n....", b"file,text\na.png,one\n", b"{}", b"my notes about mmdesk"]


@pytest.mark.parametrize("content", OWN)
def test_what_the_program_wrote_may_be_written_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    assert is_own_file(tmp_path / "a")
    check_output_file(tmp_path / "a")


@pytest.mark.parametrize("content", FOREIGN)
def test_what_it_did_not_write_may_not(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(OutputError, match="already exists, and mmdesk did not write it") as reported:
        check_output_file(tmp_path / "a")
    assert filled(reported.value.problem).remedy
    (tmp_path / "link").symlink_to(tmp_path / "a")
    with pytest.raises(OutputError, match="already exists"):
        check_output_file(tmp_path / "link")


def test_new_and_empty_files_and_devices_may_be_written_and_folders_not(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    check_output_file(tmp_path / "empty")
    check_output_file(tmp_path / "new")
    check_output_file(Path(os.devnull))
    with pytest.raises(OutputError, match="is a folder"):
        check_output_file(tmp_path)
    with pytest.raises(OutputError, match="there is no folder"):
        check_output_file(tmp_path / "none" / "a.png")
    with pytest.raises(OutputError, match="cannot be written"):
        check_output_file(tmp_path / "empty" / "a.png")
    with pytest.raises(OutputError, match="cannot be written"):
        check_output_file(tmp_path / "a\0b")


def test_a_graph_is_known_by_what_stands_behind_its_weights(tmp_path: Path) -> None:
    (tmp_path / "a.onnx").write_bytes(bytes(200_000) + b"mmdesk-export")
    check_output_file(tmp_path / "a.onnx")
    (tmp_path / "b.onnx").write_bytes(bytes(200_000))
    with pytest.raises(OutputError, match="already exists"):
        check_output_file(tmp_path / "b.onnx")


NAMES = ("metrics.json", "tables", "report.html")


def test_a_report_takes_the_place_of_an_earlier_one_and_of_nothing_else(tmp_path: Path) -> None:
    check_output_folder(tmp_path / "new", NAMES)
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "tables").mkdir()
    check_output_folder(tmp_path, NAMES)
    (tmp_path / "tables" / "a.csv").write_text("mine")
    with pytest.raises(OutputError, match="tables already exists"):
        check_output_folder(tmp_path, NAMES)
    (tmp_path / "metrics.json").write_bytes(b'{\n "generator": "mmdesk"')
    check_output_folder(tmp_path, NAMES)
    (tmp_path / "report.html").write_text("<html>mine")
    with pytest.raises(OutputError, match=r"report\.html already exists"):
        check_output_folder(tmp_path, NAMES)


@pytest.mark.parametrize("name", ["session.json", "model.safetensors", "samples.csv", "texts.csv"])
def test_a_report_goes_into_no_session_model_or_set_of_data(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    with pytest.raises(OutputError, match=name):
        check_output_folder(tmp_path, NAMES)


def test_a_report_does_not_go_into_what_is_read(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "report", tmp_path / "x" / ".." / "report"):
        with pytest.raises(OutputError, match="which is read"):
            check_output_folder(place, NAMES, [tmp_path])
    check_output_folder(tmp_path.parent / "beside", NAMES, [tmp_path])


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EISDIR, errno.ENAMETOOLONG, errno.EIO]
)
def test_every_reason_has_a_remedy_and_names_the_file(number: int) -> None:
    def fail() -> None:
        with writing(Path("a.csv")):
            raise OSError(number, os.strerror(number))

    with pytest.raises(OutputError) as reported:
        fail()
    assert filled(reported.value.problem).sentence == f"a.csv cannot be written: {os.strerror(number)}."
    assert filled(reported.value.problem).remedy
    assert "\n" not in str(reported.value)


def test_the_file_that_the_system_names_is_reported() -> None:
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "folder/plots/a.svg")
    assert str(unwritable(Path("folder"), error)).startswith("folder/plots/a.svg cannot be written")
