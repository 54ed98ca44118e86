"""A client's description as plain, frozen data; every part says where it is from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import assert_never

from ...diagnostics import Place
from ...emit.calls import (
    BodyForm,
    MethodArgument,
    MethodCall,
    is_idempotency_key,
    method_call,
)
from ...emit.client.client import constructor_arguments
from ...emit.client.resources import ERROR_CLASSES
from ...ir import (
    AnyValue,
    ApiKey,
    Basic,
    Bearer,
    Client,
    ClientCredentials,
    Constant,
    Content,
    Credential,
    Docs,
    Field,
    HmacSignature,
    HttpSignature,
    ListOf,
    MapOf,
    Nullable,
    OneOf,
    Parameter,
    Primitive,
    Ref,
    Resend,
    SecurityScheme,
    Server,
    Type,
)
from ...ir.walk import holds_nothing
from ...naming import (
    ClientNames,
    client_variables,
    credential_argument,
    default_argument,
    environment_names,
    variable_arguments,
)

Sources = Callable[[str], tuple[Place, ...]]
"""Where a pointer's part is documented, the best place first."""


@dataclass(frozen=True, slots=True)
class HostInfo:
    """One documented host."""

    url: str
    environment: str
    place: str


@dataclass(frozen=True, slots=True)
class CredentialInfo:
    """One constructor argument, its variable, and how it reaches the provider."""

    argument: str
    variable: str
    secret: bool
    required: bool
    sent: str
    place: str
    note: str


@dataclass(frozen=True, slots=True)
class ArgumentInfo:
    """One argument of a call and where it travels."""

    name: str
    location: str
    wire_name: str
    type: str
    required: bool
    description: str
    place: str
    note: str


@dataclass(frozen=True, slots=True)
class ReturnInfo:
    """One documented success."""

    status: str
    type: str
    place: str
    note: str


@dataclass(frozen=True, slots=True)
class ErrorInfo:
    """One documented failure and the error it raises."""

    status: str
    error: str
    body: str
    description: str
    place: str
    note: str


@dataclass(frozen=True, slots=True)
class CallInfo:
    """One call."""

    call: str
    method: str
    path: str
    summary: str
    body: str
    hosts: tuple[HostInfo, ...]
    """Where only this call goes; () is where all others go."""
    arguments: tuple[ArgumentInfo, ...]
    returns: tuple[ReturnInfo, ...]
    errors: tuple[ErrorInfo, ...]
    resend: str
    deprecated: bool
    place: str
    note: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One overlay action: what it changes in the documentation, and why."""

    target: str
    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class ProviderInfo:
    """One provider, whole. A `note` says why a part is not on the provider's page."""

    provider: str
    client: str
    title: str
    pages: tuple[str, ...]
    hosts: tuple[HostInfo, ...]
    credentials: tuple[CredentialInfo, ...]
    calls: tuple[CallInfo, ...]
    corrections: tuple[Correction, ...]


def as_json(info: ProviderInfo) -> dict[str, object]:
    """Return a description as plain values for `json.dumps`."""
    return asdict(info)


def describe(
    provider: str,
    class_name: str,
    title: str,
    pages: tuple[str, ...],
    client: Client,
    names: ClientNames,
    sources: Sources,
    corrections: tuple[Correction, ...] = (),
) -> ProviderInfo:
    """Return everything that a user may want to know before the first call."""

    def place(pointer: str) -> str:
        return ", ".join(str(found) for found in sources(pointer))

    describer = _Describer(provider, client, names, place)
    return ProviderInfo(
        provider,
        class_name,
        title,
        pages,
        describer.hosts(client.servers),
        describer.credentials(),
        tuple(describer.call(method_call(client, o)) for o in client.operations),
        corrections,
    )


_RESEND = {
    Resend.SAFE: "after any failure that may pass: sending it twice does no harm",
    Resend.UNSENT: "only if nothing was sent, or after a 429",
}


