"""What a client is: servers, credentials, operations and the types they use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from .types import (
    NO_DOCS,
    Declaration,
    DeclarationId,
    Docs,
    Example,
    Origin,
    Presence,
    Type,
)

OperationId = NewType("OperationId", str)
"""`METHOD path` as documented: the identity that survives renames and reordering."""


class Location(StrEnum):
    """Where a parameter travels."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


class Style(StrEnum):
    """How a parameter's value is written (OpenAPI 3.1, Parameter Object, style)."""

    SIMPLE = "simple"
    LABEL = "label"
    MATRIX = "matrix"
    FORM = "form"
    SPACE_DELIMITED = "spaceDelimited"
    PIPE_DELIMITED = "pipeDelimited"
    DEEP_OBJECT = "deepObject"
    JSON = "json"
    """A parameter with `content: application/json`."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an operation."""

    name: str
    location: Location
    type: Type
    presence: Presence
    origin: Origin
    docs: Docs = NO_DOCS
    style: Style = Style.SIMPLE
    explode: bool = False
    allow_reserved: bool = False
    client_default: str = ""
    """The constructor argument that gives this parameter's default, or ""."""
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one field of a form is written, where that is not as usual.

    From OpenAPI's Encoding Object; a part's `content_type` is "" where it is unstated.
    """

    field: str
    content_type: str = ""
    style: Style = Style.FORM
    explode: bool = True


@dataclass(frozen=True, slots=True)
class Content:
    """One media type of a body or a response; `type` None means undescribed."""

    media_type: str
    type: Type | None
    origin: Origin
    examples: tuple[Example, ...] = ()
    encodings: tuple[Encoding, ...] = ()
    """Of fields of a form; those that are not named are written as usual."""
    item: Type | None = None
    """What one item of a stream is (OpenAPI 3.2, Media Type Object, itemSchema)."""

    def encoding(self, field: str) -> Encoding:
        """Return how a field is written."""
        return next((e for e in self.encodings if e.field == field), Encoding(field))


@dataclass(frozen=True, slots=True)
class Body:
    """A request body."""

    required: bool
    contents: tuple[Content, ...]
    origin: Origin
    docs: Docs = NO_DOCS


@dataclass(frozen=True, slots=True)
class Response:
    """One documented response. `status` is "200", "4XX" or "default"."""

    status: str
    contents: tuple[Content, ...]
    origin: Origin
    docs: Docs = NO_DOCS
    may_be_empty: bool = False
    """An empty reply is fine although content is described (`x-undrift-empty`)."""


@dataclass(frozen=True, slots=True)
class Credential:
    """One constructor argument that says who calls.

    `name` is the Python argument, also the tail of its environment variable.
    `secret` is False for public identifiers such as a merchant id.
    """

    name: str
    secret: bool
    docs: Docs = NO_DOCS


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A credential sent as it is, in one header, query parameter or cookie."""

    id: str
    location: Location
    name: str
    credential: Credential
    origin: Origin
    docs: Docs = NO_DOCS


@dataclass(frozen=True, slots=True)
class Bearer:
    """`Authorization: Bearer <credential>` (RFC 6750)."""

    id: str
    credential: Credential
    origin: Origin
    docs: Docs = NO_DOCS


@dataclass(frozen=True, slots=True)
class ClientCredentials:
    """A bearer token that an id and a secret obtain (RFC 6749, section 4.4).

    `token` is the argument that gives a token obtained elsewhere, instead.
    """

    id: str
    token_url: str
    """Absolute, or relative to the server's URL."""
    scopes: tuple[str, ...]
    client_id: Credential
    client_secret: Credential
    token: Credential
    origin: Origin
    docs: Docs = NO_DOCS


@dataclass(frozen=True, slots=True)
class Basic:
    """`Authorization: Basic` (RFC 7617)."""

    id: str
    username: Credential
    password: Credential
    origin: Origin
    docs: Docs = NO_DOCS


@dataclass(frozen=True, slots=True)
class HmacSignature:
    """An HMAC over the exact body, in one header (`x-undrift-signing`, hmac)."""

    id: str
    header: str
    algorithm: str
    """`sha256`, `sha384` or `sha512`."""
    encoding: str
    """`hex` (lower case) or `base64`."""
    key_encoding: str
    """How the secret becomes key bytes: `utf-8`, `base64` or `hex`."""
    secret: Credential
    origin: Origin
    docs: Docs = NO_DOCS


@dataclass(frozen=True, slots=True)
class HttpSignature:
    """A Signature header over chosen headers (`x-undrift-signing`, http-signature).

    `headers` are the signed fields in order; the pseudo-fields are `host`, `date`,
    `request-target` and `digest`. `bodiless_headers` replaces it where a request has no
    body. Other names are headers whose values come from `header_credentials`.
    """

    id: str
    header: str
    algorithm: str
    """The hash of the HMAC: `sha256`, `sha384` or `sha512`."""
    algorithm_name: str
    """What the `algorithm` attribute says, such as `HmacSHA256`."""
    key_encoding: str
    headers: tuple[str, ...]
    bodiless_headers: tuple[str, ...]
    header_credentials: tuple[tuple[str, Credential], ...]
    key_id: Credential
    secret: Credential
    origin: Origin
    docs: Docs = NO_DOCS


SecurityScheme = (
    ApiKey | Bearer | Basic | ClientCredentials | HmacSignature | HttpSignature
)


@dataclass(frozen=True, slots=True)
class Server:
    """One documented host. `environment` is "" where only one is documented."""

    url: str
    environment: str
    origin: Origin
    docs: Docs = NO_DOCS


class Resend(StrEnum):
    """When a call may be sent again without asking."""

    SAFE = "safe"
    """GET, HEAD, OPTIONS, PUT, DELETE: idempotent by RFC 9110, section 9.2.2."""
    UNSENT = "unsent"
    """Only if nothing was sent, or after a 429."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One call."""

    id: OperationId
    method: str
    path: str
    operation_id: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    security: tuple[tuple[str, ...], ...]
    """Alternatives, each the scheme ids that apply together; () is no security."""
    resend: Resend
    origin: Origin
    docs: Docs = NO_DOCS
    servers: tuple[Server, ...] = ()
    """Where this operation differs from the client's servers."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """What a provider sends to an address of its user's: a webhook, or a callback."""

    id: OperationId
    name: str
    method: str
    contents: tuple[Content, ...]
    origin: Origin
    docs: Docs = NO_DOCS


@dataclass(frozen=True, slots=True)
class Client:
    """One provider's API, whole."""

    title: str
    version: str
    docs: Docs
    servers: tuple[Server, ...]
    """Empty where the documentation names no host: `base_url` is then required."""
    schemes: tuple[SecurityScheme, ...]
    operations: tuple[Operation, ...]
    declarations: Mapping[DeclarationId, Declaration]
    webhooks: tuple[Webhook, ...] = ()
