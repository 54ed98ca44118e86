# SPDX-License-Identifier: MIT-0
"""JSON as it travels: exact numbers in, exact numbers out, and edits by path."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias, TypeGuard

# JSON has no useful recursive type here: every reader narrows what it looks at.
AnyJson: TypeAlias = Any
Path: TypeAlias = tuple[str | int, ...]


def read_json(text: str) -> AnyJson:
    """Return a value whose numbers with a fraction are `Decimal`."""
    return json.loads(text, parse_float=Decimal)


def write_json(value: AnyJson) -> str:
    """Return JSON text; a `Decimal` is written digit by digit."""
    if is_object(value):
        members = (f"{json.dumps(k)}:{write_json(v)}" for k, v in value.items())
        return f"{{{','.join(members)}}}"
    if is_array(value):
        return f"[{','.join(map(write_json, value))}]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value)


def is_object(value: object) -> TypeGuard[dict[str, AnyJson]]:
    """Return whether a value read from JSON is an object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[AnyJson]]:
    """Return whether a value read from JSON is an array."""
    return isinstance(value, list)


def pointer_of(path: Path) -> str:
    """Return a path as JSON pointer (RFC 6901)."""
    return "".join("/" + _escaped(str(token)) for token in path)


def with_value(document: AnyJson, path: Path, value: AnyJson) -> AnyJson:
    """Return a copy of a document with another value at a path."""
    if not path:
        return value

    def put(parent: AnyJson) -> None:
        parent[path[-1]] = value

    return _edited(document, path, put)


def without(document: AnyJson, path: Path) -> AnyJson:
    """Return a copy of a document without the member at a path."""

    def drop(parent: AnyJson) -> None:
        del parent[path[-1]]

    return _edited(document, path, drop)


def _edited(document: AnyJson, path: Path, edit: Callable[[AnyJson], None]) -> AnyJson:
    edited = copy.deepcopy(document)
    parent = edited
    for token in path[:-1]:
        parent = parent[token]
    edit(parent)
    return edited


def _escaped(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")
