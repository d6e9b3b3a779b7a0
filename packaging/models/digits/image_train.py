"""Train and test the digits model's image encoder.

    python packaging/models/digits/image_train.py --work build/digits --hand-digits DIR

Makes the sample pools once (minutes), trains on the CPU, starting from the bundled model's encoder (``--start`` from an
earlier training's, ``--scratch`` from nothing), keeps the averaged weights after each epoch, writes the test pictures
and measures on them. DIR holds the Sign Language Digits Dataset (Apache License 2.0,
github.com/ardamavi/Sign-Language-Digits-Dataset, its folder ``Dataset``); without it no hands are learnt, and
``image.json`` says so. Leaves ``image.safetensors`` (the encoder), ``image.json`` (its configuration, the throw-away
linear head, metrics) and test pictures with their tables, ``test/image_*``, below the work folder.
Needs, besides mmdesk: pillow, mlxtend, scikit-learn, scikit-image, and Debian's apt-get and dpkg for the sources.
"""

from __future__ import annotations

import argparse
import copy
import json
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import torch
from image_data import (
    BACKGROUND,
    SEED,
    Picture,
    mnist_digits,
    other_writers_digits,
    read_pictures,
    rescaled_digits,
    scene_assets,
    write_pictures,
)
from image_pools import PARTS, make_part, make_pool
from image_scenes import camera_view, scanned_crop
from image_tests import further_tests
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.encoders.image import CNNEncoder

CLASSES: Final = 10
BUNDLED: Final = Path(__file__).resolve().parents[3] / "resources" / "models" / "digits" / "model.safetensors"
_BATCH: Final = 128
_TEST_DIGITS: Final = 2000
_TEST_BARE: Final = 500
_TEST_SEED: Final = 3_000_000


