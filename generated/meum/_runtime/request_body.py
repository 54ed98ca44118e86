# SPDX-License-Identifier: MIT-0
"""Arguments → the exact bytes of a body, made once for however many attempts."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any, assert_never, cast

from pydantic import BaseModel

from . import jsontext
from .encode import escaped, query_pairs
from .errors import RequestError
from .jsontext import Json
from .operation import (
    BodyField,
    BodySpec,
    ConstantBody,
    FormBody,
    JsonBody,
    MultipartBody,
    QueryParameter,
    RawBody,
    XmlBody,
)
from .sentinel import Omit
from .serialize import Writer

File = bytes | IO[bytes] | tuple[str, bytes] | tuple[str, bytes, str]
"""A file part: content, an open file, (name, content) or (name, content, type)."""


@dataclass(frozen=True, slots=True)
class EncodedBody:
    """A body's bytes and media type."""

    data: bytes
    media_type: str


def content_of(
    body: BodySpec | None, arguments: Mapping[str, object], writer: Writer
) -> EncodedBody | None:
    """Return the body of a call, None where none is sent."""
    match body:
        case None:
            return None
        case ConstantBody():
            return EncodedBody(body.content, body.media_type)
        case RawBody():
            return _raw(body, arguments)
        case JsonBody():
            return _json(body, arguments, writer)
        case XmlBody():
            return _xml(body, arguments, writer)
        case FormBody() | MultipartBody():
            given = list(_given(body.fields, arguments))
            if not given and not body.required:
                return None
            if isinstance(body, FormBody):
                return _form(given, writer)
            return _multipart(given, writer)
        case _:
            assert_never(body)


def _given(
    fields: tuple[BodyField, ...], arguments: Mapping[str, object]
) -> Iterator[tuple[BodyField, object]]:
    for field in fields:
        value = arguments.get(field.argument)
        if field.argument in arguments and not isinstance(value, Omit):
            yield field, value


def _json(
    body: JsonBody, arguments: Mapping[str, object], writer: Writer
) -> EncodedBody | None:
    for written in _written(body, arguments, writer):
        return EncodedBody(_json_bytes(written), body.media_type)
    return None


def _xml(
    body: XmlBody, arguments: Mapping[str, object], writer: Writer
) -> EncodedBody | None:
    # imported by the clients that have XML
    from .xml_tree import XmlTextError
    from .xml_write import write_xml

    problem = ""
    for written in _written(body, arguments, writer):
        try:
            return EncodedBody(write_xml(written, body.document), body.media_type)
        except (XmlTextError, jsontext.JsonTextError) as error:
            problem = str(error)
    if problem:
        raise RequestError(f"the body cannot be written: {problem}")
    return None


def _written(
    body: JsonBody | XmlBody, arguments: Mapping[str, object], writer: Writer
) -> Iterator[Json]:
    """Yield the body's value, nothing where none is given."""
    if body.whole:
        if not isinstance(arguments.get(body.whole), Omit):
            value = arguments[body.whole]
            yield writer.write(value, body.annotation, "/body")
        return
    written: dict[str, Json] = {
        field.name: writer.write(value, field.annotation, f"/body/{field.name}")
        for field, value in _given(body.fields, arguments)
    }
    if written or body.required:
        yield written


def _json_bytes(written: Json) -> bytes:
    problem = ""
    try:
        return jsontext.write(written)
    except jsontext.JsonTextError as error:
        problem = str(error)
    raise RequestError(f"the body cannot be written: {problem}")


def _raw(body: RawBody, arguments: Mapping[str, object]) -> EncodedBody | None:
    match arguments.get(body.argument):
        case Omit():
            return None
        case str() as text:
            return EncodedBody(_utf8(text), body.media_type)
        case bytes() | bytearray() as data:
            return EncodedBody(bytes(data), body.media_type)
        case value:
            raise RequestError(f"the body must be text or bytes: {type(value)}")


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        pass
    raise RequestError("a string holds half of a surrogate pair")


def _texts(field: BodyField, value: object, writer: Writer) -> list[str]:
    """Return a form field's values; a list is one value for each item."""
    written = writer.write(value, field.annotation, f"/body/{field.name}")
    items = written if isinstance(written, list) else [written]
    return [
        item if isinstance(item, str) else _json_bytes(item).decode()
        for item in items
        if item is not None
    ]


def _form(given: list[tuple[BodyField, object]], writer: Writer) -> EncodedBody:
    pairs = [pair for field, value in given for pair in _pairs(field, value, writer)]
    return EncodedBody("&".join(pairs).encode(), "application/x-www-form-urlencoded")


def _pairs(field: BodyField, value: object, writer: Writer) -> Iterator[str]:
    """Yield a form field's `name=value` pairs."""
    if field.style == "form" and field.explode:
        for text in _texts(field, value, writer):
            yield f"{escaped(field.name)}={escaped(text)}"
        return
    written = writer.write(value, field.annotation, f"/body/{field.name}")
    query = QueryParameter(
        field.argument, field.name, style=field.style, explode=field.explode
    )
    yield from query_pairs(query, written, f"form field {field.name}")


def _multipart(given: list[tuple[BodyField, object]], writer: Writer) -> EncodedBody:
    boundary = secrets.token_hex(16)
    out = bytearray()
    for field, value in given:
        for disposition, data in _parts(field, value, writer):
            out += f"--{boundary}\r\n{disposition}\r\n\r\n".encode() + data + b"\r\n"
    out += f"--{boundary}--\r\n".encode()
    return EncodedBody(bytes(out), f"multipart/form-data; boundary={boundary}")


def _parts(
    field: BodyField, value: object, writer: Writer
) -> Iterator[tuple[str, bytes]]:
    name = f'Content-Disposition: form-data; name="{_quoted(field.name)}"'
    files = _listed(value)
    if all(_is_file(file) for file in files):
        for file in files:
            filename, data, media_type = _file(file, field.content_type)
            yield (
                f'{name}; filename="{_quoted(filename)}"\r\n'
                f"Content-Type: {_media_type(media_type)}",
                data,
            )
    else:
        if media_type := field.content_type or _usual_type(value):
            name = f"{name}\r\nContent-Type: {_media_type(media_type)}"
        for text in _texts(field, value, writer):
            yield name, _utf8(text)


def _usual_type(value: object) -> str:
    """Return what a part is, "" for plain text: objects are JSON (RFC 7578, 4.4)."""
    is_object = any(isinstance(one, Mapping | BaseModel) for one in _listed(value))
    return "application/json" if is_object else ""


def _listed(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else [value]


def _is_file(value: object) -> bool:
    return isinstance(value, bytes | tuple) or hasattr(value, "read")


def _file(file: Any, usual: str) -> tuple[str, bytes, str]:
    media_type = usual or "application/octet-stream"
    match file:
        case bytes():
            return "file", file, media_type
        case (str() as name, bytes() as data):
            return name, data, media_type
        case (str() as name, bytes() as data, str() as stated):
            return name, data, stated
        case tuple():
            raise RequestError("a file is (name, bytes) or (name, bytes, media type)")
        case _:
            name = str(getattr(file, "name", "file")).replace("\\", "/")
            return name.rpartition("/")[2], file.read(), media_type


def _quoted(text: str) -> str:
    """Return a name for a Content-Disposition, escaped as browsers do."""
    _utf8(text)
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")


def _media_type(text: str) -> str:
    if not text.isascii() or not text.isprintable():
        raise RequestError("a file's media type must be printable ASCII")
    return text
