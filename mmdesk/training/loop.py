"""The training loop of one stage."""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from mmdesk.core.errors import TrainingError
from mmdesk.core.problem import Problem
from mmdesk.core.training_progress import EpochReport, TrainingProgress
from mmdesk.core.training_settings import StageSettings, TrainingSettings
from mmdesk.training.balance import GradientModulation
from mmdesk.training.losses import FusionLoss, balanced_weights, withheld
from mmdesk.training.samples import TrainingData
from mmdesk.training.state import RunFolder, SavedStage
from mmdesk.training.trainable import Trainable

_WARM_SHARE = 0.1
_LONGEST_GRADIENT = 5.0
_VALIDATION_BATCH = 256


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """The run was asked to stop; what was saved at the last epoch's end stays."""


@dataclass(frozen=True, slots=True)
class Listeners:
    """Who is told; all are called on the training thread.

    Attributes:
        on_epoch: After every epoch.
        on_progress: A few times per second.
        cancelled: Asked before every step; true ends the run with `Cancelled`.
    """

    on_epoch: Callable[[EpochReport], None] = lambda _report: None
    on_progress: Callable[[TrainingProgress], None] = lambda _progress: None
    cancelled: Callable[[], bool] = lambda: False


class StageTrainer:
    """Trains one model on one split until it no longer improves, and leaves its best weights in it.

    Everything random (order, augmentation, modality dropout, dropout) is drawn from the seed and the number of the
    epoch, never from what ran before: a run that is killed and resumed from the last epoch's end gives, on a CPU, the
    same bits as one that was not.

    Args:
        stage: Its name in reports and in the saved state.
        model: What trains; moved to ``device``.
        data: What it learns from, and what decides which epoch is best.
        stage_settings: Epochs, batch, rate, patience.
        settings: The rest.
        device: Where to train; mixed precision is used on CUDA.
        folder: Where the state is saved after each epoch, or None.
        listeners: Who is told.
    """

    def __init__(
        self,
        stage: str,
        model: Trainable,
        data: TrainingData,
        stage_settings: StageSettings,
        settings: TrainingSettings,
        device: torch.device,
        folder: RunFolder | None = None,
        listeners: Listeners | None = None,
    ) -> None:
        self._stage, self._model, self._inputs = stage, model.to(device), data.inputs
        self._train, self._validation = data.train, data.validation
        self._plan, self._settings, self._device = stage_settings, settings, device
        self._folder = folder
        self._listeners = Listeners() if listeners is None else listeners
        weights = balanced_weights(data.train.targets, data.class_count).to(device) if settings.class_weights else None
        self._loss = FusionLoss(model.fusion.joint, settings.label_smoothing, weights, model.fusion.own_loss)
        self._balance = GradientModulation(seed=settings.seed) if settings.balance == "ogm_ge" else None
        trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
        matrices = [parameter for parameter in trained if parameter.ndim > 1]
        vectors = [parameter for parameter in trained if parameter.ndim <= 1]
        groups = [{"params": matrices, "weight_decay": settings.weight_decay}, {"params": vectors, "weight_decay": 0.0}]
        self._trained = trained
        self._optimiser = torch.optim.AdamW([g for g in groups if g["params"]], lr=stage_settings.learning_rate)
        self._scaler = torch.amp.GradScaler(device.type, enabled=device.type == "cuda")
        self._steps = math.ceil(len(data.train) / stage_settings.batch_size)
        self._history: list[EpochReport] = []
        self._best: dict[str, Tensor] = {}

    def run(self, saved: SavedStage | None = None) -> tuple[EpochReport, ...]:
        """Train; with ``saved`` go on from there.

        Returns:
            One report an epoch. The model holds the weights of the best one and is in evaluation mode.

        Raises:
            Cancelled: If a listener asked for it.
            TrainingError: If the state cannot be written, or the loss is no number any more.
        """
        if saved is not None:
            self._restore(saved)
        while len(self._history) < self._plan.epochs and not self._exhausted():
            self._history.append(self._epoch(len(self._history)))
            self._listeners.on_epoch(self._history[-1])
            self._save(finished=False)
        self._model.load_state_dict(self._best)
        self._model.eval()
        self._save(finished=True)
        return tuple(self._history)

    def _exhausted(self) -> bool:
        if not self._plan.patience or not self._history:
            return False
        best = max(index for index, report in enumerate(self._history) if report.best)
        return len(self._history) - 1 - best >= self._plan.patience

    def _epoch(self, number: int) -> EpochReport:
        started = time.perf_counter()
        seed = self._settings.seed
        rng = np.random.default_rng((seed, number))
        torch.manual_seed(seed * 100_003 + number)
        generator = torch.Generator().manual_seed(seed * 100_003 + number)
        order = rng.permutation(len(self._train))
        self._model.train()
        losses = torch.zeros((), device=self._device)
        rate = 0.0
        for step, rows in enumerate(np.array_split(order, self._steps)):
            if self._listeners.cancelled():
                raise Cancelled
            rate = self._rate(number * self._steps + step)
            losses += self._step(rows.tolist(), rng, generator, rate, number * self._steps + step)
            self._report_progress(number, step, started)
        if not bool(losses.isfinite()):
            raise TrainingError(Problem("training.not_finite", stage=self._stage, epoch=number + 1))
        loss, accuracy, alone, having = self._validate()
        best = self._is_best(accuracy, loss)
        if best:
            self._best = copy.deepcopy(self._model.state_dict())
        return EpochReport(
            stage=self._stage,
            epoch=number + 1,
            epochs=self._plan.epochs,
            train_loss=float(losses) / self._steps,
            validation_loss=loss,
            validation_accuracy=accuracy,
            input_accuracy=alone,
            learning_rate=rate,
            seconds=time.perf_counter() - started,
            best=best,
            validation_samples=len(self._validation),
            input_samples=having,
        )

    def _step(
        self, rows: list[int], rng: np.random.Generator, generator: torch.Generator, rate: float, step: int
    ) -> Tensor:
        batch = self._train.batch(rows, rng)
        present = withheld(batch.present, self._settings.modality_dropout, generator)
        batch = batch._replace(present=present).to(self._device)
        for group in self._optimiser.param_groups:
            group["lr"] = rate
        self._optimiser.zero_grad(set_to_none=True)
        with torch.autocast("cuda") if self._device.type == "cuda" else nullcontext():
            embeddings = self._model.embed(batch.inputs, batch.present)
            output = self._model.fusion(embeddings, batch.present)
            loss = self._loss(output, batch.present, batch.targets, step / (self._plan.epochs * self._steps))
        self._scaler.scale(loss).backward()  # type: ignore[no-untyped-call]
        self._scaler.unscale_(self._optimiser)
        if self._balance is not None:
            self._balance.modulate(self._model, embeddings.detach(), batch.present, batch.targets, step)
        torch.nn.utils.clip_grad_norm_(self._trained, _LONGEST_GRADIENT)
        self._scaler.step(self._optimiser)
        self._scaler.update()
        return loss.detach()

    def _rate(self, step: int) -> float:
        total = self._plan.epochs * self._steps
        warm = max(1, round(total * _WARM_SHARE))
        if step < warm:
            return self._plan.learning_rate * (step + 1) / warm
        return self._plan.learning_rate * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, total - warm)))

    @torch.inference_mode()
    def _validate(self) -> tuple[float, float, dict[str, float | None], dict[str, int]]:
        """Return loss, accuracy, the accuracy of each input alone by its name, and how many samples have it."""
        self._model.eval()
        count = len(self._validation)
        loss, right = 0.0, 0
        alone_right, alone_count = [0] * len(self._inputs), [0] * len(self._inputs)
        for start in range(0, count, _VALIDATION_BATCH):
            rows = range(start, min(start + _VALIDATION_BATCH, count))
            batch = self._validation.batch(rows).to(self._device)
            embeddings = self._model.embed(batch.inputs, batch.present)
            logits = self._model.fusion(embeddings, batch.present).logits
            answered = batch.present.any(1)
            loss += float(functional.cross_entropy(logits, batch.targets, reduction="sum"))
            right += int(((logits.argmax(1) == batch.targets) & answered).sum())
            for column in range(len(self._inputs)):
                there = batch.present[:, column]
                if not bool(there.any()):
                    continue
                alone = torch.zeros_like(batch.present[there])
                alone[:, column] = True
                answer = self._model.fusion(embeddings[there], alone).logits.argmax(1)
                alone_right[column] += int((answer == batch.targets[there]).sum())
                alone_count[column] += int(there.sum())
        names = [one.name for one in self._inputs]
        accuracies = {
            name: right_alone / having if having else None
            for name, right_alone, having in zip(names, alone_right, alone_count, strict=True)
        }
        return loss / count, right / count, accuracies, dict(zip(names, alone_count, strict=True))

    def _is_best(self, accuracy: float, loss: float) -> bool:
        bests = [report for report in self._history if report.best]
        if not bests:
            return True
        last = bests[-1]
        return (accuracy, -loss) > (last.validation_accuracy, -last.validation_loss)

    def _report_progress(self, number: int, step: int, started: float) -> None:
        if step % max(1, self._steps // 20):
            return
        share = (number + step / self._steps) / self._plan.epochs
        past = sum(report.seconds for report in self._history) + time.perf_counter() - started
        left = past * (1 - share) / share if share > 0 else None
        self._listeners.on_progress(TrainingProgress(self._stage, share, left))

    def _save(self, finished: bool) -> None:
        if self._folder is None:
            return
        extra: dict[str, Any] = {
            "history": [asdict(report) for report in self._history],
            "scaler": self._scaler.state_dict(),
        }
        model = {} if finished else self._model.state_dict()
        optimiser = {} if finished else self._optimiser.state_dict()
        self._folder.save(
            SavedStage(self._stage, len(self._history), finished, model, optimiser, dict(self._best), extra)
        )

    def _restore(self, saved: SavedStage) -> None:
        rows = saved.extra["history"]
        self._history = [EpochReport(**row) for row in rows]
        self._best = saved.best
        if not saved.finished:
            self._model.load_state_dict(saved.model)
            self._optimiser.load_state_dict(saved.optimiser)
            self._scaler.load_state_dict(saved.extra["scaler"])
