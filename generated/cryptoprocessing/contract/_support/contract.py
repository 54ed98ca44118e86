# SPDX-License-Identifier: MIT-0
"""What documentation says about one call, as data that a test module prints.

Everything here is plain: texts, tuples and functions of the client under test. Nothing
is taken from the client's own code, so that the tests judge it from outside.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

SyncT = TypeVar("SyncT", bound=AbstractContextManager[object])
AsyncT = TypeVar("AsyncT", bound=AbstractAsyncContextManager[object])
ValueT = TypeVar("ValueT")
ValueT_co = TypeVar("ValueT_co", covariant=True)

JsonKind = Literal[
    "string",
    "integer",
    "number",
    "amount",
    "float",
    "boolean",
    "date",
    "date-time",
    "time",
    "uuid",
    "bytes",
    "enum",
    "array",
    "object",
    "map",
    "any",
]
"""What a documented value is.

`number` is a `Decimal` from a JSON number, `amount` a `Decimal` from a number or a
numeric string, `float` a JSON number of float or double format, `bytes` base64 text,
`enum` one of `FieldCheck.known` (constants too), `object` has named fields, `map` has
keys that are data, `any` is undescribed (unions too: they are compared as JSON only).
"""

RetryKind = Literal["safe", "unsent"]
"""When a call may be sent again: `safe` is idempotent, `unsent` only if nothing was
sent before, or after a 429."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a test wants its client made; everything else is the provider's business."""

    validation: Literal["record", "strict"] = "record"
    max_retries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """The error classes of the package under test."""

    base: type[Exception]
    """What every error of the package derives from."""
    connection: type[Exception]
    decoding: type[Exception]
    """A success whose content is not what is documented at all."""
    validation: type[Exception]
    """Strict mode: a success whose content departs from the documentation."""
    status: type[Exception]
    """An error status that has no class of its own."""
    server: type[Exception]
    """Every 5xx."""
    by_status: Mapping[int, type[Exception]]
    """The statuses that have a class of their own."""

    def for_status(self, status: int) -> type[Exception]:
        """Return the one class that a reply of this status must raise."""
        if status >= 500:
            return self.server
        return self.by_status.get(status, self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderUnderTest(Generic[SyncT, AsyncT]):
    """How to make the two clients of a package, pointed at a server of ours.

    `open` and `open_async` pass the credentials below, `base_url`, and both `options`.
    """

    open: Callable[[str, Options], SyncT]
    open_async: Callable[[str, Options], AsyncT]
    errors: Errors
    secrets: tuple[str, ...]
    """Every secret credential the two functions pass: it must show up nowhere."""
    base_path: str = ""
    """The path of the documented server URL, such as `/api/v2`; "" if it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedHmac:
    """A header that holds an HMAC over the exact body."""

    header: str
    secret: str
    algorithm: Literal["sha256", "sha384", "sha512"]
    encoding: Literal["hex", "base64"]
    key_encoding: Literal["utf-8", "base64", "hex"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedHttpSignature:
    """A Signature header over chosen header fields."""

    header: str
    key_id: str
    secret: str
    algorithm: Literal["sha256", "sha384", "sha512"]
    algorithm_name: str
    headers: tuple[str, ...]
    """The signed fields of this request (with a body or without one), in order."""
    key_encoding: Literal["utf-8", "base64", "hex"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedRequest:
    """The request that the call must put on the wire, to the byte."""

    method: str
    target: str
    """Path and query as sent, the documented server's path included."""
    headers: Mapping[str, str]
    """Every header the documentation asks for, with its exact value: credentials and
    Content-Type too, but not signatures and what is signed with them."""
    body: str | None = None
    """The exact body; None is no body, which is not the same as an empty one."""
    parts: tuple[tuple[str, str], ...] | None = None
    """Instead of `body`: the fields of a multipart body, whose boundary is random."""
    signature: ExpectedHmac | ExpectedHttpSignature | None = None


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """One documented field of a reply, judged from the documentation alone.

    `pointer` and `attribute` name the same value: a JSON pointer in the reply, and the
    dotted path of Python attributes. `*` stands for every item of a list, and every key
    of a map: `FieldCheck("/lines/*/taxRate", "lines.*.tax_rate", "amount")`. A parent
    comes before its children.
    """

    pointer: str
    attribute: str
    kind: JsonKind
    required: bool = False
    nullable: bool = False
    known: tuple[str | int, ...] = ()
    """The documented values of an `enum`."""
    variant: bool = False
    """Whether only some variants of a union have it, or not all have it alike: it is
    looked at in examples, and left as it is there."""


@dataclass(frozen=True, slots=True)
class Defect:
    """A place where a documented example contradicts its own schema."""

    pointer: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentExample:
    """The content of one reply, as documented."""

    source: str
    """Where it is documented: a JSON pointer in the effective document."""
    content: str
    value: str = ""
    """What the content of an XML reply says, as JSON."""
    documented: bool = True
    """False where nothing is shown and `content` was composed from the schema."""
    defects: tuple[Defect, ...] = ()
    """What `example_matches_schema` is to find, exactly: listed, not hidden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedResponse:
    """One documented reply; `4XX` or `default` is given by one status of many.

    A success has at least one example, composed from the schema if need be, unless it
    holds nothing. A failure that shows none has none.
    """

    status: int
    holds: JsonKind | Literal["none", "text", "octets"]
    """What the content is as a whole; `none` where it holds no value.

    `text` and `octets` are content that is no JSON, kept as it is.
    """
    media_type: str = "application/json"
    """As documented, right or wrong."""
    xml: bool = False
    """Whether the content is XML, typed as what JSON would be."""
    fields: tuple[FieldCheck, ...] = ()
    """The documented fields of the content, of all its variants."""
    examples: tuple[ContentExample, ...] = ()
    empty_is_none: bool = False
    """For a success: whether it may be empty, which is then read as None."""


class DeviationView(Protocol):
    """Where a reply departs from the documentation, as the client tells it."""

    @property
    def pointer(self) -> str:
        """Return the JSON pointer of the value."""
        ...


class RawResponseView(Protocol[ValueT_co]):
    """What `with_raw_response` returns."""

    @property
    def status_code(self) -> int:
        """Return the status."""
        ...

    @property
    def content(self) -> bytes:
        """Return the exact bytes of the reply."""
        ...

    @property
    def deviations(self) -> Sequence[DeviationView]:
        """Return where the reply departs from the documentation."""
        ...

    def parse(self) -> ValueT_co:
        """Return what the plain call returns."""
        ...


class ResponseView(Protocol):
    """The reply that an error carries."""

    @property
    def content(self) -> bytes:
        """Return the exact bytes."""
        ...


class StatusError(Protocol):
    """What an error raised for a failing status tells."""

    @property
    def status_code(self) -> int:
        """Return the status."""
        ...

    @property
    def code(self) -> str | None:
        """Return the provider's own code, from the body."""
        ...

    @property
    def request_id(self) -> str | None:
        """Return what the provider calls the request, from the body or a header."""
        ...

    @property
    def body(self) -> object:
        """Return the decoded content."""
        ...

    @property
    def response(self) -> ResponseView:
        """Return the reply."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract(Generic[SyncT, AsyncT, ValueT]):
    """One operation: how to call it, what it sends and what it may get back.

    The four calls pass the same arguments, which satisfy every documented constraint.
    """

    name: str
    """`resource.method`, as a user writes it."""
    provider: ProviderUnderTest[SyncT, AsyncT]
    call: Callable[[SyncT], ValueT]
    call_async: Callable[[AsyncT], Awaitable[ValueT]]
    call_raw: Callable[[SyncT], RawResponseView[ValueT]]
    call_raw_async: Callable[[AsyncT], Awaitable[RawResponseView[ValueT]]]
    request: ExpectedRequest
    retry: RetryKind
    successes: tuple[ExpectedResponse, ...]
    """The documented replies of success, at least one."""
    failures: tuple[ExpectedResponse, ...] = ()
    """The documented replies of failure."""

    @property
    def documented(self) -> bool:
        """Return whether the documentation shows a reply of success."""
        return any(
            example.documented for reply in self.successes for example in reply.examples
        )
