"""Which field a table further down is about."""

from __future__ import annotations

import pytest

from undrift.diagnostics import Place
from undrift.docs.statements.nesting import container_of, owner_of, placed
from undrift.facts import ValueFact

FIELDS = {
    "lineItems": "array",
    "address": "object",
    "card": "",
    "card.address": "object",
    "status": "",
    "boxes": "array",
    "entries": "array",
    "buses": "array",
    "name": "string",
    "news": "object",
    "pies": "array",
    "die": "object",
    "glasses": "array",
    "gas": "object",
    "dishes": "array",
    "batches": "array",
}


@pytest.mark.parametrize(
    ("title", "intro", "owner"),
    [
        ("The line items", "", "lineItems[]"),
        ("`lineItems[]`", "", "lineItems[]"),
        ("Line item object", "", "lineItems[]"),
        ("`card.address`", "", "card.address"),
        ("` boxes `", "", "boxes[]"),
        ("Line item array parameters", "", "lineItems[]"),
        ("The object", "", ""),
        ("Pies", "", "pies[]"),
        ("A pie", "", "pies[]"),
        ("Die", "", "die"),
        ("Dies", "", "die"),
        ("Glass", "", "glasses[]"),
        ("Gas", "", "gas"),
        ("Dish", "", "dishes[]"),
        ("Batch", "", "batches[]"),
        ("The `card` object", "", "card"),
        ("Address", "", "address"),
        ("Address (card)", "", "card.address"),
        ("Card address", "", "address"),
        ("Fields of each box", "", "boxes[]"),
        ("Entry", "", "entries[]"),
        ("Status", "", "status"),
        ("News", "", "news"),
        ("Name", "", ""),
        ("More", "Each of `entries` has", "entries[]"),
        ("Card", "Each of `entries` has", "card"),
        ("More", "Each entry has", ""),
        ("Line item totals", "", ""),
    ],
)
def test_owners(title: str, intro: str, owner: str) -> None:
    facts = [
        ValueFact(name, Place("page.md", 1), kind) for name, kind in FIELDS.items()
    ]
    containers = [found for fact in facts if (found := container_of(fact))]
    found = owner_of(title, intro, containers)
    assert (found.prefix if found else "") == owner


def test_what_has_had_its_table_comes_last() -> None:
    fact = ValueFact("address", Place("page.md", 1), "object")
    inner = ValueFact("card.address", Place("page.md", 2), "object")
    containers = [c for c in map(container_of, (fact, inner)) if c]
    found = owner_of("Address", "", containers, {"address"})
    assert found is not None
    assert found.prefix == "card.address"
    assert owner_of("Address", "", []) is None


@pytest.mark.parametrize(
    ("prefix", "name", "full"),
    [
        ("", "a", "a"),
        ("x", "a", "x.a"),
        ("x[]", "a", "x[].a"),
        ("x[]", "x[].a", "x[].a"),
        ("x[]", "x.a", "x.a"),
        ("x", "xa", "x.xa"),
    ],
)
def test_names_inside(prefix: str, name: str, full: str) -> None:
    assert placed(prefix, name) == full
