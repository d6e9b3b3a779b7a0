"""Make the map of the fused space from training samples and put it into the bundled model.

    python fusion_map.py --work build/digits --model resources/models/digits

Needs the model that fusion_train.py wrote and the embeddings that it left in the work folder. The three modalities were
never recorded together: samples are put together by label, as for training.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import torch
from fusion_embeddings import Embedded, load_all
from torch import Tensor

from mmdesk.analysis.fused_map import PER_CLASS, make_map
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.models.checkpoint import MAP, load_card, load_checkpoint, load_extras, load_trained_on, save_checkpoint
from mmdesk.models.checkpoint_map import StoredMap
from mmdesk.models.classifier import FusionClassifier

_SEED = 0


def chosen(split: dict[Modality, Embedded], class_count: int) -> tuple[Tensor, Tensor]:
    """Return embeddings (N, M, D) and classes (N,) of 30 triples a class, each part recognised by its encoder."""
    generator = torch.Generator().manual_seed(_SEED)
    columns = []
    for modality in MODALITIES:
        each = split[modality]
        rows = []
        for label in range(class_count):
            fit = torch.nonzero((each.labels == label) & each.recognised).flatten()
            if len(fit) < PER_CLASS:
                raise ValueError(f"only {len(fit)} {modality} samples show a {label}")
            rows.append(fit[torch.randperm(len(fit), generator=generator)[:PER_CLASS]])
        columns.append(each.embedding[torch.cat(rows)])
    return torch.stack(columns, 1), torch.arange(class_count).repeat_interleave(PER_CLASS)


def digits_map(classifier: FusionClassifier, split: dict[Modality, Embedded]) -> StoredMap:
    """Lay out triples of the training split for every fusion method of the model."""
    embeddings, classes = chosen(split, len(classifier.labels))
    stored = make_map(classifier, embeddings, torch.ones(embeddings.shape[:2], dtype=torch.bool), classes, _SEED)
    if stored is None:
        raise ValueError("some embeddings are no numbers")
    return stored


def main() -> None:
    """Load, lay out, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/digits"))
    parser.add_argument("--model", type=Path, default=Path("resources/models/digits"))
    parser.add_argument("--out", type=Path, help="where the model with its map goes; its own place otherwise")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    classifier = load_checkpoint(arguments.model)
    stages, splits = load_all(arguments.work)
    for modality, stage in stages.items():
        mine = classifier.encoder(modality).state_dict()
        if not all(torch.equal(tensor, mine[name]) for name, tensor in stage.encoder.state_dict().items()):
            parser.error(f"{arguments.model} has another {modality} encoder than {arguments.work}: run fusion_train.py")
    started = time.perf_counter()
    stored = digits_map(classifier, splits["train"])
    out = arguments.model if arguments.out is None else arguments.out
    card, trained_on = load_card(arguments.model), load_trained_on(arguments.model)
    save_checkpoint(classifier, out, card, stored, trained_on, extras=load_extras(arguments.model))
    size = len(stored.to_bytes())
    print(f"{out / MAP}: {len(stored.classes)} samples, {len(stored.layouts)} methods, {size / 1e3:.0f} kB, "
          f"{time.perf_counter() - started:.1f} s")  # fmt: skip


if __name__ == "__main__":
    main()
