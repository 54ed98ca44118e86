"""A call → the arguments of its `Operation`: all that the runtime knows of it."""

from __future__ import annotations

from collections.abc import Callable

from ...ir import (
    Client,
    Content,
    DocumentedResponse,
    Encoding,
    Field,
    ListOf,
    Location,
    Nullable,
    ObjectType,
    Parameter,
    Required,
    Style,
)
from ...ir.media import is_octets, reading
from ...ir.walk import holds_nothing, resolved_type
from ...ir.xml import XmlRoot
from ...naming import default_argument, environment_names
from ..calls import BodyForm, MethodArgument, MethodCall, is_idempotency_key
from ..code import Code, join, octets, string
from .annotations import Annotator
from .client import host
from .xml import xml_document, xml_keys


def descriptor(
    client: Client, annotator: Annotator, call: MethodCall, dotted: str
) -> tuple[Code, ...]:
    """Return the keyword arguments of a call's descriptor, one statement each."""
    operation = call.operation
    found = [
        Code(f"name={string(dotted)}"),
        Code(f"method={string(operation.method)}"),
        Code(f"path={string(operation.path)}"),
    ]
    parameters = [
        _parameter(annotator, a)
        for a in call.arguments
        if isinstance(a.source, Parameter)
    ]
    if parameters:
        found.append(Code(f"parameters={_tuple(parameters)}"))
    body = _body(client, annotator, call)
    if body:
        found.append(Code(f"body={body}"))
    if operation.security:
        alternatives = [
            _tuple([string(name) for name in alternative])
            for alternative in operation.security
        ]
        found.append(Code(f"security={_tuple(alternatives)}"))
    if operation.servers and operation.servers != client.servers:
        hosts = [
            _tuple([string(name), host(client, annotator.runtime, server)])
            for name, server in zip(
                environment_names(operation.servers), operation.servers, strict=True
            )
        ]
        found.append(Code(f"servers={_tuple(hosts)}"))
    replies = [_reply(client, annotator, r, c, success=True) for r, c in call.successes]
    found.append(Code(f"responses={_tuple(replies)}"))
    errors = [_reply(client, annotator, r, c, success=False) for r, c in call.failures]
    if errors:
        found.append(Code(f"errors={_tuple(errors)}"))
    if accept := _accepted(call):
        found.append(Code(f"accept={string(accept)}"))
    found.append(Code(f"retry=RetryPolicy.{operation.resend.name}"))
    return tuple(found)


def result_of(client: Client, annotator: Annotator, call: MethodCall) -> Code:
    """Return the annotation of what a call returns."""
    found = [
        _reply_type(client, annotator, response, content)
        for response, content in call.successes
    ]
    if not found:
        return annotator.any_value()
    ordered = sorted(dict.fromkeys(found), key=lambda v: v == "None")
    if "Any" in ordered:
        return Code("Any")
    return join(ordered, " | ")


def _reply_type(
    client: Client,
    annotator: Annotator,
    response: DocumentedResponse,
    content: Content | None,
) -> Code:
    if content is None:
        return Code("None")
    if content.type is None:
        return annotator.any_value()
    if response.may_be_empty and holds_nothing(client, content.type):
        return Code("None")
    if is_octets(content.type):
        annotation = annotator.builtin("bytes")
    else:
        annotation = annotator.response(content.type)
    if response.may_be_empty and annotation not in {"Any", "None"}:
        return Code(f"{annotation} | None")
    return annotation


def _accepted(call: MethodCall) -> str:
    """Return what a call asks for, "" where that is what every call does."""
    asked = dict.fromkeys(c.media_type for _, c in call.successes if c is not None)
    return "" if set(asked) <= {"application/json"} else ", ".join(asked)


def _tuple(items: list[Code]) -> Code:
    trailing = "," if len(items) == 1 else ""
    return Code(f"({', '.join(items)}{trailing})")


def annotation(annotator: Annotator, argument: MethodArgument) -> Code:
    """Return what a method's signature says of an argument."""
    if not argument.takes_octets:
        return annotator.request(argument.type)
    if isinstance(argument.source, Content):
        return annotator.builtin("bytes")
    file = annotator.runtime("File")
    inner = (
        argument.type.inner if isinstance(argument.type, Nullable) else argument.type
    )
    return Code(
        f"{annotator.builtin('list')}[{file}]" if isinstance(inner, ListOf) else file
    )


_DESCRIPTORS = {
    Location.PATH: "PathParameter",
    Location.QUERY: "QueryParameter",
    Location.HEADER: "HeaderParameter",
    Location.COOKIE: "CookieParameter",
}


def _parameter(annotator: Annotator, argument: MethodArgument) -> Code:
    source = argument.source
    assert isinstance(source, Parameter), "only parameters are described here"
    parts = [
        string(argument.name),
        string(source.name),
        annotator.checked(source.type),
    ]
    is_path = source.location is Location.PATH
    if isinstance(source.presence, Required) and not is_path:
        parts.append(Code("required=True"))
    if is_idempotency_key(source):
        parts.append(Code("generated=True"))
    if default := default_argument(source):
        parts.append(Code(f"default={string(default)}"))
    in_form = source.location in {Location.QUERY, Location.COOKIE}
    usual = Style.FORM if in_form else Style.SIMPLE
    if source.style is not usual:
        parts.append(Code(f"style={string(source.style.value)}"))
    if source.explode is not (source.style is Style.FORM):
        parts.append(Code(f"explode={source.explode}"))
    if source.allow_reserved:
        parts.append(Code("allow_reserved=True"))
    return Code(f"{annotator.runtime(_DESCRIPTORS[source.location])}({join(parts)})")


