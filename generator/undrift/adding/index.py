"""Following an index of pages (llms.txt) to the pages.

# Title
> summary
- [Page](https://docs.acme.example/api/cancel.md): what it is about
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..config import read_file
from ..diagnostics import Diagnostic, Place
from .coverage import LeftOut
from .given import PAGES, Gathered, Given, is_spec

_LINK = re.compile(
    r"^\s*[-*]\s*\[(.{0,300}?)\]\(<?([^()\s<>]{1,2000})>?\)", re.MULTILINE
)
_TITLE = re.compile(r"^#[ \t]+(.{1,200})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Link:
    """One line of an index."""

    title: str
    url: str


def links_of(text: str) -> tuple[Link, ...]:
    """Return the links of an index, each address once."""
    found = {match[2]: Link(match[1], match[2]) for match in _LINK.finditer(text)}
    return tuple(found.values())


def title_of(text: str) -> str:
    """Return what an index is called."""
    match = _TITLE.search(text)
    return match[1].strip() if match else ""


def follow(path: Path, index: Given) -> Gathered:
    """Return the pages that a local index names and that stand beside it."""
    text = index.data.decode("utf-8", "replace")
    found = Gathered(title=title_of(text))
    for link in links_of(text):
        found += _linked(path.parent, link)
    if not found.pages and not found.specs:
        message = "nothing that this index names stands beside it"
        hint = "give the index by its address, or the folder that holds the pages"
        problem = Diagnostic("UD020", message, Place(index.shown), hint)
        found += Gathered(problems=(problem,))
    return found


def _linked(folder: Path, link: Link) -> Gathered:
    url = link.url if link.url.startswith(("https://", "http://")) else ""
    for name in _candidates(link.url):
        path = folder / name
        if not path.is_file() or path.is_symlink():
            continue
        data = read_file(path, str(path))
        if isinstance(data, Diagnostic):
            return Gathered(problems=(data,))
        given = Given(name, data, str(path), url, path.parent)
        return (
            Gathered(specs=(given,))
            if is_spec(name, data)
            else Gathered(pages=(given,))
        )
    reason = "the index names it, but it does not stand beside the index"
    return Gathered(left_out=(LeftOut(link.url, "link", reason),))


def _candidates(url: str) -> Iterator[str]:
    """Yield the names that a page may have beside the index, the longest first."""
    parts = [
        part
        for part in unquote(urlsplit(url).path).split("/")
        if part not in ("", ".", "..") and "\0" not in part and "\\" not in part
    ]
    for start in range(len(parts)):
        name = "/".join(parts[start:])
        yield name
        if Path(name).suffix.lower() not in PAGES:
            yield f"{name}.md"
