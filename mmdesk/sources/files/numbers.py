"""Files of numbers, for the kinds of input that plug-ins bring: a line per moment, a number per channel."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.errors import MediaError
from mmdesk.core.file_names import why_no_file
from mmdesk.core.problem import Problem

MOST_MOMENTS = 1_000_000


def read_numbers(path: Path, channels: int) -> NDArray[np.float32]:
    """Return the numbers (T, C) float32 of a CSV file with C columns; a first line of names is left out.

    Raises:
        MediaError: It cannot be read, is empty or too long, or a line does not hold C finite numbers.
    """
    if problem := why_no_file(path):
        raise MediaError(problem.at(path))
    rows: list[list[float]] = []
    try:
        with path.open(newline="", encoding="utf-8-sig") as stream:
            for line, cells in enumerate(csv.reader(stream), start=1):
                if not cells:
                    continue
                row = _numbers(cells)
                if row is None and line == 1:
                    continue
                if row is None or len(row) != channels:
                    raise MediaError(Problem("signal_file.line", wanted=channels).at(path, line))
                if len(rows) == MOST_MOMENTS:
                    raise MediaError(Problem("signal_file.long", most=MOST_MOMENTS).at(path))
                rows.append(row)
    except (UnicodeDecodeError, csv.Error) as error:
        raise MediaError(Problem("signal_file.line", wanted=channels).at(path)) from error
    except OSError as error:
        raise MediaError(Problem("signal_file.unreadable", reason=error.strerror or str(error)).at(path)) from error
    if not rows:
        raise MediaError(Problem("signal_file.empty").at(path))
    return np.array(rows, np.float32)


def _numbers(cells: list[str]) -> list[float] | None:
    try:
        row = [float(cell) for cell in cells]
    except ValueError:
        return None
    # Beyond float32's range there is nothing finite either.
    return row if all(math.isfinite(each) and abs(each) < 3e38 for each in row) else None
