"""Paths → operations: parameters, bodies, responses, hosts and the resend rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ..diagnostics import Diagnostic, Severity
from ..ir import (
    Body,
    Content,
    Docs,
    DocumentedResponse,
    Encoding,
    Location,
    Operation,
    OperationId,
    Parameter,
    Resend,
    SecurityScheme,
    Style,
)
from ..ir.media import is_json, is_xml
from ..ir.types import Omittable, Required
from ..openapi import OPERATION_METHODS, Node, split_pointer
from .reading import (
    Problems,
    Shared,
    docs,
    elements,
    examples,
    first_example,
    flag,
    mapping,
    members,
    origin,
    text,
)
from .schemas import Schemas
from .security import is_http, security_of
from .servers import servers_of
from .wire_syntax import media_type_problem, parameter_name_problem, path_problem

# RFC 9110, section 9.2.2; QUERY is safe by its own draft.
_IDEMPOTENT = frozenset({"get", "head", "options", "put", "delete", "trace", "query"})

# OpenAPI: header parameters of these names are ignored, other parts describe them.
_IGNORED_HEADERS = frozenset({"accept", "content-type"})

_LOCATIONS = frozenset(Location)
_STYLES = frozenset(Style) - {Style.JSON}
"""What a document may state; `content` says the other by itself."""

_LEFT_OUT = frozenset({"query", "header", "cookie"})
"""Where a parameter may be left out without changing the rest of a request."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Parts:
    """What operations are made of; components among it are read once for all."""

    parameter: Shared[Parameter | None]
    contents: Shared[tuple[Content, ...]]

    @classmethod
    def of(cls, problems: Problems, schemas: Schemas) -> Parts:
        """Return the parts of a document's operations."""
        return cls(
            Shared(problems, partial(_parameter, problems, schemas)),
            Shared(problems, partial(media_contents, problems, schemas)),
        )


def operation_nodes(problems: Problems) -> Iterator[tuple[str, str, Node, Node]]:
    """Yield (path, method, path item, operation) in document order."""
    paths = problems.document.at("/paths")
    if paths is None or not isinstance(paths.value, dict):
        return
    for path, entry in paths.items():
        if path.startswith("x-"):
            continue
        item = problems.resolve(entry)
        if item is None:
            continue
        for method in OPERATION_METHODS:
            node = item.get(method)
            if node is not None and isinstance(node.value, dict):
                yield path, method, item, node


def lower_operation(
    problems: Problems,
    parts: Parts,
    schemes: dict[str, SecurityScheme],
    entry: tuple[str, str, Node, Node],
) -> Operation | Diagnostic:
    """Return one operation, or the error that refuses it."""
    path, method, item, node = entry
    before = len(problems.found)
    if reason := path_problem(path):
        problems.report("UD040", f"the path {path!r} {reason}", node)
    security = _supported(problems, node, schemes)
    parameters = _parameters(problems, parts, item, node)
    parameters = _without_derived(parameters, security, schemes)
    documented = {p.name for p in parameters if p.location is Location.PATH}
    template = _sent_path(path, parameters)
    templated = set(_PLACEHOLDER.findall(template))
    for name in sorted(templated - documented):
        problems.report("UD040", f"path parameter {name!r} is not documented", node)
    for name in sorted(documented - templated):
        problems.report(
            "UD043", f"path parameter {name!r} is not in the path {path}", node
        )
    found = Operation(
        OperationId(f"{method.upper()} {path}"),
        method.upper(),
        template,
        text(node, "operationId"),
        tuple(t for e in elements(node, "tags") if isinstance(t := e.value, str)),
        tuple(
            p
            for p in parameters
            if p.location is not Location.PATH or p.name in templated
        ),
        _body(problems, parts, node),
        _responses(problems, parts, node),
        security,
        Resend.SAFE if method in _IDEMPOTENT else Resend.UNSENT,
        origin(node),
        _operation_docs(item, node),
        servers_of(problems, item, node),
    )
    problem = next(
        (d for d in problems.found[before:] if d.severity is Severity.ERROR), None
    )
    return problem or found


