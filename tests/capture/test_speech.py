"""The utterance logic on synthetic sound; speech stands in as a modulated harmonic tone."""

import shutil
import subprocess
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.observation import AudioInput, Presence, Reason
from mmdesk.sources.speech import MAX_SAMPLES, SpeechSegmenter, cut_utterance

RATE = 16_000
Wave = NDArray[np.float32]


def voice(seconds: float, rms: float = 0.05) -> Wave:
    """Harmonics of 140 Hz with a slow 5 Hz swell, as syllables have it."""
    t = np.arange(round(seconds * RATE)) / RATE
    tone = sum(np.sin(2 * np.pi * 140 * k * t + k) / k for k in range(1, 25))
    wave = tone * (0.7 + 0.3 * np.sin(2 * np.pi * 5 * t))
    return (wave * rms / np.sqrt(np.mean(wave**2))).astype(np.float32)


def noise(seconds: float, rms: float, seed: int = 0) -> Wave:
    return np.random.default_rng(seed).normal(0, rms, round(seconds * RATE)).astype(np.float32)


def hum(seconds: float, rms: float) -> Wave:
    t = np.arange(round(seconds * RATE)) / RATE
    wave = sum(np.sin(2 * np.pi * 50 * k * t) / k for k in (1, 2, 3, 4, 6))
    return (wave * rms / np.sqrt(np.mean(wave**2))).astype(np.float32)


def place(background: Wave, *speech: tuple[float, Wave]) -> Wave:
    wave = background.copy()
    for start_s, spoken in speech:
        first = round(start_s * RATE)
        wave[first : first + len(spoken)] += spoken
    return wave


class Listener:
    """Plays a wave into a ring and asks the segmenter every ``step`` samples."""

    def __init__(self, hold_s: float = 4.0) -> None:
        self.ring = AudioRing(clock=lambda: 0.0)
        self.segmenter = SpeechSegmenter(hold_s)
        self.now_s = 0.0
        self.log: list[tuple[float, AudioInput | None, Presence]] = []

    def hear(self, wave: Wave, step: int = 800) -> "Listener":
        for first in range(0, len(wave), step):
            block = wave[first : first + step]
            self.now_s += len(block) / RATE
            self.ring.write(block, self.now_s)
            self.log.append((self.now_s, *self.segmenter.update(self.ring, self.now_s)))
        return self

    @property
    def utterances(self) -> list[AudioInput]:
        """Distinct objects in order of appearance."""
        seen: list[AudioInput] = []
        for _, audio, _ in self.log:
            if audio is not None and (not seen or seen[-1] is not audio):
                seen.append(audio)
        return seen

    def at(self, time_s: float) -> tuple[AudioInput | None, Presence]:
        return next((audio, presence) for now, audio, presence in self.log if now >= time_s - 1e-6)


BACKGROUNDS = {
    "digital silence": lambda s: noise(s, 0.0),
    "quiet room": lambda s: noise(s, 0.0005),
    "hum as loud as speech": lambda s: hum(s, 0.05) + noise(s, 0.0005),
    "noisy hall, 10 dB": lambda s: noise(s, 0.0158),
}


@pytest.mark.parametrize("background", BACKGROUNDS.values(), ids=BACKGROUNDS.keys())
def test_one_word_is_found_with_its_margins(background):
    listener = Listener().hear(place(background(6.0), (3.0, voice(0.6))))

    audio, presence = listener.at(5.0)

    assert presence.present
    assert audio is not None
    first_s = audio.time_s - len(audio.wave_mono) / RATE
    assert 2.7 <= first_s <= 2.95  # 0.2 s before the onset
    assert 3.75 <= audio.time_s <= 4.0  # 0.25 s after the end


@pytest.mark.parametrize("background", BACKGROUNDS.values(), ids=BACKGROUNDS.keys())
def test_a_background_alone_is_silence(background):
    listener = Listener().hear(background(8.0))

    assert listener.utterances == []
    assert {presence.reason for _, _, presence in listener.log} == {Reason.SILENCE}


