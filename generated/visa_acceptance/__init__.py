# SPDX-License-Identifier: MIT-0
"""Visa Acceptance: a typed client, generated from its documentation.

    from visa_acceptance import VisaAcceptance

Every error derives from `VisaAcceptanceError`. Types are in `visa_acceptance.types`.
"""

from ._client import AsyncVisaAcceptance, VisaAcceptance
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
    PackageError as VisaAcceptanceError,
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
    "AsyncVisaAcceptance",
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
    "VisaAcceptance",
    "VisaAcceptanceError",
    "omit",
]
