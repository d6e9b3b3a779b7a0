"""The audio ring against the simplest model of it: one growing array."""

from threading import Thread

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mmdesk.core.audio_ring import AudioRing

CAPACITY = 160


def ring() -> AudioRing:
    return AudioRing(seconds=CAPACITY / 16_000, clock=lambda: 7.0)


def ramp(first: int, count: int) -> np.ndarray:
    return np.arange(first, first + count, dtype=np.float32)


def test_nothing_heard_is_an_empty_window():
    window = ring().latest(100)

    assert window.wave_mono.shape == (0,)
    assert (window.first_sample, window.end_time_s) == (0, 0.0)


@given(st.lists(st.integers(0, CAPACITY), max_size=30), st.integers(0, 2 * CAPACITY))
def test_every_window_is_the_newest_samples(blocks, asked):
    heard = ring()
    written = 0
    for count in blocks:
        heard.write(ramp(written, count))
        written += count

    window = heard.latest(asked)

    expected = min(asked, written, CAPACITY)
    assert heard.written == written
    assert window.first_sample == written - expected
    np.testing.assert_array_equal(window.wave_mono, ramp(written - expected, expected))


@given(st.integers(0, 3 * CAPACITY), st.integers(-50, 4 * CAPACITY))
def test_since_gives_what_is_new_and_still_held(written, first):
    heard = ring()
    for start in range(0, written, 50):
        heard.write(ramp(start, min(50, written - start)))

    window = heard.since(first)

    begin = min(max(first, written - CAPACITY, 0), written)
    np.testing.assert_array_equal(window.wave_mono, ramp(begin, written - begin))
    assert window.first_sample == begin


def test_a_block_longer_than_the_ring_keeps_its_end():
    heard = ring()
    heard.write(ramp(0, 3 * CAPACITY))

    np.testing.assert_array_equal(heard.latest(CAPACITY).wave_mono, ramp(2 * CAPACITY, CAPACITY))


def test_windows_are_copies():
    heard = ring()
    heard.write(ramp(0, 10))
    window = heard.latest(10)
    heard.write(np.full(CAPACITY, -1, np.float32))

    np.testing.assert_array_equal(window.wave_mono, ramp(0, 10))


def test_the_time_is_the_clocks_or_the_callers():
    heard = ring()
    heard.write(ramp(0, 10))
    assert heard.last_write_s == 7.0
    heard.write(ramp(10, 10), time_s=3.5)
    assert heard.latest(1).end_time_s == 3.5


def test_clearing_forgets_everything():
    heard = ring()
    heard.write(ramp(0, 200))
    heard.clear()

    assert (heard.written, heard.last_write_s, len(heard.latest(10).wave_mono)) == (0, 0.0, 0)


def test_a_reader_never_sees_a_torn_window():
    heard = ring()

    def write() -> None:
        for start in range(0, 20_000, 40):
            heard.write(ramp(start, 40))

    writer = Thread(target=write)
    writer.start()
    torn = 0
    while writer.is_alive():
        window = heard.latest(120)
        torn += not np.array_equal(window.wave_mono, ramp(window.first_sample, len(window.wave_mono)))
    assert torn == 0
