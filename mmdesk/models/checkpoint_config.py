"""The ``config.json`` of a checkpoint: what it may say, and the untrained model it describes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import Encoder, JsonValue
from mmdesk.models.encoders.registry import ENCODERS, encoder_class, encoder_kind
from mmdesk.models.encoders.slips import SlipIndex
from mmdesk.models.encoders.vocabulary import Vocabulary
from mmdesk.models.fusion import FUSIONS, Fusion, fusion_kind

FORMAT = "mmdesk-checkpoint"
VERSION = 1

_MAX_LABELS = 1_000
_MAX_LABEL_CHARS = 200
# No size in any of our models comes near it; a file that asks for more asks for the machine's memory or an hour.
_MAX_INTEGER = 131_072
_MAX_LIST = 64
_VOCABULARY = "encoders.text.vocabulary"
_FORGIVEN = "encoders.text.forgiven"


@dataclass(frozen=True, slots=True)
class CheckpointConfig:
    """A validated configuration.

    Attributes:
        labels: The class names.
        encoders: Name and constructor arguments of each modality's encoder.
        fusion: Name and constructor arguments of the fusion method.
        others: The same of further fusions on the same encoders.
    """

    labels: tuple[str, ...]
    encoders: dict[Modality, tuple[str, dict[str, JsonValue]]]
    fusion: tuple[str, dict[str, JsonValue]]
    others: tuple[tuple[str, dict[str, JsonValue]], ...] = ()

    def build(self) -> FusionClassifier:
        """Return the model this describes, untrained.

        Raises:
            ValueError: If a part refuses its arguments or the parts do not fit each other.
            TypeError: Likewise.
        """
        encoders: dict[Modality, Encoder] = {}
        for modality, (kind, arguments) in self.encoders.items():
            encoders[modality] = encoder_class(modality, kind)(**arguments)
        dim = next(iter(encoders.values())).dim

        def fusion(part: tuple[str, dict[str, JsonValue]]) -> Fusion:
            # Arguments were checked to be plain JSON values; the constructor checks their meaning.
            options: dict[str, Any] = part[1]
            return FUSIONS[part[0]](len(encoders), dim, len(self.labels), **options)

        others = [fusion(part) for part in self.others]
        return FusionClassifier(self.labels, encoders, fusion(self.fusion), others)

    def to_json(self) -> str:
        """Return the text of ``config.json``."""
        document: dict[str, object] = {
            "format": FORMAT,
            "version": VERSION,
            "labels": list(self.labels),
            "encoders": {str(m): {"kind": kind, **arguments} for m, (kind, arguments) in self.encoders.items()},
            "fusion": {"kind": self.fusion[0], **self.fusion[1]},
        }
        if self.others:
            document["others"] = [{"kind": kind, **arguments} for kind, arguments in self.others]
        return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def describe(classifier: FusionClassifier) -> CheckpointConfig:
    """Return the configuration that rebuilds ``classifier``.

    Raises:
        ValueError: If one of its parts is of a class no checkpoint can name.
    """
    encoders = {m: classifier.encoder(m) for m in classifier.modalities}
    return CheckpointConfig(
        labels=classifier.labels,
        encoders={m: (encoder_kind(m, encoder), encoder.config()) for m, encoder in encoders.items()},
        fusion=(fusion_kind(classifier.fusion), classifier.fusion.config()),
        others=tuple(
            (kind, fusion.config()) for kind, fusion in classifier.fusions().items() if fusion is not classifier.fusion
        ),
    )


def parse(text: str) -> CheckpointConfig:
    """Validate the text of a ``config.json``.

    Raises:
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
    if version != VERSION:
        raise ValueError(f"it is of version {version}, and this program reads version {VERSION}")
    entries = document.get("encoders")
    if not isinstance(entries, dict) or not entries or not set(entries) <= set(map(str, MODALITIES)):
        raise ValueError(f'"encoders" must map some of {", ".join(MODALITIES)} to encoders')
    encoders = {}
    for modality in MODALITIES:
        if modality.value in entries:
            where = f"encoders.{modality}"
            encoders[modality] = _part(entries[modality.value], where, list(ENCODERS[modality]))
    fusion = _part(document.get("fusion"), "fusion", list(FUSIONS))
    others = document.get("others", [])
    if not isinstance(others, list) or len(others) > len(FUSIONS):
        raise ValueError('"others" must be a list of further fusions')
    parts = tuple(_part(part, f"others[{place}]", list(FUSIONS)) for place, part in enumerate(others))
    return CheckpointConfig(_labels(document.get("labels")), encoders, fusion, parts)


def _labels(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not 2 <= len(value) <= _MAX_LABELS:
        raise ValueError(f'"labels" must list 2 to {_MAX_LABELS} class names')
    if not all(isinstance(label, str) and 0 < len(label) <= _MAX_LABEL_CHARS for label in value):
        raise ValueError(f"each label must be text of 1 to {_MAX_LABEL_CHARS} characters")
    if len(set(value)) != len(value):
        raise ValueError('"labels" names a class twice')
    return tuple(value)


def _part(value: object, where: str, known: list[str]) -> tuple[str, dict[str, JsonValue]]:
    """Split {"kind": …, arguments…} into its kind and its arguments."""
    if not isinstance(value, dict) or value.get("kind") not in known:
        raise ValueError(f'"{where}" must have a "kind" among {", ".join(known)}')
    arguments = {name: argument for name, argument in value.items() if name != "kind"}
    for name, argument in arguments.items():
        _check_argument(argument, f"{where}.{name}")
    return value["kind"], arguments


def _check_argument(value: object, where: str) -> None:
    if where == _VOCABULARY:
        Vocabulary(value if isinstance(value, list) else [], offset=0)  # knows its own limits
    elif where == _FORGIVEN:
        words: Any = value
        SlipIndex(words)  # likewise
    elif isinstance(value, list):
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
