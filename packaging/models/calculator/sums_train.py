"""Train every fusion method of the calculator on the digits model's encoders, and save it beside that model.

    python operator_train.py --work build/calculator
    python sums_train.py --digits-work build/digits --work build/calculator --out resources/models/calculator

The digits model must stand beside ``--out`` (``resources/models/digits``): its encoders of pictures and sounds are used
as they are, and their weights are borrowed, not copied. When it has been trained anew, so must this one be: the second
line, some minutes on one core; with ``--fusions-of`` what the methods of a model have learnt is kept, and only their
temperatures are chosen anew, which is enough where the encoders have got other views. The pools of pictures and sounds
are the digits' own (``--digits-work``), made if they are not there. A digit shown, a digit said and an operator were
never recorded together: they are drawn by chance.

What is trained: with everything present the exact result; with an input missing the exact distribution over the results
that are still possible, as soft targets, so that nothing is guessed.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import torch
from operator_words import OPERATORS
from sums_card import write_card
from sums_data import INPUTS, Embedded, load_all, load_operator
from sums_table import DIGITS, RESULTS, answers, chance, possible
from torch import Tensor
from torch.multiprocessing import Pool
from torch.nn import functional

from rounding import round_weights  # isort: skip  (of the digits, whose folder `sums_data` puts on the path)

from mmdesk.analysis.fused_map import make_map
from mmdesk.core.inputs import Input
from mmdesk.models.checkpoint import load_checkpoint, load_stored_map, save_checkpoint
from mmdesk.models.checkpoint_map import StoredMap
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.fusion import FUSIONS, Fusion, FusionOutput, offered_fusions
from mmdesk.models.open_set import EvidenceRule
from mmdesk.training.calibration import fit_temperatures

DEFAULT = "elementwise_gate"
"""Can work out a product, and has weights of its own to show."""
LABELS = tuple(map(str, RESULTS))
_STEPS = 1_500
_BATCH = 256
_RATE = 3e-3
# How often everything is there; else one of the six smaller subsets.
_COMPLETE = 0.5
_MAP_PER_CLASS = 9
_BY_HAND = ("about.json", "picture.png")
_SMALLER = torch.tensor([mask for mask in product([False, True], repeat=3) if 0 < sum(mask) < 3])


@dataclass(frozen=True, slots=True)
class Rows:
    """A batch: embeddings (B, 3, D), present (B, 3) bool, values (B, 3) int64 of what each input truly shows."""

    embeddings: Tensor
    present: Tensor
    values: Tensor


class Draw:
    """Draws rows from a split, every pair of digits and every operator equally often."""

    def __init__(self, split: tuple[Embedded, ...], seed: int) -> None:
        self._split = split
        self._chance = torch.Generator().manual_seed(seed)
        counts = (DIGITS, DIGITS, len(OPERATORS))
        self._rows = [[each.of(value) for value in range(count)] for each, count in zip(split, counts, strict=True)]

    def __call__(self, count: int, complete: float = _COMPLETE) -> Rows:
        """Return ``count`` rows; what its encoder does not recognise is absent."""
        shape = (count, 1)
        digits = torch.randint(DIGITS, (count, 2), generator=self._chance)
        values = torch.cat([digits, torch.randint(len(OPERATORS), shape, generator=self._chance)], 1)
        smaller = _SMALLER[torch.randint(len(_SMALLER), (count,), generator=self._chance)]
        present = torch.where(torch.rand(shape, generator=self._chance) < complete, True, smaller)
        return self.take(values, present)

    def take(self, values: Tensor, present: Tensor) -> Rows:
        """Return a row for each of ``values`` (B, 3)."""
        columns, present = [], present.clone()
        for column, each in enumerate(self._split):
            chosen = torch.empty(len(values), dtype=torch.int64)
            for value, rows in enumerate(self._rows[column]):
                mine = values[:, column] == value
                picks = torch.rand(int(mine.sum()), generator=self._chance) * len(rows)
                chosen[mine] = rows[picks.long()]
            columns.append(each.embedding[chosen])
            present[:, column] &= each.recognised[chosen]
        return Rows(torch.stack(columns, 1), present, values)


def loss_of(fusion: Fusion, output: FusionOutput, rows: Rows, progress: float) -> Tensor:
    """Return the mean loss of a batch: the method's own where it has one, else cross-entropies with soft targets."""
    targets = possible(rows.values, rows.present)
    alone = torch.eye(3, dtype=torch.bool)
    own = torch.stack([possible(rows.values, alone[column].expand_as(rows.present)) for column in range(3)], 1)
    own = own * rows.present.unsqueeze(2)
    rows_loss = fusion.own_loss(output, targets, own, progress)
    if rows_loss is not None:
        return rows_loss.mean()
    loss = output.logits.new_zeros(())
    if fusion.joint:
        loss = loss + functional.cross_entropy(output.logits, targets)
    if output.unimodal is not None:
        entropies = -(own * output.unimodal.log_softmax(2)).sum(2)  # (B, M)
        loss = loss + entropies.sum() / rows.present.sum()
    return loss


