"""What counts as there, for each modality, at one moment."""

import numpy as np
import pytest

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.frame import Frame
from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import PRESENT, AudioInput, Presence, Reason, TextInput
from mmdesk.sources.observer import STALE_S, Observer, PictureJudge, SoundJudge, TextJudge

DARK = Presence(Reason.TOO_DARK)


class FixedJudge:
    """Always says the same, and remembers what it was asked."""

    def __init__(self, verdict: Presence = PRESENT) -> None:
        self.verdict = verdict
        self.asked: list[Frame] = []

    def judge(self, frame: Frame) -> Presence:
        self.asked.append(frame)
        return self.verdict


class FixedSegmenter:
    """Always hears the same."""

    heard = AudioInput(np.zeros(800, np.float32), 9.9)

    def update(self, ring, now_s):
        return self.heard, PRESENT


def by_raw(picture, sound, text):
    return dict(zip(DEFAULT_INPUTS, (picture, sound, text), strict=True))


def observer_of(judge, segmenter=None):
    judges = {"image": lambda: PictureJudge(judge), "audio": lambda: SoundJudge(segmenter), "text": TextJudge}
    return Observer(judges)


def frame(time_s: float) -> Frame:
    return Frame(np.full((4, 6, 3), 128, np.uint8), time_s, 0)


def test_nothing_at_all_is_three_reasons_and_no_inputs():
    seen = observer_of(FixedJudge()).observe(10.0, by_raw(None, None, None))

    assert [verdict.reason for verdict in seen.verdicts.values()] == [Reason.NO_SIGNAL, Reason.NO_SIGNAL, Reason.EMPTY]
    assert [seen.input_of(modality) for modality in MODALITIES] == [None, None, None]
    assert seen.time_s == 10.0


def test_everything_there_is_present_with_its_times():
    observer = observer_of(FixedJudge(), FixedSegmenter())
    picture, text = frame(9.95), TextInput("three", 8.0)

    seen = observer.observe(10.0, by_raw(picture, AudioRing(), text))

    assert all(verdict.present for verdict in seen.verdicts.values())
    assert seen.input_of("image") is not None
    assert seen.input_of("image").frame_rgb is picture.frame_rgb
    assert seen.input_of("image").time_s == 9.95
    assert seen.input_of("audio") is FixedSegmenter.heard
    assert seen.input_of("text") is text


@pytest.mark.parametrize(("age_s", "reason"), [(STALE_S - 0.01, Reason.PRESENT), (1.01, Reason.NO_SIGNAL)])
def test_an_old_picture_is_no_signal(age_s, reason):
    seen = observer_of(FixedJudge()).observe(10.0, by_raw(frame(10.0 - age_s), None, None))

    assert seen.presence(Modality.IMAGE).reason is reason


def test_a_dark_picture_is_given_but_absent():
    seen = observer_of(FixedJudge(DARK)).observe(10.0, by_raw(frame(10.0), None, None))

    assert seen.presence(Modality.IMAGE) == DARK
    assert seen.input_of("image") is not None


def test_an_unchanged_picture_is_judged_once_and_stays_the_same_object():
    judge = FixedJudge()
    observer = observer_of(judge)
    picture = frame(10.0)

    first = observer.observe(10.0, by_raw(picture, None, None))
    second = observer.observe(10.05, by_raw(picture, None, None))

    assert judge.asked == [picture]
    assert first.input_of("image") is second.input_of("image")


@pytest.mark.parametrize("text", ["", " \t\n"])
def test_blank_text_is_empty(text):
    seen = observer_of(FixedJudge()).observe(10.0, by_raw(None, None, TextInput(text, 9.0)))

    assert seen.presence(Modality.TEXT).reason is Reason.EMPTY
    assert seen.input_of("text") is None


@pytest.mark.parametrize("modality", MODALITIES)
def test_muting_silences_one_modality_and_keeps_its_input(modality):
    observer = observer_of(FixedJudge(), FixedSegmenter())

    seen = observer.observe(10.0, by_raw(frame(10.0), AudioRing(), TextInput("3", 9.0))).without(frozenset({modality}))

    assert seen.presence(modality).reason is Reason.MUTED
    assert seen.input_of(modality) is not None
    assert sum(verdict.present for verdict in seen.verdicts.values()) == 2


def test_a_silent_room_is_silence():
    ring = AudioRing(clock=lambda: 10.0)
    ring.write(np.zeros(16_000, np.float32))

    seen = observer_of(FixedJudge()).observe(10.0, by_raw(None, ring, None))

    assert seen.presence(Modality.AUDIO).reason is Reason.SILENCE


def test_replaying_the_same_inputs_gives_the_same_observations():
    rng = np.random.default_rng(5)
    sound = rng.normal(0, 0.001, 5 * 16_000).astype(np.float32)
    sound[40_000:50_000] += rng.normal(0, 0.1, 10_000).astype(np.float32)

    def play() -> list[tuple[Reason, bytes]]:
        observer, ring = observer_of(FixedJudge()), AudioRing(clock=lambda: 0.0)
        seen = []
        for index in range(100):
            now_s = 100.0 + (index + 1) * 0.05
            ring.write(sound[index * 800 : (index + 1) * 800], now_s)
            snapshot = observer.observe(now_s, by_raw(None, ring, None))
            wave = snapshot.input_of("audio").wave_mono.tobytes() if snapshot.input_of("audio") else b""
            seen.append((snapshot.presence(Modality.AUDIO).reason, wave))
        return seen

    first = play()

    assert first == play()
    assert {reason for reason, _ in first} == {Reason.SILENCE, Reason.PRESENT}
