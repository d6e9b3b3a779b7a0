"""A lesson becomes a model: trained in seconds, measured, saved, and open to what was never taught."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from mmdesk.core.errors import TrainingError
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.lesson import Lesson
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import BACKGROUND, LessonState, TaughtClass, TaughtSample
from mmdesk.core.teaching_report import Light, SampleFault, SampleNote
from mmdesk.models.checkpoint import load_checkpoint
from mmdesk.models.encoders.general import DIM, GeneralTextEncoder, GeneralWordEncoder, directions, projected, pushed
from mmdesk.training.teaching.embedder import Embedder, content_fault
from mmdesk.training.teaching.fit import Superseded, fit_fusion
from mmdesk.training.teaching.judging import accuracies, judge, open_set
from mmdesk.training.teaching.kinds import TAUGHT_KINDS
from mmdesk.training.teaching.measure import fold_numbers, held_out_answers
from mmdesk.training.teaching.open_set import held_out_evidence, open_set_rules
from mmdesk.training.teaching.rows import LessonFeatures, Maker
from mmdesk.training.teaching.teacher import Teacher

PICTURE, SOUND = np.zeros((8, 8, 3), np.uint8), np.zeros(800, np.float32)
WIDTHS = {"image": 1280, "audio": 128, "text": TAUGHT_KINDS["text"].encoder().width}


def planted(classes: int = 4, shots: int = 6, noise: float = 0.6, useless: str = "", seed: int = 0) -> LessonFeatures:
    """Features around a direction a class; those of a useless input say nothing."""
    generator = torch.Generator().manual_seed(seed)
    targets = torch.arange(classes).repeat_interleave(shots)
    columns = []
    for name, width in WIDTHS.items():
        means = torch.nn.functional.normalize(torch.randn(classes, width, generator=generator), dim=1)
        drawn = torch.nn.functional.normalize(torch.randn(len(targets), width, generator=generator), dim=1)
        kept = 0.0 if name == useless else 1.0
        columns.append(torch.nn.functional.normalize(kept * means[targets] + noise * drawn, dim=1))
    return LessonFeatures(columns, torch.ones(len(targets), 3, dtype=torch.bool), targets, classes, DIM)


def taught(features: LessonFeatures, teacher: Teacher, inputs: tuple[str, ...] = tuple(WIDTHS)) -> LessonState:
    """A lesson whose samples have been looked at: features are given in place of what they hold."""
    contents = {"image": PICTURE, "audio": SOUND, "text": "x"}
    samples = []
    for row, target in enumerate(features.targets.tolist()):
        sample = TaughtSample(f"s{row}", f"c{target}", {name: contents[name] for name in inputs})
        samples.append(sample)
    teacher.embedder.keep(())
    for sample in samples:
        for name, column in zip(WIDTHS, features.columns, strict=True):
            if name in inputs:
                teacher.embedder.put(sample.id, name, column[int(sample.id[1:])])
    classes = tuple(TaughtClass(f"c{each}", f"class {each}", "#000000") for each in range(features.class_count))
    return LessonState(classes, tuple(samples))


@pytest.fixture(scope="module")
def teacher() -> Teacher:
    return Teacher()


def test_a_sample_lies_on_the_sphere_and_what_is_unlike_all_of_them_is_shorter() -> None:
    samples = torch.nn.functional.normalize(torch.randn(9, 50, generator=torch.Generator().manual_seed(1)), dim=1)
    centre, basis = directions(samples, 20)
    assert basis[:9] @ basis[:9].T == pytest.approx(torch.eye(9), abs=1e-4)
    assert not basis[9:].any()
    assert projected(samples, centre, basis).square().mean(1) == pytest.approx(torch.ones(9), abs=1e-4)
    strange = torch.nn.functional.normalize(torch.randn(5, 50, generator=torch.Generator().manual_seed(2)), dim=1)
    assert (projected(strange, centre, basis).square().mean(1) < 0.7).all()


def test_evidence_is_the_nearest_sample_less_what_background_is_nearer() -> None:
    assert pushed(torch.tensor([0.5, 0.5]), torch.tensor([0.4, 0.8])) == pytest.approx(torch.tensor([0.5, -0.1]))
    encoder = GeneralTextEncoder()
    look = [encoder.features(encoder.prepare(text)[None]) for text in ("mug", "Mugs", "shoe", "window")]
    encoder.fit(torch.cat((look[0], look[2])), look[3])
    found = [float(encoder.embed(each).evidence) for each in look]  # type: ignore[arg-type]
    assert found[0] == pytest.approx(1.0, abs=1e-5)
    assert 0.25 < found[1] < 0.9
    assert found[3] < 0


def test_texts_are_near_that_are_written_alike_in_any_script() -> None:
    encoder = GeneralTextEncoder()

    def near(one: str, other: str) -> float:
        first, second = (encoder.features(encoder.prepare(text)[None]) for text in (one, other))
        return float((first * second).sum())

    assert near("mug", "MUG") == pytest.approx(1.0, abs=1e-5)
    assert near("кружка", "кружки") > 0.4 > near("кружка", "ботинок")
    assert near("杯子", "杯子。") > 0.9
    assert not encoder.features(encoder.prepare("")[None]).any()


def test_a_useless_input_is_not_believed() -> None:
    features = planted(useless="audio", noise=1.2)
    rows = features.embedded(torch.ones(len(features), dtype=torch.bool))
    maker = Maker(rows, torch.Generator().manual_seed(0))
    made, present, targets = maker.draw(500)
    assert bool(present.all())
    means = torch.stack([rows.embeddings[rows.targets == each].mean(0) for each in range(4)])

    def right(column: int) -> float:
        return float(((made[:, column] @ means[:, column].T).argmax(1) == targets).float().mean())

    assert right(0) > 0.8
    assert right(1) < 0.5


def test_held_out_answers_are_of_models_that_were_not_taught_them() -> None:
    features = planted(classes=3, shots=4, noise=0.5)
    fold, folds = fold_numbers(features)
    assert folds == 4
    assert torch.bincount(fold).tolist() == [3, 3, 3, 3]
    found = held_out_answers("product_of_experts", features)
    assert found.alone
    whole = found.right(features.embedded(torch.ones(12, dtype=torch.bool)), 7)
    assert whole.total == 12
    assert whole.right >= 10
    nothing = held_out_answers("product_of_experts", planted(classes=3, shots=1))
    assert (nothing.folds, bool(nothing.asked.any())) == (0, False)


def test_a_burst_is_held_out_as_a_whole() -> None:
    features = planted(classes=2, shots=6)
    bursts = torch.tensor([0, 0, 0, 1, 1, 2, 3, 3, 3, 3, 3, 3])
    fold, folds = fold_numbers(replace(features, bursts=bursts))
    assert folds == 5
    assert fold[:6].tolist() == [0, 0, 0, 1, 1, 2]
    # One burst alone: stretches of it.
    assert fold[6:].tolist() == [0, 0, 1, 2, 3, 4]
    assert not held_out_answers("product_of_experts", replace(features, bursts=bursts)).alone


def test_samples_that_repeat_one_another_do_not_flatter_what_is_measured() -> None:
    once = planted(classes=3, shots=3, noise=12.0, seed=4)
    columns = [column.repeat_interleave(4, 0) for column in once.columns]
    targets, bursts = once.targets.repeat_interleave(4), torch.arange(9).repeat_interleave(4)
    repeated = LessonFeatures(columns, torch.ones(36, 3, dtype=torch.bool), targets, 3, DIM)
    shares = []
    for features in (repeated, replace(repeated, bursts=bursts)):
        rows = features.embedded(torch.ones(36, dtype=torch.bool))
        shares.append(held_out_answers("product_of_experts", features).right(rows, 7).share)
    assert shares[0] == 1.0
    assert shares[1] < 0.8


def test_what_is_superseded_ends_at_once() -> None:
    features = planted()
    with pytest.raises(Superseded):
        fit_fusion("late", features.embedded(torch.ones(len(features), dtype=torch.bool)), wanted=lambda: False)


def test_training_leaves_the_generator_of_others_alone() -> None:
    features = planted(classes=2, shots=2)
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    fit_fusion("late", features.embedded(torch.ones(4, dtype=torch.bool)), steps=2)
    assert torch.equal(torch.rand(3), expected)


def test_a_lesson_becomes_a_checkpoint_that_opens(teacher: Teacher, tmp_path: Path) -> None:
    state = taught(planted(), teacher)
    made = next(teacher.teach(state, revision=7, whole=False))
    assert (made.whole, made.report.revision, made.report.measured) == (False, 7, "none")
    teacher.save(made, tmp_path / "taught.mmdesk")
    opened = load_checkpoint(tmp_path / "taught.mmdesk")
    assert opened.labels == ("class 0", "class 1", "class 2", "class 3")
    assert (tmp_path / "taught.mmdesk").stat().st_size < 4 << 20
    features = planted().columns
    for one, column in zip(DEFAULT_INPUTS, features, strict=True):
        mine, its = made.classifier.encoder(one.name).embed(column), opened.encoder(one.name).embed(column)
        assert torch.allclose(mine.embedding, its.embedding, atol=1e-5)
        assert bool(opened.encoder(one.name).recognises(its).all())
    assert opened.joint_rule is not None
    assert made.classifier.joint_rule is not None
    assert opened.joint_rule.thresholds.tolist() == pytest.approx(made.classifier.joint_rule.thresholds.tolist())
    present = torch.ones(len(features[0]), 3, dtype=torch.bool)
    embeddings = torch.stack(
        [opened.encoder(one.name).embed(c).embedding for one, c in zip(DEFAULT_INPUTS, features, strict=True)], 1
    )
    with torch.no_grad():
        answers = opened.fuse(embeddings, present).logits.argmax(1)
    assert float((answers == planted().targets).float().mean()) > 0.95


def test_the_whole_model_has_every_method_and_is_measured(teacher: Teacher) -> None:
    state = taught(planted(classes=3, shots=4, useless="audio"), teacher, ("image", "audio"))
    first, whole = teacher.teach(state)
    assert whole.whole
    assert len(whole.classifier.fusions()) > 10
    assert whole.classifier.names == ("image", "audio")
    report = whole.report
    assert report.measured == "leave_one_out"
    assert report.fused is not None
    assert report.fused.share >= 0.9
    assert report.inputs["image"].share >= 0.9
    assert report.inputs["audio"].share < 0.8
    assert {one.light for one in report.classes} == {Light.ENOUGH}
    assert first.report.seconds["all"] < report.seconds["all"]
    names = tuple(TaughtClass(one.id, f"new {one.name}", one.colour) for one in state.classes)
    renamed = teacher.relabelled(LessonState(names, state.samples), 9)
    assert renamed is not None
    assert renamed.classifier.labels == ("new class 0", "new class 1", "new class 2")
    assert renamed.classifier.fusion is whole.classifier.fusion
    assert renamed.classifier.joint_rule is whole.classifier.joint_rule
    assert renamed.report.revision == 9
    advice = [dict(one.advice.fields)["name"] for one in renamed.report.classes]
    assert advice == ["new class 0", "new class 1", "new class 2"]
    assert renamed.report.fused == report.fused


def test_what_was_never_taught_is_refused(teacher: Teacher) -> None:
    every = planted(classes=8, shots=8, noise=0.7)
    known = every.targets < 5
    shown = known & (torch.arange(64) % 8 < 5)
    state = taught(every, teacher)
    samples = state.samples

    def chosen(mask: torch.Tensor) -> list[TaughtSample]:
        return [samples[row] for row in mask.nonzero().squeeze(1).tolist()]

    lesson = LessonState(state.classes[:5], tuple(chosen(shown)))
    made = next(teacher.teach(lesson, whole=False))
    for name, column in zip(WIDTHS, every.columns, strict=True):
        for row in range(64):
            teacher.embedder.put(f"s{row}", name, column[row])
    asked = chosen(known & ~shown)
    heard, strange = judge(made, teacher.embedder, asked), judge(made, teacher.embedder, chosen(~known))
    targets = torch.tensor([int(sample.class_id[1:]) for sample in asked])
    assert accuracies(made, heard, targets)["fused"].share > 0.9
    figures = open_set(heard, strange)["fused"]
    assert figures.refused <= 1
    assert figures.claimed <= 4


def test_held_out_evidence_leaves_each_sample_out() -> None:
    features = planted(classes=2, shots=2, noise=0.4)
    found = held_out_evidence(features, torch.zeros(0, 1280), 0, "image")
    points = features.columns[0]
    assert found.own == pytest.approx((points[[0, 1, 2, 3]] * points[[1, 0, 3, 2]]).sum(1), abs=1e-5)
    assert not found.doubt.any()
    assert found.strange[0] == pytest.approx(float((points[0] @ points[2:].T).max()), abs=1e-5)
    beside = held_out_evidence(features, points[:1], 0, "image")
    assert len(beside.background) == 1


def test_a_burst_and_a_lone_sample_say_less_of_what_is_known_than_samples_apart() -> None:
    features = planted(classes=3, shots=3, noise=0.1)
    bursts = torch.tensor([0, 0, 0, 1, 2, 3, 4, 5, 6])
    features = replace(features, bursts=bursts, targets=torch.tensor([0, 0, 0, 1, 1, 1, 2, 2, 3]), class_count=4)
    found = held_out_evidence(features, torch.zeros(0, 1280), 0, "image")
    apart, burst, lone = found.own[3:6] - found.strange[3:6], found.own[:3] - found.strange[:3], found.own[8]
    assert float(burst.max()) < float(apart.min())
    assert float(lone) == pytest.approx(float(found.strange[8]) + TAUGHT_KINDS["image"].above, abs=1e-5)
    assert (found.doubt[3:8] == 0).all()
    assert (found.doubt[[0, 1, 2, 8]] > 0.05).all()


def test_a_threshold_lies_between_known_and_unknown_from_two_classes_of_one_burst_on() -> None:
    features = replace(planted(classes=2, shots=5, noise=0.2), bursts=torch.arange(2).repeat_interleave(5))
    one = LessonFeatures(
        features.columns[:1], features.present[:, :1], features.targets, 2, DIM, bursts=features.bursts
    )
    found = open_set_rules(one, [torch.zeros(0, 1280)], ["image"])
    assert found.joint is None
    assert 0.3 < found.rules[0].threshold < 0.75
    assert found.figures[0] == found.joint_figures
    assert (found.figures[0].refused, found.figures[0].claimed) == (0, 0)


def test_an_input_that_tells_nothing_has_no_say_and_one_that_does_can_refuse() -> None:
    features = planted(classes=6, shots=8, noise=0.6, useless="audio")
    found = open_set_rules(features, [torch.zeros(0, width) for width in WIDTHS.values()], tuple(WIDTHS))
    assert found.joint is not None
    slopes = found.joint.slopes.tolist()
    assert slopes[1] < 0.05 * min(slopes[0], slopes[2])
    known = torch.tensor([[0.8, 0.3, 0.8]])
    strange = torch.tensor([[0.05, 0.9, 0.05]])
    whole = torch.ones(1, 3, dtype=torch.bool)
    assert bool(found.joint(known, whole))
    assert not bool(found.joint(strange, whole))
    assert not bool(found.joint(torch.tensor([[0.05, 0.9, 0.8]]), torch.tensor([[True, True, False]])))
    assert found.joint_figures.refused <= 3
    assert found.joint_figures.claimed <= 3


def test_inputs_that_were_never_shown_together_are_judged_together_all_the_same() -> None:
    features = planted(classes=2, shots=4, noise=0.3)
    present = torch.zeros(8, 3, dtype=torch.bool)
    present[::2, 0], present[1::2, 1:] = True, True
    found = open_set_rules(
        replace(features, present=present), [torch.zeros(0, width) for width in WIDTHS.values()], tuple(WIDTHS)
    )
    assert found.joint is not None
    assert torch.isfinite(found.joint.thresholds[1:]).all()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (np.zeros((60, 80, 3), np.uint8), "teach.sample.dark"),
        (np.full((60, 80, 3), 200, np.uint8), "teach.sample.blank"),
        (np.zeros(16_000, np.float32), "teach.sample.silent"),
        (np.full(100, 0.1, np.float32), "teach.sample.short"),
        (np.full(16_000, np.nan, np.float32), "teach.sample.unusable"),
        ("…!", "teach.sample.no_word"),
    ],
)
def test_what_nothing_can_be_learnt_from_is_named(content: np.ndarray | str, code: str) -> None:
    fault = content_fault(content)
    assert fault is not None
    problem = fault.problem("mug", 4)
    assert problem.code == code
    assert dict(problem.fields) == {"name": "mug", "number": 4}


def test_a_class_of_black_pictures_is_told_and_makes_no_model() -> None:
    lesson = Lesson()
    black, word = lesson.add_class("black"), lesson.add_class("word")
    lesson.add_samples(black.id, [{"image": np.zeros((60, 80, 3), np.uint8)}])
    lesson.add_samples(word.id, [{"text": "word"}])
    teacher = Teacher()
    with pytest.raises(TrainingError) as error:
        next(teacher.teach(lesson.state))
    assert error.value.problem.code == "teach.light.unusable"
    hat = lesson.add_class("hat")
    lesson.add_samples(hat.id, [{"text": "hat"}])
    lesson.add_samples(BACKGROUND, [{"text": "window"}])
    made = next(teacher.teach(lesson.state, whole=False))
    assert made.classifier.labels == ("word", "hat")
    assert made.report.notes == (SampleNote(lesson.state.samples[0].id, "image", SampleFault.DARK),)
    assert [one.light for one in made.report.classes] == [Light.THIN] * 3


def test_the_class_that_is_in_the_way_is_named_and_not_one_that_is_empty() -> None:
    lesson = Lesson()
    lesson.add_class("empty")
    black, word = lesson.add_class("black"), lesson.add_class("word")
    lesson.add_samples(black.id, [{"image": np.zeros((60, 80, 3), np.uint8)}])
    lesson.add_samples(word.id, [{"text": "word"}])
    with pytest.raises(TrainingError) as error:
        next(Teacher().teach(lesson.state))
    assert error.value.problem == Problem("teach.light.unusable", name="black")


def test_what_is_forgotten_is_not_kept() -> None:
    embedder = Embedder(DEFAULT_INPUTS)
    samples = [TaughtSample(name, "c", {"text": name}) for name in ("mug", "shoe")]
    assert embedder.embed(samples) == 2
    assert embedder.embed(samples) == 0
    assert embedder.keep(["mug"]) == 1
    assert embedder.features("shoe", "text") is None


def test_a_word_is_turned_into_a_fixed_number_of_values() -> None:
    encoder = GeneralWordEncoder().eval()
    wave = np.random.default_rng(0).uniform(-0.1, 0.1, 9_000).astype(np.float32)
    found = encoder.features(encoder.prepare(wave)[None])
    assert found.shape == (1, 128)
    assert float(found.norm()) == pytest.approx(1.0, abs=1e-5)
