"""Everything that can go wrong on the wire comes back as one typed error."""

from __future__ import annotations

import asyncio
import copy
import gzip
import pickle
import socket
import time
from collections.abc import Iterator
from typing import Any

import httpcore2
import pytest

from tests.runtime.sample import AsyncShop, Shop
from tests.runtime.sample.types import ShopFault
from tests.runtime.server import Say, Server, json_reply
from tests.waiting import HANGS
from undrift.runtime import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    Deviation,
    InternalServerError,
    MissingCredentialError,
    NotFoundError,
    PackageError,
    PermissionDeniedError,
    RateLimitError,
    RequestError,
    RequestValidationError,
    ResponseDecodingError,
    ResponseValidationError,
    UnprocessableEntityError,
    Violation,
)
from undrift.runtime.deadline import Deadline, DeadlineBackend
from undrift.runtime.limits import Clock


def cancel(reply: Say, **options: Any) -> object:
    """Make one call against one reply."""
    with (
        Server([reply]) as server,
        Shop(
            token="tok_1", company="c", base_url=server.url, max_retries=0, **options
        ) as client,
    ):
        return client.invoices.cancel("1", reason="a good reason")


def error_of(reply: Say, **options: Any) -> Any:
    with pytest.raises(APIError) as caught:
        cancel(reply, **options)
    return caught.value


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, APIStatusError),
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, ConflictError),
        (418, APIStatusError),
        (422, UnprocessableEntityError),
        (429, RateLimitError),
        (500, InternalServerError),
        (599, InternalServerError),
        (799, APIStatusError),
    ],
)
def test_statuses_have_classes(status: int, kind: type[APIStatusError]) -> None:
    error = error_of(json_reply('{"message":"m"}', status))
    assert type(error) is kind
    assert error.status_code == error.response.status_code == status
    assert error.operation == "invoices.cancel"


def test_a_documented_error_is_its_model_whatever_the_media_type_says() -> None:
    text = '{"message":"no","code":"bad","fields":{"a":"b"},"new":1}'
    reply = Say(
        400, text.encode(), (("Content-Type", "text/html"), ("X-Request-Id", "r1"))
    )
    error = error_of(reply, validation="strict")
    assert isinstance(error.body, ShopFault)
    assert error.body.fields == {"a": "b"}
    assert error.code == "bad"
    assert error.request_id == "r1"
    said = "400 Bad Request from invoices.cancel: code bad; no; request r1"
    assert str(error) == said


@pytest.mark.parametrize(
    ("content", "body", "code", "request_id"),
    [
        (b"", None, None, "head"),
        (b"  \n", None, None, "head"),
        (b"<h1>Bad gateway</h1>", "<h1>Bad gateway</h1>", None, "head"),
        (b'{"code": 17', '{"code": 17', None, "head"),
        (b'{"code": 17}', {"code": 17}, "17", "head"),
        (b'{"code": true}', {"code": True}, None, "head"),
        (b'{"requestId": "x"}', {"requestId": "x"}, None, "x"),
        (
            b'{"error": {"code": "c", "request_id": "y"}}',
            {"error": {"code": "c", "request_id": "y"}},
            "c",
            "y",
        ),
        (b"[1, 2]", [1, 2], None, "head"),
        (b'"text"', "text", None, "head"),
        (b"\xff\xfe\xfa", "\ufffd\ufffd\ufffd", None, "head"),
        (b"[" * 100_000, "[" * 100_000, None, "head"),
        ('{"code":"u"}'.encode("utf-16"), {"code": "u"}, "u", "head"),
    ],
)
def test_the_error_path_never_fails(
    content: bytes, body: object, code: str | None, request_id: str
) -> None:
    error = error_of(Say(503, content, (("Request-Id", "head"),)))
    assert type(error) is InternalServerError
    assert error.body == body
    assert error.code == code
    assert error.request_id == request_id
    assert "\n" not in str(error)


def test_a_message_is_one_short_printable_line() -> None:
    message = "a\\r\\n\\u001b[31m\\u2028" + "x" * 999
    error = error_of(json_reply(f'{{"message":"{message}"}}', 400))
    assert len(str(error)) < 300
    assert str(error).isprintable()
    assert "a\\r\\n\\x1b[31m\\u2028xxx" in str(error)


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (Say(200, b"<html>hello</html>"), "not JSON"),
        (Say(200, b""), "empty"),
        (Say(204, b""), "empty"),
        (Say(200, b'{"id": "1"'), "not JSON"),
        (Say(200, b'{"id": "1"', length=400), "cut off"),
        (Say(200, b"[" * 2000 + b"]" * 2000), "deeper than 128"),
        (Say(200, b'{"id": "\xff"}'), "encoding"),
        (Say(200, b'{"id": NaN}'), "none in JSON"),
        (Say(200, b'{"id": 1e99999999999999999999}'), "none in JSON"),
        (Say(200, b'{"id": ' + b"1" * 5000 + b"}"), "too long"),
        (Say(200, b'{"id":"1"}', (("Content-Encoding", "gzip"),)), "Content-Encoding"),
    ],
)
def test_a_success_that_is_not_as_documented_at_all(reply: Say, problem: str) -> None:
    error = error_of(reply)
    assert type(error) is ResponseDecodingError
    assert problem in str(error)
    assert error.may_have_been_processed
    assert error.status_code == reply.status
    assert isinstance(error.body, str)


