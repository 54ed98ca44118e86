"""Prints the request that an operation's `Contract` expects on the wire."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from ...ir import (
    ApiKey,
    Basic,
    Bearer,
    Client,
    ClientCredentials,
    Content,
    Credential,
    Field,
    HmacSignature,
    HttpSignature,
    Location,
    Parameter,
    SecurityScheme,
)
from ...jsontext import dumps
from ...naming import credential_argument, default_argument
from ..calls import BodyForm, MethodCall
from ..code import Code, items_tuple, join, string
from ..examples.validate import JsonValue
from ..imports import Imports
from .credentials import base_path
from .serialization import (
    expected_cookie,
    expected_form,
    expected_header,
    expected_path,
    expected_query,
    expected_text,
)
from .xml_text import expected_xml


@dataclass(frozen=True, slots=True)
class RequestPrinter:
    """Prints requests for one module."""

    client: Client
    imports: Imports
    credentials: Mapping[str, str]
    """What the client is made with, by argument."""

    def request(self, call: MethodCall, values: dict[str, JsonValue]) -> Code:
        """Return the `ExpectedRequest` of a call with these arguments."""
        operation = call.operation
        parts = [
            Code(f"method={string(operation.method)}"),
            Code(f"target={string(self._target(call, values))}"),
            Code(f"headers={self._headers(call, values)}"),
        ]
        body = self._body(call, values)
        if body is not None:
            parts.append(Code(f"body={string(body)}"))
        if call.body is BodyForm.MULTIPART and self._sends(call, values):
            pairs = [
                items_tuple([string(name), string(expected_text(item))])
                for name, value in self._sent(call, values)
                for item in (value if isinstance(value, list) else [value])
            ]
            parts.append(Code(f"parts={items_tuple(pairs)}"))
        signature = self._signature(call, has_body=call.body is not BodyForm.NONE)
        if signature:
            parts.append(Code(f"signature={signature}"))
        return Code(f"{self._support('ExpectedRequest')}({join(parts)})")

    def _target(self, call: MethodCall, values: dict[str, JsonValue]) -> str:
        path = call.operation.path
        query: list[str] = []
        for source, value in _parameters(call, values):
            if source.location is Location.PATH:
                name = "{" + source.name + "}"
                path = path.replace(name, expected_path(source, value))
            elif source.location is Location.QUERY:
                query += expected_query(source, value)
        for scheme in self._alternative(call):
            if isinstance(scheme, ApiKey) and scheme.location is Location.QUERY:
                key = self._credential(scheme.credential)
                query.append(f"{quote(scheme.name, safe='')}={quote(key, safe='')}")
        joined = f"?{'&'.join(query)}" if query else ""
        return base_path(self.client, self.credentials, call.operation) + path + joined

    def _credential(self, credential: Credential) -> str:
        return self.credentials[credential_argument(credential)]

    def _alternative(self, call: MethodCall) -> list[SecurityScheme]:
        """Return the schemes of the first way to say who calls, if there is one."""
        by_id = {scheme.id: scheme for scheme in self.client.schemes}
        first = next((way for way in call.operation.security if way), ())
        return [by_id[name] for name in first]

    def _headers(self, call: MethodCall, values: dict[str, JsonValue]) -> Code:
        headers: dict[str, str] = {}
        cookies: list[str] = []
        for scheme in self._alternative(call):
            match scheme:
                case ApiKey(location=Location.HEADER):
                    headers[scheme.name] = self._credential(scheme.credential)
                case ApiKey(location=Location.COOKIE):
                    key = self._credential(scheme.credential)
                    cookies.append(f"{scheme.name}={key}")
                case Bearer(credential=credential, scheme=kind):
                    token = self._credential(credential)
                    headers["Authorization"] = f"{kind} {token}"
                case ClientCredentials(token=credential):
                    token = self._credential(credential)
                    headers["Authorization"] = f"Bearer {token}"
                case Basic(username=user, password=password):
                    pair = f"{self._credential(user)}:{self._credential(password)}"
                    encoded = base64.b64encode(pair.encode()).decode()
                    headers["Authorization"] = f"Basic {encoded}"
                case HttpSignature(header_credentials=pairs):
                    for name, credential in pairs:
                        headers[name] = self._credential(credential)
                case ApiKey() | HmacSignature():
                    pass
        for argument in call.arguments:
            source = argument.source
            if isinstance(source, Parameter) and source.client_default:
                headers[source.name] = self.credentials[default_argument(source)]
        for source, value in _parameters(call, values):
            if source.location is Location.HEADER:
                headers[source.name] = expected_header(source, value)
            elif source.location is Location.COOKIE:
                cookies.append(expected_cookie(source, value))
        if cookies:
            headers["Cookie"] = "; ".join(cookies)
        if call.body is not BodyForm.MULTIPART and self._sends(call, values):
            headers.setdefault("Content-Type", call.media_type)
        entries = join(Code(f"{string(n)}: {string(v)}") for n, v in headers.items())
        return Code("{" + entries + "}")

    def _sends(self, call: MethodCall, values: dict[str, JsonValue]) -> bool:
        """Tell whether a call has a body: an optional one goes only if it is given."""
        body = call.operation.body
        if body is None or call.body is BodyForm.NONE:
            return False
        given = any(
            argument.name in values and not isinstance(argument.source, Parameter)
            for argument in call.arguments
        )
        return given or body.required or call.body is BodyForm.EMPTY_OBJECT

    def _body(self, call: MethodCall, values: dict[str, JsonValue]) -> str | None:
        if not self._sends(call, values):
            return None
        match call.body:
            case BodyForm.NONE:
                return None
            case BodyForm.EMPTY_OBJECT:
                return "{}"
            case BodyForm.JSON_FIELDS:
                return self._whole(call, dict(self._sent(call, values)))
            case BodyForm.FORM:
                content = call.content
                assert content is not None, "a form has content"
                pairs = [
                    pair
                    for name, value in self._sent(call, values)
                    for pair in expected_form(content.encoding(name), value)
                ]
                return "&".join(pairs)
            case BodyForm.MULTIPART:
                # Its boundary is random: `parts` says what it holds.
                return None
            case BodyForm.JSON_WHOLE | BodyForm.RAW:
                whole = next(a for a in call.arguments if isinstance(a.source, Content))
                if whole.name not in values:
                    return None
                value = values[whole.name]
                if call.body is BodyForm.RAW:
                    return expected_text(value)
                return self._whole(call, value)

    def _whole(self, call: MethodCall, value: JsonValue) -> str:
        """Return a body that is one value: JSON, or XML."""
        if call.content is not None and call.content.xml is not None:
            return expected_xml(self.client, call.content.xml, value)
        return dumps(value, compact=True)

    def _sent(
        self, call: MethodCall, values: dict[str, JsonValue]
    ) -> list[tuple[str, JsonValue]]:
        """Return the body fields that are given, by wire name."""
        return [
            (argument.source.name, values[argument.name])
            for argument in call.arguments
            if isinstance(argument.source, Field) and argument.name in values
        ]

    def _signature(self, call: MethodCall, *, has_body: bool) -> Code:
        for scheme in self._alternative(call):
            match scheme:
                case HmacSignature():
                    secret = self._credential(scheme.secret)
                    return Code(
                        f"{self._support('ExpectedHmac')}"
                        f"(header={string(scheme.header)}, secret={string(secret)}, "
                        f"algorithm={string(scheme.algorithm)}, "
                        f"encoding={string(scheme.encoding)}, "
                        f"key_encoding={string(scheme.key_encoding)})"
                    )
                case HttpSignature():
                    secret = self._credential(scheme.secret)
                    key_id = self._credential(scheme.key_id)
                    signed = scheme.headers if has_body else scheme.bodiless_headers
                    return Code(
                        f"{self._support('ExpectedHttpSignature')}"
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

    def _support(self, name: str) -> Code:
        return self.imports.name("._support", name)


def _parameters(
    call: MethodCall, values: dict[str, JsonValue]
) -> Iterator[tuple[Parameter, JsonValue]]:
    """Yield the parameters that are given, in the order of the arguments."""
    for argument in call.arguments:
        source = argument.source
        if isinstance(source, Parameter) and argument.name in values:
            yield source, values[argument.name]
