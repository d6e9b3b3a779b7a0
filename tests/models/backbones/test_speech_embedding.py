"""The torch re-implementation of speech_embedding against the ONNX original."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import torch
from safetensors import safe_open
from torch import Tensor

from mmdesk.models.backbones.speech_embedding import SpeechEmbedding, frame_count

_ROOT = Path(__file__).parents[3]
_GOLDEN = _ROOT / "tests" / "data" / "speech_embedding_golden.npz"
_MARK = "backbone.last.weight"


def _converter() -> ModuleType:
    """Load the conversion script, which is no part of the package."""
    pytest.importorskip("onnx", reason="onnx, which reads the original weights, is not installed")
    path = _ROOT / "packaging" / "models" / "convert_speech_embedding.py"
    specification = importlib.util.spec_from_file_location("convert_speech_embedding", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def _resources(converter: ModuleType) -> Path:
    try:
        return Path(converter.resource_folder())
    except FileNotFoundError as error:
        pytest.skip(str(error))


def _bundled_state() -> dict[str, Tensor] | None:
    """Return the backbone's weights out of the first bundled model that carries them."""
    for path in sorted((_ROOT / "resources").rglob("*.safetensors")):
        with safe_open(path, framework="pt") as stored:
            marks = [key for key in stored.keys() if key.endswith(_MARK)]  # noqa: SIM118 - not a dict
            if marks:
                prefix = marks[0].removesuffix("last.weight")
                return {
                    key.removeprefix(prefix): stored.get_tensor(key)
                    for key in stored.keys()  # noqa: SIM118
                    if key.startswith(prefix)
                }
    return None


def _pretrained() -> SpeechEmbedding:
    state = _bundled_state()
    if state is None:
        converter = _converter()
        state = converter.converted_state(_resources(converter))
    network = SpeechEmbedding()
    network.load_state_dict(state)
    return network.eval()


def _with_random_weights() -> SpeechEmbedding:
    torch.manual_seed(5)
    network = SpeechEmbedding()
    network.mel.mel_weights.copy_(torch.rand_like(network.mel.mel_weights) * 0.01)
    return network.eval()


def test_gives_what_onnxruntime_gave() -> None:
    network = _pretrained()
    with np.load(_GOLDEN) as golden:
        wave = torch.from_numpy(golden["wave"].astype(np.float32) / 32_767.0)[None]
        spectrogram, embedding = torch.from_numpy(golden["spectrogram"]), torch.from_numpy(golden["embedding"])
    torch.testing.assert_close(network.mel(wave)[0], spectrogram, atol=1e-4, rtol=1e-5)
    torch.testing.assert_close(network.embed_spectrogram(spectrogram[None])[0], embedding, atol=1e-4, rtol=1e-5)
    torch.testing.assert_close(network(wave)[0], embedding, atol=2e-4, rtol=1e-5)


def test_gives_what_onnxruntime_gives_now() -> None:
    runtime = pytest.importorskip("onnxruntime", reason="onnxruntime, which runs the original, is not installed")
    converter = _converter()
    folder = _resources(converter)
    network = SpeechEmbedding()
    network.load_state_dict(converter.converted_state(folder))
    wave = np.random.default_rng(1).normal(0.0, 0.05, 32_000).astype(np.float32)
    mel = runtime.InferenceSession(str(folder / "melspectrogram.onnx"))
    embed = runtime.InferenceSession(str(folder / "embedding_model.onnx"))
    spectrogram = mel.run(None, {"input": wave[None]})[0][0, 0] / 10.0 + 2.0
    windows = np.stack([spectrogram[start : start + 76] for start in range(0, len(spectrogram) - 75, 8)])[..., None]
    expected = torch.from_numpy(embed.run(None, {"input_1": windows})[0][:, 0, 0])
    assert expected.shape == (16, 96)
    torch.testing.assert_close(network(torch.from_numpy(wave)[None])[0], expected, atol=1e-4, rtol=1e-5)


def test_sliding_over_the_whole_equals_every_window_alone() -> None:
    network = _with_random_weights()
    spectrogram = torch.randn(1, 107, 32) + 6.0
    windows = torch.cat([spectrogram[:, start : start + 76] for start in range(0, 107 - 75, 8)])
    alone = network.embed_spectrogram(windows)[:, 0]
    torch.testing.assert_close(network.embed_spectrogram(spectrogram)[0], alone, atol=1e-5, rtol=1e-5)


def test_a_sample_does_not_depend_on_its_neighbours() -> None:
    network = _with_random_weights()
    quiet, loud = torch.randn(2, 16_000) * torch.tensor([[1e-4], [0.5]])
    together = network(torch.stack((quiet, loud)))
    torch.testing.assert_close(together[0], network(quiet[None])[0], atol=1e-5, rtol=1e-5)


@pytest.mark.parametrize(("samples", "frames"), [(32_000, 16), (12_512, 1), (12_511, 0), (0, 0)])
def test_frame_count(samples: int, frames: int) -> None:
    assert frame_count(samples) == frames
    if frames:
        assert _with_random_weights()(torch.zeros(1, samples)).shape == (1, frames, 96)


def test_too_short_a_wave_is_refused() -> None:
    with pytest.raises(ValueError, match="frame"):
        _with_random_weights()(torch.zeros(1, 12_511))


def test_weights_are_frozen() -> None:
    assert not any(parameter.requires_grad for parameter in SpeechEmbedding().parameters())
