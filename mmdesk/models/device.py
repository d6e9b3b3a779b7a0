"""Where the model computes."""

from __future__ import annotations

import platform

import torch

from mmdesk.core.errors import DeviceError
from mmdesk.core.problem import Problem

DEVICE_NAMES = ("auto", "cuda", "mps", "cpu")


def resolve_device(name: str) -> torch.device:
    """Turn a user's choice into a device that is really there.

    Args:
        name: ``auto`` (CUDA, else MPS, else CPU), ``cuda``, ``mps`` or ``cpu``.

    Raises:
        DeviceError: If the name is unknown or the device is not there.
    """
    match name:
        case "auto":
            if torch.cuda.is_available():
                return torch.device("cuda")
            return torch.device("mps" if torch.backends.mps.is_available() else "cpu")
        case "cpu":
            return torch.device("cpu")
        case "cuda":
            if not torch.cuda.is_available():
                if torch.version.cuda is None:
                    raise DeviceError(Problem("device.no_cuda_build"))
                raise DeviceError(Problem("device.no_gpu"))
            return torch.device("cuda")
        case "mps":
            if not torch.backends.mps.is_available():
                raise DeviceError(Problem("device.no_mps"))
            return torch.device("mps")
        case _:
            raise DeviceError(Problem("device.unknown", name=name, known=", ".join(DEVICE_NAMES)))


def describe_device(device: torch.device) -> str:
    """Return the device in words, for the window and reports."""
    if device.type == "cuda":
        return f"{torch.cuda.get_device_name(device)} (CUDA)"
    if device.type == "mps":
        return "Apple GPU (MPS)"
    return f"CPU ({platform.machine() or 'unknown'})"
