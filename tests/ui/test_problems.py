"""Problems and their words: every code, every field, every language."""

from __future__ import annotations

import ast
import pickle
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mmdesk.core.errors import DatasetError, Finding, MmdeskError, SourceError
from mmdesk.core.modality import Modality
from mmdesk.core.problem import Problem
from mmdesk.ui.language import LANGUAGES, install_language
from mmdesk.ui.problem_table import TABLE, english
from mmdesk.ui.problems import words_of

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = sorted((ROOT / "resources" / "translations").glob("mmdesk_*.ts"))


def made() -> dict[str, list[tuple[str, set[str]]]]:
    """Where in the program each code is made, and with which fields."""
    found: dict[str, list[tuple[str, set[str]]]] = {}
    for path in sorted({*(ROOT / "mmdesk").rglob("*.py")} - {ROOT / "mmdesk" / "core" / "problem.py"}):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                place = f"{path.relative_to(ROOT)}:{node.lineno}"
                code = node.args[0] if len(node.args) == 1 else None
                assert isinstance(code, ast.Constant), f"{place}: the code must be written out"
                assert isinstance(code.value, str)
                assert all(keyword.arg for keyword in node.keywords), f"{place}: the fields must be written out"
                fields = {str(keyword.arg) for keyword in node.keywords}
                found.setdefault(code.value, []).append((place, fields))
    return found


def named(template: str) -> set[str]:
    """The fields that a sentence names."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.fixture(autouse=True)
def english_again(qtbot: QtBot) -> Iterator[None]:
    install_language("en")
    yield
    install_language("en")


def test_every_code_that_is_made_has_words_and_every_word_is_used() -> None:
    assert set(made()) - set(TABLE) == set()
    assert set(TABLE) - set(made()) == set()


def test_a_code_brings_every_field_that_its_words_name() -> None:
    for code, places in made().items():
        wanted = named(TABLE[code].sentence) | named(TABLE[code].remedy)
        for place, fields in places:
            # What stands in no sentence stands before it: the file, and its line.
            assert wanted <= fields <= wanted | {"path", "line"}, f"{place}: {code}"


def test_every_sentence_ends_as_one() -> None:
    for code, (sentence, remedy) in TABLE.items():
        assert sentence.endswith((".", "}")), code
        assert not remedy or remedy.endswith((".", "}")), code


@pytest.mark.parametrize("catalogue", TRANSLATIONS, ids=lambda path: path.stem)
def test_every_language_says_every_problem_and_names_the_same_fields(catalogue: Path) -> None:
    context = next(c for c in ET.parse(catalogue).getroot().iter("context") if c.findtext("name") == "Problems")
    translated = {m.findtext("source"): m.findtext("translation") or "" for m in context.iter("message")}
    for code, words in TABLE.items():
        for sentence in filter(None, words):
            if code == "as_written":
                continue
            assert translated.get(sentence), f"{code}: {sentence}"
            forms = {field for field in string.Formatter().parse(sentence) if field[1] is not None}
            other = {field for field in string.Formatter().parse(translated[sentence]) if field[1] is not None}
            assert {form[1:] for form in forms} == {form[1:] for form in other}, f"{code}: {translated[sentence]}"


def test_a_name_stands_in_the_sentence_of_every_language() -> None:
    lost = Problem("microphone.lost", name="Blue {Yeti}")
    assert english(lost) == (
        "The connection to the microphone “Blue {Yeti}” was lost. Plug it in again. The program tries again by itself."
    )
    said = {}
    for code in LANGUAGES:
        install_language(code)
        said[code] = words_of(lost).sentence
    assert said == {
        "en": "The connection to the microphone “Blue {Yeti}” was lost.",
        "de": "Das Mikrofon „Blue {Yeti}“ ist weg.",
        "es": "Se perdió el micrófono «Blue {Yeti}».",
        "zh_CN": "麦克风“Blue {Yeti}”已断开。",
    }


def test_numbers_follow_the_language() -> None:
    cut = Problem("session.cut_off", path=Path("v.avi"), length_s=1.25, wanted_s=12.0)
    long = Problem("session.text.long", path=Path("text.csv"), line=3, most=10_000)
    assert words_of(cut).sentence == "v.avi is 1.2 s long, but session.json says 12.0 s: it is cut off."
    assert words_of(long).sentence == "text.csv, line 3: “text” has more than 10,000 characters."
    install_language("de")
    assert words_of(cut).sentence == "v.avi ist 1,2 s lang, laut session.json aber 12,0 s: Das Ende fehlt."
    assert words_of(long).sentence == "text.csv, Zeile 3: „text“ hat mehr als 10.000 Zeichen."


def test_an_input_is_named_in_the_language() -> None:
    missing = Problem("training.input_missing", dataset="fruit", input=Modality.AUDIO)
    install_language("de")
    assert words_of(missing).sentence == "Kein Trainingsbeispiel von fruit hat diese Eingabe: Ton."


def test_what_has_no_code_yet_is_said_as_it_is() -> None:
    error = MmdeskError("Line 3 of my.csv is {odd}.", "Mend it.")
    install_language("de")
    assert words_of(error.problem) == ("Line 3 of my.csv is {odd}.", "Mend it.")
    assert words_of(None) == ("", "")


def test_a_problem_is_a_value() -> None:
    one = Problem("output.is_folder", path=Path("a"))
    assert one == Problem("output.is_folder", path="a")
    assert hash(one) == hash(Problem("output.is_folder", path="a"))
    assert one != Problem("output.is_folder", path="b")
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own
    with pytest.raises(AttributeError):
        one.code = "other"  # type: ignore[misc]


def test_errors_pass_from_one_process_to_another() -> None:
    lost = SourceError(Problem("camera.frozen", name="Webcam"))
    data = DatasetError("fruit", [Finding("samples.csv", 3, Problem("row.no_label"))])
    for error in (lost, data):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
        assert type(again) is type(error)
        assert (again.problem, str(again)) == (error.problem, str(error))
    assert str(data) == (
        "fruit: problems found: 1. See them in the Train window, or run: "
        "mmdesk dataset check fruit\n  samples.csv:3: has no label."
    )


def test_the_english_words_need_no_qt() -> None:
    code = (
        "import sys; from mmdesk.core.errors import SourceError; from mmdesk.core.problem import Problem\n"
        "error = SourceError(Problem('microphone.none')); bare = str(error)\n"
        "import mmdesk.app; print(bare, '|', error, '|', 'PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    bare, said, qt = done.stdout.strip().split(" | ")
    assert "microphone.none" in bare
    assert said == "No microphone is connected. Connect a microphone. It is then used automatically."
    assert qt == "False"
