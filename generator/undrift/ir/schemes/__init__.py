"""How a request proves who sends it: one module for each scheme.

A scheme says what credentials it is made of and which parameters it fills by itself. It
joins the union below; what does not know it yet is then a type error.
"""

from __future__ import annotations

from typing import TypeAlias

from .api_key import ApiKey
from .basic import Basic
from .bearer import Bearer
from .client_credentials import ClientCredentials
from .credential import Credential
from .hmac_signature import HmacSignature
from .http_signature import HttpSignature

__all__ = [
    "ApiKey",
    "Basic",
    "Bearer",
    "ClientCredentials",
    "Credential",
    "HmacSignature",
    "HttpSignature",
    "SecurityScheme",
]

SecurityScheme: TypeAlias = (
    ApiKey | Bearer | Basic | ClientCredentials | HmacSignature | HttpSignature
)
