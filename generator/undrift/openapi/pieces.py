"""Texts that repeat one another, read once: the fragments of a documentation site.

Every page of a site prints the components that its operation needs, so that three
hundred fragments hold each component dozens of times, letter for letter. `Pieces` cuts
a text at its outermost keys, and `components` two levels deeper, and keeps what each
piece says. A line that is less indented than a collection's entries cannot belong to
them (YAML 1.2.2, 6.1), so that the cut needs no reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .plainyaml import read_plain
from .spot import Children, Shifted, Spot
from .value import Value

_CUT = {
    indent: re.compile(rf"^ {{{indent}}}(?=[^ \n#-])", re.MULTILINE)
    for indent in range(9)
}
_CONTAINER = re.compile(r"( *)([A-Za-z]+):\n(?= +[^ \n#-])")
_LEVELS = {"components": 2}


class Pieces:
    """What was read before, by its text; for the time of one command."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._known: dict[str, tuple[Value, Spot] | None] = {}

    def read(self, text: str) -> tuple[Value, Spot] | None:
        """Return what `read_plain` does, or None if any piece is not so simple."""
        return self._collection(text, 0, 0)

    def _collection(
        self, text: str, indent: int, levels: int
    ) -> tuple[Value, Spot] | None:
        """Read a mapping whose entries stand at `indent`, piece by piece."""
        values: dict[str, Value] = {}
        spots: dict[str, Spot | Shifted] = {}
        first = 0
        for piece, line in _cut(text, indent):
            read = self._piece(piece, levels)
            if read is None:
                return None
            value, spot = read
            if not (isinstance(value, dict) and isinstance(spot.children, dict)):
                return None
            if spot.column != indent + 1:
                return None
            for key, inner in spot.children.items():
                if key in values:
                    return None
                values[key] = value[key]
                spots[key] = inner if line == 0 else _shifted(inner, line)
            first = first or line + spot.line
        return (values, Spot(first, indent + 1, spots)) if values else None

    def _piece(self, piece: str, levels: int) -> tuple[Value, Spot] | None:
        if piece in self._known:
            return self._known[piece]
        read = self._container(piece, levels) or read_plain(piece)
        self._known[piece] = read
        return read

    def _container(self, piece: str, levels: int) -> tuple[Value, Spot] | None:
        """Read `key:` and a mapping below it, if that is to be cut further."""
        match = _CONTAINER.match(piece)
        if match is None:
            return None
        key = match[2]
        levels = levels - 1 if levels else _LEVELS.get(key, 0)
        if not levels:
            return None
        inner = piece[match.end() :]
        indent = len(inner) - len(inner.lstrip(" "))
        if indent not in _CUT or indent <= len(match[1]):
            return None
        read = self._collection(inner, indent, levels)
        if read is None:
            return None
        value, spot = read
        children: Children = (
            {k: _shifted(s, 1) for k, s in spot.children.items()}
            if isinstance(spot.children, dict)
            else None
        )
        outer = Spot(1, len(match[1]) + 1, children)
        return {key: value}, Spot(1, len(match[1]) + 1, {key: outer})


def _cut(text: str, indent: int) -> Iterator[tuple[str, int]]:
    """Yield the pieces of a text, each with the number of lines before it."""
    starts = [match.start() for match in _CUT[indent].finditer(text)]
    starts[:1] = [0]  # with the blank lines and comments above it
    line = 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:end]
        yield piece, line
        line += piece.count("\n")


def _shifted(spot: Spot | Shifted, by: int) -> Shifted:
    if isinstance(spot, Shifted):
        return Shifted(spot.by + by, spot.spot)
    return Shifted(by, spot)
