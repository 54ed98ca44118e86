"""The metadata block before a page.

Only flat `key: value` lines are understood: that is all a page's facts can need, and a
YAML reader has no business with text that merely resembles YAML.
"""

from __future__ import annotations

import re

from .blocks import Frontmatter

_LINES = 500
_KEY = re.compile(r"([A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+(.*))?$")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d*$")


def split_frontmatter(lines: list[str]) -> Frontmatter | None:
    """Return the metadata that the page starts with, if it does.

    A page may begin with a rule instead, so the first line inside has to be a key.
    """
    start = next((n for n, line in enumerate(lines[:20]) if line.strip()), -1)
    if start < 0 or lines[start].rstrip() != "---":
        return None
    inner: list[str] = []
    for line in lines[start + 1 : start + _LINES]:
        if line.rstrip() in ("---", "..."):
            break
        inner.append(line)
    else:
        return None
    first = next((line for line in inner if line.strip()), "")
    if inner and not _KEY.match(first):
        return None
    return Frontmatter("\n".join(inner), _values(inner), start + 1)


def _values(lines: list[str]) -> tuple[tuple[str, str], ...]:
    values: dict[str, str] = {}
    for line in lines:
        match = _KEY.match(line.rstrip())
        if match:
            value = _scalar(match[2] or "")
            if value and not _BLOCK_SCALAR.match(value):
                values.setdefault(match[1], value)
    return tuple(values.items())


def _scalar(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return text.partition(" #")[0].rstrip()
