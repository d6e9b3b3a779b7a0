"""Loads a checkpoint for the live window, on whatever thread; imports torch."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

import torch

from mmdesk.analysis.fused_map import FusedMap, load_map
from mmdesk.analysis.microscope import Microscope
from mmdesk.core.errors import MmdeskError
from mmdesk.core.live_stats import ModelState
from mmdesk.core.problem import Problem
from mmdesk.models.checkpoint import load_checkpoint
from mmdesk.models.checkpoint_calibration import Calibration
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.device import describe_device, resolve_device
from mmdesk.models.encoders.recorded import record_general
from mmdesk.models.predictor import Predictor
from mmdesk.sources.model_shelf import read_about

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class LoadedModel:
    """A model that can answer at once; one thread may use it from now on.

    Attributes:
        path: Where it was loaded from.
        microscope: Answers.
        fused_map: Its map; None where it has none.
        state: What the window is told of it.
        problems: What is amiss with it although it works.
    """

    path: Path
    microscope: Microscope
    fused_map: FusedMap | None
    state: ModelState
    problems: tuple[Problem, ...]


def load_model(path: Path, device: str, *, recorded: bool = True) -> LoadedModel:
    """Load a checkpoint.

    Args:
        path: A folder or a file.
        device: ``auto``, ``cuda``, ``mps`` or ``cpu``.
        recorded: Whether its fusion methods are recorded, as its encoders are (see `mmdesk.models.recording`): that
            takes half a second, and answers come faster.

    Raises:
        MmdeskError: It cannot be loaded, or there is no such device.
    """
    # With two threads under load GNU OpenMP's spinning made p95 worse by an order of magnitude.
    torch.set_num_threads(1)
    target = resolve_device(device)
    classifier = load_checkpoint(path)
    name = path.stem
    predictor = Predictor(classifier, target, name=name, recorded=True)
    fused_map, map_problem = _map_of(path, classifier, target)
    about, untold = read_about(path)
    calibration = Calibration.of(classifier)
    state = ModelState(
        name,
        True,
        labels=tuple(classifier.labels),
        device=describe_device(target),
        fusions=tuple(classifier.fusions()),
        fusion=predictor.fusion,
        inputs=classifier.inputs,
        about=about,
        calibrated=calibration is not None and bool(calibration.temperatures),
    )
    found = (map_problem, *classifier.left_out.values(), untold)
    return LoadedModel(
        path,
        Microscope(predictor, fused_map, recorded=recorded),
        fused_map,
        state,
        tuple(each for each in found if each is not None),
    )


def get_ready_for_taught(device: str) -> None:
    """Do what the first taught model would have to wait for; see `record_general`.

    Raises:
        MmdeskError: There is no such device.
        ValueError: A network's weights are missing or cannot be read.
    """
    torch.set_num_threads(1)
    if resolve_device(device).type == "cpu":
        record_general()


def _map_of(path: Path, classifier: FusionClassifier, target: torch.device) -> tuple[FusedMap | None, Problem | None]:
    """A model whose map is damaged predicts all the same; that is told."""
    try:
        return load_map(path, classifier, target), None
    except MmdeskError as error:
        return None, error.problem
