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


def language_locale() -> QLocale:
    """How numbers and dates are written in the language that `tr` speaks."""
    return QLocale("en_GB" if _language == "en" else _language)


def number_text(value: float, form: str = "") -> str:
    """Return a number as `format` gives it, with the language's decimal mark and group separator."""
    return localised(format(value, form))


def localised(numbers: str) -> str:
    """Return numbers that are written the English way, "1,204.5" or "0.25–0.5", as the language writes them."""
    locale = language_locale()
    return numbers.translate({ord("."): locale.decimalPoint(), ord(","): locale.groupSeparator()})


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
    QLocale.setDefault(language_locale())
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
