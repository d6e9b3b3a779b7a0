"""How well a lesson of a few examples works on data that was not made for this project, and what it refuses.

    python tests/benchmarks/teach_few_shot.py --work build/tuxpaint

Tux Paint's stamps (Debian's tuxpaint-stamps-default, fetched by apt as `packaging/data/tuxpaint.py` does): a picture,
its name, and its name or description spoken, in five languages. The classes are the folders in which the stamps lie
("animals/birds", "food/fruit" …) that have at least `FEWEST` stamps with everything in every language; each seed draws
which of them are taught, which stamps are shown, and which are left out to be recognised. So a stamp that is asked was
never seen, heard or read. The classes that are not drawn are those that were never taught: of them, everything should
be refused. Printed are means and standard deviations over seeds and languages.
"""

# ruff: noqa: E402 - a script of packaging is imported

from __future__ import annotations

import argparse
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging" / "data"))

import tuxpaint
from PySide6.QtGui import QGuiApplication

from mmdesk.core.errors import MediaError
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.teaching import LessonState, TaughtClass, TaughtSample
from mmdesk.models.encoders.general import GeneralEncoder
from mmdesk.sources.files import read_image, read_speech
from mmdesk.training.teaching.judging import accuracies, judge, open_set
from mmdesk.training.teaching.kinds import TAUGHT_KINDS
from mmdesk.training.teaching.teacher import ANSWERING, Teacher

LANGUAGES = ("fr", "es", "ru", "ca", "ro")
SHOTS = (1, 3, 5, 10)
FEWEST, MOST_ASKED = 12, 20


class Stamp(NamedTuple):
    """A stamp with everything in every language; features of length 1.

    Attributes:
        folder: Its class.
        picture: (W,).
        sounds: (W,) by language.
        texts: (W,) by language.
    """

    folder: str
    picture: Tensor
    sounds: dict[str, Tensor]
    texts: dict[str, Tensor]


def stamps(work: Path) -> list[Stamp]:
    """Return the stamps; what the frozen encoders make of them is kept under ``work``."""
    widths = "-".join(str(TAUGHT_KINDS[one.kind].encoder().width) for one in DEFAULT_INPUTS)
    cache = work / f"teach_few_shot-{widths}.pt"  # of these encoders
    if not cache.exists():
        application = QGuiApplication.instance() or QGuiApplication(["stamps", "-platform", "offscreen"])
        found = list(_looked_at(tuxpaint.fetch(work), work))
        del application
        torch.save([tuple(one) for one in found], cache)
    return [Stamp(*one) for one in torch.load(cache, weights_only=True)]


def _looked_at(folder: Path, work: Path) -> Iterator[Stamp]:
    encoders = {one.name: TAUGHT_KINDS[one.kind].encoder().eval() for one in DEFAULT_INPUTS}
    drawn = work / "drawn.png"
    done = set()
    for picture in sorted(folder.rglob("*.[ps][nv]g"), key=lambda path: (path.suffix, path)):
        key = picture.with_suffix("")
        if picture.stem.endswith(("_mirror", "_flip", "_mirror_flip")) or key in done:
            continue
        done.add(key)
        names = _names(key.with_name(f"{key.name}.txt"))
        sounds = {language: key.with_name(f"{key.name}_desc_{language}.ogg") for language in LANGUAGES}
        if not names.keys() >= set(LANGUAGES) or not all(file.is_file() for file in sounds.values()):
            continue
        if picture.suffix == ".svg" and not tuxpaint.write_svg(picture, drawn):
            continue
        try:
            image = read_image(drawn if picture.suffix == ".svg" else picture)
            yield Stamp(
                _class_of(key.relative_to(folder)),
                _look(encoders["image"], image),
                {language: _look(encoders["audio"], read_speech(file)) for language, file in sounds.items()},
                {language: _look(encoders["text"], names[language]) for language in LANGUAGES},
            )
        except MediaError as error:
            print(f"left out: {error}", file=sys.stderr)


def _look(encoder: GeneralEncoder, content: Any) -> Tensor:
    with torch.inference_mode():
        return encoder.features(encoder.prepare(content).unsqueeze(0))[0].clone()


def _names(file: Path) -> dict[str, str]:
    if not file.is_file():
        return {}
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    cut = (line.partition(".utf8=") for line in lines)
    return {language: name.strip() for language, found, name in cut if found and name.strip()}


