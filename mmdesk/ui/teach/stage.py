"""Where everything of the Teach window stands: inputs on the left, answer, classes and report on the right."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mmdesk.core.lesson import Lesson
from mmdesk.ui.banners import NoticeStrip
from mmdesk.ui.busy_strip import BusyStrip
from mmdesk.ui.in_force_strip import InForceStrip
from mmdesk.ui.input_panels import InputPanels
from mmdesk.ui.record_strip import RecordStrip
from mmdesk.ui.resources import app_icon_path
from mmdesk.ui.screen_room import open_at
from mmdesk.ui.teach.answer_card import AnswerCard
from mmdesk.ui.teach.cards_page import CardsPage
from mmdesk.ui.teach.report_card import ReportCard
from mmdesk.ui.teach.review_page import ReviewPage
from mmdesk.ui.teach.sample_pictures import SamplePictures
from mmdesk.ui.teach.style import teach_style_sheet
from mmdesk.ui.teach.top_bar import TopBar
from mmdesk.ui.text_size import Fitting
from mmdesk.ui.theme import Look, chosen_theme, palette_of


class Part(Protocol):
    """What stands in the window."""

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""


class TeachStage(QWidget):
    """The parts of the Teach window, laid out and dressed; what they do is the window's.

    Args:
        lesson: What is taught.
        theme: "dark", "light" or "system".

    Attributes:
        top_bar: Project, undo and redo, the record key.
        record_strip: That the live session is recorded.
        in_force_strip: What stands between the inputs and the answer.
        notice: What went wrong, or was done.
        busy: That something takes long.
        inputs: The panels of the inputs.
        answer: What the taught model says.
        cards: The classes.
        review: The examples of one class.
        pages: Shows one of the last two.
        report: How well the classes are known.
        pictures: Draws examples.
    """

    def __init__(self, lesson: Lesson, theme: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("teach")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if app_icon_path().is_file():
            self.setWindowIcon(QIcon(str(app_icon_path())))
        self._theme_name = theme
        self._look: Look | None = None
        self._fitting = Fitting(self, self._dress)
        self.pictures = SamplePictures()
        self.pictures.set_inputs(lesson.inputs)
        self.top_bar, self.record_strip = TopBar(), RecordStrip()
        self.in_force_strip, self.notice, self.busy = InForceStrip(), NoticeStrip(), BusyStrip()
        self.in_force_strip.hide()
        self.inputs = InputPanels(self)
        self.inputs.show_inputs(lesson.inputs)
        self.answer, self.cards, self.report = AnswerCard(), CardsPage(self.pictures), ReportCard()
        self.review = ReviewPage(self.pictures)
        self.pages = QStackedWidget()
        self._lay_out()
        self.setMinimumSize(640, 480)
        open_at(self, 1366, 768)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_theme)

    @Slot(str)
    def set_theme(self, name: str) -> None:
        """Dress the window in "dark", "light" or "system"."""
        self._theme_name = name
        self._apply_look()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        for part in self._parts():
            part.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_look()

    def _lay_out(self) -> None:
        self.pages.addWidget(self.cards)
        self.pages.addWidget(self.review)
        self._rows, self._columns = QVBoxLayout(self), QHBoxLayout()
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for card, share in self.inputs.shares:
            self._left.addWidget(card, share)
        for part, share in ((self.answer, 0), (self.pages, 1), (self.report, 0)):
            self._right.addWidget(part, share)
        self._columns.addLayout(self._left, 36)
        self._columns.addLayout(self._right, 64)
        self._rows.addWidget(self.top_bar)
        self._rows.addWidget(self.record_strip)
        self._rows.addWidget(self.in_force_strip)
        self._rows.addWidget(self.notice)
        self._rows.addWidget(self.busy)
        self._rows.addLayout(self._columns, 1)

    def _parts(self) -> tuple[Part, ...]:
        return (
            self.top_bar,
            self.record_strip,
            self.in_force_strip,
            self.notice,
            self.busy,
            *self.inputs.made,
            self.answer,
            self.cards,
            self.review,
            self.report,
        )

    @Slot()
    def on_text_size(self) -> None:
        """Take the text size that holds now."""
        self._apply_look()

    @Slot()
    def _apply_look(self) -> None:
        self._fitting.apply()

    def _dress(self, scale: float) -> None:
        look = Look(chosen_theme(self._theme_name), scale)
        if look == self._look:
            return
        self._look = look
        self.setPalette(palette_of(look.theme))
        self.setStyleSheet(teach_style_sheet(look))
        self.pictures.set_look(look)
        for part in self._parts():
            part.set_look(look)
        self._rows.setContentsMargins(look.px(14), look.px(10), look.px(14), look.px(12))
        for layout in (self._rows, self._columns, self._left, self._right):
            layout.setSpacing(look.px(12))

    @Slot(object)
    def _on_system_theme(self, scheme: Qt.ColorScheme) -> None:  # noqa: ARG002
        if self._theme_name == "system":
            self._apply_look()
