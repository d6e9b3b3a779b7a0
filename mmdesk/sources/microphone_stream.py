"""One open microphone: its callback, its conversion to mono at 16 kHz, and the account of what was lost."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.clock import Clock
from mmdesk.core.errors import SourceError
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.problem import Problem
from mmdesk.sources.portaudio import InputDevice

log = logging.getLogger(__name__)

BLOCK_S = 0.02
"""PortAudio left to itself gives blocks of 1 to 34 frames."""

_UNAVAILABLE = -9985  # paDeviceUnavailable
_LOSS_WINDOW_S = 2.0
_LOSS_S = 0.06


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """What one callback was given.

    Attributes:
        samples: (N, channels) float32.
        time_s: When the callback ran.
        overflow: Whether PortAudio says that sound before this block was lost.
    """

    samples: NDArray[np.float32]
    time_s: float
    overflow: bool


class SoundStream:
    """A started PortAudio stream.

    Args:
        sounddevice: The module.
        device: What to open.
        rate_hz: Rate to open it at.
        channels: Channels to ask for.
        clock: Stamps the blocks.

    Attributes:
        blocks: Filled by the callback on PortAudio's thread; None says that the stream has ended.
    """

    def __init__(self, sounddevice: Any, device: InputDevice, rate_hz: float, channels: int, clock: Clock) -> None:
        self.rate_hz = rate_hz
        self.blocks: SimpleQueue[Block | None] = SimpleQueue()
        blocks = self.blocks

        def on_block(indata: NDArray[np.float32], _frames: int, _time: object, status: Any) -> None:
            # indata is PortAudio's own memory, gone after the return.
            blocks.put(Block(indata.copy(), clock(), bool(status.input_overflow)))

        self._handle = sounddevice.InputStream(
            samplerate=rate_hz,
            blocksize=round(rate_hz * BLOCK_S),
            device=device.index,
            channels=channels,
            dtype="float32",
            callback=on_block,
            finished_callback=lambda: blocks.put(None),
        )
        try:
            self._handle.start()
        except Exception:
            self._handle.close(ignore_errors=True)
            raise

    @property
    def active(self) -> bool:
        """Whether PortAudio believes that the stream runs; a hung one does so too."""
        return bool(self._handle.active)

    def close(self) -> None:
        """Stop at once, without waiting for buffers. May block for ever when the driver hangs."""
        self._handle.close(ignore_errors=True)


def open_stream(sounddevice: Any, device: InputDevice, clock: Clock) -> SoundStream:
    """Open a device at 16 kHz mono where it allows that, else as near as it allows.

    Raises:
        SourceError: It refuses everything.
    """
    stereo = min(device.channels, 2)
    formats = [
        (float(SAMPLE_RATE_HZ), 1),
        (float(SAMPLE_RATE_HZ), stereo),
        (device.rate_hz, 1),
        (device.rate_hz, stereo),
    ]
    # Some interfaces with many inputs open with all of them or not at all.
    formats.append((device.rate_hz, device.channels))
    refusal: Exception | None = None
    for rate_hz, channels in dict.fromkeys(formats):
        try:
            return SoundStream(sounddevice, device, rate_hz, channels, clock)
        except (sounddevice.PortAudioError, ValueError) as error:
            log.info("%s at %g Hz × %d: %s", device.name, rate_hz, channels, error)
            refusal = error
            if error.args[1:2] == (_UNAVAILABLE,):
                break
    if refusal is not None and refusal.args[1:2] == (_UNAVAILABLE,):
        raise SourceError(Problem("microphone.in_use", name=device.name)) from refusal
    raise SourceError(Problem("microphone.cannot_open", name=device.name)) from refusal


class Resampler:
    """Turns blocks of one stream into mono at 16 kHz. One thread owns it."""

    def __init__(self, rate_hz: float) -> None:
        self._stream: Any = None
        if rate_hz != SAMPLE_RATE_HZ:
            import soxr

            self._stream = soxr.ResampleStream(rate_hz, SAMPLE_RATE_HZ, 1, dtype="float32", quality="HQ")

    def convert(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """(N, channels) at the stream's rate to (n,) at 16 kHz in [-1, 1]; n varies and may be 0."""
        mono = samples[:, 0] if samples.shape[1] == 1 else samples.mean(axis=1, dtype=np.float32)
        if self._stream is not None:
            mono = self._stream.resample_chunk(np.ascontiguousarray(mono))
        return np.clip(mono, -1.0, 1.0).astype(np.float32, copy=False)


class LossCounter:
    """Counts stretches of sound that never arrived.

    PortAudio's overflow flag is not always raised, so samples are also compared with elapsed time: their lag
    jitters upwards when a callback is late, but its minimum over two seconds rises only when samples are missing.
    """

    def __init__(self, rate_hz: float) -> None:
        self._rate_hz = rate_hz
        self._received = 0
        self._window_start_s: float | None = None
        self._lag_s = float("inf")
        self._previous_lag_s = float("inf")
        self._flags = self._previous_flags = 0

    def count(self, block: Block) -> int:
        """Account for the next block; return how many losses it reveals, 0 as a rule."""
        self._received += len(block.samples)
        self._flags += block.overflow
        if self._window_start_s is None:
            self._window_start_s = block.time_s
        self._lag_s = min(self._lag_s, block.time_s - self._received / self._rate_hz)
        lost = int(block.overflow)
        if block.time_s - self._window_start_s >= _LOSS_WINDOW_S:
            silent = self._flags == 0 and self._previous_flags == 0
            if silent and self._lag_s - self._previous_lag_s > _LOSS_S:
                lost += 1
            self._previous_lag_s, self._lag_s = self._lag_s, float("inf")
            self._previous_flags, self._flags = self._flags, 0
            self._window_start_s = block.time_s
        return lost
