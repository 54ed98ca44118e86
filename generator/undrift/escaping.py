"""Text that nothing acts on: documentation is hostile input."""

from __future__ import annotations

import re

# GitHub's runner takes a line that begins so for a command; others take `##[…]` and
# `##vso[…]`. A Markdown heading has a space there.
_OTHERS = re.compile(r"##(?=[\w\[])")
_COMMAND = re.compile(r"^([^\S\n]*+):(?=:)", re.MULTILINE)

_BIDI = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x61C)))


def inert(text: str) -> str:
    """Escape what a terminal or a CI log acts on; lines stay lines."""
    return _OTHERS.sub(r"#\\x23", _COMMAND.sub(r"\1\\x3a", visible(text)))


def inert_line(text: str) -> str:
    """Return inert text as one line: a document's own lines are not undrift's."""
    return inert(text.replace("\n", "\\n"))


def visible(text: str) -> str:
    """Write out what would not be seen, or would change how other text is seen."""
    return "".join(
        (
            char
            if char == "\n" or (char.isprintable() and char not in _BIDI)
            else char.encode("unicode_escape", "surrogatepass").decode()
        )
        for char in text
    )
