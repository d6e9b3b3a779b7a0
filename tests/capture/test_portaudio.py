"""What PortAudio and the sound systems under it print."""

from __future__ import annotations

import os
import threading

import pytest

from mmdesk.sources.files.quiet import quiet_natives
from mmdesk.sources.portaudio import PortAudio


class Chatty:
    """A sounddevice whose libraries write to standard error, and which muffles them as the real one does."""

    class PortAudioError(Exception):
        """Never raised."""

    def __init__(self, listing: threading.Event, go_on: threading.Event) -> None:
        self.listing, self.go_on = listing, go_on

    def query_hostapis(self) -> list[dict[str, object]]:
        return []

    def query_devices(self) -> list[dict[str, object]]:
        kept = os.dup(2)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        self.listing.set()
        assert self.go_on.wait(10)
        os.write(2, b"ALSA lib: no card\n")
        os.dup2(kept, 2)
        os.close(kept)
        os.write(2, b"jack server is not running\n")
        return []

    def _terminate(self) -> None:
        pass

    def _initialize(self) -> None:
        pass


def test_sound_systems_print_nothing_even_while_a_file_is_decoded(capfd: pytest.CaptureFixture[str]) -> None:
    listing, go_on = threading.Event(), threading.Event()
    port = PortAudio(Chatty(listing, go_on))
    lister = threading.Thread(target=port.inputs)
    with quiet_natives():
        lister.start()
        assert listing.wait(10)
    go_on.set()
    lister.join()
    os.write(2, b"ours\n")
    assert capfd.readouterr().err == "ours\n"
