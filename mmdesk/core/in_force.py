"""What stands between the inputs and the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mmdesk.core.inputs import DEFAULT_INPUTS
from mmdesk.core.user_controls import UserControls


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording that is played in place of the devices.

    Attributes:
        name: Its title, or the name of its folder until that has been read.
        sample: Whether it is the bundled one.
        of_other_model: Whether it was made for another model than the one that runs.
        text_typed: Whether somebody's own text stands in place of the recording's.
        failed: Whether it cannot be played; its panel tells why.
        picture_only: Whether it is a video file in place of the camera, and sound and text are live.
    """

    name: str
    sample: bool = False
    of_other_model: bool = False
    text_typed: bool = False
    failed: bool = False
    picture_only: bool = False


@dataclass(frozen=True, slots=True)
class InForce:
    """Everything that is not the inputs' and the model's own doing.

    Attributes:
        controls: What the user holds, or held when the recording was made that is played.
        recording: What is played in place of the devices, or None.
        held: Names of files that stand for inputs, by the inputs' names.
        weighs: Whether the chosen method has weights that an override can replace.
        inputs: Names of the model's inputs, in its order.
        absent: Names of those that were absent anyway; a perturbation of one has no effect.
        as_recorded: Whether the controls are those of the recording.
    """

    controls: UserControls = field(default_factory=UserControls)
    recording: Recording | None = None
    held: Mapping[str, str] = field(default_factory=dict)
    weighs: bool = True
    inputs: tuple[str, ...] = tuple(one.name for one in DEFAULT_INPUTS)
    absent: frozenset[str] = frozenset()
    as_recorded: bool = False
