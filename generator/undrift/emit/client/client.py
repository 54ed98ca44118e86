"""The client → `_client.py` and `__init__.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

from ...ir import (
    ApiKey,
    Basic,
    Bearer,
    Client,
    ClientCredentials,
    Credential,
    Docs,
    HmacSignature,
    HttpSignature,
    Parameter,
    SecurityScheme,
    Server,
    ServerVariable,
)
from ...naming import (
    ClientNames,
    client_variables,
    credential_argument,
    default_argument,
    environment_names,
    variable_arguments,
)
from ..code import Code, docstring, identifier, items_tuple, join, paragraph, string
from ..imports import Imports
from .models import prose, with_note


@dataclass(frozen=True, slots=True)
class ConstructorArgument:
    """One constructor argument that the provider asks for."""

    name: str
    secret: bool
    required: bool
    """False for what some call can do without, or may be given itself."""
    docs: Docs
    values: tuple[str, ...] = ()
    """All that are possible, () where any is."""


@dataclass(frozen=True, slots=True)
class ResourceLinkView:
    """One resource as an attribute of the client."""

    attribute: Code
    name: Code
    module: Code


@dataclass(frozen=True, slots=True)
class ClientView:
    """`_client.py`."""

    doc: Code
    imports: tuple[Code, ...]
    name: Code
    sync_doc: Code
    async_doc: Code
    service: tuple[Code, ...]
    """The keyword arguments of the `Service`."""
    arguments: tuple[Code, ...]
    """The constructor's own arguments, as signature entries."""
    argument_values: Code
    has_environments: bool
    environments: Code
    init_doc: Code
    resources: tuple[ResourceLinkView, ...]


@dataclass(frozen=True, slots=True)
class PackageView:
    """`__init__.py`."""

    doc: Code
    imports: tuple[Code, ...]
    exports: tuple[Code, ...]
    """Every public name as a string literal, sorted."""


def constructor_arguments(client: Client) -> tuple[ConstructorArgument, ...]:
    """Return what a provider's constructor asks for beside the common options."""
    found: dict[str, ConstructorArgument] = {}
    needed = _needed_always(client)
    for scheme in client.schemes:
        for credential in scheme.credentials:
            argument = credential_argument(credential)
            found.setdefault(
                argument,
                ConstructorArgument(
                    argument,
                    credential.secret,
                    argument in needed,
                    credential.docs,
                ),
            )
    arguments = variable_arguments(client)
    for variable in client_variables(client):
        argument = arguments[variable.name]
        known = found.get(argument)
        before = known.values if known else ()
        values = tuple(dict.fromkeys((*before, *variable.values)))
        if not variable.values or (known and not known.values):
            values = ()
        about = known.docs if known else _about_variable(variable)
        found[argument] = ConstructorArgument(argument, False, False, about, values)
    for operation in client.operations:
        for parameter in operation.parameters:
            if argument := default_argument(parameter):
                found.setdefault(argument, _default_of(parameter))
    return tuple(found.values())


def _needed_always(client: Client) -> frozenset[str]:
    """Return the credentials without which no call can be made."""
    needs = {
        # Either the token or the two that obtain one will do.
        scheme.id: (
            frozenset[str]()
            if isinstance(scheme, ClientCredentials)
            else frozenset(map(credential_argument, scheme.credentials))
        )
        for scheme in client.schemes
    }
    ways = {way for o in client.operations for way in o.security or ((),)}
    sets = [frozenset[str]().union(*(needs[name] for name in way)) for way in ways]
    return sets[0].intersection(*sets[1:]) if sets else frozenset[str]()


def _about_variable(variable: ServerVariable) -> Docs:
    note = f"The part `{{{variable.name}}}` of the server's URL."
    if variable.default:
        note = f"{note} Usually `{variable.default}`."
    return Docs(description=with_note(variable.docs.description, note))


def host(client: Client, imports: Callable[[str], Code], server: Server) -> Code:
    """Return a host as the runtime is told of it."""
    if not server.variables:
        return string(server.url)
    arguments = variable_arguments(client)
    variables: list[Code] = []
    for variable in server.variables:
        parts = [string(variable.name), string(arguments[variable.name])]
        if variable.default is not None:
            parts.append(Code(f"default={string(variable.default)}"))
        if variable.values:
            parts.append(
                Code(f"values={items_tuple([string(v) for v in variable.values])}")
            )
        variables.append(Code(f"{imports('HostVariable')}({join(parts)})"))
    return Code(
        f"{imports('HostTemplate')}({string(server.url)}, {items_tuple(variables)})"
    )


def _default_of(parameter: Parameter) -> ConstructorArgument:
    note = f"Default of `{parameter.name}`, which a call may override."
    about = Docs(description=with_note(parameter.docs.description, note))
    return ConstructorArgument(default_argument(parameter), False, False, about)


