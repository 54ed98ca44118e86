"""Examples: JSON with the line of each value, messages of HTTP, curl commands."""

from __future__ import annotations

import pytest

from undrift.docs.statements.curl import curls_in
from undrift.docs.statements.examples import json_fields, read_response_message
from undrift.docs.statements.requests import read_request_message


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            '{\n "a": 1,\n "b":\n  {"c": [\n {"d": null}, {"d": "x", "e": 1.5}]},\n'
            ' "f": [], "g": {}, "h": true}',
            [
                ("a", "integer", 11, "1"),
                ("b", "object", 12, None),
                ("b.c", "array", 13, None),
                ("b.c[].d", "string", 14, "null"),
                ("b.c[].e", "number", 14, "1.5"),
                ("f", "array", 15, "[]"),
                ("g", "object", 15, "{}"),
                ("h", "boolean", 15, "true"),
            ],
        ),
        ('[{"a": 1}, {"a": 1.5}, {"a": 2}]', [("[].a", "number", 10, "1")]),
        ('[{"a": 1}, {"a": "x"}]', [("[].a", "", 10, "1")]),
        ('[{"a": 1}, {"a": null}]', [("[].a", "integer", 10, "1")]),
        ('[{"a": 1e5}, {"a": -2.0}]', [("[].a", "number", 10, "1e5")]),
        (
            '{"a": [[{"b": 1}], 2]}',
            [("a", "array", 10, None), ("a[][].b", "integer", 10, "1")],
        ),
        ('{"...": "...", "a": false, "…": 1}', [("a", "boolean", 10, "false")]),
        ('{"a\\u0062": "\\n"}', [("ab", "string", 10, '"\\n"')]),
        (f'{{"a": {"1" * 5_000}}}', [("a", "integer", 10, "1" * 5_000)]),
        ("[1, 2]", []),
        ("{}", []),
        ('{"a": 1,}', None),
        ("[1,]", None),
        ("{a: 1}", None),
        ('{"a": 01}', None),
        ('{"a": 1} x', None),
        ('{"a" 1}', None),
        ('{"a": "b" "c": 1}', None),
        ('{"a": 1', None),
        ('{"a": undefined}', None),
        ('{"a": "\t"}', None),
        ("[" * 102 + "]" * 102, None),
        ("[" * 101 + "]" * 101, []),
    ],
)
def test_json(text: str, fields: list[tuple[str, str, int, str | None]] | None) -> None:
    read = json_fields(text, 10)
    if read is None:
        assert fields is None
    else:
        assert [(f.name, f.type, f.line, f.text) for f in read] == fields


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("\nHTTP/1.1 200 OK\nA: b\nC-D: e\n\n{}\n", ("200", 6, "{}", 10)),
        ("HTTP 404\n{}", ("404", 5, "{}", 6)),
        ("HTTP/2 204 No Content", ("204", 5, "", 5)),
        ("200 OK\n{}", None),
        ("HTTP 600\n", None),
    ],
)
def test_responses(text: str, read: tuple[str, int, str, int] | None) -> None:
    found = read_response_message(text, 5)
    shown = found and (found.status, found.line, found.body, found.body_line)
    assert shown == read


@pytest.mark.parametrize(
    ("text", "call", "headers", "data"),
    [
        (
            "\nPOST /v1/x HTTP/1.1\nHost: API.x.example\nX-Key: 1\n\n\n{}\n",
            ("POST", "https://api.x.example", "/v1/x", 6),
            [("Host: API.x.example", 7), ("X-Key: 1", 8)],
            [("{}", 11)],
        ),
        ("GET /v1/x\nAccept: y", ("GET", "", "/v1/x", 5), [("Accept: y", 6)], []),
        ("POST /v1/x\n[1]", ("POST", "", "/v1/x", 5), [], [("[1]", 6)]),
        ("POST /v1/x\n\na=b", ("POST", "", "/v1/x", 5), [], [("a=b", 7)]),
        ("POST /v1/x\nand more", None, [], []),
        ("GET /v1/x\n", None, [], []),
        ("text\nGET /v1/x", None, [], []),
    ],
)
def test_requests(
    text: str,
    call: tuple[str, str, str, int] | None,
    headers: list[tuple[str, int]],
    data: list[tuple[str, int]],
) -> None:
    read = read_request_message(text, 5)
    if read is None:
        assert call is None
        return
    assert (read.method, read.target.server, read.target.path, read.line) == call
    assert [(h.text, h.line) for h in read.headers] == headers
    assert [(d.text, d.line) for d in read.data] == data


