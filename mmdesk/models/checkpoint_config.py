"""The ``config.json`` of a checkpoint: what it may say, and the untrained model it describes."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field, replace
from typing import Any

from mmdesk.core.input_kind import INPUT_KINDS
from mmdesk.core.inputs import DEFAULT_INPUTS, MOST_INPUTS, Input, inputs_fault
from mmdesk.core.limits import labels_fault
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.model_files import CONFIG, FORMAT
from mmdesk.core.plugins import INPUTS_GROUP, PluginPart
from mmdesk.core.problem import Problem
from mmdesk.models.checkpoint_borrowed import Borrowed, borrowed_to_json, parse_borrowed
from mmdesk.models.checkpoint_calibration import Calibration, parse_calibration
from mmdesk.models.checkpoint_plugins import Methods, known_parts, needed_plugins, parse_plugins, plugins_to_json
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import Encoder, JsonValue
from mmdesk.models.encoders.registry import ENCODER_PARTS, ENCODERS, encoder_class, encoder_kind, part_of
from mmdesk.models.encoders.slips import SlipIndex
from mmdesk.models.encoders.vocabulary import Vocabulary
from mmdesk.models.fusion import FUSIONS, Fusion, fusion_kind
from mmdesk.models.trained_on import TrainedOn, parse_trained_on

VERSION = 2
"""Version 1 has no ``inputs``: its encoders stand by the kinds image, audio and text, in that order."""

# No size in any of our models comes near it; a file that asks for more asks for the machine's memory or an hour.
_MAX_INTEGER = 131_072
_MAX_LIST = 64
_MOST_FUSIONS = 64
# What may be longer than a list of sizes, for encoders of text; each knows its own limits.
_VOCABULARY, _FORGIVEN = "vocabulary", "forgiven"
_SHA256 = re.compile(r"[0-9a-f]{64}")
HASHES = "sha256"
"""Entry with the SHA-256 of other members by their names, and of the rest of the configuration by ``OWN``."""
OWN = CONFIG
BORROWED = "borrowed"
"""Entry with the encoders whose weights lie in the folder of another model; see `checkpoint_borrowed`."""


@dataclass(frozen=True, slots=True)
class CheckpointConfig:
    """A validated configuration.

    Attributes:
        labels: The class names.
        encoders: Name and constructor arguments of each input's encoder, in the model's order.
        fusion: Name and constructor arguments of the fusion method.
        others: The same of further fusions on the same encoders.
        trained_on: What the model was trained on; None where that is not known.
        sha256: Of the other members by their names, in hexadecimal digits; empty in files of earlier versions.
        plugins: The parts that plug-ins must bring.
        left_out: Why fusions that the file names are not built, by kind.
        borrowed: Where the weights of encoders lie that are not in the model's own file.
        calibration: Open-set rules and temperatures; None for a model that was not calibrated.
    """

    labels: tuple[str, ...]
    encoders: dict[Input, tuple[str, dict[str, JsonValue]]]
    fusion: tuple[str, dict[str, JsonValue]]
    others: tuple[tuple[str, dict[str, JsonValue]], ...] = ()
    trained_on: TrainedOn | None = None
    sha256: dict[str, str] = field(default_factory=dict)
    plugins: tuple[PluginPart, ...] = ()
    left_out: dict[str, Problem] = field(default_factory=dict)
    borrowed: dict[Input, Borrowed] = field(default_factory=dict)
    calibration: Calibration | None = None

    def build(self) -> FusionClassifier:
        """Return the model this describes, untrained.

        Raises:
            ValueError: If a part refuses its arguments or the parts do not fit each other.
            TypeError: Likewise.
        """
        encoders: dict[Input, Encoder] = {}
        for one, (kind, arguments) in self.encoders.items():
            encoders[one] = encoder_class(one.kind, kind)(**arguments)
        dim = next(iter(encoders.values())).dim

        def fusion(part: tuple[str, dict[str, JsonValue]]) -> Fusion:
            # Arguments were checked to be plain JSON values; the constructor checks their meaning.
            options: dict[str, Any] = part[1]
            return FUSIONS[part[0]](len(encoders), dim, len(self.labels), **options)

        others = [fusion(part) for part in self.others]
        return FusionClassifier(self.labels, encoders, fusion(self.fusion), others, self.left_out)

    def with_methods(self, methods: Methods) -> CheckpointConfig:
        """Return the same with those fusions only that can be used."""
        parts = dict((self.fusion, *self.others))
        first, *others = ((kind, parts[kind]) for kind in methods.kept)
        return replace(self, fusion=first, others=tuple(others), left_out=methods.left_out)

    def to_json(self) -> str:
        """Return the text of ``config.json``."""
        document: dict[str, object] = {
            "format": FORMAT,
            "version": VERSION,
            "labels": list(self.labels),
            "inputs": [{"name": one.name, "kind": one.kind} for one in self.encoders],
            "encoders": {one.name: {"kind": kind, **arguments} for one, (kind, arguments) in self.encoders.items()},
            "fusion": {"kind": self.fusion[0], **self.fusion[1]},
        }
        if self.others:
            document["others"] = [{"kind": kind, **arguments} for kind, arguments in self.others]
        if self.trained_on is not None:
            document["training"] = self.trained_on.to_json()
        if self.calibration is not None:
            document["calibration"] = self.calibration.to_json()
        if self.plugins:
            document["plugins"] = plugins_to_json(self.plugins)
        if self.borrowed:
            document[BORROWED] = borrowed_to_json(self.borrowed)
        if self.sha256:
            document[HASHES] = {OWN: _own_hash(document), **self.sha256}
        return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def describe(classifier: FusionClassifier) -> CheckpointConfig:
    """Return the configuration that rebuilds ``classifier``.

    Raises:
        ValueError: If one of its parts is of a class no checkpoint can name.
    """
    encoders = {one: classifier.encoder(one.name) for one in classifier.inputs}
    return CheckpointConfig(
        labels=classifier.labels,
        encoders={one: (encoder_kind(one.kind, each), each.config()) for one, each in encoders.items()},
        fusion=(fusion_kind(classifier.fusion), classifier.fusion.config()),
        others=tuple(
            (kind, fusion.config()) for kind, fusion in classifier.fusions().items() if fusion is not classifier.fusion
        ),
        plugins=needed_plugins(classifier),
        calibration=Calibration.of(classifier),
    )


class NewerVersionError(Exception):
    """A ``config.json`` is of a version that this program does not know.

    Args:
        version: Which.
    """

    def __init__(self, version: int) -> None:
        super().__init__(f"version {version} is newer than {VERSION}")
        self.version = version


def parse(text: str) -> CheckpointConfig:
    """Validate the text of a ``config.json``.

    Raises:
        NewerVersionError: A later program has written it.
        ValueError: With one sentence about the first thing that is wrong.
    """
    try:
        document = json.loads(text)
    except RecursionError as error:
        raise ValueError("the JSON is nested too deeply") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not valid JSON (line {error.lineno}: {error.msg})") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError(f'it does not say "format": "{FORMAT}"')
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise ValueError('"version" must be a whole number from 1')
    if version > VERSION:
        raise NewerVersionError(version)
    plugins = parse_plugins(document.get("plugins", []))
    encoders = _encoders(document.get("encoders"), _inputs(document, version, plugins), plugins)
    fusion, *parts = _fusions(document, plugins)
    labels = _labels(document.get("labels"))
    trained_on = parse_trained_on(document["training"]) if "training" in document else None
    borrowed = parse_borrowed(document.get(BORROWED, {}), encoders)
    calibration = parse_calibration(document["calibration"]) if "calibration" in document else None
    return CheckpointConfig(
        labels,
        encoders,
        fusion,
        tuple(parts),
        trained_on,
        _hashes(document),
        plugins,
        borrowed=borrowed,
        calibration=calibration,
    )


def _inputs(document: dict[str, object], version: int, plugins: tuple[PluginPart, ...]) -> tuple[Input, ...]:
    """Return the model's inputs in its order, each of a kind that there are encoders for."""
    if version == 1:
        entries = document.get("encoders")
        names = entries.keys() if isinstance(entries, dict) else ()
        return tuple(one for one in DEFAULT_INPUTS if one.name in names)
    value = document.get("inputs")
    if not isinstance(value, list) or not all(map(_is_input, value)):
        raise ValueError('"inputs" must be a list of {"name": …, "kind": …}')
    if len(value) > MOST_INPUTS:
        raise ValueError(f'"inputs": a model has 1 to {MOST_INPUTS} inputs, not {len(value)}')
    try:
        inputs = tuple(Input(each["name"], each["kind"]) for each in value)
    except ValueError as error:
        raise ValueError(f'"inputs": {error}') from error
    if fault := inputs_fault(inputs):
        raise ValueError(f'"inputs": {fault}')
    named = {part.name for part in plugins if part.group == INPUTS_GROUP}
    if strange := [one.kind for one in inputs if one.kind not in (*MODALITIES, *named) and one.kind not in INPUT_KINDS]:
        raise ValueError(f'"inputs": no encoder reads {strange[0]!r}, only {", ".join(ENCODERS)}')
    return inputs


