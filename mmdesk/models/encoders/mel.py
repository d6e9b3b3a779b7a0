"""The audio encoder that learns from scratch: a recurrent network over log-mel frames."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from mmdesk.models.encoders.audio import CELLS, CLIP_SAMPLES, fixed_clip, normalised_level
from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue
from mmdesk.models.extension_stand_ins import import_torchaudio

_SAMPLE_RATE_HZ = 16_000
_FFT_SAMPLES, _WINDOW_SAMPLES, _HOP_SAMPLES = 512, 400, 160
_FLOOR = 1e-6
# SpecAugment while training: how many masks of each kind, and the widest of each (bands; frames of 10 ms).
_MASKS, _MASK_SHARE, _MASK_FRAMES = 2, 0.2, 25
_STACKED = 2


class MelRNNEncoder(Encoder):
    """torchaudio's log-mel → pairs of frames → bidirectional GRU or LSTM → attention and max pooling → embedding.

    While training, SpecAugment hides bands and stretches of time. Source: Park et al., "SpecAugment", 2019, section 2,
    without time warping; pairs of 10 ms frames side by side after Sak et al., "Fast and Accurate Recurrent Neural
    Network Acoustic Models", 2015, section 4. Nothing is pretrained: with few recordings, ``speech_rnn`` hears better.

    Args:
        dim: Length D of the embedding.
        hidden: Units of the recurrent layer in each direction.
        bands: Mel bands, 8 to 128.
        cell: "gru" or "lstm".
        dropout: Probability in [0, 1) of dropping a value while training.
        spec_augment: Whether training hides bands and times.
        evidence: Whether there is an evidence head.

    Raises:
        ValueError: An argument lies outside its range.
    """

    def __init__(
        self,
        dim: int = 64,
        hidden: int = 96,
        bands: int = 64,
        cell: str = "gru",
        dropout: float = 0.2,
        spec_augment: bool = True,
        evidence: bool = True,
    ) -> None:
        super().__init__()
        if min(dim, hidden) < 1 or not 8 <= bands <= 128 or not 0.0 <= dropout < 1.0:
            raise ValueError(
                f"need dim, hidden >= 1, bands 8..128, dropout in [0, 1), got {dim}, {hidden}, {bands}, {dropout}"
            )
        if cell not in CELLS:
            raise ValueError(f"cell must be one of {', '.join(CELLS)}, got {cell!r}")
        self.dim, self.hidden, self.bands, self.cell = dim, hidden, bands, cell
        self.spec_augment = bool(spec_augment)
        transforms = import_torchaudio().transforms
        # On the CPU always: torchaudio looks at the filters' values, and a checkpoint is first built without memory.
        with torch.device("cpu"):
            self.mel: nn.Module = transforms.MelSpectrogram(
                _SAMPLE_RATE_HZ, _FFT_SAMPLES, _WINDOW_SAMPLES, _HOP_SAMPLES, f_min=50.0, n_mels=bands
            )
        hide_bands = transforms.FrequencyMasking(max(1, int(_MASK_SHARE * bands)), iid_masks=True)
        hide_times = transforms.TimeMasking(_MASK_FRAMES, iid_masks=True)
        self.hide = nn.Sequential(*[hide_bands, hide_times] * _MASKS)
        self.recurrent = CELLS[cell](_STACKED * bands, hidden, batch_first=True, bidirectional=True)
        self.attention = nn.Linear(2 * hidden, 1)
        self.drop = nn.Dropout(dropout)
        self.project = nn.Linear(4 * hidden, dim)
        self.norm = nn.LayerNorm(dim)
        self.evidence = nn.Linear(4 * hidden, 1) if evidence else None

    def config(self) -> dict[str, JsonValue]:
        """Return the constructor's keyword arguments as JSON values."""
        return {
            "dim": self.dim,
            "hidden": self.hidden,
            "bands": self.bands,
            "cell": self.cell,
            "dropout": self.drop.p,
            "spec_augment": self.spec_augment,
            "evidence": self.evidence is not None,
        }

    def prepare(self, raw: NDArray[np.float32]) -> Tensor:
        """Turn a 16 kHz mono wave (N,) float32 in [-1, 1] into (32000,) float32 of a common level.

        The last two seconds are kept; a shorter wave is zero-padded at the end.

        Raises:
            ValueError: The wave is not one-dimensional.
        """
        return torch.from_numpy(normalised_level(fixed_clip(np.asarray(raw, dtype=np.float32))))

    def log_mel(self, batch: Tensor) -> Tensor:
        """Turn waves (B, 32000) into (B, bands, 200) float32, each sample of mean 0 and deviation about 1."""
        mel: Tensor = self.mel(batch)
        # A whole number of pairs; the last frame lies half behind the end.
        level = torch.log(mel[..., : CLIP_SAMPLES // _HOP_SAMPLES] + _FLOOR)
        centred = level - level.mean(dim=(1, 2), keepdim=True)
        # The floor keeps a silent clip, all of one level, from being blown up.
        return centred / (centred.square().mean(dim=(1, 2), keepdim=True).sqrt() + 0.1)

    def embed(self, features: Tensor) -> EncoderOutput:
        """Encode prepared waves (B, 32000) float32.

        Raises:
            ValueError: The batch does not have the prepared shape.
        """
        if features.ndim != 2 or features.shape[1] != CLIP_SAMPLES:
            raise ValueError(f"a batch must be (B, {CLIP_SAMPLES}), got {tuple(features.shape)}")
        with torch.no_grad():
            level = self.log_mel(features)
            if self.training and self.spec_augment:
                level = self.hide(level)
        frames = level.transpose(1, 2).reshape(len(level), -1, _STACKED * self.bands)  # (B, 100, 2 * bands)
        states, _ = self.recurrent(self.drop(frames))  # (B, 100, 2H)
        shares = torch.softmax(self.attention(states), dim=1)
        pooled = self.drop(torch.cat([(shares * states).sum(dim=1), states.amax(dim=1)], dim=1))  # (B, 4H)
        evidence = None if self.evidence is None else self.evidence(pooled).squeeze(1)
        return EncoderOutput(self.norm(self.project(pooled)), evidence)
