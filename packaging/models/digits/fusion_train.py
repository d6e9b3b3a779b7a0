"""Train every fusion method on the three frozen encoders and save the bundled model.

    python fusion_train.py --work build/digits --out resources/models/digits

Needs the weights that image_train.py, audio_train.py and text_train.py leave in the work folder. The three modalities
were never recorded together: samples are paired by label, as in AV-MNIST (Vielzeuf et al., 2018).

    python unpack.py --model resources/models/digits --work build/digits
    python fusion_train.py --work build/digits --fusions-of resources/models/digits --out resources/models/digits

takes the bundled encoders and fusions as they are and chooses thresholds and temperatures only.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import torch
from fusion_card import write_card
from fusion_embeddings import Embedded, Stage1, load_all
from fusion_map import digits_map
from fusion_probe import weights_under_degradation
from rounding import round_weights
from torch import Tensor
from torch.nn import functional

from mmdesk.core.inputs import Input
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.models.checkpoint import load_checkpoint, load_extras, load_stored_map, save_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.fusion import FUSIONS, Fusion
from mmdesk.training.calibration import Rows as ValidationRows
from mmdesk.training.calibration import calibrate

CLASSES = 10
_STEPS = 1_500
_BATCH = 512
_RATE = 3e-3
_CONFLICTS = 0.25
_BACKGROUND = 0.1
# How often 1, 2 or 3 modalities are given.
_GIVEN = torch.tensor([0.3, 0.3, 0.4])
_SMOOTHING = 0.03
_CLARITY_SHARE = 2.0
DEFAULT = "attention_gate"
_OPTIONS: dict[str, dict[str, Any]] = {DEFAULT: {"gate_hidden": 64}}
# The methods whose weights are drawn for each sample, and so can follow how clearly each modality shows its digit.
_GATES = (DEFAULT, "elementwise_gate")
_CLARITY_BINS = (0.0, 0.2, 0.5, 0.8, 0.95, 1.0)
_FEWEST = 10
# What is said or shown is repeated anyway. Most of the sounds are disturbed; of words in a quiet room one in twenty is
# given up. Of texts it is a few misspellings, for half as many sentences and short words that pass for a digit.
_MORE_GIVEN_UP = {"image": 0.03, "audio": 0.13, "text": 0.015}
_MOST_CLAIMED = {"image": 0.03, "audio": 0.05, "text": 0.05}


@dataclass(frozen=True, slots=True)
class Rows:
    """A batch of paired samples.

    Attributes:
        embeddings: (B, M, D) float32.
        present: (B, M) bool.
        labels: (B, M) int64, what each modality shows; -1 where it shows no digit.
        target: (B, C) float32, the share of present modalities that show each class.
        clarity: (B, M) float32 in [0, 1], how clearly each shows its own class; 0 where absent.
    """

    embeddings: Tensor
    present: Tensor
    labels: Tensor
    target: Tensor
    clarity: Tensor


class Pairing:
    """Draws rows from a split by label, with missing, contradicting and digitless modalities."""

    def __init__(self, split: dict[Modality, Embedded], generator: torch.Generator) -> None:
        self._split = [split[modality] for modality in MODALITIES]
        self._generator = generator
        self._indices = [
            [torch.nonzero(each.labels == label).flatten() for label in range(-1, CLASSES)] for each in self._split
        ]

    def _random(self, *shape: int) -> Tensor:
        return torch.rand(*shape, generator=self._generator)

    def draw(self, count: int, conflicts: float = _CONFLICTS, background: float = _BACKGROUND) -> Rows:
        """Return ``count`` rows.

        The target follows the labels of the modalities that are present, and recognised by their own encoder: one
        vote each, so that a contradiction of two against one goes to the two, and one against one to both.
        """
        modality_count = len(MODALITIES)
        labels = torch.randint(CLASSES, (count, 1), generator=self._generator).repeat(1, modality_count)
        odd = torch.randint(modality_count, (count,), generator=self._generator)
        rows = torch.arange(count)
        shift = torch.randint(1, CLASSES, (count,), generator=self._generator)
        contradicts = self._random(count) < conflicts
        labels[rows, odd] = torch.where(contradicts, (labels[rows, odd] + shift) % CLASSES, labels[rows, odd])
        empty = (self._random(count) < background) & ~contradicts
        labels[rows, odd] = torch.where(empty, torch.tensor(-1), labels[rows, odd])
        given = torch.multinomial(_GIVEN, count, replacement=True, generator=self._generator) + 1
        present = self._random(count, modality_count).argsort(1).argsort(1) < given.unsqueeze(1)
        embeddings, clarity = [], []
        for column, each in enumerate(self._split):
            chosen = self._choose(column, labels[:, column])
            embeddings.append(each.embedding[chosen])
            clarity.append(each.clarity[chosen])
            present[:, column] &= each.recognised[chosen]
        votes = functional.one_hot(labels.clamp(min=0), CLASSES).float()
        # A picture without a digit that its encoder took for one has no vote; the others must outweigh it.
        votes = votes * ((labels >= 0) & present).unsqueeze(-1)
        tally = votes.sum(1)
        majority = (tally == tally.amax(1, keepdim=True)) & (tally > 0)
        target = majority.float() / majority.sum(1, keepdim=True).clamp(min=1)
        keep = majority.any(1)
        clear = torch.stack(clarity, 1) * present
        return Rows(torch.stack(embeddings, 1)[keep], present[keep], labels[keep], target[keep], clear[keep])

    def _choose(self, column: int, labels: Tensor) -> Tensor:
        chosen = torch.zeros_like(labels)
        for label in range(-1, CLASSES):
            mine = labels == label
            indices = self._indices[column][label + 1]
            picks = (self._random(int(mine.sum())) * len(indices)).long()
            chosen[mine] = indices[picks]
        return chosen


def _unclear(weights: Tensor | None, rows: Rows) -> Tensor:
    """Return the cross-entropy between the weights and the shares of clarity.

    Ours. The class loss alone leaves the gate idle: an unclear embedding already says little in the sum. This asks the
    weights to say so too, whoever is right in a contradiction.
    """
    if weights is None:
        raise TypeError("a gate gives weights")
    shares = rows.clarity / rows.clarity.sum(1, keepdim=True).clamp(min=1e-6)
    logs = weights.clamp(min=1e-6).log().masked_fill(~rows.present, 0.0)
    return -(shares * logs).sum(1).mean()


def _own_heads(unimodal: Tensor, rows: Rows) -> Tensor:
    """Return the cross-entropy of each modality's own head with what that modality shows."""
    judged = rows.present & (rows.labels >= 0)
    return functional.cross_entropy(unimodal[judged], rows.labels[judged], label_smoothing=_SMOOTHING)


