"""A request in a fence states an endpoint, with all that its lines say of it."""

from __future__ import annotations

import pytest

from undrift.docs import PageText, facts_of_page
from undrift.docs.statements.curl import curls_in
from undrift.docs.statements.requests import RequestPart


@pytest.mark.parametrize(
    ("lines", "servers", "query"),
    [
        (["GET /x?a=1"], [], ["a"]),
        (["GET /x?a=1 HTTP/1.1", "  ?b=5", "  &c={c}", "Accept: y"], [], list("abc")),
        (["GET /x", "Host: api.a.example"], ["https://api.a.example"], []),
        (["GET /x", "hostname: api.a.example"], [], []),
        (["GET /x", "GET /x?b=1"], [], ["b"]),
    ],
)
def test_a_fence(lines: list[str], servers: list[str], query: list[str]) -> None:
    text = "\n".join(["# T", "", "```", *lines, "```", ""])
    (operation,) = facts_of_page(PageText("page.md", text))[0].operations
    assert list(operation.servers) == servers
    assert [value.name for value in operation.query_params] == query


@pytest.mark.parametrize("lines", [["text", "GET /x"], ["GET /x", "GET /y", "text"]])
def test_a_fence_with_anything_else_states_nothing(lines: list[str]) -> None:
    text = "\n".join(["# T", "", "```", *lines, "```", ""])
    assert not facts_of_page(PageText("page.md", text))[0].operations


@pytest.mark.parametrize(
    ("words", "data"),
    [
        ("-d 'a=1\n'b=2", [RequestPart("a=1\nb=2", 7)]),
        ("\\\n-d ''a=1", [RequestPart("a=1", 8)]),
        ('-d "a=\\"1\\"" -d\\ b', [RequestPart('a="1"', 7), RequestPart(" b", 7)]),
        ("--data=a=1 -db=2", [RequestPart("a=1", 7), RequestPart("b=2", 7)]),
        ("-d a\\ b | jq -d c", [RequestPart("a b", 7)]),
        ("-d a&b -d c > out -d d", [RequestPart("a&b", 7), RequestPart("c", 7)]),
        ("-d <name> -d {{a b}}", [RequestPart("<name>", 7), RequestPart("{{a b}}", 7)]),
        ("-d", [RequestPart("", 7)]),
    ],
)
def test_words_of_a_command(words: str, data: list[RequestPart]) -> None:
    (call,) = curls_in(f"curl https://a.example/b {words}", 7)
    assert list(call.data) == data


@pytest.mark.parametrize(
    ("words", "method"),
    [
        ("", "GET"),
        ("-d a", "POST"),
        ("-F a=b", "POST"),
        ("-G -d a", "GET"),
        ("--get --json a", "GET"),
        ("-I", "HEAD"),
        ("--head -d a", "HEAD"),
        ("-XPUT -d a", "PUT"),
        ("-X PUT --request patch", "PATCH"),
        ("-o put -A x -b y -e z", "GET"),
    ],
)
def test_methods_of_a_command(words: str, method: str) -> None:
    (call,) = curls_in(f"curl {words} https://a.example/b", 1)
    assert (call.method, call.target.path) == (method, "/b")
