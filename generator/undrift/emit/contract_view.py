"""Operations → the contract tests of a generated package.

Everything a test expects is printed from the IR, never taken from the client's code:
the tests are to notice when that code is wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import quote, urlsplit

from ..diagnostics import Diagnostic, Place
from ..ir import (
    ApiKey,
    Basic,
    Bearer,
    Client,
    Content,
    DeclarationId,
    Example,
    Field,
    HmacSignature,
    HttpSignature,
    Kind,
    Location,
    Parameter,
    Primitive,
    Response,
    Type,
)
from ..ir.walk import resolved
from ..jsontext import dumps
from ..naming import ClientNames
from .annotations import Annotator
from .calls import Argument, BodyForm, Call, call_of, holds_nothing
from .client_view import constructor_arguments, error_name
from .code import Code, docstring, identifier, join, literal, string
from .imports import Imports
from .layout import Layout
from .probes import Probe, kind_of, probes
from .resources_view import ERROR_CLASSES, result_of
from .samples import (
    Json,
    Mismatch,
    argument_value,
    json_examples,
    mismatches,
    stand_in,
)


@dataclass(frozen=True, slots=True)
class ContractView:
    """One `Contract` and its test class."""

    constant: Code
    type: Code
    arguments: tuple[Code, ...]
    test_class: Code
    test_doc: Code


@dataclass(frozen=True, slots=True)
class ContractModuleView:
    """`contract/test_<resource>.py`."""

    doc: Code
    imports: tuple[Code, ...]
    contracts: tuple[ContractView, ...]
    constants: Code


@dataclass(frozen=True, slots=True)
class CredentialView:
    """A credential of the tests: a module constant."""

    constant: Code
    value: Code
    argument: Code


@dataclass(frozen=True, slots=True)
class ProviderView:
    """`contract/_provider.py` and `contract/__init__.py`."""

    init_doc: Code
    doc: Code
    imports: tuple[Code, ...]
    name: Code
    error: Code
    credentials: tuple[CredentialView, ...]
    secrets: Code
    base_path: Code


@dataclass(frozen=True, slots=True)
class CoverageView:
    """`contract/test_coverage.py`."""

    doc: Code
    modules: tuple[Code, ...]
    without_example: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Exemplar:
    """An example of a reply, and where it departs from its own schema."""

    source: str
    content: str
    documented: bool
    defects: tuple[Mismatch, ...]


def canary(folder: str, argument: str, *, secret: bool, client: Client) -> str:
    """Return a credential for tests: easy to find wherever it should not be."""
    for scheme in client.schemes:
        if (
            isinstance(scheme, HmacSignature | HttpSignature)
            and scheme.secret.name == argument
            and scheme.key_encoding == "base64"
        ):
            return "Y2FuYXJ5LXNlY3JldC1rZXktb2YtdGhlLXRlc3RzLTA="
        if (
            isinstance(scheme, HmacSignature | HttpSignature)
            and scheme.secret.name == argument
            and scheme.key_encoding == "hex"
        ):
            return "63616e6172792d7365637265742d6b6579"
    word = "canary" if secret else "test"
    return f"{word}-{folder}-{argument}".replace("_", "-")


_OTHER_ERRORS = (
    "APIConnectionError",
    "APIStatusError",
    "InternalServerError",
    "ResponseDecodingError",
    "ResponseValidationError",
)


def provider_module(client: Client, class_name: str, folder: str) -> ProviderView:
    """Return the view of `_provider.py`."""
    asked = constructor_arguments(client)
    views = tuple(
        CredentialView(
            identifier(argument.name.upper()),
            string(_credential(client, folder, argument.name)),
            identifier(argument.name),
        )
        for argument in asked
    )
    secrets = [identifier(a.name.upper()) for a in asked if a.secret]
    imports = Imports()
    error = error_name(class_name)
    classes = {*ERROR_CLASSES.values(), *_OTHER_ERRORS}
    for name in (class_name, f"Async{class_name}", error, *classes):
        imports.name("..", name)
    for name in ("Errors", "Provider"):
        imports.name("._support", name)
    return ProviderView(
        docstring(
            f"Contract tests of `{folder}`. This folder may be deleted; nothing else"
            " needs it.",
            0,
        ),
        docstring(f"How the contract tests make clients of `{folder}`.", 0),
        imports.lines(),
        identifier(class_name),
        identifier(error),
        views,
        Code(f"({join(secrets)}{',' if len(secrets) == 1 else ''})"),
        string(_base_path(client)),
    )


def _credential(client: Client, folder: str, name: str) -> str:
    """Return what the tests pass for a constructor argument."""
    for operation in client.operations:
        for parameter in operation.parameters:
            if parameter.client_default == name:
                value = argument_value(client, parameter)
                return value if isinstance(value, str) else dumps(value)
    secret = next(a.secret for a in constructor_arguments(client) if a.name == name)
    return canary(folder, name, secret=secret, client=client)


def _base_path(client: Client) -> str:
    if not client.servers:
        return ""
    return urlsplit(client.servers[0].url).path.rstrip("/")


def coverage_module(
    client: Client, names: ClientNames, folder: str
) -> CoverageView:
    """Return the view of `test_coverage.py`."""
    resources = sorted({names.calls[o.id].resource for o in client.operations})
    without = sorted(
        str(names.calls[operation.id])
        for operation in client.operations
        if not any(
            exemplar.documented
            for response, content in call_of(client, operation).successes
            for exemplar in _exemplars(client, response, content)
        )
    )
    return CoverageView(
        docstring(f"Every operation of `{folder}` is under contract.", 0),
        tuple(identifier(f"test_{resource}") for resource in resources),
        tuple(string(name) for name in without),
    )


def contract_module(
    client: Client,
    names: ClientNames,
    layout: Layout,
    resource: str,
    class_name: str,
    folder: str,
) -> ContractModuleView:
    """Return the view of one resource's contract tests."""
    imports = Imports()
    for name in (class_name, f"Async{class_name}"):
        imports.name("..", name)
    imports.name("._provider", "PROVIDER")

    def refer(target: DeclarationId) -> Code:
        return imports.name("..types", names.types[target])

    annotator = Annotator(imports, ".._runtime", refer)
    printer = _Printer(client, names, imports, folder)
    views: list[ContractView] = []
    for operation in client.operations:
        name = names.calls[operation.id]
        if name.resource != resource:
            continue
        call = call_of(client, operation)
        result = result_of(client, annotator, call)
        make = imports.name("._support", "Contract")
        imports.name("._support", "ContractSuite")
        views.append(
            ContractView(
                identifier(name.method.upper()),
                Code(f"{make}[{class_name}, Async{class_name}, {result}]"),
                printer.contract(call),
                identifier("Test" + "".join(p.title() for p in name.method.split("_"))),
                docstring(f"`{operation.method} {operation.path}`.", 4),
            )
        )
    constants = [view.constant for view in views]
    return ContractModuleView(
        docstring(
            f"Contract of `{folder}.{resource}`: what the documentation shows.", 0
        ),
        imports.lines(),
        tuple(views),
        Code(f"({', '.join(constants)},)"),
    )


