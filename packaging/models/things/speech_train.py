"""Train the sound encoder of the things model.

    python speech_train.py --work build/things --annotations DIR

``DIR`` is CLDR's ``annotations`` folder (see annotations.py). Needs the programs espeak-ng and flite. Synthesis and
the frozen backbone's frames take some fifteen minutes once. Writes ``audio.safetensors`` (the encoder; the backbone is
not in it) and ``audio.json`` (its configuration, the throw-away head, the figures).
"""

from __future__ import annotations

import argparse
import copy
import json
from pathlib import Path

import torch
from names import THINGS
from safetensors.torch import load_file, save_file
from speech import SPOKEN, bank, frames
from torch import Tensor, nn

# Further modules of the digits, whose folder `speech` puts on the path.
from audio_fit import disturbed, follow, loss_of  # isort: skip
from rounding import round_weights  # isort: skip
from views import SOUND_VIEWS  # isort: skip

from mmdesk.models.encoders.audio import SpeechRNNEncoder

_BATCH = 128
_HIDDEN = 192
_EVIDENCE_WIDTH = 96
_DECAY = 0.998
# Share of validation's rightly named that must be recognised; the strangers that then pass are told in the card.
_KEPT = 0.993


class NamedByWords(nn.Module):
    """Scores (N, C) of the things by the likeliest of their words: what a trained encoder says without its head.

    Args:
        words: The encoder's layer of words, thing after thing for each language.
    """

    def __init__(self, words: nn.Linear) -> None:
        super().__init__()
        self.words = words

    def forward(self, embedding: Tensor) -> Tensor:
        """Score embeddings (N, D)."""
        scores: Tensor = self.words(embedding).unflatten(1, (-1, len(THINGS))).amax(1)
        return scores


@torch.no_grad()
def judged(encoder: SpeechRNNEncoder, head: nn.Module, clips: Tensor) -> tuple[Tensor, Tensor]:
    """Return the class scores (N, C) and evidence (N,) of frames."""
    encoder.eval()
    outputs = [encoder.embed(chunk) for chunk in clips.split(512)]
    evidence = torch.cat([output.evidence for output in outputs if output.evidence is not None])
    return head(torch.cat([output.embedding for output in outputs])), evidence


def evaluate(
    encoder: SpeechRNNEncoder, head: nn.Linear, data: dict[str, Tensor], kept: float | None = None
) -> dict[str, float]:
    """Return accuracy (abstentions count as wrong), accuracy without abstention, and false alarms on strangers.

    Args:
        encoder: With evidence.
        head: Its throw-away classifier.
        data: Frames and labels, -1 for strangers.
        kept: Share of the rightly named that is recognised; as the evidence stands if None.
    """
    scores, evidence = judged(encoder, head, data["frames"])
    right = scores.argmax(1) == data["labels"]
    known = data["labels"] >= 0
    seen = evidence > (0.0 if kept is None else evidence[right].quantile(1 - kept))
    return {
        "accuracy": float((right & seen)[known].float().mean()),
        "accuracy_without_abstention": float(right[known].float().mean()),
        "false_alarms": float(seen[~known].float().mean()),
    }


def words(labels: Tensor, languages: list[str]) -> Tensor:
    """Return which word each sound is (N,), one a thing and language; -1 for strangers."""
    place = {language: len(THINGS) * index for index, language in enumerate(SPOKEN)}
    starts = torch.tensor([place.get(language, 0) for language in languages])
    return torch.where(labels >= 0, labels + starts, -1)


