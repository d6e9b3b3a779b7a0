"""Finished videos: what is put in comes out, sound included, and what is not finished leaves nothing."""

from __future__ import annotations

import os
from pathlib import Path

import cv2
import numpy as np
import pytest

from mmdesk.core.errors import OutputError
from mmdesk.core.files import clear_scratch, scratch_beside
from mmdesk.core.output import check_output_file
from mmdesk.engine import webm
from mmdesk.engine.film import Film

SIZE_PX, FPS = (320, 240), 15.0
PICTURES = 80


def picture(number: int) -> np.ndarray:
    return np.full((SIZE_PX[1], SIZE_PX[0], 3), (10, 40 + 2 * number, 90), np.uint8)


def wave(number: int) -> np.ndarray:
    count = round(16_000 * (number + 1) / FPS) - round(16_000 * number / FPS)
    return (0.4 * np.sin(2 * np.pi * 440 * np.arange(count) / 16_000)).astype(np.float32)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "film.webm"
    with Film(path, SIZE_PX, FPS) as film:
        for number in range(PICTURES):
            film.add_picture(picture(number))
            film.add_sound(wave(number))
        film.close()
    return path


def elements(content: bytes, parents: frozenset[int]) -> list[tuple[int, bytes]]:
    """Take EBML apart after RFC 8794, into those inside these too."""
    found, place = [], 0
    while place < len(content):
        length = 9 - content[place].bit_length()
        number = int.from_bytes(content[place : place + length], "big")
        place += length
        length = 9 - content[place].bit_length()
        size = int.from_bytes(content[place : place + length], "big") - (1 << 7 * length)
        place += length
        inside = content[place : place + size]
        assert len(inside) == size
        found += elements(inside, parents) if number in parents else [(number, inside)]
        place += size
    return found


def test_pictures_come_out_as_they_went_in_and_when(film: Path) -> None:
    capture = cv2.VideoCapture(str(film))
    assert capture.get(cv2.CAP_PROP_FPS) == pytest.approx(FPS, rel=0.01)
    for number in range(PICTURES):
        done, bgr = capture.read()
        assert done
        assert np.median(bgr[..., ::-1], axis=(0, 1)) == pytest.approx(picture(number)[0, 0].astype(float), abs=6)
    assert not capture.read()[0]
    capture.release()
    assert [path.name for path in film.parent.iterdir()] == ["film.webm"], "nothing it was made of is left"


def test_sound_and_picture_stand_on_one_clock(film: Path) -> None:
    blocks: dict[int, list[int]] = {1: [], 2: []}
    cluster_ms, sizes = 0, []
    for number, content in elements(film.read_bytes(), frozenset({0x18538067, 0x1F43B675})):
        if number == 0xE7:
            cluster_ms = int.from_bytes(content, "big")
            sizes.append(cluster_ms)
        elif number == 0xA3:
            blocks[content[0] & 0x7F].append(cluster_ms + int.from_bytes(content[1:3], "big", signed=True))
    assert blocks[1] == [round(1000 * number / FPS) for number in range(PICTURES)]
    assert blocks[2] == sorted(blocks[2])
    assert set(np.diff(blocks[2])) == {20}
    assert blocks[2][-1] + 20 == pytest.approx(1000 * PICTURES / FPS, abs=60)
    assert len(sizes) >= 3, "clusters of two seconds, so that one can go anywhere in it"


def test_it_is_known_as_the_programs_own(film: Path) -> None:
    check_output_file(film)


def test_what_is_not_finished_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "film.webm"
    path.write_bytes(b"before")
    with Film(path, SIZE_PX, FPS) as film:
        film.add_picture(picture(0))
        film.add_sound(wave(0))
    assert [each.name for each in tmp_path.iterdir()] == ["film.webm"]
    assert path.read_bytes() == b"before"


def test_a_name_may_be_as_long_as_the_file_system_lets_it(tmp_path: Path) -> None:
    path = tmp_path / f"{'n' * 250}.webm"
    with Film(path, SIZE_PX, FPS) as film:
        film.add_picture(picture(0))
        film.close()
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_process_has_left_beside_it_can_be_cleared(tmp_path: Path) -> None:
    path = tmp_path / "film.webm"
    path.write_bytes(b"before")
    film = Film(path, SIZE_PX, FPS)
    film.add_picture(picture(0))
    table = scratch_beside(path, "csv")
    table.write_text("")
    (tmp_path / f".film-{os.getpid()}0.csv").write_text("another's")
    clear_scratch(path, os.getpid())
    assert sorted(each.name for each in tmp_path.iterdir()) == [f".film-{os.getpid()}0.csv", "film.webm"]
    film.discard()


@pytest.mark.parametrize("pictures_left", [10.5, 10])
def test_one_of_which_the_disk_has_not_taken_all_is_none(tmp_path: Path, pictures_left: float) -> None:
    with Film(tmp_path / "film.webm", SIZE_PX, FPS) as film:
        for number in range(20):
            film.add_picture(picture(number))
            film.add_sound(wave(number))
        film._writer.release()
        content, place = film._video.read_bytes(), 32
        for _ in range(10):
            place += 12 + int.from_bytes(content[place : place + 4], "little")
        film._video.write_bytes(content[: place + (14 if pictures_left > 10 else 0)])
        with pytest.raises(OutputError) as raised:
            film.close()
        assert raised.value.problem.code == "video.torn"
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as raised:
        Film(tmp_path / "missing" / "film.webm", SIZE_PX, FPS)
    assert "missing" in str(raised.value)


def test_a_video_without_sound_is_one_too(tmp_path: Path) -> None:
    with Film(tmp_path / "film.webm", SIZE_PX, FPS) as film:
        film.add_picture(picture(0))
        film.close()
    capture = cv2.VideoCapture(str(tmp_path / "film.webm"))
    assert capture.read()[0]
    capture.release()


@pytest.mark.parametrize(("first", "samples"), [(0, 480), (0x18, 2880), (0x60, 480), (0x80, 120), (0xF9, 1920)])
def test_how_long_a_packet_lasts(first: int, samples: int) -> None:
    assert webm._opus_samples(bytes((first, 0))) == samples


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.ivf").write_bytes(bytes(64))
    with pytest.raises(ValueError, match=r"x\.ivf is no VP8"):
        webm.write_webm(tmp_path / "x.webm", tmp_path / "x.ivf", None, SIZE_PX, FPS)
