"""What a client is: servers, credentials, operations and the types they use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from .location import Location
from .schemes import SecurityScheme
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
from .xml import ElementMembers, XmlRoot

OperationId = NewType("OperationId", str)
"""`METHOD path` as documented: the identity that survives renames and reordering."""


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
    """What the client is told once and then sends here by default, or ""."""
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
    xml: XmlRoot | None = None
    """How it stands in XML; None for other media types, and where it is text."""

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
class DocumentedResponse:
    """One documented response. `status` is "200", "4XX" or "default"."""

    status: str
    contents: tuple[Content, ...]
    origin: Origin
    docs: Docs = NO_DOCS
    may_be_empty: bool = False
    """An empty reply is fine although content is described (`x-undrift-empty`)."""


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """One part of a host's URL that a caller fills in: `{name}`."""

    name: str
    default: str | None
    """None where none is documented, or one that only stands for a value."""
    values: tuple[str, ...]
    """All that are possible, () where any is."""
    origin: Origin
    docs: Docs = NO_DOCS


@dataclass(frozen=True, slots=True)
class Server:
    """One documented host.

    Its `url` has `{name}` for each of its variables. It is only a path where it is
    relative to an address that is not known, and "" where it cannot be called.

    `environment` is what tells it apart from others: as stated, else its description
    or its name; "" where it is the only one.
    """

    url: str
    environment: str
    origin: Origin
    docs: Docs = NO_DOCS
    variables: tuple[ServerVariable, ...] = ()

    @property
    def usual_url(self) -> str:
        """Return the URL with the defaults of its variables."""
        url = self.url
        for variable in self.variables:
            if variable.default is not None:
                url = url.replace(f"{{{variable.name}}}", variable.default)
        return url


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
    responses: tuple[DocumentedResponse, ...]
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
    xml_objects: Mapping[str, ElementMembers] = field(
        default_factory=dict[str, ElementMembers]
    )
    """What stands in XML as an element with members, by schema."""
