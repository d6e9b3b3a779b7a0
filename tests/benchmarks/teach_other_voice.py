"""How often a word that one voice said once is known when another voice says it.

    python tests/benchmarks/teach_other_voice.py ../spoken-digits

The folder holds recordings of ten words by several people, called ``LABEL_SPEAKER_TAKE.wav``: the Free Spoken Digit
Dataset (Z. Jackson and others, CC BY-SA 4.0; github.com/Jakobovski/free-spoken-digit-dataset). Number words are none of
those that the word encoder was trained on. Every ordered pair of voices: one says each word once, drawn by the seed;
all recordings of the other are asked. Printed is sound alone, as the taught model answers it.
"""

from __future__ import annotations

import argparse
import statistics
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch

from mmdesk.core.inputs import Input
from mmdesk.core.teaching import LessonState, TaughtClass, TaughtSample
from mmdesk.sources.files import read_speech
from mmdesk.training.teaching.embedder import Embedder
from mmdesk.training.teaching.judging import accuracies, judge, open_set
from mmdesk.training.teaching.teacher import ANSWERING, Teacher

SOUND = Input("audio", "audio")


def read(folder: Path, every: int, first: int) -> dict[str, dict[str, list[TaughtSample]]]:
    """Return samples by speaker and word; of each speaker's takes of a word every so many from one on."""
    found: dict[str, dict[str, list[TaughtSample]]] = defaultdict(lambda: defaultdict(list))
    for file in sorted(folder.glob("*_*_*.wav")):
        word, speaker, take = file.stem.split("_")
        if int(take) % every == first:
            name = f"{word}x{speaker}x{take}"
            found[speaker][word].append(TaughtSample(name, word, {"audio": read_speech(file)}, file.name))
    return found


def main() -> int:
    """Print the share of each pair and the mean of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--every", type=int, default=5, help="of the takes, every so many is used")
    parser.add_argument(
        "--first", type=int, default=3, help="the take to begin with; nothing was chosen on those from 3"
    )
    parser.add_argument("--taught", type=int, default=10, help="words that are taught; the others are asked as well")
    parser.add_argument("--fusion", default=ANSWERING)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    voices = read(arguments.folder, arguments.every, arguments.first)
    looker = Embedder((SOUND,))
    everything = [sample for words in voices.values() for takes in words.values() for sample in takes]
    looker.embed(everything)
    shares, refused, none = [], [], []
    for shown_by in voices:
        for asked_of in voices:
            if asked_of == shown_by:
                continue
            of_pair = []
            for seed in range(arguments.seeds):
                rng = np.random.default_rng(seed)
                words = sorted(rng.permutation(sorted(voices[shown_by]))[: arguments.taught].tolist())
                shown = [takes[int(rng.integers(len(takes)))] for word in words for takes in [voices[shown_by][word]]]
                classes = tuple(TaughtClass(word, word, "#000000") for word in words)
                teacher = Teacher((SOUND,), arguments.fusion, seed)
                asked = [sample for word in words for sample in voices[asked_of][word]]
                strange = [s for word in voices[asked_of] if word not in words for s in voices[asked_of][word]]
                _give(teacher, looker, shown)
                made = next(teacher.teach(LessonState(classes, tuple(shown), (SOUND,)), whole=False))
                _give(teacher, looker, asked + strange)
                known, unknown = judge(made, teacher.embedder, asked), judge(made, teacher.embedder, strange)
                labels = list(made.classifier.labels)
                targets = torch.tensor([labels.index(sample.class_id) for sample in asked])
                of_pair.append(accuracies(made, known, targets)["audio"].share)
                if strange:
                    figures = open_set(known, unknown)["audio"]
                    refused.append(figures.refused / figures.known)
                    none.append(1 - figures.claimed / figures.unknown)
            print(f"{shown_by:10s} → {asked_of:10s} {statistics.mean(of_pair):.3f}", flush=True)
            shares += of_pair
    print(f"sound alone, one shot, another voice: {statistics.mean(shares):.3f} ± {statistics.pstdev(shares):.3f}")
    if none:
        print(f"known words refused {statistics.mean(refused):.3f}; never taught, refused {statistics.mean(none):.3f}")
    return 0


def _give(teacher: Teacher, looker: Embedder, samples: list[TaughtSample]) -> None:
    for sample in samples:
        found = looker.features(sample.id, "audio")
        if found is not None:
            teacher.embedder.put(sample.id, "audio", found)


if __name__ == "__main__":
    raise SystemExit(main())
