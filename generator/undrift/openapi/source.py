"""Where values stand in the text that they were read from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ..diagnostics import Diagnostic, Place
from .pointer import split_pointer

_LINE_END = re.compile(r"\r\n?|\n")


class Positions(Protocol):
    """Finds values in a text by the keys that lead to them."""

    def find(self, tokens: Sequence[str], /) -> tuple[int, int]:
        """Return line and column, from 1, of the deepest value on this way."""
        ...


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text cannot be read, with line and column from 1 in that text."""

    code: str
    message: str
    line: int
    column: int
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A text that was read, and where it begins in the file that holds it.

    A fragment inside a page starts at `first_line`, each of its lines after `indent`
    characters that are not part of it.
    """

    file: str
    text: str = field(repr=False, compare=False)
    positions: Positions = field(repr=False, compare=False)
    first_line: int = 1
    indent: int = 0

    def locate(self, pointer: str) -> Place:
        """Return the place of a value: of its key, if it has one.

        A pointer that leads nowhere has the place of the nearest parent that exists.
        """
        line, column = self.positions.find(split_pointer(pointer))
        return Place(
            self.file, line + self.first_line - 1, column + self.indent, pointer
        )


def fault_diagnostic(
    fault: Fault, file: str, first_line: int, indent: int
) -> Diagnostic:
    """Return a text's fault as a diagnostic in the file that holds the text."""
    place = Place(file, fault.line + first_line - 1, fault.column + indent)
    return Diagnostic(fault.code, fault.message, place, fault.hint)


class Lines:
    """Turns offsets into lines and columns; LF, CRLF and lone CR all end a line."""

    def __init__(self, text: str) -> None:
        """Find the line starts."""
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
