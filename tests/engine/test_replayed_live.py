"""What is recorded live is answered again in every digit: without a window, and while one goes through it."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import cv2
import pytest
from pytestqt.qtbot import QtBot

from mmdesk.app import paths
from mmdesk.app.command_line import main
from mmdesk.app.replay_video import FPS, VideoOptions, film_recording
from mmdesk.core.clock import monotonic_s
from mmdesk.core.history import Snapshot
from mmdesk.core.in_force import InForce
from mmdesk.core.inputs import Input
from mmdesk.core.perturbation import Perturbation, PerturbationKind
from mmdesk.core.prediction import Prediction
from mmdesk.core.source_state import SourceStatus
from mmdesk.core.transport import PlayedContents, TransportWish
from mmdesk.core.user_controls import AS_RECORDED, ReplayControls, UserControls
from mmdesk.engine.live_session import LiveSession
from mmdesk.engine.model_loading import load_model
from mmdesk.engine.replayed_table import write_answers
from mmdesk.engine.session_recorder import SessionRecorder
from mmdesk.sources.session import SessionReader
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.theme import DARK
from tests.fakes.recordings import write_recording

WAIT_MS = 60_000
ANSWERS = 24
HELD = UserControls(
    {"image": 0.2, "audio": 0.3, "text": 0.5},
    (
        Perturbation(Input("image", "image"), PerturbationKind.NOISE, 0.2),
        Perturbation(Input("text", "text"), PerturbationKind.REPLACE, text="nine"),
    ),
)
CLOSE = 2e-6
"""Tables have six digits."""


def table(folder: Path) -> list[dict[str, str]]:
    with (folder / "predictions.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:
    """A recording of the sample session in which what is held changes, and the method too."""
    from PySide6.QtCore import QEventLoop

    folder = tmp_path_factory.mktemp("live") / "recording"
    live, loop = LiveSession(), QEventLoop()
    recorder = SessionRecorder(live)
    count = 0

    def on_state(state: object) -> None:
        if state.ready and not recorder.active:
            live.play_session(paths.sample_session())
            recorder.start(folder, "a test")

    def on_prediction(_: object) -> None:
        nonlocal count
        count += 1
        if count == ANSWERS // 3:
            live.set_controls(HELD)
        elif count == 2 * ANSWERS // 3:
            live.set_controls(UserControls(muted=frozenset({"text"})))
            live.choose_fusion("concatenation")
        elif count == ANSWERS:
            recorder.stop()

    live.model_state_changed.connect(on_state)
    live.prediction_ready.connect(on_prediction)
    recorder.ended.connect(loop.quit)
    live.load_model(paths.bundled_model(), "cpu")
    loop.exec()
    recorder.shutdown()
    live.shutdown()
    return folder


def test_a_replay_gives_the_answers_again_and_a_second_one_too(recorded: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        assert main(["replay", str(recorded), "--out", str(tmp_path / name)]) == 0
    one, other, then = table(tmp_path / "one"), table(tmp_path / "other"), table(recorded)
    assert one == other
    assert {row["perturbations"] for row in one} >= {"", "image.noise=0.2 text.replace"}
    assert {row["fusion"] for row in one} >= {"concatenation"}
    assert "muted by you" in {row["presence_text"] for row in one}
    by_time = {row["time_s"]: row for row in then}
    pairs = [(by_time[row["time_s"]], row) for row in one if row["time_s"] in by_time]
    assert len(pairs) >= ANSWERS - 5
    for before, again in pairs:
        assert again["label"] == before["label"]
        assert again["override"] == before["override"]
        for name, value in before.items():
            if name.startswith(("p_", "weight_")) and value:
                assert float(again[name]) == pytest.approx(float(value), abs=CLOSE)


def test_a_stretch_of_it_is_replayed(recorded: Path, tmp_path: Path) -> None:
    times = [float(row["time_s"]) for row in table(recorded)]
    begin_s, end_s = times[8], times[16]
    words = ["--from", str(begin_s - 0.005), "--to", str(end_s - 0.005)]
    assert main(["replay", str(recorded), "--out", str(tmp_path / "s"), *words]) == 0
    assert [float(row["time_s"]) for row in table(tmp_path / "s")] == pytest.approx(times[8:16], abs=0.0015)
    assert main(["replay", str(recorded), "--out", str(tmp_path / "t"), "--from", "3", "--to", "2"]) == 2


def agrees(snapshot: Snapshot, row: dict[str, str]) -> bool:
    """Whether a moment has the answer that stands in a line of the recording."""
    made = snapshot.prediction
    if made.probabilities is None:  # a moment at which nothing was there yet
        return not row["label"]
    chances = zip(made.labels, made.probabilities, strict=True)
    return made.label == (row["label"] or None) and all(
        float(chance) == pytest.approx(float(row[f"p_{label}"]), abs=CLOSE) for label, chance in chances
    )


def test_going_through_it_shows_the_answers_of_then_and_what_they_would_be_otherwise(
    recorded: Path, qtbot: QtBot
) -> None:
    then = {row["time_s"]: row for row in table(recorded)}
    live = LiveSession()
    told: list[UserControls] = []
    live.recorded_changed.connect(told.append)
    try:
        with qtbot.waitSignal(live.model_state_changed, timeout=WAIT_MS, check_params_cb=lambda state: state.ready):
            live.load_model(paths.bundled_model(), "cpu")
        with qtbot.waitSignal(live.prediction_ready, timeout=WAIT_MS):
            live.play_session(recorded)
        moments = SessionReader(recorded).moments()
        assert moments is not None

        def look(wish: TransportWish) -> Snapshot:
            with qtbot.waitSignal(live.snapshot_ready, timeout=WAIT_MS) as shown:
                live.sources.wish(wish)
            return shown.args[0]

        with qtbot.waitSignal(live.snapshot_ready, timeout=WAIT_MS):
            live.set_paused(True)
        look(TransportWish(seek_s=0.0))
        compared = set()
        for number in (len(moments) - 1, len(moments) - 2, 1, 0, len(moments) // 2):
            time_s = moments.times_s[number]
            shown: list[Snapshot] = []
            live.snapshot_ready.connect(shown.append)
            look(TransportWish(seek_s=time_s))
            qtbot.waitUntil(lambda time_s=time_s: live.sources.transport.position_s == pytest.approx(time_s))
            row = then.get(f"{time_s:.3f}")
            if row is None or not row["label"]:
                live.snapshot_ready.disconnect(shown.append)
                continue
            compared.add(row["fusion"])
            # One that was under way when it was sought may come before.
            qtbot.waitUntil(lambda row=row, shown=shown: agrees(shown[-1], row), timeout=WAIT_MS)
            assert shown[-1].as_it_was
            live.snapshot_ready.disconnect(shown.append)
        assert len(compared) == 2
        assert HELD in told
        look(TransportWish(seek_s=moments.times_s[len(moments) // 2]))
        assert told[-1] == HELD
        with qtbot.waitSignal(live.snapshot_ready, timeout=WAIT_MS) as shown:
            live.set_controls(UserControls({"image": 1.0, "audio": 0.0, "text": 0.0}))
        assert not shown.args[0].as_it_was
        assert shown.args[0].prediction.override == (1.0, 0.0, 0.0)
        assert told[-1] == UserControls()
        with qtbot.waitSignal(live.snapshot_ready, timeout=WAIT_MS):
            live.set_controls(UserControls())
        snapshot = look(TransportWish(as_recorded=False))
        assert snapshot.prediction.override is None
        assert snapshot.prediction.perturbations == ()
        with qtbot.waitSignal(live.explanation_ready, timeout=WAIT_MS):
            pass
    finally:
        live.shutdown()


def test_what_else_is_wished_for_meanwhile_does_not_lose_the_place_that_was_sought(
    recorded: Path, qtbot: QtBot
) -> None:
    then = [row for row in table(recorded) if row["label"]]
    first, last = then[0], then[-1]
    assert first["fusion"] != last["fusion"]
    moments = SessionReader(recorded).moments()
    assert moments is not None
    times_s = {f"{time_s:.3f}": time_s for time_s in moments.times_s}
    live = LiveSession()
    try:
        with qtbot.waitSignal(live.model_state_changed, timeout=WAIT_MS, check_params_cb=lambda state: state.ready):
            live.load_model(paths.bundled_model(), "cpu")
        live.play_session(recorded)
        live.set_paused(True)  # before there is anything to be seen of it: it stands still from its beginning
        qtbot.waitUntil(lambda: live.sources.transport is not None, timeout=WAIT_MS)
        assert not live.sources.transport.playing
        assert live.sources.transport.position_s == 0.0
        shown: list[Snapshot] = []
        live.snapshot_ready.connect(shown.append)
        live.sources.moment_stands.connect(lambda: live.set_controls(UserControls()))
        for row in (first, last, first):
            live.sources.wish(TransportWish(seek_s=times_s[row["time_s"]]))
            qtbot.waitUntil(lambda row=row: bool(shown) and agrees(shown[-1], row), timeout=WAIT_MS)
    finally:
        live.shutdown()


OWN = UserControls(
    {"image": 0.6, "audio": 0.3, "text": 0.1},
    (
        Perturbation(Input("image", "image"), PerturbationKind.BLUR, 12.0),
        Perturbation(Input("text", "text"), PerturbationKind.REPLACE, text="eight"),
    ),
    frozenset({"audio"}),
)
OWNS = {
    "controls": ReplayControls(OWN),
    "method": ReplayControls(methods=False),
    "both": ReplayControls(OWN, methods=False),
    "let go": ReplayControls(UserControls(), methods=False),
    "text": ReplayControls(text="seven "),
}
"""What a user may hold in force on a recording; the method is then the weighted average."""
METHOD = "weighted_average"
IN_FORCE_BGR = [int(DARK.state[place : place + 2], 16) for place in (5, 3, 1)]
NEAR = 1e-4


def same(prediction: Prediction, row: dict[str, str]) -> bool:
    """Whether an answer is the one in a row of a table: label, method, every probability and every weight."""
    numbers: dict[str, float] = {}
    if prediction.probabilities is not None:
        numbers |= zip((f"p_{label}" for label in prediction.labels), prediction.probabilities.tolist(), strict=True)
    if prediction.weights is not None:
        numbers |= zip((f"weight_{name}" for name in prediction.inputs), prediction.weights.tolist(), strict=True)
    cells = {name: float(cell) for name, cell in row.items() if name.startswith(("p_", "weight_")) and cell}
    return (
        (prediction.label or "", prediction.fusion) == (row["label"], row["fusion"])
        and numbers.keys() == cells.keys()
        and all(abs(number - cells[name]) <= NEAR for name, number in numbers.items())
    )


def exported(recorded: Path, path: Path, under: ReplayControls) -> list[dict[str, str]]:
    """The table of a recording's answers under what is held in force."""
    microscope = load_model(paths.bundled_model(), "cpu").microscope
    if not under.methods:
        microscope.predictor.choose(METHOD)
    assert write_answers(SessionReader(recorded), microscope, path, under=under)
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def as_recorded(recorded: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    return exported(recorded, tmp_path_factory.mktemp("t") / "as_recorded.csv", AS_RECORDED)


def seek_until_shown(
    live: LiveSession, qtbot: QtBot, shown: list[Snapshot], time_s: float, row: dict[str, str]
) -> None:
    """Seek a moment and wait until it is answered as in a row; another that was under way may come before."""
    shown.clear()
    live.sources.wish(TransportWish(seek_s=time_s))
    qtbot.waitUntil(lambda: any(same(each.prediction, row) for each in shown), timeout=WAIT_MS)


@pytest.mark.parametrize("held", OWNS)
def test_a_table_under_own_controls_has_the_answers_of_a_live_replay_under_them(
    recorded: Path, as_recorded: list[dict[str, str]], held: str, qtbot: QtBot, tmp_path: Path
) -> None:
    under = OWNS[held]
    rows = exported(recorded, tmp_path / "answers.csv", under)
    assert [row["time_s"] for row in rows] == [row["time_s"] for row in as_recorded]
    assert sum(row != then for row, then in zip(rows, as_recorded, strict=True)) > len(rows) / 4
    live = LiveSession()
    try:
        with qtbot.waitSignal(live.model_state_changed, timeout=WAIT_MS, check_params_cb=lambda state: state.ready):
            live.load_model(paths.bundled_model(), "cpu")
        live.play_session(recorded)
        # Until it is known what there is in the recording, nothing can be wished of it.
        qtbot.waitUntil(lambda: live.sources.transport is not None, timeout=WAIT_MS)
        shown: list[Snapshot] = []
        live.snapshot_ready.connect(shown.append)
        live.set_paused(True)
        moments = SessionReader(recorded).moments()
        assert moments is not None
        times_s = {f"{time_s:.3f}": time_s for time_s in moments.times_s}
        # Of what is chosen before the recording is looked at, the method is no wish about it.
        last = as_recorded[-1]
        assert last["label"]
        seek_until_shown(live, qtbot, shown, times_s[last["time_s"]], last)
        live.sources.wish(TransportWish(as_recorded=held != "let go"))
        if under.controls is not None:
            live.set_controls(under.controls)
        if not under.methods:
            live.choose_fusion(METHOD)
        if under.text is not None:
            live.set_text("text", under.text)
        for row in rows:
            seek_until_shown(live, qtbot, shown, times_s[row["time_s"]], row)
        assert live.own_fusion is not under.methods
    finally:
        live.shutdown()


@pytest.mark.parametrize("held", ["controls", "both"])
def test_a_video_shows_the_answers_of_the_table_and_what_is_in_force(
    recorded: Path,
    as_recorded: list[dict[str, str]],
    held: str,
    tmp_path: Path,
    qapp: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    under = OWNS[held]
    rows = exported(recorded, tmp_path / "answers.csv", under)
    shown: list[tuple[InForce, Prediction, list[str]]] = []
    show = AudienceWindow.show_prediction
    told: list[InForce] = []
    monkeypatch.setattr(
        AudienceWindow,
        "show_in_force",
        lambda window, in_force, before=AudienceWindow.show_in_force: (told.append(in_force), before(window, in_force)),
    )

    def spy(window: AudienceWindow, prediction: Prediction) -> None:
        show(window, prediction)
        shown.append((told[-1], prediction, list(window.header.held)))

    monkeypatch.setattr(AudienceWindow, "show_prediction", spy)
    loaded = load_model(paths.bundled_model(), "cpu")
    if not under.methods:
        loaded.microscope.predictor.choose(METHOD)
    end_s = float(rows[-1]["time_s"]) + 1 / FPS
    options = VideoOptions(max(0.0, end_s - 1.0), end_s, under)
    assert film_recording(SessionReader(recorded), loaded, tmp_path / "film.webm", options)
    capture = cv2.VideoCapture(str(tmp_path / "film.webm"))
    there, picture = capture.read()
    capture.release()
    assert there
    first_line = picture[60:100].reshape(-1, 3).astype(int)
    assert (abs(first_line - IN_FORCE_BGR).max(axis=1) < 60).sum() > 100, "what is in force stands above the answer"
    by_time = {row["time_s"]: (row, then) for row, then in zip(rows, as_recorded, strict=True)}
    assert len(shown) > 3
    differing = 0
    for in_force, prediction, held_words in shown:
        row, then = by_time[f"{prediction.time_s:.3f}"]
        assert same(prediction, row)
        differing += not same(prediction, then)
        assert in_force.controls == OWN
        words = " ".join(held_words)
        assert "Weights by hand" in words
        assert "Sound: muted" in words
        assert "says “eight” instead" in words
        assert (row["perturbations"], row["presence_audio"]) == ("image.blur=12 text.replace", "muted by you")
    assert differing > len(shown) / 2  # a single moment may come out alike


def test_the_command_line_holds_the_same_in_force(recorded: Path, tmp_path: Path) -> None:
    rows = exported(recorded, tmp_path / "answers.csv", OWNS["both"])
    words = ["--weights", "image=6,audio=3,text=1", "--perturb", "image.blur=12", "--perturb", "text.replace=eight"]
    words += ["--mute", "audio"]
    assert main(["replay", str(recorded), "--out", str(tmp_path / "r"), *words, "--fusion", METHOD]) == 0
    assert table(tmp_path / "r") == rows
    let_go = exported(recorded, tmp_path / "plain.csv", ReplayControls(UserControls()))
    assert main(["replay", str(recorded), "--out", str(tmp_path / "p"), "--let-go"]) == 0
    assert table(tmp_path / "p") == let_go
    assert {row["override"] for row in let_go} == {""}
    assert len({row["fusion"] for row in let_go}) == 2, "the method is that of then"


def test_a_session_without_answers_is_answered_under_own_controls(tmp_path: Path) -> None:
    words = ["replay", str(paths.sample_session()), "--rate", "2", "--to", "6", "--out"]
    for name, held in (("plain", []), ("own", ["--mute", "image", "--perturb", "text.replace=eight"])):
        assert main([*words, str(tmp_path / name), *held]) == 0
    plain, own = table(tmp_path / "plain"), table(tmp_path / "own")
    assert {row["presence_image"] for row in own} == {"muted by you"}
    assert {row["text"] for row in own} <= {"", "eight"}
    assert any(row["label"] != before["label"] for row, before in zip(own, plain, strict=True))


@pytest.fixture
def live(qapp: object):
    live = LiveSession()
    yield live
    live.shutdown()


def played(live: LiveSession, qtbot: QtBot, folder: Path) -> PlayedContents:
    with qtbot.waitSignal(
        live.sources.contents_changed, timeout=WAIT_MS, check_params_cb=lambda contents: contents is not None
    ) as told:
        live.play_session(folder)
    return told.args[0]


def test_a_torn_recording_is_gone_through_and_told(live: LiveSession, qtbot: QtBot, tmp_path: Path) -> None:
    folder = write_recording(tmp_path / "s", finish=False)
    contents = played(live, qtbot, folder)
    assert contents.damage is not None
    assert contents.damage.code == "session.interrupted"


def test_one_from_a_newer_version_says_so(live: LiveSession, qtbot: QtBot, tmp_path: Path) -> None:
    folder = write_recording(tmp_path / "s")
    head = folder / "session.json"
    head.write_text(head.read_text().replace('"version": 2', '"version": 9'))
    with qtbot.waitSignal(
        live.source_state_changed,
        timeout=WAIT_MS,
        check_params_cb=lambda _, state: state.status is SourceStatus.FAILED,
    ) as told:
        live.play_session(folder)
    assert told.args[1].problem.code == "session.version"


def test_a_folder_that_disappears_is_told_and_nothing_stands_on(
    live: LiveSession, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = write_recording(tmp_path / "s")
    played(live, qtbot, folder)
    qtbot.waitUntil(lambda: live.sources.transport is not None)
    live.sources.wish(TransportWish(playing=False))
    shutil.rmtree(folder)
    with qtbot.waitSignal(
        live.source_state_changed,
        timeout=WAIT_MS,
        check_params_cb=lambda _, state: state.status is SourceStatus.FAILED,
    ) as told:
        live.sources.wish(TransportWish(seek_s=1.0))
    problem = told.args[1].problem
    assert problem.code == "session.gone"
    assert str(folder) in str(problem)
    assert "put the folder back; then open the recording anew" in str(problem)
    assert live.sources.transport is None
    assert live.sources.observe(monotonic_s()).recorded is None


@pytest.mark.parametrize("gone", ["image.mjpeg", "audio.wav"])
def test_one_without_sound_or_picture_plays(live: LiveSession, qtbot: QtBot, tmp_path: Path, gone: str) -> None:
    folder = write_recording(tmp_path / "s")
    kept = [
        line
        for line in (folder / "journal.jsonl").read_bytes().splitlines(keepends=True)
        if (b'"picture"' if gone.startswith("image") else b'"sound"') not in line
    ]
    (folder / "journal.jsonl").write_bytes(b"".join(kept))
    (folder / gone).unlink()
    contents = played(live, qtbot, folder)
    assert contents.duration_s == 2.0
    live.sources.wish(TransportWish(playing=False, seek_s=1.0))
    qtbot.waitUntil(lambda: live.sources.transport is not None)
    observation = live.sources.observe(monotonic_s())
    there = {name for name, verdict in observation.verdicts.items() if verdict.present}
    assert there == {"image", "audio", "text"} - {gone.partition(".")[0]}, "what is missing is absent, not invented"
