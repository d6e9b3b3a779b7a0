"""What one source delivers, apart from what every other source delivers."""

from __future__ import annotations

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.frame import Frame
from mmdesk.core.latest import Latest
from mmdesk.core.modality import Modality
from mmdesk.core.observation import SignalInput


class Feed:
    """Where one source puts its pictures, its sound or its signal, and no other source ever does.

    A source that was replaced may deliver late, for as long as its driver hangs; what it delivers then lands in a feed
    that nobody looks at any more. So no picture comes late, and a ring has one writer.

    Attributes:
        ring: The source's sound.
        newest: Its newest picture; one thread writes the reference, any reads it.
        signal: Likewise the newest stretch of its signal.
        shown: The pictures on their way to the window.
        shown_signals: Likewise the stretches of the signal.
    """

    def __init__(self) -> None:
        self.ring = AudioRing()
        self.newest: Frame | None = None
        self.signal: SignalInput | None = None
        self.shown: Latest[Frame] = Latest()
        self.shown_signals: Latest[SignalInput] = Latest()

    def put(self, frame: Frame) -> bool:
        """Take the next picture; True when the window must be woken. On the source's thread."""
        self.newest = frame
        return self.shown.put(frame)

    def put_signal(self, signal: SignalInput) -> bool:
        """Take the newest stretch; True when the window must be woken. On the source's thread."""
        self.signal = signal
        return self.shown_signals.put(signal)

    def raw(self, kind: str) -> Frame | AudioRing | SignalInput | None:
        """What an input of a kind is judged by; text comes from no feed."""
        return self.newest if kind == Modality.IMAGE else self.ring if kind == Modality.AUDIO else self.signal
