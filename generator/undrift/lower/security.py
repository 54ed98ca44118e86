"""Security schemes → who calls, and how a request proves it.

Request signing is not part of OpenAPI. `x-undrift-signing` on a scheme declares it; its
two shapes are documented in specs/README.md and checked here, key by key.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..ir import (
    ApiKey,
    Basic,
    Bearer,
    ClientCredentials,
    Credential,
    HmacSignature,
    HttpSignature,
    Location,
    SecurityScheme,
)
from ..naming import credential_name
from ..openapi import Node
from .reading import Problems, docs, elements, mapping, members, origin, text
from .wire_syntax import parameter_name_problem

_HASHES = ("sha256", "sha384", "sha512")
_ENCODINGS = ("hex", "base64")
_KEY_ENCODINGS = ("utf-8", "base64", "hex")
_LOCATIONS = {
    "header": Location.HEADER,
    "query": Location.QUERY,
    "cookie": Location.COOKIE,
}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one scheme; `name` gives a credential its argument name."""

    problems: Problems
    name: Callable[[str], str]

    def choice(self, at: Node, key: str, allowed: tuple[str, ...], default: str) -> str:
        found = text(at, key) or default
        if found not in allowed:
            self.problems.report(
                "UD042",
                f"`{key}` is {found!r}, which undrift does not know",
                at.get(key) or at,
                f"one of: {', '.join(allowed)}",
            )
            return allowed[0]
        return found

    def refuses(self, at: Node, header: str) -> bool:
        """Tell whether no header can be called so, which is reported."""
        reason = parameter_name_problem(header, Location.HEADER)
        if reason:
            self.problems.report("UD042", f"{header!r} {reason}", at)
        return bool(reason)

    def argument(self, at: Node, key: str, default: str = "") -> str:
        found = text(at, key) or default
        if not found or credential_name(found) != found:
            self.problems.report(
                "UD042",
                f"`{key}` must name a constructor argument in snake_case",
                at.get(key) or at,
                "for example: secret_key",
            )
        return credential_name(found or key)


def schemes(
    problems: Problems, in_force: Mapping[str, frozenset[str]]
) -> tuple[SecurityScheme, ...]:
    """Return the security schemes that operations require, by id, in order.

    `in_force` has the scopes that are required of each.
    """
    components = problems.document.at("/components")
    entries = members(components, "securitySchemes") if components is not None else []
    used = [
        (identity, target)
        for identity, entry in entries
        if identity in in_force and (target := problems.resolve(entry)) is not None
    ]
    kinds = Counter(_default_name(at) for _, at in used)
    found: list[SecurityScheme] = []
    for identity, target in used:
        stated = text(target, "x-undrift-credential")
        default = _default_name(target)
        alone = default and kinds[default] == 1
        name = stated or (default if alone else credential_name(identity))
        scheme = _client_credentials(
            identity, target, name, in_force[identity], alone=bool(alone or stated)
        ) or _scheme(problems, identity, target, name)
        if scheme is not None:
            found.append(scheme)
    return tuple(found)


def scopes_in_force(problems: Problems, nodes: list[Node]) -> dict[str, frozenset[str]]:
    """Return the schemes that operations require, with all scopes asked of each."""
    found: dict[str, frozenset[str]] = {}
    for node in nodes:
        stated = elements(_secured_by(problems, node), "security")
        kept = {name for group in security_of(problems, node) for name in group}
        for alternative in stated:
            for name, listed in alternative.items():
                if name in kept:
                    scopes = {str(scope.value) for _, scope in listed.items()}
                    found[name] = found.get(name, frozenset()) | scopes
    return found


def _secured_by(problems: Problems, node: Node) -> Node:
    """Return what states an operation's security: itself, or else the document."""
    return node if "security" in mapping(node) else problems.document.root


def security_of(problems: Problems, node: Node) -> tuple[tuple[str, ...], ...]:
    """Return an operation's security alternatives, the root's where it has none."""
    stated = elements(_secured_by(problems, node), "security")
    return tuple(dict.fromkeys(_sendable(problems, a) for a in stated))


def _sendable(problems: Problems, alternative: Node) -> tuple[str, ...]:
    """Return the schemes of an alternative that one request can satisfy together.

    Two OAuth flows that lead to one token are often said to apply both; there is one
    `Authorization` field (RFC 9110, section 11.6.2), and the first scheme has it.
    """
    names = tuple(mapping(alternative))
    if len(names) < 2:
        return names
    takers = [name for name in names if _takes_authorization(problems, name)]
    return tuple(name for name in names if name not in takers[1:])


def _takes_authorization(problems: Problems, identity: str) -> bool:
    """Tell whether a scheme's credential is the whole `Authorization` field."""
    components = problems.document.at("/components")
    entries = members(components, "securitySchemes") if components is not None else []
    return any(
        text(at, "type") in {"http", "oauth2", "openIdConnect"}
        and "x-undrift-signing" not in mapping(at)
        for name, at in entries
        if name == identity
    )


def _default_name(at: Node) -> str:
    if "x-undrift-signing" in mapping(at):
        return "secret_key"
    match text(at, "type"), text(at, "scheme").lower():
        case "apiKey", _:
            return "api_key"
        case "http", "basic":
            return "username"
        case "http", _:
            return "token"
        case "oauth2" | "openIdConnect", _:
            return "access_token"
        case _:
            return ""


