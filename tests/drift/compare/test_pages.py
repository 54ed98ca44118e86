"""Facts of pages compared: each kind of change, what one side leaves unsaid, moves."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.cases import expect
from undrift.diagnostics import Place
from undrift.drift.compare import PagesSide, compare_pages
from undrift.drift.finding import Finding
from undrift.facts import OperationFacts, PageFacts, Stated, StatusFact, ValueFact

from .editing import EXPECTED, in_full

NO, SOME, YES = Stated.NO, Stated.CONDITIONAL, Stated.YES


def at(line: int) -> Place:
    return Place("loans.md", line)


def value(
    name: str,
    type_: str = "string",
    required: Stated = NO,
    line: int = 5,
    **limits: str,
) -> ValueFact:
    """Return a value that a table describes."""
    return ValueFact(name, at(line), type_, required, tuple(limits.items()), "Told")


def shown(name: str, type_: str = "string", example: str = "x") -> ValueFact:
    """Return a value that only an example shows."""
    return ValueFact(name, at(9), type_, example=example)


LEND = OperationFacts(
    "POST",
    "/v1/loans/{book}",
    at(1),
    ("https://api.library.example",),
    ("bearer",),
    headers=(value("X-Desk", line=2),),
    path_params=(value("book", required=YES, line=3),),
    query_params=(value("notify", "boolean", line=4),),
    body_fields=(
        value("reader", required=YES, line=5, minLength="2", maxLength="40"),
        value("days", "integer", line=6, maximum="30", default="14"),
        value("cover", line=7, enum='["paper", "cloth"]', format="word"),
        value("desk", "object", line=8),
        value("desk.floor", "integer", line=8),
    ),
    response_fields=(
        shown("id", "integer", "7"),
        shown("copies", "array", "[…]"),
        shown("copies[].shelf"),
        shown("late", "null", "null"),
        value("state", line=10, enum='["lent", "back"]', default="lent"),
    ),
    responses=(StatusFact("201", at(11)),),
    errors=(StatusFact("409", at(12), "lent"), StatusFact("404", at(13))),
)


def body(*fields: ValueFact) -> OperationFacts:
    """Return the operation with other fields of these names in its body."""
    named = {fact.name: fact for fact in (*LEND.body_fields, *fields)}
    return replace(LEND, body_fields=tuple(named.values()))


def reply(*fields: ValueFact) -> OperationFacts:
    """Return the operation with other fields of these names in its reply."""
    named = {fact.name: fact for fact in (*LEND.response_fields, *fields)}
    return replace(LEND, response_fields=tuple(named.values()))


def without(operation: OperationFacts, *names: str) -> OperationFacts:
    """Return the operation without these fields, wherever they are."""
    return replace(
        operation,
        headers=tuple(f for f in operation.headers if f.name not in names),
        query_params=tuple(f for f in operation.query_params if f.name not in names),
        body_fields=tuple(f for f in operation.body_fields if f.name not in names),
        response_fields=tuple(
            f for f in operation.response_fields if f.name not in names
        ),
    )


CHANGES: dict[str, OperationFacts] = {
    "deprecated": replace(LEND, deprecated=True),
    "a header in other case": replace(LEND, headers=(value("x-desk"),)),
    "a header more": replace(LEND, headers=(*LEND.headers, value("X-Floor"))),
    "a required header": replace(LEND, headers=(value("X-Desk", required=YES),)),
    "a header's type": replace(LEND, headers=(value("X-Desk", "integer"),)),
    "a path parameter's name": replace(
        LEND, path="/v1/loans/{copy}", path_params=(value("copy", required=YES),)
    ),
    "a path parameter's type": replace(
        LEND, path_params=(value("book", "integer", YES),)
    ),
    "a query parameter less": replace(LEND, query_params=()),
    "a required query parameter more": replace(
        LEND, query_params=(*LEND.query_params, value("q", required=YES))
    ),
    "a wider query parameter": replace(
        LEND, query_params=(value("notify"), value("n", "number"))
    ),
    "required under a condition": body(value("days", "integer", SOME, maximum="30")),
    "optional under a condition": body(
        value("reader", required=SOME, minLength="2", maxLength="40")
    ),
    "a required field more": body(value("until", required=YES)),
    "an optional field more": body(value("until")),
    "a field less": without(LEND, "cover"),
    "an object less": without(LEND, "desk", "desk.floor"),
    "an object more": body(value("shelf", "object"), value("shelf.row", "integer")),
    "an object is a text": without(body(value("desk")), "desk.floor"),
    "an integer is a number": body(
        value("days", "number", maximum="30", default="14"),
    ),
    "a type that is not said": body(value("days", "", maximum="30", default="14")),
    "limits": body(
        value("reader", required=YES, minLength="1", maxLength="20"),
        value("days", "integer", maximum="60", minimum="1"),
    ),
    "a format": body(value("cover", enum='["paper", "cloth"]', format="text")),
    "values of an enum": body(value("cover", enum='["paper"]', format="word")),
    "more values of an enum": body(
        value("cover", enum='["paper", "cloth", "hide"]', format="word")
    ),
    "values as words": body(value("cover", enum="paper, cloth, hide", format="word")),
    "one value": body(value("cover", enum='"paper"', format="word")),
    "no values named": body(value("cover", format="word")),
    "a default": body(value("days", "integer", maximum="30", default="7")),
    "no default": body(value("days", "integer", maximum="30")),
    "a reply's field more": reply(shown("fee", "number", "1.5")),
    "a reply's required field more": reply(value("fee", "number", YES)),
    "a reply's field less": without(LEND, "id"),
    "a reply's field in a list less": without(LEND, "copies[].shelf"),
    "a reply's empty list": without(
        reply(shown("copies", "array", "[]")), "copies[].shelf"
    ),
    "a reply's type": reply(shown("id")),
    "a reply's other number": reply(shown("id", "number", "7.5")),
    "a reply's null": reply(shown("late", "string")),
    "a reply's values": reply(
        value("state", enum='["lent", "back", "lost"]', default="lent")
    ),
    "a reply's fewer values": reply(value("state", enum='["lent"]', default="lent")),
    "a reply's default": reply(value("state", enum='["lent", "back"]', default="x")),
    "a reply's format": reply(
        value("state", enum='["lent", "back"]', default="lent", format="word")
    ),
    "a reply's limit": reply(
        value("state", enum='["lent", "back"]', default="lent", maxLength="9")
    ),
    "another status": replace(LEND, responses=(StatusFact("200", at(11)),)),
    "a status more": replace(
        LEND, responses=(*LEND.responses, StatusFact("202", at(11)))
    ),
    "no status named": replace(LEND, responses=()),
    "an error less": replace(LEND, errors=LEND.errors[:1]),
    "an error's code": replace(
        LEND, errors=(StatusFact("409", at(12), "taken"), *LEND.errors[1:])
    ),
    "a success with a code": replace(
        LEND, errors=(*LEND.errors, StatusFact("207", at(12), "partly"))
    ),
    "another way to authenticate": replace(LEND, auth=("header X-Key",)),
    "one way more": replace(LEND, auth=("bearer", "header X-Key")),
    "no way named": replace(LEND, auth=()),
    "another host": replace(LEND, servers=("https://eu.library.example",)),
    "a host more": replace(LEND, servers=(*LEND.servers, "https://eu.library.example")),
    "no host named": replace(LEND, servers=()),
    "only that it is there": OperationFacts("POST", "/v1/loans/{book}", at(1)),
    "another path": replace(LEND, path="/v2/loans/{book}"),
    "another method": replace(LEND, method="PUT"),
}


def side(pages: Mapping[str, tuple[OperationFacts, ...]], call: str = "") -> PagesSide:
    """Return pages by name, each with its operations."""
    facts = {n: PageFacts(n, "tables", "", told) for n, told in pages.items()}
    calls = {LEND.key: call} if call else {}
    return PagesSide(facts, calls=lambda: calls)


def compared(old: OperationFacts, new: OperationFacts) -> tuple[Finding, ...]:
    """Compare a page of one operation with another state of it."""
    pages = side({"loans.md": (old,)}), side({"loans.md": (new,)})
    return compare_pages("library", *pages)


def both_ways(case: str) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    return compared(LEND, CHANGES[case]), compared(CHANGES[case], LEND)


def test_every_change_of_pages_in_full() -> None:
    lines: list[str] = []
    for case in CHANGES:
        there, back = both_ways(case)
        lines += [case, *in_full(there), "  and back", *in_full(back), ""]
    expect("\n".join(lines), EXPECTED / "pages.txt")


@pytest.mark.parametrize(
    "case",
    [
        *("a header in other case", "a type that is not said", "no values named"),
        *("a reply's empty list", "a reply's other number", "a reply's null"),
        *("no status named", "no way named", "a host more", "no host named"),
        "only that it is there",
    ],
)
def test_what_one_side_leaves_unsaid_is_no_finding(case: str) -> None:
    assert both_ways(case) == ((), ())


@pytest.mark.parametrize(
    "example",
    [
        *('{"id": 7, ...}', '[{"id": 7}, …]', '{"id": 7,', '{"id": 7, "…": 1}'),
        "[" * 100_000,
    ],
)
def test_an_example_that_is_cut_short_lacks_nothing(example: str) -> None:
    cut = replace(
        without(LEND, "id"),
        responses=(StatusFact("201", at(11), example=example),),
        body_example=example,
    )
    assert compared(LEND, cut) == compared(cut, LEND) == ()
    # What a table described is missed all the same.
    missed = compared(LEND, without(cut, "state"))
    assert [(f.code, f.subject) for f in missed] == [("DR321", "response body /state")]


def test_an_error_s_example_does_not_cut_the_reply_short() -> None:
    error = StatusFact("409", at(12), "lent", example='{"a": ...}')
    new = replace(without(LEND, "id"), responses=(*LEND.responses, error))
    codes = [finding.code for finding in compared(LEND, new)]
    assert "DR321" in codes


def test_a_page_that_is_gone_is_told_elsewhere() -> None:
    old, new = side({"loans.md": (LEND,)}), side({})
    (gone,) = compare_pages("library", old, new)
    assert (gone.code, gone.new, gone.old) == ("DR101", None, at(1))
    assert compare_pages("library", old, new, lambda place: True) == ()
    (added,) = compare_pages("library", new, old, lambda place: True)
    assert (added.code, added.new, added.old) == ("DR102", at(1), None)


def test_calls_are_those_of_either_side() -> None:
    changed = replace(LEND, deprecated=True)
    for old, new in (("loans.lend", ""), ("", "loans.lend"), ("loans.lend", "other")):
        (finding,) = compare_pages(
            "library",
            side({"loans.md": (LEND,)}, old),
            side({"loans.md": (changed,)}, new),
        )
        assert finding.calls == ("loans.lend",)
    assert compared(LEND, changed)[0].calls == ()


RETURN = replace(LEND, path="/v1/returns/{book}", deprecated=False)


def test_one_change_of_several_operations_is_one_finding() -> None:
    old = side({"loans.md": (LEND, RETURN), "more.md": (LEND,)})
    new = side(
        {
            "loans.md": tuple(replace(o, auth=("basic",)) for o in (LEND, RETURN)),
            "more.md": (replace(LEND, auth=("basic",), place=Place("more.md", 1)),),
        }
    )
    (finding,) = compare_pages("library", old, new)
    assert (finding.code, finding.operations) == ("DR401", (LEND.key, RETURN.key))
    assert [page.file for page in finding.pages] == ["loans.md", "more.md"]


def test_deprecation_is_a_finding_for_each_operation() -> None:
    old = side({"loans.md": (LEND, RETURN)})
    new = side({"loans.md": tuple(replace(o, deprecated=True) for o in (LEND, RETURN))})
    found = compare_pages("library", old, new)
    assert [f.operations for f in found] == [(LEND.key,), (RETURN.key,)]


def test_pages_with_other_names_are_compared_by_those_that_say_most() -> None:
    bare = OperationFacts("POST", "/v1/loans/{book}", at(1))
    old = side({"a.md": (bare,), "b.md": (LEND,)})
    new = side({"c.md": (bare,), "d.md": (without(LEND, "id"),)})
    assert [f.code for f in compare_pages("library", old, new)] == ["DR321"]


def test_only_one_of_a_page_s_operations_that_keeps_its_end_has_moved() -> None:
    lock = replace(LEND, path="/v1/locks/{book}/lock")
    old = side({"loans.md": (LEND, lock)})
    moved = side({"loans.md": (LEND, replace(lock, path="/v2/bolts/{book}/lock"))})
    (finding,) = compare_pages("library", old, moved)
    assert (finding.code, finding.before, finding.after) == (
        *("DR107", "/v1/locks", "/v2/bolts"),
    )
    other = side({"loans.md": (LEND, replace(lock, path="/v1/locks/{book}/open"))})
    found = compare_pages("library", old, other)
    assert [f.code for f in found] == ["DR101", "DR102"]
