"""What became of everything that was given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """A page or a spec that makes the client.

    `file` is its name in the provider's folder; `kind` is what it was read as.
    """

    name: str
    file: str
    kind: str
    operations: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something given that does not make the client, and why."""

    name: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Everything that was given, once each."""

    taken: tuple[Taken, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...] = ()
    """What was preferred over something else, and why."""

    @property
    def operations(self) -> int:
        """Return how many operations the client has."""
        return sum(taken.operations for taken in self.taken)

    def kinds(self) -> dict[str, tuple[int, int]]:
        """Return files and operations by kind, in the order met."""
        found: dict[str, tuple[int, int]] = {}
        for taken in self.taken:
            files, operations = found.get(taken.kind, (0, 0))
            found[taken.kind] = files + 1, operations + taken.operations
        return found
