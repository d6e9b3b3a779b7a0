"""Verdicts on generated pictures: paper, hands, darkness, and what changes between them."""

from __future__ import annotations

import gc
from collections.abc import Callable

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from mmdesk.core.frame import Frame
from mmdesk.core.observation import PRESENT, Reason
from mmdesk.sources import image_presence as module
from mmdesk.sources.image_presence import ImageJudge, ImageMeasure, judge_frame, judge_measure

Picture = NDArray[np.uint8]
SIZES_PX = [(480, 640), (640, 480), (720, 1280), (120, 160)]


def noisy(light: NDArray[np.float32], deviation: float, seed: int = 0, grain_px: int = 1) -> Picture:
    """Add sensor noise; a grain above one pixel is what a webcam's own smoothing leaves of it."""
    height_px, width_px = light.shape[:2]
    generator = np.random.default_rng(seed)
    shape = (-(-height_px // grain_px), -(-width_px // grain_px), 3)
    noise = generator.normal(0, deviation, shape).astype(np.float32)
    noise = cv2.resize(noise, (width_px, height_px), interpolation=cv2.INTER_LINEAR)
    return np.clip(light + noise, 0, 255).astype(np.uint8)


def paper(size_px: tuple[int, int], ink: float, stroke_share: float, blur_share: float = 0.0) -> Picture:
    """White paper in uneven light, with the outline of a 0 on it."""
    height_px, width_px = size_px
    side_px = min(size_px)
    light = np.empty((*size_px, 3), np.float32)
    light[:] = np.linspace(150, 215, width_px, dtype=np.float32)[None, :, None]
    axes = (int(0.11 * side_px), int(0.2 * side_px))
    stroke_px = max(1, round(stroke_share * side_px))
    cv2.ellipse(light, (width_px // 2, height_px // 2), axes, 0, 0, 360, (ink, ink, ink), stroke_px, cv2.LINE_AA)
    if blur_share:
        light = cv2.GaussianBlur(light, (0, 0), blur_share * side_px)
    return noisy(light, 4.0)


def hand_on_lens(size_px: tuple[int, int], glow: float) -> Picture:
    """Skin lit from behind and hopelessly out of focus: one wide reddish slope."""
    height_px, width_px = size_px
    slope = np.linspace(0.3, 1.0, width_px)[None, :] * np.linspace(1.0, 0.4, height_px)[:, None]
    return noisy((slope[..., None] * np.array([1.0, 0.35, 0.25]) * glow).astype(np.float32), 5.0, grain_px=2)


@pytest.mark.parametrize("size_px", SIZES_PX)
def test_thin_pencil_on_white_paper_is_present(size_px: tuple[int, int]) -> None:
    assert judge_frame(paper(size_px, ink=110, stroke_share=1 / 240)).present


@pytest.mark.parametrize("size_px", SIZES_PX)
def test_marker_out_of_focus_is_present(size_px: tuple[int, int]) -> None:
    assert judge_frame(paper(size_px, ink=30, stroke_share=1 / 50, blur_share=1 / 80)).present


@pytest.mark.parametrize("size_px", SIZES_PX)
@pytest.mark.parametrize("glow", [120, 180, 250])
def test_hand_on_the_lens_is_covered(size_px: tuple[int, int], glow: float) -> None:
    assert judge_frame(hand_on_lens(size_px, glow)).reason is Reason.COVERED


@pytest.mark.parametrize("size_px", SIZES_PX)
@pytest.mark.parametrize("level", [60, 128, 255])
def test_flat_picture_is_covered(size_px: tuple[int, int], level: int) -> None:
    assert judge_frame(np.full((*size_px, 3), level, np.uint8)).reason is Reason.COVERED


@pytest.mark.parametrize("grain_px", [1, 3])
@pytest.mark.parametrize("level", [0, 8, 16])
def test_noise_of_a_dark_room_is_too_dark(level: int, grain_px: int) -> None:
    dark = noisy(np.full((480, 640, 3), level, np.float32), 9.0, grain_px=grain_px)
    assert judge_frame(dark).reason is Reason.TOO_DARK


def test_chalk_on_a_black_board_is_present() -> None:
    board = np.full((480, 640, 3), 18, np.float32)
    cv2.ellipse(board, (320, 240), (60, 100), 0, 40, 320, (210, 210, 210), 12)
    assert judge_frame(noisy(board, 3.0)).present


def test_only_the_central_square_counts() -> None:
    wide = np.full((240, 960, 3), 128, np.uint8)
    wide[:, ::8] = 0
    assert judge_frame(wide).present
    wide[:, 360:600] = 128
    assert judge_frame(wide).reason is Reason.COVERED


def test_picture_is_left_alone() -> None:
    shown = paper((480, 640), 30, 1 / 50)
    shown.flags.writeable = False
    before = shown.copy()
    judge_frame(shown)
    assert np.array_equal(shown, before)


def test_near_a_limit_the_former_verdict_stands() -> None:
    present = judge_measure(ImageMeasure(200, 0.5))
    covered = judge_measure(ImageMeasure(200, 0.0))
    between = ImageMeasure(200, 0.0015)
    assert judge_measure(between, present).present
    assert judge_measure(between, covered).reason is Reason.COVERED


# --- in the course of time --------------------------------------------------------------------------------------------


class Camera:
    """Feeds one judge with pictures at a rate."""

    def __init__(self, fps: float) -> None:
        self.judge = ImageJudge()
        self.now_s = 100.0
        self._period_s = 1 / fps
        self._shown = 0

    def show(self, shown: Picture) -> Reason:
        self.now_s += self._period_s
        self._shown += 1
        return self.judge.judge(Frame(shown, self.now_s, self._shown)).reason

    def delay_s(self, shown: Picture, awaited: Reason) -> float:
        """Return how long after the last picture before it the verdict comes."""
        start_s = self.now_s
        while self.show(shown) is not awaited:
            assert self.now_s < start_s + 3, f"never {awaited}"
        return self.now_s - start_s


@pytest.fixture
def paper_shown() -> Picture:
    return paper((480, 640), 40, 1 / 60)


@pytest.mark.parametrize("fps", [5, 10, 15, 30, 60])
@pytest.mark.parametrize(
    ("cover", "reason"),
    [
        (lambda: hand_on_lens((480, 640), 150), Reason.COVERED),
        (lambda: np.zeros((480, 640, 3), np.uint8), Reason.TOO_DARK),
    ],
)
def test_covering_shows_within_three_tenths(
    paper_shown: Picture, fps: float, cover: Callable[[], Picture], reason: Reason
) -> None:
    camera = Camera(fps)
    for _ in range(5):
        assert camera.show(paper_shown) is Reason.PRESENT
    assert camera.delay_s(cover(), reason) <= 0.3
    assert camera.delay_s(paper_shown, Reason.PRESENT) <= 0.3


def test_single_odd_pictures_do_not_flicker(paper_shown: Picture) -> None:
    camera = Camera(30)
    covered = hand_on_lens((480, 640), 150)
    seen = {camera.show(covered if number % 3 == 2 else paper_shown) for number in range(30)}
    assert seen == {Reason.PRESENT}


def test_first_picture_counts_at_once() -> None:
    assert Camera(30).show(hand_on_lens((480, 640), 150)) is Reason.COVERED


def test_another_source_starts_afresh(paper_shown: Picture) -> None:
    camera = Camera(30)
    assert camera.show(hand_on_lens((480, 640), 150)) is Reason.COVERED
    camera.now_s = 0.0  # a replay has a clock of its own
    assert camera.show(paper_shown) is Reason.PRESENT


def test_a_frame_is_measured_once_and_forgotten_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[int] = []
    monkeypatch.setattr(module, "measure_frame", lambda picture: measured.append(1) or ImageMeasure(100.0, 0.5))
    kept = len(module._measured)
    one, other = (Frame(np.zeros((8, 8, 3), np.uint8), 0.0, number) for number in (0, 0))
    judges = ImageJudge(), ImageJudge()
    assert {judge.judge(frame) for judge in judges for frame in (one, other, one)} == {PRESENT}
    assert len(measured) == 2
    del one, other
    gc.collect()
    assert len(module._measured) == kept
