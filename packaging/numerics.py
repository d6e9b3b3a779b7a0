"""The numeric tests on other processors' kernels and with other numbers of threads, as far as one machine has them.

A kernel adds up in an order of its own, so its last bits are its own too. What mmdesk promises exactly (an absent input
has weight 0, the same settings give the same numbers) must hold under every one; what is compared with a tolerance must
stay within it. See `python3 packaging/dev.py numerics`.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass

TESTS = ("tests/analysis", "tests/models", "tests/evaluation", "tests/training", "tests/engine")
LEVELS = ("DEFAULT", "AVX2", "AVX512")
"""What torch calls the instructions it uses on x86-64, from the oldest to the newest."""


@dataclass(frozen=True)
class Setting:
    """One way to run the tests.

    Attributes:
        variable: Environment variable, which the libraries read when they are loaded.
        value: Its value.
        level: The member of ``LEVELS`` that the processor must have; None for any processor.
    """

    variable: str
    value: str
    level: str | None = None

    def __str__(self) -> str:
        return f"{self.variable}={self.value}"


SETTINGS = (
    Setting("OMP_NUM_THREADS", "1"),
    Setting("OMP_NUM_THREADS", "2"),
    Setting("OMP_NUM_THREADS", "4"),
    Setting("ATEN_CPU_CAPABILITY", "default", "DEFAULT"),
    Setting("ATEN_CPU_CAPABILITY", "avx2", "AVX2"),
    Setting("ATEN_CPU_CAPABILITY", "avx512", "AVX512"),
    Setting("ONEDNN_MAX_CPU_ISA", "SSE41", "DEFAULT"),
    Setting("ONEDNN_MAX_CPU_ISA", "AVX2", "AVX2"),
)
VARIABLES = tuple(dict.fromkeys(setting.variable for setting in SETTINGS))


def lacking(setting: Setting, level: str, machine: str) -> str:
    """Return why a setting cannot be tried here, or nothing.

    Args:
        setting: The setting.
        level: What `torch.backends.cpu.get_cpu_capability()` says without any setting.
        machine: What `platform.machine()` says.
    """
    if setting.level is None:
        return ""
    if machine.lower() not in ("x86_64", "amd64") or level not in LEVELS:
        return f"it is for x86-64, and this is {machine}"
    if LEVELS.index(setting.level) > LEVELS.index(level):
        return f"this processor has no {setting.level}"
    return ""


def run_all(
    level: str, run: Callable[[dict[str, str]], tuple[int, str]], say: Callable[[str], None], machine: str = ""
) -> int:
    """Run the tests under every setting, then tell how each ended; return the first failing status.

    Args:
        level: See `lacking`.
        run: Runs the tests under the given environment variables and returns its status and closing line.
        say: Prints a line.
        machine: See `lacking`; this one unless given.
    """
    endings: list[str] = []
    first = 0
    for setting in SETTINGS:
        reason = lacking(setting, level, machine or platform.machine())
        if reason:
            endings.append(f"{setting}: left out, {reason}")
            continue
        say(str(setting))
        # One thread unless threads are what is tried: several that spin while they wait are slow on a busy machine.
        changes = {"OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "passive", setting.variable: setting.value}
        status, closing = run(changes)
        first = first or status
        endings.append(f"{setting}: {'passed' if status == 0 else f'FAILED (status {status})'}: {closing.strip('= ')}")
    for ending in endings:
        say(ending)
    return first
