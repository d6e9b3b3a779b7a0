"""How training varies its inputs: the strengths per kind of input, and the drawing of one variation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from mmdesk.analysis.perturbation import audio, image, text
from mmdesk.core.modality import Modality


@dataclass(frozen=True, slots=True)
class Augmentation:
    """Upper limits of what is drawn evenly for each input anew; 0 leaves a variation out. Any thread.

    Modality dropout is the training loop's, SpecAugment the log-mel encoder's own.

    Attributes:
        rotate_deg: Turn of the picture to either side.
        perspective: Way of its corners, relative to its shorter side.
        crop: Share of height and width cut away.
        colour: Change of brightness, contrast and saturation.
        blur: Gaussian's sigma in pixels of a picture of 224.
        image_noise: Standard deviation in units of the full range.
        occlude: Covered share of the central square.
        gain_db: Louder or softer by that.
        shift_s: Later or earlier by that.
        reverb_s: Time in which the room's echo falls by 60 dB.
        snr_db: *Lowest* ratio of speech to noise or babble, drawn up to 30 dB; None for no noise.
        typos: Chance that a word gets a slip.
        drop_words: Share of words left out, of texts of four words and more.
        change_case: Chance that a text is written in another case.
        chance: That a variation which costs information (crop, blur, noise, occlusion, reverb, babble, words) is
            applied at all.
    """

    rotate_deg: float = 0.0
    perspective: float = 0.0
    crop: float = 0.0
    colour: float = 0.0
    blur: float = 0.0
    image_noise: float = 0.0
    occlude: float = 0.0
    gain_db: float = 0.0
    shift_s: float = 0.0
    reverb_s: float = 0.0
    snr_db: float | None = None
    typos: float = 0.0
    drop_words: float = 0.0
    change_case: float = 0.0
    chance: float = 0.5

    @classmethod
    def none(cls) -> Self:
        """Inputs as they are."""
        return cls()

    @classmethod
    def light(cls) -> Self:
        """What every set of data bears."""
        return cls(
            rotate_deg=8.0, perspective=0.04, crop=0.15, colour=0.2, blur=0.8, image_noise=0.03, occlude=0.1,
            gain_db=6.0, shift_s=0.1, reverb_s=0.3, snr_db=15.0,
            typos=0.1, drop_words=0.15, change_case=0.3, chance=0.4,
        )  # fmt: skip

    @classmethod
    def strong(cls) -> Self:
        """For models that are to stand covered lenses, loud rooms and hasty typing."""
        return cls(
            rotate_deg=20.0, perspective=0.1, crop=0.35, colour=0.45, blur=2.5, image_noise=0.1, occlude=0.4,
            gain_db=12.0, shift_s=0.25, reverb_s=0.8, snr_db=0.0,
            typos=0.35, drop_words=0.4, change_case=0.5, chance=0.6,
        )  # fmt: skip

    def apply(self, kind: str, raw: Any, rng: np.random.Generator) -> Any:
        """Return a variation of one input; the input is never changed.

        Args:
            kind: What kind of input it is; one that is not known here, a plug-in's, stays as it is.
            raw: frame_rgb (H, W, 3) uint8, wave_mono (N,) float32 at 16 kHz in [-1, 1], or a text.
            rng: Equal generators give equal variations.

        Returns:
            The same kind, shape and dtype; a text never becomes blank.
        """
        return VARIATIONS[kind](self, raw, rng) if kind in VARIATIONS else raw

    def image(self, frame_rgb: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
        """Vary a picture (H, W, 3)."""
        if self.rotate_deg > 0:
            frame_rgb = image.rotate(frame_rgb, rng.uniform(-self.rotate_deg, self.rotate_deg))
        if self.perspective > 0:
            frame_rgb = image.perspective(frame_rgb, self.perspective, rng)
        if self._falls(self.crop, rng):
            frame_rgb = image.crop(frame_rgb, 1 - rng.uniform(0, self.crop), rng)
        if self.colour > 0:
            frame_rgb = image.colour(frame_rgb, self.colour, rng)
        if self._falls(self.blur, rng):
            frame_rgb = image.blur(frame_rgb, rng.uniform(0, self.blur))
        if self._falls(self.image_noise, rng):
            frame_rgb = image.noise(frame_rgb, rng.uniform(0, self.image_noise), rng)
        if self._falls(self.occlude, rng):
            frame_rgb = image.occlude(frame_rgb, rng.uniform(0, self.occlude), rng)
        return frame_rgb

    def audio(self, wave_mono: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
        """Vary a sound (N,)."""
        if self.shift_s > 0:
            wave_mono = audio.shift(wave_mono, rng.uniform(-self.shift_s, self.shift_s))
        if self._falls(self.reverb_s, rng):
            wave_mono = audio.reverb(wave_mono, rng.uniform(0, self.reverb_s), rng)
        if self.snr_db is not None and rng.random() < self.chance:
            perturb = audio.babble if rng.random() < 0.5 else audio.noise
            wave_mono = perturb(wave_mono, rng.uniform(min(self.snr_db, 30.0), 30.0), rng)
        if self.gain_db > 0:
            wave_mono = audio.gain(wave_mono, rng.uniform(-self.gain_db, self.gain_db))
        return wave_mono

    def text(self, words: str, rng: np.random.Generator) -> str:
        """Vary a text; it never becomes blank."""
        varied = words
        if self._falls(self.drop_words, rng) and len(words.split()) >= 4:
            varied = text.drop_words(varied, rng.uniform(0, self.drop_words), rng)
        if self.typos > 0:
            varied = text.typos(varied, self.typos, rng)
        if self.change_case > 0 and rng.random() < self.change_case:
            varied = text.change_case(varied, rng)
        return varied if varied.strip() else words

    def _falls(self, strength: float, rng: np.random.Generator) -> bool:
        """Whether a variation that costs information is applied this time."""
        return strength > 0 and rng.random() < self.chance


VARIATIONS: dict[str, Callable[[Augmentation, Any, np.random.Generator], Any]] = {
    Modality.IMAGE: Augmentation.image,
    Modality.AUDIO: Augmentation.audio,
    Modality.TEXT: Augmentation.text,
}
"""What varies each kind of input."""
