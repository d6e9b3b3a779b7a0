"""The scripts that make speech for the digits model: repeatable, within range, cut as the live program cuts."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import torch
from torch import Tensor

from mmdesk.models.encoders.audio import SpeechRNNEncoder

SCRIPTS = Path(__file__).parents[2] / "packaging" / "models" / "digits"


@pytest.fixture(scope="module")
def scripts() -> Iterator[dict[str, ModuleType]]:
    """The modules under test, importable as they are when their folder is the working folder."""
    for package in ("scipy", "stopwordsiso", "icu"):
        pytest.importorskip(package, reason="of the extra that rebuilds the models")
    sys.path.insert(0, str(SCRIPTS))
    try:
        yield {
            name: __import__(name)
            for name in ("audio_augment", "audio_data", "audio_fit", "audio_recordings", "audio_voices", "audio_words")
        }
    finally:
        sys.path.remove(str(SCRIPTS))


def _bank(scripts: dict[str, ModuleType]) -> object:
    """A bank of tones in place of voices, so that no synthesiser is needed."""
    time_s = np.arange(8_000, dtype=np.float32) / 16_000
    sounds = [np.sin(2 * np.pi * (200 + 100 * index) * time_s).astype(np.float32) for index in range(12)]
    labels = np.array([*range(10), -1, -1])
    return scripts["audio_data"].Bank(sounds, np.full(12, -1), [], labels, ["tone"] * 12)


def test_splits_share_no_voice(scripts: dict[str, ModuleType]) -> None:
    voices = scripts["audio_voices"]
    for table in (voices.VARIANTS, voices.FLITE):
        groups = [set(table[split]) for split in ("train", "validation", "test")]
        assert sum(map(len, groups)) == len(set().union(*groups))


def test_what_is_made_of_digits_is_another_sound(scripts: dict[str, ModuleType]) -> None:
    bank = _bank(scripts)
    digits, labels = bank.sounds[:10], list(range(10))  # type: ignore[attr-defined]
    made = scripts["audio_recordings"].no_digits(digits, labels, 40, np.random.default_rng(3))
    assert len(made) == 40
    assert all(sound.size >= 1_600 for sound in made)
    assert not any(sound.size == digit.size and np.allclose(sound, digit) for sound in made for digit in digits)


def test_recordings_leave_out_whom_they_are_told_to(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    soundfile = pytest.importorskip("soundfile")
    tone = 0.3 * np.sin(np.arange(4_000) / 5)
    for name in ("ann", "bob"):
        for digit in range(10):
            soundfile.write(tmp_path / f"{digit}_{name}_0.wav", tone, 8_000)
    found = scripts["audio_data"].Recordings.read(tmp_path, "bob", tmp_path / "no effects", None)
    assert list(found.people) == ["ann"]
    bank = found.bank()
    assert bank.labels.tolist() == [*range(10), *[-1] * 8]
    assert set(bank.voices) == {"person:en:ann"}
    nobody = scripts["audio_data"].Recordings.read(None, "bob", tmp_path / "no effects", None)
    assert nobody.people == {}
    assert nobody.name != found.name


def test_stamps_are_digits_by_their_names_and_words_where_no_figure_is_said(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    soundfile = pytest.importorskip("soundfile")
    recordings = scripts["audio_recordings"]
    tone = 0.3 * np.sin(np.arange(16_000) / 5)
    said = {"symbols/math/7_desc_fr": "Seven.\nfr.utf8=Sept.", "symbols/math/7_ko": None, "symbols/math/7": None}
    said |= {"symbols/alphabets/a_desc_fr": "A.\nfr.utf8=La lettre a.", "symbols/alphabets/b_desc_fr": "The 2nd."}
    for name, text in said.items():
        path = tmp_path / f"{name}.ogg"
        path.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(path, tone, 16_000)
        if text is not None:
            path.with_name(f"{path.name.split('_')[0]}.txt").write_text(text, encoding="utf-8")
    digits = [(label, language) for _, label, language in recordings.stamp_digits(tmp_path)]
    assert sorted(digits) == [(7, "en"), (7, "fr")]
    words = [language for _, language in recordings.stamp_words(tmp_path, np.random.default_rng(0))]
    assert words == ["fr", "fr"]  # the letter a, twice


def test_numbers_of_several_digits_are_never_one_digit(scripts: dict[str, ModuleType]) -> None:
    rng = np.random.default_rng(0)
    voice = scripts["audio_voices"].Voice("espeak", "it", "f1", 150, 50)
    texts = [scripts["audio_words"].number_text(voice, rng) for _ in range(200)]
    assert all(len([character for character in text if character.isdigit()]) >= 2 for text in texts)


def test_only_digits_and_known_languages_are_said(scripts: dict[str, ModuleType]) -> None:
    voices = scripts["audio_voices"]
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match="not a digit"):
        voices.digit_text(voices.Voice("espeak", "it", "f1", 150, 50), 10, rng)
    with pytest.raises(ValueError, match="unknown language"):
        voices.random_voice(rng, "train", "tlh")


def test_a_seed_fixes_every_clip(scripts: dict[str, ModuleType]) -> None:
    render = scripts["audio_data"].render
    first, again, other = (render(_bank(scripts), 6, seed, 0.3, (0.0, 1.0)) for seed in (4, 4, 5))
    assert first.waves.equal(again.waves)
    assert first.labels.equal(again.labels)
    assert not first.waves.equal(other.waves)


@pytest.mark.parametrize("background", [0.0, 1.0])
def test_clips_are_labelled_by_what_they_hold(scripts: dict[str, ModuleType], background: float) -> None:
    clips = scripts["audio_data"].render(_bank(scripts), 10, 1, background, (0.0, 0.5))
    assert clips.waves.shape == (10, 32_000)
    expected = list(range(10)) if background == 0.0 else [-1] * 10
    assert clips.labels.tolist() == expected
    if background == 0.0:
        assert (clips.waves != 0).any(dim=1).all()


def test_behind_the_segment_there_is_nothing(scripts: dict[str, ModuleType]) -> None:
    augment = scripts["audio_augment"]
    sound = np.zeros(32_000, dtype=np.float32)
    sound[3_000:9_000] = 0.5 * np.sin(np.arange(6_000) / 5)
    clip = augment.degraded_clip(np.random.default_rng(2), sound, [sound], 0.5, 12_000)
    assert np.abs(clip[12_000:]).max() == 0
    assert 0 < np.abs(clip).max() <= 1


def test_more_strength_means_more_noise(scripts: dict[str, ModuleType]) -> None:
    augment = scripts["audio_augment"]
    sound = np.zeros(32_000, dtype=np.float32)
    sound[16_000:24_000] = 0.5 * np.sin(np.arange(8_000) / 5)
    shares = []
    for strength in (0.0, 1.0):
        clips = [
            augment.degraded_clip(np.random.default_rng(seed), sound, [sound], strength, 32_000) for seed in range(8)
        ]
        shares.append(np.median([augment.rms(clip[:15_000]) / augment.rms(clip) for clip in clips]))
    assert shares[1] > 3 * shares[0]


def test_a_bank_survives_its_cache(
    scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = scripts["audio_data"]
    bank = _bank(scripts)
    monkeypatch.setattr(data, "build_bank", lambda *arguments: bank)
    kept = data.cached_bank("train", 10, 2, tmp_path)
    assert kept.voices == bank.voices  # type: ignore[attr-defined]
    assert kept.filler_sounds == []
    for before, after in zip(bank.sounds, kept.sounds, strict=True):  # type: ignore[attr-defined]
        np.testing.assert_allclose(after, before, atol=1e-4)


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng, which speaks, is not installed")
def test_saying_a_digit_is_repeatable_and_audible(scripts: dict[str, ModuleType]) -> None:
    data = scripts["audio_data"]
    first, again = data.say(7, "cmn", "f3", 1), data.say(7, "cmn", "f3", 1)
    np.testing.assert_array_equal(first, again)
    assert 1_600 < first.size < 32_000
    assert 0.05 < np.abs(first).max() <= 1.05


def test_the_language_of_a_voice_is_told_by_its_name(scripts: dict[str, ModuleType]) -> None:
    names = ("espeak:en-gb-scotland:f3", "flite:en-us:rms", "person:pt_BR:stamps", "person:zh:stamps", "effect")
    assert [scripts["audio_voices"].family(name) for name in names] == ["en", "en", "pt", "cmn", ""]


def _heard(scripts: dict[str, ModuleType]) -> object:
    """Ten digits in each of two languages and as many sounds without one, each kind at a place of its own."""
    chance = torch.Generator().manual_seed(1)
    labels = torch.tensor([*range(10), *range(10), *[-1] * 20])
    frames = 0.1 * torch.randn(40, 20, 96, generator=chance)
    for index in range(20):
        frames[index, :, index] += 3.0
    frames[20:, :, 90] += 3.0
    languages = np.array([*["en"] * 10, *["sv"] * 10, *[""] * 20])
    return scripts["audio_fit"].Heard(frames, labels, languages)


def test_a_digit_is_a_word_of_its_own_in_each_language(scripts: dict[str, ModuleType]) -> None:
    said, count = scripts["audio_fit"].words(_heard(scripts))
    assert count == 20
    assert said.tolist() == [*range(20), *[-1] * 20]


def test_the_loss_asks_for_evidence_digit_and_word(scripts: dict[str, ModuleType]) -> None:
    fit, heard = scripts["audio_fit"], _heard(scripts)
    said, count = fit.words(heard)
    torch.manual_seed(0)
    encoder = SpeechRNNEncoder(hidden=16, dropout=0.0, evidence_width=8, classes=count)
    head = torch.nn.Linear(encoder.dim, 10)
    optimiser = torch.optim.Adam([*encoder.parameters(), *head.parameters()], 1e-2)
    losses: list[Tensor] = []
    for _ in range(60):
        losses.append(fit.loss_of(encoder, head, heard.frames, heard.labels, said, torch.ones(40)))  # type: ignore[attr-defined]
        optimiser.zero_grad()
        losses[-1].backward()
        optimiser.step()
    assert losses[-1] < 0.5 * losses[0]
    evidence, answers = fit.answered(encoder, head, heard.frames)  # type: ignore[attr-defined]
    assert evidence[:20].min() > evidence[20:].max()
    assert answers[:20].tolist() == [*range(10), *range(10)]
    worth, figures = fit.score(
        encoder, head, fit.Validation(heard, heard, {"letters": (heard.frames[20:], heard.labels[20:])})
    )  # type: ignore[attr-defined]
    assert figures["letters"] == 0.0
    assert figures["tidy, others"] == 1.0
    assert worth == pytest.approx(2 * 0.9 + (1.0 + 0.9) / 2, abs=0.21)


def test_calibration_moves_the_threshold_to_one_half(scripts: dict[str, ModuleType]) -> None:
    fit, heard = scripts["audio_fit"], _heard(scripts)
    torch.manual_seed(0)
    encoder = SpeechRNNEncoder(hidden=8, evidence_width=8, classes=20)
    head = torch.nn.Linear(encoder.dim, 10)
    before, _ = fit.answered(encoder, head, heard.frames)  # type: ignore[attr-defined]
    shift = fit.calibrate(encoder, head, heard)
    after, _ = fit.answered(encoder, head, heard.frames)  # type: ignore[attr-defined]
    torch.testing.assert_close(after, before - shift)
    assert int((after[:10] < 0).sum()) == 1  # 3 % of ten English digits lie between the first and the second
