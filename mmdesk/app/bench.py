"""``mmdesk bench``: what a visitor feels, measured on this machine with the real window."""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import psutil
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot

from mmdesk.app import paths
from mmdesk.app.arguments import add_device_argument, add_model_argument, add_rate_argument
from mmdesk.app.display import display_problem
from mmdesk.app.streams import print_json
from mmdesk.app.wiring import LiveWindow
from mmdesk.core.clock import monotonic_s
from mmdesk.core.errors import MmdeskError, OptionError
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.live_stats import ModelState
from mmdesk.core.modality import Modality
from mmdesk.core.perturbation import Perturbation, PerturbationKind
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.application import Application

STALL_PROBE_MS = 5
SETTLE_S = 3.0
"""Left out at the beginning of each phase: start-up is measured by its own figures."""
FIRST_PREDICTION_LIMIT_S = 60.0
METHODS_PAGE = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``mmdesk bench``."""
    parser.add_argument(
        "--seconds",
        metavar="N",
        type=float,
        default=20.0,
        help="seconds to measure, plain and then with everything on (default: 20)",
    )
    parser.add_argument("--camera", metavar="SOURCE", help="use this camera instead of the sample session")
    parser.add_argument(
        "--microphone", metavar="NAME", help="use this microphone instead of the sample session; give both or neither"
    )
    add_model_argument(parser)
    parser.add_argument(
        "--record", action="store_true", help="compare the plain window with one that records, in turns"
    )
    parser.add_argument("--ticks", metavar="N", type=int, default=60, help="pairs of ticks to compare (default: 60)")
    add_rate_argument(parser)
    add_device_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Measure and print JSON."""
    if not 1 <= arguments.seconds <= 3600 or not 5 <= arguments.ticks <= 10_000:
        raise OptionError(Problem("option.bench_ranges"))
    problem = display_problem()
    if problem is not None:
        raise MmdeskError(problem)
    started_s = psutil.Process().create_time()
    application = Application(sys.argv[:1])
    own_source = arguments.camera is not None or arguments.microphone is not None
    live = LiveWindow(
        cameras=[] if arguments.camera is None else [arguments.camera],
        microphones=[] if arguments.microphone is None else [arguments.microphone],
        session=None if own_source else paths.sample_session(),
        model=arguments.model or paths.bundled_model(),
        device=arguments.device,
        max_rate=arguments.max_rate,
    )
    probe = _Probe(live, started_s, arguments.seconds, RECORDED_PHASES if arguments.record else PHASES)
    live.window.show()
    live.start()
    application.aboutToQuit.connect(live.shutdown)
    application.exec()
    live.shutdown()
    if probe.failure:
        raise MmdeskError(probe.failure)
    figures = probe.figures()
    # Only now: it imports torch, and the start of the window is measured.
    from mmdesk.app.tick_benchmark import TickBenchmark

    ticks = TickBenchmark(arguments.model or paths.bundled_model(), probe.device)
    figures["tick_over_bare"] = ticks.tick_over_bare(arguments.ticks)
    figures["subsets_overhead"] = ticks.subsets_overhead(arguments.ticks)
    figures["machine"] = {
        "cores": os.cpu_count(),
        "platform": platform.platform(),
        "screen": f"{live.window.width()}x{live.window.height()}",
        "seconds": arguments.seconds,
    }
    print_json(figures, indent=2)
    return 0


PLAIN, EVERYTHING, RECORDED = "plain", "everything", "recorded"
PHASES = (PLAIN, EVERYTHING, PLAIN, EVERYTHING)
"""In turns: what else the machine does falls on both."""
RECORDED_PHASES = (PLAIN, RECORDED) * 4
_NAMES = {EVERYTHING: ("everything_on", "microscope_over_plain"), RECORDED: ("recording", "recording_over_plain")}
"""Under which names the figures of a phase stand, and how they compare with the plain window's."""

