"""From an observation to a prediction: every present input encoded once, then fused."""

from __future__ import annotations

import logging
import math
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from mmdesk.core.modality import Modality
from mmdesk.core.observation import (
    NOTHING_RECOGNISED,
    Captured,
    Observation,
    Presence,
    TextInput,
    same_captured,
)
from mmdesk.core.plugins import PluginPart, reason
from mmdesk.core.prediction import Latencies, Prediction
from mmdesk.core.problem import Problem
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.recorded import RecordedEncoder, record_encoder
from mmdesk.models.encoders.registry import ENCODER_PARTS
from mmdesk.models.fusion import FUSIONS, Fusion, FusionOutput, fusion_kind

log = logging.getLogger(__name__)

_REMEMBERED = 2


class _Encoding(NamedTuple):
    """One input's (D,) embedding on the device, whether the model recognised anything in it, and by which score."""

    embedding: Tensor
    recognised: bool
    score: float


@dataclass(frozen=True, slots=True)
class Encoded:
    """A batch of observations after the encoders, before any fusion.

    Attributes:
        embeddings: (B, M, D) float32 on the device, columns as ``classifier.inputs``; 0 where absent.
        present: (B, M) bool on the device.
        verdicts: Final presence for each observation, in the order of ``classifier.inputs``.
        prepare_ms: Preparing all inputs.
        encode_ms: Encoding all inputs, transfers included.
    """

    embeddings: Tensor
    present: Tensor
    verdicts: list[tuple[Presence, ...]]
    prepare_ms: float
    encode_ms: float


