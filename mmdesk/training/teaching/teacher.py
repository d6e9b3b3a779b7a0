"""Makes a model of a lesson: embeds what is new, trains fusions, chooses thresholds, measures, and writes a checkpoint.

It works in steps, so that a first model is there in a second or two: the method that answers alone; then every other
method, temperatures, and what the model is worth. A lesson that has changed ends the steps at once.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch
from torch import Tensor

from mmdesk.core.errors import TrainingError
from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import LessonState, TaughtSample
from mmdesk.core.teaching_report import HeldOut, OpenSetFigures, TeachingReport
from mmdesk.models.checkpoint import save_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.fusion import Fusion, possible_fusions
from mmdesk.models.open_set import JointRule
from mmdesk.training.teaching.embedder import Embedder
from mmdesk.training.teaching.fit import fit_fusion
from mmdesk.training.teaching.kinds import TAUGHT_KINDS
from mmdesk.training.teaching.lights import Measured, class_reports, confusions, whole_advice
from mmdesk.training.teaching.measure import HeldOutAnswers, held_out_answers, temperatures_of
from mmdesk.training.teaching.open_set import open_set_rules
from mmdesk.training.teaching.rows import LessonFeatures, LessonRows

ANSWERING = "attention_gate"
"""The method that answers first."""


@dataclass(slots=True)
class Taught:
    """A model of a lesson.

    Attributes:
        classifier: On the CPU, in evaluation mode; shared encoders.
        report: What is known of it so far.
        measured: What the report's lights and sentences are made of.
        whole: Whether it has every method and has been measured.
    """

    classifier: FusionClassifier
    report: TeachingReport
    measured: Measured
    whole: bool


@dataclass(slots=True)
class _Work:
    """One lesson being made into a model."""

    state: LessonState
    revision: int
    features: LessonFeatures
    rows: LessonRows
    ids: tuple[str, ...]
    inputs: tuple[Input, ...]
    background: list[Tensor]
    seconds: dict[str, float] = field(default_factory=dict)
    fusions: dict[str, Fusion] = field(default_factory=dict)
    open_set: dict[str, OpenSetFigures] = field(default_factory=dict)
    joint: JointRule | None = None


class Teacher:
    """Keeps encoders and embeddings warm and makes models of lessons. One thread owns it.

    Args:
        inputs: What samples may hold, in order.
        answering: Kind of the method that answers first.
        seed: Of everything that is drawn.

    Raises:
        ValueError: An encoder's weights cannot be read.
    """

    def __init__(self, inputs: Sequence[Input] = DEFAULT_INPUTS, answering: str = ANSWERING, seed: int = 0) -> None:
        self.embedder = Embedder(inputs)
        self._answering, self._seed = answering, seed
        self._last: Taught | None = None
        self._names: dict[str, str] = {}

    def warm_up(self) -> None:
        """Let every encoder run once, so that the first sample is no slower than the others."""
        for one, encoder in self.embedder.encoders.items():
            encoder(encoder.prepare(TAUGHT_KINDS[one.kind].empty()).unsqueeze(0))

    def teach(
        self, state: LessonState, revision: int = 0, wanted: Callable[[], bool] = lambda: True, *, whole: bool = True
    ) -> Iterator[Taught]:
        """Make a model of a lesson: yield it as soon as it answers, and again when it is whole.

        Args:
            state: What is taught.
            revision: Its number, for the report.
            wanted: Asked all the time; a no ends the work.
            whole: Whether to go on to every method and to measure.

        Raises:
            Superseded: ``wanted`` said no.
            TrainingError: No model can be made of the lesson.
        """
        started = time.perf_counter()
        self._last = None
        work = self._begin(state, revision, wanted)
        first = self._answering if self._answering in self._methods(work) else self._methods(work)[0]
        begun = time.perf_counter()
        work.fusions[first] = fit_fusion(first, work.rows, self._seed, wanted)
        self._set_rules(work)
        work.seconds["training"] = time.perf_counter() - begun
        work.seconds["all"] = time.perf_counter() - started
        self._last = self._taught(work, first, None)
        yield self._last
        if not whole:
            return
        for kind in self._methods(work):
            if kind not in work.fusions:
                work.fusions[kind] = fit_fusion(kind, work.rows, self._seed, wanted)
        work.seconds["training"] = time.perf_counter() - begun
        begun = time.perf_counter()
        answers = held_out_answers(first, work.features, self._seed, wanted)
        work.fusions[first].set_temperatures(temperatures_of(work.rows, answers))
        work.seconds["measuring"] = time.perf_counter() - begun
        work.seconds["all"] = time.perf_counter() - started
        self._last = self._taught(work, first, answers)
        yield self._last

    def relabelled(self, state: LessonState, revision: int) -> Taught | None:
        """Return the model that was made last with a lesson's names; None where another model is needed."""
        last = self._last
        if last is None:
            return None
        old = last.classifier
        names = {one.id: one.name for one in state.classes}
        ids = [one.class_id for one in last.report.classes]
        kept = [one for one in ids if one in names]
        if len(kept) < len(ids):
            return None
        labels = {self._names[one]: names[one] for one in ids}
        classifier = FusionClassifier(
            [labels[label] for label in old.labels],
            {one: old.encoder(one.name) for one in old.inputs},
            old.fusion,
            [fusion for kind, fusion in old.fusions().items() if fusion is not old.fusion],
        ).eval()
        classifier.set_joint_rule(old.joint_rule)
        self._names = names
        report = replace(
            last.report,
            revision=revision,
            classes=class_reports(state, last.measured),
            advice=whole_advice(state, last.measured),
        )
        self._last = Taught(classifier, report, last.measured, last.whole)
        return self._last

    def save(self, taught: Taught, path: Path) -> None:
        """Write a model as a checkpoint.

        Raises:
            CheckpointError: It cannot be written.
        """
        save_checkpoint(taught.classifier, path, card(taught))

    def forget(self, kept: Sequence[str]) -> int:
        """Forget the embeddings of every sample but these, and the model; returns how many embeddings were wiped."""
        self._last = None
        return self.embedder.keep(kept)

    # ---- the steps ----

    def _begin(self, state: LessonState, revision: int, wanted: Callable[[], bool]) -> _Work:
        if faults := state.faults():
            raise TrainingError(faults[0])
        begun = time.perf_counter()
        self.embedder.embed(state.samples, wanted)
        taught = [sample for sample in state.samples if sample.class_id]
        usable = [sample for sample in taught if any(self._features(sample, one) is not None for one in state.inputs)]
        filled = {sample.class_id for sample in usable}
        classes = [one for one in state.classes if one.id in filled]
        if len(classes) < 2:
            shown = {sample.class_id for sample in taught}
            missing = next(one for one in state.classes if one.id in shown - filled)
            raise TrainingError(Problem("teach.light.unusable", name=missing.name))
        inputs = tuple(one for one in state.inputs if any(self._features(sample, one) is not None for sample in usable))
        self._names = {one.id: one.name for one in state.classes}
        ids = tuple(one.id for one in classes)
        background = [
            torch.stack(found) if (found := self._background(state, one)) else torch.zeros(0, encoder.width)
            for one, encoder in ((one, self.embedder.encoders[one]) for one in inputs)
        ]
        features = self._gathered(usable, inputs, ids)
        rows = features.embedded(torch.ones(len(features), dtype=torch.bool))
        work = _Work(state, revision, features, rows, ids, inputs, background)
        work.seconds["embedding"] = time.perf_counter() - begun
        return work

    def _features(self, sample: TaughtSample, one: Input) -> Tensor | None:
        return self.embedder.features(sample.id, one.name)

    def _background(self, state: LessonState, one: Input) -> list[Tensor]:
        return [found for sample in state.background if (found := self._features(sample, one)) is not None]

    def _gathered(self, samples: Sequence[TaughtSample], inputs: Sequence[Input], ids: Sequence[str]) -> LessonFeatures:
        columns, present = [], []
        for one in inputs:
            found = [self._features(sample, one) for sample in samples]
            empty = torch.zeros(self.embedder.encoders[one].width)
            columns.append(torch.stack([empty if each is None else each for each in found]))
            present.append(torch.tensor([each is not None for each in found]))
        targets = torch.tensor([ids.index(sample.class_id) for sample in samples])
        dim = self.embedder.encoders[inputs[0]].dim
        # One input alone has nobody to give way to.
        astray = tuple(TAUGHT_KINDS[one.kind].astray for one in inputs) if len(inputs) > 1 else ()
        numbers: dict[str, int] = {}
        bursts = torch.tensor([numbers.setdefault(sample.burst or sample.id, len(numbers)) for sample in samples])
        return LessonFeatures(columns, torch.stack(present, 1), targets, len(ids), dim, astray, bursts)

    @staticmethod
    def _methods(work: _Work) -> tuple[str, ...]:
        return possible_fusions(len(work.inputs), work.rows.embeddings.shape[2])

    def _set_rules(self, work: _Work) -> None:
        found = open_set_rules(work.features, work.background, [one.kind for one in work.inputs])
        work.joint, work.open_set["fused"] = found.joint, found.joint_figures
        for column, one in enumerate(work.inputs):
            encoder = self.embedder.encoders[one]
            encoder.fit(work.features.shown(column), work.background[column])
            encoder.set_open_set(found.rules[column])
            work.open_set[one.name] = found.figures[column]

    def _classifier(self, work: _Work, first: str) -> FusionClassifier:
        labels = [work.state.class_of(one).name for one in work.ids]
        encoders = {one: self.embedder.encoders[one] for one in work.inputs}
        others = [fusion for kind, fusion in work.fusions.items() if kind != first]
        made = FusionClassifier(labels, encoders, work.fusions[first], others).eval()
        made.set_joint_rule(work.joint)
        return made

    def _taught(self, work: _Work, first: str, answers: HeldOutAnswers | None) -> Taught:
        """Return the model as far as it is; with answers it is whole."""
        measured = self._measured(work, answers)
        how = "none"
        inputs: dict[str, HeldOut] = {}
        fusions: dict[str, HeldOut] = {}
        if answers is not None and measured.fused is not None:
            how = "leave_one_out" if answers.alone else "k_fold"
            fusions = {first: measured.fused}
            inputs = {one.name: answers.right(work.rows, 1 << place) for place, one in enumerate(work.inputs)}
        report = TeachingReport(
            revision=work.revision,
            measured=how,
            folds=0 if answers is None else answers.folds,
            fusion=first,
            fused=measured.fused,
            inputs=inputs,
            fusions=fusions,
            classes=class_reports(work.state, measured),
            confusions=measured.confused,
            advice=whole_advice(work.state, measured),
            open_set=dict(work.open_set),
            notes=self.embedder.notes(work.state.samples),
            seconds=dict(work.seconds),
        )
        return Taught(self._classifier(work, first), report, measured, answers is not None)

    @staticmethod
    def _measured(work: _Work, answers: HeldOutAnswers | None) -> Measured:
        rows, whole = work.rows, (1 << len(work.inputs)) - 1
        if answers is None or not answers.folds:
            nothing = torch.zeros(len(rows), dtype=torch.bool)
            return Measured(rows, work.inputs, work.ids, nothing, nothing)
        said = answers.logits[whole - 1].argmax(1)
        return Measured(
            rows,
            work.inputs,
            work.ids,
            said == rows.targets,
            answers.asked,
            answers.right(rows, whole),
            confusions(rows, said, answers.asked, work.ids),
        )


def card(taught: Taught) -> str:
    """Return the card of a taught model, Markdown."""
    report = taught.report
    lines = [
        "# A taught model",
        "",
        f"Taught with mmdesk: {len(taught.classifier.labels)} classes, a few examples of each, on frozen encoders.",
        "",
    ]
    if report.fused is not None:
        lines += ["| held-out samples | right | of | 95 % interval |", "|---|---|---|---|"]
        rows = {"everything": report.fused, **{f"{name} alone": one for name, one in report.inputs.items()}}
        lines += [
            f"| {name} | {one.right} | {one.total} | {100 * one.low:.0f}–{100 * one.high:.0f} % |"
            for name, one in rows.items()
        ]
        lines += ["", f"Measured by {report.measured.replace('_', ' ')} with {report.folds} models."]
    else:
        lines.append("Not measured: no class has two samples.")
    return "\n".join(lines) + "\n"
