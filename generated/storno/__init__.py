# SPDX-License-Identifier: MIT-0
"""storno.ro: a typed client, generated from its documentation.

    from storno import Storno

Every error derives from `StornoError`. Types are in `storno.types`.
"""

from ._client import AsyncStorno, Storno
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
    PackageError as StornoError,
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
    "AsyncStorno",
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
    "Storno",
    "StornoError",
    "UnprocessableEntityError",
    "omit",
]
