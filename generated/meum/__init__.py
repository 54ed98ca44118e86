# SPDX-License-Identifier: MIT-0
"""meum.io: a typed client, generated from its documentation.

    from meum import Meum

Every error derives from `MeumError`. Types are in `meum.types`.
"""

from ._client import AsyncMeum, Meum
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
    PackageError as MeumError,
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
    "AsyncMeum",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "Deviation",
    "InternalServerError",
    "Meum",
    "MeumError",
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
