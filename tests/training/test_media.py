"""Pictures, sounds and texts as they are read."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
import soundfile

from mmdesk.core.errors import MediaError
from mmdesk.training.media import load_audio, load_image, load_text


@pytest.mark.parametrize("ending", [".jpg", ".png"])
def test_twenty_megapixels_come_small(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"groß 大{ending}"
    path.write_bytes(cv2.imencode(ending, np.full((3840, 5120, 3), (10, 20, 200), np.uint8))[1].tobytes())
    frame_rgb = load_image(path)
    assert frame_rgb.shape == (960, 1280, 3)
    assert frame_rgb.dtype == np.uint8
    assert np.abs(frame_rgb.mean(axis=(0, 1)) - (200, 20, 10)).max() < 3


def test_transparency_is_laid_on_white_and_grey_becomes_three_channels(tmp_path: Path) -> None:
    clear = np.zeros((4, 5, 4), np.uint8)
    clear[:2] = (0, 0, 255, 255)
    cv2.imwrite(str(tmp_path / "clear.png"), clear)
    cv2.imwrite(str(tmp_path / "grey.png"), np.full((4, 5), 30000, np.uint16))
    frame_rgb = load_image(tmp_path / "clear.png")
    assert frame_rgb[0, 0].tolist() == [255, 0, 0]
    assert frame_rgb[3, 0].tolist() == [255, 255, 255]
    assert set(load_image(tmp_path / "grey.png").ravel().tolist()) == {30000 >> 8}


def test_a_picture_that_claims_to_be_vast_is_refused(tmp_path: Path) -> None:
    content = bytearray(cv2.imencode(".png", np.zeros((2, 2, 3), np.uint8))[1].tobytes())
    content[16:24] = (60_000).to_bytes(4, "big") * 2
    (tmp_path / "bomb.png").write_bytes(content)
    with pytest.raises(MediaError, match="too many"):
        load_image(tmp_path / "bomb.png")


@pytest.mark.parametrize("content", [b"", b"not a medium", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WAVE"])
def test_unreadable_files_are_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "some file"
    path.write_bytes(content)
    for load in (load_image, load_audio):
        with pytest.raises(MediaError, match="some file"):
            load(path)


def test_sound_becomes_mono_at_16_khz(tmp_path: Path) -> None:
    wave = np.sin(2 * np.pi * 440 * np.arange(44_100) / 44_100).astype(np.float32)
    soundfile.write(tmp_path / "a.flac", np.stack([wave, np.zeros_like(wave)], axis=1), 44_100)
    wave_mono = load_audio(tmp_path / "a.flac")
    assert wave_mono.shape == (16_000,)
    assert wave_mono.dtype == np.float32
    assert np.abs(wave_mono).max() == pytest.approx(0.5, abs=0.02)


def test_empty_and_nan_sounds_are_refused(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "nan.wav", np.array([0.0, np.nan], np.float32), 16_000, subtype="FLOAT")
    soundfile.write(tmp_path / "none.wav", np.zeros(0, np.float32), 16_000)
    with pytest.raises(MediaError, match="not numbers"):
        load_audio(tmp_path / "nan.wav")
    with pytest.raises(MediaError, match="empty"):
        load_audio(tmp_path / "none.wav")


def test_texts_are_cleaned_but_not_changed() -> None:
    assert load_text(" e\u0301te\u0301\t\n \x00 Là ") == "été Là"
    assert load_text("नमस्ते 喵") == "नमस्ते 喵"
    assert load_text(" \t\n") is None
