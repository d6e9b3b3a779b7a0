"""Rates and latencies at the foot of the window."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QWidget

from mmdesk.core.live_stats import LiveStats
from mmdesk.core.training_progress import TrainingProgress
from mmdesk.ui.training_words import progress_words

_SLOW_FPS = 15.0
_SLOW_VIDEO_MS = 150.0
_SLOW_PREDICTION_MS = 500.0
_WEIGHTIEST_FIRST = (
    "overruns", "dropped", "training", "predictions", "prediction", "shown", "device", "capture", "video",
)  # fmt: skip
_GAP_PX = 8  # the style puts up to six pixels between two labels
_FIGURES = ("capture", "shown", "predictions", "video", "prediction", "overruns", "dropped")


class StatusLine(QStatusBar):
    """One figure a quantity, "–" where nothing has been measured, marked where it is too slow to look live."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._stats: LiveStats | None = None
        self._training: TrainingProgress | None = None
        self.figures: dict[str, QLabel] = {}
        for name in _FIGURES:
            self.figures[name] = QLabel()
            self.addWidget(self.figures[name])
        for name in ("training", "device"):
            self.figures[name] = QLabel()
            self.addPermanentWidget(self.figures[name])
        for label in self.figures.values():
            label.setObjectName("figure")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.retranslate()

    def show_stats(self, stats: LiveStats) -> None:
        """Show figures; a label is touched only when its words change."""
        self._stats = stats
        self._say("capture", self.tr("camera {value} fps").format(value=_rate(stats.capture_fps)))
        shown_slow = stats.shown_fps is not None and stats.shown_fps < _SLOW_FPS
        self._say("shown", self.tr("shown {value} fps").format(value=_rate(stats.shown_fps)), slow=shown_slow)
        rate = self.tr("{value} answers/s").format(value=_rate(stats.predictions_per_s))
        self._say("predictions", rate)
        video = self.tr("camera → screen {value} ms").format(value=_time(stats.video_latency_ms))
        self._say("video", video, slow=(stats.video_latency_ms or 0.0) > _SLOW_VIDEO_MS)
        answer = self.tr("input → answer {value} ms").format(value=_time(stats.prediction_latency_ms))
        self._say("prediction", answer, slow=(stats.prediction_latency_ms or 0.0) > _SLOW_PREDICTION_MS)
        lost = self.tr("sound lost {count}×").format(count=stats.audio_overruns) if stats.audio_overruns else ""
        self._say("overruns", lost, slow=True)
        dropped = stats.dropped_predictions
        self._say("dropped", self.tr("NaN {count}×").format(count=dropped) if dropped else "", slow=True)
        self._say("device", stats.device)

    def show_training(self, progress: TrainingProgress | None) -> None:
        """Show how far a training run is; None when there is none."""
        self._training = progress
        self._say("training", "" if progress is None else progress_words(progress))

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        tips = {
            "capture": self.tr("Pictures per second from the camera"),
            "shown": self.tr("Pictures per second on screen"),
            "predictions": self.tr("Predictions per second"),
            "video": self.tr("From the capture of a picture until it is on screen (median)"),
            "prediction": self.tr("From the newest changed input until the answer is on screen (median)"),
            "overruns": self.tr("How often sound was lost because the computer was too busy"),
            "dropped": self.tr("Answers that were not numbers (NaN) and were left out: the model is damaged"),
            "training": self.tr("A model is being trained (Model, Train…)"),
            "device": self.tr("Where the model runs"),
        }
        for name, tip in tips.items():
            self.figures[name].setToolTip(tip)
        self.show_stats(self._stats or LiveStats(None, None, None, None, None, 0, ""))
        self.show_training(self._training)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Show what there is room for, the weightiest first; a label without words takes none."""
        room = self.width()
        for name in _WEIGHTIEST_FIRST:
            label = self.figures[name]
            needed = label.sizeHint().width() + _GAP_PX if label.text() else 0
            label.setVisible(0 < needed <= room)
            room -= needed if needed <= room else 0

    def _say(self, name: str, words: str, *, slow: bool = False) -> None:
        label = self.figures[name]
        if label.text() != words:
            label.setText(words)
            self._give_room()
        if label.property("slow") != slow:
            label.setProperty("slow", slow)
            label.style().polish(label)


def _rate(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"


def _time(value_ms: float | None) -> str:
    return "–" if value_ms is None else f"{value_ms:.0f}"
