"""Prints one operation's `Contract`: what it sends; `reply_print` what comes back."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from ..ir import (
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
from ..jsontext import dumps
from ..naming import ClientNames
from .calls import Argument, BodyForm, Call, is_idempotency_key
from .code import Code, bracket, identifier, items_tuple, join, string
from .credentials import base_path
from .imports import Imports
from .literals import Literals
from .passed import passed
from .reply_print import INDENT, ReplyPrinter
from .samples import Json
from .wiretext import (
    cookie_pair,
    form_pairs,
    header_text,
    path_text,
    plain,
    query_pairs,
)


@dataclass(frozen=True, slots=True)
class ContractPrinter:
    """Prints contracts for one module."""

    client: Client
    names: ClientNames
    imports: Imports
    replies: ReplyPrinter
    credentials: Mapping[str, str]
    """What the client is made with, by argument."""

    def support(self, name: str) -> Code:
        """Import a name from the contract's support."""
        return self.imports.name("._support", name)

    def contract(self, call: Call) -> tuple[Code, ...]:
        """Return the keyword arguments of one `Contract`."""
        name = self.names.calls[call.operation.id]
        values = passed(self.client, call)
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
            Code(f"resend={string(_resend(call))}"),
        ]
        expected = self.replies.printed
        successes = [expected(r, c, success=True) for r, c in call.successes]
        arguments.append(bracket("successes=(", successes, INDENT))
        failures = [
            expected(r, c, success=False)
            for r, c in call.failures
            if r.status != "default"
        ]
        if failures:
            arguments.append(bracket("failures=(", failures, INDENT))
        return tuple(arguments)

    # What is sent

    def _given(self, argument: Argument, values: dict[str, Json]) -> Code:
        value = values[argument.name]
        literals = Literals(self.client, self.names, self.imports)
        if argument.takes_octets:
            written = literals.octets(value)
        else:
            written = literals.of(argument.type, value)
        if argument.positional:
            return written
        return Code(f"{identifier(argument.name)}={written}")

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
        if call.body is BodyForm.MULTIPART and self._sends(call, values):
            pairs = [
                items_tuple([string(name), string(plain(item))])
                for name, value in self._sent(call, values)
                for item in (value if isinstance(value, list) else [value])
            ]
            parts.append(Code(f"parts={items_tuple(pairs)}"))
        signature = self._signature(call, has_body=call.body is not BodyForm.NONE)
        if signature:
            parts.append(Code(f"signature={signature}"))
        return Code(f"{self.support('ExpectedRequest')}({join(parts)})")

    def _target(self, call: Call, values: dict[str, Json]) -> str:
        path = call.operation.path
        query: list[str] = []
        for source, value in _parameters(call, values):
            if source.location is Location.PATH:
                name = "{" + source.name + "}"
                path = path.replace(name, path_text(source, value))
            elif source.location is Location.QUERY:
                query += query_pairs(source, value)
        for scheme in self._alternative(call):
            if isinstance(scheme, ApiKey) and scheme.location is Location.QUERY:
                key = self._credential(scheme.credential)
                query.append(f"{quote(scheme.name, safe='')}={quote(key, safe='')}")
        joined = f"?{'&'.join(query)}" if query else ""
        return base_path(self.client) + path + joined

    def _credential(self, credential: Credential) -> str:
        return self.credentials[credential.name]

    def _alternative(self, call: Call) -> list[SecurityScheme]:
        """Return the schemes of the first way to authenticate a call."""
        by_id = {scheme.id: scheme for scheme in self.client.schemes}
        first = call.operation.security[:1]
        return [by_id[name] for name in first[0]] if first else []

    def _headers(self, call: Call, values: dict[str, Json]) -> Code:
        headers: dict[str, str] = {}
        cookies: list[str] = []
        for scheme in self._alternative(call):
            match scheme:
                case ApiKey(location=Location.HEADER):
                    headers[scheme.name] = self._credential(scheme.credential)
                case ApiKey(location=Location.COOKIE):
                    key = self._credential(scheme.credential)
                    cookies.append(f"{scheme.name}={key}")
                case Bearer(credential=credential) | ClientCredentials(
                    token=credential
                ):
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
                headers[source.name] = self.credentials[source.client_default]
        for source, value in _parameters(call, values):
            if source.location is Location.HEADER:
                headers[source.name] = header_text(source, value)
            elif source.location is Location.COOKIE:
                cookies.append(cookie_pair(source, value))
        if cookies:
            headers["Cookie"] = "; ".join(cookies)
        if call.body is not BodyForm.MULTIPART and self._sends(call, values):
            headers.setdefault("Content-Type", call.media_type)
        entries = join(Code(f"{string(n)}: {string(v)}") for n, v in headers.items())
        return Code("{" + entries + "}")

    def _sends(self, call: Call, values: dict[str, Json]) -> bool:
        """Tell whether a call has a body: an optional one goes only if it is given."""
        body = call.operation.body
        if body is None or call.body is BodyForm.NONE:
            return False
        given = any(
            argument.name in values and not isinstance(argument.source, Parameter)
            for argument in call.arguments
        )
        return given or body.required or call.body is BodyForm.EMPTY_OBJECT

    def _body(self, call: Call, values: dict[str, Json]) -> str | None:
        if not self._sends(call, values):
            return None
        match call.body:
            case BodyForm.NONE:
                return None
            case BodyForm.EMPTY_OBJECT:
                return "{}"
            case BodyForm.JSON_FIELDS:
                return dumps(dict(self._sent(call, values)), compact=True)
            case BodyForm.FORM:
                content = call.content
                assert content is not None, "a form has content"
                pairs = [
                    pair
                    for name, value in self._sent(call, values)
                    for pair in form_pairs(content.encoding(name), value)
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
                    return plain(value)
                return dumps(value, compact=True)

    def _sent(self, call: Call, values: dict[str, Json]) -> list[tuple[str, Json]]:
        """Return the body fields that are given, by wire name."""
        return [
            (argument.source.name, values[argument.name])
            for argument in call.arguments
            if isinstance(argument.source, Field) and argument.name in values
        ]

    def _signature(self, call: Call, *, has_body: bool) -> Code:
        for scheme in self._alternative(call):
            match scheme:
                case HmacSignature():
                    secret = self.credentials[scheme.secret.name]
                    return Code(
                        f"{self.support('HmacSignature')}"
                        f"(header={string(scheme.header)}, secret={string(secret)}, "
                        f"algorithm={string(scheme.algorithm)}, "
                        f"encoding={string(scheme.encoding)}, "
                        f"key_encoding={string(scheme.key_encoding)})"
                    )
                case HttpSignature():
                    secret = self.credentials[scheme.secret.name]
                    key_id = self.credentials[scheme.key_id.name]
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


def _resend(call: Call) -> str:
    """Return when a call may be sent again; a key makes that safe."""
    keyed = any(is_idempotency_key(argument.source) for argument in call.arguments)
    return "safe" if keyed else call.operation.resend.value


def _parameters(
    call: Call, values: dict[str, Json]
) -> Iterator[tuple[Parameter, Json]]:
    """Yield the parameters that are given, in the order of the arguments."""
    for argument in call.arguments:
        source = argument.source
        if isinstance(source, Parameter) and argument.name in values:
            yield source, values[argument.name]
