"""One self-contained HTML page: sections with a table of contents, figures, tables. No scripts, nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mmdesk.core.shares import decimal_number
from mmdesk.evaluation.report.colours import FONT, plot_classes, variables
from mmdesk.evaluation.report.plots import percent
from mmdesk.evaluation.report.svg import Drawing, clean

Cell = str | float | int | None

_STYLE = f"""
{variables()}
{plot_classes()}
*{{box-sizing:border-box}}
html{{background:var(--paper);color:var(--ink);font:16px/1.55 {FONT};scroll-behavior:smooth}}
body{{max-width:76rem;margin:0 auto;padding:2rem 1.25rem 4rem;overflow-wrap:anywhere}}
h1{{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem}}
h2{{font-size:1.35rem;line-height:1.3;margin:2.8rem 0 .6rem;padding-top:.6rem;border-top:1px solid var(--line)}}
h3{{font-size:1.08rem;margin:1.8rem 0 .4rem}}
p,li{{max-width:46rem}}
p{{margin:.5rem 0}}
.muted,figcaption{{color:var(--muted)}}
nav{{background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:.7rem 1.2rem;margin:1.4rem 0}}
nav ol{{margin:.2rem 0;padding-left:1.3rem;columns:17rem;column-gap:2.5rem}}
nav li{{break-inside:avoid}}
a{{color:inherit;text-decoration-color:var(--rest);text-underline-offset:.2em}}
a:focus-visible{{outline:2px solid var(--state);outline-offset:2px}}
.figures{{display:flex;flex-wrap:wrap;gap:.7rem;margin:1rem 0}}
.figures div{{background:var(--panel);border:1px solid var(--line);border-radius:10px}}
.figures div{{padding:.6rem 1rem;min-width:8.5rem}}
.figures b{{display:block;font-size:1.5rem;line-height:1.25;font-variant-numeric:tabular-nums}}
.figures span{{color:var(--muted);font-size:.88rem}}
figure{{margin:1rem 0;overflow-x:auto}}
figure svg{{display:block}}
.scroll{{overflow-x:auto;margin:1rem 0}}
table{{border-collapse:collapse;overflow-wrap:normal;font-size:.92rem;font-variant-numeric:tabular-nums}}
caption{{text-align:left;color:var(--muted);padding-bottom:.3rem}}
th,td{{padding:.28rem .7rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:top}}
th{{font-weight:600}}
thead th{{border-bottom:2px solid var(--rest);vertical-align:bottom}}
th:first-child,.words{{text-align:left}}
td{{white-space:nowrap}}
td.words,th:first-child{{max-width:24rem;min-width:7.5rem;white-space:normal;overflow-wrap:break-word}}
tr.strong td,tr.strong th{{font-weight:700}}
.say{{border-left:4px solid var(--state);padding:.1rem 0 .1rem .9rem;margin:.9rem 0}}
@media print{{
html{{font-size:10.5pt}} body{{max-width:none;padding:0}} nav{{display:none}}
h2,h3{{break-after:avoid}} figure,tr,.figures,.say{{break-inside:avoid}} figure,.scroll{{overflow:visible}}
figure svg{{max-width:100%;height:auto}}
}}
"""


class Kind(StrEnum):
    """How a column is shown on the page; CSV tables hold the bare value."""

    WORDS = "words"
    COUNT = "count"
    SHARE = "share"
    POINTS = "points"
    DECIMAL = "decimal"
    P_VALUE = "p"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns.

    Attributes:
        columns: Title and kind of each; the first column names the row.
        rows: As many cells as columns; None is shown as "–".
        strong: Indices of the rows set in bold.
    """

    columns: tuple[tuple[str, Kind], ...]
    rows: tuple[tuple[Cell, ...], ...]
    strong: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its body in HTML."""

    title: str
    body: str


def shown(value: Cell, kind: Kind) -> str:
    """Return a cell as a reader sees it, not yet escaped."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    match kind:
        case Kind.SHARE:
            return percent(value)
        case Kind.POINTS:
            return points(value)
        case Kind.P_VALUE:
            return p_value(value)
        case Kind.DECIMAL:
            return decimal_number(value)
        case _:
            return f"{value:,}".replace(",", "\u202f")


