"""Operations → the modules of `resources/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count
from keyword import iskeyword

from ...ir import (
    Client,
    Content,
    Operation,
    Parameter,
)
from ...ir.media import is_octets
from ...naming import CallName, ClientNames, cap_words, default_argument
from ...naming.words import distinct
from ..calls import (
    MethodArgument,
    MethodCall,
    is_idempotency_key,
    method_call,
    stream_of,
)
from ..code import (
    Code,
    docstring,
    identifier,
    join,
    paragraph,
    string,
)
from ..imports import Imports
from .annotations import Annotator, annotator_of
from .layout import Layout
from .models import prose, with_note
from .operation import annotation, descriptor, result_of

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
        "OperationSpec",
        "RetryPolicy",
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
        wanted = cap_words(attribute).rstrip("_")
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
    made = list(method_calls(client, calls))
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


def method_calls(
    client: Client, operations: list[tuple[Operation, CallName]]
) -> Iterator[tuple[MethodCall, str]]:
    """Yield each call and its method's name, the one that streams as well."""
    taken = {name.method.lower() for _, name in operations}
    for operation, name in operations:
        call = method_call(client, operation)
        yield call, name.method
        if (stream := stream_of(client, call)) is not None:
            yield stream, distinct(f"{name.method}_stream", taken, operation.id)


def _loads(call: MethodCall) -> bool:
    return any(c is not None and is_octets(c.type) for _, c in call.successes)


def _method(
    client: Client, annotator: Annotator, call: MethodCall, method: str, dotted: str
) -> MethodView:
    result = result_of(client, annotator, call)
    pairs = join(
        Code(f"{string(a.name)}: {identifier(a.name)}") for a in call.arguments
    )
    return MethodView(
        identifier(method.upper()),
        result,
        call.streams,
        _loads(call),
        descriptor(client, annotator, call, dotted),
        identifier(method),
        _signature(annotator, call),
        Code("{" + pairs + "}"),
        docstring(_doc_lines(call), 8),
    )


def _signature(annotator: Annotator, call: MethodCall) -> Code:
    parts: list[str] = []
    keyword_only = False
    for argument in call.arguments:
        if not argument.positional and not keyword_only:
            keyword_only = True
            parts.append("*")
        kind = annotation(annotator, argument)
        name = identifier(argument.name)
        if argument.required or argument.positional:
            parts.append(f"{name}: {kind}")
        else:
            omit = annotator.runtime("omit")
            parts.append(f"{name}: {_omittable(annotator, kind)} = {omit}")
    return Code("".join(f", {part}" for part in parts))


def _omittable(annotator: Annotator, kind: Code) -> Code:
    """Return the annotation of an argument that may be left out; None goes last."""
    absent = annotator.runtime("Omit")
    if kind == "None":
        return Code(f"{absent} | None")
    inner = Code(kind.removesuffix(" | None"))
    return Code(f"{inner} | {absent}{' | None' if inner != kind else ''}")


def _doc_lines(call: MethodCall) -> list[str]:
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
        if response.docs.question:
            question = f"Unconfirmed: {response.docs.question}"
            lines += ["", *paragraph(question, 8)]
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


def _about(argument: MethodArgument) -> str:
    source = argument.source
    about = "" if isinstance(source, Content) else prose(source.docs)
    if isinstance(source, Parameter) and source.client_default:
        given = default_argument(source)
        note = f"By default what the client was given as `{given}`."
        about = with_note(about, note)
    if is_idempotency_key(source):
        note = "By default a random key, the same one however often a call is sent."
        about = with_note(about, note)
    return about


def _entry(name: str, about: str) -> list[str]:
    """Return one item of a docstring section, continued lines indented."""
    first, *rest = paragraph(f"{name}: {about}", 16)
    return [f"    {first}", *(f"        {line}" if line else "" for line in rest)]


def _error_class(status: str) -> str:
    if status.startswith("5"):
        return "InternalServerError"
    return ERROR_CLASSES.get(status, "APIStatusError" if status != "default" else "")
