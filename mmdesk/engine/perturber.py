"""What the user does to the inputs, done to an observation before the model sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil, log10

import cv2
import numpy as np
from numpy.typing import NDArray

from mmdesk.analysis.perturbation import audio, image, text
from mmdesk.core.frame import central_square
from mmdesk.core.observation import PRESENT, AudioInput, Captured, ImageInput, Observation, Presence, Reason, TextInput
from mmdesk.core.perturbation import PERTURBATION_KINDS, Perturbation, PerturbationKind, perturbations_of
from mmdesk.core.user_controls import UserControls
from mmdesk.sources.image_presence import judge_measure, measure_frame

LARGEST_SIDE_PX = 480
"""A picture whose shorter side is longer is made smaller first: the encoders see far less, and noise costs by area."""

SOFTEST_DBFS = -55.0
"""Speech level under which a sound counts as silence once a gain has made it softer."""

_WIDEST_SIGMA_PX = 6.0
"""Widest Gaussian in pixels of the size it is computed at."""

_SILENCE = Presence(Reason.SILENCE)
_EMPTY = Presence(Reason.EMPTY)
_MUTED = Presence(Reason.MUTED)

_NO_STRENGTH_NO_EFFECT = frozenset(
    {
        PerturbationKind.OCCLUDE,
        PerturbationKind.BLUR,
        PerturbationKind.DARKEN,
        PerturbationKind.ROTATE,
        PerturbationKind.GAIN,
        PerturbationKind.TYPOS,
        PerturbationKind.DROP_WORDS,
    }
)

Picture = NDArray[np.uint8]
Wave = NDArray[np.float32]


def _blur(square_rgb: Picture, sigma: float, _: np.random.Generator) -> Picture:
    """Blur at no more detail than the blur leaves: a kernel of hundreds of pixels would take longer than a tick."""
    side = square_rgb.shape[0]
    enough = max(1, round(image.REFERENCE_SIDE_PX * _WIDEST_SIGMA_PX / max(sigma, 1e-3)))
    if enough >= side:
        return image.blur(square_rgb, sigma)
    small = cv2.resize(square_rgb, (enough, enough), interpolation=cv2.INTER_AREA)
    blurred = image.blur(np.asarray(small, np.uint8), sigma)
    return np.asarray(cv2.resize(blurred, (side, side), interpolation=cv2.INTER_LINEAR), np.uint8)


_PICTURES: dict[PerturbationKind, Callable[[Picture, float, np.random.Generator], Picture]] = {
    PerturbationKind.OCCLUDE: image.occlude,
    PerturbationKind.BLUR: _blur,
    PerturbationKind.NOISE: image.noise,
    PerturbationKind.DARKEN: lambda frame_rgb, strength, _: image.darken(frame_rgb, 1.0 - strength),
    PerturbationKind.ROTATE: lambda frame_rgb, degrees, _: image.rotate(frame_rgb, degrees),
}
_SOUNDS: dict[PerturbationKind, Callable[[Wave, float, np.random.Generator], Wave]] = {
    PerturbationKind.GAIN: lambda wave_mono, db, _: audio.gain(wave_mono, db),
    PerturbationKind.NOISE: audio.noise,
    PerturbationKind.BABBLE: audio.babble,
}
_TEXTS: dict[PerturbationKind, Callable[[str, float, np.random.Generator], str]] = {
    PerturbationKind.DROP_WORDS: text.drop_words,
    PerturbationKind.TYPOS: text.typos,
}


@dataclass(frozen=True, slots=True)
class _Done:
    """What became of one input; `given`, `verdict` and `perturbations` are what it was made of."""

    given: Captured | None
    verdict: Presence
    perturbations: tuple[Perturbation, ...]
    result: Captured | None
    result_verdict: Presence


class Perturber:
    """Applies perturbations and judges anew what is left. One thread owns it.

    What comes out depends on the observation and the perturbations alone: chance is seeded from the kinds of input and
    perturbation, so that a card before the lens stays where it is and a replay repeats exactly. An input that has not
    changed, under perturbations that have not, gives the same object as the time before, so that encodings can be
    cached by identity.
    """

    def __init__(self) -> None:
        self._done: dict[str, _Done] = {}

    def apply(self, observation: Observation, controls: UserControls) -> Observation:
        """Perturb what is present, in the order in which its kind of input is perturbed.

        An absent input stays absent, with its reason and untouched, whatever is done to it. ``OFF`` mutes; what was
        given is then given as it was.

        Args:
            observation: What is there.
            controls: Their perturbations count; those of inputs that are not observed have no effect.

        Returns:
            ``observation`` itself where nothing was changed. A changed picture keeps its proportions, with the central
            square perturbed; its shorter side is at most ``LARGEST_SIDE_PX``.
        """
        if not controls.perturbations:
            self._done.clear()
            return observation
        perturbed = {each.input.name: each.input for each in controls.perturbations}
        done = {
            name: self._perturb(observation, name, controls.of(one))
            for name, one in perturbed.items()
            if name in observation.verdicts
        }
        if all(each.result is each.given and each.result_verdict == each.verdict for each in done.values()):
            return observation
        results = {name: done[name].result if name in done else each for name, each in observation.inputs.items()}
        return replace(
            observation,
            inputs={name: each for name, each in results.items() if each is not None},
            verdicts={
                name: done[name].result_verdict if name in done else verdict
                for name, verdict in observation.verdicts.items()
            },
        )

    def _perturb(self, observation: Observation, name: str, perturbations: tuple[Perturbation, ...]) -> _Done:
        given, verdict = observation.input_of(name), observation.presence(name)
        known = self._done.get(name)
        if (
            known is not None
            and known.given is given
            and known.verdict == verdict
            and known.perturbations == perturbations
        ):
            return known
        result, judged = _perturbed(given, verdict, perturbations)
        done = _Done(given, verdict, perturbations, result, judged)
        self._done[name] = done
        return done


def _perturbed(
    given: Captured | None, verdict: Presence, perturbations: tuple[Perturbation, ...]
) -> tuple[Captured | None, Presence]:
    effective = tuple(each for each in perturbations if each.strength != 0 or each.kind not in _NO_STRENGTH_NO_EFFECT)
    if not effective or not verdict.present:
        return given, verdict
    if any(each.kind is PerturbationKind.OFF for each in effective):
        return given, _MUTED
    match given:
        case ImageInput():
            return _perturb_picture(given, effective)
        case AudioInput():
            return _perturb_sound(given, effective)
        case TextInput():
            return _perturb_text(given, effective)
    return given, verdict


def _perturb_picture(given: ImageInput, perturbations: tuple[Perturbation, ...]) -> tuple[ImageInput, Presence]:
    height, width = given.frame_rgb.shape[:2]
    if min(height, width) < 1:
        return given, PRESENT
    times = ceil(min(height, width) / LARGEST_SIDE_PX)
    if times > 1:
        # By a whole number, which costs a third of what 480 pixels sharp would.
        size = (width // times, height // times)
        frame_rgb = np.asarray(cv2.resize(given.frame_rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
    else:
        frame_rgb = given.frame_rgb.copy()
    # Only what the model sees is perturbed; a wide picture's sides would double the cost.
    top, left, side = central_square(*frame_rgb.shape[:2])
    square = np.ascontiguousarray(frame_rgb[top : top + side, left : left + side])
    for each in perturbations:
        square = _PICTURES[each.kind](square, each.strength, _chance(each))
    frame_rgb[top : top + side, left : left + side] = square
    frame_rgb.setflags(write=False)
    # The picture before was present: near a limit that stands, as it would in a run of pictures. A judge with a memory
    # would make a replay depend on where it began.
    return ImageInput(frame_rgb, given.time_s), judge_measure(measure_frame(frame_rgb), PRESENT)


def _perturb_sound(given: AudioInput, perturbations: tuple[Perturbation, ...]) -> tuple[AudioInput, Presence]:
    wave = given.wave_mono
    for each in perturbations:
        wave = _SOUNDS[each.kind](wave, each.strength, _chance(each))
    wave.setflags(write=False)
    # The live noise floor belongs to the running sound and cannot be asked about a single utterance; a plain limit
    # stands for it. Only a gain is judged: what was heard so far is not silenced by noise, nor by making it louder.
    gain_db = sum(each.strength for each in perturbations if each.kind is PerturbationKind.GAIN)
    too_soft = gain_db < 0 and _level_dbfs(given.wave_mono) + gain_db < SOFTEST_DBFS
    return AudioInput(wave, given.time_s), _SILENCE if too_soft else PRESENT


def _perturb_text(given: TextInput, perturbations: tuple[Perturbation, ...]) -> tuple[TextInput | None, Presence]:
    words = given.text
    for each in perturbations:
        if each.kind is PerturbationKind.REPLACE:
            words = each.text  # the last in the order: nothing is left of what the others did
            continue
        words = _TEXTS[each.kind](words, each.strength, _chance(each))
    return (TextInput(words, given.time_s), PRESENT) if words.strip() else (None, _EMPTY)


def _level_dbfs(wave_mono: Wave) -> float:
    level = audio.speech_level(wave_mono)
    return 20 * log10(level) if level > 0 else -np.inf


def _chance(perturbation: Perturbation) -> np.random.Generator:
    kind, kinds = perturbation.input.kind, list(perturbations_of(perturbation.input.kind))
    return np.random.default_rng([list(PERTURBATION_KINDS).index(kind), kinds.index(perturbation.kind)])
