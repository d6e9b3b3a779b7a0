"""The document of teaching: what is taught now, every change of it with undo and redo, and forgetting."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from mmdesk.core.errors import MmdeskError
from mmdesk.core.inputs import Input
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import (
    BACKGROUND,
    MOST_CLASSES,
    MOST_SAMPLES,
    Content,
    LessonState,
    TaughtClass,
    TaughtSample,
    class_colour,
    name_fault,
    new_id,
    tidy_name,
)

MOST_UNDO = 200
"""Changes that can be undone."""


class LessonError(MmdeskError):
    """A change that cannot be made; the lesson is as it was."""


class ChangeKind(StrEnum):
    """What a change was; the window names it beside undo."""

    OPEN = "open"
    ADD_CLASS = "add class"
    RENAME_CLASS = "rename class"
    RECOLOUR_CLASS = "recolour class"
    DELETE_CLASS = "delete class"
    ORDER_CLASSES = "order classes"
    ADD_SAMPLES = "add samples"
    MOVE_SAMPLES = "move samples"
    DELETE_SAMPLES = "delete samples"
    FORGET = "forget"


class Way(StrEnum):
    """How a change came about."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class LessonChange:
    """What listeners are told.

    Attributes:
        kind: What was done, undone or redone.
        way: Which of the three.
        before: The state before.
        after: The state now.
        revision: Number of the state now; it only ever grows, undoing included.
    """

    kind: ChangeKind
    way: Way
    before: LessonState
    after: LessonState
    revision: int

    @property
    def retrains(self) -> bool:
        """Whether another model is to be made: not where only names, colours or empty classes changed."""
        return _taught(self.before) != _taught(self.after)

    @property
    def relabels(self) -> bool:
        """Whether the model shows other names or another order of classes."""
        return [(one.id, one.name) for one in self.before.classes] != [(one.id, one.name) for one in self.after.classes]


@dataclass(frozen=True, slots=True)
class Wiped:
    """What forgetting wipes; what undo could bring back is part of it. It is false where that is nothing.

    Attributes:
        samples: How many samples of classes.
        inputs: How many of them hold each input, by name.
        background: How many samples of `BACKGROUND`.
        classes: Names of the classes that go with them.
    """

    samples: int
    inputs: Mapping[str, int]
    background: int
    classes: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.samples or self.background or self.classes)


