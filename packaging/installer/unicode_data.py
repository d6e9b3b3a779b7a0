"""Cuts down the tables of ICU, the Unicode library that Qt on Linux is linked with: 32 MB, of which mmdesk needs 6.

Qt has its own names of languages, countries, currencies and units, its own rules where a line may break, and Python its
own tables of old encodings. What Qt asks ICU for is the order of words (in lists of files, say) and upper and lower
case; that stays. An item that is missing is to ICU what an unknown language is: it takes the root's.

The form of the tables: ICU's ``source/common/unicode/udata.h`` (the header) and ``ucmndata.h`` (the list of contents).
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from pathlib import Path

_ALIGNMENT = 16
_UNUSED = re.compile(
    r"(brkitr|curr|lang|rbnf|region|translit|unit|zone)/"  # in folders: line breaks, and names of things
    r"|.*\.cnv$"  # old encodings
    r"|(?!(root|pool)\.res$)[a-z]{2,4}(_\w+)?\.res$"  # how a language writes numbers and dates
)


def keeps_item(name: str) -> bool:
    """Whether an item, by its path without the package's name ("coll/de.res"), is kept."""
    return not _UNUSED.match(name)


def read_items(tables: bytes) -> dict[str, bytes]:
    """The items of a package of tables, by their paths with its name ("icudt73l/coll/de.res"), in its order.

    Raises:
        ValueError: These are no tables of ICU for little-endian machines.
    """
    if tables[2:4] != b"\xda\x27" or tables[8] != 0 or tables[12:16] != b"CmnD":
        raise ValueError("no package of ICU's tables")
    (start,) = struct.unpack_from("<H", tables)
    (count,) = struct.unpack_from("<I", tables, start)
    entries = [struct.unpack_from("<II", tables, start + 4 + 8 * index) for index in range(count)]
    ends = [place for _, place in entries[1:]] + [len(tables) - start]
    items = {}
    for (name, place), end in zip(entries, ends, strict=True):
        path = tables[start + name : tables.index(b"\0", start + name)].decode("ascii")
        items[path] = tables[start + place : start + end]
    return items


def write_items(header: bytes, items: dict[str, bytes]) -> bytes:
    """The package of these items, which must be in the order of their paths: ICU finds them by bisection."""
    names = [name.encode("ascii") + b"\0" for name in items]
    listed = 4 + 8 * len(items)
    name_places = [listed + sum(map(len, names[:index])) for index in range(len(names))]
    body = bytearray(listed) + b"".join(names)
    struct.pack_into("<I", body, 0, len(items))
    for index, item in enumerate(items.values()):
        body += bytes(-(len(header) + len(body)) % _ALIGNMENT)
        struct.pack_into("<II", body, 4 + 8 * index, name_places[index], len(body))
        body += item
    return header + bytes(body)


def cut_down(library: Path) -> None:
    """Replace ``libicudata.so.N`` by one with the kept items; needs ``as`` and ``ld``.

    Raises:
        ValueError: The library holds no tables of ICU.
    """
    content = library.read_bytes()
    start = content.find(b"CmnD") - 12
    version = library.name.rsplit(".", 1)[1]
    if start < 0:
        raise ValueError(f"{library} holds no tables of ICU")
    tables = content[start:]
    header = tables[: struct.unpack_from("<H", tables)[0]]
    items = {name: item for name, item in read_items(tables).items() if keeps_item(name.split("/", 1)[1])}
    symbol = f"icudt{version}_dat"
    with tempfile.TemporaryDirectory() as place:
        data, source, code = (Path(place) / name for name in ("tables", "tables.s", "tables.o"))
        data.write_bytes(write_items(header, items))
        lines = (
            *(".section .rodata", f".balign {_ALIGNMENT}", f".globl {symbol}", f".type {symbol}, %object"),
            *(f"{symbol}:", '.incbin "tables"', f".size {symbol}, . - {symbol}"),
            '.section .note.GNU-stack, "", %progbits',
        )
        source.write_text("\n".join(lines) + "\n", encoding="ascii")
        subprocess.run(["as", "-o", code.name, source.name], cwd=place, check=True)
        link = ["ld", "-shared", "-soname", library.name, "--build-id=none", "-o", str(library.resolve()), code.name]
        subprocess.run(link, cwd=place, check=True)
