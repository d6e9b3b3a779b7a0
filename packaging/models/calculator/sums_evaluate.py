"""Measure the calculator on held-out pictures, voices and texts.

    python sums_evaluate.py --digits-work build/digits --work build/calculator --card

Pictures: held-out digits on paper or card in a hand before the camera; voices: held-out synthetic ones, whole words;
texts: frames and misspellings that were never trained on. All pass through the model as the program runs it. What the
model does not recognise counts as wrong. Prints a table, writes ``evaluation.json`` and, with ``--card``, the card.

There are two tests. The first has papers held in hands, all languages of the digits model, and words down to 19 dB
over the noise. The second, *quiet*, has what `sums_quiet` makes: paper that fills the view, and words of five languages
30 dB over the noise or more. The voices, the scans and the texts are held out in both alike.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from itertools import combinations, product
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from operator_data import samples
from sums_card import write_card
from sums_data import INPUTS, Embedded, recognised
from sums_quiet import quiet_pictures, quiet_voices
from sums_table import DIGITS, answers, chance, possible
from sums_train import Draw

from mmdesk.analysis.shapley import interactions
from mmdesk.models.checkpoint import load_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.fusion import fusion_kind

sys.path.append(str(Path(__file__).resolve().parents[1] / "digits"))

from audio_data import build_bank, render
from image_data import mnist_digits, read_pictures, scene_assets, write_pictures
from image_scenes import scene_video

_PICTURES, _VOICES, _ROWS = 200, 400, 4_000
_STRONGEST = 0.35
_QUIET_PICTURES, _QUIET_VOICES = 500, 600
# A test's name and how its files begin.
_TESTS = {"test": "", "quiet": "quiet_"}
_SUBSETS = list(product([False, True], repeat=3))


def _index(mask: tuple[bool, ...]) -> int:
    """Return a subset's place among the values of `mmdesk.analysis.shapley`."""
    return sum(1 << column for column, given in enumerate(mask) if given)


