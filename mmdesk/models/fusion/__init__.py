"""Fusion methods: embeddings and a presence mask in, class scores and (where defined) weights out.

A further method is one module with one :class:`Fusion` subclass and one line in :data:`FUSIONS`.
"""

from __future__ import annotations

from mmdesk.models.fusion.attention_gate import AttentionGateFusion
from mmdesk.models.fusion.base import Fusion, FusionOutput, masked_softmax
from mmdesk.models.fusion.concatenation import ConcatenationFusion
from mmdesk.models.fusion.deep import DeepFusion
from mmdesk.models.fusion.elementwise_gate import ElementwiseGateFusion
from mmdesk.models.fusion.late import LateFusion
from mmdesk.models.fusion.multitask import MultitaskFusion
from mmdesk.models.fusion.shared import SharedTrunkFusion
from mmdesk.models.fusion.transformer import TransformerFusion
from mmdesk.models.fusion.unimodal import UnimodalFusion
from mmdesk.models.fusion.weighted_average import WeightedAverageFusion

FUSIONS: dict[str, type[Fusion]] = {
    "concatenation": ConcatenationFusion,
    "weighted_average": WeightedAverageFusion,
    "attention_gate": AttentionGateFusion,
    "elementwise_gate": ElementwiseGateFusion,
    "deep": DeepFusion,
    "transformer": TransformerFusion,
    "shared": SharedTrunkFusion,
    "multitask": MultitaskFusion,
    "late": LateFusion,
    "unimodal": UnimodalFusion,
}
"""Fusion methods by the name that a checkpoint's ``fusion.kind`` carries, in the order in which they are offered.

``unimodal``, the baseline of one modality, needs the option ``column``; the others work without options.
"""


def fusion_kind(fusion: Fusion) -> str:
    """Return the name under which ``fusion``'s class is registered.

    Raises:
        ValueError: If its class is not registered.
    """
    for kind, registered in FUSIONS.items():
        if type(fusion) is registered:
            return kind
    raise ValueError(f"{type(fusion).__name__} is not a registered fusion method")


def possible_fusions(modality_count: int, dim: int) -> tuple[str, ...]:
    """Return the methods that join so many embeddings of that length, in the order in which they are offered.

    The baseline of one modality is none of them; a transformer's heads, say, must share an embedding's length evenly.
    """
    found = []
    for kind, fusion in FUSIONS.items():
        if fusion is UnimodalFusion:
            continue
        try:
            fusion(modality_count, dim, 2)
        except ValueError:
            continue
        found.append(kind)
    return tuple(found)


__all__ = [
    "FUSIONS",
    "AttentionGateFusion",
    "ConcatenationFusion",
    "DeepFusion",
    "ElementwiseGateFusion",
    "Fusion",
    "FusionOutput",
    "LateFusion",
    "MultitaskFusion",
    "SharedTrunkFusion",
    "TransformerFusion",
    "UnimodalFusion",
    "WeightedAverageFusion",
    "fusion_kind",
    "masked_softmax",
    "possible_fusions",
]
