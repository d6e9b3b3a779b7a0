"""Listens for OSC messages ``/motion x y z`` on a UDP port."""

from pythonosc.dispatcher import Dispatcher
from pythonosc.osc_server import BlockingOSCUDPServer

from mmdesk.core.errors import SourceError
from mmdesk.sources.signal import SignalSource


class OscSource(SignalSource):
    """One port, named "host:port"."""

    def _run(self) -> None:
        host, _, port = self.name.rpartition(":")
        dispatcher = Dispatcher()
        dispatcher.map("/motion", lambda _address, *moment: self._deliver(moment))
        try:
            server = BlockingOSCUDPServer((host, int(port)), dispatcher)
        except (OSError, ValueError, OverflowError) as error:
            raise SourceError(f"{self.name} cannot be listened to: {error}.", "Give another address.") from error
        with server:
            server.timeout = 0.1
            while not self._stopping.is_set():
                server.handle_request()
                self._watch()
