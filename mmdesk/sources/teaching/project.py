"""A project: what is taught, as a readable folder.

``lesson.json`` names the classes and what each sample holds; pictures and sounds stand in ``samples/``. What is saved
is saved in this order: new samples' files, each whole or not at all; then what could not be read is put into
``damaged/``; then ``lesson.json``, in one step; then files that it no longer names are deleted. Killed at any moment,
the folder holds the state before or the one after. The state before stands in ``lesson.previous.json``: where
``lesson.json`` itself is torn, that one opens.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mmdesk.core.errors import Finding, MediaError, MmdeskError, OutputError, SourceError
from mmdesk.core.files import free_path, fresh_file
from mmdesk.core.output import unwritable
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import Content, LessonState, TaughtSample
from mmdesk.core.work import Step, unwatched
from mmdesk.sources.teaching.lock import FILE_NAME as LOCK_NAME
from mmdesk.sources.teaching.lock import FolderLock
from mmdesk.sources.teaching.manifest import (
    FILE_NAME,
    MOST_BYTES,
    SAMPLES,
    Manifest,
    file_of,
    manifest_of,
    parse_manifest,
)
from mmdesk.sources.teaching.media import decoded, encoded

log = logging.getLogger(__name__)

PREVIOUS = "lesson.previous.json"
DAMAGED = "damaged"
"""The folder of files that could not be read: somebody may mend them, or bring them from a copy."""

MODEL = "model.mmdesk"
"""The model that was taught last; it may be missing, and is made anew from the samples."""


@dataclass(frozen=True, slots=True)
class OpenedLesson:
    """What a project held when it was opened.

    Attributes:
        state: The lesson.
        findings: Files that could not be read, whose inputs the samples lack; and whether an earlier state was taken.
        read_only: Why nothing can be saved here; None where it can.
    """

    state: LessonState
    findings: tuple[Finding, ...] = ()
    read_only: Problem | None = None


def is_project(path: Path) -> bool:
    """Whether a folder is a project, by its files; not whether it opens."""
    return (path / FILE_NAME).is_file() or (path / PREVIOUS).is_file()


class TeachingProject:
    """A project's folder, held against other programs until it is closed. One thread at a time may call.

    Made by `create` and `open`.

    Attributes:
        folder: The folder; whoever finds that it was moved says where it is now.
    """

    def __init__(
        self, folder: Path, lock: FolderLock | None, suffixes: dict[tuple[str, str], str], unread: Sequence[str] = ()
    ) -> None:
        self.folder = folder
        self._unread = tuple(unread)
        self._lock = lock
        self._written = suffixes

    @classmethod
    def create(cls, folder: Path, state: LessonState, step: Step = unwatched) -> TeachingProject:
        """Make a project of what is taught; a folder that is there must be empty.

        Where it cannot be made, no example is left in the folder, and the same place can be tried again.

        Raises:
            NotWantedError: ``step`` has cancelled it.
            OutputError: It cannot be written, or holds something.
            SourceError: Another program has it.
        """
        try:
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise OutputError(Problem("teach.project.in_way", path=folder))
            (folder / SAMPLES).mkdir(parents=True, exist_ok=True)
            project = cls(folder, FolderLock(folder), {})
        except (OSError, ValueError) as error:
            raise unwritable(folder, error) from error
        try:
            project._save(state, first=True, step=step)
        except BaseException:
            project.close()
            shutil.rmtree(folder / SAMPLES, ignore_errors=True)
            with suppress(OSError):
                (folder / LOCK_NAME).unlink(missing_ok=True)
                folder.rmdir()
            raise
        return project

    @classmethod
    def open(cls, folder: Path, step: Step = unwatched) -> tuple[TeachingProject, OpenedLesson]:
        """Open a project; what cannot be read is told and left out.

        Raises:
            NotWantedError: ``step`` has cancelled it.
            SourceError: There is none, it is of a newer version or torn throughout, or another program has it.
        """
        if not is_project(folder):
            raise SourceError(_missing(folder))
        lock, read_only = _locked(folder)
        try:
            manifest, findings = _read_manifest(folder)
            state, faults, suffixes = read_samples(folder, manifest, step)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        unread = [each.file for each in faults]
        if findings:  # what the newest state alone names was not read either
            unread += [FILE_NAME, *_unnamed(folder, manifest)]
        return cls(folder, lock, suffixes, unread), OpenedLesson(state, (*findings, *faults), read_only)

    @property
    def model(self) -> Path:
        """Where the taught model stands, or would."""
        return self.folder / MODEL

    @property
    def writable(self) -> bool:
        """Whether it is still there, and can be written."""
        return self._lock is not None and is_project(self.folder)

    def is_at(self, folder: Path) -> bool:
        """Whether a folder is this project's, as it was opened or moved since."""
        if folder.resolve() == self.folder.resolve():
            return True
        lock = self._lock  # a copy of hard links has the same file, and the folder is still where it was
        return lock is not None and lock.stands_in(folder) and not lock.stands_in(self.folder)

    def save(self, state: LessonState) -> None:
        """Save a state; when this returns, nothing that happens to the program can undo it.

        Raises:
            OutputError: It cannot be saved, for want of space say; the state saved before stands.
        """
        if not is_project(self.folder):
            raise OutputError(Problem("teach.project.gone", path=self.folder))
        if self._lock is None:
            raise OutputError(Problem("teach.project.read_only", path=self.folder))
        self._save(state)

    def forget(self, state: LessonState) -> None:
        """Save a state from which something was wiped: earlier states go too, and the model made of them.

        Raises:
            OutputError: It cannot be saved; the model is deleted all the same.
        """
        with suppress(OSError):
            self.model.unlink(missing_ok=True)
        self.save(state)
        try:
            _write(self.folder / PREVIOUS, (self.folder / FILE_NAME).read_bytes())
        except OSError as error:
            raise unwritable(self.folder, error) from error

    def close(self) -> None:
        """Let other programs have it; idempotent."""
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.release()

    # ---- how it is saved ----

    def _save(self, state: LessonState, first: bool = False, step: Step = unwatched) -> None:
        try:
            (self.folder / SAMPLES).mkdir(exist_ok=True)
            self._write_samples(state, step)
            content = manifest_of(state, self._written).to_bytes()
            if len(content) > MOST_BYTES:
                raise OutputError(Problem("teach.project.large", path=self.folder))
            self._set_unread_aside()
            if not first:
                self._keep_previous()
            _write(self.folder / FILE_NAME, content)
            _settle(self.folder)
        except (OSError, ValueError) as error:
            raise unwritable(self.folder, error) from error
        self._tidy(state)

    def _write_samples(self, state: LessonState, step: Step) -> None:
        for number, sample in enumerate(state.samples):
            step(number, len(state.samples))
            for name, content in sample.inputs.items():
                if isinstance(content, str):
                    continue
                known = self._written.get((sample.id, name))
                if known is None or not (self.folder / file_of(sample.id, name, known)).is_file():
                    suffix, data = encoded(content)
                    _write(self.folder / file_of(sample.id, name, suffix), data)
                    self._written[sample.id, name] = suffix
        _settle(self.folder / SAMPLES)

    def _set_unread_aside(self) -> None:
        for file in self._unread:
            if (self.folder / file).is_file():
                (self.folder / DAMAGED).mkdir(exist_ok=True)
                (self.folder / file).rename(free_path(self.folder / DAMAGED / Path(file).name))
        self._unread = ()

    def _keep_previous(self) -> None:
        with suppress(OSError, SourceError):
            content = (self.folder / FILE_NAME).read_bytes()
            parse_manifest(content, self.folder.name)  # a torn one must not take the place of a good one
            _write(self.folder / PREVIOUS, content)

    def _tidy(self, state: LessonState) -> None:
        """Delete the files of samples that are gone; one that stays for a while does no harm."""
        kept = {sample.id for sample in state.samples}
        self._written = {key: suffix for key, suffix in self._written.items() if key[0] in kept}
        names = {Path(file_of(*key, suffix)).name for key, suffix in self._written.items()}
        with suppress(OSError):
            left = [file for file in (self.folder / SAMPLES).iterdir() if file.name not in names]
            for file in (*left, *self.folder.glob(".lesson*.json")):
                with suppress(OSError):
                    file.unlink()


