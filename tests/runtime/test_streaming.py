"""Replies that are used while they arrive, over a real server."""

from __future__ import annotations

import asyncio
import gc
import gzip
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.runtime.sample import AsyncShop, Shop
from tests.runtime.sample.types import Invoice
from tests.runtime.server import Say, Server
from undrift.runtime import (
    APIConnectionError,
    APITimeoutError,
    Deviation,
    NotFoundError,
    ResponseDecodingError,
    ResponseValidationError,
)

EVENTS = (b'id: 4\ndata: {"id":"a"}\n\n', b'data: {"id":\ndata: "b"}\n\n')
SSE = (("Content-Type", "text/event-stream"),)


def shop(server: Server, **options: Any) -> Shop:
    return Shop(token="tok_12345678", base_url=server.url, **options)


def async_shop(server: Server, **options: Any) -> AsyncShop:
    return AsyncShop(token="tok_12345678", base_url=server.url, **options)


def watched(reply: Say, **options: Any) -> list[Invoice]:
    """Return the events that a sync and an async client both see, or both raise."""
    with Server([reply]) as server:

        async def others() -> list[Invoice]:
            async with (
                async_shop(server, max_retries=0, **options) as client,
                await client.feeds.watch() as stream,
            ):
                return [invoice async for invoice in stream]

        with shop(server, max_retries=0, **options) as client:
            expected: list[Invoice] | type[Exception]
            try:
                with client.feeds.watch() as stream:
                    expected = list(stream)
            except Exception as error:
                with pytest.raises(type(error)):
                    asyncio.run(others())
                raise
        assert asyncio.run(others()) == expected
        return expected


def test_events_are_typed_as_they_arrive() -> None:
    reply = Say(headers=SSE, chunks=(*EVENTS, b"data: [DONE]\n\n"), drip=0.01)
    assert [invoice.id for invoice in watched(reply)] == ["a", "b"]


def test_what_follows_the_end_is_not_read() -> None:
    late = Say(headers=SSE, chunks=(*EVENTS, b"data: [DONE]\n\ndata: nonsense\n\n"))
    assert len(watched(late)) == 2


def test_deviations_are_told_and_refused_in_strict_mode() -> None:
    reply = Say(headers=SSE, content=b'data: {"id":1}\n\n')
    noted: list[Deviation] = []
    assert watched(reply, on_deviation=noted.append)[0].id == 1  # type: ignore[comparison-overlap]
    assert noted == [Deviation("/id", "string", "integer")] * 2
    with pytest.raises(ResponseValidationError):
        watched(reply, validation="strict")


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Say(headers=SSE, content=b"data: <html>\n\n"), ResponseDecodingError),
        (Say(headers=SSE, content=EVENTS[0], length=999), APIConnectionError),
        (
            Say(headers=(*SSE, ("Content-Encoding", "br")), content=b"x"),
            ResponseDecodingError,
        ),
        (
            Say(headers=(("Content-Type", "text/html"),), content=b"<p>log in</p>"),
            ResponseDecodingError,
        ),
        (Say(404, b"{}"), NotFoundError),
    ],
)
def test_a_stream_that_goes_wrong_is_one_typed_error(
    reply: Say, kind: type[Exception]
) -> None:
    with pytest.raises(kind):
        watched(reply)


def test_the_deadline_ends_with_the_first_byte_and_each_wait_has_its_own() -> None:
    slow = Say(headers=SSE, chunks=(*EVENTS, *EVENTS, *EVENTS), drip=0.25)
    assert len(watched(slow, deadline=1.2, timeout=1.2)) == 6
    stuck = Say(headers=SSE, chunks=(EVENTS[0], EVENTS[1], b"x"), drip=0.5)
    with pytest.raises(APITimeoutError):
        watched(stuck, timeout=0.3)


