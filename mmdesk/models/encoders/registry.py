"""Encoders by kind of input and name, imported when they are first asked for."""

from __future__ import annotations

from importlib import import_module

from mmdesk.core.modality import Modality
from mmdesk.models.encoders.base import Encoder

ENCODERS: dict[str, dict[str, tuple[str, str]]] = {
    Modality.IMAGE: {
        "cnn": ("mmdesk.models.encoders.image", "CNNEncoder"),
        "efficientnet_lite0": ("mmdesk.models.encoders.pretrained_image", "EfficientNetLiteEncoder"),
        "torchvision": ("mmdesk.models.encoders.pretrained_image", "TorchvisionEncoder"),
    },
    Modality.AUDIO: {
        "speech_rnn": ("mmdesk.models.encoders.audio", "SpeechRNNEncoder"),
        "mel_rnn": ("mmdesk.models.encoders.mel", "MelRNNEncoder"),
    },
    Modality.TEXT: {
        "bag_of_words": ("mmdesk.models.encoders.bags", "BagOfWordsEncoder"),
        "tfidf": ("mmdesk.models.encoders.bags", "TfidfEncoder"),
        "embedding": ("mmdesk.models.encoders.word_embedding", "WordEmbeddingEncoder"),
        "subword": ("mmdesk.models.encoders.text", "SubwordTextEncoder"),
    },
}
"""Module and class of every encoder, by kind of input and by the ``kind`` that a checkpoint carries.

Only these can be named by a checkpoint: a file never chooses what is imported.
"""

DEFAULT_ENCODERS: dict[str, str] = {
    Modality.IMAGE: "efficientnet_lite0",
    Modality.AUDIO: "speech_rnn",
    Modality.TEXT: "tfidf",
}
"""What a user's own folder of data is learnt with unless another kind is asked for."""


def encoder_class(input_kind: str, kind: str) -> type[Encoder]:
    """Return the class behind ``kind``.

    Raises:
        KeyError: If that kind of input has no encoder of that name.
    """
    module, name = ENCODERS[input_kind][kind]
    found = getattr(import_module(module), name)
    if not (isinstance(found, type) and issubclass(found, Encoder)):
        raise TypeError(f"{module}.{name} is not an Encoder")
    return found


def encoder_kind(input_kind: str, encoder: Encoder) -> str:
    """Return the name under which ``encoder``'s class is registered.

    Raises:
        ValueError: If its class is not registered for that kind of input.
    """
    place = (type(encoder).__module__, type(encoder).__name__)
    for kind, registered in ENCODERS[input_kind].items():
        if registered == place:
            return kind
    raise ValueError(f"{type(encoder).__name__} is not a registered {input_kind} encoder")
