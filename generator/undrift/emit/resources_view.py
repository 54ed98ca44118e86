"""Operations → the modules of `resources/`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, count
from keyword import iskeyword

from ..ir import (
    Client,
    Content,
    Encoding,
    Field,
    ListOf,
    Location,
    Nullable,
    ObjectType,
    Operation,
    Parameter,
    Required,
    Response,
    Style,
)
from ..ir.media import is_octets, reading
from ..ir.walk import holds_nothing, resolved
from ..naming import CallName, ClientNames, class_name
from ..naming.words import distinct
from .annotations import Annotator, annotator_of
from .calls import Argument, BodyForm, Call, call_of, stream_of
from .code import (
    Code,
    docstring,
    identifier,
    join,
    octets,
    paragraph,
    string,
)
from .imports import Imports
from .layout import Layout
from .types_view import prose

ERROR_CLASSES = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
}
"""The class that each status raises; every 5xx is `InternalServerError`."""


@dataclass(frozen=True, slots=True)
class MethodView:
    """One call: its descriptor and the parts of its two methods."""

    constant: Code
    result: Code
    """What a call returns, or one item of what it streams."""
    streams: bool
    loads: bool
    """Whether a reply is content that may be read while it arrives."""
    descriptor: tuple[Code, ...]
    """The descriptor's keyword arguments, one statement each."""
    name: Code
    signature: Code
    """Everything after `self`, with its leading comma, or ""."""
    arguments: Code
    """The dictionary of argument values."""
    doc: Code


@dataclass(frozen=True, slots=True)
class ResourceView:
    """One module of `resources/`."""

    doc: Code
    imports: tuple[Code, ...]
    name: Code
    attribute: Code
    class_doc: Code
    methods: tuple[MethodView, ...]
    streams: bool
    loads: bool


_RESOURCE_NAMES = frozenset(
    {
        "AsyncResource",
        "Operation",
        "Resend",
        "SyncResource",
        "to_raw",
        "to_raw_async",
    }
)
_FRAMEWORK = _RESOURCE_NAMES | {
    "Argument",
    "AsyncClient",
    "OnDeviation",
    "Service",
    "SyncClient",
    "Validation",
}
"""What templates of resources and of the client print by name."""


def resource_classes(names: ClientNames, client: str) -> dict[str, str]:
    """Return each resource's class: no type's name, and none of undrift's own."""
    taken = {*names.types.values(), *_FRAMEWORK, client, f"Async{client}"}
    classes: dict[str, str] = {}
    for attribute in sorted({call.resource for call in names.calls.values()}):
        wanted = class_name(attribute).rstrip("_")
        others = (f"{wanted}Resource{'' if n == 1 else n}" for n in count(1))
        for name in chain([wanted], others):
            if not iskeyword(name) and not taken.intersection(_family(name)):
                classes[attribute] = name
                taken.update(_family(name))
                break
    return classes


def _family(name: str) -> tuple[str, ...]:
    """Return the classes that a resource's module defines."""
    return (
        name,
        f"Async{name}",
        f"{name}WithRawResponse",
        f"Async{name}WithRawResponse",
        f"{name}WithStreamingResponse",
        f"Async{name}WithStreamingResponse",
    )


def resource_module(
    client: Client,
    operations: tuple[Operation, ...],
    names: ClientNames,
    layout: Layout,
    attribute: str,
    name: str,
    package: str,
) -> ResourceView:
    """Return the view of one resource's module, whose class is `name`.

    `package` is the client's folder.
    """
    calls = [(operation, names.calls[operation.id]) for operation in operations]
    made = list(calls_of(client, calls))
    streams = any(call.streams for call, _ in made)
    loads = any(_loads(call) for call, _ in made)
    imports = Imports()
    imports.reserve(*_family(name), *(method.upper() for _, method in made))
    own_names = set(_RESOURCE_NAMES)
    if all(call.streams for call, _ in made):
        own_names -= {"to_raw", "to_raw_async"}
    own_names |= {"Stream", "AsyncStream"} if streams else set()
    own_names |= {"to_streaming", "to_streaming_async"} if loads else set()
    for own in sorted(own_names):
        imports.name(".._runtime", own)

    shadowed = frozenset(method for _, method in made)
    annotator = annotator_of(imports, names, layout, "..", shadowed=shadowed)
    methods = [
        _method(client, annotator, call, method, f"{attribute}.{method}")
        for call, method in made
    ]
    return ResourceView(
        docstring(f"The calls of `{package}.{attribute}`.", 0),
        imports.lines(),
        identifier(name),
        identifier(attribute),
        docstring(f"The calls under `client.{attribute}`.", 4),
        tuple(methods),
        streams,
        loads,
    )