def defects(client: Client) -> list[tuple[Exemplar, Mismatch]]:
    """Return every place where a documented example contradicts its own schema."""
    return [
        (exemplar, mismatch)
        for operation in client.operations
        for replies in (
            call_of(client, operation).successes,
            call_of(client, operation).failures,
        )
        for response, content in replies
        for exemplar in _exemplars(client, response, content)
        for mismatch in exemplar.defects
    ]


def _exemplars(
    client: Client, response: Response, content: Content | None
) -> list[Exemplar]:
    """Return a reply's documented examples, else one composed from its type."""
    if content is None:
        return []
    found = [
        _exemplar(client, content.type, example, value)
        for example, value in json_examples(content.examples)
    ]
    if found or content.type is None:
        return found
    if response.status[0] != "2" or holds_nothing(client, content.type):
        declared = _declared_examples(client, content.type)
        found = [_exemplar(client, content.type, e, v) for e, v in declared]
        if found:
            return found
    composed = dumps(stand_in(client, content.type), indent=2)
    return [Exemplar(f"#{content.origin.pointer}", composed, False, ())]


def _declared_examples(client: Client, type_: Type) -> list[tuple[Example, Json]]:
    shape = resolved(client, type_)
    examples = getattr(shape, "examples", ())
    return list(json_examples(examples))


