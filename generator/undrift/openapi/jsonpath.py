"""JSONPath (RFC 9535): where an expression finds something, or nearly does."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import islice
from typing import Any, TypeAlias, cast

from .budget import DEPTH, DESCENTS, EXPRESSION, MATCHES
from .document import Document
from .pointer import pointer_to
from .value import Value

ValuePath: TypeAlias = "tuple[str | int, ...]"
"""The keys and indexes that lead to a value."""


class PathError(Exception):
    """An expression that is no JSONPath, with what is wrong and where."""


def find_paths(expression: str, value: Value) -> list[ValuePath]:
    """Return where a JSONPath expression (RFC 9535) finds something, each place once.

    Raises `PathError`.
    """
    # Imported here because most runs have no overlay.
    from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError

    if len(expression) > EXPRESSION:
        raise PathError(f"longer than {EXPRESSION} characters")
    if expression.count("..") > DESCENTS:
        raise PathError(f"descends (`..`) more than {DESCENTS} times")
    environment = JSONPathEnvironment()
    environment.max_recursion_depth = DEPTH + 1
    try:
        query = environment.compile(expression)
        nodes = list[object](islice(query.finditer(cast(Any, value)), MATCHES + 1))
    except RecursionError:
        raise PathError("nested too deeply") from None
    except JSONPathError as error:
        reason = str(error.args[0]) if error.args else type(error).__name__
        raise PathError(reason + _error_position(error)) from None
    if len(nodes) > MATCHES:
        raise PathError(f"finds more than {MATCHES} values")
    # Typed here, because the library's own types differ between its versions.
    found = [cast(ValuePath, getattr(node, "location", ())) for node in nodes]
    return list(dict.fromkeys(found))


def _error_position(error: Exception) -> str:
    """Say at which character an expression is wrong, where the library knows."""
    token: object = getattr(error, "token", None)
    index: object = getattr(token, "index", None)  # version 1, for Python 3.11
    if isinstance(token, tuple):  # version 2, for later Pythons
        index = cast("tuple[object, ...]", token)[1]
    return f" (character {index + 1})" if isinstance(index, int) else ""


def nearest_match(expression: str, document: Document) -> str:
    """Say how far an expression leads, and what was probably meant behind that."""
    longer = expression
    for end in range(len(expression) - 1, 0, -1):
        if expression[end] not in ".[":
            continue
        prefix = expression[:end].rstrip(".")
        try:
            paths = find_paths(prefix, document.value)
        except PathError:
            continue
        if not paths:
            longer = prefix
            continue
        name = longer[len(prefix) :].strip("[]'\".")
        value = value_at(document, paths[0])
        keys = list(value) if isinstance(value, dict) else []
        close = get_close_matches(name, keys, 1, 0.5)
        place = document.place(pointer_to(paths[0]))
        meant = f"; did you mean {close[0]!r}?" if close else ""
        return f"{prefix} matches at {place}{meant}"
    return ""


def value_at(document: Document, path: ValuePath) -> Value:
    """Return the value at a path that was found in this document."""
    at = document.at(pointer_to(path))
    assert at is not None
    return at.value
