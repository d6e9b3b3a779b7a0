"""Lists cameras and microphones without holding up the window."""

from __future__ import annotations

import logging
from threading import Thread

from PySide6.QtCore import QObject, Signal

from mmdesk.core.source_state import DeviceChoice

log = logging.getLogger(__name__)


class DeviceLister(QObject):
    """Asks the system for devices on a short-lived thread of its own.

    Signals:
        listed: list of cameras, list of microphones, both of `DeviceChoice`.
    """

    listed = Signal(list, list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None

    def refresh(self) -> None:
        """List anew; a listing already under way answers for this call too."""
        if self._thread is not None and self._thread.is_alive():
            return
        self._thread = Thread(target=self._list, name="device-lister", daemon=True)
        self._thread.start()

    def shutdown(self, timeout_s: float = 5.0) -> None:
        """Wait for a listing under way."""
        if self._thread is not None:
            self._thread.join(timeout_s)

    def _list(self) -> None:
        cameras: list[DeviceChoice] = []
        microphones: list[DeviceChoice] = []
        try:
            from mmdesk.sources.devices import list_cameras

            cameras = list_cameras()
        except Exception:  # a thread's edge: drivers fail in ways nobody has listed
            log.exception("listing the cameras failed")
        try:
            from mmdesk.sources.sound_devices import list_microphones

            microphones = list_microphones()
        except Exception:
            log.exception("listing the microphones failed")
        self.listed.emit(cameras, microphones)