def client_module(
    client: Client,
    names: ClientNames,
    classes: Mapping[str, str],
    class_name: str,
    folder: str,
    title: str,
) -> ClientView:
    """Return the view of `_client.py`."""
    imports = Imports()
    imports.name("__future__", "annotations")
    if classes:
        imports.name("functools", "cached_property")
    imports.name("typing", "TYPE_CHECKING")
    imports.module("httpx2")

    def runtime(name: str) -> Code:
        return imports.name("._runtime", name)

    for name in (
        "DEFAULT_DEADLINE",
        "DEFAULT_MAX_RETRIES",
        "DEFAULT_TIMEOUT",
        "AsyncClient",
        "OnDeviation",
        "Service",
        "SyncClient",
        "Validation",
    ):
        runtime(name)
    asked = constructor_arguments(client)
    environments = [name for name in environment_names(client.servers) if name]
    if environments:
        imports.name("typing", "Literal")
    if any(argument.values for argument in asked):
        imports.name("typing", "Literal")
    service = _service(client, asked, class_name, folder, runtime)
    return ClientView(
        docstring(f"`{class_name}` and `Async{class_name}`.", 0),
        imports.lines() if not asked else _with_schemes(client, imports, asked),
        identifier(class_name),
        docstring(_class_doc(client, title, "client"), 4),
        docstring(_class_doc(client, title, "client for asyncio"), 4),
        service,
        tuple(
            Code(f"{identifier(a.name)}: {_annotation(a)} | None = None") for a in asked
        ),
        Code(
            "{"
            + join(Code(f"{string(a.name)}: {identifier(a.name)}") for a in asked)
            + "}"
        ),
        bool(environments),
        Code(f"Literal[{join(string(name) for name in environments)}] | None"),
        docstring(_init_doc(client, asked, folder, environments), 8),
        tuple(
            ResourceLinkView(
                identifier(attribute), identifier(resource), identifier(attribute)
            )
            for attribute, resource in classes.items()
        ),
    )


def _annotation(argument: ConstructorArgument) -> Code:
    if not argument.values:
        return Code("str")
    return Code(f"Literal[{join(map(string, argument.values))}]")


def _with_schemes(
    client: Client, imports: Imports, asked: tuple[ConstructorArgument, ...]
) -> tuple[Code, ...]:
    if asked:
        imports.name("._runtime", "Argument")
    for scheme in client.schemes:
        imports.name("._runtime", _SCHEME_CLASSES[type(scheme)])
    return imports.lines()


_SCHEME_CLASSES: dict[type[SecurityScheme], str] = {
    ApiKey: "ApiKeyScheme",
    Bearer: "BearerScheme",
    Basic: "BasicScheme",
    ClientCredentials: "OAuth2ClientCredentialsScheme",
    HmacSignature: "HmacScheme",
    HttpSignature: "HttpSignatureScheme",
}


def _named_servers(client: Client) -> list[tuple[str, Server]]:
    names = environment_names(client.servers)
    return list(zip(names, client.servers, strict=True))


def _service(
    client: Client,
    asked: tuple[ConstructorArgument, ...],
    class_name: str,
    folder: str,
    runtime: Callable[[str], Code],
) -> tuple[Code, ...]:
    servers = join(
        Code(f"{string(name)}: {host(client, runtime, server)}")
        for name, server in _named_servers(client)
    )
    parts = [
        Code(f"name={string(class_name)}"),
        Code(f"prefix={string(folder.upper())}"),
        Code("servers={" + servers + "}"),
    ]
    if asked:
        entries = [
            Code(
                f"Argument({string(a.name)}, secret={a.secret}"
                f"{'' if a.required else ', required=False'})"
            )
            for a in asked
        ]
        parts.append(Code(f"arguments=({join(entries)},)"))
    if client.schemes:
        schemes = join(Code(f"{string(s.id)}: {_scheme(s)}") for s in client.schemes)
        parts.append(Code("schemes={" + schemes + "}"))
    return tuple(parts)


def _argument(credential: Credential) -> Code:
    return string(credential_argument(credential))


