"""Pictures from a camera, a video file or a network stream, which come back by themselves after a fault."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Event, Thread
from typing import Any

from numpy.typing import NDArray

from mmdesk.core.clock import Clock, monotonic_s
from mmdesk.core.errors import SourceError
from mmdesk.core.frame import Frame
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import SourceStatus
from mmdesk.sources.base import FrameSink, Source, StateSink
from mmdesk.sources.capture import (
    Capture,
    CaptureKind,
    CaptureTarget,
    OpenCapture,
    display_name,
    find_target,
    kind_of,
    not_opened,
    open_capture,
    rgb_of,
)
from mmdesk.sources.capture_checks import FilePace, RepeatCheck
from mmdesk.sources.hand_over import HandOver

log = logging.getLogger(__name__)

_CAP_PROP_POS_MSEC, _CAP_PROP_FPS, _CAP_PROP_FRAME_COUNT = 0, 5, 7  # cv2's numbers; it is not imported up here
_MOST_ABANDONED = 3

_Taken = tuple[NDArray[Any], float]
"""A picture, and when it was taken."""


@dataclass(frozen=True, slots=True)
class CameraTiming:
    """Patience with a camera, in seconds.

    Attributes:
        open_s: For opening (Media Foundation may take ten seconds).
        first_frame_s: For the first picture: sensors warm up.
        stale_s: For every later one.
        repeated_s: How long a device may repeat one picture.
        reopen_s: First wait before reopening what was lost; doubled each time …
        reopen_longest_s: … up to this.
        retry_s: Wait before trying again what never opened.
        steady_s: After running that long, a loss counts as a first one.
    """

    open_s: float = 20.0
    first_frame_s: float = 6.0
    stale_s: float = 2.0
    repeated_s: float = 3.0
    reopen_s: float = 0.5
    reopen_longest_s: float = 5.0
    retry_s: float = 3.0
    steady_s: float = 5.0


class CameraSource(Source):
    """Delivers pictures from one specification.

    A reader thread opens, reads and delivers; the source's own watches it, abandons it when the driver hangs, and
    opens anew. An abandoned reader is cut off from the sinks and closes its capture when the driver returns.

    Devices and addresses are tried again for ever; a file that cannot be opened is not.

    Args:
        spec: An index ("0"), a camera's name, a video file (at the speed it was filmed), or an http, https or rtsp
            address.
        on_frame: Gets every picture of a file, and of what is live the newest; on a thread of the reader's.
        on_state: Gets every change of state, on one of the two threads.
        open_capture: Opens a target; OpenCV unless given.
        find_target: Resolves the specification, anew at every opening, because an unplugged camera may come back
            under another index.
        loop: Whether a file begins again at its end; else it ends in the state ENDED.
    """

    def __init__(
        self,
        spec: str,
        on_frame: FrameSink,
        on_state: StateSink,
        *,
        open_capture: OpenCapture = open_capture,
        find_target: Callable[[str], CaptureTarget] = find_target,
        clock: Clock = monotonic_s,
        loop: bool = True,
        timing: CameraTiming | None = None,
    ) -> None:
        name = display_name(spec)
        super().__init__("camera", name, on_state, Problem("camera.internal", name=name))
        self.spec = spec
        self.kind = kind_of(spec)
        self.loop = loop
        self.timing = timing or CameraTiming()
        self.open_capture = open_capture
        self.find_target = find_target
        self.clock = clock
        self.wake = Condition()
        self.repeats = RepeatCheck(self.timing.repeated_s)
        self._on_frame = on_frame
        self._sequence = 0
        self._reader: _Reader | None = None
        self._abandoned: list[_Reader] = []

    def _wake(self) -> None:
        with self.wake:
            for reader in self._readers():
                reader.cancelled.set()
            self.wake.notify_all()

    def _threads(self) -> list[Thread]:
        return [*super()._threads(), *(thread for reader in self._readers() for thread in reader.threads())]

    def _readers(self) -> list[_Reader]:
        return [reader for reader in (self._reader, *self._abandoned) if reader is not None]

    # --- called by the reader ---------------------------------------------------------------------------------------

    def take_name(self, reader: _Reader, name: str) -> None:
        """Learn the device's own name."""
        with self._gate:
            if reader is self._reader:
                self._name = name

    def deliver(self, reader: _Reader, picture_bgr: NDArray[Any], time_s: float) -> bool:
        """Convert and pass on one picture; return False when this reader has been cut off."""
        frame_rgb = rgb_of(picture_bgr)
        with self._gate:
            if self._stopping.is_set() or reader is not self._reader:
                return False
            self._set_state(SourceStatus.RUNNING)
            frame = Frame(frame_rgb, time_s, self._sequence)
            self._sequence += 1
            self._on_frame(frame)
        return True

    # --- the source's own thread --------------------------------------------------------------------------------------

    def _run(self) -> None:
        wait_s = self.timing.reopen_s
        while not self._stopping.is_set():
            reader = self._read_until_fault()
            if self._is_final(reader):
                return
            if reader.ran_s(self.clock()) >= self.timing.steady_s:
                wait_s = self.timing.reopen_s
            lost = self._sequence > 0
            self._set_state(SourceStatus.LOST if lost else SourceStatus.FAILED, reader.fault())
            self._pause(wait_s if lost else self.timing.retry_s)
            if lost:
                wait_s = min(2 * wait_s, self.timing.reopen_longest_s)

    def _is_final(self, reader: _Reader) -> bool:
        if reader.ended:
            self._set_state(SourceStatus.ENDED)
        elif self.kind is CaptureKind.FILE:
            self._set_state(SourceStatus.FAILED, reader.fault())
        return reader.ended or self.kind is CaptureKind.FILE

    def _read_until_fault(self) -> _Reader:
        """Run one reader until it ends or hangs; cut it off."""
        reader = _Reader(self)
        with self._gate:
            self._reader = reader
            if self._stopping.is_set():
                reader.cancelled.set()
        reader.thread.start()
        with self.wake:
            while not (self._stopping.is_set() or reader.finished):
                patience_s = reader.patience_s()
                if patience_s is not None and patience_s <= 0:
                    break
                self.wake.wait(patience_s)
        with self._gate:
            reader.cancelled.set()
            if not self._stopping.is_set():
                self._reader = None
                if not reader.finished:
                    log.warning("%s hangs in %s; its reader is abandoned", self._name, reader.doing)
                    self._abandoned.append(reader)
        return reader

    def _pause(self, seconds: float) -> None:
        end_s = monotonic_s() + seconds
        with self.wake:
            while not self._stopping.is_set():
                self._abandoned = [reader for reader in self._abandoned if not reader.finished]
                remaining_s = end_s - monotonic_s()
                # A driver that hangs for good must not collect threads: wait until one comes back.
                crowded = len(self._abandoned) >= _MOST_ABANDONED
                if remaining_s <= 0 and not crowded:
                    return
                self.wake.wait(None if crowded else remaining_s)


