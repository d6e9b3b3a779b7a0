"""Where ``mmdesk compare`` trains makes no difference to its numbers, and what is finished survives what stops it."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import mmdesk
from mmdesk.app.command_line import main
from mmdesk.app.train import Screen
from mmdesk.core.errors import TrainingError
from mmdesk.evaluation import comparison, comparison_workers
from tests.training.tiny import write_tiny

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = [
    "--seeds", "2", "--fusions", "deep,multitask", "--encoder", "image=cnn", "--encoder", "audio=none", "--encoder",
    "text=tfidf", "--dim", "16", "--encoder-epochs", "2", "--fusion-epochs", "6", "--batch-size", "8",
    "--device", "cpu",
]  # fmt: skip
TRAININGS = 2 * 5
START_LIMIT_S = 60


@pytest.fixture(autouse=True)
def _no_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mmdesk.app.log.start_log", lambda *_: None)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("tiny") / "data", per_class=12)


def compare(data: Path, out: Path, *words: str) -> int:
    return main(["compare", str(data), "--out", str(out), *SETTINGS, *words])


def numbers(report: Path) -> dict[str, Any]:
    """Everything that a report's files say, but for times."""
    metrics = json.loads((report / "metrics.json").read_text(encoding="utf-8"))
    assert len(metrics["comparison"].pop("trainings")) == TRAININGS
    found: dict[str, Any] = {"metrics.json": metrics}
    for table in sorted((report / "tables").iterdir()):
        with table.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        found[table.name] = [{name: cell for name, cell in row.items() if "seconds" not in name} for row in rows]
    return found


@pytest.fixture(scope="module")
def serial(data: Path) -> dict[str, Any]:
    """The numbers of a comparison that trains one after the other."""
    out = data.parent / "serial"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mmdesk.app.log.start_log", lambda *_: None)
        assert compare(data, out, "--jobs", "1") == 0
    assert not (out / "unfinished").exists()
    return numbers(out)


def when_finished(monkeypatch: pytest.MonkeyPatch, count: int, act: Callable[[], None]) -> list[str]:
    """Have something happen once so many trainings have been told; returns what is said from now on."""
    said: list[str] = []

    def say(_screen: Screen, text: str) -> None:
        said.append(text)
        if sum(line.startswith("seed ") for line in said) == count and text.startswith("seed "):
            act()

    monkeypatch.setattr(Screen, "say", say)
    return said


def test_processes_give_the_numbers_of_one_training_after_the_other(
    data: Path, serial: dict[str, Any], tmp_path: Path
) -> None:
    assert compare(data, tmp_path / "two", "--jobs", "2") == 0
    assert numbers(tmp_path / "two") == serial


