"""The sample package against a real server: what is sent and what comes back."""

from __future__ import annotations

import asyncio
import copy
import datetime
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from uuid import UUID

import httpx2
import pytest

from tests.runtime.sample import AsyncShop, Shop
from tests.runtime.server import Say, Seen, Server, json_reply
from undrift.runtime import (
    ConfigurationError,
    Deviation,
    MissingCredentialError,
    RequestError,
    RequestValidationError,
    ResponseDecodingError,
    ResponseValidationError,
)

INVOICE = (
    '{"id":"inv_1","issueDate":"2024-07-18","paidAt":"2024-07-18T00:18:03.410896558Z",'
    '"subtotal":"9007199254740993.01","rate":9007199254740993.01,"status":"issued",'
    '"events":[{"kind":"made","at":"2024-07-18T00:18:03Z"}],"note":{"x":1.10}}'
)


def shop(server: Server, **options: object) -> Shop:
    given: dict[str, object] = {"token": "tok_1", "company": "c-1", **options}
    return Shop(base_url=f"{server.url}/v1/", **given)  # type: ignore[arg-type]


def test_a_call_sends_exactly_what_is_documented() -> None:
    with Server([json_reply(INVOICE)]) as server:
        with shop(server) as client:
            invoice = client.invoices.cancel(
                "a/b ü", reason="because — really", order={"due_date": _day()}
            )
        [seen] = server.seen
        assert (seen.method, seen.target) == (
            "POST",
            "/v1/invoices/a%2Fb%20%C3%BC/cancel/",
        )
        assert seen.headers == (
            ("Host", f"127.0.0.1:{server.port}"),
            ("Accept", "application/json"),
            ("Accept-Encoding", "gzip, deflate"),
            ("User-Agent", "shop-python"),
            ("X-Company", "c-1"),
            ("Content-Type", "application/json"),
            ("Authorization", "Bearer tok_1"),
            ("Content-Length", str(len(seen.body))),
        )
        expected = '{"reason":"because — really","orderData":{"dueDate":"2024-07-18"}}'
        assert seen.body == expected.encode()
    assert invoice.subtotal == Decimal("9007199254740993.01")
    assert invoice.rate == Decimal("9007199254740993.01")
    assert invoice.paid_at is not None
    assert invoice.paid_at.microsecond == 410896
    assert invoice.status == "issued"
    assert invoice.model_extra == {"note": {"x": Decimal("1.10")}}


def test_async_is_the_same() -> None:
    async def main(server: Server) -> list[str]:
        async with AsyncShop(token="t", company="c", base_url=server.url) as client:
            invoices = await asyncio.gather(
                *(client.invoices.cancel(f"i{n}", reason="r") for n in range(20))
            )
            raw = await client.invoices.with_raw_response.get("x", expand=["a", "b"])
            assert raw.parse().id == "inv_1"
            return [invoice.id for invoice in invoices]

    with Server([json_reply(INVOICE)]) as server:
        assert asyncio.run(main(server)) == ["inv_1"] * 20
        assert len(server.seen) == 21
        assert server.seen[-1].target == "/invoices/x?expand%5B%5D=a&expand%5B%5D=b"


def test_one_client_serves_many_threads() -> None:
    def reply(seen: Seen) -> Say:
        return json_reply(f'{{"id":"{seen.target.split("/")[3]}"}}')

    with Server([reply]) as server, shop(server) as client:
        start = threading.Barrier(8)

        def calls(thread: int) -> list[str]:
            start.wait()
            return [
                client.invoices.cancel(
                    f"{thread}-{n}", reason="r", company=f"{thread}-{n}"
                ).id
                for n in range(10)
            ]

        with ThreadPoolExecutor(8) as pool:
            results = list(pool.map(calls, range(8)))
        assert results == [[f"{t}-{n}" for n in range(10)] for t in range(8)]
        for seen in server.seen:
            assert seen.header("X-Company") == [seen.target.split("/")[3]]


def test_a_client_default_can_be_missing_until_it_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SHOP_COMPANY", raising=False)
    with Server([json_reply(INVOICE)]) as server, shop(server, company=None) as client:
        with pytest.raises(RequestError, match=r"company=.*SHOP_COMPANY"):
            client.invoices.cancel("i", reason="r")
        assert server.seen == []
        assert client.invoices.cancel("i", reason="r", company="z").id == "inv_1"
        assert server.seen[0].header("x-company") == ["z"]


