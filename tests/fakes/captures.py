"""Captures that misbehave as real ones do, under the names of `cv2.VideoCapture`.

They keep to its contract, not to its documentation: `read` is (False, None) at the end while `isOpened` stays true;
a hanging driver blocks `read` until it is let go; an unplugged camera may repeat its last picture for ever.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from threading import Event, Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.errors import SourceError
from mmdesk.sources.capture import CaptureKind, CaptureTarget

Picture = NDArray[np.uint8]


def noisy_pictures(seed: int = 0, size_px: tuple[int, int] = (120, 160)) -> Iterator[Picture]:
    """Endless (H, W, 3) uint8 BGR pictures of a live sensor: red, with noise."""
    generator = np.random.default_rng(seed)
    while True:
        picture = generator.integers(0, 30, (*size_px, 3), dtype=np.uint8)
        picture[..., 2] += 200
        yield picture


class FakeDevice:
    """A camera with a cable and a driver: the test pulls the one and hangs the other.

    Attributes:
        plugged: Whether it can be opened and read.
        blocked: How many threads hang in the driver.
        opened: How often it was opened.
        alive: Captures opened and not released.
    """

    def __init__(self, pictures: Iterator[Picture] | None = None, fps: float = 200.0) -> None:
        self._pictures = pictures or noisy_pictures()
        self._period_s = 1.0 / fps
        self._lock = Lock()
        self._let_go = Event()
        self._let_go.set()
        self._stuck: Picture | None = None
        self._last: Picture | None = None
        self._repeating = False
        self._raising = False
        self.plugged = True
        self.blocked = 0
        self.opened = 0
        self.alive = 0

    # --- what the test does to it ---

    def unplug(self) -> None:
        """`read` gives False at once; opening fails."""
        self.plugged = False

    def plug_in(self) -> None:
        self.plugged = True
        self._repeating = self._raising = False
        self._let_go.set()

    def hang(self) -> None:
        """`read` and opening block until `let_go`."""
        self._let_go.clear()

    def let_go(self) -> None:
        self._let_go.set()

    def repeat(self) -> None:
        """`read` is true and gives the last picture for ever."""
        self._repeating = True

    def break_driver(self) -> None:
        """`read` raises what OpenCV raises."""
        self._raising = True

    # --- what the source sees of it ---

    def open(self, target: CaptureTarget) -> FakeCapture:
        """An `OpenCapture`."""
        self._hang_if_asked()
        with self._lock:
            self.opened += 1
            self.alive += 1
        return FakeCapture(self)

    def find(self, spec: str) -> CaptureTarget:
        return CaptureTarget(CaptureKind.DEVICE, "0", "Fake Webcam")

    def _hang_if_asked(self) -> None:
        if self._let_go.is_set():
            return
        with self._lock:
            self.blocked += 1
        self._let_go.wait()
        with self._lock:
            self.blocked -= 1

    def closed(self) -> None:
        with self._lock:
            self.alive -= 1

    def next_picture(self) -> Picture | None:
        self._hang_if_asked()
        if self._raising:
            import cv2

            raise cv2.error("select() failed")
        if not self.plugged:
            return None
        time.sleep(self._period_s)  # a device blocks until its next picture is there
        if not self._repeating or self._last is None:
            self._last = next(self._pictures, None)
        return self._last


class FakeCapture:
    """One opening of a `FakeDevice`."""

    def __init__(self, device: FakeDevice) -> None:
        self._device = device
        self._open = device.plugged
        self._released = False

    def isOpened(self) -> bool:
        return self._open

    def read(self) -> tuple[bool, Any]:
        picture = self._device.next_picture() if self._open else None
        return (False, None) if picture is None else (True, picture.copy())

    def get(self, prop: int, /) -> float:
        return 0.0

    def release(self) -> None:
        if not self._released:
            self._released = True
            self._device.closed()


class UnknownDevices:
    """`find_target` on a machine without cameras."""

    def __init__(self) -> None:
        self.asked = itertools.count()

    def find(self, spec: str) -> CaptureTarget:
        next(self.asked)
        raise SourceError(f'There is no camera called "{spec}".', "Connect it, or choose another source.")
