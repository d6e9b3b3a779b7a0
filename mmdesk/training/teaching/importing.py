"""A folder of data as a lesson, and what is left of it to test on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import numpy as np

from mmdesk.core.errors import TrainingError
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import (
    MOST_CLASSES,
    MOST_SAMPLES,
    Content,
    LessonState,
    TaughtClass,
    TaughtSample,
    class_colour,
    name_fault,
    tidy_name,
)
from mmdesk.core.work import Step, unwatched
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
    dataset: Dataset,
    shots: int | None = None,
    seed: int = 0,
    classes: int | None = None,
    step: Step = unwatched,
) -> ImportedLesson:
    """Make a lesson of a folder of data.

    Args:
        dataset: The folder; inputs of kinds that cannot be taught are left out.
        shots: Samples to take of each class, drawn by the seed; all without it.
        seed: Of what is drawn.
        classes: How many classes to take, drawn by the seed; all without it.
        step: Called before each sample.

    Raises:
        NotWantedError: ``step`` has cancelled it.
        MediaError: A file cannot be read.
        TrainingError: There are more classes or samples than can be taught, or a class's name cannot be one here.
    """
    rng = np.random.default_rng(seed)
    labels = list(dataset.labels)
    if classes is not None and classes < len(labels):
        labels = sorted(rng.permutation(np.array(labels, dtype=object))[:classes].tolist())
    counts = Counter(sample.label for sample in dataset.samples)
    _check(dataset.root, labels, sum(min(counts[label], shots or counts[label]) for label in labels))
    made = {
        label: TaughtClass(f"class{place}", tidy_name(label), class_colour(place)) for place, label in enumerate(labels)
    }
    taken: list[TaughtSample] = []
    rest: list[TaughtSample] = []
    strangers: list[TaughtSample] = []
    done = count()

    def read(place: int, class_id: str) -> TaughtSample:
        step(next(done), len(dataset.samples))
        return _sample(dataset.samples[place], place, class_id)

    for label in dataset.labels:
        mine = [place for place, sample in enumerate(dataset.samples) if sample.label == label]
        order = rng.permutation(np.array(mine, dtype=np.int64)).tolist()
        if label not in made:
            strangers += [read(place, "") for place in sorted(order)]
            continue
        shown = order if shots is None else order[:shots]
        taken += [read(place, made[label].id) for place in shown]
        rest += [read(place, made[label].id) for place in sorted(set(order) - set(shown))]
    inputs = tuple(one for one in dataset.inputs if one.kind in TAUGHT_KINDS) or DEFAULT_INPUTS
    return ImportedLesson(LessonState(tuple(made.values()), tuple(taken), inputs), tuple(rest), tuple(strangers))


def _check(root: Path, labels: Sequence[str], samples: int) -> None:
    """Refuse what would make a project that cannot be opened again."""
    if len(labels) > MOST_CLASSES:
        raise TrainingError(Problem("teach.import.classes", path=root, found=len(labels), most=MOST_CLASSES))
    if samples > MOST_SAMPLES:
        raise TrainingError(Problem("teach.import.samples", path=root, found=samples, most=MOST_SAMPLES))
    for place, label in enumerate(labels):
        fault = name_fault(label, labels[:place])
        if fault is not None and fault.code == "teach.name_taken":
            raise TrainingError(Problem("teach.import.twins", name=label, other=dict(fault.fields)["name"]))
        if fault is not None:
            raise TrainingError(fault)


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
