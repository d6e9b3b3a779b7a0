"""Train the general word encoder: one word said by many voices lies together, different words apart.

Source: the supervised contrastive loss, Khosla et al., NeurIPS 2020, eq. 2; batches of words, each said several times.

Usage: ``python packaging/models/teaching/word_encoder.py --work build/teaching``
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from spoken_words import Spoken, spoken
from torch import Tensor
from torch.nn import functional

from mmdesk.models.encoders.audio import SpeechRNNEncoder
from mmdesk.models.encoders.general import word_network

TARGET = Path(__file__).resolve().parents[3] / "mmdesk" / "models" / "encoders" / "general_word.safetensors"
_WORDS, _TIMES = 48, 4
_TEMPERATURE = 0.1
_RATE = 2e-3


def loss_of(embeddings: Tensor, words: Tensor) -> Tensor:
    """Return the supervised contrastive loss of (B, D) embeddings whose words are (B,)."""
    points = functional.normalize(embeddings, dim=1)
    scores = points @ points.T / _TEMPERATURE
    oneself = torch.eye(len(points), dtype=torch.bool)
    same = (words.unsqueeze(1) == words.unsqueeze(0)) & ~oneself
    logs = scores - scores.masked_fill(oneself, -math.inf).logsumexp(1, keepdim=True)
    return -(logs.masked_fill(~same, 0.0).sum(1) / same.sum(1)).mean()


@torch.inference_mode()
def one_shot(encoder: SpeechRNNEncoder, said: Spoken, ways: int = 20, rounds: int = 200, seed: int = 0) -> float:
    """Return the share of words that are found among ``ways`` by one example said by another voice."""
    encoder.eval()
    points = functional.normalize(encoder.embed(said.frames.float()).embedding, dim=1)
    rng, right = np.random.default_rng(seed), []
    count = int(said.words.max()) + 1
    for _ in range(rounds):
        pairs = [
            rng.choice((said.words == word).nonzero().squeeze(1).numpy(), 2, replace=False)
            for word in rng.choice(count, ways, replace=False)
        ]
        shown, asked = np.array(pairs).T
        right.append(float(((points[asked] @ points[shown].T).argmax(1) == torch.arange(ways)).float().mean()))
    return float(np.mean(right))


def train(work: Path, steps: int, seed: int) -> tuple[SpeechRNNEncoder, float]:
    """Return the encoder that did best on validation words, and its one-shot share there."""
    learnt, checked = spoken("train", work, 300, 45, 8, 71), spoken("validation", work, 100, 20, 5, 72)
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    encoder = word_network()
    frames = learnt.frames.float()
    by_word = [(learnt.words == word).nonzero().squeeze(1).numpy() for word in range(int(learnt.words.max()) + 1)]
    usable = [mine for mine in by_word if len(mine) >= _TIMES]
    trained = [each for name, each in encoder.named_parameters() if not name.startswith("backbone.")]
    optimiser = torch.optim.AdamW(trained, lr=_RATE, weight_decay=0.01)
    best, kept = 0.0, {}
    for step in range(steps):
        encoder.train()
        for group in optimiser.param_groups:
            group["lr"] = _RATE * min(1.0, (step + 1) / 100) * 0.5 * (1 + math.cos(math.pi * step / steps))
        words = rng.choice(len(usable), _WORDS, replace=False)
        rows = np.concatenate([rng.choice(usable[word], _TIMES, replace=False) for word in words])
        given = frames[rows]
        # Words do not begin on the frame: half of the batch is shifted by one.
        if rng.random() < 0.5:
            given = torch.roll(given, int(rng.integers(-1, 2)), 1)
        loss = loss_of(encoder.embed(given).embedding, torch.from_numpy(np.repeat(words, _TIMES)))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 5.0)
        optimiser.step()
        if (step + 1) % 150 == 0 or step == steps - 1:
            found = one_shot(encoder, checked)
            print(f"{step + 1:6d} loss {float(loss.detach()):.3f} one of twenty {found:.3f}", flush=True)
            if found > best:
                best, kept = found, {name: value.clone() for name, value in encoder.state_dict().items()}
    encoder.load_state_dict(kept)
    return encoder.eval(), best


def main() -> int:
    """Train, and write the weights into the program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/teaching"))
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=TARGET)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    encoder, best = train(arguments.work, arguments.steps, arguments.seed)
    tensors = {
        name: value.half().float() if value.is_floating_point() else value
        for name, value in encoder.state_dict().items()
    }
    save_file(tensors, arguments.out)
    print(f"{arguments.out}: one of twenty {best:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
