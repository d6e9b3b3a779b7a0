"""Train every fusion method on the three encoders and save the bundled things model.

    python heads.py --work build/things --photographs DIR --annotations DIR --out resources/models/things

Needs what picture_train.py, speech_train.py and typed_train.py left in the work folder; a minute or two for each
method. With --calibrate-only it needs nothing but validation samples: all but what sounds are recognised, and the
temperatures, stays as it is in --out. The three inputs were never recorded together: samples are paired by label, as
in AV-MNIST (Vielzeuf et al., 2018), and inputs are left out at random (Neverova et al., "ModDrop", 2016).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import torch
from card import with_calibration, write_card
from names import LABELS
from picture_train import split_logits
from safetensors.torch import load_file
from speech import Split, frames
from speech_train import NamedByWords, calibrate, with_views
from torch import Tensor
from torch.nn import functional
from typed import Vocabulary, encode, samples

from rounding import round_weights  # isort: skip  (of the digits, whose folder `speech` puts on the path)

from mmdesk.analysis.fused_map import make_map
from mmdesk.core.inputs import Input
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.models.checkpoint import load_card, load_checkpoint, load_extras, load_stored_map, save_checkpoint
from mmdesk.models.checkpoint_map import StoredMap
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.audio import SpeechRNNEncoder
from mmdesk.models.encoders.base import Encoder, EncoderOutput
from mmdesk.models.encoders.named_objects import NamedObjectsEncoder
from mmdesk.models.encoders.registry import encoder_class
from mmdesk.models.encoders.text import SubwordTextEncoder
from mmdesk.models.fusion import FUSIONS, Fusion, FusionOutput, offered_fusions
from mmdesk.training.calibration import fit_temperatures

DEFAULT = "attention_gate"
_OPTIONS: dict[str, dict[str, Any]] = {DEFAULT: {"gate_hidden": 64}}
# The methods whose weights are drawn for each sample, and so can follow how clearly each input shows its thing.
_GATES = (DEFAULT, "elementwise_gate")
_STEPS, _BATCH, _RATE = 500, 256, 4e-3
_CONFLICTS, _BACKGROUND, _SMOOTHING, _CLARITY_SHARE = 0.2, 0.05, 0.03, 1.0
# How often 1, 2 or 3 inputs are given.
_GIVEN = torch.tensor([0.3, 0.3, 0.4])
_COPIES = 4
_CLASSES = len(LABELS)
_MAP_PER_CLASS = 12
_TEMPERED_PER_CLASS = 150


@dataclass(frozen=True, slots=True)
class Pool:
    """Samples of one input after its encoder.

    Attributes:
        embedding: (N, D) float32.
        recognised: (N,) bool, whether the evidence reaches one half: what is not recognised counts as absent.
        labels: (N,) int64, -1 for strangers.
    """

    embedding: Tensor
    recognised: Tensor
    labels: Tensor


def load_encoder(modality: Modality, work: Path) -> Encoder:
    """Return what an input's own training left in ``work``."""
    document = json.loads((work / f"{modality}.json").read_text(encoding="utf-8"))
    encoder = encoder_class(modality, document["kind"])(**document["config"])
    encoder.load_state_dict(load_file(work / f"{modality}.safetensors"))
    return encoder.eval()


def _pool(outputs: list[EncoderOutput], labels: Tensor) -> Pool:
    evidence = torch.cat([output.evidence for output in outputs if output.evidence is not None])
    return Pool(torch.cat([output.embedding for output in outputs]), evidence > 0, labels)


