"""Fusion methods: embeddings and a presence mask in, class scores and (where defined) weights out.

A further method is one module with one :class:`Fusion` subclass and one line in :data:`FUSIONS`, or a plug-in: a
package with an entry point of the group ``mmdesk.fusions``.
"""

from __future__ import annotations

from mmdesk.core.plugins import FUSIONS_GROUP, Registry
from mmdesk.models.fusion.attention_gate import AttentionGateFusion
from mmdesk.models.fusion.base import Fusion, FusionOutput, WeightParts, masked_softmax
from mmdesk.models.fusion.bilinear import BilinearFusion
from mmdesk.models.fusion.concatenation import ConcatenationFusion
from mmdesk.models.fusion.deep import DeepFusion
from mmdesk.models.fusion.elementwise_gate import ElementwiseGateFusion
from mmdesk.models.fusion.evidential import EvidentialFusion
from mmdesk.models.fusion.film import FilmFusion
from mmdesk.models.fusion.late import LateFusion
from mmdesk.models.fusion.low_rank import LowRankFusion
from mmdesk.models.fusion.multitask import MultitaskFusion
from mmdesk.models.fusion.product_of_experts import ProductOfExpertsFusion
from mmdesk.models.fusion.quality_aware import QualityAwareFusion
from mmdesk.models.fusion.recorded import RecordedFusions, record
from mmdesk.models.fusion.shared import SharedTrunkFusion
from mmdesk.models.fusion.transformer import TransformerFusion
from mmdesk.models.fusion.trial import check_fusion
from mmdesk.models.fusion.unimodal import UnimodalFusion
from mmdesk.models.fusion.weighted_average import WeightedAverageFusion

FUSIONS: Registry[type[Fusion]] = Registry(
    FUSIONS_GROUP,
    {
        "concatenation": "mmdesk.models.fusion.concatenation:ConcatenationFusion",
        "weighted_average": "mmdesk.models.fusion.weighted_average:WeightedAverageFusion",
        "attention_gate": "mmdesk.models.fusion.attention_gate:AttentionGateFusion",
        "elementwise_gate": "mmdesk.models.fusion.elementwise_gate:ElementwiseGateFusion",
        "deep": "mmdesk.models.fusion.deep:DeepFusion",
        "transformer": "mmdesk.models.fusion.transformer:TransformerFusion",
        "shared": "mmdesk.models.fusion.shared:SharedTrunkFusion",
        "multitask": "mmdesk.models.fusion.multitask:MultitaskFusion",
        "late": "mmdesk.models.fusion.late:LateFusion",
        "evidential": "mmdesk.models.fusion.evidential:EvidentialFusion",
        "quality_aware": "mmdesk.models.fusion.quality_aware:QualityAwareFusion",
        "product_of_experts": "mmdesk.models.fusion.product_of_experts:ProductOfExpertsFusion",
        "low_rank": "mmdesk.models.fusion.low_rank:LowRankFusion",
        "bilinear": "mmdesk.models.fusion.bilinear:BilinearFusion",
        "film": "mmdesk.models.fusion.film:FilmFusion",
        "unimodal": "mmdesk.models.fusion.unimodal:UnimodalFusion",
    },
    check_fusion,
)
"""Fusion methods by the name that a checkpoint's ``fusion.kind`` carries, in the order in which they are offered.

``unimodal``, the baseline of one modality, needs the option ``column``; the others work without options.
"""


def fusion_kind(fusion: Fusion) -> str:
    """Return the name under which ``fusion``'s class is registered.

    Raises:
        ValueError: If its class is not registered.
    """
    kind = FUSIONS.name_of(type(fusion))
    if kind is None:
        raise ValueError(f"{type(fusion).__name__} is not a registered fusion method")
    return kind


def offered_fusions() -> tuple[str, ...]:
    """Return the methods that can be trained: all that work, but for the baseline of one modality."""
    return tuple(kind for kind in FUSIONS.usable() if kind != "unimodal")


def possible_fusions(modality_count: int, dim: int) -> tuple[str, ...]:
    """Return those of `offered_fusions` that join so many embeddings of that length.

    A transformer's heads, say, must share an embedding's length evenly.
    """
    found = []
    for kind in offered_fusions():
        try:
            FUSIONS[kind](modality_count, dim, 2)
        except ValueError:
            continue
        found.append(kind)
    return tuple(found)


__all__ = [
    "FUSIONS",
    "AttentionGateFusion",
    "BilinearFusion",
    "ConcatenationFusion",
    "DeepFusion",
    "ElementwiseGateFusion",
    "EvidentialFusion",
    "FilmFusion",
    "Fusion",
    "FusionOutput",
    "LateFusion",
    "LowRankFusion",
    "MultitaskFusion",
    "ProductOfExpertsFusion",
    "QualityAwareFusion",
    "RecordedFusions",
    "SharedTrunkFusion",
    "TransformerFusion",
    "UnimodalFusion",
    "WeightParts",
    "WeightedAverageFusion",
    "fusion_kind",
    "masked_softmax",
    "offered_fusions",
    "possible_fusions",
    "record",
]
