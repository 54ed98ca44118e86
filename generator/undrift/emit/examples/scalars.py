"""Scalars that keep every documented limit, and whether a value keeps them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal

from ...ir import Constraints, Kind, Primitive
from ..kinds import scalar_kind
from .patterns import contradicts, matching
from .validate import JsonValue

_FORMATS = {
    "email": "name@example.com",
    "idn-email": "name@example.com",
    "hostname": "example.com",
    "idn-hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "iri": "https://example.com/a",
    "duration": "P1D",
    "json-pointer": "/example",
    "relative-json-pointer": "0/example",
    "time": "12:34:56Z",
    "date": "2024-02-29",
    "date-time": "2024-02-29T12:34:56Z",
    "uuid": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
}
"""Texts of the formats that JSON Schema defines (2020-12, validation, section 7.3)."""

_LONGEST = 1000
_LARGEST = 40
"""Digits of a limit that is reckoned with; greater ones are of no use to a test."""


def scalar(type_: Primitive) -> JsonValue:
    """Return a value of a type, within its limits wherever that is possible."""
    match scalar_kind(type_).example:
        case bool() as example:
            return example
        case int() | Decimal() as example:
            return _number(type_.constraints, example)
        case str() if type_.kind is Kind.STRING:
            return _text(type_.constraints, type_.format)
        case example:
            return example


def keeps(limits: Constraints, value: JsonValue) -> bool:
    """Return whether a value is within its limits; few patterns are looked at."""
    match value:
        case bool() | None:
            return True
        case int() | Decimal():
            return _number_keeps(limits, value)
        case str():
            return _within(len(value), limits.min_length, limits.max_length) and not (
                limits.pattern is not None and contradicts(limits.pattern, value)
            )
        case list():
            return _within(len(value), limits.min_items, limits.max_items) and not (
                limits.unique_items
                and any(item in value[:n] for n, item in enumerate(value))
            )
        case dict():
            return True


def _within(size: int, least: int | None, most: int | None) -> bool:
    return (least or 0) <= size and (most is None or size <= most)


def _text(limits: Constraints, form: str) -> str:
    least, most = limits.min_length or 0, limits.max_length
    if limits.pattern is not None:
        found = matching(limits.pattern, least, 2000 if most is None else most)
        if found is not None:
            return found
    text = _FORMATS.get(form, "example")
    if len(text) < least <= _LONGEST:
        text = text.ljust(least, "x")
    return text if most is None else text[:most]


def _number(limits: Constraints, usual: int | Decimal) -> int | Decimal:
    """Return a number within its limits, the usual one if that is."""
    found = (n for n in _numbers(limits, usual) if _number_keeps(limits, n))
    return next(found, usual)


def _numbers(limits: Constraints, usual: int | Decimal) -> Iterator[int | Decimal]:
    yield usual
    stated = (
        limits.minimum,
        limits.exclusive_minimum,
        limits.maximum,
        limits.exclusive_maximum,
    )
    ends = [n for n in stated if n is not None and _is_small(n)]
    whole = isinstance(usual, int)
    step = limits.multiple_of
    if step is not None and step > 0 and _is_small(step) and step >= Decimal("1e-9"):
        for end in [*ends, step]:
            times = math.floor(Decimal(end) / Decimal(step))
            for near in (times, times + 1, times - 1):
                yield _plain(near * step, whole)
    for end in ends:
        yield _plain(end, whole)
        yield _plain(end + 1, whole)
        yield _plain(end - 1, whole)
    if len(ends) > 1:
        yield _plain(Decimal(ends[0] + ends[1]) / 2, whole)


def _is_small(number: int | Decimal) -> bool:
    return abs(Decimal(number).adjusted()) < _LARGEST


def _plain(number: int | Decimal, whole: bool) -> int | Decimal:
    return int(number) if whole else number


def _number_keeps(limits: Constraints, number: int | Decimal) -> bool:
    least, most = limits.minimum, limits.maximum
    above, below = limits.exclusive_minimum, limits.exclusive_maximum
    step = limits.multiple_of
    if step is not None and step > 0 and _is_small(step) and _is_small(number):
        quotient = Decimal(number) / Decimal(step)
        if quotient != quotient.to_integral_value():
            return False
    return (
        (least is None or number >= least)
        and (most is None or number <= most)
        and (above is None or number > above)
        and (below is None or number < below)
    )
