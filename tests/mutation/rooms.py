"""Which tests hold which room."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

DEFAULT = ("docs", "lower", "emit", "drift", "runtime", "output", "openapi")

_MORE_TESTS = {"drift": ("tests/usecases/drift",)}
"""Tests of a room besides those in the folder of its name."""


@dataclass(frozen=True, slots=True)
class Room:
    """A package below `undrift` and the tests that have to notice a change of it."""

    name: str
    folder: str
    tests: tuple[str, ...]

    def modules(self, root: Path) -> list[str]:
        """Return the room's modules, as paths below the root."""
        return _below(root, self.folder, "*.py")

    def test_files(self, root: Path) -> list[str]:
        """Return the room's files of tests."""
        return [file for file in self._files(root) if _is_test(file)]

    def inputs(self, root: Path) -> list[str]:
        """Return what its tests are made of besides themselves: cases, helpers."""
        return [file for file in self._files(root) if not _is_test(file)]

    def _files(self, root: Path) -> list[str]:
        return [file for path in self.tests for file in _below(root, path, "*")]


def room(name: str, root: Path = ROOT) -> Room:
    """Return the room of a name; raise `ValueError` if there is none with tests."""
    found = Room(
        name,
        f"generator/undrift/{name}",
        (f"tests/{name}", *_MORE_TESTS.get(name, ())),
    )
    if not found.modules(root) or not found.test_files(root):
        raise ValueError(f"{name} is no room with tests of its own")
    return found


def _is_test(file: str) -> bool:
    """Tell tests from what is expected of printing tests."""
    path = Path(file)
    return path.match("test_*.py") and "expected" not in path.parts


def _below(root: Path, folder: str, pattern: str) -> list[str]:
    return [
        path.relative_to(root).as_posix()
        for path in sorted((root / folder).rglob(pattern))
        if path.is_file() and "__pycache__" not in path.parts
    ]
