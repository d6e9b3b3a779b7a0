"""What the View menu offers of size: that of the words, and which panels stand open."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mmdesk.ui.language import number_text
from mmdesk.ui.text_size import TEXT_SIZES, text_size


class TextSizeMenu(QMenu):
    """Every text size, and keys for the next one.

    Signals:
        chosen: A size in percent.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.larger, self.smaller, self.usual = QAction(self), QAction(self), QAction(self)
        self.larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.smaller.setShortcut(QKeySequence("Ctrl+-"))
        self.usual.setShortcut(QKeySequence("Ctrl+0"))
        self.larger.triggered.connect(partial(self._step, 1))
        self.smaller.triggered.connect(partial(self._step, -1))
        self.usual.triggered.connect(partial(self.chosen.emit, 100))
        self.addActions([self.larger, self.smaller, self.usual])
        self.addSeparator()
        self.sizes: dict[int, QAction] = {}
        group = QActionGroup(self)
        for size in TEXT_SIZES:
            self.sizes[size] = QAction(self, checkable=True)
            self.sizes[size].triggered.connect(partial(self.chosen.emit, size))
            group.addAction(self.sizes[size])
            self.addAction(self.sizes[size])
        self.show_size()

    def show_size(self) -> None:
        """Tick the size that holds."""
        self.sizes[text_size()].setChecked(True)
        self.larger.setEnabled(text_size() < TEXT_SIZES[-1])
        self.smaller.setEnabled(text_size() > TEXT_SIZES[0])

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setTitle(self.tr("Text si&ze"))
        self.larger.setText(self.tr("&Larger text"))
        self.smaller.setText(self.tr("&Smaller text"))
        self.usual.setText(self.tr("&Usual text size"))
        for size, action in self.sizes.items():
            action.setText(number_text(size / 100, ".0%"))

    def _step(self, step: int) -> None:
        place = TEXT_SIZES.index(text_size()) + step
        if 0 <= place < len(TEXT_SIZES):
            self.chosen.emit(TEXT_SIZES[place])


class PanelsMenu(QMenu):
    """Which panels stand open; one that is not ticked is folded to its heading.

    Signals:
        folded: Key of a panel, and whether it is folded from now on.
        usual_wanted: Every panel is to be as it is by itself.
    """

    folded = Signal(str, bool)
    usual_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panels: dict[str, QAction] = {}
        self._end = self.addSeparator()
        self.usual = QAction(self)
        self.usual.triggered.connect(self.usual_wanted)
        self.addAction(self.usual)

    def show_panels(self, names: Mapping[str, str]) -> None:
        """Offer these panels: their headings by key."""
        if list(names) != list(self.panels):
            for action in self.panels.values():
                self.removeAction(action)
                action.deleteLater()
            self.panels = {}
            for key in names:
                action = QAction(self, checkable=True, checked=True)
                action.toggled.connect(partial(self._on_toggled, key))
                self.insertAction(self._end, action)
                self.panels[key] = action
        for key, name in names.items():
            self.panels[key].setText(name.replace("&", "&&"))

    def show_folded(self, key: str, *, folded: bool) -> None:
        """Say whether a panel is folded."""
        if key in self.panels:
            self.panels[key].setChecked(not folded)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setTitle(self.tr("&Panels"))
        self.usual.setText(self.tr("&Usual arrangement"))

    def _on_toggled(self, key: str, opened: bool) -> None:
        self.folded.emit(key, not opened)
