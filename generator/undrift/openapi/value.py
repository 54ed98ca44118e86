"""Plain values: what JSON can say, and nothing else."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

Value: TypeAlias = "bool | int | Decimal | str | list[Value] | dict[str, Value] | None"
"""A JSON value. Numbers with a fraction or exponent are `Decimal`, never float.

Values are shared freely (an alias in YAML, a copied overlay node), so that nobody
may change one: make a new container instead.
"""

ValueContainer: TypeAlias = list[Value] | dict[str, Value]
_CONTAINERS = (list, dict)


def containers(value: Value) -> list[ValueContainer]:
    """Return a value as one level of containers, none if it is a scalar."""
    return [value] if isinstance(value, _CONTAINERS) else []


def deeper(level: list[ValueContainer]) -> list[ValueContainer]:
    """Return the containers that stand directly in those of one level."""
    return [
        item
        for container in level
        for item in (container.values() if isinstance(container, dict) else container)
        if isinstance(item, _CONTAINERS)
    ]


def same(left: Value, right: Value) -> bool:
    """Tell whether two values are the same JSON; unlike `==`, true is not 1."""
    if left is right:
        return True
    match left, right:
        case (bool(), _) | (_, bool()):
            return False
        case (dict(), dict()):
            return left.keys() == right.keys() and all(
                same(item, right[key]) for key, item in left.items()
            )
        case (list(), list()):
            return len(left) == len(right) and all(map(same, left, right))
        case _:
            return left == right


def quoted(text: str) -> str:
    """Return a document's text as a message shows it: short, on one line, inert."""
    return repr(text if len(text) <= 80 else f"{text[:79]}…")
