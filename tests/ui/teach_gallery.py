"""Draws the Teach window in many states, sizes, themes and languages into PNG files, for the eye.

Run `QT_QPA_PLATFORM=offscreen python -m tests.ui.teach_gallery FOLDER [PART-OF-A-NAME …]`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QApplication

from mmdesk.core.burst import BurstProgress
from mmdesk.core.frame import Frame
from mmdesk.core.lesson import Lesson
from mmdesk.core.observation import Reason
from mmdesk.core.problem import Problem
from mmdesk.core.sound_display import SoundAnalyser
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.core.teaching import BACKGROUND, Content
from mmdesk.core.teaching_report import (
    ClassReport,
    HeldOut,
    Light,
    SampleFault,
    SampleNote,
    TeachingOutcome,
    TeachingReport,
)
from mmdesk.ui.language import install_language
from mmdesk.ui.teach import TeachWindow
from tests.ui.gallery import picture
from tests.ui.planted_insight import seen

NAMES = ("mug", "Schlüssel", "杯子", "my grandmother's very old reading glasses", "teapot")


def thing(seed: int, turn: float = 0.0) -> NDArray[np.uint8]:
    """A coloured shape before a wall; the same seed is the same thing."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[-1:1:224j, -1:1:224j]
    wall = np.stack([120 + 40 * x, 118 + 30 * y, 112 + 20 * x * y], 2)
    u, v = x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)
    wide, high = rng.uniform(0.3, 0.6, 2)
    inside = (np.abs(u / wide) ** rng.uniform(1, 5) + np.abs(v / high) ** rng.uniform(1, 5)) < 1
    wall[inside] = rng.uniform(20, 235, 3) * (0.75 + 0.25 * u[inside, None])
    return np.clip(wall + rng.normal(0, 4, wall.shape), 0, 255).astype(np.uint8)


def word(seed: int) -> NDArray[np.float32]:
    """Something like a spoken word, 0.7 s."""
    rng = np.random.default_rng(seed)
    t = np.arange(11_200) / 16_000
    tone = sum(np.sin(2 * np.pi * t * f * (1 + 0.1 * np.sin(9 * t))) / (k + 1) for k, f in enumerate(
        rng.uniform(120, 240) * np.arange(1, 9)
    ))  # fmt: skip
    shape = np.interp(t, np.linspace(0, 0.7, 8), [0, 0.8, 0.3, 1, 0.6, 0.2, 0.5, 0])
    return (0.1 * tone * shape + rng.normal(0, 0.002, len(t))).astype(np.float32)


def taught(count: int = 3, samples: int = 9) -> Lesson:
    """A lesson with so many classes."""
    lesson = Lesson()
    lesson.add_samples(BACKGROUND, [{"image": thing(99, k / 9)} for k in range(6)])
    for number in range(count):
        name = NAMES[number] if number < len(NAMES) else f"thing {number + 1}"
        made = lesson.add_class(name)
        contents: list[dict[str, Content]] = [{"image": thing(number, k / 7)} for k in range(samples)]
        for k in range(0, samples, 4):
            contents[k] |= {"audio": word(number), "text": name[:40]}
        lesson.add_samples(made.id, contents)
    return lesson


def report(lesson: Lesson) -> TeachingReport:
    """What might be known of it."""
    lights = (Light.ENOUGH, Light.THIN, Light.CONTRADICTORY)
    advice = (Problem("teach.class_empty", name="mug"), Problem("teach.one_class", name="teapot"))
    classes = tuple(
        ClassReport(one.id, lights[k % 3], advice[k % 2], HeldOut.of(8, 9))
        for k, one in enumerate(lesson.state.classes)
    )
    total = len(lesson.state.samples) - 6
    alone = {"image": HeldOut.of(total - 3, total), "audio": HeldOut.of(6, 9), "text": HeldOut.of(9, 9)}
    fused = HeldOut.of(total - 1, total)
    first = lesson.state.of_class(lesson.state.classes[-1].id) if lesson.state.classes else ()
    notes = tuple(SampleNote(one.id, "image", SampleFault.DARK) for one in first[1:3])
    return TeachingReport(
        lesson.revision, "leave_one_out", total, "late", fused, alone, {"late": fused}, classes, (),
        Problem("teach.one_class", name="mug"), notes=notes, seconds={"all": 1.84},
    )  # fmt: skip


def on_air(window: TeachWindow) -> None:
    """Camera and microphone are on."""
    window.show_source_state("image", SourceState(SourceStatus.RUNNING, "Logitech BRIO"))
    window.show_source_state("audio", SourceState(SourceStatus.RUNNING, "Yeti Stereo Microphone"))
    window.show_frame("image", Frame(picture(), 1.0, 0))
    window.show_sound("audio", SoundAnalyser().analyse(np.tile(word(3), 8)))


def empty(window: TeachWindow) -> None:
    """Just opened."""
    on_air(window)
    window.set_key(window.key.key)


def background(window: TeachWindow) -> None:
    """The first three seconds."""
    empty(window)
    window.show_countdown(2.0)
    window.show_progress(BurstProgress(BACKGROUND, 1.2, {"image": 6}))


def recording(window: TeachWindow) -> None:
    """A key is held."""
    empty(window)
    window.show_progress(BurstProgress(window.selected, 1.3, {"image": 6, "audio": 1}))


def learnt(window: TeachWindow) -> None:
    """It answers."""
    empty(window)
    window.show_outcome(TeachingOutcome(1, "model", report(window._lesson)))
    window.show_live(True)
    labels = tuple(one.name for one in window._lesson.state.classes)
    if labels:
        window.show_prediction(
            seen(1.0, (0, 0, None), labels=labels, reasons=(Reason.PRESENT, Reason.PRESENT, Reason.EMPTY))
        )


def stranger(window: TeachWindow) -> None:
    """None of these."""
    learnt(window)
    labels = tuple(one.name for one in window._lesson.state.classes)
    reasons = (Reason.NOTHING_RECOGNISED, Reason.SILENCE, Reason.EMPTY)
    window.show_prediction(seen(1.0, (None, None, None), labels=labels, reasons=reasons))
    window.show_notice(Problem("teach.nothing.silent"))


def review(window: TeachWindow) -> None:
    """All examples of a class."""
    learnt(window)
    window.open_review(window.selected)
    window.review.list.selectAll()


def busy(window: TeachWindow) -> None:
    """A large project is shared as one file."""
    learnt(window)
    window.busy.show_work("a project with a rather long name.mmdesk", 0.37)
    window.busy.show()


STATES: dict[str, tuple[Callable[[TeachWindow], None], Callable[[], Lesson]]] = {
    "empty": (empty, Lesson),
    "background": (background, Lesson),
    "recording": (recording, lambda: taught(2)),
    "learnt": (learnt, taught),
    "stranger": (stranger, lambda: taught(5)),
    "busy": (busy, taught),
    "many": (learnt, lambda: taught(50, 8)),
    "review": (review, lambda: taught(3, 40)),
}
SIZES = ((1366, 768), (1920, 1080), (3840, 2160))


def main() -> int:
    """Draw what is asked for."""
    application = QApplication.instance() or QApplication([])
    application.setStyle("Fusion")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for state, (draw, lesson) in STATES.items():
        for size in SIZES:
            for theme in ("dark", "light"):
                for language in ("en", "zh_CN", "de", "es"):
                    name = f"teach-{state}-{size[1]}-{theme}-{language}"
                    if sys.argv[2:] and not any(part in name for part in sys.argv[2:]):
                        continue
                    install_language(language)
                    window = TeachWindow(lesson(), theme)
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
