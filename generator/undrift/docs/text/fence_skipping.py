"""Long fences, emptied before the Markdown parser goes through them.

The parser looks at every line of a page, and nearly all lines of an API page stand in
one fence whose content it then hands over as it is. A fence at the margin begins and
ends where its marks say (CommonMark 0.31, 4.5), so that its body can be left out and
put back. Should the parser see no fence there after all, the page is parsed as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

_OPENS = re.compile(r"[ \t]*(`{3,}|~{3,})")
_TERMINATES = re.compile(r"</(?:table|pre|script|style|textarea)>|-->|\*/\}|%\}", re.I)
"""What may end something that began above the fence and hides it."""

_LONG = 40
"""Lines of a fence's body from which on leaving it out is worth while."""


@dataclass(frozen=True, slots=True)
class SkippedFences:
    """A page's lines without the bodies of its long fences.

    `origins` gives the page's line for each of these, and for the end; `ends` the last
    line of each fence by its first, all counted from 0 in the page.
    """

    lines: Sequence[str]
    origins: Sequence[int]
    ends: Mapping[int, int]


def skip_fences(lines: Sequence[str]) -> SkippedFences:
    """Return a page's lines with long fences emptied."""
    kept: list[str] = []
    origins: list[int] = []
    ends: dict[int, int] = {}
    at = 0
    while at < len(lines):
        after = at + 1
        match = _OPENS.match(lines[at])
        if match is not None and _is_info(match[1], lines[at][match.end() :]):
            end = _end(lines, at + 1, match[1])
            after = min(end + 1, len(lines))
            long = end - at > _LONG and match.start(1) == 0
            if long and not any(map(_TERMINATES.search, lines[at + 1 : end])):
                ends[at] = end
                kept.append(lines[at])
                origins.append(at)
                at = end
        kept += lines[at:after]
        origins += range(at, after)
        at = after
    return SkippedFences(kept, [*origins, len(lines)], ends)


def _is_info(mark: str, rest: str) -> bool:
    return mark[0] == "~" or "`" not in rest


def _end(lines: Sequence[str], start: int, mark: str) -> int:
    """Return the line that closes a fence, or the one after the last."""
    for number in range(start, len(lines)):
        line = lines[number]
        if mark in line:
            bare = line.strip(" \t")
            if len(bare) >= len(mark) and not bare.strip(mark[0]):
                return number
    return len(lines)


def restore_fences(
    tokens: Sequence[Token], lines: Sequence[str], skipped: SkippedFences
) -> bool:
    """Put lines and bodies back as they are in the page.

    False if the parser saw no fence where one was emptied.
    """
    waiting = dict(skipped.ends)
    for token in tokens:
        if token.map is None:
            continue
        start, after = (skipped.origins[line] for line in token.map)
        token.map = [start, after]
        if token.type == "fence" and start in waiting:
            end = waiting.pop(start)
            if token.level or after != min(end + 1, len(lines)):
                return False
            token.content = "".join(f"{line}\n" for line in lines[start + 1 : end])
    return not waiting
