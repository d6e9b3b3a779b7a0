"""``mmdesk teach``: a project of a few examples a class, trained and measured."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mmdesk.app.arguments import seed
from mmdesk.app.streams import print_json
from mmdesk.core.errors import OptionError, OutputError
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import BACKGROUND
from mmdesk.core.teaching_report import HeldOut, OpenSetFigures, TeachingReport

if TYPE_CHECKING:
    from mmdesk.core.teaching import LessonState
    from mmdesk.sources.teaching.project import OpenedLesson, TeachingProject
    from mmdesk.training.teaching.importing import ImportedLesson
    from mmdesk.training.teaching.teacher import Taught, Teacher


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``mmdesk teach``."""
    parser.add_argument("project", metavar="PROJECT", type=Path, help="the project's folder; new with --from")
    parser.add_argument(
        "--from",
        metavar="DIR",
        dest="source",
        type=Path,
        help="make the project from a data folder: class folders with texts.csv, or samples.csv",
    )
    parser.add_argument("--shots", metavar="K", type=int, help="take K samples of each class and test on the others")
    parser.add_argument("--classes", metavar="N", type=int, help="take N classes; the others test “none of these”")
    parser.add_argument("--seed", metavar="S", type=seed, default=0, help="of what is drawn (default: 0)")
    parser.add_argument("--fusion", metavar="KIND", help="the method that answers (default: the program's)")


def run(arguments: argparse.Namespace) -> int:
    """Teach, save, and print one JSON summary."""
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    from mmdesk.models.fusion import offered_fusions
    from mmdesk.training.teaching.teacher import ANSWERING, Teacher

    _check(arguments, offered_fusions())
    started = time.perf_counter()
    project, opened, imported = _project(arguments)
    state = opened.state
    for finding in opened.findings:
        print(f"mmdesk: {finding}", file=sys.stderr)
    try:
        teacher = Teacher(state.inputs, arguments.fusion or ANSWERING, arguments.seed)
        made: list[Taught] = list(teacher.teach(state))
        taught = made[-1]
        teacher.save(taught, project.model)
        summary = _summary(taught.report, state)
        summary["first_model_seconds"] = round(made[0].report.seconds["all"] - made[0].report.seconds["embedding"], 3)
        if imported is not None:
            summary.update(_tested(taught, teacher, imported))
        summary.update(
            unread=[{"file": one.place, "why": str(one.problem)} for one in opened.findings],
            project=str(arguments.project),
            model=str(project.model),
            seed=arguments.seed,
            shots=arguments.shots,
            seconds={**_rounded(taught.report.seconds), "command": round(time.perf_counter() - started, 2)},
        )
        print_json(summary, indent=2)
    finally:
        project.close()
    return 0


def _check(arguments: argparse.Namespace, methods: tuple[str, ...]) -> None:
    for option, value, least in (("--shots", arguments.shots, 1), ("--classes", arguments.classes, 2)):
        if value is not None and value < least:
            raise OptionError(Problem("teach.option.least", option=option, least=least))
        if value is not None and arguments.source is None:
            raise OptionError(Problem("teach.option.needs_source", option=option))
    if arguments.fusion is not None and arguments.fusion not in methods:
        raise OptionError(
            Problem("option.unknown_method", option="--fusion", method=arguments.fusion, known=", ".join(methods))
        )


def _project(arguments: argparse.Namespace) -> tuple[TeachingProject, OpenedLesson, ImportedLesson | None]:
    from mmdesk.sources.teaching.project import OpenedLesson, TeachingProject
    from mmdesk.training.dataset import read_dataset
    from mmdesk.training.teaching.importing import import_lesson

    if arguments.source is None:
        project, opened = TeachingProject.open(arguments.project)
        if opened.read_only is not None:
            project.close()
            raise OutputError(Problem("teach.project.no_model", path=arguments.project))
        return project, opened, None
    imported = import_lesson(read_dataset(arguments.source), arguments.shots, arguments.seed, arguments.classes)
    return TeachingProject.create(arguments.project, imported.state), OpenedLesson(imported.state), imported


def _summary(report: TeachingReport, state: LessonState) -> dict[str, Any]:
    names = {one.id: one.name for one in state.classes}
    return {
        "classes": len(state.classes),
        "samples": len(state.samples),
        "fusion": report.fusion,
        "held_out": {
            "measured": report.measured,
            "folds": report.folds,
            "fused": None if report.fused is None else _share(report.fused),
            "inputs": {name: _share(one) for name, one in report.inputs.items()},
            "open_set": {name: _open_set(one) for name, one in report.open_set.items()},
        },
        "advice": str(report.advice),
        "lights": {
            names[one.class_id]: {"light": one.light.value, "advice": str(one.advice)} for one in report.classes
        },
        "unused": _unused(report, state),
    }


def _unused(report: TeachingReport, state: LessonState) -> list[dict[str, str]]:
    """What of the samples could not be used, and why; each is told by its class and its number in it, as on screen."""
    names = {BACKGROUND: "none of these", **{one.id: one.name for one in state.classes}}
    places = {
        sample.id: (name, number)
        for class_id, name in names.items()
        for number, sample in enumerate(state.of_class(class_id), 1)
    }
    return [
        {"sample": one.sample_id, "input": one.input_name, "why": str(one.fault.problem(*places[one.sample_id]))}
        for one in report.notes
    ]


def _tested(taught: Taught, teacher: Teacher, imported: ImportedLesson) -> dict[str, Any]:
    """Measure on what the lesson does not hold."""
    import torch

    from mmdesk.training.teaching.judging import accuracies, judge, open_set

    labels = list(taught.classifier.labels)
    names = {one.id: one.name for one in imported.state.classes}
    rest = [sample for sample in imported.rest if names[sample.class_id] in labels]
    found: dict[str, Any] = {"test_samples": len(rest)}
    if rest:
        known = judge(taught, teacher.embedder, rest)
        targets = torch.tensor([labels.index(names[sample.class_id]) for sample in rest])
        shares = accuracies(taught, known, targets)
        found["accuracy"] = {name: _share(one) for name, one in shares.items()}
        if imported.strangers:
            strange = judge(taught, teacher.embedder, imported.strangers)
            found["open_set"] = {name: _open_set(one) for name, one in open_set(known, strange).items()}
    return found


def _share(one: HeldOut) -> dict[str, Any]:
    return {
        "accuracy": round(one.share, 4), "right": one.right, "of": one.total,
        "interval": [round(one.low, 4), round(one.high, 4)],
    }  # fmt: skip


def _open_set(one: OpenSetFigures) -> dict[str, Any]:
    return {
        "known": one.known,
        "refused": one.refused,
        "refused_share": round(one.refused / one.known, 4) if one.known else None,
        "unknown": one.unknown,
        "claimed": one.claimed,
        "none_of_these_share": round(1 - one.claimed / one.unknown, 4) if one.unknown else None,
    }


def _rounded(seconds: Any) -> dict[str, float]:
    return {name: round(value, 3) for name, value in seconds.items()}
