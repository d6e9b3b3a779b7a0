"""Perturbations of an observation: what changes, what stays, and that it stays the same object."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mmdesk.analysis.perturbation import image
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import PRESENT, AudioInput, ImageInput, Observation, Presence, Reason, TextInput
from mmdesk.core.perturbation import PERTURBATION_KINDS, Perturbation, PerturbationKind
from mmdesk.core.user_controls import UserControls
from mmdesk.engine.perturber import LARGEST_SIDE_PX, Perturber
from tests.three_inputs import input_of, observed

IMAGE, AUDIO, TEXT = MODALITIES
K = PerturbationKind


def picture(height_px: int = 240, width_px: int = 320) -> ImageInput:
    """Dark strokes on white paper, in the middle."""
    frame = np.full((height_px, width_px, 3), 225, np.uint8)
    middle, centre, reach = height_px // 2, width_px // 2, height_px // 4
    frame[middle - reach : middle + reach, centre - reach // 6 : centre + reach // 6] = 30
    frame[middle - reach // 6 : middle + reach // 6, centre - reach : centre + reach] = 30
    frame.setflags(write=False)
    return ImageInput(frame, 0.9)


def sound(level: float = 0.2) -> AudioInput:
    """A second of a tone with syllables."""
    time_s = np.arange(16_000) / 16_000
    wave = (level * np.sin(2 * np.pi * 300 * time_s) * np.sin(2 * np.pi * 2 * time_s) ** 2).astype(np.float32)
    wave.setflags(write=False)
    return AudioInput(wave, 0.8)


def there(
    image: ImageInput | None = None, audio: AudioInput | None = None, text: TextInput | None = None
) -> Observation:
    """What is given is present."""
    verdicts = tuple(
        PRESENT if each is not None else Presence(reason)
        for each, reason in zip((image, audio, text), (Reason.NO_SIGNAL, Reason.SILENCE, Reason.EMPTY), strict=True)
    )
    return observed(1.0, image, audio, text, verdicts)


def everything() -> Observation:
    """All three present."""
    return there(picture(), sound(), TextInput("the number seven please", 0.1))


def held(perturbations: tuple[Perturbation, ...]) -> UserControls:
    return UserControls(perturbations=perturbations)


def start(modality: Modality, kind: PerturbationKind, text: str = "") -> Perturbation:
    return Perturbation(input_of(modality), kind, PERTURBATION_KINDS[modality][kind].start, text)


ALL = [(modality, kind) for modality in MODALITIES for kind in PERTURBATION_KINDS[modality]]


def test_without_perturbations_the_observation_itself_comes_back() -> None:
    observation = everything()
    assert Perturber().apply(observation, held(())) is observation


@pytest.mark.parametrize(("modality", "kind"), ALL)
def test_each_kind_changes_its_own_modality_only(modality: Modality, kind: PerturbationKind) -> None:
    observation = everything()
    perturbed = Perturber().apply(observation, held((start(modality, kind, "five"),)))
    assert perturbed is not observation
    for other in MODALITIES:
        if other is not modality:
            assert perturbed.input_of(other) is observation.input_of(other)
            assert perturbed.presence(other) == PRESENT
    changed = (
        perturbed.presence(modality) != PRESENT,
        perturbed.input_of(modality) is not observation.input_of(modality),
    )
    assert any(changed)


@pytest.mark.parametrize(("modality", "kind"), ALL)
def test_what_has_not_changed_stays_the_same_object_and_another_perturber_makes_it_equal(
    modality: Modality, kind: PerturbationKind
) -> None:
    perturber, observation = Perturber(), everything()
    first = perturber.apply(observation, held((start(modality, kind, "five"),)))
    second = perturber.apply(replace(observation, time_s=2.0), held((start(modality, kind, "five"),)))
    assert second.input_of(modality) is first.input_of(modality)
    again = Perturber().apply(observation, held((start(modality, kind, "five"),)))
    for before, after in (
        (first.input_of("image"), again.input_of("image")),
        (first.input_of("audio"), again.input_of("audio")),
    ):
        assert before is not None
        assert after is not None
    assert first.input_of("text") == again.input_of("text")
    assert np.array_equal(first.input_of("image").frame_rgb, again.input_of("image").frame_rgb)
    assert np.array_equal(first.input_of("audio").wave_mono, again.input_of("audio").wave_mono)
    assert first.verdicts == again.verdicts


def test_one_modality_changing_leaves_the_other_perturbed_ones_alone() -> None:
    perturber, observation = Perturber(), everything()
    controls = (start(IMAGE, K.NOISE), start(AUDIO, K.BABBLE), start(TEXT, K.TYPOS))
    first = perturber.apply(observation, held(controls))
    second = perturber.apply(replace(observation, inputs={**observation.inputs, "image": picture()}), held(controls))
    assert second.input_of("image") is not first.input_of("image")
    assert second.input_of("audio") is first.input_of("audio")
    assert second.input_of("text") is first.input_of("text")
    third = perturber.apply(
        replace(observation, inputs={**observation.inputs, "image": picture()}), held((*controls, start(AUDIO, K.GAIN)))
    )
    assert third.input_of("audio") is not first.input_of("audio")
    assert third.input_of("text") is first.input_of("text")


def test_the_card_before_the_lens_stays_put() -> None:
    perturber, controls = Perturber(), (start(IMAGE, K.OCCLUDE),)
    covered = []
    for shade in (0, 250):
        frame = np.full((200, 200, 3), shade, np.uint8)
        frame[60:140, 90:110] = 128
        perturbed = perturber.apply(there(ImageInput(frame, 0.0)), held(controls))
        assert perturbed.input_of("image") is not None
        covered.append((perturbed.input_of("image").frame_rgb != frame).any(axis=2))
    both = covered[0] & covered[1]
    assert 0.25 < both.mean() < 0.45
    rows, columns = np.flatnonzero(both.any(axis=1)), np.flatnonzero(both.any(axis=0))
    assert rows[-1] - rows[0] < 199
    assert columns[0] == np.flatnonzero(covered[0].any(axis=0))[0] == np.flatnonzero(covered[1].any(axis=0))[0]


def test_a_picture_keeps_its_proportions_and_only_its_central_square_is_perturbed() -> None:
    observation = there(picture(240, 400))
    perturbed = Perturber().apply(observation, held((start(IMAGE, K.DARKEN),)))
    frame, before = perturbed.input_of("image").frame_rgb, observation.input_of("image").frame_rgb
    assert frame.shape == before.shape
    assert not frame.flags.writeable
    assert np.array_equal(frame[:, :80], before[:, :80])
    assert np.abs(frame[:, 80:320].astype(int) - np.rint(before[:, 80:320] * 0.3)).max() <= 1
    assert perturbed.input_of("image").time_s == observation.input_of("image").time_s


@pytest.mark.parametrize("shape", [(1080, 1920), (720, 1280), (481, 481), (2160, 3840)])
def test_a_large_picture_is_made_smaller_first(shape: tuple[int, int]) -> None:
    perturbed = Perturber().apply(there(picture(*shape)), held((start(IMAGE, K.ROTATE),)))
    height, width = perturbed.input_of("image").frame_rgb.shape[:2]
    assert min(height, width) <= LARGEST_SIDE_PX
    assert width / height == pytest.approx(shape[1] / shape[0], rel=0.01)
    assert perturbed.presence(IMAGE) == PRESENT


def test_a_wide_blur_is_that_of_the_plain_function() -> None:
    frame = picture(400, 400)
    perturbed = Perturber().apply(there(frame), held((Perturbation(input_of(IMAGE), K.BLUR, 20.0),)))
    plain = image.blur(frame.frame_rgb, 20.0)
    assert np.abs(perturbed.input_of("image").frame_rgb.astype(int) - plain).max() <= 5


def test_presence_is_judged_anew() -> None:
    perturber, observation = Perturber(), everything()
    dark = perturber.apply(observation, held((Perturbation(input_of(IMAGE), K.DARKEN, 1.0),)))
    assert dark.presence(IMAGE) == Presence(Reason.TOO_DARK)
    assert dark.input_of("image") is not None, "a dark picture is still shown"
    assert (
        perturber.apply(observation, held((Perturbation(input_of(IMAGE), K.BLUR, 24.0),))).presence(IMAGE).reason
        is Reason.COVERED
    )
    assert (
        perturber.apply(observation, held((Perturbation(input_of(AUDIO), K.GAIN, -30.0),))).presence(AUDIO) == PRESENT
    )
    soft = replace(observation, inputs={**observation.inputs, "audio": sound(0.02)})
    assert (
        perturber.apply(soft, held((Perturbation(input_of(AUDIO), K.GAIN, -40.0),))).presence(AUDIO).reason
        is Reason.SILENCE
    )
    dropped = perturber.apply(observation, held((Perturbation(input_of(TEXT), K.DROP_WORDS, 1.0),)))
    assert dropped.presence(TEXT).reason is Reason.EMPTY
    assert dropped.input_of("text") is None


def test_a_soft_sound_that_was_heard_is_not_silenced_by_noise_or_by_making_it_louder() -> None:
    observation = there(audio=sound(0.002))
    for one in (Perturbation(input_of(AUDIO), K.NOISE, 20.0), Perturbation(input_of(AUDIO), K.GAIN, 1.0)):
        assert Perturber().apply(observation, held((one,))).presence(AUDIO) == PRESENT


def test_off_mutes_and_gives_the_input_as_it_was() -> None:
    observation = everything()
    controls = tuple(start(modality, K.OFF) for modality in MODALITIES)
    perturbed = Perturber().apply(observation, held((*controls, start(IMAGE, K.NOISE))))
    assert [verdict.reason for verdict in perturbed.verdicts.values()] == [Reason.MUTED] * 3
    assert perturbed.input_of("image") is observation.input_of("image")


@given(
    modality=st.sampled_from(MODALITIES),
    reason=st.sampled_from([reason for reason in Reason if reason is not Reason.PRESENT]),
    is_given=st.booleans(),
    place=st.floats(0, 1),
    words=st.sampled_from(["five", "5", " "]),
    kinds=st.sets(st.sampled_from(list(K)), min_size=1),
    others=st.booleans(),
)
def test_what_is_absent_stays_absent_with_its_reason_under_whatever_is_done(
    modality: Modality, reason: Reason, is_given: bool, place: float, words: str, kinds: set[K], others: bool
) -> None:
    """Every kind at every strength, alone and together, with an input that is withheld and with none."""
    whole = everything() if others else there()
    given = everything().input_of(modality) if is_given else None
    inputs = {name: each for name, each in {**whole.inputs, modality: given}.items() if each is not None}
    observation = replace(whole, inputs=inputs, verdicts={**whole.verdicts, modality: Presence(reason)})
    controls = tuple(
        Perturbation(input_of(modality), kind, within.least + place * (within.most - within.least), words)
        for kind, within in PERTURBATION_KINDS[modality].items()
        if kind in kinds
    )
    assert Perturber().apply(observation, held(controls)) is observation


def test_a_text_is_put_in_the_place_of_another_and_never_of_none() -> None:
    perturber, lie = Perturber(), start(TEXT, K.REPLACE, "five")
    assert perturber.apply(everything(), held((start(TEXT, K.DROP_WORDS), lie))).input_of("text") == TextInput(
        "five", 0.1
    )
    assert perturber.apply(there(), held((lie,))).input_of("text") is None
    assert perturber.apply(everything(), held((start(TEXT, K.REPLACE, " "),))).presence(TEXT).reason is Reason.EMPTY


def test_a_perturbation_of_no_strength_is_none() -> None:
    observation = everything()
    controls = (
        *(Perturbation(input_of(IMAGE), kind, 0.0) for kind in (K.OCCLUDE, K.ROTATE, K.DARKEN)),
        Perturbation(input_of(AUDIO), K.GAIN, 0.0),
        Perturbation(input_of(TEXT), K.TYPOS, 0.0),
    )
    assert Perturber().apply(observation, held(controls)) is observation


def test_letting_go_gives_the_inputs_back() -> None:
    perturber, observation = Perturber(), everything()
    perturber.apply(observation, held((start(IMAGE, K.NOISE),)))
    assert perturber.apply(observation, held(())) is observation


@settings(max_examples=40, deadline=None)
@given(
    shape=st.tuples(st.integers(0, 9), st.integers(0, 9)),
    count=st.integers(0, 700),
    loud=st.sampled_from([0.0, 1e-30, 0.5, 1.0, float("nan")]),
    words=st.text(min_size=1, max_size=12),
    place=st.floats(0, 1),
)
def test_odd_inputs_raise_nothing(shape: tuple[int, int], count: int, loud: float, words: str, place: float) -> None:
    observation = there(
        ImageInput(np.full((*shape, 3), 77, np.uint8), 0.0),
        AudioInput(np.full(count, loud, np.float32), 0.0),
        TextInput(words, 0.0),
    )
    controls = tuple(
        Perturbation(input_of(modality), kind, within.least + place * (within.most - within.least))
        for modality in MODALITIES
        for kind, within in PERTURBATION_KINDS[modality].items()
        if kind not in (K.OFF, K.REPLACE)
    )
    perturbed = Perturber().apply(observation, held(controls))
    assert perturbed.input_of("image") is not None
    assert perturbed.input_of("image").frame_rgb.shape == (*shape, 3)
    assert perturbed.input_of("audio") is not None
    assert perturbed.input_of("audio").wave_mono.shape == (count,)
