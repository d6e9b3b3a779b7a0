"""The drawn parts of a class's card: its colour, its newest samples, its counts, its light, and the record button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QSizePolicy, QToolTip, QWidget

from mmdesk.core.inputs import Input
from mmdesk.core.teaching import TaughtSample
from mmdesk.core.teaching_report import Light
from mmdesk.ui.glyphs import draw_glyph, glyph_of
from mmdesk.ui.language import number_text
from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.spoken import show_as
from mmdesk.ui.teach.sample_pictures import SamplePictures, words_in
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import input_name

THUMB_PX = 58


class ColourDot(QAbstractButton):
    """A class's colour; pressed, it offers others.

    Attributes:
        colour: "#rrggbb".
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self.colour = DARK.rest
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(30), self._look.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._look.px(10)
        painter.setPen(QPen(QColor(self._look.theme.state), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(QRectF(self.rect()).center(), radius, radius)


class Thumbnails(QWidget):
    """The newest samples of a class in a row; a click opens all of them.

    Signals:
        clicked: All are wanted.
    """

    clicked = Signal()

    def __init__(self, pictures: SamplePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_as(self, QAccessible.Role.Graphic)
        self._pictures = pictures
        self._look = Look(DARK, 1.0)
        self._samples: Sequence[TaughtSample] = ()
        self.hint = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.setFixedHeight(look.px(THUMB_PX))
        self.update()

    def show_samples(self, samples: Sequence[TaughtSample]) -> None:
        """Show the newest of these."""
        self._samples = samples
        self.retranslate()
        self.setCursor(Qt.CursorShape.PointingHandCursor if samples else Qt.CursorShape.ArrowCursor)
        self.update()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setAccessibleName(self.tr("The newest examples"))
        self.setAccessibleDescription(number_text(len(self._samples)))

    def shown(self) -> Sequence[TaughtSample]:
        """Those that there is room for, the newest first."""
        side, gap = self._look.px(THUMB_PX), self._look.px(6)
        room = max(1, (self.width() + gap) // (side + gap))
        return self._samples[: -room - 1 : -1]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        side, gap = self._look.px(THUMB_PX), self._look.px(6)
        for place, sample in enumerate(self.shown()):
            painter.drawPixmap(place * (side + gap), 0, self._pictures.of(sample, side))
        if not self._samples:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(QColor(self._look.theme.line), 1.5, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            radius = self._look.px(8)
            area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(area, radius, radius)
            painter.setFont(self._look.font(15))
            painter.setPen(QColor(self._look.theme.muted))
            wrapped = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(area.adjusted(gap, 0, -gap, 0), wrapped, self.hint)

    def event(self, event: QEvent) -> bool:
        """Tell the words of an example, which its small picture may cut."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._samples:
            shown, place = self.shown(), event.pos().x() // (self._look.px(THUMB_PX) + self._look.px(6))
            words = words_in(shown[place]) if place < len(shown) else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._samples and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class Counts(QWidget):
    """How many samples hold each input: an icon and a number, in the input's colour where there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_as(self, QAccessible.Role.StaticText)
        self._look = Look(DARK, 1.0)
        self._inputs: Sequence[Input] = ()
        self._counts: Mapping[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_counts(self, inputs: Sequence[Input], counts: Mapping[str, int]) -> None:
        """Show these numbers, by the inputs' names."""
        self._inputs, self._counts = inputs, counts
        self.retranslate()
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        told = (f"{input_name(one)}: {number_text(self._counts.get(one.name, 0))}" for one in self._inputs)
        self.setAccessibleName(self.tr("Examples of each input"))
        self.setAccessibleDescription("; ".join(told))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(66) * len(self._inputs), self._look.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        theme, side, step = self._look.theme, self._look.px(20), self._look.px(66)
        painter.setFont(self._look.font(16, QFont.Weight.DemiBold))
        for index, one in enumerate(self._inputs):
            count = self._counts.get(one.name, 0)
            colour = self._look.colour(index) if count else QColor(theme.rest)
            top = (self.height() - side) / 2
            draw_glyph(painter, glyph_of(one.kind), QRectF(index * step, top, side, side), colour)
            painter.setPen(QColor(theme.text if count else theme.rest))
            room = QRectF(index * step + side + self._look.px(5), 0, step - side, self.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), number_text(count))


class LightDot(QWidget):
    """What a class needs, as a mark that differs in shape, too: full, half, or crossed out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self.light: Light | None = None

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.setFixedSize(look.px(18), look.px(18))
        self.update()

    def show_light(self, light: Light | None) -> None:
        """Show a light; an empty ring for none."""
        self.light = light
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, width = self._look.theme, max(1.5, self._look.px(2))
        area = QRectF(self.rect()).adjusted(width, width, -width, -width)
        colours = {Light.ENOUGH: theme.accent, Light.THIN: theme.inputs[1], Light.CONTRADICTORY: theme.state}
        colour = QColor(theme.rest if self.light is None else colours[self.light])
        painter.setPen(QPen(colour, width))
        if self.light is Light.ENOUGH:
            painter.setBrush(colour)
        painter.drawEllipse(area)
        if self.light is Light.THIN:
            painter.setBrush(colour)
            painter.drawPie(area, 180 * 16, 180 * 16)
        elif self.light is Light.CONTRADICTORY:
            reach = area.width() / 2 * 0.7
            for sign in (-1, 1):
                offset = QPointF(reach, sign * reach) * 0.72
                painter.drawLine(area.center() - offset, area.center() + offset)


class NameField(QLineEdit):
    """A name; Enter ends it, and means nothing else.

    Signals:
        cancelled: Esc was pressed while something was typed that is not kept yet.
    """

    cancelled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            event.accept()
            self.cancelled.emit()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # Qt's own lets the window have it as well


class HoldButton(QPushButton):
    """Acts while it is held down, by the mouse or a finger.

    Signals:
        hold_began: It went down.
        hold_ended: It was let go, wherever the pointer is by then.
        reached: The keyboard has come to it.
    """

    hold_began = Signal()
    hold_ended = Signal()
    reached = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._colour, self._recording = DARK.rest, False
        self._seconds = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.setFixedHeight(look.px(40))
        self.update()

    def show_state(self, colour: str, *, recording: bool) -> None:
        """Take a class's colour; while it records it is filled."""
        if (colour, recording) != (self._colour, self._recording):
            self._colour, self._recording = colour, recording
            self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(40))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self.setDown(True)
            self.hold_began.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.reached.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Leaving the button does not let go of it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isDown():
            self.setDown(False)
            self.hold_ended.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, radius = self._look.theme, self._look.px(9)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        ink, ground, edge = theme.text, QColor(theme.raised), QColor(theme.line)
        if self._recording:
            ink, ground, edge = theme.on_state, QColor(theme.state), QColor(theme.state)
        elif not self.isEnabled():
            ink = theme.rest
        elif self.underMouse() or self.hasFocus():
            edge = QColor(theme.state if self.hasFocus() else theme.muted)
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(ground)
        painter.drawRoundedRect(area, radius, radius)
        font = self._look.font(16, QFont.Weight.DemiBold)
        dot, gap = self._look.px(7), self._look.px(9)
        wanted = QFontMetricsF(font).horizontalAdvance(self.text()) / (area.width() - 5 * dot)
        font.setPixelSize(max(round(font.pixelSize() * 0.75), int(font.pixelSize() / max(1.0, wanted))))
        painter.setFont(font)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(area.width() - 4 * dot))
        width = QFontMetricsF(font).horizontalAdvance(words)
        left = area.center().x() - (width + 2 * dot + gap) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink if self._recording else theme.state if self.isEnabled() else theme.rest))
        painter.drawEllipse(QPointF(left + dot, area.center().y()), dot, dot)
        painter.setPen(QColor(ink))
        room = QRectF(left + 2 * dot + gap, area.top(), width + 4, area.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
