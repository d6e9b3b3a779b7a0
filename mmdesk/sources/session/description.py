"""The file session.json: what a session holds."""

from __future__ import annotations

import json
import math
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mmdesk.core.errors import SourceError
from mmdesk.core.file_names import why_no_file
from mmdesk.core.modality import Modality
from mmdesk.core.problem import Problem

FILE_NAME = "session.json"
VERSION = 2
"""The newest that is read. 1: a video, a sound and texts, described here. 2: a recording, described by its journal."""

_DESCRIBED = 1
LONGEST_S = 3600.0
LONGEST_NAME = 200
"""Letters that are kept of a title, a label or the name of a mark: it is to be shown in a line."""

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
        recorded: Whether it is a recording of the second version: its journal tells all but title and language.
    """

    title: str
    duration_s: float
    fps: float
    files: dict[Modality, str]
    language: str = ""
    gaps: dict[Modality, tuple[Interval, ...]] = field(default_factory=dict)
    recorded: bool = False

    def save(self, folder: Path) -> None:
        """Write it, last of all parts and in one step: a folder that has it is complete."""
        content = {
            "version": _DESCRIBED,
            "title": self.title,
            "language": self.language,
            "duration_s": round(self.duration_s, 6),
            "fps": self.fps,
            "files": {modality.value: name for modality, name in self.files.items()},
            "gaps": {modality.value: [list(gap) for gap in gaps] for modality, gaps in self.gaps.items()},
        }
        _replace(folder, content)


def save_recording(folder: Path, title: str, started: str, duration_s: float | None = None) -> None:
    """Write the head of a recording: at its beginning, and once more, with its duration, when it is finished.

    Raises:
        OSError: It cannot be written; what stood there before still does.
    """
    content: dict[str, Any] = {"version": VERSION, "title": title, "started": started}
    _replace(folder, content if duration_s is None else content | {"duration_s": round(duration_s, 6)})


def _replace(folder: Path, content: dict[str, Any]) -> None:
    """Write session.json in one step that outlives a power cut."""
    part = folder / f"{FILE_NAME}.part"
    try:
        with part.open("w", encoding="utf-8") as stream:
            stream.write(json.dumps(content, indent=2) + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(folder / FILE_NAME)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def name_of(text: str) -> str:
    """Return a name as it can be shown in a line, whatever whoever made the session called it."""
    return " ".join(text[: 2 * LONGEST_NAME].split())[:LONGEST_NAME]


def load_description(folder: Path) -> SessionDescription:
    """Read and check a folder's session.json.

    Raises:
        SourceError: The folder or the file is missing or wrong; file and field are named.
    """
    path = folder / FILE_NAME
    if not folder.is_dir():
        raise SourceError(Problem("session.missing", path=folder))
    if why_no_file(path):
        raise SourceError(Problem("session.unfinished", path=folder))
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError(Problem("session.unreadable", path=path, reason=error.strerror or str(error))) from None
    except (ValueError, RecursionError) as error:
        raise SourceError(Problem("session.not_json", path=path, detail=str(error))) from None
    if not isinstance(content, dict):
        raise SourceError(Problem("session.not_object", path=path))
    return _Fields(path, content).description()


class _Fields:
    """Checks one field after the other."""

    def __init__(self, path: Path, content: dict[str, Any]) -> None:
        self._path = path
        self._content = content

    def description(self) -> SessionDescription:
        version = self._content.get("version")
        if version == VERSION and type(version) is int:
            title = name_of(self._text("title")) or self._path.parent.name
            return SessionDescription(title, 0.0, 0.0, {}, self._text("language"), recorded=True)
        if version != _DESCRIBED:
            raise SourceError(Problem("session.version", path=self._path, found=repr(version), known=VERSION))
        duration_s = self._number("duration_s", LONGEST_S)
        return SessionDescription(
            title=name_of(self._text("title")) or self._path.parent.name,
            duration_s=duration_s,
            fps=self._number("fps", 240.0),
            files=self._files(),
            language=self._text("language"),
            gaps=self._gaps(duration_s),
        )

    def _text(self, name: str) -> str:
        value = self._content.get(name, "")
        if not isinstance(value, str):
            raise SourceError(Problem("session.field.text", path=self._path, field=name))
        return value.strip()

    def _number(self, name: str, most: float) -> float:
        value = self._content.get(name)
        if value is None or not _is_number(value) or not 0 < value <= most:
            raise SourceError(Problem("session.field.number", path=self._path, field=name, most=most))
        return float(value)

    def _table(self, name: str) -> dict[Modality, Any]:
        value = self._content.get(name, {})
        known = [modality.value for modality in Modality]
        if not isinstance(value, dict) or not set(value) <= set(known):
            raise SourceError(Problem("session.field.keys", path=self._path, field=name, known=", ".join(known)))
        return {Modality(key): entry for key, entry in value.items()}

    def _files(self) -> dict[Modality, str]:
        files = self._table("files")
        if not files:
            raise SourceError(Problem("session.field.files", path=self._path))
        for modality, name in files.items():
            # A session may come from anywhere: it must not reach outside its folder.
            if not isinstance(name, str) or not name or name != Path(name).name or name in (".", "..") or "\\" in name:
                raise SourceError(Problem("session.field.file_name", path=self._path, field=f"files.{modality}"))
        return files

    def _gaps(self, duration_s: float) -> dict[Modality, tuple[Interval, ...]]:
        checked = {}
        for modality, entries in self._table("gaps").items():
            if not isinstance(entries, list):
                raise SourceError(Problem("session.field.gaps", path=self._path, field=f"gaps.{modality}"))
            for entry in entries:
                is_pair = isinstance(entry, list) and len(entry) == 2 and all(_is_number(value) for value in entry)
                if not is_pair or not 0 <= entry[0] < entry[1]:
                    raise SourceError(Problem("session.field.gaps", path=self._path, field=f"gaps.{modality}"))
            inside = [(float(a), min(float(b), duration_s)) for a, b in entries if a < duration_s]
            checked[modality] = tuple(sorted(inside))
        return checked


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
