"""Paths as documented, and as examples fill them in."""

from __future__ import annotations

import pytest

from undrift.docs.statements.endpoints import (
    Endpoint,
    QueryName,
    RequestTarget,
    prefix_of,
    query_names,
    read_statement,
    read_target,
    read_title,
    unique,
)


@pytest.mark.parametrize(
    ("path", "sample", "prefix"),
    [
        ("/invoices/{id}", "/invoices/2675", ""),
        ("/invoices/{id}", "/api/v2/invoices/2675", "/api/v2"),
        ("/invoices/{id}", "/invoices/", None),
        ("/invoices/{id}", "/invoices/1/cancel", None),
        ("/invoices/{id}/", "/invoices/1", None),
        ("/invoices/{id}/", "/invoices/1/", ""),
        ("/v1/{a}:{b}/x-{c}.json", "/v1/1:2/x-3.json", ""),
        ("/v1/{a}:{b}/x-{c}.json", "/v1/:2/x-3.json", None),
        ("/v1/{a}:{b}/x-{c}.json", "/v1/1:/x-3.json", None),
        ("/v1/{a}{b}", "/v1/ab", ""),
        ("/v1/{a}{b}", "/v1/a", None),
        ("/v1/x{a}", "/v1/yx1", None),
        ("/v1", "/v2", None),
    ],
)
def test_a_sample_path_fits_a_documented_one(
    path: str, sample: str, prefix: str | None
) -> None:
    assert prefix_of(path, sample) == prefix


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("/v1/things/:id", RequestTarget("", "/v1/things/{id}")),
        ("/v1/<id>/%7Bpart%7D", RequestTarget("", "/v1/{id}/{part}")),
        (
            "https://API.example.com:8443/v1?x=1#y",
            RequestTarget("https://api.example.com:8443", "/v1"),
        ),
        ("https://{{host}}/v1/{{version}}", RequestTarget("", "/v1/{{version}}")),
        ("https://{region}.example.com/v1", RequestTarget("", "/v1")),
        ("{{base}}/v1", RequestTarget("", "/v1")),
        ("https://example.com", RequestTarget("https://example.com", "/")),
        ("//example.com/v1", None),
        ("v1/things", None),
    ],
)
def test_targets(text: str, target: RequestTarget | None) -> None:
    assert read_target(text) == target


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("POST /v1/things", ("POST", "/v1/things")),
        ("`POST` `/v1/things`", ("POST", "/v1/things")),
        ("Endpoint: GET /v1 HTTP/1.1", ("GET", "/v1")),
        ("Send a POST /v1/things request", None),
        ("post /v1/things", None),
        ("POST things", None),
        ("GET /v1 and more", None),
        ("FETCH /v1", None),
    ],
)
def test_statements(text: str, read: tuple[str, str] | None) -> None:
    endpoint = read_statement(text, 7)
    assert (endpoint and (endpoint.method, endpoint.path)) == read
    assert endpoint is None or endpoint.line == 7


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Add a note – POST /notes", ("POST", "/notes")),
        ("Notes | GET `/notes`", ("GET", "/notes")),
        ("`GET` /notes", ("GET", "/notes")),
        ("Notes - GET", None),
        ("GET-notes - soon", None),
    ],
)
def test_titles(text: str, read: tuple[str, str] | None) -> None:
    endpoint = read_title(text, 1)
    assert (endpoint and (endpoint.method, endpoint.path)) == read


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("/x?a=1&b.c=2&a=3#c=4", ("a", "b.c")),
        ("/x?{a}&`b`", ("a", "b")),
        ("/x?a b=1&=2&1=3", ()),
        ("/x", ()),
        ("/x?filter[a]=1&sort[by][]=2&b[]=3", ("filter[a]", "sort[by]", "b")),
        ("/x?[a=1]&b[&c]&[d]", ("a", "b", "c", "d")),
        ("/x?a[b&a[]c", ()),
    ],
)
def test_names_in_a_query(url: str, names: tuple[str, ...]) -> None:
    assert query_names(url) == names


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("/v1/{id#anchor}/x.", RequestTarget("", "/v1/{id}/x")),
        ("/v1/$id/${other}", RequestTarget("", "/v1/{id}/{other}")),
        ("/v1/a$b/c:d", RequestTarget("", "/v1/a$b/c:d")),
        ("$BASE/v1", RequestTarget("", "/v1")),
        ("<host>/v1", RequestTarget("", "/v1")),
        ("{{base}}v1/x", RequestTarget("", "/v1/x")),
        ("http://[::1]:80/v1", RequestTarget("http://[::1]:80", "/v1")),
        ("https://example.com?x=1", RequestTarget("https://example.com", "/")),
    ],
)
def test_more_targets(text: str, target: RequestTarget) -> None:
    assert read_target(text) == target


def test_what_a_statement_says_besides() -> None:
    endpoint = read_statement("Call: GET https://a.example/v1?a=1&b= (beta)", 3)
    assert endpoint is not None
    assert (endpoint.server, endpoint.path) == ("https://a.example", "/v1")
    assert endpoint.query == (QueryName("a", 3), QueryName("b", 3))


def test_each_statement_counts_once() -> None:
    first, second = Endpoint("GET", "/a", 2), Endpoint("GET", "/a", 1)
    assert unique([first, second, first]) == (second, first)
