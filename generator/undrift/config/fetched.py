"""`fetched.json`: when each page of a provider was fetched, and what its server said.

Written by `undrift sync --accept` beside the manifest; one entry a page, by the page's
file. `fetched` is the day its bytes were first seen, which is the page's revision for
all other commands; `checked` the day its server last confirmed them. `digest` tells
whether the page's file still holds those bytes.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from ..diagnostics import Diagnostic, Place
from .files import read_file

FETCHED = "fetched.json"
FORMAT = 1
_LARGEST = 16 * 1024 * 1024

_DIGEST = re.compile(r"[0-9a-f]{64}")
_SHORT = re.compile(r"[\x20-\x7e]{0,2000}")


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What is known of a page's bytes; `url` is where they were found."""

    url: str
    digest: str
    fetched: date
    checked: date
    etag: str = ""
    last_modified: str = ""


def read_fetched(folder: Path, shown: str) -> Mapping[str, FetchedPage] | Diagnostic:
    """Return what a provider's `fetched.json` says, by page; nothing if it has none."""
    path, label = folder / FETCHED, f"{shown}/{FETCHED}"
    if not os.path.lexists(path):
        return {}
    data = read_file(path, label, _LARGEST)
    if isinstance(data, Diagnostic):
        return data
    try:
        document: object = json.loads(data)
    except (ValueError, RecursionError):
        return _not_valid(label, "it is not JSON")
    if not isinstance(document, dict):
        return _not_valid(label, "it is not a mapping")
    members = cast("dict[str, object]", document)
    if members.get("format") != FORMAT:
        return _not_valid(label, f"its format is not {FORMAT}, the one that is known")
    pages = members.get("pages")
    if not isinstance(pages, dict):
        return _not_valid(label, "it holds no pages")
    return _pages(cast("dict[str, object]", pages))


def render_fetched(pages: Mapping[str, FetchedPage]) -> bytes:
    """Return the file's bytes; the same pages always give the same."""
    entries = {
        file: {
            "url": page.url,
            "digest": page.digest,
            "fetched": page.fetched.isoformat(),
            "checked": page.checked.isoformat(),
            **({"etag": page.etag} if page.etag else {}),
            **({"last_modified": page.last_modified} if page.last_modified else {}),
        }
        for file, page in sorted(pages.items())
    }
    document = {"format": FORMAT, "pages": entries}
    return f"{json.dumps(document, indent=2)}\n".encode("ascii")


def _pages(entries: dict[str, object]) -> Mapping[str, FetchedPage]:
    """Take entries as they are; one that is damaged counts as not there."""
    found = {file: _page(entry) for file, entry in entries.items()}
    return {file: page for file, page in found.items() if page is not None}


def _page(entry: object) -> FetchedPage | None:
    match entry:
        case {
            "url": str() as url,
            "digest": str() as digest,
            "fetched": str() as fetched,
            "checked": str() as checked,
        } if _DIGEST.fullmatch(digest):
            members = cast("dict[str, object]", entry)
        case _:
            return None
    try:
        days = date.fromisoformat(fetched), date.fromisoformat(checked)
    except ValueError:
        return None

    def text(value: object) -> str:
        return value if isinstance(value, str) and _SHORT.fullmatch(value) else ""

    return FetchedPage(
        text(url),
        digest,
        *days,
        text(members.get("etag", "")),
        text(members.get("last_modified", "")),
    )


def _not_valid(label: str, reason: str) -> Diagnostic:
    hint = "remove it: undrift sync --accept writes it anew"
    return Diagnostic("UD002", f"not a record of pages: {reason}", Place(label), hint)
