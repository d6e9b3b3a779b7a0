"""Draws the window in many states, sizes, themes and languages into PNG files, for the eye.

Run `QT_QPA_PLATFORM=offscreen python -m tests.ui.gallery FOLDER [PART-OF-A-NAME …]`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication

from mmdesk.core.explanation import AudioAttribution, Explanation, ImageAttribution, Measure, TextAttribution, TextSpan
from mmdesk.core.frame import Frame
from mmdesk.core.fused_map import MapPoints
from mmdesk.core.history import HistorySpan, HistoryTick, Rerun, Snapshot
from mmdesk.core.in_force import Recording
from mmdesk.core.inputs import Input
from mmdesk.core.insight import Doubt, FlipPoint, Honesty, Relation
from mmdesk.core.live_stats import LiveStats, ModelState
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import PRESENT, AudioInput, ImageInput, Presence, Reason, TextInput
from mmdesk.core.prediction import Latencies, Prediction
from mmdesk.core.problem import Problem
from mmdesk.core.recorder_state import RecorderState
from mmdesk.core.sound_display import SoundAnalyser
from mmdesk.core.source_state import DeviceChoice, SourceState, SourceStatus
from mmdesk.ui.main_window import MainWindow
from tests.ui.planted_insight import seen

DIGITS = tuple("0123456789")
METHODS = (
    "concatenation", "weighted_average", "attention_gate", "elementwise_gate", "deep", "transformer", "shared",
    "multitask", "late", "evidential", "quality_aware", "product_of_experts", "low_rank", "bilinear", "film",
)  # fmt: skip
OBJECTS = ("coffee mug", "house key", "potted plant", "screwdriver", "teapot", "very long class name, spelt out",
           "book", "glove", "lamp", "orange", "pencil", "ring", "scarf", "shoe", "spoon", "stone", "tape", "toy car",
           "watch", "yo-yo")  # fmt: skip
HEARD = SourceState(SourceStatus.RUNNING, "Yeti Stereo Microphone")
SEEN = SourceState(SourceStatus.RUNNING, "Logitech BRIO")


@cache
def picture(height_px: int = 720, width_px: int = 1280) -> NDArray[np.uint8]:
    """A sheet of paper with a seven, held before a dim room."""
    y, x = np.mgrid[0:height_px, 0:width_px].astype(np.float32)
    shade = 60 + 50 * np.exp(-(((x - 0.3 * width_px) / 500) ** 2 + ((y - 200) / 300) ** 2))
    rgb = np.stack([shade * 1.05, shade * 0.98, shade * 0.9], axis=2)
    u, v = (x - width_px / 2) / height_px, (y - height_px / 2) / height_px
    paper = (np.abs(u + 0.06 * v) < 0.3) & (np.abs(v - 0.06 * u) < 0.36)
    rgb[paper] = (236, 234, 226)
    bar = (np.abs(v + 0.2) < 0.026) & (np.abs(u) < 0.15)
    stem = (np.abs(u - 0.14 + 0.45 * (v + 0.2)) < 0.028) & (v > -0.22) & (v < 0.24)
    rgb[bar | stem] = (30, 34, 60)
    noise = np.random.default_rng(3).normal(0, 3, rgb.shape)
    return _kept(np.clip(rgb + noise, 0, 255).astype(np.uint8))


@cache
def speech(seconds: float = 6.2) -> NDArray[np.float32]:
    """Two vowels with a pause, roughly."""
    t = np.arange(int(seconds * 16_000)) / 16_000
    pitch = 130 + 25 * np.sin(2 * np.pi * 0.4 * t)
    phase = 2 * np.pi * np.cumsum(pitch) / 16_000
    formants = (700 + 250 * np.sin(t * 2.1), 1500 + 500 * np.cos(t * 1.7), 2600 + 0 * t)
    wave = np.zeros_like(t)
    for harmonic in range(1, 40):
        frequency = harmonic * pitch
        gain = sum(np.exp(-(((frequency - f) / 130) ** 2)) for f in formants)
        wave += gain * np.sin(harmonic * phase)
    syllables = np.clip(np.sin(2 * np.pi * 0.55 * t - 0.7), 0, 1) ** 0.6
    hiss = np.random.default_rng(1).normal(0, 0.003, len(t))
    return _kept((0.1 * wave * syllables + hiss).astype(np.float32))


def _kept(values: NDArray[Any]) -> NDArray[Any]:
    """The same, which nobody may change: it is made once for all windows."""
    values.setflags(write=False)
    return values


def prediction(
    time_s: float,
    *,
    labels: tuple[str, ...] = DIGITS,
    best: int = 7,
    confidence: float = 0.93,
    weights: tuple[float, float, float] | None = (0.48, 0.31, 0.21),
    reasons: tuple[Reason, Reason, Reason] = (Reason.PRESENT,) * 3,
    defined: bool = True,
) -> Prediction:
    """A prediction; without weights and with no reason PRESENT there is no answer."""
    verdicts = tuple(PRESENT if r is Reason.PRESENT else Presence(r) for r in reasons)
    probabilities = None
    if any(v.present for v in verdicts):
        probabilities = np.random.default_rng(2).dirichlet(np.full(len(labels), 0.3)).astype(np.float32)
        probabilities[best] = 0
        probabilities *= (1 - confidence) / probabilities.sum()
        probabilities[best] = confidence
    held = None if weights is None else np.array(weights, dtype=np.float32)
    times = tuple(time_s if v.present else None for v in verdicts)
    return Prediction(time_s, labels, MODALITIES, probabilities, held, defined, verdicts, times, Latencies(4, 20, 1))


def run_history(window: MainWindow, seconds: float = 34.0) -> None:
    """Half a minute at 10 Hz: the weights wander, the microphone falls silent, a gap."""
    rng = np.random.default_rng(5)
    state = np.array([1.0, 0.5, 0.2])
    for tick in range(int(seconds * 10)):
        t = tick / 10
        state += rng.normal(0, 0.07, 3) + 0.03 * (np.array([1.0, 0.5, 0.2]) - state)
        heard = not 14 < t < 20
        if 24 < t < 26.5:
            window.show_prediction(nothing(t))
            continue
        w = np.exp(state + np.array([0, 1.2 * np.sin(t / 3), 0.6 * np.cos(t / 5)]))
        w[1] *= heard
        w /= w.sum()
        reasons = (Reason.PRESENT, Reason.PRESENT if heard else Reason.SILENCE, Reason.PRESENT)
        window.show_prediction(prediction(t, weights=tuple(w), reasons=reasons))


def nothing(time_s: float) -> Prediction:
    """Nothing present at all."""
    return prediction(time_s, weights=None, reasons=(Reason.COVERED, Reason.SILENCE, Reason.EMPTY))


def live(window: MainWindow) -> None:
    """Everything works."""
    window.set_devices("image", [DeviceChoice("0", "Logitech BRIO"), DeviceChoice("1", "HD Webcam")], "0")
    window.set_devices("audio", [DeviceChoice("a", "Yeti Stereo Microphone")], "a")
    window.show_model_state(ModelState("Digits", True, labels=DIGITS, device="cpu"))
    window.show_source_state(Modality.IMAGE, SEEN)
    window.show_source_state(Modality.AUDIO, HEARD)
    window.show_frame("image", Frame(picture(), 34.0, 1))
    window.show_sound("audio", SoundAnalyser().analyse(speech()))
    window.inputs.microphone.meter.show_level(-19.0, -8.0)
    window.show_session_text("seven")
    run_history(window)
    window.show_stats(LiveStats(30.0, 29.8, 10.1, 12.3, 84.0, 0, "cpu"))


def start(window: MainWindow) -> None:
    """The first second."""
    window.show_source_state(Modality.IMAGE, SourceState(SourceStatus.STARTING, "Logitech BRIO"))
    window.show_source_state(Modality.AUDIO, SourceState(SourceStatus.STARTING, "Yeti Stereo Microphone"))
    window.show_model_state(ModelState("Digits", False))


def empty(window: MainWindow) -> None:
    """Nothing was ever told to the window."""


def failed(window: MainWindow) -> None:
    """Model and camera failed."""
    live(window)
    window.show_source_state(Modality.IMAGE, SourceState(
        SourceStatus.FAILED, "HD Webcam", Problem("camera.cannot_open", name="HD Webcam")))  # fmt: skip
    window.show_model_state(ModelState(
        "mine.mmdesk", False, Problem("checkpoint.newer", name="mine.mmdesk", found=3, known=1)))  # fmt: skip
    window.show_notice(Problem("session.unfinished", path="visit-3"))


def lost(window: MainWindow) -> None:
    """Both cables pulled, a slow machine."""
    live(window)
    for modality, name, code in (
        (Modality.IMAGE, "Logitech BRIO", "camera.silent"),
        (Modality.AUDIO, "Yeti Stereo Microphone", "microphone.lost"),
    ):
        window.show_source_state(modality, SourceState(SourceStatus.LOST, name, Problem(code, name=name)))
    reasons = (Reason.NO_SIGNAL, Reason.NO_SIGNAL, Reason.PRESENT)
    window.show_prediction(prediction(34.1, weights=(0.0, 0.0, 1.0), reasons=reasons, confidence=0.9991))
    window.show_stats(LiveStats(None, 9.0, 6.0, 212.0, 640.0, 3, "cuda: NVIDIA GeForce RTX 4070 Laptop GPU"))


def absent(window: MainWindow) -> None:
    """Nothing to go on."""
    live(window)
    window.show_frame("image", Frame(picture() // 12, 34.0, 2))
    window.show_session_text("")
    window.show_prediction(nothing(34.1))


def undefined(window: MainWindow) -> None:
    """A fusion without weights, twenty classes, one input muted, frozen."""
    live(window)
    window.show_model_state(ModelState("Things on a desk · concatenation", True, labels=OBJECTS, device="cpu"))
    window.inputs.microphone.mute_button.setChecked(True)
    reasons = (Reason.PRESENT, Reason.MUTED, Reason.NOTHING_RECOGNISED)
    window.show_prediction(
        prediction(34.2, labels=OBJECTS, best=2, confidence=0.61, weights=None, reasons=reasons, defined=False)
    )
    window.set_frozen(True)


def sample(window: MainWindow) -> None:
    """The sample session on a portrait picture."""
    live(window)
    window.show_recording(Recording("Sample", sample=True))
    window.show_frame("image", Frame(picture(720, 540), 34.0, 2))


def snapshot(time_s: float, *, by_hand: tuple[float, float, float] | None = None) -> Prediction:
    """Two inputs against one, each of them sure, as every method sees it."""
    answered = seen(time_s, (3, 3, 9), weights=(0.4, 0.4, 0.2), by_hand=by_hand, others=METHODS)
    insight = answered.insight
    assert insight is not None
    flips = (FlipPoint(0.11, "9"), FlipPoint(0.12, "9"), FlipPoint(0.55, "9"))
    return replace(
        answered,
        insight=replace(
            insight, flips=flips, honesty=Honesty(0.61, (0.2, 0.19, 0.61), Modality.TEXT), map_position=(0.2, -0.3)
        ),
    )


def conflict(window: MainWindow) -> None:
    """Inputs that speak against each other."""
    live(window)
    window.show_prediction(snapshot(34.1))


def gate(window: MainWindow) -> None:
    """Weights held by hand."""
    conflict(window)
    window.workbench.show_page(1)
    window.workbench.gate.whole_buttons[2].click()
    window.show_prediction(snapshot(34.2, by_hand=(0.0, 0.0, 1.0)))


def perturb(window: MainWindow) -> None:
    """Everything is done to the inputs that can be done, and the answer is another one."""
    conflict(window)
    window.workbench.show_page(2)
    for column in window.workbench.perturb.columns:
        for box in column.boxes.values():
            box.click()
    done = snapshot(34.2)
    assert done.insight is not None
    original = seen(34.2, (7, 7, 7)).insight
    assert original is not None
    insight = replace(done.insight, original=original.shown)
    window.show_prediction(replace(done, insight=insight, perturbations=window.workbench.controls.perturbations))


def methods(window: MainWindow) -> None:
    """Every method, two of them pinned."""
    conflict(window)
    window.workbench.show_page(3)
    for kind in METHODS[:2]:
        window.workbench.methods.pin(kind)
    for tick in range(30):
        window.show_prediction(snapshot(34.2 + tick / 10))


def doubtful(window: MainWindow) -> None:
    """A method whose inputs say how sure they are, in a conflict."""
    live(window)
    answered = seen(34.1, (3, 3, 9), weights=None, fusion="evidential", others=METHODS)
    insight = answered.insight
    assert insight is not None
    shown = replace(insight.shown, doubt=Doubt((0.31, 0.42, 0.08), 0.11, 0.64))
    views = (shown, *insight.views[1:])
    window.show_prediction(replace(answered, insight=replace(insight, views=views, shown=shown, own=shown)))


def doubtful_methods(window: MainWindow) -> None:
    """The same in the table of every method."""
    doubtful(window)
    window.workbench.show_page(3)


def fused_map(window: MainWindow) -> None:
    """The map with its clouds."""
    conflict(window)
    fused_points(window)
    window.workbench.show_page(4)
    window.show_prediction(snapshot(34.2))


def fused_points(window: MainWindow) -> None:
    """A map of ten clouds."""
    rng = np.random.default_rng(3)
    centres = np.repeat(rng.uniform(-0.8, 0.8, (10, 2)), 20, axis=0)
    places = np.clip(centres + rng.normal(0, 0.06, centres.shape), -1, 1).astype(np.float32)
    window.show_map(MapPoints("attention_gate", DIGITS, places, np.repeat(np.arange(10), 20)))


INPUTS = (
    Input("front view", "image"), Input("side view", "image"), Input("audio", "audio"), Input("text", "text"),
    Input("a note that has a very long name", "text"),
)  # fmt: skip


def of_inputs(window: MainWindow, inputs: tuple[Input, ...]) -> None:
    """Half a minute of a model of these inputs: all say 7, the last of several 3."""
    names = tuple(one.name for one in inputs)
    fusions = ("attention_gate", *METHODS[:2])
    window.show_model_state(
        ModelState("Digits", True, labels=DIGITS, device="cpu", fusions=fusions, fusion="attention_gate", inputs=inputs)
    )
    rng = np.random.default_rng(4)
    for time_s in range(34):
        weights = tuple(rng.dirichlet(np.linspace(9, 4, len(inputs))))
        says = (*(7,) * (len(inputs) - 1), 3)[-len(inputs) :]
        told = seen(float(time_s), says, weights=weights, others=METHODS, inputs=names)
        insight = told.insight
        assert insight is not None
        flips = (FlipPoint(0.2, "3"),) * len(inputs) if len(inputs) > 1 else (None,)
        window.show_prediction(replace(told, insight=replace(insight, flips=flips, map_position=(0.2, -0.3))))


def one(window: MainWindow) -> None:
    """A model of one input, which has all the weight."""
    of_inputs(window, INPUTS[2:3])
    window.workbench.show_page(1)


def two(window: MainWindow) -> None:
    """A model of two inputs."""
    of_inputs(window, (INPUTS[0], INPUTS[3]))


def four(window: MainWindow) -> None:
    """A model of four inputs, two of them pictures."""
    of_inputs(window, INPUTS[:4])


def five(window: MainWindow) -> None:
    """A model of five inputs."""
    of_inputs(window, INPUTS)


def five_gate(window: MainWindow) -> None:
    """Five weights, held by hand."""
    five(window)
    window.workbench.show_page(1)
    window.workbench.gate.whole_buttons[4].click()
    names = tuple(one.name for one in INPUTS)
    by_hand, says = (0.0, 0.0, 0.0, 0.0, 1.0), (7, None, 7, None, 3)
    window.show_prediction(seen(34.2, says, weights=(0.3, 0.2, 0.2, 0.2, 0.1), by_hand=by_hand, inputs=names))


def five_perturbed(window: MainWindow) -> None:
    """Everything is done to five inputs that can be done."""
    five(window)
    window.workbench.show_page(2)
    for column in window.workbench.perturb.columns:
        for box in column.boxes.values():
            box.click()


def five_methods(window: MainWindow) -> None:
    """Five inputs as every method sees them, one of them pinned."""
    five(window)
    window.workbench.show_page(3)
    window.workbench.methods.pin("attention_gate")
    names = tuple(one.name for one in INPUTS)
    for tick in range(40):
        weights = (0.3, 0.25, 0.2, 0.15, 0.1) if tick % 20 < 10 else (0.1, 0.2, 0.2, 0.2, 0.3)
        window.show_prediction(seen(34 + tick / 2, (7, 7, 7, 7, 3), weights=weights, others=METHODS, inputs=names))


def five_absent(window: MainWindow) -> None:
    """The map, with four of five inputs absent."""
    five(window)
    fused_points(window)
    window.workbench.show_page(4)
    names = tuple(one.name for one in INPUTS)
    told = seen(34.2, (7, None, None, None, None), weights=(1.0, 0.0, 0.0, 0.0, 0.0), inputs=names)
    insight = told.insight
    assert insight is not None
    window.show_prediction(replace(told, insight=replace(insight, map_position=(0.2, -0.3))))


def frozen(window: MainWindow) -> None:
    """Back in the last half minute, with what speaks for the answer marked, and run again."""
    conflict(window)
    window.set_frozen(True)
    labels = ["3" if 40 < tick < 130 else "7" for tick in range(300)]
    ticks = tuple(HistoryTick(5 + n / 10, label, 0.9, Relation.CONFLICT) for n, label in enumerate(labels))
    window.show_span(HistorySpan(ticks))
    answered = replace(snapshot(ticks[200].time_s), texts={"text": "the number is seven"})
    window.timeline.view.step(200 - len(ticks) + 1)
    small = np.ascontiguousarray(picture(360, 640)[:, 140:500])
    given = ImageInput(small, 0.0), AudioInput(speech(1.2), 0.0), TextInput(answered.texts["text"], 0.0)
    kept = dict(zip(map(str, MODALITIES), given, strict=True))
    window.show_snapshot(Snapshot(kept, answered, as_it_was=False))
    window.show_rerun(Rerun(ticks[-100:], tuple(replace(tick, label="9") for tick in ticks[-100:]), 0))
    heat = np.zeros((32, 32), np.float32)
    heat[4:10, 4:10], heat[20:26, 22:28] = 1.0, -0.8
    grid = np.array([[0.0, 0.4, 0.0, -0.3], [0.1, 0.0, 0.2, 0.0]], np.float32)
    audio = AudioAttribution(grid, (60.0, 1_500.0, 8_000.0), (0.0, 0.3, 0.6, 0.9, 1.2), speech(1.2), ticks[200].time_s)
    text = TextAttribution("the number is seven", (TextSpan(4, 10, 0.02), TextSpan(14, 19, -0.31)))
    parts = {Modality.IMAGE: ImageAttribution(heat, 0.2, 0.3, 0.07), Modality.AUDIO: audio, Modality.TEXT: text}
    window.show_explanation(Explanation("3", "attention_gate", Measure.CONTRIBUTION, parts))


def toured(window: MainWindow) -> None:
    """The tour, over a recording."""
    conflict(window)
    window.show_recording(Recording("Sample", sample=True))
    window.tour.start()
    window.tour.next()


def crowded(window: MainWindow) -> None:
    """Frozen in the tour, over a recording, with a notice: every strip there is."""
    frozen(window)
    window.show_recording(Recording("Sample", sample=True))
    window.tour.start()
    window.show_notice(Problem("session.unfinished", path="visit-3"))


def recorded(window: MainWindow) -> None:
    """Something is recorded, a moment has been marked, and the sample session plays."""
    sample(window)
    window.recorder.show_state(RecorderState(True, 3754.0, 10**9, 50 * 10**9, 11523.0, 5, 2))
    window.recorder.mark()


LONG = "a name of exactly eighty letters, as nobody but a machine would ever choose one, ok"
FOREIGN = ("مرحبا بالعالم", "שלום", "e\u0301te\u0301 Ångström", "ไทย", "👩‍🔬", LONG)
"""Names that run from right to left, that put marks on letters, and one that is long."""
MANY = (*FOREIGN, *(f"{number}: {LONG}"[:80] for number in range(200 - len(FOREIGN))))


def many_classes(window: MainWindow) -> None:
    """Two hundred classes with names of up to 80 characters; the answer is one of the longest."""
    live(window)
    methods = (*METHODS, LONG)
    state = ModelState(LONG, True, labels=MANY, device="cpu", fusions=methods, fusion="attention_gate")
    window.show_model_state(state)
    for tick in range(5):
        told = seen(34.1 + tick / 10, (5, 5, 9), weights=(0.4, 0.4, 0.2), labels=MANY, others=methods)
        window.show_prediction(told)


def many_methods(window: MainWindow) -> None:
    """The same in the table of every method, one of which has a long name."""
    many_classes(window)
    window.workbench.show_page(3)
    window.workbench.methods.pin(LONG)


def many_perturbed(window: MainWindow) -> None:
    """The same where inputs are perturbed."""
    many_classes(window)
    window.workbench.show_page(2)


def from_the_right(window: MainWindow) -> None:
    """An answer in Arabic letters, in a conflict with one in Hebrew ones."""
    many_classes(window)
    window.show_session_text(FOREIGN[0])
    window.show_prediction(seen(35.0, (0, 0, 1), weights=(0.4, 0.4, 0.2), labels=MANY, others=METHODS))


STATES: dict[str, Callable[[MainWindow], None]] = {
    f.__name__: f
    for f in (
        live, start, empty, failed, lost, absent, undefined, sample, conflict, gate, perturb, methods, doubtful,
        doubtful_methods, fused_map,
        frozen, toured, crowded, recorded, one, two, four, five, five_gate, five_perturbed, five_methods, five_absent,
        many_classes, many_methods, many_perturbed, from_the_right,
    )
}  # fmt: skip
SIZES = ((1920, 1080), (1366, 768), (1280, 720), (960, 540), (1093, 614), (1080, 1920), (3840, 2160))


def wanted(names: list[str]) -> list[tuple[str, str, tuple[int, int], str, str]]:
    """(file name, state, size, theme, language) of every picture whose name holds one of the given parts."""
    rows = [
        (f"{state}-{size[0]}x{size[1]}-{theme}-{language}", state, size, theme, language)
        for state in STATES
        for size in SIZES
        for theme in ("dark", "light")
        for language in ("en", "zh_CN", "de", "es")
    ]
    return [row for row in rows if not names or any(part in row[0] for part in names)]


def main() -> int:
    """Draw what is asked for."""
    application = QApplication.instance() or QApplication([])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, state, size, theme, language in wanted(sys.argv[2:]):
        window = MainWindow(theme=theme, language=language)
        window.resize(*size)
        window.show()
        STATES[state](window)
        application.processEvents()
        window.grab().save(str(folder / f"{name}.png"))
        window.close()
        window.deleteLater()
    return 0 if len(MODALITIES) else 1


if __name__ == "__main__":
    sys.exit(main())
