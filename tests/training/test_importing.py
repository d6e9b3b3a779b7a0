"""A folder of data as a lesson: only what makes a project that opens again."""

from __future__ import annotations

from pathlib import Path

import pytest

from mmdesk.core.errors import TrainingError
from mmdesk.core.inputs import Input
from mmdesk.core.teaching import MOST_CLASSES, MOST_SAMPLES
from mmdesk.training.dataset import Dataset, Sample
from mmdesk.training.teaching.importing import import_lesson

TEXT = Input("text", "text")


def data(labels: list[str], each: int = 1) -> Dataset:
    samples = [Sample({TEXT: f"{label} {number}"}, label) for label in labels for number in range(each)]
    return Dataset(Path("data"), "data", tuple(samples), tuple(sorted(labels)), (TEXT,))


@pytest.mark.parametrize(
    ("dataset", "code"),
    [
        (data([f"class {number}" for number in range(MOST_CLASSES + 1)]), "teach.import.classes"),
        (data(["a", "b"], MOST_SAMPLES // 2 + 1), "teach.import.samples"),
        (data(["A", "Ａ"]), "teach.import.twins"),
        (data(["a", "\u200b"]), "teach.name_empty"),
    ],
)
def test_what_could_not_be_opened_again_is_refused(dataset: Dataset, code: str) -> None:
    with pytest.raises(TrainingError) as error:
        import_lesson(dataset)
    assert error.value.problem.code == code


def test_a_few_of_many_can_be_taken() -> None:
    many = data([f"class {number}" for number in range(MOST_CLASSES + 1)], 60)
    taken = import_lesson(many, shots=2, classes=3).state
    assert (len(taken.classes), len(taken.samples)) == (3, 6)
