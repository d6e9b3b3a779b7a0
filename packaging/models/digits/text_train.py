"""Train the text encoder of the digits model: ``python text_train.py --work build/digits``.

Writes ``text.safetensors`` (the encoder), ``text.json`` (its configuration, the throw-away linear head and the measured
figures) and ``test/text.csv``. Two to five minutes on one core.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import torch
from safetensors.torch import save_file
from text_data import NOTHING, encode, samples, untrained_encoder, write_test
from text_sources import Sources, sources
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.encoders.text import SubwordTextEncoder

_BATCH = 256
_PEAK_RATE = 4e-3
_EVIDENCE_SHARE = 1.0
_MOST_FORGOTTEN = 0.7
# Background is known by its own words ("gone"): made to do without, it would take the slips of "one" with it.
_MOST_FORGOTTEN_NOTHING = 0.1
# Not to see what is typed is worse than to see a digit in a word: text is looked at only when somebody types.
_DIGIT_WEIGHT = 1.5
_HUSH_PRICE = 0.15
# Share of validation's background that may pass for a digit: the price of slips in words of three or four letters.
_ALARMS_ALLOWED = 0.12
# A text forgets the features that occur in fewer words than one of these.
_FEWEST_WORDS = torch.tensor([0, 0, 2, 3, 4, 5, 7, 9])
_LEAST_KEPT = 3


def evaluate(encoder: SubwordTextEncoder, head: nn.Linear, ids: Tensor, labels: Tensor) -> dict[str, float]:
    """Return accuracy (abstentions count as wrong), accuracy without abstention, and background false alarms."""
    encoder.eval()
    with torch.inference_mode():
        outputs = [encoder(chunk.long()) for chunk in ids.split(1024)]
        logits = head(torch.cat([output.embedding for output in outputs]))
        evidence = torch.cat([output.evidence for output in outputs if output.evidence is not None])
    known = labels != NOTHING
    right, seen = logits.argmax(1) == labels, evidence > 0
    return {
        "accuracy": float((right & seen)[known].float().mean()),
        "accuracy_without_abstention": float(right[known].float().mean()),
        "false_alarms": float(seen[~known].float().mean()),
    }


def calibrate(encoder: SubwordTextEncoder, ids: Tensor, labels: Tensor) -> float:
    """Shift the evidence until the allowed share of validation's background reaches probability one half.

    Returns:
        What was subtracted from the evidence logit.
    """
    encoder.eval()
    background = ids[labels == NOTHING]
    with torch.inference_mode():
        outputs = [encoder(chunk.long()) for chunk in background.split(1024)]
        evidence = torch.cat([output.evidence for output in outputs if output.evidence is not None])
    shift = float(evidence.quantile(1 - _ALARMS_ALLOWED))
    with torch.no_grad():
        encoder.evidence.bias.sub_(shift)
    return shift


def _spread(ids: Tensor, buckets: int) -> Tensor:
    """Return in how many different words (buckets,) each feature occurs."""
    words = torch.unique(ids.flatten(0, 1)[:, :-1], dim=0)
    return torch.bincount(words.flatten(), minlength=buckets)


def _as_unseen(batch: Tensor, spread: Tensor) -> Tensor:
    """Forget, in some texts, the features that few words share, as if those words had never been seen.

    A slip is met a thousand times in training and then known by itself; a slip never met must be known by what it
    shares with others. Ours. Words that would keep next to nothing (one character, say) keep everything.
    """
    fewest = _FEWEST_WORDS[torch.randint(len(_FEWEST_WORDS), (len(batch), 1, 1))]
    shared = spread[batch] >= fewest
    enough = (shared & (batch > 0)).sum(2, keepdim=True) >= _LEAST_KEPT
    return batch.masked_fill(~shared & enough, 0)


def train(epochs: int, seed: int, more: Sources) -> tuple[SubwordTextEncoder, nn.Linear]:
    """Train encoder and throw-away head on the train split."""
    torch.manual_seed(seed)
    encoder = untrained_encoder()
    head = nn.Linear(encoder.dim, 10)
    ids, labels = encode(samples("train", 0, more), encoder)
    hushes: list[Tensor] = []
    hook = encoder.hush.register_forward_hook(lambda _layer, _given, amount: hushes.append(amount))
    parameters = [*encoder.parameters(), *head.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=_PEAK_RATE, weight_decay=0.01)
    steps = epochs * (len(ids) // _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _PEAK_RATE, total_steps=steps)
    for epoch in range(epochs):
        encoder.train()
        started, total = time.perf_counter(), 0.0
        if epoch:
            ids, labels = encode(samples("train", epoch, more), encoder)
        spread = _spread(ids, encoder.buckets)
        for chosen in torch.randperm(len(ids))[: len(ids) // _BATCH * _BATCH].split(_BATCH):
            batch, target = ids[chosen].long(), labels[chosen]
            batch = batch[:, : max(1, int((batch[:, :, 0] > 0).sum(1).max()))]
            # Forgetting some n-grams stops a word from being known by one of them alone.
            known = target != NOTHING
            most = torch.where(known, _MOST_FORGOTTEN, _MOST_FORGOTTEN_NOTHING)[:, None, None]
            forgotten = torch.rand(batch.shape) < torch.rand(len(batch), 1, 1) * most
            forgotten &= batch[:, :, 1:2] > 0  # not the only one that a token has
            batch = torch.where(known[:, None, None], _as_unseen(batch, spread), batch)
            output = encoder(batch.masked_fill(forgotten, 0))
            loss = functional.cross_entropy(head(output.embedding[known]), target[known], label_smoothing=0.02)
            loss = loss + _EVIDENCE_SHARE * functional.binary_cross_entropy_with_logits(
                output.evidence, known.float(), pos_weight=torch.tensor(_DIGIT_WEIGHT)
            )
            # Few words may speak against their neighbours; without a price all of background text learns to, and words
            # never seen with it.
            price = functional.softplus(hushes.pop()).mean(0).sum()
            loss = loss + _HUSH_PRICE * price
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(
            f"epoch {epoch + 1}/{epochs}: loss {total / (steps // epochs):.4f}, {time.perf_counter() - started:.1f} s",
            flush=True,
        )
    hook.remove()
    return encoder.eval(), head


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    encoder, head = train(arguments.epochs, arguments.seed, sources(arguments.work, "train"))
    validation = encode(samples("validation", 0, sources(arguments.work, "validation")), encoder)
    metrics: dict[str, dict[str, float] | float] = {
        "evidence_shift": round(calibrate(encoder, *validation), 3),
        "validation": evaluate(encoder, head, *validation),
        "test": evaluate(encoder, head, *encode(write_test(arguments.work), encoder)),
    }
    print(json.dumps(metrics, indent=2))
    arguments.work.mkdir(parents=True, exist_ok=True)
    save_file(encoder.state_dict(), arguments.work / "text.safetensors")
    document = {
        "kind": "subword",
        "config": encoder.config(),
        "head": {"weight": head.weight.tolist(), "bias": head.bias.tolist()},
        "metrics": metrics,
    }
    (arguments.work / "text.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
