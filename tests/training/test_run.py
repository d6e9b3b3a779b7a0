"""Whole training runs on a tiny data set: learning, resuming, stopping, and what cannot be written."""

from __future__ import annotations

import csv
import errno
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from mmdesk.core.errors import TrainingError
from mmdesk.core.training_progress import EpochReport, TrainingProgress
from mmdesk.core.training_settings import StageSettings, TrainingSettings
from mmdesk.training.dataset import Dataset, read_dataset
from mmdesk.training.loop import Cancelled, Listeners
from mmdesk.training.run import TrainingResult, TrainingRun
from mmdesk.training.splits import Splits, split_dataset
from tests.three_inputs import IMAGE, TEXT
from tests.training.tiny import write_tiny

CPU = torch.device("cpu")
SETTINGS = TrainingSettings(
    encoders={IMAGE: "cnn", TEXT: "embedding"},
    dim=16,
    encoder_stage=StageSettings(epochs=4, batch_size=4, learning_rate=5e-3, patience=0),
    fusion_stage=StageSettings(epochs=5, batch_size=8, learning_rate=1e-2, patience=0),
    copies=2,
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read_dataset(write_tiny(tmp_path_factory.mktemp("tiny") / "data", per_class=24, missing=True))


def train(
    dataset: Dataset,
    settings: TrainingSettings = SETTINGS,
    folder: Path | None = None,
    listeners: Listeners | None = None,
) -> TrainingResult:
    return TrainingRun(dataset, split_dataset(dataset, 0), settings, CPU, folder, listeners).train()


def same(one: TrainingResult, other: TrainingResult) -> bool:
    mine, theirs = one.classifier.state_dict(), other.classifier.state_dict()
    figures = [[replace(report, seconds=0.0) for report in result.history] for result in (one, other)]
    return (
        mine.keys() == theirs.keys()
        and all(torch.equal(mine[name], theirs[name]) for name in mine)
        and figures[0] == figures[1]
    )


@pytest.fixture(scope="module")
def uninterrupted(dataset: Dataset) -> TrainingResult:
    return train(dataset)


def test_the_tiny_task_is_learnt_and_curves_are_reported_per_input(uninterrupted: TrainingResult):
    assert [report.stage for report in uninterrupted.history] == ["encoders"] * 4 + ["fusion"] * 5
    best = [report for report in uninterrupted.history if report.best][-1]
    assert best.validation_accuracy >= 0.8
    assert list(best.input_accuracy) == list(best.input_samples) == ["image", "text"]
    assert None not in best.input_accuracy.values()


def test_equal_seeds_give_equal_models_and_others_others(dataset: Dataset, uninterrupted: TrainingResult):
    assert same(train(dataset), uninterrupted)
    assert not same(train(dataset, replace(SETTINGS, seed=1)), uninterrupted)


@pytest.mark.parametrize("after", [1, 3, 4, 6, 8])
def test_a_stopped_run_goes_on_to_the_very_same_model(
    dataset: Dataset, uninterrupted: TrainingResult, tmp_path: Path, after: int
):
    seen: list[EpochReport] = []
    stopping = Listeners(on_epoch=seen.append, cancelled=lambda: len(seen) >= after)
    with pytest.raises(Cancelled):
        train(dataset, folder=tmp_path / "run", listeners=stopping)
    seen_again: list[EpochReport] = []
    resumed = train(dataset, folder=tmp_path / "run", listeners=Listeners(on_epoch=seen_again.append))
    assert same(resumed, uninterrupted)
    assert len(seen_again) == 9 - after
    with (tmp_path / "run" / "curves.csv").open(newline="") as stream:
        assert len(list(csv.DictReader(stream))) == 9
    assert not list((tmp_path / "run").glob("state-*.pt"))


def test_other_settings_do_not_go_on_with_an_old_run(dataset: Dataset, tmp_path: Path):
    seen: list[EpochReport] = []
    with pytest.raises(Cancelled):
        train(
            dataset,
            folder=tmp_path / "run",
            listeners=Listeners(on_epoch=seen.append, cancelled=lambda: len(seen) >= 2),
        )
    splits = split_dataset(dataset, 0)
    assert TrainingRun(dataset, splits, SETTINGS, CPU, tmp_path / "run").resumes
    assert not TrainingRun(dataset, splits, replace(SETTINGS, seed=9), CPU, tmp_path / "run").resumes


def test_a_torn_state_is_named(dataset: Dataset, tmp_path: Path):
    seen: list[EpochReport] = []
    stopping = Listeners(on_epoch=seen.append, cancelled=lambda: bool(seen))
    with pytest.raises(Cancelled):
        train(dataset, folder=tmp_path / "run", listeners=stopping)
    state = tmp_path / "run" / "state-encoders.pt"
    state.write_bytes(state.read_bytes()[:-200])
    with pytest.raises(TrainingError, match=r"state-encoders\.pt.*damaged.*--fresh"):
        train(dataset, folder=tmp_path / "run")


def test_a_full_disk_keeps_the_last_good_state(
    dataset: Dataset, uninterrupted: TrainingResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    real = torch.save
    calls = []

    def full(*arguments: object, **options: object) -> None:
        calls.append(1)
        if len(calls) > 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(TrainingError, match=r"No space left on device.*last good state is kept"):
        train(dataset, folder=tmp_path / "run")
    monkeypatch.setattr(torch, "save", real)
    assert same(train(dataset, folder=tmp_path / "run"), uninterrupted)


def test_a_model_that_cannot_be_stored_is_not_trained_again(
    dataset: Dataset, uninterrupted: TrainingResult, tmp_path: Path
):
    def full(_result: TrainingResult) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    splits = split_dataset(dataset, 0)
    with pytest.raises(OSError, match="No space left"):
        TrainingRun(dataset, splits, SETTINGS, CPU, tmp_path / "run").train(keep=full)
    seen: list[EpochReport] = []
    kept: list[TrainingResult] = []
    again = TrainingRun(dataset, splits, SETTINGS, CPU, tmp_path / "run", Listeners(on_epoch=seen.append))
    assert again.resumes
    again.train(keep=kept.append)
    assert not seen
    assert same(kept[0], uninterrupted)
    assert not again.resumes


def test_a_loss_that_is_no_number_ends_the_run(dataset: Dataset, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("mmdesk.training.loop._LONGEST_GRADIENT", float("nan"))
    with pytest.raises(TrainingError, match=r"no longer a finite number.*encoders, epoch 1.*learning rate"):
        train(dataset)


def test_what_a_killed_save_left_is_cleared_away(dataset: Dataset, tmp_path: Path):
    torn = tmp_path / "run" / ".state-fusion-0a1b2c3d.pt"
    torn.parent.mkdir()
    torn.write_bytes(b"half a state")
    train(dataset, folder=tmp_path / "run")
    assert not torn.exists()


@pytest.mark.parametrize("name", ["curves.csv", "run.json", "state-notes.pt"])
def test_a_folder_of_something_else_is_not_made_a_runs(dataset: Dataset, tmp_path: Path, name: str):
    mine = tmp_path / "run" / name
    mine.parent.mkdir()
    mine.write_text('{"settings": "mine"}', encoding="utf-8")
    with pytest.raises(TrainingError, match="something else is already here"):
        train(dataset, folder=tmp_path / "run")
    assert mine.read_text(encoding="utf-8") == '{"settings": "mine"}'
    assert [file.name for file in mine.parent.iterdir()] == [name]


@pytest.mark.parametrize("joint", [False, True])
def test_further_methods_learn_on_the_same_encoders_and_a_killed_run_goes_on_with_them(
    dataset: Dataset, tmp_path: Path, joint: bool
):
    settings = replace(SETTINGS, others=("late", "deep"), joint=joint)
    reports: list[EpochReport] = []
    shares: list[float] = []

    def progress(progress: TrainingProgress) -> None:
        if progress.stage == "methods":
            shares.append(progress.share)

    whole = train(dataset, settings, listeners=Listeners(reports.append, progress))
    assert {report.stage for report in reports} == ({"joint"} if joint else {"encoders", "fusion"})
    assert shares == sorted(shares)
    assert set(whole.others) == {"late", "deep"}
    assert set(whole.classifier.fusions()) == {settings.fusion, "late", "deep"}
    assert all(report.validation_accuracy > 0.6 for report in whole.best().values())
    assert whole.stored_map is not None
    assert set(whole.stored_map.layouts) == set(whole.classifier.fusions())
    alone = train(dataset, replace(settings, others=("deep",)))
    mine, theirs = whole.classifier.state_dict(), alone.classifier.state_dict()
    assert all(torch.equal(mine[name], theirs[name]) for name in theirs)

    killed = Listeners(cancelled=lambda: any((tmp_path / "run").glob("state-fusion-late.pt")))
    with pytest.raises(Cancelled):
        train(dataset, settings, tmp_path / "run", killed)
    again = train(dataset, settings, tmp_path / "run")
    assert same(again, whole)


def test_a_method_named_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        replace(SETTINGS, fusion="late", others=("deep", "late"))


def test_options_that_no_fusion_takes_are_reported_before_anything_trains(dataset: Dataset):
    seen: list[EpochReport] = []
    with pytest.raises(TrainingError, match=r"transformer cannot be created: .*15"):
        train(dataset, replace(SETTINGS, fusion="transformer", dim=15), listeners=Listeners(on_epoch=seen.append))
    assert not seen


def test_a_split_without_a_modality_validates(dataset: Dataset):
    rows = [index for index, sample in enumerate(dataset.samples) if IMAGE in sample.values]
    blank = [index for index, sample in enumerate(dataset.samples) if IMAGE not in sample.values]
    splits = Splits(tuple(rows), tuple(blank), ())
    result = TrainingRun(dataset, splits, SETTINGS, CPU).train()
    assert {report.input_accuracy["image"] for report in result.history} == {None}


@pytest.mark.parametrize("seed", [-1, 1 << 32])
def test_impossible_seeds(seed: int):
    with pytest.raises(ValueError, match="seed"):
        replace(SETTINGS, seed=seed)


def test_early_stopping_returns_the_best_epoch(dataset: Dataset):
    plan = StageSettings(epochs=40, batch_size=8, learning_rate=1e-2, patience=3)
    result = train(dataset, replace(SETTINGS, fusion_stage=plan))
    fused = [report for report in result.history if report.stage == "fusion"]
    best = max(index for index, report in enumerate(fused) if report.best)
    assert len(fused) < 40
    assert len(fused) - 1 - best == 3


@pytest.mark.parametrize("balance", ["none", "ogm_ge"])
def test_joint_training_learns_with_and_without_balance(dataset: Dataset, balance: str):
    plan = replace(SETTINGS.encoder_stage, epochs=8)
    result = train(dataset, replace(SETTINGS, joint=True, balance=balance, encoder_stage=plan))
    assert {report.stage for report in result.history} == {"joint"}
    assert max(report.validation_accuracy for report in result.history) >= 0.8


def test_balance_without_joint_training_is_refused():
    with pytest.raises(ValueError, match="joint"):
        replace(SETTINGS, balance="ogm_ge")
