"""Which names a package may hold: nothing that could land anywhere else.

A name is a relative path with forward slashes. The same rules judge what is about to
be written and what `.undrift.json` or a journal on disk claims, because a cloned
repository may bring those along.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

RECORD_FILE = ".undrift.json"
"""The file that says what was written, and from what."""


def file_name_problem(name: str) -> str:
    """Return why a name must not be written, or ""."""
    if any(ord(c) < 32 or ord(c) == 127 for c in name):
        return "holds a control character"
    if not name.isprintable():
        return "holds a character that cannot be shown"
    if "\\" in name or ":" in name:
        return "holds a backslash or a colon"
    for part in name.split("/"):
        if part in ("", ".", ".."):
            return "is not a plain relative path"
        if part != part.rstrip(". "):
            return "ends a part with a dot or a space"
    return ""


def collisions(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that some file system takes for one, or as file and folder.

    Compared without regard to case and Unicode form, folder by folder.
    """
    seen: dict[str, tuple[str, str]] = {}
    for name in sorted(names):
        parts = name.split("/")
        for depth in range(1, len(parts) + 1):
            path = "/".join(parts[:depth])
            # A folder that is spelled the same way twice is simply shared.
            spelling = path if depth == len(parts) else f"{path}/"
            first = seen.setdefault(_folded(path), (spelling, name))
            if first[0] != spelling:
                yield first[1], name
                break


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
