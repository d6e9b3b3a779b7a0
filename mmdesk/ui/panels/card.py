"""The frame every panel stands in, and the one that the panels of all inputs share."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mmdesk.core.explanation import Explanation
from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.modality import MODALITIES
from mmdesk.core.observation import Captured, Presence, Reason
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.ui.elided import Elided
from mmdesk.ui.glyphs import GlyphButton, GlyphLabel, glyph_of
from mmdesk.ui.panels.badge import Badge
from mmdesk.ui.panels.input_view import InputView
from mmdesk.ui.plain_words import show_plain
from mmdesk.ui.source_picker import SourcePicker
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import presence_words, status_words

_ANY_PX = 16_777_215
"""The largest height that Qt knows."""
_WORKING = (SourceStatus.RUNNING, SourceStatus.ENDED)


class Aside(QLabel):
    """Words beside a title; the first to give way where room is short, with an ellipsis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_plain(self)
        self.setObjectName("aside")
        self.setMinimumWidth(1)
        self.elided = Elided(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self.elided.begin()
        painter = QPainter(self)
        short = self.elided.short(self.fontMetrics(), self.text(), self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)


class Card(QFrame):
    """A titled surface, which can be folded to its heading.

    Signals:
        fold_wanted: The user has clicked twice on the heading.

    Attributes:
        title: Its heading.
        header: The row of the heading, for more widgets.
        body: The column below.
    """

    fold_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._look = Look(DARK, 1.0)
        self.title = QLabel()
        self.title.setObjectName("title")
        self.header = QHBoxLayout()
        self.header.addWidget(self.title)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self.header)
        self._column.addWidget(self._content, 1)

    @property
    def folded(self) -> bool:
        """Whether only the heading is seen."""
        return self._content.isHidden()

    def set_folded(self, folded: bool) -> None:
        """Show the heading only, or everything."""
        if folded == self.folded:
            return
        self._content.setVisible(not folded)
        self._column.setStretch(1, 0 if folded else 1)
        upright = QSizePolicy.Policy.Maximum if folded else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, upright)
        self._hold_height()

    def _hold_height(self) -> None:
        """A folded card is as high as its heading: a splitter asks for nothing but the least and the largest size."""
        self._column.activate()
        self.setMaximumHeight(self._column.totalSizeHint().height() if self.folded else _ANY_PX)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().y() <= self.header.geometry().bottom() + self._column.spacing():
            self.fold_wanted.emit()
        super().mouseDoubleClickEvent(event)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._column.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(15))
        self._column.setSpacing(look.px(9))
        self.header.setSpacing(look.px(9))
        self.body.setSpacing(look.px(8))
        if self.folded:
            self._hold_height()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        raise NotImplementedError


