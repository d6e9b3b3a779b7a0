"""The ring of the last half minute, and looking again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import Tensor

from mmdesk.analysis.microscope import Microscope
from mmdesk.core.history import HISTORY_S
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import PRESENT, ImageInput, Observation, Presence, Reason
from mmdesk.core.perturbation import PERTURBATION_KINDS, Perturbation, PerturbationKind
from mmdesk.core.prediction import Prediction
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.history import HISTORY_PER_S, HISTORY_SIDE_PX, History
from mmdesk.engine.live_microscope import LiveMicroscope, same_answer
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import EncoderOutput
from mmdesk.models.predictor import Predictor
from tests.analysis.planted import (
    CLASSES,
    MUTED,
    NamedClassEncoder,
    classifier,
    even_gate,
    snapshot,
    three_methods,
)
from tests.three_inputs import by_input, by_name, input_of, observed

MUTE_TEXT = (Perturbation(input_of(Modality.TEXT), PerturbationKind.OFF),)


@pytest.fixture
def live() -> LiveMicroscope:
    return LiveMicroscope(Microscope(Predictor(three_methods(), torch.device("cpu"))), UserControls())


def kept(history: History, observation: Observation) -> None:
    scope = Microscope(Predictor(classifier(), torch.device("cpu")))
    encoded = scope.encode(observation)
    history.keep(observation, UserControls(), encoded, scope.read(encoded))


def test_the_ring_reaches_back_half_a_minute_and_no_further() -> None:
    history = History()
    for second in range(50):
        kept(history, snapshot(1, time_s=float(second)))
    times = [tick.time_s for tick in history.span().ticks]
    assert times == list(np.arange(49 - HISTORY_S, 50))
    assert [each.prediction.time_s for each in history.last(2.0)] == [47, 48, 49]


def test_a_snapshot_is_the_newest_one_that_is_not_later() -> None:
    history = History()
    assert history.at(3.0) is None
    for second in (2, 4, 6):
        kept(history, snapshot(second, time_s=float(second)))
    found = [history.at(time_s) for time_s in (0.0, 4.0, 5.9, 99.0)]
    assert [each.prediction.label if each else None for each in found] == ["2", "4", "4", "6"]


def test_time_that_runs_backwards_begins_anew_and_wiping_leaves_nothing() -> None:
    history = History()
    kept(history, snapshot(1, time_s=9.0))
    kept(history, snapshot(2, time_s=3.0))
    assert [tick.label for tick in history.span().ticks] == ["2"]
    history.wipe()
    assert len(history) == 0
    assert history.span().ticks == ()


def test_only_a_small_square_of_a_large_picture_is_kept() -> None:
    frame = np.zeros((480, 640, 3), np.uint8)
    frame[:, 80:560] = 200
    observation = observed(1.0, ImageInput(frame, 1.0), None, None, (PRESENT, MUTED, MUTED))
    history = History()
    scope = Microscope(Predictor(classifier(), torch.device("cpu")))
    encoded = scope.encode(snapshot(3))
    history.keep(observation, UserControls(), encoded, scope.read(encoded))
    found = history.at(1.0)
    assert found is not None
    assert found.observation.inputs["image"] is not None
    picture = found.observation.inputs["image"].frame_rgb
    assert picture.shape == (HISTORY_SIDE_PX, HISTORY_SIDE_PX, 3)
    assert (picture == 200).all()
    assert picture.base is None
    assert not picture.flags.writeable


@pytest.mark.parametrize(("rate_hz", "expected"), [(5, 151), (20, 601), (30, 601), (60, 601), (120, 601)])
def test_half_a_minute_takes_bounded_memory_at_any_rate(rate_hz: int, expected: int) -> None:
    history = History()
    scope = Microscope(Predictor(classifier(), torch.device("cpu")))
    encoded = scope.encode(snapshot(3))
    prediction = scope.read(encoded)
    for tick in range(35 * rate_hz + 1):
        time_s = tick / rate_hz
        observation = observed(
            time_s, ImageInput(np.zeros((4, 4, 3), np.uint8), time_s), None, None, (PRESENT, MUTED, MUTED)
        )
        history.keep(
            observation, UserControls(), replace(encoded, observation=observation), replace(prediction, time_s=time_s)
        )
        newest = history.at(time_s)
        assert newest is not None
        assert newest.prediction.time_s == time_s, "a freeze shows the moment itself"
    assert abs(len(history) - expected) <= 1
    assert len(history) * 3 * HISTORY_SIDE_PX**2 <= 104.1e6
    times = [each.time_s for each in history.span().ticks]
    assert times[-1] - times[0] == pytest.approx(HISTORY_S, abs=1 / HISTORY_PER_S)
    assert np.diff(times).max() <= max(1 / rate_hz, 2 / HISTORY_PER_S) + 1e-9
    for entry in history.last(HISTORY_S):
        assert entry.observation.inputs["image"] is not None
        assert entry.observation.inputs["image"] is entry.encoded.observation.inputs["image"], "one picture, not two"
        assert entry.observation.inputs["image"].time_s == entry.prediction.time_s, "its own picture"


def test_running_again_under_the_same_settings_gives_every_prediction_exactly(live: LiveMicroscope) -> None:
    """With overrides and perturbations changing under way, only what is in force at the end counts as the same."""
    rng = np.random.default_rng(4)
    live.controls = UserControls(override=by_name(0.2, 0.3, 0.5), perturbations=MUTE_TEXT)
    for tick in range(200):
        image, audio, text = rng.integers(0, 10, 3).tolist()
        live.tick(snapshot(image, audio if tick % 7 else None, text, time_s=tick / 20))
    rerun = live.rerun(10.0)
    assert rerun is not None
    assert len(rerun.before) == 200
    assert rerun.same == 200
    assert rerun.before == rerun.after
    again = live.rerun(2.0)
    assert again is not None
    assert len(again.before) == 41


def test_running_again_needs_no_encoder_unless_the_perturbations_differ(live: LiveMicroscope) -> None:
    for tick in range(5):
        live.tick(snapshot(3, 5, 9, time_s=tick / 20))
    encoder = live.microscope.predictor.classifier.encoder(Modality.IMAGE)
    assert isinstance(encoder, NamedClassEncoder)
    before = encoder.calls
    live.controls = UserControls(override=by_name(0, 0, 1))
    live.rerun(10.0)
    assert encoder.calls == before
    live.controls = UserControls(
        perturbations=(Perturbation(input_of(Modality.TEXT), PerturbationKind.REPLACE, text="2"),)
    )
    snapshot_now = live.snapshot(0.2)
    assert snapshot_now is not None
    assert snapshot_now.inputs["text"].content == "2"


def test_a_kept_snapshot_under_another_method_weights_or_perturbation(live: LiveMicroscope) -> None:
    live.controls = UserControls(override=by_name(0.5, 0.3, 0.2))
    live.tick(snapshot(3, 5, 9))
    as_it_was = live.snapshot(5.0)
    assert as_it_was is not None
    assert as_it_was.as_it_was
    assert as_it_was.prediction.label == "3"
    live.controls = UserControls(override=by_name(0, 0, 1))
    held = live.snapshot(5.0)
    assert held is not None
    assert not held.as_it_was
    assert held.prediction.label == "9"
    live.controls = UserControls(override=by_name(0.3, 0.2, 0.5), perturbations=MUTE_TEXT)
    muted = live.snapshot(5.0)
    assert muted is not None
    assert muted.prediction.weights is not None
    assert muted.prediction.weights[Modality.TEXT.column] == 0
    assert muted.prediction.insight is not None
    assert muted.prediction.insight.original is not None
    assert muted.prediction.insight.original.outcome.label == "9"
    live.microscope.predictor.choose("late")
    late = live.snapshot(5.0)
    assert late is not None
    assert late.prediction.fusion == "late"


def test_clearing_a_perturbation_gives_back_the_original_exactly(live: LiveMicroscope) -> None:
    live.controls = UserControls(perturbations=MUTE_TEXT)
    live.tick(snapshot(3, 5, 9))
    live.controls = UserControls()
    clear = live.snapshot(5.0)
    assert clear is not None
    fresh = LiveMicroscope(Microscope(Predictor(three_methods(), torch.device("cpu"))), UserControls())
    assert same_answer(clear.prediction, fresh.tick(snapshot(3, 5, 9)))


def test_a_rerun_can_be_stopped_and_nothing_can_be_looked_at_after_wiping(live: LiveMicroscope) -> None:
    live.tick(snapshot(3, 5, 9))
    assert live.rerun(10.0, lambda: True) is None
    live.wipe()
    assert live.snapshot(5.0) is None
    assert live.span().ticks == ()


def test_a_prediction_says_the_text_the_model_read_and_what_was_in_force(live: LiveMicroscope) -> None:
    assert live.tick(snapshot(3, 5, 9)).texts == {"text": "9"}
    replaced = (Perturbation(input_of(Modality.TEXT), PerturbationKind.REPLACE, text="2"),)
    live.controls = UserControls(override=by_name(0, 0, 1), perturbations=replaced)
    lied = live.tick(snapshot(3, 5, 9, time_s=6.0))
    assert (lied.texts["text"], lied.label) == ("2", "2")
    assert (lied.override, lied.perturbations) == ((0, 0, 1), replaced)
    live.microscope.predictor.choose("concatenation")
    assert live.tick(snapshot(3, 5, 9, time_s=7.0)).override is None, "it has no weights to take hold of"
    live.controls = UserControls(perturbations=MUTE_TEXT)
    assert live.tick(snapshot(3, 5, 9, time_s=8.0)).texts == {"text": ""}, "what is muted is not read"
    live.controls = UserControls()
    again = live.snapshot(6.0)
    assert again is not None
    assert (again.prediction.texts["text"], again.prediction.perturbations) == ("9", ())


# --- nothing absent is invented --------------------------------------------------------------------------------------

EVERY_KIND = [
    Perturbation(input_of(modality), kind, within.start, "2")
    for modality, kinds in PERTURBATION_KINDS.items()
    for kind, within in kinds.items()
]
ABSENCES = [reason for reason in Reason if reason is not Reason.PRESENT]


def withheld(modality: Modality, reason: Reason, *, is_given: bool, time_s: float) -> Observation:
    """All three say 3, but one is absent for a reason; its input may be given all the same."""
    whole = snapshot(3, 3, 3, time_s=time_s)
    inputs = {name: each for name, each in whole.inputs.items() if is_given or name != modality}
    return replace(whole, verdicts={**whole.verdicts, modality: Presence(reason)}, inputs=inputs)


def assert_absent(prediction: Prediction, modality: Modality, reason: Reason) -> None:
    assert prediction.presence(modality).reason is reason
    assert prediction.weights is not None
    assert prediction.weight(modality) == 0
    assert prediction.insight is not None
    assert prediction.insight.shown.contribution(modality) == 0


@pytest.mark.parametrize("reason", ABSENCES)
@pytest.mark.parametrize("done", EVERY_KIND, ids=lambda each: f"{each.input.name}-{each.kind}")
def test_no_perturbation_makes_an_absent_input_present(
    live: LiveMicroscope, done: Perturbation, reason: Reason
) -> None:
    """Live, in a moment looked at again, and when the last seconds are run again."""
    for tick, is_given in enumerate((True, False)):
        live.controls = UserControls(perturbations=(done,))
        given = withheld(done.input.name, reason, is_given=is_given, time_s=float(tick))
        prediction = live.tick(given)
        assert_absent(prediction, done.input.name, reason)
        assert prediction.original is None, "nothing was changed"
        live.controls = UserControls()
        plain = live.snapshot(float(tick))
        assert plain is not None
        assert_absent(plain.prediction, done.input.name, reason)
        live.controls = UserControls(perturbations=(done,))
        again = live.snapshot(float(tick))
        assert again is not None
        assert_absent(again.prediction, done.input.name, reason)
        assert again.as_it_was
    rerun = live.rerun(10.0)
    assert rerun is not None
    assert rerun.same == 2


@pytest.mark.parametrize("modality", MODALITIES)
def test_what_the_model_recognises_nothing_in_is_not_perturbed_into_something(
    modality: Modality, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sources call it present; the model itself finds nothing in a 0, and does in what is made of it."""
    encoder = {each: RecognisesAllButZero() for each in MODALITIES}
    model = FusionClassifier([str(digit) for digit in range(CLASSES)], by_input(encoder), even_gate()).eval()
    scope = LiveMicroscope(Microscope(Predictor(model, torch.device("cpu"))), UserControls())
    monkeypatch.setattr(scope, "_perturb", lambda given: _made_seven(given, modality))
    said = [3, 3, 3]
    said[modality.column] = 0
    prediction = scope.tick(snapshot(*said))
    assert_absent(prediction, modality, Reason.NOTHING_RECOGNISED)
    for other in MODALITIES:
        assert prediction.presence(other).present is (other is not modality)


