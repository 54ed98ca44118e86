"""Words for authentication → security schemes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..diagnostics import Place
from ..naming import snake
from ..openapi import Value
from .marks import mark

ASK_TOGETHER = "Are these sent together, or is one enough: {}?"
ASK_COMPUTED = "How is the value of this header made? It is taken for a constant here."
ASK_AUTH = "Is it called with the credentials that other pages ask for?"

_SCHEMES = {
    "bearer": ("bearerAuth", {"type": "http", "scheme": "bearer"}),
    "basic": ("basicAuth", {"type": "http", "scheme": "basic"}),
}
_KEY = re.compile(r"(header|query|cookie) (\S+)")
_COMPUTED = re.compile(r"sign|digest|hmac|hash", re.IGNORECASE)


def scheme_name(word: str) -> str:
    """Return the name of the scheme that a word stands for, "" if it is none."""
    if word in _SCHEMES:
        return _SCHEMES[word][0]
    match = _KEY.fullmatch(word)
    return snake(match[2], "key") if match else ""


def requirement(words: Sequence[str]) -> list[Value]:
    """Return the security of an operation that sends these.

    There is one Authorization field, so that what goes there are alternatives; keys go
    together.
    """
    usable = [word for word in words if scheme_name(word)]
    keys: list[str] = []
    fields: list[str] = []
    for word in usable:
        is_field = word in _SCHEMES or word.casefold() == "header authorization"
        (fields if is_field else keys).append(scheme_name(word))
    together: dict[str, Value] = {name: [] for name in keys}
    if not fields:
        return [together] if together else []
    return [{name: [], **together} for name in fields]


def security_schemes(words: Iterable[tuple[str, Place]]) -> dict[str, Value]:
    """Return the schemes of everything that operations send, each at its place."""
    found: dict[str, Value] = {}
    for word, place in words:
        name = scheme_name(word)
        if name in found or not name:
            continue
        if word in _SCHEMES:
            found[name] = {**_SCHEMES[word][1]}
            continue
        location, _, key = word.partition(" ")
        computed = ASK_COMPUTED if _COMPUTED.search(key) else ""
        found[name] = {
            "type": "apiKey",
            "in": location,
            "name": key,
            **mark(place, computed),
        }
    return found
