"""Checkpoints: bit-equal round trips, atomic saves, and clear errors for torn or hostile files."""

from __future__ import annotations

import base64
import json
import os
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save as save_safetensors

from mmdesk.core.errors import CheckpointError
from mmdesk.core.limits import MOST_LABELS
from mmdesk.core.modality import Modality
from mmdesk.models.checkpoint import (
    CARD,
    CONFIG,
    WEIGHTS,
    check_place,
    check_storable,
    load_card,
    load_checkpoint,
    load_extras,
    load_trained_on,
    save_checkpoint,
)
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.fusion import ConcatenationFusion, LateFusion
from mmdesk.models.trained_on import TrainedOn, file_hash, text_hash
from mmdesk.ui.problem_table import filled
from tests.models.parts import level_classifier, text_classifier, without_hashes
from tests.three_inputs import by_input


@pytest.fixture(params=["model.mmdesk", "model"], ids=["zip", "folder"])
def saved(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / request.param
    save_checkpoint(text_classifier(), path, "# A card\n")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One without hashes, so that everything else that may be wrong is seen."""
    path = tmp_path / "model"
    save_checkpoint(text_classifier(), path, "# A card\n")
    return without_hashes(path)


def test_round_trip_is_bit_equal(saved: Path) -> None:
    before, after = text_classifier(), load_checkpoint(saved)
    assert after.labels == before.labels
    assert not after.training
    assert after.state_dict().keys() == before.state_dict().keys()
    for name, tensor in before.state_dict().items():
        assert torch.equal(after.state_dict()[name], tensor), name
    ids = before.encoder(before.names[0]).prepare("yes")[None]
    one, two = (m.fuse(m.encode(m.names[0], ids).embedding[None], torch.ones(1, 1, dtype=torch.bool))
                for m in (before, after))  # fmt: skip
    assert torch.equal(one.logits, two.logits)
    assert load_card(saved) == "# A card\n"


def test_saving_again_replaces_and_leaves_nothing_behind(saved: Path) -> None:
    save_checkpoint(text_classifier(seed=1), saved, "second")
    assert load_card(saved) == "second"
    assert [file.name for file in saved.parent.iterdir()] == [saved.name]


def test_equal_models_give_equal_files(tmp_path: Path) -> None:
    for name in ("a.mmdesk", "b.mmdesk"):
        save_checkpoint(text_classifier(), tmp_path / name, "card")
    assert (tmp_path / "a.mmdesk").read_bytes() == (tmp_path / "b.mmdesk").read_bytes()


def test_a_folder_with_other_files_is_not_overwritten(tmp_path: Path) -> None:
    place = tmp_path / "photos"
    place.mkdir()
    (place / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(CheckpointError, match="something else"):
        save_checkpoint(text_classifier(), place, "card")
    assert [file.name for file in place.iterdir()] == ["holiday.jpg"]


@pytest.mark.parametrize("name", ["new", "new.mmdesk"])
def test_a_failing_save_keeps_the_old_model(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / name
    save_checkpoint(text_classifier(), path, "first")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CheckpointError, match="No space left"):
        save_checkpoint(text_classifier(seed=1), path, "second")
    assert load_card(path) == "first"
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_part_without_a_name_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a registered"):
        save_checkpoint(level_classifier(), tmp_path / "m", "card")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("member", [WEIGHTS, CONFIG, CARD])
def test_missing_member(folder: Path, member: str) -> None:
    (folder / member).unlink()
    with pytest.raises(CheckpointError, match=f"{member} cannot be used: it is missing"):
        load_checkpoint(folder)


@pytest.mark.parametrize("size", [0, 1, 7, 8, 40, 200, -1])
def test_truncated_weights(folder: Path, size: int) -> None:
    file = folder / WEIGHTS
    file.write_bytes(file.read_bytes()[:size])
    with pytest.raises(CheckpointError, match="damaged") as caught:
        load_checkpoint(folder)
    assert filled(caught.value.problem).remedy


def test_a_pickle_is_not_opened(folder: Path, tmp_path: Path) -> None:
    class Bomb:
        def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
            return (Path.touch, (tmp_path / "exploded",))

    (folder / WEIGHTS).write_bytes(pickle.dumps(Bomb()))
    with pytest.raises(CheckpointError):
        load_checkpoint(folder)
    assert not (tmp_path / "exploded").exists()


def _training(**changes: object) -> dict[str, object]:
    return TrainedOn.of(3, 5, 2, 1, [1, 2]).to_json() | changes


def _edit(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    document = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    change(document)
    (folder / CONFIG).write_text(json.dumps(document), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda d: d.update(inputs=[]), "1 to 5 inputs, not 0"),
        (lambda d: d.update(inputs=[{"name": f"text {n}", "kind": "text"} for n in range(6)]), "1 to 5 inputs, not 6"),
        (lambda d: d.update(inputs=[{"name": "text", "kind": "text"}] * 2), "two inputs are called 'text'"),
        (lambda d: d.update(inputs=[{"name": "text", "kind": "smell"}]), "no encoder reads 'smell'"),
        (lambda d: d.update(inputs=[{"name": "a.b", "kind": "text"}]), "an input's name has"),
        (lambda d: d.update(inputs=[{"name": "text"}]), '"inputs" must be a list'),
        (lambda d: d.update(inputs=[{"name": "front", "kind": "text"}]), '"encoders" must map front'),
        (lambda d: d.update(version=True), "whole number"),
        (lambda d: d.pop("format"), "format"),
        (lambda d: d.update(labels=["a"]), "1 labels"),
        (lambda d: d.update(labels=[f"c{number}" for number in range(MOST_LABELS + 1)]), "10001 labels"),
        (lambda d: d.update(labels=["a", "b" * 201, "c"]), "201 characters"),
        (lambda d: d.update(labels=["a", "\udc80", "c"]), "UTF-8"),
        (lambda d: d.update(labels=["a", "", "c"]), "not text"),
        (lambda d: d.update(sha256=[]), "sha256"),
        (lambda d: d.update(sha256={WEIGHTS: "abc"}), "64 hexadecimal"),
        (lambda d: d.update(sha256={WEIGHTS: 7}), "64 hexadecimal"),
        (lambda d: d.update(training=7), "training"),
        (lambda d: d.update(training={"version": 9}), "version 9"),
        (lambda d: d.update(training=_training(split_seed=-1)), "training.split_seed"),
        (lambda d: d.update(training=_training(train=True)), "training.train"),
        (lambda d: d.update(training=_training(threads=float("nan"))), "training.threads"),
        (lambda d: d.update(training=_training(contents="AAAA")), "8 bytes each"),
        (lambda d: d.update(training=_training(contents="é")), "not base64"),
        (lambda d: d.update(training=_training(contents="A" * 21 + "=")), "not base64|8 bytes"),
        (lambda d: d.update(training=_training(contents=base64.b64encode(bytes(16)).decode())), "does not rise"),
        (lambda d: d.update(labels=["a", "a", "b"]), "twice"),
        (lambda d: d.update(labels=["a", 3, "b"]), "label"),
        (lambda d: d.update(labels=["a", "b"]), "not \\(2"),
        (lambda d: d.update(encoders={}), "encoders"),
        (lambda d: d.update(encoders={"smell": {"kind": "nose"}}), "encoders"),
        (lambda d: d["encoders"]["text"].update(kind="os.system"), "kind"),
        (lambda d: d["encoders"]["text"].update(kind=["subword"]), "kind"),
        (lambda d: d["encoders"]["text"].update(dim=10**9), "out of range"),
        (lambda d: d["encoders"]["text"].update(forgiven=["x" * 99]), "each forgiven word"),
        (lambda d: d["encoders"]["text"].update(forgiven=["x"] * 9_999), "forgiven words must be"),
        (lambda d: d["encoders"]["text"].update(forgiven="seven"), "forgiven words must be"),
        (lambda d: d["encoders"]["text"].update(dim=float("nan")), "out of range"),
        (lambda d: d["encoders"]["text"].update(dim="eight"), "do not make a model"),
        (lambda d: d["encoders"]["text"].update(dim=-8), "do not make a model"),
        (lambda d: d["encoders"]["text"].update(surprise=1), "do not make a model"),
        (lambda d: d["encoders"]["text"].update(hidden=65_536, dim=65_536), "not \\("),
        (lambda d: d["fusion"].update(kind="oracle"), "fusion"),
        (lambda d: d["fusion"].update(gate_hidden={"a": 1}), "gate_hidden"),
        (lambda d: d["fusion"].update(gate_hidden=[[1]]), "nested"),
        (lambda d: d["fusion"].update(gate_hidden=3), "missing"),
        (lambda d: d["fusion"].update(adapt=False), "does not have"),
    ],
)
def test_bad_configuration(folder: Path, change: Callable[[dict[str, Any]], None], says: str) -> None:
    _edit(folder, change)
    with pytest.raises(CheckpointError, match=says) as caught:
        load_checkpoint(folder)
    assert "model: " in str(caught.value.problem)
    assert filled(caught.value.problem).remedy


def test_a_newer_programs_model_is_named_with_the_remedy(folder: Path) -> None:
    _edit(folder, lambda document: document.update(version=3))
    with pytest.raises(CheckpointError) as caught:
        load_checkpoint(folder)
    assert str(caught.value.problem) == (
        "“model” was made with a newer version of mmdesk (format 3; this version reads up to 2). "
        "Update mmdesk, or open another model."
    )


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "[" * 100_000, "\ufeff{}"])
def test_configuration_that_is_no_object(folder: Path, text: str) -> None:
    (folder / CONFIG).write_text(text, encoding="utf-8")
    with pytest.raises(CheckpointError, match=CONFIG):
        load_checkpoint(folder)


def test_configuration_that_is_no_text(folder: Path) -> None:
    (folder / CONFIG).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CheckpointError, match="UTF-8"):
        load_checkpoint(folder)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda t: t.pop("fusion.head.bias"), "fusion.head.bias"),
        (lambda t: t.update(extra=torch.zeros(1)), "extra"),
        (lambda t: t.update({"fusion.head.bias": torch.zeros(4)}), r"\(4,\)"),
        (lambda t: t.update({"fusion.head.bias": torch.zeros(3, dtype=torch.float64)}), "float64"),
        (lambda t: t.update({"fusion.head.bias": torch.full((3,), float("nan"))}), "not finite"),
    ],
)
def test_weights_that_do_not_fit(folder: Path, change: Callable[[dict[str, Any]], None], says: str) -> None:
    tensors = dict(text_classifier().state_dict())
    change(tensors)
    (folder / WEIGHTS).write_bytes(save_safetensors(tensors))
    with pytest.raises(CheckpointError, match=says):
        load_checkpoint(folder)


def _zip(path: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "sub/config.json", "evil.py", "..\\evil"])
def test_foreign_zip_members_are_refused(folder: Path, tmp_path: Path, name: str) -> None:
    members = {file.name: file.read_bytes() for file in folder.iterdir()} | {name: b"x"}
    with pytest.raises(CheckpointError, match="unexpected member"):
        load_checkpoint(_zip(tmp_path / "bad.mmdesk", members))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["bad.mmdesk", "model"]


def test_a_zip_bomb_is_read_no_further_than_its_limit(folder: Path, tmp_path: Path) -> None:
    members = {file.name: file.read_bytes() for file in folder.iterdir()} | {CONFIG: bytes(70 << 20)}
    bomb = _zip(tmp_path / "bomb.mmdesk", members, zipfile.ZIP_DEFLATED)
    assert bomb.stat().st_size < 1 << 20
    with pytest.raises(CheckpointError, match="larger than 64 MiB"):
        load_checkpoint(bomb)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_named_twice_is_refused(folder: Path, tmp_path: Path) -> None:
    path = _zip(tmp_path / "twice.mmdesk", {file.name: file.read_bytes() for file in folder.iterdir()})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(CONFIG, b"{}")
    with pytest.raises(CheckpointError, match="twice"):
        load_checkpoint(path)


def test_torn_zips_are_refused_wherever_they_break(tmp_path: Path) -> None:
    path = tmp_path / "whole.mmdesk"
    save_checkpoint(text_classifier(), path, "card")
    content = path.read_bytes()
    torn = tmp_path / "torn.mmdesk"
    for part in (0, 10, len(content) // 2, len(content) - 1):
        torn.write_bytes(content[:part])
        with pytest.raises(CheckpointError, match=r"torn\.mmdesk"):
            load_checkpoint(torn)
    flipped = bytearray(content)
    flipped[len(content) // 3] ^= 0xFF  # inside the stored weights: the checksum tells
    torn.write_bytes(flipped)
    with pytest.raises(CheckpointError, match=r"torn\.mmdesk"):
        load_checkpoint(torn)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="no such model"):
        load_checkpoint(tmp_path / "nowhere.mmdesk")


def test_several_fusions_on_the_same_encoders_round_trip(tmp_path: Path) -> None:
    plain = text_classifier()
    encoders = {modality: plain.encoder(modality) for modality in plain.names}
    others = [LateFusion(1, 8, 3), ConcatenationFusion(1, 8, 3)]
    before = FusionClassifier(plain.labels, by_input(encoders), plain.fusion, others)
    save_checkpoint(before, tmp_path / "all.mmdesk", "card")
    after = load_checkpoint(tmp_path / "all.mmdesk")
    assert list(after.fusions()) == ["concatenation", "attention_gate", "late"]
    assert type(after.fusion) is type(plain.fusion)
    assert all(torch.equal(tensor, after.state_dict()[name]) for name, tensor in before.state_dict().items())


def test_two_fusions_of_a_kind_are_refused(folder: Path) -> None:
    document = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    document["others"] = [document["fusion"]]
    (folder / CONFIG).write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(CheckpointError, match="another kind"):
        load_checkpoint(folder)


def test_changed_weights_are_refused_in_a_folder_and_in_a_file(saved: Path, tmp_path: Path) -> None:
    save_checkpoint(text_classifier(seed=1), tmp_path / "other", "card")
    strange = (tmp_path / "other" / WEIGHTS).read_bytes()  # sound, and it fits: only the hash tells
    if saved.is_dir():
        (saved / WEIGHTS).write_bytes(strange)
    else:
        with zipfile.ZipFile(saved) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        _zip(saved, members | {WEIGHTS: strange})
    with pytest.raises(CheckpointError, match=rf"{saved.name}: model\.safetensors .*damaged or was changed") as caught:
        load_checkpoint(saved)
    assert filled(caught.value.problem).remedy


def test_a_changed_configuration_is_refused_and_one_that_is_only_indented_otherwise_is_not(tmp_path: Path) -> None:
    save_checkpoint(text_classifier(), tmp_path / "m", "card")
    file = tmp_path / "m" / CONFIG
    document = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(dict(reversed(document.items()))), encoding="utf-8")
    assert load_checkpoint(tmp_path / "m").labels == ("no", "yes", "是")
    document["labels"].reverse()
    file.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(CheckpointError, match=r"config\.json .*changed after the model was saved"):
        load_checkpoint(tmp_path / "m")


def test_what_earlier_versions_wrote_opens(folder: Path) -> None:
    assert load_checkpoint(folder).labels == ("no", "yes", "是")
    assert load_trained_on(folder) is None


def test_what_a_model_was_trained_on_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"picture")
    contents = [file_hash(file), text_hash("picture"), 2**64 - 1, 0]
    save_checkpoint(text_classifier(), tmp_path / "m", "card", trained_on=TrainedOn.of(7, 3, 1, 2, contents))
    found = load_trained_on(tmp_path / "m")
    assert found is not None
    assert (found.split_seed, found.train, found.validation, found.threads) == (7, 3, 1, 2)
    assert all(found.knows(content) for content in contents)
    assert not found.knows(text_hash("another"))
    assert len(found.contents) == 4


@pytest.mark.parametrize(("mask", "rights"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
@pytest.mark.skipif(os.name != "posix", reason="a umask")
def test_new_models_have_the_rights_that_the_umask_leaves(tmp_path: Path, mask: int, rights: int) -> None:
    before = os.umask(mask)
    try:
        save_checkpoint(text_classifier(), tmp_path / "m.mmdesk", "card")
        save_checkpoint(text_classifier(), tmp_path / "m", "card")
    finally:
        os.umask(before)
    found = {file.name: file.stat().st_mode & 0o777 for file in (tmp_path / "m.mmdesk", *(tmp_path / "m").iterdir())}
    assert set(found.values()) == {rights}
    assert (tmp_path / "m").stat().st_mode & 0o777 == 0o777 & ~mask


@pytest.mark.parametrize("content", [b"", b"mine", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_checkpoint_is_not_overwritten(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "x.mmdesk"
    place.write_bytes(content)
    for attempt in (check_place, lambda path: save_checkpoint(text_classifier(), path, "card")):
        with pytest.raises(CheckpointError, match="something else"):
            attempt(place)
    assert place.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["x.mmdesk"]


def test_a_folder_of_another_programs_model_is_not_overwritten(tmp_path: Path) -> None:
    place = tmp_path / "theirs"
    place.mkdir()
    for name in (CONFIG, WEIGHTS):
        (place / name).write_text('{"model_type": "bert"}', encoding="utf-8")
    with pytest.raises(CheckpointError, match="something else"):
        save_checkpoint(text_classifier(), place, "card")
    assert (place / CONFIG).read_text(encoding="utf-8") == '{"model_type": "bert"}'
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "folder.mmdesk").mkdir()
    for name in ("file", "folder.mmdesk"):
        with pytest.raises(CheckpointError, match="something else"):
            check_place(tmp_path / name)


def test_what_could_not_be_opened_again_is_not_saved(tmp_path: Path) -> None:
    encoder = text_classifier().encoder(Modality.TEXT)
    for labels in (["a", "x" * 201], ["a", "\udc80"]):
        model = FusionClassifier(labels, by_input({Modality.TEXT: encoder}), ConcatenationFusion(1, 8, 2))
        with pytest.raises(CheckpointError, match="opened again"):
            check_storable(model)
        with pytest.raises(CheckpointError, match="opened again"):
            save_checkpoint(model, tmp_path / "m.mmdesk", "card")
    many = [f"class {number}" for number in range(MOST_LABELS)]
    model = FusionClassifier(many, by_input({Modality.TEXT: encoder}), ConcatenationFusion(1, 8, MOST_LABELS))
    check_storable(model)
    save_checkpoint(model, tmp_path / "m.mmdesk", "card")
    assert load_checkpoint(tmp_path / "m.mmdesk").labels == tuple(many)


@pytest.mark.parametrize("name", ["model", "model.mmdesk"])
def test_words_and_picture_are_saved_and_go_with_their_model(tmp_path: Path, name: str) -> None:
    path, extras = tmp_path / name, {"about.json": b"{}", "picture.png": b"x", "virus.exe": b"x"}
    save_checkpoint(text_classifier(), path, "", extras=extras)
    assert load_extras(path) == {"about.json": b"{}", "picture.png": b"x"}
    load_checkpoint(path)
    save_checkpoint(text_classifier(), path, "")
    assert load_extras(path) == {}, "they would speak of another model"
