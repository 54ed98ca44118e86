"""What a heading or label means inside another."""

from __future__ import annotations

import pytest

from undrift.docs import PageText, blocks_of
from undrift.docs.text.sections import sections_of, within
from undrift.docs.vocabulary.lookup import (
    announced_successes,
    column_of,
    concept_of,
    leading_status,
)
from undrift.docs.vocabulary.words import Concept


@pytest.mark.parametrize(
    ("announced", "outer", "meant"),
    [
        ("", "response", "response"),
        ("", "", ""),
        ("response", "other", "other"),
        ("", "other", "other"),
        ("url", "response", "response"),
        ("endpoint", "errors", "errors"),
        ("method", "errors", "errors"),
        ("headers", "response", "other"),
        ("headers", "errors", "headers"),
        ("headers", "request", "headers"),
        ("body", "response", "response"),
        ("parameters", "response", "response"),
        ("query", "response", "query"),
        ("errors", "response", "errors"),
        ("body", "errors", "errors"),
        ("parameters", "errors", "errors"),
        ("response", "errors", "errors"),
        ("request", "errors", "request"),
        ("body", "request", "body"),
        ("other", "request", "other"),
    ],
)
def test_a_heading_inside_another(announced: str, outer: str, meant: str) -> None:
    found = within(
        Concept(announced) if announced else None, Concept(outer) if outer else None
    )
    assert (found or "") == meant


@pytest.mark.parametrize(
    ("heading", "concept"),
    [
        ("Request body", "body"),
        ("Body of the request", "request"),
        ("Response parameters", "response"),
        ("The response", "response"),
        ("What happens to the response when it is late", None),
        ("Response when the card is blocked by its bank", "response"),
        ("404 Not Found", "response"),
        ("404: no such order", None),
        ("HTTP method", "method"),
        ("Kettles", None),
        ("Client's path parameters", "path"),
        ("Codes d'erreur", "errors"),
        ("Тело запроса", "body"),
    ],
)
def test_what_headings_announce(heading: str, concept: str | None) -> None:
    assert concept_of(heading) == concept


@pytest.mark.parametrize(
    ("heading", "status", "text", "standard"),
    [
        ("204 No Content", "204", "No Content", True),
        ("HTTP/1.1 404 – gone", "404", "gone", False),
        ("Status code: 201", "201", "", False),
        ("status 200: OK, done", "200", "OK, done", True),
        ("2004 things", "", "", False),
        ("Since 200", "", "", False),
        ("299 Strange", "299", "Strange", False),
    ],
)
def test_a_status_at_the_beginning(
    heading: str, status: str, text: str, standard: bool
) -> None:
    found = leading_status(heading)
    if found is None:
        assert not status
    else:
        assert (found.status, found.text, found.standard) == (status, text, standard)


@pytest.mark.parametrize(
    ("line", "statuses"),
    [
        ("You get 201 Created, or status 204", ["201", "204"]),
        ("Returns HTTP 200", ["200"]),
        ("a 202 response", ["202"]),
        ("status code of 303", ["303"]),
        ("Up to 200 items", []),
        ("code: 404", []),
        ("HTTP 200.5", []),
        ("It answers with status 204.", ["204"]),
        ("code 2000", []),
        ("HTTP 299", []),
    ],
)
def test_announced_successes(line: str, statuses: list[str]) -> None:
    assert list(announced_successes(line)) == statuses


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Field Name", "name"),
        ("Required?", "required"),
        ("HTTP status", "status"),
        ("Default value", "default"),
        ("In", "location"),
        ("Sample", "example"),
        ("Error code", "code"),
        ("Verb", "method"),
        ("Route", "path"),
        ("Notes", "description"),
        ("Data type", "type"),
        ("Price", None),
    ],
)
def test_columns(header: str, column: str | None) -> None:
    assert column_of(header) == column


def test_sections_know_those_above() -> None:
    text = (
        "# Request a refund\n\n> Response:\n\n> One line:\n> more:\n\n"
        "## Response\n\n### Body\n\n#### `id` of it\n\n## Body\n\n# Errors\n\n"
        "> # Inside\n"
    )
    found = sections_of(blocks_of(PageText("page.md", text)))
    shown = [(s.source, s.line, s.parent, s.announced, s.concept) for s in found]
    assert shown == [
        ("", 0, 0, None, None),
        ("Request a refund", 1, 0, None, None),
        ("Response", 8, 1, "response", "response"),
        ("Body", 10, 8, "body", "response"),
        ("`id` of it", 12, 10, None, "response"),
        ("Body", 14, 1, "body", "body"),
        ("Errors", 16, 0, "errors", "errors"),
    ]
    assert [type(b).__name__ for b in found[1].blocks] == ["Paragraph"]
