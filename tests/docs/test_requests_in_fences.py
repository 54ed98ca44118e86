"""A request in a fence states an endpoint, with all that its lines say of it."""

from __future__ import annotations

import pytest

from undrift.docs import PageText, facts_of_page


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
