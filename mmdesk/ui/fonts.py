"""Fonts: the system's own, and the program's for what that may lack."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from mmdesk.ui.resources import resource_folder

OWN_FAMILIES = ("mmdesk Sans", "mmdesk Sans More")
"""Bundled: every character that the program itself shows, and the commonest Chinese ones beyond them."""

_LATIN = ("Inter", "Segoe UI Variable Text", "Segoe UI", "SF Pro Text", "Noto Sans", "Source Sans 3", "Ubuntu")
_HAN = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei UI", "PingFang SC", "WenQuanYi Micro Hei")


def font_files() -> list[Path]:
    """The bundled fonts."""
    return sorted(resource_folder("fonts").glob("*.otf"))


@cache
def font_families() -> tuple[str, ...]:
    """Families for every word on screen, best first: those of the system that are known to be good, then the bundled.

    The first call takes the bundled fonts in; it needs a QGuiApplication.
    """
    available = set(QFontDatabase.families())
    latin = [name for name in _LATIN if name in available][:1]
    han = [name for name in _HAN if name in available][:1]
    for file in font_files():
        QFontDatabase.addApplicationFont(str(file))
    # For fonts that are chosen elsewhere, as in file dialogs and tool tips.
    for name in QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).families():
        QFont.insertSubstitutions(name, [*han, *OWN_FAMILIES])
    return (*latin, *han, *OWN_FAMILIES)


@cache
def fixed_families() -> tuple[str, ...]:
    """Families for columns of figures and letters, best first."""
    # By its true name: for an alias like "monospace" the next family that is there would be taken.
    fixed = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)).family()
    return (fixed, *font_families())
