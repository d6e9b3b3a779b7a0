"""Sounds: any rate and any number of channels, streamed, and cut to what is said as the live program cuts it."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from math import inf
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.errors import MediaError
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.problem import Problem
from mmdesk.sources.files.kinds import check_readable, not_read
from mmdesk.sources.files.quiet import quiet_natives

LONGEST_AUDIO_S = 600.0
"""Longer recordings are refused: nobody would know which word in them is meant."""

_BLOCK_VALUES = 1 << 16
"""Of all channels together: what is held of a file at its own rate, 256 KiB."""

_SOUGHT_IN = frozenset({"FLAC", "WAV"})
"""Where libsndfile finds a sample exactly; in lossy formats it lands beside it, or decodes it a little differently."""

_UNKNOWN_FRAMES = 1 << 62  # libsndfile says the largest number there is where a file does not tell


def read_speech(path: Path) -> NDArray[np.float32]:
    """Return a sound file as an encoder gets it: cut to what is said where it is longer than two seconds.

    The cut is `mmdesk.sources.speech.cut_utterance`'s, with the live program's margins.

    Returns:
        wave_mono (N,) float32 at 16 kHz in [-1, 1], N ≤ 32000, read-only.

    Raises:
        MediaError: As `read_wave`.
    """
    from mmdesk.sources.speech import MAX_SAMPLES, cut_utterance

    wave_mono = read_wave(path)
    if len(wave_mono) <= MAX_SAMPLES:
        return wave_mono
    cut = np.ascontiguousarray(cut_utterance(wave_mono), np.float32).copy()
    cut.flags.writeable = False
    return cut


def read_wave(path: Path) -> NDArray[np.float32]:
    """Return the whole of a sound file; channels are averaged. Memory goes with the length in seconds alone.

    Returns:
        wave_mono (N,) float32 at 16 kHz in [-1, 1], N ≥ 1, read-only.

    Raises:
        MediaError: If there is no such file, it is no sound or damaged, empty, too long, or holds values that are not
            numbers.
    """
    with _opened(path) as file:
        length_s = _length_s(file)
        if length_s is not None:
            _check_length(path, length_s, LONGEST_AUDIO_S)
        parts = list(_resampled(file, path, LONGEST_AUDIO_S))
    wave_mono = np.concatenate(parts) if parts else np.zeros(0, np.float32)
    if not wave_mono.size:
        raise MediaError(Problem("sound.empty", path=path))
    wave_mono.flags.writeable = False
    return wave_mono


def stream_wave(path: Path, first_sample: int = 0) -> Generator[NDArray[np.float32]]:
    """Decode a sound file of any length while it is iterated over; some seconds of it are held, however long it is.

    Args:
        path: The file.
        first_sample: Where to begin, in samples at 16 kHz. FLAC and WAV at that rate are sought in; others are decoded
            up to there, so that the samples are the same from wherever one begins.

    Yields:
        wave_mono (n,) float32 at 16 kHz in [-1, 1]; the same samples as `read_wave`'s.

    Raises:
        MediaError: As `read_wave`, but for the length; of damage and of what is no number when it is come to.
    """
    with _opened(path) as file:
        if not file.frames:
            raise MediaError(Problem("sound.empty", path=path))
        skipped = first_sample
        if file.samplerate == SAMPLE_RATE_HZ and file.format in _SOUGHT_IN and _length_s(file) is not None:
            _seek(file, path, min(first_sample, int(file.frames)))
            skipped = 0
        for block in _resampled(file, path):
            left_off = min(skipped, len(block))
            skipped -= left_off
            if left_off < len(block):
                yield block[left_off:]


class SoundHead(NamedTuple):
    """What a sound file says of itself; its length in seconds is None where it does not tell."""

    rate_hz: int
    channels: int
    length_s: float | None


def sound_head(path: Path) -> SoundHead:
    """Return what stands at the head of a sound file; nothing is decoded.

    Raises:
        MediaError: If there is no such file or it is no sound.
    """
    with _opened(path) as file:
        return SoundHead(int(file.samplerate), int(file.channels), _length_s(file))


def file_name(path: Path) -> str | bytes:
    """What libsndfile is given: text on Windows, bytes elsewhere, because not every name is UTF-8."""
    return str(path) if os.name == "nt" else os.fsencode(path)


def _opened(path: Path) -> Any:
    """A `soundfile.SoundFile`, to be closed."""
    check_readable(path)
    import soundfile

    try:
        with quiet_natives():
            return soundfile.SoundFile(file_name(path))
    except (soundfile.SoundFileError, OSError, ValueError, TypeError, RuntimeError):
        raise MediaError(not_read(path) or Problem("sound.not_one", path=path)) from None


def _length_s(file: Any) -> float | None:
    return None if file.frames >= _UNKNOWN_FRAMES else float(file.frames / file.samplerate)


def _seek(file: Any, path: Path, frame: int) -> None:
    import soundfile

    try:
        with quiet_natives():
            file.seek(frame)
    except (soundfile.SoundFileError, RuntimeError):
        raise MediaError(Problem("sound.damaged", path=path)) from None


def _resampled(file: Any, path: Path, most_s: float = inf) -> Iterator[NDArray[np.float32]]:
    """Yield a `soundfile.SoundFile` block by block as mono at 16 kHz in [-1, 1]; refuse one of more than ``most_s``."""
    import soxr

    rate = int(file.samplerate)
    stream = None if rate == SAMPLE_RATE_HZ else soxr.ResampleStream(rate, SAMPLE_RATE_HZ, 1, dtype="float32")
    for mono in _blocks(file, path, most_s):
        yield mono if stream is None else _clipped(stream.resample_chunk(mono))
    if stream is not None:
        yield _clipped(stream.resample_chunk(np.zeros(0, np.float32), last=True))


def _clipped(wave_mono: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.clip(np.asarray(wave_mono, np.float32), -1.0, 1.0)


def _blocks(file: Any, path: Path, most_s: float) -> Iterator[NDArray[np.float32]]:
    """Yield the file's own samples, averaged over the channels."""
    import soundfile

    frames = max(1, _BLOCK_VALUES // file.channels)
    count = 0
    while True:
        try:
            with quiet_natives():
                block = file.read(frames, dtype="float32", always_2d=True)
        except (soundfile.SoundFileError, RuntimeError):
            raise MediaError(Problem("sound.damaged", path=path)) from None
        if not len(block):
            return
        if not np.isfinite(block).all():
            raise MediaError(Problem("sound.not_finite", path=path))
        np.clip(block, -1.0, 1.0, out=block)  # a file of floats may hold any
        count += len(block)
        _check_length(path, count / file.samplerate, most_s)
        yield block.mean(axis=1, dtype=np.float32)


def _check_length(path: Path, length_s: float, most_s: float) -> None:
    if length_s > most_s:
        raise MediaError(Problem("sound.long", path=path, most_min=most_s / 60))
