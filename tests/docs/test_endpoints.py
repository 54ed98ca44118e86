"""Paths as documented, and as examples fill them in."""

from __future__ import annotations

import pytest

from undrift.docs.statements.endpoints import (
    RequestTarget,
    prefix_of,
    read_statement,
    read_target,
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