def _missing(folder: Path) -> Problem:
    """Why there is no project at a path."""
    if folder.exists():
        return Problem("teach.project.missing", path=folder)
    return Problem("teach.project.not_found", path=folder)


def _unnamed(folder: Path, manifest: Manifest) -> list[str]:
    """Files of samples that a manifest does not name, below the project's folder."""
    named = {file for sample in manifest.samples for file in sample.files.values()}
    with suppress(OSError):
        return sorted({f"{SAMPLES}/{file.name}" for file in (folder / SAMPLES).iterdir()} - named)
    return []


def _locked(folder: Path) -> tuple[FolderLock | None, Problem | None]:
    """Hold a folder; where it cannot be written, nobody else can write it either."""
    try:
        if not os.access(folder, os.W_OK):
            raise PermissionError
        return FolderLock(folder), None
    except OSError:
        return None, Problem("teach.project.read_only", path=folder)


def _read_manifest(folder: Path) -> tuple[Manifest, tuple[Finding, ...]]:
    """Read what a project says; where that is torn, what it said before."""
    try:
        return _manifest_in(folder / FILE_NAME), ()
    except MmdeskError as error:
        if error.problem.code == "teach.project.newer":
            raise
        try:
            found = _manifest_in(folder / PREVIOUS)
        except MmdeskError:
            raise error from None
        log.warning("%s: an earlier state is opened: %s", folder, error)
        return found, (Finding(FILE_NAME, 0, Problem("teach.project.earlier")),)