def _made_seven(given: Observation, modality: Modality) -> Observation:
    """Like a perturbation: what is present of one input says 7 afterwards."""
    seven = snapshot(7, 7, 7).input_of(modality)
    return replace(given, **{modality.value: seven}) if given.presence(modality).present else given


class RecognisesAllButZero(NamedClassEncoder):
    """Finds nothing in the class 0."""

    def embed(self, features: Tensor) -> EncoderOutput:
        return EncoderOutput(super().embed(features).embedding, torch.where(features[:, 0] == 0, -9.0, 9.0))


@pytest.mark.parametrize("modality", MODALITIES)
def test_a_mute_holds_for_kept_snapshots_too_and_is_let_go_there(live: LiveMicroscope, modality: Modality) -> None:
    live.tick(snapshot(3, 5, 9, time_s=1.0))
    live.controls = UserControls(muted=frozenset({modality}))
    muted = live.snapshot(1.0)
    assert muted is not None
    assert_absent(muted.prediction, modality, Reason.MUTED)
    assert not muted.as_it_was

    live.tick(snapshot(3, 5, 9, time_s=2.0))
    live.controls = UserControls()
    free = live.snapshot(2.0)
    assert free is not None
    assert free.prediction.presence(modality).present
    assert not free.as_it_was
    before = live.snapshot(1.0)
    assert before is not None
    assert before.as_it_was
