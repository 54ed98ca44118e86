"""A text that a documented pattern accepts, for calls that are made in tests.

Patterns are ECMA-262 regular expressions (JSON Schema 2020-12, section 6.3.3). What
they commonly use is read here: literals, classes, groups, alternatives and quantifiers.
A pattern that says more gets no text, and the caller makes do without.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLASSES = {"d": "0", "w": "a", "s": " ", "D": "a", "W": "-", "S": "a"}
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r"}
_LONGEST = 2000

# What may stand around an anchor, so that it holds: the ends of a branch.
_BEFORE = ("(", "|", "(?:")
_AFTER = ("", ")", "|")


def matching(pattern: str, at_least: int = 0, at_most: int = _LONGEST) -> str | None:
    """Return a text that matches, within the given lengths, or None."""
    reader = _Reader(pattern)
    found = reader.alternatives()
    # Not tried with `re`: a hostile pattern would have it search for years.
    if found is None or reader.position != len(pattern):
        return None
    return found if at_least <= len(found) <= at_most else None


@dataclass(slots=True)
class _Reader:
    """Reads a pattern from left to right; None is what it does not understand."""

    pattern: str
    position: int = 0
    depth: int = 0

    def _peek(self) -> str:
        return self.pattern[self.position : self.position + 1]

    def _take(self, text: str) -> bool:
        if self.pattern.startswith(text, self.position):
            self.position += len(text)
            return True
        return False

    def alternatives(self) -> str | None:
        """Read `a|b|c` and return a text for its first branch."""
        first = self._sequence()
        while first is not None and self._take("|"):
            if self._sequence() is None:
                return None
        return first

    def _sequence(self) -> str | None:
        parts: list[str] = []
        while (char := self._peek()) and char not in "|)":
            atom = self._atom()
            times = self._quantifier()
            if atom is None or times is None:
                return None
            if len(atom) * times > _LONGEST:
                return None
            parts.append(atom * times)
        found = "".join(parts)
        return found if len(found) <= _LONGEST else None

    def _atom(self) -> str | None:
        char = self._peek()
        self.position += 1
        match char:
            case "^" if self.pattern.endswith(_BEFORE, 0, self.position - 1) or (
                self.position == 1
            ):
                return ""
            case "$" if self._peek() in _AFTER:
                return ""
            case "^" | "$":
                return None
            case ".":
                return "a"
            case "(":
                return self._group()
            case "[":
                return self._class()
            case "\\":
                return self._escape()
            case "*" | "+" | "?" | "{":
                return None
            case _:
                return char

    def _group(self) -> str | None:
        if self._take("?") and not self._take(":"):
            return None
        self.depth += 1
        found = self.alternatives() if self.depth < 50 else None
        self.depth -= 1
        return found if self._take(")") else None

    def _class(self) -> str | None:
        if self._peek() == "^":
            return None
        first = self._peek()
        self.position += 1
        found = self._escape() if first == "\\" else first
        while (char := self._peek()) and char != "]":
            self.position += 2 if char == "\\" else 1
        return found if self._take("]") else None

    def _escape(self) -> str | None:
        char = self._peek()
        self.position += 1
        if char in _CLASSES:
            return _CLASSES[char]
        if char in _CONTROLS:
            return _CONTROLS[char]
        return None if not char or char.isalnum() else char

    def _quantifier(self) -> int | None:
        if self._take("*") or self._take("+") or self._take("?"):
            self._take("?")
            return 1
        counted = re.compile(r"\{(\d{1,4})(,\d{0,4})?\}\??").match(
            self.pattern, self.position
        )
        if counted is None:
            return 1
        self.position = counted.end()
        return max(int(counted[1]), 0)
