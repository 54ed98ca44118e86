# SPDX-License-Identifier: MIT-0
"""Documented limits as `Annotated` markers; checked only with `validation="strict"`.

A limit says nothing about values of another type than it is for, and nothing about what
Python cannot tell: a regular expression of another dialect, more digits than fit.
"""

from __future__ import annotations

import decimal
import re
from decimal import Decimal
from typing import ClassVar, Generic, TypeVar

from .jsontext import Json

L = TypeVar("L")


class Constraint(Generic[L]):
    """One documented limit, under JSON Schema's name for it. Equal by value."""

    __slots__ = ("limit",)
    keyword: ClassVar[str]

    def __init__(self, limit: L) -> None:
        self.limit = limit

    def breaks(self, value: Json) -> bool:
        """Tell whether a value, as it will be written, breaks the limit."""
        raise NotImplementedError

    def broken(self, value: Json) -> str:
        """Return the limit in words if the value breaks it, else ""."""
        return f"{self.keyword} {self.limit}" if self.breaks(value) else ""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and repr(self) == repr(other)

    def __hash__(self) -> int:
        return hash(repr(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.limit!r})"


class MinLength(Constraint[int]):
    """At least so many characters."""

    __slots__ = ()
    keyword = "minLength"

    def breaks(self, value: Json) -> bool:
        """See `Constraint`."""
        return isinstance(value, str) and len(value) < self.limit


class MaxLength(Constraint[int]):
    """At most so many characters."""

    __slots__ = ()
    keyword = "maxLength"

    def breaks(self, value: Json) -> bool:
        """See `Constraint`."""
        return isinstance(value, str) and len(value) > self.limit


class Pattern(Constraint[str]):
    """Text in which the regular expression is found."""

    __slots__ = ()
    keyword = "pattern"

    def breaks(self, value: Json) -> bool:
        """See `Constraint`."""
        try:
            return isinstance(value, str) and not re.search(self.limit, value, re.ASCII)
        except re.error:
            return False


class Minimum(Constraint["int | Decimal"]):
    """Not less."""

    __slots__ = ()
    keyword = "minimum"

    def breaks(self, value: Json) -> bool:
        """See `Constraint`."""
        number = _number(value)
        return number is not None and number < self.limit


class Maximum(Constraint["int | Decimal"]):
    """Not more."""

    __slots__ = ()
    keyword = "maximum"

    def breaks(self, value: Json) -> bool:
        """See `Constraint`."""
        number = _number(value)
        return number is not None and number > self.limit


class ExclusiveMinimum(Constraint["int | Decimal"]):
    """More."""

    __slots__ = ()
    keyword = "exclusiveMinimum"

    def breaks(self, value: Json) -> bool:
        """See `Constraint`."""
        number = _number(value)
        return number is not None and number <= self.limit


class ExclusiveMaximum(Constraint["int | Decimal"]):
    """Less."""

    __slots__ = ()
    keyword = "exclusiveMaximum"

    def breaks(self, value: Json) -> bool:
        """See `Constraint`."""
        number = _number(value)
        return number is not None and number >= self.limit


class MultipleOf(Constraint["int | Decimal"]):
    """A whole number of times the factor."""

    __slots__ = ()
    keyword = "multipleOf"

    def breaks(self, value: Json) -> bool:
        """See `Constraint`."""
        number = _number(value)
        try:
            return number is not None and number % self.limit != 0
        except decimal.InvalidOperation:
            return False


class MinItems(Constraint[int]):
    """At least so many items."""

    __slots__ = ()
    keyword = "minItems"

    def breaks(self, value: Json) -> bool:
        """See `Constraint`."""
        return isinstance(value, list) and len(value) < self.limit


class MaxItems(Constraint[int]):
    """At most so many items."""

    __slots__ = ()
    keyword = "maxItems"

    def breaks(self, value: Json) -> bool:
        """See `Constraint`."""
        return isinstance(value, list) and len(value) > self.limit


class UniqueItems(Constraint[bool]):
    """No two items alike."""

    __slots__ = ()
    keyword = "uniqueItems"

    def __init__(self) -> None:
        super().__init__(True)

    def breaks(self, value: Json) -> bool:
        """See `Constraint`."""
        if not isinstance(value, list):
            return False
        return any(
            type(item) is type(other) and item == other
            for index, item in enumerate(value)
            for other in value[:index]
        )


def _number(value: Json) -> Decimal | None:
    """Return a number, written as one or as text, for comparison."""
    match value:
        case bool():
            return None
        case int() | Decimal():
            return Decimal(value)
        case float():
            return Decimal(repr(value))
        case str():
            try:
                number = Decimal(value)
            except decimal.InvalidOperation:
                return None
            return number if number.is_finite() else None
        case _:
            return None
