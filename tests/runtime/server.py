"""A real HTTP server on loopback that says what a test tells it to, and remembers."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NoReturn


@dataclass(frozen=True)
class Seen:
    """One request as it arrived."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key.lower() == name.lower()]


@dataclass(frozen=True)
class Say:
    """One reply. Content comes in `chunks`, `drip` seconds apart."""

    status: int = 200
    content: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    chunks: tuple[bytes, ...] = ()
    drip: float = 0
    length: int | None = None
    forever: bytes = b""
    """Sent instead of all else, and then its last byte for ever, `drip` apart."""
    drop: bool = False
    """Close the connection without a reply."""


def json_reply(text: str, status: int = 200) -> Say:
    return Say(status, text.encode(), (("Content-Type", "application/json"),))


@dataclass
class Server:
    """Replies with each of `script` in turn, then with the last one for ever."""

    script: Sequence[Say | Callable[[Seen], Say]]
    seen: list[Seen] = field(default_factory=list[Seen])
    _threads: list[threading.Thread] = field(default_factory=list[threading.Thread])

    def __enter__(self) -> Server:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._stopped = False
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped = True
        with socket.socket() as waker:
            waker.connect(self._listener.getsockname())
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        self._listener.close()

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _start(self, target: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._stopped:
                connection.close()
                return
            with self._lock:
                self._open.add(connection)
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        try:
            with connection, connection.makefile("rb") as stream:
                while request := _read(stream.readline, stream.read):
                    with self._lock:
                        turn = min(len(self.seen), len(self.script) - 1)
                        self.seen.append(request)
                    say = self.script[turn]
                    reply = say if isinstance(say, Say) else say(request)
                    if not self._reply(connection, reply):
                        return
        except OSError:
            return
        finally:
            with self._lock:
                self._open.discard(connection)

    def _reply(self, connection: socket.socket, say: Say) -> bool:
        if say.drop:
            return False
        if say.forever:
            _send_for_ever(connection, say.forever, say.drip)
        chunks = say.chunks or (say.content,)
        length = say.length if say.length is not None else len(b"".join(chunks))
        head = [f"HTTP/1.1 {say.status} Status"]
        head += [f"{name}: {value}" for name, value in say.headers]
        head += [f"Content-Length: {length}", "", ""]
        data = "\r\n".join(head).encode("latin-1")
        for chunk in chunks:
            if say.drip:
                connection.sendall(data)
                time.sleep(say.drip)
                data = b""
            data += chunk
        connection.sendall(data)
        return length == len(b"".join(chunks))


def _send_for_ever(connection: socket.socket, data: bytes, drip: float) -> NoReturn:
    """Send until nobody listens: then the socket says so."""
    connection.sendall(data)
    while True:
        time.sleep(drip)
        connection.sendall(data[-1:])


def _read(line: Callable[[], bytes], content: Callable[[int], bytes]) -> Seen | None:
    start = line().decode("latin-1").split()
    if len(start) != 3:
        return None
    headers: list[tuple[str, str]] = []
    while text := line().decode("latin-1").rstrip("\r\n"):
        name, _, value = text.partition(":")
        headers.append((name, value.strip()))
    lengths = [int(v) for k, v in headers if k.lower() == "content-length"]
    body = content(lengths[0]) if lengths else b""
    return Seen(start[0], start[1], tuple(headers), body)
