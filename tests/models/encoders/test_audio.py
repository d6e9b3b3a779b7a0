"""The speech encoder's preparation and shape; its accuracy is measured by the scripts that train it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from mmdesk.models.encoders.audio import CLIP_SAMPLES, SpeechRNNEncoder


def _encoder() -> SpeechRNNEncoder:
    torch.manual_seed(3)
    encoder = SpeechRNNEncoder(dim=16, hidden=8)
    encoder.backbone.mel.mel_weights.fill_(0.001)
    return encoder.eval()


def _speech_like(seconds: float, level: float) -> np.ndarray:
    rng = np.random.default_rng(0)
    time_s = np.arange(int(seconds * 16_000)) / 16_000
    envelope = np.maximum(np.sin(2 * np.pi * 1.5 * time_s), 0.01)
    return (level * envelope * rng.normal(0.0, 1.0, time_s.size)).astype(np.float32)


def test_a_short_wave_is_padded_at_the_end() -> None:
    prepared = _encoder().prepare(_speech_like(1.0, 0.1))
    assert prepared.shape == (CLIP_SAMPLES,)
    assert prepared.dtype == torch.float32
    assert prepared[16_000:].abs().max() == 0
    assert prepared[:16_000].abs().max() > 0


def test_of_a_long_wave_the_last_two_seconds_count() -> None:
    encoder = _encoder()
    wave = _speech_like(3.0, 0.1)
    torch.testing.assert_close(encoder.prepare(wave), encoder.prepare(wave[-CLIP_SAMPLES:]))


@pytest.mark.parametrize("gain", [0.01, 0.1, 5.0])
def test_the_microphones_level_and_offset_do_not_matter(gain: float) -> None:
    encoder = _encoder()
    wave = _speech_like(1.5, 0.1)
    reference = encoder.prepare(wave)
    torch.testing.assert_close(encoder.prepare(wave * np.float32(gain)), reference, atol=1e-4, rtol=1e-3)
    shifted = encoder.prepare(wave + np.float32(0.05))[: wave.size]
    torch.testing.assert_close(shifted, reference[: wave.size], atol=1e-3, rtol=1e-3)


def test_a_silent_room_is_not_lifted_to_speech() -> None:
    hiss = (np.random.default_rng(0).normal(0.0, 1e-5, 32_000)).astype(np.float32)
    assert _encoder().prepare(hiss).square().mean().sqrt() < 0.01


@pytest.mark.parametrize("wave", [np.zeros(0, np.float32), np.zeros(32_000, np.float32), np.full(9, 0.5, np.float32)])
def test_nothing_to_hear_gives_finite_numbers(wave: np.ndarray) -> None:
    encoder = _encoder()
    output = encoder(encoder.prepare(wave)[None])
    assert torch.isfinite(output.embedding).all()
    assert output.evidence is not None
    assert torch.isfinite(output.evidence).all()


def test_broken_samples_do_not_spread() -> None:
    wave = _speech_like(1.0, 0.1)
    wave[100:110] = np.nan
    assert torch.isfinite(_encoder().prepare(wave)).all()


def test_stereo_is_refused() -> None:
    with pytest.raises(ValueError, match="mono"):
        _encoder().prepare(np.zeros((100, 2), np.float32))


def test_embedding_is_normalised_and_evidence_is_one_logit_a_sample() -> None:
    encoder = _encoder()
    batch = torch.stack([encoder.prepare(_speech_like(1.0, 0.1)), encoder.prepare(_speech_like(1.8, 0.3))])
    output = encoder(batch)
    assert output.embedding.shape == (2, 16)
    assert output.evidence is not None
    assert output.evidence.shape == (2,)
    torch.testing.assert_close(output.embedding.mean(1), torch.zeros(2), atol=1e-5, rtol=0)
    torch.testing.assert_close(output.embedding.var(1, unbiased=False), torch.ones(2), atol=1e-3, rtol=0)


def test_is_rebuilt_from_its_config_and_state() -> None:
    encoder = _encoder()
    twin = SpeechRNNEncoder(**encoder.config())  # type: ignore[arg-type]
    twin.load_state_dict(encoder.state_dict())
    batch = encoder.prepare(_speech_like(1.0, 0.1))[None]
    torch.testing.assert_close(twin.eval()(batch).embedding, encoder(batch).embedding)
    assert any(key.startswith("backbone.") for key in encoder.state_dict())


def test_training_leaves_the_backbone_alone() -> None:
    encoder = _encoder().train()
    encoder(torch.randn(2, CLIP_SAMPLES) * 0.1).embedding[:, 0].sum().backward()
    assert all(parameter.grad is None for parameter in encoder.backbone.parameters())
    assert encoder.recurrent.weight_ih_l0.grad is not None


@pytest.mark.parametrize("arguments", [{"dim": 0}, {"hidden": 0}, {"dropout": 1.0}])
def test_impossible_sizes_are_refused(arguments: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="dim"):
        SpeechRNNEncoder(**arguments)  # type: ignore[arg-type]


def test_the_greatest_score_is_added_to_the_evidence() -> None:
    torch.manual_seed(0)
    plain = SpeechRNNEncoder(dim=8, hidden=4, evidence_width=3).eval()
    joined = SpeechRNNEncoder(**(plain.config() | {"classes": 5})).eval()  # type: ignore[arg-type]
    joined.load_state_dict(plain.state_dict(), strict=False)
    frames = torch.randn(2, 20, 96)
    before, after = plain.embed(frames), joined.embed(frames)
    assert before.evidence is not None
    assert after.evidence is not None
    assert joined.classes is not None
    torch.testing.assert_close(after.evidence - before.evidence, joined.classes(after.embedding).amax(1))
    assert SpeechRNNEncoder(**joined.config()).config() == joined.config()  # type: ignore[arg-type]