def fit(
    train: dict[str, Tensor], said: Tensor, validation: dict[str, Tensor], epochs: int
) -> tuple[SpeechRNNEncoder, nn.Linear]:
    """Train encoder and throw-away head, as the digits' speech is trained (`audio_fit`); keeps the best epoch.

    Args:
        train: Frames and labels.
        said: (N,) which word each sound is (`words`).
        validation: Frames and labels of other voices.
        epochs: How often all of it is heard.
    """
    torch.manual_seed(0)
    encoder = SpeechRNNEncoder(
        hidden=_HIDDEN,
        dropout=0.3,
        stored=False,
        evidence_width=_EVIDENCE_WIDTH,
        classes=len(THINGS) * len(SPOKEN),
    )
    head = nn.Linear(encoder.dim, len(THINGS))
    mean_encoder, mean_head = copy.deepcopy(encoder), copy.deepcopy(head)
    parameters = [weight for weight in (*encoder.parameters(), *head.parameters()) if weight.requires_grad]
    optimiser = torch.optim.AdamW(parameters, lr=2e-3, weight_decay=0.05)
    steps = epochs * (len(train["labels"]) // _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps, pct_start=0.2)
    alike = torch.ones(_BATCH)
    best: tuple[float, dict[str, Tensor], dict[str, Tensor]] | None = None
    step = 0
    for epoch in range(epochs):
        encoder.train()
        order = torch.randperm(len(train["labels"]))
        for chosen in order[: len(order) // _BATCH * _BATCH].split(_BATCH):
            clips = disturbed(train["frames"][chosen].float())
            loss = loss_of(encoder, head, clips, train["labels"][chosen], said[chosen], alike)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 2.0)
            optimiser.step()
            schedule.step()
            step += 1
            decay = min(_DECAY, (1 + step) / (10 + step))
            follow(mean_encoder, encoder, decay)
            follow(mean_head, head, decay)
        figures = evaluate(mean_encoder, mean_head, validation, _KEPT)
        print(f"epoch {epoch + 1}/{epochs}: {figures}", flush=True)
        value = figures["accuracy"] - figures["false_alarms"] / 2
        if best is None or value >= best[0]:
            best = (value, copy.deepcopy(mean_encoder.state_dict()), copy.deepcopy(mean_head.state_dict()))
    if best is None:
        raise ValueError("no epoch to train")
    encoder.load_state_dict(best[1])
    head.load_state_dict(best[2])
    round_weights(encoder)
    return encoder.eval(), head


def with_views(encoder: SpeechRNNEncoder) -> SpeechRNNEncoder:
    """Return the encoder as the program has it: hearing each sound at several speeds (`views`)."""
    seeing = SpeechRNNEncoder(**(encoder.config() | {"views": SOUND_VIEWS}))
    seeing.load_state_dict(encoder.state_dict())
    return seeing.eval()


def calibrate(encoder: SpeechRNNEncoder, head: nn.Module, validation: dict[str, Tensor]) -> float:
    """Shift the evidence so that the wanted share of validation's rightly named keeps it; returns the shift."""
    scores, evidence = judged(encoder, head, validation["frames"])
    shift = float(evidence[scores.argmax(1) == validation["labels"]].quantile(1 - _KEPT))
    if not isinstance(encoder.evidence, nn.Sequential):
        raise TypeError("the speech encoder gives evidence by a layer of its own")
    with torch.no_grad():
        encoder.evidence[-1].bias.sub_(shift)
    return shift


def load(work: Path) -> tuple[SpeechRNNEncoder, nn.Linear]:
    """Return encoder and head of the last training."""
    document = json.loads((work / "audio.json").read_text(encoding="utf-8"))
    encoder = SpeechRNNEncoder(**document["config"])
    encoder.load_state_dict(load_file(work / "audio.safetensors"))
    head = nn.Linear(encoder.dim, len(THINGS))
    head.load_state_dict({name: torch.tensor(value) for name, value in document["head"].items()})
    return encoder.eval(), head


def main() -> None:
    """Train, measure on validation, write; ``measure.py`` does the test."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/things"))
    parser.add_argument("--annotations", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=32)
    parser.add_argument("--calibrate-only", action="store_true", help="shift the evidence of what is in --work")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    validation = frames("validation", arguments.work, arguments.annotations)
    if arguments.calibrate_only:
        encoder, head = load(arguments.work)
    else:
        train = frames("train", arguments.work, arguments.annotations)
        languages = bank("train", arguments.work, arguments.annotations)[1]
        spoken = [languages[source] if source >= 0 else "" for source in train["sources"].tolist()]
        encoder, head = fit(train, words(train["labels"], spoken), validation, arguments.epochs)
    encoder = with_views(encoder)
    validation = frames("validation", arguments.work, arguments.annotations, views=True)
    metrics: dict[str, dict[str, float] | float] = {
        "before": evaluate(encoder, head, validation),
        "evidence_shift": round(calibrate(encoder, head, validation), 3),
        "validation": evaluate(encoder, head, validation),
    }
    print(json.dumps(metrics, indent=2))
    save_file(
        {key: value.contiguous() for key, value in encoder.state_dict().items()}, arguments.work / "audio.safetensors"
    )
    document = {
        "kind": "speech_rnn",
        "config": encoder.config(),
        "head": {"weight": head.weight.tolist(), "bias": head.bias.tolist()},
        "metrics": metrics,
    }
    (arguments.work / "audio.json").write_text(json.dumps(document), encoding="utf-8")


if __name__ == "__main__":
    main()
