"""Plain values: what JSON can say, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

Value: TypeAlias = "bool | int | Decimal | str | list[Value] | dict[str, Value] | None"
"""A JSON value. Numbers with a fraction or exponent are `Decimal`, never float.

Values are shared freely (an alias in YAML, a copied overlay node), so that nobody
may change one: make a new container instead.
"""


def same(left: Value, right: Value) -> bool:
    """Tell whether two values are the same JSON; unlike `==`, true is not 1."""
    match left, right:
        case (bool(), _) | (_, bool()):
            return left is right
        case (dict(), dict()):
            return left.keys() == right.keys() and all(
                same(item, right[key]) for key, item in left.items()
            )
        case (list(), list()):
            return len(left) == len(right) and all(map(same, left, right))
        case _:
            return left == right


def kind_of(value: Value) -> str:
    """Return the value's type in JSON's words, for messages."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | Decimal():
            return "a number"
        case str():
            return "a string"
        case list():
            return "an array"
        case dict():
            return "an object"


def split_pointer(pointer: str) -> list[str]:
    """Return the unescaped tokens of a JSON pointer (RFC 6901)."""
    if "~" not in pointer:
        return pointer.split("/")[1:]
    return [unescape(token) for token in pointer.split("/")[1:]]


def join_pointer(pointer: str, key: str | int) -> str:
    """Return the pointer of a member, its key escaped."""
    return f"{pointer}/{escape(str(key))}"


def escape(token: str) -> str:
    """Escape one pointer token."""
    return token.replace("~", "~0").replace("/", "~1")


def unescape(token: str) -> str:
    """Undo `escape`."""
    return token.replace("~1", "/").replace("~0", "~")


def step(value: Value, token: str) -> tuple[Value] | None:
    """Return the member that one pointer token names, boxed, or None."""
    match value:
        case dict() if token in value:
            return (value[token],)
        case list() if token.isascii() and token.isdecimal():
            plain = token == "0" or not token.startswith("0")
            if plain and len(token) < 10 and int(token) < len(value):
                return (value[int(token)],)
        case _:
            pass
    return None


def prefixes(pointer: str) -> Iterator[str]:
    """Yield the pointer and its parents, longest first, "" last."""
    while pointer:
        yield pointer
        pointer = pointer[: pointer.rindex("/")]
    yield ""