def test_credentials_come_from_arguments_then_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SHOP_TOKEN", raising=False)
    with pytest.raises(MissingCredentialError, match=r"token= .*SHOP_TOKEN"):
        Shop()
    with pytest.raises(MissingCredentialError):
        Shop(token="")
    monkeypatch.setenv("SHOP_TOKEN", "from-env")
    with Server([json_reply(INVOICE)]) as server:
        with Shop(base_url=server.url) as client:
            client.invoices.get("1")
        with Shop(base_url=server.url, token="given") as client:
            client.invoices.get("1")
        sent = [seen.header("authorization") for seen in server.seen]
    assert sent == [["Bearer from-env"], ["Bearer given"]]


@pytest.mark.parametrize(
    "token", ["a\nb", "a\r", "a\0b", "tökén", " zq", "zq ", "a\x7f"]
)
def test_credentials_that_no_header_can_hold_are_refused(token: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^token must") as caught:
        Shop(token=token)
    assert token not in str(caught.value)


def test_options_never_change_the_original_and_share_connections() -> None:
    with Server([json_reply('{"id":1}')]) as server, shop(server) as client:
        strict = client.with_options(validation="strict", timeout=1)
        assert strict.invoices is not client.invoices
        with pytest.raises(ResponseValidationError):
            strict.invoices.get("1")
        assert client.invoices.get("1").model_dump(exclude_unset=True) == {"id": 1}
        strict.close()
        with pytest.raises(RequestError, match="closed"):
            strict.invoices.get("1")
        assert client.invoices.get("1").model_fields_set == {"id"}
        other = client.with_options(timeout=2)
        client.close()
        with pytest.raises(RequestError, match="closed"):
            other.invoices.get("1")


@pytest.mark.parametrize(
    "options",
    [
        {"timeout": 0},
        {"timeout": float("inf")},
        {"deadline": -1},
        {"deadline": True},
        {"max_retries": -1},
        {"max_retries": 1.5},
        {"validation": "lax"},
        {"http_client": object()},
    ],
)
def test_options_are_checked_at_once(options: dict[str, object]) -> None:
    with pytest.raises(ConfigurationError):
        Shop(token="t", **options)  # type: ignore[arg-type]


def test_clients_refuse_pickle_and_copy() -> None:
    with Shop(token="tok_secret") as client:
        for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
            with pytest.raises(TypeError, match="with_options"):
                attempt(client)
        assert repr(client) == "Shop(base_url='https://api.shop.example', token=***)"


def test_a_callers_client_lends_its_connections_and_nothing_else() -> None:
    reply = Say(302, headers=(("Location", "/elsewhere"), ("Set-Cookie", "a=b")))
    mine = httpx2.Client(
        auth=("user", "pass"),
        headers={"X-Mine": "1"},
        cookies={"c": "d"},
        params={"q": "1"},
        follow_redirects=True,
        base_url="http://unused.example",
    )
    with Server([reply, json_reply(INVOICE)]) as server, mine:
        with shop(server, http_client=mine) as client:
            with pytest.raises(Exception, match="302 Found"):
                client.invoices.cancel("1", reason="r")
            client.invoices.cancel("1", reason="r")
        assert not mine.is_closed
        assert len(server.seen) == 2
        for seen in server.seen:
            assert seen.target == "/v1/invoices/1/cancel/"
            assert seen.header("authorization") == ["Bearer tok_1"]
            assert not seen.header("x-mine")
            assert not seen.header("cookie")


def test_own_connections_keep_no_cookies() -> None:
    reply = Say(200, b'{"id":"1"}', (("Set-Cookie", "a=b; Path=/"),))
    with Server([reply]) as server, shop(server) as client:
        client.invoices.get("1")
        client.invoices.get("1")
        assert [seen.header("cookie") for seen in server.seen] == [[], []]


def test_raw_access_keeps_the_bytes_and_parses_once() -> None:
    seen: list[Deviation] = []
    reply = Say(
        200, b'{"id": 5.50}', (("X-Request-Id", "req_1"), ("A", "1"), ("a", "2"))
    )
    with Server([reply]) as server, shop(server, on_deviation=seen.append) as client:
        raw = client.with_raw_response.invoices.cancel("1", reason="r")
        assert raw.content == b'{"id": 5.50}'
        assert raw.text == '{"id": 5.50}'
        assert raw.status_code == 200
        assert raw.headers.get_all("A") == ("1", "2")
        assert raw.request_id == "req_1"
        assert seen == []
        assert raw.parse() is raw.parse()
        assert raw.deviations == (Deviation("/id", "string", "number"),)
        assert seen == list(raw.deviations)
        assert repr(raw) == "<RawResponse 200, 12 bytes>"


def test_an_observer_that_raises_changes_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def observer(deviation: Deviation) -> None:
        raise RuntimeError(deviation.pointer)

    reply = json_reply('{"id":1}')
    with Server([reply]) as server, shop(server, on_deviation=observer) as client:
        assert client.invoices.get("1").model_fields_set == {"id"}
    assert "on_deviation raised RuntimeError" in caplog.text


def test_replies_without_a_value() -> None:
    with Server([Say(), json_reply("[]"), json_reply("{}"), Say()]) as server:
        with shop(server) as client:
            assert client.invoices.ping() is None
            assert client.invoices.ping() == []
            assert client.invoices.ping() == {}
            with pytest.raises(ResponseDecodingError, match="empty"):
                client.invoices.cancel("1", reason="r")
        assert server.seen[0].header("content-type") == []
        assert server.seen[0].header("authorization") == []
        assert server.seen[0].header("content-length") == ["0"]


@pytest.mark.parametrize("reply", [Say(), json_reply("{}"), Say(200, b"<html>")])
def test_no_value_is_none_whatever_arrives(reply: Say) -> None:
    with Server([reply]) as server, shop(server) as client:
        client.invoices.forget("1")
        raw = client.with_raw_response.invoices.forget("1")
        assert raw.parse() is None


def test_ids_that_are_no_strings() -> None:
    uuid = UUID("12345678-1234-5678-1234-567812345678")
    with Server([json_reply(INVOICE)]) as server, shop(server) as client:
        client.invoices.get(uuid)
        assert server.seen[0].target == f"/v1/invoices/{uuid}"


def test_strict_requests_break_no_documented_constraint() -> None:
    with Server([json_reply(INVOICE)]) as server:
        with shop(server, validation="strict") as client:
            with pytest.raises(RequestValidationError) as caught:
                client.invoices.cancel("1", reason="secretly")
            assert server.seen == []
        with shop(server) as client:
            client.invoices.cancel("1", reason="secretly")
    [violation] = caught.value.violations
    assert (violation.pointer, violation.constraint) == ("/body/reason", "minLength 10")
    assert "secretly" not in str(caught.value)


def test_import_leaves_resources_and_types_for_later() -> None:
    import subprocess
    import sys

    code = (
        "import sys, tests.runtime.sample as s; "
        "print([n for n in sys.modules if 'sample.' in n and 'client' not in n])"
    )
    paths = [path for path in sys.path if path]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={"PYTHONPATH": ":".join(paths)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def _day() -> datetime.date:
    return datetime.date(2024, 7, 18)


def test_any_transport_will_do() -> None:
    def handle(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, text=INVOICE)

    with httpx2.Client(transport=httpx2.MockTransport(handle)) as mine:
        client = Shop(token="t", http_client=mine)
        assert client.invoices.get("1").id == "inv_1"
    with pytest.raises(RequestError, match="closed"):
        client.invoices.get("1")

    async def main() -> str:
        transport = httpx2.MockTransport(handle)
        async with httpx2.AsyncClient(transport=transport) as mine:
            client = AsyncShop(token="t", http_client=mine)
            strict = client.with_options(validation="strict")
            return (await strict.invoices.get("1")).id

    assert asyncio.run(main()) == "inv_1"


def test_a_url_that_is_too_long_is_refused() -> None:
    with Shop(token="t") as client, pytest.raises(RequestError, match="longer than"):
        client.invoices.get("x" * 40_000)
