"""What the words of a document are called at a client's constructor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..diagnostics import Diagnostic, Place
from ..ir import Client, Credential, Parameter, Server, ServerVariable
from .words import argument_name, credential_name, distinct


def credential_argument(credential: Credential) -> str:
    """Return the argument that a client takes a credential by."""
    if not (credential.scheme and credential.word):
        return credential_name(credential.scheme or credential.word)
    return f"{credential_name(credential.scheme)}_{credential.word}"


def default_argument(parameter: Parameter) -> str:
    """Return the argument that gives a parameter's default, "" if there is none."""
    word = parameter.client_default
    return credential_name(word) if word else ""


def variable_arguments(client: Client) -> dict[str, str]:
    """Return the argument that each variable of the client's hosts is given by.

    It is never that of a credential, which would stand in a URL then.
    """
    taken = {
        credential_argument(credential)
        for scheme in client.schemes
        for credential in scheme.credentials
    }
    taken |= {default_argument(p) for o in client.operations for p in o.parameters}
    found: dict[str, str] = {}
    for variable in client_variables(client):
        if variable.name in found:
            continue
        plain = argument_name(variable.name)
        usable = plain == credential_name(variable.name) and plain not in taken
        wanted = plain if usable else f"server_{plain.rstrip('_')}"
        found[variable.name] = distinct(wanted, taken, variable.name)
    return found


def client_variables(client: Client) -> tuple[ServerVariable, ...]:
    """Return the variables of all hosts, a name's first ones first."""
    servers = [*client.servers, *(s for o in client.operations for s in o.servers)]
    return tuple(variable for server in servers for variable in server.variables)


def environment_names(servers: Iterable[Server]) -> tuple[str, ...]:
    """Return what each host is chosen by, "" for one that is the only one."""
    taken: set[str] = set()
    return tuple(
        (
            distinct(argument_name(server.environment), taken, server.url)
            if server.environment
            else ""
        )
        for server in servers
    )


def constructor_problems(
    client: Client, place: Callable[[str], Place]
) -> Iterator[Diagnostic]:
    """Yield the stated words that cannot be what they would be called.

    A client has arguments of its own, such as `base_url`, and a language has keywords.
    """
    for word, name, pointer in dict.fromkeys(_stated(client)):
        if word != name:
            yield Diagnostic(
                "UD042",
                f"no argument can be called `{word}`",
                place(pointer),
                "choose another word in snake_case",
            )


def _stated(client: Client) -> Iterator[tuple[str, str, str]]:
    """Yield (word, name, pointer) of what documents name in snake_case themselves."""
    for scheme in client.schemes:
        for credential in scheme.credentials:
            if credential.origin != scheme.origin:
                argument = credential_argument(credential)
                yield credential.word, argument, credential.origin.pointer
    for operation in client.operations:
        for parameter in operation.parameters:
            if word := parameter.client_default:
                pointer = f"{parameter.origin.pointer}/x-undrift-client-default"
                yield word, default_argument(parameter), pointer
