"""What each kind accepts, and the exact Python value it becomes."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import get_args
from uuid import UUID

import pytest

from undrift.contract import FieldCheck
from undrift.contract.contract import JsonKind
from undrift.contract.scalars import fits, python_value, unknown_value, wrong_value

KINDS: tuple[JsonKind, ...] = get_args(JsonKind)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("string", "a", "a"),
        ("integer", 5, 5),
        ("number", 20, Decimal(20)),
        ("number", Decimal("1000.00"), Decimal("1000.00")),
        ("amount", "100.00", Decimal("100.00")),
        ("amount", Decimal("2623.64"), Decimal("2623.64")),
        ("float", Decimal("1.5"), 1.5),
        ("boolean", False, False),
        ("date", "2024-02-29", date(2024, 2, 29)),
        ("time", "14:30:00", time(14, 30)),
        (
            "date-time",
            "2024-02-16T14:30:00Z",
            datetime(2024, 2, 16, 14, 30, tzinfo=UTC),
        ),
        (
            "date-time",
            "2024-07-24T19:56:06.410896558Z",
            datetime(2024, 7, 24, 19, 56, 6, 410896, tzinfo=UTC),
        ),
        (
            "date-time",
            "2024-02-16T14:30:00.5+02:00",
            datetime(2024, 2, 16, 14, 30, 0, 500000, timezone(timedelta(hours=2))),
        ),
        (
            "uuid",
            "7c9e6679-7425-40de-944b-e07fc1f90ae7",
            UUID("7c9e6679-7425-40de-944b-e07fc1f90ae7"),
        ),
        ("bytes", "AAEC", b"\0\1\2"),
        ("any", None, None),
    ],
)
def test_value_is_read(kind: JsonKind, value: object, expected: object) -> None:
    actual = python_value(kind, value)
    assert actual == expected
    assert type(actual) is type(expected)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", True),
        ("integer", Decimal("5.0")),
        ("number", "12.50"),
        ("number", True),
        ("amount", "12,50"),
        ("amount", "NaN"),
        ("boolean", 1),
        ("date", "2024-02-30"),
        ("date", "20240229"),
        ("date-time", "2024-02-16"),
        ("date-time", 1708093800),
        ("time", "25:00:00"),
        ("uuid", "7c9e"),
        ("bytes", "*"),
        ("array", {}),
        ("object", []),
    ],
)
def test_other_values_are_refused(kind: JsonKind, value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        python_value(kind, value)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "any"])
def test_wrong_value_never_fits(kind: JsonKind) -> None:
    probe = FieldCheck("/a", "a", kind, known=("one", "two"))
    assert not fits(probe, wrong_value(kind))


@pytest.mark.parametrize("known", [("one", "two"), (1, 2)])
def test_unknown_value_is_none_of_the_known(known: tuple[str | int, ...]) -> None:
    probe = FieldCheck("/a", "a", "enum", known=known)
    assert fits(probe, known[0])
    assert not fits(probe, unknown_value(probe))
    assert type(unknown_value(probe)) is type(known[0])


@pytest.mark.parametrize(
    ("required", "nullable", "accepted"),
    [(True, False, False), (True, True, True), (False, False, False)],
)
def test_null_fits(required: bool, nullable: bool, accepted: bool) -> None:
    probe = FieldCheck("/a", "a", "string", required=required, nullable=nullable)
    assert fits(probe, None) is accepted