def _is_input(value: object) -> bool:
    if not isinstance(value, dict) or set(value) != {"name", "kind"}:
        return False
    return all(isinstance(each, str) for each in value.values())


def _encoders(
    value: object, inputs: tuple[Input, ...], plugins: tuple[PluginPart, ...]
) -> dict[Input, tuple[str, dict[str, JsonValue]]]:
    names = {one.name for one in inputs}
    if not isinstance(value, dict) or not value or set(value) != names:
        raise ValueError(f'"encoders" must map {", ".join(sorted(names)) or "inputs"} to encoders')
    return {one: _encoder(value[one.name], one, plugins) for one in inputs}


def _encoder(value: object, one: Input, plugins: tuple[PluginPart, ...]) -> tuple[str, dict[str, JsonValue]]:
    named = [part_of(one.kind, str(value.get("kind")))] if isinstance(value, dict) else []
    parts = known_parts(ENCODER_PARTS, named, plugins)
    known = [part.removeprefix(f"{one.kind}.") for part in parts if part.startswith(f"{one.kind}.")]
    return _part(value, f"encoders.{one.name}", known, one.kind)


def _fusions(document: dict[str, object], plugins: tuple[PluginPart, ...]) -> list[tuple[str, dict[str, JsonValue]]]:
    """Return the first fusion and the others; which of a plug-in's can be used is not looked at here."""
    others = document.get("others", [])
    if not isinstance(others, list) or len(others) >= _MOST_FUSIONS:
        raise ValueError('"others" must be a list of further fusions')
    values = {"fusion": document.get("fusion")} | {f"others[{place}]": part for place, part in enumerate(others)}
    known = known_parts(FUSIONS, (value.get("kind") for value in values.values() if isinstance(value, dict)), plugins)
    return [_part(value, where, known) for where, value in values.items()]