def _smoothed(target: Tensor) -> Tensor:
    return (1 - _SMOOTHING) * target + _SMOOTHING / CLASSES


def _own_targets(rows: Rows) -> Tensor:
    """Return what each modality by itself shows (B, M, C); all 0 where it is absent or shows no digit."""
    shown = functional.one_hot(rows.labels.clamp(min=0), CLASSES).float()
    return _smoothed(shown) * (rows.present & (rows.labels >= 0)).unsqueeze(-1)


def train(splits: dict[str, dict[Modality, Embedded]], dim: int, seed: int, kind: str = DEFAULT) -> Fusion:
    """Train one fusion method; seconds."""
    torch.manual_seed(seed)
    pairing = Pairing(splits["train"], torch.Generator().manual_seed(seed))
    fusion = FUSIONS[kind](len(MODALITIES), dim, CLASSES, **_OPTIONS.get(kind, {}))
    optimiser = torch.optim.AdamW(fusion.parameters(), lr=_RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=_STEPS)
    for step in range(_STEPS):
        rows = pairing.draw(_BATCH)
        output = fusion(rows.embeddings, rows.present)
        own = fusion.own_loss(output, _smoothed(rows.target), _own_targets(rows), step / _STEPS)
        loss = output.logits.new_zeros(()) if own is None else own.mean()
        if fusion.joint and own is None:
            loss = loss + functional.cross_entropy(output.logits, rows.target, label_smoothing=_SMOOTHING)
        if output.unimodal is not None and own is None:
            loss = loss + _own_heads(output.unimodal, rows)
        if kind in _GATES:
            loss = loss + _CLARITY_SHARE * _unclear(output.weights, rows)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    round_weights(fusion)
    return fusion.eval()


