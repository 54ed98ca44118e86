# SPDX-License-Identifier: MIT-0
"""Documented limits as `Annotated` markers; checked only with `validation="strict"`.

`broken` looks at a value as it will be written and returns the constraint in words, or
"" where the value keeps it or is of a type that the constraint says nothing about.
"""

from __future__ import annotations

import decimal
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from decimal import Decimal

from .jsontext import Json


class Constraint(ABC):
    """One documented limit."""

    __slots__ = ()

    @abstractmethod
    def broken(self, value: Json) -> str:
        """Return the constraint in words if the value breaks it, else ""."""


@dataclass(frozen=True, slots=True)
class MinLength(Constraint):
    """At least so many characters."""

    limit: int

    def broken(self, value: Json) -> str:
        """See `Constraint`."""
        short = isinstance(value, str) and len(value) < self.limit
        return f"minLength {self.limit}" if short else ""


@dataclass(frozen=True, slots=True)
class MaxLength(Constraint):
    """At most so many characters."""

    limit: int

    def broken(self, value: Json) -> str:
        """See `Constraint`."""
        long = isinstance(value, str) and len(value) > self.limit
        return f"maxLength {self.limit}" if long else ""


@dataclass(frozen=True, slots=True)
class Pattern(Constraint):
    """Text in which the regular expression is found; one Python lacks is not held."""

    regex: str

    def broken(self, value: Json) -> str:
        """See `Constraint`."""
        if not isinstance(value, str):
            return ""
        try:
            found = re.search(self.regex, value, re.ASCII)
        except re.error:
            return ""
        return "" if found else f"pattern {self.regex}"


@dataclass(frozen=True, slots=True)
class Minimum(Constraint):
    """Not less."""

    limit: int | Decimal

    def broken(self, value: Json) -> str:
        """See `Constraint`."""
        number = _number(value)
        below = number is not None and number < self.limit
        return f"minimum {self.limit}" if below else ""


@dataclass(frozen=True, slots=True)
class Maximum(Constraint):
    """Not more."""

    limit: int | Decimal

    def broken(self, value: Json) -> str:
        """See `Constraint`."""
        number = _number(value)
        above = number is not None and number > self.limit
        return f"maximum {self.limit}" if above else ""


@dataclass(frozen=True, slots=True)
class ExclusiveMinimum(Constraint):
    """More."""

    limit: int | Decimal

    def broken(self, value: Json) -> str:
        """See `Constraint`."""
        number = _number(value)
        below = number is not None and number <= self.limit
        return f"exclusiveMinimum {self.limit}" if below else ""


@dataclass(frozen=True, slots=True)
class ExclusiveMaximum(Constraint):
    """Less."""

    limit: int | Decimal

    def broken(self, value: Json) -> str:
        """See `Constraint`."""
        number = _number(value)
        above = number is not None and number >= self.limit
        return f"exclusiveMaximum {self.limit}" if above else ""


@dataclass(frozen=True, slots=True)
class MultipleOf(Constraint):
    """A whole number of times the factor."""

    factor: int | Decimal

    def broken(self, value: Json) -> str:
        """See `Constraint`."""
        number = _number(value)
        if number is None:
            return ""
        try:
            off = number % self.factor != 0
        except decimal.InvalidOperation:
            off = False  # more digits than the context can tell
        return f"multipleOf {self.factor}" if off else ""


@dataclass(frozen=True, slots=True)
class MinItems(Constraint):
    """At least so many items."""

    limit: int

    def broken(self, value: Json) -> str:
        """See `Constraint`."""
        short = isinstance(value, list) and len(value) < self.limit
        return f"minItems {self.limit}" if short else ""


@dataclass(frozen=True, slots=True)
class MaxItems(Constraint):
    """At most so many items."""

    limit: int

    def broken(self, value: Json) -> str:
        """See `Constraint`."""
        long = isinstance(value, list) and len(value) > self.limit
        return f"maxItems {self.limit}" if long else ""


@dataclass(frozen=True, slots=True)
class UniqueItems(Constraint):
    """No two items alike."""

    def broken(self, value: Json) -> str:
        """See `Constraint`."""
        if not isinstance(value, list):
            return ""
        seen: list[Json] = []
        for item in value:
            if any(type(item) is type(other) and item == other for other in seen):
                return "uniqueItems"
            seen.append(item)
        return ""


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
