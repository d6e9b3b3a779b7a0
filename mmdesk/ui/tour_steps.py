"""The steps of the guided tour: what to do, how to see that it was done, and what to look at then.

A model may bring words of its own and another order (`mmdesk.core.model_about`); what it does not say is said here,
with its own classes as examples.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.insight import Relation
from mmdesk.core.modality import Modality
from mmdesk.core.model_about import ModelAbout, TourWording
from mmdesk.core.observation import Reason
from mmdesk.core.prediction import Prediction
from mmdesk.ui.language import installed_language

Sign = frozenset[str]
"""What speaks for a step in one prediction; empty where nothing does."""

_UNSEEN = (Reason.COVERED, Reason.TOO_DARK, Reason.MUTED)
"""Ways in which a hand withholds a picture; one in which nothing is recognised is still looked at."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a step is judged by.

    Attributes:
        prediction: What the program shows.
        inputs: The model's.
        deeds: What the visitor has done since the step began: some of `DEEDS`.
        recorded: Whether a recording plays in place of the devices.
    """

    prediction: Prediction
    inputs: Sequence[Input]
    deeds: frozenset[str] = frozenset()
    recorded: bool = False


DEEDS = ("typed", "sum", "honesty", "moment", "rewound", "explained")
"""Text typed, the sum behind a bar opened, the honesty meter asked, the window frozen or another moment chosen, an
earlier moment shown, and the explanation of a moment that was chosen in this step."""


@dataclass(frozen=True, slots=True)
class TourStep:
    """One step, its words in English, marked for the translators.

    ``{label}`` stands for a class of the model, ``{other}`` for another one.

    Attributes:
        kind: One of `mmdesk.core.model_about.STEPS`.
        name: What the presenter's sheet calls it.
        task: What to do.
        recorded_task: What to do while a recording plays.
        look: What to look at when it is done.
        spoken: What a presenter says meanwhile.
        sign: What speaks for it: an effect, and only where its own cause has brought it about.
        anew: Whether a sign that is there already when the step begins does not count.
        needs_weights: Whether it cannot be done with a way of fusing that has no weights.
        suits: Whether a model with these inputs can do it.
    """

    kind: str
    name: object
    task: object
    recorded_task: object
    look: object
    spoken: object
    sign: Callable[[Seen], Sign]
    anew: bool = True
    needs_weights: bool = False
    suits: Callable[[Sequence[Input]], bool] = bool


def _several(inputs: Sequence[Input]) -> bool:
    return len(inputs) > 1


def pictures(inputs: Sequence[Input]) -> frozenset[str]:
    """Return the names of the inputs that are looked at."""
    return frozenset(one.name for one in inputs if one.kind == Modality.IMAGE)


def _seeing(inputs: Sequence[Input]) -> bool:
    return bool(pictures(inputs))


def _relation(seen: Seen) -> Relation | None:
    insight = seen.prediction.insight
    return None if insight is None else insight.shown.relation


def _agree_sign(seen: Seen) -> Sign:
    untouched = not seen.prediction.perturbations and seen.prediction.override is None
    return frozenset({"agree"} if untouched and _relation(seen) is Relation.AGREE else ())


def _complement_sign(seen: Seen) -> Sign:
    return frozenset({"complement"} if _relation(seen) is Relation.COMPLEMENT else ())


def _conflict_sign(seen: Seen) -> Sign:
    """A recording contradicts itself now and then; that is not the visitor's doing."""
    if _relation(seen) is not Relation.CONFLICT or (seen.recorded and not _text_opposes(seen)):
        return frozenset()
    return frozenset({"conflict"})


def _text_opposes(seen: Seen) -> bool:
    """Whether a text that the visitor typed or replaced says something else than another input."""
    texts = {one.name for one in seen.inputs if one.kind == Modality.TEXT}
    own = texts if "typed" in seen.deeds else texts & {each.input.name for each in seen.prediction.perturbations}
    insight = seen.prediction.insight
    if insight is None:
        return False
    said = {name: insight.shown.says(name) for name in insight.shown.inputs}
    return any(said.get(text) and said[text] != other for text in own for other in said.values() if other)


