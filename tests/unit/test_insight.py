"""Winners and how certain they are."""

from __future__ import annotations

import numpy as np
import pytest

from mmdesk.core.insight import standing, winner


@pytest.mark.parametrize(
    ("probabilities", "place"),
    [
        ([0.1, 0.7, 0.2], 1),
        ([0.4, 0.4, 0.2], None),
        ([1 / 3, 1 / 3, 1 / 3], None),
        ([0.5, 0.5], None),
        ([0.5 + 1e-8, 0.5 - 1e-8], None),
        ([0.50001, 0.49999], 0),
    ],
)
def test_where_several_classes_are_the_most_probable_there_is_no_winner(
    probabilities: list[float], place: int | None
) -> None:
    for dtype in (np.float32, np.float64):
        assert winner(np.array(probabilities, dtype)) == place


def test_certainty_runs_from_a_guess_to_certain() -> None:
    rows = np.array([[[0.25] * 4, [1.0, 0, 0, 0]], [[0.1, 0.6, 0.2, 0.1], [0.0, 0.5, 0.5, 0]]])
    places, certainties = standing(rows)
    assert places.tolist() == [[-1, 0], [1, -1]]
    assert certainties == pytest.approx(np.array([[0, 1], [0.35 / 0.75, 0.25 / 0.75]]))
