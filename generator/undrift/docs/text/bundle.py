"""`llms-full.txt`: all pages of a site in one file.

Sites separate them differently; a page starts at

    # Title                 ---                     ## https://docs.example/page
    Source: https://…       ## Title
                            > description           <doc title="…" url="https://…">
                            URL: https://…

and never inside a fence. A rule or a heading alone separates nothing: both are common
inside pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .page import PageText, line_breaks

_FENCE = re.compile(r"[ \t>]{0,40}(?P<marker>`{3,}+|~{3,}+)(?P<info>.*)$")
_HEADING = re.compile(r"#{1,2}[ \t]+\S")
_SOURCE = re.compile(
    r"(?:\*\*)?(?:source|url|page url|canonical)(?:\*\*)?:(?:\*\*)?[ \t]*<?"
    r"(?P<url>https?://[^\s<>]+|/[^\s<>]*)>?[ \t]*$",
    re.IGNORECASE,
)
_URL_HEADING = re.compile(r"#{1,2}[ \t]+<?(?P<url>https?://[^\s<>]+?)>?[ \t]*$")
_DOC = re.compile(r"<(?:doc|page|document)\b(?P<attributes>[^<>]{0,2000})>[ \t]*$")
_DOC_END = re.compile(r"</(?:doc|page|document)>[ \t]*$")
_ATTRIBUTE = re.compile(
    r"\b(?:url|href|path|source)=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)
_AFTER_TITLE = 6
"""So many lines after its title may a page's address stand."""


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a page begins: its first line and its address."""

    line: int
    url: str


def split_bundle(page: PageText) -> tuple[PageText, ...]:
    """Return the pages of a bundle with their lines in it, or the page itself.

    What stands before the first page is the bundle's own and is left out.
    """
    lines = line_breaks(page.text).split("\n")
    starts = list(_starts(lines))
    if not starts:
        return (page,)
    found: list[PageText] = []
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        end = following.line if following else len(lines)
        text = "\n".join(_inner(lines[start.line : end]))
        place = page.place(start.line + 1).line
        found.append(PageText(page.file, text, place, start.url))
    return tuple(found)


def is_bundle(page: PageText) -> bool:
    """Return whether a page is a bundle by its name."""
    name = page.file.replace("\\", "/").rpartition("/")[2].casefold()
    return name.startswith("llms-") and name.endswith(".txt")


def _inner(lines: Sequence[str]) -> list[str]:
    """Return a page's lines, those that only separate pages as empty ones."""
    kept = ["" if _DOC.match(line) or _DOC_END.match(line) else line for line in lines]
    while kept and kept[-1].strip() in ("", "---"):
        kept.pop()
    return kept


def _starts(lines: Sequence[str]) -> Iterator[_Start]:
    """Yield where pages begin; a fence that is never closed hides none."""
    at = 0
    # For each kind of mark the shortest that nothing further down closes: longer ones
    # need not be looked for again, or a page of open fences would take forever.
    open_ends: dict[str, int] = {}
    while at < len(lines):
        line = lines[at]
        if (opened := _FENCE.match(line)) and not _is_inline(opened):
            marker = opened["marker"]
            end = None
            if len(marker) < open_ends.get(marker[0], len(marker) + 1):
                end = _fence_end(lines, at, marker)
                if end is None:
                    open_ends[marker[0]] = len(marker)
            at = at + 1 if end is None else end
            continue
        if start := _start_at(lines, at):
            yield start
        at += 1


def _is_inline(opened: re.Match[str]) -> bool:
    """Return whether a line that begins like a fence is code within a paragraph."""
    return opened["marker"][0] == "`" and "`" in opened["info"]


def _fence_end(lines: Sequence[str], at: int, marker: str) -> int | None:
    """Return the line after a fence, None if it stays open."""
    for n in range(at + 1, len(lines)):
        found = _FENCE.match(lines[n])
        if found and found["marker"].startswith(marker) and not found["info"].strip():
            return n + 1
    return None


def _start_at(lines: Sequence[str], at: int) -> _Start | None:
    line = lines[at]
    if match := _DOC.match(line):
        attribute = _ATTRIBUTE.search(match["attributes"])
        url = (attribute[1] or attribute[2]) if attribute else ""
        return _Start(at, url) if url or 'title="' in line else None
    if match := _URL_HEADING.match(line):
        return _Start(at, match["url"])
    if not _HEADING.match(line):
        return None
    for n in range(at + 1, min(at + 1 + _AFTER_TITLE, len(lines))):
        if match := _SOURCE.match(lines[n]):
            return _Start(at, match["url"])
        if lines[n].strip() and not lines[n].startswith(">"):
            return None
    return None