def _sent_path(path: str, parameters: list[Parameter]) -> str:
    """Return a path without what its query parameters send: `/a?page={page}`.

    Nor with a fragment: `/tags#add` beside `/tags#remove` only tells operations apart,
    and no request holds one (RFC 9110, section 4.2.5).
    """
    start, mark, query = path.partition("#")[0].partition("?")
    documented = {p.name for p in parameters if p.location is Location.QUERY}
    repeated = {f"{name}={{{name}}}" for name in documented}
    kept = [pair for pair in query.split("&") if pair not in repeated]
    return f"{start}{mark}{'&'.join(kept)}" if any(kept) else start


def _operation_docs(item: Node, node: Node) -> Docs:
    own = docs(node)
    if own.unsupported:
        return own
    shared = docs(item)
    return replace(own, unconfirmed=shared.unconfirmed, question=shared.question)


def _supported(
    problems: Problems, node: Node, schemes: dict[str, SecurityScheme]
) -> tuple[tuple[str, ...], ...]:
    """Return the alternatives whose every scheme is one that undrift can do."""
    stated = security_of(problems, node)
    possible = tuple(a for a in stated if all(name in schemes for name in a))
    if stated and not possible:
        unmade = sorted({name for a in stated for name in a if name not in schemes})
        names = ", ".join(unmade)
        if any(is_http(problems, name) for name in unmade):
            message = f"no supported way to authenticate this call ({names})"
            problems.report("UD040", message, node)
            return ()
        problems.report(
            "UD043",
            f"no supported way to authenticate this call ({names})",
            node,
            "the call is generated without credentials",
        )
    return possible


def _without_derived(
    parameters: list[Parameter],
    security: tuple[tuple[str, ...], ...],
    schemes: dict[str, SecurityScheme],
) -> list[Parameter]:
    """Drop parameters that a security scheme in force supplies by itself."""
    supplied = {
        parameter
        for alternative in security
        for name in alternative
        for parameter in schemes[name].supplies
    }
    return [p for p in parameters if (p.location, p.name.lower()) not in supplied]


def _parameters(
    problems: Problems, parts: Parts, item: Node, node: Node
) -> list[Parameter]:
    """Return path-level and own parameters; an own one replaces its namesake."""
    found: dict[tuple[str, str], Parameter] = {}
    for entry in (*elements(item, "parameters"), *elements(node, "parameters")):
        at = problems.resolve(entry)
        if at is None:
            continue
        parameter = parts.parameter.of(at)
        if parameter is not None:
            found[parameter.location, parameter.name] = parameter
    return [
        p
        for p in found.values()
        if p.location is not Location.HEADER or p.name.lower() not in _IGNORED_HEADERS
    ]


def _parameter(problems: Problems, schemas: Schemas, at: Node) -> Parameter | None:
    name, where = text(at, "name"), text(at, "in")
    if not name and mapping(at).get("name") == "" and where in _LEFT_OUT:
        message = f"a {where} parameter without a name cannot be sent"
        problems.report("UD043", message, at, "it is left out")
        return None
    if not name or where not in _LOCATIONS:
        problems.report("UD040", "a parameter needs a `name` and a known `in`", at)
        return None
    location = Location(where)
    if reason := parameter_name_problem(name, location):
        problems.report("UD040", f"{name!r} {reason}", at)
        return None
    schema, style, explode = at.get("schema"), *_style(problems, at, location)
    content = members(at, "content")
    if schema is None and content:
        schema, style = content[0][1].get("schema"), Style.JSON
    required = location is Location.PATH or flag(at, "required")
    client_default = text(at, "x-undrift-client-default")
    example = first_example(at)
    if example is None and schema is not None:
        example = first_example(schema)
    return Parameter(
        name,
        location,
        (
            schemas.type_of(schema)
            if schema is not None
            else schemas.type_of(_anything_at(at))
        ),
        Required() if required else Omittable(),
        origin(at),
        docs(at),
        style,
        explode,
        flag(at, "allowReserved"),
        client_default,
        example,
    )


