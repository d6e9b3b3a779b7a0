"""PortAudio, of which a process has one: loading, listing, opening and closing behind one lock.

PortAudio freezes its list of devices when it is initialised, calls nothing thread-safe but the callbacks, and
may block for ever inside a driver. So every call goes through `PortAudio`: under its lock, on a thread that can be
abandoned. While a call hangs the lock stays taken and everybody else is told so after a moment; when the driver
comes back, the call ends, and all is well again.
"""

from __future__ import annotations

import atexit
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import Any, Generic, Protocol, TypeVar

from mmdesk.core.errors import SourceError
from mmdesk.core.problem import Problem
from mmdesk.sources.files.quiet import quiet_natives

log = logging.getLogger(__name__)

T = TypeVar("T")
S = TypeVar("S", bound="Closable")

CALL_TIMEOUT_S = 4.0
"""Longer than any healthy driver takes to open."""

_ALSA_PLUGINS = frozenset({"samplerate", "speexrate", "lavrate", "upmix", "vdownmix", "dmix", "dsnoop", "null"})
_PREFERRED_HOSTS = ("Windows WASAPI", "Core Audio", "ALSA")


@dataclass(frozen=True, slots=True)
class InputDevice:
    """A sound input as PortAudio knows it; the index holds until the next refresh.

    Attributes:
        host: The driver family's name ("ALSA").
        channels: How many it has.
        rate_hz: Its own rate.
        is_default: Whether its driver family calls it the default.
    """

    index: int
    name: str
    host: str
    channels: int
    rate_hz: float
    is_default: bool


class Closable(Protocol):
    """An open stream."""

    def close(self) -> None:
        """Close it; may block for ever."""


class PortAudioMissingError(SourceError):
    """The library is not installed; trying again does not help."""


class _Call(Generic[T]):
    """A blocking call on a daemon thread; whoever waits too long leaves it to itself."""

    def __init__(self, call: Callable[[], T], undo: Callable[[T], None] | None) -> None:
        self._call, self._undo = call, undo
        self._lock = Lock()
        self._done = Event()
        self._abandoned = False
        self._result: list[T] = []
        self._error: BaseException | None = None
        Thread(target=self._run, name="portaudio-call", daemon=True).start()

    def _run(self) -> None:
        try:
            result = self._call()
        except Exception as error:  # noqa: BLE001  handed to the caller
            self._error = error
        else:
            with self._lock:
                self._result.append(result)
                late = self._abandoned
            if late and self._undo is not None:
                self._undo(result)
        self._done.set()

    def wait(self, timeout_s: float) -> T:
        """Return the result or raise what the call raised; `TimeoutError` when it hangs."""
        if not self._done.wait(timeout_s):
            with self._lock:
                if not self._result:
                    self._abandoned = True
                    raise TimeoutError
        if self._error is not None:
            raise self._error
        return self._result[0]


class PortAudio:
    """The one door to the sounddevice module. Any thread may call any method; none blocks much longer than told.

    Args:
        sounddevice: A stand-in for tests; the real module is imported on first use, because without the PortAudio
            library importing it raises OSError.
        call_timeout_s: After how long a driver counts as hung.
    """

    def __init__(self, sounddevice: Any = None, call_timeout_s: float = CALL_TIMEOUT_S) -> None:
        self._module = sounddevice
        self._timeout_s = call_timeout_s
        self._lock = Lock()
        self._open_streams = 0
        self._fresh = False  # whether nothing can have changed since the library was initialised

    def inputs(self) -> list[InputDevice]:
        """List the sound inputs, afresh when no stream is open and as of the last refresh otherwise.

        Raises:
            SourceError: The library is missing or hangs.
        """
        return self._do(self._inputs)

    def open(
        self, choose: Callable[[list[InputDevice]], InputDevice], make: Callable[[Any, InputDevice], S]
    ) -> tuple[InputDevice, S]:
        """Choose among the present inputs and open one.

        Args:
            choose: Picks the device; may raise `SourceError`.
            make: Opens and starts a stream with the given module; its stream must be given to `close`.

        Raises:
            SourceError: Nothing suitable is there, the library is missing, the driver hangs or refuses.
        """

        def call() -> tuple[InputDevice, S]:
            device = choose(self._inputs())
            stream = make(self._module, device)
            self._open_streams += 1
            return device, stream

        def undo(opened: tuple[InputDevice, S]) -> None:
            self.close(opened[1])

        return self._do(call, undo)

    def close(self, stream: Closable, timeout_s: float = 1.0) -> bool:
        """Close a stream; return False when the driver hangs and the stream was left to itself."""

        def call() -> None:
            try:
                stream.close()
            finally:
                self._open_streams -= 1

        try:
            self._do(call, timeout_s=timeout_s, patient=True)
        except SourceError:
            # At exit sounddevice terminates PortAudio, which would wait for this very stream for ever.
            handler = getattr(self._module, "_exit_handler", None)
            if handler is not None:
                atexit.unregister(handler)
            log.warning("a sound stream could not be closed and was abandoned")
            return False
        return True

    def _do(
        self,
        call: Callable[[], T],
        undo: Callable[[T], None] | None = None,
        timeout_s: float | None = None,
        patient: bool = False,
    ) -> T:
        """Make a call on a thread of its own; a patient one waits for the lock even after the caller has left."""
        limit_s = self._timeout_s if timeout_s is None else timeout_s

        def locked() -> T:
            if not self._lock.acquire(timeout=-1 if patient else limit_s):
                raise TimeoutError
            try:
                # sounddevice muffles PortAudio's start too, but gives back what it found: on its own it would take our
                # decoders' silence for the terminal, or they would end its silence half-way.
                with quiet_natives():
                    self._load()
                    return call()
            finally:
                self._lock.release()

        try:
            return _Call(locked, undo).wait(limit_s)
        except TimeoutError:
            raise SourceError(Problem("sound_system.silent")) from None
        except Exception as error:
            if self._module is not None and isinstance(error, self._module.PortAudioError):
                raise SourceError(Problem("sound_system.refuses")) from error
            raise

    def _load(self) -> None:
        if self._module is not None:
            return
        try:
            import sounddevice
        except (OSError, ImportError) as error:
            log.warning("PortAudio: %s", error)
            raise PortAudioMissingError(_missing()) from None
        self._module = sounddevice
        self._fresh = True

    def _inputs(self) -> list[InputDevice]:
        module = self._module
        if self._open_streams == 0 and not self._fresh:
            # The only way to see what was plugged in or out, and to reach a restarted sound server.
            try:
                module._terminate()
            except module.PortAudioError as error:
                log.info("PortAudio did not terminate cleanly: %s", error)
            module._initialize()
        self._fresh = False
        hosts = module.query_hostapis()
        found = []
        for index, entry in enumerate(module.query_devices()):
            host = hosts[entry["hostapi"]]
            if entry["max_input_channels"] > 0 and entry["name"] not in _ALSA_PLUGINS:
                is_default = index == host["default_input_device"]
                channels, rate_hz = entry["max_input_channels"], entry["default_samplerate"]
                found.append(InputDevice(index, entry["name"], host["name"], channels, rate_hz, is_default))
        # Windows lists each microphone once a driver family, MME with its name cut to 31 characters.
        preferred = [device for device in found if device.host in _PREFERRED_HOSTS]
        return preferred or found


def _missing() -> Problem:
    match sys.platform:
        case "linux":
            return Problem("portaudio.missing.linux")
        case "darwin":
            return Problem("portaudio.missing.macos")
        case _:
            return Problem("portaudio.missing.windows")


SHARED = PortAudio()
"""The process's PortAudio."""