def write_test(work: Path, digits_work: Path) -> None:
    """Write held-out pictures (``test/pictures.csv``) and voices (``test/voices.npz``) once, and the quiet ones."""
    folder = work / "test"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "voices.npz").exists():
        bank = build_bank("test", _VOICES, 60, seed=3)
        clips = render(bank, _VOICES, 331, background=0.0, strengths=(0.0, _STRONGEST), tidy=True)
        np.savez(folder / "voices.npz", waves=clips.waves.numpy(), labels=clips.labels.numpy())
    if not (folder / "pictures.csv").exists():
        cv2.setNumThreads(1)
        assets = scene_assets("test", digits_work)
        scans, labels = mnist_digits("test")

        def held() -> Any:
            for number in range(_PICTURES):
                mine = np.flatnonzero(labels == number % DIGITS)
                scan = scans[mine[(number // DIGITS) % len(mine)]]
                yield next(scene_video(scan, 1.0, 1.0, 7_000 + number, assets)), number % DIGITS

        write_pictures(folder / "pictures", folder / "pictures.csv", held())
    if not (folder / "quiet_voices.npz").exists():
        clips = quiet_voices("test", _QUIET_VOICES)
        np.savez(folder / "quiet_voices.npz", waves=clips.waves.numpy(), labels=clips.labels.numpy())
    if not (folder / "quiet_pictures.csv").exists():
        write_pictures(
            folder / "quiet_pictures", folder / "quiet_pictures.csv", quiet_pictures("test", _QUIET_PICTURES)
        )


@torch.inference_mode()
def _embedded(model: FusionClassifier, kind: str, raws: list[Any], values: list[int]) -> Embedded:
    encoder = model.encoder(kind)
    outputs = [
        encoder(torch.stack([encoder.prepare(raw) for raw in raws[at : at + 64]])) for at in range(0, len(raws), 64)
    ]
    return Embedded(torch.cat([each.embedding for each in outputs]), recognised(encoder, outputs), torch.tensor(values))


def load_test(model: FusionClassifier, work: Path, prefix: str) -> tuple[Embedded, ...]:
    """Return the held-out inputs of a test of ``_TESTS`` after the model's encoders."""
    pictures = list(read_pictures(work / "test" / f"{prefix}pictures.csv"))
    with np.load(work / "test" / f"{prefix}voices.npz") as stored:
        waves = [(wave / 32_767.0).astype(np.float32) for wave in stored["waves"]]
        said = stored["labels"].tolist()
    texts = samples("test")
    return (
        _embedded(model, INPUTS[0], [picture for picture, _ in pictures], [label for _, label in pictures]),
        _embedded(model, INPUTS[1], waves, said),
        _embedded(model, INPUTS[2], [text for text, _ in texts], [label for _, label in texts]),
    )


def _interval(share: float, count: int) -> tuple[float, float]:
    """Return the ends of the 95 % Wilson interval."""
    z = 1.96
    middle, half = share + z * z / (2 * count), z * np.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return (middle - half) / (1 + z * z / count), (middle + half) / (1 + z * z / count)


@torch.inference_mode()
def measure(model: FusionClassifier, test: tuple[Embedded, ...]) -> dict[str, Any]:
    """Return the accuracy of every method and subset, the interactions, and what each encoder does by itself."""
    rows = Draw(test, 5)(_ROWS, complete=1.0)
    wanted = answers(rows.values)
    pairs = list(combinations(range(3), 2))
    methods = {}
    for kind, fusion in model.fusions().items():
        accuracy, apart = {}, {}
        truth = np.full((len(wanted), 8), 1 / len(model.labels))
        for mask in _SUBSETS[1:]:
            present = rows.present & torch.tensor(mask)
            there = present.any(1)
            said = fusion.tempered(fusion(rows.embeddings, present).logits, present).softmax(1)
            name = "+".join(one for one, given in zip(INPUTS, mask, strict=True) if given)
            accuracy[name] = float(((said.argmax(1) == wanted) & there).float().mean())
            apart[name] = float((said - possible(rows.values, present)).abs().sum(1)[there].mean() / 2)
            true = said.gather(1, wanted[:, None]).squeeze(1).numpy()
            truth[:, _index(mask)] = np.where(there.numpy(), true, truth[:, 0])
        found = interactions(truth).mean(0)
        synergy = {
            f"{INPUTS[one]} × {INPUTS[other]}": float(value) for (one, other), value in zip(pairs, found, strict=True)
        }
        methods[kind] = {"accuracy": accuracy, "apart": apart, "interaction": synergy, "mean": float(found.mean())}
    low, high = _interval(methods[fusion_kind(model.fusion)]["accuracy"]["image+audio+text"], _ROWS)
    known = {kind: _alone(each) for kind, each in zip(INPUTS, test, strict=True)}
    best = {
        "+".join(one for one, given in zip(INPUTS, mask, strict=True) if given): chance(mask) for mask in _SUBSETS[1:]
    }
    return {"rows": _ROWS, "methods": methods, "interval": [low, high], "inputs": known, "best_possible": best}


def _alone(each: Embedded) -> dict[str, float]:
    known = each.values >= 0
    nothing = int((~known).sum())
    return {
        "known": int(known.sum()),
        "recognised": float(each.recognised[known].float().mean()),
        "nothing": nothing,
        "claimed": float(each.recognised[~known].float().mean()) if nothing else 0.0,
    }


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digits-work", type=Path, default=Path("build/digits"))
    parser.add_argument("--work", type=Path, default=Path("build/calculator"))
    parser.add_argument("--model", type=Path, default=Path("resources/models/calculator"))
    parser.add_argument("--card", action="store_true", help="write the figures into the model's card")
    parser.add_argument("--prepare", action="store_true", help="only write the test's pictures and voices")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    write_test(arguments.work, arguments.digits_work)
    if arguments.prepare:
        return
    model = load_checkpoint(arguments.model)
    tests = {name: measure(model, load_test(model, arguments.work, prefix)) for name, prefix in _TESTS.items()}
    (arguments.work / "evaluation.json").write_text(json.dumps(tests, indent=1), encoding="utf-8")
    with (arguments.work / "evaluation.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        for test, found in tests.items():
            for kind, figures in found["methods"].items():
                values = (f"{value:.4f}" for value in figures["accuracy"].values())
                writer.writerow([test, kind, *values, f"{figures['mean']:+.4f}"])
    for test, found in tests.items():
        print(f"{test}:")
        for kind, figures in found["methods"].items():
            row = "  ".join(f"{name} {value:.3f}" for name, value in figures["accuracy"].items())
            print(f"{kind:20} {row}  synergy {figures['mean']:+.3f}")
        print(json.dumps({name: found[name] for name in ("interval", "inputs", "best_possible")}, indent=1))
    if arguments.card:
        measured = json.loads((arguments.work / "fusion.json").read_text(encoding="utf-8"))
        (arguments.model / "card.md").write_text(write_card(measured, tests), encoding="utf-8")


if __name__ == "__main__":
    main()
