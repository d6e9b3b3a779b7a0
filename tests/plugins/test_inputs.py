"""A kind of input that a package brings: numbers over OSC, their encoder, their curves; and gone or broken."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from pytestqt.qtbot import QtBot
from pythonosc.osc_message_builder import OscMessageBuilder

from mmdesk.analysis.microscope import Microscope
from mmdesk.app import doctor
from mmdesk.app.augmentation_preview import preview_rows
from mmdesk.app.command_line import main
from mmdesk.core.errors import CheckpointError, MediaError
from mmdesk.core.explanation import Explanation, Measure, SignalAttribution
from mmdesk.core.input_kind import INPUT_KINDS
from mmdesk.core.inputs import Input
from mmdesk.core.observation import PRESENT, Observation, Reason, SignalInput
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.engine.live_session import LiveSession
from mmdesk.models.checkpoint import load_card, load_checkpoint, save_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.registry import DEFAULT_ENCODERS, encoder_class, offered_encoders
from mmdesk.models.encoders.text import SubwordTextEncoder
from mmdesk.models.export import export_model
from mmdesk.models.fusion import AttentionGateFusion
from mmdesk.models.predictor import Predictor
from mmdesk.sources.base import Source
from mmdesk.sources.files.numbers import read_numbers
from mmdesk.sources.observer import Observer
from mmdesk.training.augmentation import Augmentation
from mmdesk.training.dataset import read_dataset
from mmdesk.training.media import raw_of
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.panels.signal import SignalPanel
from tests.plugins.installing import See, make_up

GROUP = "mmdesk.inputs"
MOTION_INPUT = Input("motion", "motion")
KIND = """
import numpy as np
from dataclasses import replace
from mmdesk.core.input_kind import InputKind
from mmdesk.core.source_state import DeviceChoice

