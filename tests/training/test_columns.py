"""What is kept of a training in memory, and that nothing but the time depends on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import psutil
import pytest
import torch

from mmdesk.core.inputs import Input
from mmdesk.core.training_settings import StageSettings, TrainingSettings
from mmdesk.models.encoders.registry import encoder_class
from mmdesk.training.augmentation import Augmentation
from mmdesk.training.columns import CHUNK, ComputedColumn, LiveColumn, Storing, embedded, stored
from mmdesk.training.dataset import Dataset, read_dataset
from mmdesk.training.memory_room import MemoryRoom, limited_groups
from mmdesk.training.run import TrainingRun
from mmdesk.training.samples import Samples
from mmdesk.training.splits import split_dataset
from tests.three_inputs import AUDIO, IMAGE, TEXT
from tests.training.tiny import write_tiny

CPU = torch.device("cpu")
NO_ROOM = MemoryRoom(free=lambda: 0)
STORING = Storing(Augmentation.strong().apply, (False, True, True), 5, CPU)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read_dataset(write_tiny(tmp_path_factory.mktemp("tiny") / "data", per_class=8, missing=True))


def test_a_quarter_of_the_machines_memory_stays_free() -> None:
    room = MemoryRoom(free=lambda: 3_000, total=8_000)
    assert room.holds(1_000)
    assert not room.holds(1_001)
    three = MemoryRoom(3, free=lambda: 3_000, total=8_000)
    assert three.holds(333)
    assert not three.holds(334)
    assert not MemoryRoom(free=lambda: 1_999, total=8_000).holds(0)


def test_the_systems_figure_is_asked_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    room = MemoryRoom()
    assert not room.holds(psutil.virtual_memory().total)
    for available in (10**15, 0, 10**15):
        monkeypatch.setattr(psutil, "virtual_memory", lambda available=available: SimpleNamespace(available=available))
        assert room.holds(1) == bool(available)


@pytest.mark.parametrize(
    ("line", "mount", "names"),
    [
        ("0::/job", "", ("memory.max", "memory.current", "inactive_file")),
        ("5:memory:/job", "memory", ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")),
        ("0::/../elsewhere", "", ("memory.max", "memory.current", "inactive_file")),
    ],
)
def test_the_limit_of_a_container_counts_as_the_machines_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, mount: str, names: tuple[str, str, str]
) -> None:
    top = tmp_path / "sys/fs/cgroup" / mount
    group = top / "job" if "job" in line else top
    for folder in (top, group, tmp_path / "proc/self"):
        folder.mkdir(parents=True, exist_ok=True)
    (tmp_path / "proc/self/cgroup").write_text(f"1:name=systemd:/\n{line}\n")
    if group is not top:
        (top / names[0]).write_text("max\n")
    (group / names[0]).write_text("8000\n")
    (group / names[1]).write_text("5000\n")
    (group / "memory.stat").write_text(f"anon 4000\n{names[2]} 1000\n")
    (found,) = limited_groups(tmp_path)
    assert (found.limit, found.free()) == (8000, 4000)
    monkeypatch.setattr("mmdesk.training.memory_room.limited_groups", lambda: [found])
    room = MemoryRoom()
    assert room.holds(2000)  # a quarter of 8000 stays free
    assert not room.holds(2001)
    (group / names[1]).write_text("7000\n")
    assert not room.holds(1)
    assert limited_groups(tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    ("one", "kind", "options"),
    [(IMAGE, "efficientnet_lite0", {"size_px": 64}), (AUDIO, "speech_rnn", {})],
)
def test_what_is_computed_anew_is_what_was_kept_to_the_bit(
    dataset: Dataset, one: Input, kind: str, options: dict[str, int]
) -> None:
    samples = Samples(dataset)
    indices = list(range(1, 24))
    encoder = encoder_class(one.kind, kind).fitted((), dim=16, **options).train()
    live = LiveColumn(samples, indices, one, encoder, STORING.vary)
    computed = ComputedColumn(live, encoder, encoder.features, STORING)
    kept = stored(computed, STORING.tick)
    assert kept.versions == computed.versions == 3
    assert not torch.equal(kept.copies[0], kept.copies[1])
    assert not kept.present.all()
    rng = np.random.default_rng(0)
    for rows in ([3], rng.permutation(23).tolist(), [5, 5 + CHUNK, 5, 21]):
        for seed in (None, 1):
            one, other = (
                column.take(rows, None if seed is None else np.random.default_rng(seed)) for column in (kept, computed)
            )
            assert torch.equal(one[0], other[0])
            assert torch.equal(one[1], other[1])
    assert encoder.training  # as it was
    whole = ComputedColumn(live, encoder, encoder, STORING)
    through = embedded(kept, encoder, CPU, MemoryRoom(free=lambda: 10**15), STORING.tick)
    assert through is not None
    assert torch.equal(through.given([(2, 7), (0, 22)])[0], whole.given([(2, 7), (0, 22)])[0])
    assert embedded(kept, encoder, CPU, NO_ROOM, STORING.tick) is None


@pytest.mark.parametrize("joint", [False, True])
def test_a_training_for_which_memory_has_no_room_ends_in_the_very_same_model(dataset: Dataset, joint: bool) -> None:
    settings = TrainingSettings(
        encoders={AUDIO: "speech_rnn", TEXT: "embedding"},
        others=("late",),
        dim=16,
        joint=joint,
        encoder_stage=StageSettings(epochs=1, batch_size=8, learning_rate=5e-3, patience=0),
        fusion_stage=StageSettings(epochs=2, batch_size=8, learning_rate=1e-2, patience=0),
        copies=2,
    )
    splits = split_dataset(dataset, 0)
    roomy, cramped = Samples(dataset), Samples(dataset, room=NO_ROOM)
    one, other = (TrainingRun(dataset, splits, settings, CPU, samples=each).train() for each in (roomy, cramped))
    mine, theirs = one.classifier.state_dict(), other.classifier.state_dict()
    assert mine.keys() == theirs.keys()
    assert all(torch.equal(mine[name], theirs[name]) for name in mine)
    assert [replace(each, seconds=0.0) for each in one.history] == [
        replace(each, seconds=0.0) for each in other.history
    ]


def test_what_there_is_room_for_is_decoded_once_the_rest_each_time(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def load(kind: str, path: Path) -> np.ndarray:
        read.append(path)
        return np.zeros((4, 4, 3), np.uint8)

    monkeypatch.setattr("mmdesk.training.samples.raw_of", load)
    free = iter((48, 48, 47, 0))
    samples = Samples(dataset, room=MemoryRoom(free=lambda: next(free), total=0))
    wanted = [index for index in range(len(samples)) if samples.has(index, IMAGE)][:3]
    for index in (*wanted, *wanted):
        samples.raw(index, IMAGE)
    first, second, third = (dataset.samples[index].values.get(IMAGE) for index in wanted)
    assert read == [first, second, third, third]
