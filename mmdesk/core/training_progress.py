"""What a training run tells while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


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
        modality_accuracy: The same with only one modality present, in the order of `MODALITIES`; None where the model
            or the data lacks it. A modality whose curve falls while the joint one rises is being forgotten.
        learning_rate: At the end of the epoch.
        seconds: What the epoch took, validation included.
        best: Whether it is the best so far, and so the one that is kept.
        validation_samples: How many `validation_accuracy` is a share of.
        modality_samples: How many each of `modality_accuracy` is a share of: those that have the modality.
    """

    stage: str
    epoch: int
    epochs: int
    train_loss: float
    validation_loss: float
    validation_accuracy: float
    modality_accuracy: tuple[float | None, ...]
    learning_rate: float
    seconds: float
    best: bool
    validation_samples: int = 0
    modality_samples: tuple[int, ...] = (0, 0, 0)

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> EpochReport:
        """Build the report from its fields as JSON keeps them, tuples as lists."""
        fields: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
        }
        return cls(**fields)


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
