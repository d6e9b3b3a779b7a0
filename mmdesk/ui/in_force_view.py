"""What is in force, told in every window at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from mmdesk.core.in_force import InForce, Recording
from mmdesk.core.prediction import Prediction
from mmdesk.core.source_state import DeviceChoice
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.in_force_strip import InForceStrip


class InForceView:
    """Puts together what stands between the inputs and the answer, and tells every change of it.

    Args:
        strip: The main window's.
        audience: The window for the projector.
        changed: Is told of every change, and whether there are devices to go back to: for further windows.

    Attributes:
        in_force: What is in force now.
    """

    def __init__(self, strip: InForceStrip, audience: AudienceWindow, changed: Callable[[InForce, bool], None]) -> None:
        self._strip, self._audience, self._changed = strip, audience, changed
        self._devices: dict[str, bool] = {}
        self._held = self._recorded = UserControls()
        self.in_force = InForce()

    def hold(self, controls: UserControls) -> None:
        """The user holds something else."""
        self._held = controls
        self._hold_anew()

    def follow(self, controls: UserControls) -> None:
        """Something else is in force because it was when the recording was made that is played."""
        self._recorded = controls
        self._hold_anew()

    def _hold_anew(self) -> None:
        followed = self._held == UserControls() != self._recorded
        controls = self._recorded if followed else self._held
        self._change(replace(self.in_force, controls=controls, as_recorded=followed))

    def play(self, recording: Recording | None) -> None:
        """Something else is played in place of the devices, or nothing."""
        self._change(replace(self.in_force, recording=recording))

    def hold_files(self, held: Mapping[str, str]) -> None:
        """Files of these names stand for inputs, by the inputs' names; none for nothing."""
        self._change(replace(self.in_force, held=dict(held)))

    def note_effects(self, prediction: Prediction) -> None:
        """See from a prediction what of all that is held can have an effect."""
        weighs, inputs, absent = prediction.weights_defined, prediction.inputs, prediction.absent_anyway
        if (weighs, inputs, absent) != (self.in_force.weighs, self.in_force.inputs, self.in_force.absent):  # rarely
            self._change(replace(self.in_force, weighs=weighs, inputs=inputs, absent=absent))

    def note_devices(self, kind: str, choices: Sequence[DeviceChoice]) -> None:
        """See whether there are devices of a kind to go back to."""
        self._devices[kind] = bool(choices)
        self._change(self.in_force)

    @property
    def has_devices(self) -> bool:
        """Whether there is a camera or a microphone to go back to from a recording."""
        return any(self._devices.values())

    def _change(self, in_force: InForce) -> None:
        self.in_force = in_force
        self._strip.show_in_force(in_force, has_devices=self.has_devices)
        self._audience.show_in_force(in_force)
        self._changed(in_force, self.has_devices)