_PICTURE, _SOUND, _WORDS = DEFAULT_INPUTS
EVERYTHING_HELD = UserControls(
    override={_PICTURE.name: 0.5, _SOUND.name: 0.3, _WORDS.name: 0.2},
    perturbations=(
        Perturbation(_PICTURE, PerturbationKind.OCCLUDE, 0.1),
        Perturbation(_PICTURE, PerturbationKind.NOISE, 0.05),
        Perturbation(_SOUND, PerturbationKind.BABBLE, 20.0),
        Perturbation(_WORDS, PerturbationKind.REPLACE, text="9"),
    ),
)


@dataclass(slots=True)
class _Record:
    """What was seen in all phases of one kind."""

    video_ms: list[float] = field(default_factory=list)
    prediction_ms: list[float] = field(default_factory=list)
    gaps_ms: list[float] = field(default_factory=list)
    predictions: int = 0
    measured_s: float = 0.0

    @property
    def stall_p99_ms(self) -> float:
        return float(np.percentile(self.gaps_ms, 99))

    @property
    def predictions_per_s(self) -> float:
        return self.predictions / self.measured_s

    def figures(self) -> dict[str, object]:
        return {
            "prediction_latency_ms": _spread(self.prediction_ms),
            "predictions_per_s": _rounded(self.predictions_per_s),
            "gui_stall_ms": {"p99": _rounded(self.stall_p99_ms), "max": _rounded(max(self.gaps_ms))},
        }

    def over(self, plain: _Record) -> dict[str, float | None]:
        return {
            "gui_stall_p99": _rounded(self.stall_p99_ms / plain.stall_p99_ms),
            "predictions_per_s": _rounded(self.predictions_per_s / plain.predictions_per_s),
        }


