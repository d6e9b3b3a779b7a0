"""How the weights move when a picture or a sound gets worse by degrees."""

from __future__ import annotations

from pathlib import Path

import audio_data
import image_pools
import text_data
import torch
from fusion_embeddings import embed
from torch import Tensor
from torch.nn import functional

from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import EncoderOutput

_SAMPLES = 400
_PICTURE_STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)
_NOISE_STEPS_DB = (None, 20.0, 10.0, 5.0, 0.0)


def _worse_pictures(pictures: Tensor, amount: float) -> Tensor:
    """Blur, wash out and disturb pictures (N, 3, S, S) by ``amount`` in [0, 1]."""
    generator = torch.Generator().manual_seed(5)
    for _ in range(round(10 * amount)):
        pictures = functional.avg_pool2d(functional.pad(pictures, (1, 1, 1, 1), mode="replicate"), 3, stride=1)
    washed = pictures * (1 - 0.7 * amount) + 0.5 * 0.7 * amount
    return (washed + 0.06 * amount * torch.randn(pictures.shape, generator=generator)).clamp(0, 1)


def _noisy(waves: Tensor, ratio_db: float | None) -> Tensor:
    """Add white noise to int16 waves (N, n) at a signal-to-noise ratio."""
    if ratio_db is None:
        return waves
    sound = waves.float()
    power = sound.square().mean(1, keepdim=True)
    noise = torch.randn(sound.shape, generator=torch.Generator().manual_seed(6))
    mixed = sound + noise * (power * 10 ** (-ratio_db / 10)).sqrt()
    return mixed.clamp(-32_767, 32_767).to(torch.int16)


def _by_label(labels: Tensor) -> Tensor:
    """Return the places of ``_SAMPLES`` samples with labels 0, 1, … 9, 0, …"""
    indices = [torch.nonzero(labels == digit).flatten() for digit in range(10)]
    return torch.stack([indices[row % 10][(row // 10) % len(indices[row % 10])] for row in range(_SAMPLES)])


@torch.inference_mode()
def weights_under_degradation(classifier: FusionClassifier, work: Path) -> dict[str, list[dict[str, float | str]]]:
    """Return, for pictures and sounds getting worse, the share still recognised and its weight beside the others.

    Each figure is a mean over 400 validation triples with all three modalities given.
    """
    loaders = {Modality.IMAGE: image_pools.load_split, Modality.AUDIO: audio_data.load_split}
    samples = {}
    for modality, load in loaders.items():
        stored, labels = load("validation", work)
        samples[modality] = stored[_by_label(labels)]
    ids, labels = text_data.load_split("validation", work)
    samples[Modality.TEXT] = ids[_by_label(labels)]
    truth = torch.arange(_SAMPLES) % 10

    def figures(worse: Modality, changed: Tensor) -> dict[str, float | str]:
        embeddings, present = [], []
        for modality in MODALITIES:
            given = changed if modality is worse else samples[modality]
            encoder = classifier.encoder(modality)
            output = EncoderOutput(*embed(modality, encoder, given))
            embeddings.append(output.embedding)
            present.append(encoder.recognises(output))
        fused = classifier.fuse(torch.stack(embeddings, 1), torch.stack(present, 1))
        if fused.weights is None:
            raise TypeError("the attention gate gives weights")
        column = worse.column
        seen = present[column]
        weight = fused.weights[seen, column].mean() if bool(seen.any()) else torch.tensor(0.0)
        return {
            "recognised": round(float(seen.float().mean()), 3),
            "weight_where_recognised": round(float(weight), 3),
            "weight": round(float(fused.weights[:, column].mean()), 3),
            "accuracy": round(float((fused.logits.argmax(1) == truth).float().mean()), 4),
        }

    pictures: list[dict[str, float | str]] = [
        {"degradation": f"{step:.0%}"} | figures(Modality.IMAGE, _worse_pictures(samples[Modality.IMAGE], step))
        for step in _PICTURE_STEPS
    ]
    sounds: list[dict[str, float | str]] = [
        {"degradation": "none added" if step is None else f"noise at {step:.0f} dB"}
        | figures(Modality.AUDIO, _noisy(samples[Modality.AUDIO], step))
        for step in _NOISE_STEPS_DB
    ]
    return {"image": pictures, "audio": sounds}
