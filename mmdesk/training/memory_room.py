"""How much a training may keep in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import psutil

_FREE_SHARE = 0.25
# Of a control group, in the two versions of Linux's hierarchy: the files of its limit and of its use, and the figure of
# what of that can be dropped.
_GROUP_FILES = {
    "": ("memory.max", "memory.current", "inactive_file"),
    "memory": ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
}


class MemoryRoom:
    """Decides what is kept in memory, by what of the machine's is free at that moment.

    A quarter of the machine's memory always stays free: for the live window, for the training itself and for whatever
    else runs. What is kept counts as soon as it is written, whoever keeps it, so nothing needs to be given back here.

    Args:
        shared_by: How many processes decide at the same time; each takes its part of what is free.
        free: Bytes that are to be had without swapping. Unless given, the system's figure (`psutil.virtual_memory`), or
            what a container or a batch system leaves of its own limit (Linux's control groups), whichever is less.
        total: Bytes that there are; the system's figure or that limit unless given.
    """

    def __init__(self, shared_by: int = 1, free: Callable[[], int] | None = None, total: int | None = None) -> None:
        groups = limited_groups() if free is None or total is None else []
        self._shared_by = shared_by
        self._free: Callable[[], int] = partial(_free, groups) if free is None else free
        there = min([_machine(), *(group.limit for group in groups)]) if total is None else total
        self._reserve = _FREE_SHARE * there

    def holds(self, count: int) -> bool:
        """Whether ``count`` bytes more may be kept."""
        return count * self._shared_by <= self._free() - self._reserve


class ControlGroup:
    """A control group of Linux with a limit of memory.

    Args:
        folder: Its folder under /sys/fs/cgroup.
        files: Names of its files: limit, use, and the key of its statistics of what can be dropped.

    Attributes:
        limit: Bytes.

    Raises:
        OSError: There is no such group.
        ValueError: It has no limit.
    """

    def __init__(self, folder: Path, files: Sequence[str]) -> None:
        self._folder, self._files = folder, files
        self.limit = int((folder / files[0]).read_text(encoding="ascii"))

    def free(self) -> int:
        """Bytes that are left; files that the system keeps at hand count as free."""
        used = int((self._folder / self._files[1]).read_text(encoding="ascii"))
        figures = dict(line.split() for line in (self._folder / "memory.stat").read_text(encoding="ascii").splitlines())
        return self.limit - used + int(figures.get(self._files[2], 0))


def limited_groups(root: Path = Path("/")) -> list[ControlGroup]:
    """Return the control groups with a limit that this process is in; none on other systems than Linux."""
    found: list[ControlGroup] = []
    try:
        lines = (root / "proc/self/cgroup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return found
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if controllers not in _GROUP_FILES:
            continue
        mount = root / "sys/fs/cgroup" / controllers
        own = mount / path.lstrip("/")
        # In a container the path may be the machine's, of which only the mount's own top is seen.
        for folder in dict.fromkeys((*[each for each in (own, *own.parents) if each.is_relative_to(mount)], mount)):
            with suppress(OSError, ValueError):
                found.append(ControlGroup(folder, _GROUP_FILES[controllers]))
    return [group for group in found if group.limit < _machine()]


def _machine() -> int:
    return int(psutil.virtual_memory().total)


def _free(groups: list[ControlGroup]) -> int:
    free = int(psutil.virtual_memory().available)
    for group in groups:
        with suppress(OSError, ValueError):
            free = min(free, group.free())
    return free
