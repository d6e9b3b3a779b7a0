"""The speech encoder: a recurrent network over the frames of a frozen speech backbone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.models.backbones.outside import is_without_memory, leave_out
from mmdesk.models.backbones.speech_embedding import DIM as FRAME_DIM
from mmdesk.models.backbones.speech_embedding import SAMPLE_RATE_HZ, SpeechEmbedding, pretrained_weights
from mmdesk.models.encoders.base import Encoder, EncoderOutput, JsonValue
from mmdesk.models.encoders.views import SoundViews, averaged, views_config

CLIP_SAMPLES = 2 * SAMPLE_RATE_HZ
CELLS: dict[str, type[nn.GRU] | type[nn.LSTM]] = {"gru": nn.GRU, "lstm": nn.LSTM}
"""Recurrent layers by the name that ``cell`` takes."""
# Silence put before every clip (four of the backbone's frames), so that a word that begins at once is also seen growing
# in: without it, recordings that are cut tight lose a third of their accuracy.
_LEAD_SAMPLES = 5_120
# Sounds that the backbone takes at once on a CPU: with more its maps no longer fit the cache, and each takes up to
# twice as long.
_AT_ONCE = 20
_BLOCK_SAMPLES = SAMPLE_RATE_HZ // 50
_TARGET_RMS = 0.1
# 46 dB: lifts a whisper into a poor microphone (-66 dBFS), leaves digital near-silence a whisper.
_MAX_GAIN = 200.0


def fixed_clip(wave_mono: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (32000,) float32: the last two seconds of ``wave_mono`` (N,), zero-padded at the end when shorter."""
    if wave_mono.ndim != 1:
        raise ValueError(f"expected a mono wave of one dimension, got shape {wave_mono.shape}")
    clip = np.zeros(CLIP_SAMPLES, dtype=np.float32)
    tail = wave_mono[-CLIP_SAMPLES:]
    clip[: tail.size] = tail
    if not np.isfinite(clip).all():  # seldom: putting them right takes five times as long as looking
        np.nan_to_num(clip, copy=False, nan=0.0, posinf=1.0, neginf=-1.0)
    return clip


