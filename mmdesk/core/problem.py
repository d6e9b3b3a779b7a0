"""What went wrong, as a code with fields; its words, in every language, stand in `mmdesk.ui.problem_table`."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from mmdesk.core.printable import printable

Field = str | int | float | Path


@dataclass(frozen=True, slots=True, init=False)
class Problem:
    """One thing that went wrong, or a note to the user.

    Args:
        code: A key of the table of words ("camera.frozen").
        fields: What the words name. Of a file, ``path`` and ``line``: where a sentence does not name them itself, they
            are put before it.

    Attributes:
        code: The key.
        fields: Names and values, sorted by name; texts are printable, and paths are texts.
    """

    code: str
    fields: tuple[tuple[str, Field], ...]

    def __init__(self, code: str, /, **fields: Field) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "fields", tuple(sorted((name, _clean(value)) for name, value in fields.items())))

    def at(self, path: Path | str, line: int = 0) -> Problem:
        """Return the same, of a file and a line in it (from 1; 0 for none)."""
        place: dict[str, Field] = {"path": path, "line": line} if line else {"path": path}
        return Problem(self.code, **dict(self.fields), **place)

    def without_place(self) -> Problem:
        """Return the same without its file and line."""
        return Problem(self.code, **{name: value for name, value in self.fields if name not in ("path", "line")})

    def with_texts(self, names: Collection[str]) -> Problem:
        """Return the same with "…" for every text but the fields of these names."""
        kept = {name: value if name in names or not isinstance(value, str) else "…" for name, value in self.fields}
        return Problem(self.code, **kept)

    def __str__(self) -> str:
        """Sentence and remedy in English, where the program has brought its table of words; else code and fields."""
        return repr(self) if _english is None else _english(self)


def _clean(value: Field) -> Field:
    # A modality is a text too, and stays what it is: its name is translated.
    return printable(str(value)) if isinstance(value, Path) or type(value) is str else value


_english: Callable[[Problem], str] | None = None


def speak_with(english: Callable[[Problem], str]) -> None:
    """Give problems their English words, for logs and the command line: the table stands above this layer."""
    global _english  # noqa: PLW0603 - one table for the process, set once when the program is imported
    _english = english