class Lesson:
    """Classes and samples that change by commands, each of which can be undone. One thread owns it.

    Args:
        state: What it begins with.
        visitor: Number of the visitor whose samples come next.

    Attributes:
        state: Everything that is taught now; a frozen value.
        revision: Number of the state, from 0; it only ever grows.
    """

    def __init__(self, state: LessonState | None = None, visitor: int | None = None) -> None:
        self.state = LessonState() if state is None else state
        self.revision = 0
        last = max((sample.visitor for sample in self.state.samples), default=0)
        self._visitor = last + 1 if visitor is None else visitor
        self._first = self._visitor
        # Classes that the visitor made: they go with the visitor, if nobody else has shown anything of them.
        self._made: dict[str, int] = {}
        self._undo: list[tuple[ChangeKind, LessonState]] = []
        self._redo: list[tuple[ChangeKind, LessonState]] = []
        self._listeners: list[Callable[[LessonChange], None]] = []

    # ---- listening ----

    def listen(self, listener: Callable[[LessonChange], None]) -> Callable[[], None]:
        """Have a function called after each change, on the owning thread; returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    @property
    def inputs(self) -> tuple[Input, ...]:
        """What samples may hold, in order."""
        return self.state.inputs

    @property
    def visitor(self) -> int:
        """Number of the visitor whose samples come next."""
        return self._visitor

    # ---- undo and redo ----

    @property
    def undoable(self) -> ChangeKind | None:
        """What undo would undo; None for nothing."""
        return self._undo[-1][0] if self._undo else None

    @property
    def redoable(self) -> ChangeKind | None:
        """What redo would do again; None for nothing."""
        return self._redo[-1][0] if self._redo else None

    def undo(self) -> None:
        """Take the last change back; nothing where there is none."""
        if self._undo:
            kind, state = self._undo.pop()
            self._redo.append((kind, self.state))
            self._become(kind, Way.UNDONE, state)

    def redo(self) -> None:
        """Make the last change that was taken back again; nothing where there is none."""
        if self._redo:
            kind, state = self._redo.pop()
            self._undo.append((kind, self.state))
            self._become(kind, Way.REDONE, state)

    # ---- classes ----

    def add_class(self, name: str, colour: str = "") -> TaughtClass:
        """Add a class at the end; without a colour it gets the next one.

        Raises:
            LessonError: The name is empty, too long or taken, or there are `MOST_CLASSES`.
        """
        self._check_name(name, "")
        if len(self.state.classes) >= MOST_CLASSES:
            raise LessonError(Problem("teach.many_classes", most=MOST_CLASSES))
        used = {one.colour for one in self.state.classes}
        free = next(found for found in map(class_colour, range(MOST_CLASSES + 1)) if found not in used)
        made = TaughtClass(new_id(), tidy_name(name), colour or free)
        self._made[made.id] = self._visitor
        self._do(ChangeKind.ADD_CLASS, replace(self.state, classes=(*self.state.classes, made)))
        return made

    def rename_class(self, class_id: str, name: str) -> None:
        """Give a class another name; no model is made anew.

        Raises:
            LessonError: The name is empty, too long or taken.
            KeyError: There is no such class.
        """
        self._check_name(name, class_id)
        self._replace_class(ChangeKind.RENAME_CLASS, replace(self.state.class_of(class_id), name=tidy_name(name)))

    def recolour_class(self, class_id: str, colour: str) -> None:
        """Give a class another colour, ``#rrggbb``.

        Raises:
            KeyError: There is no such class.
        """
        self._replace_class(ChangeKind.RECOLOUR_CLASS, replace(self.state.class_of(class_id), colour=colour))

    def delete_class(self, class_id: str) -> None:
        """Delete a class with its samples.

        Raises:
            KeyError: There is no such class.
        """
        self.state.class_of(class_id)
        classes = tuple(one for one in self.state.classes if one.id != class_id)
        samples = tuple(sample for sample in self.state.samples if sample.class_id != class_id)
        self._do(ChangeKind.DELETE_CLASS, replace(self.state, classes=classes, samples=samples))

    def order_classes(self, class_ids: Sequence[str]) -> None:
        """Put the classes into another order.

        Raises:
            ValueError: These are not all classes, each once.
        """
        if sorted(class_ids) != sorted(one.id for one in self.state.classes):
            raise ValueError("an order names every class once")
        self._do(
            ChangeKind.ORDER_CLASSES,
            replace(self.state, classes=tuple(self.state.class_of(each) for each in class_ids)),
        )

    # ---- samples ----

    def add_samples(
        self, class_id: str, recorded: Iterable[Mapping[str, Content]], origin: str | Sequence[str] = "live"
    ) -> tuple[TaughtSample, ...]:
        """Add a burst of samples as one change: to a class, or to `BACKGROUND`.

        Args:
            class_id: Where they belong.
            recorded: What each holds, by the names of inputs.
            origin: Where all are from, which then were recorded in one go; or each, which then are apart.

        Raises:
            LessonError: There would be more than `MOST_SAMPLES`.
            KeyError: There is no such class.
            ValueError: A sample holds nothing, or an input that the lesson does not have.
        """
        if class_id != BACKGROUND:
            self.state.class_of(class_id)
        given = list(recorded)
        origins = [origin] * len(given) if isinstance(origin, str) else list(origin)
        burst = new_id() if isinstance(origin, str) else ""
        made = tuple(
            TaughtSample(new_id(), class_id, inputs, each, self._visitor, burst)
            for inputs, each in zip(given, origins, strict=True)
        )
        names = {one.name for one in self.inputs}
        if strange := {name for sample in made for name in sample.inputs} - names:
            raise ValueError(f"no such input: {', '.join(sorted(strange))}")
        if len(self.state.samples) + len(made) > MOST_SAMPLES:
            raise LessonError(Problem("teach.many_samples", most=MOST_SAMPLES))
        if made:
            self._do(ChangeKind.ADD_SAMPLES, replace(self.state, samples=(*self.state.samples, *made)))
        return made

    def move_samples(self, sample_ids: Collection[str], class_id: str) -> None:
        """Move samples to another class, or to `BACKGROUND`; those of a whole class merge it into the other.

        Raises:
            KeyError: There is no such class or sample.
        """
        if class_id != BACKGROUND:
            self.state.class_of(class_id)
        wanted = self._known(sample_ids)
        moved = tuple(
            replace(sample, class_id=class_id) if sample.id in wanted and sample.class_id != class_id else sample
            for sample in self.state.samples
        )
        self._do(ChangeKind.MOVE_SAMPLES, replace(self.state, samples=moved))

    def delete_samples(self, sample_ids: Collection[str]) -> None:
        """Delete samples.

        Raises:
            KeyError: One of them is not there.
        """
        wanted = self._known(sample_ids)
        self._do(
            ChangeKind.DELETE_SAMPLES,
            replace(self.state, samples=tuple(one for one in self.state.samples if one.id not in wanted)),
        )

    # ---- visitors ----

    def next_visitor(self) -> int:
        """Count what comes from now on as another visitor's; returns that one's number."""
        self._visitor += 1
        return self._visitor

    @property
    def last_shown(self) -> int:
        """Number of the newest visitor since the lesson was opened who has shown something; else the present one's."""
        shown = {sample.visitor for held in self._held() for sample in held.samples} | set(self._made.values())
        newest_first = sorted((each for each in shown if each >= self._first), reverse=True)
        return next((each for each in newest_first if self.to_wipe(each)), self._visitor)

    def to_wipe(self, visitor: int) -> Wiped:
        """Return what `forget_visitor` would wipe."""
        return self._wiped(visitor, self._without(visitor))

    def forget_visitor(self, visitor: int | None = None) -> Wiped:
        """Wipe a visitor's samples, and the classes that the visitor made unless others have shown some of them.

        It cannot be undone: nothing that could bring them back is kept. Without a number it is the present visitor's.
        Where there is nothing to wipe, nothing changes.
        """
        gone = self._visitor if visitor is None else visitor
        return self._forget(gone, self._without(gone))

    def forget_all(self) -> Wiped:
        """Wipe everything, beyond undo."""
        return self._forget(None, replace(self.state, classes=(), samples=()))

    def _without(self, visitor: int) -> LessonState:
        kept = tuple(sample for sample in self.state.samples if sample.visitor != visitor)
        needed = {sample.class_id for sample in kept}
        classes = tuple(one for one in self.state.classes if one.id in needed or self._made.get(one.id) != visitor)
        return replace(self.state, classes=classes, samples=kept)

    def _held(self) -> Iterator[LessonState]:
        """Every state that is kept: those of undo and redo, and last the one that holds."""
        yield from (state for _, state in (*self._undo, *self._redo))
        yield self.state

    def _wiped(self, visitor: int | None, left: LessonState) -> Wiped:
        """What is lost of a visitor, or with None of everybody, where a state is all that is left."""
        lost = {one.id: one for held in self._held() for one in held.samples if visitor in (None, one.visitor)}
        made = {
            one.id: one.name
            for held in self._held()
            for one in held.classes
            if visitor is None or self._made.get(one.id) == visitor
        }
        examples = [sample for sample in lost.values() if sample.class_id != BACKGROUND]
        counts = {one.name: sum(one.name in sample.inputs for sample in examples) for one in self.inputs}
        kept = {one.id for one in left.classes}
        return Wiped(
            len(examples),
            {name: count for name, count in counts.items() if count},
            len(lost) - len(examples),
            tuple(name for class_id, name in made.items() if class_id not in kept),
        )

    def _forget(self, visitor: int | None, left: LessonState) -> Wiped:
        wiped = self._wiped(visitor, left)
        if wiped:
            self._undo.clear()
            self._redo.clear()
            self._become(ChangeKind.FORGET, Way.DONE, left)
        return wiped

    # ---- how it is done ----

    def open(self, state: LessonState) -> None:
        """Take another lesson's place: that of a project that was opened. It cannot be undone."""
        self._undo.clear()
        self._redo.clear()
        self._made.clear()
        self._visitor = self._first = max((sample.visitor for sample in state.samples), default=0) + 1
        self._become(ChangeKind.OPEN, Way.DONE, state)

    def _known(self, sample_ids: Collection[str]) -> set[str]:
        wanted = set(sample_ids)
        if missing := wanted - {sample.id for sample in self.state.samples}:
            raise KeyError(", ".join(sorted(missing)))
        return wanted

    def _check_name(self, name: str, class_id: str) -> None:
        if fault := name_fault(name, [one.name for one in self.state.classes if one.id != class_id]):
            raise LessonError(fault)

    def _replace_class(self, kind: ChangeKind, changed: TaughtClass) -> None:
        classes = tuple(changed if one.id == changed.id else one for one in self.state.classes)
        self._do(kind, replace(self.state, classes=classes))

    def _do(self, kind: ChangeKind, state: LessonState) -> None:
        if state == self.state:
            return
        self._undo.append((kind, self.state))
        del self._undo[:-MOST_UNDO]
        self._redo.clear()
        self._become(kind, Way.DONE, state)

    def _become(self, kind: ChangeKind, way: Way, state: LessonState) -> None:
        before, self.state = self.state, state
        self.revision += 1
        change = LessonChange(kind, way, before, state, self.revision)
        for listener in tuple(self._listeners):
            listener(change)


def _taught(state: LessonState) -> tuple[list[tuple[str, str]], list[str]]:
    """What a model is made of: samples with their classes, and the order of the classes that have any."""
    filled = {sample.class_id for sample in state.samples}
    pairs = [(sample.id, sample.class_id) for sample in state.samples]
    return pairs, sorted(one.id for one in state.classes if one.id in filled)
