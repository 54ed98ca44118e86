# SPDX-License-Identifier: MIT-0
"""`PublicApiErrorErrorType`, `PublicApiErrorError`, `PublicApiError`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN, Maybe, Model

PublicApiErrorErrorType: TypeAlias = Annotated[
    Literal[
        "invalid_request",
        "authentication_error",
        "permission_error",
        "not_found",
        "conflict",
        "rate_limit_error",
        "api_error",
    ]
    | str,
    OPEN,
]
"""High-level error category used for programmatic handling."""


class PublicApiErrorError(Model):
    """Error details for the failed request."""

    type: PublicApiErrorErrorType
    """High-level error category used for programmatic handling."""

    code: str
    """Stable machine-readable error code (for example `invoice_not_found`)."""

    message: str
    """Human-readable explanation suitable to show in logs or UI."""

    param: Maybe[str] = None
    """Request field associated with the error, when applicable."""

    request_id: str
    """Unique request ID. Include when contacting support."""


class PublicApiError(Model):
    """Standard error envelope for Public API v1 endpoints."""

    error: PublicApiErrorError
    """Error details for the failed request."""
