"""Easy inputs for the calculator: digits on paper that fills the view, and words of five languages in a quiet room.

Test and validation have digits and voices of their own, as everywhere in the digits model's data.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

sys.path.append(str(Path(__file__).resolve().parents[1] / "digits"))

from audio_data import Clips, build_bank, render
from audio_voices import Split
from image_data import Picture, mnist_digits
from image_scenes import paper_view

LANGUAGES = ("en-us", "de", "es", "fr-fr", "cmn")
_HEIGHT_PX, _WIDTH_PX = 480, 640
_SEED = 8_000


def quiet_pictures(split: Split, count: int) -> Iterator[tuple[Picture, int]]:
    """Yield pictures (480, 640, 3) RGB uint8 and labels: the split's MNIST scans in turn, each on a page of its own."""
    cv2.setNumThreads(1)
    scans, labels = mnist_digits(split)
    for index in range(count):
        rng = np.random.default_rng([_SEED, index])
        at = index % len(labels)
        yield paper_view(rng, scans[at], _HEIGHT_PX, _WIDTH_PX), int(labels[at])


def quiet_voices(split: Split, count: int) -> Clips:
    """Return about ``count`` clips of the split's voices: whole words, each language and digit equally often.

    They are 30 dB or more over the noise: a degradation of strength 0, which leaves the microphone's own response and
    level, a little noise and in some a little echo.
    """
    bank = build_bank(split, count, count // 5, _SEED, LANGUAGES)
    digits = int((bank.labels >= 0).sum())
    return render(bank, digits, _SEED, background=0.0, strengths=(0.0, 0.0), tidy=True)
