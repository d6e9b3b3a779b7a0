"""The order of modalities, and what an observation guarantees."""

import numpy as np
import pytest

from mmdesk.core.modality import MODALITIES
from mmdesk.core.observation import PRESENT, AudioInput, ImageInput, Observation, Presence, Reason, TextInput
from tests.three_inputs import observed

ABSENT = Presence(Reason.NO_SIGNAL)
IMAGE = ImageInput(np.zeros((2, 2, 3), np.uint8), 1.0)
AUDIO = AudioInput(np.zeros(8, np.float32), 2.0)
TEXT = TextInput("7", 3.0)


def test_the_order_is_fixed():
    assert [modality.value for modality in MODALITIES] == ["image", "audio", "text"]
    assert [modality.column for modality in MODALITIES] == [0, 1, 2]


@pytest.mark.parametrize("reason", Reason)
def test_only_one_reason_means_present(reason):
    assert Presence(reason).present is (reason is Reason.PRESENT)


def test_inputs_and_verdicts_are_found_by_modality():
    dark = Presence(Reason.TOO_DARK)
    seen = observed(4.0, IMAGE, AUDIO, TEXT, (dark, PRESENT, PRESENT))

    assert [seen.input_of(modality) for modality in MODALITIES] == [IMAGE, AUDIO, TEXT]
    assert [seen.presence(modality) for modality in MODALITIES] == [dark, PRESENT, PRESENT]


@pytest.mark.parametrize("modality", MODALITIES)
def test_presence_without_an_input_is_refused(modality):
    verdicts = tuple(PRESENT if other is modality else ABSENT for other in MODALITIES)

    with pytest.raises(ValueError, match=modality.value):
        observed(0.0, None, None, None, verdicts)


def test_an_absent_modality_may_have_an_input():
    assert observed(0.0, IMAGE, None, None, (ABSENT, ABSENT, ABSENT)).input_of("image") is IMAGE


def test_an_observation_cannot_be_changed():
    seen = Observation(0.0, {}, {})

    with pytest.raises(AttributeError):
        seen.time_s = 1.0


def test_two_inputs_of_a_kind_are_distinguished_by_their_names():
    seen = Observation(0.0, {"front": IMAGE}, {"front": PRESENT, "side": ABSENT})

    assert (seen.input_of("front"), seen.input_of("side")) == (IMAGE, None)
    assert seen.presence("side") == ABSENT
    assert seen.presence("back").reason is Reason.NO_SIGNAL, "there is none"
    assert seen.without(frozenset({"front"})).presence("front").reason is Reason.MUTED
