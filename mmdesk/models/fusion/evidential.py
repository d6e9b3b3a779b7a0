"""Evidential fusion: each modality says how sure it is of every class, and Dempster's rule joins what they say."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from mmdesk.models.encoders.base import JsonValue
from mmdesk.models.fusion.base import Fusion, FusionOutput
from mmdesk.models.fusion.own_heads import OwnHeads

_ANNEALED = 0.1
"""Share of the training after which the second term of the loss counts fully: 50 of the paper's 500 epochs."""
_LARGEST_LOG = 20.0
"""Logarithm of a Dirichlet parameter beyond which the loss no longer looks."""


class EvidentialFusion(Fusion):
    """Trusted multi-view classification: Dirichlet evidence from each modality, joined by the reduced Dempster rule.

    A modality's own head gives evidence e_m = softplus(H_m x_m + h_m) for C classes, which is the Dirichlet
    distribution of parameters e_m + 1: belief e_mk / S_m in class k and uncertainty u_m = C / S_m, where S_m = Σ e_mk +
    C. An absent modality is vacuous: no evidence, uncertainty 1. The rule multiplies the beliefs that agree and leaves
    out the mass on which modalities contradict each other, the conflict. For any number of modalities, in any order, it
    has the closed form e_k = C (Π_m (1 + e_mk / C) - 1), since 1 + e_mk / C is (belief + uncertainty) / uncertainty,
    and those multiply.

    There are no weights: what a modality does to the answer depends on everybody's evidence for all classes.

    Source: Han et al., "Trusted Multi-View Classification", 2021, eq. 2-9; the evidence after Sensoy et al.,
    "Evidential Deep Learning to Quantify Classification Uncertainty", 2018. Deviations: the closed form, in logarithms,
    of the rule that the paper takes step by step, with the same result; linear heads, since embeddings come from
    encoders; a mask. The conflict is that of all modalities together, 1 - Π (1 - C) over the paper's steps.

    The logits are the logarithms of the joint parameters, so that their softmax is the joint distribution's mean.
    ``unimodal`` holds the same of each modality; ``fused`` (B, C) the joint beliefs, all 0 with nothing present.
    """

    def __init__(self, modality_count: int, dim: int, class_count: int) -> None:
        super().__init__(modality_count, dim, class_count)
        self.own_heads = OwnHeads(modality_count, dim, class_count)

    def config(self) -> dict[str, JsonValue]:
        """Return nothing: there are no options."""
        return {}

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse ``embeddings`` (B, M, D) under ``present`` (B, M) bool; see :class:`FusionOutput`."""
        scores = self.own_heads(self.masked(embeddings, present), present)
        evidence = functional.softplus(scores).masked_fill(~present.unsqueeze(-1), 0.0)  # (B, M, C)
        classes = float(self.class_count)
        joint = torch.log1p(evidence / classes).sum(dim=1)  # (B, C), log Π (1 + e / C)
        # log(1 + C (exp(joint) - 1)), without an exponential that may be too large.
        logits = joint + torch.log1p((1.0 - classes) * torch.expm1(-joint))
        own_logs = -torch.log1p(evidence.sum(dim=2) / classes)  # (B, M), log u: exactly 0 where absent
        # Masses before what conflicts is left out: Π (belief + uncertainty) for each class, Π uncertainty for none.
        unclaimed = own_logs.sum(dim=1)  # (B,)
        kept = (joint + unclaimed.unsqueeze(1)).exp().sum(dim=1) - (classes - 1.0) * unclaimed.exp()
        strength = logits.logsumexp(dim=1, keepdim=True)  # (B, 1), log S
        return FusionOutput(
            logits,
            None,
            (logits - strength).exp() - (-strength).exp(),
            torch.log1p(evidence),
            uncertainty=own_logs.exp(),
            joint_uncertainty=(math.log(classes) - strength.squeeze(1)).exp().clamp(max=1.0),
            conflict=(1.0 - kept).clamp(0.0, 1.0),
        )

    def own_loss(self, output: FusionOutput, targets: Tensor, own_targets: Tensor, progress: float) -> Tensor:
        """Return the paper's loss, eq. 12-14: of the joint evidence, and of every modality's; see `Fusion.own_loss`."""
        if output.unimodal is None:
            raise ValueError("evidence of each modality is needed")
        share = min(1.0, progress / _ANNEALED)
        own = evidential_loss(output.unimodal, own_targets, share)  # (B, M), 0 where nothing is asked
        return evidential_loss(output.logits, targets, share) + own.sum(dim=1)


def evidential_loss(logits: Tensor, targets: Tensor, share: float) -> Tensor:
    """Return the expected cross-entropy of Dirichlet distributions and the divergence that wrong evidence costs.

    Source: Han et al., 2021, eq. 10-12; for targets that are spread over classes, evidence counts as wrong in so far as
    the target is below 1.

    Args:
        logits: (…, C) logarithms of the parameters.
        targets: (…, C), rows that sum to 1; those that are all 0 cost nothing.
        share: What the divergence counts, in [0, 1]: it grows while training begins.

    Returns:
        (…,) float32.
    """
    parameters = logits.float().clamp(0.0, _LARGEST_LOG).exp()
    strength = parameters.sum(dim=-1, keepdim=True)
    entropy = (targets * (strength.digamma() - parameters.digamma())).sum(dim=-1)
    wrong = targets + (1.0 - targets) * parameters
    total = wrong.sum(dim=-1, keepdim=True)
    divergence = (
        total.lgamma().squeeze(-1)
        - math.lgamma(logits.shape[-1])
        - wrong.lgamma().sum(dim=-1)
        + ((wrong - 1.0) * (wrong.digamma() - total.digamma())).sum(dim=-1)
    )
    loss: Tensor = (entropy + share * divergence) * targets.sum(dim=-1)
    return loss
