"""Counts where code above ``models`` still knows that its inputs are three: a picture, a sound and a text.

``python -m tests.unit.fixed_inputs`` prints the counts per file. What belongs to one kind of input is looked up in the
registries, which are left out.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "mmdesk"
ABOVE_MODELS = ("analysis", "app", "engine", "evaluation", "pages", "sources", "training", "ui")
REGISTRIES = {
    "app/augmentation_preview.py",
    "app/predict.py",
    "app/teaching_files.py",
    "analysis/saliency/explanation.py",
    "evaluation/corruptions.py",
    "sources/dropped.py",
    "sources/observer.py",
    "sources/session/moments.py",
    "sources/session/recording_index.py",
    "training/augmentation.py",
    "training/class_folders.py",
    "training/media.py",
    "training/teaching/kinds.py",
    "ui/glyphs.py",
    "ui/microscope/perturbation_words.py",
    "ui/microscope/presets.py",
    "ui/panels/input_cards.py",
    "ui/welcome.py",
    "ui/words.py",
}
"""How each kind of input is explained, shown and perturbed at one press, its icon, and what all that is called; how it
is read, judged, recorded, varied, taught and measured; and the layout of folders, which has pictures, sounds and
texts by its nature."""

MENTIONS, TUPLES, SUBSETS, KINDS = "all three named", "tuples of three", "numbers of subsets", "Modality.X"
BOUNDS = {MENTIONS: 0, TUPLES: 0, SUBSETS: 0, KINDS: 52}
"""How many there may be; a bound may only fall."""

_INPUTS = {"image", "audio", "text"}
_ABOUT_SUBSETS = re.compile("subset|coalition|mask|probabilit", re.IGNORECASE)


def counts() -> dict[str, dict[str, int]]:
    """Return how often each thing is found, by file (relative to the package); files without any are left out."""
    found = {}
    for package in ABOVE_MODELS:
        for path in sorted((PACKAGE / package).rglob("*.py")):
            name = path.relative_to(PACKAGE).as_posix()
            of_file = counts_in(path.read_text(encoding="utf-8"))
            if name not in REGISTRIES and any(of_file.values()):
                found[name] = of_file
    return found


def counts_in(source: str) -> dict[str, int]:
    """Return how often each thing is found in one module."""
    tree, lines = ast.parse(source), source.splitlines()
    nodes = list(ast.walk(tree))
    return {
        MENTIONS: _mentions(tree)[1],
        TUPLES: sum(_is_tuple_of_three(node) for node in nodes),
        SUBSETS: sum(_is_number_of_subsets(node, lines) for node in nodes),
        KINDS: sum(isinstance(node, ast.Attribute) and _is_name(node.value, "Modality") for node in nodes),
    }


def _mentions(node: ast.AST) -> tuple[set[str], int]:
    """Return which inputs a node names, and how many innermost places within it name all three.

    Such a place is an expression, a statement, the arguments of a function or the fields of a class: that three
    functions of a module name one each is none.
    """
    named, count, fields = set(_names(node)), 0, set()
    for child in ast.iter_child_nodes(node):
        of_child, places = _mentions(child)
        named |= of_child
        count += places
        if isinstance(child, ast.AnnAssign):
            fields |= set(_names(child.target))
    if isinstance(node, ast.ClassDef):
        named = fields
    elif isinstance(node, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef):
        return set(), count
    if count == 0 and named >= _INPUTS:
        count = 1
    return (set(), count) if isinstance(node, ast.ClassDef) else (named, count)


def _names(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.keyword(arg=str(name)):
            yield from _INPUTS & set(name.lower().split("_"))
        case ast.Constant(value=str(text)):
            yield from _INPUTS & {text}


def _is_tuple_of_three(node: ast.AST) -> bool:
    """Whether it is the type of a tuple with three elements of one type, that of no exception left out."""
    if not (isinstance(node, ast.Subscript) and _is_name(node.value, "tuple") and isinstance(node.slice, ast.Tuple)):
        return False
    elements = [ast.dump(element) for element in node.slice.elts]
    return len(elements) == 3 and len(set(elements)) == 1 and not isinstance(node.slice.elts[0], ast.Constant)


def _is_number_of_subsets(node: ast.AST, lines: list[str]) -> bool:
    """Whether it is 7 or 8 in a line about subsets, or the three masks."""
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return [element.value for element in node.elts if isinstance(element, ast.Constant)] == [1, 2, 4]
    if isinstance(node, ast.Constant) and node.value in (7, 8) and type(node.value) is int:
        return _ABOUT_SUBSETS.search(lines[node.lineno - 1]) is not None
    return False


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def totals(found: dict[str, dict[str, int]]) -> dict[str, int]:
    """Return the sums over all files."""
    return {what: sum(of_file[what] for of_file in found.values()) for what in BOUNDS}


def main() -> None:
    """Print the counts."""
    found = counts()
    lines = [[*BOUNDS, "file"]]
    lines += [[*(str(of_file[what]) for what in BOUNDS), name] for name, of_file in found.items()]
    lines += [[*(f"{count} (at most {BOUNDS[what]})" for what, count in totals(found).items()), "all"]]
    sys.stdout.write("".join("\t".join(line) + "\n" for line in lines))


if __name__ == "__main__":
    main()