def train(split: tuple[Embedded, ...], kind: str, seed: int, steps: int) -> Fusion:
    """Train one fusion method; seconds to a minute."""
    torch.manual_seed(seed)
    draw = Draw(split, seed)
    fusion = FUSIONS[kind](3, split[0].embedding.shape[1], len(RESULTS))
    optimiser = torch.optim.AdamW(fusion.parameters(), lr=_RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps)
    for step in range(steps):
        rows = draw(_BATCH)
        kept = rows.present.any(1)
        rows = Rows(rows.embeddings[kept], rows.present[kept], rows.values[kept])
        loss = loss_of(fusion, fusion(rows.embeddings, rows.present), rows, step / steps)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(fusion.parameters(), 5.0)
        optimiser.step()
        schedule.step()
    round_weights(fusion)
    return fusion.eval()


@torch.inference_mode()
def measure(fusion: Fusion, split: tuple[Embedded, ...]) -> dict[str, Any]:
    """Return accuracy and distance from the exact distribution for every subset; abstentions count as wrong."""
    rows = Draw(split, 99)(6_000, complete=1.0)
    wanted = answers(rows.values)
    found = {}
    for mask in product([False, True], repeat=3):
        if not any(mask):
            continue
        present = rows.present & torch.tensor(mask)
        said = fusion(rows.embeddings, present).logits.softmax(1)
        there = present.any(1)
        right = (said.argmax(1) == wanted) & there
        apart = (said - possible(rows.values, present)).abs().sum(1)[there].mean() / 2
        name = "+".join(kind for kind, given in zip(INPUTS, mask, strict=True) if given)
        found[name] = {"accuracy": round(float(right.float().mean()), 4), "apart": round(float(apart), 4),
                       "best_possible": round(chance(mask), 4)}  # fmt: skip
    return found


def sums_map(classifier: FusionClassifier, split: tuple[Embedded, ...]) -> StoredMap:
    """Lay out training samples of every result, all inputs recognised, for every fusion method."""
    grid = torch.cartesian_prod(torch.arange(DIGITS), torch.arange(DIGITS), torch.arange(len(OPERATORS)))
    classes = answers(grid)
    chance_of = torch.Generator().manual_seed(0)
    rows = []
    for label in range(len(RESULTS)):
        mine = torch.nonzero(classes == label).flatten()
        rows.append(mine[torch.randint(len(mine), (_MAP_PER_CLASS,), generator=chance_of)])
    known = tuple(
        Embedded(each.embedding[each.recognised], each.recognised[each.recognised], each.values[each.recognised])
        for each in split
    )
    values = grid[torch.cat(rows)]
    taken = Draw(known, 0).take(values, torch.ones(len(values), 3, dtype=torch.bool))
    stored = make_map(classifier, taken.embeddings, taken.present, answers(values), 0)
    if stored is None:
        raise ValueError("some embeddings are no numbers")
    return stored