def calls_of(
    client: Client, operations: list[tuple[Operation, CallName]]
) -> Iterator[tuple[Call, str]]:
    """Yield each call and its method's name, the one that streams as well."""
    taken = {name.method.lower() for _, name in operations}
    for operation, name in operations:
        call = call_of(client, operation)
        yield call, name.method
        if (stream := stream_of(client, call)) is not None:
            yield stream, distinct(f"{name.method}_stream", taken, operation.id)


def _loads(call: Call) -> bool:
    return any(c is not None and is_octets(c.type) for _, c in call.successes)


def result_of(client: Client, annotator: Annotator, call: Call) -> Code:
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
    response: Response,
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


def _method(
    client: Client, annotator: Annotator, call: Call, method: str, dotted: str
) -> MethodView:
    operation = call.operation
    result = result_of(client, annotator, call)
    descriptor = [
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
        descriptor.append(Code(f"parameters={_tuple(parameters)}"))
    body = _body(annotator, call)
    if body:
        descriptor.append(Code(f"body={body}"))
    if operation.security:
        alternatives = [
            _tuple([string(name) for name in alternative])
            for alternative in operation.security
        ]
        descriptor.append(Code(f"security={_tuple(alternatives)}"))
    if operation.servers and operation.servers != client.servers:
        hosts = [
            _tuple([string(s.environment), string(s.url)]) for s in operation.servers
        ]
        descriptor.append(Code(f"servers={_tuple(hosts)}"))
    replies = [_reply(client, annotator, r, c, success=True) for r, c in call.successes]
    descriptor.append(Code(f"replies={_tuple(replies)}"))
    errors = [_reply(client, annotator, r, c, success=False) for r, c in call.failures]
    if errors:
        descriptor.append(Code(f"errors={_tuple(errors)}"))
    if accept := _accepted(call):
        descriptor.append(Code(f"accept={string(accept)}"))
    descriptor.append(Code(f"resend=Resend.{operation.resend.name}"))
    pairs = join(
        Code(f"{string(a.name)}: {identifier(a.name)}") for a in call.arguments
    )
    return MethodView(
        identifier(method.upper()),
        result,
        call.streams,
        _loads(call),
        tuple(descriptor),
        identifier(method),
        _signature(annotator, call),
        Code("{" + pairs + "}"),
        docstring(_doc_lines(call), 8),
    )


def _accepted(call: Call) -> str:
    """Return what a call asks for, "" where that is what every call does."""
    asked = dict.fromkeys(c.media_type for _, c in call.successes if c is not None)
    return "" if set(asked) <= {"application/json"} else ", ".join(asked)


def _tuple(items: list[Code]) -> Code:
    trailing = "," if len(items) == 1 else ""
    return Code(f"({', '.join(items)}{trailing})")


def _signature(annotator: Annotator, call: Call) -> Code:
    parts: list[str] = []
    keyword_only = False
    for argument in call.arguments:
        if not argument.positional and not keyword_only:
            keyword_only = True
            parts.append("*")
        annotation = _annotation(annotator, argument)
        name = identifier(argument.name)
        if argument.required or argument.positional:
            parts.append(f"{name}: {annotation}")
        else:
            omit = annotator.runtime("omit")
            kind = annotator.runtime("Omit")
            parts.append(f"{name}: {annotation} | {kind} = {omit}")
    return Code("".join(f", {part}" for part in parts))


def _annotation(annotator: Annotator, argument: Argument) -> Code:
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


def _parameter(annotator: Annotator, argument: Argument) -> Code:
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
    if source.client_default:
        parts.append(Code(f"default={string(source.client_default)}"))
    in_form = source.location in {Location.QUERY, Location.COOKIE}
    usual = Style.FORM if in_form else Style.SIMPLE
    if source.style is not usual:
        parts.append(Code(f"style={string(source.style.value)}"))
    if source.explode is not (source.style is Style.FORM):
        parts.append(Code(f"explode={source.explode}"))
    if source.allow_reserved:
        parts.append(Code("allow_reserved=True"))
    return Code(f"{annotator.runtime(_DESCRIPTORS[source.location])}({join(parts)})")


def _body(annotator: Annotator, call: Call) -> Code:
    make: Callable[[str], Code] = annotator.runtime
    media_type = string(call.media_type)
    usual = call.media_type == "application/json"
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
            return Code(f"{make('JsonBody')}(fields={fields}{stated}{required})")
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
            return Code(
                f"{make('JsonBody')}(whole={name}, annotation={annotation}"
                f"{stated}{required})"
            )


def _body_fields(annotator: Annotator, call: Call) -> list[Code]:
    fields: list[Code] = []
    for argument in call.arguments:
        if not isinstance(argument.source, Field):
            continue
        parts = [
            string(argument.name),
            string(argument.source.name),
            (
                _annotation(annotator, argument)
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


def _encoding(call: Call, found: Encoding) -> list[Code]:
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


def _reply(
    client: Client,
    annotator: Annotator,
    response: Response,
    content: Content | None,
    *,
    success: bool,
) -> Code:
    make = annotator.runtime("Reply")
    if not success:
        described = content is not None and content.type is not None
        annotation = (
            annotator.response(content.type)
            if described and content is not None and content.type is not None
            else annotator.any_value()
        )
        return Code(f"{make}({string(response.status)}, {annotation})")
    annotation = _reply_type(client, annotator, response, content)
    if content is not None and reading(content) == "sse" and content.item is not None:
        shape = resolved(client, content.item)
        whole = isinstance(shape, ObjectType) and any(
            field.name == "data" for field in shape.fields
        )
        if whole:
            media = Code('media="sse-event"')
            return Code(f"{make}({join([string(response.status), annotation, media])})")
    parts = [string(response.status), annotation]
    if response.may_be_empty and content is not None:
        parts.append(Code("empty=True"))
    if content is not None and annotation != "None" and reading(content) != "json":
        parts.append(Code(f"media={string(reading(content))}"))
    return Code(f"{make}({join(parts)})")


def _doc_lines(call: Call) -> list[str]:
    """Return a method's docstring, its lines wrapped and encoded."""
    operation = call.operation
    text = prose(operation.docs) or f"{operation.method} {operation.path}"
    if operation.docs.summary and not operation.docs.summary.endswith("."):
        first, _, rest = text.partition("\n")
        if first == operation.docs.summary:
            text = f"{first}.{rest and chr(10)}{rest}"
    lines = paragraph(text, 8)
    described = [a for a in call.arguments if _about(a)]
    if described:
        lines += ["", "Args:"]
        for argument in described:
            lines += _entry(argument.name, _about(argument))
    for response, _ in call.successes:
        if response.status.startswith("3"):
            lines += ["", "Returns:"]
            leads = "The raw reply's `Location` header says where it leads."
            about = f"{response.status}. {prose(response.docs)}".strip()
            lines += _entry("None", f"{about}\n\n{leads}")
    raises = [
        (_error_class(response.status), response) for response, _ in call.failures
    ]
    raises = [(name, response) for name, response in raises if name]
    if raises:
        lines += ["", "Raises:"]
        for name, response in raises:
            about = prose(response.docs)
            lines += _entry(name, f"{response.status}. {about}".strip())
    return lines


def _about(argument: Argument) -> str:
    source = argument.source
    about = "" if isinstance(source, Content) else prose(source.docs)
    if isinstance(source, Parameter) and source.client_default:
        note = f"By default what the client was given as `{source.client_default}`."
        about = f"{about} {note}".strip()
    return about


def _entry(name: str, about: str) -> list[str]:
    """Return one item of a docstring section, continued lines indented."""
    first, *rest = paragraph(f"{name}: {about}", 16)
    return [f"    {first}", *(f"        {line}" if line else "" for line in rest)]


def _error_class(status: str) -> str:
    if status.startswith("5"):
        return "InternalServerError"
    return ERROR_CLASSES.get(status, "APIStatusError" if status != "default" else "")
