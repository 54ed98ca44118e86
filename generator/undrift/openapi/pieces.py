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

from .block_yaml import read_block_yaml
from .positions import Children, Position, ShiftedPosition
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
        self._known: dict[str, tuple[Value, Position] | None] = {}

    def read(self, text: str) -> tuple[Value, Position] | None:
        """Return what `read_block_yaml` does, or None if any piece is not so simple."""
        return self._collection(text, 0, 0)

    def _collection(
        self, text: str, indent: int, levels: int
    ) -> tuple[Value, Position] | None:
        """Read a mapping whose entries stand at `indent`, piece by piece."""
        values: dict[str, Value] = {}
        positions: dict[str, Position | ShiftedPosition] = {}
        first = 0
        for piece, line in _cut(text, indent):
            read = self._piece(piece, levels)
            if read is None:
                return None
            value, position = read
            if not (isinstance(value, dict) and isinstance(position.children, dict)):
                return None
            if position.column != indent + 1:
                return None
            for key, inner in position.children.items():
                if key in values:
                    return None
                values[key] = value[key]
                positions[key] = inner if line == 0 else _shifted(inner, line)
            first = first or line + position.line
        return (values, Position(first, indent + 1, positions)) if values else None

    def _piece(self, piece: str, levels: int) -> tuple[Value, Position] | None:
        if piece in self._known:
            return self._known[piece]
        read = self._container(piece, levels) or read_block_yaml(piece)
        self._known[piece] = read
        return read

    def _container(self, piece: str, levels: int) -> tuple[Value, Position] | None:
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
        value, position = read
        children: Children = (
            {k: _shifted(s, 1) for k, s in position.children.items()}
            if isinstance(position.children, dict)
            else None
        )
        outer = Position(1, len(match[1]) + 1, children)
        return {key: value}, Position(1, len(match[1]) + 1, {key: outer})


def _cut(text: str, indent: int) -> Iterator[tuple[str, int]]:
    """Yield the pieces of a text, each with the number of lines before it."""
    starts = [match.start() for match in _CUT[indent].finditer(text)]
    starts[:1] = [0]  # with the blank lines and comments above it
    line = 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:end]
        yield piece, line
        line += piece.count("\n")


def _shifted(position: Position | ShiftedPosition, by: int) -> ShiftedPosition:
    if isinstance(position, ShiftedPosition):
        return ShiftedPosition(position.by + by, position.position)
    return ShiftedPosition(by, position)
