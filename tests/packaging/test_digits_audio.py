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

from mmdesk.app import paths
from mmdesk.models.checkpoint import load_checkpoint
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


def _tone_file(path: Path, rate_hz: int = 16_000) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pytest.importorskip("soundfile").write(path, 0.3 * np.sin(np.arange(rate_hz // 2) / 5), rate_hz)


def test_commands_are_split_by_person_and_rare_digits_come_more_often(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    people = [f"{number:08x}" for number in range(40)]
    for person in people:
        _tone_file(tmp_path / "five" / f"{person}_nohash_0.wav")
        _tone_file(tmp_path / "bed" / f"{person}_nohash_1.wav")
    for person in people[:8]:
        _tone_file(tmp_path / "six" / f"{person}_nohash_0.wav")
    commands = scripts["audio_recordings"].commands
    train, held_out = (commands(tmp_path, validation=validation) for validation in (False, True))
    names = [{person for _, _, person in said} for said in (train, held_out)]
    assert names[0] | names[1] == set(people)
    assert not names[0] & names[1]
    assert {label for _, label, _ in train} == {5, 6, -1}
    with pytest.raises(ValueError, match="holds no WORD/PERSON_nohash_TAKE"):
        commands(tmp_path / "five", validation=False)

    labels = scripts["audio_data"].Recordings("", {}, [], None, train).bank().labels.tolist()
    rare = sum(label == 6 for _, label, _ in train)
    assert 0 < rare < len(names[0])
    assert labels.count(5) == labels.count(-1) == len(names[0])
    assert labels.count(6) == rare * (len(names[0]) // rare)


def test_alphabets_hold_digits_by_their_code_points_in_known_languages(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    for name in ("de/alphabet/U0037", "de/alphabet/U0061", "de/alphabet/17", "de/words/apple", "zh_CN/alphabet/U0033"):
        _tone_file(tmp_path / f"{name}.ogg")
    for name in ("tlh/alphabet/U0034", "de/intro/welcome", "x/AlphabetSounds/pt_BR/U0039"):
        _tone_file(tmp_path / f"{name}.ogg")
    found = scripts["audio_recordings"].alphabets(tmp_path, np.random.default_rng(0))
    said = sorted((label, language) for _, label, language in found)
    assert said == [(-1, "de"), (-1, "de"), (-1, "de"), (3, "zh_CN"), (7, "de"), (9, "pt_BR")]
    with pytest.raises(ValueError, match="holds no LANGUAGE"):
        scripts["audio_recordings"].alphabets(tmp_path / "tlh", np.random.default_rng(0))


def test_the_loud_part_of_a_word_is_its_middle(scripts: dict[str, ModuleType]) -> None:
    sound = np.concatenate([np.full(4_000, 0.01), np.full(4_000, 0.5), np.full(4_000, 0.01)]).astype(np.float32)
    sound *= np.sin(np.arange(12_000) / 5).astype(np.float32)
    for seed in range(8):
        part = scripts["audio_data"].loud_part(np.random.default_rng(seed), sound)
        assert 4_000 <= part.size <= 4_800
    short = sound[4_000:5_000]
    assert scripts["audio_data"].loud_part(np.random.default_rng(0), short) is short


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


def test_an_embedding_is_kept_and_so_is_what_hears_the_sounds(scripts: dict[str, ModuleType]) -> None:
    torch.manual_seed(0)
    earlier = load_checkpoint(paths.bundled_model())
    encoder = SpeechRNNEncoder(hidden=16, evidence_width=8, classes=10).eval()
    head = torch.nn.Linear(encoder.dim, 10)
    frames, labels = 20 * torch.randn(512, 20, 96), torch.arange(512) % 11 - 1
    heard = {name: value.clone() for name, value in encoder.recurrent.state_dict().items()}
    fit = scripts["audio_fit"].keep_embedding
    old = SpeechRNNEncoder(**{key: value for key, value in earlier.encoder("audio").config().items() if key != "views"})
    old.load_state_dict(earlier.encoder("audio").state_dict())

    @torch.no_grad()
    def told() -> tuple[float, Tensor]:
        embedding, evidence = encoder.embed(frames)
        assert evidence is not None
        return float((embedding - old.eval().embed(frames).embedding).square().mean()), evidence

    distance, evidence = told()
    fit(encoder, head, earlier, (frames, labels), labels, 12)
    nearer, after = told()
    assert nearer < distance
    assert all(torch.equal(value, heard[name]) for name, value in encoder.recurrent.state_dict().items())
    assert torch.corrcoef(torch.stack([after, evidence]))[0, 1] > 0.5


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