def _scheme(scheme: SecurityScheme) -> Code:
    name = _SCHEME_CLASSES[type(scheme)]
    match scheme:
        case ApiKey():
            return Code(
                f"{name}({string(scheme.location.value)}, {string(scheme.name)}, "
                f"{_argument(scheme.credential)})"
            )
        case Bearer():
            kind = "" if scheme.scheme == "Bearer" else f", {string(scheme.scheme)}"
            return Code(f"{name}({_argument(scheme.credential)}{kind})")
        case ClientCredentials():
            parts = [Code(f"token_url={string(scheme.token_url)}")]
            if scheme.scopes:
                scopes = [string(scope) for scope in scheme.scopes]
                parts.append(Code(f"scopes={items_tuple(scopes)}"))
            for usual, option, credential in (
                ("client_id", "client_id_argument", scheme.client_id),
                ("client_secret", "client_secret_argument", scheme.client_secret),
                ("access_token", "token_argument", scheme.token),
            ):
                if credential_argument(credential) != usual:
                    parts.append(Code(f"{option}={_argument(credential)}"))
            return Code(f"{name}({join(parts)})")
        case Basic():
            return Code(
                f"{name}({_argument(scheme.username)}, "
                f"{_argument(scheme.password)})"
            )
        case HmacSignature():
            return Code(
                f"{name}(header={string(scheme.header)}, "
                f"algorithm={string(scheme.algorithm)}, "
                f"encoding={string(scheme.encoding)}, "
                f"key_encoding={string(scheme.key_encoding)}, "
                f"secret_argument={_argument(scheme.secret)})"
            )
        case HttpSignature():
            pairs = join(
                Code(f"({string(header)}, {_argument(credential)})")
                for header, credential in scheme.header_credentials
            )
            return Code(
                f"{name}(header={string(scheme.header)}, "
                f"algorithm={string(scheme.algorithm)}, "
                f"algorithm_name={string(scheme.algorithm_name)}, "
                f"key_encoding={string(scheme.key_encoding)}, "
                f"headers=({join(map(string, scheme.headers))},), "
                f"bodiless_headers=({join(map(string, scheme.bodiless_headers))},), "
                f"header_arguments=({pairs}{',' if pairs else ''}), "
                f"key_id_argument={_argument(scheme.key_id)}, "
                f"secret_argument={_argument(scheme.secret)})"
            )
        case _:
            assert_never(scheme)


def _class_doc(client: Client, title: str, kind: str) -> list[str]:
    lines = paragraph(f"{title} {kind}.", 4)
    about = prose(client.docs)
    if about:
        lines += ["", *paragraph(about, 4)]
    return lines


def _init_doc(
    client: Client,
    asked: tuple[ConstructorArgument, ...],
    folder: str,
    environments: list[str],
) -> list[str]:
    prefix = folder.upper()
    lines = ["Make a client; nothing is sent yet.", "", "Args:"]

    def entry(name: str, about: str) -> None:
        first, *rest = paragraph(f"{name}: {about}", 16)
        lines.append(f"    {first}")
        lines.extend(f"        {line}" if line else "" for line in rest)

    for argument in asked:
        variable = f"{prefix}_{argument.name.upper()}"
        default = f"Default: `{variable}` in the environment."
        entry(argument.name, with_note(prose(argument.docs), default))
    if environments:
        hosts = ", ".join(f"`{n}` is {s.url}" for n, s in _named_servers(client))
        entry(
            "environment",
            f"Which host to call: {hosts}. Required unless `base_url` or"
            f" `{prefix}_ENVIRONMENT` is set.",
        )
    match client.servers:
        case ():
            about = (
                "Where the API is; the documentation names no host. Default:"
                f" `{prefix}_BASE_URL` in the environment."
            )
        case (only,) if "://" not in only.url:
            about = (
                "Where the API is; the documentation names no host, only the path"
                f" {only.url}, which is added where this has none. Default:"
                f" `{prefix}_BASE_URL` in the environment."
            )
        case (only,):
            about = f"Replaces {only.url}, path included."
        case _:
            about = "Replaces the whole server URL, path included."
    entry("base_url", about)
    entry(
        "allow_http",
        "Let `base_url` be a plain http one of another machine, as in a cluster or"
        " of a test server; credentials then travel unencrypted.",
    )
    entry("timeout", "Seconds that connecting, sending or reading may each take.")
    entry("deadline", "Seconds that a whole call may take, retries included.")
    entry("max_retries", "How often a call is sent again where that is safe.")
    entry(
        "validation",
        '`"record"` returns what deviates from the documentation as it arrived;'
        ' `"strict"` raises.',
    )
    entry("http_client", "Your own httpx2 client; it is never closed here.")
    entry("on_deviation", "Called with each deviation of a reply.")
    return lines


_PUBLIC = (
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "Deviation",
    "InternalServerError",
    "MissingCredentialError",
    "NotFoundError",
    "Omit",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "RequestError",
    "RequestValidationError",
    "Response",
    "ResponseDecodingError",
    "ResponseValidationError",
    "UnprocessableEntityError",
    "omit",
)


def package_module(class_name: str, folder: str, title: str) -> PackageView:
    """Return the view of `__init__.py`."""
    error = error_name(class_name)
    imports = Imports()
    for name in (class_name, f"Async{class_name}"):
        imports.name("._client", name)
    for name in _PUBLIC:
        imports.name("._runtime", name)
    imports.renamed("._runtime", "PackageError", error)
    public = sorted({*_PUBLIC, class_name, f"Async{class_name}", error})
    lines = [
        f"{title}: a typed client, generated from its documentation.",
        "",
        f"    from {folder} import {class_name}",
        "",
        "Every error derives from " + f"`{error}`. Types are in `{folder}.types`.",
    ]
    return PackageView(
        docstring([*paragraph(lines[0], 0), *lines[1:]], 0),
        imports.lines(),
        tuple(string(name) for name in public),
    )


def error_name(class_name: str) -> str:
    """Return the public name of a package's base error."""
    name = f"{class_name}Error"
    return f"{class_name}ClientError" if name in _PUBLIC else name