def _document(client: Client, annotator: Annotator, root: XmlRoot) -> Code:
    """Return how a body stands in XML."""
    keys = xml_keys(client)
    objects = annotator.xml_objects() if keys else Code("{}")
    return xml_document(annotator.runtime, objects, keys, root)


def _written(client: Client, annotator: Annotator, call: MethodCall) -> Code:
    """Return how the descriptor begins of a body that is one value."""
    if call.content is None or call.content.xml is None:
        return Code(f"{annotator.runtime('JsonBody')}(")
    document = _document(client, annotator, call.content.xml)
    return Code(f"{annotator.runtime('XmlBody')}({document}, ")


def _body(client: Client, annotator: Annotator, call: MethodCall) -> Code:
    make: Callable[[str], Code] = annotator.runtime
    media_type = string(call.media_type)
    is_xml = call.content is not None and call.content.xml is not None
    usual = call.media_type == f"application/{'xml' if is_xml else 'json'}"
    stated = "" if usual else f", media_type={media_type}"
    required = (
        ""
        if call.operation.body and call.operation.body.required
        else ", required=False"
    )
    match call.body:
        case BodyForm.NONE:
            return Code("")
        case BodyForm.EMPTY_OBJECT:
            return Code(f"{make('ConstantBody')}({octets(b'{}')}, {media_type})")
        case BodyForm.JSON_FIELDS:
            fields = _tuple(_body_fields(annotator, call))
            written = _written(client, annotator, call)
            return Code(f"{written}fields={fields}{stated}{required})")
        case BodyForm.FORM:
            fields = _tuple(_body_fields(annotator, call))
            return Code(f"{make('FormBody')}(fields={fields}{required})")
        case BodyForm.MULTIPART:
            fields = _tuple(_body_fields(annotator, call))
            return Code(f"{make('MultipartBody')}(fields={fields}{required})")
        case BodyForm.JSON_WHOLE | BodyForm.RAW:
            argument = next(a for a in call.arguments if isinstance(a.source, Content))
            name = string(argument.name)
            if call.body is BodyForm.RAW:
                return Code(f"{make('RawBody')}({name}, {media_type}{required})")
            annotation = annotator.checked(argument.type)
            written = _written(client, annotator, call)
            return Code(
                f"{written}whole={name}, annotation={annotation}{stated}{required})"
            )


def _body_fields(annotator: Annotator, call: MethodCall) -> list[Code]:
    fields: list[Code] = []
    for argument in call.arguments:
        if not isinstance(argument.source, Field):
            continue
        parts = [
            string(argument.name),
            string(argument.source.name),
            (
                annotation(annotator, argument)
                if argument.takes_octets
                else annotator.checked(argument.type)
            ),
        ]
        if isinstance(argument.source.presence, Required):
            parts.append(Code("required=True"))
        if call.content is not None:
            parts += _encoding(call, call.content.encoding(argument.source.name))
        fields.append(Code(f"{annotator.runtime('BodyField')}({join(parts)})"))
    return fields


def _encoding(call: MethodCall, found: Encoding) -> list[Code]:
    """Return how a form's field is written, as far as that is not as usual."""
    if call.body is BodyForm.MULTIPART:
        stated = found.content_type
        return [Code(f"content_type={string(stated)}")] if stated else []
    if call.body is not BodyForm.FORM:
        return []
    parts: list[Code] = []
    if found.style is not Style.FORM:
        parts.append(Code(f"style={string(found.style.value)}"))
    if not found.explode:
        parts.append(Code("explode=False"))
    return parts


def _read_as_xml(client: Client, annotator: Annotator, root: XmlRoot) -> list[Code]:
    document = _document(client, annotator, root)
    return [Code('media="xml"'), Code(f"xml={document}")]


def _reply(
    client: Client,
    annotator: Annotator,
    response: DocumentedResponse,
    content: Content | None,
    *,
    success: bool,
) -> Code:
    make = annotator.runtime("ResponseSpec")
    if not success:
        described = content is not None and content.type is not None
        annotation = (
            annotator.response(content.type)
            if described and content is not None and content.type is not None
            else annotator.any_value()
        )
        parts = [string(response.status), annotation]
        if content is not None and content.xml is not None:
            parts += _read_as_xml(client, annotator, content.xml)
        return Code(f"{make}({join(parts)})")
    annotation = _reply_type(client, annotator, response, content)
    if content is not None and reading(content) == "sse" and content.item is not None:
        shape = resolved_type(client, content.item)
        whole = isinstance(shape, ObjectType) and any(
            field.name == "data" for field in shape.fields
        )
        if whole:
            media = Code('media="sse-event"')
            return Code(f"{make}({join([string(response.status), annotation, media])})")
    parts = [string(response.status), annotation]
    if response.may_be_empty and content is not None:
        parts.append(Code("empty=True"))
    if content is not None and content.xml is not None:
        parts += _read_as_xml(client, annotator, content.xml)
    elif content is not None and annotation != "None" and reading(content) != "json":
        parts.append(Code(f"media={string(reading(content))}"))
    return Code(f"{make}({join(parts)})")
