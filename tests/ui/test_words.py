"""Words in every language."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mmdesk.core.inputs import DEFAULT_INPUTS, Input
from mmdesk.core.modality import MODALITIES
from mmdesk.core.observation import PRESENT, Presence, Reason
from mmdesk.core.source_state import SourceStatus
from mmdesk.ui.language import LANGUAGES, install_language, unreadable_translations
from mmdesk.ui.words import input_name, percent, presence_words, status_words

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def english_again(qtbot: QtBot) -> Iterator[None]:
    install_language("en")
    yield
    install_language("en")


def test_every_reason_and_status_has_words() -> None:
    for modality in MODALITIES:
        assert input_name(modality)
        for reason in Reason:
            assert presence_words(DEFAULT_INPUTS[modality.column], Presence(reason))
    assert all(status_words(status) for status in SourceStatus)
    assert presence_words(DEFAULT_INPUTS[1], PRESENT) == "heard"
    assert presence_words(DEFAULT_INPUTS[2], Presence(Reason.MUTED)) == "muted by you"


def test_an_input_with_a_name_of_its_own_is_called_by_it() -> None:
    assert [input_name(one) for one in DEFAULT_INPUTS] == ["Picture", "Sound", "Text"]
    assert input_name("audio") == "Sound"
    assert input_name(Input("front camera", "image")) == input_name("front camera") == "front camera"
    assert input_name(Input("text", "image")) == "text"
    assert input_name(Input("osc", "osc")) == "osc"


def test_what_a_plugin_brings_is_there_or_says_why_not() -> None:
    assert presence_words(Input("osc", "osc"), PRESENT) == "present"
    assert presence_words(Input("osc", "osc"), Presence(Reason.NO_SIGNAL)) == "no signal"
    assert presence_words(Input("front", "image"), PRESENT) == "seen"


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_no_reason_stays_english(code: str) -> None:
    english = {reason: presence_words(DEFAULT_INPUTS[0], Presence(reason)) for reason in Reason}
    install_language(code)
    assert all(presence_words(DEFAULT_INPUTS[0], Presence(reason)) != english[reason] for reason in Reason)


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.0, "0%"), (0.0001, "<1%"), (0.004, "<1%"), (0.006, "1%"), (0.5, "50%"), (0.996, ">99%"), (1.0, "100%")],
)
def test_zero_and_all_are_said_only_when_true(share: float, words: str) -> None:
    assert percent(share) == words


@pytest.mark.parametrize("content", [None, b"", b"no translation"])
def test_a_translation_that_cannot_be_read_is_named(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mmdesk.ui.language.resource_folder", lambda _: tmp_path)
    if content is not None:
        (tmp_path / "mmdesk_de.qm").write_bytes(content)

    assert tmp_path / "mmdesk_de.qm" in install_language("de")
    assert tmp_path / "mmdesk_de.qm" in unreadable_translations()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_offered_language_can_be_read(code: str) -> None:
    assert install_language(code) == []


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="tlh"):
        install_language("tlh")


def test_no_text_lacks_its_translation() -> None:
    script = ROOT / "packaging" / "translations.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
