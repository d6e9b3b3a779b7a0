"""Models whose every answer is known beforehand, for the tests of the microscope."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
import torch
from torch import Tensor, nn

from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import PRESENT, AudioInput, ImageInput, Observation, Presence, Reason, TextInput
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue
from mmdesk.models.fusion import AttentionGateFusion, ConcatenationFusion, Fusion, FusionOutput, LateFusion
from mmdesk.models.fusion.base import masked_softmax
from tests.three_inputs import by_input, observed

CLASSES = 10
SURENESS = 8.0
MUTED = Presence(Reason.MUTED)


class NamedClassEncoder(Encoder):
    """The input is the number of a class; its embedding is that class's unit vector. Counts its calls."""

    dim = CLASSES

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0

    def config(self) -> dict[str, JsonValue]:
        return {}

    def prepare(self, raw: object) -> Tensor:
        if isinstance(raw, str):
            return torch.tensor([float(raw)])
        return torch.from_numpy(np.array(raw, dtype=np.float32)).flatten()[:1]

    def embed(self, features: Tensor) -> EncoderOutput:
        self.calls += 1
        return EncoderOutput(nn.functional.one_hot(features[:, 0].long(), CLASSES).float(), None)


class DeafFusion(Fusion):
    """Displays half of the weight on sound, and never looks at it."""

    weighs: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__(3, CLASSES, CLASSES)
        self.scores = nn.Parameter(torch.tensor([0.25, 0.5, 0.25]).log())

    def config(self) -> dict[str, JsonValue]:
        return {}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        heard = present & torch.tensor([True, False, True])
        fused = (self.masked(embeddings, present) * heard.unsqueeze(-1)).sum(1) / heard.sum(1, keepdim=True).clamp(
            min=1
        )
        return FusionOutput(SURENESS * fused, masked_softmax(self.scores.expand(present.shape), present), fused)


def even_gate(scores: Sequence[float] = (0.0, 0.0, 0.0)) -> AttentionGateFusion:
    """A gate whose weights are the softmax of fixed scores, and whose logits are the weighted unit vectors."""
    fusion = AttentionGateFusion(len(scores), CLASSES, CLASSES, adapt=False)
    with torch.no_grad():
        for parameter in fusion.parameters():
            parameter.zero_()
        gate = fusion.gate
        if not isinstance(gate, nn.Linear):
            raise TypeError(type(gate))
        gate.bias.copy_(torch.tensor(scores))
        fusion.head.weight.copy_(SURENESS * torch.eye(CLASSES))
    return fusion


def late() -> LateFusion:
    """Late fusion whose own heads are sure of what they are given."""
    fusion = LateFusion(3, CLASSES, CLASSES)
    with torch.no_grad():
        for head in fusion.own_heads.heads:
            if isinstance(head, nn.Linear):
                head.weight.copy_(SURENESS * torch.eye(CLASSES))
                head.bias.zero_()
    return fusion


def classifier(fusion: Fusion | None = None, others: Sequence[Fusion] = ()) -> FusionClassifier:
    """A model of ten digits over `NamedClassEncoder`; its fusion is an even gate unless given."""
    encoders = {modality: NamedClassEncoder() for modality in MODALITIES}
    labels = [str(digit) for digit in range(CLASSES)]
    return FusionClassifier(labels, by_input(encoders), even_gate() if fusion is None else fusion, others).eval()


def picture_and_text() -> FusionClassifier:
    """A model of two inputs, its gate gives the picture 0.6 and the text 0.4."""
    encoders = {modality: NamedClassEncoder() for modality in (Modality.IMAGE, Modality.TEXT)}
    gate = even_gate(np.log([0.6, 0.4]).tolist())
    return FusionClassifier([str(digit) for digit in range(CLASSES)], by_input(encoders), gate).eval()


def three_methods() -> FusionClassifier:
    """An even gate, an untrained concatenation and late fusion over the same encoders."""
    torch.manual_seed(1)
    return classifier(others=[ConcatenationFusion(3, CLASSES, CLASSES), late()])


def snapshot(
    image: int | None = None, audio: int | None = None, text: int | None = None, time_s: float = 5.0
) -> Observation:
    """What shows, says and types these digits."""
    verdicts = [MUTED if given is None else PRESENT for given in (image, audio, text)]
    return observed(
        time_s,
        None if image is None else ImageInput(np.full((4, 4, 3), image, np.uint8), time_s),
        None if audio is None else AudioInput(np.full(8, audio, np.float32), time_s),
        None if text is None else TextInput(str(text), time_s),
        verdicts,
    )
