"""When a modality counts as being forgotten."""

from __future__ import annotations

import pytest

from mmdesk.core.forgetting import forgotten
from mmdesk.core.training_progress import EpochReport


def curves(whole: list[float], image: list[float | None], stage: str = "joint") -> list[EpochReport]:
    return [
        EpochReport(
            stage, epoch + 1, 50, 1.0, 1.0, share, {"image": alone, "sound": None, "text": 0.5}, 1e-3, 1.0, False
        )
        for epoch, (share, alone) in enumerate(zip(whole, image, strict=True))
    ]


def test_a_falling_curve_under_a_rising_one_is_reported_with_its_figures() -> None:
    found = forgotten(curves([0.3, 0.3, 0.3, 0.6, 0.9, 0.9, 0.9], [0.6, 0.6, 0.6, 0.5, 0.3, 0.3, 0.3]))
    assert [one.name for one in found] == ["image"]
    assert (found[0].alone_then, found[0].alone_now) == pytest.approx((0.6, 0.3))
    assert (found[0].whole_then, found[0].whole_now) == pytest.approx((0.3, 0.9))


@pytest.mark.parametrize(
    ("whole", "image"),
    [
        ([0.3, 0.5, 0.7, 0.8, 0.9, 0.9], [0.3, 0.4, 0.5, 0.6, 0.6, 0.6]),  # both rise
        ([0.9, 0.9, 0.9, 0.6, 0.3, 0.3, 0.3], [0.6, 0.6, 0.6, 0.5, 0.3, 0.3, 0.3]),  # both fall: overfitting
        ([0.3, 0.3, 0.3, 0.6, 0.9, 0.9, 0.9], [0.6, 0.6, 0.6, 0.55, 0.53, 0.53, 0.53]),  # by less than 10 points
        ([0.3, 0.6, 0.9], [0.6, 0.3, 0.0]),  # too short to tell
        ([0.3, 0.4, 0.9, 0.9], [None, None, None, None]),  # not in the model
        ([0.5, 0.6, 0.7, 0.8, 0.9], [0.6, 0.2, 0.6, 0.6, 0.6]),  # one bad epoch
    ],
)
def test_everything_else_is_not(whole: list[float], image: list[float | None]) -> None:
    assert forgotten(curves(whole, image)) == ()


def test_a_new_stage_begins_anew() -> None:
    before = curves([0.3] * 3 + [0.9] * 3, [0.6] * 3 + [0.2] * 3, "encoders")
    assert forgotten(before)
    assert forgotten(before + curves([0.9] * 5, [0.2] * 5, "fusion")) == ()
    assert forgotten([]) == ()
