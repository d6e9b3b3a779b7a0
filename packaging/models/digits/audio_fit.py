"""The training of the speech encoder on the frozen backbone's frames, and how its epochs are compared.

Beside its digit the encoder learns the word: "sieben" and "seven" are classes of their own (``SpeechRNNEncoder``'s
``classes``), and the evidence rests on how well a sound fits the best of these words. With ten classes for the words of
thirty languages it took too much for one of them: at the threshold that gives up 3 % of the digits of a person held
out, 20 % of the validation's letters and 14 % of its words were claimed; with words as classes, a wider layer and a
longer training it is 13 and 7 %.
"""

from __future__ import annotations

import copy
import time
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import torch
from audio_voices import MAIN_FAMILIES
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.audio import SpeechRNNEncoder

CLASSES = 10
_HIDDEN = 192
_EVIDENCE_WIDTH = 64
_BATCH = 128
_RATE = 3e-3
_SMOOTHING = 0.05
# Of the loss of words against that of digits, and of digits in languages that few visitors speak.
_WORDS_SHARE = 0.5
_RARE_SHARE = 0.5
_DECAY = 0.998
# Of the distance from an earlier embedding, where that is kept.
_KEPT_SHARE = 4.0
_EVIDENCE_SHARE = 0.3
# Share of whole digits, in mild noise and the main languages, that is given up where epochs are compared.
GIVEN_UP = 0.03


class Heard(NamedTuple):
    """Sounds as the backbone gives them.

    Attributes:
        frames: (N, 20, 96) float32 or float16.
        labels: (N,) int64, -1 for no digit.
        languages: (N,) of strings such as ``en``; empty where nobody speaks.
    """

    frames: Tensor
    labels: Tensor
    languages: NDArray[np.str_]

    @classmethod
    def joined(cls, parts: list[Heard]) -> Heard:
        """Return all parts as one."""
        frames, labels, languages = zip(*parts, strict=True)
        return cls(torch.cat(frames), torch.cat(labels), np.concatenate(languages))

    @property
    def main(self) -> Tensor:
        """(N,) bool: whether the language is one of those that most visitors speak."""
        return torch.from_numpy(np.isin(self.languages, sorted(MAIN_FAMILIES)))


class Validation(NamedTuple):
    """What epochs are compared by: whole words in mild noise, harshly degraded ones, and sets of people's sounds.

    A person's digits have a name that begins with ``digits``; all other sets hold none.
    """

    tidy: Heard
    harsh: Heard
    people: Mapping[str, tuple[Tensor, Tensor]]


def words(heard: Heard) -> tuple[Tensor, int]:
    """Return which word each sound is (N,), -1 for no digit, and how many there are: one a digit and language."""
    spoken = sorted(set(heard.languages[heard.labels.numpy() >= 0].tolist()))
    place = {language: CLASSES * index for index, language in enumerate(spoken)}
    found = [
        place[language] + label if label >= 0 else -1
        for language, label in zip(heard.languages.tolist(), heard.labels.tolist(), strict=True)
    ]
    return torch.tensor(found), CLASSES * len(spoken)


def disturbed(frames: Tensor) -> Tensor:
    """Vary cached frames as other speakers would: the voices of synthesisers are few, and are learnt by heart.

    Stretches and shifts (B, T, D) frames in time, adds noise, hides whole frames, and hides some of the backbone's
    values in all frames of a clip (after variational dropout, Gal and Ghahramani, 2016). Together with more mildly
    degraded clips this took unseen voices from 81 % to 89 %.
    """
    count, length, width = frames.shape
    middle = frames.mean(dim=(0, 1))
    positions = torch.arange(length)[None] * (1 + 0.12 * torch.randn(count, 1)) + 0.8 * torch.randn(count, 1)
    positions = positions.clamp(0, length - 1.001)
    first = positions.floor().long()
    share = (positions - first)[..., None]  # (B, T, 1)
    index = first[..., None].expand(count, length, width)
    frames = frames.gather(1, index) * (1 - share) + frames.gather(1, (index + 1).clamp_max(length - 1)) * share
    frames = frames + 1.5 * torch.randn_like(frames)
    frames = torch.where(torch.rand(count, 1, width) < 0.15, middle, frames)
    return torch.where(torch.rand(count, length, 1) < 0.05, middle, frames)


def _weighted(logits: Tensor, targets: Tensor, weights: Tensor) -> Tensor:
    losses = functional.cross_entropy(logits, targets, label_smoothing=_SMOOTHING, reduction="none")
    return (losses * weights).sum() / weights.sum()


