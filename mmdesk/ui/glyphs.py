"""Line icons, drawn: they take any colour and size and need no image plug-in."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from mmdesk.core.modality import Modality
from mmdesk.ui.theme import DARK, Look


def _polyline(path: QPainterPath, *points: tuple[float, float]) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)


def _image(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(2.5, 6.5, 19, 13), 2.5, 2.5)
    _polyline(path, (8, 6.5), (9.5, 3.8), (14.5, 3.8), (16, 6.5))
    path.addEllipse(QPointF(12, 13), 3.8, 3.8)


def _audio(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(9, 2.5, 6, 11), 3, 3)
    path.moveTo(5.5, 11)
    path.arcTo(QRectF(5.5, 5, 13, 12.5), 180, 180)
    _polyline(path, (12, 17.5), (12, 21.5))
    _polyline(path, (8.5, 21.5), (15.5, 21.5))


def _text(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(2, 5.5, 20, 13), 2.5, 2.5)
    for x in (6, 10, 14, 18):
        _polyline(path, (x - 0.3, 9.5), (x + 0.3, 9.5))
    _polyline(path, (7.5, 14.5), (16.5, 14.5))


def _signal(path: QPainterPath) -> None:
    """A curve over its axis: any stream of numbers."""
    _polyline(path, (3, 3.5), (3, 20.5), (21, 20.5))
    path.moveTo(3, 14)
    path.cubicTo(8, 2, 10, 4, 12, 10.5)
    path.cubicTo(14, 17, 16.5, 19, 21, 6)


def _pause(path: QPainterPath) -> None:
    _polyline(path, (8.5, 5), (8.5, 19))
    _polyline(path, (15.5, 5), (15.5, 19))


def _play(path: QPainterPath) -> None:
    _polyline(path, (7.5, 4.5), (18.5, 12), (7.5, 19.5), (7.5, 4.5))


def _mirror(path: QPainterPath) -> None:
    _polyline(path, (12, 3), (12, 6.5))
    _polyline(path, (12, 10), (12, 14))
    _polyline(path, (12, 17.5), (12, 21))
    _polyline(path, (9, 6.5), (2.5, 17.5), (9, 17.5), (9, 6.5))
    _polyline(path, (15, 6.5), (21.5, 17.5), (15, 17.5), (15, 6.5))


def _full_screen(path: QPainterPath) -> None:
    for x, y, dx, dy in ((3.5, 3.5, 1, 1), (20.5, 3.5, -1, 1), (3.5, 20.5, 1, -1), (20.5, 20.5, -1, -1)):
        _polyline(path, (x + 5 * dx, y), (x, y), (x, y + 5 * dy))


def _audience(path: QPainterPath) -> None:
    """A screen on its stand."""
    path.addRect(QRectF(3, 4, 18, 12))
    _polyline(path, (12, 16), (12, 20.5))
    _polyline(path, (8, 20.5), (16, 20.5))


def _close(path: QPainterPath) -> None:
    _polyline(path, (5.5, 5.5), (18.5, 18.5))
    _polyline(path, (18.5, 5.5), (5.5, 18.5))


def _mute(path: QPainterPath) -> None:
    """A circle with a bar: "leave this one out", for any input."""
    path.addEllipse(QPointF(12, 12), 8.5, 8.5)
    _polyline(path, (6, 6), (18, 18))


def _chevron(path: QPainterPath) -> None:
    _polyline(path, (6, 9), (12, 15), (18, 9))


def _pin(path: QPainterPath) -> None:
    path.moveTo(8, 3)
    path.lineTo(16, 3)
    path.moveTo(10, 3)
    path.lineTo(9, 11)
    path.lineTo(6, 15)
    path.lineTo(18, 15)
    path.lineTo(15, 11)
    path.lineTo(14, 3)
    path.moveTo(12, 15)
    path.lineTo(12, 21)


def _more(path: QPainterPath) -> None:
    for x in (5, 12, 19):
        path.addEllipse(QPointF(x, 12), 0.7, 0.7)


def _undo(path: QPainterPath) -> None:
    _polyline(path, (8.5, 4), (4, 8.5), (8.5, 13))
    path.moveTo(4, 8.5)
    path.lineTo(14.5, 8.5)
    path.arcTo(QRectF(9, 8.5, 11, 11), 90, -180)
    path.lineTo(9, 19.5)


def _redo(path: QPainterPath) -> None:
    _polyline(path, (15.5, 4), (20, 8.5), (15.5, 13))
    path.moveTo(20, 8.5)
    path.lineTo(9.5, 8.5)
    path.arcTo(QRectF(4, 8.5, 11, 11), 90, 180)
    path.lineTo(15, 19.5)


def _back(path: QPainterPath) -> None:
    _polyline(path, (15, 5), (8, 12), (15, 19))


def _fast(path: QPainterPath) -> None:
    for x in (4, 12):
        _polyline(path, (x, 5.5), (x + 7.5, 12), (x, 18.5), (x, 5.5))


def _step_on(path: QPainterPath) -> None:
    _polyline(path, (6, 5.5), (14.5, 12), (6, 18.5), (6, 5.5))
    _polyline(path, (18.5, 5), (18.5, 19))


def _step_back(path: QPainterPath) -> None:
    _polyline(path, (18, 5.5), (9.5, 12), (18, 18.5), (18, 5.5))
    _polyline(path, (5.5, 5), (5.5, 19))


_GLYPHS: dict[str, Callable[[QPainterPath], None]] = {
    "image": _image,
    "audio": _audio,
    "text": _text,
    "signal": _signal,
    "pause": _pause,
    "play": _play,
    "mirror": _mirror,
    "full screen": _full_screen,
    "audience": _audience,
    "close": _close,
    "mute": _mute,
    "pin": _pin,
    "chevron": _chevron,
    "more": _more,
    "undo": _undo,
    "redo": _redo,
    "back": _back,
    "fast": _fast,
    "step on": _step_on,
    "step back": _step_back,
}


def glyph_of(kind: str) -> str:
    """Name of the icon of a kind of input; a plug-in's kind has a general one."""
    return kind if kind in list(Modality) else "signal"


