"""Sounds as they are read from files, whoever reads them."""

from __future__ import annotations

import struct
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr

from mmdesk.app.predict import observe
from mmdesk.core.errors import MediaError
from mmdesk.core.modality import Modality
from mmdesk.core.observation import Reason
from mmdesk.sources.files import LONGEST_AUDIO_S, read_speech, read_wave, stream_wave
from mmdesk.training.dataset import read_dataset
from mmdesk.training.media import load_audio
from mmdesk.training.samples import Samples
from tests.three_inputs import AUDIO, values

RATE_HZ = 16_000


def said_first(seconds: float = 5.0) -> np.ndarray:
    """A warbling voice for one second, then next to nothing."""
    times_s = np.arange(RATE_HZ) / RATE_HZ
    voice = sum(np.sin(2 * np.pi * 140 * k * times_s + 0.3 * np.sin(10 * np.pi * times_s)) / k for k in range(1, 8))
    wave = 1e-4 * np.random.default_rng(0).standard_normal(round(seconds * RATE_HZ))
    wave[:RATE_HZ] += 0.2 * voice * (0.5 + 0.5 * np.sin(8 * np.pi * times_s))
    return wave.astype(np.float32)


def test_a_word_at_the_start_of_a_long_recording_is_trained_on_as_it_is_predicted_from(tmp_path: Path) -> None:
    for label in "ab":
        (tmp_path / label).mkdir()
        for number in range(2):
            soundfile.write(tmp_path / label / f"{number}.wav", said_first(), RATE_HZ)
    dataset = read_dataset(tmp_path)
    trained = Samples(dataset).raw(0, AUDIO)
    audio = observe(dataset.samples[0].values).input_of("audio")
    assert audio is not None
    np.testing.assert_array_equal(trained, audio.wave_mono)
    assert len(trained) <= 2 * RATE_HZ
    assert np.square(trained).sum() > 0.95 * np.square(said_first()[:RATE_HZ]).sum()
    assert load_audio is read_speech


def test_two_seconds_and_less_stay_whole(tmp_path: Path) -> None:
    wave = said_first(2.0)
    soundfile.write(tmp_path / "a.wav", wave, RATE_HZ, subtype="FLOAT")
    np.testing.assert_array_equal(read_speech(tmp_path / "a.wav"), wave)


@pytest.mark.parametrize("rate_hz", [7, 8_000, 44_100, 192_000])
def test_streamed_is_as_if_read_at_once(tmp_path: Path, rate_hz: int, monkeypatch: pytest.MonkeyPatch) -> None:
    wave = np.random.default_rng(1).uniform(-0.5, 0.5, (max(8, 2 * rate_hz), 3)).astype(np.float32)
    soundfile.write(tmp_path / "a.wav", wave, rate_hz, subtype="FLOAT")
    monkeypatch.setattr("mmdesk.sources.files.sounds._BLOCK_VALUES", 3_000)
    whole = soxr.resample(wave.mean(axis=1, dtype=np.float32), rate_hz, RATE_HZ).clip(-1, 1)
    streamed = read_wave(tmp_path / "a.wav")
    assert streamed.shape == whole.shape
    np.testing.assert_allclose(streamed, whole, atol=1e-5)
    assert not streamed.flags.writeable


def test_memory_goes_with_seconds_not_with_channels_and_rate(tmp_path: Path) -> None:
    with soundfile.SoundFile(tmp_path / "wide.flac", "w", 192_000, 8, "PCM_16") as file:
        for _ in range(20):
            file.write(np.zeros((192_000, 8), np.int16))
    read_wave(tmp_path / "wide.flac")  # libraries are imported
    tracemalloc.start()
    try:
        assert len(read_wave(tmp_path / "wide.flac")) == 20 * RATE_HZ
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 30e6  # 123 MB decoded


def test_a_recording_that_is_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    soundfile.write(tmp_path / "a.wav", np.zeros(3_000), 1_000)
    assert LONGEST_AUDIO_S == 600
    monkeypatch.setattr("mmdesk.sources.files.sounds.LONGEST_AUDIO_S", 2.9)
    with pytest.raises(MediaError, match=r"a\.wav: this sound lasts longer .* Cut out"):
        read_wave(tmp_path / "a.wav")
    assert sum(map(len, stream_wave(tmp_path / "a.wav"))) == 3 * RATE_HZ


def test_what_is_no_number_is_refused_whoever_reads(tmp_path: Path) -> None:
    for name, value in (("nan", np.nan), ("inf", np.inf)):
        soundfile.write(tmp_path / f"{name}.wav", np.array([0.0, value], np.float32), RATE_HZ, subtype="FLOAT")
        for read in (load_audio, lambda path: observe(values(audio=path))):
            with pytest.raises(MediaError, match=rf"{name}\.wav: .*not numbers"):
                read(tmp_path / f"{name}.wav")


def test_loud_floats_are_bounded(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", np.array([3e38, -3e38, 0.25], np.float32), RATE_HZ, subtype="FLOAT")
    assert read_wave(tmp_path / "a.wav").tolist() == [1.0, -1.0, 0.25]


def test_empty_is_refused_and_silence_is_absent(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "none.wav", np.zeros(0), RATE_HZ)
    soundfile.write(tmp_path / "silent.wav", np.zeros(8_000), RATE_HZ)
    for read in (load_audio, lambda path: observe(values(audio=path))):
        with pytest.raises(MediaError, match=r"none\.wav: this sound is empty"):
            read(tmp_path / "none.wav")
    with pytest.raises(MediaError, match=r"none\.wav: this sound is empty"):
        next(stream_wave(tmp_path / "none.wav"))
    assert observe(values(audio=tmp_path / "silent.wav")).presence(Modality.AUDIO).reason is Reason.SILENCE


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.m4a", b"\0\0\0\x18ftypM4A ", "sounds in MP4 (AAC, ALAC) format are not supported. Save it as WAV or FLAC."),
        (
            "no ending",
            b"\0\0\0\x18ftypM4A ",
            "sounds in MP4 (AAC, ALAC) format are not supported. Save it as WAV or FLAC.",
        ),
        ("a.wma", b"\x30\x26\xb2\x75", "sounds in Windows Media format are not supported. Save it as WAV or FLAC."),
        ("a.wav", b"RIFF\0\0\0\0WAVE", "this is not a sound that can be read. Save it as WAV or FLAC."),
        ("a.mp3", b"", "this file is empty. Export it again, or leave its cell blank."),
    ],
)
def test_what_is_no_sound_is_named(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(MediaError) as caught:
        read_speech(tmp_path / name)
    assert str(caught.value) == f"{tmp_path / name}: {says}"


def test_a_torn_mp3_says_nothing_of_its_own(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    frame = b"\xff\xfb\x90\x64" + bytes(413)  # MPEG-1 layer III, 128 kbit/s, 44.1 kHz
    (tmp_path / "a.mp3").write_bytes(frame * 6 + struct.pack(">I", 0xFFFB9064) + b"\xff" * 700 + frame * 2)
    try:
        read_wave(tmp_path / "a.mp3")
    except MediaError as error:
        assert "a.mp3" in str(error)  # noqa: PT017 - whether it plays is libsndfile's business; that it is quiet, ours
    assert capfd.readouterr() == ("", "")
