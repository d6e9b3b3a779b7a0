"""Import torchvision and torchaudio even where their compiled extensions cannot be loaded.

A build of either for another torch (a CUDA build beside a CPU torch, most often) fails at its very import, on
``operator torchvision::nms does not exist`` or on a missing ``libc10_cuda.so``, though nearly all of both is Python.
Before the first import, each extension is tried; *only where it really cannot be loaded* a stand-in takes its place.
Then models, transforms, spectrograms and masks work; what is compiled (``ops.nms``, detection, ``forced_align``) does
not.
"""

from __future__ import annotations

import importlib
import logging
import sys
from collections.abc import Callable
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import torch

_LOG = logging.getLogger(__name__)

# torch forgets an operator when the library object that defined it goes.
_stand_ins: list[torch.library.Library] = []


def import_torchvision() -> ModuleType:
    """Return torchvision, with a stand-in for its extension where that cannot be loaded.

    Raises:
        ImportError: torchvision is not installed.
    """
    if "torchvision" not in sys.modules and not _loads("torchvision", "_C"):
        library = torch.library.Library("torchvision", "DEF")  # type: ignore[no-untyped-call]
        # Its Python part describes these two to the tracer at import; the schemas are all it needs for that.
        for name in ("nms", "qnms"):
            schema = f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor"
            library.define(schema)  # type: ignore[no-untyped-call]
        _stand_ins.append(library)
    return importlib.import_module("torchvision")


def import_torchaudio() -> ModuleType:
    """Return torchaudio, with a stand-in for its extension where that cannot be loaded.

    Raises:
        ImportError: torchaudio is not installed.
    """
    if "torchaudio" not in sys.modules and not _loads("torchaudio", "lib/_torchaudio"):
        stand_in = ModuleType("torchaudio._extension")
        stand_in.__dict__.update(
            _IS_TORCHAUDIO_EXT_AVAILABLE=False,
            _IS_ALIGN_AVAILABLE=False,
            _check_cuda_version=lambda: None,
            _load_lib=lambda name: False,  # noqa: ARG005
            fail_if_no_align=_refusing,
        )
        sys.modules["torchaudio._extension"] = stand_in
    return importlib.import_module("torchaudio")


def _refusing(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return what raises in place of a function that needs the extension."""

    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError(f"{function.__name__} needs torchaudio's compiled extension, which does not fit this torch")

    return refuse


def _loads(package: str, stem: str) -> bool:
    """Whether ``package``'s extension library ``stem`` can be loaded, or the package has none to load.

    Raises:
        ImportError: The package is not installed.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ImportError(f"{package} is not installed", name=package)
    place = Path(spec.submodule_search_locations[0]) / stem
    candidates = (place.parent / f"{place.name}{suffix}" for suffix in EXTENSION_SUFFIXES)
    library = next((candidate for candidate in candidates if candidate.is_file()), None)
    if library is None:
        return package == "torchaudio"  # it looks for the file itself, and does without
    try:
        torch.ops.load_library(str(library))  # type: ignore[no-untyped-call]
    except (OSError, ImportError) as error:
        _LOG.info("The compiled part of %s does not fit this torch; going on without it (%s).", package, error)
        return False
    return True