def test_an_interrupted_comparison_is_taken_up_by_the_same_command_and_by_no_other(
    data: Path, serial: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    out = tmp_path / "report"
    trained: list[str] = []
    train, share = comparison.train_method, comparison.share_inputs
    monkeypatch.setattr(comparison, "train_method", lambda task, **rest: (trained.append(task.method), train(task))[1])
    monkeypatch.setattr(comparison, "share_inputs", lambda task, **rest: (trained.append("encoders"), share(task))[1])
    said = when_finished(monkeypatch, 3, interrupt)
    assert compare(data, out, "--jobs", "1") == 130
    assert said[-1] == "stopped; run the same command to continue"
    assert trained.count("encoders") == 2
    kept = sorted(path.name for path in (out / "unfinished").iterdir())
    trained.clear()
    assert compare(data, out, "--jobs", "1") == 0
    assert f"3 of {TRAININGS} trainings are finished" in said[4]
    assert len(trained) == TRAININGS - 3
    assert numbers(out) == serial
    assert not (out / "unfinished").exists()
    assert kept == [
        "run.json", "state-deep-0.pt", "state-encoders-0.pt", "state-encoders-1.pt", "state-late-0.pt",
        "state-multitask-0.pt",
    ]  # fmt: skip
    said.clear()
    assert compare(data, out, "--jobs", "1") == 130
    trained.clear()
    assert compare(data, out, "--jobs", "1", "--label-smoothing", "0.1") == 0
    assert len(trained) == TRAININGS + 2


def test_a_folder_with_something_else_in_it_is_left_alone(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "report" / "unfinished" / "thesis.txt"
    own.parent.mkdir(parents=True)
    own.write_text("mine", encoding="utf-8")
    assert compare(data, tmp_path / "report", "--jobs", "1") == 2
    assert "Move it, or choose another place." in capsys.readouterr().err
    assert own.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--jobs", "0"], "--jobs 0 is out of range. Give 1 or more."),
        (["--scheduler", "here"], "--scheduler here is not an address. Give tcp://HOST:PORT."),
        (["--scheduler", "tcp://here:99999"], "--scheduler tcp://here:99999 is not an address."),
    ],
)
def test_bad_options_end_in_one_line(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert compare(data, tmp_path / "none", *words) == 2
    reported = capsys.readouterr().err
    assert said in reported
    assert len(reported.splitlines()) == 1


def test_a_process_that_dies_ends_in_one_line() -> None:
    with comparison_workers.LocalWorkers(2) as workers, pytest.raises(TrainingError) as found:
        list(workers.results(os._exit, [3]))
    assert str(found.value).startswith("One of 2 training processes ended unexpectedly")


def test_without_dask_the_remedy_is_to_install_it(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert compare(data, tmp_path / "none", "--scheduler", "tcp://127.0.0.1:1") == 2
    assert "pip install 'mmdesk[cluster]'" in capsys.readouterr().err


class Cluster:
    """A scheduler and workers of one thread each, in processes of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        self.address = ""

    def start(self, workers: int) -> None:
        port = self.address.rpartition(":")[2] or "0"
        described = self.folder / f"scheduler-{len(self.processes)}.json"
        self._run("scheduler", "--host", "127.0.0.1", "--port", port, "--scheduler-file", str(described), "--no-show")
        deadline_s = time.monotonic() + START_LIMIT_S
        while not described.exists() or not described.read_text(encoding="utf-8").endswith("}"):
            assert time.monotonic() < deadline_s, "the scheduler does not start"
            time.sleep(0.05)
        self.address = json.loads(described.read_text(encoding="utf-8"))["address"]
        for _ in range(workers):
            self._run("worker", self.address, "--nthreads", "1", "--no-nanny", "--local-directory", str(self.folder))

    def _run(self, *words: str) -> None:
        command = [sys.executable, "-m", "dask", *words, "--no-dashboard"]
        log = (self.folder / f"{len(self.processes)}-{words[0]}.log").open("wb")
        with log:
            self.processes.append(subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log))

    def kill(self, index: int) -> None:
        """Kill one of `processes`: the first is the scheduler."""
        os.kill(self.processes[index].pid, signal.SIGKILL)
        self.processes[index].wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    pytest.importorskip("distributed", reason="needs the extra cluster")
    if sys.platform == "win32":
        pytest.skip("needs signals")
    made = Cluster(tmp_path)
    yield made
    for process in made.processes:
        process.kill()
        process.wait()


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_gives_the_numbers_of_one_training_after_the_other(
    data: Path, serial: dict[str, Any], tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    cluster.start(workers=2)
    with monkeypatch.context() as patch:
        patch.setattr(mmdesk, "__version__", "0.0.0")
        assert compare(data, tmp_path / "report", "--scheduler", cluster.address) == 2
        assert "this program 0.0.0: results could differ" in capsys.readouterr().err
    said = when_finished(monkeypatch, 2, lambda: cluster.kill(1))
    assert compare(data, tmp_path / "report", "--scheduler", cluster.address) == 0
    assert sum(line.startswith("seed ") for line in said) == TRAININGS
    assert numbers(tmp_path / "report") == serial


@pytest.mark.slow
def test_a_cluster_that_loses_its_scheduler_keeps_what_is_finished(
    data: Path, serial: dict[str, Any], tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(comparison_workers, "_WAIT_S", 1)
    cluster.start(workers=0)
    assert compare(data, tmp_path / "report", "--scheduler", cluster.address) == 2
    assert f"The Dask scheduler at {cluster.address} has no workers." in capsys.readouterr().err
    cluster.kill(0)
    assert compare(data, tmp_path / "report", "--scheduler", cluster.address) == 2
    assert f"No Dask scheduler responds at {cluster.address}." in capsys.readouterr().err
    monkeypatch.setattr(comparison_workers, "_WAIT_S", START_LIMIT_S)
    cluster.start(workers=1)
    said = when_finished(monkeypatch, 3, lambda: cluster.kill(1))
    assert compare(data, tmp_path / "report", "--scheduler", cluster.address) == 2
    assert f"The connection to the Dask scheduler at {cluster.address} was lost." in capsys.readouterr().err
    finished = sum(line.startswith("seed ") for line in said)
    assert 3 <= finished < TRAININGS
    cluster.start(workers=1)
    assert compare(data, tmp_path / "report", "--scheduler", cluster.address) == 0
    assert f"{finished} of {TRAININGS} trainings are finished" in said[finished]
    assert sum(line.startswith("seed ") for line in said) == TRAININGS
    assert numbers(tmp_path / "report") == serial
