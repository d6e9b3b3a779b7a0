"""Files that are replaced whole or not at all, with the rights that any new file gets."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mmdesk.core.files import fresh_file

posix = pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")


def write(path: Path, content: str) -> None:
    with fresh_file(path) as fresh:
        assert fresh.parent == path.parent
        assert fresh.suffix == path.suffix
        fresh.write_text(content, encoding="utf-8")


@posix
@pytest.mark.parametrize(("mask", "rights"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_rights_that_the_umask_leaves(tmp_path: Path, mask: int, rights: int) -> None:
    before = os.umask(mask)
    try:
        write(tmp_path / "new.txt", "content")
    finally:
        os.umask(before)
    assert (tmp_path / "new.txt").stat().st_mode & 0o777 == rights


@posix
def test_a_file_that_takes_anothers_place_has_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write(path, "new")
    assert path.read_text(encoding="utf-8") == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_block_that_fails_leaves_what_stood_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "kept.txt"
    path.write_text("old", encoding="utf-8")

    def fail() -> None:
        with fresh_file(path) as fresh:
            fresh.write_text("half", encoding="utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert [file.name for file in tmp_path.iterdir()] == ["kept.txt"]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_name_as_long_as_the_file_system_takes(tmp_path: Path) -> None:
    path = tmp_path / f"{'名' * 83}.txt"  # 253 bytes
    write(path, "content")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
