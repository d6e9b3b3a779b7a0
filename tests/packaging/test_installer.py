"""The installer's own rules; the bundle itself is launched by packaging/smoke_test.py."""

from __future__ import annotations

import ctypes
import importlib.metadata
import importlib.util
import os
import platform
import plistlib
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from importlib.metadata import PackagePath
from pathlib import Path
from types import ModuleType, SimpleNamespace
from urllib.parse import quote

import PySide6
import pytest
from PIL import Image

from mmdesk import __version__
from mmdesk.ui.help.pages import read_pages
from mmdesk.ui.language import LANGUAGES

LINUX = sys.platform.startswith("linux")
FOLDER = Path(__file__).resolve().parents[2] / "packaging" / "installer"


@pytest.fixture(autouse=True)
def scripts_find_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(FOLDER)


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"installer_{name}", FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = found
    spec.loader.exec_module(found)
    return found


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("torch/lib/libtorch_cpu.so", True),
        ("torch/bin/torch_shm_manager", True),
        ("torch/bin/protoc", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/lib/libQt6Svg.so.6", True),
        ("PySide6\\Qt6Quick.dll", False),
        ("opencv_python_headless.libs/libavcodec-c4204469.so.62.28.101", True),
        ("PySide6/Qt/lib/libQt6OpenGL.so.6", True),  # pyqtgraph's curves import it
        ("PySide6/Qt/lib/libQt6OpenGLWidgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/Qt/lib/libQt6EglFsKmsSupport.so.6", False),
        ("PySide6/Qt/plugins/generic/libqevdevtouchplugin.so", False),
        ("libasound.so.2", False),
        ("libportaudio.so.2", False),
        ("libstdc++.so.6", False),
        ("libmvec.so.1", False),
        ("numpy.libs/libgfortran-040039e1.so.5.0.0", True),
        ("torchvision/_C.so", False),
        ("_sounddevice_data/portaudio-binaries/libportaudio64bit.dll", True),
        ("_sounddevice_data/portaudio-binaries/libportaudio64bit-asio.dll", False),
        ("_sounddevice_data/portaudio-binaries/libportaudio.dylib", True),
        ("PySide6\\plugins\\imageformats\\qtiff.dll", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\opengl32sw.dll", False),
    ],
)
def test_which_libraries_are_kept(name: str, kept: bool) -> None:
    assert module("trimming").keeps_binary(name) is kept


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("resources/models/digits/model.safetensors", True),
        ("mmdesk/models/backbones/speech_embedding.safetensors", True),
        ("resources/translations/mmdesk_de.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_ru.qm", False),
        ("torch/include/ATen/ATen.h", False),
        ("torch/_dynamo/config.py", True),  # reads its own source
        ("torch/_inductor/config_comms.py", True),
        ("torch/_dynamo/guards.py", False),
        ("torch/nn/functional.py", True),  # its source is read by decorators
        ("sklearn/datasets/tests/data/x.gz", False),
    ],
)
def test_which_files_are_kept(name: str, kept: bool) -> None:
    assert module("trimming").keeps_data(name) is kept


def test_the_help_goes_along_in_every_language_with_its_pictures() -> None:
    root = FOLDER.parents[1]
    bundled = {path.as_posix() for path in module("trimming").bundled_resources(root)}
    for language in LANGUAGES:
        for page in read_pages(language):
            own = root / "resources" / "help" / language
            assert [path for path in bundled if path.startswith(f"resources/help/{language}/") and page.key in path]
            assert {(own / name).resolve().relative_to(root).as_posix() for name in page.pictures} <= bundled
    assert "resources/translations/mmdesk_de.qm" in bundled
    assert not [path for path in bundled if path.endswith((".ts", "stage.png", "window.png"))]


def test_the_deb_says_what_it_is_and_what_it_needs() -> None:
    deb = module("linux_deb")
    control = dict(line.split(": ", 1) for line in deb.control(1000, "amd64").splitlines() if ": " in line)
    assert control["Version"] == __version__ == deb.version()
    assert re.search(r"libc6 \(>= 2\.\d+\).*libxcb1", control["Depends"])
    assert not re.search(r"python|torch", control["Depends"])


def test_a_models_file_is_opened_by_the_program() -> None:
    deb = module("linux_deb")
    mime = ET.fromstring(deb._MIME).find("{*}mime-type")
    assert mime is not None
    glob = mime.find("{*}glob")
    assert glob is not None
    assert glob.get("pattern") == "*.mmdesk"
    entry = dict(line.split("=", 1) for line in deb._DESKTOP.splitlines() if "=" in line)
    assert mime.get("type") in entry["MimeType"]
    assert entry["Exec"].endswith("mmdesk-gui %f")


