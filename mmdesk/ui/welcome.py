"""What a newcomer sees first: what this is, show, say, type, and three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mmdesk.core.modality import Modality
from mmdesk.ui.glyphs import draw_glyph
from mmdesk.ui.theme import DARK, Look

_HEIGHT_PX = 132


class DoingPicture(QWidget):
    """A drawn picture of one thing to do: a sheet before a lens, a voice, a word in a box."""

    def __init__(self, kind: Modality, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._index = kind, index
        self._look = Look(DARK, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.setFixedHeight(look.px(_HEIGHT_PX))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(_HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, radius = self._look.theme, self._look.px(10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.screen))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        unit = self.height() / 100
        side = min(78 * unit, self.width() / 3.1)  # a narrow window has all of it, too
        middle = QRectF(self.rect()).center()
        glyph = QRectF(middle.x() - 1.35 * side, middle.y() - side / 2, side, side)
        draw_glyph(painter, self._kind, glyph, self._look.colour(self._index))
        subject = QRectF(middle.x() + 0.1 * side, middle.y() - 0.5 * side, 1.25 * side, side)
        (self._draw_sheet, self._draw_voice, self._draw_word)[self._index](painter, subject)

    def _draw_sheet(self, painter: QPainter, area: QRectF) -> None:
        painter.save()
        painter.translate(area.center())
        painter.rotate(6)
        sheet = QRectF(-0.36 * area.height(), -0.48 * area.height(), 0.72 * area.height(), 0.96 * area.height())
        painter.setBrush(QColor("#f4f1e8"))
        painter.setPen(QPen(QColor(self._look.theme.line), 1.5))
        painter.drawRoundedRect(sheet, 3, 3)
        painter.setPen(QColor("#1d2630"))
        font = self._look.font(62)
        font.setPixelSize(max(8, int(0.8 * area.height())))
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(sheet, Qt.AlignmentFlag.AlignCenter, "3")
        painter.restore()

    def _draw_voice(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(self._look.colour(self._index), 0.055 * area.height(), c=Qt.PenCapStyle.RoundCap))
        heights = (0.16, 0.4, 0.82, 0.55, 0.95, 0.45, 0.7, 0.3, 0.14)
        for number, height in enumerate(heights):
            x = area.left() + (number + 0.5) * area.width() / len(heights)
            half = height * area.height() / 2
            painter.drawLine(QPointF(x, area.center().y() - half), QPointF(x, area.center().y() + half))

    def _draw_word(self, painter: QPainter, area: QRectF) -> None:
        box = area.adjusted(0, 0.22 * area.height(), 0, -0.22 * area.height())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour(self._index), 2.5))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(self._look.theme.text))
        font = self._look.font(40)
        font.setPixelSize(max(8, int(0.66 * box.height())))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tr("three"))


class Welcome(QFrame):
    """The newcomer's part of the start page.

    Signals:
        sample_wanted: The sample session is to be looked at.
        devices_wanted: Camera and microphone of this computer are wanted.
        tour_wanted: The guided tour is wanted.

    Attributes:
        sample_button: The first of the three, which has the focus.
    """

    sample_wanted = Signal()
    devices_wanted = Signal()
    tour_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading, self.sentences = QLabel(), QLabel()
        self.heading.setObjectName("headline")
        self.pictures = [DoingPicture(kind, index) for index, kind in enumerate(Modality)]
        self.names, self.words = [QLabel() for _ in Modality], [QLabel() for _ in Modality]
        self._grid = QGridLayout()
        for index, (picture, name, words) in enumerate(zip(self.pictures, self.names, self.words, strict=True)):
            name.setObjectName("title")
            for row, part in enumerate((picture, name, words)):
                self._grid.addWidget(part, row, index)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(index, 1)
        for label in (self.heading, self.sentences, *self.names, *self.words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.sample_button, self.devices_button, self.tour_button = QPushButton(), QPushButton(), QPushButton()
        self._buttons = QHBoxLayout()
        for button, wanted in (
            (self.sample_button, self.sample_wanted),
            (self.devices_button, self.devices_wanted),
            (self.tour_button, self.tour_wanted),
        ):
            button.setObjectName("main")
            button.setAutoDefault(False)
            button.clicked.connect(wanted)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)  # else each would look as if it belonged to the picture above it
        self._column = QVBoxLayout(self)
        for part in (self.heading, self.sentences):
            self._column.addWidget(part)
        self._column.addLayout(self._grid)
        self._column.addLayout(self._buttons)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._column.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(18))
        self._column.setSpacing(look.px(14))
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(5))
        self._buttons.setSpacing(look.px(16))
        for picture in self.pictures:
            picture.set_look(look)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.heading.setText(self.tr("Welcome to mmdesk"))
        self.sentences.setText(
            self.tr(
                "A model looks, listens and reads, and gives one answer. Here you see how much it relies on each of "
                "the three, and what happens when they disagree."
            )
        )
        for name, text in zip(self.names, (self.tr("Show"), self.tr("Say"), self.tr("Type")), strict=True):
            name.setText(text)
        told = (
            self.tr("Hold something up to the camera: a large 3, for example."),
            self.tr("Say what it is, or something else on purpose."),
            self.tr("Type a word, in your own language if you like."),
        )
        for label, text in zip(self.words, told, strict=True):
            label.setText(text)
        self.sample_button.setText(self.tr("Try the sample"))
        self.sample_button.setToolTip(self.tr("Plays recorded picture, sound and text: no camera is needed"))
        self.devices_button.setText(self.tr("Use my camera and microphone"))
        self.devices_button.setToolTip(self.tr("Nothing leaves this computer, and nothing is stored"))
        self.tour_button.setText(self.tr("Take the tour"))
        self.tour_button.setToolTip(self.tr("Shows you the window step by step"))
        self.setAccessibleName(f"{self.heading.text()}. {self.sentences.text()}")
        for picture in self.pictures:
            picture.update()
