"""Which content a client sends and asks for, and how it is read and written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .client import Client, Content, Operation
from .types import (
    AnyValue,
    Constant,
    EnumType,
    Kind,
    ListOf,
    ObjectType,
    Primitive,
    Type,
)
from .walk import holds_nothing, resolved_type
from .xml import XmlRoot

_TEXT = re.compile(
    r"text/.*|.*[/+](xml|yaml|x-yaml|csv|javascript|graphql|html)"
    r"|application/x-www-form-urlencoded"
)
# What sloppy documents write on replies that are JSON after all.
_VAGUE = re.compile(r"(\*|text|application)/(\*|plain|html|javascript)|")


def _essence(media_type: str) -> str:
    """Return a media type without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Return whether a media type is JSON (RFC 6839, section 3.1: `+json`)."""
    return _essence(media_type).endswith(("/json", "+json"))


def is_xml(media_type: str) -> bool:
    """Return whether a media type is XML (RFC 7303, section 8.1: `+xml`)."""
    return _essence(media_type).endswith(("/xml", "+xml"))


def is_text(media_type: str) -> bool:
    """Return whether content is text that is not JSON."""
    return _TEXT.fullmatch(_essence(media_type)) is not None


_STREAMS = {
    "text/event-stream": "sse",
    "application/json-seq": "json-seq",
    "application/jsonl": "jsonl",
    "application/jsonlines": "jsonl",
    "application/ndjson": "jsonl",
    "application/x-jsonl": "jsonl",
    "application/x-jsonlines": "jsonl",
    "application/x-ndjson": "jsonl",
}


def streaming(content: Content | None) -> str:
    """Return how items arrive one after the other, "" where content is one value."""
    return _STREAMS.get(_essence(content.media_type), "") if content else ""


def streams(operation: Operation) -> bool:
    """Return whether an operation's reply of success can only arrive item by item."""
    return any(
        streaming(preferred(response.contents))
        for response in operation.responses
        if response.status[0] == "2" or response.status == "default"
    )


def streamed(contents: tuple[Content, ...]) -> Content | None:
    """Return the content that arrives item by item, if there is one."""
    return next((content for content in contents if streaming(content)), None)


def _items(client: Client, content: Content) -> Content:
    """Return a stream's content with the type of one item."""
    if content.item is not None:
        return replace(content, type=content.item)
    shape = (
        resolved_type(client, content.type) if content.type is not None else AnyValue()
    )
    match shape:
        case ListOf(item):
            return replace(content, type=item)
        case Primitive() | AnyValue():
            text = streaming(content) == "sse"
            return replace(content, type=Primitive(Kind.STRING) if text else AnyValue())
        case _:
            return content


def preferred(contents: tuple[Content, ...]) -> Content | None:
    """Return the content that a client asks for and sends: JSON if there is any."""

    def rank(content: Content) -> int:
        if is_json(content.media_type):
            return 0
        order = ("application/x-www-form-urlencoded", "multipart/form-data", *_STREAMS)
        name = _essence(content.media_type)
        return 1 + order.index(name) if name in order else len(order) + 1

    return min(contents, key=rank, default=None)


def as_read(client: Client, content: Content | None) -> Content | None:
    """Return a reply's content with the type that reading it gives.

    Text that is not JSON is a string and other content is octets, whatever a schema
    says of what is in them.
    """
    if content is None:
        return None
    if streaming(content):
        return _items(client, content)
    raw = Primitive(Kind.STRING if is_text(content.media_type) else Kind.BINARY)
    if content.type is None:
        return content if is_json(content.media_type) else replace(content, type=raw)
    shape = resolved_type(client, content.type)
    if isinstance(shape, Primitive) and shape.kind is Kind.BINARY:
        return replace(content, type=Primitive(Kind.BINARY))
    if is_json(content.media_type) or content.xml is not None:
        return content
    if _VAGUE.fullmatch(_essence(content.media_type)):
        if not isinstance(shape, Primitive | AnyValue | Constant | EnumType):
            return content
        if isinstance(shape, Primitive):
            raw = Primitive(Kind.STRING)
    return replace(content, type=raw)


def is_octets(type_: Type | None) -> bool:
    """Return whether a content's type is raw octets."""
    return isinstance(type_, Primitive) and type_.kind is Kind.BINARY


def reading(content: Content) -> str:
    """Return how a reply's content (see `as_read`) is read: json, xml, text, …."""
    if kind := streaming(content):
        return kind
    if content.xml is not None:
        return "xml"
    if is_octets(content.type):
        return "bytes"
    is_string = isinstance(content.type, Primitive)
    return "text" if is_string and not is_json(content.media_type) else "json"


def sent_media_type(media_type: str) -> str:
    """Return what a request says its body is; a wildcard says nothing."""
    if "*" not in media_type:
        return media_type
    return "application/octet-stream"


def xml_roots(client: Client) -> Iterator[XmlRoot]:
    """Yield how the bodies that a client sends and reads stand in XML."""
    for operation in client.operations:
        documented = [response.contents for response in operation.responses]
        if operation.body is not None:
            documented.append(operation.body.contents)
        for contents in documented:
            content = preferred(contents)
            if content is not None and content.xml is not None:
                yield content.xml


def sent_types(client: Client, operation: Operation) -> Iterator[Type]:
    """Yield the types of the values that an operation is called with.

    A body that is an object is given field by field, so that it is no type by itself.
    """
    for parameter in operation.parameters:
        yield parameter.type
    content = preferred(operation.body.contents) if operation.body else None
    if content is None or content.type is None:
        return
    match resolved_type(client, content.type):
        case ObjectType(fields=fields):
            yield from (field.type for field in fields if not field.read_only)
        case _:
            yield content.type


def _received_types(client: Client, operation: Operation) -> Iterator[Type]:
    """Yield the types of what an operation may receive."""
    for response in operation.responses:
        content = as_read(client, preferred(response.contents))
        if content is None or content.type is None:
            continue
        if not (response.may_be_empty and holds_nothing(client, content.type)):
            yield content.type
        items = as_read(client, streamed(response.contents))
        if items is not None and items.type is not None:
            yield items.type


def all_received(client: Client) -> Iterator[Type]:
    """Yield the types of all that may arrive: replies, and what webhooks deliver."""
    for operation in client.operations:
        yield from _received_types(client, operation)
    for webhook in client.webhooks:
        content = preferred(webhook.contents)
        if content is not None and content.type and is_json(content.media_type):
            yield content.type
