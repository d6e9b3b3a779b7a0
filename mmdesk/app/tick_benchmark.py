"""What one tick of the model costs, as ratios that are measured in turns in one process."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import torch

from mmdesk.analysis.microscope import Microscope
from mmdesk.app import paths
from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.errors import MmdeskError
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.observation import SAMPLE_RATE_HZ, Observation, TextInput
from mmdesk.core.problem import Problem
from mmdesk.models.checkpoint import load_checkpoint
from mmdesk.models.device import resolve_device
from mmdesk.models.predictor import Predictor
from mmdesk.sources.observer import Observer
from mmdesk.sources.session import SessionReader

_WARM_UPS = 5


class TickBenchmark:
    """Ticks on a moment of the sample session at which all inputs are there.

    A tick is what the worker does: put the observation together, prepare, encode, fuse, make the `Prediction`; without
    the cache, so that all three encoders run.

    Args:
        model: A checkpoint.
        device_words: Where the window's model ran, in words.

    Raises:
        MmdeskError: The sample session is not what it should be.
    """

    def __init__(self, model: Path, device_words: str) -> None:
        device = resolve_device("cuda" if "CUDA" in device_words else "mps" if "MPS" in device_words else "cpu")
        self._predictor = Predictor(load_checkpoint(model), device, cache=False, recorded=True)
        self._microscope = Microscope(self._predictor)
        reader = SessionReader(paths.sample_session())
        self._picture = next(iter(reader.frames()))[1]
        self._ring, self._observer = AudioRing(), Observer()
        self._text = TextInput("the number is seven", 0.0)
        with reader.sound() as sound:
            self._ring.write(sound.read(2 * SAMPLE_RATE_HZ), 0.0)
        observation = self._observe()
        if not all(observation.presence(name).present for name in self._predictor.classifier.names):
            raise MmdeskError(Problem("sample_session.inputs"))

    def tick_over_bare(self, pairs: int) -> float:
        """Median time of a tick with one method over that of the bare forward pass of the same networks."""
        return _ratio(self._plain_tick, self._bare_forward(), pairs)

    def subsets_overhead(self, pairs: int) -> float:
        """Median time of a tick under the microscope over that of a tick with one method.

        The microscope's tick holds all subsets of the inputs under all of the model's methods, their contributions,
        interactions and relations, the flip points and the agreement of weights and contributions.
        """

        def microscope_tick() -> None:
            self._microscope.read(self._microscope.encode(self._observe()))

        return _ratio(microscope_tick, self._plain_tick, pairs)

    def _observe(self) -> Observation:
        # A frame of its own each time, so that it is judged anew; no tick of the worker copies pixels.
        frame = Frame(self._picture, 0.0, 0)
        return self._observer.observe(0.0, dict(zip(DEFAULT_INPUTS, (frame, self._ring, self._text), strict=True)))

    def _plain_tick(self) -> None:
        self._predictor.predict(self._observe())

    def _bare_forward(self) -> Callable[[], None]:
        """The encoders and the fusion as torch runs them, on inputs that are already prepared and on the device."""
        observation = self._observe()
        classifier = self._predictor.classifier
        batches = {
            name: classifier.encoder(name).prepare(observation.inputs[name].content)[None].to(self._predictor.device)
            for name in classifier.names
        }
        present = torch.ones(1, len(batches), dtype=torch.bool, device=self._predictor.device)

        @torch.inference_mode()
        def forward() -> None:
            embeddings = [classifier.encode(name, batch).embedding for name, batch in batches.items()]
            classifier.fuse(torch.stack(embeddings, dim=1), present).logits.cpu()

        return forward


def _ratio(one: Callable[[], None], other: Callable[[], None], pairs: int) -> float:
    """Median seconds of one over the other's, run in turns."""
    for warm_up in (one, other) * _WARM_UPS:
        warm_up()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(pairs):
        for action, seconds in zip((one, other), times, strict=True):
            begun = time.perf_counter()
            action()
            seconds.append(time.perf_counter() - begun)
    return round(statistics.median(times[0]) / statistics.median(times[1]), 2)
