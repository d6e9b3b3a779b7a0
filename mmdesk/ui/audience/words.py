"""What an audience is told of a prediction."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from mmdesk.core.in_force import InForce
from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.insight import Insight, Relation
from mmdesk.core.live_stats import ModelState
from mmdesk.core.prediction import Prediction
from mmdesk.core.recorder_state import RecorderState
from mmdesk.core.steady import SteadyVerdict
from mmdesk.ui.in_force_words import control_words, recording_title
from mmdesk.ui.microscope.words import (
    contribution_words,
    effect_words,
    honesty_sentence,
    relation_sentence,
    relation_words,
    unsure_words,
)
from mmdesk.ui.recorder_words import record_title, room_words
from mmdesk.ui.words import input_name, isolated, percent, presence_words, undecided_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AudienceRow:
    """What is drawn of one input.

    Attributes:
        weight: Share in [0, 1], or None where there is none.
        weight_words: The same in words: "54%", "not defined", "unsure 31%", "–".
        contribution: Shapley value of the answer's probability, or None without an answer or where nobody looked.
        contribution_words: The same in words: "+48 points", "–".
        reason: Why the input is absent; empty where it is present.
        effect: The contribution in two plain words, "helped +48%" or "misled −3%"; that it is absent, and why; empty
            where there is nothing to say.
        alone: What the input alone would have said, "heard “7” · 93%"; empty where it is absent.
    """

    weight: float | None
    weight_words: str
    contribution: float | None
    contribution_words: str
    reason: str
    effect: str = ""
    alone: str = ""


class AudienceWords:
    """Answer, rows, relation, honesty and tags of one prediction, in the language that now holds. GUI thread only.

    Attributes:
        prediction: What is told of; None before the first one.
        tags: Words on a recording and a freeze.
        held: What a user holds in force, an item each.
        inputs: The model's, in its order.
        recorder: That something is recorded, and what is left on the disk; empty while nothing is.
    """

    def __init__(self) -> None:
        self._model = ModelState(name="", ready=False)
        self._in_force = InForce()
        self._frozen = False
        self._verdict = SteadyVerdict()
        self.prediction: Prediction | None = None
        self.inputs: tuple[Input, ...] = DEFAULT_INPUTS
        self.tags: list[str] = []
        self.held: tuple[str, ...] = ()
        self._recorder_state = RecorderState()
        self.recorder: tuple[str, ...] = ()

    def take(self, prediction: Prediction) -> None:
        """Tell of a prediction. Badge and sentence stay as long as they are true of it."""
        self.prediction = prediction
        self._verdict.take(prediction, alone=self._frozen)

    def take_model(self, model: ModelState) -> None:
        """Tell that a model loads, or that its first answer is awaited."""
        self._model = model
        self.forget()

    def forget(self) -> None:
        """Begin anew: another model."""
        self.prediction = None
        self._verdict.forget()

    def say_again(self) -> None:
        """Another language holds."""
        self._set_tags()
        self._set_recorder()

    def take_in_force(self, in_force: InForce) -> None:
        """Tell what stands between the inputs and the answer."""
        self._in_force = in_force
        self._set_tags()

    def take_recorder(self, state: RecorderState) -> bool:
        """Tell how what is recorded is doing; return whether that changes the words."""
        before, self._recorder_state = self.recorder, state
        self._set_recorder()
        return self.recorder != before

    def set_frozen(self, frozen: bool) -> None:
        """Say that the picture stands still, or no longer."""
        self._frozen = frozen
        self._set_tags()

    def headline(self) -> str:
        """The answer; "—" when the model has nothing to go on; empty before the first one."""
        return "" if self.prediction is None else self.prediction.label or "—"

    def without(self, one: Input) -> tuple[str, str, bool]:
        """What would be said without an input: the answer, the rest of the sentence, whether it is another answer.

        The answer is empty where the input is absent or the only one, and the sentence says so.
        """
        insight = self._insight
        if insight is None or self.prediction is None:
            return "", "", False
        row = self.row(one)
        outcome = insight.shown.without(one.name)
        if row.reason:
            return "", row.effect, False
        if outcome is None:
            return "", translate("Audience", "is the only input"), False
        other = outcome.label != insight.shown.outcome.label
        same = translate("Audience", "stays · {share} sure")
        changed = translate("Audience", "changes · {share} sure")
        if not outcome.label:
            return "—", translate("Audience", "no clear answer"), other
        return outcome.label, (changed if other else same).format(share=percent(outcome.confidence)), other

    def detail(self) -> str:
        """The words under the answer. What is wrong with a model is no matter for an audience."""
        if self.prediction is None and self._model.ready:
            return translate("Audience", "Waiting for the first answer …")
        if self.prediction is None:
            return translate("Audience", "One moment, please")
        if self.prediction.confidence is None:
            return undecided_words(self.prediction)
        return translate("Audience", "{percent} sure").format(percent=percent(self.prediction.confidence))

    def row(self, one: Input) -> AudienceRow:
        """What is drawn of an input."""
        name, prediction = one.name, self.prediction
        if prediction is None:
            return AudienceRow(None, "–", None, "–", "")
        presence = prediction.presence(name)
        reason = "" if presence.present else presence_words(one, presence)
        weight, weight_words = prediction.weight(name), "–"
        if not prediction.weights_defined:
            weight_words = translate("Audience", "not defined")
        elif weight is not None:
            weight_words = percent(weight)
        open_share = None if prediction.insight is None else prediction.insight.shown.uncertainty(name)
        if weight is None and open_share is not None:
            weight_words = unsure_words([open_share])
        effect, alone = "", ""
        if reason:
            effect = translate("Audience", "is absent: {reason}").format(reason=reason)
        elif prediction.insight is not None:
            alone = alone_words(one, prediction)
        if prediction.insight is None or prediction.label is None:
            return AudienceRow(weight, weight_words, None, "–", reason, effect, alone)
        contribution = prediction.insight.shown.contribution(name)
        effect = effect or effect_words(contribution)
        return AudienceRow(weight, weight_words, contribution, contribution_words(contribution), reason, effect, alone)

    def badge(self) -> tuple[str, str]:
        """The relation in a word or two, and what that means; both empty where there is none."""
        if self._insight is None:
            return "", ""
        return relation_words(self.relation), relation_sentence(self._verdict.relation)

    @property
    def relation(self) -> Relation | None:
        """The relation that the badge tells; None while that keeps changing, or where there is none."""
        claim = self._verdict.relation
        return None if claim is None else claim.relation

    @property
    def honesty(self) -> str:
        """Whether the weights tell what mattered; empty before the first answer."""
        return "" if self._insight is None else honesty_sentence(self._verdict.honesty, self._insight)

    def spoken(self) -> str:
        """Everything in one line, for screen readers."""
        effects = [f"{input_name(one)} {self.row(one).effect}" for one in self.inputs if self.row(one).effect]
        said = (
            self.headline(), self.detail(), *effects, *self.recorder, *self.tags, *self.held, *self.badge(),
            self.honesty,
        )  # fmt: skip
        return ". ".join(words.rstrip(".") for words in said if words)

    @property
    def _insight(self) -> Insight | None:
        return None if self.prediction is None else self.prediction.insight

    def _set_recorder(self) -> None:
        state = self._recorder_state
        self.recorder = (record_title(state), room_words(state)) if state.active else ()

    def _set_tags(self) -> None:
        recording = self._in_force.recording
        tags = [] if recording is None else [recording_title(recording)]
        self.tags = [*tags, translate("Audience", "FROZEN")] if self._frozen else tags
        self.held = control_words(self._in_force)


def alone_words(one: Input, prediction: Prediction) -> str:
    """What one input alone would have said: "heard “7” · 93%", or that it alone is not enough."""
    state, insight = presence_words(one, prediction.presence(one.name)), prediction.insight
    outcome = None if insight is None else insight.shown.alone(one.name)
    if insight is None or outcome is None:
        return ""
    if not insight.shown.says(one.name):
        return translate("Audience", "{seen}: not enough alone").format(seen=state)
    words = translate("Audience", "{seen}: “{label}” {share}")
    return words.format(seen=state, label=isolated(outcome.label), share=percent(outcome.confidence))
