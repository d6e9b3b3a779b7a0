"""Perturbations have the strength they state."""

from __future__ import annotations

import numpy as np
import pytest

from mmdesk.analysis.perturbation import audio, image, text


def picture() -> np.ndarray:
    frame = np.random.default_rng(1).integers(1, 255, (60, 90, 3), dtype=np.uint8)
    frame.flags.writeable = False
    return frame


def speech() -> np.ndarray:
    wave = np.zeros(32_000, np.float32)
    wave[8_000:16_000] = 0.2 * np.sin(np.arange(8_000) / 5)
    wave.flags.writeable = False
    return wave


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 1.0])
def test_occlusion_covers_the_stated_share_of_the_central_square(share: float) -> None:
    for seed in range(10):
        frame = np.zeros((60, 90, 3), np.uint8)
        marked = image.occlude(frame, share, np.random.default_rng(seed)).any(axis=2)
        assert not marked[:, :15].any()
        assert not marked[:, 75:].any()
        assert marked.mean() * 90 / 60 == pytest.approx(share, abs=0.01)


def test_picture_perturbations() -> None:
    frame, rng = picture(), np.random.default_rng(0)
    grain = image.noise(np.full((200, 200, 3), 128, np.uint8), 0.1, rng).astype(float)
    assert grain.std() == pytest.approx(25.5, rel=0.03)
    assert image.darken(frame, 0.5).mean() == pytest.approx(frame.mean() / 2, abs=0.5)
    assert image.blur(frame, 20).std() < 0.7 * frame.std()
    assert np.array_equal(image.rotate(frame, 180), frame[::-1, ::-1])
    assert np.array_equal(image.rotate(frame, 0), frame)
    assert np.array_equal(image.crop(frame, 1.0, rng), frame)
    assert np.array_equal(image.perspective(frame, 0.0, rng), frame)
    assert image.colour(frame, 0.5, rng).shape == frame.shape
    with pytest.raises(ValueError, match="share"):
        image.occlude(frame, 1.2, rng)
    with pytest.raises(ValueError, match="std"):
        image.noise(frame, float("nan"), rng)


@pytest.mark.parametrize("snr_db", [-10.0, 0.0, 20.0])
@pytest.mark.parametrize("perturb", [audio.noise, audio.babble])
def test_noise_has_the_stated_ratio_to_the_speech(perturb, snr_db: float) -> None:
    wave = speech()
    noisy = perturb(wave, snr_db, np.random.default_rng(3)).astype(np.float64)
    assert np.abs(noisy).max() <= 1
    # The pauses hold noise alone; its level against the speech's own is the ratio, however loud the whole is.
    added = noisy - np.dot(noisy, wave) / np.dot(wave, wave) * wave
    level = np.dot(noisy, wave) / np.dot(wave, wave) * audio.speech_level(wave)
    assert 20 * np.log10(level / np.sqrt(np.mean(added**2))) == pytest.approx(snr_db, abs=0.6)


def test_the_speech_level_leaves_out_the_pauses() -> None:
    assert audio.speech_level(speech()) == pytest.approx(0.2 / np.sqrt(2), rel=0.02)
    assert audio.speech_level(np.zeros(100, np.float32)) == 0
    assert not audio.noise(np.zeros(100, np.float32), 0.0, np.random.default_rng(0)).any()


def test_sound_perturbations() -> None:
    wave = speech()
    assert np.allclose(audio.gain(wave, -20), 0.1 * wave)
    assert np.array_equal(audio.shift(wave, 0.5)[8_000:], wave[:-8_000])
    assert np.array_equal(audio.shift(wave, -0.25)[:-4_000], wave[4_000:])
    assert not audio.shift(wave, 9).any()
    wet = audio.reverb(wave, 0.5, np.random.default_rng(0))
    assert wet.shape == wave.shape
    assert np.abs(wet[16_200:18_000]).max() > 0.005
    assert audio.speech_level(wet) == pytest.approx(audio.speech_level(wave), rel=0.01)
    talk = audio.babble(wave, 0.0, np.random.default_rng(0), [wave[8_000:12_000]])
    assert talk.shape == wave.shape
    assert np.isfinite(talk).all()


def test_typos_hit_the_stated_share_of_words_once() -> None:
    words = "seven bridges " * 500
    hit = text.typos(words, 0.3, np.random.default_rng(0)).split(" ")
    changed = sum(before != after for before, after in zip(words.split(" "), hit, strict=True))
    assert changed / 1000 == pytest.approx(0.3, abs=0.05)
    assert text.typos(words, 0.0, np.random.default_rng(0)) == words
    every = text.typos(words, 1.0, np.random.default_rng(0)).split(" ")
    assert all(before != after for before, after in zip(words.split(), every, strict=False))
    assert all(abs(len(before) - len(after)) <= 1 for before, after in zip(words.split(), every, strict=False))


@pytest.mark.parametrize("words", ["我喜欢吃苹果", "मुझे नमस्ते कहो", "привет мир", "七", "été 🙂"])
def test_typos_in_any_script(words: str) -> None:
    outcomes = {text.typos(words, 1.0, np.random.default_rng(seed)) for seed in range(10)}
    assert len(outcomes - {words}) >= 1


def test_numerals_are_no_words_to_misspell() -> None:
    assert text.typos("7 42 3.5 ☺", 1.0, np.random.default_rng(0)) == "7 42 3.5 ☺"


def test_words_are_dropped_and_cases_changed() -> None:
    words = "one two three four"
    assert len(text.drop_words(words, 0.5, np.random.default_rng(0)).split()) == 2
    assert text.drop_words(words, 1.0, np.random.default_rng(0)) == ""
    assert text.drop_words(words, 0.0, np.random.default_rng(0)) == words
    cased = {text.change_case(words, np.random.default_rng(seed)) for seed in range(20)}
    assert "ONE TWO THREE FOUR" in cased
    assert all(case.lower() == words for case in cased)
