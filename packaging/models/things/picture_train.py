"""Set up the picture encoder of the things model.

    python picture_train.py --work build/things --photographs DIR

``DIR`` holds photographs as `pictures` says. The network is frozen, the classes are its own ImageNet rows, and nothing
is trained: a correction of the rows learnt from a thousand photographs was tried, and made those of another source
worse (from 69 to 64 % right without abstaining). What is set is how probable "none of these" must be. Writes
``image.safetensors`` (without the network) and ``image.json``. Minutes, all of them the frozen network's.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import torch
from names import THINGS
from pictures import pooled
from safetensors.torch import save_file
from torch import Tensor

from mmdesk.models.encoders.named_objects import NamedObjectsEncoder

VIEWS = {"train": 2, "validation": 1, "test": 0}
"""Webcam views of each photograph beside itself."""
# Share of the training photographs' strangers that may pass for a thing.
_ALARMS_ALLOWED = 0.04


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
    """Return accuracy with and without abstention and the share of strangers that is claimed."""
    answer, odds = judged(encoder, data["logits"])
    known, seen = data["labels"] >= 0, odds > threshold
    right = answer == data["labels"]
    return {
        "accuracy": float((right & seen)[known].float().mean()),
        "accuracy_without_abstention": float(right[known].float().mean()),
        "false_alarms": float(seen[~known].float().mean()),
    }


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
    encoder = NamedObjectsEncoder(rows=[" ".join(map(str, thing.rows)) for thing in THINGS])
    train, validation = (
        split_logits(arguments.photographs, split, arguments.work, encoder) for split in ("train", "validation")
    )
    threshold = calibrate(encoder, train)
    metrics: dict[str, Any] = {"odds": threshold, "train": figures(encoder, train, threshold)}
    metrics["validation"] = figures(encoder, validation, threshold)
    print(json.dumps(metrics, indent=2))
    spread_scores(encoder, arguments.seed)
    save_file({name: value.contiguous() for name, value in encoder.state_dict().items()},
              arguments.work / "image.safetensors")  # fmt: skip
    document = {"kind": "named_objects", "config": encoder.config(), "metrics": metrics}
    (arguments.work / "image.json").write_text(json.dumps(document), encoding="utf-8")


if __name__ == "__main__":
    main()
