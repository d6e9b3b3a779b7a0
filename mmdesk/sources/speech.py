"""Where in a running sound somebody speaks, and the cut that the audio encoder is given.

The method is ours: energy voice activity in seven bands. Each band's floor is a low percentile of its recent
levels (after the minimum statistics of Martin, IEEE Trans. Speech Audio Process. 9(5), 2001, without his bias
correction), so hum and coloured noise lift only their own band. A frame's score is its mean excess over the floor
in its three most excited bands, so that a fricative counts as much as a vowel. The threshold follows the spread of
the recent scores: a hall full of talk needs louder speech than a quiet room. Two thresholds make a hysteresis.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.audio_ring import AudioRing, AudioWindow
from mmdesk.core.observation import PRESENT, SAMPLE_RATE_HZ, AudioInput, Presence, Reason

FRAME = 320  # samples: 20 ms
_FFT = 512  # each frame is analysed with the 12 ms before it
_BAND_EDGES_HZ = (200, 400, 700, 1200, 2000, 3200, 5000, 7600)  # mains hum and rumble stay below
_TOP_BANDS = 3
_MIN_FLOOR_DB = -72.0  # a band's floor never sinks lower: dither after digital silence is no speech
_HISTORY = 300  # frames the floor is estimated from: 6 s
_MIN_HISTORY = 20  # frames before the first decision
_FLOOR_EVERY = 10  # frames between two estimates
_RECENT = 100  # frames after which a steady new noise (a fan) counts as floor
_ONSET = 4  # frames in a row over the upper threshold that make an onset: 80 ms, longer than a click
_PAUSE = 17  # frames under the lower threshold that end a segment: 0.34 s, so the 18th ends it
_SMOOTH = 3  # frames a score is averaged over

LEAD_SAMPLES = int(0.2 * SAMPLE_RATE_HZ)
TRAIL_SAMPLES = int(0.25 * SAMPLE_RATE_HZ)
MAX_SAMPLES = 2 * SAMPLE_RATE_HZ
_GROW_SAMPLES = SAMPLE_RATE_HZ // 10
_STALE_S = 0.5
_NEEDED_SAMPLES = MAX_SAMPLES + _PAUSE * FRAME + LEAD_SAMPLES + SAMPLE_RATE_HZ

_SILENCE = Presence(Reason.SILENCE)
_NO_SIGNAL = Presence(Reason.NO_SIGNAL)

_WINDOW = np.hanning(_FFT + 1)[:-1].astype(np.float32)
_EDGE_BINS = [round(hz * _FFT / SAMPLE_RATE_HZ) for hz in _BAND_EDGES_HZ]
_FULL_SCALE = float(np.sum(_WINDOW) ** 2) / 2  # power of the bins of a full-scale sine, roughly


def _band_levels(wave_mono: NDArray[np.float32]) -> NDArray[np.float32]:
    """Level of each frame in each band.

    Args:
        wave_mono: (_FFT - FRAME + n * FRAME,) samples: the context, then n frames.

    Returns:
        (n, bands) float32, dB of full scale, at least `_MIN_FLOOR_DB`.
    """
    frames = np.lib.stride_tricks.sliding_window_view(wave_mono, _FFT)[::FRAME]
    spectrum = np.fft.rfft(frames * _WINDOW, axis=1)
    power = spectrum.real**2 + spectrum.imag**2
    bands = np.add.reduceat(power[:, : _EDGE_BINS[-1]], _EDGE_BINS[:-1], axis=1) / _FULL_SCALE
    levels: NDArray[np.float32] = (10 * np.log10(bands + 10 ** (_MIN_FLOOR_DB / 10))).astype(np.float32)
    return levels


def _scores(levels_db: NDArray[np.float32], floor_db: NDArray[np.float32]) -> NDArray[np.float32]:
    """(n,) mean excess in dB over the floor of each frame's most excited bands."""
    excess = np.clip(levels_db - floor_db, 0.0, 30.0)
    top = np.partition(excess, excess.shape[1] - _TOP_BANDS, axis=1)[:, -_TOP_BANDS:]
    scores: NDArray[np.float32] = top.mean(axis=1)
    return scores