def believe_sooner(digits: FusionClassifier) -> None:
    """Let an evidence of one half do where the digits model asks for more.

    *Digits* is there to be spoken to by everybody at any time, and gives up some digits for fewer words that are taken
    for one. Here all three inputs are needed: one that is not recognised costs the whole answer.
    """
    for name in digits.names:
        encoder = digits.encoder(name)
        if isinstance(encoder.open_set, EvidenceRule) and encoder.open_set.threshold > 0:
            encoder.set_open_set(None)


def _one(
    job: tuple[dict[str, tuple[Embedded, ...]], str, int, int, Fusion | None],
) -> tuple[Fusion, dict[str, Any]]:
    """Train one method, unless it is there, and measure it; runs in a process of its own."""
    torch.set_num_threads(1)
    splits, kind, seed, steps, kept = job
    started = time.perf_counter()
    fusion = train(splits["train"], kind, seed, steps) if kept is None else kept
    measured = measure(fusion, splits["validation"])
    row = " ".join(f"{name} {figures['accuracy']:.3f}" for name, figures in measured.items())
    print(f"{kind}: {row}, {time.perf_counter() - started:.0f} s", flush=True)
    return fusion, measured


def main() -> None:
    """Embed, train, measure, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digits-work", type=Path, default=Path("build/digits"))
    parser.add_argument("--work", type=Path, default=Path("build/calculator"))
    parser.add_argument("--out", type=Path, default=Path("resources/models/calculator"))
    parser.add_argument("--steps", type=int, default=_STEPS)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--fusions-of", type=Path, help="a model whose fusions are kept, and not trained")
    parser.add_argument("--only", nargs="*", help="train these methods only, measure, and save nothing")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    digits = load_checkpoint(arguments.out.with_name("digits"))
    believe_sooner(digits)
    operator = load_operator(arguments.work)
    splits = load_all(digits, operator, arguments.digits_work, arguments.work)
    kinds = arguments.only or offered_fusions()
    earlier = None if arguments.fusions_of is None else load_checkpoint(arguments.fusions_of)
    kept = {} if earlier is None else earlier.fusions()
    kept_map = None if earlier is None else load_stored_map(arguments.fusions_of, earlier)
    jobs = [(splits, kind, arguments.seed, arguments.steps, kept.get(kind)) for kind in kinds]
    with Pool(arguments.processes) as pool:
        done = list(pool.imap(_one, jobs, chunksize=1))
    fusions = {kind: fusion for kind, (fusion, _) in zip(kinds, done, strict=True)}
    measured = {kind: figures for kind, (_, figures) in zip(kinds, done, strict=True)}
    if arguments.only:
        return
    (arguments.work / "fusion.json").write_text(json.dumps(measured, indent=1), encoding="utf-8")
    encoders = {Input(kind, kind): digits.encoder(kind) for kind in INPUTS[:2]}
    others = [fusion for kind, fusion in fusions.items() if kind != DEFAULT]
    everything = encoders | {Input(INPUTS[2], INPUTS[2]): operator}
    classifier = FusionClassifier(LABELS, everything, fusions[DEFAULT], others).eval()
    rows = Draw(splits["validation"], 97)(6_000, complete=1.0)
    for fusion in classifier.fusions().values():
        fusion.set_temperatures(fit_temperatures(fusion, rows.embeddings, rows.present, answers(rows.values)))
    lenders = dict.fromkeys(encoders, "digits")
    card, stored_map = write_card(measured, None), kept_map or sums_map(classifier, splits["train"])
    # What the window says and shows of it is written by hand, and stays.
    kept = {file: file.read_bytes() for name in _BY_HAND if (file := arguments.out / name).is_file()}
    for file in kept:
        file.unlink()
    save_checkpoint(classifier, arguments.out, card, stored_map, lenders=lenders)
    for file, content in kept.items():
        file.write_bytes(content)
    print(f"{arguments.out}: {sum(file.stat().st_size for file in arguments.out.iterdir()) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
