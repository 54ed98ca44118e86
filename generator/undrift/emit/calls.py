"""What a call looks like from Python: its arguments, its body and what it returns.

Worked out once for an operation; the resource, the contract tests and `show` print it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from ..ir import (
    AnyValue,
    Body,
    Client,
    Constant,
    Content,
    Docs,
    DocumentedResponse,
    Extra,
    Field,
    Kind,
    ListOf,
    Location,
    MapOf,
    ObjectType,
    Omittable,
    OneOf,
    Operation,
    Origin,
    Parameter,
    Primitive,
    Required,
    Type,
)
from ..ir.media import (
    as_read,
    is_json,
    is_octets,
    is_text,
    preferred,
    sent_media_type,
    streamed,
    streaming,
)
from ..ir.walk import resolved_type
from ..naming import arguments, default_argument


class BodyForm(StrEnum):
    """How a request's body is made from arguments."""

    NONE = "none"
    EMPTY_OBJECT = "empty-object"
    """Exactly `{}`, whatever the arguments."""
    JSON_FIELDS = "json-fields"
    JSON_WHOLE = "json-whole"
    """JSON from an argument for each member, or from one; XML where `Content.xml`."""
    FORM = "form"
    MULTIPART = "multipart"
    RAW = "raw"


_UNNAMED_PART = Field(
    "file",
    Primitive(Kind.BINARY),
    Required(),
    Origin(""),
    Docs("The content of the one part; no name is documented for it."),
)
"""A multipart body is made of named parts (RFC 7578, section 4.2), whatever a document
says of it."""


@dataclass(frozen=True, slots=True)
class MethodArgument:
    """One argument of a generated method."""

    name: str
    source: Parameter | Field | Content
    type: Type
    required: bool
    """Whether the method insists on it; a client default makes it optional there."""
    takes_octets: bool = False
    """Whether it is raw content, or files, rather than a value."""

    @property
    def positional(self) -> bool:
        """Return whether it is the identity in the path, given by position."""
        source = self.source
        return isinstance(source, Parameter) and source.location is Location.PATH


@dataclass(frozen=True, slots=True)
class MethodCall:
    """The Python face of one operation."""

    operation: Operation
    arguments: tuple[MethodArgument, ...]
    body: BodyForm
    content: Content | None
    """The one of a body's media types that is sent."""
    media_type: str
    successes: tuple[tuple[DocumentedResponse, Content | None], ...]
    failures: tuple[tuple[DocumentedResponse, Content | None], ...]

    @property
    def streams(self) -> bool:
        """Return whether what arrives is items, one after the other."""
        return any(streaming(content) for _, content in self.successes)


def is_idempotency_key(source: Parameter | Field | Content) -> bool:
    """Tell whether an argument is the key by which a server knows a call again.

    The name is that of the IETF's draft; a key lets a call be sent again without harm.
    """
    return (
        isinstance(source, Parameter)
        and source.location is Location.HEADER
        and source.name.lower() in {"idempotency-key", "x-idempotency-key"}
        and isinstance(source.type, Primitive)
        and source.type.kind in {Kind.STRING, Kind.UUID}
    )


def stream_of(client: Client, call: MethodCall) -> MethodCall | None:
    """Return the same call for a reply that may also arrive item by item."""
    if call.streams:
        return None
    found = [
        (response, as_read(client, content))
        for response, _ in call.successes
        if (content := streamed(response.contents)) is not None
    ]
    return replace(call, successes=tuple(found)) if found else None


