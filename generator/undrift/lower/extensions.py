"""undrift's own extensions, each with the form of its value.

A word that is misspelled or has the wrong form would otherwise be no word at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from ..openapi import Value, containers, deeper, join_pointer
from .reading import Problems, is_snake_case

_PREFIX = "x-undrift-"

# What stands below these is data, whatever its keys are called.
_DATA = frozenset({"const", "default", "enum", "example", "examples"})


def _is_word(value: Value) -> bool:
    return isinstance(value, str) and is_snake_case(value)


def _is_reasoned(value: Value) -> bool:
    return isinstance(value, dict) and all(
        isinstance(text := value.get(key), str) and text.strip()
        for key in ("reason", "source")
    )


def _is_question(value: Value) -> bool:
    match value:
        case {"page": str(page), "line": int(line), "question": str(question)}:
            pass
        case _:
            return False
    return bool(page.strip() and question.strip()) and line >= 0


_FORMS: dict[str, tuple[Callable[[Value], bool], str]] = {
    "x-undrift-client-default": (
        _is_word,
        "the name of an argument in snake_case",
    ),
    "x-undrift-credential": (
        _is_word,
        "the name of an argument in snake_case",
    ),
    "x-undrift-empty": (lambda value: isinstance(value, bool), "true or false"),
    "x-undrift-environment": (_is_word, "a name in snake_case"),
    "x-undrift-signing": (lambda value: isinstance(value, dict), "an object"),
    "x-undrift-unconfirmed": (
        _is_question,
        "an object with `page`, `line` and `question`",
    ),
    "x-undrift-undocumented": (_is_reasoned, "an object with `reason` and `source`"),
}


def check_extensions(problems: Problems) -> None:
    """Report every extension of undrift's that is unknown or has the wrong form."""
    if not _states_any(problems.document.value):
        return
    for pointer, key, value in _stated(problems.document.value):
        at = problems.document.at(pointer)
        if at is None:
            # Under the pointer that files named by references have.
            at = problems.document.root
        if key not in _FORMS:
            close = get_close_matches(key, _FORMS, 1)
            hint = (
                f"did you mean {close[0]}?" if close else f"known: {', '.join(_FORMS)}"
            )
            problems.report("UD042", f"undrift has no extension `{key}`", at, hint)
            continue
        fits, form = _FORMS[key]
        if not fits(value):
            problems.report("UD042", f"`{key}` must be {form}", at)


def _states_any(root: Value) -> bool:
    """Tell, for most documents quickly, whether there is anything to look for."""
    level = containers(root)
    while level:
        # Within a key, or across two, it is nothing; then nothing is found below.
        if any(_PREFIX in "".join(node) for node in level if isinstance(node, dict)):
            return True
        level = deeper(level)
    return False


class _Trail(NamedTuple):
    """The way to a value; only one that is reported becomes a pointer."""

    parent: _Trail | None
    token: str | int

    def pointer(self) -> str:
        tokens: list[str | int] = []
        trail: _Trail | None = self
        while trail is not None:
            tokens.append(trail.token)
            trail = trail.parent
        return join_pointer("", *reversed(tokens))


def _holds_names(trail: _Trail | None) -> bool:
    """Tell whether keys there are a document's own names: those of fields."""
    if trail is None or trail.token != "properties":
        return False
    # A field may be called `properties` itself.
    return not _holds_names(trail.parent)


def _stated(root: Value) -> Iterator[tuple[str, str, Value]]:
    """Yield (pointer, key, value) of every extension of undrift's."""
    waiting: list[tuple[_Trail | None, Value]] = [(None, root)]
    while waiting:
        trail, value = waiting.pop()
        inner: list[tuple[_Trail | None, Value]] = []
        if isinstance(value, dict) and _holds_names(trail):
            inner = [(_Trail(trail, key), item) for key, item in value.items()]
        elif isinstance(value, dict):
            for key, item in value.items():
                if key.startswith(_PREFIX):
                    yield _Trail(trail, key).pointer(), key, item
                elif key not in _DATA:
                    inner.append((_Trail(trail, key), item))
        elif isinstance(value, list):
            inner = [(_Trail(trail, i), item) for i, item in enumerate(value)]
        waiting += reversed(inner)
