"""The oracle accepts an exact reading, and names each way of misreading."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from undrift.contract import ContentExample, ExpectedResponse, FieldCheck
from undrift.contract.decoding import (
    cases_of,
    contradictions,
    locations_of,
    lost,
    misread,
)
from undrift.contract.json_values import AnyJson, read_json

TEXT = """{
  "issueDate": "2024-02-15", "total": 1190.00, "paid": null, "status": "paid",
  "lines": [{"tax": "0.10"}, {"tax": 5}], "tags": {"a/b": "c"}
}"""
DOCUMENT = read_json(TEXT)
REPLY = ExpectedResponse(
    status=200,
    holds="object",
    fields=(
        FieldCheck("/issueDate", "issue_date", "date", required=True),
        FieldCheck("/total", "total", "number"),
        FieldCheck("/paid", "paid", "amount", nullable=True),
        FieldCheck("/status", "status", "enum", known=("paid", "open")),
        FieldCheck("/note", "note", "string"),
        FieldCheck("/lines", "lines", "array"),
        FieldCheck("/lines/*", "lines.*", "object"),
        FieldCheck("/lines/*/tax", "lines.*.tax", "amount"),
        FieldCheck("/tags", "tags", "map"),
        FieldCheck("/tags/*", "tags.*", "string"),
    ),
    examples=(ContentExample(source="#/here", content=TEXT),),
)


@dataclass
class Line:
    tax: object

    def model_dump(self, *, by_alias: bool, exclude_unset: bool) -> dict[str, object]:
        assert by_alias
        assert exclude_unset
        return {"tax": self.tax}


@dataclass
class Invoice:
    issue_date: object = date(2024, 2, 15)
    total: object = Decimal("1190.00")
    paid: object = None
    status: object = "paid"
    note: object = None
    lines: object = field(
        default_factory=lambda: [Line(Decimal("0.10")), Line(Decimal(5))]
    )
    tags: object = field(default_factory=lambda: {"a/b": "c"})
    more: dict[str, Any] = field(default_factory=dict[str, Any])

    def model_dump(self, *, by_alias: bool, exclude_unset: bool) -> dict[str, object]:
        assert by_alias
        assert exclude_unset
        return {
            "issueDate": self.issue_date,
            "total": self.total,
            "paid": self.paid,
            "status": self.status,
            "lines": [{"tax": None}, {"tax": None}],
            "tags": self.tags,
            **self.more,
        }


def test_exact_reading_is_accepted() -> None:
    assert misread(Invoice(), locations_of(DOCUMENT, REPLY)) == []
    assert lost(Invoice(), DOCUMENT) == []
    assert contradictions(locations_of(DOCUMENT, REPLY)) == []


@pytest.mark.parametrize(
    ("invoice", "pointer"),
    [
        (Invoice(issue_date="2024-02-15"), "/issueDate"),
        (Invoice(total=1190.0), "/total"),
        (Invoice(total=Decimal("1190")), "/total"),
        (Invoice(paid=Decimal(0)), "/paid"),
        (Invoice(note=""), "/note"),
        (Invoice(status="open"), "/status"),
        (Invoice(lines=[Line(Decimal("0.10"))]), "/lines"),
        (Invoice(lines=[{"tax": Decimal("0.10")}, Line(Decimal(5))]), "/lines/0"),
        (Invoice(lines=[Line("0.10"), Line(Decimal(5))]), "/lines/0/tax"),
        (Invoice(tags={"a/b": "d"}), "/tags/a~1b"),
    ],
)
def test_misreading_is_named(invoice: Invoice, pointer: str) -> None:
    problems = misread(invoice, locations_of(DOCUMENT, REPLY))
    assert problems
    assert problems[0].startswith(f"{pointer}: ")


def test_missing_attribute_is_named_only_where_a_value_arrived() -> None:
    @dataclass
    class Other:
        issue_date: date = date(2024, 2, 15)

    document = {"issueDate": "2024-02-15", "total": 1}
    assert misread(Other(), locations_of(document, REPLY)) == [
        "/total: cannot be read (AttributeError)"
    ]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({**DOCUMENT, "issueDate": None}, ["/issueDate"]),
        ({k: v for k, v in DOCUMENT.items() if k != "issueDate"}, ["/issueDate"]),
        ({**DOCUMENT, "total": "1190.00"}, ["/total"]),
        ({**DOCUMENT, "status": "added later"}, ["/status"]),
        ({**DOCUMENT, "lines": [{"tax": True}, 5]}, ["/lines/0/tax", "/lines/1"]),
        ({**DOCUMENT, "lines": {}}, ["/lines"]),
        ({**DOCUMENT, "tags": {"a~b": 1}}, ["/tags/a~0b"]),
        ([], [""]),
        ({**DOCUMENT, "unknown": 1, "paid": None}, []),
        ({**DOCUMENT, "note": None}, ["/note"]),
    ],
)
def test_contradictions_have_pointers(document: Any, expected: list[str]) -> None:
    assert contradictions(locations_of(document, REPLY)) == expected


def test_value_that_does_not_fit_must_stay_as_it_arrived() -> None:
    spots = locations_of({**DOCUMENT, "total": "1190.00"}, REPLY)
    assert misread(Invoice(total="1190.00"), spots) == []
    assert misread(Invoice(total=Decimal("1190.00")), spots) != []


def test_lost_and_made_up_keys_are_named() -> None:
    assert lost(Invoice(), {**DOCUMENT, "added": {"x": 1}}) == ["/added is lost"]
    assert lost(Invoice(more={"extra": None}), DOCUMENT) == ["/extra is made up"]
    assert lost([], [1]) == [" reads []"]


def test_whole_is_compared_where_nothing_is_described() -> None:
    reply = ExpectedResponse(status=200, holds="any")
    document = read_json('{"a": [1.10, 1]}')
    assert misread({"a": [Decimal("1.10"), 1]}, locations_of(document, reply)) == []
    assert misread({"a": [1.1, 1]}, locations_of(document, reply)) != []
    assert misread({"a": [Decimal("1.10"), 1.0]}, locations_of(document, reply)) != []


def test_cases_are_the_examples_that_hold_a_value() -> None:
    empty = ExpectedResponse(status=204, holds="none", examples=REPLY.examples)
    (case,) = cases_of([REPLY, empty])
    assert case.document == DOCUMENT
    assert len(case.spots(DOCUMENT)) == 13


@dataclass
class Moment:
    at: object


@pytest.mark.parametrize(
    ("text", "read", "fits"),
    [
        ("2024-02-15T10:00:00Z", datetime(2024, 2, 15, 10, tzinfo=UTC), True),
        ("2024-02-15T10:00:00Z", datetime(2024, 2, 15, 11, tzinfo=UTC), False),
        ("2024-02-15", date(2024, 2, 15), True),
        ("2024-02-15", date(2024, 2, 16), False),
        ("10:00:00", time(10), True),
        ("1.50", Decimal("1.50"), True),
        ("1.50", Decimal("1.5"), False),
        ("YQ==", b"a", True),
        ("YQ==", b"b", False),
        ("YQ==", "YQ==", True),
        (
            "3fa85f64-5717-4562-b3fc-2c963f66afa6",
            UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6"),
            True,
        ),
    ],
)
def test_text_may_be_read_as_a_variant_of_a_union(
    text: str, read: object, fits: bool
) -> None:
    reply = ExpectedResponse(
        status=200, holds="object", fields=(FieldCheck("/at", "at", "any"),)
    )
    spots = locations_of({"at": text}, reply)
    assert (misread(Moment(read), spots[1:]) == []) is fits


def test_null_is_documented_or_not_for_unions_too() -> None:
    probes = (
        FieldCheck("/union", "union", "any"),
        FieldCheck("/all", "all", "any", False, True),
    )
    reply = ExpectedResponse(status=200, holds="object", fields=probes)
    document: AnyJson = {"union": None, "all": None}
    assert contradictions(locations_of(document, reply)) == ["/union"]
    anything = ExpectedResponse(status=200, holds="any")
    assert contradictions(locations_of(None, anything)) == []
