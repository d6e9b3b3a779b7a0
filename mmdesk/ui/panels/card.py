"""The frame every panel stands in, and the one that the panels of the three modalities share."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.modality import Modality
from mmdesk.core.observation import Presence, Reason
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.ui.elided import Elided
from mmdesk.ui.glyphs import GlyphButton, GlyphLabel
from mmdesk.ui.panels.badge import Badge
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import presence_words, status_words

_WORKING = (SourceStatus.RUNNING, SourceStatus.ENDED)


class Aside(QLabel):
    """Words beside a title; the first to give way where room is short, with an ellipsis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aside")
        self.setMinimumWidth(1)
        self.elided = Elided(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self.elided.begin()
        painter = QPainter(self)
        short = self.elided.short(self.fontMetrics(), self.text(), self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)


class Card(QFrame):
    """A titled surface.

    Attributes:
        title: Its heading.
        header: The row of the heading, for more widgets.
        body: The column below.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._look = Look(DARK, 1.0)
        self.title = QLabel()
        self.title.setObjectName("title")
        self.header = QHBoxLayout()
        self.header.addWidget(self.title)
        self.body = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self.header)
        self._column.addLayout(self.body, 1)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._column.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(15))
        self._column.setSpacing(look.px(9))
        self.header.setSpacing(look.px(9))
        self.body.setSpacing(look.px(8))

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        raise NotImplementedError


class ModalityCard(Card):
    """A panel of one input: its icon and name, its presence badge and its mute button.

    Signals:
        mute_toggled: The modality, and whether it is muted from now on.
    """

    mute_toggled = Signal(object, bool)

    def __init__(self, modality: Modality, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.modality = modality
        self._state: SourceState | None = None
        self._presence: Presence | None = None
        self._glyph = GlyphLabel(modality.value, self._look.colour(modality.column))
        self.header.insertWidget(0, self._glyph)
        self.badge = Badge()
        self.badge.hide()
        self.mute_button = GlyphButton("mute", checkable=True)
        self.mute_button.toggled.connect(self._on_mute_toggled)
        self.title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

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
        if presence != self._presence:
            self._presence = presence
            self._refresh_badge()

    def forget_presence(self) -> None:
        """Say nothing about presence until the next prediction."""
        self._presence = None
        self._refresh_badge()

    def show_state(self, state: SourceState) -> None:
        """Show how the source is doing."""
        if state.status is not SourceStatus.RUNNING:
            self._presence = None
        self._state = state
        self._refresh_badge()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._glyph.set_colour(look.colour(self.modality.column), look.px(25))
        self.badge.set_look(look)
        self.mute_button.set_look(look)
        self._refresh_badge()

    def retranslate(self) -> None:
        self.mute_button.setAccessibleName(self.tr("Mute: {name}").format(name=self.title.text()))
        self.mute_button.setToolTip(self.tr("Leave this input out, as if it were not there"))
        self._refresh_badge()

    def _on_mute_toggled(self, muted: bool) -> None:
        # Until the next prediction says so itself, the old verdict would contradict the button.
        self._presence = None
        self._refresh_badge()
        self.mute_toggled.emit(self.modality, muted)

    def _refresh_badge(self) -> None:
        theme = self._look.theme
        colour, ink = theme.colour_of(self.modality.column), theme.ink_on(self.modality.column)
        if self.muted:
            words = presence_words(DEFAULT_INPUTS[self.modality.column], Presence(Reason.MUTED))
            self.badge.say(words, theme.state, theme.on_state, filled=True)
        elif self._state is not None and self._state.status not in _WORKING:
            troubled = self._state.status in (SourceStatus.LOST, SourceStatus.FAILED)
            self.badge.say(status_words(self._state.status), theme.state, theme.on_state, filled=troubled)
        elif self._presence is not None:
            words = presence_words(DEFAULT_INPUTS[self.modality.column], self._presence)
            self.badge.say(words, colour, ink, filled=self._presence.present)
        elif self._state is not None and self._state.status is SourceStatus.ENDED:
            self.badge.say(status_words(SourceStatus.ENDED), colour, ink, filled=False)
        else:
            self.badge.say("", colour, ink, filled=False)
