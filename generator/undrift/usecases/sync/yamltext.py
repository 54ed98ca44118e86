"""Adding to YAML as people wrote it: every line that is there stays as it is.

Only block style is added to, and lists of words in brackets on one line. Each edit is
checked by reading the result again: it is the value that was meant, or no edit at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...diagnostics import Diagnostic
from ...openapi import (
    Loaded,
    Source,
    Value,
    join_pointer,
    split_pointer,
    yaml_text,
)
from ...reading.reader import Reader

_WORD = re.compile(r"[A-Za-z_][\w.-]*")
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_WORD_OF_KEY = re.compile(
    r"((?:\s|- )*([\w-]+):\s+)[^\s#\"'\[\]{}|>&*!]+(\s*(?:\s#.*)?)"
)
_IN_BRACKETS = re.compile(r"(.*\[)([^\[\]{}#\"']*)(\]\s*(?:#.*)?)")


@dataclass(frozen=True, slots=True)
class Member:
    """Put a member into the mapping at `pointer`, behind the last of `after`."""

    pointer: str
    key: str
    value: Value
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """Add an item to the list at `pointer`."""

    pointer: str
    value: Value


@dataclass(frozen=True, slots=True)
class ChangedMember:
    """Give the member `key` of the mapping at `pointer` another value, both words."""

    pointer: str
    key: str
    value: Value


Edit = Member | Item | ChangedMember


@dataclass(frozen=True, slots=True)
class _Patch:
    """Lines to put behind the first `line` lines, of which the last goes if `instead`.

    Of two at one place the one with the larger `depth` stands first: it ends what the
    other follows.
    """

    line: int
    lines: tuple[str, ...]
    depth: int = 0
    instead: bool = False


class Editing:
    """One text, read once, and the edits that are to be made to it."""

    def __init__(self, text: str, reader: Reader) -> None:
        """Begin with a text; one that cannot be read takes no edits."""
        self._reader = reader
        loaded = _loaded(text, reader)
        self._loaded = None if isinstance(loaded, Diagnostic) else loaded
        self._lines = text.split("\n")
        self._meant = None if self._loaded is None else self._loaded.value
        self._patches: list[_Patch] = []
        self._touched: set[str] = set()

    def add(self, edits: Sequence[Edit]) -> bool:
        """Take in edits that belong together, or none of them."""
        if self._loaded is None:
            return False
        patches: list[_Patch] = []
        touched: set[str] = set()
        for edit in edits:
            patch = self._patch(self._loaded, edit)
            # One change of a line, and one new member of a name, is all there can be.
            mark = f"line {patch.line}" if patch and patch.instead else ""
            if isinstance(edit, Member | ChangedMember):
                mark = join_pointer(edit.pointer, edit.key)
            if patch is None or mark in self._touched | touched:
                return False
            patches.append(patch)
            touched |= {mark} - {""}
        for edit in edits:
            self._meant = _replaced(self._meant, split_pointer(edit.pointer), edit)
        self._patches += patches
        self._touched |= touched
        return True

    def result(self) -> str | None:
        """Return the edited text, None if it does not say what was meant."""
        lines = [*self._lines]
        ending = _ending(lines)
        if any(patch.line == len(lines) for patch in self._patches):
            # The last line had no end of its own, and gets one.
            lines[-1] += ending
        # From the end, so that the lines above keep their numbers.
        patches = sorted(self._patches, key=lambda p: (p.line, -p.depth))
        for patch in reversed(patches):
            lines[patch.line - patch.instead : patch.line] = patch.lines
        if self._lines[-1]:
            lines[-1] = lines[-1].removesuffix(ending)
        text = "\n".join(lines)
        again = _loaded(text, self._reader)
        if isinstance(again, Diagnostic) or again.value != self._meant:
            return None
        return text

    def _patch(self, loaded: Loaded, edit: Edit) -> _Patch | None:
        target = _at(loaded.value, split_pointer(edit.pointer))
        match edit, target:
            case Member(), dict() if target and edit.key not in target:
                return _with_member(self._lines, loaded.source, edit, target)
            case ChangedMember(), dict() if edit.key in target:
                return _with_change(self._lines, loaded.source, edit)
            case Item(), list() if target:
                return _with_item(self._lines, loaded.source, edit, target)
            case _:
                return None


def _loaded(text: str, reader: Reader) -> Loaded | Diagnostic:
    # As bytes, which is how a spec is read everywhere else.
    return reader.load("", text.encode("utf-8", "surrogatepass"))


def edited(text: str, edits: Sequence[Edit]) -> str | None:
    """Return a text with all edits made, None if that cannot be."""
    editing = Editing(text, Reader())
    return editing.result() if editing.add(edits) else None


def _with_member(
    lines: list[str], source: Source, edit: Member, target: dict[str, Value]
) -> _Patch | None:
    places = {k: source.locate(join_pointer(edit.pointer, k)) for k in target}
    columns = {place.column for place in places.values()}
    if len(columns) != 1:
        return None
    indent = columns.pop() - 1
    behind = max(
        (k for k in edit.after if k in places),
        key=lambda k: places[k].line,
        default=max(places, key=lambda k: places[k].line),
    )
    end = _end(lines, places[behind].line, indent, isinstance(target[behind], list))
    return _inserted(lines, end, {edit.key: edit.value}, indent)


def _with_change(
    lines: list[str], source: Source, edit: ChangedMember
) -> _Patch | None:
    number = source.locate(join_pointer(edit.pointer, edit.key)).line
    line = lines[number - 1]
    parts = _WORD_OF_KEY.fullmatch(line)
    if parts is None or parts[2] != edit.key:
        return None
    return _Patch(number, (f"{parts[1]}{_word(edit.value)}{parts[3]}",), instead=True)


def _with_item(
    lines: list[str], source: Source, edit: Item, target: list[Value]
) -> _Patch | None:
    key = source.locate(edit.pointer).line
    last = source.locate(f"{edit.pointer}/{len(target) - 1}").line
    dash = re.match(r"( *)- ", lines[last - 1])
    if dash is not None and last > key:
        indent = len(dash[1])
        return _inserted(lines, _end(lines, last, indent, False), [edit.value], indent)
    line = lines[key - 1]
    brackets = _IN_BRACKETS.fullmatch(line.rstrip("\r"))
    if brackets is None or last != key:
        return None
    words = f"{brackets[2].rstrip()}, {_word(edit.value)}"
    ending = line[len(line.rstrip("\r")) :]
    return _Patch(key, (f"{brackets[1]}{words}{brackets[3]}{ending}",), instead=True)


def _end(lines: list[str], first: int, indent: int, dashes: bool) -> int:
    """Return the last line of an entry that begins in line `first`.

    A comment as far out as the entry's key belongs to what comes next. `dashes`: items
    of its list may stand as far out as its key.
    """
    end = first
    for number, line in enumerate(lines[first:], first + 1):
        text = line.strip()
        depth = len(line) - len(line.lstrip(" "))
        inside = depth > indent or (
            dashes and depth == indent and text.startswith("- ")
        )
        if text and inside:
            end = number
        elif text and not text.startswith("#"):
            break
    return end


def _inserted(
    lines: list[str], end: int, value: dict[str, Value] | list[Value], indent: int
) -> _Patch:
    ending = _ending(lines)
    new = tuple(
        f"{' ' * indent}{line}{ending}" if line else ending
        for line in yaml_text(value).removesuffix("\n").split("\n")
    )
    return _Patch(end, new, 2 * indent + isinstance(value, list))


def _ending(lines: list[str]) -> str:
    return "\r" if lines[0].endswith("\r") else ""


def _word(value: Value) -> str:
    if not isinstance(value, str):
        return yaml_text(value).strip()
    plain = _WORD.fullmatch(value) and value.lower() not in _RESERVED
    return value if plain else json.dumps(value, ensure_ascii=False)


def _at(value: Value, tokens: Sequence[str]) -> Value:
    for token in tokens:
        match value:
            case dict() if token in value:
                value = value[token]
            case list() if token.isdecimal() and int(token) < len(value):
                value = value[int(token)]
            case _:
                return None
    return value


def _replaced(value: Value, tokens: Sequence[str], edit: Edit) -> Value:
    """Return what a value is once an edit is made in it."""
    match value, edit:
        case dict(), Member(key=key, value=new) | ChangedMember(
            key=key, value=new
        ) if not tokens:
            return {**value, key: new}
        case list(), Item(value=new) if not tokens:
            return [*value, new]
        case dict(), _:
            token = tokens[0]
            return {**value, token: _replaced(value[token], tokens[1:], edit)}
        case list(), _:
            at = int(tokens[0])
            new = _replaced(value[at], tokens[1:], edit)
            return [*value[:at], new, *value[at + 1 :]]
        case _:
            raise AssertionError("a path leads through what it was found in")
