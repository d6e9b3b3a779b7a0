"""Why nothing was recorded."""

from __future__ import annotations

import pytest

from mmdesk.core.burst import Burst
from mmdesk.core.observation import Presence, Reason


@pytest.mark.parametrize(
    ("image", "audio", "text", "code"),
    [
        (Reason.TOO_DARK, Reason.NO_SIGNAL, Reason.EMPTY, "dark"),
        (Reason.COVERED, Reason.NO_SIGNAL, Reason.EMPTY, "covered"),
        (Reason.NO_SIGNAL, Reason.SILENCE, Reason.EMPTY, "silent"),
        (Reason.MUTED, Reason.SILENCE, Reason.EMPTY, "silent"),
        (Reason.COVERED, Reason.MUTED, Reason.MUTED, "covered"),
        (Reason.TOO_DARK, Reason.SILENCE, Reason.EMPTY, "at_all"),
        (Reason.COVERED, Reason.SILENCE, Reason.MUTED, "at_all"),
        (Reason.MUTED, Reason.NO_SIGNAL, Reason.EMPTY, "muted"),
        (Reason.NO_SIGNAL, Reason.NO_SIGNAL, Reason.EMPTY, "no_signal"),
        (Reason.PRESENT, Reason.NO_SIGNAL, Reason.EMPTY, "brief"),
    ],
)
def test_what_is_wrong_with_the_inputs_that_are_on_is_told(
    image: Reason, audio: Reason, text: Reason, code: str
) -> None:
    verdicts = {"image": Presence(image), "audio": Presence(audio), "text": Presence(text)}
    assert Burst("mug", (), verdicts).fault().code == f"teach.nothing.{code}"
