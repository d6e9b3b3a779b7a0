"""Encoders by kind of input and name, the program's own and those of plug-ins; imported when they are first needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mmdesk.core.input_kind import INPUT_KINDS
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.plugins import ENCODERS_GROUP, Registry
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.trial import check_encoder

ENCODER_PARTS: Registry[type[Encoder]] = Registry(
    ENCODERS_GROUP,
    {
        "image.cnn": "mmdesk.models.encoders.image:CNNEncoder",
        "image.efficientnet_lite0": "mmdesk.models.encoders.pretrained_image:EfficientNetLiteEncoder",
        "image.named_objects": "mmdesk.models.encoders.named_objects:NamedObjectsEncoder",
        "image.torchvision": "mmdesk.models.encoders.pretrained_image:TorchvisionEncoder",
        "audio.speech_rnn": "mmdesk.models.encoders.audio:SpeechRNNEncoder",
        "audio.mel_rnn": "mmdesk.models.encoders.mel:MelRNNEncoder",
        "text.bag_of_words": "mmdesk.models.encoders.bags:BagOfWordsEncoder",
        "text.tfidf": "mmdesk.models.encoders.bags:TfidfEncoder",
        "text.embedding": "mmdesk.models.encoders.word_embedding:WordEmbeddingEncoder",
        "text.subword": "mmdesk.models.encoders.text:SubwordTextEncoder",
        "image.general": "mmdesk.models.encoders.general:GeneralPictureEncoder",
        "audio.general_word": "mmdesk.models.encoders.general:GeneralWordEncoder",
        "text.general": "mmdesk.models.encoders.general:GeneralTextEncoder",
        "text.general_sentence": "mmdesk.models.encoders.general_sentence:GeneralSentenceEncoder",
    },
    check_encoder,
)
"""Classes by "KIND.NAME": the kind of input that they read, and the ``kind`` that a checkpoint carries.

A plug-in's stand in the group ``mmdesk.encoders``, under names of that form. Only what is here can be named by a
checkpoint: a file never chooses what is imported.
"""


class _Encoders(Mapping[str, tuple[str, ...]]):
    """The names of encoders by kind of input, sound or not; imports none."""

    def __getitem__(self, input_kind: str) -> tuple[str, ...]:
        names = tuple(name for kind, _, name in map(_parted, ENCODER_PARTS) if kind == input_kind)
        if not names:
            raise KeyError(input_kind)
        return names

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(kind for kind, _, _ in map(_parted, ENCODER_PARTS)))

    def __len__(self) -> int:
        return len(list(iter(self)))


class _Defaults(Mapping[str, str]):
    """The encoder that a user's own folder of data is learnt with unless another is asked for, by kind of input."""

    _OWN: Mapping[str, str] = {
        Modality.IMAGE: "efficientnet_lite0",
        Modality.AUDIO: "speech_rnn",
        Modality.TEXT: "tfidf",
    }

    def __getitem__(self, input_kind: str) -> str:
        return self._OWN[input_kind] if input_kind in self._OWN else INPUT_KINDS[input_kind].encoder

    def __iter__(self) -> Iterator[str]:
        yield from MODALITIES
        yield from INPUT_KINDS.usable()

    def __len__(self) -> int:
        return len(list(iter(self)))


# One made for a bundled model, whose classes are ImageNet's; and those of taught models, which learn nothing.
_BUNDLED_ONLY = frozenset(
    {"image.named_objects", "image.general", "audio.general_word", "text.general", "text.general_sentence"}
)
ENCODERS: Mapping[str, tuple[str, ...]] = _Encoders()
DEFAULT_ENCODERS: Mapping[str, str] = _Defaults()


def part_of(input_kind: str, kind: str) -> str:
    """Return an encoder's name among ``ENCODER_PARTS``."""
    return f"{input_kind}.{kind}"


def offered_encoders(input_kind: str) -> tuple[str, ...]:
    """Return the encoders that can be trained on a kind of input, the default first; imports plug-ins only."""
    usable = [name for kind, _, name in map(_parted, _trainable()) if kind == input_kind]
    return tuple(sorted(usable, key=lambda name: name != DEFAULT_ENCODERS[input_kind]))


def encoder_class(input_kind: str, kind: str) -> type[Encoder]:
    """Return the class behind ``kind``.

    Raises:
        KeyError: If that kind of input has no encoder of that name.
        PluginError: If it is a plug-in's and cannot be used.
    """
    return ENCODER_PARTS[part_of(input_kind, kind)]


def encoder_kind(input_kind: str, encoder: Encoder) -> str:
    """Return the name under which ``encoder``'s class is registered.

    Raises:
        ValueError: If its class is not registered for that kind of input.
    """
    kind, _, name = _parted(ENCODER_PARTS.name_of(type(encoder)) or "")
    if kind != input_kind:
        raise ValueError(f"{type(encoder).__name__} is not a registered {input_kind} encoder")
    return name


def _trainable() -> list[str]:
    return [part for part in ENCODER_PARTS.usable() if part not in _BUNDLED_ONLY]


def _parted(part: str) -> tuple[str, str, str]:
    return part.partition(".")
