"""What a model can do with every subset of its inputs, beside the baselines under the same restriction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from mmdesk.core.inputs import Input
from mmdesk.evaluation.embedded import Embedded, score
from mmdesk.evaluation.evaluation_result import SubsetScores
from mmdesk.models.fusion.base import Fusion


def subsets_of(inputs: Sequence[Input]) -> list[tuple[Input, ...]]:
    """Return every subset but the empty one, the small ones first, each in the given order."""
    return [chosen for size in range(1, len(inputs) + 1) for chosen in combinations(inputs, size)]


def every_subset(
    fusion: Fusion,
    embedded: Embedded,
    labels: Sequence[str],
    *,
    late: Mapping[str, Fusion] | None = None,
    unimodal: Mapping[Input, Fusion] | None = None,
    bootstrap: int = 1000,
) -> tuple[SubsetScores, ...]:
    """Score ``fusion`` on every subset of the columns of ``embedded``.

    Samples with nothing left in a subset are unanswered and count as wrong, in the baselines too.

    Args:
        fusion: The model's.
        embedded: The test samples.
        labels: The C class names.
        late: Baselines by name that are scored on every subset.
        unimodal: Baselines that see one input, as "image alone" on the subsets that hold it.
        bootstrap: Resamples behind each interval of the model's; the baselines have those of shares alone.
    """
    results = []
    for chosen in subsets_of(embedded.inputs):
        left = embedded.subset(chosen)
        named = dict(late or {})
        named |= {f"{one.name} alone": model for one, model in (unimodal or {}).items() if one in chosen}
        results.append(
            SubsetScores(
                inputs=chosen,
                scores=score(fusion, left, labels, bootstrap=bootstrap),
                baselines={name: score(model, left, labels, bootstrap=0) for name, model in named.items()},
            )
        )
    return tuple(results)
