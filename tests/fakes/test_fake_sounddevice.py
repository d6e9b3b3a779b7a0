"""The fake keeps PortAudio's contract where the source does not make it show."""

from threading import Event

import numpy as np
import pytest

from tests.fakes.fake_sounddevice import FakeSoundDevice, PortAudioError


def test_blocks_have_portaudios_shape_and_a_raising_callback_ends_the_stream():
    shapes, finished = [], Event()

    def callback(indata, frames, time, status):
        shapes.append((indata.shape, indata.dtype, frames))
        raise RuntimeError

    stream = FakeSoundDevice().InputStream(
        samplerate=16_000.0,
        blocksize=160,
        device=0,
        channels=1,
        dtype="float32",
        callback=callback,
        finished_callback=finished.set,
    )
    stream.start()

    assert finished.wait(5)
    assert shapes == [((160, 1), np.dtype(np.float32), 160)]
    assert not stream.active


def test_an_unknown_device_is_refused_with_a_code():
    with pytest.raises(PortAudioError) as refusal:
        FakeSoundDevice().InputStream(device=7, samplerate=16_000, channels=1)
    assert refusal.value.args[1] == -9996