class Predictor:
    """Runs a classifier on observations. Not thread-safe: one thread owns it.

    Args:
        classifier: Is moved to ``device`` and set to evaluation mode.
        device: Where to compute.
        cache: Whether :meth:`predict` reuses the encoding of an input it saw in the tick before. Live, text and sound
            change rarely; a benchmark of the encoders switches it off. Two are remembered of each: the
            original and the perturbed one.
        name: What the model is called; its predictions tell.
        recorded: Whether to run one observation at a time through recordings of the encoders (see
            `mmdesk.models.recording`). Making them takes a few tenths of a second, and they know nothing of later
            training. On the CPU only; a plug-in's encoder always runs by itself.

    Attributes:
        classifier: The model.
        device: Where it computes.
        cache: See above; may be switched at any time.
        name: See above.
        recorded: Whether it was asked to record and computes on the CPU.
        fusion: Kind of the fusion that answers; see :meth:`choose`.
        faults: What of plug-ins has failed since; an input whose encoder has counts as not recognised.
    """

    def __init__(
        self,
        classifier: FusionClassifier,
        device: torch.device,
        *,
        cache: bool = True,
        name: str = "",
        recorded: bool = False,
    ) -> None:
        self.classifier = classifier.to(device).eval()
        self.device = device
        self.cache = cache
        self.name = name
        # What is newest of each input is kept alive, so that something later cannot take over its identity.
        self._newest: dict[str, deque[tuple[Captured, _Encoding]]] = {
            name: deque(maxlen=_REMEMBERED) for name in classifier.names
        }
        self._fusions = classifier.fusions()
        self._defined = {kind: self._has_weights(fusion) for kind, fusion in self._fusions.items()}
        self.fusion = fusion_kind(classifier.fusion)
        self.faults: dict[PluginPart, Problem] = {}
        self._plugged = {
            one.name: origin for one in classifier.inputs if (origin := self._origin(one.name)) is not None
        }
        self.recorded = recorded and device.type == "cpu"
        self._recordings = self._record() if self.recorded else {}

    def _origin(self, name: str) -> PluginPart | None:
        part = ENCODER_PARTS.name_of(type(self.classifier.encoder(name)))
        return None if part is None else ENCODER_PARTS.origin(part)

    def _record(self) -> dict[str, RecordedEncoder]:
        """Return the recordings of the program's own encoders, but for those that cannot be recorded, by input."""
        found = {}
        for one in self.classifier.inputs:
            encoder = self.classifier.encoder(one.name)
            if one.name in self._plugged or ENCODER_PARTS.name_of(type(encoder)) is None:
                continue
            recording = record_encoder(encoder, one.kind)
            if recording is not None:
                found[one.name] = recording
        return found

    def choose(self, kind: str) -> None:
        """Let another of the classifier's fusions answer from the next prediction on; encodings stay.

        Raises:
            ValueError: If the classifier has none of that kind.
        """
        if kind not in self._fusions:
            raise ValueError(f"the model has no fusion {kind!r}, only {', '.join(self._fusions)}")
        self.fusion = kind

    def predict(self, observation: Observation) -> Prediction:
        """Predict one observation.

        Raises:
            ValueError: If an input has an impossible shape or type.
        """
        return self._predict([observation], self.cache)[0]

    def predict_batch(self, observations: Sequence[Observation]) -> list[Prediction]:
        """Predict several observations at once, without the cache; each one's latencies are its share.

        Raises:
            ValueError: If an input has an impossible shape or type.
        """
        return self._predict(observations, cache=False) if observations else []

    @torch.inference_mode()
    def encode(self, observations: Sequence[Observation], *, cache: bool = False) -> Encoded:
        """Encode each present input of each observation once.

        Args:
            observations: At least one.
            cache: Whether to reuse the newest encodings.
        """
        names = self.classifier.names
        dim = self.classifier.fusion.dim
        embeddings = torch.zeros(len(observations), len(names), dim, device=self.device)
        recognised = torch.zeros(len(observations), len(names), dtype=torch.bool)
        scores = torch.zeros(len(observations), len(names))
        verdicts = [[observation.presence(name) for name in names] for observation in observations]
        prepare_ms = encode_ms = 0.0
        for column, name in enumerate(names):
            wanted = [row for row, verdict in enumerate(verdicts) if verdict[column].present]
            inputs = [self._input(observations[row], name) for row in wanted]
            encodings, prepared_ms, encoded_ms = self._encode(name, inputs, cache)
            prepare_ms += prepared_ms
            encode_ms += encoded_ms
            for row, encoding in zip(wanted, encodings, strict=True):
                embeddings[row, column] = encoding.embedding
                recognised[row, column], scores[row, column] = encoding.recognised, encoding.score
        there = torch.tensor([[verdict.present for verdict in each] for each in verdicts])
        present = self.classifier.used(*(each.to(self.device) for each in (recognised, scores, there)))
        embeddings = embeddings.masked_fill(~present.unsqueeze(2), 0.0)
        final = [
            tuple(NOTHING_RECOGNISED if was and not now else verdict for verdict, was, now in zip(*each, strict=True))
            for each in zip(verdicts, there.tolist(), present.tolist(), strict=True)
        ]
        return Encoded(embeddings, present, final, prepare_ms, encode_ms)

    @staticmethod
    def _input(observation: Observation, name: str) -> Captured:
        found = observation.input_of(name)
        if found is None:
            raise ValueError(f"{name} is called present but no input was given")
        return found

    def _encode(self, name: str, inputs: list[Captured], cache: bool) -> tuple[list[_Encoding], float, float]:
        """Return the encodings of ``inputs`` and the milliseconds of preparing and encoding."""
        if not inputs:
            return [], 0.0, 0.0
        if cache and len(inputs) == 1:
            for known, encoding in self._newest[name]:
                if same_captured(known, inputs[0]):
                    return [encoding], 0.0, 0.0
        if name not in self._plugged:
            computed = self._compute(name, inputs)
        else:
            try:
                computed = self._compute(name, inputs)
                self._check(computed[0])
            except Exception as error:  # noqa: BLE001 - the edge to code that is not ours
                self._note_fault(self._plugged[name], error)
                nothing = torch.zeros(self.classifier.fusion.dim, device=self.device)
                computed = [_Encoding(nothing, recognised=False, score=-math.inf)] * len(inputs), 0.0, 0.0
        if cache:
            self._newest[name].append((inputs[-1], computed[0][-1]))
        return computed

    def _check(self, encodings: list[_Encoding]) -> None:
        dim = self.classifier.fusion.dim
        for encoding in encodings:
            if encoding.embedding.shape != (dim,):
                raise ValueError(f"its embedding has {encoding.embedding.numel()} values, not {dim}")
            if not bool(torch.isfinite(encoding.embedding).all()):
                raise ValueError("its embedding holds values that are not finite")

    def _note_fault(self, origin: PluginPart, error: Exception) -> None:
        if origin not in self.faults:
            log.warning("the plug-in %s failed", origin.distribution, exc_info=error)
            self.faults[origin] = Problem(
                "plugin.failed",
                distribution=origin.distribution,
                version=origin.version,
                part=origin.name,
                detail=reason(error),
            )

    def note_method_fault(self, kind: str, error: Exception) -> bool:
        """Note that a fusion method has failed; False for one of the program's own, whose failing is the program's."""
        origin = FUSIONS.origin(kind)
        if origin is not None:
            self._note_fault(origin, error)
        return origin is not None

    def has_failed(self, kind: str) -> bool:
        """Whether a fusion method of a plug-in has failed."""
        return bool(self.faults) and FUSIONS.origin(kind) in self.faults

    def _compute(self, name: str, inputs: list[Captured]) -> tuple[list[_Encoding], float, float]:
        started = time.perf_counter()
        encoder = self.classifier.encoder(name)
        batch = torch.stack([encoder.prepare(each.content) for each in inputs])
        prepared = time.perf_counter()
        recording = self._recordings.get(name) if len(inputs) == 1 else None
        output = self.classifier.encode(name, batch.to(self.device)) if recording is None else recording(batch)
        recognised = encoder.recognises(output).tolist()  # waits for the device
        scores = encoder.score(output).tolist()
        encodings = [_Encoding(*each) for each in zip(output.embedding, recognised, scores, strict=True)]
        return encodings, (prepared - started) * 1e3, (time.perf_counter() - prepared) * 1e3

    @torch.inference_mode()
    def _predict(self, observations: Sequence[Observation], cache: bool) -> list[Prediction]:
        encoded = self.encode(observations, cache=cache)
        started = time.perf_counter()
        fusion = self._fusions[self.fusion]
        output: FusionOutput = fusion(encoded.embeddings, encoded.present)
        probabilities = fusion.tempered(output.logits, encoded.present).softmax(dim=1).cpu().numpy()
        weights = None if output.weights is None else output.weights.cpu().numpy()
        fuse_ms = (time.perf_counter() - started) * 1e3
        count = len(observations)
        latencies = Latencies(encoded.prepare_ms / count, encoded.encode_ms / count, fuse_ms / count)
        predictions = []
        for row, (observation, verdicts) in enumerate(zip(observations, encoded.verdicts, strict=True)):
            anything = any(verdict.present for verdict in verdicts)
            predictions.append(
                self.prediction(
                    observation,
                    verdicts,
                    probabilities[row] if anything else None,
                    weights[row] if anything and weights is not None else None,
                    latencies,
                )
            )
        return predictions

    def prediction(
        self,
        observation: Observation,
        verdicts: tuple[Presence, ...],
        probabilities: NDArray[np.float32] | None,
        weights: NDArray[np.float32] | None,
        latencies: Latencies,
    ) -> Prediction:
        """Return the chosen fusion's answer as a `Prediction`; the arguments are its attributes."""
        names = self.classifier.names
        given = [observation.input_of(name) for name in names]
        texts = {
            one.name: each.text if isinstance(each, TextInput) and observation.presence(one.name).present else ""
            for one, each in zip(self.classifier.inputs, given, strict=True)
            if one.kind == Modality.TEXT
        }
        return Prediction(
            time_s=observation.time_s,
            labels=self.classifier.labels,
            inputs=names,
            probabilities=probabilities,
            weights=weights,
            weights_defined=self._defined[self.fusion],
            verdicts=verdicts,
            capture_times_s=tuple(None if each is None else each.time_s for each in given),
            latencies=latencies,
            fusion=self.fusion,
            texts=texts,
            model=self.name,
        )

    @torch.inference_mode()
    def _has_weights(self, fusion: Fusion) -> bool:
        embeddings = torch.zeros(1, fusion.modality_count, fusion.dim, device=self.device)
        nothing = torch.zeros(1, fusion.modality_count, dtype=torch.bool, device=self.device)
        output: FusionOutput = fusion(embeddings, nothing)
        return output.weights is not None
