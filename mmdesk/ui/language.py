"""The language of the window, switched while it runs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from mmdesk.ui.resources import resource_folder

LANGUAGES: dict[str, str] = {"en": "English", "zh_CN": "简体中文", "de": "Deutsch", "es": "Español"}
"""Codes, and each language's name in itself; English is the language of the source text."""

_installed: list[QTranslator] = []


def system_language() -> str:
    """The offered language nearest to the user's system; English when there is none."""
    for wanted in QLocale.system().uiLanguages():
        code = wanted.replace("-", "_")
        for offered in LANGUAGES:
            if code == offered or code.split("_")[0] == offered.split("_")[0]:
                return offered
    return "en"


def install_language(code: str) -> None:
    """Make every later `tr` speak a language of `LANGUAGES`; Qt tells all windows to say everything again.

    Raises:
        ValueError: For a language that is not offered.
    """
    if code not in LANGUAGES:
        raise ValueError(f"no such language: {code!r}; known are {', '.join(LANGUAGES)}")
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    if code == "en":
        return
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt_folder), ("mmdesk", str(resource_folder("translations")))):
        translator = QTranslator()
        if translator.load(f"{name}_{code}", folder):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