def method_call(client: Client, operation: Operation) -> MethodCall:
    """Return how an operation is called."""
    content = preferred(operation.body.contents) if operation.body else None
    form = _form(client, operation.body, content)
    parameters = _in_template_order(operation)
    if form is BodyForm.RAW and operation.body is not None:
        parameters += _media_type_choice(operation.body)
    body_fields = _body_fields(client, form, content)
    wire = [(p.location.value, p.name) for p in parameters]
    wire += [("body", f.name) for f in body_fields]
    whole = content if form in {BodyForm.JSON_WHOLE, BodyForm.RAW} else None
    if whole is not None:
        wire.append(("body", "body"))
    names = arguments(tuple(wire))
    for parameter in parameters:
        if argument := default_argument(parameter):
            # The same word at the constructor and at the call.
            names[parameter.location.value, parameter.name] = argument
    found = [
        MethodArgument(
            names[p.location.value, p.name],
            p,
            p.type,
            isinstance(p.presence, Required)
            and not p.client_default
            and not is_idempotency_key(p),
        )
        for p in parameters
    ]
    needed = operation.body is not None and operation.body.required
    found += [
        MethodArgument(
            names["body", f.name],
            f,
            f.type,
            needed and isinstance(f.presence, Required),
            form is BodyForm.MULTIPART and _is_file(client, f.type),
        )
        for f in body_fields
    ]
    if whole is not None:
        type_ = whole.type if whole.type is not None else AnyValue()
        if form is BodyForm.RAW:
            # Given as it is, whatever its schema says about what is in it.
            contents = operation.body.contents if operation.body else ()
            text = all(is_text(content.media_type) for content in contents)
            type_ = Primitive(Kind.STRING if text else Kind.BINARY)
        raw = form is BodyForm.RAW and is_octets(type_)
        found.append(MethodArgument(names["body", "body"], whole, type_, needed, raw))
    found.sort(key=lambda a: (not a.positional, not a.required))
    replies = [(r, as_read(client, preferred(r.contents))) for r in operation.responses]
    successes = tuple(r for r in replies if r[0].status.startswith("2"))
    if not successes:
        # Redirects are not followed: where they are all that can come, one is success.
        redirects = (r for r, _ in replies if r.status[0] == "3" and r.status != "304")
        successes = tuple((response, None) for response in redirects)
    done = {response.status for response, _ in successes}
    failures = tuple(
        r for r in replies if r[0].status[0] != "2" and r[0].status not in done
    )
    if not successes:
        # `default` is all that is said, of success as well.
        successes = tuple(r for r in replies if r[0].status == "default")
    return MethodCall(
        operation,
        tuple(found),
        form,
        content,
        _media_type(form, content),
        successes,
        failures,
    )


def _media_type_choice(body: Body) -> list[Parameter]:
    """Return the argument that says which of several media types raw content has.

    Only the caller knows; a picture that is called another kind of picture is wrong.
    """
    names = [sent.media_type for sent in body.contents]
    if len(names) == 1 and ("*" not in names[0] or names[0] == "*/*"):
        return []
    kinds = [Primitive(Kind.STRING) if "*" in n else Constant(n) for n in names]
    distinct = tuple(dict.fromkeys(kinds))
    return [
        Parameter(
            "Content-Type",
            Location.HEADER,
            distinct[0] if len(distinct) == 1 else OneOf(distinct),
            Required() if body.required else Omittable(),
            body.origin,
            Docs(description=f"What `body` is: {', '.join(names)}."),
        )
    ]


def _media_type(form: BodyForm, content: Content | None) -> str:
    if content is None:
        return ""
    if "*" in content.media_type and form not in {BodyForm.RAW, BodyForm.NONE}:
        return "application/json"
    return sent_media_type(content.media_type)


def _is_file(client: Client, type_: Type) -> bool:
    """Return whether a part is a file, or a list of them."""
    shape = resolved_type(client, type_)
    if isinstance(shape, ListOf):
        shape = resolved_type(client, shape.item)
    return isinstance(shape, Primitive) and shape.kind is Kind.BINARY


def _in_template_order(operation: Operation) -> list[Parameter]:
    order = re.findall(r"\{([^{}]*)\}", operation.path)
    path = [p for p in operation.parameters if p.location is Location.PATH]
    path.sort(key=lambda p: order.index(p.name))
    return path + [p for p in operation.parameters if p.location is not Location.PATH]


def _form(client: Client, body: Body | None, content: Content | None) -> BodyForm:
    if body is None or content is None:
        return BodyForm.NONE
    shape = resolved_type(client, content.type) if content.type is not None else None
    has_fields = isinstance(shape, ObjectType)
    if content.xml is not None:
        fields = isinstance(shape, ObjectType)
        return BodyForm.JSON_FIELDS if fields else BodyForm.JSON_WHOLE
    if is_json(content.media_type) or (
        "*" in content.media_type and isinstance(shape, ObjectType | ListOf | MapOf)
    ):
        if isinstance(shape, ObjectType):
            closed = shape.extra is Extra.REFUSED
            if not shape.fields and closed:
                return BodyForm.EMPTY_OBJECT
            return BodyForm.JSON_FIELDS
        return BodyForm.JSON_WHOLE
    if (
        content.media_type.startswith("application/x-www-form-urlencoded")
        and has_fields
    ):
        return BodyForm.FORM
    if content.media_type.startswith("multipart/"):
        return BodyForm.MULTIPART
    return BodyForm.RAW


def _body_fields(
    client: Client, form: BodyForm, content: Content | None
) -> tuple[Field, ...]:
    if form not in {BodyForm.JSON_FIELDS, BodyForm.FORM, BodyForm.MULTIPART}:
        return ()
    shape = resolved_type(client, content.type) if content and content.type else None
    if not isinstance(shape, ObjectType):
        return (_UNNAMED_PART,) if form is BodyForm.MULTIPART else ()
    # What only the server sets is nothing to send.
    return tuple(field for field in shape.fields if not field.read_only)
