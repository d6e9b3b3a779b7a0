"""About the program: its version, what it is made of under which licences, and how to report a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import metadata
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from mmdesk import __version__
from mmdesk.core.errands import Errands
from mmdesk.ui.resources import resource_folder
from mmdesk.ui.screen_room import open_at

_NAME = re.compile(r"^[A-Za-z0-9._-]+")


class _Reader(QObject):
    """Reads the licences beside the GUI thread; without a parent, so that the dialog may close meanwhile.

    Signals:
        read: The page, as Markdown.
    """

    read = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._errands = Errands("about")  # one after the other: what was asked for last is told last

    def ask(self, heading: str) -> None:
        """Begin; returns at once."""
        self._errands.add(lambda: self.read.emit(licences(heading)))


class AboutDialog(QDialog):
    """Does not block the main window.

    Signals:
        report_wanted: The diagnostics are to be copied, for a report.

    Attributes:
        page: The licences.
    """

    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About mmdesk"))
        title, words = QLabel(f"mmdesk {__version__}"), QLabel()
        title.setObjectName("title")
        words.setText(
            self.tr(
                "A live fusion microscope: see how a model weighs what you show, say and type.\n"
                "Nothing leaves this computer, and nothing is stored unless you ask for it."
            )
        )
        words.setWordWrap(True)
        self.page = QTextBrowser()
        self.page.setOpenExternalLinks(True)
        self.page.setAccessibleName(self.tr("Licences"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.report_button = QPushButton(self.tr("Report a problem"))
        self.report_button.setToolTip(self.tr("Copies the diagnostics, to be pasted into a message"))
        self.report_button.clicked.connect(self._on_report)
        buttons.addButton(self.report_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (title, words, self.page, buttons):
            layout.addWidget(part)
        self._reader = _Reader()
        self._reader.read.connect(self.page.setMarkdown)
        self._reader.ask(self.tr("Packages that are installed beside it"))
        open_at(self, 820, 640)

    @Slot()
    def _on_report(self) -> None:
        self.report_wanted.emit()
        self.accept()  # what was copied is told in the main window


def licences(heading: str) -> str:
    """Return what is bundled and installed, and under which licences, as Markdown; waits for the disk.

    Args:
        heading: What the list of packages is called.
    """
    try:
        notice = (resource_folder("icons").parent / "NOTICE.md").read_text("utf-8")
    except (OSError, UnicodeDecodeError):  # a damaged installation; the packages are told all the same
        notice = ""
    rows = "\n".join(f"- {name} {version}" + f": {licence}" * bool(licence) for name, version, licence in packages())
    return "\n\n".join(filter(None, (notice, rows and f"## {heading}\n\n{rows}")))


class Package(NamedTuple):
    """A package that the program asks for; its licence is empty where its metadata name none."""

    name: str
    version: str
    licence: str


def packages() -> list[Package]:
    """Return each package that mmdesk asks for, as far as they are installed with metadata."""
    try:
        required = metadata.requires("mmdesk") or ()
    except metadata.PackageNotFoundError:
        required = ()
    found = []
    for name in _plain_names(required):
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found.append(Package(about["Name"], about["Version"], _licence(about)))
    return sorted(found, key=lambda package: package.name.casefold())


def _plain_names(required: Iterable[str]) -> set[str]:
    """The packages without which the program does not start; those of extras are for building it."""
    return {found[0] for one in required if "extra ==" not in one and (found := _NAME.match(one))}


def _licence(about: metadata.PackageMetadata) -> str:
    """An expression, a classifier, or the first line of what stands there; empty where nothing does."""
    texts = about.get_all("License-Expression") or []
    classifiers = about.get_all("Classifier") or []
    texts += [one.rpartition("::")[2].strip() for one in classifiers if one.startswith("License ::")]
    texts += [one.strip().split("\n", 1)[0] for one in about.get_all("License") or [] if one.strip()]
    return next((text for text in texts if text != "UNKNOWN"), "")
