"""Threads share heaps; in a process of its own, for what is set holds until a process ends."""

import ctypes
import os
import subprocess
import sys

import pytest

SCRIPT = """
import ctypes, threading
{before}
held, together = [], threading.Barrier(8)
def work():
    together.wait()
    held.append([bytes(1000 + one) for one in range(2000)])
    together.wait()
threads = [threading.Thread(target=work) for _ in range(8)]
for each in threads: each.start()
for each in threads: each.join()
ctypes.CDLL(None).malloc_stats()
"""


def heaps(before: str) -> int:
    environment = {name: value for name, value in os.environ.items() if name != "MALLOC_ARENA_MAX"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(before=before)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return done.stderr.count("Arena ")


@pytest.mark.skipif(sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_stats"), reason="glibc's heaps")
def test_all_threads_share_two_heaps():
    assert heaps("") > 2
    assert heaps("from mmdesk.app.live_process import prepare_live_process; prepare_live_process()") <= 2


@pytest.mark.parametrize(("command", "prepared"), [("", True), ("record", True), ("bench", True), ("train", False)])
def test_live_commands_prepare_before_a_library_has_started_threads(command: str, prepared: bool) -> None:
    script = """
import sys
from mmdesk.app import command_line
heavy = {"numpy", "torch", "PySide6", "cv2"}
command_line.prepare_live_process = lambda: print("prepared", sorted(heavy & {*sys.modules}))
command_line.main([*sys.argv[1:], "--help"])
"""
    done = subprocess.run([sys.executable, "-c", script, *command.split()], capture_output=True, text=True, check=True)
    assert ("prepared []\n" in done.stdout) == prepared
