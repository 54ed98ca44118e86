"""Slips of a caller that must not reach a provider, and replies that must not pass."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from undrift.runtime import (
    Argument,
    ConfigurationError,
    Deviation,
    HeaderParameter,
    HttpSignatureScheme,
    OperationSpec,
    PathParameter,
    RequestError,
    ResponseDecodingError,
    ResponseSpec,
    ResponseValidationError,
    Service,
    SyncClient,
    SyncResource,
)

CANCEL: OperationSpec[None] = OperationSpec(
    name="invoices.cancel",
    method="POST",
    path="/invoices/{id}",
    parameters=(
        PathParameter("id", "id", str),
        HeaderParameter("company", "X-Company", str, required=True, default="company"),
    ),
    responses=(ResponseSpec("200", None, empty=True),),
)
SERVICE = Service(
    "Any",
    "NO_SUCH",
    {"": "https://api.example"},
    (Argument("company", secret=False, required=False),),
)


class Invoices(SyncResource):
    """One call, as generated code has it."""

    def cancel(self, id: Any, *, company: Any = "c1") -> None:
        """Cancel an invoice."""
        return self._call(CANCEL, {"id": id, "company": company})


def client(content: bytes = b"{}", **options: Any) -> tuple[Invoices, list[str]]:
    seen: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.headers["x-company"])
        return httpx2.Response(200, content=content)

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    return (
        Invoices(
            SyncClient(
                SERVICE, arguments={"company": "own"}, http_client=http, **options
            )
        ),
        seen,
    )


def test_none_is_the_clients_default() -> None:
    invoices, seen = client()
    invoices.cancel("1", company=None)
    invoices.cancel("1", company="other")
    assert seen == ["own", "other"]


def test_bytes_are_no_text() -> None:
    invoices, seen = client()
    with pytest.raises(RequestError):
        invoices.cancel(b"1")
    assert seen == []


@pytest.mark.parametrize("content", [b"{}", b"", b"null"])
def test_nothing_is_nothing(content: bytes) -> None:
    client(content, validation="strict")[0].cancel("1")


def test_something_where_nothing_is_documented() -> None:
    found: list[Deviation] = []
    invoices, _ = client(b"[1]", on_deviation=found.append)
    invoices.cancel("1")
    assert [deviation.got_type for deviation in found] == ["array"]
    with pytest.raises(ResponseValidationError):
        client(b"[1]", validation="strict")[0].cancel("1")


def test_a_page_is_no_success() -> None:
    with pytest.raises(ResponseDecodingError):
        client(b"<html>Please log in</html>")[0].cancel("1")


@pytest.mark.parametrize("key_id", ['x", signature="y', "x\\"])
def test_a_key_id_cannot_end_its_quotes(key_id: str) -> None:
    scheme = HttpSignatureScheme(
        header="Signature",
        algorithm="sha256",
        algorithm_name="HmacSHA256",
        key_encoding="utf-8",
        headers=("host",),
        bodiless_headers=("host",),
        header_arguments=(),
        key_id_argument="key_id",
        secret_argument="secret_key",
    )
    service = Service(
        "Any",
        "NO_SUCH",
        {"": "https://api.example"},
        (Argument("key_id", secret=False), Argument("secret_key", secret=True)),
        {"signature": scheme},
    )
    with pytest.raises(ConfigurationError, match="key_id must hold no quote"):
        SyncClient(service, arguments={"key_id": key_id, "secret_key": "s" * 20})
