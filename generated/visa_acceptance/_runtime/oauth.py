# SPDX-License-Identifier: MIT-0
"""OAuth 2.0 client credentials (RFC 6749, section 4.4): tokens, kept and renewed.

No I/O in here: a `TokenGrant` is a step of a call's plan, which the drivers take.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import quote_plus, urlsplit

from . import jsontext
from .address import Address, address_of, target_of
from .auth import OAuth2ClientCredentialsScheme
from .errors import ConfigurationError, RequestError
from .headers import checked_header
from .jsontext import Json
from .limits import Clock, Limits
from .operation import RetryPolicy
from .request import RequestDraft
from .retry import (
    Failed,
    Finished,
    Plan,
    Received,
    Refused,
    plan,
)
from .secret import Secret, basic_credentials
from .tokens import Tokens

_LONGEST_MARGIN = 30.0
"""A token is renewed this long before it expires, or at nine tenths of its life."""

_LARGEST_REPLY = 1024 * 1024


@dataclass(frozen=True, slots=True)
class TokenGrant:
    """A request for a token: one at a time, and none if another call just got one.

    It is part of a call: its attempts and pauses end before the call's `expires`.
    """

    tokens: Tokens
    scheme: OAuth2ClientCredentialsScheme
    request: RequestDraft
    limits: Limits
    expires: float

    def plan(self, clock: Clock) -> Plan:
        """Return the plan of the request's own attempts."""
        left = max(self.expires - clock.monotonic(), 0.001)
        limits = replace(self.limits, deadline=left, max_bytes=_LARGEST_REPLY)
        return plan(_Plain(self.request), RetryPolicy.SAFE, limits, clock)

    def needed(self, monotonic: float) -> bool:
        """Tell whether there is still no token."""
        return self.tokens.token(self.scheme, monotonic) is None

    def accept(self, finished: Finished, asked: float) -> Failed | Refused | None:
        """Keep the token of a reply, or say why there is none."""
        match finished.outcome:
            case Failed() as failed:
                reason = f"asking for an access token: {failed.reason}"
                return Failed(reason, sent=False, timed_out=failed.timed_out)
            case Received() as received:
                return self._read(received, asked)
            case other:
                return Refused(f"unexpected {type(other).__name__}", 0)

    def _read(self, received: Received, asked: float) -> Refused | None:
        response = received.response
        body: Json = None
        with suppress(jsontext.JsonTextError):
            body = response.json()
        members = body if isinstance(body, dict) else {}
        status = response.status_code
        if not 200 <= status < 300:
            code = members.get("error")
            return Refused(
                f"the token endpoint answered {status}",
                status,
                code if isinstance(code, str) else None,
            )
        token = members.get("access_token")
        kind = members.get("token_type", "bearer")
        if received.broken or not isinstance(token, str) or not _is_token(token):
            return Refused("the token endpoint's reply holds no token", status)
        if not isinstance(kind, str) or kind.lower() != "bearer":
            return Refused("the token endpoint's token is no bearer token", status)
        self.tokens.keep(self.scheme, Secret(token), _until(members, asked))
        return None


@dataclass(frozen=True, slots=True)
class _Plain:
    """A signer of what needs no signature."""

    request: RequestDraft

    def draft(self, expires: float) -> RequestDraft:
        return self.request

    def renew(self) -> bool:
        return False


def grant_request(
    scheme: OAuth2ClientCredentialsScheme,
    credentials: Mapping[str, Secret],
    server: Address,
) -> RequestDraft:
    """Return the request that obtains a scheme's token (section 4.4.2)."""
    address, path = token_address(scheme.token_url, server)
    client_id = credentials[scheme.client_id_argument].reveal()
    secret = credentials[scheme.client_secret_argument].reveal()
    form = {"grant_type": "client_credentials"}
    if scheme.scopes:
        form["scope"] = " ".join(scheme.scopes)
    headers = [
        ("Host", address.host),
        ("Accept", "application/json"),
        ("Accept-Encoding", "identity"),
        ("Content-Type", "application/x-www-form-urlencoded"),
    ]
    if scheme.authentication == "basic":
        # form-encoded first (section 2.3.1), so that a colon separates only once
        pair = basic_credentials(quote_plus(client_id), quote_plus(secret))
        headers.append(("Authorization", f"Basic {pair}"))
    else:
        form |= {"client_id": client_id, "client_secret": secret}
    content = "&".join(f"{name}={quote_plus(text)}" for name, text in form.items())
    return RequestDraft(
        "POST", address.origin, address.host, path, tuple(headers), content.encode()
    )


def token_address(token_url: str, server: Address) -> tuple[Address, str]:
    """Return where a token is asked for; raise `ConfigurationError`.

    A relative URL that begins with a slash is one of the server's host.
    """
    base, mark, query = token_url.partition("?")
    relative = not urlsplit(base).scheme and not base.startswith("//")
    if not urlsplit(base).scheme:
        if base.startswith("//"):
            base = f"https:{base}"
        elif base.startswith("/"):
            base = f"{server.origin}{base}"
        else:
            base = f"{server}/{base}"
    problem = ""
    try:
        # Where calls themselves go, this may go as well.
        address = address_of(base, allow_http=relative)
        slash = "/" if base.endswith("/") else ""
        return address, target_of(f"{address.path}{slash}{mark}{query}")
    except ConfigurationError as error:
        problem = str(error).removeprefix("base_url ")
    raise ConfigurationError(f"the token URL {problem}")


def _until(members: dict[str, Json], asked: float) -> float | None:
    """Return when to renew, None if the server does not say when a token expires."""
    stated = members.get("expires_in")
    try:
        life = float(stated) if isinstance(stated, int | str) else None
    except (ValueError, OverflowError):
        life = None
    if life is None or not 0 < life < 1e9:
        return None
    return asked + life - min(_LONGEST_MARGIN, life / 10)


def _is_token(text: str) -> bool:
    try:
        return bool(text) and text.isascii() and bool(checked_header(text, "token"))
    except RequestError:
        return False
