# SPDX-License-Identifier: MIT-0
"""A real HTTP/1.1 server on loopback that says what it is told and keeps what it hears.

Replies are played in order, the last one again and again; every request is kept with
its exact first line, header fields and body.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass(frozen=True, slots=True)
class ReceivedRequest:
    """One request, as it arrived."""

    line: str
    """The request line, without its line end."""
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def values(self, name: str) -> list[str]:
        """Return every value of a header, whatever the case of its name."""
        return [value for key, value in self.headers if key.lower() == name.lower()]


@dataclass(frozen=True, slots=True)
class Answer:
    """What to send back: status, content, and how to go wrong on the way."""

    status: int
    content: bytes = b""
    media_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    missing: int = 0
    """How many more bytes are promised than are sent, before hanging up."""


@dataclass(frozen=True, slots=True)
class HangUp:
    """Read the request, then close the connection without a word."""


class LoopbackServer:
    """A server on a free port of 127.0.0.1, in threads of its own."""

    def __init__(self) -> None:
        self._received: list[ReceivedRequest] = []
        self._script: list[Answer | HangUp] = [Answer(500)]
        self._server = _Server(self)
        self._thread = Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}
        )
        self._thread.start()

    @property
    def address(self) -> tuple[str, int]:
        """Return host and port."""
        return "127.0.0.1", self._server.server_port

    @property
    def url(self) -> str:
        """Return the origin, without a slash at the end."""
        host, port = self.address
        return f"http://{host}:{port}"

    def play(self, *script: Answer | HangUp) -> None:
        """Forget what was heard, and answer like this from now on."""
        self._received = []
        self._script = list(script)

    @property
    def received(self) -> Sequence[ReceivedRequest]:
        """Return the requests since the last `play`."""
        return tuple(self._received)

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def hear(self, request: ReceivedRequest) -> Answer | HangUp:
        """Keep a request and return what to answer; for the handler only."""
        self._received.append(request)
        return self._script[min(len(self._received), len(self._script)) - 1]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, loopback: LoopbackServer) -> None:
        self.loopback = loopback
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60

    def parse_request(self) -> bool:
        """Take any method: each is answered by the script."""
        if not super().parse_request():
            return False
        self._answer()
        # The base class would now look for a method of its own: there is none to call.
        return False

    def _answer(self) -> None:
        assert isinstance(self.server, _Server)
        match self.server.loopback.hear(self._read()):
            case HangUp():
                self.close_connection = True
            case Answer() as answer:
                with suppress(OSError):
                    self.wfile.write(_bytes_of(answer))
                if answer.missing:
                    self.close_connection = True

    def _read(self) -> ReceivedRequest:
        length = int(self.headers.get("Content-Length") or 0)
        return ReceivedRequest(
            line=self.requestline,
            headers=tuple((name, str(value)) for name, value in self.headers.items()),
            body=self.rfile.read(length),
        )

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a test reports by itself."""


def _bytes_of(answer: Answer) -> bytes:
    fields = [
        *(("Content-Type", answer.media_type) for _ in (0,) if answer.media_type),
        ("Content-Length", str(len(answer.content) + answer.missing)),
        *answer.headers,
    ]
    head = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return (
        f"HTTP/1.1 {answer.status} Scripted\r\n{head}\r\n".encode("latin-1")
        + answer.content
    )
