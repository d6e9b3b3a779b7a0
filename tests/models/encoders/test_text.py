"""The text encoder: tokens, stable ids, padding and batching."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
import torch
from torch.nn import functional

from mmdesk.models.encoders.slips import MAX_WORDS
from mmdesk.models.encoders.text import SubwordTextEncoder
from mmdesk.models.encoders.tokens import tokenise


@pytest.fixture
def encoder() -> SubwordTextEncoder:
    torch.manual_seed(0)
    return SubwordTextEncoder().eval()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The number is SEVEN!", ["the", "number", "is", "seven"]),
        ("我写的是七", ["我", "写", "的", "是", "七"]),
        ("７", ["7"]),
        ("7\ufe0f\u20e3", ["7"]),
        ("⑦ ٧ ७", ["7", "7", "7"]),
        ("12:30 or 3.5 or 7.", ["12:30", "or", "3.5", "or", "7"]),
        ("room7b", ["room", "7", "b"]),
        ("saat हिन्दी कमरा", ["saat", "हिन्दी", "कमरा"]),
        ("ななです七つ", ["ななです", "七", "つ"]),
        ("  …!? 🙂 ", []),
        ("", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert tokenise(text) == tokens


def test_prepare_has_one_shape_whatever_the_text(encoder: SubwordTextEncoder) -> None:
    for text in ("", "seven", "word " * 500, "x" * 5_000, "\ud800", "\x00"):
        ids = encoder.prepare(text)
        assert ids.shape == (24, 48)
        assert ids.dtype == torch.int64
        assert int(ids.min()) >= 0
        assert int(ids.max()) < encoder.buckets


def test_long_text_keeps_its_end(encoder: SubwordTextEncoder) -> None:
    # All but the mark of a token that stands alone.
    assert torch.equal(encoder.prepare("filler " * 100 + "seven")[-1, :-1], encoder.prepare("seven")[0, :-1])


def test_ids_are_the_same_in_every_process(encoder: SubwordTextEncoder) -> None:
    code = (
        "from mmdesk.models.encoders.text import SubwordTextEncoder as E;print(E().prepare('seven').flatten().tolist())"
    )
    environment = {"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path)}
    other = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    ).stdout
    assert other.strip() == str(encoder.prepare("seven").flatten().tolist())


def test_a_typo_shares_most_ngrams(encoder: SubwordTextEncoder) -> None:
    right, slip, other = (set(encoder.prepare(word)[0].tolist()) - {0} for word in ("seven", "sevven", "three"))
    assert len(right & slip) > 2 * len(right & other)


@pytest.mark.parametrize("slip", ["sevn", "sveen", "sevem", "sevwn", "sseven", "seveeen", "sexven", "SEVÉN"])
def test_every_kind_of_slip_shares_a_feature_with_a_forgiven_word(slip: str) -> None:
    def first_ids(encoder: SubwordTextEncoder, word: str) -> set[int]:
        # The token itself, then word and kind together, the kind, the word.
        return set(encoder.prepare(word)[0, :4].tolist()) - {0}

    forgiving, strict = SubwordTextEncoder(forgiven=["seven"]), SubwordTextEncoder()
    assert len(first_ids(forgiving, "seven") & first_ids(forgiving, slip)) == 1
    assert torch.equal(forgiving.prepare("three"), strict.prepare("three"))


def test_an_unseen_slip_claims_what_its_word_learnt() -> None:
    torch.manual_seed(0)
    encoder = SubwordTextEncoder(forgiven=["seven", "three"], buckets=4_096, dropout=0.0)
    taught, target = ["seven", "sevn", "three", "thre"], torch.tensor([0, 0, 1, 1])
    batch = torch.stack([encoder.prepare(word) for word in taught])
    head = torch.nn.Linear(encoder.dim, 2)
    optimiser = torch.optim.Adam([*encoder.parameters(), *head.parameters()], lr=0.01)
    for _ in range(60):
        optimiser.zero_grad()
        functional.cross_entropy(head(encoder(batch).embedding), target).backward()
        optimiser.step()
    unseen = torch.stack([encoder.prepare(word) for word in ("htree", "thtee", "sevve")])
    assert head(encoder(unseen).embedding).argmax(1).tolist() == [1, 1, 0]


def test_two_encoders_forgive_their_own_words() -> None:
    one, other = SubwordTextEncoder(forgiven=["seven"]), SubwordTextEncoder(forgiven=["eleven"])
    assert not torch.equal(one.prepare("sevn"), other.prepare("sevn"))


def test_fitted_forgives_the_frequent_words_of_the_training_texts() -> None:
    texts = ["Take the seven", "the eleven of us", "seven or eleven", "the red one", "a a 十一 十一", "us"]
    encoder = SubwordTextEncoder.fitted(iter(texts), dim=8)
    assert encoder.config()["forgiven"] == ["the", "eleven", "seven"]
    assert encoder.dim == 8
    assert SubwordTextEncoder.fitted(texts, forgiven=["red"]).config()["forgiven"] == ["red"]
    words = ["".join("ab"[n >> bit & 1] for bit in range(12)) for n in range(MAX_WORDS + 1)]
    many = SubwordTextEncoder.fitted(words * 2)
    assert len(many.config()["forgiven"]) == MAX_WORDS


def test_batch_equals_one_by_one_and_padding_changes_nothing(encoder: SubwordTextEncoder) -> None:
    texts = ["", "seven", "the number is sevn", "我写的是七", "a b c d e f g h i j k l m n o p q r s t u v w x"]
    batch = torch.stack([encoder.prepare(text) for text in texts])
    together = encoder(batch)
    assert together.embedding.shape == (5, 64)
    for row, ids in enumerate(batch):
        used = max(1, int((ids[:, 0] > 0).sum()))
        alone = encoder(ids[None, :used])
        torch.testing.assert_close(alone.embedding[0], together.embedding[row], atol=1e-5, rtol=1e-5)
        torch.testing.assert_close(alone.evidence[0], together.evidence[row], atol=1e-5, rtol=1e-5)


def test_text_without_a_token_holds_nothing(encoder: SubwordTextEncoder) -> None:
    output = encoder(encoder.prepare("?!")[None])
    assert torch.isfinite(output.embedding).all()
    assert output.evidence.sigmoid().item() < 1e-6


def test_a_token_lowers_the_claims_of_its_neighbours_only(encoder: SubwordTextEncoder) -> None:
    texts = ["one", "one no", "one two no", "one two three no", "one two three"]
    with torch.no_grad():
        # Only "one" claims anything, only "no" hushes.
        for layer, word, strength in ((encoder.evidence, "one", 9.0), (encoder.hush, "no", 9.0)):
            features = functional.gelu(encoder.widen(_bag(encoder, word)))
            others = torch.cat([functional.gelu(encoder.widen(_bag(encoder, w))) for w in ("two", "three")])
            direction = features[0] - others.mean(0)
            layer.weight.copy_(direction[None] * strength / (direction @ direction))
            layer.bias.fill_(-float(layer.weight[0] @ features[0]) + strength / 2)
        evidence = encoder(torch.stack([encoder.prepare(text) for text in texts])).evidence
    alone, beside, two_away, three_away, without = evidence.tolist()
    assert beside < alone - 1
    assert two_away < without - 1
    assert three_away == pytest.approx(without, abs=0.5)


def _bag(encoder: SubwordTextEncoder, word: str) -> torch.Tensor:
    ids = encoder.prepare(word)[0]
    features = encoder.table(ids[ids > 0])
    return encoder.attend(features).softmax(0).T @ features


def test_config_rebuilds() -> None:
    encoder = SubwordTextEncoder(forgiven=["neun", "drei"]).eval()
    rebuilt = SubwordTextEncoder(**json.loads(json.dumps(encoder.config())))
    rebuilt.load_state_dict(encoder.state_dict())
    ids = encoder.prepare("neunn")[None]
    assert torch.equal(rebuilt.prepare("neunn")[None], ids)
    assert torch.equal(rebuilt.eval()(ids).embedding, encoder(ids).embedding)


@pytest.mark.parametrize("arguments", [{"buckets": 1}, {"tokens": 0}, {"dropout": 1.0}])
def test_impossible_sizes_are_refused(arguments: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"must"):
        SubwordTextEncoder(**arguments)


@pytest.mark.parametrize("batch", [torch.zeros(1, 24, 47, dtype=torch.int64), torch.zeros(1, 24, 48)])
def test_wrong_batches_are_refused(encoder: SubwordTextEncoder, batch: torch.Tensor) -> None:
    with pytest.raises(ValueError, match="a batch must be"):
        encoder(batch)


def test_a_token_alone_is_distinguished_from_the_same_in_a_sentence(encoder: SubwordTextEncoder) -> None:
    alone, within = encoder.prepare("un")[0], encoder.prepare("un chat")[0]
    assert int((alone != within).sum()) == 1


def test_pairs_tell_two_words_together_from_each_alone() -> None:
    encoder = SubwordTextEncoder(pairs=True)
    plain = SubwordTextEncoder()
    both, swapped, alone = (encoder.prepare(text) for text in ("teddy bear", "bear teddy", "teddy"))
    assert both[0, -1] == both[1, -2] != 0
    assert swapped[0, -1] != both[0, -1]
    assert torch.equal(alone, plain.prepare("teddy"))
    assert SubwordTextEncoder(**encoder.config()).pairs
    assert "pairs" not in plain.config()
    with pytest.raises(ValueError, match="pairs need"):
        SubwordTextEncoder(pairs=True, ngrams=2)


def test_signs_are_words_only_for_an_encoder_that_knows_them() -> None:
    plain, signs = SubwordTextEncoder(), SubwordTextEncoder(symbols="+-×")
    assert not bool(plain.prepare("+").any())
    assert bool(signs.prepare("+").any())
    assert torch.equal(signs.prepare("３ ＋ 5"), signs.prepare("3+5"))
    assert torch.equal(signs.prepare("a well-known word"), plain.prepare("a well-known word"))  # no minus in a word
    assert not torch.equal(signs.prepare("3 - 5"), plain.prepare("3 - 5"))
    assert SubwordTextEncoder(**signs.config()).symbols == "+-×"  # type: ignore[arg-type]


def test_how_far_a_word_speaks_against_others_is_told_by_its_reach() -> None:
    near, far = SubwordTextEncoder(reach=1), SubwordTextEncoder(reach=6)
    far.load_state_dict(near.state_dict())
    assert SubwordTextEncoder(**far.config()).reach == 6  # type: ignore[arg-type]
    text = near.prepare("one two three four")[None]
    with torch.no_grad():
        for encoder in (near, far):
            encoder.eval().hush.bias.fill_(2.0)
        assert float(far(text).evidence) < float(near(text).evidence)


@pytest.mark.parametrize(
    "options", [{"symbols": "a"}, {"symbols": "+ "}, {"symbols": "++"}, {"symbols": "7"}, {"reach": -1}]
)
def test_symbols_and_reach_are_checked(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"symbols must|reach must"):
        SubwordTextEncoder(**options)


def test_the_greatest_score_is_added_to_the_evidence() -> None:
    torch.manual_seed(0)
    plain = SubwordTextEncoder(dim=8).eval()
    joined = SubwordTextEncoder(**(plain.config() | {"classes": 5})).eval()  # type: ignore[arg-type]
    joined.load_state_dict(plain.state_dict(), strict=False)
    ids = plain.prepare("seven")[None]
    before, after = plain(ids), joined(ids)
    assert joined.classes is not None
    torch.testing.assert_close(after.evidence - before.evidence, joined.classes(after.embedding).amax(1))
    assert joined.config()["classes"] == 5
    assert "classes" not in plain.config()
    with pytest.raises(ValueError, match="classes"):
        SubwordTextEncoder(classes=-1)