class _Reader:
    """One opening of a source, on a thread of its own.

    Attributes:
        cancelled: Set to make it end at the next opportunity.
        finished: Whether the thread is through; set under the source's `wake`.
        ended: Whether a file came to its end and shall not repeat.
        doing: The call into the driver that is under way, for the log.
    """

    def __init__(self, source: CameraSource) -> None:
        self.cancelled = Event()
        self.finished = False
        self.ended = False
        self.doing = ""
        self.thread = Thread(target=self._run, name=f"camera reader {source.name}", daemon=True)
        self._source = source
        self._due_s: float | None = None
        self._problem: Problem | None = None
        self._first_frame_s: float | None = None
        self._pace: FilePace | None = None
        self._live: HandOver[_Taken] | None = None

    def threads(self) -> list[Thread]:
        """Those that may be running."""
        live = self._live
        return [self.thread] if live is None else [self.thread, live.thread]

    def patience_s(self) -> float | None:
        """Seconds until the driver's present call is overdue; None while none is under way (then ask on waking)."""
        due_s = self._due_s
        return None if due_s is None else due_s - self._source.clock()

    def ran_s(self, now_s: float) -> float:
        """Seconds since the first picture; 0.0 when there was none."""
        return 0.0 if self._first_frame_s is None else now_s - self._first_frame_s

    def fault(self) -> Problem:
        """Why it gives no more pictures."""
        return self._problem or Problem("camera.silent", name=self._source.name)

    def _run(self) -> None:
        # The edge of a thread: drivers, codecs and sinks may raise anything, and a lost camera is a state.
        try:
            while not self.cancelled.is_set() and self._play():
                pass
        except SourceError as error:
            self._problem = error.problem
        except Exception:
            name = self._source.name
            log.exception("reading %s failed", name)
            self._problem = Problem("camera.internal", name=name)
        finally:
            with self._source.wake:
                self.finished = True
                self._source.wake.notify_all()

    def _watch(self, doing: str, limit_s: float) -> None:
        """Note that a call which may hang begins."""
        source = self._source
        former_due_s, due_s = self._due_s, source.clock() + limit_s
        self.doing = doing
        self._due_s = due_s
        if former_due_s is None or due_s < former_due_s:
            with source.wake:
                source.wake.notify_all()  # the supervisor sleeps until a later time

    def _play(self) -> bool:
        """Open, read to the end, close; return True when a file shall begin again."""
        source = self._source
        self._watch("opening", source.timing.open_s)
        target = source.find_target(source.spec)
        source.take_name(self, target.name)
        capture = source.open_capture(target)
        try:
            if not capture.isOpened():
                raise not_opened(target)
            return self._read(capture, target)
        finally:
            self._watch("closing", source.timing.stale_s)
            capture.release()
            self._due_s = None

    def _read(self, capture: Capture, target: CaptureTarget) -> bool:
        source = self._source
        # A video served over HTTP comes as fast as the network; a live stream has no count of frames.
        paced = target.kind is CaptureKind.FILE or (
            target.kind is CaptureKind.URL and capture.get(_CAP_PROP_FRAME_COUNT) > 1
        )
        if target.kind is CaptureKind.DEVICE:
            source.repeats.reopened()
        if paced:
            self._pace = self._pace or FilePace(capture.get(_CAP_PROP_FPS))
            self._pace.restart()
        if not paced:  # of what is live only the newest is of use; of a file, every picture
            self._live = HandOver(lambda taken: source.deliver(self, *taken), f"pictures of {source.name}")
        try:
            return self._read_on(capture, target, paced)
        finally:
            if self._live is not None:
                self._watch("passing on", source.timing.stale_s)
                self._live.close()
                self._live = None

    def _read_on(self, capture: Capture, target: CaptureTarget, paced: bool) -> bool:
        source, live, count = self._source, self._live, 0
        while not self.cancelled.is_set():
            self._watch("reading", source.timing.stale_s if count else source.timing.first_frame_s)
            done, picture = capture.read()
            time_s = source.clock()
            if not done or picture is None:
                return self._end_of(target, count, paced)
            if target.kind is CaptureKind.DEVICE and source.repeats.stuck(picture, time_s):
                raise SourceError(Problem("camera.frozen", name=target.name))
            if self._pace is not None and paced:
                delay_s = self._pace.delay_s(capture.get(_CAP_PROP_POS_MSEC), time_s)
                if delay_s > 0:
                    self._due_s = None  # waiting of our own
                    if self.cancelled.wait(delay_s):
                        return False
                    time_s = source.clock()
            if count == 0 and self._first_frame_s is None:
                self._first_frame_s = time_s
            count += 1
            if not (source.deliver(self, picture, time_s) if live is None else live.put((picture, time_s))):
                return False
        return False

    def _end_of(self, target: CaptureTarget, count: int, paced: bool) -> bool:
        """Decide what the end of the pictures means; return True to begin again."""
        if paced and count:
            self.ended = not self._source.loop
            return self._source.loop
        if target.kind is CaptureKind.DEVICE:
            raise SourceError(Problem("camera.no_pictures", name=target.name))
        if target.kind is CaptureKind.URL and count:
            raise SourceError(Problem("camera.stopped_sending", name=target.name))
        raise not_opened(target)
