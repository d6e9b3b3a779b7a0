"""The sound meter hands every new sample to the display once."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QMetaObject, Qt, QThread

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.sound_display import HOP_S, MEL_BANDS, SoundDisplay
from mmdesk.engine.sound_meter import SoundMeter


def test_new_sound_becomes_level_and_columns(qtbot):
    ring = AudioRing()
    wakes: list[int] = []
    meter = SoundMeter(lambda: {"microphone": ring}, lambda: wakes.append(ring.written))
    thread = QThread()
    meter.moveToThread(thread)
    thread.started.connect(meter.start)
    wave = (0.5 * np.sin(2 * np.pi * 1000 * np.arange(16_000) / 16_000)).astype(np.float32)
    try:
        ring.write(wave)
        thread.start()
        displays: list[SoundDisplay] = []

        def displayed() -> bool:
            heard = meter.displays["microphone"].take()
            displays.extend([heard.display] if heard is not None else [])
            return bool(displays)

        # waitSignal would stop its own timer on the meter's thread, which Qt forbids.
        qtbot.waitUntil(displayed)
    finally:
        QMetaObject.invokeMethod(meter, "stop", Qt.ConnectionType.QueuedConnection)
        assert thread.wait(5000)
    assert wakes == [16_000], "told once, and not of what is no news"
    display = displays[0]
    assert abs(display.level_db - (-9.03)) < 0.1  # a sine of amplitude 0.5
    assert display.columns_db.shape == (int(1 / HOP_S), MEL_BANDS)
    loudest = int(display.columns_db[30].argmax())
    assert 15 < loudest < 30  # 1 kHz lies in the lower middle of the mel axis
