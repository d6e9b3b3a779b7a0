"""Is there a screen to open a window on? Asked before Qt, which aborts the process when it finds none it can use."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from mmdesk.core.problem import Problem

_NEEDS_NO_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb")


def display_problem(environment: Mapping[str, str] | None = None) -> Problem | None:
    """Return why no window can be opened, or None when one can."""
    if not sys.platform.startswith("linux"):
        return None
    variables = os.environ if environment is None else environment
    if variables.get("QT_QPA_PLATFORM", "").split(":")[0] in _NEEDS_NO_SCREEN:
        return None
    if variables.get("WAYLAND_DISPLAY"):
        return None
    name = variables.get("DISPLAY", "")
    if not name:
        return Problem("display.none")
    return None if _x_server_answers(name) else Problem("display.silent", name=name)


def plugin_problem(environment: Mapping[str, str] | None = None) -> Problem | None:
    """Return what is wrong with Qt's plug-in for the screen; None when it can be loaded."""
    from PySide6.QtCore import QLibraryInfo, QPluginLoader

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    problems = []
    for file in (folder / name for name in _plugin_files(os.environ if environment is None else environment)):
        if not file.is_file():
            problems.append(Problem("qt_plugin.missing", path=file))
            continue
        loader = QPluginLoader(str(file))
        if loader.load():
            return None
        problems.append(Problem("qt_plugin.broken", detail=loader.errorString()))
    return problems[-1] if problems else None


def _plugin_files(variables: Mapping[str, str]) -> list[str]:
    """The plug-ins that Qt will try, in its order."""
    if sys.platform == "win32":
        return ["qwindows.dll"]
    if sys.platform == "darwin":
        return ["libqcocoa.dylib"]
    chosen = variables.get("QT_QPA_PLATFORM", "")
    if not chosen:
        chosen = "wayland;xcb" if variables.get("WAYLAND_DISPLAY") else "xcb"
    return [f"libq{name.split(':')[0]}.so" for name in chosen.split(";")]


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
