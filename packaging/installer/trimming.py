"""What of the collected files the program does not need.

Left out is what was seen to be safe to leave out: the tests launch the program and make it predict and replay. Kept
although it looks idle: ``torch_shm_manager``, which torch looks for when it is imported, and those of torch's Python
sources that are read while the program runs: a decorator compiles them, a settings module looks itself up, a package
lists its folder.
"""

from __future__ import annotations

import re

_BINARIES = (
    r"PySide6/.*(WebEngine|Qml|Quick|3D|Designer|Pdf|Charts|DataVisualization|Multimedia|Virtual)",
    r"PySide6/Qt/plugins/(wayland|egldeviceintegrations|generic|platformthemes|networkinformation|tls|virtualkeyboard|qmltooling)",
    r"PySide6/Qt/plugins/platforms/libq(eglfs|linuxfb|vnc|wayland|vkkhrdisplay|minimalegl)",
    r"PySide6/Qt/lib/libQt6(Wayland|WlShell|EglF|Network|Quick|Qml|Pdf|VirtualKeyboard)",
    r"torchvision/image\.",  # reads picture files, which OpenCV does here
    r"torchvision\.libs/lib(nvjpeg|jpeg|png|webp|sharpyuv)",
    r"torch/bin/(?!torch_shm_manager)",
    r"(^|/)torch/test/",
    r"PySide6/QtNetwork\.",
    r"(^|/)libasound\.so",  # finds its plug-ins and settings in the system's own folders
    r"(^|/)lib(gtk-3|gdk-3|gdk_pixbuf-2.0|pango.*|cairo.*|atk.*|epoxy|harfbuzz)\.so",  # of the GTK theme plugin
)
_DATA = (
    r"PySide6/Qt/translations/(?!qtbase_(de|es|zh_CN)\.qm)",
    r"PySide6/Qt/qml/",
    r"(^|/)torch/(include|share|test)/",
    r"(^|/)torch/utils/(model_dump|benchmark)/",
    r"(^|/)torch/_?(dynamo|inductor|export|ao|distributed|onnx|package|testing)/(?!.*(__init__|config\w*)\.py$).*\.py$",
    r"torchvision/datasets/",
    r"sklearn/datasets/(data|images|descr|tests)/",
    r"(sklearn|scipy|numpy)/.*\.(pyx|pxd|pxi|pyi|tp|h|build)$",  # for compilers
    r"/tests?/",
    r"\.dist-info/(direct_url\.json|INSTALLER|RECORD|REQUESTED)$",  # of the building machine
)
_KEPT = (r"mmdesk/", r"^resources/")


def _matches(patterns: tuple[str, ...], name: str) -> bool:
    return any(re.search(pattern, name) for pattern in patterns)


def keeps_binary(name: str) -> bool:
    """Whether a shared library or a program of the bundle, named by its place in it, is kept."""
    return not _matches(_BINARIES, name.replace("\\", "/"))


def keeps_data(name: str) -> bool:
    """Whether any other file of the bundle is kept."""
    place = name.replace("\\", "/")
    return _matches(_KEPT, place) or not _matches(_DATA, place)
