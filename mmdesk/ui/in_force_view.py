"""What is in force, told in both windows at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mmdesk.core.in_force import InForce, Recording
from mmdesk.core.prediction import Prediction
from mmdesk.core.source_state import DeviceChoice
from mmdesk.core.user_controls import UserControls
from mmdesk.ui.audience_window import AudienceWindow
from mmdesk.ui.in_force_strip import InForceStrip


class InForceView:
    """Puts together what stands between the inputs and the answer, and tells every change of it.

    Args:
        strip: The main window's.
        audience: The window for the projector.

    Attributes:
        in_force: What is in force now.
    """

    def __init__(self, strip: InForceStrip, audience: AudienceWindow) -> None:
        self._strip, self._audience = strip, audience
        self._devices: dict[str, bool] = {}
        self.in_force = InForce()

    def hold(self, controls: UserControls) -> None:
        """The user holds something else."""
        self._change(replace(self.in_force, controls=controls))

    def play(self, recording: Recording | None) -> None:
        """Something else is played in place of the devices, or nothing."""
        self._change(replace(self.in_force, recording=recording))

    def note_effects(self, prediction: Prediction) -> None:
        """See from a prediction what of all that is held can have an effect."""
        weighs, inputs, absent = prediction.weights_defined, prediction.inputs, prediction.absent_anyway
        if (weighs, inputs, absent) != (self.in_force.weighs, self.in_force.inputs, self.in_force.absent):  # rarely
            self._change(replace(self.in_force, weighs=weighs, inputs=inputs, absent=absent))

    def note_devices(self, kind: str, choices: Sequence[DeviceChoice]) -> None:
        """See whether there are devices of a kind to go back to."""
        self._devices[kind] = bool(choices)
        self._change(self.in_force)

    def _change(self, in_force: InForce) -> None:
        self.in_force = in_force
        self._strip.show_in_force(in_force, has_devices=any(self._devices.values()))
        self._audience.show_in_force(in_force)
