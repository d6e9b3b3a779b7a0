"""What passes between the Train window and whoever trains: plain, frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.errors import Finding
from mmdesk.core.inputs import Input
from mmdesk.core.problem import Problem
from mmdesk.core.training_settings import TrainingSettings

MODEL_SUFFIX = ".mmdesk"


@dataclass(frozen=True, slots=True)
class TrainingRequest:
    """A run: what is trained, where the model goes, and how.

    Attributes:
        folder: The folder of data.
        out: The model to be.
        settings: How.
        split_seed: Of the split, where the data gives none; in [0, 2³²).
    """

    folder: str
    out: str
    settings: TrainingSettings
    split_seed: int = 0


@dataclass(frozen=True, slots=True)
class TrainingOptions:
    """What can be chosen here.

    Attributes:
        fusions: Kinds of fusion, in the order in which they are offered.
        possible: Those of them that can join so many inputs, by their number.
        encoders: Kinds of encoder by kind of input, the default first.
        device: Where training will run, in words.
        faults: What is wrong with installed plug-ins, which are not among them.
    """

    fusions: tuple[str, ...]
    possible: dict[int, tuple[str, ...]]
    encoders: dict[str, tuple[str, ...]]
    device: str
    faults: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ClassCount:
    """How many samples a class has: all of them, and those that have each input of the folder, in its order."""

    label: str
    samples: int
    having: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FolderReport:
    """What is in a folder of data, and what is wrong with it.

    Attributes:
        folder: Its path.
        name: Its name.
        layout: "class folders" or "samples.csv".
        inputs: Those that at least one sample has, in the order of a model that is trained on it.
        classes: In their order.
        splits: Samples to train on, to validate and to test, as the run will use them; None when it cannot run.
        splits_given: Whether the folder itself says which sample is in which split.
        problems: What forbids training.
        warnings: What the user should know.
        out: A model file that does not exist yet, or that of an interrupted run.
        interrupted: The settings of a run into ``out`` that was interrupted and can go on; None for none.
    """

    folder: str
    name: str
    layout: str
    inputs: tuple[Input, ...]
    classes: tuple[ClassCount, ...]
    splits: tuple[int, int, int] | None
    splits_given: bool
    problems: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    out: str = ""
    interrupted: TrainingSettings | None = None

    @property
    def samples(self) -> int:
        """How many there are."""
        return sum(one.samples for one in self.classes)

    @property
    def can_train(self) -> bool:
        """Whether a run may begin."""
        return not self.problems and self.splits is not None


Preview = NDArray[np.uint8] | str
"""A picture (H, W, 3) uint8 RGB, or a text; sound is shown as a picture of its mel bands."""


@dataclass(frozen=True, slots=True, eq=False)
class PreviewRow:
    """One sample as it is and as training varies it.

    Attributes:
        label: Its class.
        cells: (original, varied) by the input's name, in the order of the folder; None where the sample lacks it.
    """

    label: str
    cells: Mapping[str, tuple[Preview, Preview] | None]


@dataclass(frozen=True, slots=True)
class TrainingOutcome:
    """How a run ended.

    Attributes:
        model: The model file; empty unless it was written.
        accuracy: Of the kept epoch on the validation samples, everything present; None unless done.
        input_accuracy: Likewise with one input alone, by its name, in the model's order.
        samples: How many validation samples `accuracy` is a share of.
        input_samples: How many each of `input_accuracy` is a share of.
        cancelled: Whether somebody stopped it; nothing is lost then.
        problem: Why it failed; None when it did not.
        next_out: After a run that is done, a name for the next model.
        left_out: Why methods that were asked for are not in the model.
    """

    model: str = ""
    accuracy: float | None = None
    input_accuracy: Mapping[str, float | None] = field(default_factory=dict)
    samples: int = 0
    input_samples: Mapping[str, int] = field(default_factory=dict)
    cancelled: bool = False
    problem: Problem | None = None
    next_out: str = ""
    left_out: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A model's figures on the test samples with some of the inputs.

    Attributes:
        inputs: Names of the inputs that it was allowed, in their order.
        samples: How many test samples the figures are of.
        accuracy: In [0, 1].
        low: Lower end of its 95 % interval.
        high: Upper end.
        f1: Macro F1.
        auc: Macro AUC; None where it is not defined.
        ece: Expected calibration error; None where it is not defined.
        brier: Brier score.
        baselines: Accuracy of the baselines under the same restriction, by name.
    """

    inputs: tuple[str, ...]
    samples: int
    accuracy: float
    low: float
    high: float
    f1: float
    auc: float | None
    ece: float | None
    brier: float
    baselines: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class EvaluationOutcome:
    """What an evaluation measured, or why it could not.

    Attributes:
        samples: Number of test samples.
        rows: The whole model first, then smaller sets of inputs.
        page: The report's page.
        problem: Why it failed; None when it did not.
        seen_in_training: How many test samples were left out because the model was trained on them; None where it does
            not say what it was trained on.
    """

    samples: int = 0
    rows: tuple[FigureRow, ...] = ()
    page: str = ""
    problem: Problem | None = None
    seen_in_training: int | None = 0
