"""What is in the chosen folder of data, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mmdesk.core.errors import Finding
from mmdesk.core.inputs import Input
from mmdesk.core.training_plan import ClassCount, FolderReport
from mmdesk.ui.plain_words import show_plain
from mmdesk.ui.problems import words_of
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.training_words import layout_words
from mmdesk.ui.words import input_name

_MOST_LINES = 2000

Index = QModelIndex | QPersistentModelIndex


class CountsModel(QAbstractTableModel):
    """A row per class; its samples, and how many of them have each input. A zero stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: Sequence[ClassCount] = ()
        self._inputs: Sequence[Input] = ()
        self._alert = QColor()

    def show_classes(self, classes: Sequence[ClassCount], inputs: Sequence[Input], alert: QColor) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._classes, self._inputs, self._alert = classes, inputs, alert
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._classes)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 2 + len(self._inputs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self._classes[index.row()]
        cell = (one.label, one.samples, *one.having)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and cell == 0:
            return self._alert
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Class"), self.tr("Samples"), *(input_name(one.name) for one in self._inputs))[section]


class LayoutHint(QFrame):
    """One of the two layouts in two lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.title, self.words = QLabel(), QLabel()
        self.title.setObjectName("section")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.words)

    def set_look(self, look: Look) -> None:
        """Take a size."""
        self._column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(14))
        self._column.setSpacing(look.px(8))


class EmptyState(QWidget):
    """What to do first, and how a folder of data looks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = QLabel()
        self.headline.setObjectName("headline")
        self.words = QLabel()
        self.words.setObjectName("aside")
        for label in (self.headline, self.words):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.hints = (LayoutHint(), LayoutHint())
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self.headline)
        self._column.addWidget(self.words)
        for hint in self.hints:
            self._column.addWidget(hint)
        self._column.addStretch(2)

    def set_look(self, look: Look) -> None:
        """Take a size."""
        self._column.setContentsMargins(look.px(60), look.px(20), look.px(60), look.px(20))
        self._column.setSpacing(look.px(14))
        for hint in self.hints:
            hint.set_look(look)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.headline.setText(self.tr("Choose a data folder or drop one here"))
        self.words.setText(self.tr("Pictures, sounds and texts of the same thing, in one of two layouts:"))
        folders, table = self.hints
        folders.title.setText(self.tr("One folder per class"))
        folders.words.setText(
            self.tr("apple/1.png, apple/1.wav, pear/2.jpg … – a sound has its picture's name.\n")
            + self.tr("texts.csv beside them, with the columns file,text and optionally audio.")
        )
        table.title.setText(self.tr("A table"))
        table.words.setText(
            self.tr("samples.csv with the columns image,audio,text,label and optionally split.\n")
            + self.tr("One row per sample. Paths are relative to the folder. A blank cell means a missing input.")
        )


