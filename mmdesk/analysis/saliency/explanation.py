"""Why an answer was given, input by input."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from mmdesk.analysis.saliency.audio import explain_audio
from mmdesk.analysis.saliency.image import explain_image
from mmdesk.analysis.saliency.target import AttributionTarget, Fuse, answer_of
from mmdesk.analysis.saliency.text import explain_text
from mmdesk.core.explanation import AudioAttribution, Explanation, ImageAttribution, Measure, TextAttribution
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import Observation
from mmdesk.models.classifier import FusionClassifier


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
        kind: Name of the fusion method, for :attr:`Why.fusion`.
        fuse: That method, or it with weights held by hand.
        observation: What the model was given.
        embeddings: (1, M, D), the observation encoded, columns as ``classifier.modalities``.
        present: (1, M) bool: which of them were recognised.
        measure: What the parts are measured by.
        should_stop: Asked between batches; True ends the work. Called on the caller's thread.

    Returns:
        The explanation, or None when stopped or when there is no answer to explain.

    Raises:
        ValueError: A modality is called present but the observation lacks its input.
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
        parts: dict[Modality, ImageAttribution | AudioAttribution | TextAttribution] = {}
        for modality in MODALITIES:
            if modality not in classifier.modalities:
                continue
            column = classifier.modalities.index(modality)
            if not bool(present[0, column]):
                continue
            target = AttributionTarget(fuse, embeddings, present, column, answer, measure)
            part = _explain_one(classifier, device, modality, target, observation, should_stop)
            if part is None:
                return None
            parts[modality] = part
    image, audio, text = (parts.get(modality) for modality in MODALITIES)
    return Explanation(
        label=classifier.labels[answer],
        fusion=kind,
        measure=measure,
        image=image if isinstance(image, ImageAttribution) else None,
        audio=audio if isinstance(audio, AudioAttribution) else None,
        text=text if isinstance(text, TextAttribution) else None,
    )


def _explain_one(
    classifier: FusionClassifier,
    device: torch.device,
    modality: Modality,
    target: AttributionTarget,
    observation: Observation,
    should_stop: Callable[[], bool],
) -> ImageAttribution | AudioAttribution | TextAttribution | None:
    encoder = classifier.encoder(modality)
    if modality is Modality.IMAGE and observation.image is not None:
        picture = encoder.prepare(observation.image.frame_rgb).to(device)
        return explain_image(encoder, target, picture, should_stop)
    if modality is Modality.AUDIO and observation.audio is not None:
        return explain_audio(encoder, target, observation.audio, device, should_stop)
    if modality is Modality.TEXT and observation.text is not None:
        return explain_text(encoder, target, observation.text.text, device, should_stop)
    raise ValueError(f"{modality} is called present but no input was given")
