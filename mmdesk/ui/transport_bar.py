"""The bar with which one goes through a recording."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mmdesk.core.history import Snapshot
from mmdesk.core.transport import PlayedContents, TransportState, TransportWish
from mmdesk.ui.glyphs import GlyphButton
from mmdesk.ui.panels.card import Aside
from mmdesk.ui.recorder_words import clock_words
from mmdesk.ui.scrubber import Scrubber
from mmdesk.ui.theme import Look
from mmdesk.ui.words import percent

MOST_MARKS = 40
"""As many as a menu can show; the others are reached on the line and by the keys."""


class TransportBar(QFrame):
    """Stands at the foot of the window while a recording is played that can be gone through.

    Signals:
        wished: A `TransportWish`.
        play_wanted: Whether it is to go on by itself.

    Attributes:
        scrubber: The recording on a line.
    """

    wished = Signal(object)
    play_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._state = TransportState(playing=False)
        self._snapshot: Snapshot | None = None
        self.play_button, self.fast_button = GlyphButton("pause"), GlyphButton("fast", checkable=True)
        self.back_button, self.on_button = GlyphButton("step back"), GlyphButton("step on")
        self.where, self.aside = QLabel(), Aside()
        self.where.setObjectName("title")
        self.marks_button, self.cut_button, self.recorded_button = QPushButton(), QPushButton(), QPushButton()
        self.marks_menu, self.cut_menu = QMenu(self), QMenu(self)
        self.marks_button.setMenu(self.marks_menu)
        self.cut_button.setMenu(self.cut_menu)
        self.begin_here, self.end_here = self.cut_menu.addAction(""), self.cut_menu.addAction("")
        self.whole = self.cut_menu.addAction("")
        self.recorded_button.setCheckable(True)
        self.scrubber = Scrubber()
        self._lay_out()
        self._connect()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        for part in (self.back_button, self.play_button, self.on_button, self.fast_button, self.where):
            self._row.addWidget(part)
        self._row.addWidget(self.aside, 1)
        for button in (self.recorded_button, self.marks_button, self.cut_button):
            self._row.addWidget(button)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._column.addLayout(self._row)
        self._column.addWidget(self.scrubber, 1)

    def _connect(self) -> None:
        self.play_button.clicked.connect(self._on_play)
        self.back_button.clicked.connect(partial(self._step, -1))
        self.on_button.clicked.connect(partial(self._step, 1))
        self.fast_button.clicked.connect(self._on_fast)
        self.recorded_button.clicked.connect(self._on_recorded)
        self.begin_here.triggered.connect(self._on_begin_here)
        self.end_here.triggered.connect(self._on_end_here)
        self.whole.triggered.connect(self._on_whole)
        self.scrubber.place_wanted.connect(self._on_place)
        self.scrubber.steps_wanted.connect(self._step)

    def show_contents(self, contents: PlayedContents | None) -> None:
        """Show what there is in a recording; None once none is played."""
        self._snapshot = None
        self.scrubber.show_contents(contents or PlayedContents("", 0.0))
        self.setVisible(contents is not None)
        if contents is None:
            return
        self.recorded_button.setVisible(contents.held)
        self.marks_menu.clear()
        for mark in contents.marks[:MOST_MARKS]:
            name = mark.name.replace("&", "&&")
            action = self.marks_menu.addAction(f"{clock_words(mark.time_s)}  {name}")
            action.triggered.connect(partial(self._on_place, mark.time_s))
        self.marks_button.setVisible(bool(contents.marks))
        self._say()

    def show_state(self, state: TransportState) -> None:
        """Show where the recording stands."""
        if state.playing:
            self._snapshot = None
        self._state = state
        self.scrubber.show_state(state)
        self.play_button.set_glyph("pause" if state.playing else "play")
        self.fast_button.setChecked(state.fast)
        self.recorded_button.setChecked(state.as_recorded)
        self._say()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Say how the answer now compares with that of then."""
        self._snapshot = snapshot
        self._say()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        for part in (self.scrubber, self.play_button, self.fast_button, self.back_button, self.on_button):
            part.set_look(look)
        self.setFixedHeight(look.px(142))
        self._column.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(6))
        self._column.setSpacing(look.px(4))
        self._row.setSpacing(look.px(9))

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.back_button.setAccessibleName(self.tr("One answer back"))
        self.on_button.setAccessibleName(self.tr("One answer forward"))
        self.fast_button.setAccessibleName(self.tr("As fast as possible"))
        for button in (self.back_button, self.on_button, self.fast_button):
            button.setToolTip(button.accessibleName())
        self.marks_button.setText(self.tr("Marks"))
        self.cut_button.setText(self.tr("Stretch"))
        self.cut_button.setToolTip(self.tr("Chooses a stretch: only that is played and exported"))
        self.begin_here.setText(self.tr("&Begin here"))
        self.end_here.setText(self.tr("&End here"))
        self.whole.setText(self.tr("The &whole recording"))
        self.recorded_button.setText(self.tr("As recorded"))
        self.recorded_button.setToolTip(
            self.tr(
                "Puts the weights, perturbations, mutes and the fusion method of the recording in force again, "
                "as long as you set nothing yourself"
            )
        )
        self.scrubber.setAccessibleName(self.tr("The whole recording"))
        self.scrubber.redraw()
        self._say()

    def _say(self) -> None:
        state, duration_s = self._state, self.scrubber.contents.duration_s
        tenth = f"{state.position_s % 1:.1f}"[1:] if not state.playing and state.position_s % 1 < 0.95 else ""
        position = clock_words(state.position_s + (0.0 if tenth else 0.05)) + tenth
        self.where.setText(f"{position} / {clock_words(duration_s)}")
        play = self.tr("Go on (space bar)") if not state.playing else self.tr("Stop here (space bar)")
        self.play_button.setAccessibleName(play)
        self.play_button.setToolTip(play)
        self.aside.setText(self._snapshot_words())
        self.scrubber.setAccessibleDescription(f"{self.where.text()}. {self.aside.text()}")

    def _snapshot_words(self) -> str:
        if self._snapshot is None:
            return ""
        prediction = self._snapshot.prediction
        now = self.tr("no answer")
        if prediction.label is not None and prediction.confidence is not None:
            now = f"{prediction.label}, {percent(prediction.confidence)}"
        if self._snapshot.as_it_was:
            return self.tr("as it was: {answer}").format(answer=now)
        then = self.scrubber.label_at(self._state.position_s) or self.tr("no answer")
        return self.tr("then: {then}; now: {now}").format(then=then, now=now)

    # --- what the user wants ----------------------------------------------------------------------------------------

    def _step(self, steps: int, *_: object) -> None:
        self.wished.emit(TransportWish(steps=steps))

    @Slot(float)
    def _on_place(self, time_s: float, *_: object) -> None:
        self.wished.emit(TransportWish(seek_s=time_s))

    @Slot()
    def _on_play(self) -> None:
        self.play_wanted.emit(not self._state.playing)

    @Slot(bool)
    def _on_fast(self, fast: bool) -> None:
        self.wished.emit(TransportWish(fast=fast))

    @Slot(bool)
    def _on_recorded(self, as_recorded: bool) -> None:
        self.wished.emit(TransportWish(as_recorded=as_recorded))

    @Slot()
    def _on_begin_here(self) -> None:
        self.wished.emit(TransportWish(begin_s=self._state.position_s))

    @Slot()
    def _on_end_here(self) -> None:
        self.wished.emit(TransportWish(end_s=self._state.position_s))

    @Slot()
    def _on_whole(self) -> None:
        self.wished.emit(TransportWish(begin_s=0.0, end_s=self.scrubber.contents.duration_s))
