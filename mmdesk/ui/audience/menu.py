"""The presenter's hands on the stage: scenes, their change by itself, the size of type, the small picture."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mmdesk.ui.audience.scenes import Scene, scene_name
from mmdesk.ui.language import number_text

INTERVALS_S = (0, 8, 15, 30, 60)
"""Seconds after which the scene changes by itself; 0 for never."""


class StageMenu(QMenu):
    """Everything about the audience window but whether it is open.

    Signals:
        scene_chosen: The `Scene` that is to be seen.
        interval_chosen: Seconds after which the scene is to change by itself; 0 for never.

    Attributes:
        scenes: An entry for each scene; the one that is seen is ticked.
        next: The next scene, please: the key that a presenter's clicker sends.
        previous: The one before.
        intervals: An entry for each of `INTERVALS_S`.
        larger: Larger type.
        smaller: Smaller type.
        normal: Type as large as the form has it.
        preview: Whether the presenter sees a small picture of the stage.
    """

    scene_chosen = Signal(object)
    interval_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scenes: dict[Scene, QAction] = {}
        self.intervals: dict[int, QAction] = {}
        self._scene_group, self._interval_group = QActionGroup(self), QActionGroup(self)
        for scene in Scene:
            self.scenes[scene] = self._add_choice(self._scene_group, self, scene)
        self._scene_group.triggered.connect(self._on_scene)
        self.addSeparator()
        self.next = self._add("PgDown")
        self.previous = self._add("PgUp")
        self.interval_menu = QMenu(self)
        self.addMenu(self.interval_menu)
        for seconds in INTERVALS_S:
            self.intervals[seconds] = self._add_choice(self._interval_group, self.interval_menu, seconds)
        self._interval_group.triggered.connect(self._on_interval)
        self.addSeparator()
        # Without keys: in the presenter's window those are for its own text.
        self.larger, self.smaller, self.normal = self._add(), self._add(), self._add()
        self.addSeparator()
        self.preview = QAction(self, checkable=True)
        self.addAction(self.preview)
        self.show_scene(Scene.ANSWER)
        self.show_interval(0)

    def _add(self, *keys: str) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self.addAction(action)
        return action

    def _add_choice(self, group: QActionGroup, menu: QMenu, value: object) -> QAction:
        action = QAction(self, checkable=True)
        action.setData(value)
        group.addAction(action)
        menu.addAction(action)
        return action

    @Slot(QAction)
    def _on_scene(self, action: QAction) -> None:
        self.scene_chosen.emit(Scene(action.data()))

    @Slot(QAction)
    def _on_interval(self, action: QAction) -> None:
        self.interval_chosen.emit(action.data())

    def show_scene(self, scene: Scene) -> None:
        """Tick the scene that is seen."""
        self.scenes[scene].setChecked(True)

    def show_interval(self, seconds: int) -> None:
        """Tick how often the scene changes by itself."""
        if seconds in self.intervals:
            self.intervals[seconds].setChecked(True)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setTitle(self.tr("On the &stage"))
        for scene, action in self.scenes.items():
            action.setText(scene_name(scene))
        self.next.setText(self.tr("&Next scene"))
        self.previous.setText(self.tr("&Previous scene"))
        self.interval_menu.setTitle(self.tr("Change by &itself"))
        for seconds, action in self.intervals.items():
            words = self.tr("Every {seconds} seconds").format(seconds=number_text(seconds))
            action.setText(words if seconds else self.tr("Never"))
        self.larger.setText(self.tr("&Larger type"))
        self.smaller.setText(self.tr("S&maller type"))
        self.normal.setText(self.tr("Type as &usual"))
        self.preview.setText(self.tr("Show the stage &here"))