def _scheme(
    problems: Problems, identity: str, at: Node, name: str
) -> SecurityScheme | None:
    where, about = origin(at), docs(at)
    signing = at.get("x-undrift-signing")
    if signing is not None:
        return _signing(problems, identity, at, signing)
    credential = Credential(name, True, about)
    match text(at, "type"), text(at, "scheme").lower():
        case "apiKey", _ if _is_key(at):
            location = _LOCATIONS[text(at, "in")]
            return ApiKey(
                identity, location, text(at, "name"), credential, where, about
            )
        case "http", "basic":
            user = Credential("username", False, about)
            password = Credential("password", True, about)
            return Basic(identity, user, password, where, about)
        case ("http", "bearer") | ("oauth2" | "openIdConnect", _):
            return Bearer(identity, credential, where, about)
        case kind, form:
            what = f"{kind} {form}".strip()
            problems.report(
                "UD043",
                f"security scheme {identity!r} ({what}) is not supported",
                at,
                "operations that can be called in another way still can",
            )
            return None


def _client_credentials(
    identity: str, at: Node, token: str, scopes: frozenset[str], *, alone: bool
) -> ClientCredentials | None:
    """Return an OAuth 2.0 scheme whose tokens a client can obtain by itself."""
    flows = at.get("flows")
    flow = flows.get("clientCredentials") if flows is not None else None
    if text(at, "type") != "oauth2" or flow is None:
        return None
    url = text(flow, "tokenUrl")
    if not re.fullmatch(r"(?:https://[A-Za-z0-9._:-]+)?/[!$&-;=?-Z_a-z~%]*", url):
        return None
    if url.startswith("//"):
        return None
    offered = mapping(flow).get("scopes")
    known = offered if isinstance(offered, dict) else {}
    prefix = "" if alone else f"{credential_name(identity)}_"
    about = docs(at)
    return ClientCredentials(
        identity,
        url,
        tuple(sorted(scope for scope in scopes if scope in known)),
        Credential(f"{prefix}client_id", False, about),
        Credential(f"{prefix}client_secret", True, about),
        Credential(token, True, about),
        origin(at),
        about,
    )


def _is_key(at: Node) -> bool:
    """Tell whether an API key says where it travels, under a name that can."""
    location, name = _LOCATIONS.get(text(at, "in")), text(at, "name")
    return (
        location is not None
        and bool(name)
        and not parameter_name_problem(name, location)
    )


def _signing(
    problems: Problems, identity: str, at: Node, signing: Node
) -> SecurityScheme | None:
    reader = _Reader(problems, credential_name)
    where, about = origin(at), docs(at)
    header = text(at, "name")
    if text(at, "type") != "apiKey" or text(at, "in") != "header" or not _is_key(at):
        problems.report(
            "UD042",
            "`x-undrift-signing` belongs on a scheme of `type: apiKey, in: header`",
            at,
        )
        return None
    _unknown_keys(problems, signing)
    algorithm = reader.choice(signing, "algorithm", _HASHES, "sha256")
    key_encoding = reader.choice(signing, "key-encoding", _KEY_ENCODINGS, "utf-8")
    secret = Credential(reader.argument(signing, "secret", "secret_key"), True, about)
    match text(signing, "scheme"):
        case "hmac":
            encoding = reader.choice(signing, "encoding", _ENCODINGS, "hex")
            return HmacSignature(
                identity,
                header,
                algorithm,
                encoding,
                key_encoding,
                secret,
                where,
                about,
            )
        case "http-signature":
            headers = _names(signing, "headers")
            if not headers:
                problems.report("UD042", "`headers` names no signed field", signing)
            return HttpSignature(
                identity,
                header,
                algorithm,
                text(signing, "algorithm-name") or f"hmac-{algorithm}",
                key_encoding,
                headers,
                _names(signing, "bodiless-headers")
                or tuple(name for name in headers if name != "digest"),
                tuple(
                    (name, Credential(credential_name(str(value.value)), False))
                    for name, value in members(signing, "header-credentials")
                    if not reader.refuses(value, name)
                ),
                Credential(reader.argument(signing, "key-id", "key_id"), False),
                secret,
                where,
                about,
            )
        case other:
            problems.report(
                "UD042",
                f"`scheme` is {other!r}, which undrift does not know",
                signing,
                "one of: hmac, http-signature",
            )
            return None


_SIGNING_KEYS = frozenset(
    {
        "algorithm",
        "algorithm-name",
        "bodiless-headers",
        "encoding",
        "header-credentials",
        "headers",
        "key-encoding",
        "key-id",
        "scheme",
        "secret",
    }
)


def _unknown_keys(problems: Problems, signing: Node) -> None:
    for key in mapping(signing):
        if key not in _SIGNING_KEYS:
            problems.report(
                "UD042",
                f"`x-undrift-signing` has no `{key}`",
                signing.get(key) or signing,
                f"known: {', '.join(sorted(_SIGNING_KEYS))}",
            )


def _names(at: Node, key: str) -> tuple[str, ...]:
    return tuple(str(item.value).lower() for item in elements(at, key))
