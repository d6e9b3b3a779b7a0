"""Cuts the program's own fonts out of Noto Sans CJK: ``python packaging/fonts.py FOLDER``.

FOLDER holds ``NotoSansCJK-Regular.ttc`` and ``NotoSansCJK-Bold.ttc``, as in Debian's package ``fonts-noto-cjk``. Writes
``resources/fonts``: every character that the program itself shows, regular and bold, and a second, regular family with
the 3,755 commonest Chinese characters (the first level of GB 2312) for what a visitor types and for names of classes.
To be run when ``tests/ui/test_fonts.py`` says that a character is missing.
"""

from __future__ import annotations

import argparse
import struct
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the test takes the words from here, without the tool that cuts
    from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "fonts"
# Names of their own: a whole Noto on the same machine is another font.
FAMILY, MORE = "mmdesk Sans", "mmdesk Sans More"
_TRANSLATION, _MESSAGES = 3, 0x69


def shown_characters() -> set[str]:
    """Every character of what the program shows: source, translations, Qt's own, help, the sample session."""
    found = {chr(code) for code in range(0x20, 0x7F)} | {chr(code) for code in range(0xA0, 0x100)}
    for path in (ROOT / "mmdesk").rglob("*.py"):
        found |= set(path.read_text("utf-8"))
    for path in (ROOT / "resources" / "translations").glob("*.ts"):
        found |= {character for each in ET.parse(path).iter() for character in each.text or ""}
    for pattern in ("models/*/about.json", "help/*/*.md"):
        for path in (ROOT / "resources").glob(pattern):
            found |= set(path.read_text("utf-8"))
    found |= set((ROOT / "resources" / "sessions" / "sample" / "text.csv").read_text("utf-8"))
    for words in qt_words("zh_CN") + qt_words("de") + qt_words("es"):
        found |= set(words)
    return {character for character in found if character.isprintable()}


def qt_words(code: str) -> list[str]:
    """What Qt's own dialogs say in a language; the format is that of Qt's ``qtranslator.cpp``."""
    from PySide6.QtCore import QLibraryInfo

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    content = (folder / f"qtbase_{code}.qm").read_bytes()
    index, words = 16, []  # behind the magic number
    while index < len(content):
        section, length = struct.unpack_from(">BI", content, index)
        index += 5
        if section == _MESSAGES:
            words = _messages(content[index : index + length])
        index += length
    return words


def _messages(block: bytes) -> list[str]:
    index, words = 0, []
    while index < len(block):
        tag = block[index]
        index += 1
        if tag in (1, 5):  # the end of a message; an obsolete field of four bytes
            index += 0 if tag == 1 else 4
            continue
        length = struct.unpack_from(">I", block, index)[0]
        index += 4
        if length == 0xFFFFFFFF:
            continue
        if tag == _TRANSLATION:
            words.append(block[index : index + length].decode("utf-16-be"))
        index += length
    return words


def common_characters() -> set[str]:
    """The signs of GB 2312, its Latin letters of full width, and its first level, the 3,755 commonest characters."""
    rows = (0xA1, 0xA3, *range(0xB0, 0xD8))
    cells = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return {cell.decode("gb2312", errors="ignore") for cell in cells} - {""}


def cut(collection: Path, characters: set[str], family: str, style: str) -> TTFont:
    """Return the simplified Chinese font of a collection with these characters only, under a name of its own."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTCollection

    fonts = TTCollection(collection).fonts
    font = next(each for each in fonts if "Noto Sans CJK SC" in str(each["name"].getDebugName(4)))
    _make_western(font)
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["BASE", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]  # for lines from top to bottom
    options.name_IDs = [0, 13, 14]  # copyright and licence
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(map(ord, characters)))
    subsetter.subset(font)
    postscript = family.replace(" ", "")
    names = {1: family, 2: style, 3: f"{postscript}-{style}", 4: f"{family} {style}", 6: f"{postscript}-{style}"}
    for number, words in names.items():
        font["name"].setName(words, number, 3, 1, 0x409)
    top = font["CFF "].cff
    top.fontNames = [names[6]]
    top.topDictIndex[0].FullName, top.topDictIndex[0].FamilyName = names[4], family
    font["head"].created = font["head"].modified = 0  # the same characters give the same file
    font.recalcTimestamp = False
    return font


def _make_western(font: TTFont) -> None:
    """Give “…”, ‘…’ and … the width they have among Latin letters; the font's own are as wide as a Chinese character.

    They are the glyphs of its feature ``pwid``. Most of what the program says is in Latin letters, and Chinese is read
    well with them too.
    """
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "pwid"
        for index in record.Feature.LookupListIndex
    }
    narrow: dict[str, str] = {}
    for index in lookups:
        for subtable in table.LookupList.Lookup[index].SubTable:
            narrow.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    for part in font["cmap"].tables:
        for code in map(ord, "‘’“”…"):
            if getattr(part, "cmap", None) and code in part.cmap:
                part.cmap[code] = narrow.get(part.cmap[code], part.cmap[code])  # tables may share their map


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc are")
    folder = parser.parse_args().folder
    shown = shown_characters()
    TARGET.mkdir(exist_ok=True)
    for name, source, characters, family, style in (
        ("mmdesk-sans-regular.otf", "Regular", shown, FAMILY, "Regular"),
        ("mmdesk-sans-bold.otf", "Bold", shown, FAMILY, "Bold"),
        ("mmdesk-sans-more.otf", "Regular", common_characters() - shown, MORE, "Regular"),
    ):
        font = cut(folder / f"NotoSansCJK-{source}.ttc", characters, family, style)
        font.save(TARGET / name)
        lacking = sorted(characters - set(map(chr, font.getBestCmap())))
        print(f"{name}: {len(font.getGlyphOrder())} characters, {(TARGET / name).stat().st_size / 1000:.0f} KB")
        if lacking and family == FAMILY and style == "Regular":
            print(f"  not in Noto Sans CJK: {' '.join(f'{each} (U+{ord(each):04X})' for each in lacking)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
