"""How a model is trained and measured, in frozen values that the window and the command line share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from mmdesk.core.inputs import Input

BALANCES = ("none", "ogm_ge")
AUGMENTATIONS = ("none", "light", "strong")


@dataclass(frozen=True, slots=True)
class StageSettings:
    """One stage of training.

    Attributes:
        epochs: At most so many.
        batch_size: Samples a step.
        learning_rate: Peak of AdamW's rate; it rises over the first tenth of the steps and falls as a cosine to 0.
        patience: Epochs without a better validation result before the stage ends early; 0 never ends early.
    """

    epochs: int
    batch_size: int
    learning_rate: float
    patience: int

    def __post_init__(self) -> None:
        if self.epochs < 1 or self.batch_size < 1 or self.patience < 0 or not 0 < self.learning_rate < 1:
            raise ValueError(
                f"epochs and batch size must be positive, patience not negative, the rate in (0, 1); given are "
                f"{self.epochs} epochs, batches of {self.batch_size}, patience {self.patience}, "
                f"rate {self.learning_rate:g}"
            )


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """A whole training run.

    Two plans: *staged* (the default) first trains every encoder with a head of its own, then the fusion on the
    embeddings of the finished encoders, which takes seconds and treats every fusion method alike; *joint* trains
    encoders and fusion together from the start.

    Attributes:
        fusion: Kind of the fusion that answers first, a key of ``FUSIONS``.
        fusion_options: Its constructor's options.
        others: Kinds of the further fusions, which train on the finished encoders' embeddings in either plan.
        encoders: Kind of encoder by input, in the order of the model; empty for the default ones of all inputs.
        dim: Length of every embedding.
        joint: Whether to train everything together.
        encoder_stage: Settings of the encoders' stage, and of joint training.
        fusion_stage: Settings of the fusion's stage.
        weight_decay: AdamW's, on matrices only.
        label_smoothing: Of the cross-entropy, in [0, 1).
        class_weights: Whether rare classes weigh more (inverse frequency, mean 1).
        modality_dropout: Probability in [0, 1) that a present modality is withheld in a training step.
        augmentation: "none", "light" or "strong".
        mixing: Whether a fusion that trains on finished encoders' embeddings gets them as uncertain as new samples are;
            see `mmdesk.training.mixing`.
        copies: Stored versions of each training sample where features are cached: the clean one, the rest augmented.
        balance: "none", or "ogm_ge" against one modality's dominance (joint training only).
        seed: Of everything that is drawn.
    """

    fusion: str = "attention_gate"
    fusion_options: dict[str, bool | int | float | str] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    encoders: dict[Input, str] = field(default_factory=dict)
    dim: int = 64
    joint: bool = False
    encoder_stage: StageSettings = StageSettings(epochs=40, batch_size=64, learning_rate=2e-3, patience=8)
    fusion_stage: StageSettings = StageSettings(epochs=60, batch_size=128, learning_rate=3e-3, patience=12)
    weight_decay: float = 0.01
    label_smoothing: float = 0.05
    class_weights: bool = False
    modality_dropout: float = 0.3
    mixing: bool = True
    augmentation: str = "light"
    copies: int = 4
    balance: str = "none"
    seed: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.label_smoothing < 1 or not 0 <= self.modality_dropout < 1:
            raise ValueError("label_smoothing and modality_dropout must lie in [0, 1)")
        if self.augmentation not in AUGMENTATIONS or self.balance not in BALANCES:
            raise ValueError(f"augmentation must be one of {AUGMENTATIONS}, balance one of {BALANCES}")
        if self.balance != "none" and not self.joint:
            raise ValueError("balance acts on encoders that are trained together with the fusion: it needs joint=True")
        if not 0 <= self.seed < 1 << 32:
            raise ValueError(f"seed must lie in [0, 2³²), got {self.seed}")
        if len({self.fusion, *self.others}) != 1 + len(self.others):
            raise ValueError(f"a fusion method is named twice: {', '.join((self.fusion, *self.others))}")
        if self.copies < 1 or self.dim < 1 or self.weight_decay < 0:
            raise ValueError("copies and dim must be positive, weight_decay not negative")

    def to_json(self) -> dict[str, object]:
        """Return JSON values; equal settings give equal documents."""
        document = asdict(replace(self, encoders={}))
        document["encoders"] = {one.column: kind for one, kind in self.encoders.items()}
        return document

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> TrainingSettings:
        """Build the settings from what `to_json` gave.

        Raises:
            KeyError: If a field is missing.
            TypeError: If there is one too many, or one has another type.
            ValueError: If a value is out of range.
        """
        given = dict(document)
        given["encoders"] = {Input.of_column(column): kind for column, kind in document["encoders"].items()}
        given["others"] = tuple(document["others"])
        for stage in ("encoder_stage", "fusion_stage"):
            given[stage] = StageSettings(**document[stage])
        return cls(**given)


@dataclass(frozen=True, slots=True)
class EvaluationSettings:
    """On what a model is measured.

    Attributes:
        split_seed: Instead of the one with which the model was trained; None takes that, or 0 where it does not say.
        all_samples: Measure every sample, those that were trained on too.
        baselines: Whether late fusion and single inputs are trained on the model's encoders to compare with.
        unknowns: A folder of samples of nothing that the model knows; empty for none.
    """

    split_seed: int | None = None
    all_samples: bool = False
    baselines: bool = True
    unknowns: str = ""
