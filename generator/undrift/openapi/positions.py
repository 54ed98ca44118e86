"""Where the values of a YAML text stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from .pointer import index_of

AnyPosition: TypeAlias = "Position | ShiftedPosition"
Children: TypeAlias = "Mapping[str, AnyPosition] | Sequence[AnyPosition] | None"


class Position(NamedTuple):
    """Where a value stands, and its members; shared where YAML shares them."""

    line: int
    column: int
    children: Children


class ShiftedPosition(NamedTuple):
    """A position in a text that was read by itself, `by` lines above its place."""

    by: int
    position: Position


class YamlPositions:
    """Finds values in a YAML text; the reader has noted every place."""

    def __init__(self, root: Position) -> None:
        """Keep the tree of places."""
        self._root = root

    def find(self, tokens: Sequence[str], /) -> tuple[int, int]:
        """Return line and column of the deepest value on this way."""
        position = self._root
        by = 0
        for token in tokens:
            match position.children:
                case Mapping() as members if token in members:
                    found = members[token]
                case Sequence() as items:
                    index = index_of(token)
                    if index is None or index >= len(items):
                        break
                    found = items[index]
                case _:
                    break
            if isinstance(found, ShiftedPosition):
                by += found.by
                found = found.position
            position = found
        return position.line + by, position.column
