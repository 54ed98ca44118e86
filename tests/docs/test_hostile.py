"""Hostile pages: no crash, no long wait, and whatever is left unread is said."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, strategies as st

from undrift.docs import PageText, facts_of_page, fragments_of

SIZE = 60_000
HEAD = "# T\n\n`POST /v1/x/{id}`\n\n## Response\n\n"


def fill(unit: str, before: str = "", after: str = "") -> str:
    return before + unit * (SIZE // len(unit)) + after


PAGES = {
    "quotes": fill(">"),
    "quoted lines": fill(">" * 50 + "\n"),
    "one long line": fill("a"),
    "emphasis": fill("*a "),
    "brackets": fill("!["),
    "spaces in a heading": fill(" ", "# a", "b"),
    "table rows": fill("|x|y|\n", "|a|b|\n|-|-|\n"),
    "table columns": fill("a|", "|", "\n") + fill("-|", "|", "\n|x|"),
    "nested lists": "".join(" " * (2 * n) + "- x\n" for n in range(150)),
    "empty items": fill("-\n"),
    "fences": fill("```\n"),
    "open comment": fill("<!-- "),
    "open pre": fill("<pre>\n"),
    "open tables": fill("<table>\n"),
    "nested html": fill("<div></x>", "<table><td>", "</table>"),
    "attributes": fill(" a", "<table><td", "></table>"),
    "quotes in tags": fill("<a '\"", "<table>", "</table>"),
    "tags": fill("{%a%}"),
    "tags and text": fill("{%a%}", "", "x"),
    "open tags": fill("{% a\n"),
    "tag attributes": fill("a", "{% t ", " %}"),
    "nested json": fill("[", HEAD + "```json\n", "\n```"),
    "json strings": fill("\\", HEAD + '```json\n{"openapi":"', "\n```"),
    "json keys": fill('{"openapi"', HEAD + "```json\n", "\n```"),
    "curls": fill("curl a\n", HEAD + "```sh\n", "```"),
    "curl quote": fill("'", HEAD + "```sh\ncurl ", "\n```"),
    "path": fill(
        "{a}", "```\nGET /", "\n```\n```sh\ncurl https://a.b/" + "x" * 999 + "\n```"
    ),
    "cells": HEAD + "|Name|Type|\n|-|-|\n" + fill("string(", "|a|", "|\n"),
    "statuses": fill("|404|x|\n", HEAD + "|Status|Text|\n|-|-|\n"),
    "yaml keys": fill("a:\n", "```yaml POST /x\n", "```"),
    "frontmatter": fill("a: b\n", "---\n", "---\n"),
    "frontmatter aliases": fill("a: &a [*a, *a]\n", "---\n", "---\n" + HEAD),
    "frontmatter depth": fill("[", "---\na: ", "\n---\n" + HEAD),
    "frontmatter endpoints": fill("/a, ", "---\nmethod: GET\nendpoint: ", "\n---\n"),
    "statements": "".join(f"`GET /v1/{n}/{{id}}`\n\n" for n in range(3_000)),
    "statements in headings": "".join(f"## GET /a{n}\n\n" for n in range(5_000)),
    "endpoint rows": fill("|GET|/a/b|\n", "|Method|Path|\n|-|-|\n"),
    "components": fill("<ParamField body='a'>\n"),
    "component attributes": fill(" a={", "<ParamField", ">\n"),
    "glued names": fill("astring\n"),
    "broken paths": fill("GET\n\n\n/\n"),
    "fields inside fields": HEAD
    + "## Body\n\n"
    + "".join(
        f"### `a{n}`\n\n|Name|Type|\n|-|-|\n|a{n + 1}|object|\n\n" for n in range(900)
    ),
    "control": fill("\x1b[31m\u202e\x00"),
}


@pytest.mark.parametrize("name", PAGES)
def test_no_page_takes_long(name: str) -> None:
    page = PageText("page.md", PAGES[name])
    started = time.process_time()
    fragments_of(page)
    facts_of_page(page)
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("emphasis", "UD024"),
        ("nested html", "UD024"),
        ("open comment", "UD024"),
        ("control", "UD024"),
        ("curl quote", ""),
    ],
)
def test_what_is_left_unread_is_said(name: str, code: str) -> None:
    _, problems = fragments_of(PageText("page.md", PAGES[name]))
    assert {problem.code for problem in problems} == ({code} if code else set())


def test_messages_hold_no_active_characters() -> None:
    text = "{% openapi src='\x1b[31m\u202e" + "x" * 500 + "' %}\n\n```\x1b[2J\nopen\n"
    _, problems = fragments_of(PageText("page.md", text))
    printed = "".join(map(str, problems))
    assert len(problems) == 3
    assert "\x1b" not in printed
    assert "\u202e" not in printed
    assert len(printed) < 1_000


PIECES = st.sampled_from(
    [
        *"\n\n\n\t >|-#`*_<>{}[]()%:=\\&;'\"/",
        "    ",
        "```",
        "````yaml POST /x\n",
        "openapi: 3.1.0\npaths:\n",
        "| Name | Type |\n|---|---|\n",
        "## Response\n",
        "<table>",
        "<tr><td>",
        "</table>",
        "<!--",
        "-->",
        "{% tab title=",
        "%}",
        "HTTP 200 OK\n",
        '{"a": [1, null',
        "curl -d '{}' https://a.b/x/1 \\\n",
        "POST /v1/x/{id}",
        "---\n",
        "\r",
        "\u2028",
        "\xa0",
        "\x00",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_page_can_be_read(text: str) -> None:
    page = PageText("page.md", text)
    fragments, problems = fragments_of(page)
    facts, more = facts_of_page(page)
    last = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    places = [p.place for p in (*problems, *more)]
    places += [operation.place for operation in facts.operations]
    assert all(1 <= place.line <= last for place in places)
    assert all(1 <= fragment.first_line <= last + 1 for fragment in fragments)
