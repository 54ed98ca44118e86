# SPDX-License-Identifier: MIT-0
"""What came back, as plain values: no request, no connection, nothing hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from . import jsontext
from .deviation import Deviation
from .jsontext import Json

_R = TypeVar("_R")

_REQUEST_ID_KEYS = ("request_id", "requestId", "correlationId")
_REQUEST_ID_HEADERS = (
    "x-request-id",
    "request-id",
    "x-correlation-id",
    "v-c-correlation-id",
)


@dataclass(frozen=True, slots=True, repr=False)
class Headers(Mapping[str, str]):
    """Header fields: an immutable mapping whose keys ignore case."""

    fields: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, name: str) -> str:
        values = self.get_all(name)
        if not values:
            raise KeyError(name)
        return ", ".join(values)

    def get_all(self, name: str) -> tuple[str, ...]:
        """Return every value of one field, in order."""
        wanted = name.lower()
        return tuple(value for key, value in self.fields if key.lower() == wanted)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self.get_all(name))

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(key.lower() for key, _ in self.fields))

    def __len__(self) -> int:
        return len({key.lower() for key, _ in self.fields})

    def __repr__(self) -> str:
        return f"<Headers {', '.join(self)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Response:
    """One HTTP reply, read whole and decompressed."""

    status_code: int
    headers: Headers
    content: bytes

    @property
    def charset(self) -> str:
        """The declared `charset`, "" where there is none."""
        for part in self.headers.get("content-type", "").split(";")[1:]:
            key, _, value = part.partition("=")
            if key.strip().lower() == "charset":
                return value.strip().strip("\"'").strip()
        return ""

    @property
    def text(self) -> str:
        """The content as text; bytes that are none show as U+FFFD."""
        try:
            return self.content.decode(self.charset or "utf-8", "replace")
        except (LookupError, ValueError):
            return self.content.decode("utf-8", "replace")

    def json(self) -> Json:
        """Return the content as JSON, exact numbers as `Decimal`; else `ValueError`."""
        return jsontext.read(self.content, self.charset)

    def __repr__(self) -> str:
        return f"<Response {self.status_code}, {len(self.content)} bytes>"


def request_id_of(response: Response, body: Json) -> str | None:
    """Return what the server calls this request: from the body, then the headers."""
    found = lifted(body, _REQUEST_ID_KEYS)
    if found is not None:
        return found
    for header in _REQUEST_ID_HEADERS:
        if header in response.headers:
            return response.headers[header]
    return None


def lifted(body: Json, keys: tuple[str, ...]) -> str | None:
    """Return the first of these keys at the top of a body or inside its `error`."""
    for level in (body, body.get("error") if isinstance(body, dict) else None):
        if not isinstance(level, dict):
            continue
        for key in keys:
            value = level.get(key)
            if isinstance(value, str | int) and not isinstance(value, bool):
                return str(value)
    return None


@dataclass(frozen=True, slots=True)
class Decoded(Generic[_R]):
    """A reply's value and where it deviates from its documentation."""

    value: _R
    deviations: tuple[Deviation, ...] = ()


class RawResponse(Generic[_R]):
    """A successful reply as it arrived; `parse` decodes it, once."""

    __slots__ = ("_decode", "_decoded", "response")

    def __init__(
        self, response: Response, decode: Callable[[Response], Decoded[_R]]
    ) -> None:
        self.response = response
        self._decode = decode
        self._decoded: Decoded[_R] | None = None

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.response.status_code

    @property
    def headers(self) -> Headers:
        """The header fields."""
        return self.response.headers

    @property
    def content(self) -> bytes:
        """The exact content, decompressed."""
        return self.response.content

    @property
    def text(self) -> str:
        """The content as text."""
        return self.response.text

    @property
    def request_id(self) -> str | None:
        """What the server calls this request, if it says so."""
        try:
            body = self.response.json()
        except jsontext.JsonTextError:
            body = None
        return request_id_of(self.response, body)

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """Where the reply deviates from its documentation; parses it."""
        return self._parsed().deviations

    def parse(self) -> _R:
        """Return what the plain method would have returned, or raise as it would."""
        return self._parsed().value

    def _parsed(self) -> Decoded[_R]:
        if self._decoded is None:
            self._decoded = self._decode(self.response)
        return self._decoded

    def __reduce__(self) -> tuple[Any, ...]:
        # It is parsed first: how to parse it is the client's, and that has secrets.
        decoded: Decoded[_R] | None = None
        problem: Exception | None = None
        try:
            decoded = self._parsed()
        except Exception as error:  # noqa: BLE001 - parse() raises it again, elsewhere
            problem = error
        return type(self), (self.response, _Settled(decoded, problem))

    def __repr__(self) -> str:
        return f"<RawResponse {self.status_code}, {len(self.content)} bytes>"


@dataclass(frozen=True, slots=True)
class _Settled(Generic[_R]):
    """How an unpickled reply is parsed: it was already."""

    decoded: Decoded[_R] | None
    problem: Exception | None

    def __call__(self, response: Response) -> Decoded[_R]:
        if self.decoded is not None:
            return self.decoded
        assert self.problem is not None, "one of both is there"
        raise self.problem