KIND = InputKind(
    title="Thing", channels=("a",), moments=8, low=0.0, high=1.0, open_source=lambda *_: None, choices=lambda: (),
    suffixes=frozenset({".num"}), read=lambda path: np.zeros((1, 1), np.float32), encoder="any",
)
"""
FAULTS = {
    "raises": ("thing", "raise OSError('no bus')", "OSError: no bus"),
    "other": ("thing", "KIND = 3", "it is no mmdesk.core.input_kind.InputKind"),
    "own name": ("image", KIND, "none of the program's own"),
    "odd name": ("My Thing", KIND, "its kind must be up to 32 small letters"),
    "no channel": ("thing", KIND + "KIND = replace(KIND, channels=())", "it must have 1 to 16 channels"),
    "endless": ("thing", KIND + "KIND = replace(KIND, moments=10**9)", "a model must look at 1 to 4,096 moments"),
    "range": ("thing", KIND + "KIND = replace(KIND, low=1.0)", "its lowest number must lie below its highest one"),
    "suffix": ("thing", KIND + "KIND = replace(KIND, suffixes=frozenset({'num'}))", "the suffixes of its files"),
}


def free_address() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


def send(address: str, moment: Sequence[float | str]) -> None:
    """Send one message as a phone does."""
    message = OscMessageBuilder("/motion")
    for each in moment:
        message.add_arg(each)
    host, _, port = address.rpartition(":")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.sendto(message.build().dgram, (host, int(port)))


def wave(moments: int = 64, hertz: float = 1.0) -> np.ndarray:
    angle = np.arange(moments) * 2 * np.pi * hertz / 64
    return np.stack([np.sin(angle), np.cos(angle), 0 * angle], axis=1).astype(np.float32)


def model() -> FusionClassifier:
    torch.manual_seed(0)
    text = SubwordTextEncoder(dim=8, buckets=64, width=4, hidden=8, tokens=4, ngrams=6, evidence=False)
    motion = encoder_class("motion", "conv")(dim=8)  # type: ignore[call-arg]
    encoders = {MOTION_INPUT: motion, Input("text", "text"): text}
    return FusionClassifier(["rest", "wave"], encoders, AttentionGateFusion(2, 8, 2)).eval()


@pytest.fixture
def sources() -> Iterator[Callable[[str], tuple[Source, list[SignalInput], list[SourceState]]]]:
    """Starts OSC sources, and stops them."""
    started: list[Source] = []

    def start(address: str) -> tuple[Source, list[SignalInput], list[SourceState]]:
        signals: list[SignalInput] = []
        states: list[SourceState] = []
        source: Source = INPUT_KINDS["motion"].open_source(address, signals.append, states.append)
        started.append(source)
        source.start()
        return source, signals, states

    yield start
    stopped = [source.stop() for source in started]
    assert all(stopped)


def test_the_kind_and_its_encoder_are_found(motion: Path) -> None:
    kind = INPUT_KINDS["motion"]
    assert (kind.title, kind.channels, kind.moments) == ("Motion", ("x", "y", "z"), 64)
    assert DEFAULT_ENCODERS["motion"] == "conv"
    assert offered_encoders("motion") == ("conv",)
    found = [each for each in doctor.diagnose() if each.topic == "plug-in"]
    assert [each.detail for each in found] == [
        "mmdesk-motion 0.3: mmdesk.encoders, motion.conv",
        "mmdesk-motion 0.3: mmdesk.inputs, motion",
    ]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_kind_is_named_and_left_out(motion: Path, see: See, tmp_path: Path, fault: str) -> None:
    name, source, why = FAULTS[fault]
    see(make_up(tmp_path / "site", "broken-thing", {GROUP: {name: "broken_thing:KIND"}}, broken_thing=source))
    assert INPUT_KINDS.usable() == ("motion",)
    (problem,) = INPUT_KINDS.faults()
    assert "The plug-in broken-thing 2.5 does not work and is left out" in str(problem)
    assert why in str(problem)


def test_what_is_sent_arrives_newest_last(
    motion: Path, sources: Callable[[str], tuple[Source, list[SignalInput], list[SourceState]]], qtbot: QtBot
) -> None:
    address = free_address()
    source, signals, states = sources(address)

    def heard() -> bool:
        send(address, [0.5, -0.5, 0.0])
        return bool(signals)

    qtbot.waitUntil(heard)
    for moment in wave(100):
        send(address, moment.tolist())
    qtbot.waitUntil(lambda: np.array_equal(signals[-1].values[-1], wave(100)[-1]))
    newest = signals[-1].values
    assert newest.shape == (64, 3)
    assert newest.dtype == np.float32
    assert not newest.flags.writeable
    before = len(signals)
    send(address, [1.0, 2.0])
    qtbot.waitUntil(lambda: source.state.status is SourceStatus.LOST)
    assert "sends something else than 3 finite numbers" in str(source.state.problem)
    send(address, [1.0, 2.0, float("nan")])
    send(address, ["one", 2.0, 3.0])
    send(address, [1.0, 2.0, 3.0])
    qtbot.waitUntil(lambda: source.state.status is SourceStatus.RUNNING)
    assert len(signals) == before + 1
    qtbot.waitUntil(lambda: source.state.status is SourceStatus.LOST)
    assert "sends nothing any more" in str(source.state.problem)
    assert source.stop()
    assert states[0].status is SourceStatus.STARTING


def test_an_address_that_is_taken_or_none_is_a_state(
    motion: Path, sources: Callable[[str], tuple[Source, list[SignalInput], list[SourceState]]], qtbot: QtBot
) -> None:
    for address in ("nowhere", "127.0.0.1:99999999", "127.0.0.1:x"):
        source, _, _ = sources(address)
        qtbot.waitUntil(lambda source=source: source.state.status is SourceStatus.FAILED)
        assert "cannot be listened to" in str(source.state.problem)


def test_presence_follows_the_clock_and_the_plugin(motion: Path) -> None:
    observer = Observer()
    moving, still = SignalInput(wave(), 10.0), SignalInput(np.zeros((64, 3), np.float32), 10.0)
    seen = observer.observe(10.5, {MOTION_INPUT: moving})
    assert seen.presence("motion") == PRESENT
    assert seen.inputs["motion"] is moving
    assert observer.observe(11.5, {MOTION_INPUT: moving}).presence("motion").reason is Reason.NO_SIGNAL
    assert observer.observe(10.5, {MOTION_INPUT: still}).presence("motion").reason is Reason.NO_SIGNAL


def test_a_checkpoint_names_kind_and_encoder_and_is_refused_without(
    motion: Path, unsee: Callable[[Path], None], tmp_path: Path
) -> None:
    before = model()
    save_checkpoint(before, tmp_path / "m", "card")
    document = json.loads((tmp_path / "m" / "config.json").read_text(encoding="utf-8"))
    assert document["inputs"] == [{"name": "motion", "kind": "motion"}, {"name": "text", "kind": "text"}]
    assert [(part["group"], part["name"]) for part in document["plugins"]] == [
        ("mmdesk.encoders", "motion.conv"), (GROUP, "motion"),
    ]  # fmt: skip
    after = load_checkpoint(tmp_path / "m")
    observation = Observation(0.0, {"motion": SignalInput(wave(), 0.0)}, {"motion": PRESENT})
    one, two = (Predictor(each, torch.device("cpu")).predict(observation) for each in (before, after))
    assert one.probabilities is not None
    assert two.probabilities is not None
    assert np.array_equal(one.probabilities, two.probabilities)
    unsee(motion)
    with pytest.raises(CheckpointError, match=r"m needs the plug-in mmdesk-motion 0\.3, which is not installed"):
        load_checkpoint(tmp_path / "m")


def test_what_in_a_signal_speaks_for_the_answer(motion: Path) -> None:
    classifier = model()
    scope = Microscope(Predictor(classifier, torch.device("cpu")))
    values = np.zeros((64, 3), np.float32)
    values[40:, 1] = 2.0
    observation = Observation(0.0, {"motion": SignalInput(values, 0.0)}, {"motion": PRESENT})
    explanation = scope.explain(scope.encode(observation), None, lambda: False)
    assert explanation is not None
    part = explanation.part("motion", SignalAttribution)
    assert part is not None
    assert part.grid.shape == (3, 12)
    assert part.edges[0] == 0
    assert part.edges[-1] == 64
    # A channel that is its own mean all along can lose nothing.
    assert not part.grid[[0, 2]].any()
    assert np.abs(part.grid[1]).max() == part.scale > 0


def test_its_graph_answers_as_it_does(motion: Path, tmp_path: Path) -> None:
    classifier = model()
    export_model(classifier, tmp_path / "m.onnx")
    told = json.loads((tmp_path / "m.onnx.json").read_text(encoding="utf-8"))
    assert told["inputs"]["motion"]["shape"] == ["batch", 3, 64]
    assert told["inputs"]["motion"]["raw"].endswith("a column per channel: x, y, z")
    session = onnxruntime.InferenceSession(tmp_path / "m.onnx", providers=["CPUExecutionProvider"])
    given = {
        "motion": classifier.encoder("motion").prepare(wave())[None].numpy(),
        "text": classifier.encoder("text").prepare("yes")[None].numpy(),
        "present": np.array([[True, False]]),
    }
    observation = Observation(0.0, {"motion": SignalInput(wave(), 0.0)}, {"motion": PRESENT})
    wanted = Predictor(classifier, torch.device("cpu")).predict(observation).probabilities
    assert wanted is not None
    np.testing.assert_allclose(session.run(["probabilities"], given)[0][0], wanted, atol=1e-5)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("1,2,3\n4,5\n", "line 2: Every line must hold 3 finite numbers"),
        ("1,2,3\n4,5,six\n", "line 2: Every line must hold 3 finite numbers"),
        ("1,2,nan\n", "It holds no numbers."),
        ("1,2,3\n1e39,0,0\n", "line 2: Every line"),
        ("x,y,z\n", "It holds no numbers."),
        ("", "It holds no numbers."),
        ("\0\x01\xff", "It holds no numbers."),
    ],
)
def test_a_file_that_holds_no_such_numbers_is_refused(tmp_path: Path, content: str, why: str) -> None:
    file = tmp_path / "some.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(MediaError) as caught:
        read_numbers(file, 3)
    assert str(caught.value).startswith(str(file))
    assert why in str(caught.value)


def test_a_file_of_numbers_is_read(tmp_path: Path) -> None:
    file = tmp_path / "some.csv"
    file.write_text("x,y,z\n1,2,3\n\n-4.5,5e-1,0\n", encoding="utf-8")
    assert read_numbers(file, 3).tolist() == [[1, 2, 3], [-4.5, 0.5, 0]]
    with pytest.raises(MediaError, match=r"missing\.csv"):
        read_numbers(tmp_path / "missing.csv", 3)


def test_its_panel_draws_a_curve_per_channel_and_marks(motion: Path, qtbot: QtBot) -> None:
    panel = SignalPanel(MOTION_INPUT)
    qtbot.addWidget(panel)
    panel.resize(600, 300)
    panel.grab()  # lays it out
    assert panel.title.text() == "Motion"
    assert panel.plot.message()
    panel.show_state(SourceState(SourceStatus.RUNNING, "OSC"))
    panel.show_signal(SignalInput(wave(), 1.0))
    x, y, z = panel.plot.curves()
    assert len(x) == len(y) == len(z) == 64
    area = panel.plot.plot_area()
    assert x[63].x() == pytest.approx(area.right())
    assert x[0].x() == pytest.approx(area.left())
    assert y[0].y() == pytest.approx(area.bottom() - 0.75 * area.height())  # 1 of -2 to 2
    assert z[5].y() == pytest.approx(area.center().y(), abs=1)
    panel.show_signal(SignalInput(wave(16), 1.0))
    assert panel.plot.curves()[0][0].x() > area.center().x()  # a short one ends at the right
    grid = np.zeros((3, 12), np.float32)
    grid[0, 3] = 0.25
    part = SignalAttribution(grid, tuple(range(0, 65, 5))[:13], wave())
    panel.show_explanation(Explanation("wave", "late", Measure.CONTRIBUTION, {"motion": part}))
    assert "+25" in panel.plot.explanation_words()
    assert len(panel.plot.curves()[0]) == 64
    assert not panel.grab().isNull()
    panel.show_explanation(None)
    panel.show_state(SourceState(SourceStatus.LOST, "OSC"))
    assert panel.plot.curves() == []


def test_live_from_the_wire_to_the_panel_and_the_answer(motion: Path, tmp_path: Path, qtbot: QtBot) -> None:
    save_checkpoint(model(), tmp_path / "m.mmdesk", "card")
    window, live = MainWindow(), LiveSession()
    qtbot.addWidget(window)
    live.model_state_changed.connect(window.show_model_state)
    live.signal_ready.connect(window.show_signal)
    live.source_state_changed.connect(window.show_source_state)
    live.prediction_ready.connect(window.show_prediction)
    window.show()
    address, stop = free_address(), threading.Event()

    def wave_about() -> None:
        moments = wave()
        for step in range(100_000):
            if stop.wait(0.01):
                return
            send(address, moments[step % 64].tolist())

    sender = threading.Thread(target=wave_about)
    try:
        with qtbot.waitSignal(live.model_state_changed, timeout=60_000, check_params_cb=lambda state: state.ready):
            live.load_model(tmp_path / "m.mmdesk", "cpu")
        assert [card.input.name for card in window.inputs.cards.values()] == ["motion", "text"]
        panel = window.inputs.cards["motion"]
        assert isinstance(panel, SignalPanel)
        live.set_source("motion", address)
        sender.start()
        with qtbot.waitSignal(
            live.prediction_ready, timeout=60_000, check_params_cb=lambda each: each.presence("motion").present
        ) as caught:
            pass
        assert caught.args[0].inputs == ("motion", "text")
        qtbot.waitUntil(lambda: bool(panel.plot.curves()))
        stop.set()
        qtbot.waitUntil(lambda: not panel.plot.curves())
        assert "sends nothing any more" in " ".join(panel.plot.message())
    finally:
        stop.set()
        if sender.ident is not None:
            sender.join()
        assert live.shutdown()


def write_gestures(folder: Path, per_class: int = 12) -> Path:
    """A folder of data with a column of motion files beside texts, some of them blank."""
    folder.mkdir()
    draws = np.random.default_rng(0)
    lines = ["motion,text,label"]
    for axis, (label, words) in enumerate({"shake": "shake it hard", "lift": "up and down"}.items()):
        for number in range(per_class):
            values = draws.normal(0, 0.05, (80, 3))
            values[:, axis] += np.sin(np.arange(80) * 0.4 + draws.uniform(0, 6))
            np.savetxt(folder / f"{label}{number}.csv", values, fmt="%.4f", delimiter=",", header="x,y,z", comments="")
            lines.append(f"{label}{number}.csv,{'' if number % 4 == 0 else words},{label}")
    (folder / "samples.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_both_plugins_are_trained_saved_opened_and_missed(
    motion: Path,
    median: Path,
    unsee: Callable[[Path], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("mmdesk.app.log.start_log", lambda *_: None)
    data, out = write_gestures(tmp_path / "data"), tmp_path / "m.mmdesk"
    quick = [
        "--dim", "16", "--encoder-epochs", "10", "--learning-rate", "0.01", "--fusion-epochs", "30",
        "--batch-size", "8",
    ]  # fmt: skip
    methods = ["--fusion", "median", "--fusions", "median,late"]
    assert main(["train", str(data), "--out", str(out), *methods, *quick, "--device", "cpu"]) == 0
    summary = json.loads(capsys.readouterr().out)
    assert summary["fusion"] == "median"
    assert set(summary["input_accuracy"]) == {"text", "motion"}
    assert "Needs the plug-ins mmdesk-median 1.0, mmdesk-motion 0.3" in load_card(out)
    ask = ["predict", "--model", str(out), "--device", "cpu"]
    assert main([*ask, "--input", f"motion={data / 'lift1.csv'}"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["label"], answer["fusion"]) == ("lift", "median")
    assert main([*ask, "--input", "moption=x.csv"]) == 2
    assert "names no input of a plug-in" in capsys.readouterr().err
    unsee(median)
    assert main([*ask, "--input", f"motion={data / 'lift1.csv'}"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["fusion"] == "late"
    assert "needs the plug-in mmdesk-median 1.0, which is not installed" in told.err
    unsee(motion)
    assert main([*ask, "--text", "up and down"]) == 2
    assert "needs the plug-in mmdesk-motion 0.3, which is not installed" in capsys.readouterr().err


def test_its_samples_are_drawn_as_curves_before_training(motion: Path, tmp_path: Path) -> None:
    dataset = read_dataset(write_gestures(tmp_path / "data", per_class=3))
    for row in preview_rows(dataset, Augmentation.light(), count=4, seed=0):
        cell = row.cells["motion"]
        assert cell is not None
        before, after = cell
        assert isinstance(before, np.ndarray)
        assert before.shape[2] == 3
        assert before.max() > 200
        assert before.min() < 50
        assert np.array_equal(before, after)  # nothing is known of how a plug-in's inputs vary


@pytest.mark.parametrize(
    ("read", "why"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("np.zeros((4, 2), np.float32)", "it gives numbers of shape (4, 2), not (T, 1)"),
        ("np.zeros((0, 1), np.float32)", "it gives numbers of shape (0, 1), not (T, 1)"),
        ("np.full((4, 1), np.nan)", "it gives numbers that are not finite"),
    ],
)
def test_a_plugin_that_reads_its_files_wrongly_is_named(see: See, tmp_path: Path, read: str, why: str) -> None:
    source = KIND + f"KIND = replace(KIND, read=lambda path: {read})"
    see(make_up(tmp_path / "site", "misreader", {GROUP: {"thing": "misreader:KIND"}}, misreader=source))
    file = tmp_path / "some.num"
    file.write_bytes(b"1")
    with pytest.raises(MediaError) as caught:
        raw_of("thing", file)
    assert str(caught.value).startswith(f"{file}: The plug-in of “Thing” does not read it: {why}")