def _muted_sign(seen: Seen) -> Sign:
    names = (one.name for one in seen.inputs)
    return frozenset(name for name in names if seen.prediction.presence(name).reason is Reason.MUTED)


def _covered_sign(seen: Seen) -> Sign:
    """A picture that is withheld by hand: by a perturbation, a lost camera or a recording it does not count."""
    withheld = (Reason.MUTED,) if seen.recorded else _UNSEEN
    original = seen.prediction.original
    given = dict(zip(seen.prediction.inputs, original.verdicts, strict=True)) if original is not None else {}
    found = set()
    for name in pictures(seen.inputs):
        reason = given.get(name, seen.prediction.presence(name)).reason
        if reason in withheld:
            found.add(f"{name}: {reason}")
    return frozenset(found)


def _override_sign(seen: Seen) -> Sign:
    insight = seen.prediction.insight
    return frozenset({"override"} if insight is not None and insight.own is not insight.shown else ())


def _fusion_sign(seen: Seen) -> Sign:
    return frozenset({seen.prediction.fusion} if seen.prediction.fusion else ())


def _deed_sign(deed: str) -> Callable[[Seen], Sign]:
    def sign(seen: Seen) -> Sign:
        return frozenset({deed}) & seen.deeds

    return sign


_STEPS: tuple[TourStep, ...] = (
    TourStep(
        "agree",
        QT_TRANSLATE_NOOP("Tour", "Agree"),
        QT_TRANSLATE_NOOP("Tour", "Let all inputs say the same: “{label}”, for example."),
        QT_TRANSLATE_NOOP("Tour", "Watch the recording: sometimes all inputs say the same."),
        QT_TRANSLATE_NOOP("Tour", "they agree. The bars show how much each one counts in the answer."),
        QT_TRANSLATE_NOOP(
            "Tour", "Several inputs, one answer. Each bar shows how much the model listens to one of them."
        ),
        _agree_sign,
        anew=False,
        suits=_several,
    ),
    TourStep(
        "complement",
        QT_TRANSLATE_NOOP("Tour", "Complement"),
        QT_TRANSLATE_NOOP("Tour", "Give each input its part of “{label}”: none can know the answer alone."),
        QT_TRANSLATE_NOOP("Tour", "Watch the recording: none of the inputs can know the answer alone."),
        QT_TRANSLATE_NOOP("Tour", "together they know what none of them knows alone."),
        QT_TRANSLATE_NOOP("Tour", "No input can know this alone. Only together do they give the answer."),
        _complement_sign,
        anew=False,
        suits=_several,
    ),
    TourStep(
        "contribution",
        QT_TRANSLATE_NOOP("Tour", "Contribution"),
        QT_TRANSLATE_NOOP("Tour", "See how much an input helped or misled: click its bars."),
        QT_TRANSLATE_NOOP("Tour", "See how much an input helped or misled: click its bars."),
        QT_TRANSLATE_NOOP("Tour", "the sum behind the bar, with the numbers of this very moment. Close it again."),
        QT_TRANSLATE_NOOP("Tour", "The weight says what the model used. The contribution says what really helped."),
        _deed_sign("sum"),
        anew=False,
        suits=_several,
    ),
    TourStep(
        "mute",
        QT_TRANSLATE_NOOP("Tour", "Mute"),
        QT_TRANSLATE_NOOP("Tour", "Mute one input: press the crossed-out circle at the top of its panel."),
        QT_TRANSLATE_NOOP("Tour", "Mute one input: press the crossed-out circle at the top of its panel."),
        QT_TRANSLATE_NOOP("Tour", "it no longer counts, and the others answer without it. Now unmute it."),
        QT_TRANSLATE_NOOP("Tour", "When one input is missing, the model works with the rest."),
        _muted_sign,
    ),
    TourStep(
        "cover",
        QT_TRANSLATE_NOOP("Tour", "Cover"),
        QT_TRANSLATE_NOOP("Tour", "Cover the lens with your hand. Without a camera, mute the picture instead."),
        QT_TRANSLATE_NOOP("Tour", "A recording has no lens to cover: mute the picture instead."),
        QT_TRANSLATE_NOOP("Tour", "the picture no longer counts, and its panel says why. Now bring it back."),
        QT_TRANSLATE_NOOP(
            "Tour", "The model does not take a covered lens for a black picture: it knows that there is nothing to see."
        ),
        _covered_sign,
        suits=_seeing,
    ),
    TourStep(
        "contradict",
        QT_TRANSLATE_NOOP("Tour", "Contradict"),
        QT_TRANSLATE_NOOP("Tour", "Contradict yourself: let one input say “{label}” and another one “{other}”."),
        QT_TRANSLATE_NOOP("Tour", "Contradict the recording: press F9 to make the text lie."),
        QT_TRANSLATE_NOOP("Tour", "they disagree, and the program says so. Which one does the model believe?"),
        QT_TRANSLATE_NOOP(
            "Tour", "Now they contradict each other. Which one will the model believe? Which one would you believe?"
        ),
        _conflict_sign,
        anew=False,
        suits=_several,
    ),
    TourStep(
        "honesty",
        QT_TRANSLATE_NOOP("Tour", "Honesty"),
        QT_TRANSLATE_NOOP("Tour", "Do the weights tell the truth? Rest the pointer on the honesty meter, or click it."),
        QT_TRANSLATE_NOOP("Tour", "Do the weights tell the truth? Rest the pointer on the honesty meter, or click it."),
        QT_TRANSLATE_NOOP("Tour", "at 100%, what the model used is what mattered. The words beside it say where not."),
        QT_TRANSLATE_NOOP("Tour", "Does the model use what helps it? The meter compares the two."),
        _deed_sign("honesty"),
        anew=False,
        needs_weights=True,
        suits=_several,
    ),
    TourStep(
        "override",
        QT_TRANSLATE_NOOP("Tour", "Override"),
        QT_TRANSLATE_NOOP("Tour", "Set the weights yourself: move one of the sliders."),
        QT_TRANSLATE_NOOP("Tour", "Set the weights yourself: move one of the sliders."),
        QT_TRANSLATE_NOOP("Tour", "these are your weights, and the answer follows them. Now press “Reset”."),
        QT_TRANSLATE_NOOP("Tour", "You are the gate now. How far must you push before the answer changes?"),
        _override_sign,
        needs_weights=True,
        suits=_several,
    ),
    TourStep(
        "method",
        QT_TRANSLATE_NOOP("Tour", "Switch the method"),
        QT_TRANSLATE_NOOP("Tour", "Choose another fusion method: click one in the table, or press a key from 1 to 9."),
        QT_TRANSLATE_NOOP("Tour", "Choose another fusion method: click one in the table, or press a key from 1 to 9."),
        QT_TRANSLATE_NOOP("Tour", "the same inputs, fused by another method. The table shows them all side by side."),
        QT_TRANSLATE_NOOP(
            "Tour", "The same inputs, fused by different methods. They do not always give the same answer."
        ),
        _fusion_sign,
    ),
    TourStep(
        "rewind",
        QT_TRANSLATE_NOOP("Tour", "Rewind"),
        QT_TRANSLATE_NOOP("Tour", "Press “Freeze”, then go back in time: drag along the line that appears below."),
        QT_TRANSLATE_NOOP("Tour", "Press “Freeze”, then go back in time: drag along the line that appears below."),
        QT_TRANSLATE_NOOP("Tour", "a moment from before, just as it was. Try another method on it if you like."),
        QT_TRANSLATE_NOOP("Tour", "Every moment of the last half minute is still here."),
        _deed_sign("rewound"),
        anew=False,
    ),
    TourStep(
        "explain",
        QT_TRANSLATE_NOOP("Tour", "Explain"),
        QT_TRANSLATE_NOOP("Tour", "Ask why: freeze the window, or choose another moment, and wait a little."),
        QT_TRANSLATE_NOOP("Tour", "Ask why: freeze the window, or choose another moment, and wait a little."),
        QT_TRANSLATE_NOOP("Tour", "the marks show which parts of the inputs support the answer, and which oppose it."),
        QT_TRANSLATE_NOOP("Tour", "Why this answer? These parts speak for it, those against it."),
        _deed_sign("explained"),
        anew=False,
    ),
)
STEP_KINDS: Mapping[str, TourStep] = {step.kind: step for step in _STEPS}
_USUAL = (
    "agree",
    "contribution",
    "mute",
    "cover",
    "contradict",
    "honesty",
    "override",
    "method",
    "rewind",
    "explain",
)


