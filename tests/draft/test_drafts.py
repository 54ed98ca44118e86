"""A draft always generates: whatever pages document, the check against them agrees."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from tests.properties import examples
from undrift.diagnostics import Place, errors
from undrift.draft import draft_of, unconfirmed_in
from undrift.drift.client_facts import facts_of_client
from undrift.drift.conformance import conformance_problems
from undrift.facts import OperationFacts, PageFacts, Stated, StatusFact, ValueFact
from undrift.lower import lower
from undrift.openapi import Document, Loaded, check_document, load_source, same

PLACES = st.integers(1, 99).map(lambda line: Place("docs/page.md", line))
FIELDS = st.sampled_from(
    [
        *("id", "a", "b", "a.b", "a.b.c", "a[]", "a[].b", "tags[]", "[].id", "x-y"),
        *("Ünï", "class", "_", "a b", "items[0]", "$ref", "type", "a..b", "m.*"),
        *("[][].z", "x-undrift-empty", "x" * 90, ".".join("d" * 30)),
    ]
)
TYPES = ("string", "integer", "number", "boolean", "object", "array", "", "file")
CONSTRAINTS = (
    *(("minLength", "1"), ("maxLength", "019"), ("minimum", "-5"), ("maximum", "0.50")),
    *(("enum", '["a", "b"]'), ("enum", '["1", "2"]'), ("enum", "[]"), ("enum", "a")),
    *(("default", "x"), ("default", "5"), ("default", "current date")),
    *(("format", "uuid"), ("format", "date-time"), ("format", "decimal")),
    *(("nullable", "true"), ("pattern", "^a+$"), ("pattern", "("), ("minItems", "1")),
    *(("multipleOf", "0"), ("minLength", "99"), ("minimum", "NaN"), ("odd", "1")),
)
EXAMPLES = (None, '"x"', "5", "1.50", "true", "null", "{}", '["a"]', "not json")
REPLIES = (
    *(None, "", "OK", "{}", "[]", '"s"', "{broken", '{"a": null}'),
    *('{"a": {"b": 1}, "tags": ["x"]}', '[{"id": 1}]', '{"token": "eyJhbGciOi.x"}'),
)
HEADERS = (
    *("X-A", "x-a", "X-Key", "Authorization", "Content-Type", "User-Agent", "Host"),
    *("Content-Length", "X[a]", "Cookie", "Idempotency-Key"),
)
SEGMENTS = st.sampled_from(("api", "v1", "orders", "{id}", "{x.y}", "a:{id}", ":z"))

Values = st.SearchStrategy[tuple[ValueFact, ...]]


def values(names: st.SearchStrategy[str]) -> Values:
    """Return values of different names, about which anything may be stated."""
    constraints = st.lists(
        st.sampled_from(CONSTRAINTS), max_size=3, unique_by=lambda pair: pair[0]
    )
    value = st.builds(
        ValueFact,
        names,
        PLACES,
        st.sampled_from(TYPES),
        st.sampled_from(Stated),
        constraints.map(tuple),
        st.sampled_from(("", "Text: # of `x` \u202e")),
        st.sampled_from(EXAMPLES),
    )
    return st.lists(value, max_size=5, unique_by=lambda v: v.name).map(tuple)


def statuses(*codes: str) -> st.SearchStrategy[tuple[StatusFact, ...]]:
    status = st.builds(
        StatusFact,
        st.sampled_from(codes),
        PLACES,
        st.sampled_from(("", "E_X")),
        st.sampled_from(("", "Said.")),
        st.sampled_from(REPLIES),
    )
    return st.lists(status, max_size=3, unique_by=lambda s: s.status).map(tuple)


def some(*words: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(words), max_size=3, unique=True).map(tuple)


@st.composite
def operations(draw: st.DrawFn) -> OperationFacts:
    path = "/" + "/".join(draw(st.lists(SEGMENTS, min_size=1, max_size=4)))
    in_path = [name for name in ("id", "x.y") if f"{{{name}}}" in path]
    listed = {v.name: v for v in draw(values(st.sampled_from(("id", "x.y", "other"))))}
    params = {name: ValueFact(name, Place("docs/page.md", 1)) for name in in_path}
    params |= {n: v for n, v in listed.items() if n in in_path or n == "other"}
    fields = draw(values(FIELDS))
    hosts = some(
        *("https://api.acme.example", "http://api.acme.example"),
        *("https://api.acme.example:8443", "http://localhost:8000"),
    )
    empty = st.sampled_from(("", "none", "empty-object"))
    return OperationFacts(
        draw(st.sampled_from(("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"))),
        path,
        draw(PLACES),
        draw(hosts),
        draw(some("bearer", "basic", "header X-Key", "header X-Sign", "query key")),
        headers=draw(values(st.sampled_from(HEADERS))),
        path_params=tuple(params.values()),
        query_params=draw(values(st.sampled_from(("id", "f[x]", "ids[]", "key")))),
        body_fields=fields,
        response_fields=draw(values(FIELDS)),
        responses=draw(statuses("200", "201", "204", "", "302", "2XX", "100")),
        errors=draw(statuses("400", "404", "500", "", "4XX")),
        body_example=draw(st.sampled_from(REPLIES)) if fields else None,
        body="fields" if fields else draw(empty),
    )


def page(*documented: OperationFacts) -> PageFacts:
    return PageFacts("docs/page.md", "tables", "Cancel an order", documented)


PAGES = st.lists(
    st.lists(
        operations(), min_size=1, max_size=3, unique_by=lambda o: (o.method, o.path)
    ).map(lambda found: page(*found)),
    min_size=1,
    max_size=3,
)


@examples(30)
@given(PAGES)
def test_a_draft_passes_the_check_against_its_pages(pages: list[PageFacts]) -> None:
    draft = draft_of(pages, "Acme")

    loaded = load_source("openapi.yaml", draft.text)
    assert isinstance(loaded, Loaded)
    assert same(loaded.value, draft.value)
    assert draft_of(pages, "Acme").text == draft.text
    document = Document.of(loaded)
    lowered = lower(document)
    refused = {refusal.operation for refusal in lowered.refused}
    claims = facts_of_client(lowered.client, document.place)
    found = (
        *check_document(document),
        *lowered.diagnostics,
        *conformance_problems(claims, pages, refused),
    )
    assert not errors(found), draft.text.decode()


ORDERS = OperationFacts("POST", "/orders", Place("docs/page.md", 3))


def asked(facts: OperationFacts) -> dict[str, str]:
    """Return what the draft of one operation asks, by the pointer behind its method."""
    found = unconfirmed_in(draft_of([page(facts)], "Acme").value)
    return {item.pointer.partition("/post")[2]: item.question for item in found}


@pytest.mark.parametrize(
    ("stated", "question"),
    [
        (Stated.YES, None),
        (Stated.NO, None),
        (Stated.UNSTATED, "Is it required? The page does not say."),
        (Stated.CONDITIONAL, "When is it required? The page says: under a condition."),
    ],
)
def test_a_parameter_asks_whether_it_is_required(
    stated: Stated, question: str | None
) -> None:
    value = ValueFact("page", Place("docs/page.md", 7), "integer", stated)
    found = asked(replace(ORDERS, query_params=(value,)))
    assert found.get("/parameters/0") == question


def test_what_stands_nowhere_is_asked() -> None:
    untyped = ValueFact("id", Place("docs/page.md", 7), required=Stated.YES)
    found = asked(replace(ORDERS, query_params=(untyped,)))
    assert found["/parameters/0"] == "Of which type is it? The page does not say."
    assert "With which status" in found["/responses/200"]
    assert found[""] == (
        "Which host is called? No page names one."
        " How are requests authorised? No page says so."
    )


def test_a_host_that_no_page_names_is_an_error_unless_it_is_ones_own() -> None:
    pages = [page(ORDERS)]
    (problem,) = draft_of(pages, "Acme").problems
    assert (problem.code, str(problem.place)) == ("UD029", "docs/page.md:3")
    own = draft_of(pages, "Acme", own_host=True)
    assert not own.problems
    assert "base_url has to be given" in unconfirmed_in(own.value)[0].question
    given = draft_of(pages, "Acme", "https://api.acme.example")
    assert not given.problems
    assert given.value["servers"] == [{"url": "https://api.acme.example"}]


def test_an_unknown_method_is_an_error_with_its_place() -> None:
    draft = draft_of([page(replace(ORDERS, method="PURGE"))], "Acme")
    (problem,) = draft.problems
    assert str(problem.place) == "docs/page.md:3"
    assert draft.value["paths"] == {}


def test_secrets_of_examples_are_not_repeated() -> None:
    fields = (
        ValueFact("api_key", Place("docs/page.md", 9), "string", example='"k-123"'),
    )
    reply = StatusFact("200", Place("docs/page.md", 20), example='{"token": "t-123"}')
    facts = replace(
        ORDERS,
        body="fields",
        body_fields=fields,
        body_example='{"api_key": "k-123"}',
        query_params=fields,
        responses=(reply,),
    )
    assert b"-123" not in draft_of([page(facts)], "Acme").text
