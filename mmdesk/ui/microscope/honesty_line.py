"""How the inputs stand to each other, and whether the weights tell what mattered: two lines of words and a gauge."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.insight import Insight, Relation
from mmdesk.core.prediction import Prediction
from mmdesk.core.steady import SteadyVerdict
from mmdesk.core.verdict import PARTED
from mmdesk.ui.elided import Elided
from mmdesk.ui.microscope.words import (
    agreement_tip,
    doubt_tip,
    honesty_sentence,
    honesty_words,
    relation_sentence,
    relation_words,
)
from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.spoken import Spoken
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import percent

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class HonestyLine(QWidget):
    """A badge with the relation and what stands behind it; below it the honesty meter: gauge, figure, sentence.

    Where the inputs of a method say how sure they are, the gauge shows the conflict between them. The gauge follows
    every answer; badge and sentences stay as long as they are true (`mmdesk.core.steady`), their figures are on hover.

    Attributes:
        verdict: What is said.
        elided: What did not fit.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._insight: Insight | None = None
        self.verdict = SteadyVerdict()
        self.elided = Elided(self)
        self._spoken = Spoken(self, self.words, role=QAccessible.Role.StaticText)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_prediction(self, prediction: Prediction | None, *, alone: bool = False) -> None:
        """Show what was seen in a prediction, or nothing for None; ``alone``: a kept one, not the next of a stream."""
        self._insight = None if prediction is None else prediction.insight
        if prediction is None:
            self.verdict.forget()
        else:
            self.verdict.take(prediction, alone=alone)
        self._tell()
        self._spoken.note()
        self.update()

    def words(self) -> str:
        """Badge, meaning, gauge and sentence in one line."""
        if self._insight is None:
            return ""
        level = self.agreement() if self.conflict() is None else self.conflict()
        share = "" if level is None else percent(level)
        told = (relation_words(self.relation), self.relation_detail(), share, self.sentence())
        return ". ".join(each.rstrip(".") for each in told if each)

    @property
    def relation(self) -> Relation | None:
        """The relation on the badge; None while that keeps changing, or where there is none."""
        claim = self.verdict.relation
        return None if claim is None else claim.relation

    def badge(self) -> str:
        """What stands on the badge; empty where there is none."""
        return "" if self._insight is None else relation_words(self.relation)

    def relation_detail(self) -> str:
        """What is said beside the badge: two that repeat or need each other, else what the relation means."""
        return "" if self._insight is None else relation_sentence(self.verdict.relation)

    def sentence(self) -> str:
        """What the honesty meter says."""
        if self._insight is None:
            return self.tr("Nothing to compare.")
        return honesty_sentence(self.verdict.honesty, self._insight)

    def agreement(self) -> float | None:
        """The gauge, from 0 to 1; None where it stays empty."""
        honesty = None if self._insight is None else self._insight.honesty
        return None if honesty is None else honesty.agreement

    def conflict(self) -> float | None:
        """The gauge in its place for a method whose inputs say how sure they are, from 0 to 1; else None."""
        if self._insight is None or self._insight.honesty is not None or self._insight.shown.doubt is None:
            return None
        return self._insight.shown.doubt.conflict

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setAccessibleName(self.tr("Relation and honesty meter"))
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Say on hover what the gauge is, and the figures behind the sentence."""
        figures = "" if self._insight is None else honesty_words(self._insight)
        tip = agreement_tip() if self.conflict() is None else doubt_tip()
        self.setToolTip(plain_tip(f"{figures}\n{tip}" if figures else tip))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(66))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(66))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self.elided.begin()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self.height() / 2
        self._draw_relation(painter, QRectF(0, 0, self.width(), half))
        self._draw_honesty(painter, QRectF(0, half, self.width(), half))

    def _draw_relation(self, painter: QPainter, area: QRectF) -> None:
        words = self.badge()
        if not words:
            return
        px, theme = self._look.px, self._look.theme
        font = self._look.font(18, QFont.Weight.Bold)
        height = area.height() - px(4)
        pill = QRectF(area.left(), area.top() + px(1), QFontMetricsF(font).horizontalAdvance(words) + px(28), height)
        loud = self.relation is Relation.CONFLICT
        painter.setPen(QPen(QColor(theme.state if loud else theme.line), px(2)))
        painter.setBrush(QColor(theme.state if loud else theme.raised))
        painter.drawRoundedRect(pill.adjusted(1, 1, -1, -1), height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(QColor(theme.on_state if loud else theme.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        beside = QRectF(area)
        beside.setLeft(pill.right() + px(12))
        self._write(painter, beside, self.relation_detail(), QColor(theme.muted))

    def _draw_honesty(self, painter: QPainter, area: QRectF) -> None:
        px, theme, conflict = self._look.px, self._look.theme, self.conflict()
        level = self.agreement() if conflict is None else conflict
        gauge = QRectF(area.left(), area.center().y() - px(6), px(120), px(12))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.track))
        painter.drawRoundedRect(gauge, px(6), px(6))
        claim = self.verdict.honesty
        parted = claim is not None and claim.kind in PARTED
        left = gauge.right() + px(10)
        if level is not None:
            painter.setBrush(QColor(theme.state if parted else theme.answer))
            painter.drawRoundedRect(
                QRectF(gauge.left(), gauge.top(), gauge.width() * level, gauge.height()), px(6), px(6)
            )
            painter.setFont(self._look.font(18, QFont.Weight.Bold))
            painter.setPen(QColor(theme.text))
            width = painter.fontMetrics().horizontalAdvance(percent(1.0))
            painter.drawText(QRectF(left, area.top(), width, area.height()), _LEFT, percent(level))
            left += width + px(12)
        ink = QColor(theme.state if parted else theme.muted)
        self._write(painter, QRectF(left, area.top(), area.right() - left, area.height()), self.sentence(), ink)

    def _write(self, painter: QPainter, area: QRectF, words: str, ink: QColor) -> None:
        font = self._look.font(18)
        room = area.width() / max(1.0, QFontMetricsF(font).horizontalAdvance(words))
        font.setPixelSize(max(self._look.px(15), int(font.pixelSize() * min(1.0, room))))
        painter.setFont(font)
        painter.setPen(ink)
        short = self.elided.short(QFontMetricsF(font), words, area.width())
        painter.drawText(area, _LEFT, short)