def _labels(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError('"labels" must be a list')
    if fault := labels_fault(value):
        raise ValueError(f'"labels": {fault}')
    return tuple(value)


def _hashes(document: dict[str, object]) -> dict[str, str]:
    """Return the hashes of the other members; the configuration is compared with its own."""
    if HASHES not in document:
        return {}
    value = document[HASHES]
    digests = value.values() if isinstance(value, dict) else [None]
    if not isinstance(value, dict) or not all(isinstance(one, str) and _SHA256.fullmatch(one) for one in digests):
        raise ValueError(f'"{HASHES}" must map names of files to 64 hexadecimal digits')
    own = value.get(OWN)
    if own is not None and own != _own_hash(document):
        # A label that has moved or a vocabulary in another order would give wrong answers without a word.
        raise ValueError("it was changed after the model was saved (its SHA-256 is another)")
    return {name: digits for name, digits in value.items() if name != OWN}


def _own_hash(document: dict[str, object]) -> str:
    """SHA-256 of everything but the hashes, however it is indented and ordered."""
    rest = {name: value for name, value in document.items() if name != HASHES}
    canonical = json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _part(value: object, where: str, known: list[str], input_kind: str = "") -> tuple[str, dict[str, JsonValue]]:
    """Split {"kind": …, arguments…} into its kind and its arguments; the kind of input if it is an encoder's."""
    if not isinstance(value, dict) or value.get("kind") not in known:
        raise ValueError(f'"{where}" must have a "kind" among {", ".join(known)}')
    arguments = {name: argument for name, argument in value.items() if name != "kind"}
    for name, argument in arguments.items():
        if input_kind == Modality.TEXT and name == _VOCABULARY:
            Vocabulary(argument if isinstance(argument, list) else [], offset=0)
        elif input_kind == Modality.TEXT and name == _FORGIVEN:
            SlipIndex(argument)
        else:
            _check_argument(argument, f"{where}.{name}")
    return value["kind"], arguments


def _check_argument(value: object, where: str) -> None:
    if isinstance(value, list):
        if len(value) > _MAX_LIST:
            raise ValueError(f'"{where}" is longer than {_MAX_LIST}')
        for item in value:
            if isinstance(item, list):
                raise ValueError(f'"{where}" is nested too deeply')
            _check_argument(item, where)
    elif isinstance(value, bool | str) or value is None:
        return
    elif isinstance(value, int | float):
        if not abs(value) <= _MAX_INTEGER:  # also refuses NaN
            raise ValueError(f'"{where}" is out of range')
    else:
        raise ValueError(f'"{where}" must be a number, text, truth value or list')
