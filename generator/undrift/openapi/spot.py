"""Where the values of a YAML text stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from .pointer import index_of

Children: TypeAlias = "Mapping[str, Spot | Shifted] | Sequence[Spot | Shifted] | None"


class Spot(NamedTuple):
    """Where a value stands, and its members; shared where YAML shares them."""

    line: int
    column: int
    children: Children


class Shifted(NamedTuple):
    """A spot of a text that was read by itself, `by` lines above where it stands."""

    by: int
    spot: Spot


class YamlPositions:
    """Finds values in a YAML text; the reader has noted every place."""

    def __init__(self, root: Spot) -> None:
        """Keep the tree of places."""
        self._root = root

    def find(self, tokens: Sequence[str], /) -> tuple[int, int]:
        """Return line and column of the deepest value on this way."""
        spot = self._root
        by = 0
        for token in tokens:
            match spot.children:
                case Mapping() as members if token in members:
                    found = members[token]
                case Sequence() as items:
                    index = index_of(token)
                    if index is None or index >= len(items):
                        break
                    found = items[index]
                case _:
                    break
            if isinstance(found, Shifted):
                by += found.by
                found = found.spot
            spot = found
        return spot.line + by, spot.column
