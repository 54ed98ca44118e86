"""The survivors that are accepted, each with its reason."""

from __future__ import annotations

import textwrap
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.mutants import Mutant

FILE = Path(__file__).with_name("survivors.toml")


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant that may survive, and why."""

    path: str
    before: str
    after: str
    reason: str

    def is_of(self, mutant: Mutant) -> bool:
        """Return whether this is about a mutant, wherever its lines now stand."""
        return (self.path, _plain(self.before), _plain(self.after)) == (
            mutant.path,
            _plain(mutant.before),
            _plain(mutant.after),
        )

    def stands(self, root: Path) -> bool:
        """Return whether the lines that it is about are still there."""
        file = root / self.path
        if not file.is_file():
            return False
        lines = _unindented(file.read_text("utf-8"))
        return _unindented(self.before).strip("\n") in lines


def accepted(file: Path = FILE) -> list[Survivor]:
    """Return the accepted survivors."""
    found = tomllib.loads(file.read_text("utf-8"))
    return [Survivor(**entry) for entry in found.get("survivor", [])]


def _plain(text: str) -> str:
    return textwrap.dedent(text).strip()


def _unindented(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines())
