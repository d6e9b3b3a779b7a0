"""Embeddings of pictures, sounds and operators' texts for the calculator: those of the digits model's own encoders."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import operator_data
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from mmdesk.core.modality import Modality
from mmdesk.models.checkpoint_borrowed import weights_hash
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.text import SubwordTextEncoder

sys.path.append(str(Path(__file__).resolve().parents[1] / "digits"))

import audio_data
import image_pools
from fusion_embeddings import prepared

INPUTS = (Modality.IMAGE, Modality.AUDIO, Modality.TEXT)
_CHUNK = 128
# As many as the fusions need: each is drawn with ten of the other kind and three operators.
_MOST = {"train": 6_000, "validation": 1_800}


@dataclass(frozen=True, slots=True)
class Embedded:
    """A split of one input after its encoder.

    Attributes:
        embedding: (N, D) float32.
        recognised: (N,) bool; what is not recognised counts as absent.
        values: (N,) int64: the digit or operator, -1 for none.
    """

    embedding: Tensor
    recognised: Tensor
    values: Tensor

    def of(self, value: int) -> Tensor:
        """Return the rows that show ``value``."""
        return torch.nonzero(self.values == value).flatten()


def load_operator(work: Path) -> SubwordTextEncoder:
    """Return the encoder that ``operator_train.py`` left in ``work``."""
    report = json.loads((work / "operator.json").read_text(encoding="utf-8"))
    encoder = SubwordTextEncoder(**report["config"])
    encoder.load_state_dict(load_file(work / "operator.safetensors"))
    return encoder.eval()


def recognised(encoder: Encoder, outputs: list) -> Tensor:
    """Return (N,) bool, by the encoder's own rule."""
    return torch.cat([encoder.recognises(output) for output in outputs])


@torch.inference_mode()
def embedded(kind: Modality, encoder: nn.Module, split: str, digits_work: Path, work: Path) -> Embedded:
    """Return a split of pictures or sounds, embedded once for each version of the encoder and its rule."""
    if not isinstance(encoder, Encoder):
        raise TypeError("an encoder is needed")
    rule = None if encoder.open_set is None else encoder.open_set.threshold
    version = f"{weights_hash(encoder.state_dict())}{encoder.config()}{rule}"
    name = f"{kind}_{split}_{hashlib.sha256(version.encode()).hexdigest()[:12]}.safetensors"
    cache = work / "cache" / name
    if not cache.exists():
        cache.parent.mkdir(parents=True, exist_ok=True)
        pool = image_pools if kind is Modality.IMAGE else audio_data
        stored, labels = pool.load_split(split, digits_work)
        # Evenly over the pool, which has paper first and hands last.
        chosen = torch.linspace(0, len(labels) - 1, min(len(labels), _MOST[split])).long()
        stored, labels = stored[chosen], labels[chosen]
        outputs = [encoder(prepared(kind, encoder, chunk)) for chunk in stored.split(_CHUNK)]
        embedding = torch.cat([output.embedding for output in outputs])
        found = recognised(encoder, outputs).clone()
        save_file({"embedding": embedding, "recognised": found, "labels": labels.clone()}, cache)
    known = load_file(cache)
    return Embedded(known["embedding"], known["recognised"], known["labels"])


@torch.inference_mode()
def embedded_texts(encoder: SubwordTextEncoder, split: operator_data.Split) -> Embedded:
    """Return a split of the operators' texts."""
    ids, labels = operator_data.encode(operator_data.samples(split), encoder)
    outputs = [encoder(chunk.long()) for chunk in ids.split(1_024)]
    return Embedded(torch.cat([output.embedding for output in outputs]), recognised(encoder, outputs), labels)


def load_all(
    digits: FusionClassifier, operator: SubwordTextEncoder, digits_work: Path, work: Path
) -> dict[str, tuple[Embedded, ...]]:
    """Return the embedded inputs of training and validation, in the order of ``INPUTS``.

    Operators' texts for training are others than those that their encoder learnt from, of the same making.
    """
    splits = {}
    for split, texts in (("train", "fusion"), ("validation", "validation")):
        columns = [embedded(kind, digits.encoder(kind), split, digits_work, work) for kind in INPUTS[:2]]
        splits[split] = (*columns, embedded_texts(operator, "fusion" if texts == "fusion" else "validation"))
    return splits
