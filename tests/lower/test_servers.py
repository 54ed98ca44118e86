"""Relative servers are where the document came from."""

from __future__ import annotations

import pytest

from undrift.lower import lower
from undrift.openapi import Document, Loaded, load_source

TEXT = b"""\
openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: ../v1}]
paths:
  /a:
    get:
      servers: [{url: '/{up}', variables: {up: {default: up}}}]
      responses: {'204': {description: ''}}
"""


@pytest.mark.parametrize(
    ("address", "servers"),
    [
        (
            "https://acme.test/docs/openapi.yaml",
            ("https://acme.test/v1", "https://acme.test/{up}"),
        ),
        ("http://acme.test/docs/openapi.yaml", ("/v1", "/{up}")),
        ("", ("/v1", "/{up}")),
    ],
)
def test_a_relative_server(address: str, servers: tuple[str, str]) -> None:
    loaded = load_source("a.yaml", TEXT)
    assert isinstance(loaded, Loaded)
    found = lower(Document.of(loaded), {"a.yaml": address})
    client = found.client
    assert client.servers[0].url == servers[0]
    assert client.operations[0].servers[0].url == servers[1]
    said = [d.hint for d in found.diagnostics if address and servers[0] in d.hint]
    assert bool(said) is servers[0].startswith("https")
