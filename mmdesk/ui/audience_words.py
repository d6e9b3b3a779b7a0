"""What an audience is told of a prediction."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from mmdesk.core.in_force import InForce
from mmdesk.core.inputs import Input
from mmdesk.core.insight import Insight, Relation
from mmdesk.core.live_stats import ModelState
from mmdesk.core.observation import Reason
from mmdesk.core.prediction import Prediction
from mmdesk.core.recorder_state import RecorderState
from mmdesk.ui.in_force_words import control_words, recording_title
from mmdesk.ui.microscope.words import contribution_words, honesty_words, relation_tip, relation_words, unsure_words
from mmdesk.ui.recorder_words import record_title, room_words
from mmdesk.ui.words import percent, presence_words, undecided_words

WORDS_HOLD_S = 0.5
"""How long the badge and the sentence stand at least: neither may change faster than twice a second.

Everything else waits with them: what is read together is of one moment.
"""

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
    """

    weight: float | None
    weight_words: str
    contribution: float | None
    contribution_words: str
    reason: str


class AudienceWords:
    """Answer, rows, relation, honesty and tags of one prediction, in the language that now holds. GUI thread only.

    Attributes:
        prediction: What is told of; None before the first one.
        tags: Words on a recording and a freeze.
        held: What a user holds in force, an item each.
        recorder: That something is recorded, and what is left on the disk; empty while nothing is.
    """

    def __init__(self) -> None:
        self._model = ModelState(name="", ready=False)
        self._in_force = InForce()
        self._frozen = False
        self._since_s: float | None = None
        self._newest: Prediction | None = None
        self.prediction: Prediction | None = None
        self.tags: list[str] = []
        self.held: tuple[str, ...] = ()
        self._recorder_state = RecorderState()
        self.recorder: tuple[str, ...] = ()

    def take(self, prediction: Prediction) -> None:
        """Tell of a prediction, unless it would change badge or sentence before those there have stood long enough.

        What a user does is answered at once.
        """
        self._newest = prediction
        held = self._since_s is not None and 0 <= prediction.time_s - self._since_s < WORDS_HOLD_S
        if self._frozen or not held or _given(prediction) != _given(self.prediction):
            self._settle()
        elif _said(prediction) == _said(self.prediction):
            self.prediction = prediction

    def take_model(self, model: ModelState) -> None:
        """Tell that a model loads, or that its first answer is awaited."""
        self._model = model
        self.forget()

    def forget(self) -> None:
        """Begin anew: another model."""
        self.prediction = self._newest = self._since_s = None

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
        """Say that the picture stands still, or no longer; what stands on the screen then belongs together."""
        self._frozen = frozen
        if frozen:
            self._settle()
        self._set_tags()

    def headline(self) -> str:
        """The answer; "—" when the model has nothing to go on; empty before the first one."""
        return "" if self.prediction is None else self.prediction.label or "—"

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
        if prediction.insight is None or prediction.label is None:
            return AudienceRow(weight, weight_words, None, "–", reason)
        contribution = prediction.insight.shown.contribution(name)
        return AudienceRow(weight, weight_words, contribution, contribution_words(contribution), reason)

    def badge(self) -> tuple[str, str]:
        """The relation in a word or two, and what that means; both empty where there is none."""
        insight = self._insight
        return ("", "") if insight is None else (relation_words(insight.shown.relation), relation_tip(insight.shown))

    @property
    def relation(self) -> Relation | None:
        """The relation that the badge tells, or None."""
        return None if self._insight is None else self._insight.shown.relation

    @property
    def honesty(self) -> str:
        """The sentence below the badge; may be empty."""
        return "" if self._insight is None else honesty_words(self._insight)

    def spoken(self) -> str:
        """Everything in one line, for screen readers."""
        said = (self.headline(), self.detail(), *self.recorder, *self.tags, *self.held, *self.badge(), self.honesty)
        return ". ".join(words.rstrip(".") for words in said if words)

    def _settle(self) -> None:
        """Tell of the newest prediction, and count from it if it says something else."""
        newest = self._newest
        if newest is not None:
            anew = self._since_s is None or newest.time_s < self._since_s
            if anew or _said(newest) != _said(self.prediction):
                self._since_s = newest.time_s
            self.prediction = newest

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


def _given(prediction: Prediction | None) -> tuple[object, ...]:
    """What of a prediction is the user's doing."""
    if prediction is None:
        return ()
    muted = tuple(verdict.reason is Reason.MUTED for verdict in prediction.verdicts)
    return prediction.fusion, prediction.override, prediction.perturbations, muted


def _said(prediction: Prediction | None) -> tuple[object, ...]:
    """What badge and sentence say, but for the numbers in them."""
    insight = None if prediction is None else prediction.insight
    if insight is None:
        return ()
    disagreeing = None if insight.honesty is None else insight.honesty.disagreeing
    return insight.shown.relation, relation_tip(insight.shown), insight.honesty is None, disagreeing
