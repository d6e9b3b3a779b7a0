"""Train the text encoder of the calculator: ``python operator_train.py --work build/calculator``.

It tells plus, minus and times, and whether a text names one of them at all. Writes ``operator.safetensors`` (the
encoder), ``operator.json`` (its configuration and the measured figures) and ``test/operators.csv``. Some five minutes
on one core. The method is that of the digits' ``text_train.py``.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from pathlib import Path
from typing import Any

import torch
from operator_data import NOTHING, OPERATORS, encode, samples, untrained_encoder
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.encoders.text import SubwordTextEncoder

DIM = 64
_BATCH = 256
_PEAK_RATE = 4e-3
_MOST_FORGOTTEN = 0.6
_MOST_FORGOTTEN_NOTHING = 0.1
_HUSH_PRICE = 0.001
# Share of validation's texts without an operator that may pass for one. A tenth of them are everyday phrases of two or
# three words, never trained on, in which an operator's word means something else ("many times"): most of what passes.
_ALARMS_ALLOWED = 0.07


@torch.inference_mode()
def evaluate(encoder: SubwordTextEncoder, head: nn.Linear, ids: Tensor, labels: Tensor) -> dict[str, float]:
    """Return accuracy (abstentions count as wrong), abstentions, and claims of texts that name no operator."""
    encoder.eval()
    outputs = [encoder(chunk.long()) for chunk in ids.split(1024)]
    logits = head(torch.cat([output.embedding for output in outputs]))
    seen = torch.cat([output.evidence for output in outputs if output.evidence is not None]) >= 0
    known = labels != NOTHING
    right = logits.argmax(1) == labels
    return {
        "accuracy": float((right & seen)[known].float().mean()),
        "abstained": float((~seen)[known].float().mean()),
        "claimed": float(seen[~known].float().mean()),
    }


@torch.inference_mode()
def calibrate(encoder: SubwordTextEncoder, ids: Tensor, labels: Tensor) -> float:
    """Shift the evidence so that at most the allowed share of validation's texts without operator passes."""
    encoder.eval()
    outputs = [encoder(chunk.long()) for chunk in ids[labels == NOTHING].split(1024)]
    evidence = torch.cat([output.evidence for output in outputs if output.evidence is not None])
    shift = max(0.0, float(evidence.quantile(1 - _ALARMS_ALLOWED)))
    encoder.evidence.bias.sub_(shift)
    return shift


def train(epochs: int, seed: int) -> tuple[SubwordTextEncoder, nn.Linear]:
    """Train encoder and throw-away head."""
    torch.manual_seed(seed)
    encoder = untrained_encoder(DIM)
    head = nn.Linear(DIM, len(OPERATORS))
    hushes: list[Tensor] = []
    hook = encoder.hush.register_forward_hook(lambda _layer, _given, amount: hushes.append(amount))
    parameters = [*encoder.parameters(), *head.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=_PEAK_RATE, weight_decay=0.01)
    ids, labels = encode(samples("train"), encoder)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _PEAK_RATE, total_steps=epochs * (len(ids) // _BATCH))
    for epoch in range(epochs):
        encoder.train()
        started, total = time.perf_counter(), 0.0
        if epoch:
            ids, labels = encode(samples("train", seed=epoch), encoder)
        for chosen in torch.randperm(len(ids))[: len(ids) // _BATCH * _BATCH].split(_BATCH):
            batch, target = ids[chosen].long(), labels[chosen]
            batch = batch[:, : max(1, int((batch[:, :, 0] > 0).sum(1).max()))]
            known = target != NOTHING
            most = torch.where(known, _MOST_FORGOTTEN, _MOST_FORGOTTEN_NOTHING)[:, None, None]
            forgotten = torch.rand(batch.shape) < torch.rand(len(batch), 1, 1) * most
            forgotten &= batch[:, :, 1:2] > 0  # not the only one that a token has
            output = encoder(batch.masked_fill(forgotten, 0))
            loss = functional.cross_entropy(head(output.embedding[known]), target[known], label_smoothing=0.02)
            loss = loss + functional.binary_cross_entropy_with_logits(output.evidence, known.float())
            loss = loss + _HUSH_PRICE * functional.softplus(hushes.pop()).mean(0).sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        steps = len(ids) // _BATCH
        print(
            f"epoch {epoch + 1}/{epochs}: loss {total / steps:.4f}, {time.perf_counter() - started:.1f} s", flush=True
        )
    hook.remove()
    return encoder.eval(), head


def write_test(work: Path) -> list[tuple[str, int]]:
    """Write ``test/operators.csv`` (text, label) and return its rows."""
    rows = samples("test")
    file = work / "test" / "operators.csv"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["text", "label"])
        writer.writerows(rows)
    return rows


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/calculator"))
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--test", action="store_true", help="measure on the test split as well; once, at the end")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    encoder, head = train(arguments.epochs, arguments.seed)
    validation = encode(samples("validation"), encoder)
    metrics: dict[str, Any] = {"shift": round(calibrate(encoder, *validation), 3)}
    metrics["validation"] = evaluate(encoder, head, *validation)
    rows = write_test(arguments.work)
    if arguments.test:
        metrics["test"] = evaluate(encoder, head, *encode(rows, encoder))
    print(json.dumps(metrics, indent=2))
    save_file(encoder.state_dict(), arguments.work / "operator.safetensors")
    document = {
        "config": encoder.config(),
        "metrics": metrics,
        "head": {"weight": head.weight.tolist(), "bias": head.bias.tolist()},
    }
    (arguments.work / "operator.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