def _anything_at(at: Node) -> Node:
    """Return a node that stands for the empty schema."""
    return Node({}, at.pointer)


def _style(problems: Problems, at: Node, location: Location) -> tuple[Style, bool]:
    by_default = (
        Style.FORM if location in {Location.QUERY, Location.COOKIE} else Style.SIMPLE
    )
    stated = text(at, "style")
    style = by_default
    if stated:
        if stated in _STYLES:
            style = Style(stated)
        else:
            problems.report("UD040", f"parameter style {stated!r} is unknown", at)
    explode = mapping(at).get("explode")
    return style, explode if isinstance(explode, bool) else style is Style.FORM


def media_contents(
    problems: Problems, schemas: Schemas, at: Node
) -> tuple[Content, ...]:
    """Return the media types that a body or a response documents."""
    found: list[Content] = []
    entries = members(at, "content")
    sent = "responses" not in split_pointer(at.pointer)
    unused = any(is_json(media_type) for media_type, _ in entries)
    for media_type, entry in entries:
        if reason := media_type_problem(media_type):
            problems.report("UD040", f"{media_type!r} {reason}", entry)
        schema, item = entry.get("schema"), entry.get("itemSchema")
        found.append(
            Content(
                media_type,
                schemas.type_of(schema) if schema is not None else None,
                origin(entry),
                examples(problems, entry, media_type),
                tuple(_encodings(problems, entry, media_type)),
                schemas.type_of(item) if item is not None else None,
                (
                    schemas.xml.root(schema, quiet=unused, sent=sent)
                    if is_xml(media_type)
                    else None
                ),
            )
        )
    return tuple(found)


def _encodings(problems: Problems, at: Node, media_type: str) -> Iterator[Encoding]:
    """Yield how fields of a form are written; in other bodies it means nothing."""
    is_form = media_type.startswith("application/x-www-form-urlencoded")
    if not is_form and not media_type.startswith("multipart/"):
        return
    for field, entry in members(at, "encoding"):
        style, explode = _style(problems, entry, Location.QUERY)
        stated = text(entry, "contentType")
        # Several types are a choice, which files make for themselves.
        one = stated if not set("*,") & set(stated) else ""
        if reason := media_type_problem(one):
            problems.report("UD040", f"{one!r} {reason}", entry)
        yield Encoding(field, one, style, explode)


def _body(problems: Problems, parts: Parts, node: Node) -> Body | None:
    entry = node.get("requestBody")
    at = problems.resolve(entry) if entry is not None else None
    if at is None:
        return None
    contents = parts.contents.of(at)
    if not contents:
        problems.report("UD043", "a request body without content has no effect", at)
        return None
    return Body(flag(at, "required"), contents, origin(at), docs(at))


def _responses(
    problems: Problems, parts: Parts, node: Node
) -> tuple[DocumentedResponse, ...]:
    found: list[DocumentedResponse] = []
    for status, entry in members(node, "responses"):
        if status.startswith("x-"):
            continue
        at = problems.resolve(entry)
        if at is None:
            continue
        if not re.fullmatch(r"[1-5]\d\d|[1-5]XX|default", status, re.IGNORECASE):
            problems.report("UD040", f"{status!r} is not a status", entry)
            continue
        normal = "default" if status.lower() == "default" else status.upper()
        about = docs(at)
        if not about.unsupported and docs(entry).unsupported:
            about = docs(entry)
        contents = parts.contents.of(at)
        found.append(
            DocumentedResponse(
                normal,
                contents,
                origin(entry),
                about,
                may_be_empty=flag(at, "x-undrift-empty"),
            )
        )
    return tuple(found)
