"""Recording, as the user sees and starts it: in every window at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from mmdesk.core.recorder_state import RecorderState
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.input_panels import InputPanels
from mmdesk.ui.menus import WindowMenus
from mmdesk.ui.record_strip import RecordStrip
from mmdesk.ui.recorder_words import clock_words


class RecorderView(QObject):
    """Starts, marks and stops by menu, key and strip, and shows in every window that something is recorded.

    Args:
        menus: Where it is started.
        strip: The main window's.
        audience: The window for the projector.
        parent: The main window.

    Signals:
        start_wanted: A recording is wanted.
        stop_wanted: It is to end; whether what was recorded is to be deleted.
        mark_wanted: This moment is to be marked, by this name.
        mark_named: What the newest mark shall be called instead.

    Attributes:
        state: How the recording is doing.
    """

    start_wanted = Signal()
    stop_wanted = Signal(bool)
    mark_wanted = Signal(str)
    mark_named = Signal(str)

    def __init__(self, menus: WindowMenus, strip: RecordStrip, audience: AudienceWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._menus, self._audience = menus, audience
        self._strips: list[RecordStrip] = []
        self._inputs: list[InputPanels] = []
        self.state = RecorderState()
        menus.record.triggered.connect(self._on_record)
        menus.mark.triggered.connect(self.mark)
        self.add_strip(strip)

    def add_strip(self, strip: RecordStrip) -> None:
        """Show it in a further window, too, where it can be marked and stopped as well."""
        self._strips.append(strip)
        strip.mark_wanted.connect(self.mark)
        strip.mark_named.connect(self.mark_named)
        strip.stop_wanted.connect(self._on_record)
        strip.show_state(self.state)

    def add_inputs(self, inputs: InputPanels) -> None:
        """Say at the mute buttons of these panels, too, that what is muted is recorded."""
        self._inputs.append(inputs)
        inputs.show_recording(active=self.state.active)

    @Slot(object)
    def show_state(self, state: RecorderState) -> None:
        """Show how it is doing, or that nothing is recorded any more."""
        self.state = state
        self._menus.show_recording(active=state.active)
        for strip in self._strips:
            strip.show_state(state)
        for inputs in self._inputs:
            inputs.show_recording(active=state.active)
        self._audience.show_recorder(state)

    @Slot()
    def mark(self) -> None:
        """Mark this moment, and let the mark be named."""
        if self.state.active:
            self._keep_name()
            name = self.tr("Mark {number}").format(number=self.state.marks + 1)
            self.mark_wanted.emit(name)
            active = (strip for strip in self._strips if strip.window().isActiveWindow())
            next(active, self._strips[0]).ask_name(name)

    def let_visitor_go(self, *, besides: bool = True) -> bool:
        """Ask what becomes of a recording when a visitor is to be forgotten; False when the visitor is to stay.

        The recording ends either way: nobody is recorded who has not been told.

        Args:
            besides: Whether the typed text and the last half minute are forgotten as well.
        """
        if not self.state.active:
            return True
        # Asked for, not kept: the window keeps this, and two that keep each other end only with the collector.
        window = self.parent()
        box = QMessageBox(window if isinstance(window, QWidget) else None)
        box.setWindowTitle(self.tr("New visitor"))
        box.setIcon(QMessageBox.Icon.Question)
        words = self.tr("A recording of this visitor is running ({time}), and ends now. Shall it be deleted?")
        box.setText(words.format(time=clock_words(self.state.seconds)))
        kept = self.tr("Recordings that were finished before are kept.")
        gone = self.tr("The typed text and the last half minute are deleted in any case.")
        box.setInformativeText(f"{gone} {kept}" if besides else kept)
        delete = box.addButton(self.tr("Delete the recording"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep the recording"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(delete)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        if clicked not in (delete, keep):
            return False
        self.stop_wanted.emit(clicked is delete)
        return True

    def _keep_name(self) -> None:
        for strip in self._strips:
            strip.keep_name()

    @Slot()
    def _on_record(self) -> None:
        if self.state.active:
            self._keep_name()
            self.stop_wanted.emit(False)
        else:
            self.start_wanted.emit()
