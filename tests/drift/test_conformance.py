"""A spec's facts against a page's: each way to disagree, and what agrees in fact."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cases import expect
from undrift.diagnostics import Place
from undrift.drift.conformance import (
    Mismatch,
    conformance_problems,
    mismatches,
    page_places,
)
from undrift.facts import OperationFacts, PageFacts, Stated, StatusFact, ValueFact

EXPECTED = Path(__file__).with_name("expected") / "conformance.txt"


def stands(place: str, line: int) -> Place:
    return Place(place, line, pointer=f"/{line}" if place == "spec.yaml" else "")


def operation(file: str, *, required: Stated = Stated.NO) -> OperationFacts:
    """Return an operation as either side tells of it."""
    either = "string or integer" if file == "spec.yaml" else "string"

    def value(name: str, type_: str, line: int, **limits: str) -> ValueFact:
        place = stands(file, line)
        return ValueFact(name, place, type_, required, tuple(limits.items()))

    return OperationFacts(
        "POST",
        "/loans/{book}",
        stands(file, 1),
        ("https://api.library.example",),
        ("bearer",),
        headers=(value("X-Desk", "string", 2),),
        path_params=(value("book", "string", 3),),
        query_params=(value("notify", "boolean", 4),),
        body_fields=(
            value("reader", "string", 5, minLength="2"),
            value("days", "number", 6, maximum="30.0"),
            value("desk.floor", "integer", 7),
        ),
        response_fields=(value("id", either, 8),),
        responses=(StatusFact("201", stands(file, 9)),),
        errors=(StatusFact("404", stands(file, 10)),),
        body="fields",
    )


SPEC, PAGE = operation("spec.yaml"), operation("page.md")


def limited(operation: OperationFacts, **limits: str) -> OperationFacts:
    """Return the operation with other limits of its reader."""
    reader = replace(operation.body_fields[0], constraints=tuple(limits.items()))
    return replace(operation, body_fields=(reader, *operation.body_fields[1:]))


def excused(operation: OperationFacts) -> OperationFacts:
    """Return the operation with a reason for each value and status."""

    def values(facts: tuple[ValueFact, ...]) -> tuple[ValueFact, ...]:
        return tuple(replace(fact, unsupported="seen") for fact in facts)

    def statuses(facts: tuple[StatusFact, ...]) -> tuple[StatusFact, ...]:
        return tuple(replace(fact, unsupported="seen") for fact in facts)

    return replace(
        operation,
        headers=values(operation.headers),
        path_params=values(operation.path_params),
        query_params=values(operation.query_params),
        body_fields=values(operation.body_fields),
        response_fields=values(operation.response_fields),
        responses=statuses(operation.responses),
        errors=statuses(operation.errors),
    )


def at(line: int) -> Place:
    return stands("page.md", line)


BARE = replace(
    PAGE,
    headers=(),
    path_params=(),
    query_params=(),
    body_fields=(),
    response_fields=(),
    responses=(),
    errors=(),
)
REQUIRED = operation("page.md", required=Stated.YES)
FIELDS = PAGE.body_fields
DISAGREEING: dict[str, tuple[OperationFacts, OperationFacts]] = {
    "the page tells less": (SPEC, BARE),
    "the spec tells less": (replace(BARE, place=SPEC.place), PAGE),
    "another host": (SPEC, replace(PAGE, servers=("https://eu.library.example",))),
    "a host more on the page": (
        SPEC,
        replace(PAGE, servers=(*PAGE.servers, "https://eu.library.example")),
    ),
    "all is required on the page": (SPEC, REQUIRED),
    "all is required in the spec": (
        operation("spec.yaml", required=Stated.YES),
        PAGE,
    ),
    "another type": (
        SPEC,
        replace(PAGE, query_params=(replace(PAGE.query_params[0], type="string"),)),
    ),
    "an integer in the spec": (
        replace(
            SPEC,
            query_params=(replace(SPEC.query_params[0], type="integer"),),
        ),
        replace(PAGE, query_params=(replace(PAGE.query_params[0], type="number"),)),
    ),
    "another limit": (SPEC, limited(PAGE, minLength="3")),
    "a limit that the spec lacks": (limited(SPEC), PAGE),
    "a limit that is no number": (
        limited(SPEC, pattern="^a"),
        limited(PAGE, pattern="^b"),
    ),
    "another authentication": (SPEC, replace(PAGE, auth=("header X-Key",))),
    "another body": (replace(SPEC, body="none"), PAGE),
    "a header more": (
        SPEC,
        replace(PAGE, headers=(*PAGE.headers, ValueFact("X-Floor", at(2)))),
    ),
    "a header that is a credential elsewhere": (
        SPEC,
        replace(PAGE, headers=(*PAGE.headers, ValueFact("X-Key", at(2)))),
    ),
}
AGREEING: dict[str, tuple[OperationFacts, OperationFacts]] = {
    "the same": (SPEC, PAGE),
    "marked": (
        replace(excused(SPEC), auth=(), assumed_auth=("bearer",)),
        replace(BARE, auth=()),
    ),
    "marked and contradicted": (excused(SPEC), REQUIRED),
    "a slash after the host": (
        SPEC,
        replace(PAGE, servers=("https://api.library.example/",)),
    ),
    "a host that nobody may call": (SPEC, replace(PAGE, servers=("http://a.example",))),
    "no host": (SPEC, replace(PAGE, servers=())),
    "a host of the spec's that is named, but not to be called": (
        replace(SPEC, servers=(*SPEC.servers, "http://a.example")),
        replace(PAGE, servers=(*PAGE.servers, "http://a.example")),
    ),
    "a header in other case": (
        SPEC,
        replace(PAGE, headers=(replace(PAGE.headers[0], name="x-desk"),)),
    ),
    "headers that have other words": (
        SPEC,
        replace(
            PAGE,
            headers=(
                *PAGE.headers,
                *(ValueFact(name, at(2)) for name in ("Accept", "AUTHORIZATION")),
                ValueFact("Content-Type", at(2)),
                ValueFact("no header name", at(2)),
            ),
        ),
    ),
    "a credential among the headers": (
        replace(SPEC, auth=("header X-Key",)),
        replace(
            PAGE,
            auth=("header X-Key",),
            headers=(*PAGE.headers, ValueFact("x-key", at(2))),
        ),
    ),
    "a credential among the query's parameters": (
        replace(SPEC, auth=("query key",)),
        replace(
            PAGE,
            auth=("query key",),
            query_params=(*PAGE.query_params, ValueFact("key", at(4))),
        ),
    ),
    "an assumed credential that the page shows": (
        replace(SPEC, assumed_auth=("query key",)),
        replace(
            PAGE,
            auth=("bearer", "query key"),
            query_params=(*PAGE.query_params, ValueFact("key", at(4))),
        ),
    ),
    "a parameter that the path has not": (
        SPEC,
        replace(PAGE, path_params=(*PAGE.path_params, ValueFact("shop", at(3)))),
    ),
    "what is unstated": (
        SPEC,
        replace(operation("page.md", required=Stated.UNSTATED), body=""),
    ),
    "required under a condition": (
        SPEC,
        operation("page.md", required=Stated.CONDITIONAL),
    ),
    "a type that is unstated": (
        SPEC,
        replace(PAGE, query_params=(replace(PAGE.query_params[0], type=""),)),
    ),
    "one of two types": (
        SPEC,
        replace(
            PAGE, response_fields=(replace(PAGE.response_fields[0], type="integer"),)
        ),
    ),
    "a number in the spec": (
        replace(SPEC, query_params=(replace(SPEC.query_params[0], type="number"),)),
        replace(PAGE, query_params=(replace(PAGE.query_params[0], type="integer"),)),
    ),
    "a limit in other digits": (SPEC, limited(PAGE, minLength="2.0")),
    "a limit of the spec's own": (SPEC, limited(PAGE)),
    "a keyword that no spec is held to": (SPEC, limited(PAGE, enum="a, b")),
    "items beside their list": (
        SPEC,
        replace(PAGE, body_fields=(*FIELDS, replace(FIELDS[0], name="reader[]"))),
    ),
    "items of no name": (
        SPEC,
        replace(PAGE, body_fields=(*FIELDS, ValueFact("[]", at(7)))),
    ),
    "what is very deep inside": (
        SPEC,
        replace(
            PAGE, body_fields=(*FIELDS, ValueFact(".".join("abcdefghijklmno"), at(7)))
        ),
    ),
    "a reply without a status": (
        SPEC,
        replace(PAGE, responses=(*PAGE.responses, StatusFact("", at(9)))),
    ),
}


def page(*operations: OperationFacts) -> PageFacts:
    return PageFacts("page.md", "tables", "Lend", operations)


def test_every_way_to_disagree_in_full() -> None:
    lines: list[str] = []
    for case, (spec, told) in DISAGREEING.items():
        problems = conformance_problems([spec], [page(told)])
        lines += [case, *(f"  {line}" for p in problems for line in str(p).split("\n"))]
    expect("\n".join((*lines, "")), EXPECTED)


@pytest.mark.parametrize("case", AGREEING)
def test_what_agrees(case: str) -> None:
    spec, told = AGREEING[case]
    assert conformance_problems([spec], [page(told)]) == ()


def test_operations_that_one_side_lacks() -> None:
    (alone,) = mismatches([SPEC], [])
    assert alone == Mismatch(
        *("UD050", SPEC.key, f"no page documents {SPEC.key}"), SPEC.place
    )
    assert alone.place == SPEC.place
    (more,) = mismatches([], [page(PAGE)])
    assert more == Mismatch(
        *("UD051", PAGE.key, f"the spec lacks {PAGE.key}"), on_page=PAGE.place
    )
    assert more.place == PAGE.place
    assert more.key == ("UD051", PAGE.key, more.message)
    assert list(mismatches([replace(SPEC, unsupported="known")], [])) == []
    assert list(mismatches([], [page(PAGE)], [PAGE.key])) == []


def test_of_an_operation_on_two_pages_the_later_counts() -> None:
    assert list(mismatches([SPEC], [page(BARE), page(PAGE)])) == []
    assert list(mismatches([SPEC], [page(PAGE), page(BARE)])) != []


def test_of_two_facts_of_one_name_the_first_counts() -> None:
    wrong = replace(FIELDS[0], type="array")
    twice = replace(PAGE, body_fields=(*FIELDS, wrong))
    assert list(mismatches([SPEC], [page(twice)])) == []


def test_where_a_page_documents_what_a_spec_states() -> None:
    places = page_places([SPEC], [page(PAGE)])
    assert places == {f"/{line}": at(line) for line in range(1, 11)}
    assert page_places([SPEC], [page(BARE)]) == {"/1": at(1)}
    assert page_places([SPEC], []) == {}