class _Probe(QObject):
    """Watches the window while it runs; the GUI thread owns it.

    The phases are the plain window and either the one with everything switched on (all inputs perturbed, weights held
    by hand, the table of all methods with two of them pinned, the audience window and the tour) or one that records.
    """

    def __init__(self, live: LiveWindow, started_s: float, seconds: float, phases: Sequence[str]) -> None:
        super().__init__()
        self._started_s, self._seconds = started_s, seconds
        self._records = {name: _Record() for name in phases}
        self._phases, self._share = iter(phases), phases.count(PLAIN)
        self._place = tempfile.TemporaryDirectory(prefix="mmdesk-bench-", ignore_cleanup_errors=True)
        self._recordings = 0
        self._phase = PLAIN
        self._start_window_s: float | None = None
        self._start_prediction_s: float | None = None
        self._from_s: float | None = None
        self._last_probe_s: float | None = None
        self._answered_s: float | None = None
        self.device = ""
        self.failure: Problem | None = None
        self._live = live
        self._window = live.window
        self._window.installEventFilter(self)
        self._window.frame_painted.connect(self._on_frame)
        self._window.prediction_painted.connect(self._on_prediction)
        live.live.model_state_changed.connect(self._on_model_state)
        self._stall_timer = QTimer(self)
        self._stall_timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._stall_timer.timeout.connect(self._on_stall_probe)
        QTimer.singleShot(int(1000 * FIRST_PREDICTION_LIMIT_S), self._on_limit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._start_window_s is None and event.type() == QEvent.Type.Paint:
            self._start_window_s = time.time() - self._started_s
        return super().eventFilter(watched, event)

    def figures(self) -> dict[str, object]:
        """Everything measured, under the names that README explains: of the plain window, unless said otherwise."""
        plain = self._records[PLAIN]
        other = next(name for name in self._records if name != PLAIN)
        figures: dict[str, object] = {
            "video_latency_ms": _spread(plain.video_ms),
            "prediction_latency_ms": _spread(plain.prediction_ms),
            "video_fps": _rounded(len(plain.video_ms) / plain.measured_s),
            "predictions_per_s": _rounded(plain.predictions_per_s),
            "gui_stall_ms": {"p99": _rounded(plain.stall_p99_ms), "max": _rounded(max(plain.gaps_ms))},
            "rss_mb": _rounded(psutil.Process().memory_info().rss / 1e6),
            "start_window_s": _rounded(self._start_window_s),
            "start_prediction_s": _rounded(self._start_prediction_s),
            "device": self.device,
        }
        beside, over = _NAMES[other]
        figures[beside] = self._records[other].figures()
        figures[over] = self._records[other].over(plain)
        return figures

    @Slot(object)
    def _on_model_state(self, state: ModelState) -> None:
        self.device = state.device
        if state.problem:
            self._give_up(state.problem)

    @Slot()
    def _on_limit(self) -> None:
        if self._start_prediction_s is None:
            self._give_up(Problem("bench.no_prediction", limit_s=FIRST_PREDICTION_LIMIT_S))

    def _give_up(self, failure: Problem) -> None:
        self.failure = failure
        self._window.close()

    @Slot(object)
    def _on_prediction(self, prediction: Prediction) -> None:
        now_s = monotonic_s()
        if self._start_prediction_s is None and prediction.label is not None:
            self._start_prediction_s = time.time() - self._started_s
            self._next_phase()
        if self._from_s is None:
            return
        record = self._records[self._phase]
        record.predictions += 1
        taken_s = prediction.capture_time_s(Modality.IMAGE)
        if taken_s is not None and taken_s != self._answered_s:  # else something other than the picture was answered
            self._answered_s = taken_s
            record.prediction_ms.append(1000 * (now_s - taken_s))

    @Slot(object)
    def _on_frame(self, frame: Frame) -> None:
        if self._from_s is not None:
            self._records[self._phase].video_ms.append(1000 * (monotonic_s() - frame.time_s))

    @Slot()
    def _on_stall_probe(self) -> None:
        now_s = monotonic_s()
        if self._last_probe_s is not None:
            self._records[self._phase].gaps_ms.append(max(0.0, 1000 * (now_s - self._last_probe_s) - STALL_PROBE_MS))
        self._last_probe_s = now_s

    def _next_phase(self) -> None:
        phase = next(self._phases, None)
        if phase is None:
            self._end()
            return
        self._phase = phase
        self._switch(everything=phase == EVERYTHING)
        if phase == RECORDED:
            self._recordings += 1
            self._live.records.recorder.start(Path(self._place.name) / str(self._recordings), "bench")
        QTimer.singleShot(int(1000 * SETTLE_S), self._begin)

    def _switch(self, *, everything: bool) -> None:
        window = self._window
        self._live.live.set_controls(EVERYTHING_HELD if everything else UserControls())
        window.menus.audience.setChecked(everything)
        if everything:
            window.tour.start()
            for kind in list(window.menus.fusions)[:2]:
                window.workbench.methods.pin(kind)
        else:
            window.tour.stop()
            window.workbench.methods.unpin_all()
        window.workbench.show_page(METHODS_PAGE if everything else 0)

    @Slot()
    def _begin(self) -> None:
        self._last_probe_s = None
        self._from_s = monotonic_s()
        self._stall_timer.start(STALL_PROBE_MS)
        QTimer.singleShot(int(1000 * self._seconds / self._share), self._on_phase_end)

    @Slot()
    def _on_phase_end(self) -> None:
        self._stall_timer.stop()
        self._live.records.recorder.stop(discard=True)
        if self._from_s is not None:
            self._records[self._phase].measured_s += monotonic_s() - self._from_s
        self._from_s = None
        self._next_phase()

    def _end(self) -> None:
        if not all(record.video_ms and record.prediction_ms for record in self._records.values()):
            self.failure = Problem("bench.nothing_shown")
        self._window.close()


def _spread(values_ms: Sequence[float]) -> dict[str, float | None]:
    return {"median": _rounded(statistics.median(values_ms)), "p95": _rounded(float(np.percentile(values_ms, 95)))}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