@cache
def _path(name: str) -> QPainterPath:
    path = QPainterPath()
    _GLYPHS[name](path)
    return path


def draw_glyph(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon from a 24 × 24 grid into a square rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 24, rect.height() / 24)
    pen = QPen(colour, 2.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(name))
    painter.restore()


class GlyphLabel(QWidget):
    """An icon that only says what the words beside it say."""

    def __init__(self, name: str, colour: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour

    def set_colour(self, colour: QColor, side_px: int) -> None:
        """Take a colour and a size."""
        self._colour = colour
        self.setFixedSize(side_px, side_px)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        draw_glyph(painter, self._name, QRectF(self.rect()), self._colour)


class GlyphButton(QToolButton):
    """A button with a drawn icon; checked, it takes the colour in which the program speaks of itself.

    Args:
        calm: Checked is its usual state, marked by a quiet ground only.
    """

    def __init__(
        self, name: str, parent: QWidget | None = None, *, checkable: bool = False, calm: bool = False
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._calm = calm
        self._look = Look(DARK, 1.0)
        self._hovered = False
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.setFixedSize(self.sizeHint())
        self.update()

    def set_glyph(self, name: str) -> None:
        """Change the icon."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(36), self._look.px(36))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = self._look.px(8)
        painter.setPen(QPen(QColor(theme.state), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        loud = self.isChecked() and not self._calm
        if loud:
            painter.setBrush(QColor(theme.state))
        elif self._hovered or self.isDown() or self.isChecked():
            painter.setBrush(QColor(theme.raised))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, radius, radius)
        side = self._look.px(22)
        middle = area.center()
        ink = theme.on_state if loud else theme.text if self._hovered or self.isChecked() else theme.muted
        if not self.isEnabled():
            ink = theme.line
        draw_glyph(painter, self._name, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), QColor(ink))
