"""Level and log-mel columns."""

import numpy as np
import pytest

from mmdesk.core.sound_display import FLOOR_DB, MEL_BANDS, SoundAnalyser, decibels


def sine(hz: float, amplitude: float, count: int) -> np.ndarray:
    return (amplitude * np.sin(2 * np.pi * hz * np.arange(count) / 16_000)).astype(np.float32)


@pytest.mark.parametrize(("amplitude", "expected"), [(1.0, 0.0), (0.1, -20.0), (0.0, FLOOR_DB), (1e-7, FLOOR_DB)])
def test_decibels(amplitude, expected):
    assert decibels(amplitude) == pytest.approx(expected)


def test_level_and_peak_of_a_sine():
    display = SoundAnalyser().analyse(sine(1000, 0.5, 16_000))

    assert display.peak_db == pytest.approx(-6.02, abs=0.01)
    assert display.level_db == pytest.approx(-9.03, abs=0.01)


def test_one_column_every_hop_however_the_sound_is_cut():
    wave = np.random.default_rng(0).normal(0, 0.1, 16_000).astype(np.float32)
    whole = SoundAnalyser().analyse(wave).columns_db

    analyser = SoundAnalyser()
    parts = [analyser.analyse(part).columns_db for part in np.array_split(wave, 37)]

    assert whole.shape == (62, MEL_BANDS)  # 16000 / 256, a remainder waiting
    np.testing.assert_allclose(np.concatenate(parts), whole, atol=1e-3)


def test_a_higher_tone_lights_a_higher_band():
    loudest = [
        int(SoundAnalyser().analyse(sine(hz, 0.5, 8000)).columns_db[-1].argmax())
        for hz in (100, 200, 400, 800, 1600, 3200, 6400)
    ]

    assert loudest == sorted(set(loudest))


def test_every_band_can_light_up():
    columns = SoundAnalyser().analyse(np.random.default_rng(0).normal(0, 0.2, 16_000).astype(np.float32)).columns_db

    assert (columns.max(axis=0) > -60).all()


def test_silence_lies_at_the_floor():
    display = SoundAnalyser().analyse(np.zeros(4000, np.float32))

    assert display.level_db == display.peak_db == FLOOR_DB
    np.testing.assert_allclose(display.columns_db, FLOOR_DB, atol=1e-3)


def test_no_sound_gives_no_columns():
    display = SoundAnalyser().analyse(np.zeros(0, np.float32))

    assert display.columns_db.shape == (0, MEL_BANDS)
    assert display.level_db == FLOOR_DB
