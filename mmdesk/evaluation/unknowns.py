"""Known samples against unknown ones: what a model claims to recognise although it does not know it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from mmdesk.core.errors import DatasetError, Finding
from mmdesk.core.problem import Problem
from mmdesk.evaluation.confidence import Unknowns
from mmdesk.evaluation.embedded import probabilities
from mmdesk.evaluation.judged import embedded, judged_column
from mmdesk.evaluation.selective import told_apart
from mmdesk.models.classifier import FusionClassifier
from mmdesk.training.columns import Storing, Tick, unvaried
from mmdesk.training.dataset import Dataset, Sample, check_columns
from mmdesk.training.layouts import SAMPLE_TABLE
from mmdesk.training.lookalikes import appearance
from mmdesk.training.samples import Samples


def check_unknowns(unknowns: Dataset, classifier: FusionClassifier, name: str) -> None:
    """Refuse a folder of unknown samples that a model cannot be measured on.

    Args:
        unknowns: What is in the folder.
        classifier: The model.
        name: Its name.

    Raises:
        DatasetError: It holds classes that the model knows, perhaps in another spelling; all of them are named.
        MmdeskError: Its columns do not fit the model's inputs.
    """
    check_columns(unknowns, classifier.inputs, name)
    known = {_spoken(label): label for label in classifier.labels}
    first: dict[str, Sample] = {}
    for sample in unknowns.samples:
        first.setdefault(sample.label, sample)
    problems = [
        Finding(*_place(unknowns, sample), Problem("evaluation.unknowns_known", label=label, known=known[spoken]))
        for label, sample in first.items()
        if (spoken := _spoken(label)) in known
    ]
    if problems:
        raise DatasetError(str(unknowns.root), problems)


def _spoken(label: str) -> str:
    """What two spellings of one name share: "Hair_dryer" and "hair dryer"."""
    return " ".join(appearance(label).replace("_", " ").replace("-", " ").split())


def _place(unknowns: Dataset, sample: Sample) -> tuple[str, int]:
    """Where a sample's class was found: the line of the table, or the class folder."""
    if (unknowns.root / SAMPLE_TABLE).exists():
        return SAMPLE_TABLE, sample.row
    path = next(iter(sample.files().values())).relative_to(unknowns.root)
    return Path(*path.parts[: 1 if sample.split is None else 2]).as_posix(), 0


def judge_unknowns(
    classifier: FusionClassifier,
    samples: Samples,
    indices: Sequence[int],
    unknowns: Dataset,
    device: torch.device,
    tick: Tick,
) -> tuple[Unknowns, ...]:
    """Measure each input by the score that its rule reads, and the answer by its largest probability.

    Args:
        classifier: On the device.
        samples: The known ones.
        indices: Which of them are measured.
        unknowns: See `check_unknowns`.
        device: Where to compute.
        tick: Told the share that is done; may raise to stop.
    """
    strange = Samples(unknowns, (*classifier.labels, *unknowns.labels))
    storing = Storing(unvaried, (False,), 0, device, tick)
    sides = [
        [judged_column(given, rows, one, classifier.encoder(one.name), storing) for one in classifier.inputs]
        for given, rows in ((samples, indices), (strange, range(len(unknowns.samples))))
    ]
    found = []
    for one, mine, theirs in zip(classifier.inputs, *sides, strict=True):
        if bool(mine.there.any()) and bool(theirs.there.any()):
            area = None
            if not bool(mine.scores.isnan().all()):
                scores = [side.scores.nan_to_num(-1e9)[side.there].numpy() for side in (mine, theirs)]
                area = told_apart(*scores)
            found.append(_unknowns(one.name, mine.recognised, mine.there, theirs.recognised, theirs.there, area))
    confidences, recognised, there = [], [], []
    for side in sides:
        rows = embedded(classifier, side, torch.zeros(len(side[0].there), dtype=torch.int64))
        anything = rows.present.any(dim=1)
        sure = probabilities(classifier.fusion, rows).max(axis=1)
        confidences.append(np.where(anything.numpy(), sure, 0.0))
        recognised.append(anything)
        there.append(torch.stack([one.there for one in side], 1).any(dim=1))
    area = told_apart(confidences[0][there[0].numpy()], confidences[1][there[1].numpy()])
    return (*found, _unknowns("all inputs", recognised[0], there[0], recognised[1], there[1], area))


def _unknowns(
    name: str, known: Tensor, known_there: Tensor, unknown: Tensor, unknown_there: Tensor, area: float | None
) -> Unknowns:
    mine, theirs = known[known_there].double(), unknown[unknown_there].double()
    rejected = float(1 - mine.mean()) if len(mine) else None
    claimed = float(theirs.mean()) if len(theirs) else None
    return Unknowns(name, len(mine), len(theirs), area, rejected, claimed)
