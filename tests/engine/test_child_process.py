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


@pytest.mark.parametrize("when", ["before", "meanwhile"])
def test_a_process_started_while_opencv_is_imported_elsewhere_starts_all_the_same(tmp_path: Path, when: str) -> None:
    package = tmp_path / "cv2"
    package.mkdir()
    (package / "typing.py").write_text("raise ImportError('the wrong typing')\n", encoding="utf-8")
    # As OpenCV does it: its own folder stands first in the path until it is loaded.
    loading = "import sys, time\nsys.path.insert(0, __path__[0])\ntime.sleep(1.5)\nsys.path.remove(__path__[0])\n"
    (package / "__init__.py").write_text(loading, encoding="utf-8")
    begins = {
        "before": "    threading.Thread(target=__import__, args=('cv2',)).start()\n"
        "    while 'cv2' not in sys.modules or len(sys.path) < 2 or 'cv2' not in sys.path[0]:\n"
        "        pass\n",
        # When the process is about to be made, another thread begins.
        "meanwhile": "    import multiprocessing.context as context\n"
        "    make = context.SpawnContext.Pipe\n"
        "    def pipe(*given, **named):\n"
        "        threading.Thread(target=__import__, args=('cv2',)).start()\n"
        "        import time; time.sleep(0.5)\n"
        "        return make(*given, **named)\n"
        "    context.SpawnContext.Pipe = pipe\n",
    }
    script = tmp_path / "script.py"
    script.write_text(
        "import queue, sys, threading\n"
        "from mmdesk.engine.child_process import ChildProcess\n"
        "from tests.engine.test_child_process import echo\n"
        "if __name__ == '__main__':\n"
        "    heard = queue.Queue()\n"
        f"{begins[when]}"
        "    child = ChildProcess(echo, heard.put, lambda *end: heard.put(end))\n"
        "    child.send('say', 1)\n"
        "    print(heard.get(timeout=60)[:2])\n"
        "    child.shutdown(10)\n",
        encoding="utf-8",
    )
    environment = os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    found = subprocess.run([sys.executable, str(script)], env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "('say', (1,))", found.stderr