def loss_of(
    encoder: SpeechRNNEncoder, head: nn.Linear, frames: Tensor, labels: Tensor, said: Tensor, weights: Tensor
) -> Tensor:
    """Return the loss of a batch: whether there is a digit, which, and which word.

    Args:
        encoder: With evidence and as many ``classes`` as there are words.
        head: The throw-away classifier of digits.
        frames: (B, 20, 96) float32.
        labels: (B,) digits, -1 for none.
        said: (B,) words, -1 for none.
        weights: (B,) float32, how much each sound counts.
    """
    embedding, evidence = encoder.embed(frames)
    holds = labels >= 0
    if evidence is None or encoder.classes is None:
        raise TypeError("the speech encoder gives evidence, by words")
    loss = functional.binary_cross_entropy_with_logits(evidence, holds.float(), weight=weights)
    if holds.any():
        known, weights = embedding[holds], weights[holds]
        loss = loss + _weighted(head(known), labels[holds], weights)
        loss = loss + _WORDS_SHARE * _weighted(encoder.classes(known), said[holds], weights)
    return loss


@torch.inference_mode()
def answered(encoder: SpeechRNNEncoder, head: nn.Linear, frames: Tensor) -> tuple[Tensor, Tensor]:
    """Return evidence logits (N,) and named digits (N,)."""
    encoder.eval()
    outputs = [encoder.embed(chunk.float()) for chunk in frames.split(512)]
    evidence = torch.cat([output.evidence for output in outputs if output.evidence is not None])
    return evidence, head(torch.cat([output.embedding for output in outputs])).argmax(1)


def score(encoder: SpeechRNNEncoder, head: nn.Linear, validation: Validation) -> tuple[float, dict[str, float]]:
    """Return what an epoch is worth, and the figures behind it, at the threshold that gives up `GIVEN_UP`.

    Right answers of all kinds count for it, claimed phrases, letters and words against it.
    """
    figures: dict[str, float] = {}
    threshold = None
    for name, heard in (("tidy", validation.tidy), ("harsh", validation.harsh)):
        evidence, answers = answered(encoder, head, heard.frames)
        digit, main = heard.labels >= 0, heard.main
        if threshold is None:
            threshold = figures["threshold"] = float(evidence[digit & main].quantile(GIVEN_UP))
        right = (answers == heard.labels) & (evidence > threshold)
        figures[f"{name}, main languages"] = float(right[digit & main].float().mean())
        figures[f"{name}, others"] = float(right[digit & ~main].float().mean())
        figures[f"{name}, claimed"] = float((evidence > threshold)[~digit].float().mean())
    worth = 2 * figures["tidy, main languages"] + (figures["tidy, others"] + figures["harsh, main languages"]) / 2
    worth -= figures["tidy, claimed"] / 2
    right_people: list[Tensor] = []
    for name, (frames, labels) in validation.people.items():
        evidence, answers = answered(encoder, head, frames)
        if name.startswith("digits"):
            right_people.append((answers == labels) & (evidence > threshold))
        else:
            figures[name] = float((evidence > threshold).float().mean())
            worth -= figures[name]
    if right_people:
        figures["people"] = float(torch.cat(right_people).float().mean())
        worth += figures["people"]
    return worth, {name: round(value, 4) for name, value in figures.items()}


@torch.no_grad()
def follow(average: nn.Module, model: nn.Module, decay: float) -> None:
    """Move the averaged weights towards the model's; its statistics of the frames are taken as they are."""
    for old, new in zip(average.parameters(), model.parameters(), strict=True):
        old.lerp_(new, 1 - decay)
    for old, new in zip(average.buffers(), model.buffers(), strict=True):
        old.copy_(new)


def fit(train: Heard, validation: Validation, epochs: int) -> tuple[SpeechRNNEncoder, nn.Linear]:
    """Train encoder (without backbone) and classifier.

    Returns:
        The averaged weights of the epoch that validated best (`score`).
    """
    torch.manual_seed(0)
    said, count = words(train)
    encoder = SpeechRNNEncoder(hidden=_HIDDEN, dropout=0.3, evidence_width=_EVIDENCE_WIDTH, classes=count)
    head = nn.Linear(encoder.dim, CLASSES)
    mean_encoder, mean_head = copy.deepcopy(encoder), copy.deepcopy(head)
    parameters = [weight for weight in (*encoder.parameters(), *head.parameters()) if weight.requires_grad]
    optimiser = torch.optim.AdamW(parameters, lr=2e-3, weight_decay=0.05)
    steps = len(train.labels) // _BATCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=epochs * steps, pct_start=0.2)
    weights = torch.where((train.labels >= 0) & ~train.main, _RARE_SHARE, 1.0)
    best: tuple[float, dict[str, Tensor], dict[str, Tensor]] | None = None
    step, started = 0, time.monotonic()
    for epoch in range(epochs):
        encoder.train()
        order = torch.randperm(len(train.labels))
        for chosen in order[: steps * _BATCH].split(_BATCH):
            frames = disturbed(train.frames[chosen].float())
            loss = loss_of(encoder, head, frames, train.labels[chosen], said[chosen], weights[chosen])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 2.0)
            optimiser.step()
            schedule.step()
            step += 1
            decay = min(_DECAY, (1 + step) / (10 + step))
            follow(mean_encoder, encoder, decay)
            follow(mean_head, head, decay)
        worth, figures = score(mean_encoder, mean_head, validation)
        print(f"epoch {epoch + 1}, {time.monotonic() - started:.0f} s: {worth:.3f} {figures}", flush=True)
        if best is None or worth >= best[0]:
            best = worth, copy.deepcopy(mean_encoder.state_dict()), copy.deepcopy(mean_head.state_dict())
    if best is None:
        raise ValueError("no epoch to train")
    encoder.load_state_dict(best[1])
    head.load_state_dict(best[2])
    return encoder.eval(), head


