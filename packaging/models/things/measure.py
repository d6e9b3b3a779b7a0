"""Measure the bundled things model on what was held out, and write the figures into its card.

    python measure.py --work build/things --photographs DIR --annotations DIR --model resources/models/things

Score the test once, after everything was settled on validation data. Abstentions count as wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import torch
from card import with_calibration, write_card
from heads import Pairing, Pool, exchanged, speech_pool, typed_pool
from names import LABELS
from picture_train import split_logits
from pictures import NOTHING, ROOM_SEEDS, photographs, read, room
from speech import frames
from torch import Tensor
from typed import Vocabulary, samples

sys.path.append(str(Path(__file__).resolve().parents[1] / "digits"))

from image_camera import covered_frame, expose, random_camera

from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.models.checkpoint import CARD, load_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.named_objects import NamedObjectsEncoder

_ROOMS, _WALLS, _COVERED = 160, 60, 20
_SINGLE = {Modality.IMAGE: 0, Modality.AUDIO: 1, Modality.TEXT: 2}


def answers(classifier: FusionClassifier, pool: Pool, modality: Modality) -> Tensor:
    """Return what the model says of one input alone, -1 where it recognises nothing."""
    embeddings = torch.zeros(len(pool.labels), len(MODALITIES), pool.embedding.shape[1])
    present = torch.zeros(embeddings.shape[:2], dtype=torch.bool)
    embeddings[:, _SINGLE[modality]] = pool.embedding
    present[:, _SINGLE[modality]] = pool.recognised
    said: Tensor = classifier.fuse(embeddings, present).logits.argmax(1)
    return torch.where(pool.recognised, said, NOTHING)


def row(name: str, said: Tensor, labels: Tensor) -> dict[str, Any]:
    """Return one line of a table: how many, how many right or, of strangers, claimed."""
    known = int((labels >= 0).sum())
    hits = int((said == labels).sum()) if known else int((said >= 0).sum())
    return {"name": name, "n": len(labels), "hits": hits, "abstained": int((said < 0).sum()), "known": bool(known)}


def rows_of(name: str, said: Tensor, labels: Tensor) -> list[dict[str, Any]]:
    """Return the line of the known ones and the line of the strangers, where there are any."""
    parts = ((labels >= 0), (labels < 0))
    return [row(name, said[part], labels[part]) for part in parts if bool(part.any())]


def rooms(encoder: NamedObjectsEncoder, folder: Path) -> tuple[Tensor, list[str]]:
    """Return logits of drawn rooms with and without people, walls and covered lenses, and what each is."""
    houses = [read(one.file) for one in photographs(folder, "test") if (one.source, one.kind) == ("pacs", "house")]
    behind = [picture for picture in houses if picture is not None]
    shown, kinds = [], []
    for index in range(_ROOMS + _WALLS + _COVERED):
        rng = np.random.default_rng([ROOM_SEEDS["test"], index])
        if index < _ROOMS:
            picture = room(rng, behind)
            kinds.append("rooms and drawn people")
        elif index < _ROOMS + _WALLS:
            wall = np.full((240, 320, 3), rng.uniform(0.1, 1.0, 3), np.float32)
            picture = expose(rng, wall, random_camera(rng, float(rng.beta(1.2, 2.0)), 300.0))
            kinds.append("plain walls")
        else:
            picture = covered_frame(rng, 240, 320)
            kinds.append("covered lenses")
        shown.append(encoder.prepare(picture))
    with torch.inference_mode():
        return torch.cat([encoder.features(torch.stack(shown[at : at + 16])) for at in range(0, len(shown), 16)]), kinds


@torch.inference_mode()
def measured(classifier: FusionClassifier, folder: Path, annotations: Path, work: Path) -> dict[str, Any]:
    """Return every figure of the test."""
    encoders: dict[Modality, Any] = {modality: classifier.encoder(modality) for modality in MODALITIES}
    image = encoders[Modality.IMAGE]
    data = split_logits(folder, "test", work, image)
    room_logits, room_kinds = rooms(image, folder)
    output = image.embed(data["logits"])
    pictures = Pool(output.embedding, output.evidence > 0, data["labels"])
    found: dict[str, Any] = {"pictures": [], "by_thing": {}}
    said = answers(classifier, pictures, Modality.IMAGE)
    found["pictures"] += rows_of("all photographs", said, pictures.labels)
    near = torch.tensor([source != "held" for source in data["sources"]])
    found["pictures"] += rows_of("all but held", said[near], pictures.labels[near])
    for source in dict.fromkeys(data["sources"]):
        mine = torch.tensor([each == source for each in data["sources"]])
        found["pictures"] += rows_of(source, said[mine], pictures.labels[mine])
    people = torch.tensor([source == "pacs" and kind == "person" for source, kind in
                           zip(data["sources"], data["kinds"], strict=True)])  # fmt: skip
    found["pictures"] += rows_of("photographs of people", said[people], pictures.labels[people])
    output = image.embed(room_logits)
    empty = torch.full((len(room_kinds),), NOTHING)
    room_said = answers(classifier, Pool(output.embedding, output.evidence > 0, empty), Modality.IMAGE)
    for kind in dict.fromkeys(room_kinds):
        mine = torch.tensor([each == kind for each in room_kinds])
        found["pictures"] += rows_of(kind, room_said[mine], empty[mine])
    for place, label in enumerate(LABELS):
        mine = pictures.labels == place
        if bool(mine.any()):
            found["by_thing"][label] = row(label, said[mine], pictures.labels[mine])
    clips = frames("test", work, annotations, views=True)
    sounds = speech_pool(encoders[Modality.AUDIO], clips)
    heard = answers(classifier, sounds, Modality.AUDIO)
    # The first half is tidy: see speech.frames.
    tidy = torch.arange(len(heard)) < len(heard) // 2
    found["sounds"] = rows_of("voices in quiet rooms", heard[tidy], sounds.labels[tidy])
    found["sounds"] += rows_of("voices much disturbed", heard[~tidy], sounds.labels[~tidy])
    texts = typed_pool(encoders[Modality.TEXT], samples(Vocabulary(annotations), "test"))
    read = answers(classifier, texts, Modality.TEXT)
    found["texts"] = rows_of("typed", read, texts.labels)
    quiet = Pool(sounds.embedding[tidy], sounds.recognised[tidy], sounds.labels[tidy])
    generator = torch.Generator().manual_seed(6)
    scores = image.scores(data["logits"])
    swapped = [exchanged(scores, data["labels"], generator) for _ in range(3)]
    embedded = [image.embed_scores(each) for each, _ in swapped]
    many = Pool(torch.cat([each.embedding for each in embedded]), torch.cat([each.evidence for each in embedded]) > 0,
                torch.cat([labels for _, labels in swapped]))  # fmt: skip
    found["methods"] = together(classifier, {Modality.IMAGE: many, Modality.AUDIO: quiet, Modality.TEXT: texts})
    return found


def together(classifier: FusionClassifier, pools: dict[Modality, Pool]) -> dict[str, Any]:
    """Return, for every method, the accuracy of pairs and of all three on test samples paired by label."""
    labels = torch.arange(len(LABELS)).repeat(60)
    embeddings, seen = Pairing(pools, 123).choose(labels[:, None].repeat(1, len(MODALITIES)), recognised=False)
    subsets = {"picture": (0,), "sound": (1,), "text": (2,), "picture + sound": (0, 1), "picture + text": (0, 2),
               "sound + text": (1, 2), "all three": (0, 1, 2)}  # fmt: skip
    found = {}
    for kind, fusion in classifier.fusions().items():
        found[kind] = {}
        for name, columns in subsets.items():
            given = torch.zeros(len(MODALITIES), dtype=torch.bool)
            given[list(columns)] = True
            present = seen & given
            right = (fusion(embeddings, present).logits.argmax(1) == labels) & present.any(1)
            found[kind][name] = round(float(right.float().mean()), 4)
    return found


def main() -> None:
    """Measure and write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/things"))
    parser.add_argument("--photographs", type=Path, required=True)
    parser.add_argument("--annotations", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("resources/models/things"))
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    found = measured(load_checkpoint(arguments.model), arguments.photographs, arguments.annotations, arguments.work)
    (arguments.work / "measured.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
    errors = {
        kind: (fusion.temperatures.reliability.before, fusion.temperatures.reliability.after)
        for kind, fusion in load_checkpoint(arguments.model).fusions().items()
        if fusion.temperatures is not None
    }
    (arguments.model / CARD).write_text(with_calibration(write_card(arguments.work), errors), encoding="utf-8")
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
