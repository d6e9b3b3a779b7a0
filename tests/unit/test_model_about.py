"""What a model says about itself: read as it is meant, or refused with half a sentence."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from mmdesk.core.model_about import STEPS, Wording, parse_about

HEAD: dict[str, Any] = {"format": "mmdesk-about", "version": 1}
WORDS = {"en": "Flowers", "de": "Blumen"}


def content(**parts: Any) -> bytes:
    return json.dumps(HEAD | parts).encode()


def test_everything_that_is_said_is_read() -> None:
    about = parse_about(
        content(
            title=WORDS,
            sentence={"es": "Flores."},
            placeholders={"text": WORDS},
            session="garden",
            tour=[{"step": "agree", "task": WORDS}, {"step": "method"}],
            **{"try": [WORDS, WORDS]},
        )
    )
    assert about.title is not None
    assert about.sentence is not None
    assert (about.title.text("de"), about.title.text("zh_CN")) == ("Blumen", "Flowers")
    assert about.sentence.text("de") == "Flores.", "without English, the first there is"
    assert [one.text("en") for one in about.prompts] == ["Flowers", "Flowers"]
    assert about.placeholders["text"].text("en") == "Flowers"
    assert about.session == "garden"
    assert [one.step for one in about.tour] == ["agree", "method"]
    assert about.tour[0].words == {"task": Wording(WORDS)}


def test_everything_may_be_left_out() -> None:
    about = parse_about(content())
    assert about.title is None
    assert (about.prompts, about.session, about.tour) == ((), "", ())


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"{", "not valid JSON (line 1"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[]", "mmdesk-about"),
        (b'{"format": "mmdesk-about", "version": 1, "x": ' + b"9" * 10_000 + b"}", "not valid JSON"),
        (b" " * (257 << 10), "larger than 256 KiB"),
        (json.dumps(HEAD | {"version": 2}).encode(), '"version" must be 1'),
        (json.dumps(HEAD | {"version": True}).encode(), '"version" must be 1'),
        (content(colour="red"), 'nothing is known of "colour"'),
        (content(title="Flowers"), '"title" must map languages to texts'),
        (content(title={}), '"title" must map languages to texts'),
        (content(title={"en": 3}), '"title.en" must be a text of at most 60'),
        (content(title={"en": " "}), '"title.en" must be a text'),
        (content(title={"en": "x" * 61}), '"title.en" must be a text of at most 60'),
        (content(title={"English": "x"}), "'English' is no code of a language"),
        (content(sentence={"en": "one\ntwo"}), '"sentence.en" must be one line'),
        (content(sentence={"en": "\u202eevil"}), '"sentence.en" must be one line'),
        (b'{"format": "mmdesk-about", "version": 1, "title": {"en": "\\ud800"}}', '"title.en" must be one line'),
        (content(session="../../etc"), '"session" must be the name'),
        (content(session=7), '"session" must be the name'),
        (content(placeholders=[WORDS]), '"placeholders" must map'),
        (content(**{"try": [WORDS] * 7}), '"try" must be a list of at most 6'),
        (content(**{"try": ["x"]}), '"try[0]" must map languages'),
        (content(tour=[{"step": "dance"}]), f'"tour[0]" must have a "step" among {", ".join(STEPS)}'),
        (content(tour=[{"step": ["agree"]}]), '"tour[0]" must have a "step"'),
        (content(tour=[{"step": "agree", "sing": WORDS}]), 'nothing is known of "sing"'),
    ],
)
def test_what_is_wrong_is_told(given: bytes, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        parse_about(given)
