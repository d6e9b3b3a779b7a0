"""A small writer of SVG. Text stays text, so labels of any script render with the reader's own fonts."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from html import escape
from typing import ClassVar

from mmdesk.evaluation.report.colours import FONT, LIGHT, plot_classes, variables

Point = tuple[float, float]
_CONTROL = dict.fromkeys((*range(32), 127), " ")


def clean(text: str) -> str:
    """Return ``text`` on one line and escaped for HTML, SVG and attributes; XML knows no control characters."""
    # Lone surrogates cannot be encoded as UTF-8, U+FFFE and U+FFFF are not allowed in XML.
    kept = text.translate(_CONTROL).encode("utf-8", "replace").decode("utf-8")
    return escape(kept.replace("\ufffe", " ").replace("\uffff", " "), quote=True)


def text_width(text: str, size: float) -> float:
    """Return about how wide ``text`` is at a font size, both in pixels: East Asian letters are as wide as high."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    marks = sum(unicodedata.combining(letter) != 0 for letter in text)
    # 0.66 em: bold Latin in a wide family; too much room is better than a cut label.
    return size * (wide + 0.66 * (len(text) - wide - marks))


def shortened(text: str, width: float, size: float) -> str:
    """Return ``text``, or as much of it as fits ``width`` pixels with an ellipsis."""
    text = text.translate(_CONTROL)
    if text_width(text, size) <= width:
        return text
    kept = text
    while kept and text_width(kept + "…", size) > width:
        kept = kept[:-1]
    return kept + "…"


def ticks(low: float, high: float, wanted: int = 5) -> list[float]:
    """Return round values that cover [low, high], about ``wanted`` steps of 1, 2, 2.5 or 5 times a power of ten."""
    span = max(high - low, 1e-9)
    power = 10 ** math.floor(math.log10(span / wanted))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor * wanted >= span * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(index * step, 10) for index in range(first, last + 1)]


class Drawing:
    """Collects shapes on a canvas of ``width`` x ``height`` pixels.

    Colours are names of :data:`mmdesk.evaluation.report.colours.LIGHT`. Every shape carries its light colour as an
    attribute for viewers without CSS variables, and a class that follows the reader's theme elsewhere.

    Args:
        width: Pixels.
        height: Pixels.
        title: What a screen reader says; one sentence.
    """

    kind: ClassVar[str] = "figure"

    def __init__(self, width: float, height: float, title: str) -> None:
        self.width = width
        self.height = height
        self.title = title
        self._parts: list[str] = []

    def text(
        self,
        at: Point,
        text: str,
        *,
        size: float = 13,
        colour: str = "ink",
        anchor: str = "start",
        bold: bool = False,
        turn: float = 0,
        width: float = math.inf,
    ) -> None:
        """Write one line with its baseline at ``at``; longer than ``width`` pixels it is shortened, whole in a hint."""
        x, y = at
        shown = shortened(text, width, size) if width < math.inf else text
        more = f' transform="rotate({turn:g} {x:.1f} {y:.1f})"' if turn else ""
        more += ' font-weight="600"' if bold else ""
        more += f' text-anchor="{anchor}"' if anchor != "start" else ""
        hint = f"<title>{clean(text)}</title>" if shown != text else ""
        self._parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{self._fill(colour)}{more}>{clean(shown)}{hint}</text>'
        )

    def line(self, start: Point, end: Point, *, colour: str = "line", width: float = 1, dash: str = "") -> None:
        """Draw a straight line."""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(
            f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
            f'stroke-width="{width:g}"{self._stroke(colour)}{dashes}/>'
        )

    def path(
        self,
        points: Sequence[Point],
        *,
        colour: str,
        width: float = 2,
        dash: str = "",
        opacity: float = 1,
        hint: str = "",
    ) -> None:
        """Draw a line through ``points``."""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        place = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._parts.append(
            f'<polyline points="{place}" fill="none" stroke-width="{width:g}" stroke-opacity="{opacity:g}" '
            f'stroke-linejoin="round"{self._stroke(colour)}{dashes}>{self._hint(hint)}</polyline>'
        )

    def area(self, points: Sequence[Point], *, colour: str, opacity: float = 0.18) -> None:
        """Fill the polygon of ``points``."""
        place = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._parts.append(f'<polygon points="{place}" fill-opacity="{opacity:g}"{self._fill(colour)}/>')

    def box(
        self, at: Point, size: Point, *, colour: str, opacity: float = 1, outline: str = "", hint: str = ""
    ) -> None:
        """Fill a rectangle whose top left corner is ``at``."""
        self._parts.append(
            f'<rect x="{at[0]:.1f}" y="{at[1]:.1f}" width="{max(size[0], 0):.1f}" height="{max(size[1], 0):.1f}" '
            f'fill-opacity="{opacity:.3g}"{self._fill(colour, outline)}>{self._hint(hint)}</rect>'
        )

    def dot(self, at: Point, radius: float, *, colour: str, opacity: float = 1, hint: str = "") -> None:
        """Fill a circle."""
        self._parts.append(
            f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{radius:g}" fill-opacity="{opacity:g}"'
            f"{self._fill(colour)}>{self._hint(hint)}</circle>"
        )

    def diamond(self, at: Point, radius: float, *, colour: str, hint: str = "") -> None:
        """Draw the outline of a diamond, filled with the paper."""
        x, y = at
        place = f"{x:.1f},{y - radius:.1f} {x + radius:.1f},{y:.1f} {x:.1f},{y + radius:.1f} {x - radius:.1f},{y:.1f}"
        self._parts.append(
            f'<polygon points="{place}" stroke-width="2"{self._fill("paper", colour)}>{self._hint(hint)}</polygon>'
        )

    def __html__(self) -> str:
        """The drawing as a template puts it into a page, which already carries the plot classes."""
        return self._element("", "")

    def document(self) -> str:
        """Return the drawing as a file of its own, with colours of both themes and a background."""
        style = f"<style>{variables()}\n{plot_classes()}</style>"
        paper = f'<rect width="100%" height="100%"{self._fill("paper")}/>'
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{self._element(style, paper)}\n'

    def _element(self, style: str, paper: str) -> str:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{clean(self.title)}" '
            f'width="{self.width:.0f}" height="{self.height:.0f}" '
            f'viewBox="0 0 {self.width:.0f} {self.height:.0f}" font-family="{escape(FONT)}">'
            f"{style}{paper}{''.join(self._parts)}</svg>"
        )

    @staticmethod
    def _fill(colour: str, outline: str = "") -> str:
        edge = f' stroke="{LIGHT[outline]}"' if outline else ""
        more = f" s-{outline}" if outline else ""
        return f' fill="{LIGHT[colour]}"{edge} class="f-{colour}{more}"'

    @staticmethod
    def _stroke(colour: str) -> str:
        return f' stroke="{LIGHT[colour]}" class="s-{colour}"'

    @staticmethod
    def _hint(hint: str) -> str:
        return f"<title>{clean(hint)}</title>" if hint else ""
