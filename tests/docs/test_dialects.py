"""What single dialects know, asked one by one."""

from __future__ import annotations

import pytest

from undrift.docs import (
    PageText,
    address_without_method,
    blocks_of,
    contents_of,
    names_own_host,
)
from undrift.docs.dialects import DIALECTS
from undrift.docs.dialects.mintlify.info_strings import read_info_string


@pytest.mark.parametrize(
    ("info", "spec", "webhook", "method", "path"),
    [
        ("yaml POST /x", "", False, "POST", "/x"),
        ("yaml spec.yaml get x/y", "spec.yaml", False, "GET", "/x/y"),
        (
            "json https://a.example/spec delete /x",
            "https://a.example/spec",
            False,
            "DELETE",
            "/x",
        ),
        ("yaml a.json?v=1 put /x", "a.json?v=1", False, "PUT", "/x"),
        ("yaml a.yml webhook post order paid", "a.yml", True, "POST", "order"),
        ("yaml WEBHOOK order.paid", "", True, "", "order.paid"),
        ("yaml webhook", "", False, "", ""),
        ("yaml spec.yaml", "spec.yaml", False, "", ""),
        ("yaml spec.txt", "", False, "", ""),
        ("yaml GET", "", False, "", ""),
        ("yaml fetch /x", "", False, "", ""),
        ("", "", False, "", ""),
    ],
)
def test_info_strings(
    info: str, spec: str, webhook: bool, method: str, path: str
) -> None:
    read = read_info_string(info)
    assert (read.spec_file, read.webhook, read.method, read.path) == (
        spec,
        webhook,
        method,
        path,
    )


OPENAPI = "openapi: 3.1.0\npaths: {}"


@pytest.mark.parametrize(
    ("before", "info", "text", "kind", "fragments"),
    [
        ("", "yaml", OPENAPI, "openapi", 1),
        ("", "", OPENAPI, "openapi", 1),
        ("", "yml", "'openapi': 3.1.0\n\"webhooks\": {}", "openapi", 1),
        ("", "json", '{"swagger": "2.0", "paths": {"/openapi": {}}}', "openapi", 1),
        ("", "json", '{"a": {"openapi": 1, "paths": 2}}', "prose", 0),
        ("", "json", '["openapi", "paths"]', "prose", 0),
        ("", "text", OPENAPI, "prose", 0),
        ("", "yaml", "openapi: 3.1.0\ninfo: {}", "prose", 0),
        ("", "yaml", " openapi: 3.1.0\n paths: {}", "prose", 0),
        ("", "yaml GET /x", OPENAPI, "mintlify", 1),
        ("", "yaml GET /x", "servers: []", "mintlify", 1),
        ("", "yaml s.yaml GET /x", "get: {}", "mintlify", 1),
        ("", "yaml GET /x", "get: {}", "prose", 0),
        ("", "yaml webhook x", "info: {}", "mintlify", 1),
        ("", "yaml s.yaml", "get: {}", "prose", 0),
        (
            "# OpenAPI definition",
            "json",
            '{"openapi": "3", "components": {}}',
            "readme",
            1,
        ),
        ("# OpenAPI definition", "json", '{"a": 1}', "prose", 0),
        ("", "yaml", "asyncapi: 3.0.0", "asyncapi", 0),
        ("", "json", '{"asyncapi": "3.0.0"}', "asyncapi", 0),
        ("# AsyncAPI", "yaml", "channels: {}", "asyncapi", 0),
        ("# AsyncAPI", "", "channels: {}", "prose", 0),
        ("# AsyncAPI", "yaml", OPENAPI, "openapi", 1),
        ("", "yaml a/asyncapi.yml x", "channels: {}", "asyncapi", 0),
        ("", "yaml GET /x", "paths:\n  path: /x\n  method: get", "mintlify-old", 0),
    ],
)
def test_descriptions(
    before: str, info: str, text: str, kind: str, fragments: int
) -> None:
    page = PageText("page.md", f"{before}\n\n```{info}\n{text}\n```\n")
    contents = contents_of(page)
    assert (contents.facts.kind, len(contents.fragments)) == (kind, fragments)


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ('{% openapi src="a.yaml" %}', True),
        ('{% openapi-operation spec="a" %}', True),
        ('{% swagger src="a" method="get" baseUrl="https://a.example" %}', True),
        ('{% swagger method="get" path="/x" baseUrl="https://a.example" %}', False),
        ("{% endopenapi %}", False),
        ('{% tab src="a" %}', False),
    ],
)
def test_tags_that_name_a_spec(tag: str, told: bool) -> None:
    contents = contents_of(PageText("page.md", f"# T\n\n{tag}\n"))
    assert any(p.code == "UD024" for p in contents.problems) is told


def test_reasons() -> None:
    reasons = {
        kind: [r for d in DIALECTS if (r := d.reason(kind))]
        for kind in ("asyncapi", "mintlify-old", "tables")
    }
    assert {kind: len(told) for kind, told in reasons.items()} == {
        "asyncapi": 1,
        "mintlify-old": 1,
        "tables": 0,
    }


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("---\nendpoint: /v1/x\n---\n", "/v1/x"),
        ("---\npath: /v1/x\n---\n", "/v1/x"),
        ("---\npath: things\n---\n", ""),
        ("# T\n\n## URL\n\n`https://a.example/v1/x`\n", "https://a.example/v1/x"),
        ("# T\n\n## Endpoint\n\n```\n/v1/x\n```\n", "/v1/x"),
        ("# T\n\n## Endpoint\n\nCall /v1/x now\n", ""),
        ("# T\n\n## URL\n\nhttps://a.example/api/v1/\n", ""),
        ("# T\n\n## Body\n\n/v1/x\n", ""),
        ("# T\n\n## URL\n\n- /v1/x\n", "/v1/x"),
    ],
)
def test_addresses_without_a_method(text: str, address: str) -> None:
    page = PageText("page.md", text)
    problem = address_without_method(page, blocks_of(page))
    assert (repr(address) in problem.message) if problem else not address


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("https://{{domain}}/x", True),
        ("https://your-domain.example/x", True),
        ("https://<host>/x", True),
        ("{{base_url}}/x", True),
        ("https://a.example/{{id}}/", False),
        ("{{a}}", False),
    ],
)
def test_a_host_of_ones_own(text: str, own: bool) -> None:
    assert names_own_host(text) is own
