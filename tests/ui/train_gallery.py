"""Draws the Train window in many states, sizes, themes and languages into PNG files, for the eye.

Run `QT_QPA_PLATFORM=offscreen python -m tests.ui.train_gallery FOLDER [PART-OF-A-NAME …]`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication

from mmdesk.core.errors import Finding
from mmdesk.core.inputs import DEFAULT_INPUTS, MOST_INPUTS, Input
from mmdesk.core.problem import Problem
from mmdesk.core.training_plan import (
    ClassCount,
    EvaluationOutcome,
    FigureRow,
    FolderReport,
    PreviewRow,
    TrainingOptions,
    TrainingOutcome,
)
from mmdesk.core.training_progress import EpochReport, TrainingProgress
from mmdesk.core.training_settings import TrainingSettings
from mmdesk.ui.language import install_language
from mmdesk.ui.train_window import TrainWindow
from tests.three_inputs import by_name
from tests.ui.gallery import picture

FRUIT = ("apple", "banana", "cherry", "grapefruit", "lemon", "orange", "pear", "plum", "strawberry", "watermelon")
FUSIONS = (
    "concatenation", "weighted_average", "attention_gate", "elementwise_gate", "deep", "transformer", "shared",
    "multitask", "late", "evidential", "quality_aware", "product_of_experts", "low_rank", "bilinear", "film",
)  # fmt: skip
OPTIONS = TrainingOptions(
    FUSIONS,
    dict.fromkeys(range(1, MOST_INPUTS + 1), FUSIONS),
    {
        "image": ("efficientnet_lite0", "cnn", "torchvision"),
        "audio": ("speech_rnn", "mel_rnn"),
        "text": ("tfidf", "bag_of_words", "embedding", "subword"),
    },
    "CPU (x86_64)",
)  # fmt: skip
SOUND = FolderReport(
    folder="/home/visitor/data/fruit stand",
    name="fruit stand",
    layout="samples.csv",
    inputs=DEFAULT_INPUTS,
    classes=tuple(
        ClassCount(label, 36 - i, (36 - i, 30 - 3 * i if i < 9 else 0, 34 - i)) for i, label in enumerate(FRUIT)
    ),
    splits=(220, 47, 48),
    splits_given=False,
    problems=(),
    warnings=(
        Finding("samples.csv", 41, Problem("sound.silent").at("sounds/apple 7.wav")),
        Finding("samples.csv", 133, Problem("row.repeats", first=12)),
    ),
    out="/home/visitor/data/fruit stand.mmdesk",
)
BROKEN = FolderReport(
    folder="/home/visitor/data/fruit stand",
    name="fruit stand",
    layout="samples.csv",
    inputs=DEFAULT_INPUTS,
    classes=SOUND.classes,
    splits=None,
    splits_given=False,
    problems=(
        Finding("samples.csv", 3, Problem("cell.no_file", column="image", cell="pictures/apple 1.png")),
        Finding("samples.csv", 17, Problem("cell.outside", column="image", cell="../elsewhere/x.png")),
        *(Finding("samples.csv", line, Problem("row.no_label")) for line in range(40, 70)),
        Finding("samples.csv", 90, Problem("label.case.line", label="Apple", other="apple", first=2)),
    ),
    warnings=SOUND.warnings,
)


def epochs(stage: str, count: int, most: int, *, collapse: bool = False) -> list[EpochReport]:
    """Learning curves as they often look; with ``collapse`` sound is forgotten."""
    rng = np.random.default_rng(4)
    found = []
    for number in range(count):
        t = number / 12
        whole = 0.94 - 0.7 * np.exp(-1.6 * t) + rng.normal(0, 0.01)
        image = 0.83 - 0.65 * np.exp(-1.9 * t) + rng.normal(0, 0.012)
        text = 0.66 - 0.5 * np.exp(-1.1 * t) + rng.normal(0, 0.012)
        sound = 0.58 - 0.45 * np.exp(-2.8 * t) - (0.33 * (1 - np.exp(-(max(t - 0.6, 0) ** 2))) if collapse else 0)
        found.append(
            EpochReport(
                stage, number + 1, most, float(0.2 + 2.0 * np.exp(-1.5 * t)),
                float(0.35 + 1.8 * np.exp(-1.3 * t) + rng.normal(0, 0.02)), float(np.clip(whole, 0, 1)),
                by_name(float(np.clip(image, 0, 1)), float(np.clip(sound + rng.normal(0, 0.01), 0, 1)), float(text)),
                1e-3, 1.5, number == count - 1,
            )
        )  # fmt: skip
    return found


def previews() -> tuple[PreviewRow, ...]:
    """Six samples; one lacks its sound, one its text."""
    rng = np.random.default_rng(1)
    rows = []
    for number, label in enumerate(FRUIT[:6]):
        small = np.ascontiguousarray(picture(180, 240)[:, ::-1] if number % 2 else picture(180, 240))
        varied = np.ascontiguousarray(np.roll(small, 25, 1) // 2 + 40)
        texts = (f"a ripe {label} from the market", f"a rpie {label} fmro market")
        cells = ((small, varied), (mel(rng), mel(rng)) if number != 2 else None, texts if number != 4 else None)
        rows.append(PreviewRow(label, by_name(*cells)))
    return tuple(rows)


def mel(rng: np.random.Generator) -> NDArray[np.uint8]:
    """Something that looks like a sound."""
    shade = np.abs(np.sin(np.linspace(0, rng.uniform(6, 20), 190)))[:, None] * rng.uniform(0.2, 1, 190)[None, :]
    return np.ascontiguousarray(np.stack([shade * 240, shade * 150, 60 + shade * 60], 2).astype(np.uint8))


OUTCOME = TrainingOutcome(
    "/home/visitor/data/fruit stand.mmdesk",
    0.957,
    by_name(0.851, 0.553, 0.66),
    samples=47,
    input_samples=by_name(47, 47, 47),
    next_out="/home/visitor/data/fruit stand-2.mmdesk",
)
FIGURES = EvaluationOutcome(
    48,
    (
        FigureRow(("image", "audio", "text"), 48, 0.9375, 0.832, 0.979, 0.936, 0.991, 0.051, 0.086,
                  (("late fusion", 0.896), ("image alone", 0.833), ("audio alone", 0.542), ("text alone", 0.646))),
        FigureRow(("image", "audio"), 48, 0.875, 0.753, 0.941, 0.871, 0.972, 0.064, 0.152,
                  (("late fusion", 0.854), ("image alone", 0.833), ("audio alone", 0.542))),
        FigureRow(("image", "text"), 48, 0.896, 0.778, 0.955, 0.89, 0.98, 0.048, 0.131,
                  (("late fusion", 0.875), ("image alone", 0.833), ("text alone", 0.646))),
        FigureRow(("audio", "text"), 48, 0.729, 0.590, 0.834, 0.71, 0.93, 0.081, 0.344,
                  (("late fusion", 0.708), ("audio alone", 0.542), ("text alone", 0.646))),
        FigureRow(("image",), 48, 0.833, 0.704, 0.913, 0.82, 0.96, 0.072, 0.229,
                  (("late fusion", 0.833), ("image alone", 0.833))),
        FigureRow(("audio",), 48, 0.521, 0.383, 0.655, 0.5, 0.84, 0.12, 0.617,
                  (("late fusion", 0.542), ("audio alone", 0.542))),
        FigureRow(("text",), 48, 0.646, 0.504, 0.766, 0.63, None, None, 0.451,
                  (("late fusion", 0.646), ("text alone", 0.646))),
    ),
    "/home/visitor/data/fruit stand-report/index.html",
)  # fmt: skip


FIVE_INPUTS = tuple(map(Input.of_column, ("image:front", "image:side", "audio", "text:title", "text:body")))
NAMES = tuple(one.name for one in FIVE_INPUTS)
FIVE = replace(
    SOUND,
    inputs=FIVE_INPUTS,
    classes=tuple(ClassCount(label, 36, (36, 30 - i, 34, 36 - i, 20)) for i, label in enumerate(FRUIT)),
)


def five_epochs(count: int = 18) -> list[EpochReport]:
    """Learning curves of five inputs, one above another."""
    return [
        EpochReport(
            "fusion", number + 1, 60, 1.0 / (number + 1), 1.2 / (number + 1), 0.95 - 0.6 * 0.8**number,
            {name: 0.9 - 0.1 * index - 0.5 * 0.85**number for index, name in enumerate(NAMES)}, 1e-3, 1.5,
            number == count - 1,
        )
        for number in range(count)
    ]  # fmt: skip


def five_previews() -> tuple[PreviewRow, ...]:
    """Those of three inputs with a second picture and a second text."""
    return tuple(
        PreviewRow(row.label, dict(zip(NAMES, (image, image, sound, text, text), strict=True)))
        for row in previews()
        for image, sound, text in [row.cells.values()]
    )


FIVE_OUTCOME = replace(
    OUTCOME,
    input_accuracy={name: 0.8 - 0.1 * index for index, name in enumerate(NAMES)},
    input_samples=dict.fromkeys(NAMES, 47),
)
FIVE_FIGURES = EvaluationOutcome(
    48,
    tuple(
        FigureRow(chosen, 48, 0.9 - 0.1 * (5 - size), 0.7, 0.95, 0.8, 0.9, 0.05, 0.1,
                  (("late fusion", 0.8), *((f"{name} alone", 0.5) for name in chosen)))
        for size in range(5, 0, -1)
        for chosen in combinations(NAMES, size)
    ),
    "/home/visitor/data/fruit stand-report/index.html",
)  # fmt: skip


def empty(window: TrainWindow) -> None:
    """Just opened."""
    window.set_options(OPTIONS)


def checking(window: TrainWindow) -> None:
    """A check under way."""
    empty(window)
    window.choose_folder(SOUND.folder)
    window.show_check_progress(128, 601)


def checked(window: TrainWindow) -> None:
    """A sound folder."""
    checking(window)
    window.show_report(SOUND)


def problems(window: TrainWindow) -> None:
    """A folder with much to mend."""
    checking(window)
    window.show_report(BROKEN)


def preview(window: TrainWindow) -> None:
    """Samples and their variations."""
    checked(window)
    window.show_preview(previews())
    window.tabs.setCurrentWidget(window.preview_page)


def training(window: TrainWindow) -> None:
    """In the second stage."""
    checked(window)
    window.run_card.start_button.click()
    window.show_started(())
    for report in (*epochs("encoders", 24, 40), *epochs("fusion", 18, 60)):
        window.show_epoch(report)
    window.show_progress(TrainingProgress("fusion", 0.31, 83.0))
    window.training_page.redraw()


def collapsed(window: TrainWindow) -> None:
    """Joint training that forgets sound, resumed."""
    checked(window)
    window.choices.set_settings(TrainingSettings(joint=True))
    window.run_card.start_button.click()
    window.show_started(tuple(epochs("joint", 32, 40, collapse=True)))
    window.show_progress(TrainingProgress("joint", 0.8, 21.0))


def cancelled(window: TrainWindow) -> None:
    """Stopped by the user."""
    training(window)
    window.run_card.cancel_button.click()
    window.show_outcome(TrainingOutcome(cancelled=True))


def failed(window: TrainWindow) -> None:
    """A full disk."""
    training(window)
    path = "/home/visitor/data/fruit stand.mmdesk.training"
    problem = Problem("training.state_unwritable", path=path, reason="No space left on device")
    window.show_outcome(TrainingOutcome(problem=problem))


def done(window: TrainWindow) -> None:
    """A model, not yet evaluated."""
    training(window)
    window.show_progress(TrainingProgress("done", 1.0, 0.0))
    window.show_outcome(OUTCOME)


def evaluated(window: TrainWindow) -> None:
    """With its figures."""
    done(window)
    window.result_page.evaluate_button.click()
    window.show_evaluation(FIGURES)


def five_data(window: TrainWindow) -> None:
    """Five inputs, two of them pictures and two texts."""
    checking(window)
    window.show_report(FIVE)


def five_preview(window: TrainWindow) -> None:
    """Their samples."""
    five_data(window)
    window.show_preview(five_previews())
    window.tabs.setCurrentWidget(window.preview_page)


def five_training(window: TrainWindow) -> None:
    """Their curves."""
    five_data(window)
    window.run_card.start_button.click()
    window.show_started(tuple(five_epochs()))


def five_evaluated(window: TrainWindow) -> None:
    """Their model and its figures."""
    five_training(window)
    window.show_outcome(FIVE_OUTCOME)
    window.result_page.evaluate_button.click()
    window.show_evaluation(FIVE_FIGURES)


STATES: dict[str, Callable[[TrainWindow], None]] = {
    f.__name__: f
    for f in (
        empty,
        checking,
        checked,
        problems,
        preview,
        training,
        collapsed,
        cancelled,
        failed,
        done,
        evaluated,
        five_data,
        five_preview,
        five_training,
        five_evaluated,
    )
}
SIZES = ((1366, 768), (1920, 1080), (3840, 2160))


def main() -> int:
    """Draw what is asked for."""
    application = QApplication.instance() or QApplication([])
    application.setStyle("Fusion")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for state, draw in STATES.items():
        for size in SIZES:
            for theme in ("dark", "light"):
                for language in ("en", "zh_CN", "de", "es"):
                    name = f"train-{state}-{size[1]}-{theme}-{language}"
                    if sys.argv[2:] and not any(part in name for part in sys.argv[2:]):
                        continue
                    install_language(language)
                    window = TrainWindow(theme)
                    window.resize(*size)
                    window.show()
                    draw(window)
                    for _ in range(3):
                        application.processEvents()
                    window.grab().save(str(folder / f"{name}.png"))
                    window.close()
                    window.deleteLater()
    return 0


if __name__ == "__main__":
    sys.exit(main())
