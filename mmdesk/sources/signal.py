"""Streams of numbers: what the kinds of input that plug-ins bring are made of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.clock import monotonic_s
from mmdesk.core.input_kind import InputKind, SignalSink
from mmdesk.core.observation import SignalInput
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import SourceStatus
from mmdesk.sources.base import Source, StateSink

SILENT_S = 1.0
"""Time without a moment after which a source counts as lost."""


class SignalSource(Source):
    """Keeps the newest moments of a stream and hands them on at each new one.

    A subclass waits for its moments in `_run`, hands each to `_deliver`, and calls `_watch` from time to time in
    between, until `_stopping` is set.

    Args:
        name: What the user calls it.
        kind: The kind of input: how many channels and moments there are.
        on_signal: Gets the newest stretch, at most ``kind.moments`` of it.
        on_state: Gets every change of state.
    """

    def __init__(self, name: str, kind: InputKind, on_signal: SignalSink, on_state: StateSink) -> None:
        super().__init__("signal", name, on_state, Problem("signal.internal", name=name))
        self._on_signal = on_signal
        self._channels, self._moments = len(kind.channels), kind.moments
        self._kept: NDArray[np.float32] = np.zeros((0, self._channels), np.float32)
        self._newest_s = monotonic_s()

    def _deliver(self, moment: Sequence[float]) -> None:
        """Take the next moment; one that is not a finite number per channel is a fault of the source's, and left out.

        On the source's thread.
        """
        try:
            row = np.asarray(moment, np.float32)
        except (ValueError, TypeError):
            row = np.empty(0, np.float32)
        if row.shape != (self._channels,) or not np.isfinite(row).all():
            self._set_state(SourceStatus.LOST, Problem("signal.misfit", name=self.name, wanted=self._channels))
            return
        # A new array each time: what was handed over is never written to again.
        self._kept = np.concatenate([self._kept[max(0, len(self._kept) + 1 - self._moments) :], row[None]])
        self._kept.flags.writeable = False
        self._newest_s = monotonic_s()
        self._set_state(SourceStatus.RUNNING)
        with self._gate:
            if not self._stopping.is_set():
                self._on_signal(SignalInput(self._kept, self._newest_s))

    def _watch(self) -> None:
        """Tell when nothing has come for too long; what comes then begins a new stretch. On the source's thread."""
        if monotonic_s() - self._newest_s > SILENT_S and self.state.problem is None:
            self._kept = self._kept[:0]
            self._set_state(SourceStatus.LOST, Problem("signal.silent", name=self.name))
