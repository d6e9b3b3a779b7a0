"""Set up the picture encoder of the things model.

    python picture_train.py --work build/things --photographs DIR

``DIR`` holds photographs as `pictures` says. The network is frozen, and the classes are its own ImageNet rows: a
correction of these, learnt from a thousand photographs, made those of another source worse (from 69 to 64 % right
without abstaining). Beside them a few further classes are learnt: ImageNet knows green apples only, takes satsumas and
grapefruit for the same, and has no class for a room. Then how probable "none of these" must be is set. Writes
``image.safetensors`` (without the network) and ``image.json``. Minutes, all of them the frozen network's.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import torch
from names import LABELS, THINGS
from pictures import pooled
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional

from rounding import round_weights  # isort: skip  (of the digits, whose folder `pictures` puts on the path)

from mmdesk.models.encoders.named_objects import NamedObjectsEncoder

VIEWS = {"train": 2, "validation": 1, "test": 0}
"""Webcam views of each photograph beside itself."""
# What the further classes are: those of fruit start as the network's own class of it, of the others speak for none.
_FURTHER_THINGS = ("apple", "orange", "lemon")
_FURTHER_OTHERS = 6
_STEPS, _BATCH, _RATE, _PULL = 1_200, 512, 3e-3, 0.01
# How often a sample is drawn from each source.
_DRAWN = {"sample": 0.4, "grocery": 0.4, "rooms": 0.2}
# Share of validation's strangers that may pass for a thing; most of them are citrus fruit and things of offices.
_ALARMS_ALLOWED = 0.10


def split_logits(folder: Path, split: str, work: Path, encoder: NamedObjectsEncoder) -> dict[str, Any]:
    """Return a split's pictures as ImageNet's ``logits`` (N, 1000), with what `pooled` tells of each."""
    data = pooled(folder, split, work, VIEWS[split])  # type: ignore[arg-type]
    with torch.inference_mode():
        values = encoder.frozen.head(data["pooled"].float())
    return {**data, "logits": values.clone()}


@torch.no_grad()
def judged(encoder: NamedObjectsEncoder, logits: Tensor) -> tuple[Tensor, Tensor]:
    """Return the likeliest thing (N,) and the logarithm of the odds (N,) that it is any."""
    scores = encoder.scores(logits)
    return scores[:, :-1].argmax(1), torch.logsumexp(scores[:, :-1], 1) - scores[:, -1]


def figures(encoder: NamedObjectsEncoder, data: dict[str, Any], threshold: float) -> dict[str, float]:
    """Return the share of strangers that is claimed and, of the known, accuracy with and without abstention."""
    answer, odds = judged(encoder, data["logits"])
    known, seen = data["labels"] >= 0, odds > threshold
    right = answer == data["labels"]
    found = {"false_alarms": float(seen[~known].float().mean())}
    if bool(known.any()):
        found["accuracy"] = float((right & seen)[known].float().mean())
        found["accuracy_without_abstention"] = float(right[known].float().mean())
    return found


def learn(encoder: NamedObjectsEncoder, data: dict[str, Any], seed: int) -> None:
    """Train the encoder's further classes, pulled towards where they start; all else stays as it is."""
    torch.manual_seed(seed)
    further = encoder.further
    if further is None:
        raise TypeError("the encoder has no further classes")
    with torch.no_grad():
        torch.nn.init.normal_(further.weight, std=0.005)
        torch.nn.init.zeros_(further.bias)
        for row, place in enumerate(encoder.further_places):
            if place >= 0:
                further.weight[row, THINGS[place].rows[0]] += 1.0
    start = further.weight.detach().clone()
    logits, labels = data["logits"], data["labels"]
    targets = torch.where(labels < 0, len(LABELS), labels)
    sources = data["sources"]
    chances = torch.tensor([_DRAWN[source] / sources.count(source) for source in sources])
    optimiser = torch.optim.Adam(further.parameters(), lr=_RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=_STEPS)
    for _ in range(_STEPS):
        chosen = torch.multinomial(chances, _BATCH, replacement=True)
        loss = functional.nll_loss(encoder.scores(logits[chosen]), targets[chosen])
        loss = loss + _PULL * (further.weight - start).square().sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()


def calibrate(encoder: NamedObjectsEncoder, data: dict[str, Any]) -> float:
    """Put evidence one half where the allowed share of the strangers is claimed; returns the odds there."""
    _, odds = judged(encoder, data["logits"][data["labels"] < 0])
    threshold = float(odds.quantile(1 - _ALARMS_ALLOWED))
    if encoder.odds is None:
        raise TypeError("the encoder of a model with none-of-these gives evidence")
    with torch.no_grad():
        encoder.odds.weight.fill_(1.0)
        encoder.odds.bias.fill_(-threshold)
    return threshold


def spread_scores(encoder: NamedObjectsEncoder, seed: int) -> None:
    """Start the embedding as the scores themselves, turned into its length without loss: an orthonormal map."""
    torch.manual_seed(seed)
    torch.nn.init.orthogonal_(encoder.project.weight, gain=2.0)
    torch.nn.init.zeros_(encoder.project.bias)


def main() -> None:
    """Calibrate, measure on validation, write; ``measure.py`` does the test."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/things"))
    parser.add_argument("--photographs", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    further = [LABELS.index(name) for name in _FURTHER_THINGS] + [-1] * _FURTHER_OTHERS
    encoder = NamedObjectsEncoder(rows=[" ".join(map(str, thing.rows)) for thing in THINGS], further=further)
    train, validation = (
        split_logits(arguments.photographs, split, arguments.work, encoder) for split in ("train", "validation")
    )
    learn(encoder, train, arguments.seed)
    round_weights(encoder)
    threshold = calibrate(encoder, validation)
    metrics: dict[str, Any] = {"odds": threshold, "train": figures(encoder, train, threshold)}
    for source in dict.fromkeys(validation["sources"]):
        mine = torch.tensor([each == source for each in validation["sources"]])
        part = {"logits": validation["logits"][mine], "labels": validation["labels"][mine]}
        metrics[f"validation, {source}"] = figures(encoder, part, threshold)
    print(json.dumps(metrics, indent=2))
    spread_scores(encoder, arguments.seed)
    save_file({name: value.contiguous() for name, value in encoder.state_dict().items()},
              arguments.work / "image.safetensors")  # fmt: skip
    document = {"kind": "named_objects", "config": encoder.config(), "metrics": metrics}
    (arguments.work / "image.json").write_text(json.dumps(document), encoding="utf-8")


if __name__ == "__main__":
    main()
