"""Draws the audience window in many states, sizes, themes and languages into PNG files, for the eye.

Run `QT_QPA_PLATFORM=offscreen python -m tests.ui.audience_gallery FOLDER [PART-OF-A-NAME …]`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import segno
from PySide6.QtWidgets import QApplication

from mmdesk.core.in_force import InForce, Recording
from mmdesk.core.inputs import Input
from mmdesk.core.insight import Honesty
from mmdesk.core.live_stats import ModelState
from mmdesk.core.modality import Modality
from mmdesk.core.observation import Reason
from mmdesk.core.perturbation import PERTURBATION_KINDS, Perturbation
from mmdesk.core.recorder_state import RecorderState
from mmdesk.core.take_away import PageCode
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.audience.scenes import Scene
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.language import install_language
from mmdesk.ui.theme import DARK, LIGHT
from tests.three_inputs import by_name, input_of
from tests.ui.made_up_kind import make_up_kind
from tests.ui.planted_insight import seen

LOW_AGREEMENT = Honesty(0.4, (0.4, 0.1, 0.5), Modality.AUDIO)
INPUTS = (
    Input("front view", "image"), Input("side view", "image"), Input("audio", "audio"), Input("text", "text"),
    Input("heart rate with a very long name", "osc"),
)  # fmt: skip
URL = "http://192.168.178.120:54321/q7Jv0_xW-2sYb5Lr9TgK4A"
CODE = PageCode(URL, tuple(tuple(map(bool, row)) for row in segno.make_qr(URL, error="m").matrix))
OBJECTS = ("coffee mug", "house key", "a very long class name, spelt out in full")


def live(window: AudienceWindow) -> None:
    """Inputs that agree."""
    window.show_model_state(ModelState("Digits", True))
    window.show_prediction(seen(1.0))


def conflict(window: AudienceWindow) -> None:
    """Inputs that speak against each other, and weights that say something else than contributions."""
    window.show_model_state(ModelState("Digits", True))
    window.show_prediction(seen(1.0, (3, 3, 9), weights=(0.25, 0.3, 0.45), honesty=LOW_AGREEMENT))


def frozen(window: AudienceWindow) -> None:
    """The picture stands still."""
    conflict(window)
    window.set_frozen(True)


def sample(window: AudienceWindow) -> None:
    """The sample session, frozen; a long class name."""
    window.show_model_state(ModelState("Things", True))
    window.show_prediction(seen(1.0, (2, 2, 1), labels=OBJECTS, weights=(0.05, 0.9, 0.05), honesty=LOW_AGREEMENT))
    window.show_in_force(InForce(recording=Recording("Sample", sample=True)))
    window.set_frozen(True)


def held(window: AudienceWindow) -> None:
    """Weights by hand, two mutes, a changed text."""
    conflict(window)
    lie = Perturbation(input_of(Modality.TEXT), next(iter(PERTURBATION_KINDS[Modality.TEXT])), 1.0, "2")
    muted = frozenset({Modality.AUDIO, Modality.IMAGE})
    window.show_in_force(InForce(UserControls(override=by_name(0.0, 0.0, 1.0), perturbations=(lie,), muted=muted)))
    reasons = (Reason.MUTED, Reason.MUTED, Reason.EMPTY)
    window.show_prediction(seen(2.0, (None, None, 9), by_hand=(0.0, 0.0, 1.0), reasons=reasons))


def recorded(window: AudienceWindow) -> None:
    """Something is recorded while the sample session plays, frozen."""
    sample(window)
    window.show_recorder(RecorderState(True, 3754.0, 10**9, 50 * 10**9, 11523.0))


def crowded(window: AudienceWindow) -> None:
    """Everything that may be done to the inputs, over a recording, frozen."""
    conflict(window)
    everything = tuple(
        Perturbation(input_of(modality), kind, within.start, "a whole sentence to be read instead")
        for modality, kinds in PERTURBATION_KINDS.items()
        for kind, within in kinds.items()
    )
    controls = UserControls(override=by_name(0.2, 0.3, 0.5), perturbations=everything)
    window.show_in_force(InForce(controls, Recording("Sample", sample=True), weighs=False))
    window.set_frozen(True)


def undefined(window: AudienceWindow) -> None:
    """A fusion without weights, and two inputs that are not there."""
    window.show_model_state(ModelState("Digits", True))
    reasons = (Reason.NO_SIGNAL, Reason.NOTHING_RECOGNISED, Reason.NOTHING_RECOGNISED)
    window.show_prediction(seen(1.0, (3, None, None), weights=None, reasons=reasons, fusion="concatenation"))


def no_answer(window: AudienceWindow) -> None:
    """Nothing to go on."""
    window.show_model_state(ModelState("Digits", True))
    window.show_prediction(seen(1.0, (None, None, None), reasons=(Reason.COVERED, Reason.SILENCE, Reason.EMPTY)))


def undecided(window: AudienceWindow) -> None:
    """Two classes share the first place."""
    window.show_model_state(ModelState("Digits", True))
    window.show_prediction(seen(1.0, (3, 3, 9), weights=(0.2, 0.3, 0.5)))


def two(window: AudienceWindow) -> None:
    """A model of two inputs, one of them with a name of its own."""
    _of_inputs(window, INPUTS[:1] + INPUTS[3:4], (7, 3))


def four(window: AudienceWindow) -> None:
    """A model of four inputs, one of them absent."""
    _of_inputs(window, INPUTS[:4], (7, 7, None, 3))


def five(window: AudienceWindow) -> None:
    """A model of five inputs."""
    _of_inputs(window, INPUTS, (7, 7, 7, 7, 3))


def five_crowded(window: AudienceWindow) -> None:
    """Two of five inputs, and everything that may be done to one of them."""
    _of_inputs(window, INPUTS, (7, None, None, None, 3))
    done = tuple(
        Perturbation(INPUTS[0], kind, within.start) for kind, within in PERTURBATION_KINDS[Modality.IMAGE].items()
    )
    override = dict(zip((one.name for one in INPUTS), (0.2, 0.2, 0.2, 0.2, 0.2), strict=True))
    muted = frozenset({INPUTS[1].name})
    window.show_in_force(
        InForce(UserControls(override, done, muted), inputs=tuple(one.name for one in INPUTS), weighs=False)
    )
    window.set_frozen(True)


def _of_inputs(window: AudienceWindow, inputs: tuple[Input, ...], says: tuple[int | None, ...]) -> None:
    make_up_kind()
    window.show_model_state(ModelState("Digits", True))
    window.show_inputs(inputs)
    weights = tuple(float(weight) for weight in np.linspace(2, 1, len(inputs)) / (1.5 * len(inputs)))
    window.show_prediction(seen(1.0, says, weights=weights, inputs=tuple(one.name for one in inputs)))


def waiting(window: AudienceWindow) -> None:
    """Before the first answer."""
    window.show_model_state(ModelState("Digits", True))


def without(window: AudienceWindow) -> None:
    """The scene of the answers without each input."""
    conflict(window)
    window.show_scene(Scene.WITHOUT)


def weights(window: AudienceWindow) -> None:
    """The scene of the weights, with something held."""
    held(window)
    window.show_scene(Scene.WEIGHTS)


def methods(window: AudienceWindow) -> None:
    """The scene of the methods, with long class names."""
    sample(window)
    window.show_scene(Scene.METHODS)


def take_away(window: AudienceWindow) -> None:
    """The code with which a frozen moment is taken home, with something held."""
    frozen(window)
    window.show_in_force(InForce(UserControls(muted=frozenset({Modality.AUDIO}))))
    window.show_code(CODE)


STATES: dict[str, Callable[[AudienceWindow], None]] = {
    f.__name__: f
    for f in (
        live,
        conflict,
        frozen,
        sample,
        held,
        recorded,
        crowded,
        undefined,
        no_answer,
        undecided,
        waiting,
        two,
        four,
        five,
        five_crowded,
        without,
        weights,
        methods,
        take_away,
    )
}
SIZES = {
    "480x270": (480, 270),
    "960x500": (960, 500),
    "1024x600": (1024, 600),
    "1024x768": (1024, 768),
    "1366x768": (1366, 768),
    "1920x1080": (1920, 1080),
    "1080x1920": (1080, 1920),
}


def main() -> int:
    """Draw what is asked for."""
    application = QApplication.instance() or QApplication([])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for state, show in STATES.items():
        for size_name, size in SIZES.items():
            for theme_name, theme in (("dark", DARK), ("light", LIGHT)):
                for language in ("en", "de", "zh_CN", "es"):
                    name = f"{state}-{size_name}-{theme_name}-{language}"
                    if sys.argv[2:] and not any(part in name for part in sys.argv[2:]):
                        continue
                    install_language(language)
                    window = AudienceWindow()
                    window.set_theme(theme)
                    window.resize(*size)
                    window.show()
                    show(window)
                    application.processEvents()
                    window.grab().save(str(folder / f"{name}.png"))
                    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
