"""An IR as text that a person can review: one line for each thing, wire names only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields as dataclass_fields
from decimal import Decimal
from typing import assert_never

from undrift.ir import (
    AliasType,
    AnyValue,
    ApiKey,
    Basic,
    Bearer,
    Client,
    ClientCredentials,
    Constant,
    Constraints,
    Content,
    Credential,
    Declaration,
    Default,
    Docs,
    DocumentedResponse,
    EnumType,
    Example,
    Field,
    HmacSignature,
    HttpSignature,
    Kind,
    ListOf,
    MapOf,
    Nullable,
    ObjectType,
    Omittable,
    OneOf,
    Operation,
    Parameter,
    Presence,
    Primitive,
    Ref,
    Required,
    SecurityScheme,
    Server,
    Type,
)
from undrift.ir.xml import (
    ChoiceShape,
    ElementShape,
    ListShape,
    MapShape,
    MemberShape,
    NodeKind,
    ObjectShape,
    OpenShape,
    QualifiedName,
    TextShape,
)


def dump(client: Client) -> Iterator[str]:
    """Yield the lines of a client."""
    yield f"client {client.title!r} {client.version}{_docs(client.docs)}"
    for server in client.servers:
        yield _server(server)
    for scheme in client.schemes:
        yield f"scheme {scheme.id}: {_scheme(scheme)}{_docs(scheme.docs)}"
    for operation in client.operations:
        yield ""
        yield from _operation(operation)
    for webhook in client.webhooks:
        yield ""
        yield f"{webhook.id} ({webhook.method} {webhook.name}){_docs(webhook.docs)}"
        for content in webhook.contents:
            kind = "undescribed" if content.type is None else type_text(content.type)
            yield f"  {content.media_type}: {kind}"
    for declaration in client.declarations.values():
        yield ""
        yield from _declaration(declaration)
    for target, described in sorted(client.xml_objects.items()):
        yield ""
        further = described.extra
        others = "" if further == OpenShape() else f", others {xml_text(further)}"
        yield f"in XML #{target}{others}"
        for member in described.members:
            yield f"  {_member(member)}"


def _member(member: MemberShape) -> str:
    marks = f"{', required' if member.required else ''}"
    marks += f"{', nullable' if member.nullable else ''}"
    named = member.node in {NodeKind.ELEMENT, NodeKind.ATTRIBUTE}
    name = _named(member.name) if named else ""
    return f"{member.key}: {member.node} {name}{xml_text(member.shape)}{marks}"


def _named(name: QualifiedName) -> str:
    prefix = f"{name.prefix}:" if name.prefix else ""
    space = f" in {name.namespace}" if name.namespace else ""
    return f"<{prefix}{name.local}{space}> "


def xml_text(shape: ElementShape) -> str:
    """Return a shape in XML in a few signs."""
    match shape:
        case TextShape(kinds):
            return "|".join(kinds)
        case OpenShape():
            return "anything"
        case ObjectShape(target):
            return f"#{target}"
        case ListShape(name, item):
            return f"each {_named(name)}{xml_text(item)}"
        case MapShape(value):
            return f"map of {xml_text(value)}"
        case ChoiceShape(key, variants, otherwise):
            each = [f"{'/'.join(tags)} {xml_text(v)}" for tags, v in variants]
            each += [f"else {xml_text(otherwise)}"] if otherwise else []
            return f"by {key}: {', '.join(each)}"
        case _:
            assert_never(shape)


def type_text(type_: Type) -> str:
    """Return a type in a few signs."""
    match type_:
        case Primitive(kind, form, wire, constraints):
            name = f"{kind}/{wire}" if kind is Kind.DECIMAL else str(kind)
            form = f"({form})" if form and form != kind else ""
            return f"{name}{form}{_constraints(constraints)}"
        case AnyValue():
            return "any"
        case Ref(target):
            return f"#{target}"
        case ListOf(item, constraints):
            return f"[{type_text(item)}]{_constraints(constraints)}"
        case MapOf(value):
            return f"{{*: {type_text(value)}}}"
        case Nullable(inner):
            return f"{type_text(inner)}?"
        case OneOf(variants, discriminator):
            told = ""
            if discriminator is not None:
                pairs = ("/".join(tags) for tags in discriminator.tags)
                told = f" by {discriminator.property}({', '.join(pairs)})"
            return f"({' | '.join(map(type_text, variants))}){told}"
        case Constant(value):
            return f"={_literal(value)}"
        case _:
            assert_never(type_)


def _literal(value: str | int | bool | Decimal | None) -> str:
    return str(value) if isinstance(value, Decimal) else repr(value)


def _constraints(found: Constraints) -> str:
    pairs = (
        (field.name, getattr(found, field.name)) for field in dataclass_fields(found)
    )
    told = [f"{n}={v}" for n, v in pairs if v is not None and v is not False]
    return f"<{', '.join(told)}>" if told else ""


def _docs(docs: Docs) -> str:
    said = [f"{text!r}" for text in (docs.summary, docs.description) if text]
    said += ["deprecated"] if docs.deprecated else []
    said += [f"not on the page: {docs.unconfirmed}"] if docs.unconfirmed else []
    said += [f"to be confirmed: {docs.question}"] if docs.question else []
    return f"  -- {'; '.join(said)}" if said else ""


def _presence(presence: Presence) -> str:
    match presence:
        case Required():
            return "required"
        case Omittable():
            return "omittable"
        case Default(json):
            return f"default {json}"
        case _:
            assert_never(presence)


def _server(server: Server) -> str:
    environment = f" ({server.environment})" if server.environment else ""
    variables = "".join(
        f"\n  {v.name}={v.default!r}{' of ' if v.values else ''}{' '.join(v.values)}"
        for v in server.variables
    )
    return f"server {server.url}{environment}{_docs(server.docs)}{variables}"


def _credential(credential: Credential) -> str:
    words = " ".join(word for word in (credential.scheme, credential.word) if word)
    return f"{words}{' (secret)' if credential.secret else ''}"


def _scheme(scheme: SecurityScheme) -> str:
    match scheme:
        case ApiKey(location=location, name=name, credential=credential):
            return f"api key in {location} {name}, {_credential(credential)}"
        case Bearer(credential=credential, scheme=kind):
            return f"{kind.lower()}, {_credential(credential)}"
        case ClientCredentials() as found:
            scopes = " ".join(found.scopes)
            asked = ", ".join(map(_credential, found.credentials))
            return f"client credentials at {found.token_url} [{scopes}], {asked}"
        case Basic(username=username, password=password):
            return f"basic, {_credential(username)}, {_credential(password)}"
        case HmacSignature() as s:
            return (
                f"hmac in header {s.header}, {s.algorithm} {s.encoding},"
                f" key {s.key_encoding}, {_credential(s.secret)}"
            )
        case HttpSignature() as s:
            sent = (f"{n}={_credential(c)}" for n, c in s.header_credentials)
            return (
                f"http signature in header {s.header}, {s.algorithm} as"
                f" {s.algorithm_name}, key {s.key_encoding},"
                f" signs {' '.join(s.headers)}"
                f" (without body {' '.join(s.bodiless_headers)}),"
                f" sends {', '.join(sent) or 'nothing'},"
                f" {_credential(s.key_id)}, {_credential(s.secret)}"
            )
        case _:
            assert_never(scheme)


def _operation(operation: Operation) -> Iterator[str]:
    tags = f" {list(operation.tags)}" if operation.tags else ""
    name = f" {operation.operation_id}" if operation.operation_id else ""
    yield f"{operation.id}{name}{tags}{_docs(operation.docs)}"
    if f"{operation.method} {operation.path}" != operation.id:
        yield f"  sent as {operation.method} {operation.path}"
    either = " | ".join(" & ".join(group) or "none" for group in operation.security)
    yield f"  security: {either or 'none'}"
    yield f"  resend: {operation.resend}"
    for server in operation.servers:
        yield f"  {_server(server)}"
    for parameter in operation.parameters:
        yield f"  {_parameter(parameter)}"
    if operation.body is not None:
        required = "required" if operation.body.required else "optional"
        yield f"  body, {required}{_docs(operation.body.docs)}"
        yield from _contents(operation.body.contents)
    for response in operation.responses:
        yield from _response(response)


def _parameter(parameter: Parameter) -> str:
    style = f"{parameter.style}{'*' if parameter.explode else ''}"
    reserved = ", reserved allowed" if parameter.allow_reserved else ""
    usual = f", client's {parameter.client_default}" if parameter.client_default else ""
    example = f", e.g. {parameter.example}" if parameter.example is not None else ""
    return (
        f"{parameter.location} {parameter.name}: {type_text(parameter.type)},"
        f" {_presence(parameter.presence)}, {style}{reserved}{usual}{example}"
        f"{_docs(parameter.docs)}"
    )


def _response(response: DocumentedResponse) -> Iterator[str]:
    empty = ", may be empty" if response.may_be_empty else ""
    yield f"  {response.status}{empty}{_docs(response.docs)}"
    yield from _contents(response.contents)


def _contents(contents: tuple[Content, ...]) -> Iterator[str]:
    for content in contents:
        shape = "undescribed" if content.type is None else type_text(content.type)
        item = "" if content.item is None else f", each {type_text(content.item)}"
        root = content.xml
        xml = f", in XML {_named(root.name)}{xml_text(root.shape)}" if root else ""
        yield f"    {content.media_type}: {shape}{item}{xml}"
        for encoding in content.encodings:
            style = f"{encoding.style}{'*' if encoding.explode else ''}"
            kind = f", {encoding.content_type}" if encoding.content_type else ""
            yield f"      {encoding.field} as {style}{kind}"
        for example in content.examples:
            yield f"      {_example(example)}"


def _example(example: Example) -> str:
    form = example.text if example.is_json else f"text {example.text!r}"
    about = f" ({example.summary})" if example.summary else ""
    return f"e.g. {example.name}{about}: {form}"


def _declaration(declaration: Declaration) -> Iterator[str]:
    title = f" {declaration.title!r}" if declaration.title else ""
    head = f"#{declaration.id}{title}"
    match declaration:
        case ObjectType():
            extra = f", other keys {declaration.extra}"
            if declaration.extra_type is not None:
                extra += f": {type_text(declaration.extra_type)}"
            yield f"{head} = object{extra}{_docs(declaration.docs)}"
            for field in declaration.fields:
                yield f"  {_field(field)}"
            if declaration.needs:
                yield f"  needs {' | '.join(map(' & '.join, declaration.needs))}"
            for example in declaration.examples:
                yield f"  {_example(example)}"
        case EnumType(values=values):
            listed = ", ".join(map(_literal, values))
            yield f"{head} = one of {listed}{_docs(declaration.docs)}"
        case AliasType(target=target):
            yield f"{head} = {type_text(target)}{_docs(declaration.docs)}"
        case _:
            assert_never(declaration)


def _field(field: Field) -> str:
    access = ", read only" if field.read_only else ""
    access += ", write only" if field.write_only else ""
    example = f", e.g. {field.example}" if field.example is not None else ""
    return (
        f"{field.name}: {type_text(field.type)}, {_presence(field.presence)}"
        f"{access}{example}{_docs(field.docs)}"
    )
