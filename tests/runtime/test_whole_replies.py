"""What replies, logs and other people's clients must not do to a call."""

from __future__ import annotations

import asyncio
import gzip
import logging
import pickle
import tracemalloc
import zlib
from typing import Any

import httpx2
import pytest

from tests.runtime.sample import AsyncShop, Shop
from tests.runtime.server import Say, Server, json_reply
from undrift.runtime import (
    APIConnectionError,
    ConfigurationError,
    InternalServerError,
    RequestError,
    ResponseDecodingError,
    ResponseValidationError,
)
from undrift.runtime.content_encoding import Coding, CodingError

TOKEN = "tok_12345678"
PACKED = (("Content-Encoding", "gzip"),)
INVOICE = b'{"id":"a"}'
# Without a time: the names of tests must not depend on when they are collected.
TWO_MEMBERS = b"".join(
    gzip.compress(part, mtime=0) for part in (INVOICE[:4], INVOICE[4:])
)


def shop(server: Server, **options: Any) -> Shop:
    return Shop(token=TOKEN, base_url=server.url, max_retries=0, **options)


@pytest.mark.parametrize("cut", [1, 4, 8, 12, len(gzip.compress(INVOICE)) - 1])
def test_a_compressed_reply_that_lacks_its_end_is_no_reply(cut: int) -> None:
    reply = Say(content=gzip.compress(INVOICE)[:-cut], headers=PACKED)
    with Server([reply]) as server:
        with shop(server) as client:
            with pytest.raises(ResponseDecodingError, match="cut off"):
                client.invoices.get("1")
            with pytest.raises(ResponseDecodingError, match="cut off"):
                client.invoices.ping()

        async def use() -> None:
            async with AsyncShop(
                token=TOKEN, base_url=server.url, max_retries=0
            ) as other:
                await other.invoices.get("1")

        with pytest.raises(ResponseDecodingError, match="cut off"):
            asyncio.run(use())


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("gzip", gzip.compress(INVOICE, mtime=0)),
        ("X-GZip", TWO_MEMBERS),
        ("deflate", zlib.compress(INVOICE)),
        ("deflate", zlib.compress(INVOICE)[2:-4]),
        ("identity", INVOICE),
        ("", INVOICE),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 3, 1000])
def test_content_codings_are_undone(name: str, packed: bytes, size: int) -> None:
    coding = Coding(name)
    chunks = [packed[at : at + size] for at in range(0, len(packed), size)]
    found = b"".join(piece for chunk in chunks for piece in coding.feed(chunk))
    coding.finish()
    assert found == INVOICE


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("gzip", gzip.compress(INVOICE, mtime=0)),
        ("gzip", TWO_MEMBERS),
        ("deflate", zlib.compress(INVOICE)),
        ("deflate", zlib.compress(INVOICE)[2:-4]),
    ],
)
@pytest.mark.parametrize("size", [1, 1000])
def test_encoded_content_is_whole_or_an_error(
    name: str, packed: bytes, size: int
) -> None:
    ends = {len(packed), len(gzip.compress(INVOICE[:4], mtime=0))}
    for cut in range(1, len(packed)):
        decoder = Coding(name)
        for at in range(0, cut, size):
            list(decoder.feed(packed[at : min(at + size, cut)]))
        if packed == TWO_MEMBERS and cut in ends:
            decoder.finish()  # what came is a member, and whole
            continue
        with pytest.raises(CodingError, match="cut off"):
            decoder.finish()


def test_nothing_at_all_is_whole_and_junk_is_not() -> None:
    for name in ("gzip", "deflate", ""):
        Coding(name).finish()
    for name in ("gzip", "deflate"):
        with pytest.raises(CodingError, match="not in the declared"):
            list(Coding(name).feed(b"<html>no such coding</html>"))
    broken = bytearray(zlib.compress(bytes(range(256))))
    broken[4] ^= 0xFF
    with pytest.raises(CodingError, match="not in the declared"):
        list(Coding("deflate").feed(bytes(broken)))


def test_what_follows_deflated_content_is_no_content() -> None:
    decoder = Coding("deflate")
    assert b"".join(decoder.feed(zlib.compress(INVOICE) + b"junk")) == INVOICE
    decoder.finish()


@pytest.mark.parametrize("cut", [1, 4, 6])
def test_a_deflated_reply_that_lacks_its_end_is_no_reply(cut: int) -> None:
    packed = (("Content-Encoding", "deflate"),)
    reply = Say(content=zlib.compress(INVOICE)[:-cut], headers=packed)
    with (
        Server([reply]) as server,
        shop(server) as client,
        pytest.raises(ResponseDecodingError, match="cut off"),
    ):
        client.invoices.get("1")


