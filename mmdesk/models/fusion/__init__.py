"""Fusion methods: embeddings and a presence mask in, class scores and (where defined) weights out.

A further method is one module with one :class:`Fusion` subclass and one line in :data:`FUSIONS`.
"""

from __future__ import annotations

from mmdesk.models.fusion.attention_gate import AttentionGateFusion
from mmdesk.models.fusion.base import Fusion, FusionOutput, masked_softmax

FUSIONS: dict[str, type[Fusion]] = {"attention_gate": AttentionGateFusion}
"""Fusion methods by the name that a checkpoint's ``fusion.kind`` carries."""

__all__ = ["FUSIONS", "AttentionGateFusion", "Fusion", "FusionOutput", "masked_softmax"]