def points(share: float) -> str:
    """Return a difference of shares in points, "+2.1", "−0.4" with a true minus, or "0.0"."""
    # A difference that rounds to none has no sign: no "−0.0".
    return f"{100 * share:+.1f}".replace("-", "−") if abs(share) >= 0.0005 else "0.0"


def listed(names: Sequence[str], most: int = 6) -> str:
    """Return "a", "a and b" or "a, b and c"; beyond ``most`` names the rest is a number."""
    shown = list(names) if len(names) <= most else [*names[: most - 1], f"{len(names) - most + 1} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def p_value(value: float) -> str:
    """Return "0.012" or "< 0.001"."""
    return "< 0.001" if value < 0.001 else f"{value:.3f}"


def paragraph(text: str, style: str = "") -> str:
    """Return an escaped paragraph."""
    name = f' class="{style}"' if style else ""
    return f"<p{name}>{clean(text)}</p>"


def reading(shows: str, how: str) -> str:
    """Return the two paragraphs that go before a plot or a table."""
    return (
        f"<p><strong>What this shows.</strong> {clean(shows)}</p><p><strong>How to read it.</strong> {clean(how)}</p>"
    )


def bullets(lines: Sequence[str]) -> str:
    """Return an escaped list; nothing for no lines."""
    return f"<ul>{''.join(f'<li>{clean(line)}</li>' for line in lines)}</ul>" if lines else ""


def headline(figures: Sequence[tuple[str, str]]) -> str:
    """Return large figures, each (value, what it is)."""
    boxes = [f"<div><b>{clean(value)}</b><span>{clean(words)}</span></div>" for value, words in figures]
    return f'<div class="figures">{"".join(boxes)}</div>'


def figure(drawing: Drawing | None) -> str:
    """Return the drawing in the page; nothing for None."""
    return "" if drawing is None else f"<figure>{drawing.inline()}</figure>"


def table_html(table: Table) -> str:
    """Return the table in the page, scrolling sideways where it is too wide."""
    words = {True: ' class="words"', False: ""}
    head = "".join(f'<th scope="col"{words[kind is Kind.WORDS]}>{clean(title)}</th>' for title, kind in table.columns)
    rows = []
    for index, row in enumerate(table.rows):
        cells = [f'<th scope="row">{clean(shown(row[0], table.columns[0][1]))}</th>']
        for (_, kind), value in zip(table.columns[1:], row[1:], strict=True):
            cells.append(f"<td{words[kind is Kind.WORDS]}>{clean(shown(value, kind))}</td>")
        strong = ' class="strong"' if index in table.strong else ""
        rows.append(f"<tr{strong}>{''.join(cells)}</tr>")
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'


def page(title: str, subtitle: str, opening: str, sections: Sequence[Section]) -> str:
    """Return the whole page; ``opening`` is HTML that stands before the table of contents."""
    keys = [
        f"{index}-{re.sub(r'[^a-z0-9]+', '-', section.title.lower()).strip('-')}"
        for index, section in enumerate(sections, 1)
    ]
    contents = "".join(
        f'<li><a href="#s{key}">{clean(section.title)}</a></li>' for key, section in zip(keys, sections, strict=True)
    )
    body = "\n".join(
        f'<section id="s{key}"><h2>{clean(section.title)}</h2>{section.body}</section>'
        for key, section in zip(keys, sections, strict=True)
    )
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="mmdesk">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{clean(title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>{clean(title)}</h1>
<p class="muted">{clean(subtitle)}</p>
{opening}
<nav aria-label="Contents"><strong>Contents</strong><ol>{contents}</ol></nav>
<main>
{body}
</main>
</body>
</html>
"""
