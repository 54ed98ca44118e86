"""Long fences, emptied before the Markdown parser goes through them.

The parser looks at every line of a page, and nearly all lines of an API page stand in
one fence whose content it then hands over as it is. A fence at the margin begins and
ends where its marks say (CommonMark 0.31, 4.5), so that its body can be left out and
put back. Should the parser see no fence there after all, the page is parsed as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markdown_it.token import Token

_OPENS = re.compile(r"[ \t]*(`{3,}|~{3,})")
_TERMINATES = re.compile(r"</(?:table|pre|script|style|textarea)>|-->|\*/\}|%\}", re.I)
"""What may end something that began above the fence and hides it."""

_LONG = 40
"""Lines of a fence's body from which on leaving it out is worth while."""


def hollowed(lines: Sequence[str]) -> tuple[list[str], Mapping[int, int]]:
    """Return lines with long fences emptied; first and last line of each, from 0."""
    found: dict[int, int] = {}
    emptied = list(lines)
    at = 0
    while at < len(lines):
        match = _OPENS.match(lines[at])
        if match is None or (match[1][0] == "`" and "`" in lines[at][match.end() :]):
            at += 1
            continue
        end = _end(lines, at + 1, match[1])
        long = end - at > _LONG and match.start(1) == 0
        if long and not any(map(_TERMINATES.search, lines[at + 1 : end])):
            emptied[at + 1 : end] = [""] * (end - at - 1)
            found[at] = end
        at = end + 1
    return emptied, found


def _end(lines: Sequence[str], start: int, mark: str) -> int:
    """Return the line that closes a fence, or the one after the last."""
    for number in range(start, len(lines)):
        line = lines[number]
        if mark in line:
            bare = line.strip(" \t")
            if len(bare) >= len(mark) and not bare.strip(mark[0]):
                return number
    return len(lines)


def filled(
    tokens: Sequence[Token], lines: Sequence[str], fences: Mapping[int, int]
) -> bool:
    """Put the bodies back; False if the parser saw no fence where one was emptied."""
    waiting = dict(fences)
    for token in tokens:
        if token.type == "fence" and token.map and token.map[0] in waiting:
            start, after = token.map
            end = waiting.pop(start)
            if token.level or after != min(end + 1, len(lines)):
                return False
            body = lines[start + 1 : start + 1 + token.content.count("\n")]
            token.content = "".join(f"{line}\n" for line in body)
    return not waiting
