"""Feature-wise linear modulation: every modality is scaled and shifted, value by value, by what the others hold."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.adapters import adapted, identity_adapters
from mmdesk.models.fusion.base import Fusion, FusionOutput


class FilmFusion(Fusion):
    """Fused mean over the present m of GELU((1 + γ_m) ⊙ P_m x_m + β_m); γ_m and β_m come from all other modalities.

    Each modality sends a message E_n x_n; what reaches m is the sum of the others', and one layer makes γ_m and β_m of
    it: [γ_m, β_m] = G_m GELU(Σ_{n≠m} E_n x_n). An absent modality sends nothing and is not modulated; a modality alone
    stays as it is. There are no weights: the modulation is a change of what a modality says, not a share of it.

    Source: Perez et al., "FiLM: Visual Reasoning with a General Conditioning Layer", 2018, eq. 1-2, there of a picture
    by a question. Deviations: every modality is modulated by the sum of all others' messages, for any number of them; a
    hidden layer in place of the question's recurrent network; scales that start at 1 (the paper predicts γ - 1 too);
    one such layer, on vectors; a mask.

    Args:
        modality_count: Number M of modalities.
        dim: Length D of every embedding, and of the fused vector.
        class_count: Number C of classes.
        hidden: Length of the messages, at least 1.

    Raises:
        ValueError: An argument lies outside its range.
    """

    def __init__(self, modality_count: int, dim: int, class_count: int, *, hidden: int = 64) -> None:
        super().__init__(modality_count, dim, class_count)
        if not 1 <= hidden <= 4096:
            raise ValueError(f"need hidden 1..4096, got {hidden}")
        self.hidden = hidden
        self.adapters = identity_adapters(modality_count, dim)
        if modality_count > 1:
            self.messages = nn.Parameter(nn.init.normal_(torch.empty(modality_count, dim, hidden), std=dim**-0.5))
            spread = 0.5 * hidden**-0.5
            self.generators = nn.Parameter(nn.init.normal_(torch.empty(modality_count, hidden, 2 * dim), std=spread))
        self.head = nn.Linear(dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return ``hidden``."""
        return {"hidden": self.hidden}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; see :class:`FusionOutput`."""
        embeddings = self.masked(embeddings, present)
        values = adapted(embeddings, self.adapters)
        if self.modality_count > 1:
            sent = torch.einsum("bmd,mdh->bmh", embeddings, self.messages)
            reached = functional.gelu(sent.sum(dim=1, keepdim=True) - sent)
            scales, shifts = torch.einsum("bmh,mhe->bme", reached, self.generators).chunk(2, dim=2)
            values = values + scales * values + shifts
        outputs = functional.gelu(values).masked_fill(~present.unsqueeze(-1), 0.0)
        fused = outputs.sum(dim=1) / present.sum(dim=1, keepdim=True).clamp(min=1)
        return FusionOutput(self.head(fused), None, fused)
