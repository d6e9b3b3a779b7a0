"""The file lesson.json: the classes of a project, and which file holds what of each sample."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mmdesk.core.errors import SourceError
from mmdesk.core.inputs import Input, inputs_fault
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import (
    BACKGROUND,
    MOST_CLASSES,
    MOST_SAMPLES,
    LessonState,
    TaughtClass,
    name_fault,
)

FILE_NAME = "lesson.json"
FORMAT, VERSION = "mmdesk-lesson", 1
MOST_BYTES = 64 << 20
SAMPLES = "samples"
"""The folder of samples' files."""

_ID = re.compile(r"[0-9a-zA-Z]{1,40}")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_FILE = re.compile(r"samples/[\w. -]{1,120}\.(?:png|wav)")


@dataclass(frozen=True, slots=True)
class StoredSample:
    """One sample as the file tells of it.

    Attributes:
        id: See `TaughtSample`, as the next three.
        class_id: Its class.
        origin: Where it is from.
        visitor: Who showed it.
        files: Name of the file below the project by the input's name.
        texts: Text by the input's name.
        burst: What it was recorded with in one go; "" in projects of before.
    """

    id: str
    class_id: str
    origin: str
    visitor: int
    files: Mapping[str, str]
    texts: Mapping[str, str]
    burst: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What lesson.json says.

    Attributes:
        classes: In their order.
        samples: In their order.
        inputs: In their order.
    """

    classes: tuple[TaughtClass, ...]
    samples: tuple[StoredSample, ...]
    inputs: tuple[Input, ...]

    def to_bytes(self) -> bytes:
        """Return the file's content."""
        document = {
            "format": FORMAT,
            "version": VERSION,
            "inputs": [{"name": one.name, "kind": one.kind} for one in self.inputs],
            "classes": [{"id": one.id, "name": one.name, "colour": one.colour} for one in self.classes],
            "samples": [
                {
                    "id": one.id,
                    "class": one.class_id,
                    "origin": one.origin,
                    "visitor": one.visitor,
                    "burst": one.burst,
                    "files": dict(one.files),
                    "texts": dict(one.texts),
                }
                for one in self.samples
            ],
        }
        # A file may be called what UTF-8 has no letters for, and then says so in the sample's origin.
        return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def manifest_of(state: LessonState, suffixes: Mapping[tuple[str, str], str]) -> Manifest:
    """Return what a lesson's file says.

    Args:
        state: The lesson.
        suffixes: Of the files of pictures and sounds, by sample and input.
    """
    samples = []
    for sample in state.samples:
        texts = {name: content for name, content in sample.inputs.items() if isinstance(content, str)}
        files = {
            name: file_of(sample.id, name, suffixes[sample.id, name]) for name in sample.inputs if name not in texts
        }
        samples.append(
            StoredSample(sample.id, sample.class_id, sample.origin, sample.visitor, files, texts, sample.burst)
        )
    return Manifest(state.classes, tuple(samples), state.inputs)


def file_of(sample_id: str, input_name: str, suffix: str) -> str:
    """Return the name of an input's file below the project."""
    return f"{SAMPLES}/{sample_id} {input_name}{suffix}"


def parse_manifest(content: bytes, name: str) -> Manifest:
    """Read and check what a lesson's file says.

    Args:
        content: Of the file.
        name: Of the project, for the problem.

    Raises:
        SourceError: It is torn, of a newer version, or says what cannot be.
    """
    try:
        document = json.loads(content.decode("utf-8"))
        if not isinstance(document, dict) or document.get("format") != FORMAT:
            raise ValueError(f'"format" is not "{FORMAT}"')
        version = document.get("version")
        if type(version) is not int or version < 1:
            raise ValueError('"version" must be a whole number')
        if version > VERSION:
            raise SourceError(Problem("teach.project.newer", name=name, found=version, known=VERSION))
        return _parsed(document)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        detail = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise SourceError(Problem("teach.project.torn", name=name, file=FILE_NAME, detail=detail)) from error


def _parsed(document: dict[str, Any]) -> Manifest:
    inputs = tuple(Input(one["name"], one["kind"]) for one in _list(document, "inputs", 5))
    if fault := inputs_fault(inputs):
        raise ValueError(fault)
    classes: list[TaughtClass] = []
    for one in _list(document, "classes", MOST_CLASSES):
        found = TaughtClass(_matching(one, "id", _ID), str(one["name"]), _matching(one, "colour", _COLOUR))
        if name_fault(found.name, [other.name for other in classes]):
            raise ValueError(f"a class cannot be called {found.name[:40]!r}")
        classes.append(found)
    known = {one.id for one in classes} | {BACKGROUND}
    names = {one.name for one in inputs}
    samples = tuple(_sample(one, known, names) for one in _list(document, "samples", MOST_SAMPLES))
    if len(known) != len(classes) + 1 or len({one.id for one in samples}) != len(samples):
        raise ValueError("an id is there twice")
    return Manifest(tuple(classes), samples, inputs)


def _sample(value: dict[str, Any], classes: set[str], inputs: set[str]) -> StoredSample:
    files, texts = value["files"], value["texts"]
    if not isinstance(files, dict) or not isinstance(texts, dict) or not (files.keys() | texts.keys()) <= inputs:
        raise ValueError("a sample holds inputs that there are not")
    if not files and not texts:
        raise ValueError("a sample holds nothing")
    if not all(isinstance(file, str) and _FILE.fullmatch(file) for file in files.values()):
        raise ValueError("a sample's file lies elsewhere")
    if not all(isinstance(text, str) and text.strip() for text in texts.values()):
        raise ValueError("a sample's text is none")
    if value["class"] not in classes:
        raise ValueError("a sample's class is not there")
    origin, visitor = value.get("origin", ""), value.get("visitor", 0)
    if not isinstance(origin, str) or type(visitor) is not int:
        raise ValueError("a sample's origin is no text, or its visitor no number")
    burst = _matching(value, "burst", _ID) if value.get("burst") else ""
    return StoredSample(_matching(value, "id", _ID), value["class"], origin[:1000], visitor, files, texts, burst)


def _list(document: dict[str, Any], name: str, most: int) -> list[dict[str, Any]]:
    found = document[name]
    if not isinstance(found, list) or len(found) > most or not all(isinstance(one, dict) for one in found):
        raise ValueError(f'"{name}" must be a list of at most {most} objects')
    return found


def _matching(value: dict[str, Any], name: str, pattern: re.Pattern[str]) -> str:
    found = value[name]
    if not isinstance(found, str) or not pattern.fullmatch(found):
        raise ValueError(f'"{name}" cannot be {str(found)[:40]!r}')
    return found
