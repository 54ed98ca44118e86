"""The credentials and addresses that contract tests use."""

from __future__ import annotations

from urllib.parse import urlsplit

from ...ir import Client, HmacSignature, HttpSignature
from ...jsontext import dumps
from ...naming import credential_argument, default_argument
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
    defaults: dict[str, JsonValue] = {}
    for operation in client.operations:
        for parameter in operation.parameters:
            name = default_argument(parameter)
            if name and name not in defaults:
                defaults[name] = argument_value(client, parameter)
    for name, value in defaults.items():
        values[name] = value if isinstance(value, str) else dumps(value)
    return values


def base_path(client: Client) -> str:
    """Return the path of the documented server URL, "" if it has none."""
    if not client.servers:
        return ""
    return urlsplit(client.servers[0].url).path.rstrip("/")