def augment(pictures: Tensor, noise: Tensor, generator: torch.Generator) -> Tensor:
    """Turn, scale, shift, recolour, blur and disturb a batch.

    In place where it can be: on two processor threads the batch's way through memory is what costs.

    Args:
        pictures: (B, 3, S, S) float32 in [0, 1].
        noise: At least B + 1 noise pictures (N, 3, S, S) of deviation 1, drawn once and used from random places.
        generator: Source of chance.

    Returns:
        (B, 3, S, S) float32 in [0, 1].
    """
    count = pictures.shape[0]

    def uniform(low: float, high: float, *shape: int) -> Tensor:
        return torch.rand(count, *shape, generator=generator) * (high - low) + low

    turn, zoom, slant = uniform(-0.2, 0.2), uniform(0.9, 1.3), uniform(-0.12, 0.12)
    stretch = uniform(0.9, 1.12)
    rows = torch.stack(
        [
            torch.stack([zoom * turn.cos() * stretch, -zoom * turn.sin() + slant, uniform(-0.12, 0.12)], dim=1),
            torch.stack([zoom * turn.sin(), zoom * turn.cos(), uniform(-0.12, 0.12)], dim=1),
        ],
        dim=1,
    )  # (B, 2, 3)
    grid = functional.affine_grid(rows, list(pictures.shape), align_corners=False)
    padding = "border" if torch.rand((), generator=generator) < 0.7 else "reflection"
    moved = functional.grid_sample(pictures, grid, padding_mode=padding, align_corners=False)
    soft = count // 4  # the order is random, so the first quarter is as good as any
    moved[:soft] = functional.avg_pool2d(functional.pad(moved[:soft], (1, 1, 1, 1), mode="replicate"), 3, stride=1)
    pale = slice(soft // 2, soft // 2 + soft)
    moved[pale] = torch.lerp(moved[pale].mean(dim=1, keepdim=True), moved[pale], uniform(0.0, 1.5, 1, 1, 1)[pale])
    inverted = uniform(0, 1, 1, 1, 1) < 0.1
    gains = uniform(0.75, 1.25, 3, 1, 1) * uniform(0.6, 1.25, 1, 1, 1)
    moved.mul_(torch.where(inverted, -gains, gains)).add_(torch.where(inverted, gains, torch.zeros(())))
    start = int(torch.randint(len(noise) - count, (), generator=generator))
    strength = uniform(-0.04, 0.05, 1, 1, 1).clamp(min=0)
    return moved.addcmul_(noise[start : start + count], strength).clamp_(0, 1)


def losses(encoder: CNNEncoder, head: nn.Linear, pictures: Tensor, labels: Tensor) -> Tensor:
    """Return label-smoothed cross-entropy over the samples with a digit plus evidence BCE over all."""
    with torch.autocast("cpu", torch.bfloat16):
        embedding, evidence = encoder(pictures)
    known = labels != BACKGROUND
    logits = head(embedding.float()[known])
    naming = functional.cross_entropy(logits, labels[known], label_smoothing=0.05)
    if evidence is None:
        raise TypeError("the encoder gives no evidence")
    seeing = functional.binary_cross_entropy_with_logits(evidence.float(), known.float() * 0.98 + 0.01)
    return naming + 0.7 * seeing


@torch.no_grad()
def _follow(average: nn.Module, model: nn.Module, decay: float) -> None:
    """Move the averaged weights and statistics towards the model's."""
    current = model.state_dict()
    for name, value in average.state_dict().items():
        if value.is_floating_point():
            value.lerp_(current[name], 1 - decay)
        else:
            value.copy_(current[name])


@torch.inference_mode()
def answers(encoder: CNNEncoder, head: nn.Linear, pictures: Tensor) -> tuple[Tensor, Tensor]:
    """Return the named digits (N,) and evidence probabilities (N,) for uint8 or float pictures (N, 3, S, S)."""
    encoder.eval()
    digits, evidence = [], []
    for part in torch.split(pictures, 250):
        batch = part.float() / 255 if part.dtype == torch.uint8 else part
        output = encoder(batch)
        digits.append(head(output.embedding).argmax(dim=1))
        if output.evidence is None:
            raise TypeError("the encoder gives no evidence")
        evidence.append(output.evidence.sigmoid())
    return torch.cat(digits), torch.cat(evidence)


def measure(encoder: CNNEncoder, head: nn.Linear, pictures: Tensor, labels: Tensor) -> dict[str, float]:
    """Return the rates that count live; abstention (evidence < 0.5) on a digit is an error."""
    digits, evidence = answers(encoder, head, pictures)
    known, seen = labels != BACKGROUND, evidence >= 0.5
    result: dict[str, float] = {}
    if bool(known.any()):
        result = {
            "accuracy": ((digits == labels) & seen)[known].float().mean().item(),
            "accuracy_without_abstention": (digits == labels)[known].float().mean().item(),
            "abstained": (~seen)[known].float().mean().item(),
            "digits": int(known.sum()),
        }
    if bool((~known).any()):
        result["false_claims"] = seen[~known].float().mean().item()
        result["without_digit"] = int((~known).sum())
    return result


def _save(encoder: CNNEncoder, head: nn.Linear, work: Path, metrics: dict[str, Any]) -> None:
    save_file({name: value.contiguous() for name, value in encoder.state_dict().items()}, work / "image.safetensors")
    card = {
        "encoder": "CNNEncoder",
        "config": encoder.config(),
        "head": {"weight": head.weight.tolist(), "bias": head.bias.tolist()},
        "seed": SEED,
        "metrics": metrics,
    }
    (work / "image.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def load(work: Path) -> tuple[CNNEncoder, nn.Linear]:
    """Return the trained encoder and its throw-away head, in evaluation mode."""
    card = json.loads((work / "image.json").read_text(encoding="utf-8"))
    encoder = CNNEncoder(**card["config"])
    encoder.load_state_dict(load_file(work / "image.safetensors"))
    head = nn.Linear(encoder.dim, CLASSES)
    head.load_state_dict({name: torch.tensor(value) for name, value in card["head"].items()})
    return encoder.eval(), head.eval()


def bundled_encoder(pool: tuple[Tensor, Tensor]) -> tuple[CNNEncoder, nn.Linear]:
    """Return the bundled model's encoder and a throw-away head, fitted on the first 2,000 digits of a pool.

    Args:
        pool: Pictures (N, 3, S, S) uint8 and labels (N,).
    """
    encoder = CNNEncoder()
    head = nn.Linear(encoder.dim, CLASSES)
    prefix = "encoders.image."
    weights = load_file(BUNDLED)
    encoder.load_state_dict({name[len(prefix) :]: each for name, each in weights.items() if name.startswith(prefix)})
    chosen = torch.nonzero(pool[1] != BACKGROUND).flatten()[:2000]
    encoder.eval()
    with torch.inference_mode():
        parts = [encoder(pool[0][part].float() / 255).embedding for part in chosen.split(250)]
    embedding = torch.cat(parts).clone()
    optimizer = torch.optim.Adam(head.parameters(), 0.02)
    for _ in range(150):
        optimizer.zero_grad()
        functional.cross_entropy(head(embedding), pool[1][chosen], label_smoothing=0.05).backward()
        optimizer.step()
    return encoder, head


def train(
    work: Path,
    epochs: int,
    pool: tuple[Tensor, Tensor],
    validation: dict[str, tuple[Tensor, Tensor]],
    start: tuple[CNNEncoder, nn.Linear] | None = None,
) -> None:
    """Train and save the averaged weights after each epoch.

    Args:
        work: Where the weights go.
        epochs: How often the pool is gone through.
        pool: Pictures and labels, digits on paper first.
        validation: Pictures and labels of each part, for the figures printed.
        start: Encoder and throw-away head to go on from; None trains new ones, at twice the learning rate.
    """
    torch.manual_seed(SEED)
    generator = torch.Generator().manual_seed(SEED)
    pictures, labels = pool
    encoder, head = start or (CNNEncoder(), nn.Linear(CNNEncoder().dim, CLASSES))
    model = nn.ModuleList([encoder, head])
    mean_encoder, mean_head = copy.deepcopy(encoder), copy.deepcopy(head)
    steps = len(labels) // _BATCH
    rate = 4e-3 if start is None else 2e-3
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.03)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=epochs * steps, pct_start=0.15)
    noise = torch.randn(6 * _BATCH, *pictures.shape[1:], generator=generator)
    step = 0
    begun = time.monotonic()
    for epoch in range(epochs):
        model.train()
        total = 0.0
        order = torch.randperm(len(labels), generator=generator)
        for index in range(steps):
            chosen = order[index * _BATCH : (index + 1) * _BATCH]
            batch = augment(pictures[chosen].float().div_(255), noise, generator).contiguous(
                memory_format=torch.channels_last
            )
            loss = losses(encoder, head, batch, labels[chosen])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            step += 1
            decay = min(0.998, (1 + step) / (10 + step))
            _follow(mean_encoder, encoder, decay)
            _follow(mean_head, head, decay)
            total += loss.item()
        result = {part: measure(mean_encoder, mean_head, *samples) for part, samples in validation.items()}
        spent = time.monotonic() - begun
        print(f"epoch {epoch + 1}/{epochs} loss {total / steps:.4f} {spent:.0f} s", flush=True)
        for part, figures in result.items():
            print(f"  {part}: " + " ".join(f"{name} {value:.4f}" for name, value in figures.items()), flush=True)
        _save(mean_encoder, mean_head, work, {"validation": result, "epochs": epoch + 1})


