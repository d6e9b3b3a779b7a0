"""The whole model: one encoder a modality and the fusion that joins them, or several to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from torch import Tensor, nn

from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.models.encoders.base import Encoder, EncoderOutput
from mmdesk.models.fusion import FUSIONS, Fusion, FusionOutput, fusion_kind


class FusionClassifier(nn.Module):
    """Encoders by modality and a fusion with its head.

    Encoding and fusing are separate calls, because live each input is encoded once and fused many times.

    Args:
        labels: The C class names, in the order of the logits; unique and not empty.
        encoders: One encoder a modality; all of the same embedding length D.
        fusion: Takes the embeddings in the order of :attr:`modalities`.
        others: Further fusions that were trained on the same encoders, each of another kind.

    Attributes:
        labels: The class names.
        fusion: The fusion that a model file names first.
        others: The further ones by kind; may be empty.
        modalities: The modalities the model knows, in the order of ``MODALITIES``; the M columns of the fusion.

    Raises:
        ValueError: If the parts do not fit each other.
    """

    def __init__(
        self,
        labels: Sequence[str],
        encoders: Mapping[Modality, Encoder],
        fusion: Fusion,
        others: Sequence[Fusion] = (),
    ) -> None:
        super().__init__()
        if len(set(labels)) != len(labels) or not all(labels):
            raise ValueError("labels must be unique and not empty")
        for each in (fusion, *others):
            if each.class_count != len(labels):
                raise ValueError(f"the fusion knows {each.class_count} classes, but there are {len(labels)} labels")
            if each.modality_count != len(encoders):
                raise ValueError(f"the fusion joins {each.modality_count} modalities, not {len(encoders)}")
            for modality, encoder in encoders.items():
                if encoder.dim != each.dim:
                    raise ValueError(f"the {modality} encoder gives {encoder.dim} values, the fusion takes {each.dim}")
        self.labels = tuple(labels)
        self.modalities = tuple(modality for modality in MODALITIES if modality in encoders)
        # ModuleDict wants plain strings; StrEnum members would print as such but hash alike.
        self.encoders = nn.ModuleDict({modality.value: encoders[modality] for modality in self.modalities})
        self.fusion = fusion
        kinds = [fusion_kind(each) for each in others]
        if others and len({fusion_kind(fusion), *kinds}) != len(others) + 1:
            raise ValueError(f"each fusion must be of another kind, got {fusion_kind(fusion)} and {', '.join(kinds)}")
        self.others = nn.ModuleDict(dict(zip(kinds, others, strict=True)))

    def fusions(self) -> dict[str, Fusion]:
        """Return every fusion by kind, in the order of ``FUSIONS``."""
        found = {fusion_kind(self.fusion): self.fusion}
        for kind, fusion in self.others.items():
            if not isinstance(fusion, Fusion):
                raise TypeError(f"{kind} holds a {type(fusion).__name__}")
            found[kind] = fusion
        return {kind: found[kind] for kind in FUSIONS if kind in found}

    def encoder(self, modality: Modality) -> Encoder:
        """Return the encoder of ``modality``.

        Raises:
            KeyError: If the model has none.
        """
        encoder = self.encoders[modality.value]
        if not isinstance(encoder, Encoder):
            raise TypeError(f"{modality} holds a {type(encoder).__name__}")
        return encoder

    def encode(self, modality: Modality, batch: Tensor) -> EncoderOutput:
        """Encode prepared inputs (B, …) of one modality into (B, D) embeddings and (B,) evidence logits."""
        output: EncoderOutput = self.encoder(modality)(batch)
        return output

    def fuse(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse (B, M, D) embeddings under (B, M) bool ``present``, columns in the order of :attr:`modalities`."""
        output: FusionOutput = self.fusion(embeddings, present)
        return output

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Same as :meth:`fuse`."""
        return self.fuse(embeddings, present)
