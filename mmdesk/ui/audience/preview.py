"""What the audience sees, small, in the presenter's window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetricsF,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.ui.audience.scenes import scene_name
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.spoken import show_as
from mmdesk.ui.theme import DARK, Look

INTERVAL_MS = 250
"""Four pictures a second: enough to see what is shown, and a fiftieth of the GUI thread at most."""
_CAPTION_PX = 24
_WIDEST_PX = 300


class StagePreview(QWidget):
    """A small picture of the stage, drawn a few times a second while it is seen; a click brings the next scene.

    It is drawn at its own size, not taken from the large window's pixels: that costs a third.

    Args:
        stage: The window for the audience.
        parent: Where it stands.

    Signals:
        clicked: The next scene is wanted.
    """

    clicked = Signal()

    def __init__(self, stage: AudienceWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_as(self, QAccessible.Role.Graphic)
        self._stage = stage
        self._look = Look(DARK, 1.0)
        self._picture = QPixmap()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.take)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.setMaximumWidth(look.px(_WIDEST_PX))
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setAccessibleName(self.tr("What the audience sees"))
        self.setToolTip(self.tr("What the audience sees. Click for the next scene (Page Down)."))
        self.update()

    @property
    def picture(self) -> QPixmap:
        """What was taken last; null for nothing."""
        return self._picture

    def take(self) -> None:
        """Take a picture of the stage, unless nobody would see it."""
        stage = self._stage
        if not self.isVisible() or self.window().isMinimized():
            return
        if not stage.isVisible():
            self._picture = QPixmap()
            self.update()
            return
        room = self._room()
        share = min(room.width() / stage.width(), room.height() / stage.height())
        ratio = self.devicePixelRatioF()
        size = QSize(max(1, round(stage.width() * share)), max(1, round(stage.height() * share)))
        if self._picture.size() != size * ratio:
            self._picture = QPixmap(size * ratio)
            self._picture.setDevicePixelRatio(ratio)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(size.width() / stage.width(), size.height() / stage.height())
        parts = QWidget.RenderFlag.DrawWindowBackground | QWidget.RenderFlag.DrawChildren
        stage.render(painter, QPoint(), QRegion(), parts)
        painter.end()
        self.update()

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 0, 0, -self._look.px(_CAPTION_PX))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_WIDEST_PX), self._look.px(190))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(60))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        theme, px = self._look.theme, self._look.px
        painter.fillRect(self.rect(), QColor(theme.card))
        room = self._room()
        frame = QRectF(0, 0, room.width(), room.height())
        if not self._picture.isNull():
            size = self._picture.deviceIndependentSize()
            frame = QRectF((room.width() - size.width()) / 2, (room.height() - size.height()) / 2, *size.toTuple())
            painter.drawPixmap(frame.topLeft(), self._picture)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawRect(frame.adjusted(0, 0, -1, -1))
        painter.setFont(self._look.font(15))
        painter.setPen(QColor(theme.muted))
        code = self.tr("Code to take the moment home")
        shown = code if self._stage.board.offers else scene_name(self._stage.scene)
        words = self.tr("On the stage: {scene}").format(scene=shown)
        short = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        line = QRectF(0, frame.bottom(), self.width(), px(_CAPTION_PX))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), short)
