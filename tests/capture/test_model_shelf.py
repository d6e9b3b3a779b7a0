"""Looking at models without loading them."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.sources import model_shelf
from mmdesk.sources.model_shelf import look_at, models_in, read_about

CONFIG: dict[str, Any] = {
    "format": "mmdesk-checkpoint",
    "version": 2,
    "labels": ["rose", "tulip"],
    "inputs": [{"name": "front", "kind": "image"}, {"name": "text", "kind": "text"}],
}
ABOUT: dict[str, Any] = {"format": "mmdesk-about", "version": 1, "title": {"en": "Flowers"}}


def png(width: int = 8, height: int = 4, mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    Image.new(mode, (width, height), (200, 10, 10, 0)[: len(mode)]).save(stream, "PNG")
    return stream.getvalue()


def encoded(members: dict[str, Any]) -> dict[str, bytes]:
    return {name: one if isinstance(one, bytes) else json.dumps(one).encode() for name, one in members.items()}


def folder(path: Path, **members: Any) -> Path:
    path.mkdir()
    for name, one in encoded({name.replace("_", "."): one for name, one in members.items()}).items():
        (path / name).write_bytes(one)
    return path


def packed(path: Path, **members: Any) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, one in encoded({name.replace("_", "."): one for name, one in members.items()}).items():
            archive.writestr(name, one)
    return path


@pytest.mark.parametrize(("make", "name"), [(folder, "flowers"), (packed, "flowers.mmdesk")])
def test_a_model_is_known_without_its_weights(tmp_path: Path, make: Any, name: str) -> None:
    seen = look_at(make(tmp_path / name, config_json=CONFIG, about_json=ABOUT, picture_png=png(1920, 1000)))
    assert seen.problem is None
    assert seen.fault is None
    assert seen.name == "flowers"
    assert seen.about.title is not None
    assert seen.about.title.text("en") == "Flowers"
    assert seen.labels == ("rose", "tulip")
    assert seen.inputs == (Input("front", "image"), Input("text", "text"))
    assert seen.picture is not None
    assert seen.picture.shape == (500, 960, 3)
    assert not seen.picture.flags.writeable


def test_a_model_of_an_earlier_version_without_words_of_its_own(tmp_path: Path) -> None:
    config = {"format": "mmdesk-checkpoint", "version": 1, "labels": ["a", "b"], "encoders": {"text": {}, "image": {}}}
    seen = look_at(folder(tmp_path / "old", config_json=config))
    assert [one.name for one in seen.inputs] == ["image", "text"]
    assert (seen.about.title, seen.picture, seen.problem, seen.fault) == (None, None, None, None)


@pytest.mark.parametrize(
    ("calibration", "calibrated"),
    [
        ({}, False),
        ({"calibration": {"version": 1, "inputs": {"text": {}}, "temperatures": {}}}, False),
        ({"calibration": {"version": 1, "inputs": {}, "temperatures": {"late": {}}}}, True),
        ({"calibration": "yes"}, False),
    ],
)
def test_whether_its_percentages_are_calibrated_is_seen_without_its_weights(
    tmp_path: Path, calibration: dict[str, Any], *, calibrated: bool
) -> None:
    assert look_at(folder(tmp_path / "m", config_json=CONFIG | calibration)).calibrated is calibrated


def test_a_clear_picture_stands_on_white(tmp_path: Path) -> None:
    seen = look_at(folder(tmp_path / "m", config_json=CONFIG, picture_png=png(mode="RGBA")))
    assert seen.picture is not None
    assert np.all(seen.picture == 255)


@pytest.mark.parametrize(
    ("config", "code"),
    [
        (b"\xff", "checkpoint.config.encoding"),
        (b"{", "checkpoint.member.invalid"),
        (b"[" * 200_000, "checkpoint.member.invalid"),
        (b"[]", "checkpoint.member.invalid"),
        (CONFIG | {"labels": "rose"}, "checkpoint.member.invalid"),
        (CONFIG | {"labels": ["rose", "rose"]}, "checkpoint.member.invalid"),
        (CONFIG | {"labels": [1, 2]}, "checkpoint.member.invalid"),
        (CONFIG | {"inputs": [7]}, "checkpoint.member.invalid"),
        (CONFIG | {"inputs": {}}, "checkpoint.member.invalid"),
        (CONFIG | {"inputs": [{"name": "../x", "kind": "image"}]}, "checkpoint.member.invalid"),
        (CONFIG | {"inputs": CONFIG["inputs"] * 3}, "checkpoint.member.invalid"),
    ],
)
@pytest.mark.parametrize(("make", "name"), [(folder, "bad"), (packed, "bad.mmdesk")])
def test_a_torn_or_hostile_configuration_is_told(tmp_path: Path, make: Any, name: str, config: Any, code: str) -> None:
    seen = look_at(make(tmp_path / name, config_json=config, about_json=ABOUT))
    assert seen.problem is not None
    assert seen.problem.code == code


def test_what_is_no_model_is_told(tmp_path: Path) -> None:
    (tmp_path / "torn.mmdesk").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "empty").mkdir()
    codes = {name: look_at(tmp_path / name) for name in ("torn.mmdesk", "empty", "gone.mmdesk")}
    assert {name: seen.problem.code for name, seen in codes.items() if seen.problem} == {
        "torn.mmdesk": "checkpoint.not_a_model",
        "empty": "checkpoint.member.missing",
        "gone.mmdesk": "checkpoint.missing",
    }
    assert codes["gone.mmdesk"].missing
    assert not codes["empty"].missing


def test_a_torn_member_of_a_file_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "m.mmdesk", config_json=CONFIG)
    content = bytearray(path.read_bytes())
    content[45:60] = b"\0" * 15
    path.write_bytes(content)
    seen = look_at(path)
    assert seen.problem is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mmdesk")
    assert models_in(tmp_path) == []
    seen = look_at(tmp_path / "pipe.mmdesk")
    assert seen.problem is not None
    assert seen.problem.code == "checkpoint.not_a_model"


@pytest.mark.parametrize(
    ("member", "given"),
    [
        ("about_json", b"{"),
        ("about_json", b" " * (300 << 10)),
        ("picture_png", b"no picture"),
        ("picture_png", png()[:40]),
        ("picture_png", b"\0" * (2 << 20)),
        ("picture_png", png(2100, 10)),
    ],
)
def test_a_model_with_a_bad_extra_opens_all_the_same_and_it_is_told(tmp_path: Path, member: str, given: bytes) -> None:
    seen = look_at(folder(tmp_path / "m", config_json=CONFIG, **{member: given}))
    assert seen.problem is None
    assert seen.labels == ("rose", "tulip")
    assert seen.fault is not None
    assert seen.fault.code == "model.about"


def test_a_configuration_that_is_too_large_to_be_looked_into_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_shelf, "_MOST_CONFIG_BYTES", 16)
    seen = look_at(folder(tmp_path / "m", config_json=CONFIG, about_json=ABOUT))
    assert (seen.labels, seen.inputs, seen.problem) == ((), (), None)
    assert seen.about.title is not None


def test_the_models_of_a_folder_are_found(tmp_path: Path) -> None:
    folder(tmp_path / "b", config_json=CONFIG)
    packed(tmp_path / "a.mmdesk", config_json=CONFIG)
    folder(tmp_path / ".hidden", config_json=CONFIG)
    folder(tmp_path / "photos", cat_png=b"")
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "folder.mmdesk").mkdir()
    assert [path.name for path in models_in(tmp_path)] == ["a.mmdesk", "b"]
    assert models_in(tmp_path / "gone") == []
    assert models_in(tmp_path / "notes.txt") == []


def test_no_more_models_are_told_than_can_be_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_shelf, "MOST_FOUND", 3)
    for number in range(5):
        packed(tmp_path / f"{number}.mmdesk", config_json=CONFIG)
    assert len(models_in(tmp_path)) == 3


def test_what_a_model_says_is_read_alone(tmp_path: Path) -> None:
    about, problem = read_about(folder(tmp_path / "m", config_json=CONFIG, about_json=ABOUT, picture_png=b"bad"))
    assert about.title is not None
    assert problem is None
    assert read_about(tmp_path / "gone")[1] is not None


def test_a_look_loads_neither_torch_nor_qt() -> None:
    code = (
        "import sys; from mmdesk.app import paths; from mmdesk.sources.model_shelf import look_at\n"
        "seen = look_at(paths.bundled_model())\n"
        "assert seen.about.title.text('en') == 'Digits', seen\n"
        "print(*(name for name in ('torch', 'PySide6', 'cv2', 'safetensors') if name in sys.modules))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip() == ""


def test_bundled_models_say_everything_in_every_language() -> None:
    from mmdesk.app import paths
    from mmdesk.ui.language import LANGUAGES

    seen = {path.name: look_at(path) for path in paths.bundled_models()}
    assert seen["digits"].inputs == DEFAULT_INPUTS
    for name, model in seen.items():
        about = model.about
        assert model.problem is None, name
        assert model.fault is None, name
        if about.title is None:
            continue
        own = [about.title, about.sentence, *about.prompts, *about.placeholders.values()]
        own += [words for step in about.tour for words in step.words.values()]
        for words in own:
            assert words is not None, name
            assert set(words.texts) == set(LANGUAGES), (name, words)
        assert len(about.prompts) >= 2, name
        assert (paths.resources() / "sessions" / about.session / "session.json").is_file(), name
