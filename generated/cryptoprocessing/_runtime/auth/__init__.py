# SPDX-License-Identifier: MIT-0
"""Security schemes, a file for each: from credentials to what a request carries.

A scheme is a frozen value with the members of `SchemeBase`; `Scheme` is all of them.
"""

from __future__ import annotations

from ..request import RequestDraft
from .api_key import ApiKeyScheme
from .base import Credentials
from .basic import BasicScheme
from .bearer import BearerScheme
from .hmac import HmacScheme
from .http_signature import HttpSignatureScheme
from .oauth2_client_credentials import OAuth2ClientCredentialsScheme

__all__ = [
    "ApiKeyScheme",
    "BasicScheme",
    "BearerScheme",
    "HmacScheme",
    "HttpSignatureScheme",
    "OAuth2ClientCredentialsScheme",
    "Scheme",
    "authorize",
]

Scheme = (
    ApiKeyScheme
    | BearerScheme
    | BasicScheme
    | OAuth2ClientCredentialsScheme
    | HmacScheme
    | HttpSignatureScheme
)


def authorize(
    draft: RequestDraft,
    schemes: tuple[Scheme, ...],
    credentials: Credentials,
    now: float,
) -> RequestDraft:
    """Return the request with credentials and, over all of that, its signatures."""
    for scheme in sorted(schemes, key=lambda scheme: scheme.signs):
        draft = scheme.apply(draft, credentials, now)
    return draft
