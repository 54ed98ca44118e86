"""YAML text from plain values: block style, numbers exactly as they are.

What is written reads back as the same values under YAML 1.2 and, for the tools that
still follow it, under 1.1: text that either would take for something else is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .value import Value

_KEY = 120
"""Characters of the longest key that is written before its colon on one line."""

_HIDDEN = (
    r"\x00-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    r"\u2000-\u200f\u2028-\u202f\u205f-\u206f\ud800-\uf8ff\ufeff\ufff0-\uffff"
    r"\U000e0000-\U0010ffff"
)
"""Characters that do not show: controls, line ends, what hides or turns text."""

_SHOWN = re.compile(f"[^{_HIDDEN}]*")
_SHOWN_LINES = re.compile(f"(?:[^{_HIDDEN}]|\n)*")
_PLAIN = re.compile(r"[A-Za-z_/$](?:[^:#]|:(?! |$)|(?<! )#)*(?<! )")
_VERSION = re.compile(r"\d+\.\d+\.\d+")
_OTHER_THAN_TEXT = frozenset(
    {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def yaml_text(value: Value) -> str:
    """Write a plain value as a YAML document."""
    return "".join(_lines(value))


def _lines(value: Value) -> Iterator[str]:
    match value:
        case dict() if value:
            yield from _mapping(value, 0, "")
        case list() if value:
            yield from _sequence(value, 0, "")
        case _:
            yield _scalar(value, 0) + "\n"


def _mapping(members: dict[str, Value], depth: int, first: str) -> Iterator[str]:
    """Write members; `first` stands before the first one, where a list's dash does."""
    indent = "  " * depth
    for key, value in members.items():
        lead, first = first or indent, ""
        if len(key) > _KEY:
            yield f"{lead}? {_quoted(key)}\n{indent}"
            lead = ""
        else:
            yield lead + _key(key)
        match value:
            case dict() if value:
                yield ":\n"
                yield from _mapping(value, depth + 1, "")
            case list() if value:
                yield ":\n"
                yield from _sequence(value, depth + 1, "")
            case _:
                yield f": {_scalar(value, depth + 1)}\n"


def _sequence(items: list[Value], depth: int, first: str) -> Iterator[str]:
    indent = "  " * depth
    for value in items:
        lead, first = (first or indent) + "- ", ""
        match value:
            case dict() if value:
                yield from _mapping(value, depth + 1, lead)
            case list() if value:
                yield from _sequence(value, depth + 1, lead)
            case _:
                yield f"{lead}{_scalar(value, depth + 1)}\n"


def _scalar(value: Value, depth: int) -> str:
    match value:
        case str():
            return _text(value, depth)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return _decimal(value)
        case dict():
            return "{}"
        case _:
            return "[]"


def _decimal(value: Decimal) -> str:
    text = str(value)
    mantissa, exponent, power = text.partition("E")
    # YAML 1.1 takes 1E+2 for text.
    return f"{mantissa}.0E{power}" if exponent and "." not in mantissa else text


def _key(text: str) -> str:
    return text if _is_plain(text) else _quoted(text)


def _text(text: str, depth: int) -> str:
    if _is_plain(text):
        return text
    return _block(text, depth) if "\n" in text else _quoted(text)


def _is_plain(text: str) -> bool:
    return (
        (_PLAIN.fullmatch(text) or _VERSION.fullmatch(text)) is not None
        and _SHOWN.fullmatch(text) is not None
        and text.casefold() not in _OTHER_THAN_TEXT
    )


def _block(text: str, depth: int) -> str:
    """Write text of several lines as they are, where YAML takes them so."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    kept = (
        _SHOWN_LINES.fullmatch(text)
        and not lines[0].startswith(" ")
        and lines[0] != ""
        and lines[-1] != ""
        and not any(line.isspace() for line in lines)
    )
    if not kept:
        return _quoted(text)
    indent = "  " * depth
    shown = "\n".join(indent + line if line else "" for line in lines)
    return f"{'|' if text != body else '|-'}\n{shown}"


def _quoted(text: str) -> str:
    if _SHOWN.fullmatch(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if _SHOWN.fullmatch(character):
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
