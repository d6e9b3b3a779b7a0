"""The three trained encoders, and the embeddings of the samples that the fusion learns from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import audio_data
import image_pools
import numpy as np
import text_data
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from views import PICTURE_VIEWS, SOUND_VIEWS

from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.registry import encoder_class

KINDS = {Modality.IMAGE: "cnn", Modality.AUDIO: "speech_rnn", Modality.TEXT: "subword"}
_LOADERS: dict[Modality, Callable[[str, Path], tuple[Tensor, Tensor]]] = {
    Modality.IMAGE: image_pools.load_split,
    Modality.AUDIO: audio_data.load_split,
    Modality.TEXT: text_data.load_split,  # type: ignore[dict-item]
}
VIEWS = {Modality.IMAGE: PICTURE_VIEWS, Modality.AUDIO: SOUND_VIEWS}
_CHUNK = 128


@dataclass(frozen=True, slots=True)
class Stage1:
    """One modality's trained encoder with its throw-away head and what was measured of it."""

    encoder: Encoder
    head: nn.Linear
    metrics: dict[str, Any]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Embedded:
    """A split of one modality after its encoder.

    Attributes:
        embedding: (N, D) float32.
        evidence: (N,) float32 logits.
        labels: (N,) int64, -1 for background.
        clarity: (N,) float32 in [0, 1]: the probability that the encoder's own throw-away head gives the right label;
            0 for background.
    """

    embedding: Tensor
    evidence: Tensor
    labels: Tensor
    clarity: Tensor

    @property
    def recognised(self) -> Tensor:
        """(N,) bool, whether the evidence reaches one half: what is not recognised counts as absent."""
        return self.evidence >= 0


def load_stage1(modality: Modality, work: Path) -> Stage1:
    """Return what the modality's own training left in ``work``, the encoder with its `VIEWS`."""
    weights = work / f"{modality}.safetensors"
    report = json.loads((work / f"{modality}.json").read_text(encoding="utf-8"))
    config = report["config"] if "config" in report else report["encoder"]
    views = {"views": VIEWS[modality]} if modality in VIEWS else {}
    encoder = encoder_class(modality, KINDS[modality])(**config, **views)
    encoder.load_state_dict(load_file(weights))
    head = nn.Linear(encoder.dim, 10)
    head.load_state_dict({name: torch.tensor(value) for name, value in report["head"].items()})
    fingerprint = hashlib.sha256(weights.read_bytes() + str(views).encode()).hexdigest()[:12]
    return Stage1(encoder.eval(), head.eval(), report["metrics"], fingerprint)


def prepared(modality: Modality, encoder: Encoder, samples: Tensor) -> Tensor:
    """Turn stored samples into the encoder's input; only sound is stored otherwise (int16)."""
    if modality is not Modality.AUDIO:
        return samples
    waves = samples.numpy().astype(np.float32) / np.float32(32_767)
    return torch.stack([encoder.prepare(wave) for wave in waves])


@torch.inference_mode()
def embed(modality: Modality, encoder: Encoder, samples: Tensor) -> tuple[Tensor, Tensor]:
    """Return embeddings (N, D) and evidence logits (N,) of stored samples."""
    outputs = [encoder(prepared(modality, encoder, chunk)) for chunk in samples.split(_CHUNK)]
    embedding = torch.cat([output.embedding for output in outputs])
    evidence = torch.cat([output.evidence for output in outputs])
    return embedding, evidence


def embedded_split(modality: Modality, stage1: Stage1, split: Literal["train", "validation"], work: Path) -> Embedded:
    """Return a split's embeddings, computed once for each version of the encoder."""
    cache = work / "cache" / f"encoded_{modality}_{split}_{stage1.fingerprint}.safetensors"
    if not cache.exists():
        cache.parent.mkdir(parents=True, exist_ok=True)
        for old in cache.parent.glob(f"encoded_{modality}_{split}_*.safetensors"):
            old.unlink()
        samples, labels = _LOADERS[modality](split, work)
        embedding, evidence = embed(modality, stage1.encoder, samples)
        save_file({"embedding": embedding, "evidence": evidence, "labels": labels.clone()}, cache)
    stored = load_file(cache)
    labels = stored["labels"]
    with torch.inference_mode():
        probabilities = stage1.head(stored["embedding"]).softmax(1)
    right = probabilities.gather(1, labels.clamp(min=0).unsqueeze(1)).squeeze(1)
    return Embedded(stored["embedding"], stored["evidence"], labels, right.masked_fill(labels < 0, 0.0))


def load_all(work: Path) -> tuple[dict[Modality, Stage1], dict[str, dict[Modality, Embedded]]]:
    """Return all three encoders and their embedded train and validation splits."""
    stages = {modality: load_stage1(modality, work) for modality in MODALITIES}
    splits: dict[str, dict[Modality, Embedded]] = {"train": {}, "validation": {}}
    for modality, stage1 in stages.items():
        splits["train"][modality] = embedded_split(modality, stage1, "train", work)
        splits["validation"][modality] = embedded_split(modality, stage1, "validation", work)
    return stages, splits