class Tour:
    """The tour of a model: its own steps and words, or the program's where it has none.

    Args:
        about: What the model says about itself.
        labels: Its classes, which stand in the program's words as examples.
        inputs: What it takes; steps that they do not allow are left out.

    Attributes:
        steps: The steps, at least one.
    """

    def __init__(
        self, about: ModelAbout | None = None, labels: Sequence[str] = (), inputs: Sequence[Input] = DEFAULT_INPUTS
    ) -> None:
        wanted = () if about is None else about.tour
        own = wanted or tuple(TourWording(kind) for kind in _USUAL)
        kept = [one for one in own if STEP_KINDS[one.step].suits(inputs)] or [TourWording("method")]
        self._own = kept
        self._examples = {"label": labels[0] if labels else "…", "other": labels[1] if len(labels) > 1 else "…"}
        self.inputs = tuple(inputs)
        self.steps = tuple(STEP_KINDS[one.step] for one in kept)

    def words(self, number: int, what: str) -> str:
        """Return a step's text in the language that now holds.

        Args:
            number: Number of the step, from 0.
            what: One of `mmdesk.core.model_about.STEP_WORDS`.
        """
        own = self._own[number].words
        # A model that says what to do live, and nothing of recordings, means both.
        wording = own.get(what) or (own.get("task") if what == "recorded_task" else None)
        if wording is not None:
            return wording.text(installed_language())
        # Not by `format`: a class may be called anything.
        text = tour_words(getattr(self.steps[number], what))
        return re.sub(r"\{(label|other)\}", lambda found: self._examples[found[1]], text)

    def name(self, number: int) -> str:
        """What the presenter's sheet calls a step."""
        return tour_words(self.steps[number].name)