def curl(text: str) -> tuple[object, ...]:
    """Return what the only command of a text says, where it says anything."""
    (read,) = curls_in(text, 1)
    parts = {
        name: [part.text for part in values]
        for name in ("headers", "data", "form", "query")
        if (values := getattr(read, name))
    }
    if read.basic:
        parts["basic"] = []
    where = f"{read.method} {read.target.server}{read.target.path}"
    return (
        (where, parts, list(read.query_names)) if read.query_names else (where, parts)
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("curl https://a.example/x", ("GET https://a.example/x", {})),
        ("$ curl -I 'https://a.example/x'", ("HEAD https://a.example/x", {})),
        ("curl --head a.example/x", ("HEAD https://a.example/x", {})),
        ("curl -XPUT /x -d a=1", ("PUT /x", {"data": ["a=1"]})),
        ("curl --request=patch /x", ("PATCH /x", {})),
        ("curl -X GET --request DELETE /x", ("DELETE /x", {})),
        ("curl /x --data-urlencode a=b", ("POST /x", {"data": ["a=b"]})),
        ("curl /x --data-raw a --data-binary b", ("POST /x", {"data": ["a", "b"]})),
        ("curl /x --data-ascii a --data b", ("POST /x", {"data": ["a", "b"]})),
        ("curl /x --json '{\"a\":1}'", ("POST /x", {"data": ['{"a":1}']})),
        ("curl -G /x -d a=1", ("GET /x", {"query": ["a=1"]})),
        ("curl --get /x -d a=1", ("GET /x", {"query": ["a=1"]})),
        ("curl -F f=@a --form g=1 /x", ("POST /x", {"form": ["f=@a", "g=1"]})),
        ("curl -u me: /x", ("GET /x", {"basic": []})),
        ("curl --user me:you /x", ("GET /x", {"basic": []})),
        ("curl --url /y /x", ("GET /y", {})),
        ("curl -o f -A b -e r --cert c --key k /x", ("GET /x", {})),
        ("curl --output f --user-agent b /x", ("GET /x", {})),
        ("curl -b c --cookie d --max-time 5 /x", ("GET /x", {})),
        ("curl --connect-timeout 5 -sS --compressed /x", ("GET /x", {})),
        (
            'curl /x -H "A: \\"b\\"" --header $\'C: d\'',
            ("GET /x", {"headers": ['A: "b"', "C: d"]}),
        ),
        ("curl -H 'A: '\"b\"c\\ d /x", ("GET /x", {"headers": ["A: bc d"]})),
        ("curl \\\n  -d 1 \\\r\n /x", ("POST /x", {"data": ["1"]})),
        ("curl {{base}}/x", ("GET /x", {})),
        ("curl $BASE/x", ("GET /x", {})),
        ("curl ${BASE}/x", ("GET /x", {})),
        ("curl {base}/x", ("GET /x", {})),
        ("curl <base>/x", ("GET /x", {})),
        ("curl /x/<id>", ("GET /x/{id}", {})),
        ("curl /x | jq .", ("GET /x", {})),
        ("curl /x; rm y", ("GET /x", {})),
        ("curl /x -d 'open\n", ("POST /x", {"data": [""]})),
        ("curl '/x?a=1&b=2#c'", ("GET /x", {}, ["a", "b"])),
        ("curl /x?a=1&b=2", ("GET /x", {}, ["a", "b"])),
    ],
)
def test_curl(text: str, read: tuple[object, ...]) -> None:
    assert curl(text) == read


@pytest.mark.parametrize(
    "text", ["curl", "curl -X POST\n", "curl x", "recurl /x", "# on\n"]
)
def test_no_call(text: str) -> None:
    assert not list(curls_in(text, 1))


def test_lines_of_a_command() -> None:
    text = "# first\ncurl /a \\\n  -H 'A: b' \\\n  -d '{\n}' -F f=1\n\n$ curl /b\n"
    first, second = curls_in(text, 10)
    assert (first.line, second.line) == (11, 16)
    assert [p.line for p in (*first.headers, *first.data, *first.form)] == [12, 13, 14]


def test_a_hundred_commands_are_read() -> None:
    assert len(list(curls_in("curl /x\n" * 103, 1))) == 100