def _class_of(path: Path) -> str:
    return "/".join(path.parts[:2]) if len(path.parts) > 2 else path.parts[0]


class Figures(NamedTuple):
    """Of one lesson: shares in [0, 1] by what was given ("fused", "image", "audio", "text")."""

    right: dict[str, float]
    refused: dict[str, float]
    none_of_these: dict[str, float]


def lesson(every: list[Stamp], language: str, ways: int, shots: int, seed: int, fusion: str) -> tuple[Figures, float]:
    """Teach one lesson and ask it; returns its figures and the seconds that training took."""
    rng = np.random.default_rng((seed, ways))
    by_class: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(every):
        by_class[one.folder].append(place)
    usable = sorted(name for name, mine in by_class.items() if len(mine) >= FEWEST)
    taught = sorted(rng.permutation(np.array(usable, dtype=object))[:ways].tolist())
    teacher = Teacher(DEFAULT_INPUTS, fusion, seed)
    shown: list[TaughtSample] = []
    asked: list[TaughtSample] = []
    strange: list[TaughtSample] = []
    for name in usable:
        order = rng.permutation(by_class[name]).tolist()
        samples = [_sample(teacher, every[place], place, name, language) for place in order]
        if name in taught:
            shown += samples[:shots]
            asked += samples[shots : shots + MOST_ASKED]
        else:
            strange += samples[:MOST_ASKED]
    classes = tuple(TaughtClass(name, name, "#000000") for name in taught)
    made = next(teacher.teach(LessonState(classes, tuple(shown)), whole=False))
    for sample in (*asked, *strange):  # what is no part of the lesson was forgotten
        _put(teacher, every[int(sample.id[1:])], sample, language)
    known, unknown = judge(made, teacher.embedder, asked), judge(made, teacher.embedder, strange)
    labels = list(made.classifier.labels)
    targets = torch.tensor([labels.index(one.class_id) for one in asked])
    right = {name: one.share for name, one in accuracies(made, known, targets).items()}
    figures = open_set(known, unknown)
    return Figures(
        right,
        {name: one.refused / one.known for name, one in figures.items()},
        {name: 1 - one.claimed / one.unknown for name, one in figures.items()},
    ), made.report.seconds["training"]


def _sample(teacher: Teacher, one: Stamp, place: int, name: str, language: str) -> TaughtSample:
    """Return a sample whose inputs were looked at already."""
    sample = TaughtSample(f"s{place}", name, {"image": _PICTURE, "audio": _SOUND, "text": "x"})
    _put(teacher, one, sample, language)
    return sample


def _put(teacher: Teacher, one: Stamp, sample: TaughtSample, language: str) -> None:
    for given, features in (("image", one.picture), ("audio", one.sounds[language]), ("text", one.texts[language])):
        teacher.embedder.put(sample.id, given, features)


_PICTURE, _SOUND = np.zeros((8, 8, 3), np.uint8), np.zeros(800, np.float32)


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "tuxpaint")
    parser.add_argument("--languages", nargs="+", default=list(LANGUAGES), choices=LANGUAGES)
    parser.add_argument("--ways", nargs="+", type=int, default=[10, 20])
    parser.add_argument("--shots", nargs="+", type=int, default=list(SHOTS))
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--first-seed", type=int, default=1, help="nothing was chosen on 1 to 10")
    parser.add_argument("--fusion", default=ANSWERING)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    every = stamps(arguments.work)
    print(f"{len(every)} stamps; {arguments.fusion}; {arguments.seeds} seeds; {', '.join(arguments.languages)}")
    for ways in arguments.ways:
        for shots in arguments.shots:
            runs = [
                lesson(every, language, ways, shots, seed, arguments.fusion)
                for language in arguments.languages
                for seed in range(arguments.first_seed, arguments.first_seed + arguments.seeds)
            ]
            seconds = statistics.median(taken for _, taken in runs)
            print(f"\n{ways} classes, {shots} shots ({len(runs)} lessons, training {seconds:.2f} s)")
            print("            right          known refused   never taught: none of these")
            for name in ("fused", "image", "audio", "text"):
                cells = [
                    [getattr(figures, field)[name] for figures, _ in runs]
                    for field in ("right", "refused", "none_of_these")
                ]
                shown = "   ".join(f"{statistics.mean(cell):.3f} ± {statistics.pstdev(cell):.3f}" for cell in cells)
                print(f"  {name:8s}{shown}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
