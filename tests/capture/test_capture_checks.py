"""The judgements on a running capture, by numbers."""

from __future__ import annotations

import numpy as np
import pytest

from mmdesk.sources.capture_checks import FilePace, RepeatCheck


def textured(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 255, (48, 64, 3), dtype=np.uint8)


def test_repetition_is_noticed_after_the_limit() -> None:
    check = RepeatCheck(3.0)
    assert not check.stuck(textured(1), 0.0)
    assert not check.stuck(textured(2), 1.0)
    assert not check.stuck(textured(2), 3.9)
    assert check.stuck(textured(2), 4.0)


def test_driver_that_reuses_its_buffer_is_not_fooled() -> None:
    check, buffer = RepeatCheck(3.0), textured(1)
    check.stuck(buffer, 0.0)
    buffer[:] = textured(2)
    assert not check.stuck(buffer, 5.0)


def test_same_picture_after_reopening_is_excused_until_it_changes() -> None:
    check = RepeatCheck(3.0)
    check.stuck(textured(1), 0.0)
    assert check.stuck(textured(1), 3.0)
    check.reopened()
    assert not check.stuck(textured(1), 4.0)
    assert not check.stuck(textured(1), 9.0)
    assert not check.stuck(textured(2), 10.0)
    assert check.stuck(textured(2), 13.0)


def test_pace_follows_timestamps_without_drift() -> None:
    pace = FilePace(25.0)
    assert pace.delay_s(0.0, 10.0) == 0.0
    assert pace.delay_s(40.0, 10.03) == pytest.approx(0.01)
    assert pace.delay_s(80.0, 10.09) == 0.0  # a little late …
    assert pace.delay_s(120.0, 10.1) == pytest.approx(0.02)  # … does not move the rest


def test_pace_without_timestamps_uses_the_rate() -> None:
    pace = FilePace(50.0)
    assert [pace.delay_s(0.0, 10.0) for _ in range(3)] == pytest.approx([0.0, 0.02, 0.04])


def test_pace_goes_on_after_a_standstill() -> None:
    pace = FilePace(25.0)
    pace.delay_s(0.0, 10.0)
    assert pace.delay_s(40.0, 600.0) == 0.0
    assert pace.delay_s(80.0, 600.0) == pytest.approx(0.04)


def test_pace_over_the_seam() -> None:
    pace = FilePace(25.0)
    pace.restart()
    pace.delay_s(0.0, 10.0)
    pace.delay_s(40.0, 10.04)
    pace.restart()
    assert pace.delay_s(0.0, 10.04) == pytest.approx(0.04)


@pytest.mark.parametrize("fps", [0.0, -1.0, 9e9, float("nan")])
def test_pace_with_a_senseless_rate(fps: float) -> None:
    pace = FilePace(fps)
    pace.delay_s(0.0, 1.0)
    assert pace.delay_s(0.0, 1.0) == pytest.approx(0.04)
