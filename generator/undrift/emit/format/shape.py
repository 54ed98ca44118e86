"""What stands inside brackets, laid out as black's stable style has it.

black takes most of a minute for an API of a thousand operations. Templates print few
shapes, and for those its rules are short: what fits stays on one line; what does not is
split at its last bracket; the items of a bracket share a line if they fit there, and
otherwise stand one a line, each with a comma. `Unsure` is raised for everything else,
and black formats that statement. Tests hold the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

WIDTH = 88
STEP = 4


class Unsure(Exception):
    """A statement has a shape that only black knows how to lay out."""


@dataclass(slots=True)
class Bracketed:
    """A pair of brackets: `items` stand between commas, `trailing` ends with one."""

    start: int
    end: int
    items: list[Element] = field(default_factory=list["Element"])
    trailing: bool = False
    exploded: bool = False
    """Whether a magic trailing comma, here or within, keeps it from one line."""


@dataclass(slots=True)
class Element:
    """What stands between two commas, with the strings and brackets directly in it."""

    start: int
    end: int
    strings: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    groups: list[Bracketed] = field(default_factory=list[Bracketed])

    @property
    def exploded(self) -> bool:
        """Return whether a magic trailing comma keeps it from one line."""
        return any(group.exploded for group in self.groups)

    def part(self, start: int, end: int) -> Element:
        """Return a part, which must not begin or end in a string or a bracket."""
        strings = [s for s in self.strings if start <= s[0] < end]
        groups = [g for g in self.groups if start <= g.start < end]
        return Element(start, end, strings, groups)


NARROW = re.compile(
    "[ -~\xa1-\xac\xae-\u02ff\u0386-\u03ce\u0400-\u0482\u048a-\u052f\u2010-\u2027]*"
)
"""Characters that take one column each, by any table of widths."""


def width(text: str) -> int:
    """Return how many columns a text takes, as black counts wide characters."""
    if text.isascii() or NARROW.fullmatch(text):
        return len(text)
    # Imported here: it brings all of black with it.
    from black.strings import str_width

    return str_width(text)


def check_width(indent: int, text: str) -> None:
    """Be unsure where a line would be too long."""
    if indent + width(text) > WIDTH:
        raise Unsure(text)


_TOKEN = re.compile(
    r"""
    "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*'    # a string
    | [][(){},]
    | [^][(){},"']+
    """,
    re.VERBOSE,
)
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_CLOSERS = frozenset(_PAIRS.values())


def parse_brackets(text: str, start: int) -> Bracketed:
    """Read a line, from `start` on, as if it were the inside of a bracket."""
    group, closer = Bracketed(start, len(text)), ""
    stack: list[tuple[Bracketed, str]] = []
    item: Element | None = None
    for token in _TOKEN.finditer(text, start):
        found, (first, last) = token[0], token.span()
        if found == ",":
            if item is None:
                raise Unsure(text)
            item.end, item, group.trailing = first, None, True
        elif found in _PAIRS:
            item = item or _item(group, first)
            inner = Bracketed(first, first)
            item.groups.append(inner)
            stack.append((group, closer))
            group, closer, item = inner, _PAIRS[found], None
        elif found in _CLOSERS:
            if found != closer:
                raise Unsure(text)
            if item is not None:
                item.end = first
            exploded = _finish(text, group, last)
            group, closer = stack.pop()
            group.exploded |= exploded
            item = group.items[-1]
        elif not found.isspace():
            item = item or _item(group, last - len(found.lstrip(" ")))
            if found[0] in "\"'":
                item.strings.append((first, last))
    if stack:
        raise Unsure(text)
    if item is not None:
        item.end = len(text)
    return group


def _item(group: Bracketed, start: int) -> Element:
    item = Element(start, start)
    group.items.append(item)
    group.trailing = False
    return item


def _finish(text: str, group: Bracketed, end: int) -> bool:
    """Close a bracket; return whether it has, or holds, a magic trailing comma."""
    group.end = end
    if group.trailing:
        # The comma of a one-tuple is part of its meaning and not magic.
        is_tuple = text[group.start] == "(" and not is_trailer(text, group)
        group.exploded |= len(group.items) > 1 or not is_tuple
    return group.exploded


_OPERAND = re.compile(r"[\w)\]}\"']")


def is_trailer(text: str, group: Bracketed) -> bool:
    """Tell a call or a subscript from a tuple, list or dictionary."""
    before = text[group.start - 1] if group.start else ""
    return bool(_OPERAND.match(before))


def _between(item: Element) -> Iterator[tuple[int, int]]:
    """Yield the spans of an item that are in none of its strings and brackets."""
    inner = item.strings + [(group.start, group.end) for group in item.groups]
    position = item.start
    for first, last in sorted(inner):
        yield position, first
        position = last
    yield position, item.end


def find(text: str, item: Element, sign: str, start: int = 0) -> int:
    """Return where a sign is outside of strings and brackets, -1 if it is nowhere."""
    for first, last in _between(item):
        if (found := text.find(sign, max(first, start), last)) >= 0:
            return found
    return -1


def skeleton(text: str, item: Element) -> str:
    """Return an item with a `"` for each of its strings, a `(` for each bracket."""
    ends = {last: '"' for _, last in item.strings}
    ends |= {group.end: "(" for group in item.groups}
    return "".join(ends.get(a, "") + text[a:b] for a, b in _between(item))


ATOM = r"""(?:(?:lambda \w+: )?[\w.]*\(+|-?[\w.]+|b?")"""
UNION = rf"{ATOM}(?: \| {ATOM})+"
_ONE = re.compile(rf"""(?:\*|\w+=|": )?{ATOM}""")
_SEVERAL = re.compile(rf"(?:\w+=)?{UNION}")
_STRINGS = re.compile('"(?: ")+')
_PARAMETER = re.compile(rf"\w+: {ATOM}(?: \| {ATOM})*(?: = \w+)?")


@dataclass(frozen=True, slots=True)
class BlackLayout:
    """Lays out parts of one line of text; `lines` receives what they become."""

    text: str
    lines: list[str] = field(default_factory=list[str])

    def item(self, item: Element, indent: int, suffix: str = "") -> None:
        """Add what stands between two commas; `suffix` is the comma, or nothing."""
        text = self.text[item.start : item.end] + suffix
        if indent + width(text) <= WIDTH and not item.exploded:
            self.add(indent, text)
            return
        shape = skeleton(self.text, item)
        if _ONE.fullmatch(shape):
            self._single(item, indent, suffix)
        elif _SEVERAL.fullmatch(shape) and not item.exploded:
            self._pieces(self._variants(item), indent, suffix)
        elif _STRINGS.fullmatch(shape):
            self._pieces([Element(*span) for span in item.strings], indent, suffix)
        elif _PARAMETER.fullmatch(shape) and not item.exploded:
            self._parameter(item, indent, suffix)
        else:
            raise Unsure(text)

    def split(
        self, group: Bracketed, start: int, indent: int, suffix: str = ""
    ) -> None:
        """Split what begins at `start` at the bracket that ends it."""
        self.add(indent, self.text[start : group.start + 1])
        self.inside(group, indent + STEP)
        self.bounded(indent, self.text[group.end - 1 : group.end] + suffix)

    def inside(self, group: Bracketed, indent: int) -> None:
        """Add what is in a bracket: on one line if it fits, else one item a line."""
        items = group.items
        if len(items) == 1:
            self.item(items[0], indent, "," if group.trailing else "")
            return
        inside = self.text[items[0].start : items[-1].end]
        if (
            is_trailer(self.text, group)
            and not group.exploded
            and indent + width(inside) <= WIDTH
        ):
            self.add(indent, inside)
            return
        for item in items:
            self.item(item, indent, ",")

    def add(self, indent: int, text: str) -> None:
        """Add a line."""
        self.lines.append(" " * indent + text)

    def bounded(self, indent: int, text: str) -> None:
        """Add a line that must not be too long."""
        check_width(indent, text)
        self.add(indent, text)

    def _single(self, item: Element, indent: int, suffix: str) -> None:
        groups = item.groups
        if not groups or (len(groups) == 1 and not groups[0].items):
            # Nothing to split at: it stays too long.
            self.add(indent, self.text[item.start : item.end] + suffix)
        elif len(groups) == 1:
            self.split(groups[0], item.start, indent, suffix)
        elif groups[-1].items and not any(g.exploded for g in groups[:-1]):
            check_width(indent, self.text[item.start : groups[-1].start + 1])
            self.split(groups[-1], item.start, indent, suffix)
        else:
            raise Unsure(self.text)

    def _variants(self, item: Element) -> list[Element]:
        """Return a union's variants, each but the first with its `|`."""
        starts = [item.start]
        while (bar := find(self.text, item, " | ", starts[-1] + 1)) >= 0:
            starts.append(bar + 1)
        ends = [start - 1 for start in starts[1:]] + [item.end]
        return [item.part(a, b) for a, b in zip(starts, ends, strict=True)]

    def _parameter(self, item: Element, indent: int, suffix: str) -> None:
        """Add a parameter that is too long: a union goes into brackets of its own."""
        start = find(self.text, item, ": ") + 2
        equals = find(self.text, item, " = ", start)
        kind = item.part(start, equals if equals >= 0 else item.end)
        rest = self.text[kind.end : item.end] + suffix
        if find(self.text, kind, " | ") >= 0:
            self.bounded(indent, self.text[item.start : start] + "(")
            self.item(kind, indent + STEP)
            self.bounded(indent, ")" + rest)
        elif not kind.groups and equals < 0:
            # Nothing to split at: it stays too long.
            self.add(indent, self.text[item.start : item.end] + suffix)
        else:
            raise Unsure(self.text)

    def _pieces(self, pieces: list[Element], indent: int, suffix: str) -> None:
        for piece in pieces:
            ending = suffix if piece is pieces[-1] else ""
            text = self.text[piece.start : piece.end] + ending
            if indent + width(text) <= WIDTH:
                self.add(indent, text)
            else:
                self._single(piece, indent, ending)


@lru_cache(maxsize=1 << 14)
def laid_out(line: str) -> tuple[str, ...]:
    """Lay out a line that ends with a comma, in a bracket that is split already.

    What a contract expects of one type it expects at many calls, line by line.
    """
    indent = len(line) - len(line.lstrip(" "))
    group = parse_brackets(line, indent)
    if len(group.items) != 1 or not group.trailing:
        raise Unsure(line)
    layout = BlackLayout(line)
    layout.item(group.items[0], indent, ",")
    return tuple(layout.lines)
