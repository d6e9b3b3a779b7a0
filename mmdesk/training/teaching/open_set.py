"""When nothing that was taught is recognised: a threshold for each input, from a few samples.

The score is the encoder's evidence: the cosine to the nearest taught sample, see `GeneralEncoder`. Its threshold is
chosen on samples that the score does not know: each taught sample beside the others of its class (left out itself),
each beside those of other classes, as if its own had never been taught, and background. A few samples say little, so
that the threshold leans on one that was chosen on other data, the more so the fewer they are (ours).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from mmdesk.core.teaching_report import OpenSetFigures
from mmdesk.models.encoders.general import pushed
from mmdesk.models.open_set import EvidenceRule, Judged
from mmdesk.training.teaching.kinds import TAUGHT_KINDS
from mmdesk.training.teaching.rows import LessonFeatures

MOST_REFUSED = 0.05
"""Share of known inputs that may be refused."""

_USUAL_COUNT = 10.0
"""How many samples the usual evidence counts as."""


@dataclass(frozen=True, slots=True, eq=False)
class HeldOutEvidence:
    """The evidence of one input, of samples that it does not know.

    Attributes:
        own: (n,) of samples whose class has others.
        strange: (s,) of samples as if nothing of their class had been taught.
        background: (b,) of background, as if it had not been recorded.
    """

    own: Tensor
    strange: Tensor
    background: Tensor


def held_out_evidence(features: LessonFeatures, background: Tensor, column: int) -> HeldOutEvidence:
    """Measure one input.

    Args:
        features: What was shown.
        background: (b, W) features of background samples that have the input.
        column: Of the input.
    """
    points, targets = features.shown(column), features.targets[features.present[:, column]]
    cosines = points @ points.T
    same = targets.unsqueeze(1) == targets.unsqueeze(0)
    oneself = torch.eye(len(points), dtype=torch.bool)
    own = cosines.masked_fill(oneself, -math.inf).amax(1)[(same & ~oneself).any(1)]
    strange = cosines.masked_fill(same, -math.inf).amax(1)
    kept = strange.isfinite()
    if len(background):
        near = (points @ background.T).amax(1)
        own, strange = pushed(own, near[(same & ~oneself).any(1)]), pushed(strange, near)
        between = (background @ background.T).masked_fill(torch.eye(len(background), dtype=torch.bool), -1.0).amax(1)
        heard = pushed((background @ points.T).amax(1), between)
    else:
        heard = torch.zeros(0)
    return HeldOutEvidence(own, strange[kept], heard)


def choose_evidence(found: HeldOutEvidence, kind: str) -> float:
    """Return the evidence from which an input of a kind is recognised."""
    usual = TAUGHT_KINDS[kind].usual
    if not len(found.own):
        return usual
    ordered = found.own.sort().values
    # At most MOST_REFUSED of new ones lie below; see `mmdesk.training.calibration`.
    needed = float(ordered[max(0, math.floor(MOST_REFUSED * (len(ordered) + 1)) - 1)])
    unknown = torch.cat((found.strange, found.background))
    if len(unknown):
        # No lower than half-way to where unknown ones end.
        nearest = float(unknown.quantile(0.95))
        needed = min(needed, (needed + nearest) / 2)
    share = len(found.own) / (len(found.own) + _USUAL_COUNT)
    return share * needed + (1 - share) * usual


def open_set_rule(
    features: LessonFeatures, background: Tensor, column: int, kind: str
) -> tuple[EvidenceRule, OpenSetFigures]:
    """Return the rule of one input, and what it does on samples that the evidence does not know."""
    found = held_out_evidence(features, background, column)
    least = choose_evidence(found, kind)
    unknown = torch.cat((found.strange, found.background))
    refused, claimed = int((found.own < least).sum()), int((unknown >= least).sum())
    judged = Judged(
        max(1, len(found.own)),
        refused / max(1, len(found.own)),
        len(unknown),
        claimed / len(unknown) if len(unknown) else 0.0,
    )
    return EvidenceRule(least, judged), OpenSetFigures(len(found.own), refused, len(unknown), claimed)
