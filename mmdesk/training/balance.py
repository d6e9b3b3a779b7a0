"""A remedy for one input's dominance in joint training."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from mmdesk.training.trainable import Trainable


class GradientModulation:
    """On-the-fly gradient modulation with generalisation enhancement, OGM-GE.

    The encoder of a modality that is ahead gets a smaller gradient, so that the others keep learning, and noise of the
    gradient's own spread, so that the smaller step still generalises.

    Source: Peng et al., "Balanced Multimodal Learning via On-the-fly Gradient Modulation", CVPR 2022, eq. 9-13.
    Deviations: a modality's score is the fused model's probability of the true class with only that modality present,
    which every fusion method defines (the paper splits a linear head); for more than two modalities the ratio is taken
    against the mean of the others; all parameters of an encoder are modulated, not only convolutions.

    Args:
        strength: α of eq. 10, at least 0.
        seed: Of the noise.
    """

    def __init__(self, strength: float = 0.5, seed: int = 0) -> None:
        if strength < 0:
            raise ValueError(f"strength must not be negative, got {strength}")
        self.strength = strength
        self._seed = seed

    def coefficients(self, scores: Tensor, present: Tensor) -> Tensor:
        """Return a factor in (0, 1] per input (M,).

        Args:
            scores: (B, M) probability of the true class from each modality alone.
            present: (B, M) bool.
        """
        counts = present.sum(0)
        means = scores.masked_fill(~present, 0.0).sum(0) / counts.clamp(min=1)  # (M,)
        there = counts > 0
        factors = torch.ones_like(means)
        if int(there.sum()) < 2:
            return factors
        others = (means.sum() - means) / (there.sum() - 1)
        ahead = (means / others.clamp(min=1e-6) - 1.0).clamp(min=0.0)
        # ρ > 1 means ahead; tanh(α·ρ) in the paper, here of the lead ρ - 1, so that parity changes nothing.
        return torch.where(there, 1.0 - torch.tanh(self.strength * ahead), factors)

    def modulate(self, model: Trainable, embeddings: Tensor, present: Tensor, targets: Tensor, step: int) -> None:
        """Change the gradients that stand in the encoders, between ``backward`` and the optimiser's step."""
        factors = self.coefficients(alone_scores(model, embeddings, present, targets), present)
        # Drawn on the CPU from seed and step: a resumed run sees the same noise.
        generator = torch.Generator().manual_seed(self._seed * 1_000_003 + step)
        for encoder, factor in zip(model.encoders, factors.tolist(), strict=True):
            if factor < 1.0:
                _scale(encoder, factor, generator)


@torch.no_grad()
def alone_scores(model: Trainable, embeddings: Tensor, present: Tensor, targets: Tensor) -> Tensor:
    """Return (B, M): the fused model's probability of the true class with each modality alone."""
    columns = []
    for column in range(present.shape[1]):
        alone = torch.zeros_like(present)
        alone[:, column] = present[:, column]
        probabilities = model.fusion(embeddings, alone).logits.softmax(1)
        columns.append(probabilities.gather(1, targets.unsqueeze(1)).squeeze(1))
    return torch.stack(columns, 1)


def _scale(encoder: nn.Module, factor: float, generator: torch.Generator) -> None:
    for parameter in encoder.parameters():
        if parameter.grad is None:
            continue
        spread = float(parameter.grad.std()) if parameter.grad.numel() > 1 else 0.0
        noise = torch.randn(parameter.grad.shape, generator=generator).to(parameter.grad.device)
        parameter.grad.mul_(factor).add_(noise, alpha=spread)
