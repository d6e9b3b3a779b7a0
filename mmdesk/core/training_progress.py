"""What a training run tells while it runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EpochReport:
    """One epoch's figures; one row of the learning curves.

    Attributes:
        stage: "encoders", "fusion" or "joint".
        epoch: From 1.
        epochs: How many this stage has at most.
        train_loss: Mean loss of the epoch's batches.
        validation_loss: Cross-entropy of the validation samples, everything present.
        validation_accuracy: Share in [0, 1] of validation samples predicted right, everything present.
        input_accuracy: The same with only one input present, by its name, in the model's order; None where no
            validation sample has it. An input whose curve falls while the joint one rises is being forgotten.
        learning_rate: At the end of the epoch.
        seconds: What the epoch took, validation included.
        best: Whether it is the best so far, and so the one that is kept.
        validation_samples: How many `validation_accuracy` is a share of.
        input_samples: How many each of `input_accuracy` is a share of: those that have the input.
    """

    stage: str
    epoch: int
    epochs: int
    train_loss: float
    validation_loss: float
    validation_accuracy: float
    input_accuracy: Mapping[str, float | None]
    learning_rate: float
    seconds: float
    best: bool
    validation_samples: int = 0
    input_samples: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TrainingProgress:
    """How far a run has come.

    Attributes:
        stage: "reading", "features", "encoders", "fusion", "joint", "methods" or "done".
        share: Part of the stage that is done, in [0, 1].
        seconds_left: Estimate for this stage, None while nothing is known.
    """

    stage: str
    share: float
    seconds_left: float | None = None
