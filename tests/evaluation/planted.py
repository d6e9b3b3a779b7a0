"""Classifiers simulated from known signal strengths: a comparison with a known truth, every score computed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations

import numpy as np

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.evaluation.comparison_result import (
    CLEAN,
    ComparisonResult,
    Condition,
    Method,
    Role,
    Run,
    SeedSplit,
    TrainingCost,
)
from mmdesk.evaluation.evaluation_result import CurvePoint, EvaluationResult, RobustnessCurve, SubsetScores
from mmdesk.evaluation.metrics import measure
from mmdesk.evaluation.scores import Scores
from tests.three_inputs import AUDIO, IMAGE, TEXT

STRENGTHS = {IMAGE: 2.6, AUDIO: 2.2, TEXT: 2.0}
CORRUPTED = {
    "image: occlusion 50 %": IMAGE,
    "sound: noise at 0 dB": AUDIO,
    "text: typos 30 %": TEXT,
}
METHODS = (
    Method("concatenation", "concatenation", Role.FUSION, 1930),
    Method("weighted_average", "weighted average", Role.FUSION, 653),
    Method("attention_gate", "attention gate", Role.FUSION, 1229),
    Method("deep", "deep fusion", Role.FUSION, 33034),
    Method("late", "late fusion", Role.LATE, 1950),
    Method("image_only", "image alone", Role.UNIMODAL, 650, IMAGE),
    Method("audio_only", "audio alone", Role.UNIMODAL, 650, AUDIO),
    Method("text_only", "text alone", Role.UNIMODAL, 650, TEXT),
)
# How much of the joint evidence a method makes use of.
SKILL = {"concatenation": 1.0, "weighted_average": 0.8, "attention_gate": 0.97, "deep": 0.5, "late": 0.9}


def softmax(logits: np.ndarray) -> np.ndarray:
    table = np.exp(logits - logits.max(axis=1, keepdims=True))
    return table / table.sum(axis=1, keepdims=True)


def evidence(n: int, classes: int, seed: int) -> tuple[np.ndarray, dict[Input, np.ndarray]]:
    """Return targets (n,) and each modality's noise (n, classes), common to all methods of a seed."""
    rng = np.random.default_rng(seed)
    return rng.integers(0, classes, n), {modality: rng.normal(size=(n, classes)) for modality in DEFAULT_INPUTS}


@cache
def planted_comparison(
    n: int = 300,
    labels: Sequence[str] = tuple("0123456789"),
    seeds: Sequence[int] = (0, 1, 2, 3, 4),
    *,
    fixed: bool = False,
) -> ComparisonResult:
    """Return a comparison in which fusion is better than its parts, and deep fusion well below late fusion.

    Every seed has samples of its own, or all have the same if ``fixed``.
    """
    runs: list[Run] = []
    splits = []
    for seed in seeds:
        targets, noise = evidence(n, len(labels), 7 if fixed else 100 + seed)
        splits.append(SeedSplit(seed, 3 * n, tuple(int(one) for one in targets)))
        runs += _planted_runs(targets, noise, labels, seed)
    return ComparisonResult(
        dataset="planted digits",
        labels=tuple(labels),
        methods=METHODS,
        conditions=(
            Condition(CLEAN, None, "The test samples as they are."),
            *(Condition(name, modality, "One modality is perturbed.") for name, modality in CORRUPTED.items()),
        ),
        splits=tuple(splits),
        fixed_split=fixed,
        runs=tuple(runs),
        trainings=tuple(TrainingCost(one.kind, seed, 1.5 + seed / 10) for one in METHODS for seed in seeds),
        notes=("Simulated classifiers with planted strengths.",),
    )


def _planted_runs(targets: np.ndarray, noise: dict[Input, np.ndarray], labels: Sequence[str], seed: int) -> list[Run]:
    truth = np.eye(len(labels))[targets]
    runs = []
    for condition, hurt in {CLEAN: None, **CORRUPTED}.items():
        shown = {
            modality: noise[modality] + truth * STRENGTHS[modality] * (0.25 if modality is hurt else 1.0)
            for modality in DEFAULT_INPUTS
        }
        joint = sum(shown.values())
        for method in METHODS:
            own = np.random.default_rng([seed, METHODS.index(method)]).normal(size=truth.shape)
            logits = shown[method.input] if method.input else SKILL[method.kind] * joint
            lack = 0.0 if method.input else (1 - SKILL.get(method.kind, 1)) * 3
            table = softmax(1.5 * (logits + (0.4 + lack) * own))
            runs.append(Run.of(method.kind, condition, seed, probabilities=table, targets=targets, labels=labels))
    return runs


def planted_evaluation(n: int = 300, labels: Sequence[str] = tuple("0123456789")) -> EvaluationResult:
    """Return the evaluation of a simulated model that adds up its modalities, with subsets and curves."""
    targets, noise = evidence(n, len(labels), 3)
    truth = np.eye(len(labels))[targets]
    shown = {modality: noise[modality] + truth * 0.7 * STRENGTHS[modality] for modality in DEFAULT_INPUTS}

    def table(modalities: Sequence[Input], changed: dict[Input, np.ndarray] | None = None) -> np.ndarray:
        inputs = {**shown, **(changed or {})}
        return softmax(1.6 * np.sum([inputs[modality] for modality in modalities], axis=0))

    def scores(modalities: Sequence[Input], bootstrap: int = 0) -> Scores:
        return measure(table(modalities), targets, labels, bootstrap=bootstrap)

    subsets = [chosen for size in (1, 2, 3) for chosen in combinations(DEFAULT_INPUTS, size)]
    curves = []
    for hurt in DEFAULT_INPUTS:
        lines: dict[str, list[CurvePoint]] = {"model": [], "late fusion": []}
        lines |= {f"{modality.name} alone": [] for modality in DEFAULT_INPUTS}
        for strength in (0.0, 0.25, 0.5, 0.75, 1.0):
            changed = {hurt: noise[hurt] + truth * 0.7 * STRENGTHS[hurt] * (1 - strength)}
            answers = {"model": table(DEFAULT_INPUTS, changed)}
            answers |= {f"{modality.name} alone": table([modality], changed) for modality in DEFAULT_INPUTS}
            answers["late fusion"] = np.mean([answers[f"{modality.name} alone"] for modality in DEFAULT_INPUTS], axis=0)
            for name, answer in answers.items():
                one = measure(answer, targets, labels, bootstrap=0)
                lines[name].append(CurvePoint(strength, one.accuracy, one.accuracy_interval))
        curves.append(
            RobustnessCurve(
                f"{hurt.name}: covered",
                hurt,
                "share that is covered",
                {name: tuple(line) for name, line in lines.items()},
            )
        )
    return EvaluationResult(
        model="planted model",
        fusion="attention gate",
        dataset="planted digits, test split",
        inputs=DEFAULT_INPUTS,
        scores=scores(DEFAULT_INPUTS, bootstrap=200),
        subsets=tuple(
            SubsetScores(
                chosen,
                scores(chosen),
                {"late fusion": scores(chosen)} | {f"{modality.name} alone": scores([modality]) for modality in chosen},
            )
            for chosen in subsets
        ),
        curves=tuple(curves),
        notes=("Simulated with planted strengths.",),
    )
