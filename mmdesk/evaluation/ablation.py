"""What a model can do with every subset of its modalities, beside the baselines under the same restriction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from mmdesk.core.modality import Modality
from mmdesk.evaluation.embedded import Embedded, score
from mmdesk.evaluation.evaluation_result import SubsetScores
from mmdesk.models.fusion.base import Fusion


def subsets_of(modalities: Sequence[Modality]) -> list[tuple[Modality, ...]]:
    """Return every subset but the empty one, the small ones first, each in the given order."""
    return [chosen for size in range(1, len(modalities) + 1) for chosen in combinations(modalities, size)]


def every_subset(
    fusion: Fusion,
    embedded: Embedded,
    labels: Sequence[str],
    *,
    late: Mapping[str, Fusion] | None = None,
    unimodal: Mapping[Modality, Fusion] | None = None,
    bootstrap: int = 1000,
) -> tuple[SubsetScores, ...]:
    """Score ``fusion`` on every subset of the columns of ``embedded``.

    Samples with nothing left in a subset are unanswered and count as wrong, in the baselines too.

    Args:
        fusion: The model's.
        embedded: The test samples.
        labels: The C class names.
        late: Baselines by name that are scored on every subset.
        unimodal: Baselines that see one modality, as "image alone" on the subsets that hold it.
        bootstrap: Resamples behind each interval of the model's; the baselines have those of shares alone.
    """
    results = []
    for chosen in subsets_of(embedded.modalities):
        left = embedded.subset(chosen)
        named = dict(late or {})
        named |= {f"{modality} alone": model for modality, model in (unimodal or {}).items() if modality in chosen}
        results.append(
            SubsetScores(
                modalities=chosen,
                scores=score(fusion, left, labels, bootstrap=bootstrap),
                baselines={name: score(model, left, labels, bootstrap=0) for name, model in named.items()},
            )
        )
    return tuple(results)
