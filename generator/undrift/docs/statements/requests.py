"""Example requests: what a client really sends, as curl or as an HTTP message."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .endpoints import RequestTarget, read_host, read_statement

_MESSAGE = 50_000
_HEADER = re.compile(r"[A-Za-z][\w-]{0,99}:")


@dataclass(frozen=True, slots=True)
class RequestPart:
    """A part of a request, and its line in the page."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ExampleRequest:
    """One request. `headers` are `Name: value`; `query` and `form` are `name=value`."""

    method: str
    target: RequestTarget
    line: int
    headers: tuple[RequestPart, ...] = ()
    data: tuple[RequestPart, ...] = ()
    form: tuple[RequestPart, ...] = ()
    query: tuple[RequestPart, ...] = ()
    basic: bool = False
    query_names: tuple[str, ...] = ()
    """The names in the URL's own query."""


def read_request_message(text: str, first_line: int) -> ExampleRequest | None:
    """Read an HTTP request message; a lone `METHOD /path` shows no request yet."""
    lines = text[:_MESSAGE].split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    endpoint = read_statement(lines[start], first_line + start)
    if endpoint is None:
        return None
    headers: list[RequestPart] = []
    at = start + 1
    while at < len(lines) and _HEADER.match(lines[at]):
        headers.append(RequestPart(lines[at].strip(), first_line + at))
        at += 1
    body = "\n".join(lines[at:])
    if body.strip() and lines[at].strip() and not body.startswith(("{", "[")):
        return None
    if not headers and not body.strip():
        return None
    target = RequestTarget(endpoint.server, endpoint.path)
    for header in headers:
        name, _, host = header.text.partition(":")
        if name.casefold() == "host":
            target = read_host(host.strip(), endpoint.path) or target
    blank = len(body) - len(body.lstrip("\n"))
    data = (RequestPart(body.strip(), first_line + at + blank),) if body.strip() else ()
    return ExampleRequest(endpoint.method, target, endpoint.line, tuple(headers), data)
