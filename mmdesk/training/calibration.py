"""Calibrate a finished model on validation samples: when nothing is recognised, and how sure it may say it is.

`calibrate` does both, for a model that was just trained as for one that ships::

    calibrate(classifier, Rows(embeddings, present, targets, evidence), unknown=Rows(...))
    save_checkpoint(classifier, path, card)  # stores what was chosen

**Thresholds**, one per input. Of the validation inputs that hold something known, at most ``most_rejected`` are given
up: with n of them the threshold is the k-th smallest score, k = ⌊most_rejected · (n + 1)⌋, and a new one from the same
source lies below it with a probability of at most k / (n + 1), whatever the scores' distribution (split conformal
prediction: Vovk, Gammerman and Shafer, "Algorithmic Learning in a Random World", 2005, section 2.2). Too few for that
(n < 33 at 3 %) and the smallest score is taken: 1 in n + 1 is then given up. With fewer than ``FEWEST`` there is no
threshold. Given unknown inputs, the threshold is no higher than it must be for at most ``most_claimed`` of them to be
claimed; where both cannot be had, the known ones count.

**Temperatures**, one per fusion method and subset of the inputs: see `mmdesk.models.temperature`. They minimise the
negative log-likelihood. Ours: a weak prior on the logarithm (normal around 0 with standard deviation 1, as much as one
sample), so that a few samples that are all right do not make the model certain.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from mmdesk.models.checkpoint_calibration import Calibration
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.fusion import Fusion, FusionOutput
from mmdesk.models.open_set import DistanceRule, EvidenceRule, Judged, OpenSetRule, fits
from mmdesk.models.temperature import LEAST, MOST, Reliability, Temperatures

FEWEST = 10
"""Validation inputs, or rows of a subset, from which a threshold or a temperature of its own is chosen."""
MOST_REJECTED, MOST_CLAIMED = 0.03, 0.05

_BINS = 15
_ROWS = 4_000
_STEPS = 48
_GOLDEN = (5**0.5 - 1) / 2


class Rows(NamedTuple):
    """Samples after a model's encoders, columns as its M inputs.

    Attributes:
        embeddings: (N, M, D) float32; what stands at an absent place is of no consequence.
        present: (N, M) bool: what was there to be encoded, recognised or not.
        targets: (N,) int64 class indices; what stands in rows of unknown samples is of no consequence.
        evidence: (N, M) float32 evidence logits, NaN in the column of an encoder that gives none; None where none does.
    """

    embeddings: Tensor
    present: Tensor
    targets: Tensor
    evidence: Tensor | None = None

    def column(self, index: int) -> tuple[Tensor, Tensor | None]:
        """Return embeddings (n, D) and evidence (n,) of the samples that have an input; None if it has no evidence."""
        there = self.present[:, index]
        evidence = None if self.evidence is None else self.evidence[there, index]
        if evidence is not None and bool(evidence.isnan().all()):
            evidence = None
        return self.embeddings[there, index], evidence


@torch.no_grad()
def calibrate(
    classifier: FusionClassifier,
    validation: Rows,
    *,
    training: Rows | None = None,
    unknown: Rows | None = None,
    most_rejected: float | Mapping[str, float] = MOST_REJECTED,
    most_claimed: float | Mapping[str, float] = MOST_CLAIMED,
) -> Calibration | None:
    """Choose a model's open-set rules and temperatures, and give them to it.

    Args:
        classifier: The model, on the CPU and in evaluation mode; what it had of either is replaced, and a joint
            rule, which was chosen for the old ones, is taken away.
        validation: Samples that it was not fitted to and knows. Rows may lack inputs.
        training: Samples that its encoders were fitted to: an encoder without evidence needs them for its rule.
        unknown: Samples that hold nothing it knows, if there are such. A column may be absent throughout.
        most_rejected: Share of known inputs that may be given up, in (0, 1); of each input by its name where they
            differ.
        most_claimed: Share of unknown inputs that may be claimed, likewise.

    Returns:
        What it has now; None where there were too few samples for anything.

    Raises:
        ValueError: If shapes do not fit the model, or a share is impossible.
    """
    rejected, claimed = (
        shares if isinstance(shares, Mapping) else dict.fromkeys(classifier.names, shares)
        for shares in (most_rejected, most_claimed)
    )
    if not all(0 < share < 1 for share in (*claimed.values(), *rejected.values())):
        raise ValueError("the shares that may be rejected and claimed lie between 0 and 1")
    classifier.set_joint_rule(None)  # it was chosen for the rules that are replaced
    present = validation.present.clone()
    for index, name in enumerate(classifier.names):
        encoder = classifier.encoder(name)
        encoder.set_open_set(None)
        rule = _rule(index, validation, training, unknown, rejected[name], claimed[name])
        encoder.set_open_set(rule)
        embeddings, evidence = validation.column(index)
        if rule is not None:
            present[validation.present[:, index], index] = rule(embeddings, evidence)
        elif evidence is not None:
            present[validation.present[:, index], index] = evidence >= 0
    for fusion in classifier.fusions().values():
        fusion.set_temperatures(None)
        fusion.set_temperatures(fit_temperatures(fusion, validation.embeddings, present, validation.targets))
    return Calibration.of(classifier)


def _rule(
    index: int,
    validation: Rows,
    training: Rows | None,
    unknown: Rows | None,
    most_rejected: float,
    most_claimed: float,
) -> OpenSetRule | None:
    embeddings, evidence = validation.column(index)
    if len(embeddings) < FEWEST:
        return None
    rule: OpenSetRule | None
    if evidence is not None:
        rule = EvidenceRule(0.0, Judged(len(evidence), 0.0))
    else:
        rule = None if training is None else distance_rule(training, index)
    if rule is None:
        return None
    known = rule.score(embeddings, evidence)
    others = None
    if unknown is not None and bool(unknown.present[:, index].any()):
        others = rule.score(*unknown.column(index))
    neutral = 0.0 if evidence is not None else None
    rule.threshold = choose_threshold(known, others, most_rejected, most_claimed, neutral)
    rule.judged = Judged(
        len(known),
        float((known < rule.threshold).float().mean()),
        0 if others is None else len(others),
        0.0 if others is None else float((others >= rule.threshold).float().mean()),
    )
    return rule


def choose_threshold(
    known: Tensor,
    unknown: Tensor | None = None,
    most_rejected: float = MOST_REJECTED,
    most_claimed: float = MOST_CLAIMED,
    neutral: float | None = None,
) -> float:
    """Return the score from which on something is recognised; the rule stands at the head of the module.

    Args:
        known: (n,) scores of validation inputs, at least one.
        unknown: (u,) scores of inputs that hold nothing known.
        most_rejected: See the rule.
        most_claimed: See the rule.
        neutral: Where unknown inputs ask for no more, the threshold falls no lower than this or the smallest known
            score, whichever is lower; None for the smallest known score.
    """
    ordered = known.double().sort().values
    highest = float(ordered[max(1, int(most_rejected * (len(ordered) + 1) + 1e-9)) - 1])
    if unknown is None or not len(unknown):
        return highest
    least = float(ordered[0]) if neutral is None else min(float(ordered[0]), neutral)
    falling = unknown.double().sort(descending=True).values
    allowed = int(most_claimed * len(falling) + 1e-9)
    # Just above the first unknown score that may not be claimed.
    needed = float(np.nextafter(np.float32(falling[allowed]), np.float32(np.inf))) if allowed < len(falling) else least
    return min(highest, max(needed, least))


def distance_rule(training: Rows, index: int) -> DistanceRule | None:
    """Return the rule of `DistanceRule` for one input, still without a threshold; None where it cannot be made.

    The covariance is that around the class means, shrunk towards a multiple of the identity: Ledoit and Wolf, "A
    Well-Conditioned Estimator for Large-Dimensional Covariance Matrices", 2004.
    """
    from sklearn.covariance import ledoit_wolf

    there = training.present[:, index]
    points, targets = training.embeddings[there, index].double(), training.targets[there]
    classes = torch.unique(targets)
    if len(points) < FEWEST or len(points) <= len(classes) or not fits(points.shape[1], len(classes)):
        return None
    means = torch.stack([points[targets == one].mean(0) for one in classes])
    spread = points - means[torch.searchsorted(classes, targets)]
    covariance = torch.from_numpy(np.asarray(ledoit_wolf(spread.numpy(), assume_centered=True)[0]))
    values, vectors = torch.linalg.eigh(covariance)
    if not bool(torch.isfinite(values).all()) or float(values[-1]) <= 0:
        return None
    # Directions in which nothing varied must not count without bound.
    whitening = (vectors / values.clamp(min=1e-6 * float(values[-1])).sqrt()).T
    return DistanceRule(whitening.float(), (means @ whitening.T).float(), 0.0, Judged(1, 0.0))


@torch.no_grad()
def fit_temperatures(fusion: Fusion, embeddings: Tensor, present: Tensor, targets: Tensor) -> Temperatures | None:
    """Return the temperatures of one method, without giving it them.

    A subset of which fewer than ``FEWEST`` rows are there shares a temperature with all subsets.

    Args:
        fusion: The method, in evaluation mode.
        embeddings: (N, M, D).
        present: (N, M) bool: what is recognised.
        targets: (N,) int64.

    Returns:
        None where there are fewer than ``FEWEST`` rows in all.
    """
    by_subset: dict[int, tuple[Tensor, Tensor]] = {}
    count = present.shape[1]
    for subset in range(1, 1 << count):
        mask = torch.tensor([bool(subset >> column & 1) for column in range(count)])
        rows = (present | ~mask).all(dim=1).nonzero().flatten()
        if len(rows) > _ROWS:
            rows = rows[torch.linspace(0, len(rows) - 1, _ROWS).long()]
        if len(rows):
            held = mask.expand(len(rows), -1)
            output: FusionOutput = fusion(embeddings[rows].masked_fill(~held.unsqueeze(2), 0.0), held)
            # A method that looks at none of what is there says nothing.
            says = torch.ones(len(rows), dtype=torch.bool) if output.weights is None else output.weights.sum(1) > 0
            if bool(says.any()):
                by_subset[subset] = output.logits[says].double(), targets[rows][says]
    if sum(len(given[1]) for given in by_subset.values()) < FEWEST:
        return None
    shared = fit_temperature(*_joined(by_subset))
    values = [
        fit_temperature(*by_subset[subset]) if subset in by_subset and len(by_subset[subset][1]) >= FEWEST else shared
        for subset in range(1, 1 << count)
    ]
    tempered = {subset: (logits / values[subset - 1], truth) for subset, (logits, truth) in by_subset.items()}
    before, truth = _joined(by_subset)
    after, _ = _joined(tempered)
    return Temperatures(
        values, Reliability(len(targets), calibration_error(before, truth), calibration_error(after, truth))
    )


def _joined(by_subset: Mapping[int, tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor]:
    logits, targets = zip(*by_subset.values(), strict=True)
    return torch.cat(logits), torch.cat(targets)


def fit_temperature(logits: Tensor, targets: Tensor) -> float:
    """Return the temperature of least loss for (N, C) logits and (N,) targets, by golden section over its logarithm."""
    table, truth = logits.double().numpy(), targets.numpy()
    table = table - table.max(axis=1, keepdims=True)
    right = table[np.arange(len(truth)), truth]

    def loss(logarithm: float) -> float:
        scaled = table * np.exp(-logarithm)
        total = np.log(np.exp(scaled).sum(axis=1)) - right * np.exp(-logarithm)
        return float(total.sum()) + 0.5 * logarithm * logarithm

    low, high = float(np.log(LEAST)), float(np.log(MOST))
    for _ in range(_STEPS):
        left, other = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        if loss(left) <= loss(other):
            high = other
        else:
            low = left
    return float(np.clip(np.exp((low + high) / 2), LEAST, MOST))


def calibration_error(logits: Tensor, targets: Tensor) -> float:
    """Return the expected calibration error of (N, C) logits, with 15 bins of equal width; Guo et al., 2017."""
    probabilities: NDArray[np.float64] = logits.double().softmax(dim=1).numpy()
    confidence, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == targets.numpy()
    places = np.clip(np.ceil(confidence * _BINS).astype(int) - 1, 0, _BINS - 1)
    gaps = np.bincount(places, weights=right - confidence, minlength=_BINS)
    return float(min(1.0, np.abs(gaps).sum() / len(confidence)))