def test_sums_can_be_checked_and_links_are_left_out(tmp_path: Path) -> None:
    build = module("build")
    folder = tmp_path / "mmdesk"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"abc")
    (folder / "b").symlink_to("a.txt")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert build.sums(folder) == f"{digest}  mmdesk/a.txt\n"
    assert build.sizes(folder)["files"] == 1


def test_the_bill_of_materials_names_what_is_bundled() -> None:
    bill = module("contents").bill_of_materials()
    components = {component["name"].lower(): component for component in bill["components"]}
    assert {"torch", "numpy", "sounddevice"} <= set(components)
    assert components["numpy"]["purl"].startswith("pkg:pypi/numpy@")
    assert "pyinstaller" not in components


def test_only_what_has_no_content_may_come_without_a_licence() -> None:
    contents = module("contents")
    files = [PackagePath("cuda_toolkit-13.0.dist-info/METADATA"), PackagePath("cuda_toolkit-13.0.dist-info/RECORD")]
    assert not contents._has_content(SimpleNamespace(files=files))
    assert contents._has_content(SimpleNamespace(files=[*files, PackagePath("nvidia/cublas.so")]))


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="no Debian")
def test_a_library_of_the_system_is_traced_to_its_package(tmp_path: Path) -> None:
    contents = module("contents")
    internal = tmp_path / "_internal"
    (internal / "qt").mkdir(parents=True)
    for name in ("libz.so.1", "libexpat.so.1", "libownthing.so.3", "qt/libpng16.so.16"):
        (internal / name).touch()
    (internal / "libpng16.so.16").symlink_to("qt/libpng16.so.16")
    system = Path("/usr/lib/x86_64-linux-gnu")
    sources = {name: str(system / name) for name in ("libz.so.1", "libpng16.so.16")}
    sources |= {"libexpat.so.1": str(tmp_path / "own" / "libexpat.so.1"), "libownthing.so.3": str(tmp_path / "x")}
    (package,) = contents.system_packages(tmp_path, sources)  # not what only bears the name of a system's library
    assert package.name == "zlib1g"
    assert "zlib" in package.copyright_file.read_text(encoding="utf-8").lower()
    names = {component["purl"] for component in contents.bill_of_materials([package])["components"]}
    distributor = platform.freedesktop_os_release()["ID"]
    assert f"pkg:deb/{distributor}/zlib1g@{quote(package.version)}" in names


def test_every_licence_text_is_kept(tmp_path: Path) -> None:
    """Packages bring many files of the same name, one for each thing inside them."""
    contents = module("contents")
    for name, least in {"torch": 50, "numpy": 5}.items():
        distribution = importlib.metadata.distribution(name)
        contents.copy_licences(distribution, tmp_path / name)
        brought = [file for file in distribution.files or () if contents._is_licence(file.name)]
        kept = [file.read_bytes() for file in (tmp_path / name).rglob("*") if file.is_file()]
        assert sorted(kept) == sorted(file.read_binary() for file in brought)
        assert len(kept) > least


def test_what_lies_inside_a_package_without_a_licence_has_one(tmp_path: Path) -> None:
    contents = module("contents")
    for name, inside in {"sounddevice": "PortAudio", "PySide6_Essentials": "ICU", "shiboken6": "LGPL-3.0"}.items():
        contents.copy_licences(importlib.metadata.distribution(name), tmp_path / name)
        assert (tmp_path / name / f"{inside}.txt").stat().st_size > 500


def test_a_package_without_a_licence_stops_the_build(tmp_path: Path) -> None:
    contents = module("contents")
    package = SimpleNamespace(name="nobodys", files=[PackagePath("nobodys/__init__.py")], locate_file=tmp_path.joinpath)
    with pytest.raises(SystemExit, match="nobodys brings no licence"):
        contents.copy_licences(package, tmp_path / "nobodys")