class InputCard(Card):
    """A panel of one input: its icon and name, its presence badge and its mute button.

    Args:
        one: The input.
        parent: Owner.

    Signals:
        mute_toggled: Whether the input is muted from now on.
        source_chosen: Name of the input, and the key of a `DeviceChoice`, or the file or address that was typed; of a
            kind that has sources.
        refresh_requested: The user wants the devices listed anew.

    Attributes:
        input: The input that it shows now.
        index: Its place in the model's order, which gives its colour.
        picker: Where its source is chosen; None for what has none.
        view: What is drawn of the input, as it goes into an exported page; None for what is words.
    """

    mute_toggled = Signal(bool)
    source_chosen = Signal(str, str)
    refresh_requested = Signal()

    def __init__(self, one: Input, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input = one
        self.index = next((index for index, each in enumerate(DEFAULT_INPUTS) if each.kind == one.kind), 0)
        self.picker: SourcePicker | None = None
        self.view: InputView | None = None
        self._state: SourceState | None = None
        self._presence: Presence | None = None
        self._recording = False
        self._glyph = GlyphLabel(glyph_of(one.kind), self._look.colour(self.index))
        self.header.insertWidget(0, self._glyph)
        self.badge = Badge()
        self.badge.belongs_to = self.title.text
        self.badge.hide()
        self.mute_button = GlyphButton("mute", checkable=True)
        self.mute_button.toggled.connect(self._on_mute_toggled)
        self.title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_input(self, one: Input, index: int) -> None:
        """Stand for an input of the same kind from now on, at a place in the model's order."""
        if (one, index) == (self.input, self.index):
            return
        self.input, self.index = one, index
        self.forget_presence()
        self.set_look(self._look)
        self.retranslate()

    def take_picker(self, picker: SourcePicker) -> None:
        """Put the list of sources into the header, and report what is chosen there."""
        self.picker = picker
        picker.chosen.connect(self._on_source_chosen)
        picker.refresh_requested.connect(self.refresh_requested)
        self.header.addWidget(picker, 1)

    @Slot(str)
    def _on_source_chosen(self, key: str) -> None:
        self.source_chosen.emit(self.input.name, key)

    def named(self, kind_name: str) -> str:
        """Return the heading: the kind's name, or the input's own where it has one."""
        return kind_name if self.input.name == self.input.kind else self.input.name

    def begin_freeze(self) -> None:
        """The window stands still from now on."""
        if self.view is not None:
            self.view.begin_freeze()

    def show_snapshot(self, captured: Captured | None, time_s: float, *, is_freeze: bool) -> None:
        """Show what the input held at a kept moment; at the moment of the freeze, what was on screen then."""
        if self.view is not None:
            self.view.show_snapshot(captured, time_s, is_freeze=is_freeze)

    def end_freeze(self) -> None:
        """The window goes on."""
        if self.view is not None:
            self.view.end_freeze()

    def show_explanation(self, explanation: Explanation | None, newest_s: float | None = None) -> None:
        """Mark what in the input speaks for the answer, while the window is frozen; None clears it.

        Args:
            explanation: The explanation.
            newest_s: The time of the freeze, on the observations' clock.
        """
        if self.view is not None:
            self.view.explain(explanation, self.input.name, newest_s)

    def focus_chain(self) -> list[QWidget]:
        """Return what the Tab key goes through, in its order."""
        return [*([self.picker] if self.picker is not None else []), self.mute_button]

    def finish_header(self, *buttons: QWidget) -> None:
        """Put badge, further buttons and the mute button at the right end."""
        for widget in (self.badge, *buttons, self.mute_button):
            self.header.addWidget(widget)

    @property
    def muted(self) -> bool:
        """Whether the user left this input out."""
        return self.mute_button.isChecked()

    def set_muted(self, muted: bool) -> None:
        """Show a mute that was decided elsewhere, without reporting it."""
        if muted == self.muted:
            return
        blocked = self.mute_button.blockSignals(True)
        self.mute_button.setChecked(muted)
        self.mute_button.blockSignals(blocked)
        self.forget_presence()

    def show_presence(self, presence: Presence) -> None:
        """Show the final verdict of a prediction."""
        if self.view is not None:
            self.view.show_present(presence.present)
        if presence != self._presence:
            self._presence = presence
            self._refresh_badge()

    def forget_presence(self) -> None:
        """Say nothing about presence until the next prediction."""
        self._presence = None
        self._refresh_badge()

    @property
    def state(self) -> SourceState | None:
        """How the source is doing; None until that is told."""
        return self._state

    def show_recording(self, *, active: bool) -> None:
        """Say at the mute button that what is muted is recorded, as long as something is."""
        if active != self._recording:
            self._recording = active
            self._say_mute()

    def show_state(self, state: SourceState) -> None:
        """Show how the source is doing."""
        if state.status is not SourceStatus.RUNNING:
            self._presence = None
        self._state = state
        self._refresh_badge()
        if self.view is not None:
            self.view.show_state(state)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._glyph.set_colour(look.colour(self.index), look.px(25))
        self.badge.set_look(look)
        self.mute_button.set_look(look)
        self._refresh_badge()

    def retranslate(self) -> None:
        self.mute_button.setAccessibleName(self.tr("Mute: {name}").format(name=self.title.text()))
        self._say_mute()
        self._refresh_badge()

    def _say_mute(self) -> None:
        tip = self.tr("Leave this input out, as if it were not there")
        if self._recording and self.input.kind in MODALITIES:
            tip = self.tr("{tip}. The recording that is being made has it all the same.").format(tip=tip)
        self.mute_button.setToolTip(tip)

    def _on_mute_toggled(self, muted: bool) -> None:
        # Until the next prediction says so itself, the old verdict would contradict the button.
        self._presence = None
        self._refresh_badge()
        self.mute_toggled.emit(muted)

    def _refresh_badge(self) -> None:
        theme = self._look.theme
        colour, ink = theme.colour_of(self.index), theme.ink_on(self.index)
        if self.muted:
            words = presence_words(self.input, Presence(Reason.MUTED))
            self.badge.say(words, theme.state, theme.on_state, filled=True)
        elif self._state is not None and self._state.status not in _WORKING:
            troubled = self._state.status in (SourceStatus.LOST, SourceStatus.FAILED)
            self.badge.say(status_words(self._state.status), theme.state, theme.on_state, filled=troubled)
        elif self._presence is not None:
            words = presence_words(self.input, self._presence)
            self.badge.say(words, colour, ink, filled=self._presence.present)
        elif self._state is not None and self._state.status is SourceStatus.ENDED:
            self.badge.say(status_words(SourceStatus.ENDED), colour, ink, filled=False)
        else:
            self.badge.say("", colour, ink, filled=False)
