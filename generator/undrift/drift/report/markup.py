"""HTML that cannot hold a page's markup: text becomes `Html` by being escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NewType

from ...escaping import visible

Html = NewType("Html", str)
"""Markup of undrift's own. Only this module makes it of other text."""

_VOID = frozenset({"br", "input", "meta"})


def html_text(words: str) -> Html:
    """Return text as text; what would not be seen is written out."""
    return Html(escape(visible(words.replace("\t", "    "))))


def join_html(parts: Iterable[Html]) -> Html:
    """Return markup, one after the other."""
    return Html("".join(parts))


def tag(name: str, /, *inside: Html, **attributes: str | bool) -> Html:
    """Return an element. In names of attributes, `_` stands for `-`, and ends `class_`.

    An attribute that is True has no value, one that is False is left out.
    """
    listed = "".join(
        f" {_name(key)}" if value is True else f' {_name(key)}="{html_text(value)}"'
        for key, value in attributes.items()
        if value is not False
    )
    start = f"<{name}{listed}>"
    return Html(start if name in _VOID else f"{start}{join_html(inside)}</{name}>")


def own(name: str, source: str) -> Html:
    """Return a script or a style sheet of undrift's own, as it is."""
    assert f"</{name}" not in source
    return Html(f"<{name}>{source}</{name}>")


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
