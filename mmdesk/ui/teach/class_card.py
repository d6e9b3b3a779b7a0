"""A class that is taught, as a card: its name, what has been shown of it, what it still needs, and how to show more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QIcon,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mmdesk.core.burst import BurstProgress
from mmdesk.core.inputs import Input
from mmdesk.core.teaching import BACKGROUND, TaughtClass, TaughtSample, class_colour
from mmdesk.core.teaching_report import ClassReport, SampleNote
from mmdesk.ui.glyphs import GlyphButton
from mmdesk.ui.language import number_text
from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.problems import words_of
from mmdesk.ui.teach.class_parts import ColourDot, Counts, HoldButton, LightDot, NameField, Thumbnails
from mmdesk.ui.teach.sample_pictures import SamplePictures
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.wrapped import WrappedLabel

_COLOURS_OFFERED = 12


def local_paths(event: QDragEnterEvent | QDropEvent) -> list[str]:
    """Return the files and folders that are dragged."""
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]


class ClassCard(QFrame):
    """One class, or the background that stands for "none of these".

    Args:
        class_id: The class; `BACKGROUND` for background, which has no name of its own and is recorded by itself.
        pictures: Draws the samples.

    Signals:
        selected: The record key is to record for this class from now on.
        hold_began: Recording for this class is to begin; of background it is pressed once.
        hold_ended: It is to end.
        renamed: The class's id and what was typed.
        recoloured: The class's id and "#rrggbb".
        review_wanted: Its samples are to be shown.
        delete_wanted: It is to go.
        files_dropped: The class's id, and the paths of files and folders.
    """

    selected = Signal(str)
    hold_began = Signal(str)
    hold_ended = Signal()
    renamed = Signal(str, str)
    recoloured = Signal(str, str)
    review_wanted = Signal(str)
    delete_wanted = Signal(str)
    files_dropped = Signal(str, list)

    def __init__(self, class_id: str, pictures: SamplePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAcceptDrops(True)
        self.class_id = class_id
        self._look = Look(DARK, 1.0)
        self._taught = TaughtClass(class_id, "", DARK.rest)
        self._report: ClassReport | None = None
        self._samples: Sequence[TaughtSample] = ()
        self._notes: Mapping[str, Sequence[SampleNote]] = {}
        self._unused: list[tuple[int, SampleNote]] = []
        self._progress: BurstProgress | None = None
        self._is_selected = self._recording = self._dragging = self._learning = False
        self._key = ""
        self.dot, self.name, self.more = ColourDot(), NameField(), GlyphButton("more")
        self.name.setObjectName("name")
        self.name.setReadOnly(self.is_background)
        self.thumbnails, self.counts = Thumbnails(pictures), Counts()
        self.light, self.words, self.record = LightDot(), WrappedLabel(), HoldButton()
        self.words.setObjectName("aside")
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.unused_words = WrappedLabel()
        self.unused_words.setObjectName("aside")
        self._lay_out()
        self.name.editingFinished.connect(self._on_named)
        self.name.returnPressed.connect(self.setFocus)
        self.name.cancelled.connect(self._on_name_cancelled)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.dot.clicked.connect(self._offer_colours)
        self.dot.setEnabled(not self.is_background)
        self.more.clicked.connect(self._offer_more)
        self.thumbnails.clicked.connect(partial(self.review_wanted.emit, class_id))
        self.record.hold_began.connect(self._on_hold)
        self.record.hold_ended.connect(self.hold_ended)
        if self.is_background:
            self.record.clicked.connect(self._on_hold)  # pressed once, by Enter too
        else:
            self.record.reached.connect(partial(self.selected.emit, class_id))  # the record key is for what has focus
        self.retranslate()

    @property
    def is_background(self) -> bool:
        """Whether it stands for "none of these"."""
        return self.class_id == BACKGROUND

    @property
    def colour(self) -> str:
        """Its colour."""
        return self._look.theme.rest if self.is_background else self._taught.colour

    # --- what it shows ----------------------------------------------------------------------------------------------

    def show_class(self, taught: TaughtClass) -> None:
        """Show its name and colour."""
        self._taught = taught
        if not self.name.hasFocus() or not self.name.isModified():
            self.name.setText(taught.name)
            self.name.setToolTip(plain_tip(taught.name))  # the field may be shorter
            self.name.setCursorPosition(0)
        self._name_menu()
        self._refresh()

    def show_samples(self, inputs: Sequence[Input], samples: Sequence[TaughtSample], counts: Mapping[str, int]) -> None:
        """Show what has been recorded for it."""
        self._samples = samples
        self.thumbnails.show_samples(samples)
        self.counts.show_counts(inputs, counts)
        self._find_unused()

    def show_report(self, report: ClassReport | None) -> None:
        """Show what it needs; None while that is not known."""
        self._report = report
        self.light.show_light(None if report is None else report.light)
        self._refresh()

    def show_learning(self, learning: bool) -> None:
        """Show whether a model is being made; without one, what it needs is not known."""
        self._learning = learning
        self._refresh()

    def show_notes(self, notes: Mapping[str, Sequence[SampleNote]]) -> None:
        """Show which of its examples hold something that cannot be used; notes by the examples' ids."""
        self._notes = notes
        self._find_unused()

    def show_selected(self, selected: bool, key: str) -> None:
        """Show whether the record key records for it, and what the key is called."""
        self._is_selected, self._key = selected, key
        self._refresh()

    def show_recording(self, progress: BurstProgress | None) -> None:
        """Show how far a recording is; None once there is none."""
        self._recording, self._progress = progress is not None, progress
        self._refresh()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._column.setContentsMargins(look.px(14), look.px(10), look.px(14), look.px(12))
        self._column.setSpacing(look.px(8))
        for row in (self._head, self._middle, self._advice):
            row.setSpacing(look.px(6))
        for part in (self.dot, self.more, self.thumbnails, self.counts, self.light, self.record):
            part.set_look(look)
        self.words.setMinimumHeight(look.px(40))
        self._refresh()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        if self.is_background:
            self.name.setText(self.tr("None of these"))
            self.thumbnails.hint = self.tr("Three seconds of what is there when nothing is shown")
        else:
            self.thumbnails.hint = self.tr("Show it, say it, type it – or drop files here")
        self.name.setAccessibleName(self.tr("Name of the class"))
        self.dot.setAccessibleName(self.tr("Colour"))
        self.dot.setToolTip(self.tr("Choose another colour"))
        self._name_menu()
        self.thumbnails.retranslate()
        self.counts.retranslate()
        self.more.setToolTip(self.tr("Examples, files, colour, delete"))
        self._refresh()

    def advice(self) -> str:
        """The sentence beside the light."""
        if self._report is not None:
            sentence, remedy = words_of(self._report.advice)
            return f"{sentence} {remedy}".strip()
        if self.is_background:
            return self.tr("So it can say “none of these”.") if self._samples else ""
        if not self._samples:
            return self.tr("Nothing shown yet.")
        return self.tr("Learning …") if self._learning else ""

    def unused(self) -> str:
        """The first of its examples that holds something which cannot be used, and how many others do."""
        if not self._unused:
            return ""
        number, note = self._unused[0]
        words = [*words_of(note.fault.problem(self._shown_name(), number))]
        if others := len(self._unused) - 1:
            words.append(self.tr("Others that cannot be used: {count}.").format(count=number_text(others)))
        return " ".join(filter(None, words))

    # --- within -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._head, self._middle, self._advice = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.dot)
        self._head.addWidget(self.name, 1)
        self._head.addWidget(self.more)
        self._middle.addWidget(self.counts)
        self._middle.addStretch(1)
        self._advice.addWidget(self.light, 0, Qt.AlignmentFlag.AlignTop)
        self._advice.addWidget(self.words, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.thumbnails)
        self._column.addLayout(self._middle)
        self._column.addLayout(self._advice)
        self._column.addWidget(self.unused_words)
        self._column.addStretch(1)
        self._column.addWidget(self.record)

    def _refresh(self) -> None:
        self.dot.colour = self.colour
        self.dot.update()
        advice = self.advice()
        self.light.setVisible(bool(advice) and not self.is_background)
        if self.words.text() != advice:
            self.words.setText(advice)
            self.words.setToolTip(plain_tip(advice))
        unused = self.unused()
        if self.unused_words.text() != unused:
            self.unused_words.setText(unused)
            self.unused_words.setToolTip(plain_tip(unused))
        self.unused_words.setVisible(bool(unused))
        self.record.show_state(self.colour, recording=self._recording)
        self.record.setText(self._record_words())
        self.record.setAccessibleName(f"{self.record.text()}: {self.name.text()}")
        self.update()

    def _find_unused(self) -> None:
        self._unused = [
            (number, note) for number, sample in enumerate(self._samples, 1) for note in self._notes.get(sample.id, ())
        ]
        self._refresh()

    def _record_words(self) -> str:
        if self._progress is not None:
            seconds = number_text(self._progress.seconds, ".1f")
            return self.tr("Recording … {seconds} s").format(seconds=seconds)
        if self.is_background:
            return self.tr("Record three seconds") if not self._samples else self.tr("Record three more seconds")
        if self._is_selected and self._key:
            return self.tr("Hold to record ({key})").format(key=self._key)
        return self.tr("Hold to record")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self._is_selected or self._recording or self._dragging):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._look.px(3)
        colour = self._look.theme.state if self._recording or self._dragging else self.colour
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half, radius = width / 2, self._look.px(14)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.is_background:
            self.selected.emit(self.class_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event):
            self._drag(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drag(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drag(False)
        if paths := local_paths(event):
            event.acceptProposedAction()
            self.files_dropped.emit(self.class_id, paths)

    def _drag(self, dragging: bool) -> None:
        self._dragging = dragging
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    @Slot()
    def _on_named(self) -> None:
        if self.name.isModified() and not self.is_background:
            self.name.setModified(False)
            self.renamed.emit(self.class_id, self.name.text())
            self.show_class(self._taught)  # as it was tidied, or as it was before where the name cannot be

    @Slot()
    def _on_name_cancelled(self) -> None:
        self.name.setModified(False)
        self.show_class(self._taught)
        self.setFocus()

    def _name_menu(self) -> None:
        self.more.setAccessibleName(self.tr("More about {name}").format(name=self._shown_name()))

    def _shown_name(self) -> str:
        return self.name.text() if self.is_background else self._taught.name

    @Slot()
    def _on_hold(self) -> None:
        if not self.is_background:
            self.selected.emit(self.class_id)
        self.hold_began.emit(self.class_id)

    @Slot()
    def _offer_colours(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_colours(menu)
        menu.popup(self.dot.mapToGlobal(self.dot.rect().bottomLeft()))

    def _add_colours(self, menu: QMenu) -> None:
        for number in range(_COLOURS_OFFERED):
            colour = class_colour(number)
            swatch = QPixmap(self._look.px(22), self._look.px(22))
            swatch.fill(QColor(colour))
            action = QAction(QIcon(swatch), self.tr("Colour {number}").format(number=number_text(number + 1)), menu)
            action.triggered.connect(partial(self.recoloured.emit, self.class_id, colour))
            menu.addAction(action)

    @Slot()
    def _offer_more(self) -> None:
        menu = self.more_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def more_menu(self) -> QMenu:
        """Return the menu of what can be done with the class."""
        menu = QMenu(self)
        samples = menu.addAction(self.tr("&See all examples…"))
        samples.setEnabled(bool(self._samples))
        samples.triggered.connect(partial(self.review_wanted.emit, self.class_id))
        menu.addAction(self.tr("Add &files…")).triggered.connect(self._choose_files)
        menu.addAction(self.tr("Add a fol&der…")).triggered.connect(self._choose_folder)
        if not self.is_background:
            self._add_colours(menu.addMenu(self.tr("&Colour")))
            menu.addSeparator()
            delete = menu.addAction(self.tr("De&lete this class"))
            delete.triggered.connect(partial(self.delete_wanted.emit, self.class_id))
        return menu

    @Slot()
    def _choose_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self.window(), self.tr("Add files"))
        if files:
            self.files_dropped.emit(self.class_id, files)

    @Slot()
    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.window(), self.tr("Add a folder"))
        if folder:
            self.files_dropped.emit(self.class_id, [folder])