def keep_embedding(
    encoder: SpeechRNNEncoder,
    head: nn.Linear,
    earlier: FusionClassifier,
    train: tuple[Tensor, Tensor],
    said: Tensor,
    epochs: int,
) -> None:
    """Turn an encoder's embedding into that of an earlier one, so that what was trained on the earlier works with it.

    Fits the layers after the recurrent ones anew: to the earlier embedding of those sounds that the earlier model named
    rightly, to be named rightly by all its fusion methods, and to the evidence that there was before. Of a model only
    the encoder's weights then change (after backward compatible training, Shen et al., CVPR 2020).

    Args:
        encoder: Trained; its ``project``, ``norm``, ``classes`` and ``evidence`` are changed.
        head: Its throw-away classifier, changed too.
        earlier: The model whose embedding of sounds is kept.
        train: Frames (N, 20, 96) and labels (N,), -1 for none.
        said: (N,) which word each sound is.
        epochs: How often all of it is heard.
    """
    old = earlier.encoder("audio")
    if not isinstance(old, SpeechRNNEncoder) or encoder.classes is None or encoder.evidence is None:
        raise TypeError("both models have a speech encoder, the new one with words")
    old = SpeechRNNEncoder(**{name: value for name, value in old.config().items() if name != "views"})  # type: ignore[arg-type]
    old.load_state_dict(earlier.encoder("audio").state_dict())
    column, methods = list(earlier.names).index("audio"), list(earlier.fusions().values())
    before = copy.deepcopy(encoder)
    for module in (earlier.eval(), old.eval(), before.eval(), encoder.eval()):
        module.requires_grad_(False)
    fitted = nn.ModuleList([encoder.project, encoder.norm, encoder.classes, encoder.evidence, head])
    parameters = list(fitted.requires_grad_(True).parameters())
    frames, labels = train
    steps = len(labels) // _BATCH
    optimiser = torch.optim.AdamW(parameters, lr=_RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=epochs * steps, pct_start=0.2)

    def alone(embedding: Tensor) -> tuple[Tensor, Tensor]:
        rows = torch.zeros(len(embedding), len(earlier.names), embedding.shape[1])
        present = torch.zeros(rows.shape[:2], dtype=torch.bool)
        rows[:, column], present[:, column] = embedding, True
        return rows, present

    for epoch in range(epochs):
        apart = []
        for chosen in torch.randperm(len(labels))[: steps * _BATCH].split(_BATCH):
            clips, target = disturbed(frames[chosen].float()), labels[chosen]
            known = target >= 0
            embedding, evidence = encoder.embed(clips)
            loss = _EVIDENCE_SHARE * functional.mse_loss(evidence, before.embed(clips).evidence)
            mine, wanted, target = embedding[known], old.embed(clips[known]).embedding, target[known]
            loss = loss + functional.cross_entropy(head(mine), target)
            loss = loss + _WORDS_SHARE * functional.cross_entropy(encoder.classes(mine), said[chosen][known])
            outputs = [method(*alone(mine)).logits for method in methods]
            loss = loss + sum(functional.cross_entropy(output, target) for output in outputs) / len(outputs)
            right = methods[0](*alone(wanted)).logits.argmax(1) == target
            distance = functional.mse_loss(mine[right], wanted[right])
            loss = loss + _KEPT_SHARE * distance
            apart.append(distance.item())
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
        print(f"epoch {epoch + 1}: mean square distance from the earlier {np.mean(apart):.3f}", flush=True)


@torch.no_grad()
def calibrate(encoder: SpeechRNNEncoder, head: nn.Linear, tidy: Heard) -> float:
    """Shift the evidence so that probability one half gives up `GIVEN_UP` of the main languages' whole digits.

    Returns:
        What was subtracted from the evidence logit; less than 0 where evidence of one half asked for too much.
    """
    if not isinstance(encoder.evidence, nn.Sequential):
        raise TypeError("the evidence of the speech encoder has a hidden layer")
    evidence, _ = answered(encoder, head, tidy.frames)
    shift = float(evidence[(tidy.labels >= 0) & tidy.main].quantile(GIVEN_UP))
    encoder.evidence[-1].bias.sub_(shift)
    return shift
