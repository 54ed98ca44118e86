# SPDX-License-Identifier: MIT-0
"""Frozen descriptions of calls: all that generated code says about them.

An `annotation` is what a signature would say, `Annotated` markers included; it drives
how a value is written. Sync, async and raw access share one descriptor.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from .events import StreamMedia
from .hosts import ServiceHost

if TYPE_CHECKING:
    from .xml_shape import XmlDocument

_R = TypeVar("_R")

ParameterStyle = Literal[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "json",
]
"""OpenAPI's parameter styles; `json` is a parameter with `content`."""


Media = Literal["json", "text", "bytes", "xml"] | StreamMedia
"""How a reply is read: whole, or item by item."""


class RetryPolicy(Enum):
    """When a call may be sent again without asking."""

    SAFE = "safe"
    """Idempotent (RFC 9110, section 9.2.2): after any failure that may pass."""
    UNSENT = "unsent"
    """Only if certainly nothing was sent, or after a 429."""


@dataclass(frozen=True, slots=True)
class PathParameter:
    """A value in the path; always required."""

    argument: str
    name: str
    annotation: Any = str
    style: ParameterStyle = "simple"
    explode: bool = False


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """A value in the query. `default` names a client argument that fills it in."""

    argument: str
    name: str
    annotation: Any = str
    required: bool = False
    style: ParameterStyle = "form"
    explode: bool = True
    allow_reserved: bool = False
    default: str = ""


@dataclass(frozen=True, slots=True)
class HeaderParameter:
    """A value in a header. `default` names a client argument that fills it in.

    `generated` is an idempotency key: where no value is given, a random one is made for
    the call, the same on every try. A call that sends it may be sent again.
    """

    argument: str
    name: str
    annotation: Any = str
    required: bool = False
    style: ParameterStyle = "simple"
    explode: bool = False
    default: str = ""
    generated: bool = False


@dataclass(frozen=True, slots=True)
class CookieParameter:
    """A value in the Cookie header. `default` names a client argument."""

    argument: str
    name: str
    annotation: Any = str
    required: bool = False
    style: ParameterStyle = "form"
    explode: bool = True
    default: str = ""


ParameterSpec = PathParameter | QueryParameter | HeaderParameter | CookieParameter


@dataclass(frozen=True, slots=True)
class BodyField:
    """One argument that becomes one member, or part, of the body.

    `style` and `explode` are for forms, as in a query; by default lists repeat the key
    and objects are JSON. `content_type` is what a part of a multipart body says it is.
    """

    argument: str
    name: str
    annotation: Any = Any
    required: bool = False
    style: ParameterStyle = "form"
    explode: bool = True
    content_type: str = ""


@dataclass(frozen=True, slots=True)
class JsonBody:
    """A JSON body: an object of `fields`, or the one argument that `whole` names.

    Where `required` is False and no argument is given, no body is sent.
    """

    fields: tuple[BodyField, ...] = ()
    whole: str = ""
    annotation: Any = Any
    media_type: str = "application/json"
    required: bool = True


@dataclass(frozen=True, slots=True)
class ConstantBody:
    """A body that is always sent exactly like this."""

    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class FormBody:
    """`application/x-www-form-urlencoded`: lists repeat the key, objects are JSON."""

    fields: tuple[BodyField, ...]
    required: bool = True


@dataclass(frozen=True, slots=True)
class MultipartBody:
    """`multipart/form-data` (RFC 7578). `File` values become file parts."""

    fields: tuple[BodyField, ...]
    required: bool = True


@dataclass(frozen=True, slots=True)
class RawBody:
    """Text (sent as UTF-8) or bytes, as they are given in one argument."""

    argument: str
    media_type: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class XmlBody:
    """An XML body: an object of `fields`, or the one argument that `whole` names.

    Where `required` is False and no argument is given, no body is sent.
    """

    document: XmlDocument
    fields: tuple[BodyField, ...] = ()
    whole: str = ""
    annotation: Any = Any
    media_type: str = "application/xml"
    required: bool = True


BodySpec = JsonBody | XmlBody | ConstantBody | FormBody | MultipartBody | RawBody


@dataclass(frozen=True, slots=True)
class ResponseSpec:
    """One documented reply: `status` is `200`, `2XX` or `default`.

    `annotation` None means "no value": the call returns None whatever arrives. With
    `empty`, an empty reply is None too; otherwise it raises `ResponseDecodingError`.
    Both together are a reply that is documented to be `{}` or empty: other JSON is a
    deviation, and what is no JSON raises. With `xml` the content is XML of this shape.

    The streams: `sse` (`text/event-stream`, whose data is JSON, or text where the
    annotation is `str`), `sse-event` (the annotation describes the whole event: `data`,
    `event`, `id`, `retry`), `jsonl` (JSON texts in lines) and `json-seq` (RFC 7464).
    The annotation is of one item; the method calls `_stream` and returns a `Stream`.
    """

    status: str
    annotation: Any
    empty: bool = False
    media: Media = "json"
    xml: XmlDocument | None = None


@dataclass(frozen=True, slots=True)
class OperationSpec(Generic[_R]):
    """One call that returns `R`."""

    name: str
    method: str
    path: str
    responses: tuple[ResponseSpec, ...]
    parameters: tuple[ParameterSpec, ...] = ()
    body: BodySpec | None = None
    security: tuple[tuple[str, ...], ...] = ((),)
    """Alternatives, each the schemes that apply together; `()` is no security."""
    errors: tuple[ResponseSpec, ...] = ()
    retry: RetryPolicy = RetryPolicy.UNSENT
    servers: tuple[tuple[str, ServiceHost], ...] = ()
    """(environment, URL) where this operation has hosts of its own.

    What begins with a slash is a path at the client's host, whichever that is; "" is a
    host that cannot be called, so that `base_url` is needed.
    """
    accept: str = "application/json"
