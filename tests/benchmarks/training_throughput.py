"""Samples per second of our training loop against a plain torch loop.

    python tests/benchmarks/training_throughput.py

Same networks, same batches from the same loader, same optimiser, same process; the two take turns, so that a noisy
machine perturbs both alike. Prints JSON; the ratio is the median over rounds of ours to plain.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from mmdesk.core.inputs import Input
from mmdesk.core.training_settings import StageSettings, TrainingSettings
from mmdesk.models.device import describe_device, resolve_device
from mmdesk.models.encoders.registry import encoder_class
from mmdesk.models.fusion import FUSIONS
from mmdesk.training.augmentation import Augmentation
from mmdesk.training.columns import Storing
from mmdesk.training.dataset import read_dataset
from mmdesk.training.loop import StageTrainer
from mmdesk.training.samples import Samples, SplitData, TrainingData, feature_split
from mmdesk.training.trainable import Trainable, WholeModel
from tests.three_inputs import AUDIO, IMAGE, TEXT
from tests.training.tiny import write_tiny

ENCODERS = {IMAGE: "cnn", AUDIO: "mel_rnn", TEXT: "embedding"}
BATCH = 32
CLASSES = 3


def model(samples: Samples, indices: list[int]) -> tuple[Trainable, dict[Input, object]]:
    """Return fresh networks, the same each time."""
    torch.manual_seed(0)
    encoders = {
        one: encoder_class(one.kind, kind).fitted(
            (samples.raw(index, one) for index in indices), dim=64, evidence=False
        )
        for one, kind in ENCODERS.items()
    }
    return WholeModel(encoders, FUSIONS["multitask"](len(encoders), 64, CLASSES)), dict(encoders)


def plain_epoch(net: Trainable, data: SplitData, optimiser: torch.optim.Optimizer, device: torch.device) -> float:
    """Train one epoch as a tutorial would; returns seconds."""
    started = time.perf_counter()
    rng = np.random.default_rng(0)
    order = rng.permutation(len(data))
    net.train()
    for rows in np.array_split(order, -(-len(data) // BATCH)):
        batch = data.batch(rows.tolist(), rng).to(device)
        output = net(batch.inputs, batch.present)
        loss = functional.cross_entropy(output.logits, batch.targets)
        if output.unimodal is not None:
            heads = output.unimodal.unbind(1)
            loss = loss + sum(functional.cross_entropy(head, batch.targets) for head in heads) / len(heads)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    if device.type == "cuda":
        torch.cuda.synchronize()
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--samples", type=int, default=384)
    parser.add_argument("--device", default="cpu")
    arguments = parser.parse_args()
    device = resolve_device(arguments.device)
    with tempfile.TemporaryDirectory() as folder:
        dataset = read_dataset(write_tiny(Path(folder) / "data", per_class=arguments.samples // CLASSES))
        samples = Samples(dataset)
        indices = list(range(len(dataset.samples)))
        settings = TrainingSettings(encoders=ENCODERS, joint=True, fusion="multitask", modality_dropout=0.0)
        plan = StageSettings(epochs=1, batch_size=BATCH, learning_rate=1e-3, patience=0)
        ours_s, plain_s = [], []
        for turn in range(arguments.rounds + 1):
            net, encoders = model(samples, indices)
            storing = Storing(Augmentation.light().apply, (False,), 0, device)
            data = feature_split(samples, indices, encoders, storing)  # type: ignore[arg-type]
            one = feature_split(samples, indices[:1], encoders, storing)  # type: ignore[arg-type]
            both = TrainingData(tuple(ENCODERS), CLASSES, data, one)
            trainer = StageTrainer("joint", net, both, plan, replace(settings, seed=turn), device)
            started = time.perf_counter()
            trainer.run()
            if device.type == "cuda":
                torch.cuda.synchronize()
            ours = time.perf_counter() - started
            net, _ = model(samples, indices)
            net.to(device)
            plain = plain_epoch(net, data, torch.optim.AdamW(net.parameters(), lr=1e-3), device)
            if turn:  # the first round warms up
                ours_s.append(ours)
                plain_s.append(plain)
    ratios = [one / other for one, other in zip(ours_s, plain_s, strict=True)]
    figures = {
        "ratio": round(statistics.median(ratios), 3),
        "ours_samples_per_s": round(len(indices) / statistics.median(ours_s), 1),
        "plain_samples_per_s": round(len(indices) / statistics.median(plain_s), 1),
        "rounds": arguments.rounds,
        "device": describe_device(device),
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