def test_compressed_and_other_encodings_are_read() -> None:
    text = '{"id":"é"}'
    gzipped = (("Content-Encoding", "gzip"),)
    latin = (("Content-Type", "application/json; charset=ISO-8859-1"),)
    for reply in (
        Say(200, gzip.compress(text.encode()), gzipped),
        Say(200, text.encode("utf-8-sig")),
        Say(200, text.encode("utf-16")),
        Say(200, text.encode("utf-32-le")),
        Say(200, text.encode("latin-1"), latin),
    ):
        assert cancel(reply).id == "é"  # type: ignore[attr-defined]


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = gzip.compress(bytes(80 * 1024 * 1024))
    error = error_of(Say(200, bomb, (("Content-Encoding", "gzip"),)))
    assert type(error) is ResponseDecodingError
    assert "larger than 67108864 bytes" in str(error)


def test_nothing_listens() -> None:
    with Server([Say()]) as server:
        url = server.url
    with (
        Shop(token="t", company="c", base_url=url, max_retries=0) as client,
        pytest.raises(APIConnectionError) as caught,
    ):
        client.invoices.cancel("1", reason="r")
    assert not caught.value.may_have_been_processed
    assert "nothing was sent" in str(caught.value)


def test_a_dropped_connection_may_have_been_processed() -> None:
    error = error_of(Say(drop=True))
    assert type(error) is APIConnectionError
    assert error.may_have_been_processed


def drip(seconds: float) -> Say:
    pieces = tuple(bytes([byte]) for byte in b'{"id":"' + b"x" * 200 + b'"}')
    return Say(200, chunks=pieces, drip=seconds)


ENDLESS = (
    b"HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n{",
    b"HTTP/1.1 200 OK\r\nX-Pad: x",
)
"""A body, and a head, of which there is always one byte more."""


@pytest.mark.parametrize("forever", ENDLESS, ids=["body", "head"])
def test_the_deadline_ends_an_endless_drip(forever: bytes) -> None:
    """No wait is longer than its own limit: nothing else ends this call."""
    error = error_of(Say(forever=forever, drip=0.02), deadline=0.3, timeout=60)
    assert type(error) is APITimeoutError
    assert error.may_have_been_processed


def test_the_deadline_ends_a_slow_drip_that_decompresses_to_nothing() -> None:
    data = gzip.compress(b'{"id":"1"}' + b" " * 900)
    pieces = tuple(bytes([byte]) for byte in data)
    say = Say(200, headers=(("Content-Encoding", "gzip"),), chunks=pieces, drip=0.05)
    assert type(error_of(say, deadline=0.3, timeout=5)) is APITimeoutError


def test_the_deadline_ends_a_body_that_nobody_reads() -> None:
    """A large body is sent piece by piece, and each piece within the deadline."""
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"http://127.0.0.1:{deaf.getsockname()[1]}"
        limits: dict[str, Any] = {"max_retries": 0, "deadline": 0.3, "timeout": HANGS}
        with (
            Shop(token="t", company="c", base_url=url, **limits) as client,
            pytest.raises(APITimeoutError),
        ):
            client.invoices.cancel("1", reason="x" * 30_000_000)


def test_nothing_is_read_once_the_deadline_is_over_even_where_it_is_there() -> None:
    reply = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
    deadline = Deadline()
    backend = DeadlineBackend(deadline, httpcore2.MockBackend([reply]))
    with (
        httpcore2.ConnectionPool(network_backend=backend) as pool,
        deadline.of(lambda: 0.0),
        pytest.raises(httpcore2.ReadTimeout),
    ):
        pool.request("GET", "http://127.0.0.1/")
    with httpcore2.ConnectionPool(network_backend=backend) as pool:
        with deadline.of(lambda: 1e-9):
            assert pool.request("GET", "http://127.0.0.1/").content == b"{}"
        assert not deadline.passed  # the next call has one of its own


@pytest.mark.parametrize(
    ("left", "timeout", "bounded"),
    [(2.0, 5.0, 2.0), (9.0, 5.0, 5.0), (2.0, None, 2.0), (0.0, 5.0, 0.001)],
)
def test_a_wait_is_bounded_by_what_is_left(
    left: float, timeout: float | None, bounded: float
) -> None:
    deadline = Deadline()
    with deadline.of(lambda: left):
        assert deadline.bounded(timeout) == bounded
    assert deadline.bounded(timeout) == timeout


