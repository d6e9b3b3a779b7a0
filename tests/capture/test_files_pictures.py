"""Pictures as they are read from files, whoever reads them."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from mmdesk.app.predict import observe
from mmdesk.core.errors import MediaError
from mmdesk.sources.files import MOST_PIXELS, read_image
from mmdesk.training.dataset import read_dataset
from mmdesk.training.media import load_image
from mmdesk.training.samples import Samples
from tests.three_inputs import IMAGE

ORIENTATION = 0x0112


def corner_marked(height: int = 40, width: int = 60) -> np.ndarray:
    """A white picture, black in its upper left quarter."""
    picture = np.full((height, width, 3), 255, np.uint8)
    picture[: height // 2, : width // 2] = 0
    return picture


def test_there_is_one_reader() -> None:
    assert load_image is read_image


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif", "tif"])
@pytest.mark.parametrize(
    ("mark", "corner"),
    [(1, (0, 0)), (2, (0, -1)), (3, (-1, -1)), (4, (-1, 0)), (5, (0, 0)), (6, (0, -1)), (7, (-1, -1)), (8, (-1, 0))],
)
def test_a_picture_comes_upright(tmp_path: Path, ending: str, mark: int, corner: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = mark
    Image.fromarray(corner_marked()).save(tmp_path / f"a.{ending}", exif=exif, quality=95)
    frame_rgb = read_image(tmp_path / f"a.{ending}")
    assert frame_rgb.shape == ((60, 40, 3) if mark >= 5 else (40, 60, 3))
    dark = [at for at in ((0, 0), (0, -1), (-1, 0), (-1, -1)) if frame_rgb[at].mean() < 128]
    assert dark == [corner]


def test_a_damaged_mark_leaves_the_picture_as_it_is(tmp_path: Path) -> None:
    Image.fromarray(corner_marked()).save(tmp_path / "a.jpg", exif=b"Exif\0\0MM\0*\0\0\xff\xff")
    assert read_image(tmp_path / "a.jpg").shape == (40, 60, 3)


def _transparent(mode: str) -> Image.Image:
    """Half black, half clear."""
    picture = Image.fromarray(np.zeros((20, 40, 4), np.uint8))
    picture.paste((0, 0, 0, 255), (0, 0, 20, 20))
    if mode == "P":
        flat = Image.new("P", (40, 20), 1)
        flat.putpalette([0, 0, 0, 0, 0, 0])
        flat.paste(0, (0, 0, 20, 20))
        flat.info["transparency"] = 1
        return flat
    return picture.convert(mode)


@pytest.mark.parametrize(
    ("mode", "ending"), [("RGBA", "png"), ("LA", "png"), ("P", "png"), ("P", "gif"), ("RGBA", "webp"), ("RGBA", "tif")]
)
def test_transparency_is_laid_on_white(tmp_path: Path, mode: str, ending: str) -> None:
    picture = _transparent(mode)
    keep = {"lossless": True} if ending == "webp" else {}
    keep |= {"transparency": 1} if mode == "P" else {}
    picture.save(tmp_path / f"a.{ending}", **keep)
    frame_rgb = read_image(tmp_path / f"a.{ending}")
    assert frame_rgb[:, :20].max() == 0
    assert frame_rgb[:, 20:].min() == 255


def _png(width: int, height: int, depth: int, colour: int, rows: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    parts = [(b"IHDR", head), *chunks, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, content) for kind, content in parts)


def test_sixteen_bits_keep_their_upper_byte_and_a_clear_value_is_white(tmp_path: Path) -> None:
    rows = b"\0" + struct.pack(">HHH", 30_000, 60_000, 500)
    (tmp_path / "grey.png").write_bytes(_png(3, 1, 16, 0, rows))
    (tmp_path / "clear.png").write_bytes(_png(3, 1, 16, 0, rows, (b"tRNS", struct.pack(">H", 500))))
    assert read_image(tmp_path / "grey.png")[0, :, 0].tolist() == [30_000 >> 8, 60_000 >> 8, 500 >> 8]
    assert read_image(tmp_path / "clear.png")[0, :, 0].tolist() == [30_000 >> 8, 60_000 >> 8, 255]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0.0, 0.5, 1.0], [0, 128, 255]),
        ([0.0, 10.0, 255.0], [0, 10, 255]),
        ([-2.0, 0.0, 2.0], [0, 128, 255]),
        ([5e5, 5e5, 5e5], [0, 0, 0]),
    ],
)
def test_floats_are_brought_to_bytes(tmp_path: Path, values: list[float], expected: list[int]) -> None:
    Image.fromarray(np.array([values], np.float32)).save(tmp_path / "a.tif")
    assert read_image(tmp_path / "a.tif")[0, :, 1].tolist() == expected


def test_floats_that_are_no_numbers_are_refused(tmp_path: Path) -> None:
    Image.fromarray(np.array([[0.0, np.nan]], np.float32)).save(tmp_path / "a.tif")
    with pytest.raises(MediaError, match=r"a\.tif: this picture contains values that are not numbers"):
        read_image(tmp_path / "a.tif")


@pytest.mark.parametrize("mode", ["1", "L", "CMYK", "YCbCr", "LAB"])
def test_every_kind_of_colour_becomes_rgb(tmp_path: Path, mode: str) -> None:
    Image.fromarray(np.full((9, 7, 3), 255, np.uint8)).convert(mode).save(tmp_path / "a.tif")
    frame_rgb = read_image(tmp_path / "a.tif")
    assert frame_rgb.shape == (9, 7, 3)
    assert frame_rgb.min() >= 250
    assert not frame_rgb.flags.writeable


@pytest.mark.parametrize("ending", ["gif", "webp", "png", "tif"])
def test_the_first_frame_counts(tmp_path: Path, ending: str) -> None:
    first, *others = [Image.new("RGB", (8, 8), colour) for colour in ("red", "lime", "blue")]
    keep = {"lossless": True} if ending == "webp" else {}
    first.save(tmp_path / f"a.{ending}", save_all=True, append_images=others, **keep)
    assert read_image(tmp_path / f"a.{ending}")[4, 4].tolist() == [255, 0, 0]


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
def test_a_large_picture_comes_small(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"groß 大.{ending}"
    slope = np.linspace(0, 255, 2051, dtype=np.float32).astype(np.uint8)
    picture = np.broadcast_to(slope[None, :, None], (1543, 2051, 3))
    Image.fromarray(np.ascontiguousarray(picture)).save(path, quality=95)
    frame_rgb = read_image(path)
    assert frame_rgb.shape == (386, 513, 3)  # a quarter, rounded up
    assert frame_rgb.mean() == pytest.approx(picture.mean(), abs=1)
    assert frame_rgb[:, 256].mean() == pytest.approx(127, abs=3)


def _vast(path: Path, side: int) -> None:
    """Write a small file whose header claims a picture of side × side."""
    kind = path.suffix.removeprefix(".")
    picture = Image.new("1" if kind in {"tif", "bmp"} else "RGB", (2, 2))
    if kind == "png":
        path.write_bytes(_png(side, side, 1, 0, b""))
        return
    if kind == "ppm":
        path.write_bytes(f"P6\n{side} {side}\n255\n".encode() + bytes(12))
        return
    picture.save(path, lossless=True)
    content = bytearray(path.read_bytes())
    if kind == "jpg":
        struct.pack_into(">HH", content, content.index(b"\xff\xc0") + 5, side, side)
    elif kind == "tif":
        for tag in (256, 257):
            at = content.index(struct.pack("<H", tag), 8)
            struct.pack_into("<HHII", content, at, tag, 4, 1, side)
    elif kind == "webp":
        at = content.index(b"VP8L") + 9
        flags = int.from_bytes(content[at : at + 4], "little") >> 28 << 28
        struct.pack_into("<I", content, at, flags | (side - 1) | (side - 1) << 14)
    else:
        struct.pack_into(*{"gif": ("<HH", content, 6), "bmp": ("<II", content, 18)}[kind], side, side)
    path.write_bytes(content)


@pytest.mark.parametrize("kind", ["png", "gif", "bmp", "tif", "webp", "ppm", "jpg"])
def test_a_picture_that_claims_to_be_vast_is_refused_by_its_header(tmp_path: Path, kind: str) -> None:
    side = 16_383 if kind == "webp" else 60_000
    assert side * side > MOST_PIXELS
    _vast(tmp_path / f"bomb.{kind}", side)
    with pytest.raises(MediaError, match=rf"bomb\.{kind}: .*too many"):
        read_image(tmp_path / f"bomb.{kind}")


@pytest.mark.parametrize(
    "content", [b"not a medium", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"II*\0\x08\0\0\0\xff\xff"]
)
def test_what_is_no_picture_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "some file").write_bytes(content)
    with pytest.raises(MediaError, match=r"some file: .* (PNG or JPEG|Export it again)\."):
        read_image(tmp_path / "some file")


def test_a_picture_that_is_cut_off_is_damaged(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (90, 90, 3), dtype=np.uint8)
    for ending in ("jpg", "png", "bmp", "webp", "tif"):
        path = tmp_path / f"a.{ending}"
        Image.fromarray(noise).save(path)
        path.write_bytes(path.read_bytes()[:2000])
        with pytest.raises(MediaError, match=rf"a\.{ending}: "):
            read_image(path)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.heic", b"\0\0\0\x18ftypheic", "pictures in HEIC format are not supported. Save it as PNG or JPEG"),
        ("no ending", b"\0\0\0\x18ftypheic", "pictures in HEIC format are not supported. Save it as PNG or JPEG"),
        ("several.jpg", b"\0\0\0\x18ftypmsf1", "pictures in HEIC format are not supported. Save it as PNG or JPEG"),
        ("a.svg", b"<svg></svg>", "pictures in SVG format are not supported. Save it as PNG or JPEG"),
        ("wrong.png", b"%PDF-1.7", "pictures in PDF format are not supported. Save it as PNG or JPEG"),
        ("a.mp4", b"\0\0\0\x18ftypisom", "videos are not supported. Save one of its pictures as PNG or JPEG"),
        ("a.nef", b"II*\0", "pictures in RAW format are not supported. Save it as PNG or JPEG"),
    ],
)
def test_kinds_that_are_not_read_are_named_with_a_remedy(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(MediaError) as caught:
        read_image(tmp_path / name)
    assert str(caught.value).startswith(f"{tmp_path / name}: {says}")


def test_a_raw_picture_is_not_taken_for_its_thumbnail(tmp_path: Path) -> None:
    Image.new("RGB", (160, 120)).save(tmp_path / "a.tif")
    (tmp_path / "a.tif").rename(tmp_path / "a.DNG")
    with pytest.raises(MediaError, match="pictures in RAW format"):
        read_image(tmp_path / "a.DNG")


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "empty.png").touch()
    with pytest.raises(MediaError, match=r"empty\.png: this file is empty"):
        read_image(tmp_path / "empty.png")
    for path in (tmp_path / "gone.png", tmp_path / ("x" * 300), Path("a\0b")):
        with pytest.raises(MediaError, match="there is no such file"):
            read_image(path)
    with pytest.raises(MediaError, match="this is a folder, not a file"):
        read_image(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="devices and pipes among the files")
def test_devices_and_pipes_are_no_files_and_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    for path in (tmp_path / "pipe.png", Path("/dev/zero")):
        with pytest.raises(MediaError, match="this is a device or a pipe, not a file"):
            read_image(path)


def test_training_and_predicting_see_the_same_pixels(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    for label in "ab":
        (tmp_path / label).mkdir()
        for number, side in enumerate((64, 300, 700, 1100)):
            noise = rng.integers(0, 256, (side, side + 9, 3), dtype=np.uint8)
            Image.fromarray(noise).save(tmp_path / label / f"{number}.png")
    dataset = read_dataset(tmp_path)
    samples = Samples(dataset)
    for index, sample in enumerate(dataset.samples):
        image = observe(sample.values).input_of("image")
        assert image is not None
        np.testing.assert_array_equal(samples.raw(index, IMAGE), image.frame_rgb)
