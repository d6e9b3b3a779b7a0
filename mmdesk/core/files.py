"""Files that are replaced whole or not at all, with the rights that any new file gets."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def fresh_file(path: Path) -> Iterator[Path]:
    """Give an empty file in the same folder that takes ``path``'s place when the block ends well, and goes when not.

    A new file has the rights that the user's umask leaves (`tempfile` would keep it to its owner), one that takes
    another's place has that one's. What stands at ``path`` is whole at every moment, a power cut included.

    Raises:
        OSError: If the place cannot be written, the disk is full included.
    """
    # A name of its own length could be one letter too long for the file system.
    temporary = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(4)}{path.suffix}")
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        yield temporary
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())
        if path.is_file():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
