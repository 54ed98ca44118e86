# SPDX-License-Identifier: MIT-0
"""Security schemes: from credentials to headers, and signatures over what is sent."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from email.utils import formatdate
from typing import Literal, assert_never
from urllib.parse import quote

from .errors import ConfigurationError
from .secret import Secret, basic_credentials

Algorithm = Literal["sha256", "sha384", "sha512"]
KeyEncoding = Literal["utf-8", "base64", "hex"]


@dataclass(frozen=True, slots=True)
class ApiKeyScheme:
    """A credential as it is, in one header, query parameter or cookie."""

    location: Literal["header", "query", "cookie"]
    name: str
    argument: str


@dataclass(frozen=True, slots=True)
class BearerScheme:
    """`Authorization: Bearer …` (RFC 6750)."""

    argument: str


@dataclass(frozen=True, slots=True)
class BasicScheme:
    """`Authorization: Basic …` (RFC 7617)."""

    username_argument: str
    password_argument: str


@dataclass(frozen=True, slots=True)
class OAuth2ClientCredentialsScheme:
    """A bearer token that a client id and secret obtain (RFC 6749, section 4.4).

    `token_url` is absolute or relative to the server. A static token, where one is
    given, is used instead. The id and secret travel as HTTP Basic authentication, or in
    the form (section 2.3.1) with `authentication="body"`.
    """

    token_url: str
    scopes: tuple[str, ...] = ()
    client_id_argument: str = "client_id"
    client_secret_argument: str = "client_secret"
    token_argument: str = "access_token"
    authentication: Literal["basic", "body"] = "basic"


@dataclass(frozen=True, slots=True)
class HmacScheme:
    """An HMAC over the exact body, in one header."""

    header: str
    algorithm: Algorithm
    encoding: Literal["hex", "base64"]
    key_encoding: KeyEncoding
    secret_argument: str


@dataclass(frozen=True, slots=True)
class HttpSignatureScheme:
    """An HMAC over chosen header fields, in a Signature header.

    `headers` are the signed fields in order; `host`, `date`, `request-target` and
    `digest` are made here, others come from `header_arguments`: (field, argument).
    `bodiless_headers` is used instead where a request has no body.
    """

    header: str
    algorithm: Algorithm
    algorithm_name: str
    key_encoding: KeyEncoding
    headers: tuple[str, ...]
    bodiless_headers: tuple[str, ...]
    header_arguments: tuple[tuple[str, str], ...]
    key_id_argument: str
    secret_argument: str


Scheme = (
    ApiKeyScheme
    | BearerScheme
    | BasicScheme
    | OAuth2ClientCredentialsScheme
    | HmacScheme
    | HttpSignatureScheme
)
Credentials = Mapping[str, Secret]


@dataclass(frozen=True, slots=True)
class Draft:
    """A request about to be sent. `target` is path and query as they are sent."""

    method: str
    origin: str
    host: str
    target: str = field(repr=False)
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    content: bytes | None = field(repr=False)

    def with_headers(self, *fields: tuple[str, str]) -> Draft:
        """Return the same request with more header fields."""
        return replace(self, headers=(*self.headers, *fields))


def lacking(scheme: Scheme, credentials: Credentials) -> tuple[str, ...]:
    """Return the client arguments that a scheme needs and that are not given."""
    needed = arguments_of(scheme)
    if isinstance(scheme, OAuth2ClientCredentialsScheme):
        if scheme.token_argument in credentials:
            return ()
        needed = tuple(name for name in needed if name != scheme.token_argument)
    return tuple(name for name in needed if name not in credentials)


def arguments_of(scheme: Scheme) -> tuple[str, ...]:
    """Return the client arguments that a scheme uses."""
    match scheme:
        case ApiKeyScheme() | BearerScheme():
            return (scheme.argument,)
        case BasicScheme():
            return (scheme.username_argument, scheme.password_argument)
        case OAuth2ClientCredentialsScheme():
            return (
                scheme.client_id_argument,
                scheme.client_secret_argument,
                scheme.token_argument,
            )
        case HmacScheme():
            return (scheme.secret_argument,)
        case HttpSignatureScheme():
            from_arguments = (argument for _, argument in scheme.header_arguments)
            return (*from_arguments, scheme.key_id_argument, scheme.secret_argument)
        case _:
            assert_never(scheme)


def check_key(scheme: Scheme, credentials: Credentials) -> None:
    """Raise `ConfigurationError` for a signing key that is not what it should be."""
    if isinstance(scheme, HttpSignatureScheme):
        key_id = credentials.get(scheme.key_id_argument)
        # It stands between quotes, where these two would end it.
        if key_id and any(mark in key_id.reveal() for mark in '"\\'):
            raise ConfigurationError(
                f"{scheme.key_id_argument} must hold no quote and no backslash"
            )
    if isinstance(scheme, HmacScheme | HttpSignatureScheme):
        secret = credentials.get(scheme.secret_argument)
        if secret and _key(secret.reveal(), scheme.key_encoding) is None:
            raise ConfigurationError(
                f"{scheme.secret_argument} is not {scheme.key_encoding} text"
            )


def authorize(
    draft: Draft, schemes: tuple[Scheme, ...], credentials: Credentials, now: float
) -> Draft:
    """Return the request with credentials and, over all of that, its signatures."""
    signing = (HmacScheme, HttpSignatureScheme)
    for scheme in sorted(schemes, key=lambda scheme: isinstance(scheme, signing)):
        draft = _apply(draft, scheme, credentials, now)
    return draft


def _apply(draft: Draft, scheme: Scheme, credentials: Credentials, now: float) -> Draft:
    match scheme:
        case ApiKeyScheme():
            return _with_api_key(draft, scheme, credentials[scheme.argument].reveal())
        case BearerScheme():
            token = credentials[scheme.argument].reveal()
            return draft.with_headers(("Authorization", f"Bearer {token}"))
        case OAuth2ClientCredentialsScheme():
            token = credentials[scheme.token_argument].reveal()
            return draft.with_headers(("Authorization", f"Bearer {token}"))
        case BasicScheme():
            pair = basic_credentials(
                credentials[scheme.username_argument].reveal(),
                credentials[scheme.password_argument].reveal(),
            )
            return draft.with_headers(("Authorization", f"Basic {pair}"))
        case HmacScheme():
            mac = _mac(scheme, credentials, draft.content or b"")
            text = mac.hex() if scheme.encoding == "hex" else _base64(mac)
            return draft.with_headers((scheme.header, text))
        case HttpSignatureScheme():
            return _with_signature(draft, scheme, credentials, now)
        case _:
            assert_never(scheme)


def _with_api_key(draft: Draft, scheme: ApiKeyScheme, key: str) -> Draft:
    match scheme.location:
        case "header":
            return draft.with_headers((scheme.name, key))
        case "cookie":
            cookies = [text for name, text in draft.headers if name == "Cookie"]
            cookie = "; ".join([*cookies, f"{scheme.name}={key}"])
            rest = tuple(field for field in draft.headers if field[0] != "Cookie")
            return replace(draft, headers=(*rest, ("Cookie", cookie)))
        case "query":
            joint = "&" if "?" in draft.target else "?"
            pair = f"{quote(scheme.name, safe='')}={quote(key, safe='')}"
            return replace(draft, target=f"{draft.target}{joint}{pair}")
        case _:
            assert_never(scheme.location)


def _with_signature(
    draft: Draft, scheme: HttpSignatureScheme, credentials: Credentials, now: float
) -> Draft:
    bodiless = draft.content is None
    signed = scheme.bodiless_headers if bodiless else scheme.headers
    made = {
        "date": formatdate(now, usegmt=True),
        "digest": f"SHA-256={_base64(hashlib.sha256(draft.content or b'').digest())}",
    }
    sent = {
        **{
            name: credentials[value].reveal() for name, value in scheme.header_arguments
        },
        **{name: text for name, text in made.items() if name in signed},
    }
    values = {
        **sent,
        "host": draft.host,
        "request-target": f"{draft.method.lower()} {draft.target}",
    }
    lines = "\n".join(f"{name}: {values[name]}" for name in signed)
    signature = _base64(_mac(scheme, credentials, lines.encode()))
    key_id = credentials[scheme.key_id_argument].reveal()
    value = (
        f'keyid="{key_id}", algorithm="{scheme.algorithm_name}", '
        f'headers="{" ".join(signed)}", signature="{signature}"'
    )
    fields = [(name.title() if name in made else name, sent[name]) for name in sent]
    return draft.with_headers(*fields, (scheme.header, value))


def _mac(
    scheme: HmacScheme | HttpSignatureScheme, credentials: Credentials, data: bytes
) -> bytes:
    secret = credentials[scheme.secret_argument].reveal()
    key = _key(secret, scheme.key_encoding)
    assert key is not None, "checked when the client was made"
    return hmac.digest(key, data, scheme.algorithm)


def _key(secret: str, encoding: KeyEncoding) -> bytes | None:
    """Return the bytes of a signing secret, None if it is not in its encoding."""
    try:
        match encoding:
            case "utf-8":
                return secret.encode()
            case "base64":
                return base64.b64decode(secret, validate=True)
            case "hex":
                return binascii.unhexlify(secret)
            case _:
                assert_never(encoding)
    except ValueError:
        return None


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
