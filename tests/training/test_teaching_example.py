"""The session that shows a teaching, from its stretches to what the model makes of the rest of it."""

from __future__ import annotations

import pytest
import torch

from mmdesk.analysis.microscope import Microscope
from mmdesk.app import paths
from mmdesk.app.teaching_example import class_named
from mmdesk.core.lesson import Lesson
from mmdesk.core.prediction import Prediction
from mmdesk.engine.replay import replay
from mmdesk.engine.stretch_bursts import stretch_bursts
from mmdesk.models.predictor import Predictor
from mmdesk.sources.session import SessionReader
from mmdesk.sources.session.lesson import taught_stretches
from mmdesk.training.teaching.teacher import Teacher


@pytest.fixture(scope="module")
def answers() -> list[Prediction]:
    """Two answers a second by the model that is taught in it."""
    reader, lesson = SessionReader(paths.teaching_session()), Lesson()
    for burst in stretch_bursts(reader, taught_stretches(reader)):
        lesson.add_samples(class_named(lesson, burst.class_id), burst.contents)
    made = next(iter(Teacher().teach(lesson.state, whole=False)))
    microscope = Microscope(Predictor(made.classifier, torch.device("cpu")))
    return list(replay(reader, microscope, 2))


@pytest.mark.parametrize(
    ("from_s", "to_s", "label"),
    [
        (20.0, 23.5, None),  # an empty room
        (25.5, 28.5, "Bruno"),  # smaller than it was shown, and said by another voice
        (30.0, 33.0, "Paula"),  # nothing is said
        (35.5, 38.0, None),  # a guitar, and "banjo"
        (49.5, 51.5, None),
    ],
)
def test_it_knows_what_it_was_taught_and_nothing_else(
    answers: list[Prediction], from_s: float, to_s: float, label: str | None
) -> None:
    found = [each.label for each in answers if from_s <= each.time_s <= to_s]
    assert len(found) >= 4
    assert found.count(label) >= 0.8 * len(found), found


def test_a_word_alone_is_known_under_a_covered_lens(answers: list[Prediction]) -> None:
    found = [each.label for each in answers if 44.5 <= each.time_s <= 47.0]
    assert found.count("Robo") >= 0.8 * len(found), found
