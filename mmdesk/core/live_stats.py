"""The figures of the status bar."""

from __future__ import annotations

from dataclasses import dataclass, field

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.model_about import ModelAbout
from mmdesk.core.problem import Problem


@dataclass(frozen=True, slots=True)
class LiveStats:
    """Rates and latencies over the last seconds; None where nothing has been measured yet.

    Attributes:
        capture_fps: Frames the camera delivered a second.
        shown_fps: Frames painted a second.
        predictions_per_s: Predictions made a second.
        video_latency_ms: Median capture → painted.
        prediction_latency_ms: Median capture of the newest changed input → prediction painted.
        audio_overruns: Stretches of sound lost since the start.
        device: Where the model runs ("cpu", "cuda: NVIDIA …").
        dropped_predictions: Predictions since the start that were no numbers, and not shown.
    """

    capture_fps: float | None
    shown_fps: float | None
    predictions_per_s: float | None
    video_latency_ms: float | None
    prediction_latency_ms: float | None
    audio_overruns: int
    device: str
    dropped_predictions: int = 0


@dataclass(frozen=True, slots=True)
class ModelState:
    """Where the model is: loading, ready or failed. Ready with a problem: another one could not be opened.

    Attributes:
        name: Display name, from the checkpoint's configuration.
        ready: Whether it predicts.
        problem: Why it, or another in its place, could not be loaded; else None.
        labels: Class names, empty until ready.
        device: Where it runs, empty until ready.
        fusions: Kinds of fusion to choose from, in their fixed order; empty until ready.
        fusion: The one it starts with, empty until ready.
        inputs: What it takes, in its order.
        about: What it says about itself.
        calibrated: Whether its percentages were fitted to how often it is right.
        exchanged: Whether it took the place of the one before between two answers: one that is taught and goes on.
    """

    name: str
    ready: bool
    problem: Problem | None = None
    labels: tuple[str, ...] = ()
    device: str = ""
    fusions: tuple[str, ...] = ()
    fusion: str = ""
    inputs: tuple[Input, ...] = DEFAULT_INPUTS
    about: ModelAbout = field(default_factory=ModelAbout)
    calibrated: bool = True
    exchanged: bool = False
