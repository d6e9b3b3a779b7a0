"""A kind of input for mmdesk: the three axes of a motion sensor, as phones send them over OSC."""

import numpy as np

from mmdesk.core.input_kind import InputKind
from mmdesk.core.observation import PRESENT, Presence, Reason, SignalInput
from mmdesk.core.source_state import DeviceChoice
from mmdesk.sources.files.numbers import read_numbers

ADDRESS = "127.0.0.1:9321"
STILL = 0.02


def _open(key, on_signal, on_state):
    from mmdesk_motion.source import OscSource  # python-osc is not needed before something is listened to

    return OscSource(key, MOTION, on_signal, on_state)


def _judge(signal: SignalInput) -> Presence:
    """A sensor that lies still says nothing."""
    moves = len(signal.values) > 1 and float(np.ptp(signal.values, axis=0).max()) > STILL
    return PRESENT if moves else Presence(Reason.NO_SIGNAL)


MOTION = InputKind(
    title="Motion",
    channels=("x", "y", "z"),
    moments=64,
    low=-2.0,
    high=2.0,
    unit="g",
    open_source=_open,
    choices=lambda: (DeviceChoice(ADDRESS, f"OSC at {ADDRESS}"),),
    suffixes=frozenset({".csv"}),
    read=lambda path: read_numbers(path, 3),
    encoder="conv",
    judge=_judge,
)
