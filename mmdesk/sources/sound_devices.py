"""Which microphones there are, and which one a name means."""

from __future__ import annotations

import logging
from collections import Counter

from mmdesk.core.errors import SourceError
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import DeviceChoice
from mmdesk.sources.portaudio import SHARED, InputDevice, PortAudio

log = logging.getLogger(__name__)

_SOUND_SERVERS = ("default", "pulse", "pipewire")


def list_microphones(portaudio: PortAudio = SHARED) -> list[DeviceChoice]:
    """List the sound inputs, the default one first; empty when there is none or PortAudio is missing.

    While a stream is open the list is as old as that stream: PortAudio cannot look again. Takes milliseconds as a
    rule and seconds when a driver hangs, so it is no call for the window's thread.
    """
    try:
        devices = portaudio.inputs()
    except SourceError as error:
        log.warning("no microphones are listed: %s", error)
        return []
    ordered = sorted(devices, key=lambda device: not device.is_default)
    return [DeviceChoice(key_of(device, devices), device.name) for device in ordered]


def key_of(device: InputDevice, devices: list[InputDevice]) -> str:
    """The key that finds a device again: its name where that is enough; indices change with every plug."""
    if Counter(other.name for other in devices)[device.name] == 1:
        return device.name
    twins = [other for other in devices if (other.name, other.host) == (device.name, device.host)]
    key = f"{device.name}, {device.host}"
    return key if len(twins) == 1 else f"{key} #{twins.index(device) + 1}"


def choose_input(spec: str | None, devices: list[InputDevice]) -> InputDevice:
    """Find the device that a key, a name, a unique part of a name or an index means; None is the default one.

    Raises:
        SourceError: There is no microphone at all, or none or several of that name.
    """
    if not devices:
        raise SourceError(Problem("microphone.none"))
    if spec is None:
        named = [device for name in _SOUND_SERVERS for device in devices if device.name == name]
        return next((device for device in devices if device.is_default), (named or devices)[0])
    exact = [device for device in devices if spec in (key_of(device, devices), device.name)]
    if not exact and spec.isdecimal():
        exact = [device for device in devices if device.index == int(spec)]
    if exact:
        return exact[0]
    alike = [device for device in devices if spec.casefold() in device.name.casefold()]
    if len(alike) == 1:
        return alike[0]
    listed = ", ".join(device.name for device in alike or devices)
    if alike:
        raise SourceError(Problem("microphone.ambiguous", name=spec, known=listed))
    raise SourceError(Problem("microphone.unknown", name=spec, known=listed))
