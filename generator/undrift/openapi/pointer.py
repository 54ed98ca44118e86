"""JSON pointers (RFC 6901) as text, and steps along them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .value import Value


def split_pointer(pointer: str) -> list[str]:
    """Return the unescaped tokens of a pointer."""
    if "~" not in pointer:
        return pointer.split("/")[1:]
    return [unescape(token) for token in pointer.split("/")[1:]]


def join_pointer(pointer: str, *keys: str | int) -> str:
    """Return the pointer of a member, or of a member's member, keys escaped."""
    for key in keys:
        pointer = f"{pointer}/{escape(str(key))}"
    return pointer


def pointer_to(path: Iterable[str | int]) -> str:
    """Return the pointer that leads along a path of keys and indexes."""
    return join_pointer("", *path)


def escape(token: str) -> str:
    """Escape one pointer token."""
    if "~" in token or "/" in token:
        return token.replace("~", "~0").replace("/", "~1")
    return token


def unescape(token: str) -> str:
    """Undo `escape`."""
    return token.replace("~1", "/").replace("~0", "~")


def index_of(token: str) -> int | None:
    """Return the array index that a token is, or None."""
    if not (token.isascii() and token.isdecimal()) or len(token) > 9:
        return None
    return int(token) if token == "0" or not token.startswith("0") else None


def step(value: Value, token: str) -> tuple[Value] | None:
    """Return the member that one token names, boxed, or None."""
    match value:
        case dict() if token in value:
            return (value[token],)
        case list():
            index = index_of(token)
            if index is not None and index < len(value):
                return (value[index],)
        case _:
            pass
    return None


def prefixes(pointer: str) -> Iterator[str]:
    """Yield the pointer and its parents, longest first, "" last."""
    while pointer:
        yield pointer
        pointer = pointer[: pointer.rindex("/")]
    yield ""


def is_under(pointer: str, parent: str) -> bool:
    """Tell whether a pointer is another one or leads further."""
    return pointer == parent or pointer.startswith(parent + "/")
