"""When nothing that was taught is recognised: a threshold for each input and one for all together, from a few samples.

An input's score is the encoder's evidence: the cosine to the nearest taught sample, see `GeneralEncoder`. What known
and unknown inputs score is seen on samples that the score does not know:

- known: each sample beside the others of its class, but for those of its own burst and those that repeat it;
- unknown: each sample beside those of other classes alone, as if its own had never been taught: each class plays the
  stranger in turn; and background, as if it had not been recorded.

So there are unknown ones from two classes on, without any data but the lesson's. A class of one burst tells less of
what is known, and a class of one sample nothing: then what is usual stands in (`mmdesk.training.teaching.kinds`). A
threshold lies half-way between known and unknown, or lower, where more than `MOST_REFUSED` of known ones were below.

Together inputs are judged by the sum of what their scores say, each as a log-likelihood ratio; see
`mmdesk.models.open_set.JointRule`. An input that does not tell known from unknown says nothing there.

Source: classes that are left out to choose a threshold, Scheirer, Rocha, Sapkota and Boult, "Toward Open Set
Recognition", TPAMI 2013, section 4, here with the lesson's own. Ours: what stands in for few samples, and both bounds.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from mmdesk.core.teaching_report import OpenSetFigures
from mmdesk.models.encoders.general import pushed
from mmdesk.models.open_set import MOST_SAID, EvidenceRule, JointRule, Judged
from mmdesk.training.teaching.kinds import TAUGHT_KINDS
from mmdesk.training.teaching.rows import LessonFeatures

MOST_REFUSED = 0.05
"""Share of known inputs that may be refused."""

_TAIL = 1.645
"""Standard deviations below the mean of a normal distribution: `MOST_REFUSED` of it lie below."""
_FULL_COUNT = 30.0
"""From about how many known ones their own quantile counts more than that of a normal distribution."""
_REPEATED = 0.9995
_BURST_KEPT, _BURST_SPREAD = 0.7, 0.15
"""Of the distance between a burst's own samples and unknown ones: what is left of it when the thing is shown again, and
by how much that varies."""
_USUAL_SPREAD = 0.35
"""The same where next to nothing is known of how it varies; counts as one burst."""
_TINY = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class HeldOutEvidence:
    """The evidence of one input, of the samples of a lesson, each as if it had not been taught.

    Attributes:
        own: (N,) where the others of its class are known; NaN where the sample lacks the input.
        doubt: (N,) standard deviation of what is not known of that, 0 where there are others outside the burst.
        strange: (N,) where nothing of its class is known; NaN as above, and where there is no other class.
        background: (b,) of background, as if it had not been recorded.
    """

    own: Tensor
    doubt: Tensor
    strange: Tensor
    background: Tensor


def held_out_evidence(features: LessonFeatures, background: Tensor, column: int, kind: str) -> HeldOutEvidence:
    """Measure one input.

    Args:
        features: What was shown.
        background: (b, W) features of background samples that have the input.
        column: Of the input.
        kind: Of the input.
    """
    there = features.present[:, column]
    points, targets = features.shown(column), features.targets[there]
    cosines = points @ points.T
    same = targets.unsqueeze(1) == targets.unsqueeze(0)
    oneself = torch.eye(len(points), dtype=torch.bool)
    beside = same & ~oneself
    bursts = torch.arange(len(features)) if features.bursts is None else features.bursts
    together = (bursts[there].unsqueeze(1) == bursts[there].unsqueeze(0)) | (cosines > _REPEATED)
    near = (points @ background.T).amax(1) if len(background) else None

    def nearest(allowed: Tensor) -> Tensor:
        found = cosines.masked_fill(~allowed, -math.inf).amax(1)
        return found if near is None else torch.where(found.isfinite(), pushed(found, near), found)

    strange, apart, flattered = nearest(~same), nearest(beside & ~together | ~same), nearest(beside | ~same)
    base = strange.nan_to_num(0.0, neginf=0.0)
    has_apart, has_any = (beside & ~together).any(1), beside.any(1)
    usual = TAUGHT_KINDS[kind]
    kept = (flattered - base).clamp(min=0)
    own = torch.where(has_any, base + _BURST_KEPT * kept, base + usual.above)
    doubt = torch.where(has_any, _BURST_SPREAD * kept, torch.full_like(base, usual.spread))
    own, doubt = torch.where(has_apart, apart, own), doubt.masked_fill(has_apart, 0.0)
    heard = torch.zeros(0)
    if near is not None:
        between = (background @ background.T).masked_fill(torch.eye(len(background), dtype=torch.bool), -1.0).amax(1)
        heard = pushed((background @ points.T).amax(1), between)
    missing = torch.full((len(features),), torch.nan)
    return HeldOutEvidence(
        missing.masked_scatter(there, own),
        missing.masked_scatter(there, doubt),
        missing.masked_scatter(there, strange.masked_fill(strange.isinf(), torch.nan)),
        heard,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Apart:
    """How known and unknown scores lie: of one input, or of several together."""

    known: Tensor
    weights: Tensor
    known_mean: float
    known_spread: float
    unknown_mean: float
    unknown_spread: float
    bursts: float

    @classmethod
    def of(cls, own: Tensor, doubt: Tensor, strange: Tensor, weights: Tensor) -> _Apart:
        """Weigh (n,) samples by how much each counts; the weights of a burst's samples sum to 1."""
        bursts = float(weights.sum())
        mean = float((own * weights).sum() / bursts)
        varied = float((((own - mean).square() + doubt.square()) * weights).sum() / bursts)
        there = ~strange.isnan()
        least, most = float(weights[there].sum()), strange[there]
        # Without another class: as far below as known ones usually lie above; nobody asks such a lesson.
        unknown_mean = float((most * weights[there]).sum() / least) if least else mean
        unknown = float(((most - unknown_mean).square() * weights[there]).sum() / least) if least else varied
        apart = max(0.0, mean - unknown_mean)
        varied = (bursts * varied + (_USUAL_SPREAD * apart) ** 2) / (bursts + 1) * (1 + 1 / (bursts + 1))
        return cls(own, weights, mean, varied**0.5 + _TINY, unknown_mean, unknown**0.5 + _TINY, bursts)

    def threshold(self, background: Tensor) -> float:
        """Return from which score on something is known."""
        tail = self.known_mean - _TAIL * self.known_spread
        share = self.bursts / (self.bursts + _FULL_COUNT)
        needed = share * _quantile(self.known, self.weights) + (1 - share) * tail
        wanted = (self.known_mean + self.unknown_mean) / 2
        if len(background):
            wanted = max(wanted, float(background.quantile(1 - MOST_REFUSED)))
        return min(needed, wanted)

    @property
    def slope(self) -> float:
        """How fast the log-likelihood ratio grows with the score, if both are normal with one variance.

        The distance of the means is taken for one standard error less than it is: what may be chance says nothing.
        """
        varied = (self.known_spread**2 + self.unknown_spread**2) / 2
        apart = self.known_mean - self.unknown_mean - math.sqrt(2 * varied / max(1.0, self.bursts))
        return max(0.0, apart) / varied

    @property
    def middle(self) -> float:
        """Where the log-likelihood ratio is 0."""
        return (self.known_mean + self.unknown_mean) / 2


