# SPDX-License-Identifier: MIT-0
"""Where a reply or a request departs from what is documented, never with its values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Deviation:
    """One place where a reply is not as documented.

    `pointer` is a JSON pointer (RFC 6901) into the reply, "" for all of it.
    """

    pointer: str
    expected: str
    got_type: str


@dataclass(frozen=True, slots=True)
class Violation:
    """One place where a request breaks a documented constraint.

    `pointer` begins with where the value travels: `/body/reason`, `/path/id`.
    """

    pointer: str
    constraint: str


Validation = Literal["record", "strict"]
"""Whether a reply that deviates is returned as it arrived, or raised."""

OnDeviation = Callable[[Deviation], object]
"""An observer of deviations; see `SyncClient`."""


def child(pointer: str, key: str | int) -> str:
    """Return the pointer of one member or item below another."""
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


def type_name(value: object) -> str:
    """Return the JSON word for a value's type."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case str():
            return "string"
        case list() | tuple():
            return "array"
        case dict():
            return "object"
        case _:
            return "number"
