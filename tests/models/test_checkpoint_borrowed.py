"""Checkpoint folders that borrow an encoder from the one beside them: whole again when loaded, or a clear error."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from mmdesk.core.errors import CheckpointError
from mmdesk.core.inputs import Input
from mmdesk.models.checkpoint import CONFIG, WEIGHTS, load_checkpoint, save_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.fusion import ConcatenationFusion
from tests.models.parts import text_classifier, without_hashes

TEXT = Input("text", "text")


def _other_heads(lender: FusionClassifier) -> FusionClassifier:
    """Return a model of other classes on the lender's encoder."""
    return FusionClassifier(["a", "b"], {TEXT: lender.encoder("text")}, ConcatenationFusion(1, 8, 2)).eval()


@pytest.fixture
def borrower(tmp_path: Path) -> Path:
    lender = text_classifier()
    save_checkpoint(lender, tmp_path / "lender", "card")
    save_checkpoint(_other_heads(lender), tmp_path / "borrower", "card", lenders={TEXT: "lender"})
    return tmp_path / "borrower"


def _rewritten(folder: Path, **fields: Any) -> Path:
    """Write something else about what the text's encoder is borrowed from; without the hashes that would tell."""
    without_hashes(folder)
    file = folder / CONFIG
    document = json.loads(file.read_text(encoding="utf-8"))
    document["borrowed"]["text"] |= fields
    file.write_text(json.dumps(document), encoding="utf-8")
    return folder


def test_the_encoder_is_stored_once_and_the_loaded_model_is_whole(borrower: Path) -> None:
    stored = load_file(borrower / WEIGHTS)
    assert stored
    assert not any(name.startswith("encoders.") for name in stored)
    lender, model = load_checkpoint(borrower.with_name("lender")), load_checkpoint(borrower)
    assert model.labels == ("a", "b")
    lent = lender.encoder("text").state_dict()
    for name, tensor in model.encoder("text").state_dict().items():
        assert torch.equal(tensor, lent[name]), name


@pytest.mark.parametrize("name", ["copy.mmdesk", "copy"])
def test_what_is_saved_of_it_stands_alone(borrower: Path, tmp_path: Path, name: str) -> None:
    model = load_checkpoint(borrower)
    apart = tmp_path / "elsewhere"
    apart.mkdir()
    save_checkpoint(model, apart / name, "card")
    again = load_checkpoint(apart / name)
    for tensor_name, tensor in model.state_dict().items():
        assert torch.equal(again.state_dict()[tensor_name], tensor), tensor_name


def test_a_single_file_is_written_whole_whoever_might_lend(tmp_path: Path) -> None:
    lender = text_classifier()
    save_checkpoint(lender, tmp_path / "lender", "card")
    save_checkpoint(_other_heads(lender), tmp_path / "one.mmdesk", "card", lenders={TEXT: "lender"})
    (tmp_path / "lender" / WEIGHTS).unlink()
    assert load_checkpoint(tmp_path / "one.mmdesk").labels == ("a", "b")


def test_the_lenders_fusion_may_be_trained_anew(borrower: Path) -> None:
    lender = load_checkpoint(borrower.with_name("lender"))
    with torch.no_grad():
        for parameter in lender.fusion.parameters():
            parameter.add_(1.0)
    save_checkpoint(lender, borrower.with_name("lender"), "card")
    assert load_checkpoint(borrower).labels == ("a", "b")


def test_an_encoder_that_has_changed_is_named(borrower: Path) -> None:
    save_checkpoint(text_classifier(seed=1), borrower.with_name("lender"), "card")
    with pytest.raises(CheckpointError, match=r"a part of the model lender, which is not the same any more") as caught:
        load_checkpoint(borrower)
    assert caught.value.problem.code == "checkpoint.borrowed.changed"


def test_a_lender_that_is_gone_is_named(borrower: Path) -> None:
    shutil.rmtree(borrower.with_name("lender"))
    with pytest.raises(CheckpointError, match="a part of the model lender, whose folder is not beside its own"):
        load_checkpoint(borrower)


def test_a_damaged_lender_is_named(borrower: Path) -> None:
    (borrower.with_name("lender") / WEIGHTS).write_bytes(b"torn")
    with pytest.raises(CheckpointError, match=r"lender: model\.safetensors cannot be used: it is damaged"):
        load_checkpoint(borrower)


def test_what_is_borrowed_is_not_lent_on(borrower: Path) -> None:
    with pytest.raises(CheckpointError, match="a part of the model borrower, which is not the same"):
        save_checkpoint(load_checkpoint(borrower), borrower.with_name("third"), "card", lenders={TEXT: "borrower"})
    assert not borrower.with_name("third").exists()


def test_a_zip_may_not_borrow(borrower: Path) -> None:
    packed = shutil.make_archive(str(borrower.with_name("packed")), "zip", borrower)
    file = Path(packed).rename(borrower.with_name("packed.mmdesk"))
    with pytest.raises(CheckpointError, match="must hold all its weights"):
        load_checkpoint(file)


@pytest.mark.parametrize(
    "model", ["..", "../lender", "/tmp", "C:\\lender", "a/b", "", ".hidden", "lender/.", "x" * 65, "lend er"]
)
def test_only_a_folder_beside_can_be_named(borrower: Path, model: str) -> None:
    with pytest.raises(CheckpointError, match="a folder beside the model"):
        load_checkpoint(_rewritten(borrower, model=model))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"sha256": "0" * 63}, "64 hexadecimal digits"),
        ({"sha256": 7}, "must have the texts"),
        ({"column": "../text"}, "a kind of input has"),
        ({"more": "x"}, "must have the texts"),
    ],
)
def test_a_hostile_entry_gets_a_clear_error(borrower: Path, fields: dict[str, Any], words: str) -> None:
    with pytest.raises(CheckpointError, match=words):
        load_checkpoint(_rewritten(borrower, **fields))


@pytest.mark.parametrize("value", [[], "lender", {"sound": {}}, {"text": None}])
def test_an_entry_of_another_form_is_refused(borrower: Path, value: Any) -> None:
    without_hashes(borrower)
    file = borrower / CONFIG
    document = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(document | {"borrowed": value}), encoding="utf-8")
    with pytest.raises(CheckpointError, match='"borrowed" must'):
        load_checkpoint(borrower)


def test_another_column_of_the_lender_is_not_the_encoder(borrower: Path) -> None:
    with pytest.raises(CheckpointError, match="not the same any more"):
        load_checkpoint(_rewritten(borrower, column="image"))