def test_clicks_are_no_speech():
    wave = noise(8.0, 0.0005)
    wave[24_000::24_000] = 0.9

    assert Listener().hear(wave).utterances == []


def test_a_new_steady_noise_is_soon_background():
    wave = np.concatenate([noise(5.0, 0.0005), noise(15.0, 0.02, seed=1)])

    listener = Listener().hear(wave)

    assert listener.at(14.0)[1].reason is Reason.SILENCE
    assert listener.at(19.0)[1].reason is Reason.SILENCE


def test_speech_is_present_while_it_is_still_going_on():
    listener = Listener().hear(place(noise(6.0, 0.0005), (3.0, voice(1.5))))

    audio, presence = listener.at(3.4)

    assert presence.present
    assert audio is not None
    assert audio.time_s == pytest.approx(3.4, abs=0.15)


def test_a_growing_utterance_is_renewed_at_most_every_100_ms_and_then_held():
    listener = Listener().hear(place(noise(7.0, 0.0005), (3.0, voice(1.0))), step=320)

    utterances = listener.utterances
    times = [audio.time_s for audio in utterances]

    assert 6 <= len(utterances) <= 14
    # The last renewal comes with the end of the segment, however little it has grown.
    assert all(later - earlier >= 0.0999 for earlier, later in pairwise(times[:-1]))
    assert listener.at(4.7)[0] is listener.at(6.9)[0] is utterances[-1]


def test_the_hold_ends():
    listener = Listener(hold_s=2.0).hear(place(noise(8.0, 0.0005), (3.0, voice(0.6))))

    end_s = listener.utterances[-1].time_s
    assert listener.at(end_s + 1.9)[1].present
    assert listener.at(end_s + 2.1) == (None, Presence(Reason.SILENCE))


def test_new_speech_replaces_the_held_word_at_once():
    listener = Listener().hear(place(noise(7.0, 0.0005), (3.0, voice(0.5)), (5.0, voice(0.5))))

    before, _ = listener.at(4.9)
    after, _ = listener.at(5.25)

    assert before is not None
    assert after is not None
    assert before.time_s < 4.0
    assert after.time_s > 5.0


def test_a_pause_splits_and_a_dip_does_not():
    dip = Listener().hear(place(noise(7.0, 0.0005), (3.0, voice(0.4)), (3.6, voice(0.4))))
    pause = Listener().hear(place(noise(7.0, 0.0005), (3.0, voice(0.4)), (4.0, voice(0.4))))

    assert len(dip.utterances[-1].wave_mono) / RATE == pytest.approx(1.45, abs=0.12)
    assert len(pause.utterances[-1].wave_mono) / RATE == pytest.approx(0.85, abs=0.12)


def test_long_speech_keeps_its_last_two_seconds():
    wave = np.concatenate([voice(0.5), np.zeros(1600, np.float32)] * 6)
    listener = Listener().hear(place(noise(10.0, 0.0005), (3.0, wave)))

    audio = listener.utterances[-1]

    assert max(len(heard.wave_mono) for heard in listener.utterances) == MAX_SAMPLES
    assert len(audio.wave_mono) == MAX_SAMPLES
    assert audio.time_s == pytest.approx(3.0 + 3.5 + 0.25, abs=0.1)


def test_the_cut_is_what_was_heard_and_read_only():
    wave = place(noise(6.0, 0.0005), (3.0, voice(0.6)))
    audio = Listener().hear(wave).utterances[-1]

    last = round(audio.time_s * RATE)
    np.testing.assert_array_equal(audio.wave_mono, wave[last - len(audio.wave_mono) : last])
    assert not audio.wave_mono.flags.writeable


@pytest.mark.parametrize("step", [160, 1111, 16_000])
def test_the_decision_does_not_depend_on_how_often_it_is_asked_for(step):
    wave = place(noise(6.0, 0.003), (2.5, voice(0.5)))

    reference = Listener().hear(wave, step=320).utterances[-1]
    audio = Listener().hear(wave, step=step).utterances[-1]

    np.testing.assert_array_equal(audio.wave_mono, reference.wave_mono)


