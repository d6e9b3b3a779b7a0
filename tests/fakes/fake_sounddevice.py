"""A stand-in for the sounddevice module that behaves as PortAudio was measured to behave.

Blocks are (frames, channels) float32 in memory that is overwritten after the callback; a raising callback ends
the stream; the list of devices is frozen at initialisation; a killed server ends streams without an error and
refuses new ones until the library is initialised again; a hung one stays "active" and blocks whoever closes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Any

import numpy as np
from numpy.typing import NDArray


class PortAudioError(Exception):
    """As sounddevice's: (text, code)."""


@dataclass(frozen=True)
class CallbackFlags:
    input_overflow: bool = False


@dataclass
class FakeDevice:
    """A sound input that hums at 440 Hz, the second channel in opposite phase at half the level.

    Attributes:
        formats: (rate, channels) pairs it opens with; None means any up to ``channels``.
    """

    name: str
    channels: int = 1
    rate_hz: float = 44_100.0
    formats: set[tuple[float, int]] | None = None
    busy: bool = False

    def accepts(self, rate_hz: float, channels: int) -> bool:
        return (rate_hz, channels) in self.formats if self.formats is not None else channels <= self.channels

    def sound(self, first: int, frames: int, rate_hz: float, channels: int) -> NDArray[np.float32]:
        tone = 0.2 * np.sin(2 * np.pi * 440 * (first + np.arange(frames)) / rate_hz)
        return (tone[:, None] * np.array([1.0, -0.5, 0.0, 0.0])[:channels]).astype(np.float32)


@dataclass
class FakeSoundDevice:
    """The module. ``plugged`` may change at any time; streams see it after the next initialisation."""

    plugged: list[FakeDevice] = field(default_factory=lambda: [FakeDevice("Desk microphone")])
    PortAudioError: type[PortAudioError] = PortAudioError

    def __post_init__(self) -> None:
        self.streams: list[InputStream] = []
        self.initialisations = 0
        self.skip_samples = 0  # lost without a flag before the next block
        self.overflow_next = False
        self._server_up = Event()
        self._server_up.set()
        self._answering = Event()
        self._answering.set()
        self._stale = False
        self._listed = list(self.plugged)

    # ---- what happens to the machine ----

    def kill_server(self) -> None:
        self._server_up.clear()
        self._stale = True
        for stream in list(self.streams):
            stream.end()

    def restart_server(self) -> None:
        self._server_up.set()

    def freeze(self) -> None:
        self._answering.clear()

    def thaw(self) -> None:
        self._answering.set()

    def wait_answer(self) -> None:
        self._answering.wait()

    @property
    def answering(self) -> bool:
        return self._answering.is_set()

    # ---- the module's own functions ----

    def _initialize(self) -> None:
        self.wait_answer()
        self.initialisations += 1
        self._stale = not self._server_up.is_set()
        self._listed = list(self.plugged) if self._server_up.is_set() else []

    def _terminate(self) -> None:
        self.wait_answer()
        if self.streams:
            raise AssertionError("terminated under an open stream")
        self._listed = []

    def query_hostapis(self) -> tuple[dict[str, Any], ...]:
        return ({"name": "ALSA", "default_input_device": 0 if self._listed else -1},)

    def query_devices(self) -> list[dict[str, Any]]:
        return [
            {
                "name": device.name,
                "index": index,
                "hostapi": 0,
                "max_input_channels": device.channels,
                "default_samplerate": device.rate_hz,
            }
            for index, device in enumerate(self._listed)
        ]

    def InputStream(self, **options: Any) -> InputStream:
        self.wait_answer()
        if not 0 <= options["device"] < len(self._listed):
            raise PortAudioError(f"Error querying device {options['device']}", -9996)
        device = self._listed[options["device"]]
        if self._stale or device not in self.plugged or device.busy:
            raise PortAudioError("Error opening InputStream: Device unavailable", -9985)
        if not device.accepts(options["samplerate"], options["channels"]):
            raise PortAudioError("Error opening InputStream: Invalid sample rate", -9997)
        return InputStream(self, device, **options)


class InputStream:
    """A stream with its callback thread, paced by the real clock."""

    def __init__(
        self,
        module: FakeSoundDevice,
        source: FakeDevice,
        *,
        samplerate: float,
        blocksize: int,
        device: int,
        channels: int,
        dtype: str,
        callback: Callable[[NDArray[np.float32], int, object, CallbackFlags], None],
        finished_callback: Callable[[], None],
    ) -> None:
        if dtype != "float32" or blocksize <= 0:
            raise ValueError("the fake serves fixed blocks of float32")
        self._module, self._source = module, source
        self.samplerate, self.blocksize, self.channels = samplerate, blocksize, channels
        self._callback, self._finished = callback, finished_callback
        self._ending = Event()
        self._thread = Thread(target=self._run, name="fake-portaudio", daemon=True)
        self.active = False
        self.callback_error: Exception | None = None
        module.streams.append(self)

    def start(self) -> None:
        self.active = True
        self._thread.start()

    def end(self) -> None:
        self._ending.set()

    def close(self, ignore_errors: bool = True) -> None:
        self._ending.set()
        self._module.wait_answer()
        if self.active:
            self._thread.join()
        if self in self._module.streams:
            self._module.streams.remove(self)

    def _run(self) -> None:
        memory = np.zeros((self.blocksize, self.channels), dtype=np.float32)
        first = 0
        while not self._ending.wait(self.blocksize / self.samplerate):
            if not self._module.answering or self._source not in self._module.plugged:
                continue
            first += self._module.skip_samples
            self._module.skip_samples = 0
            flags = CallbackFlags(self._module.overflow_next)
            self._module.overflow_next = False
            memory[:] = self._source.sound(first, self.blocksize, self.samplerate, self.channels)
            first += self.blocksize
            try:
                self._callback(memory, self.blocksize, None, flags)
            except Exception as error:  # noqa: BLE001  as PortAudio: whatever it is, the stream ends
                self.callback_error = error
                break
            memory[:] = np.nan  # PortAudio's memory is not the callback's to keep
        self.active = False
        self._finished()