def _manifest_in(file: Path) -> Manifest:
    try:
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise SourceError(
            Problem(
                "teach.project.torn", name=file.parent.name, file=file.name, detail=error.strerror or "cannot be read"
            )
        ) from error
    return parse_manifest(content, file.parent.name)


class ReadSamples(NamedTuple):
    """What the files below a folder hold.

    Attributes:
        state: The lesson.
        findings: What of it cannot be read.
        suffixes: Of each file that was, by sample and input.
    """

    state: LessonState
    findings: tuple[Finding, ...]
    suffixes: dict[tuple[str, str], str]


def read_samples(folder: Path, manifest: Manifest, step: Step = unwatched) -> ReadSamples:
    """Read the files that a manifest names; ``step`` is called before each sample, and may raise `NotWantedError`."""
    samples, findings, suffixes = [], [], {}
    order = [one.name for one in manifest.inputs]
    for number, stored in enumerate(manifest.samples):
        step(number, len(manifest.samples))
        inputs: dict[str, Content] = dict(stored.texts)
        for name, file in stored.files.items():
            try:
                inputs[name] = decoded(folder / file)
                if file == file_of(stored.id, name, Path(file).suffix):
                    suffixes[stored.id, name] = Path(file).suffix
            except MediaError as error:
                findings.append(Finding(file, 0, error.problem.without_place()))
        if inputs:
            held = {name: inputs[name] for name in order if name in inputs}
            samples.append(TaughtSample(stored.id, stored.class_id, held, stored.origin, stored.visitor, stored.burst))
    state = LessonState(manifest.classes, tuple(samples), manifest.inputs)
    return ReadSamples(state, tuple(findings), suffixes)


def _write(path: Path, content: bytes) -> None:
    with fresh_file(path) as fresh:
        fresh.write_bytes(content)


def _settle(folder: Path) -> None:
    """Have the names in a folder outlive a power cut; where a system has no such thing, its own order must do."""
    with suppress(OSError):
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


def saved_contents(state: LessonState, step: Step = unwatched) -> Mapping[str, bytes]:
    """Return a project's files by name, as they would stand in its folder: what is shared and exported is made of.

    ``step`` is called before each sample, and may raise `NotWantedError`.
    """
    files: dict[str, bytes] = {}
    suffixes: dict[tuple[str, str], str] = {}
    for number, sample in enumerate(state.samples):
        step(number, len(state.samples))
        for name, content in sample.inputs.items():
            if not isinstance(content, str):
                suffix, data = encoded(content)
                suffixes[sample.id, name] = suffix
                files[file_of(sample.id, name, suffix)] = data
    files[FILE_NAME] = manifest_of(state, suffixes).to_bytes()
    return files