def test_no_piece_is_large_and_nothing_unasked_is_undone() -> None:
    packed = gzip.compress(bytes(10_000_000))
    assert max(len(piece) for piece in Coding("gzip").feed(packed)) <= 65536
    for name in ("br", "gzip, gzip"):
        with pytest.raises(CodingError):
            Coding(name)


def test_an_error_is_kept_up_to_a_mebibyte() -> None:
    reply = Say(500, gzip.compress(bytes(60_000_000)), PACKED)
    with Server([reply]) as server, shop(server) as client:
        tracemalloc.start()
        with pytest.raises(InternalServerError, match="larger than") as caught:
            client.invoices.get("1")
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert len(caught.value.response.content) == 1024 * 1024
    assert peak < 40_000_000


def test_what_a_reply_echoes_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    reply = Say(content=INVOICE, headers=(("X-Echo", TOKEN),))

    async def use(server: Server) -> None:
        async with AsyncShop(token=TOKEN, base_url=server.url) as client:
            await client.invoices.get("1")

    with Server([reply]) as server:
        with shop(server) as client:
            client.invoices.get("1")
        asyncio.run(use(server))
    assert "receive_response_headers.complete" in caplog.text
    assert TOKEN not in caplog.text


@pytest.mark.parametrize("observer", ["x", 1, object()])
def test_an_observer_is_a_function(observer: Any) -> None:
    with pytest.raises(ConfigurationError, match="on_deviation"):
        Shop(token=TOKEN, on_deviation=observer)
    with Shop(token=TOKEN) as client, pytest.raises(ConfigurationError):
        client.with_options(on_deviation=observer)


def test_a_callers_cookies_stay_as_they_were() -> None:
    reply = Say(
        content=INVOICE, headers=(("Set-Cookie", "new=1"), ("Set-Cookie", "a=2"))
    )
    with Server([reply]) as server, httpx2.Client() as http:
        http.cookies.set("a", "1", domain="127.0.0.1")
        client = shop(server, http_client=http)
        raw = client.invoices.with_raw_response.get("1")
        assert raw.headers.get_all("set-cookie") == ("new=1", "a=2")
        assert dict(http.cookies) == {"a": "1"}

        async def use() -> dict[str, str]:
            async with httpx2.AsyncClient() as other:
                client = AsyncShop(token=TOKEN, base_url=server.url, http_client=other)
                await client.invoices.get("1")
                return dict(other.cookies)

        assert asyncio.run(use()) == {}


def test_a_raw_reply_is_pickled_with_what_it_means() -> None:
    with Server([json_reply('{"id":1}')]) as server, shop(server) as client:
        raw = client.invoices.with_raw_response.get("1")
        data = pickle.dumps(raw)
        assert TOKEN.encode() not in data
        again = pickle.loads(data)
        assert again.content == raw.content
        assert again.deviations == raw.deviations != ()
        assert again.parse() == raw.parse()
        strict = client.with_options(validation="strict")
        refused = pickle.loads(pickle.dumps(strict.invoices.with_raw_response.get("1")))
    with pytest.raises(ResponseValidationError):
        refused.parse()


def test_an_async_client_belongs_to_one_event_loop() -> None:
    # closed by the server, for a loop that ended cannot close it any more
    reply = Say(content=INVOICE, headers=(("Connection", "close"),))
    with Server([reply]) as server:
        client = AsyncShop(token=TOKEN, base_url=server.url)
        asyncio.run(_used(client))
        with pytest.raises(RequestError, match="event loop"):
            asyncio.run(_used(client))
        with pytest.raises(RequestError, match="event loop"):
            asyncio.run(_used(client.with_options(timeout=1)))


async def _used(client: AsyncShop) -> None:
    await client.invoices.get("1")


def test_a_proxy_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)

    async def use(client: AsyncShop) -> None:
        async with client:
            await client.invoices.get("1")

    with Server([Say(502)]) as server:
        monkeypatch.setenv("HTTPS_PROXY", server.url)
        options: Any = {"base_url": "https://api.example", "max_retries": 0}
        with (
            Shop(token=TOKEN, **options) as client,
            pytest.raises(APIConnectionError, match="nothing was sent"),
        ):
            client.invoices.get("1")
        with pytest.raises(APIConnectionError, match="nothing was sent"):
            asyncio.run(use(AsyncShop(token=TOKEN, **options)))
        asked = [(seen.method, seen.target) for seen in server.seen]
        assert asked == [("CONNECT", "api.example:443")] * 2
        assert TOKEN not in str(server.seen)


def test_no_proxy_stands_before_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with Server([json_reply('{"id":"a"}')]) as server:
        with shop(server) as client:
            client.invoices.get("1")

        async def use() -> None:
            async with AsyncShop(token=TOKEN, base_url=server.url) as client:
                await client.invoices.get("1")

        asyncio.run(use())
        assert len(server.seen) == 2
