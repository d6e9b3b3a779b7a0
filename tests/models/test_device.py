"""Choosing a device."""

from __future__ import annotations

import pytest
import torch

from mmdesk.core.errors import DeviceError
from mmdesk.models.device import describe_device, resolve_device
from mmdesk.ui.problem_table import filled


@pytest.mark.parametrize(
    ("cuda", "mps", "expected"),
    [(True, True, "cuda"), (False, True, "mps"), (False, False, "cpu")],
)
def test_auto_takes_the_best_there_is(monkeypatch: pytest.MonkeyPatch, cuda: bool, mps: bool, expected: str) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: cuda)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: mps)
    assert resolve_device("auto").type == expected
    assert resolve_device("cpu").type == "cpu"


@pytest.mark.parametrize("name", ["cuda", "mps"])
def test_a_device_that_is_not_there_is_an_error_with_a_remedy(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    with pytest.raises(DeviceError, match=f"{name} is not available") as caught:
        resolve_device(name)
    assert "--device" in filled(caught.value.problem).remedy


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(DeviceError, match="auto, cuda, mps, cpu"):
        resolve_device("gpu0")


def test_the_cpu_has_a_name() -> None:
    assert describe_device(torch.device("cpu")).startswith("CPU")
