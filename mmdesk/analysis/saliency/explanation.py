"""Why an answer was given, input by input."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from mmdesk.analysis.saliency.audio import explain_audio
from mmdesk.analysis.saliency.cover import explain_by_cover
from mmdesk.analysis.saliency.image import explain_image
from mmdesk.analysis.saliency.signal import explain_signal
from mmdesk.analysis.saliency.target import AttributionTarget, Fuse, answer_of
from mmdesk.analysis.saliency.text import explain_text
from mmdesk.core.explanation import Attribution, Explanation, Measure
from mmdesk.core.observation import AudioInput, ImageInput, Observation, SignalInput, TextInput
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.registry import ENCODER_PARTS

Explain = Callable[[Encoder, AttributionTarget, Any, torch.device, Callable[[], bool]], Attribution | None]


def _picture(
    encoder: Encoder,
    target: AttributionTarget,
    given: ImageInput,
    device: torch.device,
    should_stop: Callable[[], bool],
) -> Attribution | None:
    kind = ENCODER_PARTS.name_of(type(encoder))
    if kind is not None and not ENCODER_PARTS.is_own(kind):  # nobody knows what a plug-in's takes in, or its gradients
        return explain_by_cover(encoder, target, given.frame_rgb, device, should_stop)
    return explain_image(encoder, target, encoder.prepare(given.frame_rgb).to(device), should_stop)


def _sound(
    encoder: Encoder,
    target: AttributionTarget,
    given: AudioInput,
    device: torch.device,
    should_stop: Callable[[], bool],
) -> Attribution | None:
    return explain_audio(encoder, target, given, device, should_stop)


def _text(
    encoder: Encoder, target: AttributionTarget, given: TextInput, device: torch.device, should_stop: Callable[[], bool]
) -> Attribution | None:
    return explain_text(encoder, target, given.text, device, should_stop)


def _signal(
    encoder: Encoder,
    target: AttributionTarget,
    given: SignalInput,
    device: torch.device,
    should_stop: Callable[[], bool],
) -> Attribution | None:
    return explain_signal(encoder, target, given.values, device, should_stop)


EXPLAINERS: dict[type, Explain] = {
    ImageInput: _picture,
    AudioInput: _sound,
    TextInput: _text,
    SignalInput: _signal,
}
"""How each kind of input is explained: its encoder, what it is measured by, the input, the device, whether to stop."""


def _never() -> bool:
    return False


def explain(  # noqa: PLR0913
    classifier: FusionClassifier,
    device: torch.device,
    kind: str,
    fuse: Fuse,
    observation: Observation,
    embeddings: Tensor,
    present: Tensor,
    *,
    measure: Measure = Measure.CONTRIBUTION,
    should_stop: Callable[[], bool] = _never,
) -> Explanation | None:
    """Find what in each present input speaks for the answer. Deterministic; takes from a tenth of a second to a few.

    Args:
        classifier: The model, in evaluation mode on ``device``.
        device: Where to compute.
        kind: Name of the fusion method, for :attr:`Explanation.fusion`.
        fuse: That method, or it with weights held by hand.
        observation: What the model was given.
        embeddings: (1, M, D), the observation encoded, columns as ``classifier.inputs``.
        present: (1, M) bool: which of them were recognised.
        measure: What the parts are measured by.
        should_stop: Asked between batches; True ends the work. Called on the caller's thread.

    Returns:
        The explanation, or None when stopped or when there is no answer to explain.

    Raises:
        ValueError: An input is called present but the observation lacks its input.
    """
    # What was encoded in inference mode cannot take part in gradients; a copy made outside can.
    with torch.inference_mode(False), torch.enable_grad():
        embeddings, present = embeddings.detach().clone(), present.clone()
        if not bool(present.any()):
            return None
        with torch.no_grad():
            answer = answer_of(fuse, embeddings, present)
        if answer is None:
            return None
        parts: dict[str, Attribution] = {}
        for column, name in enumerate(classifier.names):
            if not bool(present[0, column]):
                continue
            given = observation.input_of(name)
            if given is None:
                raise ValueError(f"{name} is called present but no input was given")
            target = AttributionTarget(fuse, embeddings, present, column, answer, measure)
            part = EXPLAINERS[type(given)](classifier.encoder(name), target, given, device, should_stop)
            if part is None:
                return None
            parts[name] = part
    return Explanation(label=classifier.labels[answer], fusion=kind, measure=measure, parts=parts)
