"""The installer's own rules; the bundle itself is launched by packaging/smoke_test.py."""

from __future__ import annotations

import importlib.util
import plistlib
import re
import shutil
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

from mmdesk import __version__

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
        ("libportaudio.so.2", True),
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
    bill = module("build").bill_of_materials()
    components = {component["name"].lower(): component for component in bill["components"]}
    assert {"torch", "numpy", "sounddevice"} <= set(components)
    assert components["numpy"]["purl"].startswith("pkg:pypi/numpy@")
    assert "pyinstaller" not in components


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="no Debian")
def test_a_library_of_the_system_is_traced_to_its_package(tmp_path: Path) -> None:
    build = module("build")
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal" / "libz.so.1").touch()
    (tmp_path / "_internal" / "libownthing.so.3").touch()
    (package,) = build.system_packages(tmp_path)
    assert package.name == "zlib1g"
    assert "zlib" in package.copyright_file.read_text(encoding="utf-8").lower()
    names = {component["purl"] for component in build.bill_of_materials([package])["components"]}
    assert f"pkg:deb/debian/zlib1g@{package.version}" in names


@pytest.mark.skipif(shutil.which("readelf") is None, reason="no binutils")
def test_libraries_that_nothing_is_linked_with_are_dropped(tmp_path: Path) -> None:
    system = Path("/lib/x86_64-linux-gnu")
    copies = {
        "cv2/codec.so": "libpng16.so.16",
        "libz.so.1": "libz.so.1",
        "libexpat.so.1": "libexpat.so.1",
        "libportaudio.so.2": "libexpat.so.1",
    }
    for name, source in copies.items():
        if not (system / source).is_file():
            pytest.skip(f"no {source} here")
        (tmp_path / "_internal" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(system / source, tmp_path / "_internal" / name)
    module("build")._drop_orphans(tmp_path)
    left = {path.name for path in tmp_path.rglob("*.so*")}
    assert left == {"codec.so", "libz.so.1", "libportaudio.so.2"}


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
