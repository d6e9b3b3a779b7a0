"""Gathers the figures of the status bar."""

from __future__ import annotations

from mmdesk.core.clock import monotonic_s
from mmdesk.core.frame import Frame
from mmdesk.core.live_stats import LiveStats
from mmdesk.core.prediction import Prediction
from mmdesk.engine.rates import RateMeter, RecentMedian


class StatsMeter:
    """Rates and latencies of one live session. The GUI thread owns it."""

    def __init__(self) -> None:
        self._captured: list[Frame] = []
        self._shown = RateMeter()
        self._predicted = RateMeter()
        self._video_latency_ms = RecentMedian()
        self._prediction_latency_ms = RecentMedian()
        self._answered_s: float | None = None

    def restart(self) -> None:
        """Forget the pictures of a source that is no more."""
        self._captured.clear()
        self._video_latency_ms.clear()
        self._prediction_latency_ms.clear()

    def note_frame_painted(self, frame: Frame) -> None:
        """A frame is on the screen now."""
        now_s = monotonic_s()
        self._shown.note(now_s)
        self._video_latency_ms.note(1000 * (now_s - frame.time_s))

    def note_prediction(self) -> None:
        """A prediction has arrived."""
        self._predicted.note(monotonic_s())

    def note_prediction_painted(self, prediction: Prediction, camera: str) -> None:
        """A prediction is on the screen now; ``camera`` is the input whose picture it is measured by.

        Its latency counts from the capture of its picture, and only for the first one made from it: a later one was
        woken by something else.
        """
        taken_s = prediction.capture_time_s(camera)
        if taken_s is None or taken_s == self._answered_s:
            return
        self._answered_s = taken_s
        if prediction.presence(camera).present:
            self._prediction_latency_ms.note(1000 * (monotonic_s() - taken_s))

    def stats(self, newest: Frame | None, overruns: int, device: str, dropped: int = 0) -> LiveStats:
        """Sum up; ``newest`` is the last captured frame. Call it about twice a second."""
        now_s = monotonic_s()
        return LiveStats(
            capture_fps=self._capture_fps(newest, now_s),
            shown_fps=self._shown.per_second(now_s),
            predictions_per_s=self._predicted.per_second(now_s),
            video_latency_ms=self._video_latency_ms.median(),
            prediction_latency_ms=self._prediction_latency_ms.median(),
            audio_overruns=overruns,
            device=device,
            dropped_predictions=dropped,
        )

    def _capture_fps(self, newest: Frame | None, now_s: float) -> float | None:
        if newest is None:
            self._captured.clear()
            return None
        if now_s - newest.time_s > 1.5:
            return 0.0
        if self._captured and self._captured[-1].sequence > newest.sequence:
            self._captured.clear()
        self._captured = [*self._captured[-4:], newest]
        first = self._captured[0]
        if newest.sequence == first.sequence:
            return None
        return (newest.sequence - first.sequence) / (newest.time_s - first.time_s)