def _quantile(values: Tensor, weights: Tensor) -> float:
    """Return the value below which `MOST_REFUSED` of a further one's weight lies; see `mmdesk.training.calibration`."""
    ordered = values.sort()
    below = weights[ordered.indices].cumsum(0)
    place = int((below <= MOST_REFUSED * (float(below[-1]) + 1)).sum())
    return float(ordered.values[min(max(0, place - 1), len(values) - 1)])


@dataclass(frozen=True, slots=True, eq=False)
class OpenSetRules:
    """What decides for a lesson whether anything is recognised.

    Attributes:
        rules: One for each input.
        joint: For all together; None with one input.
        figures: For each input, what its rule does on samples that the evidence does not know.
        joint_figures: The same of the joint rule, with all that each sample has.
    """

    rules: tuple[EvidenceRule, ...]
    joint: JointRule | None
    figures: tuple[OpenSetFigures, ...]
    joint_figures: OpenSetFigures


def open_set_rules(features: LessonFeatures, backgrounds: Sequence[Tensor], kinds: Sequence[str]) -> OpenSetRules:
    """Choose the rules of a lesson.

    Args:
        features: What was shown.
        backgrounds: (b, W) features of background samples, for each input.
        kinds: Of the inputs.
    """
    found = [
        held_out_evidence(features, given, column, kind)
        for column, (given, kind) in enumerate(zip(backgrounds, kinds, strict=True))
    ]
    weights = _weights(features)
    apart = []
    for each in found:
        there = ~each.own.isnan()
        apart.append(_Apart.of(each.own[there], each.doubt[there], each.strange[there], weights[there]))
    rules, figures = [], []
    for each, one in zip(found, apart, strict=True):
        least = one.threshold(each.background)
        rule, counted = _judged(each.own, torch.cat((each.strange, each.background)), least)
        rules.append(EvidenceRule(least, rule))
        figures.append(counted)
    if len(found) < 2:
        return OpenSetRules(tuple(rules), None, tuple(figures), figures[0])
    joint, together = _joint(found, apart, rules, weights)
    return OpenSetRules(tuple(rules), joint, tuple(figures), together)


