"""What of the collected files the program does not need.

Left out is what was seen to be safe to leave out: the tests launch the program and make it predict and replay. Kept
although it looks idle: ``torch_shm_manager``, which torch looks for when it is imported, and those of torch's Python
sources that are read while the program runs: a decorator compiles them, a settings module looks itself up, a package
lists its folder.
"""

from __future__ import annotations

import re
from pathlib import Path

_BINARIES = (
    r"PySide6/.*(WebEngine|Qml|Quick|3D|Designer|Pdf|Charts|DataVisualization|Multimedia|Virtual|Test)",
    r"PySide6/(Qt/)?plugins/(wayland|egldeviceintegrations|generic|platformthemes|networkinformation|tls|virtualkeyboard|qmltooling)",
    r"PySide6/(Qt/)?plugins/imageformats/(lib)?q(gif|icns|tga|tiff|wbmp|webp)",
    r"PySide6/Qt/plugins/platforms/libq(eglfs|linuxfb|vnc|wayland|vkkhrdisplay|minimalegl)",
    r"PySide6/opengl32sw\.dll",  # draws what only QML and 3D would
    r"PySide6/Qt/lib/libQt6(Wayland|WlShell|EglF|Network|Quick|Qml|Pdf|VirtualKeyboard)",
    # Picture codecs, which Pillow has; operators of detection and alignment, which mmdesk.models does without.
    r"torchvision/(image|_C)\.",
    r"torchvision\.libs/",
    r"torchaudio/lib/",
    r"torch/bin/(?!torch_shm_manager)",
    r"(^|/)torch/test/",
    r"PySide6/QtNetwork\.",
    # Built with a proprietary kit, or for other processors.
    r"portaudio-binaries/.*(-asio|32bit|arm64)",
    r"(^|/)lib(asound|portaudio)\.so",  # find their plug-ins and settings in the system's own folders
    # Of the compiler and the C library. The system's are as new or newer, and its drivers may need what only they have.
    r"(^|/)lib(stdc\+\+|gcc_s|mvec)\.so",
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
    r"/\.gitignore$",
    r"\.dist-info/(direct_url\.json|INSTALLER|RECORD|REQUESTED)$",  # of the building machine
)
_UNUSED_PARTS = {
    "PySide6": "QtNetwork QtQml QtQuick QtTest QtWebEngineCore Qt3DCore",
    "PIL": "_imagingft _imagingtk",  # letters and Tk; pictures are read, never drawn, with Pillow
    "narwhals": "_arrow _dask _duckdb _ibis _pandas_like _polars _spark_like _sql",
    "pyqtgraph": "console dockarea examples exporters flowchart opengl",
    # scikit-learn gives the scores and t-SNE, SciPy a t-test.
    "scipy": "cluster datasets differentiate fftpack io misc odr signal",
    "sklearn": (
        "calibration cluster compose cross_decomposition datasets dummy ensemble experimental feature_extraction "
        "feature_selection frozen gaussian_process impute inspection kernel_approximation kernel_ridge mixture "
        "multiclass multioutput naive_bayes neural_network pipeline random_projection semi_supervised"
    ),
    "sympy": "categories codegen physics testing vector",
    # Training on many machines, quantising, pruning. What compiles a model: torch.export needs no more than its front.
    "torch": "_vendor.quack ao.ns ao.pruning ao.quantization.fx",
    "torch._inductor": (
        "autoheuristic compile_fx cudagraph_trees fuzzer graph kernel lowering pattern_matcher scheduler "
        "select_algorithm template_heuristics codegen.cpp codegen.cpp_wrapper_cpu codegen.cutedsl codegen.cutlass "
        "codegen.pallas codegen.simd codegen.triton codegen.wrapper"
    ),
    "torch.distributed": "_tools checkpoint elastic flight_recorder launcher optim pipelining run",
    "torch.testing._internal": (
        "common_distributed common_fsdp common_methods_invocations common_modules common_nn common_quantization "
        "distributed generated opinfo"
    ),
    "torch.utils": "benchmark bundled_inputs cpp_extension hipify model_dump tensorboard viz",
    "torchgen": "api dest gen",
    "torchvision.transforms": "v2",
}
EXCLUDED_MODULES = (
    *"tkinter matplotlib IPython pytest setuptools pip pkg_resources distutils doctest pydoc_data".split(),
    *"triton onnx onnxscript onnxruntime fsspec".split(),
    # Linked with libraries whose licences do not go with ours.
    *"readline _dbm _gdbm".split(),
    # Python's encrypted connections and a database. Nothing is fetched (a network camera is OpenCV's business), and the
    # checksums of files are there without OpenSSL.
    *"_ssl _hashlib _sqlite3 sqlite3".split(),
    *(f"{package}.{part}" for package, parts in _UNUSED_PARTS.items() for part in parts.split()),
)
"""Python modules that no command was seen to import, as PyInstaller's ``excludes`` takes them."""
_KEPT = (r"mmdesk/", r"^resources/")
_NOT_BUNDLED = (r"\.ts$", r"^resources/screenshots/(stage|window)\.png$")
"""What only translators and the README need; the help shows the other screenshot."""


def bundled_resources(root: Path) -> list[Path]:
    """Return the program's own resources that go along, relative to the repository's folder."""
    files = (path.relative_to(root) for path in sorted((root / "resources").rglob("*")) if path.is_file())
    return [path for path in files if not _matches(_NOT_BUNDLED, path.as_posix())]


def _matches(patterns: tuple[str, ...], name: str) -> bool:
    return any(re.search(pattern, name) for pattern in patterns)


def keeps_binary(name: str) -> bool:
    """Whether a shared library or a program of the bundle, named by its place in it, is kept."""
    return not _matches(_BINARIES, name.replace("\\", "/"))


def keeps_data(name: str) -> bool:
    """Whether any other file of the bundle is kept."""
    place = name.replace("\\", "/")
    return _matches(_KEPT, place) or not _matches(_DATA, place)
