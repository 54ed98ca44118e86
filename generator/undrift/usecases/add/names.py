"""File names in a provider's folder: safe on every system, and each one's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_REFUSED = re.compile(r"[^\w.()+,=@&!'~ -]+")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}$")
_PART = 140
"""Bytes of a file's name without suffix; file systems take 255, numbers included."""
_PARTS = 8


def safe_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return a file name for each name; no two are one on any file system.

    Folders are kept; what cannot stand in a file's name becomes a dash.
    """
    files: set[str] = set()
    folders: set[str] = set()
    numbers: dict[str, int] = {}
    found: list[str] = []
    for name in names:
        wanted = _safe(name)
        if not files.isdisjoint(_above(wanted)):
            wanted = wanted.replace("/", "-")
        choice, many = wanted, _folded(wanted)
        while (folded := _folded(choice)) in files or folded in folders:
            # Counted on from the last time: many pages may have one name.
            numbers[many] = numbers.get(many, 1) + 1
            choice = _numbered(wanted, numbers[many])
        files.add(folded)
        folders.update(_above(choice))
        found.append(choice)
    return tuple(found)


def _safe(name: str) -> str:
    parts = [part for part in name.replace("\\", "/").split("/") if part.strip(". ")]
    safe = [_part(part) for part in parts[-_PARTS:]] or ["page.md"]
    return "/".join(safe)


def _part(part: str) -> str:
    text = unicodedata.normalize("NFC", part)
    text = _REFUSED.sub("-", text).strip(" -")
    text = _DEVICE.sub(r"_\g<0>", text) if _DEVICE.match(text) else text
    suffix = match[0] if (match := _SUFFIX.search(text)) else ""
    stem = text.removesuffix(suffix).lstrip(".")
    stem = stem.encode()[:_PART].decode(errors="ignore").strip(" ")
    return (stem.rstrip(". ") or "page") + suffix


def _numbered(name: str, number: int) -> str:
    folder, slash, last = name.rpartition("/")
    suffix = match[0] if (match := _SUFFIX.search(last)) else ""
    return f"{folder}{slash}{last.removesuffix(suffix)}-{number}{suffix}"


def _above(name: str) -> list[str]:
    """Return the folders that a file stands in, as file systems compare them."""
    parts = _folded(name).split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())