class DataPage(QStackedWidget):
    """The empty state, or counts and everything that is wrong.

    Signals:
        stop_wanted: The check under way is not wanted any more.
    """

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._report: FolderReport | None = None
        self._checking: tuple[int, int] | None = None
        self.empty = EmptyState()
        self.headline, self.splits, self.findings_title = QLabel(), QLabel(), QLabel()
        show_plain(self.headline, self.splits)
        self.headline.setObjectName("headline")
        self.splits.setObjectName("aside")
        for label in (self.headline, self.splits):
            label.setWordWrap(True)
        self.counts = CountsModel(self)
        self.table = QTableView()
        self.table.setModel(self.counts)
        self.findings = QPlainTextEdit()
        self.findings.setReadOnly(True)
        self.findings.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.copy_button = QPushButton()
        self.copy_button.clicked.connect(self.copy_findings)
        self.stop_button = QPushButton()
        self.stop_button.clicked.connect(self.stop_wanted)
        self._set_up_table()
        self.addWidget(self.empty)
        self.addWidget(self._found())
        self.retranslate()

    def show_report(self, report: FolderReport) -> None:
        """Show what a check found."""
        self._report, self._checking = report, None
        self.retranslate()

    def show_checking(self, done: int, total: int) -> None:
        """Say that a check is under way; ``total`` is -1 while it is unknown."""
        self._checking = (done, total)
        self._say_headline()
        self.setCurrentIndex(1)

    def begin_check(self) -> None:
        """Forget the folder before."""
        self._report = None
        self.retranslate()
        self.show_checking(0, -1)

    def leave_check(self) -> None:
        """Show what to do first again: a check was given up."""
        self._checking = None
        self.retranslate()

    def findings_lines(self, most: int | None = None) -> list[str]:
        """Problems and warnings, each with its file and line; the first so many of them, or all."""
        if self._report is None:
            return []
        warning = self.tr("Warning")
        lines = chain(
            (_line(problem) for problem in self._report.problems),
            (f"{warning}: {_line(one)}" for one in self._report.warnings),
        )
        return list(islice(lines, most))

    def copy_findings(self) -> None:
        """Put all of them on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(self.findings_lines()))

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.empty.set_look(look)
        self._column.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(16))
        self._column.setSpacing(look.px(8))
        self._below.setContentsMargins(0, look.px(8), 0, 0)
        self.table.verticalHeader().setDefaultSectionSize(look.px(32))
        self._show_counts()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.empty.retranslate()
        self.copy_button.setText(self.tr("Copy all"))
        self.stop_button.setText(self.tr("Cancel"))
        self.table.setAccessibleName(self.tr("Samples of each class"))
        self.findings.setAccessibleName(self.tr("Problems and warnings"))
        self._show_counts()
        self._say_headline()
        self._say_findings()
        self.setCurrentIndex(0 if self._report is None and self._checking is None else 1)

    def _set_up_table(self) -> None:
        self.table.verticalHeader().hide()
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    def _found(self) -> QWidget:
        page = QWidget()
        self._column = QVBoxLayout(page)
        head_row = QHBoxLayout()
        head_row.addWidget(self.headline, 1)
        head_row.addWidget(self.stop_button)
        self._column.addLayout(head_row)
        self._column.addWidget(self.splits)
        below = QWidget()
        self._below = QVBoxLayout(below)
        title_row = QHBoxLayout()
        title_row.addWidget(self.findings_title, 1)
        title_row.addWidget(self.copy_button)
        self._below.addLayout(title_row)
        self._below.addWidget(self.findings, 1)
        self._below_widget = below
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.table)
        parts.addWidget(below)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column.addWidget(parts, 1)
        return page

    def _show_counts(self) -> None:
        classes, inputs = ((), ()) if self._report is None else (self._report.classes, self._report.inputs)
        self.counts.show_classes(classes, inputs, QColor(self._look.theme.state))
        self.table.setVisible(bool(classes))

    def _say_headline(self) -> None:
        self.splits.setText("")
        if self._checking is not None:
            done, total = self._checking
            known = (
                self.tr("Checking the folder … {done} of {total}") if total >= 0 else self.tr("Checking the folder …")
            )
            self.headline.setText(known.format(done=done, total=total))
        elif self._report is not None:
            report = self._report
            words = self.tr("{name}: {samples} samples in {classes} classes")
            self.headline.setText(words.format(name=report.name, samples=report.samples, classes=len(report.classes)))
            self.splits.setText(self._split_words(report))
        self.splits.setVisible(bool(self.splits.text()))
        self.stop_button.setVisible(self._checking is not None)

    def _split_words(self, report: FolderReport) -> str:
        parts = [self.tr("Layout: {layout}.").format(layout=layout_words(report.layout))] if report.layout else []
        if report.splits is not None:
            train, validation, test = report.splits
            words = self.tr("{train} for training, {validation} for validation, {test} for testing")
            counts = words.format(train=train, validation=validation, test=test)
            how = (
                self.tr("as given by the folder") if report.splits_given else self.tr("drawn at random from each class")
            )
            parts.append(f"{counts} ({how}).")
        return " ".join(parts)

    def _say_findings(self) -> None:
        problems = 0 if self._report is None else len(self._report.problems)
        warnings = 0 if self._report is None else len(self._report.warnings)
        lines = self.findings_lines(_MOST_LINES)
        if more := problems + warnings - len(lines):
            lines.append(self.tr("… and {count} more; “Copy all” copies them too").format(count=more))
        self.findings.setPlainText("\n".join(lines))
        if problems:
            self.findings_title.setText(self.tr("Fix these first ({count})").format(count=problems))
        else:
            self.findings_title.setText(self.tr("Good to know ({count})").format(count=warnings))
        self.findings_title.setObjectName("warning" if problems else "section")
        self.findings_title.style().polish(self.findings_title)
        self._below_widget.setVisible(bool(lines))


def _line(finding: Finding) -> str:
    words = " ".join(filter(None, words_of(finding.problem)))
    return f"{finding.place}: {words}" if finding.place else words
