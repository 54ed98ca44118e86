"""The credentials and addresses that contract tests use."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from ...ir import Client, HmacSignature, HttpSignature, Operation
from ...jsontext import dumps
from ...naming import (
    client_variables,
    credential_argument,
    default_argument,
    variable_arguments,
)
from ..client.client import constructor_arguments
from ..examples.synthesize import argument_value
from ..examples.validate import JsonValue


def _canary(folder: str, argument: str, *, secret: bool, client: Client) -> str:
    """Return a credential for tests: easy to find wherever it should not be."""
    for scheme in client.schemes:
        if (
            isinstance(scheme, HmacSignature | HttpSignature)
            and credential_argument(scheme.secret) == argument
            and scheme.key_encoding == "base64"
        ):
            return "Y2FuYXJ5LXNlY3JldC1rZXktb2YtdGhlLXRlc3RzLTA="
        if (
            isinstance(scheme, HmacSignature | HttpSignature)
            and credential_argument(scheme.secret) == argument
            and scheme.key_encoding == "hex"
        ):
            return "63616e6172792d7365637265742d6b6579"
    word = "canary" if secret else "test"
    return f"{word}-{folder}-{argument}".replace("_", "-")


def credential_values(client: Client, folder: str) -> dict[str, str]:
    """Return what the tests pass for each constructor argument."""
    values = {
        argument.name: _canary(
            folder, argument.name, secret=argument.secret, client=client
        )
        for argument in constructor_arguments(client)
    }
    arguments = variable_arguments(client)
    for variable in reversed(client_variables(client)):
        if possible := variable.default or next(iter(variable.values), ""):
            values[arguments[variable.name]] = possible
    defaults: dict[str, JsonValue] = {}
    for operation in client.operations:
        for parameter in operation.parameters:
            name = default_argument(parameter)
            if name and name not in defaults:
                defaults[name] = argument_value(client, parameter)
    for name, value in defaults.items():
        values[name] = value if isinstance(value, str) else dumps(value)
    return values


def base_path(
    client: Client, values: Mapping[str, str], operation: Operation | None = None
) -> str:
    """Return the path of the documented server URL, "" if it has none.

    An operation whose own server is only a path is there; `values` fill it in.
    """
    servers = client.servers
    if operation and operation.servers and operation.servers[0].url.startswith("/"):
        servers = operation.servers
    if not servers:
        return ""
    url, arguments = servers[0].url, variable_arguments(client)
    for variable in servers[0].variables:
        text = values[arguments[variable.name]].strip("/")
        url = url.replace(f"{{{variable.name}}}", quote(text, safe="/:@!$&'()*+,;=~"))
    return urlsplit(url).path.rstrip("/")
