"""Which words of a value changed, so that one new member of a long list is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

WordSpan = tuple[str, bool]
"""Text, and whether it is in one of the two values only."""

_WORD = re.compile(r'"(?:[^"\\]|\\.)*"|\w+|\s+|.', re.DOTALL)
_LONGEST = 2_000


def changed_words(
    before: str, after: str
) -> tuple[tuple[WordSpan, ...], tuple[WordSpan, ...]]:
    """Return both values in parts; what is very long, or quite different, in one."""
    if len(before) > _LONGEST or len(after) > _LONGEST:
        return ((before, False),), ((after, False),)
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.5:
        return ((before, False),), ((after, False),)
    blocks = matcher.get_matching_blocks()
    return (
        tuple(_parts(old, [(block.a, block.size) for block in blocks])),
        tuple(_parts(new, [(block.b, block.size) for block in blocks])),
    )


def _parts(words: list[str], same: list[tuple[int, int]]) -> Iterator[WordSpan]:
    reached = 0
    for start, size in same:
        if start > reached:
            yield "".join(words[reached:start]), True
        if size:
            yield "".join(words[start : start + size]), False
        reached = start + size
