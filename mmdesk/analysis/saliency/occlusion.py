"""Inputs with a part left out, measured so that one which loses nothing measures exactly the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import torch
from torch import Tensor

from mmdesk.analysis.saliency.target import AttributionTarget
from mmdesk.models.encoders.base import Encoder


def measured(
    encoder: Encoder,
    target: AttributionTarget,
    prepared: Iterable[Tensor],
    device: torch.device,
    batch_size: int,
    should_stop: Callable[[], bool],
) -> Tensor | None:
    """Return the measure (N,) float64 of N prepared inputs, on the CPU.

    A kernel may round the same row differently in batches of other sizes, so inputs that are equal bit by bit are
    encoded once and share one measure.

    Args:
        encoder: In evaluation mode.
        target: What they are measured by.
        prepared: What ``encoder.prepare`` made of each; drawn one by one.
        device: Where the encoder is.
        batch_size: How many are encoded at once.
        should_stop: Asked before each input and each batch; True ends the work, and None is returned.
    """
    distinct: dict[bytes, Tensor] = {}
    contents: list[bytes] = []
    for each in prepared:
        if should_stop():
            return None
        contents.append(each.numpy().tobytes())
        distinct.setdefault(contents[-1], each)
    indices = {content: index for index, content in enumerate(distinct)}
    inputs = list(distinct.values())
    outputs = []
    with torch.no_grad():
        for start in range(0, len(inputs), batch_size):
            if should_stop():
                return None
            outputs.append(encoder(torch.stack(inputs[start : start + batch_size]).to(device)))
        embeddings = torch.cat([output.embedding for output in outputs])
        values = target.recognised(embeddings, torch.cat([encoder.recognises(output) for output in outputs]))
    return values[[indices[content] for content in contents]]
