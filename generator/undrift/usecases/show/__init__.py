"""What a provider's client does, told to people and to programs (`undrift show`)."""

from .model import (
    ArgumentInfo,
    CallInfo,
    Correction,
    CredentialInfo,
    ErrorInfo,
    HostInfo,
    ProviderInfo,
    ReturnInfo,
    as_json,
    describe,
)
from .text import as_text

__all__ = [
    "ArgumentInfo",
    "CallInfo",
    "Correction",
    "CredentialInfo",
    "ErrorInfo",
    "HostInfo",
    "ProviderInfo",
    "ReturnInfo",
    "as_json",
    "as_text",
    "describe",
]