def _smoothed(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """(n,) causal running mean; the first frames average over fewer."""
    total = np.concatenate([np.zeros(_SMOOTH, np.float32), np.cumsum(scores, dtype=np.float32)])
    counts = np.minimum(np.arange(1, len(scores) + 1), _SMOOTH)
    means: NDArray[np.float32] = ((total[_SMOOTH:] - total[:-_SMOOTH]) / counts).astype(np.float32)
    return means


def _percentile(values: NDArray[np.float32], share: float) -> NDArray[np.float32]:
    """The order statistic at ``share`` along the first axis; np.percentile costs ten times as much."""
    rank = int(share * (len(values) - 1))
    chosen: NDArray[np.float32] = np.asarray(np.partition(values, rank, axis=0)[rank])
    return chosen


@dataclass(frozen=True, slots=True)
class _Thresholds:
    """What the next frames are judged by."""

    floor_db: NDArray[np.float32]  # (bands,)
    upper_db: float
    lower_db: float


def _thresholds(history_db: NDArray[np.float32]) -> _Thresholds:
    """Estimate the floor and the two thresholds from (n, bands) levels, speech among them."""
    floor = np.maximum(_percentile(history_db, 0.2), _percentile(history_db[-_RECENT:], 0.1))
    scores = _smoothed(_scores(history_db, floor))
    middle = float(_percentile(scores, 0.4))
    spread = middle - float(_percentile(scores, 0.05))
    upper = min(middle + max(6.0, 2.0 * spread + 2.0), 20.0)
    return _Thresholds(floor, upper, middle + 0.5 * (upper - middle))


@dataclass(slots=True)
class _Segment:
    """A stretch of speech, in samples since the start of the stream: [first, last)."""

    first: int
    last: int
    weight: float = 0.0  # sum of the scores: long and loud wins
    ended: bool = False

    @property
    def bounds(self) -> tuple[int, int]:
        """Cut with its margins; at most `MAX_SAMPLES`, the last ones of a longer segment."""
        end = self.last + TRAIL_SAMPLES
        return max(self.first - LEAD_SAMPLES, end - MAX_SAMPLES, 0), end


class _Activity:
    """The hysteresis: frame scores in, the newest segment out."""

    def __init__(self) -> None:
        self.segment: _Segment | None = None
        self._over = 0
        self._under = 0

    def push(self, score_db: float, thresholds: _Thresholds, frame_first: int) -> None:
        """Judge the frame that begins at sample ``frame_first``."""
        segment = self.segment
        if segment is not None and not segment.ended:
            segment.weight += score_db
            if score_db >= thresholds.lower_db:
                self._under = 0
                segment.last = frame_first + FRAME
            else:
                self._under += 1
                segment.ended = self._under > _PAUSE
            return
        self._over = self._over + 1 if score_db >= thresholds.upper_db else 0
        if self._over >= _ONSET:
            first = frame_first - (_ONSET - 1) * FRAME
            self.segment = _Segment(first, frame_first + FRAME, weight=score_db * _ONSET)
            self._over = self._under = 0

    def drop(self) -> None:
        """Forget the segment: the sound was interrupted."""
        self.segment = None
        self._over = self._under = 0


class SpeechSegmenter:
    """Finds the newest utterance in the ring. One thread owns it; it has no clock of its own.

    The decisions depend on the samples alone, not on how often `update` is called.

    Args:
        hold_s: How long after its end an utterance still counts as what was said.
    """

    def __init__(self, hold_s: float = 4.0) -> None:
        self._hold_s = hold_s
        self._ring: AudioRing | None = None
        self._forget()

    def _forget(self) -> None:
        self._levels = np.zeros((0, len(_BAND_EDGES_HZ) - 1), dtype=np.float32)
        self._thresholds: _Thresholds | None = None
        self._activity = _Activity()
        self._judged = 0  # samples, a multiple of FRAME
        self._utterance: AudioInput | None = None
        self._bounds = (0, 0)

    def update(self, ring: AudioRing, now_s: float) -> tuple[AudioInput | None, Presence]:
        """Judge what the ring has heard since the last call.

        Args:
            ring: Another ring than before, or one that was cleared, starts afresh.
            now_s: The present on the ring's clock.

        Returns:
            The utterance while one counts, else None, and the verdict. The same object comes back until the
            utterance has grown by 100 ms or a new one has begun.
        """
        if ring is not self._ring:
            self._ring = ring
            self._forget()
        window = ring.since(self._judged - _NEEDED_SAMPLES)
        end = window.first_sample + len(window.wave_mono)
        if end < self._judged:
            self._forget()
        self._judge(window)
        if end == 0 or now_s - window.end_time_s > _STALE_S:
            self._activity.drop()
            self._utterance = None
            return None, _NO_SIGNAL
        self._cut(window)
        if self._utterance is None or now_s - self._utterance.time_s > self._hold_s:
            return None, _SILENCE
        return self._utterance, PRESENT

    def _judge(self, window: AudioWindow) -> None:
        """Push every whole new frame of the window through the hysteresis."""
        end = window.first_sample + len(window.wave_mono)
        context = _FFT - FRAME
        earliest = -(-(window.first_sample + context) // FRAME) * FRAME
        first = max(self._judged, earliest)
        count = (end - first) // FRAME
        if count <= 0:
            return
        begin = first - context - window.first_sample
        fresh = _band_levels(window.wave_mono[begin : begin + context + count * FRAME])
        for index in range(count):
            self._levels = np.concatenate([self._levels[-_HISTORY + 1 :], fresh[index : index + 1]])
            frame_first = first + index * FRAME
            ready = len(self._levels) >= _MIN_HISTORY
            if ready and (self._thresholds is None or (frame_first // FRAME) % _FLOOR_EVERY == 0):
                self._thresholds = _thresholds(self._levels)
            if self._thresholds is not None:
                score = float(_scores(self._levels[-_SMOOTH:], self._thresholds.floor_db).mean())
                self._activity.push(score, self._thresholds, frame_first)
        self._judged = first + count * FRAME

    def _cut(self, window: AudioWindow) -> None:
        """Renew the utterance when its segment has begun, grown or ended."""
        segment = self._activity.segment
        if segment is None:
            return
        first, last = segment.bounds
        end = window.first_sample + len(window.wave_mono)
        last = min(last, end)
        first = max(first, window.first_sample)
        same_start = self._utterance is not None and self._bounds[1] > segment.first
        grown = last - self._bounds[1]
        if same_start and (grown <= 0 or (grown < _GROW_SAMPLES and not segment.ended)):
            return
        if first >= last:  # it ended before the ring's memory
            return
        wave = window.wave_mono[first - window.first_sample : last - window.first_sample].copy()
        wave.setflags(write=False)
        self._bounds = (first, last)
        self._utterance = AudioInput(wave, window.end_time_s - (end - last) / SAMPLE_RATE_HZ, first)


def cut_utterance(wave_mono: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cut a whole recording to its utterance, as the live program would.

    Args:
        wave_mono: (N,) float32 at 16 kHz.

    Returns:
        (n,) float32, n ≤ 32000: the segment with the largest sum of scores, with the live margins; where no
        speech stands out, the recording itself or its loudest two seconds.
    """
    padded = np.concatenate([np.zeros(_FFT - FRAME, np.float32), wave_mono, np.zeros(FRAME, np.float32)])
    count = (len(padded) - _FFT) // FRAME + 1
    levels = _band_levels(padded)[:count]
    thresholds = _thresholds(levels)
    activity = _Activity()
    best: _Segment | None = None
    for index, score in enumerate(_smoothed(_scores(levels, thresholds.floor_db))):
        activity.push(float(score), thresholds, index * FRAME)
        if activity.segment is not None and (best is None or activity.segment.weight >= best.weight):
            best = activity.segment
    if best is not None:
        first, last = best.bounds
        return wave_mono[first:last]
    if len(wave_mono) <= MAX_SAMPLES:
        return wave_mono
    energy = np.concatenate([[0.0], np.cumsum(np.square(wave_mono, dtype=np.float64))])
    first = int(np.argmax(energy[MAX_SAMPLES:] - energy[:-MAX_SAMPLES]))
    return wave_mono[first : first + MAX_SAMPLES]
