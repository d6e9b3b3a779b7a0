"""Samples as they are and as training varies them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mmdesk.core.training_plan import Preview, PreviewRow
from mmdesk.ui.plain_words import show_plain
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.training_words import augmentation_name
from mmdesk.ui.words import input_name

_CELL_PX = 128


class PreviewPage(QWidget):
    """A row per sample: each input original and varied.

    Signals:
        draw_wanted: Another draw is wanted, with this seed.

    Attributes:
        rows: What is shown.
    """

    draw_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._seed = 0
        self._augmentation = "light"
        self.rows: tuple[PreviewRow, ...] = ()
        self.title = QLabel()
        self.title.setObjectName("section")
        self.again_button = QPushButton()
        self.again_button.clicked.connect(self.draw_again)
        self.again_button.setEnabled(False)
        self._header = QHBoxLayout()
        self._header.addWidget(self.title, 1)
        self._header.addWidget(self.again_button)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._header)
        self._column.addWidget(self._scroll, 1)
        self.retranslate()

    @property
    def seed(self) -> int:
        """Of the draw that is shown."""
        return self._seed

    def show_rows(self, rows: tuple[PreviewRow, ...]) -> None:
        """Show a draw."""
        self.rows = rows
        self._fill()

    def set_augmentation(self, name: str) -> None:
        """Say how strongly the shown inputs are varied."""
        self._augmentation = name
        self._say_title()

    def set_possible(self, possible: bool) -> None:
        """Whether there is data to draw from."""
        self.again_button.setEnabled(possible)
        if not possible:
            self.show_rows(())

    def draw_again(self) -> None:
        """Ask for other samples and other variations."""
        self._seed += 1
        self.draw_wanted.emit(self._seed)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._column.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(16))
        self._column.setSpacing(look.px(10))
        self._fill()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.again_button.setText(self.tr("Draw again"))
        self._scroll.setAccessibleName(self.tr("Samples, original and varied"))
        self._say_title()
        self._fill()

    def _say_title(self) -> None:
        words = self.tr("Augmentation: {name}").format(name=augmentation_name(self._augmentation))
        self.title.setText(words)

    def _fill(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, self._look.px(8), 0)
        grid.setHorizontalSpacing(self._look.px(8))
        grid.setVerticalSpacing(self._look.px(8))
        if not self.rows:
            note = QLabel(self.tr("Choose a data folder first. A few of its samples then appear here."))
            note.setObjectName("aside")
            note.setWordWrap(True)
            grid.addWidget(note, 0, 0)
            grid.setRowStretch(1, 1)
        else:
            self._fill_headings(grid)
            for number, row in enumerate(self.rows):
                self._fill_row(grid, number + 2, row)
            grid.setRowStretch(len(self.rows) + 2, 1)
            grid.setColumnStretch(0, 1)
            for index, name in enumerate(self.rows[0].cells):
                if any(isinstance(content, str) for row in self.rows for content in row.cells[name] or ()):
                    for offset in range(2):
                        grid.setColumnStretch(1 + 2 * index + offset, 1)
        self._scroll.setWidget(inside)

    def _fill_headings(self, grid: QGridLayout) -> None:
        for index, one in enumerate(self.rows[0].cells):
            left = 1 + 2 * index
            name = QLabel(input_name(one))
            name.setStyleSheet(f"color: {self._look.theme.colour_of(index)}; font-weight: 600;")
            grid.addWidget(name, 0, left, 1, 2)
            for offset, words in enumerate((self.tr("original"), self.tr("varied"))):
                label = QLabel(words)
                label.setObjectName("aside")
                grid.addWidget(label, 1, left + offset)

    def _fill_row(self, grid: QGridLayout, at: int, row: PreviewRow) -> None:
        label = QLabel(row.label)
        show_plain(label)
        label.setObjectName("section")
        label.setWordWrap(True)
        label.setMinimumWidth(self._look.px(90))
        grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignVCenter)
        for index, cell in enumerate(row.cells.values()):
            left = 1 + 2 * index
            if cell is None:
                missing = QLabel(self.tr("missing"))
                missing.setObjectName("aside")
                grid.addWidget(missing, at, left, 1, 2, Qt.AlignmentFlag.AlignVCenter)
                continue
            for offset, content in enumerate(cell):
                grid.addWidget(self._cell(content), at, left + offset, Qt.AlignmentFlag.AlignVCenter)

    def _cell(self, content: Preview) -> QLabel:
        shown = QLabel()
        if isinstance(content, str):
            shown.setText(content if len(content) <= 120 else content[:119] + "…")
            show_plain(shown)
            shown.setWordWrap(True)
            shown.setMinimumWidth(self._look.px(120))
            return shown
        height, width, _ = content.shape
        image = QImage(content.data, width, height, content.strides[0], QImage.Format.Format_RGB888)
        ratio = self.devicePixelRatioF()
        side = round(self._look.px(_CELL_PX) * ratio)
        pixmap = QPixmap.fromImage(image).scaled(
            QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        pixmap.setDevicePixelRatio(ratio)
        shown.setPixmap(pixmap)
        return shown
