# SPDX-License-Identifier: MIT-0
"""`ErrorResponseDetail`, `ErrorResponse`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import DateTime, Maybe, Model


class ErrorResponseDetail(Model):
    """`ErrorResponseDetail`, as it arrives."""

    field: Maybe[str] = None
    reason: Maybe[str] = None


class ErrorResponse(Model):
    """Why a request failed.

    Not on the provider's page: The page documents no error, so no error body either.
    (the vendor's SDKs, models of the invoicing errors 400, 404 and 502)
    """

    submit_time_utc: Maybe[DateTime] = Field(default=None, alias="submitTimeUtc")
    status: Maybe[str] = None
    reason: Maybe[str] = None
    message: Maybe[str] = None
    details: Maybe[list[ErrorResponseDetail]] = None
