"""Random moments of random models, seen through the real microscope: agreement, conflict, silence, ties, overrides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import torch
from torch import nn

from mmdesk.analysis.microscope import EncodedObservation, Microscope
from mmdesk.core.modality import MODALITIES
from mmdesk.core.observation import PRESENT
from mmdesk.core.prediction import Prediction
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.fusion import FUSIONS, Fusion
from mmdesk.models.predictor import Encoded, Predictor
from tests.analysis.planted import CLASSES, MUTED, SURENESS, NamedClassEncoder, snapshot
from tests.three_inputs import by_input

METHODS = tuple(kind for kind in FUSIONS if kind not in ("unimodal", "transformer"))


def _method(kind: str, class_count: int, generator: torch.Generator) -> Fusion:
    """A method whose head reads the class that an embedding names, and whose gate likes one input or another."""
    fusion = FUSIONS[kind](3, CLASSES, class_count).eval()
    eye = SURENESS * torch.eye(CLASSES)[:class_count]
    with torch.no_grad():
        for parameter in fusion.parameters():
            parameter.copy_(0.3 * torch.randn(parameter.shape, generator=generator))
        if kind in ("weighted_average", "attention_gate", "elementwise_gate"):
            fusion.head.weight.copy_(eye)
            fusion.head.bias.zero_()
            if fusion.adapters is not None:
                fusion.adapters.copy_(torch.eye(CLASSES).repeat(3, 1, 1))
            liking = 2 * torch.randn(3, generator=generator)
            if kind == "weighted_average":
                fusion.scores.copy_(liking)
            else:
                bias = fusion.gate.bias
                bias.add_(liking.repeat_interleave(len(bias) // 3))
        elif kind == "concatenation":
            fusion.head.weight.copy_(eye.repeat(1, 3) * torch.rand(1, 3 * CLASSES, generator=generator))
        elif kind == "late":
            for head in fusion.own_heads.heads:
                head.weight.copy_(eye)
                head.bias.zero_()
    return fusion


def random_predictions(count: int, seed: int = 0) -> Iterator[Prediction]:
    """Yield predictions; between two of them 0.02 to 0.4 seconds pass."""
    generator, chance = torch.Generator().manual_seed(seed), np.random.default_rng(seed)
    time_s, scope, class_count = 0.0, None, 10
    for number in range(count):
        if scope is None or number % 10 == 0:
            class_count = int(chance.choice([2, 3, 10]))
            first, second = chance.choice(len(METHODS), 2, replace=False)
            methods = [_method(METHODS[index], class_count, generator) for index in (first, second)]
            encoders = {modality: NamedClassEncoder() for modality in MODALITIES}
            labels = [str(label) for label in range(class_count)]
            scope = Microscope(Predictor(FusionClassifier(labels, by_input(encoders), *methods[:1], methods[1:]).eval(),
                                         torch.device("cpu")))  # fmt: skip
        time_s += float(chance.uniform(0.02, 0.4))
        present = chance.random(3) < 0.8
        if not present.any():
            present[int(chance.integers(3))] = True
        named = chance.integers(class_count, size=3)
        if chance.random() < 0.5:
            named[:] = named[0]
        strength = torch.from_numpy(chance.choice([0.0, 0.02, 0.14, 0.3, 1.0, 1.0, 1.0], 3).astype(np.float32))
        if chance.random() < 0.15:
            strength[:] = 0.14  # not one of them says anything alone
        embeddings = nn.functional.one_hot(torch.from_numpy(named), CLASSES) * strength[:, None]
        if chance.random() < 0.7:
            embeddings = embeddings + 0.03 * torch.randn(3, CLASSES, generator=generator)
        seen = scope.encode(snapshot(*(0 if here else None for here in present), time_s=time_s))
        verdicts = tuple(PRESENT if here else MUTED for here in present)
        mask = torch.from_numpy(present)[None]
        embeddings = embeddings[None].masked_fill(~mask[..., None], 0.0)
        override = None
        if chance.random() < 0.3:
            image, audio, text = chance.dirichlet([0.6, 0.6, 0.6]).tolist()
            override = (image, audio, text) if chance.random() < 0.5 else (1 / 3, 1 / 3, 1 / 3)
        encoded = Encoded(embeddings, mask, [(verdicts[0], verdicts[1], verdicts[2])], 0, 0)
        yield replace(scope.read(EncodedObservation(seen.observation, encoded, None), override), time_s=time_s)


def noisy_predictions(count: int, seed: int = 0) -> Iterator[Prediction]:
    """Yield predictions ten times a second of one method, whose inputs stand at the edge of what is said of them.

    In the course of it the noise grows and shrinks again, so that there are quiet stretches, too.
    """
    generator, chance = torch.Generator().manual_seed(seed), np.random.default_rng(seed)
    method = _method(METHODS[seed % len(METHODS)], 3, generator)
    encoders = {modality: NamedClassEncoder() for modality in MODALITIES}
    classifier = FusionClassifier(list("012"), by_input(encoders), method, []).eval()
    scope = Microscope(Predictor(classifier, torch.device("cpu")))
    mask = torch.ones(1, 3, dtype=torch.bool)
    for number in range(count):
        named = torch.tensor([0, 0, int(chance.integers(2))])
        embeddings = nn.functional.one_hot(named, CLASSES) * torch.tensor([0.25, 0.15, 0.22])[:, None]
        noise = 0.15 * np.sin(np.pi * number / count) ** 2
        embeddings = embeddings + noise * torch.randn(3, CLASSES, generator=generator)
        seen = scope.encode(snapshot(0, 0, 0, time_s=number / 10))
        encoded = Encoded(embeddings[None], mask, [(PRESENT, PRESENT, PRESENT)], 0, 0)
        yield replace(scope.read(EncodedObservation(seen.observation, encoded, None)), time_s=number / 10)