@dataclass(frozen=True, slots=True)
class _Describer:
    provider: str
    client: Client
    names: ClientNames
    place: Callable[[str], str]

    def credentials(self) -> tuple[CredentialInfo, ...]:
        sent: dict[str, tuple[str, str]] = {}
        for scheme in self.client.schemes:
            for credential in scheme.credentials:
                use = _use(scheme, credential)
                where = self.place(scheme.origin.pointer)
                sent.setdefault(credential_argument(credential), (use, where))
        notes = {
            credential_argument(credential): scheme.docs.unsupported
            for scheme in self.client.schemes
            for credential in scheme.credentials
        }
        arguments = variable_arguments(self.client)
        for variable in client_variables(self.client):
            use = f"the part {{{variable.name}}} of the host"
            where = self.place(variable.origin.pointer)
            sent.setdefault(arguments[variable.name], (use, where))
        for operation in self.client.operations:
            for parameter in operation.parameters:
                if argument := default_argument(parameter):
                    use = f"{parameter.location.value} {parameter.name}"
                    where = self.place(parameter.origin.pointer)
                    sent.setdefault(argument, (use, where))
        return tuple(
            CredentialInfo(
                asked.name,
                f"{self.provider}_{asked.name}".upper(),
                asked.secret,
                asked.required,
                *sent.get(asked.name, ("", "")),
                notes.get(asked.name, ""),
            )
            for asked in constructor_arguments(self.client)
        )

    def hosts(self, servers: tuple[Server, ...]) -> tuple[HostInfo, ...]:
        return tuple(
            HostInfo(
                server.url or "none: needs base_url",
                name,
                self.place(server.origin.pointer),
            )
            for name, server in zip(environment_names(servers), servers, strict=True)
        )

    def call(self, call: MethodCall) -> CallInfo:
        operation = call.operation
        return CallInfo(
            f"{self.provider}.{self.names.calls[operation.id]}",
            operation.method,
            operation.path,
            operation.docs.summary or operation.docs.description,
            _body(call),
            self.hosts(operation.servers),
            tuple(self._argument(a) for a in call.arguments),
            tuple(
                ReturnInfo(
                    response.status,
                    self._returned(content, may_be_empty=response.may_be_empty),
                    self.place(response.origin.pointer),
                    response.docs.unsupported,
                )
                for response, content in call.successes
            ),
            tuple(
                ErrorInfo(
                    response.status,
                    _error_class(response.status),
                    self._content(content),
                    response.docs.description,
                    self.place(response.origin.pointer),
                    response.docs.unsupported,
                )
                for response, content in call.failures
            ),
            _resend(call),
            operation.docs.deprecated,
            self.place(operation.origin.pointer),
            operation.docs.unsupported,
        )

    def _argument(self, argument: MethodArgument) -> ArgumentInfo:
        source = argument.source
        about = Docs() if isinstance(source, Content) else source.docs
        location, wire = "body", ""
        match source:
            case Parameter():
                location, wire = source.location.value, source.name
            case Field():
                wire = source.name
            case Content():
                pass
            case _:
                assert_never(source)
        return ArgumentInfo(
            argument.name,
            location,
            wire,
            self._type(argument.type),
            argument.required,
            about.description,
            self.place(source.origin.pointer),
            about.unsupported,
        )

    def _returned(self, content: Content | None, *, may_be_empty: bool) -> str:
        if content is None:
            return "None"
        if content.type is not None and may_be_empty:
            if holds_nothing(self.client, content.type):
                return "None"
            return f"{self._type(content.type)} | None"
        return self._content(content)

    def _content(self, content: Content | None) -> str:
        if content is None or content.type is None:
            return "Any"
        return self._type(content.type)

    def _type(self, type_: Type) -> str:
        match type_:
            case Primitive(kind):
                return kind.value
            case AnyValue():
                return "Any"
            case Ref(target):
                return self.names.types[target]
            case ListOf(item):
                return f"list[{self._type(item)}]"
            case MapOf(value):
                return f"dict[str, {self._type(value)}]"
            case Nullable(inner):
                return f"{self._type(inner)} | None"
            case OneOf(variants):
                return " | ".join(dict.fromkeys(self._type(v) for v in variants))
            case Constant(value):
                return repr(value)
            case _:
                assert_never(type_)


def _error_class(status: str) -> str:
    if status.startswith("5"):
        return "InternalServerError"
    return ERROR_CLASSES.get(status, "APIStatusError")


def _resend(call: MethodCall) -> str:
    """Return when the runtime sends a call again by itself."""
    usual = _RESEND[call.operation.resend]
    for argument in call.arguments:
        source = argument.source
        if isinstance(source, Parameter) and is_idempotency_key(source):
            keyed = (
                "after any failure that may pass, even if it may have been processed:"
                f" by the same {source.name} the provider knows it again"
            )
            return usual if call.operation.resend is Resend.SAFE else keyed
    return usual


def _body(call: MethodCall) -> str:
    match call.body:
        case BodyForm.NONE:
            return "no body"
        case BodyForm.EMPTY_OBJECT:
            return "always exactly {}"
        case _:
            return call.media_type


def _use(scheme: SecurityScheme, asked: Credential) -> str:
    match scheme:
        case Bearer(scheme=kind):
            return f"header Authorization: {kind}"
        case ClientCredentials() as found:
            if found.token == asked:
                return "header Authorization: Bearer, instead of one obtained"
            return f"obtains a token at {found.token_url}"
        case Basic():
            return "header Authorization: Basic"
        case ApiKey(location=location, name=name):
            return f"{location.value} {name}"
        case HmacSignature(header=header, algorithm=algorithm, encoding=encoding):
            return (
                f"signs the body: header {header}, HMAC-{algorithm.upper()}, {encoding}"
            )
        case HttpSignature() as found:
            for header, credential in found.header_credentials:
                if credential == asked:
                    return f"header {header}"
            if found.key_id == asked:
                return f"header {found.header}, as keyid"
            return f"signs {' '.join(found.headers)}: header {found.header}"
        case _:
            assert_never(scheme)
