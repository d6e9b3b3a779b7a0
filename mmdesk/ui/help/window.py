"""The window of the help: pages and words on the left, what they say on the right, and a field to search them."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from mmdesk.ui.help.glossary import BY_KEY, TERMS, Term
from mmdesk.ui.help.pages import HelpPage, HelpPages
from mmdesk.ui.help.pictures import term_picture
from mmdesk.ui.language import installed_language
from mmdesk.ui.screen_room import open_at
from mmdesk.ui.theme import DARK, Look

_PLACE = Qt.ItemDataRole.UserRole
_MARGIN_PX = 60
_MOST_MARKS = 400


class HelpBrowser(QTextBrowser):
    """Shows one page; its pictures were read or drawn before, and are never wider than the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.pictures: dict[str, QImage] = {}

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind == int(QTextDocument.ResourceType.ImageResource.value):
            image = self.pictures.get(QUrl(name).toString(), QImage())
            ratio = image.devicePixelRatio()
            room = max(120, self.viewport().width() - _MARGIN_PX)
            if image.width() / ratio > room:
                ratio = self.devicePixelRatio()
                image = image.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
                image.setDevicePixelRatio(ratio)
            return image
        return None


class HelpWindow(QDialog):
    """Does not block the main window.

    Attributes:
        search: Where the user types what to look for.
        places: Pages, then words; those without what is looked for are hidden.
        page: What the chosen one says.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._pages: tuple[HelpPage, ...] = ()
        self._wanted = ""
        self._marked: list[int] = []
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self._to_next_mark)
        self.places = QListWidget()
        self.places.currentRowChanged.connect(self._show_current)
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.page = HelpBrowser()
        self.page.anchorClicked.connect(self._on_link)
        self._left = QVBoxLayout()
        for part in (self.search, self.nothing, self.places):
            self._left.addWidget(part)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._left, 3)
        self._row.addWidget(self.page, 8)
        self._reader = HelpPages()
        self._reader.read.connect(self._on_read)
        open_at(self, 1060, 720)
        self.retranslate()

    def show_at(self, place: str = "") -> None:
        """Come to the front, at ``page:KEY`` or ``term:KEY``; without a place, where it was."""
        self._wanted = place
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()
        self.search.selectAll()
        self._choose_wanted()

    @property
    def text(self) -> str:
        """What is read on the page."""
        return self.page.toPlainText()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        for layout in (self._row, self._left):
            layout.setSpacing(look.px(12))
        self.places.setSpacing(look.px(2))
        self.page.document().setDocumentMargin(look.px(20))
        self._row.setContentsMargins(look.px(14), look.px(14), look.px(14), look.px(14))
        self._show_current()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setWindowTitle(self.tr("Help"))
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.places.setAccessibleName(self.tr("Pages and words"))
        self.page.setAccessibleName(self.tr("Page"))
        self.nothing.setText(self.tr("Nothing found. Try another word."))
        self._reader.ask(installed_language())

    @Slot(object)
    def _on_read(self, pages: tuple[HelpPage, ...]) -> None:
        before = self._wanted or self._current()
        self.places.clear()  # while the pages that it names are still there
        self._pages = pages
        for page in pages:
            self._add(page.title, f"page:{page.key}")
        heading = QListWidgetItem(self.tr("Words"))
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setBold(True)
        heading.setFont(font)
        self.places.addItem(heading)
        for term in sorted(TERMS, key=lambda term: term.name.casefold()):
            self._add(term.name, f"term:{term.key}")
        self._wanted = before or self._first()
        self._choose_wanted()
        self._on_searched(self.search.text())

    def _current(self) -> str:
        row = self.places.currentRow()
        return (self.places.item(row).data(_PLACE) or "") if row >= 0 else ""

    def _add(self, title: str, place: str) -> None:
        item = QListWidgetItem(title)
        item.setData(_PLACE, place)
        self.places.addItem(item)

    def _first(self) -> str:
        return f"page:{self._pages[0].key}" if self._pages else f"term:{TERMS[0].key}"

    def _choose_wanted(self) -> None:
        for row in range(self.places.count()):
            item = self.places.item(row)
            if self._wanted and item.data(_PLACE) == self._wanted:
                if item.isHidden():
                    self.search.clear()
                self._wanted = ""
                self.places.setCurrentItem(item)
                return

    @Slot(str)
    def _on_searched(self, sought: str) -> None:
        """Hide what does not hold the words; where the chosen one is hidden, the first of the rest is shown."""
        words = sought.casefold().split()
        shown = []
        for row in range(self.places.count()):
            item = self.places.item(row)
            place = item.data(_PLACE)
            fits = place is not None and all(word in self._plain(place) for word in words)
            item.setHidden(not (fits or (place is None and not words)))
            if fits:
                shown.append(item)
        self.nothing.setVisible(not shown and self.places.count() > 0)
        best = next((item for item in shown if words and sought.casefold().strip() in item.text().casefold()), None)
        if shown and (best or self.places.currentItem() not in shown):
            self.places.setCurrentItem(best or shown[0])
        self._mark()

    def _plain(self, place: str) -> str:
        kind, _, key = place.partition(":")
        if kind == "term":
            return f"{BY_KEY[key].name} {BY_KEY[key].words}".casefold()
        return next(page.text for page in self._pages if page.key == key).casefold()

    @Slot()
    def _show_current(self) -> None:
        kind, _, key = self._current().partition(":")
        if kind == "term":
            self._show_term(BY_KEY[key])
        elif kind == "page":
            page = next(page for page in self._pages if page.key == key)
            self.page.pictures = page.pictures
            english = self.tr("This page is in English.")
            note = "" if page.translated else f"*{english}*\n\n"
            title, _, body = page.text.partition("\n")
            self.page.document().setDefaultStyleSheet("")
            self.page.setMarkdown(f"{title}\n\n{note}{body}")
        self._mark()

    def _show_term(self, term: Term) -> None:
        self.page.pictures = {term.key: term_picture(term.key, self._look, self.devicePixelRatio())}
        links = ", ".join(f'<a href="term:{key}">{escape(BY_KEY[key].name)}</a>' for key in term.related)
        also = escape(self.tr("See also:"))
        self.page.setHtml(
            f'<h1>{escape(term.name)}</h1><p><img src="{term.key}"></p><p style="font-size: large">'
            f"{escape(term.words)}</p><p>{also} {links}</p>"
        )

    def _mark(self) -> None:
        """Mark what is looked for on the page, and show the first of it."""
        marks: list[QTextEdit.ExtraSelection] = []
        for word in self.search.text().split():
            found = self.page.document().find(word)
            while not found.isNull() and len(marks) < _MOST_MARKS:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = found
                mark.format.setBackground(QColor(self._look.theme.state))
                mark.format.setForeground(QColor(self._look.theme.on_state))
                marks.append(mark)
                found = self.page.document().find(word, found)
        self.page.setExtraSelections(marks)
        self._marked = sorted(mark.cursor.selectionStart() for mark in marks)
        if marks:
            self._show_place(self._marked[0])

    def _show_place(self, position: int) -> None:
        cursor = QTextCursor(self.page.document())
        cursor.setPosition(position)
        self.page.setTextCursor(cursor)
        self.page.ensureCursorVisible()

    @Slot()
    def _to_next_mark(self) -> None:
        after = [place for place in self._marked if place > self.page.textCursor().position()]
        if self._marked:
            self._show_place((after or self._marked)[0])

    @Slot(QUrl)
    def _on_link(self, address: QUrl) -> None:
        if address.scheme() in ("term", "page"):
            self.show_at(address.toString())
        elif address.scheme() in ("http", "https"):
            QDesktopServices.openUrl(address)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize() != QSize(-1, -1):
            self._show_current()