def calibrate(work: Path, validation: dict[str, tuple[Tensor, Tensor]]) -> None:
    """Shift the saved evidence so that probability one half is the best place to part digits from backgrounds.

    The untouched evidence repeats the pool's share of digits as a prior. The shift makes the sum of missed digits and
    false claims on the validation samples least.
    """
    encoder, head = load(work)
    pictures = torch.cat([pictures for pictures, _ in validation.values()])
    labels = torch.cat([labels for _, labels in validation.values()])
    logits = answers(encoder, head, pictures)[1].clamp(1e-6, 1 - 1e-6).logit()
    known = labels != BACKGROUND
    candidates = torch.linspace(-3, 5, 161)
    missed = (logits[known][None] < candidates[:, None]).float().mean(dim=1)
    claimed = (logits[~known][None] >= candidates[:, None]).float().mean(dim=1)
    shift = candidates[(missed + claimed).argmin()].item()
    with torch.no_grad():
        encoder.evidence.bias.sub_(shift)
    metrics = json.loads((work / "image.json").read_text(encoding="utf-8"))["metrics"]
    metrics["validation"] = {part: measure(encoder, head, *samples) for part, samples in validation.items()}
    metrics["hands"] = "hands" in validation
    metrics["evidence_shift"] = round(metrics.get("evidence_shift", 0.0) + shift, 3)
    _save(encoder, head, work, metrics)
    print(f"evidence shifted by {-shift:.2f}: {metrics['validation']}")


def _test_view(index: int, work: Path) -> tuple[Picture, int]:
    """Return one composite of the test split, seen at 640×480 and kept at half size."""
    cv2.setNumThreads(1)
    rng = np.random.default_rng([SEED, _TEST_SEED + index])
    picture, label = camera_view(rng, scene_assets("test", work), 480, 640, with_digit=index < _TEST_DIGITS)
    return np.asarray(cv2.resize(picture, (320, 240), interpolation=cv2.INTER_AREA), np.uint8), label