def test_a_stream_knows_its_place_and_gives_its_connection_back() -> None:
    endless = Say(headers=SSE, chunks=EVENTS, length=10_000)
    with Server([endless]) as server, shop(server) as client:
        stream = client.feeds.watch()
        assert next(stream).id == "a"
        assert (stream.last_event_id, stream.retry) == ("4", None)
        stream.close()
        assert list(stream) == []
        del stream
        for _ in client.feeds.watch():
            break
        client.feeds.watch()
        gc.collect()
        assert open_connections(client) == 0


def test_an_async_stream_gives_its_connection_back_when_collected() -> None:
    endless = Say(headers=SSE, chunks=EVENTS, length=10_000)

    async def use(server: Server) -> None:
        async with async_shop(server) as client:
            await client.feeds.watch()
            async for _ in await client.feeds.watch():
                break
            gc.collect()
            await asyncio.sleep(0.05)
            assert open_connections(client) == 0

    with Server([endless]) as server:
        asyncio.run(use(server))


def open_connections(client: Any) -> int:
    """Look where httpx2 shows no public number: its pool."""
    return len(client._link.http._pool.connections)


def test_whole_events_and_json_lines() -> None:
    whole = Say(headers=SSE, content=b"event: tick\nid: 4\ndata: x\n\n")
    lines = Say(content=b'{"id":"a"}\n{"id":"b"}')
    with Server([whole, lines]) as server, shop(server) as client:
        assert list(client.feeds.events()) == [
            {"event": "tick", "id": "4", "data": "x"}
        ]
        with client.feeds.lines() as stream:
            assert [invoice.id for invoice in stream] == ["a", "b"]


DATA = bytes(range(256)) * 4096
PACKED = (("Content-Encoding", "gzip"),)


def written(target: Path, reply: Any) -> Any:
    return reply.write_to(target)


def both(reply: Say, act: Callable[[Any], Any], **options: Any) -> tuple[Any, Any]:
    """Return what a download gives to both clients, by `act` on the reply."""
    with Server([reply]) as server:

        async def others() -> Any:
            async with async_shop(server, max_retries=0, **options) as client:
                opened = client.feeds.with_streaming_response.download("f")
                async with opened as response:
                    result = act(response)
                    if hasattr(result, "__aiter__"):
                        return b"".join([piece async for piece in result])
                    return await result

        with (
            shop(server, max_retries=0, **options) as client,
            client.feeds.with_streaming_response.download("f") as response,
        ):
            first = act(response)
            if hasattr(first, "__next__"):
                first = b"".join(first)
        return first, asyncio.run(others())


def test_downloads_are_read_in_pieces_whole_or_into_a_file(tmp_path: Path) -> None:
    for reply in (Say(content=DATA), Say(content=gzip.compress(DATA), headers=PACKED)):
        assert both(reply, lambda r: r.iter_bytes()) == (DATA, DATA)
        assert both(reply, lambda r: r.read()) == (DATA, DATA)
        target = tmp_path / "file"
        both(reply, partial(written, target))
        assert target.read_bytes() == DATA
        assert list(tmp_path.iterdir()) == [target]


def test_a_file_is_replaced_by_a_whole_one_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"before")
    for reply in (
        Say(content=DATA, length=len(DATA) + 1),
        Say(content=gzip.compress(DATA)[:-4], headers=PACKED),
    ):
        with pytest.raises((APIConnectionError, ResponseDecodingError)):
            both(reply, partial(written, target))
        assert target.read_bytes() == b"before"
        assert list(tmp_path.iterdir()) == [target]


def test_a_download_has_a_status_headers_and_documented_errors() -> None:
    with Server([Say(content=b"x", headers=(("X-Name", "n"),))]) as server:
        client = shop(server)
        with client, client.feeds.with_streaming_response.download("f") as reply:
            assert (reply.status_code, reply.headers["x-name"]) == (200, "n")
            assert client.feeds.download("f") == b"x"
    with pytest.raises(NotFoundError, match="gone"):
        both(Say(404, b'{"message":"gone"}'), lambda r: r.read())
