"""Predictions with everything the microscope sees, each input naming the class it is told to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from mmdesk.analysis.relation import relations
from mmdesk.analysis.shapley import interactions, shapley_values
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.insight import Honesty, Insight, MethodView
from mmdesk.core.observation import PRESENT, Presence, Reason
from mmdesk.core.prediction import Latencies, Prediction

DIGITS = tuple("0123456789")
THREE = tuple(one.name for one in DEFAULT_INPUTS)
REASONS = (Reason.TOO_DARK, Reason.SILENCE, Reason.EMPTY, Reason.NO_SIGNAL, Reason.COVERED)


def view(
    says: tuple[int | None, ...],
    weights: tuple[float, ...] | None,
    *,
    fusion: str = "attention_gate",
    sure: float = 0.91,
    labels: tuple[str, ...] = DIGITS,
    inputs: tuple[str, ...] = THREE,
) -> MethodView:
    """A method that takes the weighted mean of what each input says; None says nothing and is absent."""
    present = tuple(said is not None for said in says)
    rows = np.full((1 << len(says), len(labels)), 1 / len(labels))
    shares = np.array(weights or (1 / len(says),) * len(says))
    own = np.full((len(says), len(labels)), (1 - sure) / (len(labels) - 1))
    for column, said in enumerate(says):
        if said is not None:
            own[column, said] = sure
    for subset in range(1, len(rows)):
        here = np.array([bool(subset & 1 << column) and present[column] for column in range(len(says))])
        if (shares * here).sum() > 0:
            rows[subset] = (shares * here) @ own / (shares * here).sum()
    answer = int(rows[-1].argmax())
    contributions = shapley_values(rows[:, answer])
    held = None
    if weights is not None:
        held = (np.array(weights) * present / (np.array(weights) * present).sum()).astype(np.float32)
    relation = relations(rows[None], contributions[None], present)[0]
    together = interactions(rows[:, answer])
    return MethodView(fusion, labels, inputs, present, rows.astype(np.float32), held, contributions, together, relation)


def seen(
    time_s: float,
    says: tuple[int | None, ...] = (7, 7, 7),
    *,
    weights: tuple[float, ...] | None = (0.5, 0.3, 0.2),
    by_hand: tuple[float, ...] | None = None,
    others: tuple[str, ...] = ("concatenation", "late"),
    fusion: str = "attention_gate",
    reasons: tuple[Reason, ...] = REASONS,
    honesty: Honesty | None = None,
    labels: tuple[str, ...] = DIGITS,
    sure: float = 0.91,
    inputs: tuple[str, ...] = THREE,
) -> Prediction:
    """A prediction; where an input says nothing, its reason tells why. ``by_hand`` is an override in force."""
    verdicts = tuple(PRESENT if s is not None else Presence(r) for s, r in zip(says, reasons, strict=False))
    times = tuple(time_s if s is not None else None for s in says)
    cost = Latencies(4, 20, 1)
    if all(said is None for said in says):
        return Prediction(
            time_s,
            labels,
            inputs,
            None,
            None,
            weights is not None,
            verdicts,
            times,
            cost,
            fusion,
            texts={"text": ""},
        )
    own = view(says, weights, fusion=fusion, labels=labels, sure=sure, inputs=inputs)
    shown = own if by_hand is None else view(says, by_hand, fusion=fusion, labels=labels, sure=sure, inputs=inputs)
    views = (
        own,
        *(view(says, None, fusion=kind, labels=labels, sure=sure, inputs=inputs) for kind in others if kind != fusion),
    )
    insight = Insight(views, shown, own, None, (None,) * len(inputs), honesty)
    return Prediction(
        time_s, labels, inputs, shown.probabilities[-1], shown.weights, shown.weights is not None, verdicts, times,
        cost, fusion=fusion, insight=insight, texts={"text": ""},
    )  # fmt: skip


def without_insight(prediction: Prediction) -> Prediction:
    """The same answer when nobody looked."""
    return replace(prediction, insight=None)