def _exemplar(
    client: Client, type_: Type | None, example: Example, value: Json
) -> Exemplar:
    found = mismatches(client, type_, value) if type_ is not None else []
    return Exemplar(
        f"#{example.origin.pointer}",
        dumps(value, indent=2),
        True,
        tuple(found),
    )


@dataclass(frozen=True, slots=True)
class _Printer:
    """Prints contracts for one module."""

    client: Client
    names: ClientNames
    imports: Imports
    folder: str

    def support(self, name: str) -> Code:
        return self.imports.name("._support", name)

    def contract(self, call: Call) -> tuple[Code, ...]:
        """Return the keyword arguments of one `Contract`."""
        name = self.names.calls[call.operation.id]
        values = {
            argument.name: self._value(argument)
            for argument in call.arguments
            if argument.required or argument.positional
        }
        given = join(self._given(a, values) for a in call.arguments if a.name in values)
        target = f"client.{identifier(name.resource)}"
        method = identifier(name.method)
        plain = Code(f"lambda client: {target}.{method}({given})")
        raw = Code(f"lambda client: {target}.with_raw_response.{method}({given})")
        arguments = [
            Code(f"name={string(str(name))}"),
            Code("provider=PROVIDER"),
            Code(f"call={plain}"),
            Code(f"call_async={plain}"),
            Code(f"call_raw={raw}"),
            Code(f"call_raw_async={raw}"),
            Code(f"request={self._request(call, values)}"),
            Code(f"resend={string(call.operation.resend.value)}"),
        ]
        successes = [self._reply(r, c, success=True) for r, c in call.successes]
        arguments.append(Code(f"successes={_tuple(successes)}"))
        failures = [
            self._reply(r, c, success=False)
            for r, c in call.failures
            if r.status != "default"
        ]
        if failures:
            arguments.append(Code(f"failures={_tuple(failures)}"))
        return tuple(arguments)

    # What is sent

    def _value(self, argument: Argument) -> Json:
        source = argument.source
        if isinstance(source, Content):
            for _, value in json_examples(source.examples):
                return value
            return stand_in(self.client, argument.type)
        if isinstance(source, Field) and source.example is None:
            return self._body_examples.get(source.origin.pointer) or argument_value(
                self.client, source
            )
        return argument_value(self.client, source)

    @property
    def _body_examples(self) -> dict[str, Json]:
        """Return body fields' values as the body's own examples show them."""
        found: dict[str, Json] = {}
        for operation in self.client.operations:
            for content in operation.body.contents if operation.body else ():
                shape = resolved(self.client, content.type) if content.type else None
                for _, value in json_examples(content.examples):
                    for field in getattr(shape, "fields", ()):
                        if isinstance(value, dict) and field.name in value:
                            found.setdefault(field.origin.pointer, value[field.name])
        return found

    def _given(self, argument: Argument, values: dict[str, Json]) -> Code:
        written = self._python(argument.type, values[argument.name])
        if argument.positional:
            return written
        return Code(f"{identifier(argument.name)}={written}")

    def _python(self, type_: Type, value: Json) -> Code:
        """Return a Python expression for an argument's value."""
        shape = resolved(self.client, type_)
        if isinstance(shape, Primitive) and isinstance(value, str):
            return self._text(shape.kind, value)
        match value:
            case list():
                return Code(f"[{join(self._python_any(item) for item in value)}]")
            case dict():
                pairs = (
                    Code(f"{string(key)}: {self._python_any(item)}")
                    for key, item in value.items()
                )
                return Code("{" + join(pairs) + "}")
            case Decimal():
                self.imports.name("decimal", "Decimal")
                return literal(value)
            case _:
                return literal(value)

    def _python_any(self, value: Json) -> Code:
        return self._python(Primitive(Kind.BOOLEAN), value)

    def _text(self, kind: Kind, value: str) -> Code:
        match kind:
            case Kind.DECIMAL:
                return Code(f"{self.imports.name('decimal', 'Decimal')}({string(value)})")
            case Kind.DATE:
                name = self.imports.name("datetime", "date")
                return Code(f"{name}.fromisoformat({string(value)})")
            case Kind.DATE_TIME:
                name = self.imports.name("datetime", "datetime")
                return Code(f"{name}.fromisoformat({string(value)})")
            case Kind.UUID:
                return Code(f"{self.imports.name('uuid', 'UUID')}({string(value)})")
            case _:
                return string(value)

    def _request(self, call: Call, values: dict[str, Json]) -> Code:
        operation = call.operation
        parts = [
            Code(f"method={string(operation.method)}"),
            Code(f"target={string(self._target(call, values))}"),
            Code(f"headers={self._headers(call, values)}"),
        ]
        body = self._body(call, values)
        if body is not None:
            parts.append(Code(f"body={string(body)}"))
        signature = self._signature(call, has_body=body is not None)
        if signature:
            parts.append(Code(f"signature={signature}"))
        return Code(f"{self.support('ExpectedRequest')}({join(parts)})")

    def _target(self, call: Call, values: dict[str, Json]) -> str:
        path = call.operation.path
        query: list[str] = []
        for argument in call.arguments:
            source = argument.source
            if not isinstance(source, Parameter) or argument.name not in values:
                continue
            text = _plain(values[argument.name])
            if source.location is Location.PATH:
                path = path.replace("{" + source.name + "}", quote(text, safe=""))
            elif source.location is Location.QUERY:
                query.append(f"{quote(source.name, safe='')}={quote(text, safe='')}")
        alternative = self._alternative(call)
        for scheme in alternative:
            if isinstance(scheme, ApiKey) and scheme.location is Location.QUERY:
                value = _credential(self.client, self.folder, scheme.credential.name)
                query.append(f"{scheme.name}={quote(value, safe='')}")
        joined = f"?{'&'.join(query)}" if query else ""
        return _base_path(self.client) + path + joined

    def _alternative(self, call: Call) -> list[object]:
        """Return the schemes of the first way to authenticate a call."""
        by_id = {scheme.id: scheme for scheme in self.client.schemes}
        first = call.operation.security[:1]
        return [by_id[name] for name in first[0]] if first else []

    def _headers(self, call: Call, values: dict[str, Json]) -> Code:
        headers: dict[str, Code] = {}
        for scheme in self._alternative(call):
            match scheme:
                case ApiKey(location=Location.HEADER, name=name, credential=credential):
                    headers[name] = string(
                        _credential(self.client, self.folder, credential.name)
                    )
                case Bearer(credential=credential):
                    token = _credential(self.client, self.folder, credential.name)
                    headers["Authorization"] = string(f"Bearer {token}")
                case HttpSignature(header_credentials=pairs):
                    for name, credential in pairs:
                        value = _credential(self.client, self.folder, credential.name)
                        headers[name] = string(value)
                case _:
                    pass
        for argument in call.arguments:
            source = argument.source
            if not isinstance(source, Parameter):
                continue
            if source.location is not Location.HEADER:
                continue
            if source.client_default:
                value = _credential(self.client, self.folder, source.client_default)
                headers[source.name] = string(value)
            elif argument.name in values:
                headers[source.name] = string(_plain(values[argument.name]))
        if call.body is not BodyForm.NONE:
            headers["Content-Type"] = string(call.media_type)
        pairs = join(Code(f"{string(name)}: {value}") for name, value in headers.items())
        return Code("{" + pairs + "}")

    def _body(self, call: Call, values: dict[str, Json]) -> str | None:
        match call.body:
            case BodyForm.NONE:
                return None
            case BodyForm.EMPTY_OBJECT:
                return "{}"
            case BodyForm.JSON_FIELDS:
                fields = {
                    argument.source.name: values[argument.name]
                    for argument in call.arguments
                    if isinstance(argument.source, Field) and argument.name in values
                }
                return dumps(fields, compact=True)
            case _:
                whole = next(a for a in call.arguments if isinstance(a.source, Content))
                return dumps(values.get(whole.name), compact=True)

    def _signature(self, call: Call, *, has_body: bool) -> Code:
        for scheme in self._alternative(call):
            match scheme:
                case HmacSignature():
                    secret = _credential(self.client, self.folder, scheme.secret.name)
                    return Code(
                        f"{self.support('HmacSignature')}"
                        f"(header={string(scheme.header)}, secret={string(secret)}, "
                        f"algorithm={string(scheme.algorithm)}, "
                        f"encoding={string(scheme.encoding)}, "
                        f"key_encoding={string(scheme.key_encoding)})"
                    )
                case HttpSignature():
                    secret = _credential(self.client, self.folder, scheme.secret.name)
                    key_id = _credential(self.client, self.folder, scheme.key_id.name)
                    signed = scheme.headers if has_body else scheme.bodiless_headers
                    return Code(
                        f"{self.support('HttpSignature')}"
                        f"(header={string(scheme.header)}, key_id={string(key_id)}, "
                        f"secret={string(secret)}, "
                        f"algorithm={string(scheme.algorithm)}, "
                        f"algorithm_name={string(scheme.algorithm_name)}, "
                        f"headers=({join(map(string, signed))},), "
                        f"key_encoding={string(scheme.key_encoding)})"
                    )
                case _:
                    pass
        return Code("")

    # What comes back

    def _reply(
        self, response: Response, content: Content | None, *, success: bool
    ) -> Code:
        holds, found = self._holds(response, content, success=success)
        parts = [Code(f"status={_status(response.status)}"), Code(f"holds={string(holds)}")]
        if content is not None and content.media_type != "application/json":
            parts.append(Code(f"media_type={string(content.media_type)}"))
        if found:
            parts.append(Code(f"fields={_tuple([self._probe(p) for p in found])}"))
        examples = [self._example(e) for e in _exemplars(self.client, response, content)]
        if examples:
            parts.append(Code(f"examples={_tuple(examples)}"))
        if success and (response.may_be_empty or holds == "none"):
            parts.append(Code("empty_is_none=True"))
        return Code(f"{self.support('Reply')}({join(parts)})")

    def _holds(
        self, response: Response, content: Content | None, *, success: bool
    ) -> tuple[str, tuple[Probe, ...]]:
        if content is None:
            return ("none" if success else "any"), ()
        if content.type is None:
            return "any", ()
        if success and response.may_be_empty and holds_nothing(self.client, content.type):
            return "none", ()
        return kind_of(self.client, content.type)[0], probes(self.client, content.type)

    def _probe(self, probe: Probe) -> Code:
        parts = [string(probe.pointer), string(probe.attribute), string(probe.kind)]
        if probe.required:
            parts.append(Code("required=True"))
        if probe.nullable:
            parts.append(Code("nullable=True"))
        if probe.known:
            parts.append(Code(f"known={_tuple([literal(v) for v in probe.known])}"))
        return Code(f"{self.support('Probe')}({join(parts)})")

    def _example(self, exemplar: Exemplar) -> Code:
        parts = [
            Code(f"source={string(exemplar.source)}"),
            Code(f"content={_lines(exemplar.content)}"),
        ]
        if not exemplar.documented:
            parts.append(Code("documented=False"))
        if exemplar.defects:
            make = self.support("Defect")
            listed = [
                Code(f"{make}({string(d.pointer)}, {string(d.reason)})")
                for d in exemplar.defects
            ]
            parts.append(Code(f"defects={_tuple(listed)}"))
        return Code(f"{self.support('Example')}({join(parts)})")


def _lines(text: str) -> Code:
    """Return text as adjacent string literals, one for each of its lines."""
    lines = text.splitlines(keepends=True)
    if len(lines) <= 1:
        return string(text)
    return Code("(" + " ".join(string(line) for line in lines) + ")")


def _status(status: str) -> Code:
    """Return a status; a range is given by one that is not documented by itself."""
    return Code(str(int(status.replace("XX", "99")))) if status != "default" else Code("0")


def _tuple(items: list[Code]) -> Code:
    return Code(f"({', '.join(items)}{',' if len(items) == 1 else ''})")


def _plain(value: Json) -> str:
    return value if isinstance(value, str) else dumps(value)


def defect_diagnostics(
    client: Client, place: Callable[[str], Place]
) -> list[Diagnostic]:
    """Return a warning for each documented example that contradicts its schema."""
    found: list[Diagnostic] = []
    for exemplar, mismatch in defects(client):
        where = place(exemplar.source.removeprefix("#"))
        found.append(
            Diagnostic(
                "UD045",
                f"the example's {mismatch.pointer or 'value'} {mismatch.reason}",
                where,
                "the contract tests list it; an overlay can correct the schema",
            )
        )
    return found

