"""One tick under the microscope: every subset, every method, the weights set by hand."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from mmdesk.analysis.flip import flip_points
from mmdesk.analysis.honesty import agreement
from mmdesk.analysis.saliency.explanation import explain
from mmdesk.analysis.subsets import Fused, Subsets, rescaled
from mmdesk.core.errors import NotFiniteError
from mmdesk.core.explanation import Explanation
from mmdesk.core.insight import FlipPoint, Honesty, Insight, MethodView
from mmdesk.core.observation import Observation
from mmdesk.core.prediction import Latencies, Original, Prediction
from mmdesk.models.fusion import FUSIONS, FusionOutput, RecordedFusions, record
from mmdesk.models.predictor import Encoded, Predictor

Override = tuple[float, ...]
Perturb = Callable[[Observation], Observation]


class Map(Protocol):
    """Finds positions on a two-dimensional map of the fused space."""

    def position(self, kind: str, fused: Tensor) -> tuple[float, float]:
        """Return where the fused vector (F,) of a method lies."""


@dataclass(frozen=True, slots=True, eq=False)
class EncodedObservation:
    """One tick after the encoders: all that is needed to look at it again, exactly.

    Attributes:
        observation: What the model was given; perturbed, if it was.
        encoding: Its encoding, one row.
        original: The encoding before any perturbation, or None when nothing was perturbed.
    """

    observation: Observation
    encoding: Encoded
    original: Encoded | None


class Microscope:
    """Looks at ticks with all of a model's fusion methods. Not thread-safe: one thread owns it.

    Args:
        predictor: The model; its chosen fusion answers.
        fused_map: The map of the fused space, if the model has one.
        recorded: Whether, where the predictor's encoders are recorded, the methods run as recordings too (see
            `mmdesk.models.fusion.record`), but for a plug-in's: it must be named if it fails.

    Attributes:
        predictor: See above.
    """

    def __init__(self, predictor: Predictor, fused_map: Map | None = None, *, recorded: bool = True) -> None:
        self.predictor = predictor
        self._map = fused_map
        self._fusions = predictor.classifier.fusions()
        self._recorded: RecordedFusions | None = None
        if recorded and predictor.recorded:
            self._recorded = record(
                {kind: each for kind, each in self._fusions.items() if FUSIONS.origin(kind) is None}
            )

    def encode(self, observation: Observation, perturb: Perturb | None = None) -> EncodedObservation:
        """Encode a tick, and what becomes of it under perturbations.

        Args:
            observation: What is there.
            perturb: Gets the observation with the final verdicts, the model's own "nothing recognised" included: what
                is absent for the model must not be perturbed into something. Returns the same object for no change.
        """
        return self.perturbed(observation, self.predictor.encode([observation], cache=self.predictor.cache), perturb)

    def perturbed(self, observation: Observation, original: Encoded, perturb: Perturb | None) -> EncodedObservation:
        """Encode what becomes of a tick that was encoded before; the arguments are those of `encode`."""
        if perturb is None:
            return EncodedObservation(observation, original, None)
        judged = observation.judged(dict(zip(self.predictor.classifier.names, original.verdicts[0], strict=True)))
        result = perturb(judged)
        if result is judged:
            return EncodedObservation(observation, original, None)
        return EncodedObservation(result, self.predictor.encode([result], cache=self.predictor.cache), original)

    @torch.inference_mode()
    def read(self, encoded: EncodedObservation, override: Override | None = None) -> Prediction:
        """Fuse a tick in every way, and answer with the chosen method.

        The same tick, method and override give the same prediction, bit by bit.

        Args:
            encoded: The tick.
            override: Weights in the model's order of inputs, in place of the method's own; without effect on a method
                that has none.

        Raises:
            NotFiniteError: The chosen method's answer is no number.
        """
        started = time.perf_counter()
        insight = self._insight(encoded, override)
        originals = [] if encoded.original is None else [encoded.original]
        latencies = Latencies(
            prepare_ms=sum(each.prepare_ms for each in (encoded.encoding, *originals)),
            encode_ms=sum(each.encode_ms for each in (encoded.encoding, *originals)),
            fuse_ms=(time.perf_counter() - started) * 1e3,
        )
        shown = None if insight is None else insight.shown
        prediction = self.predictor.prediction(
            encoded.observation,
            encoded.encoding.verdicts[0],
            None if shown is None else shown.probabilities[-1],
            None if shown is None else shown.weights,
            latencies,
        )
        weighs = self._fusions[self.predictor.fusion].weighs
        return replace(
            prediction,
            insight=insight,
            original=self._original_outcome(encoded, insight, override),
            override=override if weighs else None,
        )

    def explain(
        self, encoded: EncodedObservation, override: Override | None, should_stop: Callable[[], bool]
    ) -> Explanation | None:
        """Find what in each input speaks for the answer, under the chosen method and the weights in force.

        Returns:
            None when stopped or when there is no answer to explain.
        """
        predictor, kind = self.predictor, self.predictor.fusion
        chosen, classifier = self._fusions[kind], self.predictor.classifier

        def fuse(embeddings: Tensor, present: Tensor) -> FusionOutput:
            if override is not None and chosen.weighs:
                output = chosen.blend(embeddings, present, rescaled(override, present))
            else:
                output = chosen(embeddings, present)
            return output._replace(logits=chosen.tempered(output.logits, present))

        return explain(
            classifier,
            predictor.device,
            kind,
            fuse,
            encoded.observation,
            encoded.encoding.embeddings,
            encoded.encoding.present,
            should_stop=should_stop,
        )

    def _insight(self, encoded: EncodedObservation, override: Override | None) -> Insight | None:
        kind, classifier = self.predictor.fusion, self.predictor.classifier
        subsets = self._subsets(encoded.encoding)
        if subsets is None:
            return None
        fused = self._fused(subsets)
        views = subsets.views(list(fused.values()), classifier.labels)
        in_force, own = fused[kind], _number(views.get(kind), kind)
        shown = own
        chosen = self._fusions[kind]
        held = override if chosen.weighs else None
        if held is not None:
            in_force = subsets.blend(kind, chosen, held)
            shown = _number(subsets.views([in_force], classifier.labels).get(kind), kind)
        return Insight(
            views=tuple(views.values()),
            shown=shown,
            own=own,
            original=None if encoded.original is None else self._original(encoded.original, override),
            flips=self._flips(subsets, fused[kind], own, shown),
            honesty=self._honesty(subsets, fused[kind], in_force, shown),
            map_position=None if self._map is None else self._map.position(kind, in_force.output.fused[-1]),
            weight_sum=subsets.weight_sum(chosen, fused[kind], held),
        )

    def _fused(self, subsets: Subsets) -> dict[str, Fused]:
        """Run every method; one of a plug-in's that fails is left out from then on, unless it has to answer."""
        predictor, fused = self.predictor, {}
        recorded = {} if self._recorded is None else self._recorded(subsets.embeddings, subsets.mask)
        for name, fusion in self._fusions.items():
            if name in recorded:
                fused[name] = Fused(name, *recorded[name])
                continue
            if name != predictor.fusion and predictor.has_failed(name):
                continue
            try:
                fused[name] = subsets.fuse(name, fusion)
            except Exception as error:
                if not predictor.note_method_fault(name, error) or name == predictor.fusion:
                    raise
        return fused

    def _subsets(self, encoded: Encoded) -> Subsets | None:
        present = tuple(encoded.present[0].tolist())
        return Subsets(encoded.embeddings, present, self.predictor.classifier.names) if any(present) else None

    def _original(self, encoded: Encoded, override: Override | None) -> MethodView | None:
        kind, subsets = self.predictor.fusion, self._subsets(encoded)
        if subsets is None:
            return None
        chosen = self._fusions[kind]
        if override is not None and chosen.weighs:
            fused = subsets.blend(kind, chosen, override)
        else:
            fused = subsets.fuse(kind, chosen)
        return subsets.views([fused], self.predictor.classifier.labels).get(kind)

    def _original_outcome(
        self, encoded: EncodedObservation, insight: Insight | None, override: Override | None
    ) -> Original | None:
        """What was before, told even where nothing is left of the inputs."""
        if encoded.original is None:
            return None
        view = self._original(encoded.original, override) if insight is None else insight.original
        return Original(None if view is None else view.outcome, encoded.original.verdicts[0])

    def _honesty(self, subsets: Subsets, own: Fused, in_force: Fused, shown: MethodView) -> Honesty | None:
        weights = in_force.output.weights
        if weights is None or sum(shown.present) < 2:
            return None
        held = None if in_force is own else weights[-1:]
        terms = self._fusions[own.kind].terms(subsets.embeddings[-1:], subsets.mask[-1:], held)
        return agreement(shown, terms[0].cpu().double().numpy())

    def _flips(
        self, subsets: Subsets, fused: Fused, own: MethodView, shown: MethodView
    ) -> tuple[FlipPoint | None, ...]:
        """Return the flip points of ``shown``, from the chosen method's output ``fused`` under its own weights."""
        chosen = self._fusions[fused.kind]
        if not chosen.weighs or own.weights is None or shown.weights is None or not shown.outcome.label:
            return (None,) * len(shown.inputs)
        scores: NDArray[np.float64] = chosen.additive(fused.output.logits.cpu().double()).numpy()
        found = flip_points(
            subsets.alone(scores),
            scores[-1],
            own.weights.astype(np.float64),
            shown.weights.astype(np.float64),
            np.array(shown.present),
            int(shown.probabilities[-1].argmax()),
        )
        return tuple(None if each is None else FlipPoint(each[0], shown.labels[each[1]]) for each in found)


def _number(view: MethodView | None, kind: str) -> MethodView:
    if view is None:
        raise NotFiniteError(f"the answer of {kind} is no number")
    return view
