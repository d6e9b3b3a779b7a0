"""What counts as there, for each modality, at one moment."""

import numpy as np
import pytest

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.frame import Frame
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import PRESENT, AudioInput, Presence, Reason, TextInput
from mmdesk.sources.observer import FRAME_STALE_S, Observer

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


def frame(time_s: float) -> Frame:
    return Frame(np.full((4, 6, 3), 128, np.uint8), time_s, 0)


def test_nothing_at_all_is_three_reasons_and_no_inputs():
    seen = Observer(FixedJudge()).observe(10.0, None, None, None)

    assert [verdict.reason for verdict in seen.verdicts] == [Reason.NO_SIGNAL, Reason.NO_SIGNAL, Reason.EMPTY]
    assert [seen.input_of(modality) for modality in MODALITIES] == [None, None, None]
    assert seen.time_s == 10.0


def test_everything_there_is_present_with_its_times():
    observer = Observer(FixedJudge(), FixedSegmenter())
    picture, text = frame(9.95), TextInput("three", 8.0)

    seen = observer.observe(10.0, picture, AudioRing(), text)

    assert all(verdict.present for verdict in seen.verdicts)
    assert seen.image is not None
    assert seen.image.frame_rgb is picture.frame_rgb
    assert seen.image.time_s == 9.95
    assert seen.audio is FixedSegmenter.heard
    assert seen.text is text


@pytest.mark.parametrize(("age_s", "reason"), [(FRAME_STALE_S - 0.01, Reason.PRESENT), (1.01, Reason.NO_SIGNAL)])
def test_an_old_picture_is_no_signal(age_s, reason):
    seen = Observer(FixedJudge()).observe(10.0, frame(10.0 - age_s), None, None)

    assert seen.presence(Modality.IMAGE).reason is reason


def test_a_dark_picture_is_given_but_absent():
    seen = Observer(FixedJudge(DARK)).observe(10.0, frame(10.0), None, None)

    assert seen.presence(Modality.IMAGE) == DARK
    assert seen.image is not None


def test_an_unchanged_picture_is_judged_once_and_stays_the_same_object():
    judge = FixedJudge()
    observer = Observer(judge)
    picture = frame(10.0)

    first = observer.observe(10.0, picture, None, None)
    second = observer.observe(10.05, picture, None, None)

    assert judge.asked == [picture]
    assert first.image is second.image


@pytest.mark.parametrize("text", ["", " \t\n"])
def test_blank_text_is_empty(text):
    seen = Observer(FixedJudge()).observe(10.0, None, None, TextInput(text, 9.0))

    assert seen.presence(Modality.TEXT).reason is Reason.EMPTY
    assert seen.text is None


@pytest.mark.parametrize("modality", MODALITIES)
def test_muting_silences_one_modality_and_keeps_its_input(modality):
    observer = Observer(FixedJudge(), FixedSegmenter())

    seen = observer.observe(10.0, frame(10.0), AudioRing(), TextInput("3", 9.0)).without(frozenset({modality}))

    assert seen.presence(modality).reason is Reason.MUTED
    assert seen.input_of(modality) is not None
    assert sum(verdict.present for verdict in seen.verdicts) == 2


def test_a_silent_room_is_silence():
    ring = AudioRing(clock=lambda: 10.0)
    ring.write(np.zeros(16_000, np.float32))

    seen = Observer(FixedJudge()).observe(10.0, None, ring, None)

    assert seen.presence(Modality.AUDIO).reason is Reason.SILENCE


def test_replaying_the_same_inputs_gives_the_same_observations():
    rng = np.random.default_rng(5)
    sound = rng.normal(0, 0.001, 5 * 16_000).astype(np.float32)
    sound[40_000:50_000] += rng.normal(0, 0.1, 10_000).astype(np.float32)

    def play() -> list[tuple[Reason, bytes]]:
        observer, ring = Observer(FixedJudge()), AudioRing(clock=lambda: 0.0)
        seen = []
        for index in range(100):
            now_s = 100.0 + (index + 1) * 0.05
            ring.write(sound[index * 800 : (index + 1) * 800], now_s)
            snapshot = observer.observe(now_s, None, ring, None)
            wave = snapshot.audio.wave_mono.tobytes() if snapshot.audio else b""
            seen.append((snapshot.presence(Modality.AUDIO).reason, wave))
        return seen

    first = play()

    assert first == play()
    assert {reason for reason, _ in first} == {Reason.SILENCE, Reason.PRESENT}
