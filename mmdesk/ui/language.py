"""The language of the window, switched while it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from mmdesk.ui.resources import resource_folder

LANGUAGES: dict[str, str] = {"en": "English", "zh_CN": "简体中文", "de": "Deutsch", "es": "Español"}
"""Codes, and each language's name in itself; English is the language of the source text."""

_installed: list[QTranslator] = []
_language = "en"


def system_language() -> str:
    """The offered language nearest to the user's system; English when there is none."""
    for wanted in QLocale.system().uiLanguages():
        code = wanted.replace("-", "_")
        for offered in LANGUAGES:
            if code == offered or code.split("_")[0] == offered.split("_")[0]:
                return offered
    return "en"


def installed_language() -> str:
    """Code of the language that `tr` speaks."""
    return _language


def install_language(code: str) -> list[Path]:
    """Make every later `tr` speak a language of `LANGUAGES`; Qt tells all windows to say everything again.

    Returns:
        The files of translations that are missing or damaged; their words stay English.

    Raises:
        ValueError: For a language that is not offered.
    """
    if code not in LANGUAGES:
        raise ValueError(f"no such language: {code!r}; known are {', '.join(LANGUAGES)}")
    global _language  # noqa: PLW0603 - as Qt's translators are the process's
    _language = code
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    unreadable = []
    for file in _translations(code):
        translator = QTranslator()
        if translator.load(str(file)):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
        else:
            unreadable.append(file)
    return unreadable


def unreadable_translations() -> list[Path]:
    """The files of any offered language that are missing or damaged."""
    return [file for code in LANGUAGES for file in _translations(code) if not QTranslator().load(str(file))]


def _translations(code: str) -> tuple[Path, ...]:
    """Qt's own words and the program's; English is in the source."""
    if code == "en":
        return ()
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return qt_folder / f"qtbase_{code}.qm", resource_folder("translations") / f"mmdesk_{code}.qm"