def test_a_microphone_that_never_delivered_is_no_signal():
    assert SpeechSegmenter().update(AudioRing(clock=lambda: 0.0), 1.0) == (None, Presence(Reason.NO_SIGNAL))


def test_a_microphone_that_stopped_is_no_signal_and_its_word_does_not_come_back():
    listener = Listener().hear(place(noise(5.0, 0.0005), (3.0, voice(0.6))))
    assert listener.segmenter.update(listener.ring, 5.4)[1].present

    assert listener.segmenter.update(listener.ring, 5.6) == (None, Presence(Reason.NO_SIGNAL))

    listener.now_s = 6.0
    listener.hear(noise(0.5, 0.0005))
    assert listener.log[-1][2].reason is Reason.SILENCE


def test_a_cleared_ring_starts_afresh():
    listener = Listener().hear(place(noise(5.0, 0.0005), (3.0, voice(0.6))))
    listener.ring.clear()

    assert listener.segmenter.update(listener.ring, listener.now_s)[1].reason is Reason.NO_SIGNAL

    listener.hear(place(noise(4.0, 0.0005), (2.0, voice(0.5))))
    assert listener.at(8.0)[1].present
    assert listener.utterances[-1].time_s == pytest.approx(5.0 + 2.5 + 0.25, abs=0.1)


def test_another_ring_starts_afresh_however_much_it_has_heard():
    listener = Listener().hear(place(noise(5.0, 0.0005), (3.0, voice(0.6))))
    assert listener.segmenter.update(listener.ring, 5.0)[1].present
    other = AudioRing(clock=lambda: 6.0)
    other.write(noise(6.0, 0.0005))

    assert listener.segmenter.update(other, 6.0) == (None, Presence(Reason.SILENCE))


def test_cutting_a_recording_takes_the_word_out():
    wave = place(noise(5.0, 0.0005), (2.0, voice(0.6)))

    cut = cut_utterance(wave)

    assert len(cut) / RATE == pytest.approx(1.05, abs=0.12)
    assert np.sum(cut**2) > 0.95 * np.sum(wave**2)


def test_cutting_a_recording_prefers_the_loud_word():
    wave = place(noise(6.0, 0.0005), (1.5, voice(0.6, rms=0.1)), (4.0, voice(0.3, rms=0.01)))

    assert np.max(np.abs(cut_utterance(wave))) > 0.1


@pytest.mark.parametrize("seconds", [0.0, 0.01, 0.4, 2.0])
def test_a_short_recording_without_a_pause_stays_whole(seconds):
    wave = voice(seconds) if seconds else np.zeros(0, np.float32)

    np.testing.assert_array_equal(cut_utterance(wave), wave)


def test_a_long_recording_without_speech_gives_its_loudest_two_seconds():
    wave = hum(6.0, 0.01) * np.linspace(0.5, 1.0, 6 * RATE, dtype=np.float32)

    cut = cut_utterance(wave)

    assert len(cut) == MAX_SAMPLES
    np.testing.assert_array_equal(cut, wave[-MAX_SAMPLES:])


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
@pytest.mark.parametrize("snr_db", [40, 10])
def test_spoken_digits_are_covered(tmp_path, snr_db):
    soundfile = pytest.importorskip("soundfile")
    soxr = pytest.importorskip("soxr")
    for digit in range(10):
        path = tmp_path / f"{digit}.wav"
        subprocess.run(["espeak-ng", "-w", path, str(digit)], check=True)
        spoken, rate = soundfile.read(path, dtype="float32")
        spoken = soxr.resample(spoken, rate, RATE)
        loud = np.flatnonzero(np.abs(spoken) > 0.05 * np.abs(spoken).max())
        spoken = spoken[loud[0] : loud[-1] + 1] * (0.05 / np.sqrt(np.mean(spoken**2)))
        wave = place(noise(5.0, 0.05 * 10 ** (-snr_db / 20), seed=digit), (2.5, spoken))

        utterances = Listener().hear(wave).utterances

        assert utterances, digit
        assert utterances[-1].time_s - len(utterances[-1].wave_mono) / RATE <= 2.55, digit
        assert utterances[-1].time_s >= 2.5 + len(spoken) / RATE - 0.05, digit
