"""Recordings that the speech encoder is measured on and never trained on, validation and test apart.

From Debian packages, fetched by apt: Asterisk's prompts (CC BY-SA), KLettres' letters and KTuberling's words (GPL), and
the half of ``sonic-pi-samples`` (CC0) that training does not hear.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import torch
from audio_recordings import EFFECTS_PACKAGE, effects, fetch, read_wave
from audio_voices import Split
from torch import Tensor, nn

from mmdesk.models.encoders.audio import SpeechRNNEncoder

PACKAGES = (
    *(f"asterisk-core-sounds-{language}-wav" for language in ("en", "es", "fr", "it", "ru")),
    *("asterisk-prompt-es-co", "asterisk-prompt-fr-armelle", "asterisk-prompt-it-menardi-wav", "saytime"),
    *("klettres-data", "ktuberling-data", EFFECTS_PACKAGE),
)
_PROMPTS: dict[Split, tuple[str, ...]] = {
    "train": (),
    "validation": ("es", "fr", "it_IT_f_Menardi"),
    "test": ("en_US_f_Allison", "es_MX_f_Allison", "fr_CA_f_June", "it_IT_m_Carlo", "ru_RU_f_IvrvoiceRU"),
}
# The languages of the letters and words of the test are those that most visitors speak.
_TEST_LANGUAGES = {"en", "en_GB", "de", "es", "fr", "it", "ru", "nl", "pt", "pt_BR", "uk"}
# Prompts that say digits, letters or nothing.
_NO_PHRASES = {"digits", "letters", "phonetic", "silence", "dictate"}
_SOUND_FILES = {".wav", ".ogg", ".gsm", ".flac"}


def _below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in _SOUND_FILES)


def _digit_paths(folder: Path) -> list[tuple[Path, int]]:
    found = [(path, path.stem) for path in _below(folder / "digits")]
    return [(path, int(stem)) for path, stem in found if re.fullmatch(r"\d", stem) and path.parent.name == "digits"]


def _spoken_here(folder: Path, split: Split) -> bool:
    return (folder.name in _TEST_LANGUAGES) == (split == "test")


def human_sets(work: Path, split: Split) -> dict[str, list[tuple[np.ndarray, int]]]:
    """Return sounds and labels (-1 for no digit) by what they are: digits, phrases, letters, words, effects."""
    share = fetch(work, *PACKAGES)
    prompts = [share / "asterisk" / "sounds" / name for name in _PROMPTS[split]]
    sets: dict[str, list[tuple[Path, int]]] = {f"digits {folder.name}": _digit_paths(folder) for folder in prompts}
    if split == "test":
        sets["digits saytime"] = [(share / "saytime" / f"{digit}.au", digit) for digit in range(10)]
    phrases = [
        path for folder in prompts for path in _below(folder) if not _NO_PHRASES & set(path.relative_to(folder).parts)
    ]
    sets["phrases"] = [(path, -1) for path in phrases]
    for name, folder in (("letters", share / "klettres"), ("words", share / "ktuberling" / "sounds")):
        languages = [each for each in sorted(folder.iterdir()) if each.is_dir() and _spoken_here(each, split)]
        below = [path for each in languages for path in _below(each / "alpha" if name == "letters" else each)]
        sets[name] = [(path, -1) for path in below]
    loaded = {name: [(read_wave(path), label) for path, label in paths] for name, paths in sets.items()}
    if split == "test":
        loaded["effects"] = [(sound, -1) for sound in effects(share / "sonic-pi", test=True)]
    return loaded


@torch.inference_mode()
def heard(
    encoder: SpeechRNNEncoder, head: nn.Linear, sounds: list[tuple[np.ndarray, int]]
) -> tuple[Tensor, Tensor, Tensor]:
    """Return evidence logits (N,), answers (N,) and labels (N,) of sounds."""
    embeddings, evidence = [], []
    for start in range(0, len(sounds), 16):
        batch = torch.stack([encoder.prepare(sound) for sound, _ in sounds[start : start + 16]])
        output = encoder(batch)
        embeddings.append(output.embedding)
        evidence.append(output.evidence)
    labels = torch.tensor([label for _, label in sounds])
    return torch.cat(evidence), head(torch.cat(embeddings)).argmax(1), labels


def shares(evidence: Tensor, answers: Tensor, labels: Tensor, least: float = 0.0) -> dict[str, float]:
    """Return n and the share that is right, abstained (digits) or claimed (no digits) at a least evidence logit."""
    seen, known = evidence > least, labels >= 0
    if known.any():
        right = (answers == labels) & seen
        return {"n": len(labels), "right": float(right.float().mean()), "abstained": float((~seen).float().mean())}
    return {"n": len(labels), "claimed": float(seen.float().mean())}
