"""Adding to YAML as people wrote it: every line that is there stays as it is.

Only block style is added to, and lists of words in brackets on one line. Each edit is
checked by reading the result again: it is the value that was meant, or no edit at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..diagnostics import Diagnostic
from ..spec import Source, Value, join_pointer, load_source, split_pointer, yaml_text

_WORD = re.compile(r"[A-Za-z_][\w.-]*")
_RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
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


Edit = Member | Item


def edited(text: str, edits: Sequence[Edit]) -> str | None:
    """Return a text with all edits made, None if one of them cannot be."""
    for edit in edits:
        changed = _edited(text, edit)
        if changed is None:
            return None
        text = changed
    return text


def _edited(text: str, edit: Edit) -> str | None:
    loaded = load_source("", text)
    if isinstance(loaded, Diagnostic):
        return None
    tokens = split_pointer(edit.pointer)
    target = _at(loaded.value, tokens)
    lines = text.split("\n")
    match edit, target:
        case Member(), dict() if target and edit.key not in target:
            made = _with_member(lines, loaded.source, edit, target)
            wanted: Value = {**target, edit.key: edit.value}
        case Item(), list() if target:
            made = _with_item(lines, loaded.source, edit, target)
            wanted = [*target, edit.value]
        case _:
            return None
    if made is None:
        return None
    again = load_source("", "\n".join(made))
    if isinstance(again, Diagnostic):
        return None
    meant = _replaced(loaded.value, tokens, wanted)
    return "\n".join(made) if again.value == meant else None


def _with_member(
    lines: list[str], source: Source, edit: Member, target: dict[str, Value]
) -> list[str] | None:
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


def _with_item(
    lines: list[str], source: Source, edit: Item, target: list[Value]
) -> list[str] | None:
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
    changed = f"{brackets[1]}{words}{brackets[3]}{ending}"
    return [*lines[: key - 1], changed, *lines[key:]]


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


def _inserted(lines: list[str], end: int, value: Value, indent: int) -> list[str]:
    ending = "\r" if lines[0].endswith("\r") else ""
    new = [
        f"{' ' * indent}{line}{ending}" if line else ending
        for line in yaml_text(value).removesuffix("\n").split("\n")
    ]
    before, after = lines[:end], lines[end:]
    if not after:
        # The last line had no end of its own, and gets one; ours has none.
        before[-1] += ending
        new[-1] = new[-1].removesuffix("\r")
    return [*before, *new, *after]


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


def _replaced(value: Value, tokens: Sequence[str], new: Value) -> Value:
    """Return a value in which what stands at some place is another."""
    if not tokens:
        return new
    token, rest = tokens[0], tokens[1:]
    match value:
        case dict():
            return {**value, token: _replaced(value[token], rest, new)}
        case list():
            at = int(token)
            return [*value[:at], _replaced(value[at], rest, new), *value[at + 1 :]]
        case _:
            raise AssertionError("a path leads through what it was found in")
