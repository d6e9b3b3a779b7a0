"""Lets sounddevice find the PortAudio of the bundle: it asks the system's linker, which does not look there."""

import ctypes.util
import sys
from pathlib import Path

_FOLDER = getattr(sys, "_MEIPASS", "")
_found = ctypes.util.find_library


def _find_library(name):
    if name == "portaudio" and _FOLDER:
        for file in ("libportaudio.so.2", "libportaudio.2.dylib", "libportaudio64bit.dll"):
            path = Path(_FOLDER) / file
            if path.is_file():
                return str(path)
    return _found(name)


ctypes.util.find_library = _find_library
