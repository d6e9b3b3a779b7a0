"""A process of its own: spoken with, stopped, killed, left behind."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import psutil
import pytest

from mmdesk.engine.child_process import STOP, ChildProcess, Command, Done

ROOT = Path(__file__).resolve().parents[2]
LONG_S = 60.0


def echo(connection: Connection) -> None:
    """Answer with the arguments and the process's number; "sleep" never ends, "hang" does not even hear of the end."""
    try:
        while True:
            number, name, arguments = connection.recv()
            if name == STOP.name:
                return
            if name == "hang":
                time.sleep(1000)
            connection.send((name, arguments, os.getpid()))
            if name != "sleep":
                connection.send(Done(number))
    except EOFError:
        os._exit(1)


class Heard:
    def __init__(self) -> None:
        self.messages: queue.Queue = queue.Queue()
        self.ends: queue.Queue = queue.Queue()
        self.child = ChildProcess(echo, self.messages.put, lambda *end: self.ends.put(end))


@pytest.fixture
def heard():
    heard = Heard()
    yield heard
    assert heard.child.shutdown(10.0)
    assert heard.child.pid is None


def test_commands_are_answered_in_order_by_one_process(heard: Heard) -> None:
    for index in range(5):
        heard.child.send("say", index)
    answers = [heard.messages.get(timeout=LONG_S) for _ in range(5)]
    assert [arguments for _, arguments, _ in answers] == [(index,) for index in range(5)]
    assert {pid for _, _, pid in answers} == {heard.child.pid}
    assert heard.child.pid != os.getpid()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_killed_process_is_reported_with_what_it_was_at_and_the_next_command_starts_another(heard: Heard) -> None:
    heard.child.send("say", 1)
    heard.child.send("sleep", 2)
    pids = {heard.messages.get(timeout=LONG_S)[2] for _ in range(2)}
    os.kill(pids.pop(), signal.SIGKILL)
    assert heard.ends.get(timeout=LONG_S) == (-9, (Command("sleep", (2,)),))
    heard.child.send("say", 3)
    assert heard.messages.get(timeout=LONG_S)[1] == (3,)


def test_one_that_hangs_is_ended_in_bounded_time() -> None:
    heard = Heard()
    heard.child.send("say", 1)
    pid = heard.messages.get(timeout=LONG_S)[2]
    heard.child.send("hang")
    start_s = time.monotonic()
    assert heard.child.shutdown(0.5)
    assert time.monotonic() - start_s < 6.0
    assert not psutil.pid_exists(pid)
    assert heard.ends.empty()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_none_is_left_behind_by_a_parent_that_is_killed() -> None:
    code = (
        "import time\n"
        "from tests.engine.test_child_process import Heard\n"
        "heard = Heard()\n"
        "heard.child.send('sleep')\n"
        "print(heard.messages.get()[2], flush=True)\n"
        "time.sleep(100)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
        parent.wait(LONG_S)
        assert psutil.wait_procs([child], LONG_S)[1] == []