@pytest.mark.skipif(not LINUX or shutil.which("readelf") is None, reason="no Linux, or no binutils")
def test_libraries_that_nothing_is_linked_with_are_dropped(tmp_path: Path) -> None:
    system = Path("/lib/x86_64-linux-gnu")
    copies = {
        "cv2/codec.so": "libpng16.so.16",
        "libz.so.1": "libz.so.1",
        "libexpat.so.1": "libexpat.so.1",
        "libpython3.11.so.1.0": "libexpat.so.1",
    }
    for name, source in copies.items():
        if not (system / source).is_file():
            pytest.skip(f"no {source} here")
        (tmp_path / "_internal" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(system / source, tmp_path / "_internal" / name)
    module("libraries").drop_orphans(tmp_path)
    left = {path.name for path in tmp_path.rglob("*.so*")}
    assert left == {"codec.so", "libz.so.1", "libpython3.11.so.1.0"}


@pytest.mark.skipif(
    not LINUX or shutil.which("gcc") is None or shutil.which("strip") is None, reason="no Linux, or no compiler"
)
def test_symbols_are_taken_out_unless_that_would_break_the_library(tmp_path: Path) -> None:
    libraries = module("libraries")
    (tmp_path / "a.c").write_text("static int hidden(void) { return 7; }\nint shown(void) { return hidden(); }\n")
    subprocess.run(["gcc", "-shared", "-fPIC", "-g", "-o", "a.so", "a.c"], cwd=tmp_path, check=True)
    before = (tmp_path / "a.so").stat().st_size
    libraries.strip(tmp_path)
    assert (tmp_path / "a.so").stat().st_size < before
    assert ctypes.CDLL(str(tmp_path / "a.so")).shown() == 7
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.c", "a.so"]
    moved = bytearray((tmp_path / "a.so").read_bytes())
    (headers,) = struct.unpack_from("<Q", moved, 32)
    count, size = struct.unpack_from("<H", moved, 56)[0], struct.unpack_from("<H", moved, 54)[0]
    places = [headers + size * index for index in range(count)]
    load = next(place for place in places if struct.unpack_from("<I", moved, place) == (1,))
    struct.pack_into("<Q", moved, load + 16, struct.unpack_from("<Q", moved, load + 16)[0] + 8)  # its address
    (tmp_path / "moved.so").write_bytes(moved)  # not over the one that this process has mapped
    assert libraries.is_loadable(tmp_path / "a.so")
    assert not libraries.is_loadable(tmp_path / "moved.so")


@pytest.mark.skipif(not LINUX or shutil.which("ld") is None, reason="no Linux, or no binutils")
def test_qt_sorts_and_spells_as_before_with_the_cut_down_tables(tmp_path: Path) -> None:
    tables = module("unicode_data")
    (full,) = (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*")
    cut = tmp_path / full.name
    shutil.copyfile(full, cut)
    tables.cut_down(cut)
    before, after = (
        tables.read_items(content[content.find(b"CmnD") - 12 :]) for content in (full.read_bytes(), cut.read_bytes())
    )
    assert set(after) < set(before)
    *names, _ = after  # the last runs on into the library's next section
    assert all(after[name].rstrip(b"\0") == before[name].rstrip(b"\0") for name in names)
    kept = {name.split("/", 1)[1] for name in after}
    assert {"coll/root.res", "coll/zh.res", "root.res", "uts46.nrm"} <= kept
    assert not kept & {"brkitr/root.res", "de.res", "zh_Hans_CN.res", "gb18030.cnv"}
    assert cut.stat().st_size < full.stat().st_size / 4

    code = (
        "from PySide6.QtCore import QCollator, QLocale\n"
        "words = ['zebra', 'Äpfel', 'apfel', 'öl', 'Zoo', 'ñu', 'nz', 'llama', 'lz', '字', '一', '二']\n"
        "for name in ('C', 'en', 'de', 'sv', 'es', 'zh_CN', 'ja', 'tr'):\n"
        "    locale = QLocale(name)\n"
        "    print(sorted(words, key=QCollator(locale).sortKey), locale.toUpper('iıß'), locale.toLower('IİΣ'))\n"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True,
            env=os.environ | {"LD_LIBRARY_PATH": folder, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
        ).stdout
        for folder in ("", str(tmp_path))
    ]  # fmt: skip
    assert outputs[0] == outputs[1]
    assert len(set(outputs[0].splitlines())) > 4, "languages differ, so the tables were read"


def test_what_the_program_starts_sees_the_systems_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    start = module("start")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/mmdesk/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    start.give_back_library_path()
    assert "LD_LIBRARY_PATH" not in os.environ
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/mmdesk/_internal:/own")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/own")
    start.give_back_library_path()
    assert os.environ["LD_LIBRARY_PATH"] == "/own"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_macos_lets_the_program_see_hear_and_run_callbacks() -> None:
    rights = plistlib.loads((FOLDER / "entitlements.plist").read_bytes())
    assert rights["com.apple.security.device.camera"]
    assert rights["com.apple.security.device.audio-input"]
    assert rights["com.apple.security.cs.allow-unsigned-executable-memory"]


def test_the_windows_installer_names_files_that_are_there() -> None:
    script = (FOLDER / "windows.iss").read_text(encoding="utf-8")
    for name in ("LicenseFile", "SetupIconFile"):
        found = re.search(rf"^{name}=(.+)$", script, re.MULTILINE)
        assert found is not None
        assert (FOLDER / found.group(1).replace("\\", "/")).is_file()
    assert script.count(r"{app}\mmdesk-gui.exe") == 6


@pytest.mark.parametrize("name", ["mmdesk.ico", "mmdesk.icns"])
def test_icons_have_small_and_large_sizes(name: str) -> None:
    with Image.open(FOLDER / name) as icon:
        widths = {size[0] * (size[2] if len(size) > 2 else 1) for size in icon.info["sizes"]}
    assert min(widths) <= 32
    assert max(widths) >= 256
