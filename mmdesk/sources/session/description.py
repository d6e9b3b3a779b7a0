"""The file session.json: what a session holds."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mmdesk.core.errors import SourceError
from mmdesk.core.file_names import why_no_file
from mmdesk.core.modality import Modality

FILE_NAME = "session.json"
VERSION = 1
LONGEST_S = 3600.0
_REMEDY = "Correct the file, or choose another session."

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class SessionDescription:
    """The content of a session.json.

    Attributes:
        title: What the user calls it.
        duration_s: Length in (0, 3600] seconds; all parts are cut or filled up to it.
        fps: Pictures a second of the video.
        files: File name within the folder for each modality that was recorded; at least one.
        language: BCP 47 tag of what is said and typed, or empty.
        gaps: (from, to) in seconds for stretches in which a modality was off; sorted, within the duration.
    """

    title: str
    duration_s: float
    fps: float
    files: dict[Modality, str]
    language: str = ""
    gaps: dict[Modality, tuple[Interval, ...]] = field(default_factory=dict)

    def save(self, folder: Path) -> None:
        """Write it, last of all parts and in one step: a folder that has it is complete."""
        content = {
            "version": VERSION,
            "title": self.title,
            "language": self.language,
            "duration_s": round(self.duration_s, 6),
            "fps": self.fps,
            "files": {modality.value: name for modality, name in self.files.items()},
            "gaps": {modality.value: [list(gap) for gap in gaps] for modality, gaps in self.gaps.items()},
        }
        part = folder / f"{FILE_NAME}.part"
        part.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
        part.replace(folder / FILE_NAME)


def load_description(folder: Path) -> SessionDescription:
    """Read and check a folder's session.json.

    Raises:
        SourceError: The folder or the file is missing or wrong; file and field are named.
    """
    path = folder / FILE_NAME
    if not folder.is_dir():
        raise SourceError(f"There is no session folder {folder}.", "Choose the folder that holds session.json.")
    if why_no_file(path):
        raise SourceError(
            f"{folder} is not a session: it has no {FILE_NAME}.", "Choose a folder written by a finished recording."
        )
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror}.", "Check that you may read it.") from None
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{path} is not valid JSON: {error}.", _REMEDY) from None
    if not isinstance(content, dict):
        raise SourceError(f"{path} must hold one JSON object.", _REMEDY)
    return _Fields(path, content).description()


class _Fields:
    """Checks one field after the other."""

    def __init__(self, path: Path, content: dict[str, Any]) -> None:
        self._path = path
        self._content = content

    def description(self) -> SessionDescription:
        version = self._content.get("version")
        if version != VERSION:
            raise SourceError(
                f'{self._path}: "version" is {version!r}, and this program reads version {VERSION}.',
                "Use a program of the version that wrote it.",
            )
        duration_s = self._number("duration_s", LONGEST_S)
        return SessionDescription(
            title=self._text("title") or self._path.parent.name,
            duration_s=duration_s,
            fps=self._number("fps", 240.0),
            files=self._files(),
            language=self._text("language"),
            gaps=self._gaps(duration_s),
        )

    def _wrong(self, name: str, wanted: str) -> SourceError:
        return SourceError(f'{self._path}: "{name}" must be {wanted}.', _REMEDY)

    def _text(self, name: str) -> str:
        value = self._content.get(name, "")
        if not isinstance(value, str):
            raise self._wrong(name, "a text")
        return value.strip()

    def _number(self, name: str, most: float) -> float:
        value = self._content.get(name)
        if value is None or not _is_number(value) or not 0 < value <= most:
            raise self._wrong(name, f"a number above 0, at most {most:g}")
        return float(value)

    def _table(self, name: str) -> dict[Modality, Any]:
        value = self._content.get(name, {})
        known = [modality.value for modality in Modality]
        if not isinstance(value, dict) or not set(value) <= set(known):
            raise self._wrong(name, f"an object with keys among {', '.join(known)}")
        return {Modality(key): entry for key, entry in value.items()}

    def _files(self) -> dict[Modality, str]:
        files = self._table("files")
        if not files:
            raise self._wrong("files", "an object that names at least one file")
        for modality, name in files.items():
            # A session may come from anywhere: it must not reach outside its folder.
            if not isinstance(name, str) or not name or name != Path(name).name or name in (".", "..") or "\\" in name:
                raise self._wrong(f"files.{modality}", "the name of a file in the same folder")
        return files

    def _gaps(self, duration_s: float) -> dict[Modality, tuple[Interval, ...]]:
        checked = {}
        for modality, entries in self._table("gaps").items():
            if not isinstance(entries, list):
                raise self._wrong(f"gaps.{modality}", "a list of [from, to] in seconds")
            for entry in entries:
                is_pair = isinstance(entry, list) and len(entry) == 2 and all(_is_number(value) for value in entry)
                if not is_pair or not 0 <= entry[0] < entry[1]:
                    raise self._wrong(f"gaps.{modality}", "a list of [from, to] in seconds, from 0 on and ascending")
            inside = [(float(a), min(float(b), duration_s)) for a, b in entries if a < duration_s]
            checked[modality] = tuple(sorted(inside))
        return checked


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
