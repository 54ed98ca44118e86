"""Facts taken together and moved: every member takes part, a new one too."""

from dataclasses import fields, replace

from undrift.diagnostics import Place
from undrift.facts import (
    Fact,
    OperationFacts,
    PageFacts,
    Stated,
    StatusFact,
    ValueFact,
)
from undrift.facts.moving import moved_to

HERE = Place("a.md", 3)
BARE = ValueFact("reason", HERE)
TOLD = ValueFact(
    "reason",
    Place("a.md", 9),
    "string",
    Stated.YES,
    (("minLength", "1"),),
    "Why",
    "late",
    "an example shows it",
)
VALUES = ("headers", "path_params", "query_params", "body_fields", "response_fields")
STATUSES = ("responses", "errors")


def _value(name: str) -> tuple[ValueFact, ...]:
    return (replace(BARE, name=name),)


FULL = OperationFacts(
    "POST",
    "/loans",
    HERE,
    ("https://a.example", "http://localhost:1", "http://127.0.0.1", "http://b.example"),
    ("bearer",),
    headers=_value("headers"),
    path_params=_value("path_params"),
    query_params=_value("query_params"),
    body_fields=_value("body_fields"),
    response_fields=_value("response_fields"),
    responses=(StatusFact("responses", HERE),),
    errors=(StatusFact("errors", HERE),),
)


def test_a_fact_takes_what_it_leaves_unstated_from_another() -> None:
    assert BARE.merge(TOLD) == replace(TOLD, place=HERE)
    assert TOLD.merge(BARE) == TOLD
    half = replace(BARE, type="integer")
    assert half.merge(TOLD) == replace(TOLD, place=HERE, type="integer")


def test_no_member_of_a_fact_is_left_out() -> None:
    optional = [f for f in fields(ValueFact) if f.name not in ("name", "place")]
    stated = {f.name for f in optional if getattr(TOLD, f.name) != f.default}
    assert stated == {f.name for f in optional}


def test_every_value_and_status_is_changed() -> None:
    def marked(fact: Fact) -> Fact:
        return replace(fact, unsupported="no page says so")

    changed = FULL.map_facts(marked)
    facts = [fact for _, values in changed.values() for fact in values]
    assert [fact.name for fact in facts] == list(VALUES)
    assert [fact.status for fact in changed.statuses()] == list(STATUSES)
    marks = [fact.unsupported for fact in facts]
    marks += [fact.unsupported for fact in changed.statuses()]
    assert set(marks) == {"no page says so"}
    assert (changed.servers, changed.auth) == (FULL.servers, FULL.auth)


def test_what_is_sent_and_received_is_told_by_where_it_is() -> None:
    assert [where for where, _ in FULL.values()] == [
        *("header", "path", "query", "body", "response")
    ]
    # A member that holds facts is among those, or a status.
    holding = {
        member.name for member in fields(OperationFacts) if "Fact" in str(member.type)
    }
    assert holding == {*VALUES, *STATUSES}


def test_facts_of_the_same_text_kept_elsewhere() -> None:
    page = PageFacts("a.md", "tables", "Lend", (FULL,))
    assert moved_to(page, "a.md") is page
    (operation,) = moved_to(page, "b.md").operations
    places = [fact.place for _, values in operation.values() for fact in values]
    places += [fact.place for fact in operation.statuses()]
    assert {operation.place, *places} == {Place("b.md", 3)}
    assert moved_to(page, "b.md").page == "b.md"


def test_what_a_client_may_call() -> None:
    assert FULL.callable_servers == (
        *("https://a.example", "http://localhost:1", "http://127.0.0.1"),
    )
    assert FULL.key == "POST /loans"
