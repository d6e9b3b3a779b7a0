"""What the lights and sentences of a lesson say, on samples that are planted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
import torch

from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import Content, LessonState, TaughtClass, TaughtSample
from mmdesk.core.teaching_report import Confusion, HeldOut, Light
from mmdesk.training.teaching.lights import Measured, class_reports, confusions, whole_advice
from mmdesk.training.teaching.rows import LessonRows

DIM = 16
CONTENTS: dict[str, Content] = {
    "image": np.zeros((8, 8, 3), np.uint8),
    "audio": np.zeros(800, np.float32),
    "text": "x",
}
Wrong = Mapping[tuple[int, int], int]
"""By a class and one of its samples, the class that is said of it."""


def planted(
    counts: tuple[int, ...], wrong: Wrong | None = None, *, names: tuple[str, ...] = ("image",), asked: bool = True
) -> tuple[LessonState, Measured]:
    """Classes "mug", "cup" and so on of so many samples each, none like another; all but some are answered right."""
    classes = tuple(
        TaughtClass(f"c{k}", name, "#000000") for k, name in enumerate(("mug", "cup", "pot")[: len(counts)])
    )
    samples = tuple(
        TaughtSample(f"s{k}{number}", f"c{k}", {name: CONTENTS[name] for name in names})
        for k, count in enumerate(counts)
        for number in range(count)
    )
    there = [k for k, count in enumerate(counts) if count]
    targets = torch.tensor([there.index(int(sample.class_id[1:])) for sample in samples])
    said = targets.clone()
    for (k, number), other in (wrong or {}).items():
        said[[sample.id for sample in samples].index(f"s{k}{number}")] = there.index(other)
    drawn = torch.randn(len(samples), len(names), DIM, generator=torch.Generator().manual_seed(0))
    rows = LessonRows(drawn, torch.ones(len(samples), len(names), dtype=torch.bool), targets, len(there))
    ids = tuple(f"c{k}" for k in there)
    inputs = tuple(one for one in DEFAULT_INPUTS if one.name in names)
    mask = torch.full((len(samples),), asked)
    right = (said == targets) & mask
    fused = HeldOut.of(int(right.sum()), len(samples)) if asked else None
    return LessonState(classes, samples), Measured(
        rows, inputs, ids, right, mask, fused, confusions(rows, said, mask, ids)
    )


def alike(found: Measured, column: int, target: int = 0) -> Measured:
    """The same where one input of every sample of a class is what it is of the first."""
    embeddings = found.rows.embeddings.clone()
    mine = found.rows.targets == target
    embeddings[mine, column] = embeddings[mine, column][:1]
    return replace(found, rows=replace(found.rows, embeddings=embeddings))


@pytest.mark.parametrize(
    ("counts", "wrong", "light", "advice"),
    [
        ((3, 3), {}, Light.ENOUGH, Problem("teach.light.enough", name="mug")),
        ((2, 3), {}, Light.THIN, Problem("teach.light.few", name="mug", count=2, wanted=3)),
        ((0, 3, 3), {}, Light.THIN, Problem("teach.class_empty", name="mug")),
        # Two of five are called a cup and one a pot: the commoner is named.
        ((5, 3, 3), {(0, 0): 1, (0, 1): 1, (0, 2): 2}, Light.CONTRADICTORY, ("mug", "cup")),
        ((3, 3), {(0, 0): 1, (0, 1): 1, (1, 0): 0, (1, 1): 0}, Light.CONTRADICTORY, ("mug", "cup")),
        ((5, 3), {(0, 0): 1}, Light.THIN, Problem("teach.light.weak", name="mug")),
        ((10, 3), {(0, 0): 1}, Light.ENOUGH, Problem("teach.light.enough", name="mug")),
    ],
    ids=["enough", "few", "empty", "mixed", "labels swapped", "weak", "one of ten"],
)
def test_a_class_is_told_what_it_needs(
    counts: tuple[int, ...], wrong: Wrong, light: Light, advice: Problem | tuple[str, str]
) -> None:
    report = class_reports(*planted(counts, wrong))[0]
    if isinstance(advice, tuple):
        advice = Problem("teach.light.mixed", name=advice[0], other=advice[1])
    assert (report.class_id, report.light, report.advice) == ("c0", light, advice)


def test_a_class_of_which_nothing_can_be_used_is_told() -> None:
    state, found = planted((0, 3, 3))
    dark = TaughtSample("s", "c0", {"image": CONTENTS["image"]})
    report = class_reports(replace(state, samples=(dark, *state.samples)), found)[0]
    assert report.advice == Problem("teach.light.unusable", name="mug")


def test_a_class_counts_its_own_held_out_samples_and_is_not_judged_without() -> None:
    wrong = {(0, 0): 1}
    mug, cup = class_reports(*planted((5, 3), wrong))
    assert mug.held_out == HeldOut.of(4, 5)
    assert cup.held_out == HeldOut.of(3, 3)
    unasked = class_reports(*planted((5, 3), wrong, asked=False))
    assert [(one.light, one.held_out) for one in unasked] == [(Light.ENOUGH, None)] * 2


def test_three_equal_pictures_are_alike_and_one_other_is_enough() -> None:
    state, found = planted((3, 3))
    report = class_reports(state, alike(found, 0))[0]
    assert (report.light, report.advice) == (Light.THIN, Problem("teach.light.alike", name="mug"))
    assert class_reports(state, alike(found, 0))[1].light is Light.ENOUGH
    moved = alike(found, 0)
    moved.rows.embeddings[2, 0] += 0.1
    assert class_reports(state, moved)[0].light is Light.ENOUGH


def test_texts_may_be_the_same_and_do_not_make_pictures_differ() -> None:
    state, found = planted((3, 3), names=("text",))
    assert class_reports(state, alike(found, 0))[0].light is Light.ENOUGH
    state, found = planted((3, 3), names=("image", "text"))
    assert class_reports(state, alike(found, 0))[0].advice.code == "teach.light.alike"
    assert class_reports(state, alike(found, 1))[0].light is Light.ENOUGH


def test_pictures_that_are_the_same_do_no_harm_where_the_sound_differs() -> None:
    state, found = planted((3, 3), names=("image", "audio"))
    assert class_reports(state, alike(found, 0))[0].light is Light.ENOUGH


def test_confusions_are_counted_the_commonest_first() -> None:
    _, found = planted((3, 3, 3), {(0, 0): 1, (2, 0): 0, (2, 1): 0})
    assert found.confused == (Confusion("c2", "c0", 2), Confusion("c0", "c1", 1))
    assert planted((3, 3))[1].confused == ()


@pytest.mark.parametrize(
    ("counts", "wrong", "advice"),
    [
        ((3, 3), {}, Problem("teach.advice.good")),
        ((2, 3), {}, Problem("teach.advice.more")),
        # Mug and pot both ways are commoner than cup for mug alone.
        (
            (3, 3, 3),
            {(1, 0): 0, (1, 1): 0, (0, 0): 2, (0, 1): 2, (2, 0): 0},
            Problem("teach.advice.confused", name="mug", other="pot"),
        ),
        ((40, 40), {(0, 0): 1}, Problem("teach.advice.good")),
    ],
    ids=["good", "more", "a pair", "one of eighty"],
)
def test_the_whole_is_told_what_helps(counts: tuple[int, ...], wrong: Wrong, advice: Problem) -> None:
    assert whole_advice(*planted(counts, wrong)) == advice


def test_the_whole_is_untested_where_nothing_was_asked() -> None:
    assert whole_advice(*planted((1, 1), asked=False)) == Problem("teach.advice.untested")


def test_after_a_rename_every_sentence_has_the_new_name() -> None:
    state, found = planted((3, 3), {(0, 0): 1, (0, 1): 1})
    assert whole_advice(state, found) == Problem("teach.advice.confused", name="mug", other="cup")
    mug, cup = state.classes
    swapped = replace(state, classes=(replace(mug, name="cup"), replace(cup, name="mug")))
    assert whole_advice(swapped, found) == Problem("teach.advice.confused", name="cup", other="mug")
    assert [one.advice for one in class_reports(swapped, found)] == [
        Problem("teach.light.mixed", name="cup", other="mug"),
        Problem("teach.light.enough", name="mug"),
    ]
