"""Which settings the numeric tests are run under, and what is told of each."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))
numerics = importlib.import_module("numerics")
sys.path.pop(0)


def test_every_setting_of_the_contract_is_there_and_every_folder_of_tests_exists() -> None:
    names = {str(setting) for setting in numerics.SETTINGS}
    assert names == {
        *(f"OMP_NUM_THREADS={count}" for count in (1, 2, 4)),
        *(f"ATEN_CPU_CAPABILITY={level}" for level in ("default", "avx2", "avx512")),
        *(f"ONEDNN_MAX_CPU_ISA={level}" for level in ("SSE41", "AVX2")),
    }
    root = Path(__file__).parents[2]
    assert all((root / folder).is_dir() for folder in numerics.TESTS)


@pytest.mark.parametrize(
    ("level", "machine", "left_out"),
    [
        ("AVX512", "x86_64", set()),
        ("AVX2", "AMD64", {"ATEN_CPU_CAPABILITY=avx512"}),
        ("DEFAULT", "x86_64", {"ATEN_CPU_CAPABILITY=avx512", "ATEN_CPU_CAPABILITY=avx2", "ONEDNN_MAX_CPU_ISA=AVX2"}),
        ("NO AVX", "arm64", {str(each) for each in numerics.SETTINGS if each.level}),
    ],
)
def test_what_the_processor_lacks_is_left_out(level: str, machine: str, left_out: set[str]) -> None:
    assert {str(each) for each in numerics.SETTINGS if numerics.lacking(each, level, machine)} == left_out


def test_one_failure_fails_all_and_every_closing_line_is_reported() -> None:
    said: list[str] = []
    ran: list[dict[str, str]] = []

    def run(changes: dict[str, str]) -> tuple[int, str]:
        ran.append(changes)
        failed = changes["OMP_NUM_THREADS"] == "2"
        return (3, "== 1 failed, 8 passed in 2 s ==") if failed else (0, "== 9 passed in 2 s ==")

    assert numerics.run_all("AVX2", run, said.append, "x86_64") == 3
    passive = {"OMP_WAIT_POLICY": "passive"}
    assert [changes for changes in ran if len(changes) == 2] == [passive | {"OMP_NUM_THREADS": each} for each in "124"]
    assert passive | {"OMP_NUM_THREADS": "1", "ONEDNN_MAX_CPU_ISA": "SSE41"} in ran
    assert "OMP_NUM_THREADS=2: FAILED (status 3): 1 failed, 8 passed in 2 s" in said
    assert "OMP_NUM_THREADS=4: passed: 9 passed in 2 s" in said
    assert "ATEN_CPU_CAPABILITY=avx512: left out, this processor has no AVX512" in said
    assert len(ran) == len(numerics.SETTINGS) - 1
