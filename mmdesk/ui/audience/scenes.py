"""The scenes beside the answer's: weights over time, methods side by side, the map, the answer without each input."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mmdesk.core.fused_map import MapPoints
from mmdesk.core.inputs import Input
from mmdesk.core.prediction import Prediction
from mmdesk.ui.audience.layout import Form, form_of
from mmdesk.ui.audience.scene_parts import SceneHeading, ScenePart, WeightFigures, WithoutRows
from mmdesk.ui.audience.words import AudienceWords
from mmdesk.ui.microscope.map_page import MapView
from mmdesk.ui.microscope.methods_page import EVERY_COLUMN, FEW_COLUMNS, MethodsTable
from mmdesk.ui.panels.strip import WeightStrip
from mmdesk.ui.theme import Look

_AXES_PX, _MAP_PX, _TABLE_PX = 34 / 14, 34 / 17, 2.4
"""Size of what the microscope's own parts draw, so that their smallest type is the stage's."""
_TABLE_WIDTH_PX, _FEW_WIDTH_PX = 760, 520
_LEAST_ROW_PX = 58


class Scene(StrEnum):
    """What the audience sees, in the order in which it changes."""

    ANSWER = "answer"
    WITHOUT = "without"
    WEIGHTS = "weights"
    METHODS = "methods"
    MAP = "map"
    EXPLANATION = "explanation"


_NAMES = {
    Scene.ANSWER: QT_TRANSLATE_NOOP("Stage", "Answer"),
    Scene.WITHOUT: QT_TRANSLATE_NOOP("Stage", "What if: without each input"),
    Scene.WEIGHTS: QT_TRANSLATE_NOOP("Stage", "Weights over time"),
    Scene.METHODS: QT_TRANSLATE_NOOP("Stage", "Methods side by side"),
    Scene.MAP: QT_TRANSLATE_NOOP("Stage", "Map"),
    Scene.EXPLANATION: QT_TRANSLATE_NOOP("Stage", "What supports the answer (while frozen)"),
}
_TITLES = {
    Scene.WITHOUT: QT_TRANSLATE_NOOP("Stage", "What would it say without …?"),
    Scene.WEIGHTS: QT_TRANSLATE_NOOP("Stage", "How much it used each input"),
    Scene.METHODS: QT_TRANSLATE_NOOP("Stage", "The same moment, seen by every method"),
    Scene.MAP: QT_TRANSLATE_NOOP("Stage", "Dots: examples it learnt from. The large one: you, now"),
}


def scene_name(scene: Scene) -> str:
    """What a scene is called in menus."""
    return QCoreApplication.translate("Stage", str(_NAMES[scene]))


def take_all(part: QWidget) -> None:
    """Let a part of the microscope have the room that there is, however little it is."""
    part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)


class StageScene(QWidget):
    """A heading with the answer, and something of the microscope below it, as large as it can be.

    Args:
        scene: Which one.
        words: What is told.
        parent: The window.
    """

    def __init__(self, scene: Scene, words: AudienceWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self._words = words
        self._look: Look | None = None
        self.heading = SceneHeading(words)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self.retranslate()

    @property
    def parts(self) -> tuple[ScenePart, ...]:
        """What is drawn of the words."""
        return (self.heading,)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        edge = look.px(48)
        self._column.setContentsMargins(edge, 0, edge, look.px(36))
        self._column.setSpacing(look.px(18))
        for part in self.parts:
            part.set_look(look)

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Show these inputs."""
        for part in self.parts:
            part.show_inputs(inputs)

    def show_prediction(self, prediction: Prediction) -> None:  # noqa: ARG002
        """Show the prediction that the words tell of."""
        self.refresh()

    def refresh(self) -> None:
        """Draw what the words say now."""
        for part in self.parts:
            part.refresh()

    def can_show(self, prediction: Prediction | None) -> bool:
        """Whether there is something to see, as far as the prediction tells."""
        return prediction is not None

    def forget(self) -> None:
        """Begin anew: another model."""
        self.refresh()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.heading.say(QCoreApplication.translate("Stage", str(_TITLES[self.scene])))
        self.setAccessibleName(self.heading.title)
        for drawn in self.findChildren(QWidget):
            if drawn is not self.heading:
                drawn.setAccessibleName(self.heading.title)

    @property
    def form(self) -> Form:
        """The form of the window."""
        window = self.window()
        return form_of(window.width(), window.height())


