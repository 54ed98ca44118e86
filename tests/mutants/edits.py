"""Exact edits of Python source: what is to change is found, or it is an error."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Spanning: TypeAlias = ast.expr | ast.stmt | ast.keyword
"""What stands somewhere in a source."""


class EditError(Exception):
    """An edit that does not apply: the code it was written for is another one."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One way in which a package is broken: files with their new text."""

    what: str
    files: tuple[tuple[Path, str], ...]


@dataclass(frozen=True, slots=True)
class Package:
    """A generated package on disk, as the mutations see it."""

    directory: Path

    @property
    def name(self) -> str:
        """Return the provider."""
        return self.directory.name

    def text(self, path: str | Path) -> str:
        """Return the source of one file."""
        return (self.directory / path).read_text(encoding="utf-8")

    def modules(self, folder: str) -> list[Path]:
        """Return the modules of a folder, relative to the package."""
        found = sorted((self.directory / folder).glob("*.py"))
        return [path.relative_to(self.directory) for path in found]

    def replace(self, what: str, path: str, old: str, new: str) -> Mutant:
        """Return a mutant with one text replaced, which must occur exactly once."""
        text = self.text(path)
        if text.count(old) != 1:
            raise EditError(f"{path} holds {text.count(old)} times: {old}")
        return Mutant(what, ((Path(path), text.replace(old, new)),))


@dataclass(frozen=True, slots=True)
class Call:
    """One call in a module's source, such as a descriptor `Operation(...)`."""

    path: Path
    source: str
    node: ast.Call

    def argument(self, name: str) -> ast.expr | None:
        """Return the value of a keyword argument."""
        for keyword in self.node.keywords:
            if keyword.arg == name:
                return keyword.value
        return None

    def constant(self, name: str, position: int | None = None) -> str:
        """Return the value of an argument that is a string literal."""
        node = self.argument(name)
        if position is not None and len(self.node.args) > position:
            node = self.node.args[position]
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            raise EditError(f"{self.path} has no literal {name} in a call")
        return node.value

    def text(self, node: Spanning) -> str:
        """Return the source of a part of this call."""
        return self.source[slice(*_span(self.source, node))]

    def put(self, what: str, node: Spanning, text: str, needs: str = "") -> Mutant:
        """Return a mutant with other source in place of a part of this call.

        `needs` names what the new source takes from the runtime.
        """
        start, end = _span(self.source, node)
        return self._edited(what, self.source[:start] + text + self.source[end:], needs)

    def set(self, what: str, name: str, text: str, needs: str = "") -> Mutant:
        """Return a mutant with another, or a new, keyword argument."""
        value = self.argument(name)
        if value is not None:
            return self.put(what, value, text, needs)
        if not self.node.keywords:
            raise EditError(f"{self.path} has no keyword argument to put {name} before")
        at, _ = _span(self.source, self.node.keywords[0])
        inserted = f"{self.source[:at]}{name}={text}, {self.source[at:]}"
        return self._edited(what, inserted, needs)

    def _edited(self, what: str, source: str, needs: str) -> Mutant:
        if needs:
            module = ast.parse(source)
            first = next(
                node
                for node in module.body
                if isinstance(node, ast.ImportFrom) and node.module != "__future__"
            )
            at, _ = _span(source, first)
            source = f"{source[:at]}from .._runtime import {needs}\n{source[at:]}"
        ast.parse(source)
        return Mutant(what, ((self.path, source),))


def calls(package: Package, path: Path, *names: str) -> Iterator[Call]:
    """Return the calls of these functions in a module, in order."""
    source = package.text(path)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and called(node) in names:
            yield Call(path, source, node)


def called(node: ast.Call) -> str:
    """Return the bare name that is called; "" if it is no plain name."""
    return node.func.id if isinstance(node.func, ast.Name) else ""


def within(call: Call, *names: str) -> Iterator[Call]:
    """Return the calls of these functions inside another call, in order."""
    for node in ast.walk(call.node):
        if isinstance(node, ast.Call) and node is not call.node:
            inner = Call(call.path, call.source, node)
            yield from (inner for name in names if name == called(node))


def _span(source: str, node: Spanning) -> tuple[int, int]:
    """Return where a node begins and ends, in characters.

    ast counts columns in bytes of UTF-8.
    """
    lines = source.splitlines(keepends=True)
    offsets: list[int] = []
    for line, column in (
        (node.lineno, node.col_offset),
        (node.end_lineno or 0, node.end_col_offset or 0),
    ):
        before = sum(map(len, lines[: line - 1]))
        offsets.append(before + len(lines[line - 1].encode()[:column].decode()))
    return offsets[0], offsets[1]