def exchanged(scores: Tensor, labels: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Let a picture of one thing stand for another: its score and that thing's change places, its label with them.

    Ours. Few things have many photographs; how sure the network is of one does not depend on its name.
    """
    scores, labels = scores.clone(), labels.clone()
    rows = torch.nonzero(labels >= 0).flatten()
    other = torch.randint(_CLASSES, (len(rows),), generator=generator)
    own = labels[rows]
    scores[rows, own], scores[rows, other] = scores[rows, other], scores[rows, own]
    labels[rows] = other
    return scores, labels


@torch.inference_mode()
def picture_pool(encoder: NamedObjectsEncoder, data: dict[str, Any]) -> Pool:
    """Return pictures and copies of them under other names."""
    generator = torch.Generator().manual_seed(5)
    scores = encoder.scores(data["logits"])
    pairs = [exchanged(scores, data["labels"], generator) for _ in range(_COPIES)]
    return _pool([encoder.embed_scores(each) for each, _ in pairs], torch.cat([labels for _, labels in pairs]))


@torch.inference_mode()
def speech_pool(encoder: SpeechRNNEncoder, data: dict[str, Tensor]) -> Pool:
    """Return spoken names."""
    return _pool([encoder.embed(chunk) for chunk in data["frames"].split(512)], data["labels"])


@torch.inference_mode()
def typed_pool(encoder: SubwordTextEncoder, rows: list[tuple[str, int]]) -> Pool:
    """Return typed names."""
    ids, labels = encode(rows, encoder)
    return _pool([encoder(chunk.long()) for chunk in ids.split(1024)], labels)


class Pairing:
    """Draws rows from pools by label, with missing, contradicting and strange inputs."""

    def __init__(self, pools: dict[Modality, Pool], seed: int) -> None:
        self._pools = [pools[modality] for modality in MODALITIES]
        self._generator = torch.Generator().manual_seed(seed)
        self._rows = [
            [torch.nonzero((pool.labels == label) & pool.recognised).flatten() for label in range(-1, _CLASSES)]
            for pool in self._pools
        ]
        self._every = [
            [torch.nonzero(pool.labels == label).flatten() for label in range(-1, _CLASSES)] for pool in self._pools
        ]

    def _random(self, *shape: int) -> Tensor:
        return torch.rand(*shape, generator=self._generator)

    def choose(self, labels: Tensor, *, recognised: bool = True) -> tuple[Tensor, Tensor]:
        """Return embeddings (N, M, D) and whether each is recognised (N, M) for wanted ``labels`` (N, M)."""
        embeddings, seen = [], []
        for column, (pool, rows) in enumerate(zip(self._pools, self._rows if recognised else self._every, strict=True)):
            chosen = torch.zeros(len(labels), dtype=torch.int64)
            for label in labels[:, column].unique().tolist():
                mine = labels[:, column] == label
                among = rows[label + 1] if len(rows[label + 1]) else self._every[column][label + 1]
                chosen[mine] = among[(self._random(int(mine.sum())) * len(among)).long()]
            embeddings.append(pool.embedding[chosen])
            seen.append(pool.recognised[chosen])
        return torch.stack(embeddings, 1), torch.stack(seen, 1)

    def draw(self, count: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return embeddings (N, M, D), present (N, M), labels (N, M) and targets (N, C).

        The target follows the inputs that are present, one vote each, so that a contradiction of two against one goes
        to the two, and one against one to both.
        """
        inputs = len(MODALITIES)
        labels = torch.randint(_CLASSES, (count, 1), generator=self._generator).repeat(1, inputs)
        odd = torch.randint(inputs, (count,), generator=self._generator)
        rows = torch.arange(count)
        chance = self._random(count)
        other = torch.randint(_CLASSES, (count,), generator=self._generator)
        labels[rows, odd] = torch.where(chance < _CONFLICTS, other, labels[rows, odd])
        strange = (chance >= _CONFLICTS) & (chance < _CONFLICTS + _BACKGROUND)
        labels[rows, odd] = torch.where(strange, torch.tensor(-1), labels[rows, odd])
        embeddings, seen = self.choose(labels)
        given = torch.multinomial(_GIVEN, count, replacement=True, generator=self._generator) + 1
        present = (self._random(count, inputs).argsort(1).argsort(1) < given.unsqueeze(1)) & seen
        votes = functional.one_hot(labels.clamp(min=0), _CLASSES).float() * ((labels >= 0) & present).unsqueeze(-1)
        tally = votes.sum(1)
        best = ((tally == tally.amax(1, keepdim=True)) & (tally > 0)).float()
        keep = best.sum(1) > 0
        target = best / best.sum(1, keepdim=True).clamp(min=1)
        return embeddings[keep], present[keep], labels[keep], target[keep]


def _loss(fusion: Fusion, output: FusionOutput, rows: tuple[Tensor, Tensor, Tensor, Tensor], progress: float) -> Tensor:
    """Return a method's own loss, or the cross-entropies of its joint logits and of each input's own."""
    _, present, labels, target = rows
    shown = present & (labels >= 0)
    own_targets = functional.one_hot(labels.clamp(min=0), _CLASSES).float() * shown.unsqueeze(-1)
    own = fusion.own_loss(output, target, own_targets, progress)
    if own is not None:
        return own.mean()
    loss = output.logits.new_zeros(())
    if fusion.joint:
        loss = loss + functional.cross_entropy(output.logits, target, label_smoothing=_SMOOTHING)
    if output.unimodal is not None:
        loss = loss + functional.cross_entropy(output.unimodal[shown], labels[shown], label_smoothing=_SMOOTHING)
    return loss


def _unclear(weights: Tensor, clarity: Tensor, present: Tensor) -> Tensor:
    """Return the cross-entropy between a gate's weights and the shares of clarity.

    Ours. The class loss alone leaves the gate idle: an unclear embedding already says little in the sum.
    """
    shares = clarity * present
    shares = shares / shares.sum(1, keepdim=True).clamp(min=1e-6)
    return -(shares * weights.clamp(min=1e-6).log().masked_fill(~present, 0.0)).sum(1).mean()


def train(pools: dict[Modality, Pool], dim: int, seed: int, kind: str, judges: list[torch.nn.Linear]) -> Fusion:
    """Train one fusion method.

    Args:
        pools: Each input's samples.
        dim: Length of the embeddings.
        seed: Fixes everything.
        kind: The method.
        judges: A linear head of each input, which says how clearly an embedding shows its thing.
    """
    torch.manual_seed(seed)
    pairing = Pairing(pools, seed)
    fusion = FUSIONS[kind](len(MODALITIES), dim, _CLASSES, **_OPTIONS.get(kind, {}))
    optimiser = torch.optim.AdamW(fusion.parameters(), lr=_RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=_STEPS)
    for step in range(_STEPS):
        rows = pairing.draw(_BATCH)
        embeddings, present, labels, _ = rows
        output = fusion(embeddings, present)
        loss = _loss(fusion, output, rows, step / _STEPS)
        if kind in _GATES and output.weights is not None:
            with torch.no_grad():
                scores = torch.stack([judge(embeddings[:, at]) for at, judge in enumerate(judges)], 1).softmax(2)
                clarity = scores.gather(2, labels.clamp(min=0)[..., None]).squeeze(2) * (labels >= 0)
            loss = loss + _CLARITY_SHARE * _unclear(output.weights, clarity, present)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    round_weights(fusion)
    return fusion.eval()


def judge(pool: Pool) -> torch.nn.Linear:
    """Train a linear head on one input's known samples."""
    torch.manual_seed(0)
    known = pool.labels >= 0
    embedding, labels = pool.embedding[known].clone(), pool.labels[known]
    head = torch.nn.Linear(embedding.shape[1], _CLASSES)
    optimiser = torch.optim.AdamW(head.parameters(), lr=1e-2, weight_decay=0.01)
    for _ in range(300):
        rows = torch.randint(len(labels), (512,))
        loss = functional.cross_entropy(head(embedding[rows]), labels[rows], label_smoothing=_SMOOTHING)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return head


@torch.inference_mode()
def measure(fusion: Fusion, pools: dict[Modality, Pool]) -> dict[str, Any]:
    """Return accuracy and mean weights for every subset, abstentions counted as wrong, and who wins contradictions."""
    pairing = Pairing(pools, 99)
    labels = torch.arange(_CLASSES).repeat(50)
    embeddings, seen = pairing.choose(labels[:, None].repeat(1, len(MODALITIES)), recognised=False)
    subsets = {}
    for mask in product([False, True], repeat=len(MODALITIES)):
        if not any(mask):
            continue
        present = seen & torch.tensor(mask)
        output = fusion(embeddings, present)
        there = present.any(1)
        right = (output.logits.argmax(1) == labels) & there
        weights = None if output.weights is None else [round(float(w), 3) for w in output.weights[there].mean(0)]
        name = "+".join(modality for modality, given in zip(MODALITIES, mask, strict=True) if given)
        subsets[name] = {"accuracy": round(float(right.float().mean()), 4), "mean_weights": weights}
    won = {}
    for odd, modality in enumerate(MODALITIES):
        wanted = labels[:, None].repeat(1, len(MODALITIES))
        wanted[:, odd] = (labels + 1 + labels % 7) % _CLASSES
        chosen, there = pairing.choose(wanted)
        answer = fusion(chosen, there).logits.argmax(1)
        won[str(modality)] = round(float((answer == labels)[there.all(1)].float().mean()), 4)
    return {"subsets": subsets, "contradictions": won}


def temper(classifier: FusionClassifier, pools: dict[Modality, Pool]) -> dict[str, tuple[float, float]]:
    """Give each method its temperatures, from validation samples; returns its calibration errors before and after."""
    labels = torch.arange(_CLASSES).repeat(_TEMPERED_PER_CLASS)
    embeddings, seen = Pairing(pools, 98).choose(labels[:, None].repeat(1, len(MODALITIES)), recognised=False)
    errors = {}
    for kind, fusion in classifier.fusions().items():
        fusion.set_temperatures(None)
        found = fit_temperatures(fusion, embeddings, seen, labels)
        fusion.set_temperatures(found)
        if found is not None:
            errors[kind] = (round(found.reliability.before, 4), round(found.reliability.after, 4))
    return errors


def things_map(classifier: FusionClassifier, pools: dict[Modality, Pool]) -> StoredMap | None:
    """Lay out triples of the training samples for every method."""
    classes = torch.arange(_CLASSES).repeat_interleave(_MAP_PER_CLASS)
    embeddings, _ = Pairing(pools, 0).choose(classes[:, None].repeat(1, len(MODALITIES)))
    return make_map(classifier, embeddings, torch.ones(embeddings.shape[:2], dtype=torch.bool), classes, 0)


def load_pools(
    encoders: dict[Modality, Any], photographs: Path, annotations: Path, work: Path, splits: Sequence[Split]
) -> dict[str, dict[Modality, Pool]]:
    """Return the samples of every input after its encoder, by split."""
    vocabulary = Vocabulary(annotations)
    found = {}
    for split in splits:
        texts = "fusion" if split == "train" else split
        pictures = split_logits(photographs, split, work, encoders[Modality.IMAGE])
        found[split] = {
            Modality.IMAGE: picture_pool(encoders[Modality.IMAGE], pictures),
            Modality.AUDIO: speech_pool(encoders[Modality.AUDIO], frames(split, work, annotations, views=True)),  # type: ignore[arg-type]
            Modality.TEXT: typed_pool(encoders[Modality.TEXT], samples(vocabulary, texts)),  # type: ignore[arg-type]
        }
    return found


def calibrate_again(out: Path, photographs: Path, annotations: Path, work: Path) -> None:
    """Choose when a model that is there recognises a sound, and its temperatures, and save it with all else it has."""
    old, card, extras = load_checkpoint(out), load_card(out), load_extras(out)
    encoders: dict[Modality, Any] = {modality: old.encoder(modality) for modality in MODALITIES}
    encoders[Modality.AUDIO] = with_views(encoders[Modality.AUDIO])
    named = NamedByWords(encoders[Modality.AUDIO].classes)
    calibrate(encoders[Modality.AUDIO], named, frames("validation", work, annotations, views=True))
    others = [fusion for fusion in old.fusions().values() if fusion is not old.fusion]
    classifier = FusionClassifier(list(LABELS), _inputs(encoders), old.fusion, others).eval()
    pools = load_pools(encoders, photographs, annotations, work, ("validation",))
    errors = temper(classifier, pools["validation"])
    print(json.dumps(errors), flush=True)
    stored_map = load_stored_map(out, old)
    save_checkpoint(classifier, out, with_calibration(card, errors), stored_map, extras=extras)


def _inputs(encoders: dict[Modality, Any]) -> dict[Input, Encoder]:
    return {Input(kind, kind): encoders[kind] for kind in MODALITIES}


def main() -> None:
    """Encode, train, measure, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/things"))
    parser.add_argument("--photographs", type=Path, required=True)
    parser.add_argument("--annotations", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("resources/models/things"))
    parser.add_argument("--keep-heads", action="store_true", help="and the map of --out: only evidence has changed")
    parser.add_argument("--calibrate-only", action="store_true", help="the model in --out")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    if arguments.calibrate_only:
        calibrate_again(arguments.out, arguments.photographs, arguments.annotations, arguments.work)
        return
    encoders: dict[Modality, Any] = {modality: load_encoder(modality, arguments.work) for modality in MODALITIES}
    places = arguments.photographs, arguments.annotations, arguments.work
    pools = load_pools(encoders, *places, ("train", "validation"))
    judges = [judge(pools["train"][modality]) for modality in MODALITIES]
    fusions, kept_map = {}, None
    if arguments.keep_heads:
        earlier = load_checkpoint(arguments.out)
        fusions, kept_map = earlier.fusions(), load_stored_map(arguments.out, earlier)
    for kind in () if arguments.keep_heads else offered_fusions():
        fusions[kind] = train(pools["train"], encoders[Modality.IMAGE].dim, arguments.seed, kind, judges)
        print(kind, json.dumps(measure(fusions[kind], pools["validation"])), flush=True)
    measured = {kind: measure(fusion, pools["validation"]) for kind, fusion in fusions.items()}
    (arguments.work / "heads.json").write_text(json.dumps(measured, indent=1), encoding="utf-8")
    others = [fusion for kind, fusion in fusions.items() if kind != DEFAULT]
    classifier = FusionClassifier(list(LABELS), _inputs(encoders), fusions[DEFAULT], others).eval()
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    errors = temper(classifier, pools["validation"])
    extras = load_extras(arguments.out) if arguments.out.exists() else {}
    card = with_calibration(write_card(arguments.work), errors)
    stored_map = kept_map or things_map(classifier, pools["train"])
    save_checkpoint(classifier, arguments.out, card, stored_map, extras=extras)
    size = sum(file.stat().st_size for file in arguments.out.iterdir())
    print(f"{arguments.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