class WithoutScene(StageScene):
    """The answer without each input."""

    def __init__(self, words: AudienceWords) -> None:
        self.rows = WithoutRows(words)
        super().__init__(Scene.WITHOUT, words)
        self._column.addWidget(self.rows, 1)

    @property
    def parts(self) -> tuple[ScenePart, ...]:
        return self.heading, self.rows

    def can_show(self, prediction: Prediction | None) -> bool:
        return prediction is not None and prediction.insight is not None and len(prediction.inputs) > 1


class WeightsScene(StageScene):
    """The weights of the last half minute, and those of now in figures."""

    def __init__(self, words: AudienceWords) -> None:
        self.strip, self.figures = WeightStrip(), WeightFigures(words)
        super().__init__(Scene.WEIGHTS, words)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        take_all(self.strip)
        self._row.addWidget(self.strip, 66)
        self._row.addWidget(self.figures, 34)
        self._column.addLayout(self._row, 1)

    @property
    def parts(self) -> tuple[ScenePart, ...]:
        return self.heading, self.figures

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._row.setSpacing(look.px(40))
        upright = self.form is Form.UPRIGHT
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight)
        self.strip.set_look(Look(look.theme, look.scale * _AXES_PX))

    def remember(self, prediction: Prediction) -> None:
        """Add a tick; the plot is drawn only while it is seen."""
        self.strip.append(prediction)

    def can_show(self, prediction: Prediction | None) -> bool:
        return prediction is not None and prediction.weights_defined

    def forget(self) -> None:
        super().forget()
        self.strip.forget()

    def retranslate(self) -> None:
        super().retranslate()
        self.strip.forget_axes()


class MethodsScene(StageScene):
    """Every method's answer to this very moment."""

    def __init__(self, words: AudienceWords) -> None:
        self.table = MethodsTable(for_show=True)
        super().__init__(Scene.METHODS, words)
        take_all(self.table)
        self._column.addWidget(self.table, 1)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        few = self.form is Form.UPRIGHT
        width = max(1, self.window().width() - 2 * look.px(48))
        scale = min(look.scale * _TABLE_PX, width / (_FEW_WIDTH_PX if few else _TABLE_WIDTH_PX))
        self.table.shares = FEW_COLUMNS if few else EVERY_COLUMN
        self.table.least_row_px = look.px(_LEAST_ROW_PX)
        self.table.set_look(Look(look.theme, scale))

    def show_prediction(self, prediction: Prediction) -> None:
        super().show_prediction(prediction)
        self.table.show_prediction(prediction)

    def can_show(self, prediction: Prediction | None) -> bool:
        return prediction is not None and prediction.insight is not None and len(prediction.insight.views) > 1

    def forget(self) -> None:
        super().forget()
        self.table.show_prediction(None)

    def retranslate(self) -> None:
        super().retranslate()
        self.table.update()


class MapScene(StageScene):
    """The live point among the training samples."""

    def __init__(self, words: AudienceWords) -> None:
        self.map = MapView()
        super().__init__(Scene.MAP, words)
        take_all(self.map)
        self._column.addWidget(self.map, 1)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.map.set_look(Look(look.theme, look.scale * _MAP_PX))

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        super().show_inputs(inputs)
        self.map.show_inputs(inputs)

    def show_prediction(self, prediction: Prediction) -> None:
        super().show_prediction(prediction)
        self.map.show_prediction(prediction)

    def set_points(self, points: MapPoints | None) -> None:
        """Show a model's map, or that it has none."""
        self.map.set_points(points)

    def can_show(self, prediction: Prediction | None) -> bool:
        return super().can_show(prediction) and self.map.points is not None

    def forget(self) -> None:
        super().forget()
        self.map.forget()

    def retranslate(self) -> None:
        super().retranslate()
        self.map.update()
