"""One prediction drawn so that it is read from the last row of a hall."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.insight import Relation
from mmdesk.core.prediction import Prediction
from mmdesk.ui.audience_rows import SMALLEST_PX, AudienceRows, narrowed
from mmdesk.ui.audience_words import AudienceWords
from mmdesk.ui.repaint_gate import RepaintGate
from mmdesk.ui.theme import DARK, Look, Theme
from mmdesk.ui.training_words import fusion_name

_HELD_PX = 46
_MOST_HELD_LINES = 3
_MOST_HELD_LINES_UPRIGHT = 6
_REFERENCE_PX = (1920, 1080)
_REFERENCE_UPRIGHT_PX = (1300, 1920)
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class AudienceView(QWidget):
    """The answer on the left, weight and contribution of each input on the right, two lines of words below.

    Where the picture is higher than wide, the answer stands above the inputs, and the words have more lines.

    Everything grows with the widget: at 1920 × 1080 no type is smaller than ``SMALLEST_PX``, and in any other size it
    is the same share of the picture. What stands still is drawn once.

    Attributes:
        words: What is told.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = DARK
        self._look = Look(DARK, 1.0)
        self.words = AudienceWords()
        self._inputs = DEFAULT_INPUTS
        self._still: QPixmap | None = None
        self._answer_font: tuple[str, QFont] | None = None
        self._held: list[str] = []
        self._gate = RepaintGate(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours; the size follows from the widget's own."""
        self._theme = theme
        self._take_size()

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Show a row for each of a model's inputs, in its order."""
        self._inputs = tuple(inputs)
        self._still = None
        self.refresh()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.words.say_again()
        self._still = None
        self.refresh()

    def show_prediction(self, prediction: Prediction) -> None:
        """Draw this prediction next."""
        self.words.take(prediction)
        if self.isVisible():
            self._name()
            self._gate.request()

    def refresh(self) -> None:
        """Draw what the words say now."""
        self._name()
        self._take_held()
        self.update()

    def _name(self) -> None:
        spoken = self.words.spoken()
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)

    def sizeHint(self) -> QSize:
        return QSize(1280, 720)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_size()

    def _take_size(self) -> None:
        # Not in steps and without a smallest size: a projector with fewer pixels makes each of them larger.
        width, height = _REFERENCE_UPRIGHT_PX if self._upright else _REFERENCE_PX
        scale = min(self.width() / width, self.height() / height)
        self._look = Look(self._theme, max(scale, 0.1))
        self._still = self._answer_font = None
        self._take_held()
        self.update()

    @property
    def _upright(self) -> bool:
        return self.height() > self.width()

    def _take_held(self) -> None:
        """Set what the user holds in lines; what stands below them makes room."""
        lines = self._wrapped(self.words.held)
        if len(lines) != len(self._held):
            self._still = self._answer_font = None
        self._held = lines

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
        most = _MOST_HELD_LINES_UPRIGHT if self._upright else _MOST_HELD_LINES
        if len(lines) > most:
            lines[most - 1 :] = ["  ·  ".join(lines[most - 1 :])]
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]

    def _held_font(self) -> QFont:
        return self._look.font(SMALLEST_PX, QFont.Weight.Bold)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._still is None:
            self._still = self._drawn_still()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_top(painter)
        self._draw_held(painter)
        self._draw_answer(painter)
        rows = self.rows
        for index, one in enumerate(self._inputs):
            rows.draw(painter, index, self.words.row(one))
        self._draw_words(painter)

    def _middle(self) -> QRectF:
        px = self._look.px
        top = px(118 + _HELD_PX * len(self._held))
        return QRectF(self.rect()).adjusted(px(48), top, -px(48), -px(24) - self._words_px())

    def _words_px(self) -> float:
        """How high the words below the line are, the line included."""
        return self._look.px(400 if self._upright else 238)

    def _answer_area(self) -> QRectF:
        middle = self._middle()
        wide, high = (1.0, 0.42) if self._upright else (0.36, 1.0)
        return QRectF(middle.left(), middle.top(), middle.width() * wide, middle.height() * high)

    @property
    def rows(self) -> AudienceRows:
        """The inputs' rows at the present size."""
        area = self._middle()
        if self._upright:
            area.setTop(self._answer_area().bottom() + self._look.px(40))
        else:
            area.setLeft(area.left() + area.width() * 0.4)
        return AudienceRows(self._look, self._inputs, area)

    def _drawn_still(self) -> QPixmap:
        """Ground, names, captions and tracks."""
        ratio = self.devicePixelRatioF()
        still = QPixmap(self.size() * ratio)
        still.setDevicePixelRatio(ratio)
        still.fill(QColor(self._theme.card))
        painter = QPainter(still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self._theme, self._look.px
        edge = self.height() - self._words_px()
        painter.setPen(QPen(QColor(theme.line), px(2)))
        painter.drawLine(QPointF(px(48), edge), QPointF(self.width() - px(48), edge))
        self.rows.draw_still(painter)
        painter.end()
        return still

    def _draw_top(self, painter: QPainter) -> None:
        px, theme = self._look.px, self._theme
        line = QRectF(px(48), px(34), self.width() - px(96), px(60))
        painter.setFont(self._look.font(SMALLEST_PX, QFont.Weight.Bold))
        metrics = QFontMetricsF(painter.font())
        right = line.right()
        pills = [(words, theme.state, theme.on_state) for words in self.words.tags]
        taken = sum(metrics.horizontalAdvance(words) + px(56) for words, _, _ in pills)
        recorder = [part for part in self.words.recorder if part]
        whole = "  ·  ".join(recorder)
        if recorder:  # that it records is told in any case, and the rest where there is room
            fits = line.width() - taken >= metrics.horizontalAdvance(whole) + px(40)
            pills.insert(0, (whole if fits else recorder[0], theme.record, theme.on_record))
        for said, ground, ink in reversed(pills):
            width = metrics.horizontalAdvance(said) + px(40)
            pill = QRectF(right - width, line.top(), width, line.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(pill, px(12), px(12))
            painter.setPen(QColor(ink))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, said)
            right = pill.left() - px(16)
        if self.words.prediction is not None and self.words.prediction.fusion:
            line.setRight(right)
            painter.setFont(self._look.font(SMALLEST_PX))
            painter.setPen(QColor(theme.muted))
            name = fusion_name(self.words.prediction.fusion)
            room = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, _LEFT, room)

    def _draw_held(self, painter: QPainter) -> None:
        px = self._look.px
        painter.setFont(self._held_font())
        painter.setPen(QColor(self._theme.state))
        for number, line in enumerate(self._held):
            area = QRectF(px(48), px(102 + _HELD_PX * number), self.width() - px(96), px(_HELD_PX))
            painter.drawText(area, _LEFT, line)

    def _draw_answer(self, painter: QPainter) -> None:
        area, px, theme = self._answer_area(), self._look.px, self._theme
        certain = self.words.prediction is not None and self.words.prediction.confidence is not None
        lower = QRectF(area.left(), area.bottom() - px(96), area.width(), px(96))
        if self.words.headline():
            upper = area.adjusted(0, 0, 0, -px(96))
            painter.setFont(self._fitting(self.words.headline(), upper))
            painter.setPen(QColor(theme.answer if certain else theme.rest))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextWordWrap)
            painter.drawText(upper, flags, self.words.headline())
        else:
            lower = area
        detail = self.words.detail()
        painter.setFont(narrowed(self._look, detail, lower.width(), 68, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text if certain else theme.muted))
        # Wrapping breaks what fits by less than a pixel.
        wraps = QFontMetricsF(painter.font()).horizontalAdvance(detail) > lower.width()
        flags = Qt.TextFlag.TextWordWrap if wraps else Qt.TextFlag.TextDontClip
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignCenter | flags), detail)

    def _fitting(self, text: str, area: QRectF) -> QFont:
        """The largest bold font in which a label fits, on several lines if it must."""
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        if self._answer_font is not None and self._answer_font[0] == text:
            return self._answer_font[1]
        size = 200.0 if text == "—" else 620.0
        while True:
            font = self._look.font(size, QFont.Weight.Bold)
            metrics = QFontMetricsF(font)
            needed = metrics.boundingRect(area, flags, text)
            # A figure leaves room above and below in its line.
            room = area.height() * (1.4 if text.isdecimal() and needed.height() < 1.5 * metrics.height() else 1.0)
            if (needed.width() <= area.width() and needed.height() <= room) or size <= SMALLEST_PX:
                self._answer_font = (text, font)
                return font
            size = max(SMALLEST_PX, size * 0.9)

    def _draw_words(self, painter: QPainter) -> None:
        px = self._look.px
        top = self.height() - self._words_px() + px(18)
        rest = QRectF(px(48), top, self.width() - px(96), self.height() - px(24) - top)
        if self.words.relation is not None:
            words, meaning = self.words.badge()
            line = QRectF(rest.left(), rest.top(), rest.width(), px(70))
            beside = line.adjusted(self._draw_badge(painter, words, line) + px(24), 0, 0, 0)
            painter.setPen(QColor(self._theme.text))
            rest.setTop(line.bottom() + px(12))
            if self._upright:
                upper = rest.adjusted(0, 0, 0, -rest.height() / 2)
                rest.setTop(rest.top() + self._draw_wrapped(painter, meaning, upper) + px(12))
            else:
                painter.setFont(narrowed(self._look, meaning, beside.width(), 38, QFont.Weight.Normal))
                short = QFontMetricsF(painter.font()).elidedText(meaning, Qt.TextElideMode.ElideRight, beside.width())
                painter.drawText(beside, _LEFT, short)
        if self.words.honesty:
            painter.setPen(QColor(self._theme.text))
            self._draw_wrapped(painter, self.words.honesty, rest)

    def _draw_wrapped(self, painter: QPainter, text: str, area: QRectF) -> float:
        """Draw a sentence on as many lines as it needs and return how high they are."""
        painter.setFont(self._look.font(38))
        if QFontMetricsF(painter.font()).boundingRect(area, _WRAPPED, text).height() > area.height():
            painter.setFont(self._look.font(SMALLEST_PX))
        painter.drawText(area, _WRAPPED, text)
        return QFontMetricsF(painter.font()).boundingRect(area, _WRAPPED, text).height()

    def _draw_badge(self, painter: QPainter, words: str, line: QRectF) -> float:
        """Draw the relation and return how wide it is."""
        px, theme = self._look.px, self._theme
        painter.setFont(narrowed(self._look, words, line.width() - px(60), 44, QFont.Weight.Bold))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + px(56)
        pill = QRectF(line.left(), line.top(), width, line.height())
        loud = self.words.relation is Relation.CONFLICT
        painter.setPen(QPen(QColor(theme.state if loud else theme.line), px(3)))
        painter.setBrush(QColor(theme.state if loud else theme.raised))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(QColor(theme.on_state if loud else theme.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return width
