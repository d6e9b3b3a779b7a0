"""Goes through the recording that is played, as the user wants it in the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from mmdesk.core.live_stats import ModelState
from mmdesk.core.transport import PlayedContents, TransportWish, other_model
from mmdesk.engine.live_session import LiveSession
from mmdesk.ui.main_window import MainWindow

TELL_MS = 100


class ReplayDesk(QObject):
    """Shows where a recording stands, and passes on what is wished of it.

    Args:
        window: Where it is shown and wished.
        live: Where it is played.
        parent: Owner.

    Attributes:
        contents: What there is in the recording; None while none is played that can be gone through.
    """

    def __init__(self, window: MainWindow, live: LiveSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._live = window, live
        self.contents: PlayedContents | None = None
        self._is_damage_told = self._is_model_told = False
        self._model = ""
        self._timer = QTimer(self, interval=TELL_MS)
        self._timer.timeout.connect(self._tell)
        live.sources.contents_changed.connect(self._on_contents)
        live.sources.damage_found.connect(window.show_notice)
        live.model_state_changed.connect(self._on_model_state)
        live.recorded_changed.connect(window.show_recorded_controls)
        live.fusion_followed.connect(window.menus.tick_fusion)
        window.transport_wished.connect(self._on_wished)
        window.closing.connect(self._timer.stop)

    @Slot(object)
    def _on_contents(self, contents: PlayedContents | None) -> None:
        if contents is None and self.contents is None:
            return
        self.contents = contents
        self._is_damage_told = self._is_model_told = False
        self._window.show_contents(contents)
        self._tell_other_model()
        if contents is None:
            self._timer.stop()
        else:
            self._timer.start()

    @Slot(object)
    def _on_model_state(self, state: ModelState) -> None:
        if state.ready:
            self._model = state.name
            self._tell_other_model()

    def _tell_other_model(self) -> None:
        """Say once that another model answers than did then; who opens another one later knows."""
        if self.contents is None or not self._model or self._is_model_told:
            return
        self._is_model_told = True
        problem = other_model(self.contents.models, self._model)
        if problem is not None:
            self._window.show_notice(problem)

    @Slot(object)
    def _on_wished(self, wish: TransportWish) -> None:
        self._live.sources.wish(wish)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        state = self._live.sources.transport
        if state is None or self.contents is None:
            return
        self._window.show_transport(state)
        # A part is known to be damaged only when it is come to; said once, not at each of them.
        if state.damage not in (None, self.contents.damage) and not self._is_damage_told:
            self._is_damage_told = True
            self._window.show_notice(state.damage)
