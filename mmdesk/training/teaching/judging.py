"""What a taught model says of samples that it was not taught, as it would live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from mmdesk.core.teaching import TaughtSample
from mmdesk.core.teaching_report import HeldOut, OpenSetFigures
from mmdesk.models.fusion import Fusion
from mmdesk.training.teaching.embedder import Embedder
from mmdesk.training.teaching.teacher import Taught


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """What was said of N samples.

    Attributes:
        names: Of the M inputs.
        embeddings: (N, M, D) float32.
        present: (N, M) bool: which inputs could be used.
        recognised: (N, M) bool: in which of them something was recognised, each by itself.
        used: (N, M) bool: what the fusion would be given live, all together.
    """

    names: tuple[str, ...]
    embeddings: Tensor
    present: Tensor
    recognised: Tensor
    used: Tensor

    @torch.no_grad()
    def answers(self, fusion: Fusion, present: Tensor) -> Tensor:
        """Return the class that a method says (N,) int64 of the given inputs; -1 where there are none."""
        found: Tensor = fusion(self.embeddings.masked_fill(~present.unsqueeze(2), 0.0), present).logits.argmax(1)
        return found.masked_fill(~present.any(1), -1)


@torch.inference_mode()
def judge(taught: Taught, embedder: Embedder, samples: Sequence[TaughtSample]) -> Judgement:
    """Let a model look at samples."""
    embedder.embed(samples)
    classifier = taught.classifier
    shape = (len(samples), len(classifier.inputs))
    dim = classifier.fusion.dim
    embeddings, present = torch.zeros(*shape, dim), torch.zeros(shape, dtype=torch.bool)
    recognised, scores = torch.zeros(shape, dtype=torch.bool), torch.zeros(shape)
    for column, one in enumerate(classifier.inputs):
        encoder = classifier.encoder(one.name)
        found = {
            place: each
            for place, sample in enumerate(samples)
            if (each := embedder.features(sample.id, one.name)) is not None
        }
        if not found:
            continue
        places = torch.tensor(list(found))
        output = encoder.embed(torch.stack(list(found.values())))
        embeddings[places, column] = output.embedding
        present[places, column] = True
        recognised[places, column], scores[places, column] = encoder.recognises(output), encoder.score(output)
    used = classifier.used(recognised, scores, present)
    return Judgement(classifier.names, embeddings, present, recognised, used)


def accuracies(taught: Taught, judged: Judgement, targets: Tensor) -> dict[str, HeldOut]:
    """Return the accuracy of the answering method with everything ("fused") and with each input alone by its name."""
    fusion = taught.classifier.fusion
    found = {"fused": _right(judged.answers(fusion, judged.present), targets, judged.present.any(1))}
    for column, name in enumerate(judged.names):
        alone = torch.zeros_like(judged.present)
        alone[:, column] = judged.present[:, column]
        found[name] = _right(judged.answers(fusion, alone), targets, alone.any(1))
    return found


def open_set(known: Judgement, strange: Judgement) -> dict[str, OpenSetFigures]:
    """Return what is refused and claimed: of everything ("fused": something of it is used) and of each input alone."""
    found = {"fused": _figures(known.used, known.present, strange.used, strange.present)}
    for column, name in enumerate(known.names):
        one = slice(column, column + 1)
        found[name] = _figures(
            known.recognised[:, one], known.present[:, one], strange.recognised[:, one], strange.present[:, one]
        )
    return found


def _right(answers: Tensor, targets: Tensor, asked: Tensor) -> HeldOut:
    return HeldOut.of(int((answers == targets)[asked].sum()), int(asked.sum()))


def _figures(known: Tensor, asked: Tensor, strange: Tensor, strange_asked: Tensor) -> OpenSetFigures:
    known, strange = known.any(1)[asked.any(1)], strange.any(1)[strange_asked.any(1)]
    return OpenSetFigures(len(known), int((~known).sum()), len(strange), int(strange.sum()))
