"""The entry "calibration" of a checkpoint's ``config.json``: open-set rules by input, temperatures by fusion method.

A model without it works as it did before there was any: evidence counts from one half, an encoder without evidence
recognises something in everything, and probabilities are the plain softmax.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from mmdesk.core.limits import MOST_SAMPLES
from mmdesk.core.shares import counted
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.open_set import MOST_NUMBERS, DistanceRule, EvidenceRule, JointRule, Judged, OpenSetRule
from mmdesk.models.temperature import Reliability, Temperatures

VERSION = 1
MISSING = (
    "Calibration is missing: probabilities are the plain softmax, evidence counts from one half, and an encoder "
    "without evidence recognises something in everything."
)
"""What is said of a model that was not calibrated."""

_EVIDENCE, _DISTANCE = "evidence", "distance"
_FLOAT = np.dtype("<f4")


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """What was chosen for a model on validation samples.

    Attributes:
        rules: Open-set rule by the name of the input.
        temperatures: By the kind of the fusion method.
        joint: What judges all inputs together; None for each by itself.
    """

    rules: Mapping[str, OpenSetRule] = field(default_factory=dict)
    temperatures: Mapping[str, Temperatures] = field(default_factory=dict)
    joint: JointRule | None = None

    @staticmethod
    def of(classifier: FusionClassifier) -> Calibration | None:
        """Return what a model has; None where it has nothing of it."""
        rules = {name: rule for name in classifier.names if (rule := classifier.encoder(name).open_set) is not None}
        found = {
            kind: temperatures
            for kind, fusion in classifier.fusions().items()
            if (temperatures := fusion.temperatures) is not None
        }
        return Calibration(rules, found, classifier.joint_rule) if rules or found else None

    def apply(self, classifier: FusionClassifier) -> None:
        """Give a model its rules and temperatures; those of methods that it lacks are left out.

        Raises:
            ValueError: If they do not fit it.
        """
        for name, rule in self.rules.items():
            if name not in classifier.names:
                raise ValueError(f'"calibration" has a rule for an input {name[:40]!r} that there is not')
            encoder = classifier.encoder(name)
            if isinstance(rule, EvidenceRule) and not encoder.config().get("evidence", True):
                raise ValueError(f'"calibration" reads the evidence of {name}, which gives none')
            if isinstance(rule, DistanceRule) and rule.means.shape[1] != encoder.dim:
                raise ValueError(f'"calibration": the class means of {name} have another length than its embeddings')
            encoder.set_open_set(rule)
        fusions = classifier.fusions()
        try:
            if self.joint is not None:
                classifier.set_joint_rule(self.joint)
            for kind, temperatures in self.temperatures.items():
                if kind in fusions:
                    fusions[kind].set_temperatures(temperatures)
        except ValueError as error:
            raise ValueError(f'"calibration": {error}') from error

    def to_json(self) -> dict[str, object]:
        """Return the entry of ``config.json``."""
        return {
            "version": VERSION,
            "inputs": {name: _rule_to_json(rule) for name, rule in self.rules.items()},
            "temperatures": {
                kind: {"values": list(one.values), **one.reliability._asdict()}
                for kind, one in self.temperatures.items()
            },
            **({} if self.joint is None else {"joint": _joint_to_json(self.joint)}),
        }


def calibration_words(classifier: FusionClassifier) -> tuple[str, ...]:
    """Return what a card, a report or a diagnosis says of a model's calibration: a sentence or two for each part."""
    found = Calibration.of(classifier)
    if found is None:
        return (MISSING,)
    words = [_rule_words(name, found.rules.get(name)) for name in classifier.names]
    if found.joint is not None:
        words.append(_joint_words(found.joint, classifier.names))
    measured = next((one.reliability for one in found.temperatures.values()), None)
    if measured is None:
        return (*words, "No temperatures: too few validation samples. Probabilities are the plain softmax.")
    first = classifier.fusion.temperatures
    measured = measured if first is None else first.reliability
    sure = (
        f"Temperatures of {counted(len(found.temperatures), 'method')} for every subset of the inputs: calibration "
        f"error {measured.before:.3f} before, {measured.after:.3f} after, on the {measured.samples} validation samples "
        "that chose them."
    )
    return (*words, sure)


def _rule_words(name: str, rule: OpenSetRule | None) -> str:
    if rule is None:
        return f"{name}: no threshold was chosen (too few validation inputs, or the encoder brings its own)."
    judged = rule.judged
    score = "the evidence logit" if isinstance(rule, EvidenceRule) else "the negative distance to the nearest class"
    words = f"{name}: nothing is recognised where {score} is below {rule.threshold:.3g}; that gave up "
    words += f"{100 * judged.rejected:.1f} % of {judged.known} validation inputs"
    if judged.unknown:
        words += f" and claimed {100 * judged.claimed:.1f} % of {judged.unknown} unknown ones"
    if judged.known < 33:
        words += "; these are few, and about 1 in " + f"{judged.known + 1} known inputs is given up"
    return words + "."


def _joint_words(rule: JointRule, names: Sequence[str]) -> str:
    judged = rule.judged
    silent = [name for name, slope in zip(names, rule.slopes.tolist(), strict=True) if not slope]
    words = (
        "All inputs together: nothing is recognised where their scores, as log-likelihood ratios, sum to less than a "
    )
    words += (
        f"threshold for each set of inputs; that gave up {100 * judged.rejected:.1f} % of {judged.known} known samples"
    )
    words += f" and claimed {100 * judged.claimed:.1f} % of {judged.unknown} unknown ones"
    return words + (f"; nothing is said by {' and '.join(silent)}." if silent else ".")


