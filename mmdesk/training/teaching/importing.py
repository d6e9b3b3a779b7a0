"""A folder of data as a lesson, and what is left of it to test on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.teaching import Content, LessonState, TaughtClass, TaughtSample, class_colour, tidy_name
from mmdesk.sources.teaching.media import kept
from mmdesk.training.dataset import Dataset, Sample
from mmdesk.training.media import raw_of
from mmdesk.training.teaching.kinds import TAUGHT_KINDS


@dataclass(frozen=True, slots=True, eq=False)
class ImportedLesson:
    """A lesson made of a folder of data.

    Attributes:
        state: The lesson.
        rest: Samples of its classes that it does not hold, to test on.
        strangers: Samples of classes that it does not have; their class is ``""``.
    """

    state: LessonState
    rest: tuple[TaughtSample, ...]
    strangers: tuple[TaughtSample, ...]


def import_lesson(
    dataset: Dataset, shots: int | None = None, seed: int = 0, classes: int | None = None
) -> ImportedLesson:
    """Make a lesson of a folder of data.

    Args:
        dataset: The folder; inputs of kinds that cannot be taught are left out.
        shots: Samples to take of each class, drawn by the seed; all without it.
        seed: Of what is drawn.
        classes: How many classes to take, drawn by the seed; all without it.

    Raises:
        MediaError: A file cannot be read.
    """
    rng = np.random.default_rng(seed)
    labels = list(dataset.labels)
    if classes is not None and classes < len(labels):
        labels = sorted(rng.permutation(np.array(labels, dtype=object))[:classes].tolist())
    made = {
        label: TaughtClass(f"class{place}", tidy_name(label), class_colour(place)) for place, label in enumerate(labels)
    }
    taken: list[TaughtSample] = []
    rest: list[TaughtSample] = []
    strangers: list[TaughtSample] = []
    for label in dataset.labels:
        mine = [place for place, sample in enumerate(dataset.samples) if sample.label == label]
        order = rng.permutation(np.array(mine, dtype=np.int64)).tolist()
        if label not in made:
            strangers += [_sample(dataset.samples[place], place, "") for place in sorted(order)]
            continue
        shown = order if shots is None else order[:shots]
        taken += [_sample(dataset.samples[place], place, made[label].id) for place in shown]
        rest += [_sample(dataset.samples[place], place, made[label].id) for place in sorted(set(order) - set(shown))]
    inputs = tuple(one for one in dataset.inputs if one.kind in TAUGHT_KINDS) or DEFAULT_INPUTS
    return ImportedLesson(LessonState(tuple(made.values()), tuple(taken), inputs), tuple(rest), tuple(strangers))


def _sample(sample: Sample, number: int, class_id: str) -> TaughtSample:
    inputs: dict[str, Content] = {}
    origin = ""
    for one, value in sample.values.items():
        if one.kind not in TAUGHT_KINDS:
            continue
        content = raw_of(one.kind, value)
        inputs[one.name] = kept(content)
        if isinstance(value, Path) and not origin:
            origin = value.name
    return TaughtSample(f"sample{number}", class_id, inputs, origin or "text")
