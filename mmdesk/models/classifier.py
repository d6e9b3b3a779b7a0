"""The whole model: one encoder per input and the fusion that joins them, or several to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from torch import Tensor, nn

from mmdesk.core.inputs import Input, inputs_fault
from mmdesk.core.problem import Problem
from mmdesk.models.encoders.base import Encoder, EncoderOutput
from mmdesk.models.fusion import FUSIONS, Fusion, FusionOutput, fusion_kind
from mmdesk.models.open_set import JointRule


class FusionClassifier(nn.Module):
    """Encoders by input and a fusion with its head.

    Encoding and fusing are separate calls, because live each input is encoded once and fused many times.

    Args:
        labels: The C class names, in the order of the logits; unique and not empty.
        encoders: One encoder per input, in the model's order; all of the same embedding length D.
        fusion: Takes the embeddings in that order.
        others: Further fusions that were trained on the same encoders, each of another kind.
        left_out: Why fusions that its file names are not there, by kind.

    Attributes:
        labels: The class names.
        fusion: The fusion that a model file names first.
        others: The further ones by kind; may be empty.
        left_out: See above.
        inputs: The model's M inputs in its own order: the columns of the fusion.
        names: Their names.
        joint_rule: What judges all inputs together; see `set_joint_rule`.

    Raises:
        ValueError: If the parts do not fit each other.
    """

    def __init__(
        self,
        labels: Sequence[str],
        encoders: Mapping[Input, Encoder],
        fusion: Fusion,
        others: Sequence[Fusion] = (),
        left_out: Mapping[str, Problem] | None = None,
    ) -> None:
        super().__init__()
        if len(set(labels)) != len(labels) or not all(labels):
            raise ValueError("labels must be unique and not empty")
        self.inputs = tuple(encoders)
        if fault := inputs_fault(self.inputs):
            raise ValueError(fault)
        for each in (fusion, *others):
            if each.class_count != len(labels):
                raise ValueError(f"the fusion knows {each.class_count} classes, but there are {len(labels)} labels")
            if each.modality_count != len(encoders):
                raise ValueError(f"the fusion joins {each.modality_count} inputs, not {len(encoders)}")
            for one, encoder in encoders.items():
                if encoder.dim != each.dim:
                    raise ValueError(f"{one.name}'s encoder gives {encoder.dim} values, the fusion takes {each.dim}")
        self.labels = tuple(labels)
        self.names = tuple(one.name for one in self.inputs)
        self._columns = {one.name: one.column for one in self.inputs}
        # By column: a name alone may be one that torch's modules use themselves.
        self.encoders = nn.ModuleDict({one.column: encoder for one, encoder in encoders.items()})
        self.fusion = fusion
        self.left_out = dict(left_out or {})
        kinds = [fusion_kind(each) for each in others]
        if others and len({fusion_kind(fusion), *kinds}) != len(others) + 1:
            raise ValueError(f"each fusion must be of another kind, got {fusion_kind(fusion)} and {', '.join(kinds)}")
        self.others = nn.ModuleDict(dict(zip(kinds, others, strict=True)))
        self.joint_rule: JointRule | None = None

    def fusions(self) -> dict[str, Fusion]:
        """Return every fusion by kind, in the order of ``FUSIONS``."""
        found = {fusion_kind(self.fusion): self.fusion}
        for kind, fusion in self.others.items():
            if not isinstance(fusion, Fusion):
                raise TypeError(f"{kind} holds a {type(fusion).__name__}")
            found[kind] = fusion
        return {kind: found[kind] for kind in FUSIONS.ordered(found)}

    def encoder(self, name: str) -> Encoder:
        """Return the encoder of an input.

        Raises:
            KeyError: If the model has no input of that name.
        """
        encoder = self.encoders[self._columns[name]]
        if not isinstance(encoder, Encoder):
            raise TypeError(f"{name} holds a {type(encoder).__name__}")
        return encoder

    def set_joint_rule(self, rule: JointRule | None) -> None:
        """Judge by ``rule`` from now on whether all inputs together hold anything known; None for each by itself.

        Raises:
            ValueError: It is for another number of inputs, or one of them has no rule of its own.
        """
        if rule is not None and len(rule.slopes) != len(self.inputs):
            raise ValueError(f"the joint rule is for {len(rule.slopes)} inputs, not {len(self.inputs)}")
        if rule is not None and any(self.encoder(name).open_set is None for name in self.names):
            raise ValueError("a joint rule reads the scores of the inputs' own rules, and one has none")
        self.joint_rule = rule

    def used(self, recognised: Tensor, scores: Tensor, present: Tensor) -> Tensor:
        """Return (B, M) bool: what the fusion is given.

        Args:
            recognised: (B, M) bool: where the encoders recognise something, each by itself.
            scores: (B, M) what they judge by; see `Encoder.score`.
            present: (B, M) bool: what is there; of what is not, the others may hold anything.
        """
        found = recognised & present
        if self.joint_rule is None:
            return found
        together: Tensor = self.joint_rule(scores, present)
        return found & together.unsqueeze(1)

    def encode(self, name: str, batch: Tensor) -> EncoderOutput:
        """Encode what was prepared (B, …) of one input into (B, D) embeddings and (B,) evidence logits."""
        output: EncoderOutput = self.encoder(name)(batch)
        return output

    def fuse(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Fuse (B, M, D) embeddings under (B, M) bool ``present``, columns in the order of :attr:`inputs`."""
        output: FusionOutput = self.fusion(embeddings, present)
        return output

    def forward(self, embeddings: Tensor, present: Tensor) -> FusionOutput:
        """Same as :meth:`fuse`."""
        return self.fuse(embeddings, present)
