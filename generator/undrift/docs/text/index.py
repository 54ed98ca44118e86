"""`llms.txt`: a site's list of its pages.

    # Site
    > what it is
    ## Section
    - [Title](https://docs.example/page.md): what is there

Titles may hold brackets and endpoints; descriptions are optional. A section that is
called after OpenAPI names the full spec, which is worth more than its pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..vocabulary.lookup import words_of
from .page import PageText, line_breaks

_LINES = 50_000
_LINE = 4_000
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_ENTRY = re.compile(
    r"[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]+"
    r"\[(?P<title>(?:[^\]]|\](?!\())*+)\]\(<?(?P<url>[^\s<>]+?)>?\)(?=[\s:–—-]|$)"
    r"[ \t]*(?:[:–—-][ \t]*(?P<description>.*))?"
)
_SPEC = re.compile(r"\b(?:open ?api|swagger)\b", re.IGNORECASE)
_SPEC_FILE = re.compile(
    r"(?:^|[/_.-])(?:openapi|swagger)[\w.-]*(?:\.(?:json|ya?ml))?(?:[?#].*)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One page that an index names. `section` is the heading it stands under."""

    title: str
    url: str
    description: str
    section: str
    line: int


@dataclass(frozen=True, slots=True)
class Index:
    """What an index says. `specs` are OpenAPI documents, and no pages."""

    title: str
    summary: str
    entries: tuple[IndexEntry, ...]
    specs: tuple[IndexEntry, ...]


def read_index(page: PageText) -> Index:
    """Read an index; addresses are as written and may be relative."""
    title = section = ""
    summary: list[str] = []
    entries: list[IndexEntry] = []
    for number, line in _lines(page):
        if heading := _HEADING.match(line):
            named = heading[2].rstrip(" \t#")
            if len(heading[1]) == 1 and not title:
                title = named
            else:
                section = named
        elif line.startswith(">") and not section and not entries:
            summary.append(line.lstrip("> \t").rstrip())
        elif entry := _ENTRY.match(line):
            entries.append(
                IndexEntry(
                    entry["title"].replace("\\[", "[").replace("\\]", "]").strip(),
                    entry["url"],
                    (entry["description"] or "").strip(),
                    section,
                    page.place(number).line,
                )
            )
    return Index(
        title,
        " ".join(filter(None, summary)),
        tuple(entry for entry in entries if not _is_spec(entry)),
        tuple(entry for entry in entries if _is_spec(entry)),
    )


def is_index(page: PageText) -> bool:
    """Return whether a page is a list of links to other pages, and no page itself."""
    if page.file.replace("\\", "/").rpartition("/")[2].casefold() == "llms.txt":
        return True
    if not page.file.endswith(".txt"):
        return False
    entries = others = 0
    for _, line in _lines(page):
        if _ENTRY.match(line):
            entries += 1
        elif line.strip() and not _HEADING.match(line) and not line.startswith(">"):
            others += 1
    return entries > 2 and entries > 2 * others


def _lines(page: PageText) -> Iterator[tuple[int, str]]:
    lines = line_breaks(page.text).split("\n", _LINES)[:_LINES]
    for number, line in enumerate(lines, 1):
        yield number, line[:_LINE]


def _is_spec(entry: IndexEntry) -> bool:
    """Return whether an entry names a description of the API, not a page about it."""
    address = entry.url.rstrip("/")
    if address.endswith((".md", ".mdx", ".html")):
        return False
    said = words_of(entry.section)
    return bool(_SPEC.search(said)) or bool(_SPEC_FILE.search(address))