@torch.inference_mode()
def measure(fusion: Fusion, split: dict[Modality, Embedded]) -> dict[str, Any]:
    """Return validation accuracy and mean weights for every subset, abstentions counted as wrong."""
    generator = torch.Generator().manual_seed(99)
    labels = torch.arange(CLASSES).repeat(400)
    pairing = Pairing(split, generator)
    chosen = [pairing._choose(column, labels) for column in range(len(MODALITIES))]
    embeddings = torch.stack([split[m].embedding[indices] for m, indices in zip(MODALITIES, chosen, strict=True)], 1)
    seen = torch.stack([split[m].recognised[indices] for m, indices in zip(MODALITIES, chosen, strict=True)], 1)
    subsets = {}
    for mask in product([False, True], repeat=len(MODALITIES)):
        if not any(mask):
            continue
        present = seen & torch.tensor(mask)
        output = fusion(embeddings, present)
        right = (output.logits.argmax(1) == labels) & present.any(1)
        name = "+".join(m for m, given in zip(MODALITIES, mask, strict=True) if given)
        mean = None
        if output.weights is not None:
            mean = [round(float(weight), 3) for weight in output.weights[present.any(1)].mean(0)]
        subsets[name] = {"accuracy": round(float(right.float().mean()), 4), "mean_weights": mean}
    return {"subsets": subsets, "contradictions": _contradictions(fusion, split)}


def weights_by_clarity(fusion: Fusion, split: dict[Modality, Embedded]) -> dict[str, list[dict[str, float | None]]]:
    """Return each modality's mean weight in bins of its clarity, over agreeing triples that are all recognised."""
    rows = Pairing(split, torch.Generator().manual_seed(97)).draw(8_000, conflicts=0.0, background=0.0)
    complete = rows.present.all(1)
    weights = fusion(rows.embeddings[complete], rows.present[complete]).weights
    if weights is None:
        raise TypeError("a gate gives weights")
    table: dict[str, list[dict[str, float | None]]] = {}
    for column, modality in enumerate(MODALITIES):
        clarity = rows.clarity[complete, column]
        table[str(modality)] = []
        for low, high in pairwise(_CLARITY_BINS):
            inside = (clarity >= low) & (clarity < high)
            count = int(inside.sum())
            # A mean of a handful says nothing.
            mean = round(float(weights[inside, column].mean().detach()), 3) if count >= _FEWEST else None
            table[str(modality)].append({"from": low, "to": high, "n": count, "mean_weight": mean})
    return table


def _contradictions(fusion: Fusion, split: dict[Modality, Embedded]) -> dict[str, float]:
    """Return how often two agreeing modalities win against the third, by the odd one out."""
    pairing = Pairing(split, torch.Generator().manual_seed(98))
    won = {}
    labels = torch.arange(CLASSES).repeat(200)
    for odd, modality in enumerate(MODALITIES):
        columns = []
        present = []
        for column, other in enumerate(MODALITIES):
            wanted = (labels + 1 + labels % 7) % CLASSES if column == odd else labels
            indices = pairing._choose(column, wanted)
            columns.append(split[other].embedding[indices])
            present.append(split[other].recognised[indices])
        everything = torch.stack(present, 1)
        kept = everything.all(1)
        answer = fusion(torch.stack(columns, 1)[kept], everything[kept]).logits.argmax(1)
        won[str(modality)] = round(float((answer == labels[kept]).float().mean()), 4)
    return won


def build(stages: dict[Modality, Stage1], fusions: dict[str, Fusion]) -> FusionClassifier:
    """Return the whole model: the default fusion first, all others beside it."""
    encoders = {Input(kind, kind): stages[kind].encoder for kind in Modality if kind in stages}
    others = [fusion for kind, fusion in fusions.items() if kind != DEFAULT]
    return FusionClassifier([str(digit) for digit in range(CLASSES)], encoders, fusions[DEFAULT], others).eval()


