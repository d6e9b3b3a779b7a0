"""The pages of the help: Markdown files beside the program, read on a thread of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from mmdesk.core.errands import Errands
from mmdesk.ui.resources import resource_folder

_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page as it stands in its file.

    Attributes:
        key: What links call it: the file's name without its number.
        title: Its first heading.
        text: All of it, as Markdown.
        translated: Whether it is in the language that was asked for.
        pictures: Those it shows, by the address that it names.
    """

    key: str
    title: str
    text: str
    translated: bool = True
    pictures: dict[str, QImage] = field(default_factory=dict)


class HelpPages(QObject):
    """Reads the pages; without a parent, so that the window may close meanwhile.

    Signals:
        read: Every page that can be read, in order, as a tuple of `HelpPage`.
    """

    read = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._errands = Errands("help")  # one after the other: the language asked for last is told last

    def ask(self, language: str) -> None:
        """Begin; returns at once."""
        self._errands.add(lambda: self.read.emit(read_pages(language)))


def read_pages(language: str, folder: Path | None = None) -> tuple[HelpPage, ...]:
    """Return the pages in a language, each in English where that lacks it or is damaged; waits for the disk.

    Args:
        language: A code of `mmdesk.ui.language.LANGUAGES`.
        folder: Where the languages' folders lie; None for the program's own.
    """
    folder = resource_folder("help") if folder is None else folder
    pages = []
    for english in sorted((folder / "en").glob("*.md")):
        own = _page(folder / language / english.name, True)
        pages.append(own or _page(english, language == "en"))
    return tuple(page for page in pages if page is not None)


def _page(file: Path, translated: bool) -> HelpPage | None:
    """None where it cannot be read: in a damaged installation the other pages help all the same."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    title = text.split("\n", 1)[0].removeprefix("# ").strip()
    pictures = {name: QImage(str(file.parent / name)) for name in _PICTURE.findall(text)}
    return HelpPage(file.stem.partition("-")[2], title, text, translated, pictures)
