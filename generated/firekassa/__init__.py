# SPDX-License-Identifier: MIT-0
"""FireKassa: a typed client, generated from its documentation.

    from firekassa import FireKassa

Every error derives from `FireKassaError`. Types are in `firekassa.types`.
"""

from ._client import AsyncFireKassa, FireKassa
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
    PackageError as FireKassaError,
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
    "AsyncFireKassa",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "Deviation",
    "FireKassa",
    "FireKassaError",
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
