"""The one way to a page: a template beside this module, filled in by Jinja2 with everything escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mmdesk.core.errors import MmdeskError
from mmdesk.core.problem import Problem

if TYPE_CHECKING:
    from jinja2 import Environment

# The files travel with the package: in a wheel, in a frozen program and in a checkout they lie beside this module.
TEMPLATES = Path(__file__).with_name("templates")
# What HTML cannot hold. Tabs and line ends stay: some text is shown with the lines it has.
_BLANKED = ({*range(32), 127} - {ord(letter) for letter in "\t\n\r"}) | {0xFFFE, 0xFFFF}
_CONTROL = dict.fromkeys(_BLANKED, " ") | {0: "�"}


def render(template: str, **values: object) -> str:
    """Return a page.

    Any thread may call it. Strings are escaped; an object with ``__html__`` puts its own markup into the page.

    Args:
        template: File name in the folder of templates.
        values: What the template names; one that is missing is an error, not a gap.

    Raises:
        MmdeskError: A template is missing or damaged, with its name and line.
    """
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    try:
        page = _environment().get_template(template).render(values)
    except TemplateNotFound as error:
        raise MmdeskError(Problem("page.no_template", path=TEMPLATES / str(error.name))) from error
    except TemplateSyntaxError as error:
        path = TEMPLATES / (error.name or template)
        raise MmdeskError(Problem("page.torn_template", path=path, line=error.lineno)) from error
    except (TemplateError, OSError, UnicodeDecodeError) as error:
        raise _damaged(template) from error
    if not page.rstrip().endswith("</html>"):  # an emptied file is a template too
        raise _damaged(template)
    return page


def _damaged(template: str) -> MmdeskError:
    return MmdeskError(Problem("page.bad_template", path=TEMPLATES / template))


@cache
def _environment() -> Environment:
    # A tenth of a second, spent when the first page is made and not when the program starts.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _printable(value: object) -> object:
    """Text without what HTML or UTF-8 cannot hold; a file's name may have half of a surrogate pair."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return value.translate(_CONTROL).encode("utf-8", "replace").decode("utf-8")
    return value
