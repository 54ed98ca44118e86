"""How a page's text differs, for people: a unified diff of bounded length."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

MOST_LINES = 60
_WIDEST = 200
_MOST_COMPARED = 2000
"""Lines that are compared one by one; the time that takes may grow with the square."""
_CONTEXT = 3


def difference(before: bytes, after: bytes, limit: int = MOST_LINES) -> tuple[str, ...]:
    """Return the lines of a diff; what is left out is said in the last one."""
    old, new = _lines(before), _lines(after)
    if old == new:
        return ("only line ends, the byte order mark, or the file's end differ",)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    removed, added = len(old) - start - end, len(new) - start - end
    if max(removed, added) > _MOST_COMPARED:
        return (f"from line {start + 1}: {removed} lines make way for {added}",)
    # What is common at both ends is not compared again.
    first, last = max(0, start - _CONTEXT), max(0, end - _CONTEXT)
    lines = list(
        _hunks(old[first : len(old) - last], new[first : len(new) - last], first)
    )
    if len(lines) > limit:
        lines[limit:] = [f"… and {len(lines) - limit} more lines"]
    return tuple(lines)


def _hunks(old: list[str], new: list[str], offset: int) -> Iterator[str]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        (_, a, _, c, _), (_, _, b, _, d) = group[0], group[-1]
        yield f"@@ -{offset + a + 1},{b - a} +{offset + c + 1},{d - c} @@"
        for tag, i, j, k, m in group:
            if tag == "equal":
                yield from (f" {_shortened(line)}" for line in old[i:j])
                continue
            yield from (f"-{_shortened(line)}" for line in old[i:j])
            yield from (f"+{_shortened(line)}" for line in new[k:m])


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return text.rstrip("\n").split("\n")


def _common(old: list[str], new: list[str]) -> int:
    pairs = zip(old, new, strict=False)
    shorter = min(len(old), len(new))
    return next((n for n, (a, b) in enumerate(pairs) if a != b), shorter)


def _shortened(line: str) -> str:
    return line if len(line) <= _WIDEST else f"{line[:_WIDEST]}…"
