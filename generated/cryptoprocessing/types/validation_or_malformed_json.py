# SPDX-License-Identifier: MIT-0
"""`MalformedJsonCode`, `ValidationError`, `FeatureNotEnabled` and 2 more."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN, Maybe, Model

MalformedJsonCode: TypeAlias = Annotated[
    Literal["invalid_invoice_state", "bad_content_format"] | str, OPEN
]
"""Error code."""


class ValidationError(Model):
    """One or more request parameters failed validation."""

    errors: dict[str, str]


class FeatureNotEnabled(Model):
    """A feature that the request needs is not enabled for the account."""

    message: str
    """Human-readable error message."""


class MalformedJson(Model):
    """The invoice cannot be cancelled in its current state, or the request body is not
    valid JSON, or the Content-Type header is not `application/json`.
    """

    error: str

    code: Maybe[MalformedJsonCode] = None
    """Error code."""


ValidationOrMalformedJson: TypeAlias = (
    ValidationError | MalformedJson | FeatureNotEnabled
)
