"""One model in the gallery: its picture, a sentence, what to try, and the button that opens it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mmdesk.core.shelf import ShelfModel
from mmdesk.ui.glyphs import draw_glyph, glyph_of
from mmdesk.ui.model_words import calibration_note, model_prompts, model_sentence, model_title
from mmdesk.ui.plain_words import plain_tip, show_plain
from mmdesk.ui.problems import words_of
from mmdesk.ui.theme import DARK, Look

_MOST_PROMPTS = 4


class ModelPicture(QWidget):
    """A model's picture, cut to the frame; without one, the icons of its inputs in their colours."""

    def __init__(self, model: ShelfModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._look = Look(DARK, 1.0)
        self._image = QImage()
        if model.picture is not None:
            height, width, _ = model.picture.shape
            self._image = QImage(model.picture.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.setFixedHeight(look.px(150))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(150))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area, radius = QRectF(self.rect()), self._look.px(8)
        frame = QPainterPath()
        frame.addRoundedRect(area, radius, radius)
        painter.setClipPath(frame)
        painter.fillRect(area, QColor(self._look.theme.screen))
        if not self._image.isNull():
            scale = max(area.width() / self._image.width(), area.height() / self._image.height())
            width, height = area.width() / scale, area.height() / scale
            left, top = (self._image.width() - width) / 2, (self._image.height() - height) / 2
            painter.drawImage(area, self._image, QRectF(left, top, width, height))
            return
        side, count = self._look.px(46), len(self._model.inputs)
        step = min(1.6 * side, area.width() / max(1, count))
        for index, one in enumerate(self._model.inputs):
            middle = area.center().x() + (index - (count - 1) / 2) * step
            place = QRectF(middle - side / 2, area.center().y() - side / 2, side, side)
            draw_glyph(painter, glyph_of(one.kind), place, self._look.colour(index))


class ModelCard(QFrame):
    """A model that can be opened, or what is left of one.

    Args:
        model: The model.
        current: Whether it is the one that runs.
        removable: Whether it can be taken off the list.

    Signals:
        chosen: Path of the model: it is to run.
        removed: Path of the model: it is to be forgotten.
    """

    chosen = Signal(str)
    removed = Signal(str)

    def __init__(self, model: ShelfModel, *, current: bool, removable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.model, self.current = model, current
        self.picture = ModelPicture(model)
        self.picture.setVisible(model.picture is not None or bool(model.inputs))
        self.title, self.sentence, self.heading, self.prompts = QLabel(), QLabel(), QLabel(), QLabel()
        self.title.setObjectName("title")
        self.heading.setObjectName("aside")
        show_plain(self.title, self.sentence, self.heading, self.prompts)
        for label in (self.title, self.sentence, self.heading, self.prompts):
            label.setWordWrap(True)
        self.open_button, self.remove_button = QPushButton(), QPushButton()
        self.open_button.setObjectName("main")
        self.open_button.setEnabled(model.problem is None)
        self.remove_button.setVisible(removable)
        self.open_button.clicked.connect(self._on_open)
        self.remove_button.clicked.connect(self._on_remove)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.open_button)
        self._buttons.addWidget(self.remove_button)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        for part in (self.picture, self.title, self.sentence, self.heading, self.prompts):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._column.addLayout(self._buttons)
        self.setToolTip(plain_tip(str(model.path)))
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._column.setContentsMargins(look.px(14), look.px(14), look.px(14), look.px(12))
        self._column.setSpacing(look.px(6))
        self._buttons.setSpacing(look.px(8))
        self.picture.set_look(look)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        model, title = self.model, model_title(self.model)
        self.title.setText(title)
        prompts = model_prompts(model)[:_MOST_PROMPTS]
        if model.missing:
            self.sentence.setText(self.tr("It is no longer there: {path}").format(path=model.path))
        elif model.problem is not None:
            self.sentence.setText(words_of(model.problem).sentence)
        else:
            told = (model_sentence(model), calibration_note(model), words_of(model.fault).sentence)
            self.sentence.setText(" ".join(filter(None, told)))
        self.heading.setText(self.tr("Try this:"))
        self.prompts.setText("\n".join(f"– {prompt}" for prompt in prompts))
        for part in (self.heading, self.prompts):
            part.setVisible(bool(prompts))
        self.open_button.setText(self.tr("Continue") if self.current else self.tr("Open"))
        self.remove_button.setText(self.tr("Remove from the list"))
        self.open_button.setAccessibleName(f"{self.open_button.text()}: {title}")
        self.remove_button.setAccessibleName(f"{self.remove_button.text()}: {title}")
        self.setAccessibleName(". ".join(filter(None, (title, self.sentence.text(), *prompts))))

    @Slot()
    def _on_open(self) -> None:
        self.chosen.emit(str(self.model.path))

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(str(self.model.path))
