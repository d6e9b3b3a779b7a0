"""Puts the presenter's wishes on the stage: by menu, by key, or by itself after a while."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mmdesk.ui.audience.layout import TYPE_STEPS
from mmdesk.ui.audience.menu import INTERVALS_S, StageMenu
from mmdesk.ui.audience.preview import StagePreview
from mmdesk.ui.audience.scenes import Scene
from mmdesk.ui.audience.window import AudienceWindow


class StageDirector(QObject):
    """Scenes, their change by itself, the size of type and the small picture for the presenter.

    Args:
        menu: Where all of it is chosen.
        stage: The window for the audience.
        parent: The main window.

    Signals:
        type_scale_chosen: Size of type relative to the usual one, to be remembered.
        interval_chosen: Seconds after which the scene changes by itself, 0 for never; to be remembered.
        preview_toggled: Whether the presenter sees the stage, to be remembered.

    Attributes:
        preview: The small picture; it is there only while the stage is.
    """

    type_scale_chosen = Signal(float)
    interval_chosen = Signal(int)
    preview_toggled = Signal(bool)

    def __init__(self, menu: StageMenu, stage: AudienceWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self._menu, self._stage = menu, stage
        self.preview = StagePreview(stage)
        self.preview.hide()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        menu.scene_chosen.connect(self._on_scene)
        menu.next.triggered.connect(self._on_next)
        menu.previous.triggered.connect(self._on_previous)
        menu.interval_chosen.connect(self.set_interval)
        menu.interval_chosen.connect(self.interval_chosen)
        menu.larger.triggered.connect(self._on_larger)
        menu.smaller.triggered.connect(self._on_smaller)
        menu.normal.triggered.connect(self._on_normal)
        for action, keys in (
            (menu.larger, "Ctrl++"),
            (menu.larger, "Ctrl+="),
            (menu.smaller, "Ctrl+-"),
            (menu.normal, "Ctrl+0"),
        ):
            QShortcut(QKeySequence(keys), stage, action.trigger)
        menu.preview.setChecked(True)
        menu.preview.toggled.connect(self._on_preview)
        self.preview.clicked.connect(self._on_next)
        stage.scene_changed.connect(self._on_scene_changed)
        stage.seen.connect(self._show_preview)
        self._show_scales()

    def set_interval(self, seconds: int) -> None:
        """Change the scene by itself after so many seconds; 0 for never, as anything that cannot be chosen."""
        seconds = seconds if seconds in INTERVALS_S else 0
        self._menu.show_interval(seconds)
        if seconds:
            self._timer.start(1000 * seconds)
        else:
            self._timer.stop()

    @property
    def interval_s(self) -> int:
        """Seconds after which the scene changes by itself; 0 for never."""
        return self._timer.interval() // 1000 if self._timer.isActive() else 0

    def set_type_scale(self, scale: float) -> None:
        """Write in the size that can be chosen and is nearest to this."""
        self._stage.set_type_scale(min(TYPE_STEPS, key=lambda step: abs(step - scale)))
        self._show_scales()

    def set_preview(self, shown: bool) -> None:
        """Let the presenter see the stage or not, without reporting it."""
        blocked = self._menu.preview.blockSignals(True)
        self._menu.preview.setChecked(shown)
        self._menu.preview.blockSignals(blocked)
        self._show_preview()

    @Slot(object)
    def _on_scene(self, scene: Scene) -> None:
        self._stage.show_scene(scene)
        self._menu.show_scene(self._stage.scene)  # where that one has nothing to show, another is seen
        self._begin_anew()

    @Slot()
    def _on_next(self) -> None:
        self._stage.next_scene()
        self._begin_anew()

    @Slot()
    def _on_previous(self) -> None:
        self._stage.previous_scene()
        self._begin_anew()

    def _begin_anew(self) -> None:
        """What the presenter has chosen stands as long as any scene."""
        if self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_time(self) -> None:
        stage = self._stage
        if stage.isVisible() and not stage.isMinimized() and not stage.board.offers:
            stage.next_scene()

    @Slot(object)
    def _on_scene_changed(self, scene: Scene) -> None:
        self._menu.show_scene(scene)
        self.preview.update()

    @Slot()
    def _on_larger(self) -> None:
        self._step(1)

    @Slot()
    def _on_smaller(self) -> None:
        self._step(-1)

    @Slot()
    def _on_normal(self) -> None:
        self._choose_scale(1.0)

    def _step(self, way: int) -> None:
        number = TYPE_STEPS.index(self._stage.type_scale) + way
        self._choose_scale(TYPE_STEPS[min(max(number, 0), len(TYPE_STEPS) - 1)])

    def _choose_scale(self, scale: float) -> None:
        if scale != self._stage.type_scale:
            self.set_type_scale(scale)
            self.type_scale_chosen.emit(scale)

    def _show_scales(self) -> None:
        scale = self._stage.type_scale
        self._menu.larger.setEnabled(scale < TYPE_STEPS[-1])
        self._menu.smaller.setEnabled(scale > TYPE_STEPS[0])
        self._menu.normal.setEnabled(scale != 1.0)

    @Slot(bool)
    def _on_preview(self, shown: bool) -> None:
        self._show_preview()
        self.preview_toggled.emit(shown)

    @Slot()
    def _show_preview(self) -> None:
        self.preview.setVisible(self._menu.preview.isChecked() and self._stage.isVisible())