def _weights(features: LessonFeatures) -> Tensor:
    """Return (N,) what each sample counts: those of a burst share 1."""
    if features.bursts is None:
        return torch.ones(len(features))
    counts = Counter(features.bursts.tolist())
    return torch.tensor([1 / counts[burst] for burst in features.bursts.tolist()])


def _judged(own: Tensor, unknown: Tensor, least: float) -> tuple[Judged, OpenSetFigures]:
    own, unknown = own[~own.isnan()], unknown[~unknown.isnan()]
    refused, claimed = int((own < least).sum()), int((unknown >= least).sum())
    known, others = max(1, len(own)), len(unknown)
    judged = Judged(known, refused / known, others, claimed / others if others else 0.0)
    return judged, OpenSetFigures(len(own), refused, others, claimed)


def _joint(
    found: Sequence[HeldOutEvidence], apart: Sequence[_Apart], rules: Sequence[EvidenceRule], weights: Tensor
) -> tuple[JointRule, OpenSetFigures]:
    slopes, middles = torch.tensor([one.slope for one in apart]), torch.tensor([one.middle for one in apart])

    def said(scores: Tensor) -> Tensor:
        return ((scores - middles) * slopes).clamp(-MOST_SAID, MOST_SAID)

    own, strange = (
        said(torch.stack([one.own for one in found], 1)),
        said(torch.stack([one.strange for one in found], 1)),
    )
    doubt = torch.stack([one.doubt for one in found], 1) * slopes
    thresholds = []
    for subset in range(1, 1 << len(found)):
        chosen = torch.tensor([bool(subset >> place & 1) for place in range(len(found))])
        whole = ~own[:, chosen].isnan().any(1)
        if int(chosen.sum()) == 1:
            place = int(chosen.nonzero())
            thresholds.append(float(said(torch.tensor([rule.threshold for rule in rules]))[place]))
        elif bool(whole.any()):
            parts = (
                own[whole][:, chosen].sum(1),
                doubt[whole][:, chosen].square().sum(1).sqrt(),
                strange[whole][:, chosen].sum(1),
            )
            thresholds.append(_Apart.of(*parts, weights[whole]).threshold(torch.zeros(0)))
        else:  # never shown together: half-way, as each of them is judged
            thresholds.append(0.0)
    joint = JointRule(slopes.tolist(), middles.tolist(), thresholds, Judged(1, 0.0))
    scores = [torch.stack([getattr(one, name) for one in found], 1) for name in ("own", "strange")]
    taken = [joint(each.nan_to_num(0.0), ~each.isnan()) for each in scores]
    asked = [(~each.isnan()).any(1) for each in scores]
    known, others = int(asked[0].sum()), int(asked[1].sum())
    refused, claimed = int((~taken[0] & asked[0]).sum()), int((taken[1] & asked[1]).sum())
    joint.judged = Judged(max(1, known), refused / max(1, known), others, claimed / others if others else 0.0)
    return joint, OpenSetFigures(known, refused, others, claimed)