def calibrated(classifier: FusionClassifier, split: dict[Modality, Embedded]) -> dict[str, Any]:
    """Choose each input's threshold and each method's temperatures on validation; return what they did there.

    Many validation digits are disturbed beyond recognition, and are rightly given up: a threshold may give up some more
    than an evidence of one half does (`_MORE_GIVEN_UP`).
    """
    pairing = Pairing(split, torch.Generator().manual_seed(96))
    known, unknown = (
        [pairing._choose(column, labels) for column in range(len(MODALITIES))]
        for labels in (torch.arange(CLASSES).repeat(400), torch.full((2_000,), -1))
    )

    def rows(chosen: list[Tensor], targets: Tensor) -> ValidationRows:
        columns = list(zip((split[modality] for modality in MODALITIES), chosen, strict=True))
        embeddings = torch.stack([each.embedding[indices] for each, indices in columns], 1)
        evidence = torch.stack([each.evidence[indices] for each, indices in columns], 1)
        return ValidationRows(embeddings, torch.ones_like(evidence, dtype=torch.bool), targets, evidence)

    validation = rows(known, torch.arange(CLASSES).repeat(400))
    given_up = (validation.evidence < 0).float().mean(0).tolist()
    calibrate(
        classifier,
        validation,
        unknown=rows(unknown, torch.full((2_000,), -1)),
        most_rejected={
            name: share + _MORE_GIVEN_UP[name] for name, share in zip(classifier.names, given_up, strict=True)
        },
        most_claimed=_MOST_CLAIMED,
    )
    found: dict[str, Any] = {"inputs": {}, "methods": {}}
    for name in classifier.names:
        rule = classifier.encoder(name).open_set
        if rule is not None:
            found["inputs"][name] = {"threshold": round(rule.threshold, 3)} | rule.judged._asdict()
    for kind, fusion in classifier.fusions().items():
        if fusion.temperatures is not None:
            found["methods"][kind] = fusion.temperatures.reliability._asdict()
    return found


def main() -> None:
    """Embed, train, calibrate, measure, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/digits"))
    parser.add_argument("--out", type=Path, default=Path("resources/models/digits"))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--fusions-of", type=Path, help="a model whose fusions and map are kept")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    stages, splits = load_all(arguments.work)
    dim = stages[Modality.IMAGE].encoder.dim
    kept_map = None
    if arguments.fusions_of is not None:
        earlier = load_checkpoint(arguments.fusions_of)
        fusions, kept_map = earlier.fusions(), load_stored_map(arguments.fusions_of, earlier)
    else:
        fusions = {kind: train(splits, dim, arguments.seed, kind) for kind in FUSIONS.own if kind != "unimodal"}
    measured = {kind: measure(fusion, splits["validation"]) for kind, fusion in fusions.items()}
    metrics = measured[DEFAULT] | {"methods": measured}
    for name in ("people", "commands", "alphabets"):
        metrics[name] = stages[Modality.AUDIO].metrics.get(f"trained_on_{name}")
    metrics["hands"] = bool(stages[Modality.IMAGE].metrics.get("hands"))
    metrics["clarity"] = weights_by_clarity(fusions[DEFAULT], splits["validation"])
    classifier = build(stages, fusions)
    metrics["calibration"] = calibrated(classifier, splits["validation"])
    metrics["degradation"] = weights_under_degradation(classifier, arguments.work)
    print(json.dumps(metrics, indent=2))
    (arguments.work / "fusion.json").write_text(json.dumps(metrics, indent=2), encoding="utf-8")
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    extras = load_extras(arguments.out) if arguments.out.exists() else {}
    card, stored_map = write_card(metrics), kept_map or digits_map(classifier, splits["train"])
    save_checkpoint(classifier, arguments.out, card, stored_map, extras=extras)
    size = sum(file.stat().st_size for file in arguments.out.iterdir())
    print(f"{arguments.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