def tour_words(text: object) -> str:
    """One of a step's texts in the language that now holds."""
    return QCoreApplication.translate("Tour", str(text))


class StepWatch:
    """Tells when a step has been done, from one prediction to the next.

    Args:
        step: The step.
        inputs: The model's.

    Attributes:
        done: Whether it has; that stays so.
        recorded: Whether a recording plays in place of the devices.
    """

    def __init__(self, step: TourStep, inputs: Sequence[Input]) -> None:
        self._step, self._inputs = step, inputs
        self._before: Sign | None = None if step.anew else frozenset()
        self._deeds: frozenset[str] = frozenset()
        self.done = self.recorded = False

    def note(self, deed: str) -> None:
        """The visitor has done one of `DEEDS`. An explanation counts for a moment that was chosen in this step."""
        if deed == "moment":
            self._deeds = (self._deeds | {deed}) - {"explained"}
        elif deed != "explained" or "moment" in self._deeds:
            self._deeds |= {deed}

    def see(self, prediction: Prediction) -> bool:
        """Take in what the program shows; True when the step has just been done."""
        sign = self._step.sign(Seen(prediction, self._inputs, self._deeds, self.recorded))
        if self._before is None:
            self._before = sign
        # What was there from the beginning counts once it has gone and come back.
        self._before &= sign
        if self.done or not sign - self._before:
            return False
        self.done = True
        return True