def parse_calibration(value: object) -> Calibration:
    """Read and check the entry.

    Raises:
        ValueError: With one sentence about the first thing that is wrong.
    """
    if not isinstance(value, dict):
        raise ValueError('"calibration" must be an object')
    version = value.get("version")
    if version != VERSION or type(version) is not int:
        raise ValueError(f'"calibration" is of version {str(version)[:20]}, and this program reads version {VERSION}')
    rules, tables = value.get("inputs"), value.get("temperatures")
    if not isinstance(rules, dict) or not isinstance(tables, dict):
        raise ValueError('"calibration" must have "inputs" and "temperatures"')
    try:
        found = {name: _rule(one) for name, one in rules.items()}
        joint = _joint(value["joint"]) if "joint" in value else None
        return Calibration(found, {kind: _temperatures(one) for kind, one in tables.items()}, joint)
    except ValueError as error:
        raise ValueError(f'"calibration": {error}') from error


def _rule_to_json(rule: OpenSetRule) -> dict[str, object]:
    plain: dict[str, object] = {"threshold": rule.threshold, **rule.judged._asdict()}
    if isinstance(rule, DistanceRule):
        held = {"dim": rule.means.shape[1], "whitening": _coded(rule.whitening), "means": _coded(rule.means)}
        return {"method": _DISTANCE, **plain, **held}
    if isinstance(rule, EvidenceRule):
        return {"method": _EVIDENCE, **plain}
    raise ValueError(f"no checkpoint can name a {type(rule).__name__}")


def _rule(value: object) -> OpenSetRule:
    if not isinstance(value, dict):
        raise ValueError("a rule must be an object")
    judged = _judged(value)
    threshold = _number(value, "threshold", -1e6, 1e6)
    if value.get("method") == _EVIDENCE:
        return EvidenceRule(threshold, judged)
    if value.get("method") != _DISTANCE:
        raise ValueError(f'a rule\'s "method" must be "{_EVIDENCE}" or "{_DISTANCE}"')
    dim = _whole(value, "dim", 1, MOST_NUMBERS)
    return DistanceRule(_decoded(value, "whitening", dim), _decoded(value, "means", dim), threshold, judged)


def _joint_to_json(rule: JointRule) -> dict[str, object]:
    return {
        "slopes": rule.slopes.tolist(),
        "middles": rule.middles.tolist(),
        "thresholds": rule.thresholds.tolist()[1:],
        **rule.judged._asdict(),
    }


def _joint(value: object) -> JointRule:
    if not isinstance(value, dict):
        raise ValueError("a rule must be an object")
    slopes, middles, thresholds = (_numbers(value, name) for name in ("slopes", "middles", "thresholds"))
    return JointRule(slopes, middles, thresholds, _judged(value))


def _judged(value: dict[str, object]) -> Judged:
    return Judged(
        _whole(value, "known", 1, MOST_SAMPLES),
        _number(value, "rejected", 0, 1),
        _whole(value, "unknown", 0, MOST_SAMPLES),
        _number(value, "claimed", 0, 1),
    )


def _numbers(value: dict[str, object], name: str) -> list[float]:
    found = value.get(name)
    if not isinstance(found, list) or not all(type(one) in (int, float) for one in found):
        raise ValueError(f'"{name}" must be a list of numbers')
    return [float(one) for one in found]


def _coded(table: Tensor) -> str:
    return base64.b64encode(table.cpu().numpy().astype(_FLOAT).tobytes()).decode("ascii")


def _decoded(value: dict[str, object], name: str, dim: int) -> Tensor:
    text, row = value.get(name), dim * _FLOAT.itemsize
    if not isinstance(text, str) or len(text) > 4 * (MOST_NUMBERS * _FLOAT.itemsize // 3 + 1):
        raise ValueError(f'"{name}" must be text of a bounded length')
    try:
        content = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise ValueError(f'"{name}" is not base64') from error
    if len(content) % row:
        raise ValueError(f'"{name}" is no sequence of {dim} numbers each')
    return torch.from_numpy(np.frombuffer(content, dtype=_FLOAT).astype(np.float32).reshape(-1, dim))


def _temperatures(value: object) -> Temperatures:
    values = value.get("values") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(values, list):
        raise ValueError('temperatures must have "values"')
    if not all(type(one) in (int, float) for one in values):
        raise ValueError("a temperature must be a number")
    measured = Reliability(
        _whole(value, "samples", 1, MOST_SAMPLES), _number(value, "before", 0, 1), _number(value, "after", 0, 1)
    )
    return Temperatures(values, measured)


def _number(value: dict[str, object], name: str, low: float, high: float) -> float:
    number = value.get(name)
    if isinstance(number, bool) or not isinstance(number, int | float) or not low <= number <= high:
        raise ValueError(f'"{name}" must be a number from {low:g} to {high:g}')
    return float(number)


def _whole(value: dict[str, object], name: str, low: int, high: int) -> int:
    number = value.get(name)
    if type(number) is not int or not low <= number <= high:
        raise ValueError(f'"{name}" must be a whole number from {low} to {high}')
    return number
