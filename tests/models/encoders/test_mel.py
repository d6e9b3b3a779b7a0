"""The log-mel encoder: level, silence, masks while training, cells."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from mmdesk.models.encoders.audio import CLIP_SAMPLES, SpeechRNNEncoder
from mmdesk.models.encoders.mel import MelRNNEncoder


def _tone(hz: float) -> np.ndarray:
    return (0.1 * np.sin(2 * np.pi * hz * np.arange(CLIP_SAMPLES) / 16_000)).astype(np.float32)


def test_a_tone_stands_in_its_band() -> None:
    encoder = MelRNNEncoder(hidden=4)
    level = encoder.log_mel(torch.stack([encoder.prepare(_tone(hz)) for hz in (200.0, 1_000.0, 4_000.0)]))
    assert level.shape == (3, 64, 200)
    bands = level.mean(2).argmax(1)
    assert bands[0] < bands[1] < bands[2]


@pytest.mark.parametrize("wave", [np.zeros(0, np.float32), np.zeros(32_000, np.float32), np.full(9, 0.5, np.float32)])
def test_nothing_to_hear_gives_finite_numbers(wave: np.ndarray) -> None:
    encoder = MelRNNEncoder(hidden=4).eval()
    assert torch.isfinite(encoder(encoder.prepare(wave)[None]).embedding).all()


def test_spectrograms_are_masked_only_while_training() -> None:
    torch.manual_seed(0)
    encoder = MelRNNEncoder(hidden=4, dropout=0.0)
    batch = torch.randn(2, CLIP_SAMPLES) * 0.1
    encoder.train()
    assert not torch.equal(encoder(batch).embedding, encoder(batch).embedding)
    encoder.eval()
    assert torch.equal(encoder(batch).embedding, encoder(batch).embedding)
    plain = MelRNNEncoder(hidden=4, dropout=0.0, spec_augment=False).train()
    assert torch.equal(plain(batch).embedding, plain(batch).embedding)


@pytest.mark.parametrize("encoder_class", [MelRNNEncoder, SpeechRNNEncoder])
def test_cells(encoder_class: type[MelRNNEncoder] | type[SpeechRNNEncoder]) -> None:
    encoder = encoder_class(hidden=4, cell="lstm").eval()
    assert isinstance(encoder.recurrent, torch.nn.LSTM)
    assert isinstance(encoder_class(hidden=4).recurrent, torch.nn.GRU)
    assert encoder(encoder.prepare(_tone(300.0))[None]).embedding.shape == (1, 64)
    with pytest.raises(ValueError, match="cell"):
        encoder_class(cell="rnn")


@pytest.mark.parametrize("options", [{"dim": 0}, {"hidden": 0}, {"bands": 4}, {"dropout": 1.0}])
def test_impossible_options_are_refused(options: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="need"):
        MelRNNEncoder(**options)  # type: ignore[arg-type]


def test_a_batch_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="must be"):
        MelRNNEncoder(hidden=4)(torch.zeros(1, 16_000))


def test_the_speech_encoder_is_fitted_with_its_pretrained_backbone() -> None:
    encoder = SpeechRNNEncoder.fitted([], hidden=4)
    assert encoder.backbone.mel.mel_weights.abs().sum() > 0
    assert encoder.config()["hidden"] == 4
