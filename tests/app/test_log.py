"""The log tells what the program did, and nothing that anybody typed."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
import threading
import warnings
from pathlib import Path

import pytest

from mmdesk.app import log, paths
from mmdesk.app.command_line import main
from mmdesk.core.errors import DatasetError, Finding, MmdeskError
from mmdesk.core.problem import Problem

SECRET = "my secret words 4711"


@pytest.fixture(autouse=True)
def closed_log():
    yield
    log.stop_log()


def logged() -> str:
    return paths.log_file().read_text(encoding="utf-8")


def fail(error: Exception) -> None:
    raise error


@pytest.mark.parametrize(
    "error",
    [
        ValueError(f"cannot read {SECRET}"),
        RuntimeError(SECRET),
        KeyError(SECRET),
        MmdeskError(f"There is no such word: {SECRET!r}.", f"Leave “{SECRET}” out."),
        MmdeskError(Problem("row.two_labels", first=2, label=f"a”{SECRET}", other=SECRET)),
        MmdeskError(Problem("microphone.unknown", name=SECRET, known=SECRET)),
        DatasetError("flowers", [Finding("samples.csv", 2, Problem("label.encoding", label=SECRET))]),
        UnicodeEncodeError("ascii", SECRET, 0, 1, SECRET),
    ],
)
def test_the_words_of_an_exception_stay_out_of_the_log(error, monkeypatch, capsys):
    monkeypatch.setattr("mmdesk.app.predict._load", lambda *_: fail(error))
    assert main(["predict", "--text", SECRET]) in (1, 2)
    assert SECRET not in logged()
    assert type(error).__name__ in logged()
    assert capsys.readouterr().err.count("\n") == str(error).count("\n") + 1


def test_an_exception_is_logged_with_where_it_happened_and_what_led_to_it():
    log.start_log()
    try:
        try:
            fail(KeyError(SECRET))
        except KeyError as error:
            error.add_note(SECRET)
            raise RuntimeError(SECRET) from error
    except RuntimeError:
        logging.getLogger("anything").exception("it failed")
    reported = logged()
    assert SECRET not in reported
    assert reported.index("KeyError") < reported.index("then:") < reported.index("RuntimeError")
    assert "in fail" in reported
    assert "test_log.py" in reported


def test_a_file_and_the_systems_reason_are_logged(tmp_path):
    log.start_log()
    try:
        (tmp_path / "none.png").read_bytes()
    except OSError as error:
        logging.getLogger("anything").error("%s", error)
    assert f"FileNotFoundError: No such file or directory, {tmp_path / 'none.png'}" in logged()


def test_a_warning_is_logged_by_its_place_and_a_login_not_at_all():
    log.start_log()
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"odd: {SECRET}", UserWarning, stacklevel=1)
    logging.getLogger("camera").info("opened %s", "rtsp://me:pass@10.0.0.7/live")
    assert SECRET not in logged()
    assert "test_log.py" in logged()
    assert "UserWarning" in logged()
    assert "rtsp://…@10.0.0.7/live" in logged()


def test_the_start_is_logged_with_paths_and_without_texts(tmp_path):
    missing = tmp_path / "no.png"
    assert main(["predict", "--image", str(missing), "--text", SECRET]) == 2
    start = next(line for line in logged().splitlines() if "start:" in line)
    assert f"predict image={missing} text=…" in start


def test_a_table_of_texts_stays_out_of_the_log(tmp_path):
    (tmp_path / "t.csv").write_text(f"{SECRET}\nnine\n", encoding="utf-8")  # a heading was forgotten
    assert main(["predict", "--batch", str(tmp_path / "t.csv")]) == 2
    assert SECRET not in logged()


def everything_under(folder: Path) -> str:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in files)


@pytest.mark.parametrize(
    "options",
    [
        ["predict", "--text", SECRET],
        ["predict", f"--text={SECRET}"],
        ["predict", "--tex", SECRET],
        ["predict", SECRET],
        [f"--text={SECRET}"],
        ["--camera", "0", f"--text={SECRET}"],
    ],
)
def test_no_file_of_the_user_holds_what_was_typed(options, tmp_path):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    environment |= {"HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path), "APPDATA": str(tmp_path)}
    (tmp_path / "there").touch()
    subprocess.run([sys.executable, "-m", "mmdesk", *options], env=environment, capture_output=True, check=False)
    assert SECRET not in everything_under(tmp_path)


class Full(io.StringIO):
    """A stream on a full disk."""

    def flush(self) -> None:
        raise OSError(28, "No space left on device")


def test_a_full_disk_ends_the_log_with_one_line(capsys):
    log.start_log()
    handler = next(each for each in logging.getLogger().handlers if isinstance(each, log._LogFile))
    assert handler.stream is not None
    handler.stream.close()
    handler.stream = Full()
    for number in range(3):
        logging.getLogger("anything").info("line %d", number)
    error = capsys.readouterr().err
    assert error == "mmdesk: the log is no longer written (No space left on device).\n"


def test_the_file_is_written_elsewhere_meanwhile_and_here_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    threads: dict[str, int] = {}
    emit = logging.handlers.RotatingFileHandler.emit

    def noted(handler: logging.handlers.RotatingFileHandler, record: logging.LogRecord) -> None:
        threads[record.getMessage().splitlines()[0]] = threading.get_ident()
        emit(handler, record)

    monkeypatch.setattr(logging.handlers.RotatingFileHandler, "emit", noted)
    log.start_log()
    with log.written_elsewhere():
        log.log.info("there %d", 1)
        try:
            raise ValueError(SECRET)
        except ValueError:
            log.log.exception("a fault")
    log.log.info("here")
    assert threads["here"] == threading.get_ident()
    assert threads["there 1"] != threading.get_ident()
    text = paths.log_file().read_text(encoding="utf-8")
    assert "MainThread mmdesk: there 1" in text
    assert text.count("\nValueError\n") == 1
    assert SECRET not in text
    assert "Traceback" in text


def test_nothing_is_lost_when_the_window_ends_with_an_error() -> None:
    log.start_log()

    def end_badly() -> None:
        with log.written_elsewhere():
            log.log.info("the last words")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        end_badly()
    assert "the last words" in paths.log_file().read_text(encoding="utf-8")
    assert not [each for each in logging.getLogger().handlers if isinstance(each, logging.handlers.QueueHandler)]
