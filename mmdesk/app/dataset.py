"""``mmdesk dataset``: check a folder of data, or see samples of it as training varies them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mmdesk.app.jobs import CheckedFolder, check_folder
from mmdesk.app.streams import PassingLine
from mmdesk.core.errors import OptionError
from mmdesk.core.output import check_output_file
from mmdesk.core.problem import Problem

if TYPE_CHECKING:
    from mmdesk.training.dataset import DatasetReport

EXIT_PROBLEMS = 2
_MOST_CLASSES = 40
_LAYOUTS = (
    "A data folder has class folders with pictures (and sounds beside them with the same name) plus texts.csv with "
    "file,text[,audio]; or samples.csv with image,audio,text,label[,split]. Several inputs of a kind have names, as in "
    "image:front,image:side. Paths are relative to the folder, tables are UTF-8, a blank cell is a missing input."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ``mmdesk dataset check`` and ``mmdesk dataset preview``."""
    parser.epilog = _LAYOUTS
    actions = parser.add_subparsers(dest="action", required=True, metavar="check|preview")
    check = actions.add_parser("check", help="list all problems of a data folder", epilog=_LAYOUTS)
    check.add_argument("folder", metavar="DIR", type=Path, help="the data folder")
    check.add_argument("--no-media", action="store_true", help="skip decoding pictures and sounds; much faster")
    preview = actions.add_parser("preview", help="draw samples, original and as training varies them")
    preview.add_argument("folder", metavar="DIR", type=Path, help="the data folder")
    preview.add_argument("--out", metavar="FILE.png", type=Path, required=True, help="the picture to write")
    preview.add_argument("--samples", metavar="N", type=int, default=6, help="number of samples, 1 to 24 (default: 6)")
    preview.add_argument(
        "--augmentation",
        choices=("none", "light", "strong"),
        default="light",
        help="how strongly to vary them (default: light)",
    )
    preview.add_argument(
        "--seed", metavar="N", type=int, default=0, help="a different seed shows different samples (default: 0)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Run the chosen action.

    Returns:
        0, or 2 when the folder has problems; all of them stand on stderr.
    """
    return _check(arguments) if arguments.action == "check" else _preview(arguments)


def _check(arguments: argparse.Namespace) -> int:
    with ProgressLine() as line:
        checked = check_folder(arguments.folder, line.show, media=not arguments.no_media)
    report = checked.found
    for text in summary(report):
        print(text)
    for text in split_lines(checked):
        print(text)
    for warning in report.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    for problem in report.problems:
        print(problem, file=sys.stderr)
    if report.problems:
        count = len(report.problems)
        print(f"{report.name}: {count} problem{'' if count == 1 else 's'}; fix them first.", file=sys.stderr)
        return EXIT_PROBLEMS
    print("No problems." if not arguments.no_media else "No problems; pictures and sounds were not decoded.")
    return 0


def summary(report: DatasetReport) -> list[str]:
    """The lines that tell what is in a folder: totals, splits, and a table of the classes."""
    lines = [f"{report.name}: {report.samples} samples in {len(report.by_class)} classes ({report.layout})"]
    if report.by_split:
        lines.append("splits given: " + ", ".join(f"{count} {split}" for split, count in report.by_split.items()))
    if not report.by_class:
        return lines
    shown = list(report.by_class.items())[:_MOST_CLASSES]
    width = min(40, max(len(label) for label, _ in shown))
    heading = "".join(f"{name:>9}" for name in ("samples", *(one.name for one in report.inputs)))
    lines.append(f"{'class':{width}}{heading}")
    for label, counts in shown:
        cells = "".join(f"{counts[key]:>9}" for key in (None, *report.inputs))
        lines.append(f"{_short(label, width):{width}}{cells}")
    if len(report.by_class) > len(shown):
        lines.append(f"… and {len(report.by_class) - len(shown)} more classes")
    return lines


def split_lines(checked: CheckedFolder) -> list[str]:
    """How `mmdesk train` would split the folder without further options."""
    if checked.splits is None:
        return []
    train, validation, test = map(len, checked.splits)
    given = "" if checked.found.by_split else " (split seed 0)"
    return [
        f"{train} samples for training, {validation} for validation, {test} for testing{given}",
        *map(str, checked.split_warnings),
    ]


def _preview(arguments: argparse.Namespace) -> int:
    from mmdesk.app.contact_sheet import write_contact_sheet
    from mmdesk.training.augmentation import Augmentation
    from mmdesk.training.dataset import read_dataset

    if not 1 <= arguments.samples <= 24 or arguments.seed < 0:
        raise OptionError(Problem("option.preview_ranges"))
    if arguments.out.suffix.lower() not in {".png", ".jpg", ".jpeg"}:
        raise OptionError(Problem("option.preview_suffix", path=arguments.out))
    _check_place(arguments.out, arguments.folder)
    with ProgressLine() as line:
        dataset = read_dataset(arguments.folder, progress=line.show)
    augmentation: Augmentation = getattr(Augmentation, arguments.augmentation)()
    write_contact_sheet(dataset, augmentation, arguments.out, count=arguments.samples, seed=arguments.seed)
    print(arguments.out)
    return 0


def _check_place(out: Path, folder: Path) -> None:
    """Refuse to write over anything, and into a class folder, where the picture would be a sample."""
    check_output_file(out)
    inside, root = out.resolve().parent, folder.resolve()
    if root in inside.parents and not (folder / "samples.csv").exists():
        raise OptionError(Problem("option.preview_place", path=out, folder=folder))


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


class ProgressLine(PassingLine):
    """Counts along."""

    def show(self, done: int, total: int | None) -> None:
        """Show ``done`` of ``total``, or ``done`` rows where the total is unknown."""
        self.say(f"{done} rows" if total is None else f"{done} of {total}")
