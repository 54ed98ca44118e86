# SPDX-License-Identifier: MIT-0
"""Acme: a typed client, generated from its documentation.

    from acme import Acme

Every error derives from `AcmeError`. Types are in `acme.types`.
"""

from ._client import Acme, AsyncAcme
from ._runtime import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    Deviation,
    InternalServerError,
    MissingCredentialError,
    NotFoundError,
    Omit,
    PackageError as AcmeError,
    PermissionDeniedError,
    RateLimitError,
    RawResponse,
    RequestError,
    RequestValidationError,
    Response,
    ResponseDecodingError,
    ResponseValidationError,
    UnprocessableEntityError,
    omit,
)

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "Acme",
    "AcmeError",
    "AsyncAcme",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "Deviation",
    "InternalServerError",
    "MissingCredentialError",
    "NotFoundError",
    "Omit",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "RequestError",
    "RequestValidationError",
    "Response",
    "ResponseDecodingError",
    "ResponseValidationError",
    "UnprocessableEntityError",
    "omit",
]
