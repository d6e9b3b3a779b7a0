"""What is new in an observation, and what of it can wait."""

from __future__ import annotations

from dataclasses import replace

from mmdesk.core.observation import AudioInput, Observation


def same_inputs(one: Observation, other: Observation | None) -> bool:
    """Whether two observations hold the same inputs, by identity, and the same verdicts."""
    if other is None or one.verdicts != other.verdicts or one.inputs.keys() != other.inputs.keys():
        return False
    return all(each is other.input_of(name) for name, each in one.inputs.items())


def with_sounds_of(earlier: Observation, newest: Observation) -> Observation:
    """Return the newest observation with the sounds (and verdicts) of before where other sound is present now."""
    changed = [
        name
        for name, verdict in newest.verdicts.items()
        if verdict.present
        and name in earlier.verdicts
        and isinstance(newest.inputs[name], AudioInput)
        and newest.inputs[name] is not earlier.input_of(name)
    ]
    if not changed:
        return newest
    inputs, verdicts = dict(newest.inputs), dict(newest.verdicts)
    for name in changed:
        before = earlier.input_of(name)
        if before is None:
            del inputs[name]
        else:
            inputs[name] = before
        verdicts[name] = earlier.verdicts[name]
    return replace(newest, inputs=inputs, verdicts=verdicts)
