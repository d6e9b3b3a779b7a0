"""The sound of a session, read from the disk as it is needed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray


class SessionSound:
    """A session's samples in order; silence within gaps and where the file ends before the session.

    What is held is one block of the file and what is asked for. One thread owns it.

    Args:
        blocks: (n,) float32 each: the file's samples from ``first`` on.
        first: Index within the session of the first sample.
        total: How many samples the session has.
        gaps: (from, to) in samples: ascending, apart.
    """

    def __init__(
        self, blocks: Iterator[NDArray[np.float32]], first: int, total: int, gaps: Sequence[tuple[int, int]]
    ) -> None:
        self._blocks, self._gaps = blocks, gaps
        self._place, self._total = first, total
        self._held = np.zeros(0, np.float32)

    def read(self, count: int) -> NDArray[np.float32]:
        """Return the next (count,) float32 samples at 16 kHz in [-1, 1]; fewer at the session's end.

        Raises:
            SourceError: The file is damaged here.
        """
        wave = np.zeros(max(0, min(count, self._total - self._place)), np.float32)
        filled = 0
        while filled < len(wave):
            if not len(self._held):
                block = next(self._blocks, None)
                if block is None:
                    break
                self._held = block
            part = self._held[: len(wave) - filled]
            wave[filled : filled + len(part)] = part
            filled += len(part)
            self._held = self._held[len(part) :]
        self._silence(wave)
        self._place += len(wave)
        return wave

    def _silence(self, wave: NDArray[np.float32]) -> None:
        """Blank what of the gaps lies in the samples from the present place on."""
        number = max(0, bisect_right(self._gaps, self._place, key=itemgetter(0)) - 1)
        while number < len(self._gaps) and self._gaps[number][0] < self._place + len(wave):
            begin, end = (max(0, edge - self._place) for edge in self._gaps[number])
            wave[begin:end] = 0.0
            number += 1
