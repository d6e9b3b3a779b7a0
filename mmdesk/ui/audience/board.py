"""The answer, every input live, and whether it helped or misled: read from the last row of a hall."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mmdesk.core.explanation import Explanation
from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.insight import Relation
from mmdesk.core.observation import ImageInput, Presence, Reason
from mmdesk.core.prediction import Prediction
from mmdesk.core.take_away import PageCode
from mmdesk.ui.audience.layout import FIRST_PX, SMALLEST_PX, BoardPlan, Form, form_of, least_first_px, plan_of
from mmdesk.ui.audience.page_code import StageCode
from mmdesk.ui.audience.tile import Tile, TilePlan
from mmdesk.ui.audience.words import AudienceWords
from mmdesk.ui.lettering import Lettering, lettering, narrowed
from mmdesk.ui.microscope.words import effect_words
from mmdesk.ui.panels.camera import PreviewView
from mmdesk.ui.panels.input_cards import card_kind
from mmdesk.ui.panels.input_view import InputView
from mmdesk.ui.panels.words_view import WordsView
from mmdesk.ui.repaint_gate import RepaintGate
from mmdesk.ui.spoken import show_as
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import input_name, isolated, presence_words

_ANSWER_PX, _NOTHING_PX, _SURE_PX = 620, 200, 72
_MARGIN_PX = 48
_INTERVAL_MS = 100
_LIVE, _EXPLAINED = 1.5, 2.2
"""Size of what the views themselves draw, relative to the stage's: marks are for reading, brackets are not."""
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class StageBoard(QWidget):
    """Two scenes in one place, for both show the inputs: the answer, and the explanation of the frozen moment.

    The answer has a tile for each input with ONE bar; the explanation has larger views with marks, and no bars. A code
    to take the moment home stands in the tiles' place; the answer stays where it is.

    Args:
        words: What is told.
        parent: The window.

    Attributes:
        views: What is drawn of each input, by name.
        explains: Whether the explanation is shown.
        code: What is shown in the tiles' place, hidden while that is none.
    """

    def __init__(self, words: AudienceWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_as(self, QAccessible.Role.Chart, self._spoken)
        self.words = words
        self._look = Look(DARK, 1.0)
        self._inputs: tuple[Input, ...] = ()
        self._plan = BoardPlan(QRectF(), (), QRectF())
        self._tiles: list[tuple[Tile, TilePlan]] = []
        self.views: dict[str, InputView] = {}
        self.explains = False
        self.code = StageCode(words, self)
        self.code.hide()
        self._gate = RepaintGate(self, _INTERVAL_MS)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.show_inputs(DEFAULT_INPUTS)

    # --- what is shown ----------------------------------------------------------------------------------------------

    def show_inputs(self, inputs: Sequence[Input]) -> None:
        """Show a tile for each of a model's inputs, in its order."""
        if tuple(inputs) == self._inputs:
            return
        kept = {one.name: self.views[one.name] for one in self._inputs if one in inputs}
        for name, view in self.views.items():
            if name not in kept:
                view.hide()
                view.deleteLater()
        self._inputs, self.views = tuple(inputs), {}
        for index, one in enumerate(inputs):
            view = kept.get(one.name) or card_kind(one.kind).draw(one)
            view.index, view.bare = index, True
            view.setParent(self)
            view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # it has what the plan gives it
            self.views[one.name] = view
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setAccessibleName(self.tr("Answer and inputs"))
        for one in self._inputs:
            view = self.views[one.name]
            view.setAccessibleName(input_name(one))
            if not view.accessibleDescription():
                view.setAccessibleDescription(" ".join(view.told()) or presence_words(one, Presence(Reason.EMPTY)))
        self.code.retranslate()
        self.lay_out()

    def show_prediction(self, prediction: Prediction) -> None:
        """Draw a prediction next."""
        for one in self._inputs:
            name, view = one.name, self.views[one.name]
            view.show_present(prediction.presence(name).present)
            if isinstance(view, WordsView):
                view.show_text(prediction.texts.get(name, ""))
            elif isinstance(view, PreviewView):
                done = prediction.perturbed.get(name)
                view.show_perturbed(done.frame_rgb if isinstance(done, ImageInput) else None)
            if not self.explains and not (isinstance(view, WordsView) and view.text):
                view.setAccessibleDescription(presence_words(one, prediction.presence(name)))
        self._gate.request()

    def show_explanation(self, explanation: Explanation | None, newest_s: float | None = None) -> None:
        """Mark in each view what speaks for the answer; None clears the marks."""
        for name, view in self.views.items():
            view.explain(explanation, name, newest_s)
            if isinstance(view, WordsView) and explanation is None:
                view.update()

    def show_scene(self, *, explains: bool) -> None:
        """Show the answer or the explanation."""
        if explains != self.explains:
            self.explains = explains
            self.lay_out()

    def show_code(self, code: PageCode | None) -> None:
        """Show a code in the tiles' place, in the answer's scene; None brings them back."""
        self.code.show_code(code)
        self.lay_out()

    @property
    def offers(self) -> bool:
        """Whether a code is shown."""
        return self.code.code is not None

    # --- where it lies ----------------------------------------------------------------------------------------------

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.code.set_look(look)
        self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Give every part its place, and the views theirs."""
        edge = self._look.px(_MARGIN_PX)
        area = QRectF(self.rect()).adjusted(edge, 0, -edge, -self._look.px(24))
        self._plan = plan_of(self.form, area, self._look, len(self._inputs), explains=self.explains)
        longest = max((effect_words(value) for value in (0.99, -0.99)), key=len)
        self._tiles = []
        for index, (one, place) in enumerate(zip(self._inputs, self._plan.inputs, strict=True)):
            tile = Tile(self._look, one, index, place, self.form)
            plan = tile.plan(longest)
            self._tiles.append((tile, plan))
            view = self.views[one.name]
            room = self._explained_view(place) if self.explains else plan.view
            view.setGeometry(room.toAlignedRect())
            view.set_look(Look(self._look.theme, self._look.scale * (_EXPLAINED if self.explains else _LIVE)))
            if isinstance(view, WordsView):
                view.set_type(self._look.scale)
            view.setVisible(not self.offers)
        self.code.setVisible(self.offers)
        if self.offers:
            self.code.setGeometry(reduce(QRectF.united, self._plan.inputs).toAlignedRect())
        self.update()

    @property
    def form(self) -> Form:
        """The form of the window."""
        window = self.window()
        return form_of(window.width(), window.height())

    def tile(self, index: int) -> TilePlan:
        """Where the parts of an input's tile lie."""
        return self._tiles[index][1]

    def _explained_view(self, place: QRectF) -> QRectF:
        return place.adjusted(0, self._look.px(76), 0, 0)

    def sizeHint(self) -> QSize:
        return QSize(1280, 680)

    def _spoken(self) -> str:
        """What is drawn, in words."""
        return self.words.spoken()

    # --- drawing ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        if self.explains:
            self._draw_explained(painter)
            return
        self._draw_answer(painter, self._plan.answer)
        if not self.offers:
            for one, (tile, plan) in zip(self._inputs, self._tiles, strict=True):
                tile.draw(painter, self.words.row(one), plan)
        self._draw_relation(painter, self._plan.relation)

    def _draw_explained(self, painter: QPainter) -> None:
        label = self.words.headline()
        painter.setPen(QColor(self._look.theme.text))
        words = self.tr("What makes it say “{label}”?").format(label=isolated(label))
        room = self._plan.answer
        painter.setFont(narrowed(self._title_font(), words, room.width(), self._look.px(FIRST_PX)))
        short = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, short)
        for (tile, _), place in zip(self._tiles, self._plan.inputs, strict=True):
            tile.draw_name(painter, QRectF(place.left(), place.top(), place.width(), self._look.px(66)))

    def _title_font(self) -> QFont:
        return self._look.font(60, QFont.Weight.Bold)

    def _draw_answer(self, painter: QPainter, area: QRectF) -> None:
        theme, px = self._look.theme, self._look.px
        certain = self.words.prediction is not None and self.words.prediction.confidence is not None
        detail, below = self._detail(area)
        lower = QRectF(area.left(), area.bottom() - below, area.width(), below)
        headline = self.words.headline()
        if headline:
            upper = area.adjusted(0, 0, 0, -below)
            largest = self._look.font(_NOTHING_PX if headline == "—" else _ANSWER_PX, QFont.Weight.Bold)
            letters = lettering(headline, upper, largest, px(FIRST_PX))
            # What is low stands in the middle together with the words below it.
            spare = max(0.0, upper.height() - letters.height) / 2
            upper, lower = upper.translated(0, spare / 4), lower.translated(0, -spare * 3 / 4)
            painter.setPen(QColor(theme.answer if certain else theme.rest))
            letters.draw(painter, upper)
        else:
            lower = area
        painter.setPen(QColor(theme.text if certain else theme.muted))
        detail.draw(painter, lower)

    def _detail(self, area: QRectF) -> tuple[Lettering, float]:
        """The words under the answer, on one line if that can be read, and how high they are."""
        px, words = self._look.px, self.words.detail()
        least = px(least_first_px(self.form))
        font = narrowed(self._look.font(_SURE_PX, QFont.Weight.DemiBold), words, area.width(), least)
        if QFontMetricsF(font).horizontalAdvance(words) <= area.width():
            return Lettering(font, (words,)), px(100)
        letters = lettering(words, QRectF(0, 0, area.width(), area.height() / 2), font, least)
        return letters, max(px(100), letters.height)

    def _draw_relation(self, painter: QPainter, area: QRectF) -> None:
        """How the inputs stand to each other: a word on a badge, and a sentence."""
        words, meaning = self.words.badge()
        if not words or area.isEmpty():
            return
        theme, px = self._look.theme, self._look.px
        painter.setFont(narrowed(self._look.font(44, QFont.Weight.Bold), words, area.width() - px(60), px(SMALLEST_PX)))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + px(56)
        pill = QRectF(area.left(), area.center().y() - px(78) / 2, width, px(78))
        loud = self.words.relation is Relation.CONFLICT
        painter.setPen(QPen(QColor(theme.state if loud else theme.line), px(3)))
        painter.setBrush(QColor(theme.state if loud else theme.raised))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(QColor(theme.on_state if loud else theme.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        beside = area.adjusted(width + px(24), 0, 0, 0)
        painter.setPen(QColor(theme.text))
        letters = lettering(meaning, beside, self._look.font(40), px(SMALLEST_PX))
        letters.draw(painter, beside, Qt.AlignmentFlag.AlignLeft)
