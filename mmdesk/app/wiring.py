"""Connects the window, the live session and the settings; knows all of them, none of them knows another."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from mmdesk.app import paths, settings
from mmdesk.app.settings import Settings
from mmdesk.core.modality import Modality
from mmdesk.core.source_state import DeviceChoice
from mmdesk.engine.device_lister import DeviceLister
from mmdesk.engine.live_session import DEFAULT_MICROPHONE, LiveSession, SourceMakers
from mmdesk.ui.main_window import MainWindow

log = logging.getLogger(__name__)


class LiveWindow(QObject):
    """A window with everything behind it.

    Args:
        camera: Source to open; None means the one of last time, or the first there is.
        microphone: Likewise.
        session: Recorded session to play instead.
        model: Checkpoint; None means the one of last time, or the bundled one.
        device: ``auto``, ``cuda``, ``mps`` or ``cpu``.
        makers: How sources are made; for tests.
    """

    def __init__(
        self,
        *,
        camera: str | None = None,
        microphone: str | None = None,
        session: Path | None = None,
        model: Path | None = None,
        device: str = "auto",
        makers: SourceMakers | None = None,
    ) -> None:
        super().__init__()
        self._settings = Settings()
        self._asked = {Modality.IMAGE: camera, Modality.AUDIO: microphone}
        self._session_folder = session
        self._device = device
        self._model = model or Path(self._settings.read(settings.MODEL) or paths.bundled_model())
        self._opened_first = False
        self.screenshot_problem = ""
        self.window = MainWindow()
        self.live = LiveSession(makers, self)
        self._lister = DeviceLister(self)
        self._connect_live()
        self._connect_window()
        self._restore()

    def start(self) -> None:
        """Load the model and open the sources; the window is already on the screen."""
        # After the first paint: importing torch holds the interpreter lock for parts of a second.
        QTimer.singleShot(0, self._load_model)
        if self._session_folder is not None:
            self._play(self._session_folder)
        elif any(self._asked.values()):
            self._open_asked()
        self._lister.refresh()
