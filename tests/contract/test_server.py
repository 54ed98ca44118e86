"""The loopback server keeps what it hears, and answers as it is told."""

import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest

from undrift.contract.network import watch
from undrift.contract.server import Answer, HangUp, LoopbackServer, ReceivedRequest

REQUEST = (
    b"POST /a%2Fb?x=1 HTTP/1.1\r\n"
    b"Host: x\r\nX-One: 1\r\nx-one: 2\r\nContent-Length: 4\r\n\r\n"
    b"{\x00}\xff"
)


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    opened = LoopbackServer()
    yield opened
    opened.close()


def exchange(server: LoopbackServer, *requests: bytes) -> bytes:
    """Send requests over one connection; return all that comes back."""
    with socket.create_connection(server.address, timeout=5) as connection:
        for request in requests:
            connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_request_is_kept_as_it_arrived(server: LoopbackServer) -> None:
    server.play(Answer(200))
    exchange(server, REQUEST)
    (received,) = server.received
    assert received == ReceivedRequest(
        line="POST /a%2Fb?x=1 HTTP/1.1",
        headers=(
            ("Host", "x"),
            ("X-One", "1"),
            ("x-one", "2"),
            ("Content-Length", "4"),
        ),
        body=b"{\x00}\xff",
    )
    assert received.values("X-ONE") == ["1", "2"]


def test_script_is_played_in_order_and_its_end_repeated(server: LoopbackServer) -> None:
    server.play(Answer(503), Answer(200, b"{}", headers=(("X-A", "b"),)))
    replies = exchange(server, REQUEST, REQUEST, REQUEST)
    assert replies.count(b"HTTP/1.1 503") == 1
    assert replies.count(b"HTTP/1.1 200") == 2
    assert replies.count(b"X-A: b\r\n\r\n{}") == 2
    assert len(server.received) == 3
    server.play(Answer(200))
    assert server.received == ()


def test_connection_can_be_dropped(server: LoopbackServer) -> None:
    server.play(HangUp())
    assert exchange(server, REQUEST) == b""
    assert len(server.received) == 1


def test_reply_can_be_cut_off(server: LoopbackServer) -> None:
    server.play(replace(Answer(200, b"{}"), missing=3))
    reply = exchange(server, REQUEST)
    assert b"Content-Length: 5\r\n" in reply
    assert reply.endswith(b"\r\n\r\n{}")


def test_connections_are_seen(
    server: LoopbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.play(Answer(200))
    seen = watch(monkeypatch)
    exchange(server, REQUEST)
    assert set(seen) == {server.address}
    with socket.socket() as other:
        assert other.connect_ex(("127.0.0.1", 9)) != 0
    assert ("127.0.0.1", 9) in seen
