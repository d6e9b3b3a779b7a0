"""Take the bundled digits model apart into what its encoders' trainings leave in the work folder.

    python unpack.py --model resources/models/digits --work build/digits

With that, `fusion_train` and what builds on the encoders run without the data that the encoders were trained on. The
throw-away classifiers, which the model does not hold, are fitted anew: linear ones on the training embeddings.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from fusion_embeddings import KINDS, Embedded, embedded_split, load_stage1
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional

from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.models.checkpoint import load_checkpoint

_CLASSES = 10
_STEPS = 400
_RATE = 0.02


def fitted_head(split: Embedded) -> nn.Linear:
    """Return a linear classifier of a split's digits."""
    torch.manual_seed(0)
    head = nn.Linear(split.embedding.shape[1], _CLASSES)
    known = split.labels >= 0
    embedding, labels = split.embedding[known].clone(), split.labels[known]
    optimiser = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=0.01)
    for _ in range(_STEPS):
        loss = functional.cross_entropy(head(embedding), labels)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return head.eval()


def main() -> None:
    """Take apart, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=Path("resources/models/digits"))
    parser.add_argument("--work", type=Path, default=Path("build/digits"))
    parser.add_argument("--people", nargs="*", default=["george", "jackson", "lucas"], help="whose voices it learnt")
    parser.add_argument("--no-hands", action="store_true", help="it learnt no hands")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    classifier = load_checkpoint(arguments.model)
    metrics = {
        Modality.AUDIO: {"trained_on_people": arguments.people},
        Modality.IMAGE: {"hands": not arguments.no_hands},
    }
    arguments.work.mkdir(parents=True, exist_ok=True)
    for modality in MODALITIES:
        encoder = classifier.encoder(modality)
        weights = {name: value.contiguous() for name, value in encoder.state_dict().items()}
        save_file(weights, arguments.work / f"{modality}.safetensors")
        config = {name: value for name, value in encoder.config().items() if name != "views"}
        head = nn.Linear(encoder.dim, _CLASSES)
        for fit in (False, True):
            if fit:
                head = fitted_head(
                    embedded_split(modality, load_stage1(modality, arguments.work), "train", arguments.work)
                )
            report = {"kind": KINDS[modality], "encoder": config, "metrics": metrics.get(modality, {})}
            report["head"] = {"weight": head.weight.tolist(), "bias": head.bias.tolist()}
            (arguments.work / f"{modality}.json").write_text(json.dumps(report), encoding="utf-8")


if __name__ == "__main__":
    main()
