"""The map that a checkpoint may carry: round trips, models without one, and torn or hostile ones."""

from __future__ import annotations

import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from safetensors.torch import save as save_safetensors
from torch import Tensor

from mmdesk.core.errors import CheckpointError
from mmdesk.models.checkpoint import (
    CONFIG,
    MAP,
    check_place,
    load_card,
    load_checkpoint,
    load_stored_map,
    save_checkpoint,
)
from mmdesk.models.checkpoint_map import MOST_ROWS, StoredMap
from mmdesk.ui.problem_table import filled
from tests.models.parts import text_classifier, without_hashes

ROWS = 4


def some_map() -> StoredMap:
    generator = torch.Generator().manual_seed(0)
    return StoredMap(
        torch.randn(ROWS, 1, 8, generator=generator).half(),
        torch.ones(ROWS, 1, dtype=torch.bool),
        torch.tensor([0, 1, 2, 2]),
        {"attention_gate": torch.rand(ROWS, 2, generator=generator) * 2 - 1},
    )


@pytest.fixture(params=["model.mmdesk", "model"], ids=["zip", "folder"])
def saved(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / request.param
    save_checkpoint(text_classifier(), path, "# A card\n", some_map())
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One without hashes, so that everything else that may be wrong is seen."""
    path = tmp_path / "model"
    save_checkpoint(text_classifier(), path, "# A card\n", some_map())
    return without_hashes(path)


def test_round_trip_is_bit_equal(saved: Path) -> None:
    before, after = some_map(), load_stored_map(saved, load_checkpoint(saved))
    assert after is not None
    assert after.to_bytes() == before.to_bytes()
    assert after.embeddings.dtype == torch.float16
    assert load_card(saved) == "# A card\n"


def test_a_model_without_a_map_loads_as_before(tmp_path: Path) -> None:
    for name in ("old", "old.mmdesk"):
        save_checkpoint(text_classifier(), tmp_path / name, "card")
        assert load_stored_map(tmp_path / name, load_checkpoint(tmp_path / name)) is None
    assert sorted(file.name for file in (tmp_path / "old").iterdir()) == ["card.md", CONFIG, "model.safetensors"]


def test_another_model_in_its_place_takes_the_map_away(saved: Path) -> None:
    check_place(saved)
    save_checkpoint(text_classifier(seed=1), saved, "second")
    assert load_stored_map(saved, load_checkpoint(saved)) is None


def test_a_map_of_another_model_is_not_saved(tmp_path: Path) -> None:
    stored = some_map()
    with pytest.raises(ValueError, match=r"layout.late is foreign"):
        save_checkpoint(
            text_classifier(),
            tmp_path / "m",
            "card",
            StoredMap(
                stored.embeddings, stored.present, stored.classes, {**stored.layouts, "late": torch.zeros(ROWS, 2)}
            ),
        )
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("size", [0, 1, 7, 8, 40, 200, -1])
def test_a_torn_map_is_reported_and_the_model_still_loads(folder: Path, size: int) -> None:
    (folder / MAP).write_bytes((folder / MAP).read_bytes()[:size])
    model = load_checkpoint(folder)
    with pytest.raises(CheckpointError, match=r"model: map\.safetensors cannot be used: it is damaged") as caught:
        load_stored_map(folder, model)
    assert filled(caught.value.problem).remedy


def test_another_models_map_is_reported_though_it_fits(saved: Path) -> None:
    strange = some_map().to_bytes()[:-4] + bytes(4)
    if saved.is_dir():
        (saved / MAP).write_bytes(strange)
    else:
        with zipfile.ZipFile(saved) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        _zip(saved, members | {MAP: strange})
    model = load_checkpoint(saved)
    with pytest.raises(CheckpointError, match=r"map\.safetensors cannot be used: it is damaged or was changed"):
        load_stored_map(saved, model)


def test_a_pickle_is_not_opened(folder: Path, tmp_path: Path) -> None:
    class Bomb:
        def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
            return (Path.touch, (tmp_path / "exploded",))

    (folder / MAP).write_bytes(pickle.dumps(Bomb()))
    with pytest.raises(CheckpointError, match="damaged"):
        load_stored_map(folder, text_classifier())
    assert not (tmp_path / "exploded").exists()


def _set(name: str, value: Tensor) -> Callable[[dict[str, Tensor]], object]:
    return lambda tensors: tensors.update({name: value})


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda t: t.pop("embeddings"), "embeddings is missing"),
        (lambda t: t.pop("classes"), "classes is missing"),
        (lambda t: t.pop("layout.attention_gate"), "layout.attention_gate is missing"),
        (_set("extra", torch.zeros(1)), "it holds extra"),
        (_set("layout.oracle", torch.zeros(ROWS, 2)), "layout.oracle is foreign"),
        (_set("classes", torch.tensor([0, 1, 2, 3])), "a class that the model does not have"),
        (_set("classes", torch.tensor([0, 1, 2, -1])), "a class that the model does not have"),
        (_set("classes", torch.zeros(ROWS)), "int64, not"),
        (_set("classes", torch.zeros(ROWS, 1, dtype=torch.int64)), "int64, not"),
        (_set("classes", torch.zeros(0, dtype=torch.int64)), "2 to 2000"),
        (_set("classes", torch.zeros(MOST_ROWS + 1, dtype=torch.int64)), "2 to 2000"),
        (_set("embeddings", torch.zeros(ROWS, 3, 8)), r"not \(4, 1, 8\)"),
        (_set("embeddings", torch.zeros(ROWS, 1, 8, dtype=torch.float64)), "float64"),
        (_set("embeddings", torch.full((ROWS, 1, 8), float("inf"))), "not finite"),
        (_set("present", torch.ones(ROWS, 1)), "present is"),
        (_set("present", torch.tensor([[True], [True], [False], [True]])), "nothing in it"),
        (_set("layout.attention_gate", torch.zeros(ROWS, 3)), r"not \(4, 2\)"),
        (_set("layout.attention_gate", torch.full((ROWS, 2), float("nan"))), "not finite"),
        (_set("layout.attention_gate", torch.full((ROWS, 2), 2.0)), "leaves the map"),
    ],
)
def test_a_map_that_does_not_fit(folder: Path, change: Callable[[dict[str, Tensor]], object], says: str) -> None:
    tensors = dict(load_file(folder / MAP))
    change(tensors)
    (folder / MAP).write_bytes(save_safetensors(tensors))
    with pytest.raises(CheckpointError, match=says) as caught:
        load_stored_map(folder, text_classifier())
    assert str(caught.value).startswith(f"model: {MAP} cannot be used")


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_zip_bomb_of_a_map_is_read_no_further_than_its_limit(folder: Path, tmp_path: Path) -> None:
    members = {file.name: file.read_bytes() for file in folder.iterdir()} | {MAP: bytes(80 << 20)}
    bomb = _zip(tmp_path / "bomb.mmdesk", members)
    assert bomb.stat().st_size < 1 << 20
    with pytest.raises(CheckpointError, match=r"map\.safetensors cannot be used: it is larger than 64 MiB"):
        load_stored_map(bomb, text_classifier())


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_map_named_twice_is_refused(folder: Path, tmp_path: Path) -> None:
    path = _zip(tmp_path / "twice.mmdesk", {file.name: file.read_bytes() for file in folder.iterdir()})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(MAP, b"")
    for load in (load_checkpoint, lambda place: load_stored_map(place, text_classifier())):
        with pytest.raises(CheckpointError, match="twice"):
            load(path)


def test_a_folder_in_the_maps_place_is_no_map(folder: Path) -> None:
    (folder / MAP).unlink()
    (folder / MAP).mkdir()
    with pytest.raises(CheckpointError, match="missing"):
        load_stored_map(folder, text_classifier())
