"""Paths for libraries that take them as UTF-8 text only."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mmdesk.core.printable import printable


@contextmanager
def native_path(path: Path) -> Iterator[str]:
    """Give a file, there or to be made, a name in UTF-8 for as long as a library needs to open it.

    OpenCV crashes on any other. Where the name is not UTF-8, which it can only be on Linux, that is a link in a
    temporary folder; the file's own name keeps its ending, by which FFmpeg knows what to write.
    """
    if printable(str(path)) == str(path):
        yield str(path)
        return
    with tempfile.TemporaryDirectory(prefix="mmdesk-") as folder:
        link = Path(folder) / f"file{printable(path.suffix)}"
        link.symlink_to(path.absolute())
        yield str(link)
