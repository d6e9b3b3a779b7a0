"""Trains a fusion on a lesson's embeddings, in a fraction of a second to a few seconds."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable

import torch

from mmdesk.models.fusion import FUSIONS, Fusion
from mmdesk.training.losses import FusionLoss, withheld
from mmdesk.training.teaching.rows import LessonRows, MadeSamples, Maker

_BATCH_A_CLASS = 8
_BATCH = (64, 256)
_STEPS = 120
_POOL = 4096
_LOOK_EVERY = 20
_PATIENCE = 2
_RATE = 8e-3
_DECAY = 0.02
_WITHHELD = 0.35
_SMOOTHING = 0.05
_WARM_SHARE = 0.1


class Superseded(Exception):  # noqa: N818 - not an error: something newer was asked for
    """The lesson has changed; what was being made of it is of no use."""


def fit_fusion(
    kind: str, rows: LessonRows, seed: int = 0, wanted: Callable[[], bool] = lambda: True, steps: int = _STEPS
) -> Fusion:
    """Return a fusion trained on made samples of a lesson, in evaluation mode.

    Each step draws a batch (`Maker`), classes evenly, and withholds inputs from it (modality dropout, Neverova et al.,
    "ModDrop", 2016, section 3.4). It ends early when the loss on further made samples has not fallen for a while.

    Args:
        kind: Which method.
        rows: What was shown.
        seed: Of first weights and of everything drawn; the state of torch's own generator is left as it was.
        wanted: Asked before each step.
        steps: At most so many.

    Raises:
        Superseded: ``wanted`` said no.
    """
    inputs, dim = rows.embeddings.shape[1:]
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        fusion = FUSIONS[kind](inputs, dim, rows.class_count)
        generator = torch.Generator().manual_seed(seed + 1)
        maker = Maker(rows, generator)
        size = min(max(_BATCH[0], _BATCH_A_CLASS * rows.class_count), _BATCH[1])
        judge, pool = maker.draw(2 * size), maker.draw(_POOL)
        loss = FusionLoss(fusion.joint, _SMOOTHING, None, fusion.own_loss)
        matrices = [each for each in fusion.parameters() if each.ndim > 1]
        vectors = [each for each in fusion.parameters() if each.ndim <= 1]
        groups = [{"params": matrices, "weight_decay": _DECAY}, {"params": vectors, "weight_decay": 0.0}]
        optimiser = torch.optim.AdamW([group for group in groups if group["params"]], lr=_RATE, foreach=True)
        best, least, since = copy.deepcopy(fusion.state_dict()), math.inf, 0
        for step in range(steps):
            if not wanted():
                raise Superseded
            fusion.train()
            for group in optimiser.param_groups:
                group["lr"] = _rate(step, steps)
            rows_now = torch.randint(_POOL, (size,), generator=generator)
            _step(fusion, loss, optimiser, pool.only(rows_now), generator, step / steps)
            if (step + 1) % _LOOK_EVERY == 0 or step == steps - 1:
                found = _judged(fusion, loss, judge)
                if found < least * (1 - 1e-3):
                    best, least, since = copy.deepcopy(fusion.state_dict()), found, 0
                else:
                    since += 1
                    if since >= _PATIENCE:
                        break
        fusion.load_state_dict(best)
    return fusion.eval()


def _rate(step: int, steps: int) -> float:
    warm = max(1, round(steps * _WARM_SHARE))
    if step < warm:
        return _RATE * (step + 1) / warm
    return _RATE * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


def _step(
    fusion: Fusion,
    loss: FusionLoss,
    optimiser: torch.optim.Optimizer,
    batch: MadeSamples,
    generator: torch.Generator,
    progress: float,
) -> None:
    embeddings, present, targets = batch
    present = withheld(present, _WITHHELD, generator)
    optimiser.zero_grad(set_to_none=True)
    found = loss(fusion(embeddings.masked_fill(~present.unsqueeze(2), 0.0), present), present, targets, progress)
    found.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(fusion.parameters(), 5.0)
    optimiser.step()


@torch.no_grad()
def _judged(fusion: Fusion, loss: FusionLoss, batch: MadeSamples) -> float:
    fusion.eval()
    embeddings, present, targets = batch
    return float(loss(fusion(embeddings, present), present, targets))
