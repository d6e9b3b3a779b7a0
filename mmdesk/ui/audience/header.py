"""What is told in every scene: the method, a freeze, a recording or a replay, and what a user holds in force."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.ui.audience.layout import SMALLEST_PX
from mmdesk.ui.audience.words import AudienceWords
from mmdesk.ui.spoken import show_as
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.training_words import fusion_name

_HELD_PX = 46
_MOST_LINES = 3
_MOST_LINES_UPRIGHT = 6
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class StageHeader(QWidget):
    """One line of signs, and lines for what is held, as many as that takes; what stands below makes room.

    Args:
        words: What is told.
        parent: The window.
    """

    def __init__(self, words: AudienceWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        show_as(self, QAccessible.Role.StaticText, self._spoken)
        self._look = Look(DARK, 1.0)
        self._told: tuple[object, ...] = ()
        self.held: list[str] = []
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._take_held()
        self.update()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setAccessibleName(self.tr("Method and active changes"))

    def _spoken(self) -> str:
        """What is drawn, in words."""
        return ". ".join(filter(None, (self._fusion, *self._words.recorder, *self._words.tags, *self._words.held)))

    def refresh(self) -> None:
        """Draw what the words say now, if that is something else."""
        self._take_held()
        told = (self._fusion, tuple(self._words.tags), self._words.recorder, tuple(self.held))
        if told != self._told:
            self._told = told
            self.update()

    @property
    def _fusion(self) -> str:
        prediction = self._words.prediction
        return fusion_name(prediction.fusion) if prediction is not None and prediction.fusion else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_held()

    def _take_held(self) -> None:
        self.held = self._wrapped(self._words.held)
        height = self._look.px(104 + _HELD_PX * len(self.held))
        if height != self.height():
            self.setFixedHeight(height)

    def _wrapped(self, items: tuple[str, ...]) -> list[str]:
        metrics = QFontMetricsF(self._held_font())
        width = self.width() - self._look.px(96)
        lines: list[str] = []
        for item in items:
            between = "  ·  "
            for part in [item] if metrics.horizontalAdvance(item) <= width else item.split(" "):
                longer = f"{lines[-1]}{between}{part}" if lines else part
                if lines and metrics.horizontalAdvance(longer) <= width:
                    lines[-1] = longer
                else:
                    lines.append(part)
                between = " "
        window = self.window()
        most = _MOST_LINES_UPRIGHT if window.height() > window.width() else _MOST_LINES
        if len(lines) > most:
            lines[most - 1 :] = ["  ·  ".join(lines[most - 1 :])]
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]

    def _held_font(self) -> QFont:
        return self._look.font(SMALLEST_PX, QFont.Weight.Bold)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        self._draw_signs(painter)
        px = self._look.px
        painter.setFont(self._held_font())
        painter.setPen(QColor(self._look.theme.state))
        for number, line in enumerate(self.held):
            area = QRectF(px(48), px(92 + _HELD_PX * number), self.width() - px(96), px(_HELD_PX))
            painter.drawText(area, _LEFT, line)

    def _draw_signs(self, painter: QPainter) -> None:
        px, theme = self._look.px, self._look.theme
        line = QRectF(px(48), px(26), self.width() - px(96), px(60))
        painter.setFont(self._look.font(SMALLEST_PX, QFont.Weight.Bold))
        metrics = QFontMetricsF(painter.font())
        right = line.right()
        pills = [(words, theme.state, theme.on_state) for words in self._words.tags]
        taken = sum(metrics.horizontalAdvance(words) + px(56) for words, _, _ in pills)
        recorder = [part for part in self._words.recorder if part]
        whole = "  ·  ".join(recorder)
        if recorder:  # that it records is told in any case, and the rest where there is room
            fits = line.width() - taken >= metrics.horizontalAdvance(whole) + px(40)
            pills.insert(0, (whole if fits else recorder[0], theme.record, theme.on_record))
        needed = sum(metrics.horizontalAdvance(words) + px(56) for words, _, _ in pills) - px(16)
        if needed > line.width():  # upright and in a language of long words, none of the signs may be left out
            painter.setFont(self._look.font(SMALLEST_PX * line.width() / needed, QFont.Weight.Bold))
            metrics = QFontMetricsF(painter.font())
        for said, ground, ink in reversed(pills):
            width = metrics.horizontalAdvance(said) + min(px(40), px(40) * line.width() / max(1.0, needed))
            pill = QRectF(right - width, line.top(), width, line.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(pill, px(12), px(12))
            painter.setPen(QColor(ink))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, said)
            right = pill.left() - px(16)
        if self._fusion:
            line.setRight(max(line.left(), right))
            painter.setFont(self._look.font(SMALLEST_PX))
            painter.setPen(QColor(theme.muted))
            room = QFontMetricsF(painter.font()).elidedText(
                self._fusion, Qt.TextElideMode.ElideRight, max(1.0, line.width())
            )
            painter.drawText(line, _LEFT, room)