def write_test(work: Path, processes: int = 2, hand_digits: Path | None = None) -> None:
    """Write the test pictures once: held-out scans, other writers', composites, hands, and what is no digit."""
    folder = work / "test"
    if not (folder / "image_clean.csv").exists():
        scans, labels = mnist_digits("test")
        twins, _ = rescaled_digits(work)
        both = [*zip(scans, labels, strict=True), *zip(twins, labels, strict=True)]
        crops = ((scanned_crop(scan, dark), int(label)) for scan, label in both for dark in (False, True))
        write_pictures(folder / "image_clean", folder / "image_clean.csv", crops)
    if not (folder / "image_other_writers.csv").exists():
        scans, labels = other_writers_digits()
        crops = ((scanned_crop(scan, i % 2 == 1), int(labels[i])) for i, scan in enumerate(scans))
        write_pictures(folder / "image_other_writers", folder / "image_other_writers.csv", crops)
    if not (folder / "image_composite.csv").exists():
        total = _TEST_DIGITS + _TEST_BARE
        # A forked child would wait for ever for the threads that OpenCV and torch had in its parent.
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as executor:
            views = executor.map(_test_view, range(total), [work] * total, chunksize=50)
            unfinished = folder / "image_composite.partial.csv"
            write_pictures(folder / "image_composite", unfinished, views)
        unfinished.replace(folder / "image_composite.csv")
    further_tests(work, hand_digits)


def _prepared(encoder: CNNEncoder, samples: Iterator[tuple[Picture, int]]) -> tuple[Tensor, Tensor]:
    pairs = [(encoder.prepare(picture), label) for picture, label in samples]
    return torch.stack([picture for picture, _ in pairs]), torch.tensor([label for _, label in pairs])


def milliseconds(encoder: CNNEncoder) -> float:
    """Return the median time of prepare and forward for one 640×480 picture on one thread."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    frame = np.random.default_rng(0).integers(0, 256, (480, 640, 3), dtype=np.uint8)
    spans = []
    with torch.inference_mode():
        for _ in range(60):
            started = time.perf_counter()
            encoder(encoder.prepare(frame)[None])
            spans.append(time.perf_counter() - started)
    torch.set_num_threads(threads)
    return float(np.median(spans[10:]) * 1000)


def test(work: Path) -> dict[str, Any]:
    """Measure the saved weights on everything held out, add the figures to ``image.json`` and return them."""
    encoder, head = load(work)
    card = json.loads((work / "image.json").read_text(encoding="utf-8"))
    metrics = card["metrics"]
    for table in sorted((work / "test").glob("image_*.csv")):
        if ".partial" not in table.name:
            name = table.stem.removeprefix("image_")
            metrics[name] = measure(encoder, head, *_prepared(encoder, read_pictures(table)))
    metrics["parameters"] = sum(value.numel() for value in encoder.parameters())
    metrics["ms_per_image_one_thread"] = round(milliseconds(encoder), 2)
    _save(encoder, head, work, metrics)
    return dict(metrics)


def main(arguments: list[str]) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--work", type=Path, default=Path("build/digits"), help="where everything is made and kept")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--hand-digits", type=Path, metavar="DIR", help="photographs of hands, folders 0 to 9")
    start = parser.add_mutually_exclusive_group()
    start.add_argument("--scratch", action="store_true", help="start from nothing, not from the bundled encoder")
    start.add_argument("--start", type=Path, metavar="DIR", help="go on from another work folder's encoder")
    parser.add_argument("--only", choices=["pools", "train", "test"], help="do one part instead of all")
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(chosen.threads)
    work: Path = chosen.work
    work.mkdir(parents=True, exist_ok=True)
    hands: Path | None = chosen.hand_digits
    if chosen.only in (None, "pools"):
        for name in ("train", "validation", "fusion"):
            make_pool(name, work, chosen.threads, hands)
    if chosen.only in (None, "train"):
        made = {part: make_part("validation", part, work, chosen.threads, hands) for part in PARTS}
        parts = {part: (torch.from_numpy(x), torch.from_numpy(y)) for part, (x, y) in made.items() if len(y)}
        pool = make_pool("train", work, chosen.threads, hands)
        earlier = load(chosen.start) if chosen.start else None if chosen.scratch else bundled_encoder(pool)
        train(work, chosen.epochs, pool, parts, earlier)
        calibrate(work, parts)
    if chosen.only in (None, "test"):
        write_test(work, chosen.threads, hands)
        print(json.dumps(test(work), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
