"""Parts by name, the program's own and those of installed plug-ins alike; each is imported when it is first needed.

A plug-in is a Python package with entry points in one of `GROUPS`. What is installed is read from the packages' own
metadata, without importing any. A part that cannot be used is left out, and told by `Registry.faults`.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from mmdesk.core.errors import MmdeskError
from mmdesk.core.problem import Problem

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

FUSIONS_GROUP, ENCODERS_GROUP, INPUTS_GROUP = "mmdesk.fusions", "mmdesk.encoders", "mmdesk.inputs"
GROUPS = (FUSIONS_GROUP, ENCODERS_GROUP, INPUTS_GROUP)

log = logging.getLogger(__name__)

T = TypeVar("T")


class PluginError(MmdeskError):
    """A plug-in that is installed and cannot be used."""


@dataclass(frozen=True, slots=True)
class PluginPart:
    """A part that comes from a plug-in.

    Attributes:
        group: One of `GROUPS`.
        name: The entry point's name.
        distribution: The installed package that offers it; "" where its metadata do not say.
        version: That package's.
    """

    group: str
    name: str
    distribution: str
    version: str


class Registry(Mapping[str, T], Generic[T]):
    """The parts of one group by name: the program's own, in the order in which they are offered, then the plug-ins'.

    Names are known without importing anything; a part is imported, and once checked, when it is asked for. A name that
    the program uses itself, or that an earlier package has, cannot be taken by a plug-in. Any thread may use it.

    Args:
        group: Of the entry points.
        own: "module:object" of the program's own parts.
        check: Called with the name and the object of a plug-in; raises ValueError, with half a sentence, for one that
            is no usable part.

    Attributes:
        group: See above.
        own: Names of the program's own parts.
        loaded: The parts that have been imported, by name.
    """

    def __init__(self, group: str, own: Mapping[str, str], check: Callable[[str, Any], None]) -> None:
        self.group = group
        self.loaded: dict[str, T] = {}
        self.own = tuple(own)
        self._own, self._check = dict(own), check
        self._found: dict[str, EntryPoint] | None = None
        self._taken: list[EntryPoint] = []
        self._faults: dict[str, Problem] = {}
        self._lock = threading.RLock()

    def __contains__(self, name: object) -> bool:
        """Whether a part of that name is there, sound or not; imports nothing."""
        return name in self._own or name in self.loaded or name in self._installed()

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        yield from self._installed()

    def __len__(self) -> int:
        return len(self._own) + len(self._installed())

    def __getitem__(self, name: str) -> T:
        """Return a part.

        Raises:
            KeyError: There is none of that name.
            PluginError: It is a plug-in's, and cannot be used.
        """
        if name in self.loaded:
            return self.loaded[name]
        with self._lock:
            if name in self._own:
                module, _, attribute = self._own[name].partition(":")
                self.loaded[name] = getattr(import_module(module), attribute)
            elif name not in self.loaded:
                self.loaded[name] = self._import(self._installed()[name])
            return self.loaded[name]

    def usable(self) -> tuple[str, ...]:
        """Return the names of every part that can be used, in order; imports the plug-ins'."""
        return (*self.own, *(name for name in self._installed() if self._works(name)))

    def faults(self) -> tuple[Problem, ...]:
        """Return what is wrong with the plug-ins of this group; imports them all."""
        for name in self._installed():
            self._works(name)
        taken = [
            Problem("plugin.name_taken", group=each.group, part=each.name, distribution=_distribution(each)[0])
            for each in self._taken
        ]
        return (*self._faults.values(), *taken)

    def origin(self, name: str) -> PluginPart | None:
        """Return which plug-in a part comes from; None for the program's own, and for a name that is not there."""
        if name in self._own or (entry := self._installed().get(name)) is None:
            return None
        return PluginPart(self.group, name, *_distribution(entry))

    def is_own(self, name: str) -> bool:
        """Whether the part is the program's own; looks at no plug-in."""
        return name in self._own

    def name_of(self, part: object) -> str | None:
        """Return the name of a part (a class, say), or None where it is none of this registry."""
        for name, known in self.loaded.items():
            if known is part:
                return name
        place = f"{getattr(part, '__module__', '')}:{getattr(part, '__qualname__', '')}"
        for name, own in self._own.items():
            if own == place:
                return name
        return next((name for name in self._installed() if self._works(name) and self.loaded[name] is part), None)

    def ordered(self, names: Iterable[str]) -> list[str]:
        """Sort names as they are offered: the program's own in their order, others by the alphabet; imports nothing."""
        places = {name: index for index, name in enumerate(self._own)}
        return sorted(names, key=lambda name: (places.get(name, len(places)), name))

    def look_again(self) -> None:
        """Forget which plug-ins are installed, so that the next look sees those that have come since."""
        with self._lock:
            for name in [name for name in self.loaded if name not in self._own]:
                del self.loaded[name]
            self._found = None
            self._faults.clear()

    def _installed(self) -> dict[str, EntryPoint]:
        """The entry points by name, in alphabetical order; looked up when they are first needed."""
        if self._found is None:
            from importlib.metadata import entry_points  # not before it is needed: a window opens without it

            with self._lock:
                found: dict[str, EntryPoint] = {}
                self._taken = []
                for entry in sorted(entry_points(group=self.group), key=lambda each: (each.name, _distribution(each))):
                    if entry.name in self._own or entry.name in found:
                        self._taken.append(entry)
                    else:
                        found[entry.name] = entry
                self._found = found
        return self._found

    def _works(self, name: str) -> bool:
        try:
            self[name]
        except PluginError:  # told by `faults`
            return False
        return True

    def _import(self, entry: EntryPoint) -> T:
        if entry.name in self._faults:
            raise PluginError(self._faults[entry.name])
        distribution, version = _distribution(entry)
        try:
            part: T = entry.load()
            self._check(entry.name, part)
        except (Exception, SystemExit) as error:
            log.warning("the plug-in %s %s cannot be used", distribution, version, exc_info=True)
            self._faults[entry.name] = Problem(
                "plugin.faulty",
                group=entry.group,
                part=entry.name,
                distribution=distribution,
                version=version,
                detail=reason(error),
            )
            raise PluginError(self._faults[entry.name]) from error
        return part


def reason(error: BaseException) -> str:
    """Return the first line of what a plug-in's exception says, with its kind where that is not plain ValueError."""
    words = next((line.strip() for line in str(error).splitlines() if line.strip()), "")[:200].rstrip(".")
    return words if words and type(error) is ValueError else ": ".join(filter(None, (type(error).__name__, words)))


def _distribution(entry: EntryPoint) -> tuple[str, str]:
    """Name and version of the package that offers an entry point."""
    if entry.dist is None:
        return "", ""
    metadata = entry.dist.metadata
    return str(metadata["Name"] or ""), str(metadata["Version"] or "")
