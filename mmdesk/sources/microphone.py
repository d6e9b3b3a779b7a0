"""The microphone: any PortAudio input, heard as mono at 16 kHz, healing itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from queue import Empty
from typing import Any

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.clock import Clock, monotonic_s
from mmdesk.core.errors import SourceError
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import SourceStatus
from mmdesk.sources.base import Source, StateSink
from mmdesk.sources.microphone_stream import Block, LossCounter, Resampler, SoundStream, open_stream
from mmdesk.sources.portaudio import SHARED, PortAudio, PortAudioMissingError
from mmdesk.sources.sound_devices import choose_input

HUNG_S = 1.5
"""Age of the newest block at which a stream counts as hung."""

FIRST_BLOCK_S = 4.0
"""An idle sound server may take two seconds to deliver its first block."""

_POLL_S = 0.1
_BACK_OFF_S = (0.1, 0.3, 1.0, 2.0, 4.0)  # between attempts to reopen; the last one repeats
_CLOSE_S = 1.0


@dataclass(frozen=True, slots=True)
class _Ending:
    """How a stream ended: whether it had been heard, and what to tell the user (nothing when it was stopped)."""

    heard: bool
    problem: Problem | None = None


class MicrophoneSource(Source):
    """Delivers a microphone into an `AudioRing`.

    The audio callback copies and returns; the source's thread mixes, resamples, writes, watches, closes and reopens.
    PortAudio says nothing when a sound server is killed or hangs, so the age of the newest block decides.

    Args:
        spec: A key from `list_microphones`, a name, a unique part of a name or an index; None is the default input.
        ring: Where the sound goes; its ``overruns`` counts lost stretches.
        on_state: Receives every change of state on the source's thread.
        sounddevice: A stand-in for the module, for tests.
        clock: What blocks are stamped with.
    """

    def __init__(
        self,
        spec: str | None,
        ring: AudioRing,
        on_state: StateSink,
        *,
        sounddevice: Any = None,
        clock: Clock = monotonic_s,
    ) -> None:
        super().__init__("microphone", spec or "Microphone", on_state, Problem("microphone.internal"))
        self._spec = spec
        self._ring = ring
        self._portaudio = SHARED if sounddevice is None else PortAudio(sounddevice)
        self._clock = clock
        self._abandoned = False

    def stop(self, timeout_s: float = 2.0) -> bool:
        """Stop for good; return False when the driver hangs and a thread had to be abandoned."""
        ended = super().stop(timeout_s)
        return ended and not self._abandoned

    # ---- on the source's thread ----

    def _run(self) -> None:
        trouble = SourceStatus.FAILED  # until it has been heard once
        attempt = 0
        choose = partial(choose_input, self._spec)
        while not self._stopping.is_set():
            try:
                device, stream = self._portaudio.open(choose, partial(open_stream, clock=self._clock))
            except PortAudioMissingError:
                raise  # trying again does not help
            except SourceError as error:
                self._set_state(trouble, error.problem)
            else:
                self._name = device.name
                ending = self._receive(stream)
                if ending.heard:
                    trouble, attempt = SourceStatus.LOST, 0
                if ending.problem:
                    self._set_state(trouble, ending.problem)
                if not self._portaudio.close(stream, _CLOSE_S):
                    self._abandoned = True
            self._stopping.wait(_BACK_OFF_S[min(attempt, len(_BACK_OFF_S) - 1)])
            attempt += 1

    def _receive(self, stream: SoundStream) -> _Ending:
        """Pass blocks on until the stream ends, hangs or is stopped."""
        resampler, losses = Resampler(stream.rate_hz), LossCounter(stream.rate_hz)
        newest_s, patience_s, heard = self._clock(), FIRST_BLOCK_S, False
        while not self._stopping.is_set():
            try:
                block = stream.blocks.get(timeout=_POLL_S)
            except Empty:
                if not stream.active:
                    block = None
                elif self._clock() - newest_s > patience_s:
                    return _Ending(heard, Problem("microphone.silent", name=self._name))
                else:
                    continue
            if block is None:
                if self._stopping.is_set():
                    break
                return _Ending(heard, Problem("microphone.lost", name=self._name))
            newest_s, patience_s, heard = block.time_s, HUNG_S, True
            self._deliver(block, resampler, losses)
            self._set_state(SourceStatus.RUNNING)
        return _Ending(heard)

    def _deliver(self, block: Block, resampler: Resampler, losses: LossCounter) -> None:
        wave_mono = resampler.convert(block.samples)
        lost = losses.count(block)
        with self._gate:
            if self._stopping.is_set():
                return
            self._ring.overruns += lost
            if len(wave_mono):
                self._ring.write(wave_mono, block.time_s)
