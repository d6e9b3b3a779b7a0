"""Is there a screen to open a window on? Asked before Qt, which aborts the process when there is none."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping

_NEEDS_NO_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb")


def display_problem(environment: Mapping[str, str] | None = None) -> str | None:
    """Return one line about why no window can be opened, or None when one can."""
    if not sys.platform.startswith("linux"):
        return None
    variables = os.environ if environment is None else environment
    if variables.get("QT_QPA_PLATFORM", "").split(":")[0] in _NEEDS_NO_SCREEN:
        return None
    if variables.get("WAYLAND_DISPLAY"):
        return None
    name = variables.get("DISPLAY", "")
    if not name:
        return "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set."
    return None if _x_server_answers(name) else f"The display {name!r} does not answer."


def _x_server_answers(name: str) -> bool:
    host, _, rest = name.rpartition(":")
    number = rest.split(".")[0]
    if not number.isdigit():
        return False
    try:
        if host in ("", "unix"):
            return any(_connects(socket.AF_UNIX, f"{prefix}/tmp/.X11-unix/X{number}") for prefix in ("", "\0"))
        return _connects(socket.AF_INET, (host, 6000 + int(number)))
    except OSError:
        return False


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(2.0)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True
