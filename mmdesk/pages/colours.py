"""Colours of a page as CSS variables."""

from __future__ import annotations

from collections.abc import Mapping


def colour_variables(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """Return the style that declares every colour, dark where the reader's system asks for it, light in print."""
    light_rules, dark_rules = (
        "".join(f"--{name}:{value};" for name, value in theme.items()) for theme in (light, dark)
    )
    return (
        f":root{{color-scheme:light dark;{light_rules}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark_rules}}}}}"
    )
