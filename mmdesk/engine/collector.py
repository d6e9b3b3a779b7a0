"""Where and when Python looks for reference cycles: on the GUI thread, between two events, and nowhere else.

Python's collector runs on whichever thread happens to allocate, so that a worker could delete a widget that some
cycle had kept, and Qt ends the process for it. Switched off and run from a timer of the GUI thread, with Python's own
thresholds, it cannot.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 200


def collect_if_due() -> None:
    """Collect the oldest generation that has passed its threshold, as Python does by itself when it is let."""
    thresholds = gc.get_threshold()
    counts = gc.get_count()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return


class Collector(QObject):
    """Collects for the whole process from its making to `stop`; made on the GUI thread.

    Args:
        parent: Owner.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._kept = False
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def keep_for_good(self) -> None:
        """Spare the collector what is there by now: searching it holds the interpreter 200 ms, in mid-demo.

        Only the first call does anything. Nearly everything is there when the first model is: what torch and the window
        brought. What comes later is little, and stays the collector's. What is frozen is freed with its last reference;
        only cycles of it would stay, and a model is in none.
        """
        if not self._kept:
            self._kept = True
            gc.collect()
            gc.freeze()

    def stop(self) -> None:
        """Leave it to Python again; idempotent."""
        self._timer.stop()
        if self._kept:
            gc.unfreeze()
            self._kept = False
        if self._was_enabled:
            gc.enable()

    @Slot()
    def _on_timeout(self) -> None:
        collect_if_due()