def normalised_level(clip: NDArray[np.float32]) -> NDArray[np.float32]:
    """Bring the louder parts of a clip to a common level (-20 dBFS).

    The level is the RMS of the loudest fifth of the 20 ms blocks that hold any signal: a median would follow the
    pauses, a peak the clicks. The gain is bounded so that a silent room stays quiet. Our own recipe.

    Args:
        clip: (N,) float32, N a multiple of 320.

    Returns:
        (N,) float32, free of DC; may exceed 1 where the clip's crest is high.
    """
    active = clip != 0.0
    if not active.any():
        return clip
    centred = np.where(active, clip - clip[active].mean(), np.float32(0.0)).astype(np.float32)
    power = np.square(centred.reshape(-1, _BLOCK_SAMPLES)).mean(axis=1)
    power = np.sort(power[power > 0.0])
    if power.size == 0:
        return centred
    loud_rms = float(np.sqrt(power[-max(1, power.size // 5) :].mean()))
    return np.asarray(centred * np.float32(min(_MAX_GAIN, _TARGET_RMS / loud_rms)), dtype=np.float32)


def _evidence_head(inputs: int, width: int) -> nn.Module:
    if not width:
        return nn.Linear(inputs, 1)
    return nn.Sequential(nn.Linear(inputs, width), nn.GELU(), nn.Linear(width, 1))


class SpeechRNNEncoder(Encoder):
    """Frozen speech_embedding frames → bidirectional GRU or LSTM → attention and max pooling → embedding and evidence.

    The state dict includes the backbone's weights (1.3 MB), so that a checkpoint needs no other file, unless
    ``stored`` says otherwise.

    Args:
        dim: Length D of the embedding.
        hidden: Units of the recurrent layer in each direction.
        dropout: Probability in [0, 1) of dropping a value while training.
        cell: "gru" or "lstm".
        evidence: Whether there is an evidence head.
        stored: Whether the backbone's weights are in the state dict; otherwise they are those that come with mmdesk.
        evidence_width: Units of a hidden layer of the evidence head, for models of hundreds of words: whether a sound
            is any of them is no linear question. 0 for none.
        classes: Units of a linear layer over the embedding whose greatest value is added to the evidence: the maximum
            logit of Hendrycks et al., "Scaling Out-of-Distribution Detection for Real-World Settings", 2022, section
            3, beside a head of its own (ours). 0 for none.
        views: For `SoundViews`, of which the mean is taken; none for the sound as it is.

    Raises:
        ValueError: An argument lies outside its range.
    """

    def __init__(  # noqa: PLR0913 - sizes, all with a default
        self,
        dim: int = 64,
        hidden: int = 96,
        dropout: float = 0.2,
        cell: str = "gru",
        evidence: bool = True,
        stored: bool = True,
        evidence_width: int = 0,
        classes: int = 0,
        *,
        views: Sequence[str] = (),
    ) -> None:
        super().__init__()
        if cell not in CELLS:
            raise ValueError(f"cell must be one of {', '.join(CELLS)}, got {cell!r}")
        if min(dim, hidden, evidence_width + 1, classes + 1) < 1 or not 0.0 <= dropout < 1.0:
            raise ValueError(f"dim and hidden must be positive and dropout in [0, 1): {dim}, {hidden}, {dropout}")
        self.dim = dim
        self.hidden = hidden
        self.dropout = dropout
        self.cell = cell
        self.stored = bool(stored)
        self.backbone = SpeechEmbedding()
        if not self.stored:
            leave_out(self, "backbone")
            if not is_without_memory(self.backbone):
                self.backbone.load_state_dict(pretrained_weights())
        # Each of the backbone's values has its own mean and spread; a layer norm took twice the epochs to get there.
        self.frame_norm = nn.BatchNorm1d(FRAME_DIM, affine=False)
        self.recurrent = CELLS[cell](FRAME_DIM, hidden, batch_first=True, bidirectional=True)
        self.attention = nn.Linear(2 * hidden, 1)
        self.drop = nn.Dropout(dropout)
        self.project = nn.Linear(4 * hidden, dim)
        self.norm = nn.LayerNorm(dim)
        self.evidence = _evidence_head(4 * hidden, evidence_width) if evidence else None
        self._evidence_width = evidence_width
        self.views = SoundViews(views, CLIP_SAMPLES, SAMPLE_RATE_HZ) if views else None
        self.classes = nn.Linear(dim, classes) if evidence and classes else None

    @classmethod
    def fitted(cls, raws: Iterable[Any], **options: Any) -> Self:
        """Build the encoder with the pretrained backbone; ``raws`` are not read.

        Raises:
            ValueError: The backbone's weights cannot be read, or an option is wrong.
        """
        encoder = super().fitted(raws, **options)
        encoder.backbone.load_state_dict(pretrained_weights())
        return encoder

    def config(self) -> dict[str, JsonValue]:
        """Return the constructor's keyword arguments."""
        return {
            "dim": self.dim,
            "hidden": self.hidden,
            "dropout": self.dropout,
            "cell": self.cell,
            "evidence": self.evidence is not None,
            **({} if self.stored else {"stored": False}),
            **({"evidence_width": self._evidence_width} if self._evidence_width else {}),
            **({"classes": self.classes.out_features} if self.classes is not None else {}),
            **views_config(self.views),
        }

    def prepare(self, raw: NDArray[np.float32]) -> Tensor:
        """Turn a 16 kHz mono wave (N,) float32 in [-1, 1] into (32000,) float32 of a common level.

        The last two seconds are kept; a shorter wave is zero-padded at the end.

        Raises:
            ValueError: The wave is not one-dimensional.
        """
        return torch.from_numpy(normalised_level(fixed_clip(np.asarray(raw, dtype=np.float32))))

    @property
    def frozen_features(self) -> bool:
        """True: the backbone's frames are worth keeping."""
        return True

    def features(self, batch: Tensor) -> Tensor:
        """Turn prepared waves (B, 32000) into the frozen backbone's frames, without gradient.

        Returns:
            (B, 20, 96), or (B, V, 20, 96) of V views.
        """
        with torch.no_grad():
            if self.views is None:
                return self._frames(batch)
            frames = self._frames(self.views(batch).flatten(0, 1))
        return frames.reshape(-1, len(self.views.views), *frames.shape[1:])

    def _frames(self, waves: Tensor) -> Tensor:
        padded = functional.pad(waves, (_LEAD_SAMPLES, 0))
        # A graph is made for any number of sounds.
        if waves.device.type != "cpu" or torch.compiler.is_exporting():
            frames: Tensor = self.backbone(padded)
            return frames
        return torch.cat([self.backbone(part) for part in torch.split(padded, _AT_ONCE)])

    def embed(self, features: Tensor) -> EncoderOutput:
        """Encode frames (B, T, 96), or (B, V, T, 96) of V views."""
        if self.views is not None:
            return averaged(self._encode(features.flatten(0, 1)), len(self.views.views))
        return self._encode(features)

    def _encode(self, features: Tensor) -> EncoderOutput:
        normal = self.frame_norm(features.flatten(0, 1)).view_as(features)
        states, _ = self.recurrent(self.drop(normal))  # (B, T, 2H)
        shares = torch.softmax(self.attention(states), dim=1)  # (B, T, 1)
        pooled = torch.cat(((shares * states).sum(dim=1), states.amax(dim=1)), dim=1)  # (B, 4H)
        pooled = self.drop(pooled)
        embedding = self.norm(self.project(pooled))
        evidence = None if self.evidence is None else self.evidence(pooled).squeeze(1)
        if evidence is not None and self.classes is not None:
            evidence = evidence + self.classes(embedding).amax(dim=1)
        return EncoderOutput(embedding, evidence)