def test_a_deadline_is_that_of_its_own_call() -> None:
    """An open stream has none; a call beside it does, and takes it along."""
    ticks = tuple(b'{"id":"a"}\n' for _ in range(12))
    later = [0.0]

    class LaterShop(Shop):
        _clock = Clock(monotonic=lambda: time.monotonic() + later[0])

    with (
        Server([Say(chunks=ticks, drip=0.05), json_reply("{}")]) as server,
        LaterShop(token="t", company="c", base_url=server.url, deadline=60) as client,
        client.feeds.lines() as stream,
    ):
        next(stream)
        client.invoices.ping()
        later[0] = 1_000
        assert len(list(stream)) == 11


def test_a_silent_server_times_out() -> None:
    error = error_of(Say(200, b"", length=5), timeout=0.1)
    assert isinstance(error, APITimeoutError | ResponseDecodingError)
    error = error_of(Say(200, chunks=(b"a",), drip=1), timeout=0.1)
    assert type(error) is APITimeoutError


def test_a_dripping_error_still_tells_its_status() -> None:
    pieces = tuple(bytes([byte]) for byte in b"too many words " * 20)
    error = error_of(Say(404, chunks=pieces, drip=0.05), deadline=0.3, timeout=5)
    assert type(error) is NotFoundError
    assert error.body
    assert ("too many words " * 20).startswith(error.body)


def test_async_failures_are_the_same() -> None:
    async def failure(reply: Say, **options: Any) -> Any:
        with Server([reply]) as server:
            async with AsyncShop(
                token="t", company="c", base_url=server.url, max_retries=0, **options
            ) as client:
                with pytest.raises(APIError) as caught:
                    await client.invoices.cancel("1", reason="r")
                return caught.value

    def kind(reply: Say, **options: Any) -> object:
        error: object = asyncio.run(failure(reply, **options))
        return type(error)

    assert kind(json_reply("{}", 409)) is ConflictError
    assert kind(Say(200, b"<html>")) is ResponseDecodingError
    assert kind(Say(200, b"{", length=9)) is ResponseDecodingError
    assert kind(Say(drop=True)) is APIConnectionError
    assert kind(drip(0.05), deadline=0.3) is APITimeoutError
    bomb = Say(200, gzip.compress(bytes(70 << 20)), (("Content-Encoding", "gzip"),))
    assert kind(bomb) is ResponseDecodingError


def test_cancelling_a_task_cancels_the_call() -> None:
    async def main(server: Server) -> None:
        async with AsyncShop(token="t", company="c", base_url=server.url) as client:
            task = asyncio.create_task(client.invoices.cancel("1", reason="r"))
            while not server.seen:
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    with Server([drip(0.05)]) as server:
        asyncio.run(main(server))


def errors() -> Iterator[PackageError]:
    yield ConfigurationError("c")
    yield MissingCredentialError("m")
    yield RequestError("r")
    yield RequestValidationError("v", violations=(Violation("/a", "minimum 1"),))
    yield error_of(json_reply('{"message":"m","code":"c"}', 404))
    yield error_of(json_reply('{"message":"m"}', 418))
    yield error_of(Say(200, b"<html>"))
    yield error_of(json_reply('{"id":1}'), validation="strict")
    yield error_of(Say(drop=True))
    yield error_of(Say(200, chunks=(b"a",), drip=1), timeout=0.05)


def test_errors_survive_pickle_and_copy() -> None:
    for error in errors():
        error.add_note("seen by a worker")
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(error, protocol))
            assert type(again) is type(error)
            assert str(again) == str(error)
            assert vars(again) == vars(error)
        assert vars(copy.copy(error)) == vars(copy.deepcopy(error)) == vars(error)


def test_errors_have_no_context() -> None:
    for error in errors():
        assert error.__cause__ is None
        assert error.__context__ is None


def test_strict_replies_say_where_they_deviate() -> None:
    reply = '{"id":7,"status":"lost","events":[{"at":"x"}]}'
    error = error_of(json_reply(reply), validation="strict")
    assert type(error) is ResponseValidationError
    assert error.deviations == (
        Deviation("/id", "string", "integer"),
        Deviation("/status", 'one of "draft", "issued", "cancelled"', "string"),
        Deviation("/events/0/kind", "string", "absent"),
        Deviation("/events/0/at", "date-time", "string"),
    )
    assert error.body["status"] == "lost"
    assert 'at "/id": expected string, got integer and 3 more' in str(error)


def test_value_errors_under_the_package_error() -> None:
    for kind in (ConfigurationError, RequestError, RequestValidationError):
        assert issubclass(kind, PackageError)
        assert issubclass(kind, ValueError)
    assert issubclass(APITimeoutError, APIConnectionError)
