"""A text that a documented pattern accepts, for calls that are made in tests.

Patterns are ECMA-262 regular expressions (JSON Schema 2020-12, section 6.3.3). What
they commonly use is read here: literals, classes, groups, alternatives, quantifiers and
Unicode properties. What looks around is taken as if it were not there; a pattern that
says more gets no text, and the caller makes do without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

_LOWER = "abcdefghijklmnopqrstuvwxyz"
_UPPER = _LOWER.upper()
_DIGITS = "0123456789"
_PUNCTUATION = "-_.:/@,;!?#$%&'()*+<=>[\\]^`{|}~\""
_USUAL = _LOWER + _UPPER + _DIGITS + _PUNCTUATION + " \t\n"
"""What a class is made of, best first: nothing that a header or a path would lose."""

_SHORTHANDS = {
    "d": _DIGITS,
    "w": _LOWER + _UPPER + _DIGITS + "_",
    "s": " \t\n",
}
_PROPERTIES = {
    "L": _LOWER + _UPPER,
    "Ll": _LOWER,
    "Lu": _UPPER,
    "N": _DIGITS,
    "Nd": _DIGITS,
    "Z": " ",
    "Zs": " ",
    "P": _PUNCTUATION,
    "Alpha": _LOWER + _UPPER,
    "Alphabetic": _LOWER + _UPPER,
    "Letter": _LOWER + _UPPER,
    "Alnum": _LOWER + _UPPER + _DIGITS,
    "Digit": _DIGITS,
    "XDigit": _DIGITS + "abcdefABCDEF",
    "Upper": _UPPER,
    "Lower": _LOWER,
    "Graph": _USUAL.rstrip(),
    "Print": _USUAL.rstrip("\t\n"),
}
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "0": "\0"}
_LONGEST = 2000
_MOST_NESTED = 50
_BRANCHES = 4
"""How many branches of an alternative are tried where lengths are asked for."""

# What may stand around an anchor, so that it holds: the ends of a branch.
_BEFORE = ("(", "|", "(?:", "(?=", "(?!")
_AFTER = ("", ")", "|")

_PLAIN = re.compile(r"(?!.*(?:\[\[|--|&&|~~|\|\|))(?!(?:[^|]*\|){11})[^*+?{]{1,200}")
"""A pattern that repeats nothing, hardly branches, and means one thing everywhere."""
_QUANTIFIER = re.compile(r"(?:([*+?])|\{(\d{1,4})(?:,(\d{0,4}))?\})[?+]?")
_CODE_POINT = re.compile(r"x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,5})\}")
_PROPERTY = re.compile(r"([pP])(?:\{(?:\w+=)?(?:Is)?(\w+)\}|([LNPZ]))")
_GROUP = re.compile(r"\?(?::|P?<(\w+)>)")
_AROUND = ("?=", "?!", "?<=", "?<!")


def matching(pattern: str, at_least: int = 0, at_most: int = _LONGEST) -> str | None:
    """Return a text that matches, within the given lengths, or None."""
    # Not tried with `re`: a hostile pattern would have it search for years.
    often = (1, at_least, 2, 4, 8, 0, *range(at_least - 1, at_least - 20, -1))
    for branch, times in product(range(_BRANCHES), often):
        reader = _Reader(pattern, branch, times)
        found = reader.alternatives()
        if found is None or reader.position != len(pattern):
            return None
        if len(found) < at_least and not pattern.endswith(("$", "\\b", ")")):
            found = found.ljust(at_least, found[-1:] or "x")
        if at_least <= len(found) <= at_most:
            return found
    return None


def contradicts(pattern: str, text: str) -> bool:
    """Return whether a text certainly does not match.

    Asked only of plain patterns: the search for another one may take for ever.
    """
    if not _PLAIN.fullmatch(pattern):
        return False
    try:
        return re.search(pattern, text) is None
    except re.error:
        return False


@dataclass(slots=True)
class _Reader:
    """Reads a pattern from left to right; None is what it does not understand."""

    pattern: str
    branch: int
    """Which of several alternatives is wanted, the last one if there are fewer."""
    times: int
    """How often what may be repeated is, as far as it may."""
    position: int = 0
    depth: int = 0
    groups: list[str] = field(default_factory=list[str])

    def _peek(self) -> str:
        return self.pattern[self.position : self.position + 1]

    def _take(self, text: str) -> bool:
        if self.pattern.startswith(text, self.position):
            self.position += len(text)
            return True
        return False

    def _match(self, wanted: re.Pattern[str]) -> re.Match[str] | None:
        found = wanted.match(self.pattern, self.position)
        if found is not None:
            self.position = found.end()
        return found

    def alternatives(self) -> str | None:
        """Read `a|b|c` and return a text for one of its branches."""
        chosen = self._sequence()
        count = 0
        while chosen is not None and self._take("|"):
            other = self._sequence()
            if other is None:
                return None
            count += 1
            if count <= self.branch:
                chosen = other
        return chosen

    def _sequence(self) -> str | None:
        parts: list[str] = []
        length = 0
        while (char := self._peek()) and char not in "|)":
            atom = self._atom()
            if atom is None:
                return None
            times = self._times()
            length += len(atom) * times
            if length > _LONGEST:
                return None
            parts.append(atom * times)
        return "".join(parts)

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
            case "*" | "+" | "?":
                return None
            case _:
                return char

    def _group(self) -> str | None:
        around = any(self._take(mark) for mark in _AROUND)
        captured = not around and self._peek() != "?"
        if not around and not captured:
            named = self._match(_GROUP)
            if named is None:
                return None
            captured = named[1] is not None
        place = len(self.groups)
        if captured:
            self.groups.append("")
        self.depth += 1
        found = self.alternatives() if self.depth < _MOST_NESTED else None
        self.depth -= 1
        if found is None or not self._take(")"):
            return None
        if captured:
            self.groups[place] = found
        return "" if around else found

    def _class(self) -> str | None:
        refused = self._take("^")
        members: set[str] = set()
        first = ""
        while (char := self._peek()) and char != "]":
            these = self._member()
            if these is None:
                return None
            members.update(these)
            first = first or these[:1]
        if not self._take("]"):
            return None
        usual = (c for c in _USUAL if (c in members) is not refused)
        return next(usual, None if refused else first or None)

    def _member(self) -> str | None:
        """Read one part of a class: a shorthand, a range, or a character."""
        start = self._single()
        if start is None or len(start) != 1 or self._peek() != "-":
            return start
        if self.pattern[self.position + 1 : self.position + 2] in {"]", ""}:
            return start
        self.position += 1
        end = self._single()
        if end is None or len(end) != 1:
            return None
        inside = "".join(c for c in _USUAL if start <= c <= end)
        return inside or start

    def _single(self) -> str | None:
        char = self._peek()
        self.position += 1
        return self._characters() if char == "\\" else char

    def _escape(self) -> str | None:
        char = self._peek()
        if char in {"b", "A", "Z", "z"}:
            self.position += 1
            return ""
        if char in "123456789" and char and int(char) <= len(self.groups):
            self.position += 1
            return self.groups[int(char) - 1]
        found = self._characters()
        return found[:1] if found else None

    def _characters(self) -> str | None:
        """Return the characters that an escape stands for, best first."""
        if listed := self._match(_PROPERTY):
            found = _PROPERTIES.get(listed[2] or listed[3], "")
            return found if listed[1] == "p" else "".join(_without(found))
        if point := self._match(_CODE_POINT):
            found = chr(int(next(filter(None, point.groups())), 16))
            # Half of a pair is no character.
            return None if "\ud800" <= found <= "\udfff" else found
        char = self._peek()
        self.position += 1
        if char in _SHORTHANDS:
            return _SHORTHANDS[char]
        if char.lower() in _SHORTHANDS:
            return "".join(_without(_SHORTHANDS[char.lower()]))
        if char in _CONTROLS:
            return _CONTROLS[char]
        return None if not char or char.isalnum() else char

    def _times(self) -> int:
        found = self._match(_QUANTIFIER)
        if found is None:
            return 1
        match found[1]:
            case "*":
                least, most = 0, _LONGEST
            case "+":
                least, most = 1, _LONGEST
            case "?":
                least, most = 0, 1
            case _:
                least = int(found[2])
                most = least if found[3] is None else int(found[3] or _LONGEST)
        return max(least, min(self.times, most))


def _without(characters: str) -> Iterator[str]:
    return (c for c in _USUAL if c not in characters)
