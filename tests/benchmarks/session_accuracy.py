"""How often each fusion method is right in the sample session of each bundled model, as README's table.

    python tests/benchmarks/session_accuracy.py

A session is replayed once per model; every method answers at each of ten ticks a second. Counted are the moments at
which what is shown, said and typed has one right answer, from two seconds after a change on: by then the word has been
said. No answer counts as wrong. Moments in which inputs contradict each other, or nothing is there, have no truth.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Final

import torch

from mmdesk.analysis.microscope import Microscope
from mmdesk.engine.replay import replay
from mmdesk.models.checkpoint import load_checkpoint
from mmdesk.models.predictor import Predictor
from mmdesk.sources.session import SessionReader
from mmdesk.ui.training_words import fusion_name

RESOURCES: Final = Path(__file__).resolve().parents[2] / "resources"
SETTLED_S: Final = 2.0
# Seconds that each scene lasts and the right answer in it; None where there is none. See the sessions' own scripts.
SCENES: Final[dict[str, tuple[str, tuple[tuple[float, str | None], ...]]]] = {
    "digits": (
        "sample",
        ((6.0, "3"), (5.0, "7"), (5.0, "0"), (6.0, None), (4.5, "5"), (5.0, "8"), (4.5, "7"), (5.0, None), (5.0, "4")),
    ),
    "calculator": (
        "calculator",
        (
            (6.0, "15"),
            (4.5, "8"),
            (4.5, "2"),
            (5.0, "42"),
            (4.0, None),
            (4.5, None),
            (4.5, None),
            (4.5, None),
            (5.0, "6"),
        ),
    ),
    "things": (
        "things",
        ((5.0, "cup"), (5.0, "phone"), (5.0, "bottle"), (6.0, None), (4.5, "guitar"), (4.5, None), (4.5, "glasses")),
    ),
}


def truth_at(scenes: tuple[tuple[float, str | None], ...], time_s: float) -> str | None:
    """Return the right answer at a moment of a session, None where there is none or where it has just changed."""
    begun_s = 0.0
    for seconds, label in scenes:
        if time_s < begun_s + seconds:
            return label if time_s >= begun_s + SETTLED_S else None
        begun_s += seconds
    return None


def measured(model: str) -> tuple[dict[str, int], int]:
    """Return how often each method was right in a model's session, and of how many moments."""
    session, scenes = SCENES[model]
    predictor = Predictor(load_checkpoint(RESOURCES / "models" / model), torch.device("cpu"), recorded=True)
    right, moments = Counter(dict.fromkeys(predictor.classifier.fusions(), 0)), 0
    for prediction in replay(SessionReader(RESOURCES / "sessions" / session), Microscope(predictor)):
        truth = truth_at(scenes, prediction.time_s)
        if truth is None:
            continue
        moments += 1
        for view in prediction.insight.views if prediction.insight is not None else ():
            right[view.fusion] += view.outcome.label == truth
    return dict(right), moments


def main() -> int:
    """Print the table."""
    torch.set_num_threads(1)
    found = {model: measured(model) for model in SCENES}
    print("| method | " + " | ".join(f"{model.capitalize()} ({found[model][1]} moments)" for model in found) + " |")
    print("|---|" + "---|" * len(found))
    for kind in dict.fromkeys(kind for right, _ in found.values() for kind in right):
        cells = [f"{100 * right[kind] / moments:.0f} %" if kind in right else "–" for right, moments in found.values()]
        print(f"| {fusion_name(kind)} | {' | '.join(cells)} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
